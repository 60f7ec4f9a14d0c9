"""Handed in, taken in, paused, done, not needed: states, days and what follows, each undone as one step."""

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import say
from zonedesk.domain.procedure_warnings import template_warnings
from zonedesk.domain.procedures import State
from zonedesk.ops import edit
from zonedesk.ops import procedure_moves as moves
from zonedesk.ops.checklist import make_checklist
from zonedesk.ops.lists import kinds
from zonedesk.ops.procedure_book import ProcedureBook
from zonedesk.ops.session import Session
from zonedesk.ops.templates import edit_template, seed_templates, template_book

DAY = "2024-03-31"


@pytest.fixture
def session(tmp_path):
    with Session.create(tmp_path / "台账.zonedesk", "王某某") as made:
        made.run(edit.add_project, name="甲项目", zone="示例经济技术开发区")
        made.run(seed_templates)
        wanted = [
            t.id for t in template_book(made.reader).current(DAY) if t.code in {"P01", "P14", "P15", "P17"}
        ]
        made.run(make_checklist, project_id=1, template_ids=wanted, day=DAY)
        yield made


def of(session, code, as_of=DAY):
    book = ProcedureBook.read(session.reader, as_of)
    return next(each for each in book if each.template.code == code)


def row(session, code):
    return of(session, code).row


def codes(session, code, as_of=DAY):
    return [warning.code for warning in of(session, code, as_of).warnings]


def test_the_promised_day_follows_from_the_template(session):
    number = row(session, "P15")["id"]
    session.run(moves.submit, procedure_id=number, on="2024-2-28")
    assert (row(session, "P15")["status"], row(session, "P15")["status_on"]) == ("已申报", "2024-02-28")
    session.run(moves.accept, procedure_id=number, on="2024年3月1日")
    found = row(session, "P15")
    assert (found["status"], found["accepted_on"], found["promised_on"]) == (
        "已受理",
        "2024-03-01",
        "2024-03-29",
    )
    assert found["status_on"] == "2024-03-01"
    assert of(session, "P15").overdue_days == 2
    session.undo()
    assert row(session, "P15")["promised_on"] is None


def test_a_pause_moves_the_promise_on_and_is_not_overdue(session):
    number = row(session, "P15")["id"]
    session.run(moves.accept, procedure_id=number, on="2024-03-01")
    session.run(moves.pause, procedure_id=number, reason="补正", on="2024-03-05")
    paused = of(session, "P15", "2024-04-30")
    assert (paused.row["status"], paused.state, paused.overdue_days) == ("补正", State.DOING, 0)
    with pytest.raises(RefusedError, match="paused_already"):
        session.run(moves.pause, procedure_id=number, reason="公示", on="2024-03-06")
    session.run(moves.resume, procedure_id=number, on="2024-03-08")
    found = row(session, "P15")
    assert (found["status"], found["promised_on"]) == ("已受理", "2024-04-07")
    session.undo()
    session.undo()
    assert not session.reader.rows("procedure_pause")
    assert row(session, "P15")["promised_on"] == "2024-03-29"


def test_a_promise_written_by_hand_stays(session):
    number = row(session, "P15")["id"]
    edit_ = {"table": "procedure", "row_id": number, "key": "promised_on"}
    session.run(edit.set_field, **edit_, text="2024-03-20")
    session.run(moves.accept, procedure_id=number, on="2024-03-01")
    session.run(moves.pause, procedure_id=number, reason="公示", on="2024-03-05")
    session.run(moves.resume, procedure_id=number, on="2024-03-08")
    assert row(session, "P15")["promised_on"] == "2024-03-20"
    assert row(session, "P15")["status"] == "审查中"


def test_what_was_not_taken_in_cannot_be_paused(session):
    with pytest.raises(RefusedError, match="not_taken_in"):
        session.run(moves.pause, procedure_id=row(session, "P15")["id"], reason="补正", on=DAY)
    with pytest.raises(RefusedError, match="not_paused"):
        session.run(moves.resume, procedure_id=row(session, "P15")["id"], on=DAY)
    for text, code in (("哪天", "date.bad"), (" ", "no_day")):
        with pytest.raises(RefusedError, match=code):
            session.run(moves.accept, procedure_id=row(session, "P15")["id"], on=text)


def test_done_ends_the_pause_and_says_how_long_it_holds(session):
    number = row(session, "P15")["id"]
    session.run(moves.accept, procedure_id=number, on="2024-03-01")
    session.run(moves.pause, procedure_id=number, reason="公示", on="2024-03-05")
    session.run(moves.finish, procedure_id=number, on="2024-03-20", doc_no="示审〔2024〕1号")
    found = row(session, "P15")
    assert (found["status"], found["done_on"], found["doc_no"]) == ("已办结", "2024-03-20", "示审〔2024〕1号")
    assert found["valid_to"] == "2025-03-20", "twelve months by its template"
    assert session.reader.rows("procedure_pause")[0]["to_on"] == "2024-03-20"
    session.undo()
    assert session.reader.rows("procedure_pause")[0]["to_on"] is None


def test_a_changed_state_says_since_when_wherever_it_is_changed(session):
    number = row(session, "P15")["id"]
    session.run(moves.accept, procedure_id=number, on="2024-03-01")
    session.run(edit.set_field, table="procedure", row_id=number, key="status", text="审查中")
    assert row(session, "P15")["status_on"] > "2024-03-01"
    session.undo()
    assert row(session, "P15")["status_on"] == "2024-03-01"


def test_not_required_asks_for_a_reason_and_stands_out_without(session):
    number = row(session, "P17")["id"]
    session.run(moves.mark_not_required, procedure_id=number, reason="")
    assert codes(session, "P17") == ["procedure.no_reason"]
    session.run(moves.mark_not_required, procedure_id=number, reason="利用现有厂房")
    assert codes(session, "P17") == []
    assert of(session, "P17").state is State.NOT_REQUIRED


def test_the_land_chain_by_its_steps(session):
    found = of(session, "P14")
    steps = {step["name"]: step["id"] for step in found.steps}
    session.run(moves.set_step_done, step_id=steps["收储"], text="2024-3-10")
    land = of(session, "P14")
    assert land.row["status"] == "办理中", "the first step begins it"
    assert (land.stuck.step, land.stuck.days) == ("待挂牌（招拍挂）", 21)
    assert codes(session, "P14") == ["procedure.step_skipped"]
    session.run(moves.set_step_done, step_id=steps["公告"], text="2024-03-01")
    assert "procedure.step_order" in codes(session, "P14")
    session.undo()
    session.undo()
    assert of(session, "P14").row["status"] == "未启动"
    (listed,) = [r for r in kinds()["procedure_stuck"].rows(session, DAY) if r["name"].startswith("土地")]
    assert listed["step"] == "用地预审"


def test_begun_before_its_predecessor_is_a_warning_and_no_more(session):
    number = row(session, "P15")["id"]
    session.run(moves.accept, procedure_id=number, on="2024-03-01")
    (warning,) = [w for w in of(session, "P15").warnings if w.code == "procedure.early"]
    assert "企业投资项目备案（核准）、土地手续（招拍挂与出让）" in say(warning)
    for code in ("P01", "P14"):
        session.run(moves.finish, procedure_id=row(session, code)["id"], on="2024-02-01")
    assert "procedure.early" not in codes(session, "P15")


def test_dates_out_of_order_are_said(session):
    number = row(session, "P01")["id"]
    session.run(moves.accept, procedure_id=number, on="2024-03-10")
    session.run(moves.finish, procedure_id=number, on="2024-03-05")
    assert codes(session, "P01") == ["procedure.date_order"]
    session.run(moves.finish, procedure_id=number, on="2024-03")
    assert codes(session, "P01") == [], "the month may lie after the day"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2025-02-01", []), ("2025-03-01", ["procedure.expires"]), ("2025-04-01", ["procedure.expired"])],
)
def test_a_permit_that_runs_out_before_the_start(session, as_of, expected):
    for code, day in (("P15", "2024-03-01"), ("P17", "2024-03-15")):
        session.run(moves.finish, procedure_id=row(session, code)["id"], on=day)
    assert codes(session, "P17", as_of) == expected
    session.run(edit.set_field, table="project", row_id=1, key="start_plan", text="2025-06")
    assert codes(session, "P17", "2025-02-01") == ["procedure.expires_before_start"]
    session.run(edit.set_field, table="project", row_id=1, key="start_actual", text="2024-12-01")
    assert codes(session, "P17", as_of) == []


def test_a_calendar_that_ends_too_early_is_said(session):
    number = row(session, "P15")["id"]
    session.run(moves.accept, procedure_id=number, on="2050-09-20")
    assert codes(session, "P15", "2050-09-30")[-1] == "procedure.calendar"
    for day in ("2050-10-01", "2050-10-03"):
        session.run(edit.add_row, table="holiday", values={"day": day, "kind": "休"})
    assert "procedure.calendar" not in codes(session, "P15", "2050-09-30")


def test_a_ring_among_predecessors_is_named_and_stops_nothing(session):
    by_code = {t.code: t.id for t in template_book(session.reader).current(DAY)}
    session.run(edit_template, row_id=by_code["P13"], key="predecessors", text="P29", on=DAY)
    from zonedesk.ops.quality import check_quality

    told = {f.rule.code: f.problems for f in check_quality(session.reader, DAY, DAY)}
    (ring,) = told["quality.templates"]
    assert "P29" in say(ring)
    assert "P13" in say(ring)
    assert of(session, "P15").warnings == []


@pytest.mark.parametrize("months", ["120000", "-5", "999999999999999"])
def test_a_validity_that_cannot_be_is_not_reckoned_with(session, months):
    number = row(session, "P15")["id"]
    template = of(session, "P15").template.id
    session.run(edit.set_field, table="procedure_template", row_id=template, key="valid_months", text=months)
    session.run(moves.finish, procedure_id=number, on="2024-03-20")
    assert row(session, "P15")["valid_to"] is None
    assert "procedure.valid_months" in codes(session, "P15")
    told = [say(each) for each in template_warnings(template_book(session.reader), DAY)]
    assert any(f"有效期 {months} 个月不合理" in text for text in told)
