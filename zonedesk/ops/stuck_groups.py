"""A stuck list under heads: by zone, by cause, by sponsor, each with its counts and sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.columns import PROBLEM_CATEGORIES
from zonedesk.domain.stages import Due
from zonedesk.ops.stuck import StuckRow

GROUPINGS = {"zone": "开发区", "category": "堵点类别", "sponsor": "包联领导"}


@dataclass(frozen=True, slots=True)
class StuckGroup:
    """One head with its rows, in the order in which the list has them. `label` is "" where nothing is said."""

    label: str
    rows: tuple[StuckRow, ...]

    @property
    def investment(self) -> int:
        """元, at listing."""
        return sum(row.item.investment for row in self.rows)

    @property
    def overdue(self) -> tuple[StuckRow, ...]:
        """Those overdue."""
        return tuple(row for row in self.rows if row.due is Due.OVERDUE)

    @property
    def longest(self) -> int:
        """The most days by which any is overdue, 0 if none is."""
        return max((row.item.overdue_days for row in self.rows), default=0)

    @property
    def ids(self) -> tuple[int, ...]:
        """The projects."""
        return tuple(row.project_id for row in self.rows)


def label_by(by: str) -> Callable[[StuckRow], str]:
    """How to read under which head a row stands."""
    readers: dict[str, Callable[[StuckRow], str]] = {
        "zone": lambda row: row.zone,
        "category": lambda row: row.of_problem("category"),
        "sponsor": lambda row: row.project["sponsor"] or "",
    }
    return readers[by]


def grouped(
    rows: Iterable[StuckRow], by: str, label: Callable[[StuckRow], str] | None = None
) -> list[StuckGroup]:
    """The groups in the order officers expect, the one without a name last; `label` where rows keep their heads."""
    found: dict[str, list[StuckRow]] = {}
    label = label or label_by(by)
    for row in rows:
        found.setdefault(label(row), []).append(row)
    return [StuckGroup(name, tuple(found[name])) for name in sorted(found, key=_order(by))]


def _order(by: str) -> Callable[[str], Any]:
    usual = {name: number for number, name in enumerate(PROBLEM_CATEGORIES)} if by == "category" else {}
    # In GB 18030 common characters stand in the order of their pinyin.
    return lambda name: (not name, usual.get(name, len(usual)), name.encode("gb18030", "replace"))
