"""The grid's model: the rows that are shown, in the order they are shown. It never writes by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.light import colour_of, reasons_told
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.lights import Light
from zonedesk.domain.values import show_value
from zonedesk.ops.table.arrangement import Arrangement
from zonedesk.ops.table.columns import Column, columns_by_key, ledger_columns
from zonedesk.ops.table.grouping import Group
from zonedesk.ops.table.lit import LIGHT_COLUMN
from zonedesk.ops.table.rows import LedgerRows, Patched

Index = QModelIndex | QPersistentModelIndex
Look = tuple[str, QColor | None, int]
Write = Callable[[int, Field, str], bool]
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_DERIVED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _DERIVED | Qt.ItemFlag.ItemIsEditable
_TEXT_ROLES = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.EditRole)})
_NO_INDEX = QModelIndex()
_FEW = 8
_NEAR = 100


class LedgerModel(QAbstractTableModel):
    """Shows some of `LedgerRows`. `setData` asks `write(project_id, field, text)`; the change comes back as a patch."""

    def __init__(self, rows: LedgerRows, write: Write, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.columns: tuple[Column, ...] = ledger_columns()
        self.by_key = columns_by_key()
        self.arrangement = Arrangement(rows)
        self.stray: set[int] = set()
        self._write = write
        self._red, self._grey = QColor(tokens.RED), QColor(tokens.SECOND)
        self._accent = QColor(tokens.ACCENT)
        self._lights = {light: QColor(colour_of(light.value)) for light in Light}

    # What is shown

    def show(self, ids: list[int]) -> None:
        """Show these projects, in the order given or, if a column is sorted by, in its order."""
        self.beginResetModel()
        self.stray.clear()
        self.arrangement.put(ids)
        self.endResetModel()

    def project_at(self, row: int) -> int | None:
        """The project of a row, or None: past the end, or for the head of a group."""
        lines = self.arrangement.lines
        return lines[row] if 0 <= row < len(lines) and lines[row] > 0 else None

    def group_at(self, row: int) -> Group | None:
        """The group whose head a row is, or None."""
        return self.arrangement.group_at(row)

    def row_of(self, pid: int) -> int | None:
        """The row of a project, or None if it is not shown."""
        return self.arrangement.place.get(pid)

    def column_of(self, key: str) -> int:
        """The place of a column."""
        return next(n for n, column in enumerate(self.columns) if column.key == key)

    def shown(self) -> list[int]:
        """The projects shown, from the top. A negative number is no project but the head of a group."""
        return self.arrangement.lines

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The column sorted by (-1 if it is hidden) and how, or None."""
        if self.arrangement.sort is None:
            return None
        key, downwards = self.arrangement.sort
        column = next((n for n, each in enumerate(self.columns) if each.key == key), -1)
        return column, Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder

    # Changes

    def take(self, patched: Patched) -> None:
        """Show what a change did, touching only its rows."""
        if len(patched.deleted) + len(patched.inserted) > _FEW:
            # Row by row, each of a thousand would have all rows numbered anew.
            gone = set(patched.deleted)
            self._arranged_anew(lambda: self.arrangement.take_in(gone, patched.inserted))
        else:
            for pid in patched.deleted:
                self._remove(pid)
            for pid in patched.inserted:
                self._insert(pid)
        for pid in patched.deleted:
            self.rows.forget(pid)
        place, last = self.arrangement.place, len(self.columns) - 1
        changed = {place[pid] for pid in patched.updated if pid in place}
        if self.arrangement.by:
            heads = (self.arrangement.touched(pid) for pid in (*patched.updated, *patched.deleted))
            changed.update(head for head in heads if head is not None)
        for first, end in _runs(sorted(changed)):
            self.dataChanged.emit(self.index(first, 0), self.index(end, last))

    def mark_stray(self, stray: set[int]) -> None:
        """Mark the rows of these projects as no longer fitting the filter or the order."""
        changed, self.stray = self.stray ^ stray, set(stray)
        for row in sorted(row for pid in changed if (row := self.row_of(pid)) is not None):
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)

    def show_in(self, money_unit: str) -> None:
        """Show money in another unit."""
        self.rows.money_unit = money_unit
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.refresh()

    def refresh(self) -> None:
        """Every cell may read differently now."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, empty cells last; a negative column gives the ledger's own order back."""
        downwards = order is Qt.SortOrder.DescendingOrder
        self.sort_by((self.columns[column].key, downwards) if column >= 0 else None)

    def sort_by(self, sort: tuple[str, bool] | None) -> None:
        """Sort by a column's key, downwards if so said; None gives the ledger's own order back."""
        self.arrangement.sort = sort
        self._arranged_anew(self.arrangement.arrange)

    def group_by(self, key: str) -> None:
        """Put the rows under heads; "" takes the heads away."""
        self.arrangement.by = key
        self.arrangement.folded.clear()
        self._arranged_anew(self.arrangement.arrange)

    def fold(self, groups: Iterable[Group], folded: bool) -> None:
        """Fold groups or open them."""
        for group in groups:
            self.arrangement.fold(group, folded)
        self._arranged_anew(self.arrangement.lay_out)

    def _arranged_anew(self, arrange: Callable[[], None]) -> None:
        """Arrange the rows otherwise; what points to a row follows it, or goes to the head it is folded under."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        lines = self.arrangement.lines
        at = [lines[index.row()] for index in before]
        arrange()
        heads = {-number - 1: row for row, number in enumerate(self.arrangement.lines) if number < 0}
        under = {pid: number for number, group in enumerate(self.arrangement.groups) for pid in group.ids}
        after = []
        for line, index in zip(at, before, strict=True):
            row = self.row_of(line) if line > 0 else heads.get(-line - 1)
            if row is None:
                row = heads.get(under.get(line, -1))
            after.append(QModelIndex() if row is None else self.index(row, index.column()))
        self.changePersistentIndexList(before, after)
        self.stray.clear()
        self.layoutChanged.emit()

    # Qt's questions

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.arrangement.lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.arrangement.lines[index.row()] < 0:
            return _DERIVED
        return _DERIVED if self.columns[index.column()].field is None else _EDITABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        pid, column = self.arrangement.lines[index.row()], self.columns[index.column()]
        if role in _TEXT_ROLES:
            return self.look_at(index.row(), index.column())[0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        if pid < 0:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self.colour(pid, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(pid, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or column.field is None:
            return False
        pid = self.project_at(index.row())
        if pid is None:
            return False
        if str(value) == self.rows.text(pid, column):
            return True
        return self._write(pid, column.field, str(value))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._number(section, role)
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head(self.rows.money_unit)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.head(self.rows.money_unit).replace("\n", "")
        return None

    def look_at(self, row: int, number: int) -> Look:
        """A cell as it is painted: asked once, where the roles would be asked one by one."""
        pid, column = self.arrangement.lines[row], self.columns[number]
        if pid < 0:
            return self._head_text(-pid - 1, number), self._accent, _RIGHT if column.numeric else _LEFT
        if column.field is None:
            self.rows.read_ahead(pid, column, lambda: self._near(row))
        return self.rows.text(pid, column), self.colour(pid, column), _RIGHT if column.numeric else _LEFT

    def look(self, index: Index) -> Look:
        """As `look_at`, of an index."""
        return self.look_at(index.row(), index.column())

    def _near(self, row: int) -> list[int]:
        lines = self.arrangement.lines[max(row - _NEAR, 0) : row + _NEAR]
        return [pid for pid in lines if pid > 0]

    def _head_text(self, group_number: int, number: int) -> str:
        """A cell in the head of a group: its name and count, and exact sums under amounts."""
        group, of = self.arrangement.groups[group_number], self.columns[number]
        if number == 0:
            sign, label = "▸" if group.folded else "▾", group.label or self.tr("（空）")
            # The count first: a long name is cut at its end.
            return self.tr("{sign} {count} 个 · {label}").format(sign=sign, label=label, count=len(group.ids))
        if of.field is None or of.field.kind not in {Kind.MONEY, Kind.AREA}:
            return ""
        return show_value(of.field, group.total(self.rows, of), self.rows.money_unit)

    def _number(self, row: int, role: int) -> str | None:
        """The head of a row: its number (a group has none), with a dot if it no longer fits what is looked at."""
        pid = self.project_at(row)
        if pid is None:
            return "" if role == Qt.ItemDataRole.DisplayRole else None
        stray = pid in self.stray
        if role == Qt.ItemDataRole.DisplayRole:
            number = self.arrangement.number(row)
            return f"{number} •" if stray else str(number)
        if role == Qt.ItemDataRole.ToolTipRole and stray:
            return self.tr("已不符合当前筛选或排序，按 F5 重新整理")
        return None

    def colour(self, pid: int, column: Column) -> QColor | None:
        """Red for text that did not fit its field, a light's own, grey for what else is derived, else None."""
        if column.key == LIGHT_COLUMN:
            return self._lights[self.rows.lit.light(self.rows.by_id[pid], self.rows.as_of)]
        if column.field is None:
            return self._grey
        row = self.rows.by_id[pid]
        return self._red if row["unfit"] and self.rows.unfit(row, column.field) is not None else None

    def money(self, pids: Iterable[int], column: Column) -> int:
        """The sum of a money column over some projects, in 元."""
        return sum(self.rows.amount(pid, column) or 0 for pid in pids)

    def _tool_tip(self, pid: int, column: Column) -> str | None:
        if column.key == LIGHT_COLUMN:
            return reasons_told(self.rows.lit.verdicts(self.rows.by_id[pid], self.rows.as_of)) or None
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

    def _insert(self, pid: int) -> None:
        # A project that comes back by undo stands where it stood; a new one has the highest id, the end.
        row = self.arrangement.place_for(pid)
        if self.arrangement.by:
            self._arranged_anew(self.arrangement.arrange)
            return
        self.beginInsertRows(QModelIndex(), row, row)
        self.arrangement.insert(row, pid)
        self.endInsertRows()

    def _remove(self, pid: int) -> None:
        row = self.row_of(pid)
        if row is None:
            self.arrangement.remove(pid)
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        self.arrangement.remove(pid)
        self.endRemoveRows()


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rows in order as first and last of each run without a gap."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
