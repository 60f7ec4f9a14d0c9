"""The zones side by side, on the first page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.figures.registry import Rate
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.stages import Due
from zonedesk.ops.workbench import ZoneLine


class ZoneCells(QObject):
    """How a zone reads in its row; every number opens what it counts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scope = ""
        self.chosen: int | None = None

    def columns(self) -> list[Column]:
        """The columns of the comparison."""
        return [
            Column("name", self.tr("开发区"), 160, stretch=True),
            Column("projects", self.tr("项目\n个数"), 42, right=True),
            Column("investment", self.tr("开工率\n按投资额"), 70, right=True),
            Column("count", self.tr("开工率\n按个数"), 68, right=True),
            *(
                Column(name, f"{d.label[:2]}\n{d.label[2:]}", 55, right=True, tip=d.label)
                for name, d in DEFINITIONS.items()
            ),
            Column("completion", self.tr("手续\n办结率"), 68, right=True),
        ]

    def cell(self, line: ZoneLine, key: str) -> Cell:
        """One cell of a row."""
        name = line.name or self.tr("（未填开发区）")
        bold = self.chosen is not None and line.zone_id == self.chosen
        if key == "name":
            return Cell(name, bold=bold)
        if key == "projects":
            return Cell(str(len(line.projects)), Link(name, line.projects), self._tip(name), bold=bold)
        if key in line.start:
            return self._rate(line.start[key], name, bold=bold)
        if key == "completion":
            totals = line.procedures
            link = Link(self.tr("{zone} · 需办手续的项目").format(zone=name), totals.projects)
            ratio = totals.completion
            tip = self._tip(self.tr("{zone} · 手续办结率 {a}/{b} 件").format(
                zone=name, a=ratio.numerator, b=ratio.denominator))  # fmt: skip
            return Cell(ratio.text(), link, tip, bold=bold)
        return self._stuck(line, key, name, bold=bold)

    def _rate(self, rate: Rate, zone: str, *, bold: bool) -> Cell:
        link = Link(f"{zone} · {rate.label}", rate.base)
        tip = self.tr("{zone} · {label}：已开工 {a} 个，签约 {b} 个\n口径：{note}").format(
            zone=zone, label=rate.label, a=len(rate.rows), b=len(rate.base), note=rate.note
        )
        return Cell(rate.ratio.text(), link, self._tip(tip), bold=bold)

    def _stuck(self, line: ZoneLine, key: str, zone: str, *, bold: bool) -> Cell:
        found = line.stuck[key]
        if not found.items:
            return Cell("0", colour=tokens.DISABLED)
        late = found.count(Due.OVERDUE)
        tip = self.tr("{zone} · {label} {n} 个，其中逾期 {late} 个").format(
            zone=zone, label=found.definition.label, n=len(found.items), late=late
        )
        return Cell(
            str(len(found.items)),
            Link(f"{zone} · {found.definition.label}", found.ids()),
            self._tip(tip),
            bold=bold,
        )

    def _tip(self, text: str) -> str:
        return f"{text}\n{self.scope}"


class ZoneTable(SimpleTable):
    """The zones side by side."""

    def __init__(self) -> None:
        self.cells = ZoneCells()
        super().__init__(SimpleTableModel(self.cells.columns(), self.cells.cell), head_lines=2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_zones(self, lines: Sequence[ZoneLine], scope: str, chosen: int | None) -> None:
        """Show these; the chosen one stands out."""
        self.cells.scope, self.cells.chosen = scope, chosen
        self.show_rows(list(lines), key=lambda line: line.zone_id)
