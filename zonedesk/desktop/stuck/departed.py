"""Who left the stuck lists in the month looked at: listed when asked for, counted as soon as there is time for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from zonedesk.desktop.desk import Desk
from zonedesk.ops.stuck_trend import Departure, departures

# Long enough for the next key to come first.
_WAIT_MS = 60


class Departed(QObject):
    """`counted(int)` whenever it is known how many they are: some moments after `forget`, or when `rows` is asked."""

    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Departure] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self.rows)
        # The wait begins when what is shown has been painted, however long that took.
        self._shown = QTimer(self, singleShot=True, interval=0)
        self._shown.timeout.connect(self._soon.start)
        desk.closing.connect(self._stop)

    def forget(self) -> None:
        """The ledger, the day or the scope are others: count anew, when the page has been shown."""
        self._rows = None
        self._shown.start()

    def rows(self) -> list[Departure]:
        """All of them."""
        if self._rows is None:
            self._stop()
            self._rows = departures(self._desk.session, self._desk.as_of, self._desk.scope)
            self.counted.emit(len(self._rows))
        return self._rows

    def _stop(self) -> None:
        self._shown.stop()
        self._soon.stop()
