"""Taking a planned import in: one recorded step, undone as one."""

from __future__ import annotations

import json
from typing import Any

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.errors import ImportRefusedError
from zonedesk.domain.plan import ImportPlan, Ref, RowAction
from zonedesk.domain.plan_report import source
from zonedesk.store.writer import Writer

# Rows that others refer to come first.
_ORDER = (
    "zone",
    "enterprise",
    "batch",
    "project",
    "listing",
    "monthly_progress",
    "procedure",
    "problem",
    "agency_case",
)
_EMPTY_JSON = {"unfit": "{}", "extra": "{}"}
_UNIQUE = {
    "zone": ("name",),
    "enterprise": ("name",),
    "batch": ("name",),
    "listing": ("project_id", "batch_id", "track"),
    "monthly_progress": ("project_id", "month"),
    "procedure": ("project_id", "name"),
}


def take_in(w: Writer, *, plan: ImportPlan) -> None:
    """导入.

    Writes every ticked row and cell of `plan`. Raises ImportRefusedError when the ledger was changed
    in these rows since the plan was made.
    """
    w.label = plan.label()
    w.source = json.dumps(source(plan), ensure_ascii=False)
    taken = plan.taken()
    ids: dict[Ref, int] = {}
    for table in _ORDER:
        rows = [action for action in taken if action.table == table and action.row_id is None]
        _insert(w, table, rows, ids)
    for action in taken:
        if action.row_id is not None:
            _update(w, action, ids)


take_in.step_kind = "import"  # type: ignore[attr-defined]


def _insert(w: Writer, table: str, actions: list[RowAction], ids: dict[Ref, int]) -> None:
    rows: list[dict[str, Any]] = []
    fresh: list[RowAction] = []
    for action in actions:
        values = _resolved(action, ids)
        if values is None:
            continue
        _check_free(w, action, values)
        rows.append(values)
        fresh.append(action)
    # All rows of one insert name the same columns; a column that none of them fills is left out.
    used = {column for values in rows for column in values}
    columns = [column for column in w.columns(table) if column in used]
    empty = w.must_hold(table)
    filled = [{**{column: empty.get(column) for column in columns}, **values} for values in rows]
    for action, row_id in zip(fresh, w.insert_many(table, filled), strict=True):
        ids[Ref(table, action.token)] = row_id


def _resolved(action: RowAction, ids: dict[Ref, int]) -> dict[str, Any] | None:
    """The row's accepted values with ids in place of references; None if it hangs on a row not taken in."""
    values: dict[str, Any] = {}
    for column, value in action.values.items():
        if column in action.declined and column != "name":
            continue
        if not isinstance(value, Ref):
            values[column] = value
        elif value in ids:
            values[column] = ids[value]
        elif column in {"project_id", "batch_id"}:
            return None
    return values


def _check_free(w: Writer, action: RowAction, values: dict[str, Any]) -> None:
    """A row that came into the ledger after the plan was made must not be added twice."""
    if isinstance(action.values.get("project_id"), Ref):
        return  # its project is new, so nothing can hang on it yet
    columns = _UNIQUE.get(action.table)
    if columns and w.find(action.table, **{column: values.get(column) for column in columns}):
        raise ImportRefusedError("import.stale", what=_where(action))


def _update(w: Writer, action: RowAction, ids: dict[Ref, int]) -> None:
    values = _resolved(action, ids)
    if not values:
        return
    row = w.row(action.table, action.row_id or 0)
    if row is None or any(not _same(column, row[column], action.before.get(column)) for column in values):
        raise ImportRefusedError("import.stale", what=_where(action))
    w.update(action.table, action.row_id or 0, values)


def _same(column: str, now: Any, then: Any) -> bool:
    """Whether a column holds what the plan saw; JSON by what it says."""
    if column in _EMPTY_JSON and now != then:
        return json.loads(now) == json.loads(then or "{}")
    return bool(now == then)


def _where(action: RowAction) -> str:
    return f"{TABLE_LABELS[action.table]}“{action.project or action.token}”"
