"""What the commands need of the rooms they may not know: handed in by whoever starts them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ports:
    """Opens the desktop app on a ledger (exit code back), and draws every page of it into a folder."""

    open_app: Callable[[Path | None], int]
    grab_pages: Callable[[Path, Path, Sequence[Size]], None]
