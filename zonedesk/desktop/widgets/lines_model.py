"""A table model of lines under fixed heads, read on page by page as far as it is looked at."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
Line = TypeVar("Line")


class LinesModel(QAbstractTableModel, Generic[Line]):
    """A subclass sets `heads` and answers `data`; one that reads in pages sets `page` and answers `read_on`."""

    heads: tuple[str, ...] = ()
    page = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.more = False

    def show(self, lines: list[Line]) -> None:
        """Show other lines; a full page of them is read on from."""
        self.beginResetModel()
        self.lines = lines
        self.more = 0 < len(lines) == self.page
        self.endResetModel()

    def read_on(self) -> list[Line]:
        """The next page; less than a page is the last one."""
        return []

    def canFetchMore(self, parent: Index) -> bool:
        return self.more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        fresh = self.read_on()
        self.more = 0 < len(fresh) == self.page
        if fresh:
            self.insert(len(self.lines), fresh)

    def insert(self, row: int, fresh: list[Line]) -> None:
        """Put lines before a row."""
        self.beginInsertRows(QModelIndex(), row, row + len(fresh) - 1)
        self.lines[row:row] = fresh
        self.endInsertRows()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return None
