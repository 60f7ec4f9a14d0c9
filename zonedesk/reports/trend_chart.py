"""Counts over months: bars for what came and went, lines for what stands; drawn once for paper and screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect
from reportlab.lib.colors import Color, HexColor

from zonedesk.reports.charts import RULE, SECOND, SIZE, TEXT, TONES, Chart, draw_label
from zonedesk.reports.fonts import FontBook

LATE = HexColor("#C62828")
_HEAD, _FOOT, _LEFT, _RIGHT = 26.0, 18.0, 26.0, 14.0
_STEPS = (1, 2, 5)


class Month(NamedTuple):
    """One month: its name, how many came, went, stand at its end, and are overdue among these."""

    name: str
    entered: int
    left: int
    standing: int
    overdue: int


class Words(NamedTuple):
    """What the chart calls its parts."""

    entered: str
    left: str
    standing: str
    overdue: str


def trend_chart(
    months: Sequence[Month], words: Words, book: FontBook, *, width: float, height: float
) -> Drawing:
    """The months from left to right, `width` × `height` points."""
    drawing = Chart(width, height)
    drawing.initialFontName = book.name("table")
    field = _Field(months, width, height)
    _legend(drawing, words, book, height - 12)
    for value in field.rules():
        y = field.y(value)
        drawing.add(Line(_LEFT, y, width - _RIGHT, y, strokeColor=RULE, strokeWidth=0.5))
        draw_label(drawing, book, str(value), (_LEFT - 5, y - SIZE * 0.36), anchor="end", color=SECOND)
    for n, month in enumerate(months):
        middle, thick = field.x(n), min(field.step * 0.26, 12.0)
        for value, tone, start in ((month.entered, TONES[1], middle - thick), (month.left, TONES[3], middle)):
            if value:
                drawing.add(
                    Rect(
                        start,
                        field.y(0),
                        thick,
                        field.y(value) - field.y(0),
                        fillColor=tone,
                        strokeColor=None,
                    )
                )
        draw_label(drawing, book, month.name, (middle, 5), anchor="middle", color=SECOND)
    _line(drawing, field, [month.overdue for month in months], LATE, dashed=True)
    _line(drawing, field, [month.standing for month in months], TONES[0])
    for n, month in enumerate(months):
        at = (field.x(n), field.y(month.standing) + 5)
        draw_label(drawing, book, str(month.standing), at, anchor="middle", color=TONES[0])
        # Beneath its point, where the other line's number cannot be; on top of each other they would be one blot.
        if month.overdue and field.y(month.standing) - field.y(month.overdue) > SIZE * 1.2:
            at = (field.x(n), field.y(month.overdue) + 4)
            draw_label(drawing, book, str(month.overdue), at, anchor="middle", color=LATE)
    return drawing


class _Field:
    """Where a month and a count lie."""

    def __init__(self, months: Sequence[Month], width: float, height: float) -> None:
        self.step = (width - _LEFT - _RIGHT) / max(len(months), 1)
        self._room = height - _HEAD - _FOOT
        most = max((max(month[1:]) for month in months), default=0)
        self._each = _round_step(max(most, 1))
        self.top = -(-max(most, 1) // self._each) * self._each

    def x(self, n: int) -> float:
        return _LEFT + (n + 0.5) * self.step

    def y(self, value: int) -> float:
        return _FOOT + self._room * value / self.top

    def rules(self) -> range:
        return range(0, self.top + 1, self._each)


def _round_step(most: int) -> int:
    """A round number that goes into the height about four times."""
    scale = 1
    while True:
        for step in _STEPS:
            if step * scale * 5 >= most:
                return step * scale
        scale *= 10


def _line(
    drawing: Drawing, field: _Field, values: Sequence[int], color: Color, *, dashed: bool = False
) -> None:
    points = [point for n, value in enumerate(values) for point in (field.x(n), field.y(value))]
    dash = [4, 2.5] if dashed else None
    if len(values) > 1:
        drawing.add(PolyLine(points, strokeColor=color, strokeWidth=1.6, strokeDashArray=dash))
    for n, value in enumerate(values):
        fill = HexColor("#FFFFFF") if dashed else color
        drawing.add(
            Circle(field.x(n), field.y(value), 2.2, fillColor=fill, strokeColor=color, strokeWidth=1.2)
        )


def _legend(drawing: Drawing, words: Words, book: FontBook, y: float) -> None:
    x = _LEFT
    for tone, text, dashed in ((TONES[0], words.standing, False), (LATE, words.overdue, True)):
        dash = [4, 2.5] if dashed else None
        drawing.add(
            Line(x, y + 3.5, x + 18, y + 3.5, strokeColor=tone, strokeWidth=1.6, strokeDashArray=dash)
        )
        draw_label(drawing, book, text, (x + 22, y), color=TEXT)
        x += 22 + book.width(text, "table", SIZE) + 16
    for tone, text in ((TONES[1], words.entered), (TONES[3], words.left)):
        drawing.add(Rect(x, y, 8, 7, fillColor=tone, strokeColor=None))
        draw_label(drawing, book, text, (x + 12, y), color=TEXT)
        x += 12 + book.width(text, "table", SIZE) + 16
