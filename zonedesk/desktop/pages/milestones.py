"""作战图: the way of each project to start and production on an axis of months, and the milestones typed in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QTabBar, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Chip, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import Key, bind, source
from zonedesk.desktop.milestones.scheduling import BACK_KEY, BARE_KEY, Scheduling
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.place import Place
from zonedesk.desktop.preview.list_preview import PaperPreview
from zonedesk.desktop.widgets.filter_chips import FilterChips
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.project_menu import ProjectMenu
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.desktop.widgets.tab_keys import bind_tab_keys
from zonedesk.desktop.widgets.war_map import CHART, COLOURS, WarMap, draw_mark
from zonedesk.domain.changes import Changes
from zonedesk.domain.milestones import MILESTONE_LABELS, MilestoneState, schedule
from zonedesk.ops.milestones import ProjectPlan, nodes_of, plans
from zonedesk.ops.war_map import Line, ZoneLine, axis_about, line_of, zone_lines

_SPANS = (12, 24, 36)
_PROJECTS, _ZONES, _BOOK = range(3)


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("pages", "作战图")
    return [
        Key(place, translate("Keys", "倒排所选项目的工期"), (BACK_KEY,)),
        Key(place, translate("Keys", "为无节点的项目倒排工期"), (BARE_KEY,)),
        Key(place, translate("Keys", "预览并打印 A3 作战图"), ("Ctrl+P",)),
        Key(translate("Keys", "设置：倒排节点"), translate("Keys", "新增、删除节点"), ("Ins", "Del")),
    ]


@page("milestones", to_translate("pages", "作战图"), "timeline", 44)
class MilestonesPage(Page):
    """Three ways to look: by project, by zone, as a book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.plans: list[ProjectPlan] = []
        self._lines: dict[int, Line] = {}
        self.axis = axis_about(desk.as_of, _SPANS[1])
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.sentence, self.hint = QLabel(), QLabel()
        self.hint.setWordWrap(True)
        self.map = WarMap(SimpleTableModel(self._project_columns(), self._project_cell, self), self._line)
        self.zones = WarMap(SimpleTableModel(self._zone_columns(), self._zone_cell, self), lambda row: row)
        self.book = BookTable(desk, _spec())
        states = [state for state in MILESTONE_LABELS if state is not MilestoneState.UNDATED]
        self.chips = FilterChips([(state, MILESTONE_LABELS[state], _sign(state)) for state in states])
        self.span_box = SteadyCombo()
        self.scheduling = Scheduling(desk, self)
        self.back_button, self.bare_button = self.scheduling.button, self.scheduling.bare_button
        self.paper_button = QPushButton(icon("printer"), self.tr("打印 A3…"))
        self.paper_button.setToolTip(self.tr("预览并打印 A3 作战图（Ctrl+P）"))
        self._lay_out()
        self._connect()
        self._choose(_PROJECTS)

    def concerns(self, changes: Changes) -> bool:
        return changes.touches("milestone", "project", "zone", "listing", "batch", "setting")

    def patch(self, changes: Changes) -> bool:
        self.book.patch(changes)
        self._read()
        return True

    def reload(self) -> None:
        self.book.reload()
        self._read()

    def land(self, place: Place) -> bool:
        """Make a milestone current in the book, or a project on the map."""
        if place.row_id is not None:
            self.tabs.setCurrentIndex(_BOOK)
            self.book.setFocus()
            return self.book.go_to(place.row_id)
        self.tabs.setCurrentIndex(_PROJECTS)
        self.chips.clear()
        self.map.setFocus()
        plans = enumerate(self.shown())
        row = next((n for n, plan in plans if plan.project.id == place.project_id), None)
        if row is not None:
            self.map.selectionModel().setCurrentIndex(
                self.map.model().index(row, 1), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        return row is not None

    def shown(self) -> list[ProjectPlan]:
        """The plans that the chips leave."""
        chosen = self.chips.chosen()
        if not chosen:
            return self.plans
        return [plan for plan in self.plans if any(each.state in chosen for each in plan.milestones)]

    def _read(self) -> None:
        desk = self.desk
        self.subtitle.setText(scope_text(desk))
        self.plans = plans(desk.session, desk.as_of, desk.scope)
        self.axis = axis_about(desk.as_of, int(self.span_box.currentData() or _SPANS[1]))
        self._lines.clear()
        self.scheduling.count_bare()
        for table in (self.map, self.zones):
            table.show_axis(self.axis, desk.as_of)
        states = Counter(each.state for plan in self.plans for each in plan.milestones)
        self.chips.show_counts(Counter(dict(states)))
        total = sum(states.values())
        text = self.tr(
            "{projects} 个项目排了 {n} 个节点：已完成 {done}，逾期 {late}，预计推迟 {slip}，30 天内到期 {soon}。"
        )
        if not self.plans:
            text = self.tr(
                "还没有排节点的项目。点“为无节点的项目倒排”，按计划开工、投产时间为在办项目排出节点。"
            )
        done, late, slip, soon = (
            states[state]
            for state in (
                MilestoneState.DONE,
                MilestoneState.LATE,
                MilestoneState.SLIPPING,
                MilestoneState.SOON,
            )
        )
        text = text.format(projects=len(self.plans), n=total, done=done, late=late, slip=slip, soon=soon)
        waiting = [plan.step_ahead(desk.as_of) for plan in self.plans if plan.next is None]
        if behind := sum(1 for step in waiting if step and step.late_days):
            text += self.tr("节点全部完成而开工、投产逾期的 {n} 个项目。").format(n=behind)
        self.sentence.setText(text)
        self._show()

    def _show(self) -> None:
        shown = self.shown()
        self.map.show_rows(shown, key=lambda plan: plan.project.id)
        self.zones.show_rows(zone_lines(shown, self.axis, self.desk.as_of), key=lambda line: line.zone)
        if shown and not self.map.currentIndex().isValid():
            self.map.setCurrentIndex(self.map.model().index(0, 1))
        self._on_current()
        if self.tabs.currentIndex() == _BOOK:
            self.set_status(self.book.status())
        else:
            self.set_status(
                self.tr("显示 {n} 个项目 · 指到图上的记号可看日期；回车打开项目").format(n=len(shown))
            )

    def _line(self, plan: ProjectPlan) -> Line:
        key = plan.project.id
        if key not in self._lines:
            self._lines[key] = line_of(plan, self.axis, self.desk.as_of)
        return self._lines[key]

    def _choose(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        book = number == _BOOK
        maps: tuple[QWidget, ...] = (self.chips, self.span_box, self.paper_button, self.hint)
        books: tuple[QWidget, ...] = (self.book.list_tools, self.book.add_button, self.book.delete_button)
        for widget in maps:
            widget.setVisible(not book)
        for widget in books:
            widget.setVisible(book)
        self.setFocusProxy(self.stack.currentWidget())
        self._show()

    def _current_project(self) -> int | None:
        plan: ProjectPlan | None = self.map.line_at(self.map.currentIndex())
        return plan.project.id if plan else None

    def _on_current(self) -> None:
        """What the chosen project has to know, in words."""
        chosen = self.map.selected_rows()
        if len(chosen) != 1 or self.tabs.currentIndex() != _PROJECTS:
            self.hint.setText("")
            return
        plan = chosen[0]
        pieces = [plan.project.name]
        if (coming := plan.next) is not None:
            pieces.append(
                self.tr("下一节点：{name}，计划 {day}").format(
                    name=coming.name, day=coming.plan_on or self.tr("未定")
                )
            )
        odd = [f"{each.name}{each.warning}" for each in plan.milestones if each.warning]
        odd += schedule(plan.project._asdict(), self.desk.as_of, nodes_of(self.desk.session.reader)).warnings
        self.hint.setText("　".join(pieces) + (self.tr("　提醒：") + "；".join(odd) if odd else ""))

    def _schedule(self) -> None:
        """The selected projects; without any, those that have no milestones."""
        if self.tabs.currentIndex() == _BOOK:
            ids = list(dict.fromkeys(row["project_id"] for row in self.book.selected_rows()))
        else:
            ids = [plan.project.id for plan in self.map.selected_rows()]
        if ids:
            self.scheduling.offer(ids)
        else:
            self.scheduling.offer_bare()

    def _print(self) -> None:
        from zonedesk.reports.war_map import MapData, print_war_map  # noqa: PLC0415 - reportlab: only for those who print

        data = MapData.of(self.desk.session, self.shown(), self.axis, self.desk.as_of, scope_text(self.desk))
        preview = PaperPreview(
            self.desk, self.tr("项目作战图"), self.desk.as_of,
            lambda path, progress: print_war_map(data, path, progress), self,
        )  # fmt: skip
        preview.begin()

    def _project_columns(self) -> Sequence[Column]:
        return (
            Column("zone", self.tr("开发区"), 112),
            Column("name", self.tr("项目名称"), tokens.NAME_WIDTH),
            Column("next", self.tr("下一节点"), 86),
            Column("due", self.tr("计划时间"), 88),
            Column("state", self.tr("状态"), 108),
            Column(CHART, "", 400, stretch=True),
        )

    def _project_cell(self, plan: ProjectPlan, key: str) -> Cell:
        if key == "zone":
            return Cell(plan.zone)
        if key == "name":
            return Cell(plan.project.name, Link(plan.project.name, (plan.project.id,)))
        coming = plan.next
        if key == CHART:
            return Cell()
        if coming is None:
            return self._step_cell(plan, key)
        if key == "next":
            return Cell(coming.name)
        if key == "due":
            return Cell(coming.plan_on or "")
        word = MILESTONE_LABELS[coming.state]
        if coming.late_days:
            word = self.tr("逾期 {n} 天").format(n=coming.late_days)
        return Cell(word, colour=COLOURS.get(coming.state, tokens.SECOND))

    def _step_cell(self, plan: ProjectPlan, key: str) -> Cell:
        """Of a project all of whose milestones are reached: it may still be late with the step itself."""
        ahead = plan.step_ahead(self.desk.as_of)
        if ahead is None or key not in ("next", "due", "state"):
            return Cell(self.tr("节点全部完成"), colour=tokens.GREEN) if key == "state" else Cell()
        # Not “逾期” alone: the chips count milestones.
        late = (
            self.tr("{step}逾期 {n} 天").format(step=ahead.name, n=ahead.late_days) if ahead.late_days else ""
        )
        said = {"next": ahead.name, "due": ahead.plan_on or "", "state": late or self.tr("节点全部完成")}
        tip = self.tr("节点全部完成，等待{step}").format(step=ahead.name)
        return Cell(
            said[key], tip=tip, colour=(tokens.RED if late else tokens.SECOND) if key == "state" else ""
        )

    def _zone_columns(self) -> Sequence[Column]:
        return (
            Column("zone", self.tr("开发区"), 160),
            Column("projects", self.tr("项目"), 56, right=True),
            Column("milestones", self.tr("节点"), 56, right=True),
            Column("done", self.tr("已完成"), 64, right=True),
            Column("late", self.tr("逾期"), 56, right=True),
            Column("slipping", self.tr("预计推迟"), 74, right=True),
            Column(CHART, "", 400, stretch=True),
        )

    def _zone_cell(self, line: ZoneLine, key: str) -> Cell:
        if key == CHART:
            return Cell()
        if key == "projects":
            return Cell(str(len(line.projects)), Link(line.zone, line.projects))
        value = getattr(line, key)
        return Cell(str(value), colour=tokens.RED if key == "late" and value else "")

    def _connect(self) -> None:
        bind_tab_keys(self, self.tabs)
        self.tabs.currentChanged.connect(self._choose)
        self.chips.changed.connect(self._show)
        self.span_box.activated.connect(self._read)
        for table in (self.map, self.zones):
            table.opened.connect(self.desk.show_rows)
        self.map.selection_changed.connect(self._on_current)
        menu = ProjectMenu(self.map, self._current_project)
        menu.asked.connect(self.desk.page_requested)
        self.book.told.connect(
            lambda text: self.set_status(text) if self.tabs.currentIndex() == _BOOK else None
        )
        self.back_button.clicked.connect(self._schedule)
        self.paper_button.clicked.connect(self._print)
        bind(self, BACK_KEY, self._schedule)
        bind(self, BARE_KEY, self.bare_button.click)
        for table in (self.map, self.zones):  # the book has a Ctrl+P of its own
            bind(table, "Ctrl+P", self._print)

    def _lay_out(self) -> None:
        for months, text in zip(_SPANS, (self.tr("一年"), self.tr("两年"), self.tr("三年")), strict=True):
            self.span_box.addItem(text, months)
        self.span_box.setCurrentIndex(1)
        self.span_box.setAccessibleName(self.tr("图上的时间长度"))
        self.span_box.setFixedWidth(80)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.tabs)
        line.addWidget(self.chips)
        line.addStretch(1)
        line.addWidget(self.span_box)
        line.addLayout(self.book.tools)
        line.addWidget(self.back_button)
        line.addWidget(self.paper_button)
        for label, widget in (
            (self.tr("按项目"), self.map),
            (self.tr("按开发区"), self.zones),
            (self.tr("节点台账"), self.book),
        ):
            self.tabs.addTab(label)
            self.stack.addWidget(widget)
        above = QHBoxLayout()
        above.addWidget(self.sentence, 1)
        above.addWidget(self.bare_button)
        self.body.addLayout(above)
        self.body.addLayout(line)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.hint)


def _sign(state: MilestoneState) -> QIcon:
    """The sign of a state: the chips are the map's legend too."""
    pixmap = QPixmap(28, 28)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(4, 4))
    draw_mark(painter, QRectF(0, 0, 20, 20), state)
    painter.end()
    return QIcon(pixmap)


def _spec() -> BookSpec:
    translate = QCoreApplication.translate

    def in_state(state: MilestoneState) -> Chip:
        return Chip(state.value, MILESTONE_LABELS[state], lambda row: row["milestone_state"] == state.value)

    def colour(row: Row) -> str:
        return tokens.RED if row["milestone_state"] == MilestoneState.LATE.value else ""

    return BookSpec(
        "milestones",
        (
            BookColumn("project", tokens.NAME_WIDTH, editable=False, link="project_id"),
            BookColumn("zone", 112, editable=False),
            BookColumn("name", 110),
            BookColumn("plan_on", 92),
            BookColumn("forecast_on", 92),
            BookColumn("actual_on", 92),
            BookColumn("milestone_state", 86, editable=False),
            BookColumn(
                "late_days", 58, editable=False, right=True, label=translate("MilestonesPage", "逾期\n天数")
            ),
            BookColumn("owner", 70),
            BookColumn("note", 148, stretch=True),
        ),
        "milestone",
        tuple(in_state(state) for state in MILESTONE_LABELS if state is not MilestoneState.DONE),
        new={"name": translate("MilestonesPage", "新节点")},
        needs_project=True,
        row_colour=colour,
        warn=lambda row, key: row["warning"] if key in {"plan_on", "actual_on"} else "",
        empty=translate("MilestonesPage", "还没有节点。按 Insert 新增，或用“倒排工期”。"),
    )
