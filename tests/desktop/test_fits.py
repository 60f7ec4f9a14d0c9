"""Every page, on every tab, fits an office's small screen: else the window grows off its edge and stays so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QTableView
from pytestqt.qtbot import QtBot

from zonedesk.desktop.page import Page
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.tokens import NAV_WIDTH
from zonedesk.desktop.window import MainWindow

SCREEN = (1366, 768)


def test_a_page_that_asks_for_too_much_does_not_push_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(*SCREEN)
    page = window.go("three_not")
    page.chips.setMinimumWidth(2_000)
    qtbot.waitUntil(lambda: page.minimumSizeHint().width() > SCREEN[0])
    assert window.minimumSizeHint().width() <= SCREEN[0]


def test_no_tab_of_no_page_asks_for_more_than_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(*SCREEN)
    for spec in window.specs:
        page = window.go(spec.key)
        qtbot.waitUntil(lambda page=page: not page.settling())
        assert page.minimumSizeHint().width() <= SCREEN[0] - NAV_WIDTH, spec.key
        bars = [bar for bar in page.findChildren(QTabBar) if bar.count() > 1]
        for bar in bars:
            for number in range(bar.count()):
                bar.setCurrentIndex(number)
                qtbot.waitUntil(lambda page=page: not page.settling())
                asked = page.minimumSizeHint()
                fits = (asked.width() <= SCREEN[0] - NAV_WIDTH, asked.height() <= 640)
                assert fits == (True, True), f"{spec.key} {bar.tabText(number)}: {asked}"


def _name_columns(page: Page) -> list[tuple[QTableView, int]]:
    """Where names of projects stand in the tables in view."""
    found = []
    for table in page.findChildren(QTableView):
        model = table.model()
        if model is None or not table.isVisible():
            continue
        for column in range(model.columnCount()):
            head = model.headerData(column, Qt.Orientation.Horizontal)
            if head == "项目名称" and not table.isColumnHidden(column):
                found.append((table, column))
    return found


@pytest.mark.parametrize(
    "key", ["workbench", "ledger", "three_not", "procedures", "milestones", "duties", "visits"]
)
def test_names_of_projects_have_room_and_are_told_whole(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.resize(*SCREEN)
    page = window.go(key)
    qtbot.waitUntil(lambda: not page.settling())
    # Beside the cards of the workbench there is room for less.
    least = 13 if key == "workbench" else 15
    bars = [bar for bar in page.findChildren(QTabBar) if bar.count() > 1 and bar.isVisible()]
    seen = 0
    for number in range(bars[0].count() if bars and key != "ledger" else 1):
        if bars and key != "ledger":
            bars[0].setCurrentIndex(number)
            qtbot.waitUntil(lambda: not page.settling())
        for table, column in _name_columns(page):
            seen += 1
            room = table.fontMetrics().horizontalAdvance("名" * least) + 8
            assert table.columnWidth(column) >= room, f"{number} {table}"
            if table.model().rowCount():
                cell = table.model().index(0, column)
                assert cell.data() in (cell.data(Qt.ItemDataRole.ToolTipRole) or "")
    assert seen


def test_nine_columns_of_the_ledger_stand_beside_the_open_record(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(*SCREEN)
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    qtbot.waitUntil(lambda: page.panel.isVisible() and not page.settling())
    rest = [page.grid.columnWidth(n) for n in page.grid.columns() if n not in page.grid.staying()]
    assert sum(rest[:8]) <= page.grid.viewport().width()
