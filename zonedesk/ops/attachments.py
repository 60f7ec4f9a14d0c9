"""附件: documents that belong to a project, its procedures or its problems; the files lie beside the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.errors import Problem, RefusedError
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.domain.values import clean_text
from zonedesk.ops import edit
from zonedesk.store.documents import (
    MEGABYTE,
    MOST_MEGABYTES,
    Kept,
    State,
    document_folder,
    hand_out,
    keep,
    seen_of,
    state_of,
)
from zonedesk.store.files import portable_name, shortened, suffix_of
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

MOST_SETTING = "attachment_most_megabytes"
KINDS = ("批复文件", "承诺书", "申报材料", "合同协议", "会议纪要", "现场照片", "其他")


@dataclass(frozen=True, slots=True)
class Owner:
    """What an attachment belongs to: a project, and one of its procedures or problems if that is meant."""

    project_id: int
    procedure_id: int | None = None
    problem_id: int | None = None


def most_bytes(reader: Reader) -> int:
    """The largest file that the office takes in, in bytes."""
    return (megabytes_in(reader.setting(MOST_SETTING)) or MOST_MEGABYTES) * MEGABYTE


def megabytes_in(text: str | None) -> int | None:
    """The size that a setting says: a whole number of MB from 1 to 6 digits; None where it says none."""
    fits = text is not None and re.fullmatch(r"[0-9]{1,6}", text)
    return int(text) or None if fits and text else None


def keep_files(ledger: Path, sources: list[Path], most: int, progress: Progress | None = None) -> list[Kept]:
    """Copy files beside the ledger; usable on any thread. Raises what `keep` raises, of the first that cannot be."""
    return [keep(source, document_folder(ledger), most=most, progress=progress) for source in sources]


def add_attachments(w: Writer, *, owner: Owner, files: list[Kept], on: str, kind: str = "") -> None:
    """存入附件: name files that are kept already. The same content under the same name is not named twice."""
    links = {"procedure_id": owner.procedure_id, "problem_id": owner.problem_id}
    project = w.row("project", owner.project_id)
    if project is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["project"], name=str(owner.project_id))
    added = []
    for file in files:
        row = {"project_id": owner.project_id, **links, "name": file.name, "sha256": file.sha256}
        if not w.find("attachment", **row):
            added.append(file.name)
            values = {"kind": clean_text(kind) or None, "added_on": on, "size": file.size}
            w.insert("attachment", {**row, **values})
    what = w.row("procedure", owner.procedure_id or 0)
    of = edit.name_of(w, "procedure", what) if what else f"“{project['name']}”"
    w.label = f"{of}存入附件：{'、'.join(added)}"


def save_as(ledger: Path, row: dict[str, Any], target: Path) -> Path:
    """另存: a copy of an attachment's file; where it was written: a name too long for a file is shortened.

    Raises LedgerError when it is missing, altered or cannot be written.
    """
    target = target.with_name(shortened(target.name))
    hand_out(document_folder(ledger), row["sha256"], row["name"], target)
    return target


def to_look_at(ledger: Path, row: dict[str, Any], folder: Path) -> Path:
    """A copy in `folder` to open, under its own name: whatever is done with it, the file that is kept stays as it is.

    Raises as `save_as`.
    """
    target = folder / str(row["id"]) / portable_name(row["name"])
    target.parent.mkdir(exist_ok=True)
    return save_as(ledger, row, target)


def faults(
    ledger: Path, rows: list[dict[str, Any]], progress: Progress | None = None
) -> Iterator[tuple[dict[str, Any], Problem]]:
    """The attachments whose files are missing or were altered. Reads every file, each content once."""
    folder, watch = document_folder(ledger), progress or NullProgress()
    known: dict[tuple[str, str], State] = {}
    for number, row in enumerate(rows):
        watch.check()
        watch.report(number, len(rows), "正在核对附件")
        key = row["sha256"], suffix_of(row["name"]).lower()
        if key not in known:
            known[key] = state_of(folder, row["sha256"], row["name"])
        if known[key] != "good":
            yield row, _fault(known[key], row, folder)


def faults_seen(ledger: Path, rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Problem]]:
    """The attachments whose files are missing or have another length: what is seen without reading a file."""
    folder = document_folder(ledger)
    for row in rows:
        state = seen_of(folder, row["sha256"], row["name"], row["size"])
        if state != "good":
            yield row, _fault(state, row, folder)


def _fault(state: State, row: dict[str, Any], folder: Path) -> Problem:
    return Problem(f"document.{state}", {"name": row["name"], "folder": folder.name})
