"""项目台账: the grid of all projects, and beside it the record of the one that is current."""

from __future__ import annotations

from threading import Thread

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QSplitter, QToolButton, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.ledger.commands import LedgerCommands
from zonedesk.desktop.ledger.delegate import CellDelegate
from zonedesk.desktop.ledger.editors import choices_for
from zonedesk.desktop.ledger.follow import Follow
from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.hint import EmptyHint
from zonedesk.desktop.ledger.looking import Looking
from zonedesk.desktop.ledger.looking_tools import LookingTools
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.desktop.ledger.panel import RecordPanel
from zonedesk.desktop.ledger.status import officer_text, status_text
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes
from zonedesk.domain.fields import Field
from zonedesk.ops.table.rows import LedgerRows

_UNITS = ("亿元", "万元")


@page("ledger", to_translate("pages", "项目台账"), "table", 20)
class LedgerPage(Page):
    """Edits are saved at once; the grid and the panel each take in only what changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows = LedgerRows(desk.session, desk.as_of, desk.money_unit)
        self.model = LedgerModel(self.rows, self._write, self)
        self._loaded = False
        self._saved_at = ""
        self.grid = LedgerGrid(self.model.look_at)
        self.grid.writable = desk.session.writable
        self.grid.setModel(self.model)
        self.hint = EmptyHint(self.grid)
        self.commands = LedgerCommands(desk, self.model, self.grid)
        self.follow = Follow(desk, self.model, self.grid)
        self.grid.set_delegates(self._make_delegate(), self._make_delegate())
        for number, column in enumerate(self.model.columns):
            self.grid.set_width(number, column.width)
        self.looking = Looking(desk, self.rows, self.model, self.grid)
        self.looking_tools = LookingTools(desk, self.looking, self.grid, self)
        self.filters = self.looking_tools.bar
        self.panel = RecordPanel(desk, self.rows)
        self.splitter = self._split()
        self.body.addWidget(self.filters)
        self.body.addWidget(self.splitter, 1)
        self._add_tools()
        self._connect()
        self._add_shortcuts()

    def _write(self, pid: int, field: Field, text: str) -> bool:
        return self.commands.write(pid, field, text)

    def _make_delegate(self) -> CellDelegate:
        reader = self.desk.session.reader
        return CellDelegate(
            self.model.look,
            self.grid.currentIndex,
            self._field_at,
            lambda field: choices_for(reader, field),
            self.grid,
        )

    # What others ask of the page

    def show_rows(self, title: str, ids: list[int]) -> None:
        """Show only these projects, in this order, under a chip of that name."""
        self.looking.show_rows(title, ids)

    def show_all(self) -> None:
        """Take every filter off but the scope."""
        self.looking.show_all()

    def reload(self) -> None:
        """Read what is missing: everything at first, then only what was written since."""
        if not self._loaded or not self._catch_up():
            self._load()
        desk = self.desk
        self.rows.look_at(desk.as_of)
        if self.rows.money_unit != desk.money_unit:
            self.model.show_in(desk.money_unit)
        self.units.setCurrentText(desk.money_unit)
        if self.looking.scope_changed() or not self.model.rowCount():
            self.looking.refilter()
        self.panel.refresh()
        self._say_status()

    def patch(self, changes: Changes) -> bool:
        """Take a change into the rows it touched."""
        patched = self.rows.patch(changes)
        if patched is None:
            self._loaded = False
            return False
        self.model.take(patched)
        self.looking.take(patched)
        self.looking.take_views(changes)
        self._saved_at = changes.at
        self.panel.take(changes, patched)
        self.follow.take(changes, patched)
        self._say_status()
        return True

    # Reading

    def _load(self) -> None:
        self.rows.look_at(self.desk.as_of)
        self.rows.money_unit = self.desk.money_unit
        self.rows.load()
        if not self._loaded:
            self._loaded = True
            self.looking.columns.widen_name(self.grid.viewport().width())
            self.looking.columns.apply(self.looking.view.definition.layout)
        newest = self.desk.session.steps(limit=1)
        self._saved_at = newest[0].at if newest else ""
        self.looking.refresh()
        self._warm_up.start()

    def _catch_up(self) -> bool:
        """Take in what was written while nobody looked here; False if that is too much."""
        for changes in self.rows.unread():
            patched = self.rows.patch(changes)
            if patched is None:
                return False
            self.model.take(patched)
            self.looking.take(patched)
            self.looking.take_views(changes)
            self._saved_at = changes.at
        return True

    def current_project(self) -> int | None:
        """The project whose row is current."""
        return self.model.project_at(self.grid.currentIndex().row())

    # The parts and how they hang together

    def _split(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.grid)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setCollapsible(0, False)
        splitter.setHandleWidth(8)
        splitter.setSizes([2000, tokens.PANEL_WIDTH])
        return splitter

    def _add_tools(self) -> None:
        self.new_button = named(QPushButton(icon("plus", "#FFFFFF"), self.tr("新增项目")), "primary")
        self.new_button.setToolTip(self.tr("新增项目（Ctrl+N）"))
        self.delete_button, self.fold = QToolButton(), QToolButton()
        self.delete_button.setText(self.tr("删除"))
        self.delete_button.setIcon(icon("trash"))
        self.delete_button.setToolTip(self.tr("删除选中的项目，可撤销（Ctrl+-）"))
        self.units = QComboBox()
        self.units.addItems(_UNITS)
        self.units.setToolTip(self.tr("金额单位"))
        self.units.setAccessibleName(self.tr("金额单位"))
        self.fold.setText(self.tr("详情"))
        self.fold.setIcon(icon("layout-sidebar-right"))
        self.fold.setCheckable(True)
        self.fold.setChecked(True)
        self.fold.setToolTip(self.tr("显示或收起右侧的项目详情（F4）"))
        self.bulk_button = QToolButton()
        self.bulk_button.setText(self.tr("批量"))
        self.bulk_button.setIcon(icon("checklist"))
        self.bulk_button.setToolTip(self.tr("批量修改（Ctrl+Shift+E）、查找和替换（Ctrl+H）"))
        self.bulk_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.bulk_button.setMenu(self._bulk_menu())
        edits = (self.delete_button, self.bulk_button)
        for button in (*edits, self.fold):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.new_button.setEnabled(self.desk.session.writable)
        for button in edits:
            button.setEnabled(self.desk.session.writable)
        for widget in (self.new_button, *edits, self.units, self.fold):
            self.tools.addWidget(widget)

    def _bulk_menu(self) -> QMenu:
        menu = QMenu(self)
        # The keys are the page's shortcuts; here they are only shown.
        menu.addAction(self.tr("批量修改…\tCtrl+Shift+E")).triggered.connect(self.commands.bulk.edit)
        menu.addAction(self.tr("查找和替换…\tCtrl+H")).triggered.connect(self.commands.bulk.replace)
        return menu

    def settling(self) -> bool:
        """Whether the record panel is still to be filled."""
        return self._panel_due.isActive()

    def _fill_panel(self) -> None:
        self.panel.show_project(self.current_project())
        self.settled.emit()

    def _connect(self) -> None:
        self._warm_up = QTimer(self, singleShot=True, interval=400)
        self._warm_up.timeout.connect(self._on_warm_up)
        # Behind the grid by a blink: moving and typing must not wait for what stands beside it.
        self._panel_due = QTimer(self, singleShot=True, interval=40)
        self._panel_due.timeout.connect(self._fill_panel)
        self._status_due = QTimer(self, singleShot=True, interval=0)
        self._status_due.timeout.connect(self._say_status)
        selection = self.grid.selectionModel()
        selection.currentRowChanged.connect(self._on_current)
        selection.selectionChanged.connect(self._on_selected)
        self.looking.changed.connect(self._on_rows_changed)
        self.desk.closing.connect(self.looking.keep_widths)
        # The officer may have signed with another name.
        self.desk.told.connect(self._on_told)
        self.hint.new_asked.connect(self.commands.add_project)
        self.hint.import_asked.connect(lambda: self.desk.page_requested.emit("exchange"))
        self.hint.all_asked.connect(self.show_all)
        self.hint.words_asked.connect(self.looking.search_everywhere)
        self.new_button.clicked.connect(self.commands.add_project)
        self.delete_button.clicked.connect(self.commands.delete_projects)
        self.units.currentTextChanged.connect(lambda unit: self.desk.look_at(money_unit=unit))
        self.fold.toggled.connect(self._on_fold)
        self.panel.step_asked.connect(lambda step: self.grid.step(step, 0))

    def _add_shortcuts(self) -> None:
        for key, slot in (
            ("Ctrl+N", self.commands.add_project),
            ("Ctrl+F", self._on_search_asked),
            ("Ctrl+-", self.commands.delete_projects),
            ("Ctrl+Shift+E", self.commands.bulk.edit),
            ("Ctrl+H", self.commands.bulk.replace),
            ("F4", self.fold.toggle),
            ("F5", self.looking.refresh),
            ("Alt+V", self.looking_tools.open_views),
            ("Alt+G", self.looking_tools.open_groups),
            ("Alt+C", self.looking_tools.open_columns),
            ("Ctrl+Shift+L", self.looking_tools.open_current_filter),
            ("Alt+Shift+Down", self.looking_tools.open_current_menu),
            ("F6", self._on_next_part),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.setFocusProxy(self.grid)

    def _field_at(self, index: QModelIndex | QPersistentModelIndex) -> Field | None:
        return self.model.columns[index.column()].field

    def _say_status(self) -> None:
        selection = self.grid.selectionModel().selection().toList()
        self.hint.show_for(
            shown=self.model.rowCount(),
            total=len(self.rows.by_id),
            elsewhere=self.looking.found_elsewhere(),
            writable=self.grid.writable,
        )
        self.set_status(status_text(self.desk.session, self.model, selection, self._saved_at))

    def _on_current(self) -> None:
        if self.panel.isVisibleTo(self):
            self._panel_due.start()

    def _on_warm_up(self) -> None:
        # A daemon: closing the program must not wait for a dictionary that nobody will look into.
        Thread(target=self.rows.index.warm_up, name="search", daemon=True).start()

    def _on_selected(self) -> None:
        self._status_due.start()

    def _on_told(self) -> None:
        if not self.status.text().endswith(officer_text(self.desk.session)):
            self._status_due.start()

    def _on_rows_changed(self) -> None:
        self._on_current()
        self._say_status()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.looking.keep_widths()

    def _on_search_asked(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def _on_fold(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self._on_current()

    def _on_next_part(self) -> None:
        """F6 goes round: search box, grid, record."""
        focus: QWidget | None = QGuiApplication.focusObject()  # type: ignore[assignment]
        if isinstance(focus, QWidget) and self.filters.isAncestorOf(focus):
            self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif isinstance(focus, QWidget) and self.panel.isAncestorOf(focus):
            self._on_search_asked()
        elif self.panel.isVisibleTo(self):
            self.panel.focus_first()
        else:
            self._on_search_asked()
