"""The recycle page under real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.recycle import RecyclePage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit
from zonedesk.ops.cells import delete_rows
from zonedesk.ops.session import Session

K = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> RecyclePage:
    found = window.go("recycle")
    assert isinstance(found, RecyclePage)
    return found


def texts(page: RecyclePage, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(page.model.columnCount())]


def shown_in(page: RecyclePage) -> str:
    lines = []
    items = [page.content.topLevelItem(n) for n in range(page.content.topLevelItemCount())]
    while items:
        item = items.pop(0)
        lines.append(f"{item.text(0)}|{item.text(1)}")
        items = [item.child(n) for n in range(item.childCount())] + items
    return "\n".join(lines)


def test_empty_it_says_what_it_is_for(page: RecyclePage) -> None:
    assert page.empty.isVisible()
    assert not page.split.isVisible()
    assert not page.restore_button.isEnabled()


def test_a_deleted_project_is_shown_and_comes_back_by_enter(page: RecyclePage, qtbot: QtBot) -> None:
    desk = page.desk
    project = desk.session.reader.project(3)
    hanging = len(desk.session.reader.rows("procedure", project_id=3))
    desk.run(edit.delete_row, table="project", row_id=3)
    assert texts(page, 0)[:2] == ["项目", project["name"]]
    assert f"手续 {hanging}" in texts(page, 0)[2]
    assert texts(page, 0)[4] == "王某某"
    assert f"项目名称|{project['name']}" in shown_in(page)
    assert f"手续（{hanging}）" in shown_in(page)
    page.table.setFocus()
    qtbot.keyClick(page.table, K.Key_Return)
    assert desk.session.reader.project(3) == project
    assert page.empty.isVisible()
    qtbot.keyClick(page.window(), K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.reader.project(3) is None
    assert page.model.rowCount() == 1


def test_several_at_once(page: RecyclePage, qtbot: QtBot) -> None:
    page.desk.run(delete_rows, table="project", row_ids=[2, 3, 5])
    page.table.setFocus()
    qtbot.keyClick(page.table, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "3" in page.restore_button.text()
    qtbot.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert page.empty.isVisible()
    assert {2, 3, 5} <= set(page.desk.session.reader.names("project"))


def test_a_refusal_is_told_and_the_record_stays(page: RecyclePage, window: MainWindow, qtbot: QtBot) -> None:
    desk = page.desk
    permit = desk.session.reader.rows("procedure")[0]
    desk.run(edit.delete_row, table="procedure", row_id=permit["id"])
    desk.run(edit.delete_row, table="project", row_id=permit["project_id"])
    row = next(n for n, each in enumerate(page.model.lines) if each.table == "procedure")
    place = page.table.visualRect(page.model.index(row, 1)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [each.table for each in page.selected()] == ["procedure"]
    qtbot.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert "请先恢复该项目" in window.notice.text.text()
    assert page.model.rowCount() == 2


def test_a_read_only_ledger_can_be_looked_at_only(desk: Desk, show_window) -> None:
    desk.run(edit.delete_row, table="project", row_id=3)
    with Session.open(desk.session.path, "李某某") as second:
        page = show_window(Desk(second)).go("recycle")
        assert page.model.rowCount() == 1
        assert not page.restore_button.isEnabled()
