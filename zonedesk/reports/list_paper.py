"""Any list on paper: A4 laid across, title, day and scope, columns as wide as what stands in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportlab.platypus import Spacer

from zonedesk.domain.fields import Kind
from zonedesk.domain.money import same_decimals
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.ops.list_sheet import ListColumn, ListSheet, shown_text
from zonedesk.reports import grid
from zonedesk.reports.build import write_beside
from zonedesk.reports.document import WIDE_WIDTH, Running, Story, write_pdf
from zonedesk.reports.fonts import FontBook
from zonedesk.reports.text import Style

TITLE = Style("title", 18, 26, align="center")
UNDER = Style("table", 10, 15, align="center")
_LOOKED_AT = 400  # rows: those further down are hardly wider
_LEAST = 2.2  # Chinese characters
_WHOLE = 10.0  # a column this narrow keeps its texts on one line, where there is room
# What stays on one line, and what a column whose texts are broken gets at least, on average: days are broken last.
_GIVE_WAY = ((_WHOLE, 6.0), (8.0, 6.0), (6.5, 6.0), (6.5, 5.0), (6.5, 4.0))
_DULL_ZEROS = frozenset({"overdue_days"})


def print_list(sheet: ListSheet, path: Path, progress: Progress | None = None) -> None:
    """Write the list to `path` (.pdf). Needs no session: fit for a worker's thread.

    Raises ReportError if the file cannot be written (it is then as it was), CancelledError if `progress` says so.
    """
    told = progress or NullProgress()
    write_beside(path, lambda beside: _write(sheet, beside, told))


def _write(sheet: ListSheet, path: Path, progress: Progress) -> None:
    story = Story(FontBook())
    story.text(sheet.title, TITLE)
    parts = [sheet.office and f"编制单位：{sheet.office}", sheet.day, f"范围：{sheet.scope}"]
    parts += ["金额单位：亿元" if sheet.has_money else "", f"共 {len(sheet.rows)} 条"]
    story.text("　　".join(part for part in parts if part), UNDER)
    story.add(Spacer(1, 6))
    if sheet.rows:
        story.rows = len(sheet.rows)
        story.add(grid.Grid(_grid_sheet(sheet, story.book), story.book))
    else:
        story.text("本范围内没有记录。", UNDER)
        if sheet.note:
            story.text(f"口径：{sheet.note}", grid.NOTE)
    running = Running(sheet.title, f"数据{sheet.day}", sheet.office)
    write_pdf(story, path, running, progress, across=True)


def _grid_sheet(sheet: ListSheet, book: FontBook) -> grid.Sheet:
    columns, texts = list(sheet.columns), _texts(sheet)
    widths = _shares([(c.head, [row[n] for row in texts[:_LOOKED_AT]]) for n, c in enumerate(columns)], book)
    heads = [grid.Column("序号", 2.6 * grid.CELL.size + 2 * grid.PAD_X, "center")]
    heads += [
        grid.Column(column.head, width, _side(column)) for column, width in zip(columns, widths, strict=True)
    ]
    rows = [(str(number), *row) for number, row in enumerate(texts, start=1)]
    return grid.Sheet("", tuple(heads), rows, (f"口径：{sheet.note}",) if sheet.note else ())


def _texts(sheet: ListSheet) -> list[tuple[str, ...]]:
    columns = []
    for column in sheet.columns:
        texts = [_text(column, row[column.key]) for row in sheet.rows]
        columns.append(same_decimals(texts) if column.kind in (Kind.MONEY, Kind.AREA) else texts)
    return list(zip(*columns, strict=True))


def _text(column: ListColumn, value: Any) -> str:
    # Not overdue is the usual case: a column full of noughts hides the days that count.
    return "" if value == 0 and column.key in _DULL_ZEROS else shown_text(column, value)


def _side(column: ListColumn) -> grid.Align:
    if column.is_number:
        return "right"
    return "center" if column.kind is Kind.DATE else "left"


def _shares(columns: list[tuple[str, list[str]]], book: FontBook) -> list[float]:
    """Widths in points. What is short stays on one line; the long texts share the room that is left."""
    size = grid.CELL.size
    room = WIDE_WIDTH - 2.6 * size - 2 * grid.PAD_X
    needed = _needed(columns, book, whole_head=5)
    if sum(needed) <= room:
        # Half of the spare room goes to the texts: columns of days twice as wide as a day read badly.
        spare, over = room - sum(needed), [max(wide - _WHOLE * size, 0) for wide in needed]
        to_all = spare / 2 if any(over) else spare
        return [
            wide * (1 + to_all / sum(needed)) + (spare - to_all) * more / (sum(over) or 1)
            for wide, more in zip(needed, over, strict=True)
        ]
    needed = _needed(columns, book, whole_head=3)
    for whole, broken in _GIVE_WAY:
        limits = [wide > whole * size for wide in needed]
        left = room - sum(wide for wide, breaks in zip(needed, limits, strict=True) if not breaks)
        if left >= broken * size * sum(limits):
            break
    else:
        # More columns than a page holds: all of them give way, the widest most.
        return [room * wide**0.5 / sum(each**0.5 for each in needed) for wide in needed]
    # A text twice as long takes more room, but not twice as much: it gets more lines too.
    weights = [wide**0.7 if breaks else 0.0 for wide, breaks in zip(needed, limits, strict=True)]
    return [
        left * weight / sum(weights) if weight else wide for wide, weight in zip(needed, weights, strict=True)
    ]


def _needed(columns: list[tuple[str, list[str]]], book: FontBook, whole_head: int) -> list[float]:
    """Widths at which nearly every text stays on its line; heads longer than `whole_head` take two."""
    size = grid.CELL.size
    found = []
    for head, texts in columns:
        # Of those that say anything: a column that few rows fill is there for these rows.
        wide = sorted(book.width(text, "table", size) for text in texts if text)
        usual = wide[len(wide) * 19 // 20] if wide else 0.0
        of_head = book.width(head, "table_head", size)
        if of_head > whole_head * size:
            of_head = of_head / 2 + size / 2
        found.append(max(usual, of_head, _LEAST * size) + 2 * grid.PAD_X + 1)
    return found
