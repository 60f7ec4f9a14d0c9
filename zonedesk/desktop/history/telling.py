"""What a recorded row change means to an officer: which record, which field, from what, to what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from zonedesk.domain.changes import RowChange
from zonedesk.domain.columns import TABLE_LABELS, TRACKS
from zonedesk.domain.fields import Kind
from zonedesk.domain.plan import column_field
from zonedesk.domain.values import show_value, unit_of
from zonedesk.ops.session import Session
from zonedesk.ops.views import told

_NAMED = ("project", "zone", "enterprise", "batch")
_LONGEST = 60
_PLAIN = {"key": "设置项", "value": "设置值"} | {
    "page": "页面",
    "name": "名称",
    "definition": "内容",
    "owner": "建立人",
}


def _owner(column: str) -> str | None:
    """The table whose row a column refers to, where it is no field of its own."""
    table = column.removesuffix("_id")
    return table if table != column and table in TABLE_LABELS else None


class CellLine(NamedTuple):
    """One cell that a step wrote, as it is read."""

    what: Literal["added", "changed", "removed"]
    table: str
    name: str
    field: str
    before: str
    after: str


class Teller:
    """Tells the changes of one step. Names are those of today, or the last ones of rows that are gone."""

    def __init__(self, session: Session, money_unit: str) -> None:
        self._session = session
        self._unit = money_unit
        self._names: dict[str, dict[int, str]] = {}

    def lines(self, changes: Iterable[RowChange]) -> Iterator[CellLine]:
        """The changes cell by cell, made as they are asked for."""
        for change in changes:
            name = self._name(change)
            what: Literal["added", "changed", "removed"] = "changed"
            if change.before is None:
                what = "added"
            elif change.after is None:
                what = "removed"
            for field, before, after in self._cells(change):
                yield CellLine(what, TABLE_LABELS.get(change.table, change.table), name, field, before, after)

    def _cells(self, change: RowChange) -> Iterator[tuple[str, str, str]]:
        before, after = change.before or {}, change.after or {}
        for column in dict.fromkeys([*after, *before]):
            old, new = before.get(column), after.get(column)
            if column in {"unfit", "extra"}:
                yield from self._packed(change.table, column, old, new)
            elif old is not None or new is not None:
                yield (
                    self._label(change.table, column),
                    self._show(change.table, column, old),
                    self._show(change.table, column, new),
                )

    def _packed(
        self, table: str, column: str, old: str | None, new: str | None
    ) -> Iterator[tuple[str, str, str]]:
        """Texts kept as typed and columns that the ledger does not know: several cells in one."""
        before, after = json.loads(old or "{}"), json.loads(new or "{}")
        for key in dict.fromkeys([*after, *before]):
            if before.get(key) != after.get(key):
                label = f"{self._label(table, key)}（待核原文）" if column == "unfit" else key
                yield label, str(before.get(key, "")), str(after.get(key, ""))

    def _label(self, table: str, column: str) -> str:
        field = column_field(table, column)
        if field is None:
            return TABLE_LABELS[owner] if (owner := _owner(column)) else _PLAIN.get(column, column)
        unit = unit_of(field, self._unit)
        return f"{field.label}（{unit}）" if unit else field.label

    def _show(self, table: str, column: str, value: Any) -> str:
        if value is None:
            return ""
        if owner := _owner(column):
            return self._named(owner, value)
        if column == "definition":
            return told(value)
        field = column_field(table, column)
        if field is None:
            return "项目台账" if column == "page" else str(value)
        if field.kind is Kind.REF:
            return self._named(field.ref, value)
        return TRACKS.get(value, value) if field.key == "track" else show_value(field, value, self._unit)

    def _name(self, change: RowChange) -> str:
        if change.table in _NAMED:
            image = change.after or change.before or {}
            return str(image.get("name") or self._named(change.table, change.row_id))
        image = self._image(change)
        if change.table == "setting":
            return str(image.get("key", ""))
        detail = image.get("name") or image.get("month") or str(image.get("description") or "")[:14]
        if change.table == "listing" and image.get("batch_id"):
            detail = self._named("batch", image["batch_id"]) + TRACKS.get(image.get("track", ""), "")
        project = self._named("project", image["project_id"]) if image.get("project_id") else ""
        return " · ".join(part for part in (project, detail) if part)

    def _image(self, change: RowChange) -> Mapping[str, Any]:
        """The whole row: as written, as it stands now, or as it last stood."""
        if change.before is None or change.after is None:
            return change.after or change.before or {}
        standing = self._session.reader.rows(change.table, id=change.row_id)
        return standing[0] if standing else self._last_image(change.table, change.row_id)

    def _last_image(self, table: str, row_id: int) -> Mapping[str, Any]:
        for _, change in self._session.record.of_row(table, row_id):
            if change.before is None or change.after is None:
                return change.after or change.before or {}
        return {}

    def _named(self, table: str, row_id: int) -> str:
        known = self._names.setdefault(table, {})
        if not known and table in _NAMED:
            known |= self._session.reader.names(table)
        if row_id not in known:
            standing = self._session.reader.rows(table, id=row_id)
            image = standing[0] if standing else self._last_image(table, row_id)
            told = image.get("name") or image.get("description") or image.get("content")
            known[row_id] = str(told)[:_LONGEST] if told else f"{TABLE_LABELS[table]}第{row_id}号"
        return known[row_id]
