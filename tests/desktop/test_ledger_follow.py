"""Ctrl+Z and Ctrl+Y lead the cursor to the cell they changed, or say that it is not shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    found.grid.setFocus()
    qtbot.waitUntil(lambda: bool(found.panel.leaves))
    return found


def here(page: LedgerPage) -> tuple[int, str]:
    index = page.grid.currentIndex()
    return index.row(), page.model.columns[index.column()].key


def type_at(page: LedgerPage, row: int, key: str, words: str) -> None:
    page.grid.go(row, page.model.column_of(key))
    compose(page.grid, words)
    QTest.keyClick(page.grid.editor(), K.Key_Return)


def test_the_cursor_goes_to_the_cell_that_was_taken_back_and_done_again(page: LedgerPage) -> None:
    type_at(page, 3, "duty_person", "甲某")
    type_at(page, 30, "remark", "乙")
    page.grid.go(0, 0)
    for key, place in (
        (K.Key_Z, (30, "remark")),
        (K.Key_Z, (3, "duty_person")),
        (K.Key_Y, (3, "duty_person")),
        (K.Key_Y, (30, "remark")),
    ):
        QTest.keyClick(page.grid, key, CONTROL)
        assert here(page) == place
        assert page.grid.viewport().rect().intersects(page.grid.visualRect(page.grid.currentIndex()))


def test_a_deleted_project_that_comes_back_is_current(page: LedgerPage) -> None:
    page.grid.go(5, 0)
    name = page.grid.currentIndex().data()
    QTest.keyClick(page.grid, K.Key_Minus, CONTROL)
    page.grid.go(20, 3)
    QTest.keyClick(page.grid, K.Key_Z, CONTROL)
    assert here(page) == (5, "name")
    assert page.grid.currentIndex().data() == name


def test_a_procedure_that_was_changed_leads_to_its_count(page: LedgerPage) -> None:
    pid = page.model.project_at(7)
    row = page.desk.session.reader.rows("procedure", project_id=pid)[0]
    page.desk.run(edit.set_field, table="procedure", row_id=row["id"], key="next_step", text="补一份材料")
    page.grid.go(0, 0)
    QTest.keyClick(page.grid, K.Key_Z, CONTROL)
    assert here(page) == (7, "procedures")


def test_what_a_filter_hides_is_said_and_the_cursor_stays(page: LedgerPage, qtbot: QtBot) -> None:
    type_at(page, 3, "duty_person", "甲某")
    name = page.model.index(10, 0).data()
    compose(page.filters.search, name)
    assert page.model.rowCount() < 40
    assert page.model.row_of(4) is None
    QTest.keyClick(page.filters.search, K.Key_Return)
    before = here(page)
    told: list[str] = []
    page.desk.told.connect(told.append)
    QTest.keyClick(page.grid, K.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: bool(told) and "当前未显示" in told[-1])
    assert here(page) == before


def test_a_hidden_column_is_named(page: LedgerPage, qtbot: QtBot) -> None:
    page.looking.columns.hide("duty_person")
    pid = page.model.project_at(3)
    page.desk.run(edit.set_field, table="project", row_id=pid, key="duty_person", text="甲某")
    page.grid.go(9, 0)
    told: list[str] = []
    page.desk.told.connect(told.append)
    QTest.keyClick(page.grid, K.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: bool(told) and "“责任人”当前未显示" in told[-1])
    assert here(page) == (3, "name")
