"""What the system holds locked of a ledger, where it can be asked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc/locks 只有 Linux 有")


def locks(path: Path) -> set[tuple[str, ...]]:
    """The locks on a file and those beside it, by all processes."""
    numbers = {str(each.stat().st_ino) for each in path.parent.iterdir() if each.name.startswith(path.name)}
    lines = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
    return {tuple(words[1:]) for words in lines if words[-3].split(":")[-1] in numbers}
