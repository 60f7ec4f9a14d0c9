"""A leaf of the record panel that shows and edits the rows of one table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.ledger.child_model import ChildModel, ChildView
from zonedesk.desktop.ledger.delegate import CellDelegate
from zonedesk.desktop.ledger.editors import choices_for
from zonedesk.desktop.ledger.field_row import HISTORY_KEY
from zonedesk.desktop.page import pages
from zonedesk.desktop.place import PAGE_OF, Place
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.fields import Field
from zonedesk.ops import edit
from zonedesk.ops.record_history import Only
from zonedesk.ops.snapshot_text import row_title
from zonedesk.ops.table.rows import LedgerRows

DELETE_ROW_KEY = "Ctrl+-"


def is_delete_row(event: QKeyEvent) -> bool:
    """Whether a key is the one that deletes rows, on the keypad too."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Minus and held == Qt.KeyboardModifier.ControlModifier


class ChildTab(QWidget):
    """The rows of one table of the current project.

    `history_asked(Only, str)` asks for the history of one cell, under that name.
    """

    history_asked = Signal(object, str)

    def __init__(self, desk: Desk, rows: LedgerRows, view: ChildView) -> None:
        super().__init__()
        self.desk, self.rows, self.view = desk, rows, view
        self.pid: int | None = None
        self.model = ChildModel(view, desk.session.reader.names, self._write)
        self.model.writable = desk.session.writable and view.editable
        self.table = ChildTable(self.model, desk)
        self.note = named(QLabel(""), "second")
        self.add = named(QPushButton(icon("plus"), self.tr("新增")), "flat")
        self.remove = named(QPushButton(icon("trash"), self.tr("删除")), "flat")
        self.add.setAccessibleName(self.tr("新增{what}").format(what=TABLE_LABELS[view.table]))
        self.remove.setAccessibleName(self.tr("删除{what}").format(what=TABLE_LABELS[view.table]))
        self.remove.setToolTip(self.tr("删除选中的一行，可撤销（{key}）").format(key=DELETE_ROW_KEY))
        self.add.setToolTip(self.tr("新增一行（Insert）"))
        self.table.history_asked.connect(self._on_history)
        self.table.add_asked.connect(self.add.click)
        self.table.remove_asked.connect(self.remove.click)
        self.open_page = self._page_button()
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        for button in (self.add, self.remove):
            button.setEnabled(self.model.writable)
            if not view.editable:
                # Told to be seen before it has a parent, a button would be a window of its own.
                button.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        if self.open_page is not None:
            foot.addWidget(self.open_page)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(foot)

    def show_project(self, pid: int | None) -> None:
        """Fill in a project; None empties the leaf."""
        self.pid = pid
        reader, view = self.desk.session.reader, self.view
        found = reader.rows(view.table, order=view.order, project_id=pid) if pid is not None else []
        count = len(found)
        if view.newest_first:
            found.reverse()
        self.model.show_rows(found[: view.most], self.rows.money_unit)
        for button in (self.add, self.remove):
            button.setEnabled(self.model.writable and pid is not None)
        self.note.setText(self._note(count))

    def choose(self, row_id: int | None) -> None:
        """Make a row current (None: the first), and give it the keyboard."""
        rows = enumerate(self.model.rows)
        row = next((n for n, each in rows if row_id is None or each["id"] == row_id), None)
        if row is not None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _note(self, count: int) -> str:
        if not count:
            return self.view.empty or self.tr("尚无{what}").format(what=TABLE_LABELS[self.view.table])
        if self.view.most and count > self.view.most:
            return self.tr("共 {count} 条，显示最近 {most} 条").format(count=count, most=self.view.most)
        return self.tr("共 {count} 条").format(count=count)

    def _write(self, row_id: int, field: Field, text: str) -> bool:
        changes = self.desk.type_in(
            edit.set_field, field, text, table=self.view.table, row_id=row_id, key=field.key,
            unit=self.rows.money_unit,
        )  # fmt: skip
        return changes is not None

    def _on_add(self) -> None:
        if self.pid is not None:
            self.add_row(self._new_values())

    def _new_values(self) -> dict[str, str]:
        """What a row begins with: the next number where a name is taken, the month after the last."""
        if self.view.table == "monthly_progress":
            return {"month": self._next_month()}
        values = dict(self.view.new)
        if self.view.today:
            values[self.view.today] = self.desk.as_of
        if "name" in values:
            taken = {row["name"] for row in self.model.rows}
            names = [values["name"], *(f"{values['name']}{n}" for n in range(2, len(taken) + 3))]
            values["name"] = next(name for name in names if name not in taken)
        return values

    def _page_button(self) -> QPushButton | None:
        """Opens the page that keeps the table's rows, at the current one."""
        spec = next((each for each in pages() if each.key == PAGE_OF.get(self.view.table)), None)
        if spec is None:
            return None
        button = named(QPushButton(self.tr("到{page}").format(page=spec.title)), "flat")
        button.setToolTip(self.tr("在“{page}”页中打开").format(page=spec.title))
        button.clicked.connect(self._on_page)
        return button

    def _on_page(self) -> None:
        row = self.table.currentIndex().row()
        row_id = self.model.rows[row]["id"] if 0 <= row < len(self.model.rows) else None
        self.desk.page_requested.emit(Place.of(self.view.table, row_id, self.pid))

    def _next_month(self) -> str:
        """The month looked at; if it is there already, the one after the last."""
        wanted, taken = self.desk.as_of[:7], {row["month"] for row in self.model.rows}
        if wanted not in taken:
            return wanted
        year, month = map(int, max(taken).split("-"))
        return f"{year + month // 12:04d}-{month % 12 + 1:02d}"

    def add_row(self, values: dict[str, str], *, edit_it: bool = True) -> bool:
        """Add a row of these typed texts and make it current; False if it was refused."""
        changes = self.desk.run(
            edit.add_row, table=self.view.table, project_id=self.pid,
            values=values, unit=self.rows.money_unit,
        )  # fmt: skip
        if not changes:
            return False
        added = next(change.row_id for change in changes.of(self.view.table))
        row = next((n for n, each in enumerate(self.model.rows) if each["id"] == added), 0)
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(row, 0))
        if edit_it:
            self.table.edit(self.model.index(row, 0))
        return True

    def _on_remove(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.model.rows):
            return
        column = self.table.currentIndex().column()
        changes = self.desk.run(edit.delete_row, table=self.view.table, row_id=self.model.rows[row]["id"])
        if not changes:
            return
        self.desk.told.emit(self.tr("{what}。按 Ctrl+Z 可恢复").format(what=changes.label))
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(min(row, len(self.model.rows) - 1), column))

    def _on_history(self, row: int, column: int) -> None:
        field, each = self.model.fields[column], self.model.rows[row]
        title = row_title(self.view.table, each, {"batch": self.desk.session.reader.names("batch")})
        self.history_asked.emit(Only(self.view.table, field.stored_as, each["id"]), f"{title} {field.label}")


class ChildTable(QTableView):
    """A small grid with the big one's keys.

    `history_asked(int, int)` for a cell; `add_asked()` and `remove_asked()` for a row. Tab goes from cell to cell,
    and out of the table behind the last one.
    """

    history_asked = Signal(int, int)
    add_asked = Signal()
    remove_asked = Signal()

    def __init__(self, model: ChildModel, desk: Desk) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(TABLE_LABELS[model.view.table])
        self.delegate = CellDelegate(
            model.look, self.currentIndex, model.field_at, lambda f: choices_for(desk.session.reader, f), self
        )
        self.delegate.stepped.connect(self._step)
        self.setItemDelegate(self.delegate)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.horizontalHeader().setFixedHeight(40)
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section {{ padding: 2px 3px; font-size: {tokens.SECOND_PT}pt; }}"
        )
        shortcut = QShortcut(QKeySequence(HISTORY_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._ask_history)
        for column, width in enumerate(model.view.widths):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            # What the editor left: nothing of it is about rows.
            super().keyPressEvent(event)
        elif is_delete_row(event):
            self.remove_asked.emit()
        elif event.key() == Qt.Key.Key_Insert and not event.modifiers():
            self.add_asked.emit()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_list()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._step(1, 0)
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.model().setData(self.currentIndex(), "")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))

    def focusNextPrevChild(self, forward: bool) -> bool:
        index, columns = self.currentIndex(), self.model().columnCount()
        place = index.row() * columns + index.column() + (1 if forward else -1)
        if index.isValid() and 0 <= place < self.model().rowCount() * columns:
            self.setCurrentIndex(self.model().index(place // columns, place % columns))
            return True
        return super().focusNextPrevChild(forward)

    def open_list(self) -> None:
        """Begin editing the current cell with the list of words open."""
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        self.edit(index)
        editor = self.indexWidget(index)
        if editor is not None:
            self.delegate.open_list(editor)

    def menu(self) -> QMenu | None:
        """The menu of the current cell; None without one."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        menu = QMenu(self)
        action = menu.addAction(icon("history"), self.tr("此项沿革\t{key}").format(key=HISTORY_KEY))
        action.triggered.connect(self._ask_history)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def _ask_history(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.history_asked.emit(index.row(), index.column())

    def _step(self, down: int, right: int) -> None:
        index = self.currentIndex()
        row = min(max(index.row() + down, 0), self.model().rowCount() - 1)
        column = min(max(index.column() + right, 0), self.model().columnCount() - 1)
        self.setCurrentIndex(self.model().index(row, column))
