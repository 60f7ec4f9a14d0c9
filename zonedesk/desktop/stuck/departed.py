"""Who left the stuck lists in the month looked at: listed when asked for, counted as soon as there is time for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.jobs import JobRunner, Outcome
from zonedesk.domain.progress import Progress
from zonedesk.ops.stuck_trend import Departure, departures

# Long enough for the next key to come first.
_WAIT_MS = 60
_AT_ONCE = 2_000  # projects: of more, and of all that was written in the month, the count may take seconds


class Departed(QObject):
    """`counted(int)` whenever it is known how many they are: some moments after `forget`, or when `rows` is asked."""

    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Departure] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._count)
        # The wait begins when what is shown has been painted, however long that took.
        self._shown = QTimer(self, singleShot=True, interval=0)
        self._shown.timeout.connect(self._soon.start)
        self._jobs = JobRunner(self)
        self._asked: object = None  # what the count under way is told by
        desk.closing.connect(self._shut)

    def forget(self) -> None:
        """The ledger, the day or the scope are others: count anew, when the page has been shown."""
        self._rows = None
        self._stop()
        self._shown.start()

    def rows(self) -> list[Departure]:
        """All of them."""
        if self._rows is None:
            self._stop()
            self._rows = departures(self._desk.session, self._desk.as_of, self._desk.scope)
            self.counted.emit(len(self._rows))
        return self._rows

    def _count(self) -> None:
        """Count beside the screen what would hold it."""
        desk = self._desk
        if desk.session.reader.count("project") <= _AT_ONCE:
            self.rows()
            return
        look, as_of, scope = desk.session.second_look, desk.as_of, desk.scope

        def work(progress: Progress) -> list[Departure]:
            # What is written meanwhile may be read in part: every change has them counted anew.
            with look() as session, session.interruptible(progress):
                return departures(session, as_of, scope)

        self._asked = asked = object()
        self._jobs.start("", work, lambda outcome: self._on_counted(asked, outcome))

    def _on_counted(self, asked: object, outcome: Outcome) -> None:
        if asked is not self._asked or outcome.cancelled:
            return
        if outcome.error:
            self._desk.tell_failure(outcome.error)
        else:
            self._rows = outcome.value
            self.counted.emit(len(outcome.value))

    def _stop(self) -> None:
        self._shown.stop()
        self._soon.stop()
        self._asked = None
        self._jobs.cancel()

    def _shut(self) -> None:
        self._stop()
        self._jobs.shutdown()
