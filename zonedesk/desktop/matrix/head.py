"""The head of the matrix: the stage over its procedures, their names in short lines, each with its rate."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from zonedesk.desktop import tokens
from zonedesk.desktop.matrix.model import FIXED, MatrixModel
from zonedesk.ops.matrix_sheet import head_name

BAND, RATE, LINE_HEIGHT, MOST_LINES, SIGN_WIDTH = 34, 17, 15, 5, 12
_GROUND, _EDGE = "#EDF0F4", "#B9C2CD"
_CENTRE = Qt.AlignmentFlag.AlignCenter


class MatrixHead(QHeaderView):
    """Painted section by section; a stage's word is painted across all of its columns, each showing its part."""

    def __init__(self, model: MatrixModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(20)
        self.setMouseTracking(True)
        self._font = QFont(self.font())
        self._font.setPointSizeF(tokens.SECOND_PT)
        self._small = QFont(self._font)
        self._small.setPointSizeF(tokens.SECOND_PT - 1)
        self._bold = QFont(self._font)
        self._bold.setBold(True)

    def sizeHint(self) -> QSize:
        # Its height is fixed; Qt would ask for the size of every section to find one.
        return QSize(0, self.minimumHeight())

    def stage_span(self, section: int) -> tuple[int, int]:
        """The first and last section of the stage that a procedure's section stands in."""
        columns, at = self._model.columns, section - FIXED
        stage = columns[at].stage
        first = last = at
        while first and columns[first - 1].stage == stage:
            first -= 1
        while last + 1 < len(columns) and columns[last + 1].stage == stage:
            last += 1
        return first + FIXED, last + FIXED

    def is_edge(self, section: int) -> bool:
        """Whether a stage ends with this section."""
        return section >= FIXED and section - FIXED < len(self._model.columns) and self.stage_span(section)[1] == section  # fmt: skip

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(_GROUND))
        if section < FIXED:
            self._paint_own(painter, rect, section)
        elif section - FIXED < len(self._model.columns):
            self._paint_procedure(painter, rect, section)
        painter.setPen(QColor(tokens.LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(_EDGE if section < FIXED or self.is_edge(section) else tokens.LINE))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()

    def _paint_own(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.setFont(self._bold)
        painter.setPen(QColor(tokens.SECOND))
        text = str(self._model.headerData(section, Qt.Orientation.Horizontal))
        upper = rect.adjusted(0, BAND, 0, -RATE)
        painter.drawText(upper, _CENTRE, text + self._arrow(section))
        painter.setFont(self._small)
        lower = QRect(rect.left(), rect.bottom() - RATE, rect.width() - 3, RATE)
        matrix = self._model.matrix
        if section == 0:
            painter.drawText(
                lower, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.tr("办结率 %")
            )
        elif matrix is not None:
            painter.drawText(lower, _CENTRE, matrix.total.text())

    def _paint_procedure(self, painter: QPainter, rect: QRect, section: int) -> None:
        column = self._model.columns[section - FIXED]
        first, last = self.stage_span(section)
        left = self.sectionViewportPosition(first)
        wide = self.sectionViewportPosition(last) + self.sectionSize(last) - left
        band = QRect(left, rect.top(), wide - 1, BAND)
        painter.setFont(self._bold)
        painter.setPen(QColor(tokens.TEXT))
        stage = column.stage
        if wide < SIGN_WIDTH * len(stage) + 6:
            stage = "\n".join(_broken(stage, max((wide - 2) // SIGN_WIDTH, 1), 2))
        painter.drawText(band, _CENTRE, stage)
        painter.setPen(QColor(tokens.LINE))
        painter.drawLine(rect.left(), rect.top() + BAND, rect.right(), rect.top() + BAND)
        painter.setFont(self._font)
        painter.setPen(QColor(tokens.TEXT))
        lines = _broken(column.name, max((rect.width() - 2) // SIGN_WIDTH, 1), MOST_LINES)
        names = rect.adjusted(0, BAND + 1, 0, -RATE)
        y = names.top() + (names.height() - len(lines) * LINE_HEIGHT) // 2
        for line in lines:
            painter.drawText(QRect(rect.left(), y, rect.width(), LINE_HEIGHT), _CENTRE, line)
            y += LINE_HEIGHT
        ratio = column.completion
        done = ratio.numerator == ratio.denominator
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.SECOND if done else tokens.ACCENT))
        rate = ratio.text(0 if done else 1).removesuffix("%") + self._arrow(section)
        painter.drawText(QRect(rect.left(), rect.bottom() - RATE, rect.width(), RATE), _CENTRE, rate)

    def _arrow(self, section: int) -> str:
        if self.sortIndicatorSection() != section:
            return ""
        return "▲" if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else "▼"


def head_height(names: list[str], width: int) -> int:
    """How high the head must be for these names in columns of that width."""
    each = max((width - 2) // SIGN_WIDTH, 1)
    lines = max((len(_broken(name, each, MOST_LINES)) for name in names), default=1)
    return BAND + max(lines, 2) * LINE_HEIGHT + RATE + 5


def _broken(text: str, each: int, most: int) -> list[str]:
    """Text in lines of `each` characters, as even as they go; what is too long ends in an ellipsis."""
    text = head_name(text)
    if len(text) > each * most:
        text = text[: each * most - 1] + "…"
    lines = -(-len(text) // each)
    even = -(-len(text) // lines) if lines else 1
    return [text[n : n + even] for n in range(0, len(text), even)]
