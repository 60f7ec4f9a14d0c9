"""What the page 三未 gives out: the rows of the tab in view, as a workbook or on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.ops.lists import Rows, kinds
from zonedesk.ops.lists.stuck import departed_rows, plain_rows, trend_rows
from zonedesk.ops.stuck_groups import GROUPINGS, grouped

if TYPE_CHECKING:
    from zonedesk.desktop.pages.three_not import ThreeNotPage

_KINDS = {"left": "stuck_left", "trend": "stuck_trend"}
_GROUP_COLUMNS = {"zone": "zone", "category": "category", "sponsor": "sponsor"}


class Sheets:
    """Answers for `ListTools`."""

    def __init__(self, page: ThreeNotPage) -> None:
        self._page = page

    def kind(self) -> str:
        """The list that is in view."""
        return _KINDS.get(self._page.tab, self._page.list_name)

    def rows(self) -> Rows:
        """Its rows as they are shown, under their heads in the order of these."""
        page = self._page
        if page.tab == "left":
            return departed_rows(page.left_view.shown())
        if page.tab == "trend":
            return trend_rows(page.trend_view.trend) if page.trend_view.trend else []
        rows, by = page.shown(), page.arrangement.by
        if by:
            rows = [row for group in grouped(rows, by) for row in group.rows]
        return plain_rows(page.desk.session, page.desk.as_of, rows)

    def columns(self) -> Mapping[str, str]:
        """Its columns; what it is grouped by comes first."""
        columns = kinds()[self.kind()].columns
        by = self._page.arrangement.by if self._page.tab in DEFINITIONS else ""
        if not by:
            return columns
        key = _GROUP_COLUMNS[by]
        return {key: columns[key], **columns}

    def title(self) -> str:
        """What it is called, with what it is grouped by."""
        page, label = self._page, kinds()[self.kind()].label
        if page.tab == "trend":
            return f"{DEFINITIONS[page.list_name].label}各月变化"
        if page.tab in DEFINITIONS and page.arrangement.by:
            return f"{label}项目清单（按{GROUPINGS[page.arrangement.by]}）"
        return f"{label}项目清单" if page.tab in DEFINITIONS else label
