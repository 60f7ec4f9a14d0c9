"""An open ledger: its readers, its record, and the transaction in which every write happens."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from zonedesk.domain.changes import Changes, SetKind
from zonedesk.domain.errors import LedgerError, ReadOnlyLedgerError
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.store.connect import connect, second_connection
from zonedesk.store.connection import LedgerFile, create_ledger, open_ledger
from zonedesk.store.guarded import guard
from zonedesk.store.integrity import every_finding
from zonedesk.store.lock import system_user, this_computer
from zonedesk.store.reader import Reader
from zonedesk.store.record import Record
from zonedesk.store.writer import Writer


class Ledger:
    """Reads, writes and history of one ledger file. Use from the thread that opened it."""

    def __init__(self, file: LedgerFile, who: str, progress: Progress | None = None) -> None:
        self.file = file
        self.who = who
        self._progress = progress or NullProgress()
        self.reader = Reader(file.connection)
        self.record = Record(file.connection, who, this_computer())

    @classmethod
    def create(cls, path: Path, who: str = "") -> Ledger:
        """Make a new ledger and open it. LedgerError; nothing is left behind then."""
        create_ledger(path)
        try:
            return cls.open(path, who)
        except LedgerError as error:
            # Nobody asked for a ledger that cannot be opened.
            path.unlink(missing_ok=True)
            if error.code != "ledger.disk_full":
                raise
            raise LedgerError("ledger.no_room", path=str(path)) from error

    @classmethod
    def open(cls, path: Path, who: str = "", *, read_only: bool = False) -> Ledger:
        """Open a ledger; see `open_ledger` for what is raised."""
        name = who or system_user()
        return cls(open_ledger(path, name, read_only=read_only), name)

    @property
    def path(self) -> Path:
        """Where the ledger is."""
        return self.file.path

    @property
    def writable(self) -> bool:
        """Whether this program may write to it."""
        return self.file.writable

    @property
    def ledger_id(self) -> str:
        """What tells this ledger from every other one, whatever its file is called."""
        return self.file.meta("ledger_id") or ""

    def write(self, label: str, kind: SetKind, work: Callable[[Writer], Any]) -> Changes:
        """Run `work` as one recorded step: all of it is kept, or nothing.

        The step's name is `label` unless the work sets its writer's own. A step that changes nothing
        is not recorded.
        """

        def step() -> Changes:
            writer = Writer(self.file.connection)
            work(writer)
            name = writer.label or label
            if not writer.changes:
                return Changes(0, name, "", self.who, kind, ())
            return self.record.add(name, kind, writer.changes, writer.source)

        return self._transaction(step)

    def undo(self, set_id: int | None = None) -> Changes:
        """Take back the last step, or the named one."""
        return self._transaction(lambda: self.record.undo(set_id))

    def redo(self) -> Changes:
        """Do the step undone last again."""
        return self._transaction(self.record.redo)

    def integrity(self) -> list[str]:
        """What is wrong with the file and its values, a Chinese line each; [] if nothing."""
        return every_finding(self.file.connection)

    def second_reader(self) -> Reader:
        """A reader with its own connection, for work on one other thread; whoever asks for it closes it.

        LedgerError if the file under the ledger's name is no longer the one that is open: its rows are not ours.
        """
        self.file.check_there()
        connection = second_connection(self.path)
        try:
            # Asked once it is open: another file put there before that would be read.
            self.file.check_there()
        except LedgerError:
            connection.close()
            raise
        return Reader(connection)

    def second_look(self) -> Ledger:
        """The same ledger to be read on one other thread, with its own connection; LedgerError as for `second_reader`.

        Never open the file anew beside it: some systems let go of a program's locks on a file, SQLite's too, when
        the program closes any handle of it.
        """
        connection = self.second_reader().connection
        return Ledger(LedgerFile(self.path, connection, None, "asked"), self.who)

    @property
    def writes_beside(self) -> bool:
        """Whether a `second_writer` leaves this connection free to read: only with a journal beside the file."""
        mode = self.file.connection.execute("PRAGMA journal_mode").fetchone()[0]
        return self.writable and mode == "wal"

    @contextlib.contextmanager
    def second_writer(self, progress: Progress) -> Iterator[Ledger]:
        """The same ledger for one long step on another thread, with a connection of that thread's own.

        Until the step is committed, this connection reads the ledger as it was; it must not write meanwhile.
        A step whose `progress` is cancelled before it is committed ends with CancelledError, and was never there.
        """
        self.file.check_there()
        with guard(self.path), contextlib.closing(connect(self.path, made=True)) as connection:
            # Asked once more when it is open, as for a second reader.
            self.file.check_there()
            # The lock and the holder's name stay with the first: what ends here is the connection alone.
            yield Ledger(LedgerFile(self.path, connection, None, self.file.refusal), self.who, progress)

    def close(self) -> None:
        """Close the file, leaving one plain file behind."""
        self.file.close()

    def _transaction(self, step: Callable[[], Changes]) -> Changes:
        if not self.writable:
            # The holder named in a file that nobody has open is left over from a program that ended badly.
            holder = self.file.holder if self.file.refusal == "held" else {}
            raise ReadOnlyLedgerError(path=str(self.path), refusal=self.file.refusal, **holder)
        connection = self.file.connection
        self.file.check_there()
        with guard(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                changes = step()
                # The last moment at which nothing has happened yet.
                self._progress.check()
                connection.execute("COMMIT")
            except BaseException:
                _roll_back(connection)
                raise
        return changes


def _roll_back(connection: sqlite3.Connection) -> None:
    # A full disk makes SQLite roll back by itself; then there is no transaction left to end.
    if connection.in_transaction:
        connection.execute("ROLLBACK")
