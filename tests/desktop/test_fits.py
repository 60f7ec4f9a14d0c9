"""Every page, on every tab, fits an office's small screen: else the window grows off its edge and stays so."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from zonedesk.desktop.window import MainWindow

SCREEN = (1366, 768)


def test_no_tab_of_no_page_asks_for_more_than_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(*SCREEN)
    for spec in window.specs:
        page = window.go(spec.key)
        qtbot.waitUntil(lambda page=page: not page.settling())
        bars = [bar for bar in page.findChildren(QTabBar) if bar.count() > 1]
        for bar in bars:
            for number in range(bar.count()):
                bar.setCurrentIndex(number)
                qtbot.waitUntil(lambda page=page: not page.settling())
                asked = window.minimumSizeHint()
                assert (asked.width() <= SCREEN[0], asked.height() <= SCREEN[1]) == (True, True), (
                    f"{spec.key} {bar.tabText(number)}: {asked}"
                )
        assert window.minimumSizeHint().width() <= SCREEN[0], spec.key
