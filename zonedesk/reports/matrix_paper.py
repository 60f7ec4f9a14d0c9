"""The matrix on A3 laid across: signs under turned heads; more procedures than a page holds go on on the next sheet,
each with the projects' names beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.ops.matrix_sheet import TITLE, MatrixSheet, SheetRow, head_name
from zonedesk.reports.build import write_beside
from zonedesk.reports.fonts import FontBook
from zonedesk.reports.lines import break_lines
from zonedesk.reports.text import Align, Style, draw_line

_WIDTH, _HEIGHT = landscape(A3)
_SIDE, _TOP, _BOTTOM = 14 * mm, 31 * mm, 17 * mm
_NUMBER, _NAME, _ZONE, _RATE = 10 * mm, 76 * mm, 34 * mm, 24 * mm
_ROW, _BAND, _HEAD = 6.2 * mm, 7 * mm, 34 * mm
_LEAST, _MOST = 10 * mm, 17 * mm
_SIZE, _SIGN = 9.0, 8.0
_TEXT, _SECOND, _RULE, _GROUND = (
    HexColor("#1F2933"),
    HexColor("#5B6775"),
    HexColor("#C9D0D8"),
    HexColor("#EDF0F4"),
)
_TINTS = {
    State.DONE: HexColor("#2E7D32"),
    State.DOING: HexColor("#1F5FA8"),
    State.OVERDUE: HexColor("#C62828"),
    State.UNDECIDED: HexColor("#B7791F"),
}


def print_matrix(sheet: MatrixSheet, path: Path, progress: Progress | None = None) -> None:
    """Write the matrix to `path` (.pdf). ReportError if that cannot be written, CancelledError if so asked."""
    told = progress or NullProgress()
    write_beside(path, lambda beside: _draw(sheet, beside, told))


def _draw(sheet: MatrixSheet, path: Path, progress: Progress) -> None:
    book = FontBook()
    canvas = Canvas(str(path), pagesize=(_WIDTH, _HEIGHT), initialFontName=book.name("table"), lang="zh-CN")
    canvas.setTitle(TITLE)
    canvas.setAuthor(sheet.office)
    columns = _column_groups(len(sheet.columns))
    rows = _row_groups(len(sheet.rows))
    pages = [(down, across) for down in rows for across in columns]
    for number, (down, across) in enumerate(pages, start=1):
        progress.check()
        progress.report(number, len(pages), "正在绘制手续矩阵")
        part = f"（{columns.index(across) + 1}/{len(columns)}）" if len(columns) > 1 else ""
        _Page(canvas, book, sheet, across).draw(
            sheet.rows[down.start : down.stop], part, f"第 {number} 页　共 {len(pages)} 页"
        )
        canvas.showPage()
    canvas.save()


def _column_groups(count: int) -> list[range]:
    """Columns shared out over as few sheets as hold them, evenly."""
    room = int((_WIDTH - 2 * _SIDE - _NUMBER - _NAME - _ZONE - _RATE) // _LEAST)
    sheets = max(-(-count // room), 1)
    each = -(-count // sheets)
    return [range(n, min(n + each, count)) for n in range(0, count, each)] if count else [range(0)]


def _row_groups(count: int) -> list[range]:
    room = int((_HEIGHT - _TOP - _BOTTOM - _BAND - _HEAD) // _ROW)
    return [range(n, min(n + room, count)) for n in range(0, count, room)] or [range(0)]


class _Page:
    """One page: some rows, some columns."""

    def __init__(self, canvas: Canvas, book: FontBook, sheet: MatrixSheet, across: range) -> None:
        self.canvas, self.book, self.sheet, self.across = canvas, book, sheet, across
        self.left = _SIDE + _NUMBER + _NAME + _ZONE + _RATE
        self.wide = min((_WIDTH - _SIDE - self.left) / max(len(across), 1), _MOST)
        self.right = self.left + self.wide * len(across)
        self.top = _HEIGHT - _TOP

    def draw(self, rows: Sequence[SheetRow], part: str, foot: str) -> None:
        """Title, heads, rows, legend and number."""
        sheet = self.sheet
        self._put(TITLE + part, (_SIDE, _HEIGHT - 15 * mm, _WIDTH - 2 * _SIDE), "center", 20, role="title")
        parts = [sheet.office and f"编制单位：{sheet.office}", sheet.day, f"范围：{sheet.scope}"]
        self._put(
            "　　".join(filter(None, parts)), (_SIDE, _HEIGHT - 21.5 * mm, _WIDTH - 2 * _SIDE), "center", 10
        )
        self._put(sheet.sentence, (_SIDE, _HEIGHT - 27 * mm, _WIDTH - 2 * _SIDE), "center", 10)
        self._heads()
        body = self.top - _BAND - _HEAD
        for n, row in enumerate(rows):
            self._row(row, body - (n + 1) * _ROW)
        if not rows:
            self._put("本范围内没有手续。", (_SIDE + 4, body - _ROW + 5, 200), "left")
        self._rules(body, body - max(len(rows), 1) * _ROW)
        self._legend()
        self._put(foot, (_WIDTH - _SIDE - 60 * mm, 8 * mm, 60 * mm), "right", _SIZE, _SECOND)

    def _heads(self) -> None:
        canvas, bottom = self.canvas, self.top - _BAND - _HEAD
        canvas.setFillColor(_GROUND)
        canvas.rect(_SIDE, bottom, self.right - _SIDE, _BAND + _HEAD, stroke=0, fill=1)
        middle = bottom + (_BAND + _HEAD) / 2 - 3
        x = _SIDE
        for text, wide in (("序号", _NUMBER), ("项目名称", _NAME), ("开发区", _ZONE), ("办结/需办", _RATE)):
            self._put(text, (x, middle, wide), "center", role="table_head")
            x += wide
        columns = [self.sheet.columns[n] for n in self.across]
        start = 0
        for n, column in enumerate(columns, start=1):
            if n == len(columns) or columns[n].stage != column.stage:
                self._stage(column.stage, start, n)
                start = n
        for n, column in enumerate(columns):
            self._name(column.name, self.left + n * self.wide, bottom + 5 * mm)
            rate = column.rate.text(0 if column.rate.numerator == column.rate.denominator else 1)
            self._put(rate, (self.left + n * self.wide, bottom + 1.6 * mm, self.wide), "center", 7, _SECOND)

    def _stage(self, stage: str, first: int, after: int) -> None:
        x, wide = self.left + first * self.wide, (after - first) * self.wide
        size = _SIZE if self.book.width(stage, "table_head", _SIZE) < wide - 2 else 6.0
        self._put(stage, (x, self.top - _BAND + 2.3 * mm, wide), "center", size, role="table_head")
        self._line(x + wide, self.top, x + wide, self.top - _BAND - _HEAD, 0.8)

    def _name(self, name: str, x: float, bottom: float) -> None:
        """A procedure's name in short lines, the last one cut where there are too many."""
        room = _HEAD - 6 * mm
        lines = break_lines(head_name(name), self.book, "table", _SIZE, width=self.wide - 3)
        most = int(room // (_SIZE * 1.3))
        if len(lines) > most:
            lines = [*lines[: most - 1], lines[most - 1][:-1] + "…"]
        y = bottom + room / 2 + len(lines) * _SIZE * 1.3 / 2
        for line in lines:
            y -= _SIZE * 1.3
            self._put(line, (x, y + 2, self.wide), "center")

    def _row(self, row: SheetRow, y: float) -> None:
        base = y + _ROW / 2 - 3
        if row.is_head:
            self.canvas.setFillColor(_GROUND)
            self.canvas.rect(_SIDE, y, self.right - _SIDE, _ROW, stroke=0, fill=1)
            self._put(row.title, (_SIDE + 4, base, _NUMBER + _NAME + _ZONE - 8), "left", role="table_head")
            self._put(row.rate.text(), (self.left - _RATE, base, _RATE), "center", role="table_head")
            for n in self.across:
                text = row.rates[n].text(1) if row.rates[n].denominator else ""
                self._put(
                    text, (self.left + (n - self.across.start) * self.wide, base, self.wide), "center", 7
                )
            return
        self._put(str(row.number), (_SIDE, base, _NUMBER), "center")
        self._put(self._cut(row.title, _NAME - 8), (_SIDE + _NUMBER + 4, base, _NAME), "left")
        self._put(self._cut(row.zone, _ZONE - 6), (_SIDE + _NUMBER + _NAME + 3, base, _ZONE), "left")
        told = f"{row.rate.numerator}/{row.rate.denominator}"
        self._put(told, (self.left - _RATE, base, _RATE), "center")
        for n in self.across:
            state = row.states[n]
            if state is not None:
                self._sign(state, self.left + (n - self.across.start + 0.5) * self.wide, y + _ROW / 2)

    def _sign(self, state: State, x: float, y: float) -> None:
        """The same shapes as on the screen: drawn, so that no font can lack them, and told apart without colour."""
        canvas, half, tint = self.canvas, _SIGN / 2, _TINTS.get(state, _SECOND)
        canvas.setStrokeColor(tint)
        canvas.setFillColor(tint)
        canvas.setLineWidth(1.2)
        if state is State.DONE:
            path = canvas.beginPath()
            path.moveTo(x - half, y)
            path.lineTo(x - half * 0.3, y - half * 0.7)
            path.lineTo(x + half, y + half * 0.8)
            canvas.drawPath(path, stroke=1, fill=0)
        elif state is State.NOT_REQUIRED:
            canvas.line(x - half * 0.8, y, x + half * 0.8, y)
        elif state is State.UNDECIDED:
            self._put("?", (x - half, y - 3.2, _SIGN), "center", 9.5, tint, role="table_head")
        elif state is State.OVERDUE:
            canvas.circle(x, y, half, stroke=0, fill=1)
            self._put("!", (x - half, y - 2.9, _SIGN), "center", 8.5, HexColor("#FFFFFF"), role="table_head")
        else:
            canvas.circle(x, y, half - 0.6, stroke=1, fill=0)
            if state is State.DOING:
                canvas.wedge(
                    x - half + 0.6, y - half + 0.6, x + half - 0.6, y + half - 0.6, 90, 180, stroke=0, fill=1
                )

    def _rules(self, body: float, end: float) -> None:
        y = body
        while y > end + 0.1:
            self._line(_SIDE, y, self.right, y, 0.3)
            y -= _ROW
        for x in (self.left + n * self.wide for n in range(len(self.across))):
            self._line(x, self.top - _BAND, x, end, 0.3)
        self._line(self.left, self.top - _BAND, self.right, self.top - _BAND, 0.3)
        for x in (_SIDE + _NUMBER, _SIDE + _NUMBER + _NAME, self.left - _RATE, self.left):
            self._line(x, self.top, x, end, 0.3)
        self.canvas.setStrokeColor(_TEXT)
        self.canvas.setLineWidth(0.8)
        self.canvas.rect(_SIDE, end, self.right - _SIDE, self.top - end, stroke=1, fill=0)

    def _legend(self) -> None:
        x, y = _SIDE, 8 * mm
        self._put("图例：", (x, y, 40), "left", 9, _SECOND)
        x += 32
        for state, label in STATE_LABELS.items():
            self._sign(state, x + _SIGN / 2, y + 3)
            self._put(label, (x + _SIGN + 4, y, 60), "left", 9)
            x += _SIGN + 14 + self.book.width(label, "table", 9)
        self._put(
            "空白 无此项；百分数为办结率（已办结÷需办，无需办理不计入）", (x, y, 400), "left", 9, _SECOND
        )

    def _cut(self, text: str, room: float) -> str:
        if self.book.width(text, "table", _SIZE) <= room:
            return text
        while text and self.book.width(text + "…", "table", _SIZE) > room:
            text = text[:-1]
        return text + "…"

    def _line(self, x: float, y: float, to_x: float, to_y: float, wide: float) -> None:
        self.canvas.setStrokeColor(_RULE if wide < 0.5 else _SECOND)
        self.canvas.setLineWidth(wide)
        self.canvas.line(x, y, to_x, to_y)

    def _put(
        self,
        text: str,
        box: tuple[float, float, float],
        side: Align,
        size: float = _SIZE,
        color: Color = _TEXT,
        *,
        role: str = "table",
    ) -> None:
        draw_line(
            self.canvas, text, self.book, Style(role, size, size * 1.3, color=color), box=box, align=side
        )
