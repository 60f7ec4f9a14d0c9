"""The record as plain data: steps, and what happened to one project."""

from __future__ import annotations

import json
from typing import Any

from zonedesk.domain.changes import RowChange, Step
from zonedesk.domain.columns import FIELDS, TABLE_LABELS
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.messages import register
from zonedesk.domain.values import match_key, show_value
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader
from zonedesk.store.schema import REFERENCES

register(
    {
        "project.missing": "台账中没有项目“{name}”。请填写项目全称、项目代码或编号。",
        "project.doubtful": "有 {count} 个项目符合“{name}”：{known}。请改用项目代码或编号。",
    }
)


def find_project(reader: Reader, text: str) -> dict[str, Any]:
    """The project of that id, code or full name. RefusedError if there is none, or more than one."""
    key = match_key(text)
    rows = reader.rows("project")
    found = [row for row in rows if row["code"] and match_key(row["code"]) == key]
    found = found or [row for row in rows if match_key(row["name"]) == key]
    found = found or [row for row in rows if str(row["id"]) == text]
    if not found:
        raise RefusedError("project.missing", name=text)
    if len(found) > 1:
        known = "、".join(f"{row['id']}号（{row['code'] or '无代码'}）" for row in found[:5])
        raise RefusedError("project.doubtful", name=text, rows=found, known=known)
    return found[0]


def steps_of(session: Session, limit: int | None = None) -> list[dict[str, Any]]:
    """The steps, newest first."""
    return [
        _step(step) | {"computer": step.computer, "rows": step.rows, "source": step.source}
        for step in session.steps(limit=limit)
    ]


def history_of(session: Session, project_id: int, limit: int | None = None) -> list[dict[str, Any]]:
    """What changed in a project and in what hangs on it, newest first: one entry a field.

    `limit` is the greatest number of steps told.
    """
    rows = [("project", project_id)]
    for table, column in REFERENCES["project"]:
        rows += [(table, row["id"]) for row in _children(session.reader, table, column, project_id)]
    changes = [pair for table, row_id in rows for pair in session.record.of_row(table, row_id)]
    changes.sort(key=lambda pair: -pair[0].set_id)
    names = {
        ref: _names(session.reader, ref) for ref in {f.ref for fs in FIELDS.values() for f in fs if f.ref}
    }
    wanted = sorted({step.set_id for step, _ in changes}, reverse=True)[:limit]
    return [
        _step(step) | entry
        for step, change in changes
        if step.set_id in wanted
        for entry in _entries(change, names)
    ]


def _children(reader: Reader, table: str, column: str, project_id: int) -> list[dict[str, Any]]:
    equal: dict[str, Any] = {column: project_id}
    return reader.rows(table, **equal)


def _names(reader: Reader, table: str) -> dict[int, str]:
    return {row["id"]: row["name"] for row in reader.rows(table, columns=("id", "name"))}


def _step(step: Step) -> dict[str, Any]:
    return {
        "id": step.set_id,
        "at": step.at,
        "who": step.who,
        "label": step.label,
        "kind": step.kind,
        "state": step.state,
    }


def _entries(change: RowChange, names: dict[str, dict[int, str]]) -> list[dict[str, Any]]:
    fields = {field.stored_as: field for field in FIELDS[change.table] if field.table == change.table}
    before, after = change.before or {}, change.after or {}
    entries = []
    for column in dict.fromkeys([*before, *after]):
        field = fields.get(column)
        if field is None:
            continue
        entries.append(
            {
                "table": change.table,
                "row_id": change.row_id,
                "what": TABLE_LABELS[change.table],
                "field": field.label,
                "before": _shown(field, before, names),
                "after": _shown(field, after, names),
            }
        )
    return entries


def _shown(field: Field, image: Any, names: dict[str, dict[int, str]]) -> str | None:
    value = image.get(field.stored_as)
    if value is None:
        typed: str | None = json.loads(image.get("unfit") or "{}").get(field.stored_as)
        return typed
    if field.kind is Kind.REF:
        return names[field.ref].get(value, f"{value}号")
    return show_value(field, value)
