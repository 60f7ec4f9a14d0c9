"""Questions to the ledger: rows in, plain values out. Reads never write."""

from __future__ import annotations

import contextlib
import gc
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from operator import itemgetter
from pathlib import Path
from sys import intern
from typing import Any, Self, TypeVar

from zonedesk.domain.columns import DONE, PROJECT_FIELDS, REQUIRED
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.facts import BatchFact, Facts, ListingFact, PendingProcedure, ProcedureCount, ProjectFact
from zonedesk.domain.reporting import last_whole_month
from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.record import Record
from zonedesk.store.schema import RECORDED_TABLES, REFERENCES

_PROJECT_COLUMNS = tuple(field.stored_as for field in PROJECT_FIELDS if field.table == "project")
_OF_PENDING = tuple(
    "coalesce(waiting_reason, next_step)" if field == "note" else field for field in PendingProcedure._fields
)
_PROGRESS_FIELDS = tuple(field for field in PROJECT_FIELDS if field.table == "monthly_progress")

N = TypeVar("N", bound=tuple[Any, ...])
V = TypeVar("V")


class Reader:
    """Reads one connection of the ledger. Damage to the file comes out as a LedgerError."""

    def __init__(self, connection: GuardedConnection) -> None:
        self._connection = connection

    @property
    def connection(self) -> GuardedConnection:
        """For the store's other modules, which ask questions of their own."""
        return self._connection

    def close(self) -> None:
        """Close the connection. Only for a second reader: the first one's belongs to the ledger."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def projects(self, ids: Iterable[int] | None = None) -> list[dict[str, Any]]:
        """Projects as `{"id", each key of PROJECT_FIELDS, "unfit": {column: text}, "extra": {head: text}}`.

        References are ids. Fields kept with the monthly progress show their last reported value (and, under
        their key, the unfit text of the last month). `ids` limits the answer to these projects.
        """
        with self._one_moment():
            return self._projects(ids)

    def _projects(self, ids: Iterable[int] | None) -> list[dict[str, Any]]:
        wanted = None if ids is None else list(ids)
        limit, args = _limit("id", wanted)
        names = ("id", *_PROJECT_COLUMNS, "unfit", "extra")
        with _no_collection():
            rows = sorted(self._columns(names, f"project{limit}", args), key=itemgetter(0))
            projects = [dict(zip(names, row, strict=True)) for row in rows]
        by_id = {project["id"]: project for project in projects}
        for field in _PROGRESS_FIELDS:
            latest = self._latest(field.stored_as, wanted)
            for pid, project in by_id.items():
                project[field.key] = latest.get(pid)
        decoded = self._connection.decoded
        for project in projects:
            project["unfit"] = decoded(project["unfit"])
            project["extra"] = decoded(project["extra"])
        for pid, texts in self._latest("unfit", wanted).items():
            if texts != "{}":
                unfit = decoded(texts)
                by_id[pid]["unfit"] |= {
                    f.key: unfit[f.stored_as] for f in _PROGRESS_FIELDS if f.stored_as in unfit
                }
        return projects

    def project(self, project_id: int) -> dict[str, Any] | None:
        """One project as `projects` gives it, or None."""
        found = self.projects([project_id])
        return found[0] if found else None

    def rows(
        self, table: str, *, order: str = "id", columns: Sequence[str] | None = None, **equal: Any
    ) -> list[dict[str, Any]]:
        """Rows of a recorded table whose columns equal the given values; `unfit` decoded.

        `columns` names those wanted, where whole rows would be very many. KeyError for what the table lacks.
        """
        wanted = self._wanted(table, columns, *equal, order)
        where = " AND ".join(f"{column} IS ?" for column in equal) or "1"
        return self._rows(table, wanted, f" WHERE {where} ORDER BY {order}, id", list(equal.values()))

    def rows_in(
        self, table: str, column: str, values: Iterable[int], *, columns: Sequence[str] | None = None
    ) -> list[dict[str, Any]]:
        """The rows of which `column` (an id) is one of `values`, in the order of their ids; else as `rows`."""
        wanted = self._wanted(table, columns, column)
        limit, args = _limit(column, list(values))
        return self._rows(table, wanted, f"{limit} ORDER BY id", args)

    def values(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        """These columns of every row of a recorded table, in the order of ids: for reading very many rows."""
        wanted = ", ".join(self._wanted(table, columns))
        return self._connection.execute(f"SELECT {wanted} FROM {table} ORDER BY id").fetchall()

    def _wanted(self, table: str, columns: Sequence[str] | None, *also: str) -> Sequence[str]:
        """The columns to read, once it is sure that the table has them and those that are asked by."""
        if table not in RECORDED_TABLES:
            raise KeyError(f"no recorded table {table!r}")
        found = self._connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        known = [name for (name,) in found]
        for column in (*also, *(columns or ())):
            if column not in known:
                raise KeyError(f"{table} has no column {column!r}")
        return columns or known

    def _rows(
        self, table: str, columns: Sequence[str], rest: str, args: Sequence[Any]
    ) -> list[dict[str, Any]]:
        with _no_collection():
            found = self._connection.execute(f"SELECT {', '.join(columns)} FROM {table}{rest}", args)
            rows = [dict(zip(columns, row, strict=True)) for row in found]
            if "unfit" in columns:
                decoded = self._connection.decoded
                for row in rows:
                    row["unfit"] = decoded(row["unfit"])
        return rows

    def unfit(self, table: str) -> list[tuple[int, dict[str, str]]]:
        """Values that were kept as typed (待核): (project, {column: text}) of each row that has any."""
        owner = "id" if table == "project" else "project_id"
        self._wanted(table, None, owner)
        rows = self._connection.execute(
            f"SELECT {owner}, unfit FROM {table} WHERE unfit <> '{{}}' ORDER BY id"
        )
        return [(pid, self._connection.decoded(texts)) for pid, texts in rows]

    def unfit_counts(self) -> dict[int, int]:
        """By project, how many of its values (those of its rows in other tables too) are 待核."""
        found: Counter[int] = Counter()
        for table in ("project", *(hanging for hanging, _ in REFERENCES["project"])):
            for pid, texts in self.unfit(table):
                found[pid] += len(texts)
        return dict(found)

    def names(self, table: str) -> dict[int, str]:
        """Names by id of zones, enterprises, batches or projects."""
        if table not in {"zone", "enterprise", "batch", "project"}:
            raise KeyError(f"{table!r} has no names")
        return dict(self._connection.execute(f"SELECT id, name FROM {table} ORDER BY id"))

    def count(self, table: str) -> int:
        """How many rows a recorded table has."""
        if table not in RECORDED_TABLES:
            raise KeyError(f"no recorded table {table!r}")
        return int(self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def setting(self, key: str, default: str | None = None) -> str | None:
        """A setting that the office has made, or `default`."""
        row = self._connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return row[0] if row else default

    def last_reported_month(self) -> str | None:
        """The newest month (YYYY-MM) with any progress, or None."""
        return self._connection.execute("SELECT max(month) FROM monthly_progress").fetchone()[0]

    def history(self) -> Record:
        """The record as this connection sees it, for asking who wrote a row. Not for writing."""
        return Record(self._connection, "", "")

    def path(self) -> Path:
        """The file that is read."""
        return Path(self._connection.execute("PRAGMA database_list").fetchone()[2])

    def last_change(self) -> int:
        """The number of the newest recorded step: it grows with every write."""
        return int(self._connection.execute("SELECT coalesce(max(id), 0) FROM change_set").fetchone()[0])

    def batches(self) -> dict[int, BatchFact]:
        """All batches by id."""
        rows = self._connection.execute("SELECT id, name, year, seq_no FROM batch")
        return {row[0]: BatchFact._make(row) for row in rows}

    def facts_of_another_day(self, as_of: str, known: Facts) -> Facts:
        """`facts` of the whole ledger for another day; `known` must be of the same state of the ledger.

        Only what depends on the day is read: completed investment and what was not done.
        """
        day, needed = takes_effect(as_of), [(each.project_id, each.required) for each in known.procedures]
        with self._one_moment(), _no_collection(lasting=True):
            counts, pending = self._procedures(day, None, needed)
            completed = self._completed(day, None)
        return replace(known, as_of=day, completed=completed, procedures=counts, pending=pending)

    def facts(self, as_of: str, ids: Iterable[int] | None = None) -> Facts:
        """Everything that figures look at, as of a day (ISO; of a month or year, its last day).

        `ids` limits projects, listings, procedures and completed investment to these projects.
        """
        with self._one_moment(), _no_collection(lasting=ids is None):
            return self._facts(takes_effect(as_of), None if ids is None else list(ids))

    def project_of(self, table: str, row_id: int) -> int | None:
        """The project on which a row of a table hangs; None if the row is gone."""
        found = self.rows(table, id=row_id)
        return found[0]["project_id"] if found else None

    def _facts(self, as_of: str, ids: list[int] | None) -> Facts:
        own, own_ids = _limit("id", ids)
        hanging, args = _limit("project_id", ids)
        projects = _made(ProjectFact, self._columns(ProjectFact._fields, f"project{own}", own_ids))
        listings = _made(ListingFact, self._columns(ListingFact._fields, f"listing{hanging}", args))
        counts, pending = self._procedures(as_of, ids)
        return Facts(
            as_of=as_of,
            # Rows sort by what is first in them, where no two are alike: the id; project, batch and track.
            projects={project[0]: project for project in sorted(projects)},
            listings=sorted(listings),
            batches=self.batches(),
            zones=self.names("zone"),
            completed=self._completed(as_of, ids),
            procedures=counts,
            pending=pending,
        )

    def _completed(self, as_of: str, ids: list[int] | None) -> dict[int, int]:
        """The completed investment last reported up to a day, by project."""
        own, own_ids = _limit("id", ids)
        # One short walk down the index for each project is quicker than reading every month of all of them.
        last = (
            "SELECT id, (SELECT invest_total FROM monthly_progress WHERE project_id = project.id"
            f" AND month <= ? AND invest_total IS NOT NULL ORDER BY month DESC LIMIT 1) AS last FROM project{own}"
        )
        # Projects without a report are left out here: left out in SQL, each would be looked up twice.
        found = self._columns(("id", "last"), f"({last})", (last_whole_month(as_of), *own_ids))
        return {pid: value for pid, value in found if value is not None}

    def _procedures(
        self, as_of: str, ids: list[int] | None, needed: Iterable[tuple[int, int]] | None = None
    ) -> tuple[list[ProcedureCount], list[PendingProcedure]]:
        """How much each project needs and has done, and what is pending; `needed` where the needs are known."""
        required, args = _limit("project_id", ids, more=f"required = '{REQUIRED}'")
        not_done, days = _not_done(as_of)
        rows = self._columns(_OF_PENDING, f"procedure{required} AND {not_done}", (*args, *days))
        pending = sorted(_made(PendingProcedure, rows), key=itemgetter(1, 0))
        waiting = Counter(map(itemgetter(1), pending))
        if needed is None:
            totals = f"(SELECT project_id, count(*) AS number FROM procedure{required} GROUP BY project_id)"
            needed = sorted(self._columns(("project_id", "number"), totals, args))
        counts = ((pid, number, number - waiting.get(pid, 0)) for pid, number in needed)
        return list(_made(ProcedureCount, counts)), pending

    def _columns(self, wanted: Sequence[str], source: str, args: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
        """The rows of `source`, in no sure order: for very many of them.

        SQLite hands over each column whole, as one JSON array: asking it cell by cell takes twice as long.
        """
        arrays = ", ".join(f"json_group_array({column})" for column in wanted)
        found = self._connection.execute(f"SELECT {arrays} FROM {source}", args).fetchone()
        return zip(*(shared(self._connection.decoded(column)) for column in found), strict=True)

    @contextlib.contextmanager
    def _one_moment(self) -> Iterator[None]:
        """Let several questions see the same state, also while another program writes."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")

    def _latest(self, column: str, ids: list[int] | None, month: str = "9999") -> dict[int, Any]:
        """The last value of a monthly column by project, of months up to `month`."""
        limit, args = _limit("project_id", ids, more=f"{column} IS NOT NULL AND month <= ?")
        # With max(), SQLite takes the bare column from the row that holds the maximum.
        sql = f"SELECT project_id, {column}, max(month) FROM monthly_progress{limit} GROUP BY project_id"
        found = self._connection.execute(sql, (month, *args)).fetchall()
        values = shared([value for _, value, _ in found])
        return {row[0]: value for row, value in zip(found, values, strict=True)}


def shared(column: Collection[V]) -> Collection[V]:
    """The same values, those that stand often (days, words of a list, amounts) kept once instead of for each row."""
    distinct = set(column)
    if 2 * len(distinct) > len(column):
        return column
    # Texts are shared with all other rows that keep theirs so.
    kept: dict[Any, Any] = {value: intern(value) if isinstance(value, str) else value for value in distinct}
    return [kept[value] for value in column]


def _made(kind: type[N], rows: Iterable[Any]) -> Iterator[N]:
    """Rows as named tuples. `_make` counts each row's columns again, which takes longer than making it."""
    return map(partial(tuple.__new__, kind), rows)


@contextlib.contextmanager
def _no_collection(*, lasting: bool = False) -> Iterator[None]:
    """Hold the garbage collector back while very many small rows are made: none of them is garbage.

    `lasting` for rows that are kept as long as the ledger is open.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if lasting:
                # What was frozen counts as old: else the next object made would have all rows looked through.
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _limit(column: str, ids: list[int] | None, more: str = "") -> tuple[str, list[str]]:
    parts = [more] if more else []
    if ids is not None:
        # One value, not one mark for each id: SQLite limits the marks, a paste of rows does not.
        parts.append(f"{column} IN (SELECT value FROM json_each(?))")
    return (" WHERE " + " AND ".join(parts) if parts else ""), [] if ids is None else [json.dumps(ids)]


def not_over(as_of: str) -> list[str]:
    """The year and the month that a day (ISO) lies in, if they are not over by its end."""
    return [period for period in (as_of[:4], as_of[:7]) if takes_effect(period) > as_of]


def _not_done(as_of: str) -> tuple[str, list[str]]:
    """A condition that a procedure is not done as of a day, and its values. Its status is the state of today.

    A day sorts by its text; the only partial dates that sort before `as_of` without having taken effect are
    the year and the month that it lies in.
    """
    unfinished = not_over(as_of)
    marks = ", ".join("?" * len(unfinished))
    return f"(status <> '{DONE}' OR done_on > ? OR done_on IN ({marks}))", [as_of, *unfinished]
