"""周调度表: what changed since the last meeting, what became of its decisions, whose progress is not reported."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.units import mm

from zonedesk.domain import since as parts
from zonedesk.domain.dates import chinese
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.meetings import REVIEW, WEEKLY
from zonedesk.domain.money import format_money
from zonedesk.domain.progress import Progress
from zonedesk.domain.since import PART_LABELS, Change
from zonedesk.ops.session import Session
from zonedesk.ops.weekly import WeeklyData, paper_of_month
from zonedesk.reports.document import SUBTITLE, TITLE, Running, Story, write_pdf
from zonedesk.reports.fonts import FontBook
from zonedesk.reports.grid import ABOVE, Column, Grid, Sheet
from zonedesk.reports.registry import report
from zonedesk.reports.text import Style

_UNDER = Style("body", 10.5, 18, align="center")
_ORDINALS = "一二三四五六"
_TITLES = {WEEKLY: "项目周调度表", REVIEW: "项目旬复盘表"}
# Money goes by zone, missing reports have a table of their own.
_TOLD = tuple(part for part in PART_LABELS if part not in {parts.MONEY, parts.MISSING})


@report("weekly", title="项目周调度表")
class Weekly:
    """The paper of the last weekly meeting of a month."""

    def collect(self, session: Session, month: str, scope: Scope | None) -> WeeklyData:
        """Read what the meeting is to look at."""
        return paper_of_month(session, month, scope)

    def render(self, data: WeeklyData, path: Path, progress: Progress) -> None:
        """Put it on paper."""
        write_weekly(data, path, progress)


def title_of(data: WeeklyData) -> str:
    """What the paper is called: 项目周调度表, 项目旬复盘表, 月会商项目调度表."""
    return _TITLES.get(data.kind, f"{data.kind}项目调度表")


def write_weekly(data: WeeklyData, path: Path, progress: Progress) -> None:
    """Write the paper of a meeting to `path`. OSError if that fails, CancelledError if so asked."""
    paper = _Paper(data)
    paper.write()
    day = f"数据截至{chinese(data.found.until)}"
    write_pdf(paper.story, path, Running(title_of(data), day, data.office), progress)


class _Paper:
    """The parts of the paper, numbered as they are written."""

    def __init__(self, data: WeeklyData) -> None:
        self.data, self.story = data, Story(FontBook())
        self._headings = self._tables = 0

    def write(self) -> None:
        """Everything, in order."""
        data, story = self.data, self.story
        story.text(title_of(data), TITLE)
        if data.meeting:
            story.text(f"（{data.meeting['name']}）", SUBTITLE)
        said = [f"编制单位：{data.office}" if data.office else "", f"范围：{data.scope}", "金额单位：亿元"]
        story.text("　　".join(filter(None, said)), _UNDER)
        self._changes()
        self._items()
        self._missing()
        self._decided()

    def _changes(self) -> None:
        found = self.data.found
        self._heading(f"较{chinese(found.since)}的变化")
        self.story.text(summary_of(self.data))
        told = [(part, self._sorted(found.changes[part])) for part in _TOLD]
        rows: list[list[str | None]] = []
        for part, own in told:
            for n, change in enumerate(own):
                head = PART_LABELS[part] if n == 0 else ABOVE
                rows.append(
                    [head, *self._named(change), change.text + ("" if change.dated else "（补登或更正）")]
                )
        if rows:
            columns = (Column("变化", 24), Column("项目名称", 50), Column("开发区", 37), Column("情况", 45))
            note = "“补登或更正”指日期不在两次会议之间、本期才登记或改正的事项"
            self._table("变化明细", Sheet("", columns, rows, (note,)))
        zones = found.invested_by_zone()
        if zones:
            lines = [
                [zone or "未填开发区", str(len(ids)), format_money(amount)] for zone, amount, ids in zones
            ]
            lines.append(["合计", str(len(found.ids(parts.MONEY))), format_money(found.invested)])
            heads = (Column("开发区", 60), Column("项目数（个）", 30, "right"), Column("累计完成投资变化（亿元）", 46, "right"))  # fmt: skip
            self._table("分开发区完成投资变化", Sheet("", heads, lines, totals=1))

    def _items(self) -> None:
        items = self.data.items
        self._heading("议定事项落实情况")
        late = [row for row in items if row["overdue_days"]]
        waiting = [row for row in items if row["open"]]
        if not items:
            self.story.text("没有需要报告的议定事项。")
            return
        odd = sum(row["doubtful"] for row in items)
        done = len(items) - len(waiting) - odd
        told = f"本期办结{done}项，未办结{len(waiting)}项，其中逾期{len(late)}项"
        self.story.text(f"{told}；另有{odd}项状态待核。" if odd else f"{told}。")
        rows = [
            [
                row["content"],
                row["project"] or "",
                " ".join(filter(None, (row["owner_unit"], row["owner_person"]))),
                row["deadline"] or "未定",
                f"逾期{row['overdue_days']}天" if row["overdue_days"] else row["state"],
                (row["result"] if not row["open"] else row["last_note"]) or "",
            ]
            for row in items
        ]
        columns = (
            Column("议定事项", 38),
            Column("项目", 32),
            Column("责任", 22),
            Column("完成时限", 19, "center"),
            Column("状态", 17, "center"),
            Column("落实情况", 32),
        )
        self._table("议定事项", Sheet("", columns, rows))

    def _missing(self) -> None:
        own = self._sorted(self.data.found.changes[parts.MISSING])
        self._heading("进度未更新的在建项目")
        if not own:
            self.story.text("在建项目均已更新进度。")
            return
        rows = []
        for number, change in enumerate(own, start=1):
            duty = self.data.duty.get(change.project_id, {})
            who = duty.get("service_officer") or duty.get("duty_person") or ""
            rows.append([str(number), *self._named(change), change.text, duty.get("duty_unit") or "", who])
        columns = (
            Column("序号", 10, "center"),
            Column("项目名称", 48),
            Column("开发区", 32),
            Column("情况", 40),
            Column("责任单位", 20),
            Column("服务专员", 14),
        )
        self._table("进度未更新项目", Sheet("", columns, rows))

    def _decided(self) -> None:
        """What the meeting decided, once it is written down."""
        meeting, items = self.data.meeting, self.data.decided
        if not meeting or not (meeting["decisions"] or items):
            return
        self._heading("本次会议议定")
        if meeting["decisions"]:
            self.story.text(meeting["decisions"])
        if items:
            rows = [
                [
                    row["content"],
                    row["project"] or "",
                    " ".join(filter(None, (row["owner_unit"], row["owner_person"]))),
                    row["deadline"] or "未定",
                ]
                for row in items
            ]
            columns = (Column("议定事项", 58), Column("项目", 46), Column("责任", 32), Column("完成时限", 20, "center"))  # fmt: skip
            self._table("本次议定事项", Sheet("", columns, rows))

    def _named(self, change: Change) -> list[str]:
        found = self.data.found
        return [found.project(change.project_id).name, found.zone(change.project_id)]

    def _sorted(self, changes: tuple[Change, ...]) -> list[Change]:
        found = self.data.found
        return sorted(changes, key=lambda each: (found.zone(each.project_id), each.project_id))

    def _heading(self, text: str) -> None:
        self.story.heading(f"{_ORDINALS[self._headings]}、{text}", room=20 * mm)
        self._headings += 1

    def _table(self, caption: str, sheet: Sheet) -> None:
        self._tables += 1
        told = Sheet(f"表{self._tables}　{caption}", sheet.columns, sheet.rows, sheet.notes, sheet.totals)
        self.story.table(Grid(told, self.story.book))


def summary_of(data: WeeklyData) -> str:
    """The changes in one sentence, as it is read out."""
    found = data.found
    stuck = []
    for name, definition in DEFINITIONS.items():
        then, now = found.stuck[name]
        came, went = len(found.ids(parts.ENTERED + name)), len(found.ids(parts.LEFT + name))
        moved = f"由{then}个变为{now}个（新进{came}个、退出{went}个）" if came or went else f"仍为{now}个"
        stuck.append(f"{definition.label}{moved}")
    count = {part: len(found.changes[part]) for part in PART_LABELS}
    money = format_money(abs(found.invested))
    more = [
        f"阶段变化{count[parts.STAGE]}个",
        f"累计完成投资{'增加' if found.invested >= 0 else '减少'}{money}亿元，涉及{len(found.ids(parts.MONEY))}个项目"
        if count[parts.MONEY]
        else "累计完成投资没有变化",
        f"办结手续{count[parts.PROCEDURES]}件",
        f"新提问题{count[parts.RAISED]}个、销号{count[parts.CLOSED]}个",
        f"在建项目进度未更新{count[parts.MISSING]}个",
    ]
    return "；".join(stuck) + "。" + "；".join(more) + "。"
