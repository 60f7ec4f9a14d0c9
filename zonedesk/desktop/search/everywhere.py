"""Puts the parts of the search together for one window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.keys import Key, source
from zonedesk.desktop.landing import Landings
from zonedesk.desktop.page import Page
from zonedesk.desktop.search.focus_keys import FocusKeys
from zonedesk.desktop.search.index import SearchKeeper
from zonedesk.desktop.search.opening import Opener
from zonedesk.desktop.search.palette import Palette

SEARCH_KEY = "Ctrl+K"


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    return [Key(translate("Keys", "整个窗口"), translate("Palette", "查找全部"), (SEARCH_KEY,))]


class SearchEverywhere(QObject):
    """Ctrl+K in `window` opens the palette; `go` brings a page into view, `landings` what stands on it."""

    def __init__(self, desk: Desk, window: QWidget, go: Callable[[str], Page], landings: Landings) -> None:
        super().__init__(window)
        self.keeper = SearchKeeper(desk, self)
        self.palette = Palette(self.keeper, window)
        self.opener = Opener(desk, go, landings, self.palette.places, self)
        self.palette.chosen.connect(self.opener.open)
        self._focus_keys = FocusKeys(self)
        shortcut = QShortcut(QKeySequence(SEARCH_KEY), window)
        shortcut.activated.connect(self.open)

    def open(self) -> None:
        """Show the palette."""
        self.palette.open()
