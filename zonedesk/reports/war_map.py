"""项目作战图 on A3: the same lines as on the screen, one project a row, zones one after the other, x of y."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from zonedesk.domain.dates import chinese
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.milestones import MILESTONE_LABELS, MilestoneState
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.ops.milestones import ProjectPlan, plans
from zonedesk.ops.session import Session
from zonedesk.ops.war_map import MARK_LABELS, Axis, Line, axis_about, line_of
from zonedesk.ops.working_day import report_day
from zonedesk.reports.build import write_beside
from zonedesk.reports.fonts import FontBook
from zonedesk.reports.registry import report

_WIDTH, _HEIGHT = landscape(A3)
_SIDE, _TOP, _BOTTOM = 14 * mm, 32 * mm, 16 * mm
_NEXT, _LEAST, _MOST = 54 * mm, 24 * mm, 84 * mm  # what has to be read is not cut short for the chart
_ROW, _HEAD, _SIZE, _SIGN = 6.6 * mm, 9 * mm, 8.5, 7.5
TEXT, SECOND, RULE, PAPER = HexColor("#1F2933"), HexColor("#5B6775"), HexColor("#C9D0D8"), white
_BARS = {False: HexColor("#D5DAE0"), True: HexColor("#A9C4E4")}
_TINTS = {
    MilestoneState.DONE: HexColor("#2E7D32"),
    MilestoneState.LATE: HexColor("#C62828"),
    MilestoneState.SLIPPING: HexColor("#B7791F"),
    MilestoneState.SOON: HexColor("#1F5FA8"),
}


class MapRow(NamedTuple):
    """One project's row of the paper."""

    zone: str
    name: str
    next: str
    line: Line


@dataclass(frozen=True, slots=True)
class MapData:
    """All that the paper says, read: no session is needed to draw it."""

    office: str
    as_of: str
    scope: str
    axis: Axis
    rows: tuple[MapRow, ...]

    @classmethod
    def of(
        cls, session: Session, shown: Sequence[ProjectPlan], axis: Axis, as_of: str, scope: str
    ) -> MapData:
        """The data of these plans."""
        lines = [line_of(plan, axis, as_of) for plan in shown]
        shorter = axis.ending_with(lines)
        if shorter != axis:
            # Months in which nothing lies would take the room of the others.
            axis, lines = shorter, [line_of(plan, shorter, as_of) for plan in shown]
        rows = tuple(
            MapRow(plan.zone or "未填开发区", plan.project.name, _next(plan, as_of), line)
            for plan, line in zip(shown, lines, strict=True)
        )
        return cls(session.reader.setting(OFFICE_NAME) or "", as_of, scope, axis, rows)


def _next(plan: ProjectPlan, as_of: str) -> str:
    coming = plan.next or plan.step_ahead(as_of)
    if coming is None:
        return "节点全部完成"
    late = f"　逾期{coming.late_days}天" if coming.late_days else ""
    return f"{coming.name} {coming.plan_on or '未定'}{late}"


@report("war_map", title="项目作战图（A3）")
class WarMapReport:
    """The map as of a month's end, over two years."""

    def collect(self, session: Session, month: str, scope: Scope | None) -> MapData:
        """Read the plans of the projects in scope."""
        as_of = report_day(session.reader, month)
        words = f"截至{chinese(as_of)}"
        return MapData.of(session, plans(session, as_of, scope), axis_about(as_of, 24), as_of, words)

    def render(self, data: Any, path: Path, progress: Progress) -> None:
        """Draw the pages."""
        _draw(data, path, progress)


def print_war_map(data: MapData, path: Path, progress: Progress | None = None) -> None:
    """Write the map to `path` (.pdf). ReportError if that cannot be written, CancelledError if so asked."""
    told = progress or NullProgress()
    write_beside(path, lambda beside: _draw(data, beside, told))


def _draw(data: MapData, path: Path, progress: Progress) -> None:
    book = FontBook()
    canvas = Canvas(str(path), pagesize=(_WIDTH, _HEIGHT), initialFontName=book.name("table"), lang="zh-CN")
    canvas.setTitle("项目作战图")
    canvas.setAuthor(data.office)
    room = int((_HEIGHT - _TOP - _BOTTOM - _HEAD) // _ROW)
    pages = [data.rows[n : n + room] for n in range(0, len(data.rows), room)] or [()]
    for number, rows in enumerate(pages, start=1):
        progress.check()
        progress.report(number, len(pages), "正在绘制作战图")
        _Sheet(canvas, book, data).draw(rows, f"第 {number} 页　共 {len(pages)} 页")
        canvas.showPage()
    canvas.save()


class _Sheet:
    """One page."""

    def __init__(self, canvas: Canvas, book: FontBook, data: MapData) -> None:
        self.canvas, self.book, self.data = canvas, book, data
        self.zone = self._room(row.zone for row in data.rows)
        self.name = self._room(row.name for row in data.rows)
        self.left = _SIDE + self.zone + self.name + _NEXT
        self.wide = _WIDTH - _SIDE - self.left

    def draw(self, rows: Sequence[MapRow], foot: str) -> None:
        """Title, head, rows, legend and number of one page."""
        self._text("项目作战图", _WIDTH / 2, _HEIGHT - 15 * mm, size=20, role="title", side="center")
        parts = [
            self.data.office and f"编制单位：{self.data.office}",
            self.data.scope,
            f"共 {len(self.data.rows)} 个项目",
        ]
        self._text("　　".join(filter(None, parts)), _WIDTH / 2, _HEIGHT - 22 * mm, size=10, side="center")
        top = _HEIGHT - _TOP
        bottom = top - _HEAD - max(len(rows), 1) * _ROW
        self._head(top, bottom)
        if not rows:
            self._text("本范围内没有排节点的项目。", _SIDE + 4, top - _HEAD - _ROW + 6)
        zone = ""
        for n, row in enumerate(rows):
            y = top - _HEAD - (n + 1) * _ROW
            self._row(row, y, new_zone=row.zone != zone)
            zone = row.zone
        self._legend()
        self._text(foot, _WIDTH - _SIDE, 8 * mm, size=9, side="right", color=SECOND)

    def _head(self, top: float, bottom: float) -> None:
        canvas = self.canvas
        canvas.setFillColor(HexColor("#EDF0F4"))
        canvas.rect(_SIDE, top - _HEAD, _WIDTH - 2 * _SIDE, _HEAD, stroke=0, fill=1)
        base = top - _HEAD / 2 - 3
        for text, x in zip(("开发区", "项目名称", "下一节点"), self._columns(), strict=True):
            self._text(text, x + 4, base, role="table_head")
        for tick in self.data.axis.ticks():
            x = self.left + tick.start * self.wide
            self._rule(x, top if tick.year else top - _HEAD / 2, x, bottom, 0.7 if tick.year else 0.3)
            self._text(tick.year, x + 2, top - _HEAD / 2 + 2, size=7.5, color=SECOND)
            self._text(f"{tick.month}月", x + 2, top - _HEAD + 3, size=7.5, color=SECOND)
        today = self.data.axis.at(self.data.as_of)
        if 0 <= today <= 1:
            x = self.left + today * self.wide
            self._rule(x, top, x, bottom, 1.2, color=HexColor("#1F5FA8"))
        for x in (*self._columns(), self.left, _WIDTH - _SIDE):
            self._rule(x, top, x, bottom)

    def _row(self, row: MapRow, y: float, *, new_zone: bool) -> None:
        self._rule(_SIDE, y, _WIDTH - _SIDE, y, 0.3)
        base = y + _ROW / 2 - 3
        zone, name, coming = self._columns()
        if new_zone:
            self._rule(_SIDE, y + _ROW, _WIDTH - _SIDE, y + _ROW, 0.9, color=SECOND)
            self._text(self._short(row.zone, self.zone), zone + 4, base)
        self._text(self._short(row.name, self.name), name + 4, base)
        late = "逾期" in row.next
        self._text(
            self._short(row.next, _NEXT), coming + 4, base, size=7.5,
            color=_TINTS[MilestoneState.LATE] if late else TEXT,
        )  # fmt: skip
        middle = y + _ROW / 2
        for span in row.line.spans:
            x, end = self.left + span.start * self.wide, self.left + span.end * self.wide
            self.canvas.setFillColor(_BARS[span.actual])
            self.canvas.rect(x, middle - (5 if span.actual else -1), end - x, 4, stroke=0, fill=1)
        for mark in row.line.marks:
            self._sign(mark.kind, self.left + mark.at * self.wide, middle)

    def _sign(self, kind: MilestoneState | str, x: float, y: float) -> None:
        canvas, half = self.canvas, _SIGN / 2
        canvas.setLineWidth(0.8)
        if isinstance(kind, MilestoneState):
            tint = _TINTS.get(kind, SECOND)
            canvas.setFillColor(tint)
            canvas.setStrokeColor(PAPER)
            if kind is MilestoneState.DONE:
                canvas.rect(x - half + 0.7, y - half + 0.7, _SIGN - 1.4, _SIGN - 1.4, stroke=1, fill=1)
            elif kind is MilestoneState.LATE:
                canvas.circle(x, y, half, stroke=1, fill=1)
            elif kind is MilestoneState.SLIPPING:
                self._polygon(((x, y + half), (x + half, y - half), (x - half, y - half)))
            else:
                canvas.setStrokeColor(tint)
                canvas.setFillColor(PAPER)
                canvas.setLineWidth(1.8 if kind is MilestoneState.SOON else 0.8)
                canvas.circle(x, y, half - 0.8, stroke=1, fill=1)
            return
        canvas.setStrokeColor(TEXT)
        canvas.setFillColor(TEXT if kind.endswith("actual") else PAPER)
        if kind.startswith("start"):
            canvas.line(x - 2, y - half - 1, x - 2, y + half + 1)
            self._polygon(((x - 2, y + half + 1), (x + 4, y + half - 1.5), (x - 2, y + half - 4)))
        else:
            self._polygon(((x, y + half + 1), (x + half + 0.6, y), (x, y - half - 1), (x - half - 0.6, y)))

    def _polygon(self, points: Sequence[tuple[float, float]]) -> None:
        path = self.canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        self.canvas.drawPath(path, stroke=1, fill=1)

    def _legend(self) -> None:
        x, y = _SIDE + 4, 9 * mm
        kinds: list[tuple[MilestoneState | str, str]] = [
            (state, label) for state, label in MILESTONE_LABELS.items() if state is not MilestoneState.UNDATED
        ]
        for kind, label in [*kinds, *MARK_LABELS.items()]:
            self._sign(kind, x, y + 3)
            self._text(label, x + 8, y, size=8)
            x += 18 + self.book.width(label, "table", 8) + 8
        for actual, label in ((False, "计划建设期"), (True, "实际建设期")):
            self.canvas.setFillColor(_BARS[actual])
            self.canvas.rect(x, y + 1, 22, 4, stroke=0, fill=1)
            self._text(label, x + 26, y, size=8)
            x += 36 + self.book.width(label, "table", 8) + 8

    def _rule(
        self, x0: float, y0: float, x1: float, y1: float, wide: float = 0.4, *, color: Color = RULE
    ) -> None:
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(wide)
        self.canvas.line(x0, y0, x1, y1)

    def _columns(self) -> tuple[float, float, float]:
        """Where the zone, the project's name and what comes next begin."""
        return _SIDE, _SIDE + self.zone, _SIDE + self.zone + self.name

    def _room(self, texts: Iterable[str]) -> float:
        """What the widest of the texts takes, within limits."""
        widest = max((self.book.width(text, "table", _SIZE) for text in set(texts)), default=0.0)
        return min(max(widest + 9, _LEAST), _MOST)

    def _short(self, text: str, room: float) -> str:
        while text and self.book.width(text, "table", _SIZE) > room - 8:
            text = text[:-2] + "…"
        return text

    def _text(
        self,
        text: str,
        x: float,
        y: float,
        *,
        size: float = _SIZE,
        role: str = "table",
        side: str = "left",
        color: Color = TEXT,
    ) -> None:
        wide = self.book.width(text, role, size)
        x -= {"left": 0.0, "center": wide / 2, "right": wide}[side]
        self.canvas.setFillColor(color)
        for run in self.book.runs(text, role):
            self.canvas.setFont(run.font, size)
            self.canvas.drawString(x, y, run.text)
            x += self.book.width(run.text, role, size)
