"""Editing by hand: one cell, one record."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

from zonedesk.domain.batches import batch_name
from zonedesk.domain.columns import TABLE_LABELS, TITLE_KEYS, field_of
from zonedesk.domain.dates import is_iso
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.problem_words import proposed_category
from zonedesk.domain.procedures import with_state
from zonedesk.domain.values import Reading, clean_text, match_key, read_value, show_value, unit_of
from zonedesk.store.schema import LOOSE, REFERENCES
from zonedesk.store.writer import Writer


def set_field(
    w: Writer, *, table: str, row_id: int, key: str, text: str, unit: str = "亿元", month: str = ""
) -> None:
    """修改.

    `text` is as typed; a bare amount is in `unit`. What does not fit the field's type is kept as typed
    and flagged; an empty text clears the field, or sets what stands for empty (未启动, 待办). A project
    field kept with the monthly progress is written to `month` (YYYY-MM), or to the last month reported.
    Raises RefusedError if the row is gone, a name would be empty, or the row would be there twice.
    """
    field = field_of(table, key)
    row = w.row(table, row_id)
    if row is None:
        raise RefusedError("record.missing", what=TABLE_LABELS[table], name=str(row_id))
    reading = read_value(field, text, unit)
    w.label = f"修改{name_of(w, table, row)}{field.label}：{_told(field, reading)}"
    if table == "project" and field.table == "monthly_progress":
        _set_progress(w, row_id, field, reading, month)
    else:
        store_reading(w, table, row, field, reading)


def _told(field: Field, reading: Reading) -> str:
    """What was written, as the history tells it: with its unit, and an empty field said."""
    if reading.unfit is not None:
        return reading.unfit
    shown = show_value(field, reading.value)
    return f"{shown}{unit_of(field)}" if shown else "（空）"


def store_reading(w: Writer, table: str, row: dict[str, Any], field: Field, reading: Reading) -> None:
    """Write what was read of one field; see `store_readings`."""
    store_readings(w, table, row, [(field, reading)])


def store_readings(
    w: Writer, table: str, row: dict[str, Any], readings: Iterable[tuple[Field, Reading]]
) -> None:
    """Write what was read of a row's own fields, resolving references by name and keeping unfit texts."""
    unfit = json.loads(row["unfit"])
    before = dict(unfit)
    values: dict[str, Any] = {}
    for field, reading in readings:
        values[field.stored_as] = _settled(w, table, field, reading)
        unfit.pop(field.stored_as, None)
        if reading.unfit is not None:
            unfit[field.stored_as] = reading.unfit
    if table == "procedure":
        named = set(values)
        today = dt.date.today().isoformat()  # noqa: DTZ011 - the office's calendar day
        values = with_state(row, values, today)
        for key in values.keys() - named:
            unfit.pop(key, None)
    if table == "problem":
        _propose_category(w, row, values)
    if unfit != before:
        values["unfit"] = json.dumps(unfit, ensure_ascii=False)
    w.update(table, row["id"], values)


def _propose_category(w: Writer, row: Mapping[str, Any], values: dict[str, Any]) -> None:
    """The kind of obstacle that a problem's text names, as on import; one that is there or given stays."""
    proposed = proposed_category(values.get("description") or "")
    if proposed and not row["category"] and "category" not in values:
        values["category"] = proposed
        w.label = f"{w.label or ''}，堵点类别拟为“{proposed}”"


def _settled(w: Writer, table: str, field: Field, reading: Reading) -> Any:
    """The value to store: a name resolved to its row, an empty one replaced where the table needs one."""
    value = reading.value
    if value is not None:
        return ensure_named(w, field.ref, value) if field.kind is Kind.REF else value
    needed = w.must_hold(table)
    if field.stored_as not in needed:
        return None
    if reading.unfit is not None:
        known = "、".join(field.choice_names or field.choices) or "规定的格式"
        raise RefusedError("field.bad_choice", label=field.label, choices=known, text=reading.unfit)
    if needed[field.stored_as] is None:
        raise RefusedError("field.empty_name", label=field.label)
    return needed[field.stored_as]


def ensure_named(w: Writer, table: str, name: str) -> int:
    """The id of the zone, enterprise or batch of that name, added if the ledger lacks it.

    A name that differs only in blanks, width or kind of bracket is the same name; a batch is known by the
    year and number that its name says, and is added with them.
    """
    if table not in {"zone", "enterprise", "batch"}:
        return _known_by_name(w, table, name)
    values: dict[str, Any] = {"name": name}
    if table == "batch" and (said := batch_name(name)).year:
        values = said._asdict()
        name = said.name
        if same := w.find(table, year=said.year, seq_no=said.seq_no):
            return int(same["id"])
    known = w.find(table, name=name)
    if known is None:
        key = match_key(name)
        known = next((row for row in w.find_all(table) if match_key(row["name"]) == key), None)
    return known["id"] if known else w.insert(table, values)


def _known_by_name(w: Writer, table: str, name: str) -> int:
    """The only row of that name. RefusedError if there is none or more than one: it is not for us to choose."""
    found = w.find_all(table, name=name)
    if len(found) != 1:
        code = "reference.ambiguous" if found else "reference.unknown"
        raise RefusedError(code, what=TABLE_LABELS[table], name=name, count=len(found))
    return int(found[0]["id"])


def add_project(w: Writer, *, name: str, zone: str = "") -> int:
    """新增项目. Raises RefusedError without a name."""
    name = clean_text(name)
    if not name:
        raise RefusedError("project.no_name")
    w.label = f"新增项目 {name}"
    values: dict[str, Any] = {"name": name}
    if zone:
        values["zone_id"] = ensure_named(w, "zone", zone)
    return w.insert("project", values)


def add_row(
    w: Writer,
    *,
    table: str,
    values: dict[str, str],
    project_id: int | None = None,
    unit: str = "亿元",
    links: Mapping[str, int] | None = None,
) -> int:
    """新增: a row of any table; `values` are typed texts by key, `links` ids of the rows it belongs to by column.

    With `project_id` it hangs on that project: a procedure, a problem, a month, a listing.
    """
    row: dict[str, Any] = dict(links or {})
    if project_id is not None:
        if w.row("project", project_id) is None:
            raise RefusedError("record.missing", what=TABLE_LABELS["project"], name=str(project_id))
        row["project_id"] = project_id
    unfit: dict[str, str] = {}
    for key, text in values.items():
        field = field_of(table, key)
        reading = read_value(field, text, unit)
        if reading.unfit is not None:
            unfit[field.stored_as] = reading.unfit
        value = _settled(w, table, field, reading)
        if value is not None:
            row[field.stored_as] = value
    if unfit:
        row["unfit"] = json.dumps(unfit, ensure_ascii=False)
    w.label = f"新增{name_of(w, table, row)}"
    return w.insert(table, row)


def delete_row(w: Writer, *, table: str, row_id: int) -> None:
    """删除: the record and everything that hangs on it. Undo brings all of it back."""
    row = w.row(table, row_id)
    if row is None:
        raise RefusedError("record.missing", what=TABLE_LABELS[table], name=str(row_id))
    # A child's name says already what it is.
    kind = "" if "project_id" in row else f"{TABLE_LABELS[table]} "
    w.label = f"删除{kind}{name_of(w, table, row)}"
    _delete_tree(w, table, row)


# What others are built on is not swept away with what stands on it.
_GROUNDS = {"zone": "个项目", "enterprise": "个项目", "batch": "条列入记录", "procedure_template": "件手续"}


def _delete_tree(w: Writer, table: str, row: dict[str, Any]) -> None:
    # The last in the order hang on the first: steps go before their procedure.
    for child, column in reversed(REFERENCES.get(table, ())):
        children = w.find_all(child, **{column: row["id"]})
        if table in _GROUNDS and children:
            raise RefusedError("refused", reason=f"“{row['name']}”下还有 {len(children)} {_GROUNDS[table]}")
        for each in children:
            if (child, column) in LOOSE:
                w.update(child, each["id"], {column: None})
            else:
                _delete_tree(w, child, each)
    w.delete(table, row["id"])


def set_setting(w: Writer, *, key: str, value: str) -> None:
    """修改设置."""
    known = w.find("setting", key=key)
    if known:
        w.update("setting", known["id"], {"value": value})
    else:
        w.insert("setting", {"key": key, "value": value})


def name_of(w: Writer, table: str, row: dict[str, Any]) -> str:
    """What a row is called in the history: its own name, or its project's with what it is, as “甲项目”手续“环评”."""
    if table in {"zone", "enterprise", "batch", "project"}:
        return f"“{row.get('name', '')}”"
    what = next((row[key] for key in TITLE_KEYS if row.get(key)), "")
    own = f"“{str(what)[:12]}”" if what else ""
    project = w.row("project", row["project_id"]) if row.get("project_id") else None
    return f"“{project['name']}”{TABLE_LABELS[table]}{own}" if project else f"{TABLE_LABELS[table]}{own}"


def _set_progress(w: Writer, project_id: int, field: Field, reading: Reading, month: str) -> None:
    if month and (len(month) != 7 or not is_iso(month)):
        raise RefusedError("date.bad", text=month)
    months = w.find_all("monthly_progress", project_id=project_id)
    by_month = {row["month"]: row for row in months}
    target = by_month.get(month or max(by_month, default=""))
    if target is None and reading == Reading():
        return
    if target is None:
        if not month:
            raise RefusedError("refused", reason="尚无月度进展，不知记入哪个月")
        row_id = w.insert("monthly_progress", {"project_id": project_id, "month": month})
        target = w.row("monthly_progress", row_id)
    store_reading(w, "monthly_progress", target or {}, field, reading)
