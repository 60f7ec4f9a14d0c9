"""Opening, checking and closing the ledger file."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import secrets
import sqlite3
from pathlib import Path

from zonedesk.domain.errors import LedgerError, LedgerTooNewError, NotALedgerError
from zonedesk.store.guarded import GuardedConnection, guard
from zonedesk.store.lock import WriterLock, this_computer
from zonedesk.store.schema import APPLICATION_ID, SCHEMA_VERSION

_SQLITE_HEADER = b"SQLite format 3\x00"


class LedgerFile:
    """An open ledger: its connection, and whether this program may write to it.

    `refusal` is why it is read-only: "" (it is not), "held" (another program writes; `holder` says
    who), "file" (the file or its folder cannot be written), or "asked" (it was opened for reading).
    """

    def __init__(
        self, path: Path, connection: GuardedConnection, lock: WriterLock | None, refusal: str
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
            # A disk that fails, or a reader that still looks on, leaves the journal; the next writer takes it up.
            with contextlib.suppress(sqlite3.Error, LedgerError):
                self.connection.execute("PRAGMA busy_timeout = 200")
                self.connection.execute("DELETE FROM meta WHERE key = 'holder'")
                self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()
        if self._lock:
            self._lock.release()


def create_ledger(path: Path) -> None:
    """Make a new, empty ledger file; refuses a name that is taken."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        if path.exists():
            raise LedgerError("ledger.exists", path=str(path))
        if not path.parent.is_dir():
            raise LedgerError("ledger.no_folder", path=str(path.parent))
        fresh.unlink(missing_ok=True)
        with guard(path), contextlib.closing(_connect(fresh)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate(connection)
            connection.execute("INSERT INTO meta VALUES ('ledger_id', ?)", (secrets.token_hex(8),))
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
    with contextlib.ExitStack() as undoing:
        lock = None
        if not refusal:
            lock = WriterLock(path)
            undoing.callback(lock.release)
            if not lock.acquire():
                refusal = "held"
        with guard(path):
            connection = undoing.enter_context(contextlib.closing(_connect(path, read_only=bool(refusal))))
            _check_ours(connection, path, may_migrate=not refusal)
            ledger = LedgerFile(path, connection, lock, refusal)
            # Damage at the root shows here, before the switch to WAL has written to the file.
            ledger.meta("ledger_id")
            if not refusal:
                connection.execute("PRAGMA journal_mode = WAL")
            ledger.hold(who)
        undoing.pop_all()
        return ledger


def second_connection(path: Path) -> GuardedConnection:
    """A reading connection for work on one other thread while the first one writes."""
    with guard(path):
        return _connect(path, read_only=True, any_thread=True)


def _check_header(path: Path) -> None:
    try:
        if path.is_dir():
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
    _refuse_newer(int.from_bytes(head[60:64], "big"), path)
    if size < _whole_size(head) and not _journal_beside(path):
        raise LedgerError("ledger.damaged", path=str(path))


def _whole_size(head: bytes) -> int:
    """How long the file must be by its own header: a copy broken off is shorter."""
    page = int.from_bytes(head[16:18], "big")
    return (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def _journal_beside(path: Path) -> bool:
    return any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))


def _refuse_newer(version: int, path: Path) -> None:
    if version > SCHEMA_VERSION:
        raise LedgerTooNewError(path=str(path), theirs=version, ours=SCHEMA_VERSION)


def _can_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connect(path: Path, *, read_only: bool = False, any_thread: bool = False) -> GuardedConnection:
    where = path.absolute().as_uri()
    if read_only:
        # Without a journal beside it the file is complete in itself and needs no write to be read.
        plain = not path.with_name(path.name + "-wal").exists()
        where += "?mode=ro" + ("&immutable=1" if plain and not os.access(path.parent, os.W_OK) else "")
    connection = sqlite3.connect(
        where, uri=True, isolation_level=None, factory=GuardedConnection, check_same_thread=not any_thread
    )
    connection.path = path
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA busy_timeout = 3000")
    connection.execute("PRAGMA cache_size = -32000")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _check_ours(connection: GuardedConnection, path: Path, *, may_migrate: bool) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    _refuse_newer(version, path)
    if version < SCHEMA_VERSION:
        if not may_migrate:
            raise LedgerError("ledger.needs_upgrade", path=str(path))
        _upgrade(connection, path)


def _upgrade(connection: GuardedConnection, path: Path) -> None:
    """Check, back up beside the ledger, then migrate."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise LedgerError("ledger.damaged", path=str(path))
    stamp = dt.datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    connection.execute("VACUUM INTO ?", (str(path.with_name(f"{path.stem}-升级前-{stamp}{path.suffix}")),))
    _migrate(connection)


def _migrate(connection: GuardedConnection) -> None:
    from sqlite_utils import Database  # noqa: PLC0415 - 0.1 s that an up-to-date ledger need not pay

    from zonedesk.store.migrations import migrations  # noqa: PLC0415

    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
