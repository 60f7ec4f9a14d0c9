"""Which rows are shown: words searched, what each column lets pass, a list of projects asked for, the scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from zonedesk.domain.condition_tests import Stored
from zonedesk.domain.conditions import Condition, parse
from zonedesk.domain.fields import Kind
from zonedesk.domain.view_definition import ColumnFilter
from zonedesk.ops.table.columns import PLANNED, Column
from zonedesk.ops.table.rows import LedgerRows

Passes = Callable[[int], bool]
_SEPARATOR = "、"


@dataclass(frozen=True, slots=True)
class RowList:
    """Projects asked for by name: “开工未投产 43 个”."""

    title: str
    ids: tuple[int, ...]


@dataclass(frozen=True)
class RowFilter:
    """A filter of the table. `columns` holds, by column key, what passes; a key not there lets all pass.

    `within` are the projects of the scope and the view looked at, or None for all; a `rows` list goes before it.
    """

    words: str = ""
    columns: dict[str, ColumnFilter] = field(default_factory=dict)
    rows: RowList | None = None
    within: frozenset[int] | None = None

    def tick(self, key: str, values: frozenset[str]) -> RowFilter:
        """The same filter with these values of a column; none means all."""
        return self.put(key, replace(self.columns.get(key, ColumnFilter()), values=values))

    def put(self, key: str, new: ColumnFilter) -> RowFilter:
        """The same filter with another one on a column; an empty one means all."""
        columns = dict(self.columns)
        if new:
            columns[key] = new
        else:
            columns.pop(key, None)
        return replace(self, columns=columns)

    def ids(self, rows: LedgerRows, columns: dict[str, Column]) -> list[int]:
        """The projects that pass, in the order of the list asked for, else of the ledger."""
        return self._passing(rows, columns, self.columns)

    def passes(self, rows: LedgerRows, columns: dict[str, Column], pid: int) -> bool:
        """Whether one project passes the search and the columns as it stands now."""
        found = rows.index.find(self.words)
        return (found is None or pid in found) and all(
            test_of(rows, columns[key], each)(pid) for key, each in self.columns.items()
        )

    def counts(self, rows: LedgerRows, columns: dict[str, Column], key: str) -> dict[str, int]:
        """The texts of a column and how many rows hold each, of the rows that pass the other columns' filters."""
        others = {other: each for other, each in self.columns.items() if other != key}
        mine = self.columns.get(key, ColumnFilter())
        if mine.text:
            others[key] = replace(mine, values=frozenset())
        counts: dict[str, int] = dict.fromkeys(sorted(mine.values), 0)
        texts = texts_of(rows, columns[key])
        for pid in self._passing(rows, columns, others):
            for text in texts(pid):
                counts[text] = counts.get(text, 0) + 1
        return counts

    def _passing(
        self, rows: LedgerRows, columns: dict[str, Column], filters: dict[str, ColumnFilter]
    ) -> list[int]:
        ids: Iterable[int]
        if self.rows is not None:
            ids = [pid for pid in self.rows.ids if pid in rows.by_id]
        elif self.within is not None:
            within = self.within
            ids = [pid for pid in rows.by_id if pid in within]
        else:
            ids = rows.by_id
        found = rows.index.find(self.words)
        if found is not None:
            ids = [pid for pid in ids if pid in found]
        for key, each in filters.items():
            test = test_of(rows, columns[key], each)
            ids = [pid for pid in ids if test(pid)]
        return list(ids)


def test_of(rows: LedgerRows, column: Column, wanted: ColumnFilter) -> Passes:
    """A quick test of one column for many rows: each different value is looked into once."""
    tests: list[Passes] = []
    if wanted.values:
        tests.append(_ticked(rows, column, wanted.values))
    if wanted.text.strip():
        condition = parse(wanted.text, column.kind, wanted.unit, planned=column.key in PLANNED)
        tests.append(_conditioned(rows, column, condition))
    if len(tests) == 1:
        return tests[0]
    return lambda pid: all(test(pid) for test in tests)


def texts_of(rows: LedgerRows, column: Column) -> Callable[[int], tuple[str, ...]]:
    """The texts by which a row stands in a column's list of values: dates by month, listings one by one."""
    stored, shown = rows.stored_of(column), rows.shown_of(column)
    known: dict[Stored, tuple[str, ...]] = {}

    def texts(pid: int) -> tuple[str, ...]:
        value = stored(pid)
        found = known.get(value)
        if found is None:
            found = known[value] = _texts(column, value, shown(pid))
        return found

    return texts


def _texts(column: Column, value: Stored, shown: str) -> tuple[str, ...]:
    if column.kind is Kind.DATE:
        return (shown[:7] if value == shown else shown,)
    if column.key == "listings":
        return tuple(shown.split(_SEPARATOR))
    return (shown,)


def _ticked(rows: LedgerRows, column: Column, values: frozenset[str]) -> Passes:
    texts = texts_of(rows, column)
    return lambda pid: not values.isdisjoint(texts(pid))


def _conditioned(rows: LedgerRows, column: Column, condition: Condition) -> Passes:
    stored, as_of = rows.stored_of(column), rows.as_of
    known: dict[tuple[Stored, type, bool], bool] = {}
    done = rows.done_of(PLANNED[column.key]) if condition.asks_done else _never

    def test(pid: int) -> bool:
        value = stored(pid)
        case = (value, type(value), done(pid))
        passed = known.get(case)
        if passed is None:
            passed = known[case] = condition.matches(value, as_of, done=case[2])
        return passed

    return test


def _never(_: int) -> bool:
    return False
