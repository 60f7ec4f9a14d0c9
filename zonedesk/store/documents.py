"""Files kept beside the ledger, each under the hash of its content: written once, never altered, never removed.

They lie in `<台账名>.附件/` and are no part of the ledger's own file: undo takes back the row that names one, not the
file, so that redo finds it again.
"""

from __future__ import annotations

import errno
import hashlib
import shutil
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from zonedesk.domain import messages
from zonedesk.domain.errors import LedgerError
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.store.files import put_in_place, suffix_of, written_beside

messages.register(
    {
        "document.unreadable": "无法读取“{name}”，未存入。请检查文件是否还在、是否正被其他程序占用，U盘是否连接。",
        "document.bad_name": "文件名“{name}”含有无法识别的字符（不是 UTF-8 编码），未存入。请先把文件改名。",
        "document.not_a_file": "“{name}”不是文件，未存入。请选择一个文件；文件夹请先打包。",
        "document.empty": "“{name}”是空文件（0 字节），未存入。请检查是否选错。",
        "document.too_large": "“{name}”有 {size} MB，超过单个附件 {most} MB 的上限，未存入。请压缩或分拆后再存。",
        "document.disk_full": "“{folder}”所在磁盘空间不足，附件“{name}”未存入，台账不受影响。请清理磁盘后重试。",
        "document.unwritable": "无法在“{folder}”存入附件“{name}”，台账不受影响。请检查文件夹是否可写。",
        "document.missing": "附件“{name}”的文件不在“{folder}”中。请从第二备份位置的同名文件夹找回，或重新存入。",
        "document.altered": "附件“{name}”的文件在存入之后被改动过，与登记的内容不符。请从第二备份位置找回，或重新存入。",
        "document.not_saved": "无法把附件“{name}”另存到“{folder}”。请检查磁盘空间和文件夹权限。",
    }
)

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 200
_CHUNK = MEGABYTE
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FOLDER_END = ".附件"
State = Literal["good", "missing", "altered"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was taken in: the name it came under, the hash and size (bytes) of what it holds."""

    name: str
    sha256: str
    size: int


def document_folder(ledger: Path) -> Path:
    """The folder beside a ledger in which its attachments lie."""
    return ledger.with_name(ledger.stem + _FOLDER_END)


def document_path(folder: Path, sha256: str, name: str) -> Path:
    """Where a file lies: by its hash, with the ending of its name so that a person can open it there too."""
    return folder / sha256[:2] / (sha256 + suffix_of(name).lower())


def keep(
    source: Path, folder: Path, *, most: int = MOST_MEGABYTES * MEGABYTE, progress: Progress | None = None
) -> Kept:
    """Copy a file into the folder; one of the same content is not written twice.

    Usable on any thread. Raises LedgerError that says what to do, CancelledError; nothing is left behind then.
    """
    watch = progress or NullProgress()
    size = _size(source, most)
    try:
        folder.mkdir(exist_ok=True)
        with written_beside(folder / "incoming") as part:
            sha256, copied = _copy(source, part, size, watch)
            target = document_path(folder, sha256, source.name)
            if state_of(folder, sha256, source.name) != "good":
                target.parent.mkdir(exist_ok=True)
                _set_writable(target)
                put_in_place(part, target)
                target.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    except OSError as error:
        code = "document.disk_full" if error.errno in _FULL else "document.unwritable"
        raise LedgerError(code, name=source.name, folder=str(folder)) from error
    return Kept(source.name, sha256, copied)


def state_of(folder: Path, sha256: str, name: str) -> State:
    """Whether a kept file is there and holds what it held when it was taken in. Reads all of it."""
    path = document_path(folder, sha256, name)
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "missing"
    return "good" if found == sha256 else "altered"


def seen_of(folder: Path, sha256: str, name: str, size: int | None) -> State:
    """Whether a kept file is there at its length (bytes; None where it is not known). Reads none of it."""
    try:
        found = document_path(folder, sha256, name).stat()
    except OSError:
        return "missing"
    return "good" if size is None or found.st_size == size else "altered"


def hand_out(folder: Path, sha256: str, name: str, target: Path) -> None:
    """Write a copy of a kept file to `target`, so that nobody works on the file itself.

    Raises LedgerError when it is missing or altered, or cannot be written.
    """
    state = state_of(folder, sha256, name)
    if state != "good":
        raise LedgerError(f"document.{state}", name=name, folder=str(folder))
    try:
        with written_beside(target) as part:
            shutil.copyfile(document_path(folder, sha256, name), part)
            put_in_place(part, target)
    except OSError as error:
        raise LedgerError("document.not_saved", name=name, folder=str(target.parent)) from error


def copy_folder(folder: Path, target: Path, progress: Progress | None = None) -> int:
    """Copy into another folder the kept files that it lacks; how many there were.

    Raises LedgerError("backup.disk_full" or "backup.unwritable"), CancelledError.
    """
    watch, copied = progress or NullProgress(), 0
    try:
        wanted = [
            path for path in _kept_in(folder) if not _same_size(path, target / path.relative_to(folder))
        ]
        for number, path in enumerate(wanted):
            watch.check()
            watch.report(number, len(wanted), "正在复制附件")
            there = target / path.relative_to(folder)
            there.parent.mkdir(parents=True, exist_ok=True)
            with written_beside(there) as part:
                shutil.copyfile(path, part)
                put_in_place(part, there)
            copied += 1
    except OSError as error:
        code = "backup.disk_full" if error.errno in _FULL else "backup.unwritable"
        raise LedgerError(code, folder=str(target)) from error
    return copied


def kept_count(folder: Path) -> int:
    """How many files the folder holds."""
    return len(list(_kept_in(folder)))


def _kept_in(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.glob("??/*") if path.is_file() and not path.name.startswith("."))


def _same_size(path: Path, other: Path) -> bool:
    # Named by its content: what has the name and the length was copied whole.
    return other.is_file() and other.stat().st_size == path.stat().st_size


def _size(source: Path, most: int) -> int:
    try:
        source.name.encode("utf-8")
    except UnicodeEncodeError as error:
        # Half a character in a name can be neither shown nor written into the ledger.
        shown = source.name.encode("utf-8", "replace").decode("utf-8")
        raise LedgerError("document.bad_name", name=shown) from error
    try:
        found = source.stat()
    except (OSError, ValueError) as error:
        raise LedgerError("document.unreadable", name=source.name) from error
    if not stat.S_ISREG(found.st_mode):
        raise LedgerError("document.not_a_file", name=source.name)
    if not found.st_size:
        raise LedgerError("document.empty", name=source.name)
    if found.st_size > most:
        size = f"{found.st_size / MEGABYTE:.1f}"
        raise LedgerError("document.too_large", name=source.name, size=size, most=most // MEGABYTE)
    return found.st_size


def _copy(source: Path, part: Path, size: int, progress: Progress) -> tuple[str, int]:
    """Copy and hash in one reading; a source that cannot be read is told as such."""
    digest, copied = hashlib.sha256(), 0
    try:
        opened = source.open("rb")
    except OSError as error:
        raise LedgerError("document.unreadable", name=source.name) from error
    with opened, part.open("wb") as out:
        while True:
            progress.check()
            try:
                piece = opened.read(_CHUNK)
            except OSError as error:
                raise LedgerError("document.unreadable", name=source.name) from error
            if not piece:
                break
            out.write(piece)
            digest.update(piece)
            copied += len(piece)
            progress.report(copied, size, "正在存入附件")
    return digest.hexdigest(), copied


def _set_writable(path: Path) -> None:
    """Let an altered file be replaced: Windows renames over no file that may not be written."""
    if path.exists():
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)
