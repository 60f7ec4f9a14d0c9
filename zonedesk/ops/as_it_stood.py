"""A project with all that hangs on it as it stood at the end of a day: the record walked backwards."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from zonedesk.domain.changes import RowChange, Step
from zonedesk.domain.columns import FIELDS
from zonedesk.domain.fields import Kind
from zonedesk.store.reader import Reader
from zonedesk.store.record import Record
from zonedesk.store.schema import REFERENCES

Key = tuple[str, int]
Rows = dict[Key, dict[str, Any]]
Told = tuple[Step, RowChange]
CHILDREN = tuple(table for table, _ in REFERENCES["project"])


@dataclass(frozen=True)
class Snapshot:
    """A project at one moment: stored values without the empty ones, `unfit` decoded.

    `project` is None if there was none. `names` are what the zones, companies and batches that the rows
    point to were called at that moment, by table and id.
    """

    project: dict[str, Any] | None
    children: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    names: dict[str, dict[int, str]] = field(default_factory=dict)


def walked_back(now: Mapping[Key, Mapping[str, Any]], changes: Iterable[RowChange]) -> Rows:
    """Rows as they stood before `changes`, given newest first. Empty values are left out."""
    rows: Rows = {key: _filled(row) for key, row in now.items()}
    for change in changes:
        key = (change.table, change.row_id)
        if change.before is None:
            rows.pop(key, None)
        elif change.after is None:
            rows[key] = _filled(change.before)
        else:
            rows[key] = _filled({**rows.get(key, {}), **change.before})
    return rows


def since(told: Iterable[Told], day: str) -> list[RowChange]:
    """Of changes told newest first, those made after the end of the day `day` (ISO).

    The first step of that day or before ends the walk: a clock that was set back mixes nothing up.
    """
    later: list[RowChange] = []
    for step, change in told:
        if step.at[:10] <= day:
            break
        later.append(change)
    return later


def changes_of(reader: Reader, record: Record, project_id: int) -> list[Told]:
    """Everything ever recorded of a project and of what hangs or hung on it, newest first."""
    keys: set[Key] = {("project", project_id)} | record.removed_of(project_id)
    for table, column in REFERENCES["project"]:
        keys |= {(table, row["id"]) for row in reader.rows_in(table, column, [project_id])}
    told = [pair for table, row_id in keys for pair in reversed(list(record.of_row(table, row_id)))]
    # Several changes of one row within a step keep their order; rows do not depend on each other's.
    told.sort(key=lambda pair: pair[0].set_id)
    return told[::-1]


def as_it_stood(reader: Reader, record: Record, project_id: int, day: str) -> Snapshot:
    """The project at the end of the day `day` (ISO), as written on the PCs' clocks."""
    later = since(changes_of(reader, record, project_id), day)
    rows = walked_back(rows_now(reader, project_id), later)
    return _snapshot(rows, project_id, lambda table, row_id: _name_on(reader, record, table, row_id, day))


def as_it_stands(reader: Reader, project_id: int) -> Snapshot:
    """The project as it is now."""
    return _snapshot(
        rows_now(reader, project_id), project_id, lambda table, row_id: _name_now(reader, table, row_id)
    )


def snapshot_of(rows: Iterable[tuple[Key, Mapping[str, Any]]], names: dict[str, dict[int, str]]) -> Snapshot:
    """A snapshot made of row images, such as those that a step removed."""
    project: dict[str, Any] | None = None
    children: dict[str, list[dict[str, Any]]] = {table: [] for table in CHILDREN}
    for (table, row_id), image in sorted(rows, key=lambda pair: pair[0][1]):
        row = {**_filled(image), "id": row_id}
        # Recorded images hold it as text, rows that were read hold it decoded.
        if isinstance(row.get("unfit"), str):
            row["unfit"] = json.loads(row["unfit"])
        if table == "project":
            project = row
        elif table in children:
            children[table].append(row)
    return Snapshot(project, children, names)


def rows_now(reader: Reader, project_id: int) -> Rows:
    """The project's row and those that hang on it, as they are stored now."""
    found: Rows = {}
    for table, column in (("project", "id"), *REFERENCES["project"]):
        for row in reader.rows_in(table, column, [project_id]):
            found[table, row["id"]] = _filled(row)
    return found


def _snapshot(rows: Rows, project_id: int, name_of: Callable[[str, int], str]) -> Snapshot:
    own = {
        key: row for key, row in rows.items() if key[0] == "project" or row.get("project_id") == project_id
    }
    names: dict[str, dict[int, str]] = {}
    for (table, _), row in own.items():
        for each in FIELDS[table]:
            value = row.get(each.stored_as)
            if each.kind is Kind.REF and value is not None and value not in names.get(each.ref, {}):
                names.setdefault(each.ref, {})[value] = name_of(each.ref, value)
    return snapshot_of(own.items(), names)


def _name_now(reader: Reader, table: str, row_id: int) -> str:
    found = reader.rows(table, id=row_id)
    return str(found[0]["name"]) if found else f"{row_id}号"


def _name_on(reader: Reader, record: Record, table: str, row_id: int, day: str) -> str:
    """What a zone, company or batch was called at the end of a day."""
    now = {(table, row["id"]): row for row in reader.rows(table, id=row_id)}
    row = walked_back(now, since(record.of_row(table, row_id), day)).get((table, row_id), {})
    return str(row.get("name", f"{row_id}号"))


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in row.items() if value is not None and column != "id"}
