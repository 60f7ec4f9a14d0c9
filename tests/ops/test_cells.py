"""Editing many cells as one step."""

from __future__ import annotations

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.ops.cells import Cell, delete_rows, set_cells
from zonedesk.ops.edit import add_project
from zonedesk.ops.session import Session


@pytest.fixture
def two(session: Session) -> list[int]:
    return [session.run(add_project, name=name).rows[0].row_id for name in ("甲项目", "乙项目")]


def test_one_step_for_all(session: Session, two: list[int]) -> None:
    cells = [
        Cell(two[0], "total_investment", "3"),
        Cell(two[0], "start_plan", "年底前"),
        Cell(two[1], "zone_id", "某某经开区"),
    ]
    session.run(set_cells, table="project", cells=cells, verb="粘贴")
    first, second = session.reader.projects(two)
    assert first["total_investment"] == 300_000_000
    assert first["unfit"] == {"start_plan": "年底前"}
    assert session.reader.names("zone")[second["zone_id"]] == "某某经开区"
    assert session.next_undo().label == "粘贴 3 格"
    session.undo()
    assert session.reader.projects(two)[0]["total_investment"] is None


def test_one_cell_is_named_in_the_history(session: Session, two: list[int]) -> None:
    session.run(set_cells, table="project", cells=[Cell(two[1], "total_investment", "3")])
    session.run(set_cells, table="project", cells=[Cell(two[1], "total_investment", "")], verb="清空")
    assert session.next_undo().label == "清空“乙项目”总投资"


def test_progress_goes_to_its_month(session: Session, two: list[int]) -> None:
    session.run(
        set_cells, table="project", cells=[Cell(two[0], "completed_investment", "2")], month="2024-03"
    )
    assert session.reader.rows("monthly_progress", project_id=two[0])[0]["month"] == "2024-03"


def test_all_or_none(session: Session, two: list[int]) -> None:
    with pytest.raises(RefusedError):
        session.run(set_cells, table="project", cells=[Cell(two[0], "remark", "x"), Cell(two[1], "name", "")])
    assert session.reader.project(two[0])["remark"] is None


def test_clearing_what_did_not_fit_clears_the_flag(session: Session, two: list[int]) -> None:
    session.run(set_cells, table="project", cells=[Cell(two[0], "start_plan", "年底前")])
    session.run(set_cells, table="project", cells=[Cell(two[0], "start_plan", "")])
    assert session.reader.project(two[0])["unfit"] == {}


def test_rows_are_deleted_together(session: Session, two: list[int]) -> None:
    session.run(delete_rows, table="project", row_ids=two)
    assert session.reader.count("project") == 0
    session.undo()
    assert session.reader.count("project") == 2
