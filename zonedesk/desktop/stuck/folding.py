"""Folding groups in a table by key and mouse: on a head Left folds, Right opens, Space and a click do the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from zonedesk.desktop.stuck.arrangement import Arrangement
from zonedesk.desktop.widgets.frozen_columns import FrozenTable
from zonedesk.ops.stuck_groups import StuckGroup


class Folding(QObject):
    """`folded()` after a group was folded or opened."""

    folded = Signal()

    def __init__(self, table: FrozenTable, arrangement: Arrangement) -> None:
        super().__init__(table)
        self._table, self._arrangement = table, arrangement
        table.installEventFilter(self)
        for view in (table, table.front):
            view.clicked.connect(self._on_clicked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and self._on_key(Qt.Key(event.key())):
                return True
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        group = self._group(self._table.currentIndex())
        if group is None:
            return False
        now = self._arrangement.is_folded(group)
        wanted = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False, Qt.Key.Key_Space: not now}.get(key)
        if wanted is None or wanted == now:
            return False
        self._fold(group, wanted)
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        group = self._group(index)
        if group is not None and index.column() == 0:
            self._fold(group, not self._arrangement.is_folded(group))

    def _fold(self, group: StuckGroup, folded: bool) -> None:
        self._arrangement.fold(group, folded)
        self.folded.emit()

    def _group(self, index: QModelIndex) -> StuckGroup | None:
        row = self._table.line_at(index)
        return row if isinstance(row, StuckGroup) else None
