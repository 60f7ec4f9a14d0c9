"""手续: a matrix of projects and procedures, the current project's checklist beside it, what is pending beneath it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.matrix.bulk_bar import BulkBar
from zonedesk.desktop.matrix.filters import BARE, MatrixFilters
from zonedesk.desktop.matrix.grid import MatrixGrid
from zonedesk.desktop.matrix.keys import (
    BULK_KEY,
    FIND_KEY,
    GROUP_KEY,
    MAKE_KEY,
    NEXT_PART_KEY,
    PANEL_KEY,
    PENDING_KEY,
)
from zonedesk.desktop.matrix.model import FIXED, MatrixModel
from zonedesk.desktop.matrix.outgoing import MatrixTools
from zonedesk.desktop.matrix.rates import RatesTab
from zonedesk.desktop.matrix.telling import legend, sentence
from zonedesk.desktop.matrix.warned import Warned
from zonedesk.desktop.matrix.writing import MatrixWriting
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.procedures.checklist_panel import ChecklistPanel
from zonedesk.desktop.widgets.link_line import SHEET, LinkLine
from zonedesk.desktop.widgets.looked_at import scope_text
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.pending_table import PendingTable
from zonedesk.domain.changes import Changes
from zonedesk.ops.matrix import Matrix, MatrixBoard, Pending
from zonedesk.ops.matrix_details import Details
from zonedesk.ops.matrix_rows import PROJECT, RATE, Arranger, Shown
from zonedesk.ops.matrix_sheet import MatrixSheet, matrix_sheet
from zonedesk.ops.touched import projects_touched

_ITS_OWN = frozenset({"procedure", "procedure_step", "procedure_pause", "attachment"})
_ALL = _ITS_OWN | {"project", "listing", "batch", "zone", "procedure_template", "holiday"}
_FOLLOW_MS = 90
_WIDE = 1400


@page("procedures", to_translate("pages", "手续"), "checklist", 40)
class ProceduresPage(Page):
    """A key sets the state of all that is selected; everything is saved as it is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setStyleSheet(SHEET)
        self.board, self.arranger, self.details = MatrixBoard(desk.session), Arranger(), Details(desk.session)
        self.found: Matrix | None = None
        self.in_view: Shown | None = None
        self.sentence = LinkLine()
        self.model = MatrixModel(self.details, self)
        self.matrix = MatrixGrid(self.model)
        self.filters, self.bar = MatrixFilters(), BulkBar()
        self.chips = self.filters.chips
        self.warned = Warned(desk, self)
        self.writing = MatrixWriting(desk, self.matrix, self.bar, self)
        self.panel, self.pending = ChecklistPanel(desk), PendingTable(self.details)
        self.rates = RatesTab(desk)
        self.rates_stale = True
        self._sized = False
        self.pending_head = named(QPushButton(), "flat")
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.outgoing = MatrixTools(desk, self._sheet)
        self.bulk_button = QPushButton(icon("check"), self.tr("批量登记"))
        self.add_button = QPushButton(icon("plus"), self.tr("新增手续"))
        self.fold = QToolButton()
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self.setFocusProxy(self.matrix)
        self._connect()

    def concerns(self, changes: Changes) -> bool:
        return changes.touches(*_ALL)

    def patch(self, changes: Changes) -> bool:
        touched = projects_touched(self.desk.session.reader, changes.rows)
        self.details.forget(touched)
        self.rates_stale = True
        if not all(row.table in _ITS_OWN for row in changes.rows):
            return False
        found = self.board.again()
        if found is None:
            return False
        if self.found is not None:
            self.warned.take(self.found.as_of, touched)
        self._take(found)
        return True

    def reload(self) -> None:
        desk = self.desk
        self.subtitle.setText(scope_text(desk))
        self.matrix.writable = desk.session.writable
        for button in (self.add_button, self.bulk_button):
            button.setEnabled(desk.session.writable)
        self.details.look_at(desk.as_of)
        self.details.forget()
        self.warned.forget()
        self.rates_stale = True
        self._take(self.board.read(desk.figures()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._sized and not event.spontaneous():
            self._sized = True
            # On a narrow screen twenty procedures go before one in detail: F4 shows that beside them.
            self.fold.setChecked(self.width() >= _WIDE)
            # Once the page has its size: a table without height cannot scroll to a row.
            QTimer.singleShot(0, self.matrix, self._show_current)

    def _show_current(self) -> None:
        index = self.matrix.currentIndex()
        if index.isValid():
            self.matrix.scrollTo(index, MatrixGrid.ScrollHint.PositionAtCenter)

    def show_tab(self, number: int) -> None:
        """Bring 手续矩阵 (0) or 办结率 (1) into view."""
        self.tabs.setCurrentIndex(number)

    def shown(self) -> list[int]:
        """The projects in view."""
        return self.in_view.ids if self.in_view else []

    def _take(self, found: Matrix) -> None:
        self.found = found
        self.sentence.show_parts(sentence(found, scope_text(self.desk)))
        if self.filters.asks_for_warnings:
            self.warned.find(found)
        self._show()
        # Beneath the matrix, and read in a moment of its own: the matrix is looked at first.
        self._later.start()
        if self.tabs.currentIndex() == 1:
            self._show_rates()

    def _show(self) -> None:
        if self.found is None:
            return
        before = self.matrix.place()
        project_id = self.model.project_at(self.matrix.currentIndex().row())
        column = self.matrix.currentIndex().column()
        self.filters.offer(self.found, self.warned.known)
        self.in_view = self.arranger.arrange(self.found, self.filters.wanted(self.warned.known))
        self.model.show(self.found, self.in_view)
        self._mark_sort()
        if before is None or not self._stay(before.project_id, before.name):
            self._choose(project_id, column)
        self._on_selected()
        self._say_status()
        self._follow.start()

    def _stay(self, project_id: int, name: str) -> bool:
        """Whether the current cell is (or can be made) that of the same procedure."""
        place = self.matrix.place()
        if place is not None and (place.project_id, place.name) == (project_id, name):
            return True
        return self.matrix.go_to(project_id, name)

    def _choose(self, project_id: int | None, column: int) -> None:
        """The same project, else where work is: at the most overdue procedure in view, else at the first cell."""
        if not self.model.rows or not self.model.columns or self.found is None:
            return
        row = self.model.row_of(project_id) if project_id is not None else None
        if row is not None:
            self.matrix.go(row, min(max(column, FIXED), FIXED + len(self.model.columns) - 1))
            return
        pending = (item for item in self.found.pending[:1] if self.matrix.go_to(item.project_id, item.name))
        if next(pending, None) is None:
            self.matrix.go(next(n for n in range(len(self.model.rows)) if not self.model.is_head(n)), FIXED)

    def _show_pending(self) -> None:
        if self.found is not None:
            self.pending.show_pending(self.found)
            self._say_pending()

    def _say_pending(self) -> None:
        sign = "▾" if self.pending_head.isChecked() else "▸"
        count = self.found.total if self.found else None
        number = count.denominator - count.numerator if count else 0
        self.pending_head.setText(sign + self.tr(" 未办结 {n} 件").format(n=number))

    def _fold_pending(self, shown: bool) -> None:
        """Give the matrix the room of the list beneath it, or take it back."""
        if not shown and self.pending.hasFocus():
            self.matrix.setFocus()
        self.pending.setVisible(shown)
        self.beneath.setMaximumHeight(16_777_215 if shown else self.pending_head.sizeHint().height() + 2)
        self._say_pending()

    def _show_rates(self) -> None:
        if self.rates_stale:
            self.rates_stale = False
            self.rates.reload()

    def _mark_sort(self) -> None:
        key, backwards = self.filters.sort
        order = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        section = {None: -1, PROJECT: 0, RATE: 1}.get(key, -2)
        if section == -2:
            section = self.model.column_of(key or "") or -1
        self.matrix.show_sorted(section, order)

    def _say_status(self) -> None:
        if self.found is None or self.in_view is None:
            return
        text = self.tr("显示 {n} 个项目、{names} 项手续").format(
            n=len(self.in_view.ids), names=len(self.in_view.columns)
        )
        if not self.found.ids:
            text = self.tr("还没有手续。导入“前期手续办理情况表”，或按“无手续项目”选出项目，{key} 按模板生成清单。").format(key=MAKE_KEY)  # fmt: skip
        chosen = len(self.writing.places())
        if chosen > 1:
            text += self.tr("　选中 {n} 件").format(n=chosen)
        self.set_status(text)

    def _on_selected(self) -> None:
        if self.bar.isVisible():
            self.bar.show_count(len(self.writing.places()))

    def _on_selection(self) -> None:
        self._on_selected()
        self._say_status()
        self._follow.start()

    def _follow_current(self) -> None:
        """Show the current project beside the matrix, once the keys rest."""
        if not self.panel_frame.isVisible():
            return
        project_id = self.model.project_at(self.matrix.currentIndex().row())
        place = self.matrix.place()
        shown = self.panel.current()
        if (
            self.panel.project_id == project_id
            and place is not None
            and shown is not None
            and shown.row["name"] == place.name
        ):
            return
        self.panel.show_project(project_id, place.name if place is not None and place.code else "")

    def _on_panel(self, project_id: int, name: str) -> None:
        if self.panel.isAncestorOf(self.window().focusWidget() or self):
            self.matrix.go_to(project_id, name)

    def _on_pending(self) -> None:
        chosen: list[Pending] = self.pending.selected_rows()
        if not chosen or not self.pending.hasFocus():
            return
        item = chosen[0]
        if not self.matrix.go_to(item.project_id, item.name):
            self.filters.clear()
            self.matrix.go_to(item.project_id, item.name)

    def _on_sort(self, section: int) -> None:
        if section >= FIXED:
            self.filters.sort_by(self.model.columns[section - FIXED].name)
        else:
            self.filters.sort_by(PROJECT if section == 0 else RATE)

    def _on_filters(self) -> None:
        if self.found is not None and self.filters.asks_for_warnings:
            self.warned.find(self.found)
        self._show()

    def _make_checklists(self) -> None:
        ids = self.matrix.projects()
        if len(ids) == 1:
            self.panel_frame.show()
            self.fold.setChecked(True)
            self.panel.show_project(ids[0])
            self.panel.open_dialog()
        else:
            self.writing.make_checklists()
            self.chips.buttons[BARE].setChecked(False)

    def _choose_tab(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        own = number == 0
        for widget in (self.filters, self.bulk_button, self.add_button, self.outgoing, self.fold):
            widget.setVisible(own)
        self.setFocusProxy(self.matrix if own else self.rates)
        if own:
            self._say_status()
        else:
            self._show_rates()

    def _toggle_panel(self, shown: bool) -> None:
        self.panel_frame.setVisible(shown)
        if shown:
            # As narrow as it can be: what is over belongs to the matrix.
            self.splitter.setSizes([10_000, 1])
            self._follow_current()
        elif self.panel.isAncestorOf(self.window().focusWidget() or self):
            self.matrix.setFocus()

    def _next_part(self) -> None:
        """F6 goes round: words to search, matrix, checklist, pending."""
        parts: list[QWidget] = [self.filters.find_box, self.matrix, self.panel.table, self.pending]
        parts = [part for part in parts if part.isVisible()]
        here = self.window().focusWidget()
        at = next(
            (n for n, part in enumerate(parts) if here is part or (here and part.isAncestorOf(here))),
            1 if here and self.panel.isAncestorOf(here) else -1,
        )
        parts[(at + 1) % len(parts)].setFocus()

    def _sheet(self) -> MatrixSheet | None:
        if self.found is None or self.in_view is None:
            return None
        return matrix_sheet(self.desk.session, self.found, self.in_view, self.desk.scope)

    def _open(self, project_id: int) -> None:
        if self.found is not None:
            self.desk.show_rows(self.found.project_name(project_id), [project_id])

    def _connect(self) -> None:
        for source in (self.sentence, self.pending):
            source.opened.connect(self.desk.show_rows)
        self.matrix.opened.connect(self._open)
        self.matrix.folded.connect(self.filters.fold)
        self.matrix.sort_asked.connect(self._on_sort)
        self.filters.changed.connect(self._on_filters)
        self.warned.found.connect(self._show)
        self.rates.told.connect(lambda text: self.set_status(text) if self.tabs.currentIndex() else None)
        self.matrix.selectionModel().currentChanged.connect(lambda *_: self._follow.start())
        self.matrix.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self._follow.timeout.connect(self._follow_current)
        self._later.timeout.connect(self._show_pending)
        self.pending.selection_changed.connect(self._on_pending)
        self.panel.current_changed.connect(self._on_panel)
        self.tabs.currentChanged.connect(self._choose_tab)
        self.add_button.clicked.connect(self.writing.add)
        self.bulk_button.clicked.connect(self.writing.open_bar)
        self.fold.toggled.connect(self._toggle_panel)
        self.pending_head.toggled.connect(self._fold_pending)
        bind(self, PENDING_KEY, self.pending_head.toggle)
        bind(self.matrix, BULK_KEY, self.writing.open_bar)
        bind(self.matrix, MAKE_KEY, self._make_checklists)
        bind(self, PANEL_KEY, self.fold.toggle)
        bind(self, NEXT_PART_KEY, self._next_part)
        bind(self.stack.widget(0), FIND_KEY, self.filters.find_box.setFocus)
        bind(self, GROUP_KEY, self.filters.group.toggle)
        bind(self.matrix, QKeySequence(Qt.Key.Key_Insert).toString(), self.writing.add)
        self.outgoing.bind_keys(self.stack.widget(0))

    def _lay_out(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for text in (self.tr("手续矩阵"), self.tr("办结率")):
            self.tabs.addTab(text)
        self.bulk_button.setToolTip(self.tr("选中的手续登记同一办结时间、文号（{key}）").format(key=BULK_KEY))
        self.add_button.setToolTip(self.tr("为当前项目新增一项手续（Insert）"))
        self.fold.setIcon(icon("layout-sidebar-right"))
        self.fold.setCheckable(True)
        self.fold.setChecked(True)
        self.fold.setToolTip(self.tr("显示或收起右侧的手续清单（{key}）").format(key=PANEL_KEY))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.tabs)
        line.addWidget(self.filters)
        line.addStretch(1)
        for widget in (self.add_button, self.bulk_button, self.outgoing, self.fold):
            line.addWidget(widget)
        self.stack.addWidget(self._matrix_tab())
        self.stack.addWidget(self.rates)
        self.body.addWidget(self.sentence)
        self.body.addLayout(line)
        self.body.addWidget(self.stack, 1)

    def _matrix_tab(self) -> QWidget:
        beneath = named(QWidget(), "ground")
        under = QVBoxLayout(beneath)
        under.setContentsMargins(0, 2, 0, 0)
        under.setSpacing(4)
        self.pending_head.setStyleSheet("font-weight: 600; padding: 0 4px; border: none; text-align: left;")
        self.pending_head.setCheckable(True)
        self.pending_head.setChecked(True)
        self.pending_head.setToolTip(self.tr("显示或收起未办结清单（{key}）").format(key=PENDING_KEY))
        under.addWidget(self.pending_head)
        under.addWidget(self.pending, 1)
        above = named(QWidget(), "ground")
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(2)
        upper.addWidget(self.bar)
        upper.addWidget(self.matrix, 1)
        upper.addWidget(legend())
        self.beneath, self.upright = beneath, QSplitter(Qt.Orientation.Vertical)
        split = self.upright
        split.addWidget(above)
        split.addWidget(beneath)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([400, 182])
        split.setChildrenCollapsible(False)
        self.panel_frame = QWidget()
        framed = QVBoxLayout(self.panel_frame)
        framed.setContentsMargins(4, 0, 0, 0)
        framed.addWidget(self.panel)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(split)
        self.splitter.addWidget(self.panel_frame)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([10_000, 400])
        self.splitter.setChildrenCollapsible(False)
        whole = named(QWidget(), "ground")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chips)
        column.addWidget(self.splitter, 1)
        return whole
