"""Bringing an older ledger up to date: rehearsed on a copy, checked, then put in the original's place at once."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from pathlib import Path

from zonedesk.domain.errors import LedgerError
from zonedesk.store.backup import content_of, write_backup
from zonedesk.store.connect import connect
from zonedesk.store.files import put_in_place, written_beside
from zonedesk.store.guarded import GuardedConnection, guard
from zonedesk.store.integrity import findings
from zonedesk.store.places import backup_folder, free_name
from zonedesk.store.schema import SCHEMA_VERSION

# What history hangs on: a migration may reshape rows, but loses no step and no image of a row.
_KEPT = ("change_set", "change")


def migrate(connection: GuardedConnection) -> None:
    """Run the migrations that a file lacks, in place: for new files and for copies."""
    from sqlite_utils import Database  # noqa: PLC0415 - 0.1 s that an up-to-date ledger need not pay

    from zonedesk.store.migrations import migrations  # noqa: PLC0415

    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def upgrade(path: Path) -> None:
    """Bring the ledger at `path` up to date. The caller holds its lock and has no connection to it.

    A backup of the original is kept. Raises LedgerError; the original is then as it was.
    """
    with written_beside(path) as rehearsal:
        _rehearse(path, rehearsal)
        folder, now = backup_folder(path), dt.datetime.now().astimezone()
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise LedgerError("backup.unwritable", folder=str(folder)) from error
        write_backup(path, free_name(folder, f"{path.stem}-升级前", now, path.suffix), "upgrade", at=now)
        try:
            put_in_place(rehearsal, path)
        except OSError as error:
            raise LedgerError("upgrade.failed", path=str(path), reason="文件正被占用或磁盘已断开") from error


def _rehearse(path: Path, rehearsal: Path) -> None:
    with guard(path), contextlib.closing(connect(path)) as original:
        if original.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise LedgerError("ledger.damaged", path=str(path))
        # A journal left beside it would be taken for the new file's own: what was committed goes in first.
        if original.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise LedgerError("ledger.busy", path=str(path))
        before = content_of(original)
        original.execute("VACUUM INTO ?", (str(rehearsal),))
    try:
        with contextlib.closing(connect(rehearsal)) as copy:
            migrate(copy)
            wrong = findings(copy)
            after = content_of(copy)
    except (sqlite3.Error, LedgerError) as error:
        full = isinstance(error, LedgerError) and error.code == "ledger.disk_full"
        raise LedgerError(
            "upgrade.failed", path=str(path), reason="磁盘空间不足" if full else "升级步骤出错"
        ) from error
    lost = [name for name in _KEPT if after.counts.get(name) != before.counts[name]]
    if wrong or lost or after.ledger_id != before.ledger_id or after.last_change != before.last_change:
        raise LedgerError("upgrade.failed", path=str(path), reason="升级后的副本未通过核验")
