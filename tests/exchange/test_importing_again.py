"""A file of the same content again: what was corrected and answered since its first time stays so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.conftest import Plan, Write
from zonedesk.domain.plan import ImportPlan
from zonedesk.domain.plan_report import report
from zonedesk.ops.edit import delete_row, set_field
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

LEDGER, FEEDBACK = "大同市三个一批项目台账.xlsx", "三未项目清单（市局反馈）.xlsx"
HEAD = ["序号", "项目名称", "建设单位", "总投资（亿元）", "计划开工时间", "包联领导"]


@pytest.fixture
def books(shared: Path) -> Path:
    return shared / "workbooks"


@pytest.fixture
def book(write: Write) -> Path:
    return write([HEAD, [1, "甲项目", "某甲公司", 1.5, "2024-05-01", "张某"]])


def counts(made: ImportPlan) -> tuple[int, int]:
    return made.counts()["added"], made.counts()["updated"]


def plans(session: Session) -> list[str | None]:
    return [row["start_plan"] for row in session.reader.rows("project")]


def test_what_another_file_corrected_since_is_left(
    books: Path, plan: Plan, import_file: Plan, session: Session
):
    import_file(books / LEDGER)
    import_file(books / FEEDBACK)
    corrected = plans(session)
    again = plan(books / LEDGER)
    assert counts(again) == (0, 0)
    listed = [each for each in report(again)["conflicts"] if each["reason"] == "since"]
    starts = [each for each in listed if each["key"] == "start_plan"]
    assert [each["ours"] for each in starts] == ["2024-06-30", "2024-06-30"]
    assert all(FEEDBACK in each["since"] and each["answer"] is None for each in listed)
    assert not session.run(take_in, plan=again)
    assert plans(session) == corrected
    assert counts(import_file(books / LEDGER, on_conflict="theirs"))[1] >= 2
    assert plans(session) != corrected


def test_what_was_typed_since_is_left_and_taken_back_by_a_tick(
    book: Path, plan: Plan, import_file: Plan, session: Session
):
    import_file(book)
    session.run(set_field, table="project", row_id=1, key="start_plan", text="2024-08-01")
    again = plan(book)
    assert not again.conflicts, "not asked: it is plain which came later"
    assert counts(again) == (0, 0)
    (cell,) = again.cells()
    assert (cell.key, cell.after, cell.accepted) == ("start_plan", "2024-05-01", False)
    again.accept(cell.table, cell.token, True, cell.key)
    session.run(take_in, plan=again)
    assert plans(session) == ["2024-05-01"]
    session.run(set_field, table="project", row_id=1, key="sponsor", text="李某")
    session.run(set_field, table="project", row_id=1, key="start_plan", text="2024-09-01")
    assert counts(plan(book)) == (0, 0), "a third time too"


def test_a_correction_taken_back_is_none(book: Path, plan: Plan, import_file: Plan, session: Session):
    import_file(book)
    session.run(set_field, table="project", row_id=1, key="start_plan", text="2024-08-01")
    session.undo()
    assert not list(plan(book).cells())


def test_a_file_of_other_content_is_taken_as_ever(
    book: Path, write: Write, plan: Plan, import_file: Plan, session: Session
):
    import_file(book)
    import_file(write([HEAD, [1, "甲项目", "某甲公司", 1.5, "2024-06-01", "张某"]], name="二.xlsx"))
    third = write([HEAD, [1, "甲项目", "某甲公司", 1.5, "2024-07-01", "张某"]], name="三.xlsx")
    assert [cell.accepted for cell in plan(third).cells()] == [True]
    assert not report(plan(third))["conflicts"]


def test_ticks_of_both_kinds_outlive_an_answer(write: Write, plan: Plan, import_file: Plan, session: Session):
    twins = [[2, "乙项目", "某乙公司", 2, "", ""], [3, "乙项目", "某乙公司", 3, "", ""]]
    book = write([HEAD, [1, "甲项目", "某甲公司", 1.5, "2024-05-01", "张某"], *twins])
    import_file(book)
    for key, text in (("start_plan", "2024-08-01"), ("sponsor", "李某")):
        session.run(set_field, table="project", row_id=1, key=key, text=text)
    again = plan(book)
    again.accept("project", "1", True, "sponsor")
    (question,) = again.questions
    again.answer(question.id, "skip")
    ticked = {
        cell.key: cell.accepted for cell in again.cells() if cell.row_id == 1 and cell.table == "project"
    }
    assert ticked == {"start_plan": False, "sponsor": True}


def test_what_was_answered_is_answered_the_same(books: Path, plan: Plan, session: Session):
    session.run(take_in, plan=plan(books / LEDGER))
    first = plan(books / FEEDBACK)
    (conflict,) = first.conflicts
    first.answer(conflict.id, "ours")
    session.run(take_in, plan=first)
    again = plan(books / FEEDBACK)
    assert [(each.id, each.answer) for each in again.conflicts] == [(conflict.id, "ours")]
    assert counts(again) == (0, 0)
    again.answer(conflict.id, None)
    assert again.conflicts[0].answer is None, "it can be taken back"
    assert plan(books / FEEDBACK, on_conflict="theirs").conflicts[0].answer == "theirs"


def test_a_contradiction_with_what_was_written_since_is_asked(books: Path, plan: Plan, session: Session):
    session.run(take_in, plan=plan(books / LEDGER))
    first = plan(books / FEEDBACK)
    (conflict,) = first.conflicts
    first.answer(conflict.id, "theirs")
    session.run(take_in, plan=first)
    assert not plan(books / FEEDBACK).conflicts
    session.run(set_field, table="project", row_id=conflict.row_id, key=conflict.key, text="3.3")
    again = plan(books / FEEDBACK)
    assert [each.answer for each in again.conflicts] == [None]
    assert counts(again) == (0, 0)


def test_what_was_deleted_since_does_not_come_back(
    books: Path, plan: Plan, import_file: Plan, session: Session
):
    import_file(books / LEDGER)
    problem = session.reader.rows("problem")[0]["id"]
    session.run(delete_row, table="problem", row_id=problem)
    session.run(delete_row, table="project", row_id=5)
    again = plan(books / LEDGER)
    assert (counts(again), again.amount().words()) == ((0, 0), "")
    listed = [(each["table"], each["answer"]) for each in report(again)["conflicts"]]
    assert sorted(listed) == [("problem", None), ("project", None)]
    assert counts(plan(books / LEDGER, on_conflict="theirs"))[0] == 1
    session.undo()
    session.undo()
    assert not plan(books / LEDGER).actions, "nor is a row that stands again added"


@pytest.mark.parametrize("table", ["project", "enterprise"])
def test_what_was_renamed_since_keeps_its_new_name(
    table: str, book: Path, plan: Plan, import_file: Plan, session: Session
):
    import_file(book)
    session.run(set_field, table=table, row_id=1, key="name", text="另一名称")
    again = plan(book)
    assert not again.questions
    assert (counts(again), again.amount().words()) == ((0, 0), "")


def test_a_zone_renamed_since_keeps_its_new_name(
    books: Path, plan: Plan, import_file: Plan, session: Session
):
    import_file(books / LEDGER)
    session.run(set_field, table="zone", row_id=1, key="name", text="某某新区")
    again = plan(books / LEDGER)
    assert (counts(again), again.amount().words()) == ((0, 0), "")
