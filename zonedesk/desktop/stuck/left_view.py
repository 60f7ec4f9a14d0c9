"""本月退出: the projects that went out of a stuck list this month, each with how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.filter_chips import FilterChips
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.money import format_money
from zonedesk.domain.stays import Exit
from zonedesk.ops.stuck_trend import Departure

_SIGNS = {
    Exit.TAKEN: ("■", tokens.GREEN),
    Exit.WITHDRAWN: ("▲", tokens.YELLOW),
    Exit.SUSPENDED: ("▲", tokens.YELLOW),
    Exit.CORRECTED: ("○", tokens.SECOND),
}


class LeftCells(QObject):
    """How one that left reads in its row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.money_unit = "亿元"

    def columns(self) -> list[Column]:
        """The columns."""
        return [
            Column("label", self.tr("原清单"), 84),
            Column("project", self.tr("项目名称"), tokens.NAME_WIDTH),
            Column("zone", self.tr("开发区"), 112),
            Column("told", self.tr("退出方式"), 110),
            Column("day", self.tr("时间"), 92),
            Column("planned", self.tr("应完成\n时间"), 92),
            Column("late", self.tr("晚于计划\n天数"), 72, right=True),
            Column(
                "investment",
                self.tr("列入时总投资\n（{unit}）").format(unit=self.money_unit),
                100,
                right=True,
            ),
            Column("sponsor", self.tr("包联领导"), 120),
            Column("reason", self.tr("原因、说明"), 200, stretch=True),
        ]

    def cell(self, row: Departure, key: str) -> Cell:
        """One cell of a row."""
        if key == "project":
            tip = self.tr("{name}\n双击或回车：在项目台账中打开").format(name=row.project)
            return Cell(row.project, Link(row.project, (row.project_id,)), tip)
        if key == "told":
            sign, colour = _SIGNS[row.how]
            return Cell(f"{sign} {row.told}", colour=colour)
        if key == "investment":
            return Cell(format_money(row.investment, self.money_unit))
        if key == "late":
            return Cell("" if row.late is None else str(row.late))
        return Cell(str(getattr(row, key)))


class LeftView(QWidget):
    """A table with chips by how. `opened(title, ids)` when a project is entered; `changed()` when others are shown."""

    opened = Signal(str, list)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells = LeftCells(self)
        self.rows: list[Departure] = []
        labels = {
            Exit.TAKEN: self.tr("已走到下一步"),
            Exit.WITHDRAWN: self.tr("终止或调出"),
            Exit.SUSPENDED: self.tr("停工不计"),
            Exit.CORRECTED: self.tr("更正"),
        }
        self.chips = FilterChips([(how, f"{_SIGNS[how][0]} {labels[how]}", QIcon()) for how in Exit])
        self.note = named(QLabel(), "second")
        self.model = SimpleTableModel(self.cells.columns(), self.cells.cell, self)
        self.table = SimpleTable(self.model, open_by_click=False, head_lines=2)
        self.table.setAccessibleName(self.tr("本月退出三未的项目"))
        row = QHBoxLayout()
        row.addWidget(self.chips)
        row.addSpacing(8)
        row.addWidget(self.note)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self.opened)
        self.chips.changed.connect(self._show)

    def show_departures(self, rows: Sequence[Departure], money_unit: str, days: str) -> None:
        """Show these; `days` says of which days they are."""
        self.rows = list(rows)
        if money_unit != self.cells.money_unit:
            self.cells.money_unit = money_unit
            self.model.rename(self.cells.columns())
        self.note.setText(self.tr("{days}；更正是上月末曾计入、按现在的记录不应计入的项目").format(days=days))
        self.chips.show_counts(Counter(row.how for row in rows))
        self._show()

    def shown(self) -> list[Departure]:
        """Those that the chips leave."""
        chosen = self.chips.chosen()
        return [row for row in self.rows if not chosen or row.how in chosen]

    def told(self) -> str:
        """What the status line says."""
        rows = self.shown()
        if not rows:
            return self.tr("本月没有项目退出三未清单")
        return self.tr("显示 {n} 个").format(n=len(rows))

    def _show(self) -> None:
        self.table.show_rows(self.shown(), key=lambda row: (row.name, row.project_id))
        self.changed.emit()
