"""The sign of a procedure's state: a shape and a colour, drawn, so that no font can lack it."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from zonedesk.desktop import tokens
from zonedesk.domain.procedures import State

_COLOURS = {
    State.DONE: tokens.GREEN,
    State.DOING: tokens.ACCENT,
    State.NOT_STARTED: tokens.SECOND,
    State.OVERDUE: tokens.RED,
    State.NOT_REQUIRED: tokens.DISABLED,
    State.UNDECIDED: tokens.YELLOW,
}


def draw_state(painter: QPainter, box: QRectF, state: State) -> None:
    """✓ done, half disc under way, ring not started, disc with ！ overdue, dash not required, ？ undecided."""
    colour = QColor(_COLOURS[state])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, box.width() / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    if state is State.DONE:
        check = [QPointF(x + w * 0.1, y + h * 0.55), QPointF(x + w * 0.4, y + h * 0.85)]
        painter.drawPolyline(QPolygonF([*check, QPointF(x + w * 0.92, y + h * 0.18)]))
    elif state is State.NOT_REQUIRED:
        painter.drawLine(QPointF(x + w * 0.15, y + h / 2), QPointF(x + w * 0.85, y + h / 2))
    elif state is State.UNDECIDED:
        _letter(painter, box, "?", colour)
    elif state is State.OVERDUE:
        painter.setBrush(colour)
        painter.drawEllipse(box)
        _letter(painter, box, "!", QColor("white"))
    else:
        inner = box.adjusted(1, 1, -1, -1)
        painter.drawEllipse(inner)
        if state is State.DOING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPie(inner, 90 * 16, 180 * 16)
    painter.restore()


@cache
def state_icon(state: State) -> QIcon:
    """The sign as an icon: the chips that filter are the matrix's legend too."""
    pixmap = QPixmap(28, 28)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_state(painter, QRectF(2, 2, 24, 24), state)
    painter.end()
    icon = QIcon(pixmap)
    # Qt would tint it in a selected row: its colour is its meaning.
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _letter(painter: QPainter, box: QRectF, letter: str, colour: QColor) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(int(box.height() * 0.85), 6))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
