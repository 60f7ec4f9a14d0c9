"""Rows under heads: by zone, batch, industry, duty unit or stage, with counts and exact subtotals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from zonedesk.domain.figures.scope import batch_order
from zonedesk.domain.stages import STAGE_LABELS
from zonedesk.ops.table.columns import Column, columns_by_key
from zonedesk.ops.table.rows import LedgerRows

# What can be grouped by, and how it is called. A project stands once: under the batch that listed it last.
GROUPINGS = {
    "zone_id": "开发区",
    "listings": "批次",
    "industry_field": "产业领域",
    "duty_unit": "责任单位",
    "stage": "阶段",
}
_STAGES = {label: number for number, label in enumerate(STAGE_LABELS.values())}
_LAST = (1, b"")


@dataclass(slots=True)
class Group:
    """One head with its projects. `label` is "" where the column is empty."""

    label: str
    ids: list[int]
    folded: bool = False
    _sums: dict[str, int | None] = field(default_factory=dict)

    def total(self, rows: LedgerRows, column: Column) -> int | None:
        """The exact sum of a column of amounts over the group; None if no amount is known."""
        if column.key not in self._sums:
            amounts = [rows.amount(pid, column) for pid in self.ids if pid in rows.by_id]
            known = [amount for amount in amounts if amount is not None]
            self._sums[column.key] = sum(known) if known else None
        return self._sums[column.key]

    def forget(self) -> None:
        """Add up anew when asked next."""
        self._sums.clear()


def label_of(rows: LedgerRows, by: str) -> Callable[[int], str]:
    """How to read under which head a project stands."""
    column = columns_by_key()[by]
    if by == "listings":
        rows.derive_everything()
        return lambda pid: rows.text(pid, column).rpartition("、")[2].rpartition("·")[0]
    shown = rows.shown_of(column)
    if column.field is None:
        rows.derive_everything()
    return shown


def grouped(rows: LedgerRows, ids: Iterable[int], by: str, folded: Iterable[str] = ()) -> list[Group]:
    """The groups of `ids` in the order officers expect, the empty one last; within a group the order given."""
    label = label_of(rows, by)
    found: dict[str, Group] = {}
    shut = set(folded)
    for pid in ids:
        name = label(pid)
        group = found.get(name)
        if group is None:
            group = found[name] = Group(name, [], name in shut)
        group.ids.append(pid)
    order = _order(rows, by)
    return sorted(found.values(), key=lambda group: order(group.label))


def _order(rows: LedgerRows, by: str) -> Callable[[str], Any]:
    if by == "stage":
        return lambda label: _STAGES.get(label, len(_STAGES))
    if by == "listings":
        places = {batch.name: batch_order(batch) for batch in rows.batches()}
        return lambda label: (label not in places, places.get(label, ()), label)
    # In GB 18030 common characters stand in the order of their pinyin.
    return lambda label: (0, label.encode("gb18030", "replace")) if label else _LAST
