"""Opening, checking and closing the ledger file."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import secrets
import sqlite3
from pathlib import Path

from zonedesk.domain.errors import LedgerError
from zonedesk.store.connect import can_write, check_header, connect, refuse_newer, roll_back_left
from zonedesk.store.files import clear_abandoned
from zonedesk.store.guarded import GuardedConnection, guard, has_room
from zonedesk.store.lock import WriterLock, this_computer
from zonedesk.store.meta import get_meta, set_meta
from zonedesk.store.schema import APPLICATION_ID, SCHEMA_VERSION

_FIRST_WRITE = 1 << 18  # bytes that opening for writing takes beside the file, with some to spare


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
        self._identity = _identity(path)

    @property
    def writable(self) -> bool:
        """Whether writes are possible."""
        return not self.refusal

    def meta(self, key: str) -> str | None:
        """A technical value of the file (ledger id, holder); not part of the record."""
        return get_meta(self.connection, key)

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
            set_meta(self.connection, "holder", holder)

    def check_there(self) -> None:
        """Refuse to go on with a file that is no longer under its name: what is written there is lost, what is read
        there by its name is another one's.
        """
        try:
            now = _identity(self.path)
        except OSError as error:
            raise LedgerError("ledger.gone", path=str(self.path)) from error
        if now != self._identity:
            raise LedgerError("ledger.replaced", path=str(self.path))

    def close(self) -> None:
        """Leave one plain file behind: no journal beside it, ready for the USB stick."""
        if self.writable:
            # A disk that fails, or a reader that still looks on, leaves the journal; the next writer takes it up.
            with contextlib.suppress(sqlite3.Error, LedgerError):
                self.connection.execute("PRAGMA busy_timeout = 200")
                set_meta(self.connection, "holder", None)
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
        with guard(path), contextlib.closing(connect(fresh)) as connection:
            connection.path = path  # what fails here is told of the file that was asked for
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _migrate_new(connection)
            set_meta(connection, "ledger_id", secrets.token_hex(8))
        fresh.replace(path)
    except OSError as error:
        raise LedgerError("ledger.unwritable", path=str(path)) from error
    except LedgerError as error:
        if error.code != "ledger.disk_full":
            raise
        raise LedgerError("ledger.no_room", path=str(path)) from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def open_ledger(path: Path, who: str, *, read_only: bool = False) -> LedgerFile:
    """Open a ledger, for writing if nobody else does and the file allows it.

    Raises NotALedgerError, LedgerTooNewError, or LedgerError (missing, damaged, unreachable); in each
    case the file is untouched.
    """
    check_header(path)
    refusal = "asked" if read_only else "" if can_write(path) else "file"
    with contextlib.ExitStack() as undoing:
        lock = None
        if not refusal:
            lock = WriterLock(path)
            undoing.callback(lock.release)
            if not lock.acquire():
                refusal = "held"
        if refusal:
            roll_back_left(path)
        with guard(path):
            if _is_older(path, read_only=bool(refusal)):
                if refusal:
                    held = refusal == "held"
                    raise LedgerError(
                        "ledger.upgrade_held" if held else "ledger.needs_upgrade", path=str(path)
                    )
                _upgrade(path)
            connection = undoing.enter_context(contextlib.closing(connect(path, read_only=bool(refusal))))
            ledger = LedgerFile(path, connection, lock, refusal)
            # Damage at the root shows here, before the switch to WAL has written to the file.
            ledger.meta("ledger_id")
            if not refusal:
                # Once a file asks for a journal beside it, a disk too full to hold one keeps it from being read.
                if not has_room(path, _FIRST_WRITE):
                    raise LedgerError("ledger.disk_full", path=str(path))
                connection.execute("PRAGMA journal_mode = WAL")
            ledger.hold(who)
        if not refusal:
            clear_abandoned(path)
        undoing.pop_all()
        return ledger


def _is_older(path: Path, *, read_only: bool) -> bool:
    """Whether the file needs upgrading, as SQLite sees it with its journal; a newer one is refused."""
    # Not read-only when it need not be: a journal left over is rolled back only by who may write.
    with contextlib.closing(connect(path, read_only=read_only)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    refuse_newer(version, path)
    return version < SCHEMA_VERSION


def _upgrade(path: Path) -> None:
    from zonedesk.store.migrate import upgrade  # noqa: PLC0415 - an up-to-date ledger need not load it

    upgrade(path)


def _migrate_new(connection: GuardedConnection) -> None:
    from zonedesk.store.migrate import migrate  # noqa: PLC0415 - only a new ledger needs it

    migrate(connection)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells this very file from another one of the same name, where the system can tell."""
    found = path.stat()
    return None if os.name == "nt" else (found.st_dev, found.st_ino)
