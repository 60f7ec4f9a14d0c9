"""Which rows are shown: words searched, what each column lets pass, a list of projects asked for, the scope."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from zonedesk.domain.condition_tests import Stored, Unfit
from zonedesk.domain.conditions import Condition, parse
from zonedesk.domain.fields import Kind
from zonedesk.domain.view_definition import ColumnFilter
from zonedesk.ops.table.columns import PLANNED, Column
from zonedesk.ops.table.rows import LedgerRows

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
            narrowed(rows, columns[key], each, [pid]) for key, each in self.columns.items()
        )

    def counts(self, rows: LedgerRows, columns: dict[str, Column], key: str) -> dict[str, int]:
        """The texts of a column and how many rows hold each, of the rows that pass the other columns' filters."""
        others = {other: each for other, each in self.columns.items() if other != key}
        mine = self.columns.get(key, ColumnFilter())
        if mine.text:
            others[key] = replace(mine, values=frozenset())
        counts: dict[str, int] = dict.fromkeys(sorted(mine.values), 0)
        column, ids = columns[key], self._passing(rows, columns, others)
        values = rows.values(column, ids)
        texts = _texts_by_value(rows, column, ids, values)
        for value, count in Counter(values).items():
            for text in texts[value]:
                counts[text] = counts.get(text, 0) + count
        return counts

    def _passing(
        self, rows: LedgerRows, columns: dict[str, Column], filters: dict[str, ColumnFilter]
    ) -> list[int]:
        ids: list[int]
        if self.rows is not None:
            ids = [pid for pid in self.rows.ids if pid in rows.by_id]
        elif self.within is not None:
            within = self.within
            ids = [pid for pid in rows.by_id if pid in within]
        else:
            ids = list(rows.by_id)
        found = rows.index.find(self.words)
        if found is not None:
            ids = [pid for pid in ids if pid in found]
        for key, each in filters.items():
            ids = narrowed(rows, columns[key], each, ids)
        return ids


def narrowed(rows: LedgerRows, column: Column, wanted: ColumnFilter, ids: list[int]) -> list[int]:
    """Those of `ids` that a column lets pass. Each different value is looked into once."""
    values = rows.values(column, ids)
    if wanted.values:
        texts = _texts_by_value(rows, column, ids, values)
        passing = {value for value, each in texts.items() if not wanted.values.isdisjoint(each)}
        ids = [pid for pid, value in zip(ids, values, strict=True) if value in passing]
        values = [value for value in values if value in passing]
    if wanted.text.strip():
        condition = parse(wanted.text, column.kind, wanted.unit, planned=column.key in PLANNED)
        ids = _meeting(rows, column, condition, ids, values)
    return ids


def _meeting(
    rows: LedgerRows, column: Column, condition: Condition, ids: list[int], values: list[Stored]
) -> list[int]:
    distinct, as_of = set(values), rows.as_of
    passing = {value for value in distinct if condition.matches(value, as_of)}
    if not condition.asks_done:
        return [pid for pid, value in zip(ids, values, strict=True) if value in passing]
    when_done = {value for value in distinct if condition.matches(value, as_of, done=True)}
    done = rows.done_of(PLANNED[column.key])
    return [
        pid
        for pid, value in zip(ids, values, strict=True)
        if (value in passing or value in when_done) and value in (when_done if done(pid) else passing)
    ]


def _texts_by_value(
    rows: LedgerRows, column: Column, ids: list[int], values: list[Stored]
) -> dict[Stored, tuple[str, ...]]:
    """By value the texts by which it stands in the list of values: dates by month, listings one by one."""
    shown = rows.shown_of(column)
    holders = dict(zip(values, ids, strict=True))
    return {value: _texts(column, value, shown(pid)) for value, pid in holders.items()}


def _texts(column: Column, value: Stored, shown: str) -> tuple[str, ...]:
    if column.kind is Kind.DATE:
        return (shown if value is None or isinstance(value, Unfit) else shown[:7],)
    if column.key == "listings":
        return tuple(shown.split(_SEPARATOR))
    return (shown,)
