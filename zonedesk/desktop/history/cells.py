"""The cells that one step wrote, as a table model made as far as it is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from zonedesk.desktop import tokens
from zonedesk.desktop.history.telling import CellLine

_PAGE = 300
_Index = QModelIndex | QPersistentModelIndex
OLD, NEW = 4, 5
_GROUNDS = {"added": tokens.ADDED, "changed": tokens.CHANGED, "removed": tokens.CONFLICT}


class CellsModel(QAbstractTableModel):
    """An import may have written hundreds of thousands of cells: they are told page by page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[CellLine] = []
        self._rest: Iterator[CellLine] = iter(())
        self._more = False
        self._struck = QFont()
        self._struck.setStrikeOut(True)
        self._words = {"added": self.tr("新增"), "changed": self.tr("修改"), "removed": self.tr("删除")}
        self._heads = (
            self.tr("改动"),
            self.tr("类别"),
            self.tr("名称"),
            self.tr("字段"),
            self.tr("原值"),
            self.tr("新值"),
        )

    def show(self, lines: Iterable[CellLine]) -> None:
        """Show other cells."""
        self.beginResetModel()
        self._rest = iter(lines)
        self._lines = list(islice(self._rest, _PAGE))
        self._more = len(self._lines) == _PAGE
        self.endResetModel()

    def canFetchMore(self, parent: _Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: _Index) -> None:
        fresh = list(islice(self._rest, _PAGE))
        self._more = len(fresh) == _PAGE
        if fresh:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._lines += fresh
            self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words[line.what] if column == 0 else line[column]
        if role == Qt.ItemDataRole.BackgroundRole and column == (OLD if line.what == "removed" else NEW):
            return QColor(_GROUNDS[line.what])
        if column == OLD and role == Qt.ItemDataRole.FontRole:
            return self._struck
        if column == OLD and role == Qt.ItemDataRole.ForegroundRole:
            return QColor(tokens.SECOND)
        return None
