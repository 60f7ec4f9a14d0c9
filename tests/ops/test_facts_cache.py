"""Facts that are kept up are the facts that would be read anew."""

import pytest

from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.summary import as_json, summarise
from zonedesk.ops.edit import add_project, add_row, delete_row, set_field
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader

AS_OF = "2026-10-31"


@pytest.fixture
def sample(tmp_path):
    make_sample(tmp_path / "s.zonedesk", projects=60, as_of=AS_OF)
    with Session.open(tmp_path / "s.zonedesk") as session:
        session.facts(AS_OF)
        yield session


def sorted_facts(facts: Facts) -> tuple:
    return (
        list(facts.projects.items()),
        sorted(facts.listings),
        facts.batches,
        facts.zones,
        facts.completed,
        facts.procedures,
        facts.pending,
    )


def test_every_kind_of_write_is_followed(sample):
    listing = sample.reader.rows("listing")[0]
    month = sample.reader.rows("monthly_progress")[-1]
    pending = sample.facts(AS_OF).pending[0]
    project = sample.reader.rows("project")[3]["id"]
    new = {"batch_id": "2030年第一次", "track": "production", "investment": "1"}
    writes = [
        (add_project, {"name": "某某项目", "zone": "新开发区"}),
        (set_field, {"table": "project", "row_id": project, "key": "start_actual", "text": "2026-01"}),
        (set_field, {"table": "listing", "row_id": listing["id"], "key": "investment", "text": "9"}),
        (add_row, {"table": "listing", "project_id": project, "values": new}),
        (delete_row, {"table": "listing", "row_id": listing["id"]}),
        (set_field, {"table": "monthly_progress", "row_id": month["id"], "key": "invest_total", "text": "3"}),
        (delete_row, {"table": "monthly_progress", "row_id": month["id"]}),
        (set_field, {"table": "procedure", "row_id": pending.id, "key": "status", "text": "已办结"}),
        (delete_row, {"table": "project", "row_id": project}),
    ]
    for operation, arguments in writes:
        sample.run(operation, **arguments)
        assert sorted_facts(sample.facts(AS_OF)) == sorted_facts(sample.reader.facts(AS_OF)), arguments
    for _ in writes:
        sample.undo()
        assert sorted_facts(sample.facts(AS_OF)) == sorted_facts(sample.reader.facts(AS_OF))
    sample.redo()
    fresh = as_json(summarise(sample.reader.facts(AS_OF)))
    assert as_json(sample.figures(AS_OF)) == fresh


def test_nothing_is_read_anew_while_nothing_is_written(sample, monkeypatch):
    known = sample.facts(AS_OF)
    before = sample.facts("2026-09-30")
    monkeypatch.setattr(Reader, "facts", None)
    assert sample.facts("2026-10") is known
    assert sample.facts("2026-09-30") is before


def test_a_large_step_is_read_whole(tmp_path, session):
    assert session.facts(AS_OF).projects == {}
    make_sample(tmp_path / "s.zonedesk", projects=300, as_of=AS_OF)
    with Session.open(tmp_path / "s.zonedesk") as other:
        rows = other.reader.rows("project")

    def fill(w):
        """填入."""
        w.insert_many("project", [{"name": row["name"], "sign_date": row["sign_date"]} for row in rows * 2])

    session.run(fill)
    assert len(session.facts(AS_OF).projects) == 600


def test_figures_are_worked_out_again_only_when_they_can_differ(sample):
    before = sample.figures(AS_OF)
    project = sample.reader.rows("project")[3]["id"]
    sample.run(set_field, table="project", row_id=project, key="remark", text="备注")
    assert sample.figures(AS_OF) is before
    sample.run(set_field, table="project", row_id=project, key="total_investment", text="77")
    after = sample.figures(AS_OF)
    assert after is not before
    assert after.view.facts.projects[project].total_investment == 77 * 100_000_000


@pytest.mark.parametrize("day", ["2026-09-30", "2026-02-28", "2025-06-15", "2030-01-01"])
def test_another_day_s_facts_are_those_read_afresh(sample, day):
    sample.run(add_project, name="某某项目")
    assert sorted_facts(sample.facts(day)) == sorted_facts(sample.reader.facts(day))
    assert sorted_facts(sample.facts(AS_OF)) == sorted_facts(sample.reader.facts(AS_OF))
