"""The view on a SimpleTableModel: links that open, cells that are typed into, copying as Excel copies."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.simple_table import SimpleTableModel

Index = QModelIndex | QPersistentModelIndex


class SimpleTable(QTableView):
    """`opened(title, ids)` when a cell with a link is clicked (or double-clicked), or entered with Enter.

    Enter on a cell without a link begins editing, as F2 and typing do.
    """

    opened = Signal(str, list)
    selection_changed = Signal()

    def __init__(self, model: SimpleTableModel, *, open_by_click: bool = True, head_lines: int = 1) -> None:
        super().__init__()
        self.setModel(model)
        self._model = model
        self.setItemDelegate(CellDelegate(self))
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(tokens.ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(24)
        head = self.horizontalHeader()
        head.setFixedHeight(tokens.HEAD_HEIGHT + 18 * (head_lines - 1))
        head.setHighlightSections(False)
        (self.clicked if open_by_click else self.doubleClicked).connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.size_columns()

    def size_columns(self) -> None:
        """Give each column its width."""
        head = self.horizontalHeader()
        for n, column in enumerate(self._model.columns):
            stretch = column.stretch
            head.setSectionResizeMode(
                n, QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            )
            if not stretch:
                self.setColumnWidth(n, column.width)

    def show_rows(self, rows: list[Any], key: Callable[[Any], Hashable]) -> None:
        """Show other rows; the current cell and the scroll stay with the row of the same key."""
        if list(map(key, rows)) == list(map(key, self._model.rows)):
            self._model.renew(rows)
            return
        index, scroll = self.currentIndex(), self.verticalScrollBar().value()
        row_key = key(self._model.rows[index.row()]) if index.isValid() else None
        self._model.show(rows)
        if row_key is not None:
            place = next((n for n, row in enumerate(rows) if key(row) == row_key), None)
            if place is not None:
                self.selectionModel().setCurrentIndex(
                    self._model.index(place, index.column()), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
        self.verticalScrollBar().setValue(scroll)

    def selected_rows(self) -> list[Any]:
        """The rows in which any cell is selected, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self._model.rows[n] for n in numbers]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            # The Enter that ends editing comes by here too.
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self._model.cell(index).link:
                self._open(index)
            elif self._model.cell(index).typed is not None:
                self.edit(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        index = self.currentIndex()
        # Enter goes one down, as in Excel.
        if hint == QStyledItemDelegate.EndEditHint.SubmitModelCache and index.row() + 1 < len(
            self._model.rows
        ):
            self.setCurrentIndex(index.siblingAtRow(index.row() + 1))

    def _open(self, index: QModelIndex) -> None:
        link = self._model.cell(index).link
        if link:
            self.opened.emit(link.title, list(link.ids))

    def _copy(self) -> None:
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))


class CellDelegate(QStyledItemDelegate):
    """Underlines a link under the pointer or the focus; offers a list where a column has one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        assert isinstance(model, SimpleTableModel)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        pointed = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        if model.cell(index).link and pointed:
            option.font.setUnderline(True)  # type: ignore[attr-defined]
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, QColor(tokens.ACCENT))  # type: ignore[attr-defined]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, SimpleTableModel)
        choices = model.columns[index.column()].choices
        if not choices:
            editor = super().createEditor(parent, option, index)
            editor.setStyleSheet("border-radius: 0; padding: 0 3px; min-height: 0;")
            return editor
        box = QComboBox(parent)
        # The list is a proposal: the office's own word is taken too.
        box.setEditable(True)
        box.addItems(["", *choices])
        box.setStyleSheet("border-radius: 0; padding: 0 3px; min-height: 0;")
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)
