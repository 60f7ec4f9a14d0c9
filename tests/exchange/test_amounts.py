"""What is said of a file counts the same things everywhere: rows of the file, rows added, cells changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.conftest import Plan, Write
from zonedesk.domain.plan import ImportPlan
from zonedesk.ops.session import Session

LEDGER, FEEDBACK = "大同市三个一批项目台账.xlsx", "三未项目清单（市局反馈）.xlsx"
MONTHLY = "重点项目进展月报表2024年3月"


@pytest.fixture
def books(shared: Path) -> Path:
    return shared / "workbooks"


def test_rows_that_bring_nothing_are_rows_of_the_file(books: Path, plan: Plan, import_file: Plan):
    import_file(books / LEDGER)
    assert import_file(books / f"{MONTHLY}.xls").body.same_rows == 0
    twin = plan(books / f"{MONTHLY}.et")
    assert (twin.body.same_rows, sum(sheet.rows for sheet in twin.sheets)) == (43, 43)
    agency = import_file(books / "领办代办台账.csv")
    assert (agency.body.same_rows, agency.amount().added) == (0, {"agency_case": 31})
    assert plan(books / "领办代办台账.csv").body.same_rows == 31


def test_what_is_asked_or_contradicted_is_not_called_the_same(books: Path, plan: Plan, import_file: Plan):
    assert plan(books / "领办代办台账.csv").body.same_rows == 0, "every project is asked about"
    import_file(books / LEDGER)
    import_file(books / FEEDBACK)
    again = plan(books / FEEDBACK)
    assert again.body.same_rows == sum(sheet.rows for sheet in again.sheets) - len(again.conflicts)


def test_every_row_added_is_counted_once_by_its_kind(
    books: Path, plan: Plan, import_file: Plan, session: Session
):
    import_file(books / LEDGER)
    before = counted(session)
    made = import_file(books / FEEDBACK)
    added = {table: n - before[table] for table, n in counted(session).items() if n != before[table]}
    assert made.amount().added == added == {"project": 1, "problem": 6, "enterprise": 1}
    assert made.amount().rows == sum(action.row_id is None for action in made.actions) == 8
    words = "新增项目1个、新增存在问题6条、新增建设单位1个、更改项目2处、更改存在问题10处"
    assert session.steps()[0].label == f"导入 {FEEDBACK}：{words}"


def test_what_only_a_row_left_out_needs_is_not_counted(write: Write, plan: Plan):
    head = ["序号", "项目名称", "建设单位", "未开工原因"]
    rows = [[1, "甲项目", "某甲公司", "供电配套未落实"]]
    made = plan(write([["“三未”清单（签约未开工）"], head, *rows], sheet="签约未开工"))
    assert made.amount().added == {"project": 1, "problem": 1, "enterprise": 1}
    project(made).accepted = False
    assert made.amount().added == {}, "neither its company nor its problem"


def test_a_sheet_with_a_column_that_is_not_understood_is_not_called_the_same(write: Plan, import_file: Plan):
    head = ["序号", "项目名称", "建设单位", "总投资"]
    import_file(write([head, [1, "甲项目", "某甲公司", "1.5亿元"]]))
    made = import_file(write([head, [1, "甲项目", "某甲公司", 15000]]))
    assert [question.kind for question in made.open_questions] == ["unit"]
    assert made.body.same_rows == 0


def project(made: ImportPlan):
    return next(action for action in made.actions if action.table == "project" and action.row_id is None)


def counted(session: Session) -> dict[str, int]:
    return {table: session.reader.count(table) for table in ("project", "problem", "enterprise", "zone")}
