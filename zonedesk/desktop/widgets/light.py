"""Lights: always a shape, a colour and a word, so that they read without colour too."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from zonedesk.desktop import tokens
from zonedesk.domain.lights import RULE_WORDS, Light, Verdict
from zonedesk.domain.stages import DUE_LABELS, Due

DUE_LIGHTS = {Due.OVERDUE: "red", Due.NOT_DUE: "green", Due.UNDATED: "none", Due.SUSPENDED: "yellow"}


def colour_of(light: str) -> str:
    """The colour of a light (red, yellow, green, none)."""
    return tokens.LIGHTS[light][0]


def light_text(light: str, word: str) -> str:
    """A light's shape before its word: “● 逾期”."""
    return f"{tokens.LIGHTS[light][1]} {word}"


def due_text(due: Due) -> str:
    """The shape and word of a stuck project's due class."""
    return light_text(DUE_LIGHTS[due], DUE_LABELS[due])


def due_colour(due: Due) -> str:
    """The colour of a stuck project's due class."""
    return colour_of(DUE_LIGHTS[due])


def reasons_told(verdicts: Iterable[Verdict]) -> str:
    """Why a project is lit, a line for each red or yellow light: “● 久未更新：……”; "" where none is."""
    return "\n".join(
        light_text(each.light.value, f"{RULE_WORDS[each.rule]}：{each.why}")
        for each in verdicts
        if each.rule and each.light is not Light.GREEN
    )


@cache
def light_icon(light: str) -> QIcon:
    """A light's shape alone, drawn: for a button that carries the word itself."""
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, colour_of(light)), (QIcon.Mode.Disabled, tokens.DISABLED)):
        pixmap = QPixmap(24, 24)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_light(painter, QRectF(2, 2, 20, 20), light, QColor(colour))
        painter.end()
        made.addPixmap(pixmap, mode)
    return made


def draw_light(painter: QPainter, box: QRectF, light: str, colour: QColor) -> None:
    """Draw a light's shape: red a disc, yellow a triangle, green a square, none a ring."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if light == "red":
        painter.drawEllipse(box)
    elif light == "yellow":
        painter.drawPolygon(
            QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()])
        )
    elif light == "green":
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, box.width() / 8))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
