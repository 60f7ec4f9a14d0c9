"""The grid's model: the rows that are shown, in the order they are shown. It never writes by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from zonedesk.desktop import tokens
from zonedesk.ops.table.columns import Column, ledger_columns
from zonedesk.ops.table.rows import LedgerRows, Patched
from zonedesk.domain.fields import Field, Kind

Index = QModelIndex | QPersistentModelIndex
Look = tuple[str, QColor | None, int]
Write = Callable[[int, Field, str], bool]
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_DERIVED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _DERIVED | Qt.ItemFlag.ItemIsEditable
_TEXT_ROLES = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)})
_NO_INDEX = QModelIndex()


class LedgerModel(QAbstractTableModel):
    """Shows some of `LedgerRows`. `setData` asks `write(project_id, field, text)`; the change comes back as a patch."""

    def __init__(self, rows: LedgerRows, write: Write, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.columns: tuple[Column, ...] = ledger_columns()
        self.by_key = {column.key: column for column in self.columns}
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._write = write
        self._shown: list[int] = []
        self._natural: list[int] = []
        self._by_number = True
        self._place: dict[int, int] = {}
        self._red, self._grey = QColor(tokens.RED), QColor(tokens.SECOND)

    # What is shown

    def show(self, ids: list[int]) -> None:
        """Show these projects, in the order given or, if a column is sorted by, in its order."""
        self.beginResetModel()
        self._natural = list(ids)
        self._by_number = ids == sorted(ids)
        self._arrange()
        self.endResetModel()

    def project_at(self, row: int) -> int | None:
        """The project of a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, pid: int) -> int | None:
        """The row of a project, or None if it is not shown."""
        return self._place.get(pid)

    def column_of(self, key: str) -> int:
        """The place of a column."""
        return next(n for n, column in enumerate(self.columns) if column.key == key)

    def shown(self) -> list[int]:
        """The projects shown, from the top."""
        return self._shown

    # Changes

    def take(self, patched: Patched) -> None:
        """Show what a change did, touching only its rows."""
        for pid in patched.deleted:
            self._remove(pid)
            self.rows.forget(pid)
        for pid in patched.inserted:
            self._insert(pid)
        last = len(self.columns) - 1
        for row in sorted(self._place[pid] for pid in patched.updated if pid in self._place):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def show_in(self, money_unit: str) -> None:
        """Show money in another unit."""
        self.rows.money_unit = money_unit
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.refresh()

    def refresh(self) -> None:
        """Every cell may read differently now."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(self.columns) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, empty cells last; a negative column gives the ledger's own order back."""
        self.sorted_by = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        at = [self.project_at(index.row()) for index in before]
        self._arrange()
        after = [
            self.index(self._place[pid], index.column()) if pid is not None else QModelIndex()
            for pid, index in zip(at, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # Qt's questions

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _DERIVED if self.columns[index.column()].field is None else _EDITABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        pid, column = self._shown[index.row()], self.columns[index.column()]
        if role in _TEXT_ROLES:
            return self.rows.text(pid, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self.colour(pid, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(pid, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or column.field is None:
            return False
        pid = self._shown[index.row()]
        if str(value) == self.rows.text(pid, column):
            return True
        return self._write(pid, column.field, str(value))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head(self.rows.money_unit)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.head(self.rows.money_unit).replace("\n", "")
        return None

    def look(self, index: Index) -> Look:
        """A cell as it is painted: asked once, where the roles would be asked one by one."""
        pid, column = self._shown[index.row()], self.columns[index.column()]
        return self.rows.text(pid, column), self.colour(pid, column), _RIGHT if column.numeric else _LEFT

    def colour(self, pid: int, column: Column) -> QColor | None:
        """Red for text that did not fit its field, grey for what is derived, else None."""
        if column.field is None:
            return self._grey
        row = self.rows.by_id[pid]
        return self._red if row["unfit"] and self.rows.unfit(row, column.field) is not None else None

    def money(self, pids: Iterable[int], column: Column) -> int:
        """The sum of a money column over some projects, in 元."""
        return sum(self.rows.amount(pid, column) or 0 for pid in pids)

    def _tool_tip(self, pid: int, column: Column) -> str | None:
        text = self.rows.text(pid, column)
        if column.field is not None and self.rows.unfit(self.rows.by_id[pid], column.field) is not None:
            kinds = {
                Kind.DATE: self.tr("日期"),
                Kind.MONEY: self.tr("金额"),
                Kind.AREA: self.tr("面积"),
                Kind.BOOL: self.tr("“是”或“否”"),
            }
            kind = kinds.get(column.field.kind, self.tr("数字"))
            return self.tr("待核：按原文保留“{text}”，不是{kind}").format(text=text, kind=kind)
        return text if len(text) > 8 else None

    def _arrange(self) -> None:
        self._shown = list(self._natural)
        if self.sorted_by is not None:
            number, order = self.sorted_by
            column = self.columns[number]
            if column.field is None:
                self.rows.derive_everything()
            keys = {pid: self.rows.order(pid, column) for pid in self._shown}
            empty = [pid for pid in self._shown if keys[pid] is None]
            filled = [pid for pid in self._shown if keys[pid] is not None]
            filled.sort(key=keys.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder)
            self._shown = filled + empty
        self._renumber()

    def _renumber(self) -> None:
        self._place = dict(zip(self._shown, range(len(self._shown)), strict=True))

    def _insert(self, pid: int) -> None:
        # A project that comes back by undo stands where it stood; a new one has the highest id, the end.
        place = bisect_left(self._natural, pid) if self._by_number else len(self._natural)
        self._natural.insert(place, pid)
        row = place if self.sorted_by is None else len(self._shown)
        self.beginInsertRows(QModelIndex(), row, row)
        self._shown.insert(row, pid)
        self._renumber()
        self.endInsertRows()

    def _remove(self, pid: int) -> None:
        row = self._place.get(pid)
        if row is None:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._shown[row]
        self._natural.remove(pid)
        self._renumber()
        self.endRemoveRows()
