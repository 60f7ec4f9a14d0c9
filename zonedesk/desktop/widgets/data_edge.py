"""Where filled cells end: where Ctrl with an arrow goes in every table, as in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable

Place = tuple[int, int]
Filled = Callable[[int, int], bool | None]


def data_edge(filled: Filled, row: int, column: int, down: int, right: int) -> Place:
    """The last filled cell of the run that goes on from here, or else the next filled one, or the edge of the table.

    `filled` says whether the cell at a place holds text, None outside the table; one of `down` and `right` is 1 or -1.
    """
    within = filled(row, column) and filled(row + down, column + right)
    while (ahead := filled(row + down, column + right)) is not None:
        if within and not ahead:
            break
        row, column = row + down, column + right
        if ahead and not within:
            break
    return row, column
