"""Cells before and after, to look at and tick before they are written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.lines_model import Index, LinesModel
from zonedesk.ops.cells import Cell
from zonedesk.ops.table.proposals import Proposal

_NAME, _COLUMN, _BEFORE, _AFTER = range(4)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class PreviewModel(LinesModel[Proposal]):
    """Proposals, each ticked until it is unticked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._off: set[int] = set()
        self.heads = (self.tr("项目"), self.tr("栏目"), self.tr("现值"), self.tr("改为"))

    def show(self, lines: list[Proposal]) -> None:
        """Show these, all ticked."""
        self._off.clear()
        super().show(lines)

    def cells(self) -> list[Cell]:
        """What is ticked."""
        return [each.cell for n, each in enumerate(self.lines) if n not in self._off]

    def toggle(self, rows: list[int]) -> None:
        """Untick what is ticked, and the other way round: all like the first."""
        if not rows:
            return
        (self._off.difference_update if rows[0] in self._off else self._off.update)(rows)
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        each, column = self.lines[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            empty = self.tr("（空）")
            text = (each.name, each.column.title, each.before or empty, each.after or empty)[column]
            if role == Qt.ItemDataRole.ToolTipRole and column == _AFTER and each.unfit:
                return self.tr("不合规定，将按原文保留并标为待核：{text}").format(text=text)
            return text
        if role == Qt.ItemDataRole.CheckStateRole and column == _NAME:
            return _UNCHECKED if index.row() in self._off else _CHECKED
        if role == Qt.ItemDataRole.ForegroundRole and column == _BEFORE:
            return QBrush(QColor(tokens.SECOND))
        if role == Qt.ItemDataRole.ForegroundRole and column == _AFTER and each.unfit:
            return QBrush(QColor(tokens.RED))
        if role == Qt.ItemDataRole.BackgroundRole and column == _AFTER:
            return QBrush(QColor(tokens.CHANGED))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle([index.row()])
        return True


class PreviewTable(QTableView):
    """The table of a `PreviewModel`; the space bar ticks what is selected."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.proposals = PreviewModel(self)
        self.setModel(self.proposals)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in ((_NAME, 220), (_COLUMN, 120), (_BEFORE, 190)):
            self.setColumnWidth(column, width)
        head.setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.proposals.toggle(sorted({index.row() for index in self.selectedIndexes()}))
        else:
            super().keyPressEvent(event)
