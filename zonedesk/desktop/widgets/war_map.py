"""作战图 on the screen: a table whose last column is the axis of months, painted row by row as it comes into sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QToolTip

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.simple_table import SimpleTableModel
from zonedesk.desktop.widgets.table_view import CellDelegate, SimpleTable
from zonedesk.domain.milestones import MilestoneState
from zonedesk.ops.war_map import Axis, Line, Mark, ZoneLine

Index = QModelIndex | QPersistentModelIndex
CHART = "chart"
PLAN_BAR, ACTUAL_BAR = "#D5DAE0", "#A9C4E4"
COLOURS = {
    MilestoneState.DONE: tokens.GREEN,
    MilestoneState.LATE: tokens.RED,
    MilestoneState.SLIPPING: tokens.YELLOW,
    MilestoneState.SOON: tokens.ACCENT,
    MilestoneState.AHEAD: tokens.SECOND,
}
_SIGN, _PAD, _NEAR, _HEAD = 10, 8, 8, 38
Drawing = Line | ZoneLine


class WarMap(SimpleTable):
    """`drawing_of(row)` gives what stands on the axis in a row of the model. The column `CHART` is the last one."""

    def __init__(self, model: SimpleTableModel, drawing_of: Callable[[Any], Drawing]) -> None:
        self.axis: Axis | None = None
        self.today = 0.0
        self.drawing_of = drawing_of
        super().__init__(model, open_by_click=False, head_lines=1)
        head = MonthsHead(self)
        self.setHorizontalHeader(head)
        head.setFixedHeight(_HEAD)
        head.setHighlightSections(False)
        self.setItemDelegate(_AxisDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.size_columns()

    def show_axis(self, axis: Axis, today: str) -> None:
        """Draw on another axis."""
        self.axis, self.today = axis, axis.at(today)
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def chart_column(self) -> int:
        """Where the axis is."""
        return len(self._model.columns) - 1

    def mark_at(self, index: Index, x: float) -> Mark | None:
        """The sign under a place of a row's chart."""
        drawing = self.drawing_of(self._model.rows[index.row()])
        if not isinstance(drawing, Line):
            return None
        area = inner(self.visualRect(index))
        near = [mark for mark in drawing.marks if abs(area.left() + mark.at * area.width() - x) <= _NEAR]
        return min(near, key=lambda mark: abs(area.left() + mark.at * area.width() - x), default=None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            if index.isValid() and index.column() == self.chart_column():
                mark = self.mark_at(index, event.pos().x())
                QToolTip.showText(event.globalPos(), mark.text if mark else "", self)
                return True
        return super().viewportEvent(event)


def inner(rect: QRect) -> QRectF:
    """The part of a cell that the axis spans."""
    return QRectF(rect).adjusted(_PAD, 0, -_PAD, 0)


class MonthsHead(QHeaderView):
    """The head: months side by side over the axis."""

    def __init__(self, table: WarMap) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()  # a style sheet's head leaves nothing to paint in
        axis = self._table.axis
        if axis is None or section != self._table.chart_column():
            return
        painter.save()
        painter.setFont(self._small())
        area, room = inner(rect), painter.fontMetrics()
        for tick, text in zip(axis.ticks(), self.months(), strict=True):
            left = area.left() + tick.start * area.width()
            painter.setPen(QColor(tokens.DISABLED if tick.year else tokens.LINE))
            top = rect.top() if tick.year else rect.center().y()
            painter.drawLine(QPointF(left, top), QPointF(left, rect.bottom()))
            painter.setPen(QColor(tokens.SECOND))
            painter.drawText(QPointF(left + 3, rect.top() + room.ascent() + 1), tick.year)
            painter.drawText(QPointF(left + 3, rect.bottom() - room.descent() - 1), text)
        painter.restore()

    def months(self) -> list[str]:
        """What stands over the months, all written alike: “3月” if even “12月” has room, else only numbers, else nothing."""
        ticks = self._table.axis.ticks() if self._table.axis else []
        metrics = QFontMetricsF(self._small())
        across = inner(QRect(0, 0, self.sectionSize(self._table.chart_column()), 1)).width()
        room = min((tick.end - tick.start for tick in ticks), default=0) * across - 4
        for written in ("{}月", "{}"):
            if metrics.horizontalAdvance(written.format(12)) <= room:
                return [written.format(tick.month) for tick in ticks]
        return [""] * len(ticks)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(tokens.SECOND_PT)
        return font


class _AxisDelegate(CellDelegate):
    """Bars and signs on the axis; the rest as in every table."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        table = self.parent()
        if not isinstance(table, WarMap) or table.axis is None or index.column() != table.chart_column():
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = inner(rect)
        self._months(painter, area, table)
        drawing = table.drawing_of(table._model.rows[index.row()])
        if isinstance(drawing, Line):
            _paint_line(painter, area, drawing)
        else:
            _paint_zone(painter, area, drawing)
        painter.restore()
        self.draw_frame(painter, option, index)

    def _months(self, painter: QPainter, area: QRectF, table: WarMap) -> None:
        assert table.axis is not None
        painter.setPen(QPen(QColor(tokens.LINE), 0.6))
        for tick in table.axis.ticks():
            x = area.left() + tick.start * area.width()
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if 0 <= table.today <= 1:
            x = area.left() + table.today * area.width()
            painter.setPen(QPen(QColor(tokens.ACCENT), 1.2))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def _paint_line(painter: QPainter, area: QRectF, line: Line) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for span in line.spans:
        left, right = (area.left() + at * area.width() for at in (span.start, span.end))
        y = area.center().y() + (1.5 if span.actual else -4.5)
        painter.setBrush(QColor(ACTUAL_BAR if span.actual else PLAN_BAR))
        painter.drawRect(QRectF(left, y, right - left, 5 if span.actual else 4))
    for mark in line.marks:
        centre = QPointF(area.left() + mark.at * area.width(), area.center().y())
        draw_mark(painter, QRectF(centre.x() - _SIGN / 2, centre.y() - _SIGN / 2, _SIGN, _SIGN), mark.kind)


def draw_mark(painter: QPainter, box: QRectF, kind: MilestoneState | str) -> None:
    """■ reached, ● late, ▲ slipping, ○ due soon (thick) or ahead; a flag for the start, a diamond for production."""
    if isinstance(kind, MilestoneState):
        colour = QColor(COLOURS.get(kind, tokens.SECOND))
        painter.setPen(QPen(QColor(tokens.PANEL), 1))
        painter.setBrush(colour)
        if kind is MilestoneState.DONE:
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        elif kind is MilestoneState.LATE:
            painter.drawEllipse(box)
        elif kind is MilestoneState.SLIPPING:
            painter.drawPolygon(
                QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()])
            )
        else:
            painter.setPen(QPen(colour, 2.4 if kind is MilestoneState.SOON else 1.2))
            painter.setBrush(QColor(tokens.PANEL))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        return
    taken = kind.endswith("actual")
    painter.setPen(QPen(QColor(tokens.TEXT), 1.2))
    painter.setBrush(QColor(tokens.TEXT if taken else tokens.PANEL))
    x, top, bottom = box.center().x(), box.top() - 1, box.bottom() + 1
    if kind.startswith("start"):
        painter.drawLine(QPointF(x - 3, top), QPointF(x - 3, bottom))
        painter.drawPolygon(
            QPolygonF([QPointF(x - 3, top), QPointF(x + 5, top + 3.5), QPointF(x - 3, top + 7)])
        )
    else:
        y = box.center().y()
        painter.drawPolygon(
            QPolygonF([QPointF(x, top), QPointF(x + 6, y), QPointF(x, bottom), QPointF(x - 6, y)])
        )


def _paint_zone(painter: QPainter, area: QRectF, line: ZoneLine) -> None:
    font = QFont(painter.font())
    font.setPointSizeF(tokens.SECOND_PT)
    painter.setFont(font)
    for cell in line.cells:
        left, right = (area.left() + at * area.width() for at in (cell.start, cell.end))
        box = QRectF(left + 1, area.top() + 4, right - left - 2, area.height() - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = cell.done == cell.planned
        painter.setBrush(QColor(tokens.CONFLICT if cell.behind else tokens.ADDED if whole else tokens.GROUND))
        painter.drawRect(box)
        painter.setPen(QColor(tokens.RED if cell.behind else tokens.TEXT))
        text = f"{cell.done}/{cell.planned}"
        if painter.fontMetrics().horizontalAdvance(text) > box.width():
            text = str(cell.planned - cell.done) if not whole else ""
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
