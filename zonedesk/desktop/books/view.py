"""The table of a book: typed into with the ledger's own editors and keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.block_text import from_text
from zonedesk.desktop.ledger.child_tab import is_delete_row
from zonedesk.desktop.ledger.delegate import CellDelegate
from zonedesk.desktop.widgets.frozen_columns import FrozenTable
from zonedesk.desktop.widgets.simple_table import NOTED, CellOf, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import draw_corner
from zonedesk.domain.fields import Field

Index = QModelIndex | QPersistentModelIndex
_ASKED = QAbstractItemView.EditTrigger
_BEGINNING = frozenset(
    {_ASKED.AllEditTriggers, _ASKED.AnyKeyPressed, _ASKED.EditKeyPressed, _ASKED.DoubleClicked}
)
_MARGIN = 40


class BookModel(SimpleTableModel):
    """`write(row, key, text)` puts a typed text down; False where it was refused."""

    def __init__(
        self,
        columns: list[Column],
        cell_of: CellOf,
        write: Callable[[dict[str, object], str, str], bool],
        field_of: Callable[[str], Field | None],
    ) -> None:
        super().__init__(columns, cell_of)
        self._write, self._field_of = write, field_of

    def field_at(self, index: Index) -> Field | None:
        """The field that a cell shows, if the book's table has it."""
        return self._field_of(self.columns[index.column()].key)

    def look(self, index: Index) -> tuple[str, QColor | None, int]:
        """A cell as it is painted."""
        cell = self.cell(index)
        side = self.data(index, Qt.ItemDataRole.TextAlignmentRole)
        return cell.text, QColor(cell.colour) if cell.colour else None, side

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.cell(index)
        if role != Qt.ItemDataRole.EditRole or cell.typed is None:
            return False
        text = str(value or "").strip()
        return text == cell.typed or self._write(
            self.rows[index.row()], self.columns[index.column()].key, text
        )


class BookDelegate(CellDelegate):
    """The ledger's painting and editing; links are underlined, warned cells have a corner."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, view = index.model(), self.parent()
        assert isinstance(model, BookModel)
        # The columns that stay lie in a view of their own, which never has the keyboard.
        table = view if isinstance(view, BookView) else view.parent()
        if isinstance(table, QWidget) and table.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
        cell = model.cell(index)
        pointed = option.state & QStyle.StateFlag.State_MouseOver  # type: ignore[attr-defined]
        painter.save()
        if cell.link and (pointed or index == self._current()):
            _change_font(painter, QFont.setUnderline)
        if cell.bold:
            _change_font(painter, QFont.setBold)
        super().paint(painter, option, index)
        painter.restore()
        if cell.mark == NOTED:
            draw_corner(painter, option.rect)  # type: ignore[attr-defined]


def _change_font(painter: QPainter, change: Callable[[QFont, bool], None]) -> None:
    font = painter.font()
    change(font, True)
    painter.setFont(font)


class BookView(FrozenTable):
    """`add_asked()` and `delete_asked()` for rows. `many_typed(list)`, of row, key and text, where several cells are
    written at once: Del empties what is chosen (and asks for the row where nothing can be typed), Ctrl+V pastes.
    `project_asked(row, key, typed)` where a project is to be chosen for a cell.
    """

    add_asked = Signal()
    delete_asked = Signal()
    many_typed = Signal(list)
    project_asked = Signal(object, str, str)

    def __init__(self, model: BookModel, frozen: int, choices: Callable[[Field], list[str]]) -> None:
        super().__init__(model, frozen, head_lines=1 + any("\n" in column.label for column in model.columns))
        self._book = model
        self.empty = ""
        self.tab_through = True
        self.setAlternatingRowColors(False)
        self.front.setAlternatingRowColors(False)
        for view in (self, self.front):
            made = BookDelegate(model.look, self.currentIndex, model.field_at, choices, view)
            made.stepped.connect(self._step)
            made.spread.connect(self._spread)
            view.setItemDelegate(made)

    def edit(self, index: QModelIndex, *how: object) -> bool:  # type: ignore[override]
        trigger = how[0] if how else _ASKED.AllEditTriggers
        of = self._book.field_at(index) if index.isValid() else None
        if of is not None and of.ref == "project" and trigger in _BEGINNING and self._can_type(index):
            # Among thousands of names one is found by its initials, not in a list.
            event = how[1] if len(how) > 1 else None
            typed = event.text().strip() if isinstance(event, QKeyEvent) else ""
            key = self._book.columns[index.column()].key
            self.project_asked.emit(self._book.rows[index.row()], key, typed if typed.isprintable() else "")
            return True
        begun = bool(super().edit(index, *how))
        editor = self.indexWidget(index) if begun else None
        if editor is not None and trigger in {_ASKED.AnyKeyPressed, _ASKED.EditKeyPressed}:
            # Begun by typing, the arrows leave the cell, as in a spreadsheet.
            editor.setProperty("typed", trigger == _ASKED.AnyKeyPressed)
        return begun

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._book.rows:
            # Where typing can begin, not on the number.
            self.go(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif is_delete_row(event):
            self.delete_asked.emit()
        elif event.key() == Qt.Key.Key_Insert and not event.modifiers():
            self.add_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._empty_cells()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open_list()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() == Qt.Key.Key_Semicolon and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._write_today()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty and not self._book.rows:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(tokens.SECOND))
            area = self.viewport().rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty)

    def go(self, row: int, key: str = "") -> None:
        """Make a cell current: that of a column, else the first that can be typed into."""
        keys = [column.key for column in self._book.columns]
        column = keys.index(key) if key in keys else next(
            (n for n in range(len(keys)) if self._can_type(self._book.index(row, n))), 0
        )  # fmt: skip
        self.put(row, column)

    def put(self, row: int, column: int) -> None:
        """Make a cell the current and only chosen one, whatever keys are held (Ctrl would add it to the others)."""
        self.selectionModel().setCurrentIndex(
            self._book.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _empty_cells(self) -> None:
        """What can be typed into is emptied; a row that is chosen where nothing can be is meant itself."""
        chosen = self._chosen()
        if not chosen:
            self.delete_asked.emit()
        full = [index for index in chosen if self._book.cell(index).typed]
        if full:
            self._type_into(full, "")

    def _chosen(self) -> list[QModelIndex]:
        return [index for index in self.selectedIndexes() if self._can_type(index)]

    def _type_into(self, chosen: list[QModelIndex], text: str) -> None:
        self.many_typed.emit([(*self._place_of(index), text) for index in chosen])

    def _place_of(self, index: QModelIndex) -> tuple[dict[str, object], str]:
        return self._book.rows[index.row()], self._book.columns[index.column()].key

    def _paste(self) -> None:
        """One text goes to every chosen cell; a block goes down and to the right, past what cannot be typed into."""
        block = from_text(QGuiApplication.clipboard().text())
        index = self.currentIndex()
        if not block or not index.isValid():
            return
        if len(block) == len(block[0]) == 1:
            chosen = self._chosen()
            if chosen:
                self._type_into(chosen, block[0][0])
            return
        cells = []
        for down, line in enumerate(block):
            for right, text in enumerate(line):
                place = self._book.index(index.row() + down, index.column() + right)
                if place.isValid() and self._can_type(place):
                    cells.append((*self._place_of(place), text))
        if cells:
            self.many_typed.emit(cells)

    def _write_today(self) -> None:
        """Begin editing with today's date, as in the ledger."""
        index = self.currentIndex()
        if index.isValid() and self._can_type(index):
            self.edit(index)
            editor = self.indexWidget(index)
            if editor is not None:
                editor.setText(dt.datetime.now().astimezone().date().isoformat())  # type: ignore[attr-defined]
                editor.setProperty("typed", True)

    def _open_list(self) -> None:
        index = self.currentIndex()
        if index.isValid() and self._can_type(index):
            self.edit(index)
            editor, made = self.indexWidget(index), self.itemDelegate()
            if editor is not None and isinstance(made, BookDelegate):
                made.open_list(editor)

    def _step(self, down: int, right: int) -> None:
        self.setFocus()
        if right:
            self._go_on(right)
        elif self._book.rows and self.currentIndex().isValid():
            row = min(max(self.currentIndex().row() + down, 0), len(self._book.rows) - 1)
            self.put(row, self.currentIndex().column())

    def _spread(self, text: str) -> None:
        """Ctrl+Enter writes to every selected cell that can be typed into."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.closeEditor(editor, BookDelegate.EndEditHint.RevertModelCache)
        self._type_into(self._chosen(), text)
        self.setFocus()
