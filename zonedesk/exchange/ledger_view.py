"""The ledger as an import looks at it: read once, so that planning anew needs no database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from zonedesk.domain.changes import RowChange
from zonedesk.domain.changes import Step as HistoryStep
from zonedesk.domain.figures.summary import summarise
from zonedesk.domain.values import match_key
from zonedesk.exchange.entries import BatchName
from zonedesk.ops.stuck_rules import with_rules
from zonedesk.ops.working_day import reported_as_of
from zonedesk.store.reader import Reader

Row = dict[str, Any]
REF_TABLES = {"zone_id": "zone", "enterprise_id": "enterprise"}  # project columns that hold ids


class History(Protocol):
    """Who wrote a row, newest first, and which files were taken in (`Record`)."""

    def of_row(self, table: str, row_id: int) -> Iterable[tuple[HistoryStep, RowChange]]:
        """Each step that touched the row, with what it did to it."""

    def removals(self) -> Iterable[tuple[HistoryStep, RowChange]]:
        """Every row that a standing step removed, newest first, with that step."""

    def each_row(self, set_id: int) -> Iterable[RowChange]:
        """What a step wrote, in order."""

    def imports_of(self, sha256: str) -> list[HistoryStep]:
        """The standing steps that took in a file of this content, newest first."""


class LedgerView:
    """Rows of the ledger by what identifies them; `taken` are the imports of the very file that is looked at, newest first."""

    def __init__(self, reader: Reader, history: History | None, ledger_id: str, sha256: str = "") -> None:
        self.ledger_id = ledger_id
        self._history = history
        self._writers: dict[tuple[str, int], dict[str, HistoryStep]] = {}
        self.taken = history.imports_of(sha256) if history and sha256 else []
        self._came_in: dict[str, set[int]] | None = None
        self._removed: dict[tuple[Any, ...], HistoryStep] | None = None
        self.names = {table: reader.names(table) for table in ("zone", "enterprise", "batch")}
        self.zones = {match_key(name): row_id for row_id, name in self.names["zone"].items()}
        for row in reader.rows("zone"):
            if row["short_name"]:
                self.zones.setdefault(match_key(row["short_name"]), row["id"])
        self.enterprises = {match_key(name): row_id for row_id, name in self.names["enterprise"].items()}
        self.uscc = {row["id"]: row["uscc"] for row in reader.rows("enterprise")}
        self.batches = reader.batches()
        self.projects: dict[int, Row] = {row["id"]: row for row in reader.rows("project")}
        self.listings = {(r["project_id"], r["batch_id"], r["track"]): r for r in reader.rows("listing")}
        self.progress = {(r["project_id"], r["month"]): r for r in reader.rows("monthly_progress")}
        self._months: dict[int, list[Row]] = {}
        for row in self.progress.values():
            self._months.setdefault(row["project_id"], []).append(row)
        self.procedures = {(r["project_id"], match_key(r["name"])): r for r in reader.rows("procedure")}
        self.problems: dict[int, list[Row]] = {}
        for row in reader.rows("problem"):
            self.problems.setdefault(row["project_id"], []).append(row)
        self.cases: dict[int, list[Row]] = {}
        for row in reader.rows("agency_case"):
            self.cases.setdefault(row["project_id"], []).append(row)
        self.default_as_of = reported_as_of(reader)
        self._facts = reader.facts
        self._scope = with_rules(reader)

    def batch(self, wanted: BatchName) -> int | None:
        """The batch of that year and number, or of that name."""
        for row_id, known in self.batches.items():
            if wanted.year and (known.year, known.seq_no) == (wanted.year, wanted.seq_no):
                return row_id
            if match_key(known.name) == match_key(wanted.name):
                return row_id
        return None

    def told_by(self, project_id: int, month: str, column: str) -> Any:
        """The last value of a monthly column up to a month, or None."""
        told = [
            (row["month"], row[column])
            for row in self._months.get(project_id, ())
            if row["month"] <= month and row[column] is not None
        ]
        return max(told)[1] if told else None

    def name_of(self, table: str, row_id: int | None) -> str | None:
        """The name of a referred row."""
        return self.names[table].get(row_id) if row_id is not None else None

    def stuck(self, name: str, as_of: str) -> list[int]:
        """The projects on one of the 三未 lists on a day."""
        return list(summarise(self._facts(as_of), self._scope).three_not[name].ids())

    def by_hand(self, table: str, row_id: int, column: str) -> bool:
        """Whether the column's value was last written by a person and not by an import."""
        writer = self._writer(table, row_id, column)
        return writer is not None and writer.kind == "edit"

    def since(self, table: str, row_id: int, column: str) -> HistoryStep | None:
        """The step that wrote the column last, if this very file had been taken in before it."""
        if not self.taken:
            return None
        # The first time counts: what was corrected then stays a correction, however often the file comes again.
        first, writer = self.taken[-1], self._writer(table, row_id, column)
        return writer if writer is not None and writer.set_id > first.set_id else None

    def came_in_as(self, name: str) -> int | None:
        """The project that this very file brought in by that name, whatever it or its company is called now."""
        if self._came_in is None:
            self._came_in = {}
            for step in self.taken:
                for change in self._history.each_row(step.set_id) if self._history else ():
                    if change.table == "project" and change.before is None and change.row_id in self.projects:
                        told = match_key((change.after or {})["name"])
                        self._came_in.setdefault(told, set()).add(change.row_id)
        found = self._came_in.get(match_key(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def removed(self, table: str, values: Row) -> HistoryStep | None:
        """The step that removed such a row after this very file had been taken in, or None."""
        if self._removed is None:
            self._removed = {}
            for step, change in self._history.removals() if self._history and self.taken else ():
                if step.set_id > self.taken[-1].set_id:
                    self._removed.setdefault(_told_by(change.table, change.before or {}), step)
        return self._removed.get(_told_by(table, values)) if self._removed else None

    def _writer(self, table: str, row_id: int, column: str) -> HistoryStep | None:
        """The standing step that wrote a column last."""
        if self._history is None:
            return None
        known = self._writers.get((table, row_id))
        if known is None:
            known = self._writers[table, row_id] = {}
            for step, change in self._history.of_row(table, row_id):
                # A step that was taken back left nothing; one done again counts as itself.
                if step.state == "done":
                    for name in change.columns:
                        known.setdefault(name, step)
        return known.get(column)

    def imported_as(self, table: str, row_id: int) -> str | None:
        """The kind of file that a row was first taken in from, or None if it was made by hand."""
        if self._history is None:
            return None
        steps = [step for step, change in self._history.of_row(table, row_id) if change.before is None]
        source = steps[-1].source if steps else None
        return json.loads(source).get("kind") if source else None


# By what a row of a file is known again, of the project that it hangs on.
_TELLING = {
    "project": ("name",),
    "listing": ("batch_id", "track"),
    "monthly_progress": ("month",),
    "procedure": ("name",),
    "problem": ("description",),
    "agency_case": ("matter", "accepted_on"),
}


def _told_by(table: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    values = (row.get(column) for column in ("project_id", *_TELLING.get(table, ())))
    return (table, *(match_key(value) if isinstance(value, str) else value for value in values))
