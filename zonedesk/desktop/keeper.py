"""Keeps the open ledger safe without being asked: backups every half hour and at close, checks of the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from zonedesk.desktop.backups.telling import BackupWords
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.jobs import JobRunner, Outcome
from zonedesk.domain.errors import LedgerError
from zonedesk.domain.progress import Progress
from zonedesk.ops.backup import EVERY, BackupOutcome, back_up, now_here
from zonedesk.store.backup import Reason
from zonedesk.store.integrity import check_file

_CHECK_EVERY = dt.timedelta(days=7)


class Keeper(QObject):
    """Works beside the desk's own jobs, on a worker of its own: what it does never makes the officer wait.

    `guard(window, …)` puts the closing backup before the window's end: the window goes when the backup is there;
    if it fails, that is told and the window stays, and closing again lets it go without.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.jobs = JobRunner(self)
        self._words = BackupWords(self)
        self._window: QWidget | None = None
        self._let: Callable[[], bool] = lambda: True
        self._closing = self._may_close = False
        self._stopped = False
        self._kept = 0
        self._timer = QTimer(self, interval=int(EVERY.total_seconds() * 1000))
        self._timer.timeout.connect(self.keep)
        desk.closing.connect(self._stop)

    def begin(self) -> None:
        """Check the file if the last program ended badly, or if it was not checked for a week; start the clock."""
        if not self.desk.session.writable:
            return
        self._timer.start()
        checked = self.desk.keeping.checked
        age = now_here() - checked.at if checked else None
        if self.desk.session.unclean or age is None or not dt.timedelta() <= age < _CHECK_EVERY:
            path = self.desk.session.path
            self.jobs.start(
                self.tr("检查台账文件"), lambda progress: check_file(path, progress), self._on_checked
            )

    def keep(self) -> None:
        """Back up what changed since the last backup; nothing if something is under way."""
        self._start("auto")

    def guard(self, window: QWidget, may_close: Callable[[], bool] = lambda: True) -> None:
        """Back up before `window` closes, once `may_close` lets it: what it still writes belongs into the backup."""
        self._window, self._let = window, may_close
        window.installEventFilter(self)

    def let_close(self) -> None:
        """Let the window close without a backup: a restore is about to make its own."""
        self._may_close = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Close:
            return super().eventFilter(watched, event)
        if not self._let():
            event.ignore()
            return True
        if not self._must_wait():
            return super().eventFilter(watched, event)
        event.ignore()
        if not self._closing:
            self._closing = True
            self.desk.told.emit(self.tr("正在备份，随后关闭…"))
            self.jobs.cancel()
            if not self._start("close"):
                self._go_on(done=False)
        return True

    def _must_wait(self) -> bool:
        session = self.desk.session
        return not (
            self._may_close or self._stopped or not session.writable or self._kept == self._last_change()
        )

    def _last_change(self) -> int:
        try:
            return self.desk.session.reader.last_change()
        except LedgerError:
            # The stick is out: closing must not fail on it, and the backup will say so.
            return -1

    def _start(self, reason: Reason) -> bool:
        session = self.desk.session
        if self._stopped or not session.writable:
            return False
        path, second, at = session.path, self.desk.keeping.second, self._last_change()

        def work(progress: Progress) -> BackupOutcome:
            return back_up(path, reason=reason, second=second, progress=progress)

        return self.jobs.start(self.tr("备份台账"), work, lambda outcome: self._on_kept(outcome, at))

    def _on_kept(self, outcome: Outcome, at: int) -> None:
        if outcome.error:
            self.desk.tell_failure(outcome.error)
        elif isinstance(outcome.value, BackupOutcome):
            done = outcome.value
            if done.second in {"none", "current", "done"}:
                self._kept = at
            text = self._words.outcome(done, self.desk.keeping.second, automatic=True)
            if text:
                self.desk.told.emit(text)
            self.desk.backed_up.emit()
        if self._closing:
            self._go_on(done=outcome.error is None)

    def _go_on(self, *, done: bool) -> None:
        """Close now that the backup is there; or stay once, so that its failure is read."""
        self._closing, self._may_close = False, True
        if self._window and done:
            self._window.close()

    def _on_checked(self, outcome: Outcome) -> None:
        if outcome.error:
            self.desk.tell_failure(outcome.error)
        if outcome.error or outcome.cancelled:
            return
        self.desk.take_check(outcome.value, loud=self.desk.session.unclean)

    def _stop(self) -> None:
        self._stopped = True
        self._timer.stop()
        self.jobs.shutdown()
