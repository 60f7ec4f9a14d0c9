"""Opening, checking and closing the ledger file."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from zonedesk.domain.errors import LedgerError, LedgerTooNewError, NotALedgerError
from zonedesk.store.lock import WriterLock, this_computer
from zonedesk.store.schema import APPLICATION_ID, SCHEMA_VERSION

_SQLITE_HEADER = b"SQLite format 3\x00"


class LedgerFile:
    """An open ledger: its connection, and whether this program may write to it.

    `refusal` is why it is read-only: "" (it is not), "held" (another program writes; `holder` says
    who), or "file" (the file or its folder cannot be written).
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, lock: WriterLock | None, refusal: str
    ) -> None:
        self.path = path
        self.connection = connection
        self.refusal = refusal
        self._lock = lock

    @property
    def writable(self) -> bool:
        """Whether writes are possible."""
        return not self.refusal

    def meta(self, key: str) -> str | None:
        """A technical value of the file (ledger id, holder); not part of the record."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    @property
    def holder(self) -> dict[str, str]:
        """Who has the ledger open for writing, on which computer, since when; or {}."""
        return json.loads(self.meta("holder") or "{}")

    @property
    def unclean(self) -> bool:
        """Whether the last program that wrote here ended without closing the ledger."""
        return self._found_unclean

    _found_unclean = False

    def hold(self, who: str) -> None:
        """Write into the file who holds it, so that a second opener can be told."""
        if not self.writable:
            return
        self._found_unclean = bool(self.holder)
        since = dt.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        holder = json.dumps({"who": who, "computer": this_computer(), "since": since}, ensure_ascii=False)
        with guard(self.path):
            self.connection.execute("INSERT OR REPLACE INTO meta VALUES ('holder', ?)", (holder,))

    def close(self) -> None:
        """Leave one plain file behind: no journal beside it, ready for the USB stick."""
        if self.writable:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("DELETE FROM meta WHERE key = 'holder'")
                self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()
        if self._lock:
            self._lock.release()


@contextlib.contextmanager
def guard(path: Path) -> Iterator[None]:
    """Turn SQLite's failures into ours, so that no other room needs to know SQLite."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translate(error, path) from error


def _translate(error: sqlite3.Error, path: Path) -> LedgerError:
    text = str(error)
    name = getattr(error, "sqlite_errorname", "") or ""
    for marks, code in (
        (("SQLITE_FULL",), "ledger.disk_full"),
        (("SQLITE_READONLY",), "ledger.read_only_file"),
        (("SQLITE_CORRUPT", "SQLITE_NOTADB"), "ledger.damaged"),
        (("SQLITE_IOERR", "SQLITE_CANTOPEN"), "ledger.unreachable"),
        (("SQLITE_BUSY", "SQLITE_LOCKED"), "ledger.busy"),
    ):
        if any(name.startswith(mark) for mark in marks):
            return LedgerError(code, path=str(path))
    return LedgerError("ledger.failed", path=str(path), reason=text)


def create_ledger(path: Path) -> None:
    """Make a new, empty ledger file; refuses a name that is taken."""
    if path.exists():
        raise LedgerError("ledger.exists", path=str(path))
    if not path.parent.is_dir():
        raise LedgerError("ledger.no_folder", path=str(path.parent))
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        with guard(path):
            connection = _connect(fresh)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate(connection)
            connection.execute("INSERT INTO meta VALUES ('ledger_id', ?)", (secrets.token_hex(8),))
            connection.close()
        fresh.replace(path)
    except OSError as error:
        raise LedgerError("ledger.unwritable", path=str(path)) from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def open_ledger(path: Path, who: str, *, read_only: bool = False) -> LedgerFile:
    """Open a ledger, for writing if nobody else does and the file allows it.

    Raises NotALedgerError, LedgerTooNewError, or LedgerError (missing, damaged, unreachable); in each
    case the file is untouched.
    """
    _check_header(path)
    refusal = "asked" if read_only else "" if _can_write(path) else "file"
    lock = None
    if not refusal:
        lock = WriterLock(path)
        if not lock.acquire():
            refusal = "held"
    try:
        with guard(path):
            connection = _connect(path, read_only=bool(refusal))
            _check_ours(connection, path, may_migrate=not refusal)
            if not refusal:
                connection.execute("PRAGMA journal_mode = WAL")
            ledger = LedgerFile(path, connection, lock, refusal)
            ledger.hold(who)
            return ledger
    except BaseException:
        if lock:
            lock.release()
        raise


def second_connection(path: Path) -> sqlite3.Connection:
    """A reading connection for work on another thread while the first one writes."""
    with guard(path):
        return _connect(path, read_only=True)


def _check_header(path: Path) -> None:
    try:
        if path.is_dir():
            raise NotALedgerError(path=str(path))
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise LedgerError("ledger.missing", path=str(path)) from None
    except OSError as error:
        raise LedgerError("ledger.unreachable", path=str(path)) from error
    if not head.startswith(_SQLITE_HEADER):
        raise NotALedgerError(path=str(path))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotALedgerError(path=str(path))


def _can_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    if read_only:
        # Without a journal beside it the file is complete in itself and needs no write to be read.
        plain = not path.with_name(path.name + "-wal").exists()
        mode = "?mode=ro" + ("&immutable=1" if plain and not os.access(path.parent, os.W_OK) else "")
        connection = sqlite3.connect(path.absolute().as_uri() + mode, uri=True, isolation_level=None)
    else:
        connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA busy_timeout = 3000")
    connection.execute("PRAGMA cache_size = -32000")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _check_ours(connection: sqlite3.Connection, path: Path, *, may_migrate: bool) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise LedgerTooNewError(path=str(path), theirs=version, ours=SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        if not may_migrate:
            raise LedgerError("ledger.needs_upgrade", path=str(path))
        _upgrade(connection, path)


def _upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Check, back up beside the ledger, then migrate."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise LedgerError("ledger.damaged", path=str(path))
    stamp = dt.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    connection.execute("VACUUM INTO ?", (str(path.with_name(f"{path.stem}-升级前-{stamp}{path.suffix}")),))
    _migrate(connection)


def _migrate(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database  # noqa: PLC0415 - 0.1 s that an up-to-date ledger need not pay

    from zonedesk.store.migrations import migrations  # noqa: PLC0415

    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
