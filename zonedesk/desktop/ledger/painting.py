"""How the grid's cells are painted: all that came into sight at once, without a question to Qt for each cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionRange, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QStaticText, QTransform
from PySide6.QtWidgets import QTableView

from zonedesk.desktop import tokens

LookAt = Callable[[int, int], tuple[str, QColor | None, int]]
_REMEMBERED = 4_000
_PADDING = 5


@dataclass(frozen=True, slots=True)
class Marks:
    """What is picked out: the current cell, the selection, what was cut, whether the keyboard is here."""

    row: int
    column: int
    selected: Sequence[QItemSelectionRange]
    cut: Sequence[QItemSelectionRange]
    focused: bool

    @property
    def many(self) -> bool:
        """Whether more than one cell is selected."""
        return len(self.selected) > 1 or any(r.height() > 1 or r.width() > 1 for r in self.selected)


class CellPainter:
    """Paints rows of one height. Words are measured and shaped once for each width they stand in."""

    def __init__(self, look_at: LookAt) -> None:
        self._look_at = look_at
        self.is_head: Callable[[int], bool] = lambda _: False
        self._shaped: dict[tuple[str, int], tuple[QStaticText, int]] = {}
        self._font = QFont()
        self._metrics = QFontMetrics(self._font)
        self._base, self._text, self._line = (
            QColor(each) for each in (tokens.PANEL, tokens.TEXT, tokens.LINE)
        )
        self._selected, self._row = QColor(tokens.SELECTED), QColor(tokens.HOVER)
        self._band = QColor(tokens.GROUND)
        self._pale_frame = QPen(QColor(tokens.DISABLED), 1)
        self._frame = QPen(QColor(tokens.ACCENT), 2)
        self._frame.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._dashes = QPen(QColor(tokens.ACCENT), 2, Qt.PenStyle.DashLine)

    def paint(self, view: QTableView, area: QRect, columns: Iterable[int], marks: Marks) -> None:
        """Paint the part `area` of a view that shows these columns."""
        if view.font() != self._font:
            self._font, self._metrics = view.font(), view.fontMetrics()
            self._shaped.clear()
        painter = QPainter(view.viewport())
        painter.setFont(self._font)
        painter.fillRect(area, self._base)
        spans = _columns_in(view, columns, area)
        first, last = _rows_in(view, area)
        if spans and last >= first:
            self._paint_grounds(painter, view, spans, (first, last), marks)
            self._paint_lines(painter, view, spans, (first, last))
            self._paint_texts(painter, view, spans, (first, last))
            self._paint_frames(painter, view, spans, marks)
        painter.end()

    def _paint_grounds(
        self, painter: QPainter, view: QTableView, spans: Spans, rows: tuple[int, int], marks: Marks
    ) -> None:
        height = tokens.ROW_HEIGHT
        left, right = spans[0][1], spans[-1][1] + spans[-1][2]
        for row in range(rows[0], rows[1] + 1):
            if self.is_head(row):
                painter.fillRect(left, view.rowViewportPosition(row), right - left, height, self._band)
        if rows[0] <= marks.row <= rows[1]:
            top = view.rowViewportPosition(marks.row)
            painter.fillRect(left, top, right - left, height, self._row)
        for part in marks.selected:
            top_row, bottom_row = max(part.top(), rows[0]), min(part.bottom(), rows[1])
            if top_row > bottom_row:
                continue
            top = view.rowViewportPosition(top_row)
            tall = (bottom_row - top_row + 1) * height
            for column, x, width in spans:
                if part.left() <= column <= part.right():
                    painter.fillRect(x, top, width, tall, self._selected)
        if marks.many and rows[0] <= marks.row <= rows[1]:
            # The one cell that typing goes to stands out of the selection, as in a spreadsheet.
            for column, x, width in spans:
                if column == marks.column:
                    painter.fillRect(x, view.rowViewportPosition(marks.row), width, height, self._base)

    def _paint_lines(self, painter: QPainter, view: QTableView, spans: Spans, rows: tuple[int, int]) -> None:
        top = view.rowViewportPosition(rows[0])
        bottom = view.rowViewportPosition(rows[1]) + tokens.ROW_HEIGHT
        left, right = spans[0][1], spans[-1][1] + spans[-1][2]
        for y in range(top + tokens.ROW_HEIGHT - 1, bottom, tokens.ROW_HEIGHT):
            painter.fillRect(left, y, right - left, 1, self._line)
        for _, x, width in spans:
            painter.fillRect(x + width - 1, top, 1, bottom - top, self._line)

    def _paint_texts(self, painter: QPainter, view: QTableView, spans: Spans, rows: tuple[int, int]) -> None:
        look_at, shaped = self._look_at, self._shaped
        right = Qt.AlignmentFlag.AlignRight.value
        down = (tokens.ROW_HEIGHT - self._metrics.height()) // 2
        pen: QColor | None = None
        y = view.rowViewportPosition(rows[0]) + down
        for row in range(rows[0], rows[1] + 1):
            for column, x, width in spans:
                text, colour, alignment = look_at(row, column)
                if not text:
                    continue
                words, long = shaped.get((text, width)) or self._shape(text, width)
                wanted = colour or self._text
                if wanted is not pen:
                    painter.setPen(wanted)
                    pen = wanted
                over = width - _PADDING - 1 - long if alignment & right else _PADDING
                painter.drawStaticText(x + over, y, words)
            y += tokens.ROW_HEIGHT

    def _paint_frames(self, painter: QPainter, view: QTableView, spans: Spans, marks: Marks) -> None:
        for part in marks.cut:
            inside = [(x, width) for column, x, width in spans if part.left() <= column <= part.right()]
            if inside:
                top = view.rowViewportPosition(part.top())
                wide = inside[-1][0] + inside[-1][1] - inside[0][0]
                painter.setPen(self._dashes)
                painter.drawRect(inside[0][0] + 1, top, wide - 3, part.height() * tokens.ROW_HEIGHT - 2)
        for column, x, width in spans:
            if column == marks.column and marks.row >= 0:
                painter.setPen(self._frame if marks.focused else self._pale_frame)
                top = view.rowViewportPosition(marks.row)
                painter.drawRect(x + 1, top + 1, width - 3, tokens.ROW_HEIGHT - 3)

    def _shape(self, text: str, width: int) -> tuple[QStaticText, int]:
        """Text cut to a width and how long it is then."""
        if len(self._shaped) > _REMEMBERED:
            self._shaped.clear()
        room = width - 2 * _PADDING - 1
        line = self._metrics.elidedText(text.partition("\n")[0], Qt.TextElideMode.ElideRight, room)
        words = QStaticText(line)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.prepare(QTransform(), self._font)
        found = (words, self._metrics.horizontalAdvance(line))
        self._shaped[(text, width)] = found
        return found


Spans = list[tuple[int, int, int]]


def _columns_in(view: QTableView, columns: Iterable[int], area: QRect) -> Spans:
    """Column, left edge and width of those that reach into `area`."""
    spans = []
    for column in columns:
        x, width = view.columnViewportPosition(column), view.columnWidth(column)
        if x > area.right():
            break
        if x + width > area.left():
            spans.append((column, x, width))
    return spans


def _rows_in(view: QTableView, area: QRect) -> tuple[int, int]:
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return 0, -1
    return first, last if last >= 0 else view.model().rowCount() - 1
