"""Looking into a backup before it is put in the ledger's place, and putting it there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zonedesk.domain.changes import Step
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.ops.backup import now_here
from zonedesk.store.backup import Content, check_backup
from zonedesk.store.connect import second_connection
from zonedesk.store.reader import Reader
from zonedesk.store.restore import Restored, TableDifference, differences, restore_ledger

_STEPS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Inside:
    """What a backup holds, read from end to end: its last steps, and how the ledger differs from it now.

    `since` are the steps that the ledger has and the backup has not, newest first; `differences` is empty if
    there is no ledger to compare with.
    """

    content: Content
    steps: list[Step]
    differences: list[TableDifference]
    since: list[Step]


def look_inside(ledger: Path, backup: Path, progress: Progress | None = None) -> Inside:
    """Read a backup and compare the ledger with it; neither is changed. Usable on any thread.

    Raises LedgerError if the backup is not sound or either cannot be read, CancelledError.
    """
    watch = progress or NullProgress()
    content = check_backup(backup, watch)
    with Reader(second_connection(backup)) as reader:
        steps = reader.history().steps(limit=_STEPS_SHOWN)
    if not ledger.exists():
        return Inside(content, steps, [], [])
    watch.check()
    with Reader(second_connection(ledger)) as reader:
        now = reader.history().steps(limit=_STEPS_SHOWN)
    since = [step for step in now if step.set_id > content.last_change]
    return Inside(content, steps, differences(ledger, backup), since)


def restore(ledger: Path, backup: Path, progress: Progress | None = None, *, who: str = "") -> Restored:
    """Put a backup in the ledger's place; see `restore_ledger`. Nobody may have the ledger open."""
    return restore_ledger(ledger, backup, at=now_here(), who=who, progress=progress)
