"""The list of keys is what is bound, and what is bound is on the list."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from zonedesk.desktop.keys import every_key
from zonedesk.desktop.ledger.grid_keys import grid_keys
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.view_definition import ColumnFilter


def bound(window: MainWindow) -> set[str]:
    found = [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    found += [action.shortcut() for action in window.findChildren(QAction)]
    found += [button.shortcut() for button in window.findChildren(QAbstractButton)]
    return {key.toString() for key in found if not key.isEmpty()}


def test_every_shortcut_that_is_bound_is_on_the_list(window: MainWindow, qtbot: QtBot) -> None:
    for spec in window.specs:
        window.go(spec.key)
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    qtbot.waitUntil(lambda: bool(page.panel.leaves))
    listed = {QKeySequence(each).toString() for key in every_key() for each in key.sequences}
    assert bound(window) - listed == set()
    for spec in window.specs:
        page = window.go(spec.key)
        qtbot.waitUntil(lambda page=page: not page.settling())


def test_every_key_of_the_grid_does_something_and_no_key_two_things(window: MainWindow) -> None:
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    sequences = [QKeySequence(each).toString() for key in grid_keys() for each in key.sequences]
    assert all(sequences)
    assert len(sequences) == len(set(sequences))
    for key in grid_keys():
        assert callable(attrgetter(key.action)(page.grid))


def test_f1_lists_the_keys_and_letters_narrow_them_down(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("ledger")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F1)
    dialog = window.keys_help
    assert dialog is not None
    assert dialog.isVisible()
    rows = dialog.rows()
    assert ("Ctrl+D", "向下填充") in rows
    assert ("Alt+↓", "打开可选值列表") in rows
    assert len(rows) == len(every_key())
    qtbot.keyClicks(dialog.narrow, "ctrl+h")
    assert set(dialog.rows()) == {("Ctrl+Home", "第一行第一栏"), ("Ctrl+H", "查找和替换")}
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_f1_opens_at_the_top_with_the_keyboard_in_the_search_line_each_time(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.go("ledger")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_F1)
    dialog = window.keys_help
    assert dialog is not None
    qtbot.waitUntil(dialog.narrow.hasFocus)
    qtbot.keyClick(dialog.narrow, Qt.Key.Key_Tab)
    qtbot.waitUntil(dialog.tree.hasFocus)
    for _ in range(40):
        qtbot.keyClick(dialog.tree, Qt.Key.Key_Down)
    assert dialog.tree.verticalScrollBar().value() > 0
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_F1)
    qtbot.waitUntil(dialog.narrow.hasFocus)
    assert dialog.tree.verticalScrollBar().value() == 0
    assert len(dialog.rows()) == len(every_key())


def test_keys_are_written_as_on_the_keyboard(window: MainWindow) -> None:
    written = {key.name: key.written for key in every_key()}
    assert written["重做"] == "Ctrl+Y、Ctrl+Shift+Z"
    assert written["左边一栏"] == "Shift+Tab"


def test_chips_are_reached_by_tab_edited_by_enter_and_taken_off_by_delete(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    page.desk.show_rows("三个", [3, 5, 8])
    page.looking.put_filter("stage", ColumnFilter(values=frozenset({"在谈"})))
    bar = page.filters
    asked: list[str] = []
    bar.edit_asked.connect(lambda key, _: asked.append(key))
    qtbot.waitUntil(lambda: all(chip.isVisible() for chip in bar.chips.values()))
    bar.search.setFocus()
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() in bar.chips.values():
            break
    first, second = bar.chips.values()
    assert QApplication.focusWidget() is first
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert second.hasFocus()
    assert len(bar.chips) == 1
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert asked == ["stage"]
    bar.popup.hide()
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert bar.search.hasFocus()
