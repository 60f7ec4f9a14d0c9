"""Long work beside the screen: one worker, told to stop by a flag, ending by one signal whatever happens."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal

from zonedesk.domain.errors import CancelledError, ZonedeskError
from zonedesk.domain.progress import Progress

Work = Callable[[Progress], Any]
_REPORT_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: `value` if it was done; `error` if it failed; neither if it was cancelled."""

    value: Any = None
    error: Exception | None = None
    cancelled: bool = False


class _Reporter:
    """The worker's side of progress: throttled reports out, the cancel flag in."""

    def __init__(self, emit: Callable[[int, int, str], None]) -> None:
        self._emit = emit
        self._last = 0.0
        self.cancelled = threading.Event()

    def report(self, done: int, total: int, text: str) -> None:
        now = time.monotonic()
        if now - self._last >= _REPORT_EVERY or done >= total:
            self._last = now
            self._emit(done, total, text)

    def check(self) -> None:
        if self.cancelled.is_set():
            raise CancelledError


class _Task(QRunnable):
    """Runs the work; holds no Qt object of its own, only bound emitters of the runner."""

    def __init__(self, work: Work, reporter: _Reporter, finish: Callable[[object], None]) -> None:
        super().__init__()
        self._work, self._reporter, self._finish = work, reporter, finish

    def run(self) -> None:
        try:
            outcome = Outcome(value=self._work(self._reporter))
        except CancelledError:
            outcome = Outcome(cancelled=True)
        except Exception as error:
            if not isinstance(error, ZonedeskError):
                logging.getLogger(__name__).exception("job failed")
            outcome = Outcome(error=error)
        try:
            self._finish(outcome)
        except RuntimeError:
            # The runner went with its window while this was under way: nobody waits for the outcome any more.
            logging.getLogger(__name__).warning("a job ended after its runner", exc_info=True)


class JobRunner(QObject):
    """One job at a time. `progressed(done, total, text)`; then `finished(Outcome)` exactly once per job.

    A job that was told to stop gives way: the next one may be started and begins as soon as it has stopped.
    """

    started = Signal(str)
    progressed = Signal(int, int, str)
    finished = Signal(object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reporter: _Reporter | None = None
        self._then: Callable[[Outcome], None] | None = None
        self._next: tuple[str, Work, Callable[[Outcome], None]] | None = None
        self._ended.connect(self._on_ended)

    @property
    def busy(self) -> bool:
        """Whether a job is running."""
        return self._reporter is not None

    def start(self, title: str, work: Work, then: Callable[[Outcome], None]) -> bool:
        """Run `work` on the worker, then call `then` with the outcome on this thread; False if busy."""
        if self._reporter is not None:
            if self._next or not self._reporter.cancelled.is_set():
                return False
            self._next = (title, work, then)
            return True
        self._reporter = _Reporter(self.progressed.emit)
        self._then = then
        self.started.emit(title)
        self._pool.start(_Task(work, self._reporter, self._ended.emit))
        return True

    def cancel(self) -> None:
        """Ask the running job to stop at its next check; one that waits for it never begins."""
        if self._reporter:
            self._reporter.cancelled.set()
        if self._next:
            (_, _, then), self._next = self._next, None
            then(Outcome(cancelled=True))

    def wait(self) -> None:
        """Wait for the running job, and have its end told before this returns; one that waits for it goes on then."""
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents(self)

    def shutdown(self) -> None:
        """Cancel and wait: called when the window closes."""
        self.cancel()
        self._pool.waitForDone()

    def _on_ended(self, outcome: Outcome) -> None:
        then, self._then, self._reporter = self._then, None, None
        waiting, self._next = self._next, None
        if waiting:
            self.start(*waiting)
        # Busy is over before anyone hears of it: a listener may start the next job.
        self.finished.emit(outcome)
        if then:
            then(outcome)
