"""Facts of an earlier day as the ledger knew them then: what was written since is taken back, in memory only.

Dates alone tell what happened between two days. What was written down late, or put right, they cannot tell:
the record can. Projects that the ledger did not know at all by then are taken by their dates.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from zonedesk.domain.changes import RowChange
from zonedesk.domain.cohort import Listed, ListingFact, by_track
from zonedesk.domain.columns import FIELDS, REQUIRED
from zonedesk.domain.facts import Facts, PendingProcedure
from zonedesk.domain.procedures import is_done
from zonedesk.domain.projects import ProjectFact, Projects
from zonedesk.domain.reporting import last_whole_month
from zonedesk.ops.as_it_stood import walked_back
from zonedesk.store.reader import Reader
from zonedesk.store.record import Record

_TABLES = ("project", "listing", "monthly_progress", "procedure", "problem")
Row = dict[str, Any]


@dataclass(frozen=True)
class KnownThen:
    """What the ledger knew at the end of an earlier day.

    `problems` are those written to since, by id, as they stood then; None for one that was not there yet.
    `touched` says whether anything was written in between that bears on it; `written` are the projects written to.
    """

    facts: Facts
    problems: dict[int, Row | None]
    touched: bool


def changes_in(record: Record, since: str, until: str) -> list[RowChange]:
    """What was written after the day `since` and by the end of `until` (ISO, the PCs' clocks), newest first."""
    found: list[RowChange] = []
    for step in record.steps():
        day = step.at[:10]
        if day <= since:
            break
        if day <= until:
            found += reversed([each for each in record.each_row(step.set_id) if each.table in _TABLES])
    return found


def known_then(reader: Reader, record: Record, facts: Facts, until: str) -> KnownThen:
    """`facts`, which are of the earlier day as known now, as they were known then."""
    changes = changes_in(record, facts.as_of, until)
    if not changes:
        return KnownThen(facts, {}, False)
    rows = _Rows(reader, changes, facts.projects)
    return KnownThen(
        replace(
            facts,
            projects=_projects(facts, rows),
            listed=_listed(facts, rows),
            completed=_completed(facts, rows),
            pending=_pending(facts, rows),
        ),
        {row_id: rows.then("problem", row_id) for row_id in rows.old("problem")},
        True,
    )


class _Rows:
    """The rows that were written to, as they are and as they were."""

    def __init__(self, reader: Reader, changes: list[RowChange], projects: Collection[int]) -> None:
        self._reader, self._changes = reader, changes
        newest = {(change.table, change.row_id): change for change in reversed(changes)}
        written = {table: [row_id for name, row_id in newest if name == table] for table in _TABLES}
        self._now = {
            (table, row["id"]): row
            for table in _TABLES
            for row in reader.rows_in(table, "id", written[table])
        }
        self._then = walked_back(self._now, changes)
        # What was deleted only after all these changes is as unknown now as it is on the later day.
        self._gone = {
            key for key, change in newest.items() if key not in self._now and change.after is not None
        }
        deleted = {row_id for table, row_id in self._then if table == "project"} - {
            row_id for table, row_id in self._gone if table == "project"
        }
        # A project that came into the ledger since, with all that came with it, is known by its dates only.
        new = {row_id for row_id in written["project"] if ("project", row_id) not in self._then}
        self._projects = (set(projects) | deleted) - new
        self._written = written

    def old(self, table: str) -> list[int]:
        """The rows of a table that were written to, but for those of projects that are new or not known any more."""
        return sorted(
            row_id
            for row_id in self._written[table]
            if (table, row_id) not in self._gone and self._owner(table, row_id) in self._projects
        )

    def now(self, table: str, row_id: int) -> Row | None:
        """A row as it is; None if it is gone."""
        return self._now.get((table, row_id))

    def then(self, table: str, row_id: int) -> Row | None:
        """A row as it was, with all its columns; None if it was not there."""
        row = self._then.get((table, row_id))
        return None if row is None else _whole(table, row_id, row)

    def all_then(self, table: str, projects: set[int]) -> list[Row]:
        """All rows of a table that hung on these projects, as they were."""
        now = {(table, row["id"]): row for row in self._reader.rows_in(table, "project_id", projects)}
        rows = walked_back(now, [c for c in self._changes if c.table == table])
        return [_whole(table, key[1], row) for key, row in rows.items() if row.get("project_id") in projects]

    def _owner(self, table: str, row_id: int) -> int | None:
        if table == "project":
            return row_id
        row = self._now.get((table, row_id)) or self._then.get((table, row_id)) or {}
        return row.get("project_id")


def _whole(table: str, row_id: int, row: Mapping[str, Any]) -> Row:
    return {field.stored_as: None for field in FIELDS[table]} | dict(row) | {"id": row_id}


def _projects(facts: Facts, rows: _Rows) -> Projects:
    found = dict(facts.projects)
    for pid in rows.old("project"):
        row = rows.then("project", pid)
        if row is not None:
            found[pid] = ProjectFact._make(row.get(column) for column in ProjectFact._fields)
    return Projects.of(found.values())


def _listed(facts: Facts, rows: _Rows) -> Listed:
    ids = rows.old("listing")
    gone = {_listing(row) for row_id in ids if (row := rows.now("listing", row_id))}
    back = [_listing(row) for row_id in ids if (row := rows.then("listing", row_id))]
    if not ids:
        return facts.listed
    return by_track([each for each in facts.listings if each not in gone] + back)


def _listing(row: Mapping[str, Any]) -> ListingFact:
    return ListingFact._make(row[column] for column in ListingFact._fields)


def _completed(facts: Facts, rows: _Rows) -> dict[int, int]:
    """The completed investment that had been reported by then, by project."""
    projects = {
        row["project_id"]
        for row_id in rows.old("monthly_progress")
        if (row := rows.now("monthly_progress", row_id) or rows.then("monthly_progress", row_id))
    }
    if not projects:
        return facts.completed
    last = last_whole_month(facts.as_of)
    found = {pid: amount for pid, amount in facts.completed.items() if pid not in projects}
    told = [row for row in rows.all_then("monthly_progress", projects) if row["month"] <= last]
    for row in sorted(told, key=lambda row: row["month"]):
        if row["invest_total"] is not None:
            found[row["project_id"]] = row["invest_total"]
    return found


def _pending(facts: Facts, rows: _Rows) -> list[PendingProcedure]:
    ids = set(rows.old("procedure"))
    kept = (item for item in facts.pending if item.id not in ids)
    return sorted([*kept, *_waiting_then(ids, rows, facts.as_of)], key=attrgetter("project_id", "id"))


def _waiting_then(ids: Iterable[int], rows: _Rows, day: str) -> Iterable[PendingProcedure]:
    for row_id in sorted(ids):
        row = rows.then("procedure", row_id)
        if row and row["required"] == REQUIRED and not is_done(row, day):
            note = row["waiting_reason"] or row["next_step"]
            yield PendingProcedure(row_id, row["project_id"], row["name"], row["status"], note)
