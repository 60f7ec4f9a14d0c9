"""三未: the three stuck lists, each project with its problem, measure and who answers, typed into in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.keys import bind
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.place import Place
from zonedesk.desktop.stuck.arrangement import Arrangement, key_of
from zonedesk.desktop.stuck.category_box import CategoryBox
from zonedesk.desktop.stuck.cells import FROZEN, StuckCells
from zonedesk.desktop.stuck.departed import Departed
from zonedesk.desktop.stuck.folding import Folding
from zonedesk.desktop.stuck.left_view import LeftView
from zonedesk.desktop.stuck.more import More
from zonedesk.desktop.stuck.sheets import Sheets
from zonedesk.desktop.stuck.trend_view import TrendView
from zonedesk.desktop.stuck.turn_bar import TurnBar
from zonedesk.desktop.stuck.turn_buttons import TurnButtons
from zonedesk.desktop.stuck.writing import StuckWriting
from zonedesk.desktop.widgets.filter_chips import FilterChips
from zonedesk.desktop.widgets.frozen_columns import FrozenTable
from zonedesk.desktop.widgets.light import DUE_LIGHTS, light_icon, reasons_told
from zonedesk.desktop.widgets.list_tools import ListTools
from zonedesk.desktop.widgets.looked_at import scope_text, short_money
from zonedesk.desktop.widgets.project_menu import ProjectMenu
from zonedesk.desktop.widgets.simple_table import SimpleTableModel
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.desktop.widgets.tab_keys import bind_tab_keys
from zonedesk.domain.changes import Changes
from zonedesk.domain.course import Turn
from zonedesk.domain.dates import chinese
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.stages import DUE_LABELS, Due
from zonedesk.ops.stuck import StuckBoard, StuckRow
from zonedesk.ops.stuck_groups import GROUPINGS, StuckGroup
from zonedesk.ops.stuck_trend import stuck_trend
from zonedesk.ops.touched import HANGING

LEFT, TREND = "left", "trend"


@page("three_not", to_translate("pages", "三未"), "alert-triangle", 30)
class ThreeNotPage(Page):
    """One list at a time; chips and boxes narrow it. Beside the lists: who left this month, and how the months went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = StuckBoard(desk.session)
        self.lists: dict[str, list[StuckRow]] = {}
        self.arrangement = Arrangement()
        self.more = More(desk.session, lambda: [row.project_id for row in self.shown()])
        self.cells = StuckCells(self.more, self.arrangement.is_folded, self)
        self._last_list = next(iter(DEFINITIONS))
        self.tabs = QTabBar()
        self.chips = FilterChips([(due, DUE_LABELS[due], light_icon(DUE_LIGHTS[due])) for due in Due])
        self.category_box, self.group_box = CategoryBox(), SteadyCombo()
        self.clear_button = QPushButton(self.tr("清除筛选"))
        self.turn_buttons = TurnButtons()
        self.turn_bar = TurnBar(desk)
        self.model = SimpleTableModel(self.cells.columns("not_started"), self.cells.cell, self)
        self.table = FrozenTable(self.model, FROZEN)
        self.table.tab_through = True
        self.folding = Folding(self.table, self.arrangement)
        self.departed, self.left_view, self.trend_view = Departed(desk, self), LeftView(), TrendView()
        self.sheets, self.writing = Sheets(self), StuckWriting(desk, self)
        self.list_tools = ListTools(
            desk,
            self.sheets.kind,
            rows=self.sheets.rows,
            columns=self.sheets.columns,
            title=self.sheets.title,
        )
        self.status.signs = {sign: colour for colour, sign in tokens.LIGHTS.values()}
        self._lay_out()
        self._connect()

    @property
    def tab(self) -> str:
        """Which tab is in view: one of the three lists, LEFT or TREND."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    @property
    def list_name(self) -> str:
        """Which of the three lists is in view, or was last."""
        return self._last_list

    def show_list(self, name: str) -> None:
        """Bring one of the three lists (or LEFT, TREND) into view."""
        self.tabs.setCurrentIndex([*DEFINITIONS, LEFT, TREND].index(name))

    def land(self, place: Place) -> bool:
        """Make a project's row current in whichever of the lists has it."""
        name = next((n for n, rows in self.lists.items() if _with(rows, place.project_id)), None)
        if name is None:
            return False
        self.show_list(name)
        if not self._go_to(place.project_id):
            self._clear()
            self.group_box.setCurrentIndex(0)
            self._group()
            self._go_to(place.project_id)
        self.table.setFocus()
        return True

    def _go_to(self, project_id: int | None) -> bool:
        lines = self.model.rows
        row = next((n for n, line in enumerate(lines) if _with([line], project_id)), None)
        if row is None:
            return False
        self.table.selectionModel().setCurrentIndex(
            self.model.index(row, 1), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        return True

    def concerns(self, changes: Changes) -> bool:
        return changes.touches("project", "batch", "zone", "setting", *HANGING)

    def patch(self, changes: Changes) -> bool:
        """Rows stay where they are while one types along; only what they say changes."""
        self.arrangement.keep(self.shown())
        self._read()
        return True

    def reload(self) -> None:
        # Of another day or scope: no number is better than the old one, until the new one is known.
        self.tabs.setTabText(len(DEFINITIONS), self.tr("本月退出"))
        self.arrangement.let_go()
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.arrangement.kept and not event.spontaneous():
            self.refresh()

    def _read(self) -> None:
        desk = self.desk
        self.lists = self.board.read(desk.figures())
        self.more.forget(desk.as_of)
        self.departed.forget()
        self.subtitle.setText(scope_text(desk))
        self.cells.editable = desk.session.writable
        self.cells.money_unit = desk.money_unit
        for n, (name, definition) in enumerate(DEFINITIONS.items()):
            self.tabs.setTabText(n, f"{definition.label}  {len(self.lists[name])}")
            self.tabs.setTabToolTip(n, desk.figures().three_not[name].basis)
        self.category_box.show_counts(self.lists.get(self.list_name, []))
        self._show_columns()
        self._show_rows()
        self._show_beside()

    def shown(self) -> list[StuckRow]:
        """The rows of the list in view that the filters leave; those that were there stay, in their places."""
        return self.arrangement.rows(self.lists.get(self.list_name, []), self._fitting())

    def _fitting(self) -> list[StuckRow]:
        dues = self.chips.chosen()
        return [
            row
            for row in self.lists.get(self.list_name, [])
            if (not dues or row.due in dues) and self.category_box.fits(row)
        ]

    def _on_tab(self) -> None:
        tab = self.tab
        self.turn_bar.hide()
        self.list_row.setVisible(tab in DEFINITIONS)
        self.stack.setCurrentIndex({LEFT: 1, TREND: 2}.get(tab, 0))
        self.setFocusProxy({LEFT: self.left_view.table, TREND: self.trend_view.table}.get(tab, self.table))
        if tab in DEFINITIONS:
            self._last_list = tab
            self._show_columns()
            self.category_box.show_counts(self.lists.get(self.list_name, []))
            self._show()
        self._show_beside()

    def _show_columns(self) -> None:
        """The heads of the list in view, where they differ from those there are."""
        found = self.desk.figures().three_not[self.list_name]
        columns = tuple(self.cells.columns(self.list_name, found.definition))
        if columns != self.model.columns:
            self.model.show([], columns)
            self.table.size_columns()

    def _show_beside(self) -> None:
        """Fill the view of who left, or of the months, if it is the one looked at."""
        desk = self.desk
        if self.tab == LEFT:
            gone = self.departed.rows()
            days = self.tr("{month}1日至{day}").format(month=chinese(desk.as_of[:7]), day=chinese(desk.as_of))
            self.left_view.show_departures(gone, desk.money_unit, days)
        elif self.tab == TREND:
            self.trend_view.show_trend(stuck_trend(desk.session, desk.as_of, self.list_name, desk.scope))
        self._tell()

    def _on_departed(self, count: int) -> None:
        self.tabs.setTabText(len(DEFINITIONS), self.tr("本月退出  {n}").format(n=count))

    def _show(self) -> None:
        self.arrangement.let_go()
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self.lists.get(self.list_name, [])
        self.chips.show_counts(Counter(row.due for row in rows))
        self.more.arranged()
        for row in self.shown()[:1]:
            # Read before anything is painted: what stands on top is looked at in any case.
            self.more.verdicts(row.project_id)
        self.table.show_rows(self.arrangement.lines(self.shown()), key=key_of)
        filtered = self.chips.chosen() or self.category_box.currentData()
        self.clear_button.setVisible(bool(filtered))
        self._tell()

    def chosen(self) -> list[StuckRow]:
        """The projects of the selected rows."""
        return [row for row in self.table.selected_rows() if isinstance(row, StuckRow)]

    def _tell(self) -> None:
        """The status line: counts and sums of what is shown, and of what is selected."""
        rows, chosen = self.shown(), self.chosen()
        self.turn_buttons.enable(bool(chosen) and self.desk.session.writable)
        if self.tab in (LEFT, TREND):
            self.set_status(self.left_view.told() if self.tab == LEFT else self.trend_view.told())
            return
        text = self._sum(self.tr("显示"), rows)
        if len(chosen) > 1:
            text += " · " + self._sum(self.tr("选中"), chosen)
        elif chosen and (why := reasons_told(self.more.verdicts(chosen[0].project_id))):
            # The tip tells those who point at the light; this one those who work by key.
            text = why.replace("\n", " · ") + " · " + text
        problems = sum(1 for row in rows if row.problem is None)
        if problems:
            text += " · " + self.tr("未登记问题 {n} 个").format(n=problems)
        if self.arrangement.kept and rows != self._fitting():
            text += " · " + self.tr("有行已不符合当前筛选或排序（F5 重新整理）")
        if not rows:
            text = self.tr("没有符合条件的项目")
        self.set_status(text)

    def _tell_refused(self, head: str) -> None:
        """Say where one can type instead."""
        editable = [
            column.label.replace("\n", "")
            for n, column in enumerate(self.model.columns)
            if self.model.cell(self.table.currentIndex().siblingAtColumn(n)).typed is not None
        ]
        if editable:
            text = self.tr("“{head}”在此不能修改，可修改：{columns}（按 Tab 到下一个）")
            self.desk.told.emit(text.format(head=head, columns="、".join(editable)))
        elif self.desk.session.writable:
            self.desk.told.emit(self.tr("这是分组行，不能修改；空格键收起或展开"))
        else:
            self.desk.told.emit(self.tr("台账以只读方式打开，不能修改"))

    def _sum(self, word: str, rows: list[StuckRow]) -> str:
        unit = self.desk.money_unit
        late = [row.item.overdue_days for row in rows if row.due is Due.OVERDUE]
        text = self.tr("{word} {n} 个，列入时总投资 {amount} {unit}，逾期 {late} 个").format(
            word=word,
            n=len(rows),
            amount=short_money(sum(row.item.investment for row in rows), unit),
            unit=unit,
            late=len(late),
        )
        return text + (self.tr("（最长 {days} 天）").format(days=max(late)) if late else "")

    def ask_turn(self, turn: Turn) -> None:
        """Open the line in which the selected projects are said to stand still, to go on, or to end."""
        rows = self.chosen()
        if not self.desk.session.writable:
            self.desk.told.emit(self.tr("台账以只读方式打开，不能修改"))
        elif self.tab in DEFINITIONS and rows:
            self.turn_bar.ask(turn, rows)
        else:
            self.desk.told.emit(self.tr("请先在清单中选中项目"))

    def _clear(self) -> None:
        self.chips.clear()
        self.category_box.setCurrentIndex(0)
        self._show()

    def _group(self) -> None:
        self.arrangement.group_by(self.group_box.currentData())
        self._show_rows()

    def _connect(self) -> None:
        self.setFocusProxy(self.table)
        self.tabs.currentChanged.connect(self._on_tab)
        self.chips.changed.connect(self._show)
        self.category_box.activated.connect(self._show)
        self.group_box.activated.connect(self._group)
        self.folding.folded.connect(self._show_rows)
        self.clear_button.clicked.connect(self._clear)
        self.table.selection_changed.connect(self._tell)
        self.table.typing_refused.connect(self._tell_refused)
        self.table.block_refused.connect(
            lambda: self.desk.told.emit(self.tr("这里一次粘贴一格；成块粘贴请到“项目台账”或“问题与责任”"))
        )
        for opened in (self.table.opened, self.left_view.opened, self.trend_view.opened):
            opened.connect(self.desk.show_rows)
        self.left_view.changed.connect(self._tell)
        self.departed.counted.connect(self._on_departed)
        self.trend_view.asked.connect(self._on_asked)
        self.turn_bar.closed.connect(self.table.setFocus)
        self.model.edited.connect(self.writing.write)
        self.project_menu = ProjectMenu(self.table, self._current_project, self.table.front)
        self.project_menu.asked.connect(self.desk.page_requested)
        self.turn_buttons.asked.connect(self.ask_turn)
        self.turn_buttons.bind_keys(self)
        bind_tab_keys(self, self.tabs)
        bind(self, "F5", self.refresh)
        bind(self, "F6", self._next_part)
        bind(self, "Alt+G", self._open_groups)
        self.list_tools.bind_keys(self)

    def _current_project(self) -> int | None:
        line = self.table.line_at(self.table.currentIndex())
        return line.project_id if isinstance(line, StuckRow) else None

    def _next_part(self) -> None:
        """F6 goes round: the tabs, the table of the one in view."""
        view = self.focusProxy() or self.table
        (self.tabs if view.hasFocus() else view).setFocus(Qt.FocusReason.TabFocusReason)

    def _open_groups(self) -> None:
        if self.tab in DEFINITIONS:
            self.group_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.group_box.showPopup()

    def _on_asked(self, name: str) -> None:
        """Another list's months are asked for."""
        self._last_list = name
        self._show_beside()

    def _lay_out(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for name, definition in DEFINITIONS.items():
            self.tabs.setTabData(self.tabs.addTab(definition.label), name)
        self.tabs.setTabData(self.tabs.addTab(self.tr("本月退出")), LEFT)
        self.tabs.setTabData(self.tabs.addTab(self.tr("各月变化")), TREND)
        self.clear_button.setObjectName("flat")
        self.group_box.setAccessibleName(self.tr("分组"))
        self.group_box.setToolTip(self.tr("分组，各组有个数、投资和逾期数（Alt+G）"))
        self.group_box.addItem(self.tr("不分组"), "")
        for key, label in GROUPINGS.items():
            self.group_box.addItem(self.tr("按{column}分组").format(column=label), key)
        self.group_box.setFixedWidth(130)
        self.tools.addWidget(self.list_tools)
        self.body.addWidget(self.tabs)
        self.list_row = QWidget()
        row = QHBoxLayout(self.list_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.chips, self.category_box, self.group_box, self.clear_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.turn_buttons)
        lists = QWidget()
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list_row)
        column.addWidget(self.turn_bar)
        column.addWidget(self.table, 1)
        self.stack = QStackedWidget()
        for view in (lists, self.left_view, self.trend_view):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack, 1)


def _with(rows: Sequence[StuckRow | StuckGroup], project_id: int | None) -> bool:
    return any(isinstance(row, StuckRow) and row.project_id == project_id for row in rows)
