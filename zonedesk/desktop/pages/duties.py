"""问题与责任: the lists of problems, duties and supervised matters, and what each person carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.duties.book import (
    DutyBook,
    WorkBook,
    duty_spec,
    is_left_out,
    load_spec,
    problem_spec,
    supervision_spec,
)
from zonedesk.desktop.duties.cases import Cases, ProblemCases, SupervisionCases
from zonedesk.desktop.duties.duty_cases import DutyCases, role_of_column
from zonedesk.desktop.duties.panel import CasePanel
from zonedesk.desktop.duties.terms import TermsTable
from zonedesk.desktop.duties.timeline import Timeline
from zonedesk.desktop.keys import Key, bind, source
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.place import Place
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.one_line import OneLine
from zonedesk.desktop.widgets.tab_keys import bind_tab_keys
from zonedesk.domain.changes import Changes
from zonedesk.domain.duties import NEEDED_ROLES
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.problems import same_day_rate

_TERMS_WIDTH = 400
PROBLEMS, DUTIES, SUPERVISIONS, LOAD = "problems", "duties", "supervisions", "duty_load"


@dataclass(slots=True)
class Tab:
    """One of the lists: its book, the panel beside it (None: none), and whether it must be read anew."""

    book: WorkBook
    panel: CasePanel | None = None
    cases: Cases | None = None
    stale: bool = True


@page("duties", to_translate("pages", "问题与责任"), "user-check", 45)
class DutiesPage(Page):
    """One list at a time; at the right, the chosen row with what can be done with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tab_bar = QTabBar()
        self.tab_bar.setDrawBase(False)
        self.tab_bar.setExpanding(False)
        self.sum_line = OneLine()
        self.stack, self.tool_stack = QStackedWidget(), QStackedWidget()
        self.tabs: dict[str, Tab] = {
            PROBLEMS: self._problems(),
            DUTIES: self._duties(),
            SUPERVISIONS: self._supervisions(),
            LOAD: Tab(WorkBook(desk, load_spec(), may_delete=False)),
        }
        for name, tab in self.tabs.items():
            self.tab_bar.setTabData(self.tab_bar.addTab(tab.book.kind.label), name)
            self._add(tab)
        self._lay_out()
        self.tab_bar.currentChanged.connect(self._on_tab)
        self._on_tab(0)
        self._bind_keys()

    @property
    def list_name(self) -> str:
        """Which list is in view."""
        return str(self.tab_bar.tabData(self.tab_bar.currentIndex()))

    @property
    def tab(self) -> Tab:
        """The list in view."""
        return self.tabs[self.list_name]

    def show_list(self, name: str, row_id: int | None = None) -> None:
        """Bring a list into view, and one of its rows."""
        self.tab_bar.setCurrentIndex(list(self.tabs).index(name))
        if row_id is not None:
            self._read_if_stale()
            self.tab.book.go_to(row_id)

    def land(self, place: Place) -> bool:
        """Make a row current: a problem, a supervised matter, or the project that a duty is of."""
        name = {"problem": PROBLEMS, "supervision": SUPERVISIONS}.get(place.table, DUTIES)
        self.show_list(name)
        self._read_if_stale()
        book = self.tab.book
        book.setFocus()
        if name == DUTIES:
            return place.project_id is not None and book.go_to(place.project_id)
        return book.show_project(place.project_id) if place.row_id is None else book.go_to(place.row_id)

    def reload(self) -> None:
        self.subtitle.setText(scope_text(self.desk))
        for tab in self.tabs.values():
            tab.stale = True
        self._read_if_stale()

    def patch(self, changes: Changes) -> bool:
        for tab in self.tabs.values():
            tab.stale = tab.stale or tab is not self.tab
        if self.tab.stale:
            # Not read yet, or not since the step before: nothing to patch.
            self._read_if_stale()
            return True
        self.tab.book.patch(changes)
        self._sum_up()
        return True

    def _problems(self) -> Tab:
        panel = CasePanel(self.tr("选中一个问题，在此办理。\n按 Insert 提出新问题。"), Timeline())
        cases = ProblemCases(self.desk, panel)
        panel.serve(cases.facts, cases.acts())
        return Tab(
            WorkBook(self.desk, problem_spec(), first="description", add=cases.raise_for), panel, cases
        )

    def _supervisions(self) -> Tab:
        panel = CasePanel(self.tr("选中一件督办，在此办理。\n按 Insert 下发督办。"), Timeline())
        cases = SupervisionCases(self.desk, panel)
        panel.serve(cases.facts, cases.acts())
        return Tab(WorkBook(self.desk, supervision_spec(), first="name", add=cases.issue), panel, cases)

    def _duties(self) -> Tab:
        writable = self.desk.session.writable
        terms = TermsTable(writable=writable)
        # Wide enough for two whole days beside a name.
        panel = CasePanel(self.tr("选中一个项目，在此明确责任。"), terms, _TERMS_WIDTH)
        cases = DutyCases(self.desk, panel, terms, lambda: role_of_column(self._column()))
        panel.serve(cases.facts, cases.acts())
        spec = duty_spec(writable=writable)
        book = DutyBook(self.desk, spec, first="sponsor", add=cases.assign_current, may_delete=False)
        book.add_button.setText(self.tr("明确责任"))
        return Tab(book, panel, cases)

    def _column(self) -> str:
        """The key of the column in which the cursor is in the list of duties."""
        book = self.tabs[DUTIES].book
        number = book.table.currentIndex().column()
        return book.model.columns[number].key if number >= 0 else ""

    def _add(self, tab: Tab) -> None:
        holder, row = QWidget(), QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        holder.setLayout(row)
        row.addWidget(tab.book, 1)
        tools = QWidget()
        tab.book.tools.setContentsMargins(0, 0, 0, 0)
        # The widest of the four gives the width: the others stand at its right.
        tab.book.tools.insertStretch(0)
        tools.setLayout(tab.book.tools)
        self.tool_stack.addWidget(tools)
        self.stack.addWidget(holder)
        tab.book.told.connect(lambda text, tab=tab: self._tell(tab, text))
        if tab.panel is None or tab.cases is None:
            return
        row.addWidget(tab.panel)
        tab.book.current_changed.connect(lambda _, tab=tab: self._show_row(tab))
        tab.panel.left.connect(lambda tab=tab: self._back_to(tab))
        tab.cases.added.connect(self._on_added)

    def _show_row(self, tab: Tab) -> None:
        row, shown = tab.book.current_row(), tab.book.shown()
        if row is None and shown:
            # What was current is narrowed away: the first that is left takes its place.
            tab.book.table.go(0, tab.book.first)
        elif tab.panel is not None:
            tab.panel.show_row(row, writable=self.desk.session.writable)

    def _back_to(self, tab: Tab) -> None:
        self._show_row(tab)
        tab.book.table.setFocus()

    def _on_added(self, table: str, row_id: int) -> None:
        if table == self.tab.book.spec.table:
            self.tab.book.go_to(row_id)
            self.tab.book.table.setFocus()

    def _on_tab(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.tool_stack.setCurrentIndex(number)
        self.setFocusProxy(self.tab.book)
        if self.isVisible():
            self._read_if_stale()
            self.tab.book.table.setFocus()

    def _read_if_stale(self) -> None:
        tab = self.tab
        if tab.stale:
            tab.stale = False
            tab.book.reload()
            self._show_row(tab)
        self._sum_up()
        self._tell(tab, tab.book.status())

    def _tell(self, tab: Tab, text: str) -> None:
        if tab is self.tab:
            self.set_status(text)

    def _sum_up(self) -> None:
        """The line beside the tabs: what the list in view comes to."""
        made: dict[str, Callable[[], str]] = {
            PROBLEMS: self._problem_sums,
            DUTIES: self._duty_sums,
            SUPERVISIONS: self._supervision_sums,
            LOAD: self._load_sums,
        }
        text = made[self.list_name]()
        self.sum_line.setText(text)
        self.sum_line.setToolTip(text)

    def _problem_sums(self) -> str:
        rows = self.tab.book.rows.rows
        rate = same_day_rate(rows, self.desk.as_of)
        return self.tr("未销号 {open}，逾期 {late}；当日响应率 {rate}（{above}/{below}）").format(
            open=sum(row["open"] for row in rows),
            late=sum(bool(row["overdue_days"]) for row in rows),
            rate=rate.text(),
            above=rate.numerator,
            below=rate.denominator,
        )

    def _duty_sums(self) -> str:
        rows = [row for row in self.tab.book.rows.rows if not is_left_out(row)]
        told = [
            self.tr("{role}覆盖率 {rate}（{above}/{below}）").format(
                role=role, rate=rate.text(), above=rate.numerator, below=rate.denominator
            )
            for role in NEEDED_ROLES
            for rate in [Ratio(sum(role not in row["gaps"] for row in rows), len(rows))]
        ]
        return "；".join(told)

    def _supervision_sums(self) -> str:
        rows = self.tab.book.rows.rows
        return self.tr("未销号 {open}，逾期 {late}；累计催办 {urged} 次").format(
            open=sum(row["open"] for row in rows),
            late=sum(bool(row["overdue_days"]) for row in rows),
            urged=sum(row["urge_count"] for row in rows),
        )

    def _load_sums(self) -> str:
        rows = self.tab.book.rows.rows
        most = rows[0] if rows else None
        text = self.tr("{n} 人").format(n=len(rows))
        if most:
            text += self.tr("；最多的是{name}，在办 {n} 个项目").format(name=most["name"], n=most["projects"])
        return text

    def _bind_keys(self) -> None:
        keys = {act.key for tab in self.tabs.values() if tab.panel for act in tab.panel.acts}
        for key in sorted(keys):
            bind(self, key, partial(self._do, key))
        bind_tab_keys(self, self.tab_bar)

    def _do(self, key: str) -> None:
        if self.tab.panel is not None:
            self.tab.panel.do(key)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.tab_bar)
        head.addSpacing(8)
        head.addWidget(self.sum_line, 1)
        head.addWidget(self.tool_stack)
        self.tool_stack.setSizePolicy(self.tab_bar.sizePolicy())
        self.body.addLayout(head)
        self.body.addWidget(self.stack, 1)


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "问题与责任")
    told = (
        ("Ins", translate("Keys", "提出问题；下发督办；明确责任")),
        ("Alt+Y", translate("Keys", "问题：响应")),
        ("Alt+J", translate("Keys", "问题：记进展")),
        ("Alt+S", translate("Keys", "问题：升级")),
        ("Alt+H", translate("Keys", "问题：核验通过")),
        ("Alt+D", translate("Keys", "问题：下发督办")),
        ("Alt+T", translate("Keys", "问题、督办：提请核验")),
        ("Alt+B", translate("Keys", "问题、督办：退回")),
        ("Alt+X", translate("Keys", "问题、督办：销号")),
        ("Alt+Q", translate("Keys", "督办：下发")),
        ("Alt+C", translate("Keys", "督办：催办")),
        ("Alt+F", translate("Keys", "督办：记反馈")),
        ("Alt+P", translate("Keys", "督办：督办函")),
        ("Alt+Z", translate("Keys", "责任：明确责任")),
        ("Alt+G", translate("Keys", "责任：接任")),
        ("Alt+E", translate("Keys", "责任：结束任职")),
        ("Alt+K", translate("Keys", "责任：删除误记的任职")),
        ("F5", translate("Keys", "重新筛选、排序")),
        ("Ctrl+F", translate("Keys", "在清单中查找")),
    )
    return [Key(place, name, (sequence,)) for sequence, name in told]
