"""On every page with tabs the same keys go from one to the next, and the keyboard goes along."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from zonedesk.desktop.window import MainWindow

K, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("name", ["three_not", "procedures", "milestones", "duties", "meetings", "visits"])
def test_the_tabs_of_a_page_are_gone_round(window: MainWindow, qtbot: QtBot, name: str) -> None:
    page = window.go(name)
    qtbot.waitUntil(lambda: not page.settling())
    page.setFocus()
    bar = next(bar for bar in page.findChildren(QTabBar) if bar.isVisible() and bar.count() > 1)
    first, seen = bar.currentIndex(), []
    for _ in range(bar.count()):
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab, CTRL)
        qtbot.waitUntil(lambda: not page.settling())
        seen.append(bar.currentIndex())
        focused = QApplication.focusWidget()
        assert page.isAncestorOf(focused)
        assert focused.isVisible()
    assert sorted(seen) == list(range(bar.count()))
    assert seen[-1] == first
    qtbot.keyClick(QApplication.focusWidget(), K.Key_Backtab, CTRL | SHIFT)
    assert bar.currentIndex() == (first - 1) % bar.count()
