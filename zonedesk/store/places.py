"""Where the backups of a ledger lie and what they are called."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

_STAMP = "%Y%m%d-%H%M%S"


def backup_folder(ledger: Path) -> Path:
    """The folder beside a ledger in which its backups lie."""
    return ledger.with_name(f"{ledger.stem}-备份")


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
