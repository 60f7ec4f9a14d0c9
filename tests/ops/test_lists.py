"""The lists that commands print."""

import pytest

from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.lists import kinds
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2026-10-31"
WITHOUT_SAMPLE = {"attachments"}  # their files would have to lie beside every copy of the sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "示例.zonedesk"
    make_sample(path, projects=120, as_of=AS_OF)
    with Session.open(path, read_only=True) as session:
        yield session


@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_kind_gives_rows_with_the_columns_it_shows(sample, name):
    kind = kinds()[name]
    rows = kind.rows(sample, AS_OF)
    assert rows or name in WITHOUT_SAMPLE
    assert all(kind.columns.keys() <= row.keys() for row in rows)


@pytest.mark.parametrize("name", ["not_started", "not_in_production", "not_on_target"])
def test_stuck_lists_are_the_rows_behind_the_figures(sample, name):
    rows = kinds()[name].rows(sample, AS_OF)
    assert tuple(row["id"] for row in rows) == sample.figures(AS_OF).three_not[name].ids()


def test_scope_limits_the_rows(sample):
    rows = kinds()["projects"].rows(sample, AS_OF, Scope(zone_id=1))
    assert {row["zone"] for row in rows} == {sample.reader.names("zone")[1]}


def test_pending_procedures_agree_with_the_completion_rate(sample):
    rows = kinds()["procedures"].rows(sample, AS_OF)
    required = [row for row in rows if row["required"] == "需办"]
    completion = sample.figures(AS_OF).procedures.completion
    assert (sum(row["done"] for row in required), len(required)) == (
        completion.numerator,
        completion.denominator,
    )
