"""Which rows of a book are shown, and in what order: chips, words, the head that was clicked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import Any

from zonedesk.desktop.books.cells import BookCells
from zonedesk.desktop.books.spec import BookSpec, Row
from zonedesk.domain.fields import Kind
from zonedesk.ops.line_search import LineSearch, folded


class Arranging:
    """Narrows and sorts. Rows once shown stay where they are (`hold`) until they are arranged anew (`let_go`)."""

    def __init__(self, spec: BookSpec, cells: BookCells) -> None:
        self._spec, self._cells = spec, cells
        self._rows: list[Row] = []
        self._held: list[int] | None = None
        self._sorted: tuple[str, bool] | None = None
        self._search: LineSearch | None = None
        self.pressed: Collection[str] = ()
        self.words = ""
        self.shown: list[Row] = []

    @property
    def holds(self) -> bool:
        """Whether rows stay where they are although they were written to."""
        return self._held is not None

    def take(self, rows: list[Row]) -> None:
        """Go on with these rows."""
        self._rows, self._search = rows, None

    def hold(self) -> None:
        """Keep the rows that are shown in their places."""
        self._held = [row["id"] for row in self.shown]

    def let_go(self) -> None:
        """Arrange all rows anew next time."""
        self._held = None

    def click(self, key: str) -> None:
        """Sort by a column; by the same one again: backwards, then as the book does. "" is the book's own order."""
        if not key:
            self._sorted = None
        elif self._sorted is None or self._sorted[0] != key:
            self._sorted = (key, False)
        else:
            self._sorted = None if self._sorted[1] else (key, True)

    def arrange(self) -> list[Row]:
        """The rows to show."""
        fitting = self._fitting()
        if self._held is None:
            self.shown = fitting
        else:
            there, held = {row["id"]: row for row in self._rows}, set(self._held)
            self.shown = [there[row_id] for row_id in self._held if row_id in there]
            self.shown += [row for row in fitting if row["id"] not in held]
        return self.shown

    def is_in_order(self) -> bool:
        """Whether what is shown is what would be shown anew."""
        return self._held is None or [r["id"] for r in self._fitting()] == [r["id"] for r in self.shown]

    def _fitting(self) -> list[Row]:
        rows = self._rows
        if self._spec.sort:
            rows = sorted(rows, key=self._spec.sort)
        tests = [chip.test for chip in self._spec.chips if chip.key in self.pressed]
        if tests:
            rows = [row for row in rows if any(test(row) for test in tests)]
        if words := folded(self.words).split():
            found = self._found(words)
            rows = [row for row in rows if row["id"] in found]
        if self._sorted:
            key, backwards = self._sorted
            # What is empty comes last either way, as in a spreadsheet.
            full = [row for row in rows if row.get(key) not in (None, "")]
            full.sort(key=lambda row: self._order(row, key), reverse=backwards)
            rows = full + [row for row in rows if row.get(key) in (None, "")]
        return list(rows)

    def _order(self, row: Row, key: str) -> tuple[int, Any]:
        value, of = row[key], self._cells.field(key)
        if isinstance(value, int):
            return (0, value)
        if of is not None and of.kind in {Kind.MONEY, Kind.AREA}:
            return (0, Decimal(value))
        return (1, self._cells.text(row, key))

    def _found(self, words: list[str]) -> set[int]:
        rows = self._rows
        if self._search is None:
            keys = [column.key for column in self._spec.columns]
            self._search = LineSearch(" ".join(self._cells.text(row, key) for key in keys) for row in rows)
        numbers: Iterable[int] = range(len(rows))
        for word in words:
            numbers = self._search.among(word, numbers)
        return {rows[number]["id"] for number in numbers}
