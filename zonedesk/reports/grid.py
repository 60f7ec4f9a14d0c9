"""Tables on paper: widths given, heads of one or two levels repeated on every page, rows laid out only as pages need
them, so that a list of thousands costs no more a page than a short one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import Flowable

from zonedesk.reports.fonts import FontBook
from zonedesk.reports.lines import break_lines
from zonedesk.reports.text import Style, draw_line

PAD_X, PAD_Y = 2.6, 2.6
HEAD_FILL = HexColor("#EEF1F4")
Align = Literal["left", "center", "right"]
ABOVE = None  # a cell that continues the one above it

CAPTION = Style("table_head", 11, 17, align="center")
HEAD = Style("table_head", 9, 12.5, align="center")
CELL = Style("table", 9, 12.5)
STRONG = Style("table_head", 9, 12.5)
NOTE = Style("table", 8, 12)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head (under `group`, where neighbours share one), its share of the width, its side."""

    title: str
    width: float
    align: Align = "left"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole table before it is laid out. The last `totals` rows are sums, drawn strong."""

    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str | None]]
    notes: tuple[str, ...] = ()
    totals: int = 0


@dataclass(slots=True)
class _Row:
    cells: list[list[str] | None]
    strong: bool
    height: float = field(default=0.0)

    def __post_init__(self) -> None:
        self.height = max((len(lines or ()) for lines in self.cells), default=1) * CELL.leading + 2 * PAD_Y


class _Layout:
    """The table broken into lines at one width; rows are broken when first asked for."""

    def __init__(self, sheet: Sheet, book: FontBook, width: float) -> None:
        self.sheet, self.book, self.width = sheet, book, width
        share = sum(column.width for column in sheet.columns)
        self.widths = [column.width / share * width for column in sheet.columns]
        self.edges = [sum(self.widths[:n]) for n in range(len(self.widths) + 1)]
        self.groups = self._group_spans()
        self.two_level = any(name for name, _, _ in self.groups)
        titles = [self._break(c.title, HEAD, w) for c, w in zip(sheet.columns, self.widths, strict=True)]
        self.titles = titles
        under = [t for t, c in zip(titles, sheet.columns, strict=True) if c.group or not self.two_level]
        self.low_head = max(len(t) for t in under) * HEAD.leading + 2 * PAD_Y
        self.head_height = self.low_head + self._upper_height()
        self._rows: list[_Row] = []

    def _upper_height(self) -> float:
        if not self.two_level:
            return 0.0
        spans = [
            len(self._break(name, HEAD, self.edges[b] - self.edges[a])) for name, a, b in self.groups if name
        ]
        upper = max(spans) * HEAD.leading + 2 * PAD_Y
        single = [len(t) for t, c in zip(self.titles, self.sheet.columns, strict=True) if not c.group]
        return max(upper, max(single, default=0) * HEAD.leading + 2 * PAD_Y - self.low_head)

    def _group_spans(self) -> list[tuple[str, int, int]]:
        spans, at = [], 0
        for name, members in groupby(self.sheet.columns, key=lambda column: column.group):
            n = len(list(members))
            spans.append((name, at, at + n))
            at += n
        return spans

    def row(self, index: int) -> _Row:
        """A row, broken into lines."""
        while len(self._rows) <= index:
            n = len(self._rows) - self.cut
            strong = n >= len(self.sheet.rows) - self.sheet.totals
            style = STRONG if strong else CELL
            cells = [
                # A number stays on its line; where it is too wide, it is drawn smaller.
                text
                if text is ABOVE
                else [text]
                if column.align == "right"
                else self._break(text, style, width)
                for text, column, width in zip(
                    self.sheet.rows[n], self.sheet.columns, self.widths, strict=True
                )
            ]
            self._rows.append(_Row(cells, strong))
        return self._rows[index]

    def cut_row(self, index: int, height: float) -> bool:
        """Cut a row taller than a whole page in two; False if not even one line fits."""
        row = self.row(index)
        tallest = max(len(lines or ()) for lines in row.cells)
        fit = min(int((height - 2 * PAD_Y) // CELL.leading), tallest - 1)
        if fit < 1 or len(self._rows) != index + 1:
            return False
        top = [lines if lines is None else lines[:fit] for lines in row.cells]
        rest = [lines if lines is None else lines[fit:] for lines in row.cells]
        self._rows[index:] = [_Row(top, row.strong), _Row(rest, row.strong)]
        self.cut += 1
        return True

    cut = 0  # rows that were added by cutting

    @property
    def row_count(self) -> int:
        """Rows to draw, cut ones counted twice."""
        return len(self.sheet.rows) + self.cut

    def caption_lines(self, continued: bool) -> list[str]:
        """The caption, saying so where the table goes on from the page before."""
        if not self.sheet.caption:
            return []
        return self._break(self.sheet.caption + ("（续）" if continued else ""), CAPTION, self.width)

    def note_lines(self) -> list[str]:
        """The footnotes under the table."""
        return [line for note in self.sheet.notes for line in self._break(note, NOTE, self.width)]

    def _break(self, text: str, style: Style, width: float) -> list[str]:
        return break_lines(text, self.book, style.role, style.size, width=width - 2 * PAD_X)


class Grid(Flowable):
    """Rows `start`… of a table; splits at page ends and repeats caption and head."""

    def __init__(self, sheet: Sheet, book: FontBook, layout: _Layout | None = None, start: int = 0) -> None:
        super().__init__()
        self.sheet, self.book, self.start = sheet, book, start
        self._layout = layout
        self._stop: int | None = None
        self.spaceBefore, self.spaceAfter = 6.0, 8.0

    @property
    def row_count(self) -> int:
        """How many rows this part draws, once laid out."""
        return self._end - self.start

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """The size it takes; only “too high” is said of what doesn't fit, without laying out all of it."""
        if self._layout is None or self._layout.width != avail_width:
            self._layout = _Layout(self.sheet, self.book, avail_width)
        height = self._top() + self._bottom()
        for index in range(self.start, self._end):
            height += self._layout.row(index).height
            if height > avail_height:
                break
        return avail_width, height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """As many rows as fit, and the rest; [] if hardly any would."""
        self.wrap(avail_width, avail_height)
        layout = self._layout
        assert layout is not None
        room, fit = avail_height - self._top(), self.start
        while fit < self._end and layout.row(fit).height <= room:
            room -= layout.row(fit).height
            fit += 1
        # Sums and footnotes never stand alone on a page: they take a row with them.
        fit = min(fit, self._end - 1 - min(self.sheet.totals, 1))
        if fit <= self.start:
            if avail_height < 300 or not layout.cut_row(self.start, room):
                return []
            fit = self.start + 1
        head = Grid(self.sheet, self.book, layout, self.start)
        head._stop = fit
        return [head, Grid(self.sheet, self.book, layout, fit)]

    def draw(self) -> None:
        """Draw caption, head, rows and, at the end, the footnotes."""
        layout = self._layout
        assert layout is not None
        rows = [layout.row(index) for index in range(self.start, self._end)]
        y = self._top() + sum(row.height for row in rows) + self._bottom()
        y = self._draw_lines(layout.caption_lines(self.start > 0), CAPTION, y)
        top = y
        y = self._draw_head(layout, y)
        self._pen()
        end = y - sum(row.height for row in rows)
        for edge in layout.edges[1:-1]:
            self.canv.line(edge, y, edge, end)
        for n, row in enumerate(rows):
            self._draw_row(layout, rows, n, y)
            y -= row.height
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, y, layout.width, top - y, stroke=1, fill=0)
        if self._stop is None:
            self._draw_lines(layout.note_lines(), NOTE, y - 2)

    @property
    def _end(self) -> int:
        if self._stop is not None:
            return self._stop
        return self._layout.row_count if self._layout else len(self.sheet.rows)

    def _top(self) -> float:
        layout = self._layout
        assert layout is not None
        return len(layout.caption_lines(self.start > 0)) * CAPTION.leading + layout.head_height

    def _bottom(self) -> float:
        if self._stop is not None or self._layout is None:
            return 0.0
        notes = self._layout.note_lines()
        return len(notes) * NOTE.leading + (2 if notes else 0)

    def _draw_lines(self, lines: list[str], style: Style, y: float) -> float:
        width = self._layout.width if self._layout else 0.0
        for line in lines:
            y -= style.leading
            draw_line(self.canv, line, self.book, style, box=(0, _baseline(y, style), width))
        return y

    def _draw_head(self, layout: _Layout, y: float) -> float:
        bottom = y - layout.head_height
        self.canv.setFillColor(HEAD_FILL)
        self.canv.rect(0, bottom, layout.width, layout.head_height, stroke=0, fill=1)
        self._pen()
        low = bottom + layout.low_head
        for name, first, after in layout.groups:
            left, right = layout.edges[first], layout.edges[after]
            if name:
                lines = layout._break(name, HEAD, right - left)
                self._cell(lines, HEAD, (left, low, right - left, y - low), "center")
                self.canv.line(left, low, right, low)
            for n in range(first, after):
                box = (
                    layout.edges[n],
                    bottom,
                    layout.widths[n],
                    layout.low_head if name else layout.head_height,
                )
                self._cell(layout.titles[n], HEAD, box, "center")
                self.canv.line(layout.edges[n], bottom, layout.edges[n], y if n == first or not name else low)
        self.canv.line(0, bottom, layout.width, bottom)
        return bottom

    def _draw_row(self, layout: _Layout, rows: list[_Row], n: int, y: float) -> None:
        row, style = rows[n], STRONG if rows[n].strong else CELL
        for index, (lines, column) in enumerate(zip(row.cells, layout.sheet.columns, strict=True)):
            if lines is not ABOVE:
                height = row.height + _spanned(rows, n, index)
                box = (layout.edges[index], y - height, layout.widths[index], height)
                self._cell(lines, style, box, column.align)
        below = rows[n + 1].cells if n + 1 < len(rows) else []
        first = 0
        for index, lines in enumerate([*below, ABOVE]):
            if lines is ABOVE:
                if first < index:
                    self.canv.line(layout.edges[first], y - row.height, layout.edges[index], y - row.height)
                first = index + 1

    def _cell(
        self,
        lines: list[str],
        style: Style,
        box: tuple[float, float, float, float],
        align: Align,
    ) -> None:
        left, bottom, width, height = box
        free = height - len(lines) * style.leading
        y = bottom + height - free / 2
        for line in lines:
            y -= style.leading
            wide = self.book.width(line, style.role, style.size) if align == "right" else 0.0
            if wide > width - 2 * PAD_X:
                style = replace(style, size=style.size * (width - 2 * PAD_X) / wide)
            inner = (left + PAD_X, _baseline(y, style), width - 2 * PAD_X)
            draw_line(self.canv, line, self.book, style, box=inner, align=align)

    def _pen(self) -> None:
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(0.4)


def _spanned(rows: list[_Row], n: int, index: int) -> float:
    """The height of the rows below that continue this cell."""
    height = 0.0
    for row in rows[n + 1 :]:
        if row.cells[index] is not ABOVE:
            break
        height += row.height
    return height


def _baseline(bottom: float, style: Style) -> float:
    """Where text stands in a line whose lower edge is `bottom`."""
    return bottom + (style.leading - style.size) / 2 + style.size * 0.12
