"""The cells that one step wrote, as a table model made as far as it is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont

from zonedesk.desktop import tokens
from zonedesk.desktop.history.telling import CellLine
from zonedesk.desktop.widgets.lines_model import Index, LinesModel

OLD, NEW = 4, 5
_GROUNDS = {"added": tokens.ADDED, "changed": tokens.CHANGED, "removed": tokens.CONFLICT}


class CellsModel(LinesModel[CellLine]):
    """An import may have written hundreds of thousands of cells: they are told page by page."""

    page = 300

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest: Iterator[CellLine] = iter(())
        self._struck = QFont()
        self._struck.setStrikeOut(True)
        self._words = {"added": self.tr("新增"), "changed": self.tr("修改"), "removed": self.tr("删除")}
        self.heads = (
            self.tr("改动"),
            self.tr("类别"),
            self.tr("名称"),
            self.tr("字段"),
            self.tr("原值"),
            self.tr("新值"),
        )

    def show(self, lines: Iterable[CellLine]) -> None:
        self._rest = iter(lines)
        super().show(self.read_on())

    def read_on(self) -> list[CellLine]:
        return list(islice(self._rest, self.page))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self.lines[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words[line.what] if column == 0 else line[column]
        if role == Qt.ItemDataRole.BackgroundRole and column == (OLD if line.what == "removed" else NEW):
            return QColor(_GROUNDS[line.what])
        if column == OLD and role == Qt.ItemDataRole.FontRole:
            return self._struck
        if column == OLD and role == Qt.ItemDataRole.ForegroundRole:
            return QColor(tokens.SECOND)
        return None
