"""Where the backups of a ledger lie and what they are called."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

_FOLDER_END = "-备份"
_STAMP = "%Y%m%d-%H%M%S"


def backup_folder(ledger: Path) -> Path:
    """The folder beside a ledger in which its backups lie."""
    return ledger.with_name(ledger.stem + _FOLDER_END)


def ledger_of(backup: Path) -> Path | None:
    """The ledger beside whose backup folder a backup lies; None if it lies elsewhere."""
    folder = backup.parent
    if not folder.name.endswith(_FOLDER_END):
        return None
    return folder.with_name(folder.name.removesuffix(_FOLDER_END) + backup.suffix)


def free_name(folder: Path, stem: str, at: dt.datetime, suffix: str) -> Path:
    """A name by day and time that is not taken."""
    return unused(folder / f"{stem}-{at.strftime(_STAMP)}{suffix}")


def unused(path: Path) -> Path:
    """The path, or one numbered on if it is taken: with the clock set back, nothing is written over."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return free
