"""Files that appear whole or not at all: written beside, brought to the disk, then renamed."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

MOST_BYTES = 200  # of a file's name: systems allow 255, and what is written beside needs some of them
_MOST_SUFFIX = 20
# What a name may hold on one system and not on the other.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]')
_DEVICE = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)")
_ABANDONED_AFTER = 3600  # seconds
_ENDS = ("", "-journal", "-wal", "-shm")


def suffix_of(name: str) -> str:
    """The ending of a file's name with its dot, as it says what opens the file; "" where it is too long for one."""
    suffix = Path(name).suffix
    return suffix if len(suffix.encode("utf-8", "replace")) <= _MOST_SUFFIX else ""


def shortened(name: str, most: int = MOST_BYTES) -> str:
    """A name of at most `most` bytes, its ending kept."""
    if len(name.encode("utf-8", "replace")) <= most:
        return name
    suffix = suffix_of(name)
    room = most - len(suffix.encode("utf-8", "replace"))
    return name.encode("utf-8", "replace")[:room].decode("utf-8", "ignore") + suffix


def portable_name(name: str) -> str:
    """The name under which a file of that name can be written on every system we know."""
    clean = _FORBIDDEN.sub("_", name).strip(" ").rstrip(". ")
    return shortened(_DEVICE.sub(r"_\1", clean) or "_")


@contextlib.contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """A name beside `target` to write to; whatever is still there at the end is removed."""
    part = target.with_name(f".{shortened(target.name)}.{secrets.token_hex(4)}.part")
    try:
        yield part
    finally:
        for end in _ENDS:
            with contextlib.suppress(OSError):
                part.with_name(part.name + end).unlink(missing_ok=True)


def clear_abandoned(target: Path) -> None:
    """Remove what `written_beside` left beside `target` in a program that was ended; a younger one may be at work."""
    end = "|".join(map(re.escape, _ENDS))
    ours = re.compile(rf"\.{re.escape(shortened(target.name))}\.[0-9a-f]{{8}}\.part({end})")
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if not ours.fullmatch(entry.name) or not entry.is_file(follow_symlinks=False):
                continue
            with contextlib.suppress(OSError):
                if time.time() - entry.stat(follow_symlinks=False).st_mtime > _ABANDONED_AFTER:
                    Path(entry.path).unlink()


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
