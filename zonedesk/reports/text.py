"""Paragraphs on paper. They take plain text, never markup, so nothing an officer types can break a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from reportlab.lib.colors import Color, black
from reportlab.platypus import Flowable

from zonedesk.reports.fonts import FontBook
from zonedesk.reports.lines import break_lines

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks; sizes in points, `indent` in characters on the first line."""

    role: str
    size: float
    leading: float
    align: Align = "left"
    indent: int = 0
    before: float = 0.0
    after: float = 0.0
    color: Color = black


def draw_line(
    canvas: Any,
    text: str,
    book: FontBook,
    style: Style,
    *,
    box: tuple[float, float, float],
    align: Align | None = None,
    spread: bool = False,
) -> None:
    """Draw one line in `box` (left end, baseline, width); `spread` widens it to the full width."""
    x, y, width = box
    runs = book.runs(text, style.role)
    if not runs:
        return
    natural = book.width(text, style.role, style.size)
    slack = width - natural
    gaps = sum(len(run.text) for run in runs) - 1
    align = align or style.align
    space = slack / gaps if spread and gaps > 0 and 0 < slack <= 4 * style.size else 0.0
    shift = {"center": slack / 2, "right": slack}.get(align, 0.0)
    pen = canvas.beginText(x + shift, y)
    if canvas._fillColorObj != style.color:
        pen.setFillColor(style.color)
    if space:
        pen.setCharSpace(space)
    for run in runs:
        pen.setFont(run.font, style.size, style.leading)
        pen.textOut(run.text)
    if space:
        # The spacing of one text object holds for the next ones too.
        pen.setCharSpace(0)
    canvas.drawText(pen)


class TextBlock(Flowable):
    """A paragraph of plain text."""

    def __init__(self, text: str, style: Style, book: FontBook, lines: list[str] | None = None) -> None:
        super().__init__()
        self.text, self.style, self.book = text, style, book
        self._lines = lines
        self._first = lines is None
        self._width = 0.0

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab's name
        """Points kept free above."""
        return self.style.before if self._first else 0.0

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab's name
        """Points kept free below."""
        return self.style.after

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """The size it takes at that width."""
        if self._lines is None or (self._first and self._width != avail_width):
            style = self.style
            self._lines = break_lines(
                self.text, self.book, style.role, style.size, width=avail_width, indent=self._indent()
            )
        self._width = avail_width
        return avail_width, len(self._lines) * self.style.leading

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Two parts, the first fitting the height; at least two lines stay together at the cut."""
        self.wrap(avail_width, avail_height)
        lines = self._lines or []
        fit = int(avail_height // self.style.leading)
        fit = min(fit, len(lines) - 2)
        if fit < 2:
            return []
        head = TextBlock(self.text, self.style, self.book, lines[:fit])
        head._first, head._open = self._first, True
        head._width = avail_width
        return [head, TextBlock(self.text, self.style, self.book, lines[fit:])]

    _open = False  # whether the paragraph goes on in another block: its last line is then a full one

    def draw(self) -> None:
        """Draw the lines downwards."""
        style, lines = self.style, self._lines or []
        y = len(lines) * style.leading - style.leading + (style.leading - style.size) / 2 + style.size * 0.12
        for n, line in enumerate(lines):
            indent = self._indent() if n == 0 and self._first else 0.0
            spread = style.align == "justify" and (n < len(lines) - 1 or self._open)
            draw_line(self.canv, line, self.book, style, box=(indent, y, self._width - indent), spread=spread)
            y -= style.leading

    def _indent(self) -> float:
        return self.style.indent * self.style.size
