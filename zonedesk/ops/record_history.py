"""A project's history in words: who changed what from what to what, and when; of all of it or of one field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from zonedesk.domain.changes import RowChange, Step
from zonedesk.domain.columns import FIELDS, TABLE_LABELS
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import show_value, unit_of
from zonedesk.ops.as_it_stood import CHILDREN, changes_of
from zonedesk.ops.snapshot_text import row_title
from zonedesk.store.reader import Reader
from zonedesk.store.record import Record

_EMPTY = "（空）"


class Only(NamedTuple):
    """One field whose history is asked for: its table and column, of one row or (0) of all the project's rows."""

    table: str
    column: str
    row_id: int = 0


@dataclass(frozen=True)
class Entry:
    """One step as far as it concerns the project: a line for each thing changed."""

    step: Step
    lines: tuple[str, ...]


def project_history(
    reader: Reader,
    record: Record,
    project_id: int,
    money_unit: str,
    *,
    only: Only | None = None,
    most: int = 200,
) -> list[Entry]:
    """The steps that changed the project or what hangs on it, newest first, at most `most`."""
    teller = _Teller(reader, record, money_unit, only)
    entries: dict[int, tuple[Step, list[str]]] = {}
    for step, change in changes_of(reader, record, project_id):
        lines = list(teller.lines(step, change))
        if lines:
            entries.setdefault(step.set_id, (step, []))[1].extend(lines)
        if len(entries) > most:
            break
    return [Entry(step, tuple(lines)) for step, lines in list(entries.values())[:most]]


class _Teller:
    def __init__(self, reader: Reader, record: Record, money_unit: str, only: Only | None) -> None:
        self._reader, self._record = reader, record
        self._unit, self._only = money_unit, only
        self._names: dict[tuple[str, int], str] = {}
        self._titles: dict[tuple[str, int], str] = {}

    def lines(self, step: Step, change: RowChange) -> Iterator[str]:
        only = self._only
        if only:
            if change.table == only.table and only.row_id in {0, change.row_id}:
                yield from self._cells(change, only.column)
        elif change.before is None:
            yield step.label if change.table == "project" else f"新增{self._what(change)}"
        elif change.after is None:
            yield step.label if change.table == "project" else f"删除{self._what(change)}"
        else:
            yield from self._cells(change, "")

    def _cells(self, change: RowChange, column: str) -> Iterator[str]:
        before, after = change.before or {}, change.after or {}
        unfit_before, unfit_after = _unfit(before), _unfit(after)
        fields = {f.stored_as: f for f in FIELDS[change.table] if f.table == change.table}
        touched = dict.fromkeys([*before, *after, *unfit_before, *unfit_after])
        for name in touched:
            field = fields.get(name)
            if field is None or (column and name != column):
                continue
            old = unfit_before.get(name) or self._shown(field, before.get(name))
            new = unfit_after.get(name) or self._shown(field, after.get(name))
            if old == new:
                continue
            unit = unit_of(field, self._unit) if new and name not in unfit_after else ""
            label = f"{field.label}（待核）" if name in unfit_after else field.label
            prefix = "" if change.table == "project" else f"{self._what(change)} "
            yield f"{prefix}{label}：{old or _EMPTY} → {new or _EMPTY}{unit}"

    def _what(self, change: RowChange) -> str:
        key = (change.table, change.row_id)
        if key not in self._titles:
            row = self._image(change)
            batch = row.get("batch_id")
            names = {"batch": {batch: self._name("batch", batch)}} if batch is not None else {}
            self._titles[key] = f"{TABLE_LABELS[change.table]}“{row_title(change.table, row, names)}”"
        return self._titles[key]

    def _image(self, change: RowChange) -> Mapping[str, Any]:
        """The whole row: as it stands now, or as it last stood."""
        found = self._reader.rows(change.table, id=change.row_id) if change.table in CHILDREN else []
        if found:
            return found[0]
        for _, each in self._record.of_row(change.table, change.row_id):
            if each.before is None or each.after is None:
                return each.before or each.after or {}
        return {}

    def _shown(self, field: Field, value: Any) -> str:
        if value is not None and field.kind is Kind.REF:
            return self._name(field.ref, value)
        return show_value(field, value, self._unit)

    def _name(self, table: str, row_id: int) -> str:
        key = (table, row_id)
        if key not in self._names:
            found = self._reader.rows(table, id=row_id)
            self._names[key] = str(found[0]["name"]) if found else self._last_name(table, row_id)
        return self._names[key]

    def _last_name(self, table: str, row_id: int) -> str:
        for _, change in self._record.of_row(table, row_id):
            if change.after is None and change.before:
                return str(change.before.get("name", ""))
        return f"{row_id}号"


def _unfit(image: Mapping[str, Any]) -> dict[str, str]:
    return dict(json.loads(image["unfit"])) if image.get("unfit") else {}
