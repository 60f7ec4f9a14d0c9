"""The place of the pages in the window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from zonedesk.desktop import tokens

_SMALLEST = QSize(1366 - tokens.NAV_WIDTH, 640)  # what an office's small screen leaves for a page


class PageStack(QStackedWidget):
    """A page with very long figures is cut at its own edge: the window does not grow off the screen for it, and stay so."""

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(_SMALLEST)
