"""Rows that hang on a project: its listings, procedures, months, problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from zonedesk.desktop import tokens
from zonedesk.domain.columns import TRACKS, field_of
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import show_value, unit_of

Index = QModelIndex | QPersistentModelIndex
Write = Callable[[int, Field, str], bool]
_NO_INDEX = QModelIndex()
_NUMBERS = frozenset({Kind.MONEY, Kind.AREA, Kind.INTEGER})
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class ChildView:
    """Which columns of a table are shown, how wide, in what order. `new` are the texts with which a row is added.

    `today` is the column in which a new row begins with the day looked at; `empty` what is said without rows. Not `editable`: where the page that keeps
    the rows writes more than one cell at a time.
    """

    table: str
    title: str
    keys: tuple[str, ...]
    widths: tuple[int, ...]
    order: str = "id"
    newest_first: bool = False
    most: int | None = None
    new: dict[str, str] = field(default_factory=dict)
    today: str = ""
    empty: str = ""
    editable: bool = True


class ChildModel(QAbstractTableModel):
    """One project's rows of one table."""

    def __init__(self, view: ChildView, names: Callable[[str], dict[int, str]], write: Write) -> None:
        super().__init__()
        self.view = view
        self.fields = [field_of(view.table, key) for key in view.keys]
        self.money_unit = "亿元"
        self.writable = True
        self.rows: list[dict[str, Any]] = []
        self._names, self._write = names, write
        self._red = QColor(tokens.RED)

    def show_rows(self, rows: list[dict[str, Any]], money_unit: str) -> None:
        """Show these rows; the same rows with other values keep selection and scroll."""
        same = [row["id"] for row in rows] == [row["id"] for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self.money_unit = rows, money_unit
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.fields) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.fields) - 1)

    def look(self, index: Index) -> tuple[str, QColor | None, int]:
        """A cell as it is painted."""
        row, field = self.rows[index.row()], self.field_at(index)
        colour = self._red if field.stored_as in row["unfit"] else None
        return self._text(row, field), colour, _RIGHT if field.kind in _NUMBERS else _LEFT

    def field_at(self, index: Index) -> Field:
        """The registry entry of a cell."""
        return self.fields[index.column()]

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self.writable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, field = self.rows[index.row()], self.field_at(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(row, field)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if field.kind in _NUMBERS else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and field.stored_as in row["unfit"]:
            return self._red
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        return self._write(self.rows[index.row()]["id"], self.field_at(index), str(value))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        unit = unit_of(self.fields[section], self.money_unit)
        return f"{self.fields[section].label}\n({unit})" if unit else self.fields[section].label

    def _text(self, row: dict[str, Any], field: Field) -> str:
        if field.stored_as in row["unfit"]:
            return str(row["unfit"][field.stored_as])
        value = row[field.stored_as]
        if value is not None and field.kind is Kind.REF:
            return self._names(field.ref).get(value, "")
        if field.key == "track":
            return TRACKS.get(value, "")
        return show_value(field, value, self.money_unit)
