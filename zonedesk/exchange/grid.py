"""A parsed workbook as bare cells: what the parsing process hands over."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Row = list[Any]


@dataclass(slots=True)
class Grid:
    """One sheet from A1 on. Empty cells are ""; `merged` holds (row, column, last row, last column).

    `uncached` are formula cells for which the file holds no result (0-based row, column).
    """

    name: str
    rows: list[Row]
    visible: bool = True
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    uncached: list[tuple[int, int]] = field(default_factory=list)
