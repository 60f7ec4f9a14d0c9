"""Editing many cells as one step: clearing a selection, pasting a block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from zonedesk.domain.columns import TABLE_LABELS, field_of
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import EMPTY_MARKS, clean_text, match_key, read_value
from zonedesk.ops.edit import delete_row, name_of, set_field, store_readings
from zonedesk.store.writer import Writer

NEW_PROJECT = "新项目"


class Cell(NamedTuple):
    """What is to stand in one cell, as typed."""

    row_id: int
    key: str
    text: str


def set_cells(
    w: Writer,
    *,
    table: str,
    cells: Iterable[Cell],
    added: Iterable[Mapping[str, str]] = (),
    verb: str = "修改",
    unit: str = "亿元",
    month: str = "",
) -> None:
    """修改多格: all or none. Raises RefusedError if a row is gone or a name would be empty.

    `added` are new projects, each with its texts by field; one without a name is called 新项目. Bare amounts are
    in `unit`; fields kept with the monthly progress go to `month` (see `set_field`).
    """
    by_row: dict[int, list[tuple[Field, str]]] = {}
    for cell in cells:
        by_row.setdefault(cell.row_id, []).append((field_of(table, cell.key), cell.text))
    new = [{field_of("project", key): text for key, text in texts.items()} for texts in added]
    names = _Names(w, [*(pair for texts in by_row.values() for pair in texts), *_pairs(new)])
    for row_id, texts in by_row.items():
        row = w.row(table, row_id)
        if row is None:
            raise RefusedError("record.missing", what=TABLE_LABELS[table], name=str(row_id))
        _set_row(w, table, row, names.settled(texts), unit=unit, month=month)
    for named in new:
        name = next((clean_text(text) for field, text in named.items() if field.key == "name"), "")
        row_id = w.insert("project", {"name": name or NEW_PROJECT})
        rest = [(field, text) for field, text in named.items() if field.key != "name"]
        _set_row(w, "project", w.row("project", row_id) or {}, names.settled(rest), unit=unit, month=month)
    count = sum(len(texts) for texts in (*by_row.values(), *new))
    w.label = f"{verb} {count} 格" + (f"，新增 {len(new)} 个项目" if new else "")
    if count == 1 and by_row and not new:
        # One slip of Delete is looked for later: by its project and column it is found.
        ((row_id, ((field, _),)),) = by_row.items()
        w.label = f"{verb}{name_of(w, table, w.row(table, row_id) or {})}{field.label}"


def _set_row(
    w: Writer, table: str, row: dict[str, Any], texts: list[tuple[Field, str]], *, unit: str, month: str
) -> None:
    store_readings(w, table, row, [(f, read_value(f, text, unit)) for f, text in texts if f.table == table])
    for field, text in texts:
        if field.table != table:
            set_field(w, table=table, row_id=row["id"], key=field.key, text=text, unit=unit, month=month)


def _pairs(new: Iterable[Mapping[Field, str]]) -> Iterable[tuple[Field, str]]:
    return (pair for texts in new for pair in texts.items())


class _Names:
    """The names that a block refers to, settled at once: looked for one by one, each new company would be compared
    with every other one."""

    def __init__(self, w: Writer, texts: Iterable[tuple[Field, str]]) -> None:
        self._known: dict[tuple[str, str], str] = {}
        wanted: dict[str, set[str]] = {}
        for field, text in texts:
            if field.kind is Kind.REF and field.ref in {"zone", "enterprise"}:
                wanted.setdefault(field.ref, set()).add(clean_text(text))
        for table, names in wanted.items():
            strange = sorted(name for name in names - EMPTY_MARKS if w.find(table, name=name) is None)
            if len(strange) > 1:
                self._settle(w, table, strange)

    def _settle(self, w: Writer, table: str, strange: list[str]) -> None:
        alike = {match_key(row["name"]): row["name"] for row in w.find_all(table)}
        for name in strange:
            known = alike.setdefault(match_key(name), name)
            if known == name:
                w.insert(table, {"name": name})
            self._known[table, name] = known

    def settled(self, texts: list[tuple[Field, str]]) -> list[tuple[Field, str]]:
        """The texts, with names as the ledger writes them."""
        if not self._known:
            return texts
        return [(f, self._known.get((f.ref, clean_text(text)), text) if f.ref else text) for f, text in texts]


def delete_rows(w: Writer, *, table: str, row_ids: Iterable[int]) -> None:
    """删除多行: all or none, each with everything that hangs on it."""
    ids = list(row_ids)
    for row_id in ids:
        delete_row(w, table=table, row_id=row_id)
    if len(ids) > 1:
        w.label = f"删除 {len(ids)} 个{TABLE_LABELS[table]}"
