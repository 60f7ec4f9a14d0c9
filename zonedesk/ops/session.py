"""A session: one officer at one ledger. Every write of the program goes through `Session.run`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from zonedesk.domain.changes import Changes, SetKind, Step
from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.errors import RefusedError, StaleUndoError
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.progress import Progress
from zonedesk.ops.facts_cache import FactsCache
from zonedesk.ops.long_step import LongStep, Take
from zonedesk.ops.stuck_rules import with_rules
from zonedesk.store.bulk import one_moment
from zonedesk.store.integrity import interruptible
from zonedesk.store.ledger import Ledger
from zonedesk.store.reader import Reader
from zonedesk.store.record import Record
from zonedesk.store.writer import Writer

P = ParamSpec("P")
K = TypeVar("K")
Listener = Callable[[Changes], None]


class Session:
    """The open ledger for everything above the store: reading, writing, history, figures.

    `signed` is whether the officer gave a name; if not, the system's user name stands in the changes.
    """

    def __init__(self, ledger: Ledger, *, signed: bool = False) -> None:
        self._ledger = ledger
        self.signed = signed
        self._listeners: list[Listener] = []
        self._facts = FactsCache(ledger.reader, ledger.record)
        self._kept: dict[Callable[[Session], Any], Any] = {}
        self._under_way: ExitStack | None = None  # the one state read while a step is taken on another thread

    @classmethod
    def create(cls, path: Path, who: str = "") -> Session:
        """Make a new ledger at `path` and open it."""
        return cls(Ledger.create(Path(path), who), signed=bool(who))

    @classmethod
    def open(cls, path: Path, who: str = "", *, read_only: bool = False) -> Session:
        """Open the ledger at `path`; a LedgerError says why it cannot be."""
        return cls(Ledger.open(Path(path), who, read_only=read_only), signed=bool(who))

    @property
    def path(self) -> Path:
        """The ledger's file."""
        return self._ledger.path

    @property
    def who(self) -> str:
        """The officer whose name stands in every change."""
        return self._ledger.who

    def sign_as(self, who: str) -> None:
        """Let `who` stand in the changes to come; those made already keep their officer."""
        self.signed = True
        self._ledger.who = who
        self._ledger.record.sign_as(who)

    @property
    def ledger_id(self) -> str:
        """What tells this ledger from every other one."""
        return self._ledger.ledger_id

    @property
    def writable(self) -> bool:
        """Whether this program may write to the ledger."""
        return self._ledger.writable

    @property
    def refusal(self) -> str:
        """Why the ledger is read-only: "" (it is not), "held", "file" or "asked"; see `LedgerFile`."""
        return self._ledger.file.refusal

    @property
    def unclean(self) -> bool:
        """Whether the last program that wrote to the ledger ended without closing it."""
        return self._ledger.file.unclean

    @property
    def holder(self) -> dict[str, str]:
        """Who writes to the ledger: {"who", "computer", "since"}."""
        return self._ledger.file.holder

    @property
    def reader(self) -> Reader:
        """Questions to the ledger, on this thread."""
        return self._ledger.reader

    def interruptible(self, progress: Progress) -> AbstractContextManager[None]:
        """Within, cancelling breaks off what is being read: CancelledError. For a job's own session."""
        return interruptible(self.reader.connection, progress)

    def one_moment(self) -> AbstractContextManager[None]:
        """Within, everything that is read is of one state, whatever other programs write meanwhile.

        Short answers only: in a file without a journal beside it a reader holds a lock that a writer just starting
        waits for, and gives up on after three seconds.
        """
        return one_moment(self.reader.connection)

    def second_reader(self) -> Reader:
        """A reader for one other thread, with its own connection: close it when the work is done."""
        return self._ledger.second_reader()

    def second_look(self) -> Session:
        """A session that reads the same ledger, for work on the thread that asks; close it when the work is done.

        LedgerError if the file under the ledger's name is no longer the one that is open.
        """
        return Session(self._ledger.second_look())

    def run(
        self, operation: Callable[Concatenate[Writer, P], Any], /, *args: P.args, **kwargs: P.kwargs
    ) -> Changes:
        """Run one operation as one step: committed and recorded whole, or not at all.

        The step is named by the operation (`Writer.label`), else by the first line of its docstring.
        Listeners hear of it before this returns. Raises what the operation raises, and LedgerError.
        """
        return self._tell(self._at_once(_running(operation, *args, **kwargs)))

    def undo(self, set_id: int | None = None) -> Changes:
        """Take back the last step, or any one by its number; StaleUndoError if rows changed since."""
        return self._tell(self._naming(lambda: self._at_once(lambda ledger: ledger.undo(set_id))))

    def redo(self) -> Changes:
        """Do the step undone last again."""
        return self._tell(self._naming(lambda: self._at_once(Ledger.redo)))

    def run_beside(
        self, operation: Callable[Concatenate[Writer, P], Any], /, *args: P.args, **kwargs: P.kwargs
    ) -> LongStep:
        """As `run`, on another thread. RefusedError while another step is under way there."""
        return self._beside(_running(operation, *args, **kwargs))

    def undo_beside(self, set_id: int | None = None) -> LongStep:
        """As `undo`, on another thread; refused as `run_beside`."""
        return self._beside(lambda ledger: ledger.undo(set_id))

    def redo_beside(self) -> LongStep:
        """As `redo`, on another thread; refused as `run_beside`."""
        return self._beside(Ledger.redo)

    @property
    def writes_beside(self) -> bool:
        """Whether a step can be taken on another thread: not where the disk lets no reader look on meanwhile."""
        return self._ledger.writes_beside

    @property
    def step_under_way(self) -> bool:
        """Whether a step is being taken on another thread, or waits to be told."""
        return self._under_way is not None

    def next_undo(self) -> Step | None:
        """What undo would take back."""
        return self._ledger.record.next_undo()

    def next_redo(self) -> Step | None:
        """What redo would do again."""
        return self._ledger.record.next_redo()

    def steps(self, *, limit: int | None = None, before: int | None = None) -> list[Step]:
        """The history, newest first."""
        return self._ledger.record.steps(limit=limit, before=before)

    @property
    def record(self) -> Record:
        """The whole record: steps, their rows, the history of a row."""
        return self._ledger.record

    def integrity(self) -> list[str]:
        """What is wrong with the file itself; [] if nothing."""
        return self._ledger.integrity()

    def facts(self, as_of: str) -> Facts:
        """What figures look at, as of a day; kept up with what is written, not read anew each time."""
        return self._facts.of(as_of)

    def figures(self, as_of: str, scope: Scope | None = None) -> Summary:
        """Every figure of a day and scope, the stuck lists by the office's own definitions."""
        return self._facts.figures(as_of, with_rules(self.reader, scope))

    def read_ahead(self, as_of: str) -> None:
        """Begin to read what figures of a day look at, on another thread, while the window is still being made."""
        self._facts.read_ahead(as_of, self.second_reader)

    def kept(self, kind: Callable[[Session], K]) -> K:
        """The one `kind` (a class made of a session) that all parts of this session share; made when first asked for."""
        if kind not in self._kept:
            self._kept[kind] = kind(self)
        kept: K = self._kept[kind]
        return kept

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Be told of every step that is written; returns how to stop (harmless once the session is closed)."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def close(self) -> None:
        """Close the ledger."""
        self._listeners.clear()
        self._let_go()
        try:
            self._facts.close()
        finally:
            # Whatever failed before: a writer's lock that stays keeps everybody out until the program ends.
            self._ledger.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _at_once(self, take: Take) -> Changes:
        if self._under_way:
            raise RefusedError("step.under_way")
        return take(self._ledger)

    def _beside(self, take: Take) -> LongStep:
        if self._under_way:
            raise RefusedError("step.under_way")
        # One state is read until the step is told: no part of the screen is ahead of another.
        moment = ExitStack()
        moment.enter_context(self.one_moment())
        self.reader.last_change()
        self._under_way = moment
        return LongStep(self._ledger, take, self._end_beside)

    def _end_beside(self, changes: Changes | None, error: Exception | None) -> Changes | None:
        """Tell a long step, or raise what it raised; neither is there if it was cancelled."""
        self._let_go()
        if error is not None:
            self._name_rows(error)
            raise error
        return self._tell(changes) if changes is not None else None

    def _let_go(self) -> None:
        moment, self._under_way = self._under_way, None
        if moment:
            moment.close()

    def _naming(self, step: Callable[[], Changes]) -> Changes:
        """Take a step; a refusal names the projects in its way, not only the numbers of rows."""
        try:
            return step()
        except StaleUndoError as error:
            self._name_rows(error)
            raise

    def _name_rows(self, error: Exception) -> None:
        if isinstance(error, StaleUndoError):
            error.facts["names"] = list(dict.fromkeys(self._name(*row) for row in error.facts["rows"]))

    def _name(self, table: str, row_id: int) -> str:
        found = self.reader.rows(table, id=row_id)
        if found and found[0].get("project_id"):
            project = self.reader.rows("project", id=found[0]["project_id"])
            return f"“{project[0]['name']}”的{TABLE_LABELS[table]}"
        if found and found[0].get("name"):
            return f"“{found[0]['name']}”"
        return f"{TABLE_LABELS[table]}第{row_id}号"

    def _tell(self, changes: Changes) -> Changes:
        if changes:
            for listener in list(self._listeners):
                listener(changes)
        return changes


def _running(operation: Callable[Concatenate[Writer, P], Any], /, *args: P.args, **kwargs: P.kwargs) -> Take:
    """One operation as a step of any ledger, named by itself or by the first line of its docstring."""
    kind: SetKind = getattr(operation, "step_kind", "edit")
    label = (operation.__doc__ or operation.__name__).strip().splitlines()[0].rstrip(".")
    return lambda ledger: ledger.write(label, kind, lambda writer: operation(writer, *args, **kwargs))
