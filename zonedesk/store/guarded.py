"""A connection whose failures of the disk or the file come out as ours, whoever asks and whenever it shows."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import orjson

from zonedesk.domain.errors import LedgerError

_CODES = (
    (("SQLITE_FULL",), "ledger.disk_full"),
    (("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY"), "ledger.unfinished"),
    (("SQLITE_READONLY",), "ledger.read_only_file"),
    (("SQLITE_CORRUPT", "SQLITE_NOTADB"), "ledger.damaged"),
    (("SQLITE_IOERR", "SQLITE_CANTOPEN"), "ledger.unreachable"),
    (("SQLITE_BUSY", "SQLITE_LOCKED"), "ledger.busy"),
)

_NO_ROOM = 65536  # bytes: with less, the index beside a journal cannot be made

# What SQLite says of a value that no text or JSON can hold, where it names no code of its own for it.
_DAMAGED = ("Could not decode to UTF-8", "JSON cannot hold BLOB", "malformed JSON")

# Bytes that are no longer text fail in Python's hands, with its own error.
_FAILURES = (sqlite3.DatabaseError, UnicodeDecodeError)


class GuardedConnection(sqlite3.Connection):
    """Raises LedgerError where the file or its disk fails.

    Broken constraints and wrong SQL stay SQLite's own errors: the store answers for those.
    """

    path = Path()
    reads_only = False
    owner: int | None = None  # the one thread that may use it; None: any, one at a time

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Run one statement. ProgrammingError on a thread that the connection does not belong to."""
        self._check_thread()
        return self.cursor(_Cursor).execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:
        """Run one statement for each set of values; on threads as `execute`."""
        self._check_thread()
        return self.cursor(_Cursor).executemany(sql, parameters)

    @contextlib.contextmanager
    def lent(self) -> Iterator[None]:
        """Let another thread use the connection meanwhile. Its owner must not until then."""
        owner, self.owner = self.owner, None
        try:
            yield
        finally:
            self.owner = owner

    def ours(self, error: Exception) -> Exception:
        """The LedgerError that a failure of SQLite's amounts to, or the error itself."""
        found = _ours(error, self.path)
        if self.reads_only and isinstance(found, LedgerError) and found.code == "ledger.busy":
            return LedgerError("ledger.busy_reading", path=str(self.path))
        return found

    def _check_thread(self) -> None:
        if self.owner is not None and self.owner != threading.get_ident():
            raise sqlite3.ProgrammingError("the connection belongs to another thread")

    def decoded(self, text: str) -> Any:
        """What a JSON text of the file holds; a text that is none was damaged."""
        try:
            return orjson.loads(text) if text != "{}" else {}
        except ValueError as error:
            raise LedgerError("ledger.damaged", path=str(self.path)) from error

    def named(self, text: str) -> dict[str, Any]:
        """What a JSON text of the file holds by name; one that holds anything else was damaged."""
        found = self.decoded(text)
        if not isinstance(found, dict):
            raise LedgerError("ledger.damaged", path=str(self.path))
        return found


class _Cursor(sqlite3.Cursor):
    # Damage may show up only at a later row: fetching is guarded like executing.

    connection: GuardedConnection

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        try:
            return super().execute(sql, parameters)
        except _FAILURES as error:
            raise self.connection.ours(error) from error

    def executemany(self, sql: str, parameters: Any, /) -> Self:
        try:
            return super().executemany(sql, parameters)
        except _FAILURES as error:
            raise self.connection.ours(error) from error

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except _FAILURES as error:
            raise self.connection.ours(error) from error

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except _FAILURES as error:
            raise self.connection.ours(error) from error

    def __iter__(self) -> Any:
        # One guarded call and then a plain list: a guard on every row would cost more than the reading.
        return iter(self.fetchall())


@contextlib.contextmanager
def guard(path: Path) -> Iterator[None]:
    """Turn what is left of SQLite's failures into ours at the store's door; misuse of the library stays a bug."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except sqlite3.Error as error:
        ours = _ours(error, path)
        if ours is error:
            ours = LedgerError("ledger.failed", path=str(path), reason=str(error))
        raise ours from error


def has_room(path: Path, needed: int) -> bool:
    """Whether the disk of a file has so many bytes left; one that cannot be asked may have."""
    try:
        return shutil.disk_usage(path.parent).free >= needed
    except OSError:
        return True


def _ours(error: Exception, path: Path) -> Exception:
    """The LedgerError that `error` amounts to, or `error` itself."""
    name = getattr(error, "sqlite_errorname", None) or ""
    for marks, code in _CODES:
        if name.startswith(marks):
            # A disk without room for the journal's index answers as if it were gone.
            full = code == "ledger.unreachable" and not has_room(path, _NO_ROOM)
            return LedgerError("ledger.disk_full" if full else code, path=str(path))
    if isinstance(error, UnicodeDecodeError) or str(error).startswith(_DAMAGED):
        return LedgerError("ledger.damaged", path=str(path))
    return error
