"""数据交换 without a mouse: whoever comes to the page can go on by Enter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.exchanging import read
from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop.pages.exchange import ExchangePage
from zonedesk.desktop.window import MainWindow

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def to_the_ledger(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    assert window.stack.currentWidget() is window.go("ledger")


def from_the_palette(qtbot: QtBot, window: MainWindow) -> ExchangePage:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = window.search.palette
    qtbot.waitUntil(lambda: palette.keeper.index is not None)
    qtbot.keyClicks(palette.line, "sjjh")
    qtbot.waitUntil(lambda: palette.model.rowCount() > 0)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    page = window.stack.currentWidget()
    assert isinstance(page, ExchangePage)
    return page


def back_by_key(qtbot: QtBot, window: MainWindow) -> ExchangePage:
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    page = window.stack.currentWidget()
    assert isinstance(page, ExchangePage)
    return page


def test_enter_asks_for_a_file_as_soon_as_the_page_is_there(qtbot: QtBot, window: MainWindow):
    window.desk.prompts = prompts = ReadyPrompts()
    for way in (from_the_palette, back_by_key):
        to_the_ledger(qtbot, window)
        page = way(qtbot, window)
        assert page.start.import_button.hasFocus()
        prompts.asked.clear()
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        assert prompts.asked == ["导入文件"]


def test_who_comes_from_the_workbench_is_at_the_button_too(qtbot: QtBot, window: MainWindow):
    window.desk.page_requested.emit("exchange")
    page = window.stack.currentWidget()
    assert isinstance(page, ExchangePage)
    assert page.start.import_button.hasFocus()


def test_who_comes_back_to_a_plan_is_in_its_list(qtbot: QtBot, window: MainWindow, shared: Path):
    page = from_the_palette(qtbot, window)
    read(qtbot, page, shared / "workbooks" / "领办代办台账.csv")
    to_the_ledger(qtbot, window)
    back_by_key(qtbot, window)
    assert page.plan_panel.doubts.table.hasFocus()
