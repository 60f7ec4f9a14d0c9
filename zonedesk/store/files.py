"""Files that appear whole or not at all: written beside, brought to the disk, then renamed."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

_ENDS = ("", "-journal", "-wal", "-shm")


@contextlib.contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """A name beside `target` to write to; whatever is still there at the end is removed."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
    finally:
        for end in _ENDS:
            with contextlib.suppress(OSError):
                part.with_name(part.name + end).unlink(missing_ok=True)


def put_in_place(part: Path, target: Path) -> None:
    """Rename a finished file to its name, with its bytes and its name on the disk. Raises OSError."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk, where the system has a way to."""
    if os.name == "nt":
        return
    # A share or a stick may refuse this; the rename itself has been made.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
