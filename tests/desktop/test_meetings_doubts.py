"""调度: what looks odd is marked at its place, and keys act on what is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.desktop.test_meetings import LEFT, shown, type_into
from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.editors import LongText


@pytest.fixture
def page(qtbot, desk):
    return shown(qtbot, desk)


def test_insert_adds_to_what_the_tabs_show(qtbot, desk, page):
    page.bar.setCurrentIndex(1)
    tab = page.meetings
    tab.book.table.setFocus()
    count = len(tab.book.rows.rows)
    qtbot.mouseClick(tab.parts, LEFT, pos=tab.parts.tabRect(2).center())
    assert tab.items.table.hasFocus()
    qtbot.keyClick(tab.items.table, Qt.Key.Key_Insert)
    qtbot.keyClick(tab.items.table.viewport().findChild(LongText), Qt.Key.Key_Escape)
    known = len(tab.items.rows.rows)
    tab.parts.setFocus()
    qtbot.keyClick(tab.parts, Qt.Key.Key_Insert)
    assert len(tab.items.rows.rows) == known + 1
    assert len(tab.book.rows.rows) == count


def test_a_second_weekly_meeting_of_a_week_says_so(qtbot, page):
    page.bar.setCurrentIndex(1)
    tab = page.meetings
    assert tab.book.current_row()["held_on"] == "2024-03-29"
    assert "▲" not in tab.heading.text()
    tab.book.add_row()
    assert "▲ 2024年第13周例会已登记2次，请核对是否重复" in tab.heading.text()
    column = [each.key for each in tab.book.model.columns].index("held_on")
    row = tab.book.table.currentIndex().row()
    assert tab.book.model.cell(tab.book.model.index(row, column)).mark == "noted"


def test_a_status_that_is_none_is_marked_and_not_counted(qtbot, desk, page):
    page.bar.setCurrentIndex(2)
    tab = page.items
    place = next(n for n, each in enumerate(tab.book.shown()) if each["open"])
    before = int(page.bar.tabText(2).split()[-1])
    done = tab.book.chips.buttons["done"].text()
    told = []
    desk.told.connect(told.append)
    type_into(qtbot, tab.book, place, "status", "2026-11-27")
    assert "待核：“2026-11-27”不是“状态”可填的待办、办理中、已完成" in told[-1]
    column = [each.key for each in tab.book.model.columns].index("status")
    cell = tab.book.model.cell(tab.book.model.index(place, column))
    assert (cell.text, cell.mark, cell.colour) == ("2026-11-27", "noted", tokens.RED)
    assert cell.tip == told[-1]
    assert int(page.bar.tabText(2).split()[-1]) == before - 1
    assert tab.book.chips.buttons["done"].text() == done
    tab.book.table.setCurrentIndex(tab.book.model.index(place, column))
    assert "（待核）" in tab.panel.state.text()
    assert "状态“2026-11-27”不是" in tab.panel.warnings.text()
    tab.book.choose_chips(["doubtful"])
    assert [each["status"] for each in tab.book.shown()] == ["2026-11-27"]
