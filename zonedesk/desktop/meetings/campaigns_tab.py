"""专项行动: the campaigns, how far the chosen one is, and its projects, those behind first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.duties.cases import Cases
from zonedesk.desktop.duties.form import Line
from zonedesk.desktop.duties.panel import Act, CasePanel, Facts
from zonedesk.desktop.keys import bind
from zonedesk.desktop.meetings.books import campaign_spec, countdown, member_spec
from zonedesk.desktop.meetings.tab import Tab
from zonedesk.desktop.widgets.link_line import Link, LinkLine, Part
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.campaigns import COURSE_LABELS, Course
from zonedesk.domain.changes import Changes
from zonedesk.domain.tracking_columns import CAMPAIGN_GOALS
from zonedesk.ops.campaigns import add_projects, candidates, remove_projects, start_campaign

ADD_KEY, OUT_KEY = "Alt+L", "Alt+O"


class ZoneCounts(QWidget):
    """Who is behind, by zone: each number opens its projects."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.heading = named(QLabel(), "second")
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addStretch(1)
        self.lines: list[LinkLine] = []

    def show_row(self, row: Row) -> None:
        """The zones of a campaign's projects that are behind, the most first."""
        zones: dict[str, list[int]] = {}
        for member in row.get("members", ()):
            if member["course"] == Course.BEHIND.value:
                zones.setdefault(member["zone"] or self.tr("未填开发区"), []).append(member["project_id"])
        self.heading.setText(self.tr("滞后项目分开发区") if zones else self.tr("没有滞后的项目"))
        told = sorted(zones.items(), key=lambda each: (-len(each[1]), each[0]))
        while len(self.lines) < len(told):
            line = LinkLine()
            line.opened.connect(self._desk.show_rows)
            self.lines.append(line)
            self._column.insertWidget(len(self.lines) - 1, line)
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(told))
            if number < len(told):
                zone, ids = told[number]
                title = self.tr("{zone}滞后项目").format(zone=zone)
                line.show_parts(
                    [Part(f"{zone}　"), Part(str(len(ids)), Link(title, tuple(ids)), colour=tokens.RED)]
                )


class CampaignsTab(Tab):
    """Two books, one above the other; the panel counts down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, campaign_spec())
        self._campaign: Row | None = None
        self.members = self.make_book(member_spec(), self._belongs)
        self.panel = CasePanel(
            self.tr("选中一个专项行动，在此查看倒计时。\n按 Insert 新增专项行动。"), ZoneCounts(desk)
        )
        self.cases = Cases(desk, self.panel)
        self.panel.serve(self._facts, self._acts())
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        super().reload()
        rows = self.book.shown()
        if self.book.current_row() is None and rows:
            self.book.go_to(rows[0]["id"], "name")
        self._read_members()

    def patch(self, changes: Changes) -> None:
        super().patch(changes)
        self._campaign = self.book.current_row()
        self.members.patch(changes)
        self._show_panel()

    def ask_new(self) -> None:
        """Open the form for a new campaign."""
        if not (self.desk.session.writable and self.panel.is_free()):
            return
        self.panel.show_new(self.tr("新增专项行动"))
        lines = [
            Line("name", self.tr("名称"), needed=self.tr("请写明行动的名称"), hint=self.tr("如：2026年冬季行动")),
            Line("goal", self.tr("目标"), "choice", text=CAMPAIGN_GOALS[0], choices=CAMPAIGN_GOALS, needed=self.tr("请写明目标")),
            Line("goal_on", self.tr("目标日期"), "day", needed=self.tr("请写明目标日期，以便倒计时")),
            Line("start_on", self.tr("开始日期"), "day", text=self.day),
            Line("all", self.tr("列入范围内未达目标的项目"), "check", text=self.tr("是")),
        ]  # fmt: skip
        self.cases.ask(self.tr("新增专项行动：回车到下一栏"), self.tr("新增专项行动"), lines, self._start)

    def add_candidates(self, row: Row) -> None:
        """Put every project in scope that has not reached the goal into the campaign, as one step."""
        ids = self._candidates(row)
        if not ids:
            self.desk.told.emit(self.tr("当前范围内没有尚未列入的项目"))
            return
        self.desk.run(add_projects, campaign_id=row["id"], project_ids=ids)

    def remove_chosen(self) -> None:
        """Take the selected projects out of the campaign."""
        rows = self.members.selected_rows()
        if rows and self.desk.session.writable:
            self.desk.run(remove_projects, row_ids=[row["id"] for row in rows])

    def _start(self, texts: dict[str, str]) -> bool:
        everyone = bool(texts.pop("all"))
        ids = (
            candidates(self.desk.session, texts["goal"], self.desk.as_of, self.desk.scope) if everyone else ()
        )
        changes = self.desk.run(start_campaign, **texts, project_ids=ids)
        if changes is None:
            return False
        added = next(change.row_id for change in changes.of("campaign"))
        self.book.go_to(added, "name")
        return True

    def _candidates(self, row: Row) -> list[int]:
        known = {member["project_id"] for member in self.members.rows.rows}
        wanted = candidates(self.desk.session, row["goal"] or "", self.desk.as_of, self.desk.scope)
        return [pid for pid in wanted if pid not in known]

    def _belongs(self, row: Row) -> bool:
        return self._campaign is not None and row["campaign_id"] == self._campaign["id"]

    def _acts(self) -> list[Act]:
        return [
            Act(ADD_KEY, self.tr("列入项目"), self.tr("把当前范围内尚未达到目标的项目一次列入"), lambda _: True, self.add_candidates),
            Act(OUT_KEY, self.tr("移出项目"), self.tr("把选中的项目移出此行动"), lambda _: True, lambda _: self.remove_chosen()),
        ]  # fmt: skip

    def _facts(self, row: Row) -> Facts:
        days = row["days_left"]
        late = days is not None and days < 0
        state = countdown(days) or self.tr("未定目标日期")
        members = self.members.rows.rows
        counts = {each: sum(m["course"] == each.value for m in members) for each in Course}
        told = "，".join(
            f"{COURSE_LABELS[each]} {counts[each]}"
            for each in (Course.REACHED, Course.ON_WAY, Course.BEHIND, Course.OUT)
            if counts[each]
        )
        return Facts(
            self.tr("目标：{goal}，{day}").format(goal=row["goal"] or "—", day=row["goal_on"] or "—"),
            row["name"],
            state,
            tokens.RED if late else tokens.ACCENT,
            (
                (self.tr("项目"), self.tr("{n} 个：{told}").format(n=len(members), told=told) if told else self.tr("尚未列入")),
                (self.tr("完成率"), f"{row['percent']}%" if row["percent"] else "—"),
                (self.tr("时间进度"), f"{row['elapsed']}%" if row["elapsed"] else "—"),
                (self.tr("说明"), row["note"] or ""),
            ),
            tuple(filter(None, (row["warning"] or "").split("；"))),
        )  # fmt: skip

    def _on_current(self, row: Row | None) -> None:
        other = row is None or self._campaign is None or row["id"] != self._campaign["id"]
        self._campaign = row
        if other:
            self._read_members()
        else:
            self._show_panel()

    def _read_members(self) -> None:
        self._campaign = self.book.current_row()
        self.members.reload()
        self._show_panel()

    def _show_panel(self) -> None:
        row = self._campaign
        if row is not None:
            row = row | {"members": self.members.rows.rows}
        self.panel.show_row(row, writable=self.desk.session.writable)
        size = tokens.FIGURE_PT if row is not None and row["days_left"] is not None else tokens.BODY_PT
        self.panel.state.setStyleSheet(self.panel.state.styleSheet() + f" font-size: {size}pt;")

    def _connect(self) -> None:
        self.book.current_changed.connect(self._on_current)
        self.book.table.add_asked.disconnect()
        self.book.table.add_asked.connect(self.ask_new)
        self.book.add_button.clicked.disconnect()
        self.book.add_button.clicked.connect(self.ask_new)
        self.members.chooser.chosen.disconnect()
        self.members.chooser.chosen.connect(self._add_one)
        self.panel.left.connect(self._back)
        for act in self.panel.acts:
            bind(self, act.key, partial(self.panel.do, act.key))

    def _add_one(self, project_id: int) -> None:
        if self._campaign is not None:
            self.desk.run(add_projects, campaign_id=self._campaign["id"], project_ids=[project_id])

    def _back(self) -> None:
        self._show_panel()
        self.book.setFocus()

    def _lay_out(self) -> None:
        self.tool_row.addLayout(self.book.tools)
        self.members.line.addLayout(self.members.tools)
        # The panel's own buttons do both.
        self.members.add_button.hide()
        self.members.delete_button.hide()
        self.book.find_box.hide()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.book)
        split.addWidget(self.members)
        split.setStretchFactor(1, 1)
        split.setSizes([168, 450])
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(split, 1)
        row.addWidget(self.panel)
        self.column.addLayout(row, 1)
