"""Blocks of cells as tab-separated text, the way Excel and WPS give and take them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionRange, QModelIndex

from zonedesk.ops.table.columns import Column
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.ops.cells import Cell

Ranges = Sequence[QItemSelectionRange]


def selected_cells(model: LedgerModel, selection: Ranges) -> list[tuple[int, Column]]:
    """The selected cells as project and column."""
    shown = model.shown()
    return [
        (pid, column)
        for part in selection
        for pid in shown[part.top() : part.bottom() + 1]
        for column in model.columns[part.left() : part.right() + 1]
    ]


def copied_text(model: LedgerModel, selection: Ranges) -> tuple[str, int]:
    """The selected cells as text and how many they are; unselected cells within the block stay empty."""
    if not selection:
        return "", 0
    top, bottom = min(p.top() for p in selection), max(p.bottom() for p in selection)
    left, right = min(p.left() for p in selection), max(p.right() for p in selection)
    lines = [[""] * (right - left + 1) for _ in range(bottom - top + 1)]
    shown, count = model.shown(), 0
    for part in selection:
        for row in range(part.top(), part.bottom() + 1):
            for column in range(part.left(), part.right() + 1):
                lines[row - top][column - left] = model.rows.text(shown[row], model.columns[column])
                count += 1
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(lines)
    return out.getvalue(), count


def pasted_cells(
    model: LedgerModel, current: QModelIndex, selection: Ranges, text: str
) -> tuple[list[Cell], int]:
    """What a pasted block writes from the top left of the selection on, and how many of its cells have no place.

    A single value fills the whole selection.
    """
    block = list(csv.reader(io.StringIO(text.rstrip("\r\n")), delimiter="\t"))
    if not block or not current.isValid():
        return [], 0
    if len(block) == 1 and len(block[0]) == 1:
        picked = selected_cells(model, selection)
        cells = [Cell(pid, column.key, block[0][0]) for pid, column in picked if column.field is not None]
        return cells, len(picked) - len(cells)
    top = min((part.top() for part in selection), default=current.row())
    left = min((part.left() for part in selection), default=current.column())
    shown, cells, left_out = model.shown(), [], 0
    for down, line in enumerate(block):
        for right, value in enumerate(line):
            row, number = top + down, left + right
            inside = row < len(shown) and number < len(model.columns)
            if inside and model.columns[number].field is not None:
                cells.append(Cell(shown[row], model.columns[number].key, value))
            else:
                left_out += 1
    return cells, left_out
