"""When a ledger is backed up, where to, and which of its backups are kept."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from zonedesk.domain.errors import LedgerError
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.store.backup import Backup, Reason, copy_backup, look_at, mark_of, write_backup
from zonedesk.store.documents import copy_folder, document_folder
from zonedesk.store.places import backup_folder, free_name, unused

EVERY = dt.timedelta(minutes=30)
_DAY = dt.timedelta(days=1)
_RECENT, _DAYS, _WEEKS, _MONTHS = 12, 12, 10, 9
_ON_PURPOSE = dt.timedelta(days=30)
_AUTOMATIC = {"auto", "close"}
_ABANDONED_AFTER = dt.timedelta(hours=1)

SecondState = Literal["none", "current", "done", "away", "failed"]


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """What one round did: the backup made, or None if nothing had changed; how the second folder fares.

    `second`: "none" (not wished), "current" (nothing to do), "done", "away" (the drive is not there),
    "failed" (`second_error` says how). `thinned` counts backups removed.
    """

    made: Backup | None
    second: SecondState = "none"
    second_error: LedgerError | None = None
    thinned: int = 0


def now_here() -> dt.datetime:
    """This moment, with the offset of the PC's time zone."""
    return dt.datetime.now().astimezone()


def back_up(
    ledger: Path,
    *,
    reason: Reason = "auto",
    second: Path | None = None,
    now: dt.datetime | None = None,
    progress: Progress | None = None,
) -> BackupOutcome:
    """Back a ledger up, open or not, into the folder beside it and (with its attachments) into `second`; thin both out.

    With reason "auto" or "close" only if no backup holds this very state; an untouched new ledger has nothing
    to back up. A second folder that is away or full is told in the outcome and caught up another time. Usable
    on any thread. Raises LedgerError, CancelledError.
    """
    moment, watch = now or now_here(), progress or NullProgress()
    folder = backup_folder(ledger)
    mark = mark_of(ledger)
    known = backups_in(folder, ledger_id=mark[0])
    current = newest_first(b for b in known if _good(b, mark))
    made = None
    if reason not in _AUTOMATIC or (not current and mark[2]):
        _make_folder(folder)
        made = write_backup(
            ledger, free_name(folder, ledger.stem, moment, ledger.suffix), reason, at=moment, progress=watch
        )
        known.append(made)
    thinned = _thin(known, moment)
    _clear_abandoned(folder, moment)
    to_copy = made or (current[0] if current else None)
    if second is None or to_copy is None:
        return BackupOutcome(made, thinned=thinned)
    outcome = _into_second(to_copy, second / folder.name, BackupOutcome(made, thinned=thinned), moment, watch)
    return _documents_too(ledger, second, outcome, watch)


def backups_in(folder: Path, *, ledger_id: str = "") -> list[Backup]:
    """The backups in a folder, newest first; with `ledger_id`, without those of other ledgers.

    A folder that is not there has none.
    """
    try:
        paths = [path for path in folder.iterdir() if _is_backup_name(path.name)]
    except OSError:
        return []
    found = (look_at(path) for path in paths)
    return newest_first(
        b for b in found if not ledger_id or b.content is None or b.content.ledger_id == ledger_id
    )


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """In the order of the list: by time, then by number of the step."""
    return sorted(
        backups, key=lambda b: (b.at, b.content.last_change if b.content else 0, b.path.name), reverse=True
    )


def to_thin(backups: Iterable[Backup], now: dt.datetime) -> list[Backup]:
    """Which backups have had their day.

    Kept are: of the last 24 hours all, at most 12; then the last of each of 12 days, 10 weeks and 9 months that
    have any. Never named: the newest; one that is not verified; one dated after `now` (the clock was wrong
    then or is now); one made on purpose, before a restore or an upgrade, for 30 days. If an unverified one is
    newer than all verified ones, none is named.
    """
    every = newest_first(backups)
    past = [b for b in every if b.at <= now]
    good = [b for b in past if b.state == "verified"]
    if not good or past[0].state != "verified":
        return []
    kept = {good[0].path, *(b.path for b in good if _on_purpose(b, now))}
    kept |= {b.path for b in _stages([b for b in good if not _on_purpose(b, now)], now)}
    return [b for b in good if b.path not in kept]


def _stages(backups: list[Backup], now: dt.datetime) -> list[Backup]:
    """Newest first in, those to keep out: each stage goes on where the one before stopped."""
    recent = [b for b in backups if now - b.at < _DAY][:_RECENT]
    kept, older = list(recent), backups[len(recent) :]
    stages: tuple[tuple[Callable[[dt.datetime], Hashable], int], ...] = (
        (lambda at: at.date(), _DAYS),
        (lambda at: at.isocalendar()[:2], _WEEKS),
        (lambda at: (at.year, at.month), _MONTHS),
    )
    for bucket, most in stages:
        left = most
        while older and left:
            seen = kept and bucket(kept[-1].at) == bucket(older[0].at)
            if not seen:
                kept.append(older[0])
                left -= 1
            older = older[1:]
    return kept


def _on_purpose(backup: Backup, now: dt.datetime) -> bool:
    return backup.reason not in _AUTOMATIC and now - backup.at < _ON_PURPOSE


def _good(backup: Backup, mark: tuple[str, int, int, str]) -> bool:
    return backup.state == "verified" and backup.content is not None and backup.content.mark == mark


def _into_second(
    backup: Backup, folder: Path, outcome: BackupOutcome, now: dt.datetime, progress: Progress
) -> BackupOutcome:
    assert backup.content is not None
    # The drive's own folder has to be there: making it would fill the empty mount point of a stick pulled out.
    if not folder.parent.is_dir():
        return BackupOutcome(outcome.made, "away", None, outcome.thinned)
    known = backups_in(folder, ledger_id=backup.content.ledger_id)
    if any(_good(b, backup.content.mark) for b in known) and outcome.made is None:
        return BackupOutcome(outcome.made, "current", None, outcome.thinned)
    try:
        _make_folder(folder)
        target = unused(folder / backup.path.name)
        copy_backup(backup, target, progress)
        thinned = _thin([*known, look_at(target)], now)
    except LedgerError as error:
        return BackupOutcome(outcome.made, "failed", error, outcome.thinned)
    _clear_abandoned(folder, now)
    return BackupOutcome(outcome.made, "done", None, outcome.thinned + thinned)


def _documents_too(ledger: Path, second: Path, outcome: BackupOutcome, progress: Progress) -> BackupOutcome:
    """Copy the attachments that the second folder lacks: they are no part of the ledger's own file.

    Beside the ledger they lie already, and are never changed there, so that its own backups need no copy.
    """
    if outcome.second not in ("done", "current"):
        return outcome
    documents = document_folder(ledger)
    try:
        copied = copy_folder(documents, second / documents.name, progress)
    except LedgerError as error:
        return replace(outcome, second="failed", second_error=error)
    return replace(outcome, second="done") if copied else outcome


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise LedgerError("backup.unwritable", folder=str(folder)) from error


def _thin(backups: list[Backup], now: dt.datetime) -> int:
    """Remove what has had its day; one that cannot be removed now goes another time."""
    removed = 0
    for backup in to_thin(backups, now):
        with contextlib.suppress(OSError):
            backup.path.unlink()
            removed += 1
    return removed


def _is_backup_name(name: str) -> bool:
    return name.endswith(".zonedesk") and not name.startswith(".")


def _clear_abandoned(folder: Path, now: dt.datetime) -> None:
    """Remove the beginnings of backups whose program was ended; a younger one may still be at work."""
    with contextlib.suppress(OSError):
        for path in folder.glob(".*.part*"):
            if now.timestamp() - path.stat().st_mtime > _ABANDONED_AFTER.total_seconds():
                path.unlink(missing_ok=True)
