"""The sheet of paper: A4 with the margins of official documents, running heads, “第 x 页 共 y 页”."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from zonedesk.domain.progress import Progress
from zonedesk.reports.fonts import FontBook
from zonedesk.reports.grid import Grid
from zonedesk.reports.text import Style, TextBlock, draw_line

# The width of official documents (156 mm, 28 mm at the bound edge); somewhat higher, for the sake of the tables.
LEFT, RIGHT, TOP, BOTTOM = 28 * mm, 26 * mm, 30 * mm, 28 * mm
WIDE_SIDE, WIDE_TOP, WIDE_BOTTOM = 20 * mm, 26 * mm, 22 * mm
TEXT_WIDTH = A4[0] - LEFT - RIGHT
WIDE_WIDTH = A4[1] - 2 * WIDE_SIDE

# Streams stay binary: a fifth smaller, and a long list is written in half the time.
rl_config.useA85 = 0

TITLE = Style("title", 22, 32, align="center", after=4)
SUBTITLE = Style("body", 13, 23, align="center")
BODY = Style("body", 14, 24.5, align="justify", indent=2)
HEADING = Style("heading", 14, 24.5, indent=2, before=4)
SMALL = Style("table", 8.5, 13)
SHORT = 14  # rows of a table that is not torn apart
SIGN = Style("body", 14, 30)


@dataclass(frozen=True, slots=True)
class Running:
    """What stands at the edge of every page, and in the file's properties."""

    title: str
    data_day: str
    author: str


class Story:
    """A document being put together."""

    def __init__(self, book: FontBook) -> None:
        self.book = book
        self.flowables: list[Flowable] = []
        self.rows = 0

    def text(self, text: str, style: Style = BODY) -> None:
        """A paragraph of plain text."""
        self.flowables.append(TextBlock(text, style, self.book))

    def heading(self, text: str, *, room: float = 30 * mm) -> None:
        """A heading that never stands alone at a page's foot: `room` points must be free below it."""
        self.flowables += [CondPageBreak(HEADING.leading + room), _Heading(text, HEADING, self.book)]

    def table(self, grid: Grid) -> None:
        """A table; a short one stays whole, a long one starts where its head and a few rows fit."""
        self.rows += len(grid.sheet.rows)
        short = len(grid.sheet.rows) <= SHORT
        room = grid.wrap(TEXT_WIDTH, 10_000)[1] + grid.getSpaceBefore() if short else 32 * mm
        self.flowables += [CondPageBreak(min(room, 150 * mm)), grid]

    def add(self, *flowables: Flowable) -> None:
        """Anything else."""
        self.flowables += flowables

    def wide_pages(self) -> None:
        """Go on with pages laid across."""
        self.flowables += [NextPageTemplate("wide"), PageBreak()]


class _Heading(TextBlock):
    """A heading that also stands in the file's outline."""

    def draw(self) -> None:
        key = f"heading-{id(self)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self.text, key, level=0)
        super().draw()


def write_pdf(
    story: Story,
    path: Path,
    running: Running,
    progress: Progress,
    printed: dt.date | None = None,
    *,
    across: bool = False,
) -> None:
    """Lay the story out and write it to `path`, `across`: on pages laid across from the first.

    OSError if that fails, CancelledError if so asked.
    """
    day = printed or dt.date.today()  # noqa: DTZ011 - the day on the office's own calendar
    document = _Document(path, story, running, progress, across=across)
    document.build(story.flowables, canvasmaker=_canvas_maker(story.book, running, day))


class _Document(BaseDocTemplate):
    """Pages upright and across, telling how far the rows are."""

    def __init__(
        self, path: Path, story: Story, running: Running, progress: Progress, *, across: bool
    ) -> None:
        super().__init__(
            str(path),
            pagesize=A4,
            title=running.title,
            author=running.author,
            subject=running.data_day,
            creator="zonedesk",
            lang="zh-CN",
        )
        self._progress, self._rows, self._done = progress, max(1, story.rows), 0
        width, height = landscape(A4)
        tall = Frame(LEFT, BOTTOM, TEXT_WIDTH, A4[1] - TOP - BOTTOM, 0, 0, 0, 0)
        wide = Frame(
            WIDE_SIDE, WIDE_BOTTOM, width - 2 * WIDE_SIDE, height - WIDE_TOP - WIDE_BOTTOM, 0, 0, 0, 0
        )
        templates = [
            PageTemplate("tall", [tall], pagesize=A4),
            PageTemplate("wide", [wide], pagesize=(width, height)),
        ]
        # The first of them is that of the first page.
        self.addPageTemplates(templates[::-1] if across else templates)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Count the rows drawn; the place where a cancel is heard."""
        self._progress.check()
        if isinstance(flowable, Grid):
            self._done = min(self._rows, self._done + flowable.row_count)
            self._progress.report(self._done, self._rows, "正在排版报表")


def _canvas_maker(book: FontBook, running: Running, day: dt.date) -> Callable[..., Canvas]:
    class Numbered(Canvas):
        """Keeps finished pages until their number is known, then writes head and foot on each."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            # Else each page names Helvetica, which would stand in the file as a font not embedded.
            super().__init__(*args, **kwargs | {"initialFontName": book.name("table")})
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._pages, 1):
                self.__dict__.update(page)
                _draw_edges(self, book, running, day, numbers=(number, len(self._pages)))
                super().showPage()
            super().save()

    return Numbered


def _draw_edges(
    canvas: Canvas, book: FontBook, running: Running, day: dt.date, *, numbers: tuple[int, int]
) -> None:
    width, height = canvas._pagesize
    across = width > height
    left = WIDE_SIDE if across else LEFT
    room = width - (2 * WIDE_SIDE if across else LEFT + RIGHT)
    foot = (12 if across else 17) * mm
    number, count = numbers
    draw_line(canvas, f"第 {number} 页 共 {count} 页", book, SMALL, box=(left, foot, room), align="center")
    made = f"生成日期：{day.year}年{day.month}月{day.day}日"
    draw_line(canvas, made, book, SMALL, box=(left, foot, room), align="right")
    if number == 1:
        return
    head = height - (16 if across else 20) * mm
    draw_line(canvas, running.title, book, SMALL, box=(left, head, room), align="left")
    draw_line(canvas, running.data_day, book, SMALL, box=(left, head, room), align="right")
    canvas.setLineWidth(0.4)
    canvas.line(left, head - 4, left + room, head - 4)
