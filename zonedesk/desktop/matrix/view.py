"""The matrix with what stands around it: chips above, the current project's checklist beside, what is pending beneath."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

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
from zonedesk.desktop.matrix.pending_list import PendingList
from zonedesk.desktop.matrix.telling import KeyLegend
from zonedesk.desktop.matrix.warned import Warned
from zonedesk.desktop.matrix.writing import MatrixWriting
from zonedesk.desktop.procedures.checklist_panel import ChecklistPanel
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.project_menu import ProjectMenu
from zonedesk.domain.columns import field_of
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.ops.edit import set_field
from zonedesk.ops.matrix import Matrix, Pending
from zonedesk.ops.matrix_details import Details
from zonedesk.ops.matrix_rows import PROJECT, RATE, Arranger, Shown
from zonedesk.ops.matrix_sheet import MatrixSheet, matrix_sheet

_FOLLOW_MS, _LATER_MS = 90, 60
_WIDE = 1400
_PANEL, _PANEL_WIDE = 450, 500
_BENEATH = 142  # the head of what is pending and two rows


class MatrixView(QWidget):
    """`take(matrix)` shows another one. `told(text)` is the line for the status; `pending_shown()` ends the filling.

    `tools` are the widgets that the page puts on its line of tabs.
    """

    told = Signal(str)
    pending_shown = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.arranger, self.details = Arranger(), Details(desk.session)
        self.found: Matrix | None = None
        self.in_view: Shown | None = None
        self.model = MatrixModel(self.details, self)
        self.matrix = MatrixGrid(self.model)
        self.matrix.writable = desk.session.writable
        self.filters, self.bar = MatrixFilters(), BulkBar()
        self._worked_on: set[int] = set()  # since the filters were last set: these rows stay
        self.chips = self.filters.chips
        self.warned = Warned(desk, self)
        self.writing = MatrixWriting(desk, self.matrix, self.bar, self)
        self._panel: ChecklistPanel | None = None
        self.pending_list = PendingList(self.details)
        self.pending = self.pending_list.table
        self.pending.cells.editable = desk.session.writable
        self.outgoing = MatrixTools(desk, self._sheet)
        self.bulk_button = QPushButton(icon("check"), self.tr("批量登记"))
        self.add_button = QPushButton(icon("plus"), self.tr("新增手续"))
        self.fold, self.legend = QToolButton(), KeyLegend()
        self._sized = False
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._lay_out()
        self.setFocusProxy(self.matrix)
        self._connect()
        self._bind()

    @property
    def panel(self) -> ChecklistPanel:
        """The checklist beside the matrix: made when it is first asked for, as it costs more than all else here."""
        if self._panel is None:
            self._panel = ChecklistPanel(self.desk)
            self._panel.current_changed.connect(self._on_panel)
            self._framed.addWidget(self._panel)
        return self._panel

    @property
    def tools(self) -> tuple[QWidget, ...]:
        """What belongs to the matrix on the page's line of tabs: filters first, then buttons."""
        return (self.filters, self.add_button, self.bulk_button, self.outgoing, self.fold)

    def take(self, found: Matrix, touched: Collection[int] | None = None) -> None:
        """Show a matrix; `touched` are the projects that were written to, None for any."""
        self.details.look_at(found.as_of)
        self.details.forget(touched)
        if touched is None:
            self.warned.forget()
            self._worked_on.clear()
        else:
            self.warned.take(found.as_of, touched)
            # A row does not go from under the keyboard because it is done: its day is still to be written.
            self._worked_on |= set(touched).intersection(self.shown())
        self.found = found
        if self.filters.asks_for_warnings:
            self.warned.find(found)
        self.show_matrix()
        # Beneath the matrix, and read in a moment of its own: the matrix is looked at first.
        self._later.start()

    def go_to(self, project_id: int, name: str) -> bool:
        """Make a procedure's cell current, taking off what hides it; False if the matrix has no such cell."""
        if self.found is None or self.found.state(project_id, name) is None:
            return False
        if not self.matrix.go_to(project_id, name):
            self.filters.clear()
        gone = self.matrix.go_to(project_id, name)
        self._show_current()
        return gone

    def shown(self) -> list[int]:
        """The projects in view."""
        return self.in_view.ids if self.in_view else []

    def say_status(self) -> None:
        """Tell what is in view and how much is selected."""
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
        self.told.emit(text)

    def show_matrix(self) -> None:
        """Show what the filters leave; the current cell stays with its procedure."""
        if self.found is None:
            return
        before = self.matrix.place()
        project_id = self.model.project_at(self.matrix.currentIndex().row())
        column = self.matrix.currentIndex().column()
        self.filters.offer(self.found, self.warned.known)
        wanted = replace(self.filters.wanted(self.warned.known), kept=frozenset(self._worked_on))
        self.in_view = self.arranger.arrange(self.found, wanted)
        self.model.show(self.found, self.in_view)
        self._mark_sort()
        if before is None or not self._stay(before.project_id, before.name):
            self._choose(project_id, column)
        self._on_selection()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._sized and not event.spontaneous():
            self._sized = True
            # On a narrow screen twenty procedures go before one in detail: F4 shows that beside them.
            self.fold.setChecked(self.fold.isChecked() or self.width() >= _WIDE)
            # Once the page has its size: a table without height cannot scroll to a row.
            QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        self._toggle_panel(self.fold.isChecked())
        self.upright.setSizes([self.height() - _BENEATH, _BENEATH])
        self._show_current()

    def _show_current(self) -> None:
        index = self.matrix.currentIndex()
        if index.isValid() and not self.matrix.viewport().rect().contains(self.matrix.visualRect(index)):
            self.matrix.scrollTo(index, MatrixGrid.ScrollHint.PositionAtCenter)

    def _stay(self, project_id: int, name: str) -> bool:
        """Whether the current cell is (or can be made) that of the same procedure."""
        place = self.matrix.place()
        if place is not None and (place.project_id, place.name) == (project_id, name):
            return True
        return self.matrix.go_to(project_id, name)

    def _choose(self, project_id: int | None, column: int) -> None:
        """The same project, else where work is: at the first procedure that is overdue, else at the first cell."""
        if not self.model.rows or not self.model.columns or self.found is None:
            return
        columns = range(FIXED, FIXED + len(self.model.columns))
        row = self.model.row_of(project_id) if project_id is not None else None
        if row is not None:
            self.matrix.go(row, min(max(column, FIXED), columns[-1]))
            return
        overdue = set(self.found.projects_with({State.OVERDUE}))
        rows = [n for n in range(len(self.model.rows)) if not self.model.is_head(n)]
        first = next((n for n in rows if self.model.project_at(n) in overdue), rows[0] if rows else 0)
        label = STATE_LABELS[State.OVERDUE]
        at = next((each for each in columns if self.model.look_at(first, each)[0] == label), FIXED)
        self.matrix.go(first, at)

    def awaits_pending(self) -> bool:
        """Whether the list beneath is still to be filled."""
        return self._later.isActive()

    def _show_pending(self) -> None:
        if self.found is not None:
            self.pending_list.show_pending(self.found)
        self.pending_shown.emit()

    def _mark_sort(self) -> None:
        key, backwards = self.filters.sort
        order = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        own = {None: -1, PROJECT: 0, RATE: 1}
        section = own[key] if key in own else self.model.column_of(str(key))
        self.matrix.show_sorted(-1 if section is None else section, order)

    def _on_selection(self) -> None:
        if self.bar.isVisible():
            self.bar.show_count(len(self.writing.places()), self.writing.done_already())
        self.say_status()
        self._follow.start()

    def _follow_current(self) -> None:
        """Show the current project beside the matrix, once the keys rest."""
        if not self.panel_frame.isVisible():
            return
        project_id = self.model.project_at(self.matrix.currentIndex().row())
        place, shown = self.matrix.place(), self.panel.current()
        name = place.name if place is not None and place.code else ""
        if self.panel.project_id != project_id or (name and (shown is None or shown.row["name"] != name)):
            self.panel.show_project(project_id, name)

    def _on_panel(self, project_id: int, name: str) -> None:
        if self._on_panel_now():
            self.matrix.go_to(project_id, name)

    def _on_pending(self) -> None:
        chosen: list[Pending] = self.pending.selected_rows()
        if chosen and self.pending.hasFocus():
            self.go_to(chosen[0].project_id, chosen[0].name)

    def _on_sort(self, section: int) -> None:
        if section >= FIXED:
            self.filters.sort_by(self.model.columns[section - FIXED].name)
        else:
            self.filters.sort_by(PROJECT if section == 0 else RATE)

    def _on_words_left(self) -> None:
        # Where nothing is found, the words are to be typed again.
        if self.model.rows:
            self.matrix.setFocus()

    def _on_filters(self) -> None:
        self._worked_on.clear()
        if self.found is not None and self.filters.asks_for_warnings:
            self.warned.find(self.found)
        self.show_matrix()

    def _make_checklists(self) -> None:
        ids = self.matrix.projects()
        if len(ids) == 1:
            self.fold.setChecked(True)
            self.panel.show_project(ids[0])
            self.panel.open_dialog()
        elif self.writing.make_checklists(ids):
            self.chips.buttons[BARE].setChecked(False)

    def _toggle_panel(self, shown: bool) -> None:
        if not shown and self._on_panel_now():
            self.matrix.setFocus()
        if shown and self.panel.isHidden():
            self.panel.show()
        self.panel_frame.setVisible(shown)
        if shown:
            # As narrow as its names can be read: what is over belongs to the matrix.
            wide = _PANEL if self.width() < _WIDE else _PANEL_WIDE
            self.splitter.setSizes([self.width() - wide, wide])
            self._follow_current()
        # The heads have other heights now: the current row may have gone out of sight.
        QTimer.singleShot(0, self, self._show_current)

    def _next_part(self) -> None:
        """F6 goes round: words to search, matrix, checklist, pending."""
        beside = [self.panel] if self.panel_frame.isVisible() else []
        parts: list[QWidget] = [self.filters.find_box, self.matrix, *beside, self.pending]
        parts = [part for part in parts if part.isVisible()]
        at = next((n for n, part in enumerate(parts) if self._has_keyboard(part)), -1)
        parts[(at + 1) % len(parts)].setFocus()

    def _on_panel_now(self) -> bool:
        return self._panel is not None and self._has_keyboard(self._panel)

    def _has_keyboard(self, part: QWidget) -> bool:
        here = self.window().focusWidget()
        return here is part or (here is not None and part.isAncestorOf(here))

    def _current_project(self) -> int | None:
        return self.model.project_at(self.matrix.currentIndex().row())

    def _write_pending(self, item: Pending, key: str, text: str) -> None:
        field = field_of("procedure", key)
        self.desk.type_in(set_field, field, text, table="procedure", row_id=item.id, key=key)

    def _pending_project(self) -> int | None:
        item = self.pending.line_at(self.pending.currentIndex())
        return item.project_id if isinstance(item, Pending) else None

    def _sheet(self) -> MatrixSheet | None:
        if self.found is None or self.in_view is None:
            return None
        return matrix_sheet(self.desk.session, self.found, self.in_view, self.desk.scope)

    def _open(self, project_id: int) -> None:
        if self.found is not None:
            self.desk.show_rows(self.found.project_name(project_id), [project_id])

    def _connect(self) -> None:
        self.pending.opened.connect(self.desk.show_rows)
        self.pending.written.connect(self._write_pending)
        self.pending.selection_changed.connect(self._on_pending)
        self.matrix.opened.connect(self._open)
        for menu in (
            ProjectMenu(self.matrix, self._current_project, self.matrix.frozen),
            ProjectMenu(self.pending, self._pending_project),
        ):
            menu.asked.connect(self.desk.page_requested)
        self.matrix.folded.connect(self.filters.fold)
        self.matrix.sort_asked.connect(self._on_sort)
        self.matrix.selectionModel().currentChanged.connect(lambda *_: self._follow.start())
        self.matrix.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        self.filters.changed.connect(self._on_filters)
        self.filters.left.connect(self._on_words_left)
        self.warned.found.connect(self.show_matrix)
        for timer in (self._follow, self._later):
            # The ledger may be closed before they are up.
            self.desk.closing.connect(timer.stop)
        self._follow.timeout.connect(self._follow_current)
        self._later.timeout.connect(self._show_pending)
        self.add_button.clicked.connect(self.writing.add)
        self.bulk_button.clicked.connect(self.writing.open_bar)
        self.fold.toggled.connect(self._toggle_panel)

    def _bind(self) -> None:
        bind(self.matrix, BULK_KEY, self.writing.open_bar)
        bind(self.matrix, MAKE_KEY, self._make_checklists)
        bind(self.matrix, "Ins", self.writing.add)
        self.outgoing.bind_keys(self)
        # Also while the keyboard is in the words to search, which stand on the page's own line.
        for widget in (self, self.filters):
            bind(widget, PANEL_KEY, self.fold.toggle)
            bind(widget, PENDING_KEY, self.pending_list.toggle)
            bind(widget, NEXT_PART_KEY, self._next_part)
            bind(widget, FIND_KEY, self.filters.ask_words)
            bind(widget, GROUP_KEY, self.filters.group.toggle)

    def _lay_out(self) -> None:
        self.bulk_button.setToolTip(self.tr("选中的手续登记同一办结时间、文号（{key}）").format(key=BULK_KEY))
        self.add_button.setToolTip(self.tr("为当前项目新增一项手续（Insert）"))
        for button in (self.add_button, self.bulk_button):
            button.setEnabled(self.desk.session.writable)
        self.fold.setIcon(icon("layout-sidebar-right"))
        self.fold.setCheckable(True)
        self.fold.setToolTip(self.tr("显示或收起右侧的手续清单（{key}）").format(key=PANEL_KEY))
        above = named(QWidget(), "ground")
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(2)
        upper.addWidget(self.bar)
        upper.addWidget(self.matrix, 1)
        upper.addWidget(self.legend)
        self.upright = upright = QSplitter(Qt.Orientation.Vertical)
        upright.addWidget(above)
        upright.addWidget(self.pending_list)
        upright.setStretchFactor(0, 1)
        upright.setStretchFactor(1, 0)
        upright.setSizes([400, 150])
        upright.setChildrenCollapsible(False)
        self.panel_frame = QWidget()
        self._framed = QHBoxLayout(self.panel_frame)
        self._framed.setContentsMargins(4, 0, 0, 0)
        self.panel_frame.hide()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(upright)
        self.splitter.addWidget(self.panel_frame)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chips)
        column.addWidget(self.splitter, 1)
