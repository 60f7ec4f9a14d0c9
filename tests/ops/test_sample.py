"""The invented ledger: the same every time, coherent, everything filled."""

import pytest

from zonedesk.domain.codes import CodeState, company_code_state, project_code_state
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.errors import CancelledError, LedgerError
from zonedesk.domain.stages import Stage, stage_of
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2026-10-31"


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "示例.zonedesk"
    make_sample(path, projects=300, as_of=AS_OF)
    return path


@pytest.fixture
def sample(sample_path):
    with Session.open(sample_path, read_only=True) as session:
        yield session


def test_same_seed_makes_the_same_ledger(tmp_path, sample):
    make_sample(tmp_path / "again.zonedesk", projects=300, as_of=AS_OF)
    make_sample(tmp_path / "other.zonedesk", projects=300, seed=2, as_of=AS_OF)
    with (
        Session.open(tmp_path / "again.zonedesk") as again,
        Session.open(tmp_path / "other.zonedesk") as other,
    ):
        assert again.reader.projects() == sample.reader.projects()
        assert other.reader.projects() != sample.reader.projects()


def test_every_stage_track_and_table_is_there(sample):
    facts = sample.facts(AS_OF)
    assert {stage_of(p, AS_OF) for p in facts.projects.values()} == set(Stage)
    assert {listing.track for listing in facts.listings} == {"signing", "start", "production"}
    assert all(
        sample.reader.count(t) for t in ("zone", "enterprise", "procedure", "monthly_progress", "problem")
    )
    assert facts.pending
    assert any(p["unfit"] for p in sample.reader.projects())


def test_dates_keep_their_order_and_have_happened(sample):
    for project in sample.reader.projects():
        days = [project[k] for k in ("sign_date", "start_actual", "prod_actual", "effect_actual")]
        days = [takes_effect(day) for day in days if day]
        assert days == sorted(days), project["name"]
        assert all(day <= AS_OF for day in days)


def test_completed_investment_never_falls_and_stays_within_the_total(sample):
    totals = {p["id"]: p["total_investment"] for p in sample.reader.projects()}
    last: dict[int, int] = {}
    for row in sample.reader.rows("monthly_progress", order="month"):
        assert last.get(row["project_id"], 0) <= row["invest_total"] <= totals[row["project_id"]]
        last[row["project_id"]] = row["invest_total"]


def test_codes_are_well_formed_but_for_a_few_slips(sample):
    states = [project_code_state(p["code"]) for p in sample.reader.projects() if p["code"]]
    assert states.count(CodeState.GOOD) >= len(states) - 6
    assert all(company_code_state(e["uscc"]) is CodeState.GOOD for e in sample.reader.rows("enterprise"))


def test_revisions_fill_the_record(tmp_path):
    path = tmp_path / "many.zonedesk"
    make_sample(path, projects=20, as_of=AS_OF, changes=1000)
    with Session.open(path) as session:
        assert sum(step.rows for step in session.steps()) == 1000
        assert len(session.steps()) > 2


def test_an_existing_file_is_not_overwritten(sample_path):
    with pytest.raises(LedgerError) as refused:
        make_sample(sample_path, projects=1)
    assert refused.value.code == "ledger.exists"


def test_cancelling_leaves_no_file(tmp_path):
    class Impatient:
        def report(self, done, total, text):
            pass

        def check(self):
            raise CancelledError()

    with pytest.raises(CancelledError):
        make_sample(tmp_path / "half.zonedesk", projects=600, progress=Impatient())
    assert list(tmp_path.iterdir()) == []


def test_a_month_can_be_left_unreported(tmp_path):
    make_sample(tmp_path / "s.zonedesk", projects=60, as_of=AS_OF, reported_to="2026-09")
    with Session.open(tmp_path / "s.zonedesk") as session:
        assert session.reader.last_reported_month() == "2026-09"
        actual = {p["start_actual"] or "" for p in session.reader.projects()}
        assert any(day.startswith("2026-10") for day in actual)
