"""变化: one stuck list over twelve months, as a chart and as a table whose numbers open their projects."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.stays import Exit, TrendMonth
from zonedesk.ops.stuck_trend import Trend

_POINTS = 0.75  # of a pixel
_CHART_HEIGHT, _TABLE_HEIGHT = 120, 160

if TYPE_CHECKING:
    from zonedesk.reports.fonts import FontBook


class ChartView(QWidget):
    """Shows a drawing that is made anew for each size. `make(width, height)` gives SVG, in points."""

    def __init__(self) -> None:
        super().__init__()
        self._make: Callable[[float, float], str] | None = None
        self._svg: QSvgRenderer | None = None

    def show_chart(self, make: Callable[[float, float], str]) -> None:
        """Show this one."""
        self._make, self._svg = make, None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._svg = None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._make is None:
            return
        if self._svg is None:
            svg = self._make(self.width() * _POINTS, self.height() * _POINTS)
            self._svg = QSvgRenderer(QByteArray(svg.encode()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._svg.render(painter, QRectF(self.rect()))
        painter.end()


class TrendCells(QObject):
    """How a month reads in its row: every count opens its projects."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trend: Trend | None = None

    def columns(self) -> list[Column]:
        """The columns; that of 停工 only where such projects leave the list."""
        months = self.trend.months if self.trend else ()
        unneeded = "" if any(month.left[Exit.SUSPENDED] for month in months) else Exit.SUSPENDED.value
        return [column for column in self._every_column() if column.key != unneeded]

    def _every_column(self) -> list[Column]:
        days = self.tr("逾期项目距计划时间的天数")
        return [
            Column("day", self.tr("截至"), 92),
            Column("entered", self.tr("进入"), 70, right=True, stretch=True),
            Column(Exit.TAKEN.value, self.tr("退出：\n已走到下一步"), 104, right=True, stretch=True),
            Column(Exit.WITHDRAWN.value, self.tr("退出：\n终止、调出"), 90, right=True, stretch=True),
            Column(Exit.SUSPENDED.value, self.tr("退出：\n停工不计"), 84, right=True, stretch=True),
            Column(
                Exit.CORRECTED.value,
                self.tr("更正"),
                60,
                right=True,
                stretch=True,
                tip=self.tr("上月末曾计入、按现在的记录不应计入的项目；往月已按现在的记录重算"),
            ),
            Column("standing", self.tr("月末在列"), 80, right=True, stretch=True),
            Column("overdue", self.tr("其中\n逾期"), 70, right=True, stretch=True),
            Column("average", self.tr("平均\n逾期天数"), 80, right=True, stretch=True, tip=days),
            Column("median", self.tr("逾期天数\n中位数"), 80, right=True, stretch=True, tip=days),
            Column(
                "stayed",
                self.tr("平均\n在列天数"),
                80,
                right=True,
                stretch=True,
                tip=self.tr("自进入清单之日起的平均天数，进入时间不明的不计"),
            ),
        ]

    def cell(self, month: TrendMonth, key: str) -> Cell:
        """One cell of a row."""
        if key == "day":
            return Cell(month.day)
        if key in ("average", "median", "stayed"):
            value = getattr(month, key)
            return Cell("—" if value is None else str(value))
        ids = self._ids(month, key)
        if ids is None:
            return Cell("—", colour=tokens.DISABLED)
        head = next(column.label for column in self._every_column() if column.key == key).replace("\n", "")
        label = self.trend.label if self.trend else ""
        return Cell("0", colour=tokens.DISABLED) if not ids else Cell(
            str(len(ids)), Link(f"{label} · {month.day} · {head}", ids), bold=key == "standing"
        )  # fmt: skip

    def _ids(self, month: TrendMonth, key: str) -> tuple[int, ...] | None:
        if key in ("entered", "standing", "overdue"):
            ids: tuple[int, ...] = getattr(month, key)
            return ids
        if key != Exit.CORRECTED.value:
            return month.left[Exit(key)]
        last = self.trend is not None and month is self.trend.months[-1]
        return self.trend.corrected if self.trend is not None and last else None


class TrendView(QWidget):
    """Chart and table. `opened(title, ids)` when a number is entered, `asked(name)` when another list is chosen."""

    opened = Signal(str, list)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._book: FontBook | None = None
        self.cells = TrendCells(self)
        self.buttons = {name: named(QPushButton(d.label), "option") for name, d in DEFINITIONS.items()}
        group = QButtonGroup(self)
        choices = QHBoxLayout()
        choices.setSpacing(6)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            choices.addWidget(button)
        self.head = named(QLabel(), "second")
        choices.addSpacing(8)
        choices.addWidget(self.head)
        choices.addStretch(1)
        self.chart = ChartView()
        self.chart.setMinimumHeight(_CHART_HEIGHT)
        card = named(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(12, 8, 12, 4)
        inside.setSpacing(2)
        inside.addLayout(choices)
        inside.addWidget(self.chart, 1)
        self.model = SimpleTableModel(self.cells.columns(), self.cells.cell, self)
        self.table = SimpleTable(self.model, head_lines=2)
        self.table.setAccessibleName(self.tr("三未清单各月变化"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card, 1)
        column.addWidget(self.table)
        self.table.setSizeAdjustPolicy(SimpleTable.SizeAdjustPolicy.AdjustToContents)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.setFocusProxy(self.table)
        self.table.opened.connect(self.opened)

    def show_trend(self, trend: Trend) -> None:
        """Show this list's months, the newest at the top of the table."""
        self.cells.trend = trend
        self.buttons[trend.name].setChecked(True)
        self.head.setText(
            self.tr("近 {n} 个月；进入、退出按现在记录的时间计，往月已重算").format(n=len(trend.months))
        )
        self.head.setToolTip(trend.basis)
        columns = tuple(self.cells.columns())
        if columns != self.model.columns:
            self.model.show([], columns)
            self.table.size_columns()
        self.table.show_rows(list(reversed(trend.months)), key=lambda month: month.day)
        self.chart.show_chart(lambda width, height: self._drawn(trend, width, height))

    @property
    def trend(self) -> Trend | None:
        """What is shown."""
        return self.cells.trend

    def told(self) -> str:
        """What the status line says: the last month in words."""
        if self.trend is None:
            return ""
        last = self.trend.months[-1]
        return self.tr("截至 {day}：在列 {n} 个，本月进入 {came} 个、退出 {went} 个").format(
            day=last.day, n=len(last.standing), came=len(last.entered), went=len(last.gone)
        )

    def _drawn(self, trend: Trend, width: float, height: float) -> str:
        from zonedesk.reports.charts import to_svg  # noqa: PLC0415 - reportlab: only for those who look at it
        from zonedesk.reports.fonts import FontBook  # noqa: PLC0415
        from zonedesk.reports.trend_chart import Month, Words, trend_chart  # noqa: PLC0415

        if self._book is None:
            # Only the faces that a screen has: what is drawn is measured in one of them.
            self._book = FontBook([])
        words = Words(self.tr("进入"), self.tr("退出"), self.tr("月末在列"), self.tr("其中逾期"))
        months = [
            Month(self._name(month, first=n == 0), *map(len, _counted(month)))
            for n, month in enumerate(trend.months)
        ]
        return to_svg(trend_chart(months, words, self._book, width=width, height=height))

    def _name(self, month: TrendMonth, *, first: bool) -> str:
        year, number = month.day[:4], int(month.day[5:7])
        if first or number == 1:
            return self.tr("{year}年{month}月").format(year=year, month=number)
        return self.tr("{month}月").format(month=number)


def _counted(month: TrendMonth) -> tuple[tuple[int, ...], ...]:
    return month.entered, month.gone, month.standing, month.overdue
