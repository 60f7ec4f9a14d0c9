"""Every page, on every tab, fits an office's small screen: else the window grows off its edge and stays so."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

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
