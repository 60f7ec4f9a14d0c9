"""三未: the three stuck lists, each project with its problem, measure and who answers, typed into in place."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabBar

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.keys import bind
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.widgets.filter_chips import FilterChips
from zonedesk.desktop.widgets.frozen_columns import FrozenTable
from zonedesk.desktop.widgets.light import DUE_LIGHTS, light_icon
from zonedesk.desktop.widgets.looked_at import scope_text, short_money
from zonedesk.desktop.widgets.simple_table import SimpleTableModel
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.desktop.widgets.stuck_cells import FROZEN, StuckCells
from zonedesk.domain.changes import Changes
from zonedesk.domain.columns import PROBLEM_CATEGORIES
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.stages import DUE_LABELS, Due
from zonedesk.ops import edit
from zonedesk.ops.stuck import StuckBoard, StuckRow, set_problem

_UNSAID = "unsaid"


@page("three_not", to_translate("pages", "三未"), "alert-triangle", 30)
class ThreeNotPage(Page):
    """One list at a time; chips and boxes narrow it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = StuckBoard(desk.session)
        self.lists: dict[str, list[StuckRow]] = {}
        # The projects in the order in which they stay until they are arranged anew; None: as the list has them.
        self._kept: list[int] | None = None
        self.cells = StuckCells(self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for name, definition in DEFINITIONS.items():
            self.tabs.setTabData(self.tabs.addTab(definition.label), name)
        self.chips = FilterChips([(due, DUE_LABELS[due], light_icon(DUE_LIGHTS[due])) for due in Due])
        self.category_box = SteadyCombo()
        self.clear_button = QPushButton(self.tr("清除筛选"))
        self.clear_button.setObjectName("flat")
        self.model = SimpleTableModel(self.cells.columns("not_started"), self.cells.cell, self)
        self.table = FrozenTable(self.model, FROZEN)
        self.table.tab_through = True
        self._lay_out()
        self.setFocusProxy(self.table)
        self.tabs.currentChanged.connect(self._on_list)
        self.chips.changed.connect(self._show)
        self.category_box.activated.connect(self._show)
        self.clear_button.clicked.connect(self._clear)
        self.table.opened.connect(desk.show_rows)
        self.table.selection_changed.connect(self._tell)
        self.table.typing_refused.connect(self._tell_refused)
        self.model.edited.connect(self._write)
        bind(self, "F5", self.refresh)

    @property
    def list_name(self) -> str:
        """Which of the three lists is in view."""
        return str(self.tabs.tabData(self.tabs.currentIndex()))

    def show_list(self, name: str) -> None:
        """Bring one of the three lists into view."""
        self.tabs.setCurrentIndex(list(DEFINITIONS).index(name))

    def concerns(self, changes: Changes) -> bool:
        return changes.touches("project", "listing", "batch", "zone", "problem")

    def patch(self, changes: Changes) -> bool:
        """Rows stay where they are while one types along; only what they say changes."""
        self._kept = [row.project_id for row in self.shown()]
        self._read()
        return True

    def reload(self) -> None:
        self._kept = None
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._kept is not None and not event.spontaneous():
            self.refresh()

    def _read(self) -> None:
        desk = self.desk
        self.lists = self.board.read(desk.figures())
        self.subtitle.setText(scope_text(desk))
        self.cells.editable = desk.session.writable
        new_unit = self.cells.money_unit != desk.money_unit
        self.cells.money_unit = desk.money_unit
        for n, (name, definition) in enumerate(DEFINITIONS.items()):
            self.tabs.setTabText(n, f"{definition.label}  {len(self.lists[name])}")
        self._fill_categories()
        if new_unit:
            self._show_columns()
        self._show_rows()

    def shown(self) -> list[StuckRow]:
        """The rows of the list in view that the filters leave; those that were there stay, in their places."""
        fit = self._fitting()
        if self._kept is None:
            return fit
        there = {row.project_id: row for row in self.lists.get(self.list_name, [])}
        kept = [there[pid] for pid in self._kept if pid in there]
        return kept + [row for row in fit if row.project_id not in self._kept]

    def _fitting(self) -> list[StuckRow]:
        dues, category = self.chips.chosen(), self.category_box.currentData()
        return [
            row
            for row in self.lists.get(self.list_name, [])
            if (not dues or row.due in dues)
            and (not category or (row.of_problem("category") or _UNSAID) == category)
        ]

    def _on_list(self) -> None:
        self._show_columns()
        self._fill_categories()
        self._show()

    def _show_columns(self) -> None:
        self.model.show([], self.cells.columns(self.list_name))
        self.table.size_columns()

    def _show(self) -> None:
        self._kept = None
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self.lists.get(self.list_name, [])
        self.chips.show_counts(Counter(row.due for row in rows))
        self.table.show_rows(self.shown(), key=lambda row: row.project_id)
        filtered = self.chips.chosen() or self.category_box.currentData()
        self.clear_button.setVisible(bool(filtered))
        self._tell()

    def _tell(self) -> None:
        """The status line: counts and sums of what is shown, and of what is selected."""
        rows, chosen = self.shown(), self.table.selected_rows()
        text = self._sum(self.tr("显示"), rows)
        if len(chosen) > 1:
            text += "　" + self._sum(self.tr("选中"), chosen)
        problems = sum(1 for row in rows if row.problem is None)
        if problems:
            text += "　" + self.tr("未登记问题 {n} 个").format(n=problems)
        if self._kept is not None and rows != self._fitting():
            text += "　" + self.tr("有行已不符合当前筛选或排序（F5 重新整理）")
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

    def _write(self, row: StuckRow, key: str, text: str) -> None:
        if key == "planned":
            self.desk.run(
                edit.set_field, table="project", row_id=row.project_id, key=row.planned_key, text=text
            )
            return
        self.desk.run(
            set_problem,
            project_id=row.project_id,
            problem_id=row.problem["id"] if row.problem else None,
            key=key,
            text=text,
            # Work on a past month belongs to that month, else the problem would not show in it.
            raised_on=min(self.desk.as_of, dt.date.today().isoformat()),  # noqa: DTZ011
        )

    def _fill_categories(self) -> None:
        rows, box = self.lists.get(self.list_name, []), self.category_box
        counts = Counter(row.of_problem("category") or _UNSAID for row in rows)
        order = [*PROBLEM_CATEGORIES, *sorted(counts.keys() - {*PROBLEM_CATEGORIES, _UNSAID}), _UNSAID]
        chosen = box.currentData()
        box.clear()
        box.addItem(self.tr("全部堵点类别"), None)
        for key in order:
            if counts[key]:
                name = self.tr("未填类别") if key == _UNSAID else key
                box.addItem(f"{name}（{counts[key]}）", key)
        box.setCurrentIndex(max(box.findData(chosen), 0))

    def _clear(self) -> None:
        self.chips.clear()
        self.category_box.setCurrentIndex(0)
        self._show()

    def _lay_out(self) -> None:
        self.category_box.setAccessibleName(self.tr("按堵点类别筛选"))
        self.category_box.setToolTip(self.tr("按堵点类别筛选；开发区在右上角选"))
        self.category_box.setFixedWidth(150)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addSpacing(8)
        row.addWidget(self.chips)
        row.addWidget(self.category_box)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
