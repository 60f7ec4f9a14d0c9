"""Editing many cells as one step: clearing a selection, pasting a block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from zonedesk.domain.columns import TABLE_LABELS, field_of
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Field
from zonedesk.domain.values import read_value
from zonedesk.ops.edit import delete_row, set_field, store_readings
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
        row = w.row(table, row_id)
        if row is None:
            raise RefusedError("record.missing", what=TABLE_LABELS[table], name=str(row_id))
        own = [(field, read_value(field, text, unit)) for field, text in texts if field.table == table]
        store_readings(w, table, row, own)
        for field, text in texts:
            if field.table != table:
                set_field(w, table=table, row_id=row_id, key=field.key, text=text, unit=unit, month=month)
    w.label = f"{verb} {count} 格"


def delete_rows(w: Writer, *, table: str, row_ids: Iterable[int]) -> None:
    """删除多行: all or none, each with everything that hangs on it."""
    ids = list(row_ids)
    for row_id in ids:
        delete_row(w, table=table, row_id=row_id)
    if len(ids) > 1:
        w.label = f"删除 {len(ids)} 个{TABLE_LABELS[table]}"
