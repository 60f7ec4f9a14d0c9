"""Selecting with the mouse: the selection is drawn from the current cell, which stays, also beyond the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from zonedesk.desktop.ledger.grid import LedgerGrid

_SCROLL_MS = 40


class Drag:
    """One drag at a time. While the pointer is beyond an edge, the grid goes on scrolling."""

    def __init__(self, grid: LedgerGrid) -> None:
        self._grid = grid
        self.going = False
        self._pointer = QPoint()
        self._scroll = QTimer(grid, interval=_SCROLL_MS)
        self._scroll.timeout.connect(self._draw)

    def begin(self, index: QModelIndex, event: QMouseEvent) -> bool:
        """A button is pressed on a cell (or beside all); True if the press is spent, as with Shift."""
        held = event.modifiers()
        plain = not held & Qt.KeyboardModifier.ControlModifier
        self.going = event.button() is Qt.MouseButton.LeftButton and index.isValid() and plain
        if self.going and held & Qt.KeyboardModifier.ShiftModifier:
            grid = self._grid
            grid.moves.draw_to(index.row(), grid.columns().index(index.column()))
            return True
        return False

    def follow(self, event: QMouseEvent) -> None:
        """The pointer has moved."""
        if not self.going:
            return
        self._pointer = event.globalPosition().toPoint()
        self._draw()
        if not self._scroll.isActive():
            self._scroll.start()

    def end(self) -> None:
        """The button is up again."""
        self.going = False
        self._scroll.stop()

    def _draw(self) -> None:
        row, number = self._cell_near()
        grid = self._grid
        if row >= 0 and (row, number) != grid.moves.lead:
            grid.moves.draw_to(row, number)
            row, number = grid.moves.lead
            grid.show_cell(row, grid.columns()[number])

    def _cell_near(self) -> tuple[int, int]:
        """The cell at or nearest to the pointer; one further where the pointer has left the grid."""
        grid = self._grid
        at, room = grid.viewport().mapFromGlobal(self._pointer), grid.viewport().rect()
        row = grid.rowAt(min(max(at.y(), 0), room.bottom()))
        row = grid.model().rowCount() - 1 if row < 0 else row
        row += (at.y() > room.bottom()) - (at.y() < 0)
        columns = grid.columns()
        if at.x() >= 0:
            column = grid.columnAt(min(at.x(), room.right()))
        else:
            column = grid.frozen.columnAt(grid.frozen.viewport().mapFromGlobal(self._pointer).x())
        number = columns.index(column) if column in columns else (len(columns) - 1 if at.x() > 0 else 0)
        return row, number + (at.x() > room.right())
