"""What was last done, at the right of the status bar, until it is old news."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from zonedesk.desktop.widgets.one_line import OneLine

_SHOWN_MS = 15_000


class ToldLine(OneLine):
    """Shows a line for a while beside the page's own status, and hides none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("told")
        self._old_news = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._old_news.timeout.connect(self.clear)

    def say(self, text: str) -> None:
        """Show a line; the next one takes its place."""
        self.setText(text)
        self.setToolTip(text)
        self._old_news.start()
