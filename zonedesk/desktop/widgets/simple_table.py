"""A table of rows that were read whole: cells that open the projects they count, cells that are typed into.

Rows may be anything; a function makes a `Cell` of a row and a column's key, when it is first looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont

from zonedesk.desktop.widgets.link_line import Link

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, width in pixels, how it stands, and the list to choose from when typed into."""

    key: str
    label: str
    width: int = 80
    right: bool = False
    centre: bool = False
    stretch: bool = False
    choices: tuple[str, ...] = ()
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows. `typed` is the text to begin editing with; None means it cannot be edited.

    `mark` names a sign that a delegate draws in the text's place; NOTED, a corner beside the text: the tip has more.
    `ground` is the colour behind it, "" for the usual one.
    """

    text: str = ""
    link: Link | None = None
    tip: str = ""
    colour: str = ""
    bold: bool = False
    typed: str | None = None
    mark: str = ""
    ground: str = ""


CellOf = Callable[[Any, str], Cell]


class SimpleTableModel(QAbstractTableModel):
    """`edited(row, key, text)` when a cell was typed into; writing it down is the page's work."""

    edited = Signal(object, str, str)

    def __init__(self, columns: Sequence[Column], cell_of: CellOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[Any] = []
        self._cell_of = cell_of
        self._cells: dict[tuple[int, int], Cell] = {}

    def show(self, rows: Sequence[Any], columns: Sequence[Column] | None = None) -> None:
        """Show other rows, and other columns if given."""
        self.beginResetModel()
        self.rows = list(rows)
        if columns is not None:
            self.columns = tuple(columns)
        self._cells.clear()
        self.endResetModel()

    def renew(self, rows: Sequence[Any]) -> None:
        """Show the same rows with new values: selection, scroll and an open editor stay."""
        self.rows = list(rows)
        self._cells.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def rename(self, columns: Sequence[Column]) -> None:
        """Give the same columns new heads."""
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def cell(self, index: Index) -> Cell:
        """The cell at a place."""
        place = (index.row(), index.column())
        if place not in self._cells:
            self._cells[place] = self._cell_of(self.rows[place[0]], self.columns[place[1]].key)
        return self._cells[place]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell, column = self.cell(index), self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.EditRole:
            return cell.text if cell.typed is None else cell.typed
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor(cell.colour)) if cell.colour else None
        if role == Qt.ItemDataRole.BackgroundRole:
            return QBrush(QColor(cell.ground)) if cell.ground else None
        if role == Qt.ItemDataRole.FontRole and cell.bold:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.cell(index)
        text = str(value or "").strip()
        if role != Qt.ItemDataRole.EditRole or cell.typed is None or text == cell.typed:
            return False
        self.edited.emit(self.rows[index.row()], self.columns[index.column()].key, text)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.cell(index).typed is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None


def _alignment(column: Column) -> int:
    across = Qt.AlignmentFlag.AlignLeft
    if column.right:
        across = Qt.AlignmentFlag.AlignRight
    elif column.centre:
        across = Qt.AlignmentFlag.AlignHCenter
    return int(across | Qt.AlignmentFlag.AlignVCenter)
