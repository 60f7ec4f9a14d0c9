"""Putting a backup in a ledger's place, and telling beforehand how the two differ."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.errors import LedgerError
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.store.backup import Content, check_backup, look_at, make_plain, mark_of, write_backup
from zonedesk.store.connect import can_write, check_header, connect, second_connection
from zonedesk.store.files import put_in_place, written_beside
from zonedesk.store.guarded import GuardedConnection, guard
from zonedesk.store.integrity import findings
from zonedesk.store.lock import WriterLock, system_user, this_computer
from zonedesk.store.meta import get_meta
from zonedesk.store.places import backup_folder, free_name
from zonedesk.store.record import Record
from zonedesk.store.schema import RECORDED_TABLES

_NOT_DAMAGE = {f"ledger.{why}" for why in ("unreachable", "busy", "busy_reading", "unfinished", "too_new")}
_JOURNALS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """How a restore went: what the ledger holds now, and where the state before it was put.

    `before` is None if there was no ledger; it is a backup, or the damaged file as it was (`was_damaged`).
    """

    content: Content
    before: Path | None
    was_damaged: bool = False


@dataclass(frozen=True, slots=True)
class TableDifference:
    """How many rows of a table the ledger has now that the backup has not, lacks, and has otherwise."""

    table: str
    added: int
    removed: int
    changed: int

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    @property
    def label(self) -> str:
        """The table's name for people."""
        return TABLE_LABELS[self.table]


def differences(ledger: Path, backup: Path) -> list[TableDifference]:
    """What was done since a backup, table by table; tables without a difference are left out.

    Usable on any thread, also while the ledger is open. Raises LedgerError.
    """
    with guard(backup), contextlib.closing(second_connection(ledger)) as connection:
        connection.execute("ATTACH ? AS past", (f"{backup.absolute().as_uri()}?mode=ro",))
        found = [_difference(connection, table) for table in sorted(RECORDED_TABLES)]
    return [difference for difference in found if difference]


def restore_ledger(
    ledger: Path, backup: Path, *, at: dt.datetime, who: str = "", progress: Progress | None = None
) -> Restored:
    """Put `backup` in the place of `ledger`, which nobody may have open; its history comes with it.

    The history goes on with a line that says so: that `who` (default: the system's user) restored which backup. The
    backup is read from end to end first; the present state is kept as a checked backup. Raises
    LedgerError or CancelledError; the ledger is then as it was.
    """
    watch = progress or NullProgress()
    if backup.exists() and ledger.exists() and backup.samefile(ledger):
        raise LedgerError("restore.itself", path=str(ledger))
    content = check_backup(backup, watch)
    if not ledger.parent.is_dir():
        raise LedgerError("ledger.no_folder", path=str(ledger.parent))
    if not can_write(ledger if ledger.exists() else ledger.parent):
        raise LedgerError("ledger.unwritable", path=str(ledger))
    with _alone(ledger), written_beside(ledger) as fresh:
        _check_same(ledger, backup, content)
        _prepare(backup, fresh, content, ledger)
        _note(fresh, ledger, look_at(backup).at, who or system_user())
        watch.check()
        before, damaged = _keep_present(ledger, at, watch)
        try:
            put_in_place(fresh, ledger)
        except OSError as error:
            raise LedgerError("restore.held", path=str(ledger)) from error
    return Restored(content, before, damaged)


@contextlib.contextmanager
def _alone(ledger: Path) -> Iterator[None]:
    lock = WriterLock(ledger)
    if not lock.acquire():
        raise LedgerError("restore.held", path=str(ledger))
    try:
        yield
    finally:
        lock.release()


def _check_same(ledger: Path, backup: Path, content: Content) -> None:
    try:
        theirs = mark_of(ledger)[0] if ledger.exists() else ""
    except LedgerError:
        return  # a damaged ledger cannot say which it is, and is what backups are for
    if theirs and theirs != content.ledger_id:
        raise LedgerError("restore.other_ledger", backup=str(backup), path=str(ledger))


def _prepare(backup: Path, fresh: Path, content: Content, ledger: Path) -> None:
    """Make the file that will be the ledger, and check it as it lies on the ledger's own disk."""
    try:
        shutil.copyfile(backup, fresh)
    except OSError as error:
        raise LedgerError("ledger.unwritable", path=str(ledger)) from error
    with guard(ledger), contextlib.closing(connect(fresh)) as connection:
        connection.path = ledger  # what fails here is told of the file that people know
        make_plain(connection)
        wrong = findings(connection)
        if wrong or get_meta(connection, "ledger_id") != content.ledger_id:
            raise LedgerError("backup.bad", path=str(backup), reason="复制后未通过核验")


def _note(fresh: Path, ledger: Path, taken: dt.datetime, who: str) -> None:
    """Let the history say where it was broken off and goes on."""
    with guard(ledger), contextlib.closing(connect(fresh)) as connection:
        connection.path = ledger
        when = taken.astimezone().strftime("%Y-%m-%d %H:%M")
        Record(connection, who, this_computer()).note(f"恢复到备份（备份时间 {when}）")


def _keep_present(ledger: Path, at: dt.datetime, progress: Progress) -> tuple[Path | None, bool]:
    """Back the present ledger up and settle its journal; a damaged one is put aside as it is."""
    if not ledger.exists():
        return None, False
    folder = backup_folder(ledger)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise LedgerError("backup.unwritable", folder=str(folder)) from error
    target = free_name(folder, f"{ledger.stem}-恢复前", at, ledger.suffix)
    if _is_damaged(ledger):
        return _put_aside(ledger, free_name(folder, f"{ledger.stem}-损坏原件", at, ".damaged")), True
    write_backup(ledger, target, "restore", at=at, progress=progress)
    with guard(ledger), contextlib.closing(connect(ledger)) as connection:
        # A journal left beside it would be taken for the restored file's own.
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise LedgerError("restore.held", path=str(ledger))
    return target, False


def _is_damaged(ledger: Path) -> bool:
    """Whether the ledger can no longer be read as one; a disk that does not answer raises instead."""
    try:
        check_header(ledger)
        mark_of(ledger)
        with guard(ledger), contextlib.closing(second_connection(ledger)) as connection:
            return bool(findings(connection))
    except LedgerError as error:
        if error.code in _NOT_DAMAGE:
            raise
        return True


def _put_aside(ledger: Path, target: Path) -> Path:
    """Keep a damaged ledger's bytes, journals too, and clear the journals away from its name."""
    try:
        with written_beside(target) as part:
            shutil.copyfile(ledger, part)
            put_in_place(part, target)
        for end in _JOURNALS:
            journal = ledger.with_name(ledger.name + end)
            if journal.exists():
                shutil.copyfile(journal, target.with_name(target.name + end))
                journal.unlink()
    except OSError as error:
        raise LedgerError("backup.unwritable", folder=str(target.parent)) from error
    return target


def _difference(connection: GuardedConnection, table: str) -> TableDifference:
    execute = connection.execute
    # An older backup may lack columns, or the table itself: what both have is compared.
    now, past = (
        [name for (name,) in execute("SELECT name FROM pragma_table_info(?, ?)", (table, schema))]
        for schema in ("main", "past")
    )
    if not past:
        count = execute(f"SELECT count(*) FROM main.{table}").fetchone()[0]
        return TableDifference(table, int(count), 0, 0)
    columns = ", ".join(name for name in now if name in past)
    only = f"SELECT count(*) FROM {{}}.{table} WHERE id NOT IN (SELECT id FROM {{}}.{table})"
    added, removed = (
        int(execute(only.format(*pair)).fetchone()[0]) for pair in (("main", "past"), ("past", "main"))
    )
    differing = f"SELECT {columns} FROM main.{table} EXCEPT SELECT {columns} FROM past.{table}"
    unlike = int(execute(f"SELECT count(*) FROM ({differing})").fetchone()[0])
    return TableDifference(table, added, removed, unlike - added)
