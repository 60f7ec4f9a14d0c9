"""One of the three stuck counts, split by how the projects stand to their planned date."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.figure_card import FigureCard
from zonedesk.desktop.widgets.light import DUE_LIGHTS, due_colour
from zonedesk.desktop.widgets.link_line import Link, LinkLine, NumberButton, Part
from zonedesk.desktop.widgets.looked_at import short_money
from zonedesk.domain.figures.three_not import StuckList
from zonedesk.domain.stages import DUE_LABELS, Due

_MANY = 1_000  # projects


class StuckCard(FigureCard):
    """The count, its investment, and four lights."""

    def __init__(self) -> None:
        super().__init__()
        self.count, self._columns = LinkLine(), 0
        self.lights = {due: LinkLine() for due in Due}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        for line in self.lights.values():
            line.opened.connect(self.opened)
        self._place_lights(2)
        self.count.opened.connect(self.opened)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addLayout(self._grid)
        self.frame.insertSpacing(1, 4)
        self.frame.insertLayout(2, row)

    def show_list(self, found: StuckList, money_unit: str, scope: str) -> None:
        """Show one of the three lists."""
        definition = found.definition
        # Short, for the head of a narrow card; its tip says which 总投资 it is.
        total = self.tr("总投资 {amount} {unit}").format(
            amount=short_money(found.investment, money_unit), unit=money_unit
        )
        self.show_figures(definition.label, total, [])
        usual = self.tr("列入批次、到截至日尚未走到下一步且未终止的项目；计划时间已到为逾期")
        tip = self.tr("{label}\n口径：{basis}；总投资为列入时总投资\n{scope}")
        tip = tip.format(label=definition.label, basis=found.basis or usual, scope=scope)
        self.note.setToolTip(tip)
        everything = Link(definition.label, found.ids())
        self.count.show_parts(
            [Part(str(len(found.items)), everything, tip, big=True), Part(self.tr(" 个"), second=True)]
        )
        # Four figures each, side by side, would ask for more than a small screen's share.
        self._place_lights(1 if len(found.items) >= _MANY else 2)
        for due, line in self.lights.items():
            ids = found.ids(due)
            colour = due_colour(due) if ids else tokens.DISABLED
            link = Link(f"{definition.label} · {DUE_LABELS[due]}", ids)
            line.show_parts(
                [
                    Part(tokens.LIGHTS[DUE_LIGHTS[due]][1], colour=colour),
                    Part(f" {DUE_LABELS[due]} ", second=True),
                    Part(str(len(ids)), link, tip, colour="" if ids else tokens.DISABLED),
                ]
            )

    def _place_lights(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.setVerticalSpacing(6 if columns > 1 else 0)
        for n, line in enumerate(self.lights.values()):
            self._grid.removeWidget(line)
            self._grid.addWidget(line, n // columns, n % columns)

    def numbers(self) -> list[NumberButton]:
        """The count, then one number per light."""
        return self.count.numbers() + [n for line in self.lights.values() for n in line.numbers()]
