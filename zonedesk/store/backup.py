"""Copies of a ledger that can be trusted: taken in one moment, checked against it, and only then given their name."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from zonedesk.domain.errors import LedgerError
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.store.connect import check_header, connect, second_connection
from zonedesk.store.files import put_in_place, written_beside
from zonedesk.store.guarded import GuardedConnection, guard
from zonedesk.store.integrity import findings, interruptible
from zonedesk.store.meta import get_meta, set_meta

Reason = Literal["auto", "close", "manual", "restore", "upgrade"]
State = Literal["verified", "unverified", "damaged"]
_MANIFEST = "backup"
_PAGES_AT_ONCE = 1024
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class Content:
    """What a ledger held at one moment: enough to tell whether a copy holds the same.

    `last_change`, `last_at` and `last_label` are the number, time and name of the newest step (0, "", "" if
    there is none); `counts` are rows by table.
    """

    ledger_id: str
    schema: int
    last_change: int
    last_at: str
    last_label: str
    counts: dict[str, int]

    @property
    def mark(self) -> tuple[str, int, int, str]:
        """Equal for two states exactly when nothing was written in between."""
        return (self.ledger_id, self.schema, self.last_change, self.last_at)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it lies in a folder. `at` is when it was taken (aware); `content` is None if it is damaged."""

    path: Path
    at: dt.datetime
    size: int
    reason: Reason | Literal[""]
    state: State
    content: Content | None


def content_of(connection: GuardedConnection) -> Content:
    """What the ledger behind a connection holds; ask within a transaction for one moment."""
    execute = connection.execute
    newest = "SELECT id, at, label FROM change_set ORDER BY id DESC LIMIT 1"
    number, at, label = execute(newest).fetchone() or (0, "", "")
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    counts = {
        name: int(execute(f"SELECT count(*) FROM {name}").fetchone()[0])
        for (name,) in execute(names).fetchall()
        if name != "meta"
    }
    schema = int(execute("PRAGMA user_version").fetchone()[0])
    return Content(get_meta(connection, "ledger_id") or "", schema, number, at, label, counts)


def mark_of(path: Path) -> tuple[str, int, int, str]:
    """The mark of a ledger as it stands, open elsewhere or not. Raises LedgerError."""
    with guard(path), contextlib.closing(second_connection(path)) as connection:
        return content_of(connection).mark


def write_backup(
    ledger: Path, target: Path, reason: Reason, *, at: dt.datetime, progress: Progress | None = None
) -> Backup:
    """Copy a ledger, open or not, to `target` and check the copy; `target` appears only if it is good.

    `at` is aware. Usable on any thread. Raises LedgerError (about the ledger, or a code `backup.…` about the
    copy), CancelledError; nothing is left behind then.
    """
    watch = progress or NullProgress()
    if target.exists():
        raise LedgerError("backup.exists", path=str(target))
    # Asked of the folder, not by opening the file: closing it again would drop the locks of whoever has it open.
    if not ledger.exists():
        raise LedgerError("ledger.missing", path=str(ledger))
    with written_beside(target) as part, _telling_of(target):
        with guard(ledger), contextlib.closing(second_connection(ledger)) as source:
            content = _copy(source, part, reason, at, watch)
        verify(part, content, shown=target, progress=watch)
        put_in_place(part, target)
        return Backup(target, at, target.stat().st_size, reason, "verified", content)


def copy_backup(backup: Backup, target: Path, progress: Progress | None = None) -> None:
    """Put a checked backup into another folder too, and check it there. Raises like `write_backup`."""
    assert backup.content is not None
    with written_beside(target) as part, _telling_of(target):
        # A backup is a closed file: copying its bytes is safe, and quick on a slow stick.
        shutil.copyfile(backup.path, part)
        verify(part, backup.content, shown=target, progress=progress)
        put_in_place(part, target)


def verify(path: Path, expected: Content, *, shown: Path, progress: Progress | None = None) -> None:
    """Read a copy from end to end and compare it with what it is to hold.

    Raises LedgerError("backup.not_sound") that names `shown`, CancelledError.
    """
    wrong = _fault(path, expected, progress or NullProgress())
    if wrong:
        raise LedgerError("backup.not_sound", path=str(shown), reason=wrong)


def look_at(path: Path) -> Backup:
    """What a backup says of itself, without reading all of it; a damaged one is told, never raised."""
    try:
        stat = path.stat()
        at, size = dt.datetime.fromtimestamp(stat.st_mtime).astimezone(), stat.st_size
    except OSError:
        at, size = dt.datetime.fromtimestamp(0).astimezone(), 0
    try:
        check_header(path)
        with guard(path), contextlib.closing(second_connection(path)) as connection:
            told = json.loads(get_meta(connection, _MANIFEST) or "null")
            if told is None:
                return Backup(path, at, size, "", "unverified", content_of(connection))
            newest = connection.execute("SELECT coalesce(max(id), 0) FROM change_set").fetchone()[0]
    except (LedgerError, ValueError):
        return Backup(path, at, size, "", "damaged", None)
    content = Content(**told["content"])
    state: State = "verified" if newest == content.last_change else "damaged"
    when = dt.datetime.fromisoformat(told["at"])
    return Backup(path, when, size, told["reason"], state, content if state == "verified" else None)


def check_backup(path: Path, progress: Progress | None = None) -> Content:
    """Read a backup, or a closed copy of a ledger, from end to end before trusting it.

    Raises LedgerError: what the header tells, or "backup.bad"; CancelledError.
    """
    try:
        check_header(path)
    except LedgerError as error:
        if error.code != "ledger.damaged":
            raise
        raise LedgerError("backup.bad", path=str(path), reason="文件不完整") from error
    told = look_at(path)
    wrong = "内容读不完整" if told.content is None else _fault(path, told.content, progress or NullProgress())
    if wrong or told.content is None:
        raise LedgerError("backup.bad", path=str(path), reason=wrong)
    return told.content


def make_plain(connection: GuardedConnection) -> None:
    """Make a copy a file of its own: nobody holds it, it asks for no journal, it says of no backup."""
    connection.execute("PRAGMA journal_mode = DELETE")
    set_meta(connection, "holder", None)
    set_meta(connection, _MANIFEST, None)


def _copy(
    source: GuardedConnection, part: Path, reason: Reason, at: dt.datetime, progress: Progress
) -> Content:
    def step(_: int, left: int, total: int) -> None:
        progress.check()
        progress.report(total - left, total, "正在备份")

    # A reading transaction: what is counted is what is copied, also while the officer goes on writing.
    source.execute("BEGIN")
    try:
        content = content_of(source)
        with contextlib.closing(connect(part, any_thread=True)) as copy:
            # Until it has its name the copy is nothing: no journal for it, and one sync at the end.
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy, pages=_PAGES_AT_ONCE, progress=step)
            make_plain(copy)
            manifest: dict[str, Any] = {
                "at": at.isoformat(timespec="seconds"),
                "reason": reason,
                "content": asdict(content),
            }
            set_meta(copy, _MANIFEST, json.dumps(manifest, ensure_ascii=False))
    finally:
        source.execute("ROLLBACK")
    return content


def _fault(path: Path, expected: Content, progress: Progress) -> str:
    """What is wrong with a copy in a few words; "" if it holds what is expected."""
    try:
        with (
            guard(path),
            contextlib.closing(second_connection(path)) as connection,
            interruptible(connection, progress),
        ):
            wrong = findings(connection)
            if wrong:
                return wrong[0]
            return "" if content_of(connection) == expected else "内容与台账不一致"
    except LedgerError as error:
        return "内容读不完整" if error.code == "ledger.damaged" else "读取失败"


@contextlib.contextmanager
def _telling_of(target: Path) -> Iterator[None]:
    """Tell a full disk or a folder that is gone as the copy's failure, not as the ledger's."""
    folder = str(target.parent)
    try:
        yield
    except LedgerError as error:
        codes = {"ledger.disk_full": "backup.disk_full"} | dict.fromkeys(
            ("ledger.unreachable", "ledger.read_only_file", "ledger.failed"), "backup.unwritable"
        )
        if error.code not in codes:
            raise
        raise LedgerError(codes[error.code], folder=folder) from error
    except OSError as error:
        full = "backup.disk_full" if error.errno in _FULL else "backup.unwritable"
        raise LedgerError(full, folder=folder) from error
