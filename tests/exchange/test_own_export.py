"""Our own export, edited in Excel where a project stands on several sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.exchange.conftest import Plan, Write
from zonedesk.exchange.export import export_projects
from zonedesk.ops.edit import add_row
from zonedesk.ops.session import Session

NAME, INVESTMENT, START, SPONSOR = "甲项目", "总投资（亿元）", "计划开工时间", "包联领导"
HEAD = ["活动批次", "项目名称", "建设单位", INVESTMENT, START, SPONSOR]
SHEETS = ("签约一批", "开工一批", "投产一批")


@pytest.fixture
def exported(session: Session, write: Write, import_file: Plan, tmp_path: Path) -> Path:
    """A project in three batches, exported."""
    row = ["2023年第一次", NAME, "某甲公司", 0.46, "2023-04-19", "张某"]
    import_file(write({sheet: [HEAD, row] for sheet in SHEETS}))
    target = tmp_path / "导出.xlsx"
    export_projects(session, target, as_of="2024-03-31")
    return target


def edit(path: Path, heading: str, texts: dict[str, Any]) -> Path:
    """Write into a project's cell on some of its sheets, as one does in Excel."""
    book = load_workbook(path)
    for sheet, text in texts.items():
        cells = [cell for row in book[sheet].iter_rows() for cell in row]
        column = next(cell.column for cell in cells if str(cell.value or "").startswith(heading))
        row = next(cell.row for cell in cells if cell.value == NAME)
        book[sheet].cell(row, column).value = text
    book.save(path)
    return path


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize(
    ("change", "stored"),
    [
        ({INVESTMENT: 0.56}, {"total_investment": 56_000_000}),
        ({START: "2023-05-01"}, {"start_plan": "2023-05-01"}),
        ({SPONSOR: "孙某"}, {"sponsor": "孙某"}),
    ],
)
def test_a_cell_changed_on_one_sheet_is_a_change(
    exported: Path, plan: Plan, sheet: str, change: dict[str, Any], stored: dict[str, Any]
):
    ((heading, text),) = change.items()
    (action,) = plan(edit(exported, heading, {sheet: text})).taken()
    assert (action.table, action.row_id, action.values) == ("project", 1, stored)


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize(
    "change",
    [
        ("累计完成投资（亿元）", 0.3, ("monthly_progress", {"invest_total": 30_000_000})),
        ("形象进度", "主体施工", ("monthly_progress", {"image_progress": "主体施工"})),
        ("解决措施", "加快收储", ("problem", {"measure": "加快收储"})),
        ("完成时限", "2024-05-01", ("problem", {"deadline": "2024-05-01"})),
    ],
)
def test_so_is_one_of_what_hangs_on_the_project(
    session: Session, exported: Path, plan: Plan, sheet: str, change: tuple[str, Any, tuple[str, Any]]
):
    heading, text, stored = change
    progress = {"month": "2024-03", "invest_total": "0.2", "image_progress": "基础施工"}
    session.run(add_row, table="monthly_progress", project_id=1, values=progress)
    problem = {"description": "用地未落实", "measure": "协调", "deadline": "2024-04-30"}
    session.run(add_row, table="problem", project_id=1, values=problem)
    export_projects(session, exported, as_of="2024-03-31")
    assert not list(plan(exported).cells())
    assert not plan(exported).body.errors, "a problem on several sheets is no repetition"
    made = plan(edit(exported, heading, {sheet: text}), on_conflict="theirs")
    assert [(each.table, each.values) for each in made.taken()] == [stored]


def test_the_same_on_two_sheets_is_one_change(session: Session, exported: Path, plan: Plan):
    made = plan(edit(exported, SPONSOR, {"签约一批": "孙某", "投产一批": "孙某"}))
    assert [(cell.key, cell.before, cell.after) for cell in made.cells()] == [("sponsor", "张某", "孙某")]
    assert not made.conflicts


@pytest.mark.parametrize("third", ["张某", "李某"])
def test_two_different_ones_are_asked_about_with_what_the_ledger_holds(
    session: Session, exported: Path, plan: Plan, third: str
):
    made = plan(edit(exported, SPONSOR, {"签约一批": "孙某", "开工一批": "钱某", "投产一批": third}))
    (conflict,) = made.conflicts
    last = "钱某" if third == "张某" else third
    assert (conflict.reason, conflict.ours, conflict.theirs) == ("within_file", "张某", last)
    assert conflict.in_ledger
    assert not list(made.cells())
    made.answer(conflict.id, "theirs")
    assert [cell.after for cell in made.cells()] == [last]


def test_untouched_it_changes_nothing(exported: Path, plan: Plan):
    made = plan(exported)
    assert not list(made.cells())
    assert not made.conflicts


def test_what_a_contradiction_in_another_file_stands_against_is_the_ledger(
    session: Session, write: Write, import_file: Plan, plan: Plan
):
    row = ["2023年第一次", NAME, "某甲公司", 0.46, "2023-04-19", "张某"]
    import_file(write({"签约一批": [HEAD, row]}))
    rows = {"签约一批": [HEAD, [*row[:5], "孙某"]], "开工一批": [HEAD, [*row[:5], "钱某"]]}
    (conflict,) = plan(write(rows)).conflicts
    assert (conflict.ours, conflict.theirs, conflict.in_ledger) == ("张某", "钱某", True)
