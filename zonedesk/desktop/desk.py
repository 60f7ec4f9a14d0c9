"""The open ledger as the screen knows it: what day and scope are looked at, and the one way to write."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from zonedesk.desktop.jobs import JobRunner, Outcome
from zonedesk.desktop.prompts import Prompts
from zonedesk.desktop.wait_cursor import wait_cursor
from zonedesk.domain.changes import Changes, Step
from zonedesk.domain.errors import CancelledError, LedgerError, RefusedError, ZonedeskError
from zonedesk.domain.fields import Field
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.messages import say
from zonedesk.domain.values import with_year
from zonedesk.ops.backup import now_here
from zonedesk.ops.keeping import Keeping
from zonedesk.ops.long_step import LongStep
from zonedesk.ops.session import Session
from zonedesk.ops.working_day import default_as_of

Told = Callable[[Changes | None], None]
_AT_ONCE = 2_000  # rows that are written within a tenth of a second


class Desk(QObject):
    """Shared by all pages. Pages read through `session.reader`, write through `run`, and listen.

    `changes_applied(Changes)` after every write; `looked_at_changed()` when day, scope or money unit
    change; `told(str)` is a line for the status bar, `failed(str)` one that must not be overlooked;
    `page_requested(str)` asks for a page by its key, or with a `Place` for something on it;
    `rows_requested(str, list)` asks to show these projects under that name; `restore_requested(Path)` to put a
    backup in the ledger's place. `backed_up()` and `checked()` after a backup or a check of the file was made;
    `signed(str)` with the name that stands in every change from now on. `step_begun()`: the worker begins to take a
    step, which is told later, wherever the officer is by then.
    """

    changes_applied = Signal(object)
    looked_at_changed = Signal()
    told = Signal(str)
    failed = Signal(str)
    rows_requested = Signal(str, list)
    page_requested = Signal(object)
    closing = Signal()
    backed_up = Signal()
    checked = Signal()
    restore_requested = Signal(object)
    signed = Signal(str)
    step_begun = Signal()

    def __init__(
        self,
        session: Session,
        prompts: Prompts | None = None,
        parent: QObject | None = None,
        keeping: Keeping | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.keeping = keeping or Keeping(session.ledger_id)
        self.prompts = prompts or Prompts()
        self.jobs = JobRunner(self)
        self.money_unit = "亿元"
        self.scope = Scope()
        self._usual_day: str = default_as_of(session.reader)
        self.as_of: str = self._usual_day
        self._closed = False
        self._aside = ""  # to be told with the step that brought it about
        self._stop_listening = session.subscribe(self._on_written)

    def follow_day(self) -> None:
        """Look at the day that is now the usual one; a day that was chosen stays."""
        before, self._usual_day = self._usual_day, default_as_of(self.session.reader)
        if self.as_of == before:
            self.look_at(as_of=self._usual_day)

    def run(self, operation: Callable[..., Any], /, **kwargs: Any) -> Changes | None:
        """Write through the session; a refusal is told to the officer and gives None.

        What comes while a long step is being written waits for its end: nothing that was typed is turned away.
        """
        self.finish_step()
        return self._guarded(lambda: self.session.run(operation, **kwargs))

    def finish_step(self) -> None:
        """Wait for the step that the worker is taking, if there is one, and have it told."""
        if self.session.step_under_way:
            with wait_cursor():
                # Twice, where a job that gives way is in front of it.
                while self.session.step_under_way and self.jobs.busy:
                    self.jobs.wait()

    def type_in(
        self, operation: Callable[..., Any], field: Field, text: str, /, **kwargs: Any
    ) -> Changes | None:
        """As `run`, with what was typed by hand into a field as its `text`.

        A day written without its year lies in the year looked at; as what it was taken is told.
        """
        day = with_year(field, text, int(self.as_of[:4]))
        changes = self.run(operation, text=day or text, **kwargs)
        if changes and day:
            self.told.emit(self.tr("“{text}”没有写年份，记为 {day}").format(text=text.strip(), day=day))
        return changes

    def undo(self, *, set_id: int | None = None, later: Told | None = None) -> Changes | None:
        """Take back the last step, or the one of that number. A long one is taken on the worker: see `take`."""
        session = self.session
        if self._is_long(lambda: session.next_undo() if set_id is None else session.record.step(set_id)):
            self.take(self.tr("正在撤销…"), lambda: session.undo_beside(set_id), later)
            return None
        return self._guarded(lambda: session.undo(set_id))

    def redo(self) -> Changes | None:
        """Do the step undone last again."""
        session = self.session
        if self._is_long(session.next_redo):
            self.take(self.tr("正在重做…"), session.redo_beside)
            return None
        return self._guarded(session.redo)

    def beside(self, rows: int) -> bool:
        """Whether a step that writes so many rows would hold the window, and the worker can take it instead."""
        return rows > _AT_ONCE and not self.jobs.busy and self.session.writes_beside

    def take(self, title: str, begin: Callable[[], LongStep], later: Told | None = None) -> None:
        """Take a step on the worker, which must be free. `later` hears how it ended, once all others have heard:
        None if it was refused or cancelled, which is told."""
        try:
            step = begin()
        except ZonedeskError as error:
            self.failed.emit(say(error))
            if later:
                later(None)
            return

        def finish(outcome: Outcome) -> None:
            if self._closed:
                return
            error = outcome.error
            if error is not None and not isinstance(error, ZonedeskError):
                error = ZonedeskError()  # the job has logged what it was
            changes = None
            try:
                changes = self._guarded(lambda: step.end(outcome.value, error))
                if outcome.cancelled:
                    self.told.emit(say(CancelledError()))
            finally:
                # Whatever a listener stumbled over: who began the step must not wait for ever.
                if later:
                    later(changes if changes is not None else outcome.value)

        self.step_begun.emit()
        if not self.jobs.start(title, step.work, finish):
            finish(Outcome(error=RefusedError("job.busy")))

    def figures(self, scope: Scope | None = None) -> Summary:
        """Every figure of the day and scope looked at (or another scope)."""
        return self.session.figures(self.as_of, scope or self.scope)

    def look_at(
        self, *, as_of: str | None = None, scope: Scope | None = None, money_unit: str | None = None
    ) -> None:
        """Change the day, scope or money unit that all pages show."""
        new = (as_of or self.as_of, scope or self.scope, money_unit or self.money_unit)
        if new != (self.as_of, self.scope, self.money_unit):
            self.as_of, self.scope, self.money_unit = new
            self.looked_at_changed.emit()

    def show_rows(self, title: str, project_ids: list[int]) -> None:
        """Open the ledger page on these projects: what a click on a number does."""
        self.rows_requested.emit(title, project_ids)

    def tell_failure(self, error: Exception) -> None:
        """Tell how something failed; what is not our own refusal is in the log already."""
        self.failed.emit(say(error if isinstance(error, ZonedeskError) else ZonedeskError()))

    def take_check(self, faults: list[str], *, loud: bool = True) -> None:
        """Keep and tell what a check of the file found; without `loud`, only faults are told."""
        try:
            self.keeping.set_checked(now_here(), len(faults))
        except OSError:
            # A PC that keeps no settings still gets its answer.
            logging.getLogger(__name__).warning("check not kept", exc_info=True)
        if faults:
            path = str(self.session.path)
            self.failed.emit(say(LedgerError("ledger.faults", path=path, count=len(faults), first=faults[0])))
        elif loud:
            self.told.emit(self.tr("台账文件已检查：完好"))
        self.checked.emit()

    def sign_as(self, who: str) -> None:
        """Let `who` stand in the changes to come, and tell it."""
        self.session.sign_as(who)
        self.told.emit(self.tr("此后的改动记“{who}”").format(who=who))
        self.signed.emit(who)

    def close(self) -> None:
        """End jobs, have others let go of the ledger (`closing()`), then close it; once is enough."""
        if self._closed:
            return
        self._closed = True
        self.jobs.shutdown()
        self.closing.emit()
        self._stop_listening()
        self.session.close()

    def _on_written(self, changes: Changes) -> None:
        # First: whoever hears of the changes asks for the figures of what is looked at.
        narrowed = changes.touches("batch", "zone") and self._let_go_of_what_is_gone()
        self.changes_applied.emit(changes)
        if narrowed:
            self._aside = self.tr("所看的批次或开发区已不在台账中，改为全部")
            self.looked_at_changed.emit()
        if changes.kind != "edit":
            # An import may bring the month that the office now works on.
            self.follow_day()

    def _let_go_of_what_is_gone(self) -> bool:
        """Look at all where the batch or zone looked at is not in the ledger any more; whether that was so."""
        batches, zones, scope = self.session.reader.batches(), self.session.reader.names("zone"), self.scope
        self.scope = replace(
            scope,
            from_batch=scope.from_batch if scope.from_batch in batches else None,
            to_batch=scope.to_batch if scope.to_batch in batches else None,
            zone_id=scope.zone_id if scope.zone_id in zones else None,
        )
        return self.scope != scope

    def _is_long(self, find: Callable[[], Step | None]) -> bool:
        try:
            step = find()
            return step is not None and self.beside(step.rows)
        except ZonedeskError:
            return False  # the step itself will meet the failure, and tell it

    def _guarded(self, action: Callable[[], Changes | None]) -> Changes | None:
        try:
            changes = action()
        except ZonedeskError as error:
            self.failed.emit(say(error))
            return None
        aside, self._aside = self._aside, ""
        if changes:
            self.told.emit("；".join(filter(None, (changes.label, aside))))
        return changes
