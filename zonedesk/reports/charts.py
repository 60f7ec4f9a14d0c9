"""Charts, drawn once as reportlab drawings: on paper as they are, on the screen as SVG.

They tell their parts apart by depth of tone and by words, so that a black and white print says the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.attrmap import AttrMap, AttrMapValue
from reportlab.lib.colors import Color, HexColor

from zonedesk.reports.fonts import FAMILIES, FontBook

TEXT = HexColor("#1F2933")
SECOND = HexColor("#5B6775")
RULE = HexColor("#C9D0D8")
TONES = (HexColor("#1F5FA8"), HexColor("#A9C4E4"), HexColor("#5B6775"), HexColor("#D5DAE0"))
SIZE = 8.5
_LABEL_SHARE = 0.26


class Chart(Drawing):
    """A drawing that says which face its page starts with: else that is Helvetica, which is not embedded."""

    _attrMap = AttrMap(BASE=Drawing, initialFontName=AttrMapValue(None))  # noqa: N815 - reportlab's name


class Bar(NamedTuple):
    """One bar: its length, the words at its end. None draws no bar, only the words."""

    value: Decimal | None
    text: str


class BarGroup(NamedTuple):
    """The bars of one thing (a zone, a cause), in the order of the legend."""

    name: str
    bars: tuple[Bar, ...]


def bar_chart(
    groups: Sequence[BarGroup],
    book: FontBook,
    *,
    width: float,
    legend: Sequence[str] = (),
    top: Decimal | None = None,
) -> Drawing:
    """Bars lying one under the other, `width` points wide; `top` is the value of a full bar (else the largest)."""
    per = max((len(group.bars) for group in groups), default=1)
    thick = 9.5 if per > 1 else 11.0
    step = per * thick + 7.0
    head = 16.0 if legend else 2.0
    height = len(groups) * step + head + 4
    drawing = Chart(width, height)
    drawing.initialFontName = book.name("table")
    longest = top or max((b.value for g in groups for b in g.bars if b.value is not None), default=Decimal(1))
    left = width * _LABEL_SHARE
    full = width - left - 52
    draw_legend(drawing, book, legend, left, height - 11)
    drawing.add(Line(left, 2, left, height - head, strokeColor=RULE, strokeWidth=0.6))
    for n, group in enumerate(groups):
        upper = height - head - n * step - 3
        name = _shorten(group.name, book, left - 8)
        draw_label(drawing, book, name, (left - 5, upper - per * thick / 2 - SIZE * 0.36), anchor="end")
        for k, bar in enumerate(group.bars):
            y = upper - (k + 1) * thick
            length = float(bar.value / longest) * full if bar.value is not None and longest else 0.0
            if length > 0:
                drawing.add(Rect(left, y + 0.8, length, thick - 1.6, fillColor=TONES[k], strokeColor=None))
            draw_label(
                drawing, book, bar.text, (left + length + 4, y + thick / 2 - SIZE * 0.34), color=SECOND
            )
    return drawing


def to_svg(drawing: Drawing) -> str:
    """The drawing as SVG text; the bundled faces are named as a screen knows them."""
    svg: str = renderSVG.drawToString(drawing)
    # Qt draws SVG Tiny, which knows no clipping: it would paint the clip's own rectangle, in black.
    svg = re.sub(r"<clipPath.*?</clipPath>|clip-path: url\(#clip\)", "", svg, flags=re.DOTALL)
    svg = svg.replace("fill: None", "fill: none")
    for name, (family, weight) in FAMILIES.items():
        svg = re.sub(
            rf"font-family: ?{re.escape(name)}", f"font-family: {family}; font-weight: {weight}", svg
        )
    return svg


def draw_legend(drawing: Drawing, book: FontBook, legend: Sequence[str], x: float, y: float) -> None:
    """Squares in the tones of `TONES` with what they stand for, from a place to the right."""
    for tone, words in zip(TONES, legend, strict=False):
        drawing.add(Rect(x, y, 8, 7, fillColor=tone, strokeColor=None))
        draw_label(drawing, book, words, (x + 12, y))
        x += 12 + book.width(words, "table", SIZE) + 18


def draw_label(
    drawing: Drawing,
    book: FontBook,
    text: str,
    at: tuple[float, float],
    *,
    anchor: str = "start",
    color: Color = TEXT,
) -> None:
    """Words at a place, each run in the face that has its characters; `anchor` “start”, “middle” or “end”."""
    x, y = at
    x -= book.width(text, "table", SIZE) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
    for run in book.runs(text, "table"):
        drawing.add(String(x, y, run.text, fontName=run.font, fontSize=SIZE, fillColor=color))
        x += book.width(run.text, "table", SIZE)


def _shorten(text: str, book: FontBook, room: float) -> str:
    """A name that fits; the table beside the chart has it whole."""
    if book.width(text, "table", SIZE) <= room:
        return text
    while text and book.width(text + "…", "table", SIZE) > room:
        text = text[:-1]
    return text + "…"
