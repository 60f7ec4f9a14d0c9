"""A connection to a ledger file, and what can be told of a file before SQLite touches it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from pathlib import Path

import zonedesk.store.messages  # noqa: F401 - registers the sentences of what the store raises
from zonedesk.domain.errors import LedgerError, LedgerTooNewError, NotALedgerError
from zonedesk.store.guarded import GuardedConnection, guard
from zonedesk.store.lock import WriterLock
from zonedesk.store.schema import APPLICATION_ID, SCHEMA_VERSION

_SQLITE_HEADER = b"SQLite format 3\x00"


def connect(
    path: Path, *, read_only: bool = False, any_thread: bool = False, made: bool = False
) -> GuardedConnection:
    """Open a connection with the ledger's habits: foreign keys, full synchronisation, a short wait.

    A file that is not there is made, unless it must have been `made` before.
    """
    where = path.absolute().as_uri()
    if made:
        where += "?mode=rw"
    elif read_only:
        # Without a journal beside it the file is complete in itself and needs no write to be read.
        plain = not path.with_name(path.name + "-wal").exists()
        where += "?mode=ro" + ("&immutable=1" if plain and not os.access(path.parent, os.W_OK) else "")
    # The connection looks after its thread itself: it can be lent to another one for a while, as SQLite allows.
    connection = sqlite3.connect(
        where, uri=True, isolation_level=None, factory=GuardedConnection, check_same_thread=False
    )
    connection.path, connection.reads_only = path, read_only
    connection.owner = None if any_thread else threading.get_ident()
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA busy_timeout = 3000")
    # The rows that matter are kept by those who asked: a larger cache would only hold them a second time.
    connection.execute("PRAGMA cache_size = -8000")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def second_connection(path: Path) -> GuardedConnection:
    """A reading connection for work on one other thread while the first one writes."""
    roll_back_left(path)
    with guard(path):
        return connect(path, read_only=True, any_thread=True)


def roll_back_left(path: Path) -> None:
    """Let SQLite take back what a program that was ended had half written: who only reads may not, nor can read then.

    Left alone where the file cannot be written, or somebody holds it for writing.
    """
    if not path.with_name(path.name + "-journal").exists() or not can_write(path):
        return
    lock = WriterLock(path)
    if not lock.acquire():
        return
    try:
        # What stands in the way of this is told to whoever reads next, as his own failure.
        with contextlib.suppress(sqlite3.Error, LedgerError), contextlib.closing(connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        lock.release()


def can_write(path: Path) -> bool:
    """Whether the file and its folder let us write."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def check_header(path: Path) -> None:
    """Refuse, by its first bytes, what is no ledger, a newer one or one broken off; nothing is opened.

    Raises NotALedgerError, LedgerTooNewError, or LedgerError (missing, damaged, unreachable).
    """
    try:
        # A folder, or a pipe that would be waited on for ever.
        if path.exists() and not path.is_file():
            raise NotALedgerError(path=str(path))
        with path.open("rb") as file:
            head = file.read(100)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise LedgerError("ledger.missing", path=str(path)) from None
    except OSError as error:
        raise LedgerError("ledger.unreachable", path=str(path)) from error
    if not head.startswith(_SQLITE_HEADER):
        raise NotALedgerError(path=str(path))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotALedgerError(path=str(path))
    # Seen in the bytes: opening a newer ledger with a journal beside it would already write to it.
    refuse_newer(int.from_bytes(head[60:64], "big"), path)
    if size < _whole_size(head) and not _journal_beside(path):
        raise LedgerError("ledger.damaged", path=str(path))


def refuse_newer(version: int, path: Path) -> None:
    """Raise LedgerTooNewError for a schema that this program does not know."""
    if version > SCHEMA_VERSION:
        raise LedgerTooNewError(path=str(path), theirs=version, ours=SCHEMA_VERSION)


def _whole_size(head: bytes) -> int:
    """How long the file must be by its own header: a copy broken off is shorter."""
    page = int.from_bytes(head[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def _journal_beside(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))
