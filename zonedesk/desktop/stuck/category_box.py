"""Narrowing a stuck list to one kind of obstacle, with how many projects each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.columns import PROBLEM_CATEGORIES
from zonedesk.ops.stuck import StuckRow

_UNSAID = "unsaid"


class CategoryBox(SteadyCombo):
    """The kinds that the list has, in the usual order, the office's own ones after them."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("按堵点类别筛选"))
        self.setToolTip(self.tr("按堵点类别筛选；开发区在右上角选"))
        self.setFixedWidth(140)

    def show_counts(self, rows: Iterable[StuckRow]) -> None:
        """Offer the kinds of these rows; the one that was chosen stays chosen if it is still there."""
        counts = Counter(_kind(row) for row in rows)
        order = [*PROBLEM_CATEGORIES, *sorted(counts.keys() - {*PROBLEM_CATEGORIES, _UNSAID}), _UNSAID]
        chosen = self.currentData()
        self.clear()
        self.addItem(self.tr("全部堵点类别"), None)
        for key in order:
            if counts[key]:
                name = self.tr("未填类别") if key == _UNSAID else key
                self.addItem(f"{name}（{counts[key]}）", key)
        self.setCurrentIndex(max(self.findData(chosen), 0))

    def fits(self, row: StuckRow) -> bool:
        """Whether a row is of the chosen kind."""
        chosen = self.currentData()
        return not chosen or _kind(row) == chosen


def _kind(row: StuckRow) -> str:
    return row.of_problem("category") or _UNSAID
