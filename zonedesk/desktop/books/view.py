"""The table of a book: typed into with the ledger's own editors and keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.child_tab import is_delete_row
from zonedesk.desktop.ledger.delegate import CellDelegate
from zonedesk.desktop.widgets.frozen_columns import FrozenTable
from zonedesk.desktop.widgets.simple_table import NOTED, CellOf, Column, SimpleTableModel
from zonedesk.domain.fields import Field

Index = QModelIndex | QPersistentModelIndex
_ASKED = QAbstractItemView.EditTrigger
_CORNER = 6
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
            font = painter.font()
            font.setUnderline(True)
            painter.setFont(font)
        super().paint(painter, option, index)
        painter.restore()
        if cell.mark == NOTED:
            corner: QPoint = option.rect.topRight()  # type: ignore[attr-defined]
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.YELLOW))
            painter.drawPolygon(QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)]))
            painter.restore()


class BookView(FrozenTable):
    """`add_asked()` and `delete_asked()` for rows; `many_typed(cells, text)`, of pairs of row and key, where one text
    goes to several cells: Del empties what is chosen, and asks for the row where nothing can be typed."""

    add_asked = Signal()
    delete_asked = Signal()
    many_typed = Signal(list, str)

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
        begun = bool(super().edit(index, *how))
        trigger = how[0] if how else _ASKED.AllEditTriggers
        editor = self.indexWidget(index) if begun else None
        if editor is not None and trigger in {_ASKED.AnyKeyPressed, _ASKED.EditKeyPressed}:
            # Begun by typing, the arrows leave the cell, as in a spreadsheet.
            editor.setProperty("typed", trigger == _ASKED.AnyKeyPressed)
        return begun

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
        self.setCurrentIndex(self._book.index(row, column))

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
        keys = [column.key for column in self._book.columns]
        self.many_typed.emit([(self._book.rows[i.row()], keys[i.column()]) for i in chosen], text)

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
            self.setCurrentIndex(self.currentIndex().siblingAtRow(row))

    def _spread(self, text: str) -> None:
        """Ctrl+Enter writes to every selected cell that can be typed into."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.closeEditor(editor, BookDelegate.EndEditHint.RevertModelCache)
        self._type_into(self._chosen(), text)
        self.setFocus()
