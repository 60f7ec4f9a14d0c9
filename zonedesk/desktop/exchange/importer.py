"""Reading a file into a plan and taking it in: the jobs behind the page, which only shows."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

import zonedesk.desktop.sentences  # noqa: F401 - registers what is told here
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.jobs import Outcome
from zonedesk.desktop.wait_cursor import wait_cursor
from zonedesk.domain.changes import Step
from zonedesk.domain.errors import ImportRefusedError, RefusedError, ZonedeskError
from zonedesk.domain.messages import say
from zonedesk.domain.plan import ImportPlan
from zonedesk.domain.progress import Progress
from zonedesk.exchange.importing import prepare
from zonedesk.ops.take_in import take_in
from zonedesk.store.reader import Reader

Blank = Literal["keep", "clear"]
_Prepared = tuple[ImportPlan, Reader, int]


class Importer(QObject):
    """One file at a time.

    `reading(str)`: a file is being read; `planned(ImportPlan)`: it is ready to be looked at, again after each
    answer; `refused(code, sentence)`: it is not (the code tells a missing password); `noted(str)`: something
    to know about the plan; `cancelled()`. `writing(str)`: the plan is being taken in by the worker; `taken(Changes)`:
    it was taken in, or (None) was not, which was told.
    """

    reading = Signal(str)
    planned = Signal(object)
    refused = Signal(str, str)
    noted = Signal(str)
    cancelled = Signal()
    writing = Signal(str)
    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.path: Path | None = None
        self.plan: ImportPlan | None = None
        self.password: str | None = None
        self.blank: Blank = "keep"
        self._reader: Reader | None = None
        self._of_change = 0
        self._kept: dict[str, str] = {}
        # The ledger is one plain file after closing only if nobody else still reads it.
        desk.closing.connect(self.drop)

    def read(self, path: Path, *, password: str | None = None) -> None:
        """Read a file and work out what it would change; refused while a step is being written."""
        if self._desk.session.step_under_way:
            self._desk.tell_failure(RefusedError("job.busy"))
            return
        self.drop()
        self.path, self.password = path, password
        self._prepare()

    def read_again(self) -> None:
        """Work the same file out anew: the ledger has changed, or how blanks are taken. Answers are kept."""
        if self.plan:
            self._kept = dict(self.plan.answers)
        self._prepare()

    def answer(self, answers: dict[str, str | None]) -> None:
        """Answer questions and conflicts; the plan is then worked out anew."""
        plan = self.plan
        if plan is None or not answers:
            return

        def work(_: Progress) -> None:
            give_answers(plan, answers)

        def finish(outcome: Outcome) -> None:
            if outcome.error:
                self._desk.tell_failure(outcome.error)
            if plan is self.plan:
                self.planned.emit(plan)

        if not self._desk.jobs.start(self.tr("正在按您的选择重新比对…"), work, finish):
            self._desk.tell_failure(RefusedError("job.busy"))

    @property
    def stale(self) -> bool:
        """Whether the ledger was changed since the plan was made."""
        return self._desk.session.reader.last_change() != self._of_change

    def take_in(self) -> None:
        """Take the plan in as one step; `taken` says how it ended. A stale plan is worked out anew instead."""
        desk = self._desk
        # A step that ends only now may be what makes the plan stale.
        desk.finish_step()
        plan = self.plan
        if plan is None:
            return
        if self.stale:
            self.noted.emit(say(RefusedError("plan.stale")))
            self.read_again()
        elif desk.beside(len(plan.actions)):
            title = self.tr("正在导入“{file}”…").format(file=plan.file)
            self.writing.emit(title)
            desk.take(title, lambda: desk.session.run_beside(take_in, plan=plan), self.taken.emit)
        else:
            # A moment, or as long as it takes where the worker is busy or the disk lets nobody read meanwhile.
            with wait_cursor():
                changes = desk.run(take_in, plan=plan)
            self.taken.emit(changes)

    def taken_before(self) -> Step | None:
        """The last standing import of a file with the same content."""
        if self.plan is None:
            return None
        return self._desk.session.record.import_of(self.plan.sha256)

    def drop(self) -> None:
        """Forget the plan."""
        self.plan, self._kept = None, {}
        if self._reader:
            self._reader.close()
            self._reader = None

    def _prepare(self) -> None:
        path, password, blank = self.path, self.password, self.blank
        session, kept = self._desk.session, self._kept
        if path is None:
            return
        ledger_id = session.ledger_id

        def work(progress: Progress) -> _Prepared:
            reader = session.second_reader()
            try:
                change = reader.last_change()
                plan = prepare(
                    reader, path, password=password, blank=blank, ledger_id=ledger_id, progress=progress
                )
                known = {q.id for q in plan.questions} | {c.id for c in plan.conflicts}
                give_answers(plan, {key: value for key, value in kept.items() if key in known})
            except BaseException:
                reader.close()
                raise
            return plan, reader, change

        title = self.tr("正在读取 {file}").format(file=path.name)
        if self._desk.jobs.start(title, work, self._on_prepared):
            self.reading.emit(path.name)
        else:
            self._desk.tell_failure(RefusedError("job.busy"))

    def _on_prepared(self, outcome: Outcome) -> None:
        self.drop()
        if outcome.error:
            error = (
                outcome.error if isinstance(outcome.error, ZonedeskError) else ImportRefusedError("unknown")
            )
            self.refused.emit(error.code, say(error))
        elif outcome.cancelled:
            self.cancelled.emit()
        else:
            self.plan, self._reader, self._of_change = outcome.value
            self.planned.emit(self.plan)


def give_answers(plan: ImportPlan, answers: dict[str, str | None]) -> None:
    """Answer many at once: the plan is worked out anew a single time."""
    items = list(answers.items())
    for key, value in items[:-1]:
        if value is not None:
            plan.answers[key] = value
    for key, value in items[-1:]:
        plan.answer(key, value)
