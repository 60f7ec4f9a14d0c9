"""Editing many cells as one step: clearing a selection, pasting a block."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from zonedesk.domain.columns import TABLE_LABELS, field_of
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import Reading, read_value
from zonedesk.ops.edit import delete_row, ensure_named, set_field
from zonedesk.store.writer import Writer


class Cell(NamedTuple):
    """What is to stand in one cell, as typed."""

    row_id: int
    key: str
    text: str


def set_cells(
    w: Writer, *, table: str, cells: Iterable[Cell], verb: str = "修改", unit: str = "亿元", month: str = ""
) -> None:
    """修改多格: all or none. Raises RefusedError if a row is gone or a name would be empty.

    Bare amounts are in `unit`; fields kept with the monthly progress go to `month` (see `set_field`).
    """
    by_row: dict[int, list[tuple[Field, str]]] = {}
    count = 0
    for cell in cells:
        by_row.setdefault(cell.row_id, []).append((field_of(table, cell.key), cell.text))
        count += 1
    for row_id, texts in by_row.items():
        own = [(field, text) for field, text in texts if field.table == table]
        _set_own(w, table, row_id, own, unit)
        for field, text in texts:
            if field.table != table:
                set_field(w, table=table, row_id=row_id, key=field.key, text=text, unit=unit, month=month)
    w.label = f"{verb} {count} 格"


def _set_own(w: Writer, table: str, row_id: int, texts: list[tuple[Field, str]], unit: str) -> None:
    row = w.row(table, row_id)
    if row is None:
        raise RefusedError("record.missing", what=TABLE_LABELS[table], name=str(row_id))
    unfit = json.loads(row["unfit"])
    values: dict[str, Any] = {}
    for field, text in texts:
        reading: Reading = read_value(field, text, unit)
        value = reading.value
        if value is None and field.stored_as in {"name", "description"}:
            raise RefusedError("field.empty_name", label=field.label)
        if value is not None and field.kind is Kind.REF:
            value = ensure_named(w, field.ref, value)
        values[field.stored_as] = value
        unfit.pop(field.stored_as, None)
        if reading.unfit is not None:
            unfit[field.stored_as] = reading.unfit
    if unfit != json.loads(row["unfit"]):
        values["unfit"] = json.dumps(unfit, ensure_ascii=False)
    w.update(table, row_id, values)


def delete_rows(w: Writer, *, table: str, row_ids: Iterable[int]) -> None:
    """删除多行: all or none, each with everything that hangs on it."""
    ids = list(row_ids)
    for row_id in ids:
        delete_row(w, table=table, row_id=row_id)
    if len(ids) > 1:
        w.label = f"删除 {len(ids)} 个{TABLE_LABELS[table]}"
