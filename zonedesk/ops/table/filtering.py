"""Which rows are shown: words searched, values ticked, a list of projects asked for, the scope. Qt-free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from zonedesk.ops.table.columns import Column
from zonedesk.ops.table.rows import LedgerRows


@dataclass(frozen=True, slots=True)
class RowList:
    """Projects asked for by name: “开工未投产 43 个”."""

    title: str
    ids: tuple[int, ...]


@dataclass(frozen=True)
class RowFilter:
    """A filter of the grid. `ticked` holds, by column key, the texts that pass; a key not there lets all pass.

    `within` are the projects of the scope looked at, or None for all; a `rows` list goes before it.
    """

    words: str = ""
    ticked: dict[str, frozenset[str]] = field(default_factory=dict)
    rows: RowList | None = None
    within: frozenset[int] | None = None

    def tick(self, key: str, values: frozenset[str]) -> RowFilter:
        """The same filter with these values of a column; none means all."""
        ticked = {other: known for other, known in self.ticked.items() if other != key}
        if values:
            ticked[key] = values
        return replace(self, ticked=ticked)

    def ids(self, rows: LedgerRows, columns: dict[str, Column]) -> list[int]:
        """The projects that pass, in the order of the list asked for, else of the ledger."""
        return self._passing(rows, columns, self.ticked)

    def counts(self, rows: LedgerRows, columns: dict[str, Column], key: str) -> dict[str, int]:
        """The texts of a column and how many rows hold each, of the rows that pass all other filters."""
        others = {other: values for other, values in self.ticked.items() if other != key}
        text = reader_of(rows, columns[key])
        counts: dict[str, int] = dict.fromkeys(sorted(self.ticked.get(key, ())), 0)
        for pid in self._passing(rows, columns, others):
            value = text(pid)
            counts[value] = counts.get(value, 0) + 1
        return counts

    def _passing(
        self, rows: LedgerRows, columns: dict[str, Column], ticked: dict[str, frozenset[str]]
    ) -> list[int]:
        if self.rows is not None:
            ids = [pid for pid in self.rows.ids if pid in rows.by_id]
        else:
            ids = list(rows.by_id)
            if self.within is not None:
                ids = [pid for pid in ids if pid in self.within]
        found = rows.index.find(self.words)
        if found is not None:
            ids = [pid for pid in ids if pid in found]
        for key, values in ticked.items():
            text = reader_of(rows, columns[key])
            ids = [pid for pid in ids if text(pid) in values]
        return ids


def reader_of(rows: LedgerRows, column: Column) -> Callable[[int], str]:
    """How to read one column's text quickly for many rows."""
    if column.field is None:
        rows.derive_everything()
    return lambda pid: rows.text(pid, column)
