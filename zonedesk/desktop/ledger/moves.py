"""Where the current cell goes and what is selected, as in a spreadsheet.

The current cell stays while a selection is drawn from it; places are counted over the columns in view.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel, QModelIndex

from zonedesk.desktop.widgets.data_edge import data_edge

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ADD = QItemSelectionModel.SelectionFlag.Select
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate
Place = tuple[int, int]


class Sheet(Protocol):
    """What moving asks of the grid."""

    def model(self) -> QAbstractItemModel: ...
    def selectionModel(self) -> QItemSelectionModel: ...
    def currentIndex(self) -> QModelIndex: ...
    def columns(self) -> Sequence[int]: ...
    def show_cell(self, row: int, column: int) -> None: ...
    def scroll_to_left(self) -> None: ...
    def rows_in_sight(self) -> int: ...
    def filled(self, row: int, column: int) -> bool: ...


class Moves:
    """Moves on one grid. A place is (row, number of the column among those in view)."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._lead: Place | None = None
        self._tab_from: int | None = None

    # Where things are

    @property
    def here(self) -> Place:
        """The current cell."""
        index = self._sheet.currentIndex()
        return (max(index.row(), 0), self._number(index.column()))

    @property
    def lead(self) -> Place:
        """The moving corner of the selection: the current cell while nothing is drawn out."""
        return self._lead or self.here

    def forget(self) -> None:
        """The current cell went elsewhere by itself: nothing is drawn out, no row of Tabs is under way."""
        self._lead = self._tab_from = None

    def blocks(self) -> list[tuple[int, int, int, int]]:
        """The selected rectangles in view as top, left, bottom, right, the columns as numbers in view."""
        columns = self._sheet.columns()
        numbers = {column: number for number, column in enumerate(columns)}
        found: dict[tuple[int, int], list[int]] = {}
        for part in self._sheet.selectionModel().selection().toList():
            within = [n for c, n in numbers.items() if part.left() <= c <= part.right()]
            found.setdefault((part.top(), part.bottom()), []).extend(within)
        blocks = []
        for (top, bottom), within in found.items():
            for left, right in _runs(sorted(set(within))):
                blocks.append((top, left, bottom, right))
        return blocks

    # Moving

    def go(self, row: int, number: int) -> None:
        """Make one cell the current and only selected one."""
        if not self._sheet.model().rowCount() or not self._sheet.columns():
            return
        row, number = self._clamped(row, number)
        self.forget()
        index = self._index(row, number)
        self._sheet.selectionModel().setCurrentIndex(index, _ONLY)
        self._sheet.show_cell(row, index.column())

    def by(self, down: int, right: int, *, extend: bool = False) -> None:
        """Go on by so many cells, or draw the selection out by them."""
        row, number = self.lead if extend else self.here
        self._to(row + down, number + right, extend=extend)

    def page(self, pages: int, *, extend: bool = False) -> None:
        """Go on by as many rows as are in sight."""
        self.by(pages * self._sheet.rows_in_sight(), 0, extend=extend)

    def edge(self, down: int, right: int, *, extend: bool = False) -> None:
        """Go to where filled cells end, or to the next filled one."""
        row, number = data_edge(self._filled, *(self.lead if extend else self.here), down, right)
        self._to(row, number, extend=extend)

    def to_row_end(self, last: bool, *, extend: bool = False) -> None:
        """Go to the first or last column of the row."""
        row = (self.lead if extend else self.here)[0]
        self._to(row, len(self._sheet.columns()) - 1 if last else 0, extend=extend)
        if not last:
            self._sheet.scroll_to_left()

    def to_corner(self, last: bool, *, extend: bool = False) -> None:
        """Go to the first or the last cell of all."""
        rows, columns = self._sheet.model().rowCount(), len(self._sheet.columns())
        self._to(*((rows - 1, columns - 1) if last else (0, 0)), extend=extend)
        if not last:
            self._sheet.scroll_to_left()

    def advance(self, down: int, right: int) -> None:
        """Go on as Enter and Tab do: round inside a selected block; after Tabs, Enter goes back below the first."""
        blocks = self.blocks()
        if len(blocks) == 1 and _cells(blocks[0]) > 1:
            self._round(blocks[0], down, right)
            return
        row, number = self.here
        if right:
            begun = number if self._tab_from is None else self._tab_from
            self.go(row, number + right)
            self._tab_from = begun
        else:
            self.go(row + down, number if self._tab_from is None or down < 0 else self._tab_from)

    # Selecting

    def draw_to(self, row: int, number: int) -> None:
        """Draw the selection from the current cell to this one."""
        self._lead = self._clamped(row, number)
        self._sheet.selectionModel().select(self._block(self.here, self._lead), _ONLY)

    def select(self, top: int, left: int, bottom: int, right: int) -> None:
        """Make a block the selection and its first cell the current one."""
        self.go(top, left)
        self._lead = self._clamped(bottom, right)
        self._sheet.selectionModel().select(self._block((top, left), self._lead), _ONLY)

    def everything(self) -> None:
        """Select all cells; the current one stays."""
        self._select_keeping(0, 0, self._sheet.model().rowCount() - 1, len(self._sheet.columns()) - 1)

    def whole_columns(self) -> None:
        """Select the columns that the selection stands in."""
        last = self._sheet.model().rowCount() - 1
        for n, (_, left, _, right) in enumerate(self.blocks()):
            self._select_keeping(0, left, last, right, add=n > 0)

    def whole_rows(self) -> None:
        """Select the rows that the selection stands in."""
        last = len(self._sheet.columns()) - 1
        for n, (top, _, bottom, _) in enumerate(self.blocks()):
            self._select_keeping(top, 0, bottom, last, add=n > 0)

    def _select_keeping(self, top: int, left: int, bottom: int, right: int, *, add: bool = False) -> None:
        if bottom < top or right < left:
            return
        chosen = self._block((top, left), (bottom, right))
        self._sheet.selectionModel().select(chosen, _ADD if add else _ONLY)

    def _to(self, row: int, number: int, *, extend: bool) -> None:
        if not extend:
            self.go(row, number)
            return
        row, number = self._clamped(row, number)
        self.draw_to(row, number)
        self._sheet.show_cell(row, self._sheet.columns()[number])

    def _round(self, block: tuple[int, int, int, int], down: int, right: int) -> None:
        top, left, bottom, right_edge = block
        tall, wide = bottom - top + 1, right_edge - left + 1
        row, number = self.here
        if down:
            at = (number - left) * tall + (row - top) + down
            at %= tall * wide
            row, number = top + at % tall, left + at // tall
        else:
            at = ((row - top) * wide + (number - left) + right) % (tall * wide)
            row, number = top + at // wide, left + at % wide
        lead = self._lead
        self._sheet.selectionModel().setCurrentIndex(self._index(row, number), _KEEP)
        self._lead = lead
        self._sheet.show_cell(row, self._sheet.columns()[number])

    def _block(self, one: Place, other: Place) -> QItemSelection:
        top, bottom = sorted((one[0], other[0]))
        left, right = sorted((one[1], other[1]))
        model, chosen = self._sheet.model(), QItemSelection()
        for first, last in _runs(sorted(self._sheet.columns()[left : right + 1])):
            chosen.select(model.index(top, first), model.index(bottom, last))
        return chosen

    def _clamped(self, row: int, number: int) -> Place:
        rows, columns = self._sheet.model().rowCount(), len(self._sheet.columns())
        return (min(max(row, 0), rows - 1), min(max(number, 0), columns - 1))

    def _index(self, row: int, number: int) -> QModelIndex:
        return self._sheet.model().index(row, self._sheet.columns()[number])

    def _number(self, column: int) -> int:
        columns = self._sheet.columns()
        return columns.index(column) if column in columns else 0

    def _filled(self, row: int, number: int) -> bool | None:
        """Whether a cell holds text; None outside the table."""
        columns = self._sheet.columns()
        if not (0 <= row < self._sheet.model().rowCount() and 0 <= number < len(columns)):
            return None
        return self._sheet.filled(row, columns[number])


def _cells(block: tuple[int, int, int, int]) -> int:
    return (block[2] - block[0] + 1) * (block[3] - block[1] + 1)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in order as runs without gaps."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
