"""How the matrix is painted: one drawn sign a cell, taken from a handful of pictures made once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QTableView

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.painting import CellPainter, Marks, Spans
from zonedesk.desktop.matrix.model import FIXED, MatrixModel
from zonedesk.desktop.widgets.procedure_marks import draw_state
from zonedesk.ops.matrix_rows import ZoneRow
from zonedesk.store.matrix_reader import STATES

SIGN = 14


class MatrixPainter(CellPainter):
    """Paints signs in the procedures' columns; `is_edge(column)` is True where a stage ends."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__(model.look_at)
        self._model = model
        self.is_head = model.is_head
        self.is_edge: Callable[[int], bool] = lambda _: False
        self._signs: list[QPixmap | None] = []
        self._scale = 0.0
        self._zebra, self._edge = QColor("#F8F9FB"), QColor("#B9C2CD")

    def _paint_grounds(
        self, painter: QPainter, view: QTableView, spans: Spans, rows: tuple[int, int], marks: Marks
    ) -> None:
        height = tokens.ROW_HEIGHT
        left, right = spans[0][1], spans[-1][1] + spans[-1][2]
        y = view.rowViewportPosition(rows[0])
        for row in range(rows[0], rows[1] + 1):
            if row % 2:
                painter.fillRect(left, y, right - left, height, self._zebra)
            y += height
        super()._paint_grounds(painter, view, spans, rows, marks)

    def _paint_lines(self, painter: QPainter, view: QTableView, spans: Spans, rows: tuple[int, int]) -> None:
        super()._paint_lines(painter, view, spans, rows)
        top = view.rowViewportPosition(rows[0])
        tall = (rows[1] - rows[0] + 1) * tokens.ROW_HEIGHT
        for column, x, width in spans:
            if self.is_edge(column):
                painter.fillRect(x + width - 1, top, 1, tall, self._edge)

    def _paint_texts(self, painter: QPainter, view: QTableView, spans: Spans, rows: tuple[int, int]) -> None:
        if spans[0][0] < FIXED:
            super()._paint_texts(painter, view, spans, rows)
            return
        signs, matrix = self._pictures(view), self._model.matrix
        if matrix is None:
            return
        lines, shown, columns = matrix.lines, self._model.rows, self._model.columns
        places = [(columns[column - FIXED].slot, x + (width - 1 - SIGN) // 2) for column, x, width in spans]
        y = view.rowViewportPosition(rows[0]) + (tokens.ROW_HEIGHT - 1 - SIGN) // 2
        for row in range(rows[0], rows[1] + 1):
            found = shown[row]
            if isinstance(found, ZoneRow):
                self._paint_rates(painter, view, spans, row)
            elif (line := lines.get(found)) is not None:
                for slot, x in places:
                    sign = signs[line[slot]]
                    if sign is not None:
                        painter.drawPixmap(x, y, sign)
            y += tokens.ROW_HEIGHT

    def _paint_rates(self, painter: QPainter, view: QTableView, spans: Spans, row: int) -> None:
        """The rates of a zone's head, small: they stand in the width of a sign."""
        font = view.font()
        font.setPointSizeF(tokens.SECOND_PT - 1)
        painter.setFont(font)
        painter.setPen(QColor(tokens.SECOND))
        top = view.rowViewportPosition(row)
        for column, x, width in spans:
            text = self._model.look_at(row, column)[0]
            painter.drawText(x, top, width - 1, tokens.ROW_HEIGHT - 1, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(view.font())

    def _pictures(self, view: QTableView) -> list[QPixmap | None]:
        scale = view.devicePixelRatioF()
        if scale != self._scale:
            self._scale = scale
            self._signs = [None]
            for state in STATES[1:]:
                assert state is not None
                picture = QPixmap(round(SIGN * scale), round(SIGN * scale))
                picture.setDevicePixelRatio(scale)
                picture.fill(Qt.GlobalColor.transparent)
                painter = QPainter(picture)
                draw_state(painter, QRectF(0.5, 0.5, SIGN - 1, SIGN - 1), state)
                painter.end()
                self._signs.append(picture)
        return self._signs
