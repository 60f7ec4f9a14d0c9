"""Rows of one file that are the same project are put together; what contradicts is kept side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from zonedesk.domain.columns import MONTHLY_PROGRESS_FIELDS
from zonedesk.domain.dates import contains
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.plan import column_field
from zonedesk.domain.values import match_key
from zonedesk.exchange.entries import Entry, company_core

PROGRESS_FIELD = {f.stored_as: f for f in MONTHLY_PROGRESS_FIELDS}


@dataclass(slots=True)
class Merged:
    """Values put together from several rows: `origins` of those not from the first, `rivals` that contradict."""

    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, Entry] = field(default_factory=dict)
    rivals: dict[str, tuple[Any, Entry]] = field(default_factory=dict)

    def add(self, table: str, values: dict[str, Any], entry: Entry) -> None:
        """Put one row's values in: equal or coarser ones change nothing, more exact dates win."""
        for key, value in values.items():
            known = self.values.get(key)
            if known is None or known == value:
                self.values[key] = value if known is None else known
                if known is None:
                    self.origins[key] = entry
                continue
            verdict = compare(field_for(table, key), known, value)
            if verdict == "finer":
                self.values[key], self.origins[key] = value, entry
            elif verdict == "other":
                self.rivals[key] = (value, entry)


@dataclass(slots=True)
class FileProject:
    """One project as the whole file tells of it."""

    entries: list[Entry]
    project: Merged = field(default_factory=Merged)
    progress: dict[str | None, Merged] = field(default_factory=dict)
    code: str | None = None

    @property
    def first(self) -> Entry:
        """The row where the file tells of it first."""
        return self.entries[0]

    @property
    def name(self) -> str:
        """Its name in the file."""
        return self.first.name

    @property
    def is_ours(self) -> bool:
        """Whether a row of it was written by our own export."""
        return any("marker" in entry.notes for entry in self.entries)

    def join(self, entry: Entry) -> None:
        """Put a further row of the same project in."""
        if self.entries[0] is not entry:
            self.entries.append(entry)
        self.code = self.code or entry.project.get("code")
        self.project.add("project", entry.project, entry)
        if entry.progress or any(table == "monthly_progress" for table, _ in entry.unfit):
            self.progress.setdefault(entry.month, Merged()).add("monthly_progress", entry.progress, entry)


def field_for(table: str, column: str) -> Field | None:
    """The registry entry stored in a column, of the progress table too."""
    return PROGRESS_FIELD.get(column) if table == "monthly_progress" else column_field(table, column)


def compare(found: Field | None, ours: Any, theirs: Any) -> str:
    """How a value stands to ours: "same", "finer" (says it more exactly), "coarser" or "other"."""
    if ours == theirs:
        return "same"
    if found is not None and found.kind is Kind.DATE:
        if contains(ours, theirs):
            return "finer"
        return "coarser" if contains(theirs, ours) else "other"
    if isinstance(ours, str) and isinstance(theirs, str):
        reduce = company_core if found is not None and found.key == "enterprise_id" else match_key
        return "same" if reduce(ours) == reduce(theirs) else "other"
    return "other"


def edited(table: str, rows: Iterable[tuple[Entry, dict[str, Any]]], ours: Callable[[str], Any]) -> Merged:
    """Rows that our own export wrote alike, put together: what was changed in any of them wins over what was left.

    `ours` gives what the ledger holds in a column, as files write it.
    """
    told = list(rows)
    news = {
        (id(entry), column)
        for entry, values in told
        for column, value in values.items()
        if (held := ours(column)) is None
        or compare(field_for(table, column), held, value) in {"finer", "other"}
    }
    changed = {column for _, column in news}
    merged = Merged()
    for entry, values in told:
        kept = {c: value for c, value in values.items() if c not in changed or (id(entry), c) in news}
        merged.add(table, kept, entry)
    return merged


def merge(entries: Iterable[Entry]) -> tuple[list[FileProject], list[tuple[Entry, Entry]]]:
    """The projects of a file, and pairs of rows of one sheet that may or may not be the same project.

    By code; then name and company; then name and investment. 一期 and 二期 are never one, since their
    names differ; one name under two companies is two projects.
    """
    merger = _Merger()
    for entry in entries:
        merger.add(entry)
    return merger.projects, merger.doubtful


class _Merger:
    def __init__(self) -> None:
        self.projects: list[FileProject] = []
        self.doubtful: list[tuple[Entry, Entry]] = []
        self._by_code: dict[str, FileProject] = {}
        self._by_name: dict[str, list[FileProject]] = {}

    def add(self, entry: Entry) -> None:
        code = entry.project.get("code")
        target = self._by_code.get(code) if code else None
        key = match_key(entry.name)
        target = target or self._same_name(entry, key, code)
        if target is None:
            target = FileProject([entry])
            self.projects.append(target)
        elif twin := _twin(target, entry):
            self.doubtful.append((entry, twin))
            return
        target.join(entry)
        if code:
            self._by_code[code] = target
        named = self._by_name.setdefault(key, [])
        if target not in named:
            named.append(target)

    def _same_name(self, entry: Entry, key: str, code: str | None) -> FileProject | None:
        named = [p for p in self._by_name.get(key, ()) if not (code and p.code and code != p.code)]
        company = entry.project.get("enterprise_id")
        fitting, open_ones = [], []
        for project in named:
            other = project.project.values.get("enterprise_id")
            if company and other:
                if company_core(company) == company_core(other):
                    fitting.append(project)
            else:
                open_ones.append(project)
        if fitting:
            return fitting[0]
        investment = entry.project.get("total_investment")
        same = [p for p in open_ones if p.project.values.get("total_investment") == investment]
        if investment is None and len(open_ones) == 1:
            return open_ones[0]
        return same[0] if len(same) == 1 and investment is not None else None


def _twin(project: FileProject, entry: Entry) -> Entry | None:
    """A row of the same sheet, batch and track that says it is the same project with other amounts."""
    for known in project.entries:
        if (known.sheet, known.batch, known.track) != (entry.sheet, entry.batch, entry.track):
            continue
        code = entry.project.get("code")
        if not (code and code == known.project.get("code")) and (
            known.project.get("total_investment") != entry.project.get("total_investment")
        ):
            return known
    return None
