"""Questions to the ledger: rows in, plain values out. Reads never write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

from zonedesk.domain.columns import PROJECT_FIELDS
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.facts import BatchFact, Facts
from zonedesk.store.bulk import Question, answer, limited, no_collection, one_moment, shared
from zonedesk.store.facts_reader import FactsReader
from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.record import Record
from zonedesk.store.schema import RECORDED_TABLES, REFERENCES
from zonedesk.store.sound import damaged, is_month, must_be

_PROJECT_COLUMNS = tuple(field.stored_as for field in PROJECT_FIELDS if field.table == "project")
_PROGRESS_FIELDS = tuple(field for field in PROJECT_FIELDS if field.table == "monthly_progress")


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
        with one_moment(self._connection):
            return self._projects(ids)

    def _projects(self, ids: Iterable[int] | None) -> list[dict[str, Any]]:
        wanted = None if ids is None else list(ids)
        limit, args = limited("id", wanted)
        names = ("id", *_PROJECT_COLUMNS, "unfit", "extra")
        with no_collection():
            columns = answer(
                self._connection, Question(names, f"(SELECT * FROM project{limit} ORDER BY id)", args, names)
            )
            projects = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
        by_id = {project["id"]: project for project in projects}
        for field in _PROGRESS_FIELDS:
            latest = self._latest(field.stored_as, wanted)
            for pid, project in by_id.items():
                project[field.key] = latest.get(pid)
        named = self._connection.named
        for project in projects:
            project["unfit"] = named(project["unfit"])
            project["extra"] = named(project["extra"])
        for pid, texts in self._latest("unfit", wanted).items():
            if texts != "{}":
                unfit = named(texts)
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
        limit, args = limited(column, list(values))
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
        with no_collection():
            found = self._connection.execute(f"SELECT {', '.join(columns)} FROM {table}{rest}", args)
            rows = [dict(zip(columns, row, strict=True)) for row in found]
            if "unfit" in columns:
                named = self._connection.named
                for row in rows:
                    row["unfit"] = named(row["unfit"])
        return rows

    def unfit(self, table: str) -> list[tuple[int, dict[str, str]]]:
        """Values that were kept as typed (待核): (project, {column: text}) of each row that has any."""
        owner = "id" if table == "project" else "project_id"
        self._wanted(table, None, owner)
        rows = self._connection.execute(
            f"SELECT {owner}, unfit FROM {table} WHERE unfit <> '{{}}' ORDER BY id"
        )
        return [(pid, self._connection.named(texts)) for pid, texts in rows]

    def unfit_counts(self) -> dict[int, int]:
        """By project, how many of its values (those of its rows in other tables too) are 待核."""
        found: Counter[int] = Counter()
        for table in ("project", *(hanging for hanging, _ in REFERENCES["project"])):
            for pid, texts in self.unfit(table):
                found[pid] += len(texts)
        return dict(found)

    def names(self, table: str) -> dict[int, str]:
        """Names by id of a recorded table's rows. KeyError for a table whose rows have none."""
        self._wanted(table, ("name",))
        found = dict(self._connection.execute(f"SELECT id, name FROM {table} ORDER BY id"))
        must_be(str, found.values(), self._connection.path)
        return found

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
        """The newest month (YYYY-MM) with any progress, or None. LedgerError if that is no month."""
        month: str | None = self._connection.execute("SELECT max(month) FROM monthly_progress").fetchone()[0]
        if month is not None and not is_month(month):
            raise damaged(self._connection.path)
        return month

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
        found = {row[0]: BatchFact._make(row) for row in rows}
        must_be(str, (batch.name for batch in found.values()), self._connection.path)
        orders = (number for batch in found.values() for number in (batch.year, batch.seq_no))
        must_be(int, orders, self._connection.path)
        return found

    def facts_of_another_day(self, as_of: str, known: Facts) -> Facts:
        """`facts` of the whole ledger for another day; `known` must be of the same state of the ledger.

        Only what depends on the day is read: completed investment and what was not done.
        """
        with one_moment(self._connection), no_collection(lasting=True):
            return FactsReader(self._connection, takes_effect(as_of)).another_day(known)

    def facts(self, as_of: str, ids: Iterable[int] | None = None) -> Facts:
        """Everything that figures look at, as of a day (ISO; of a month or year, its last day).

        `ids` limits projects, listings, procedures and completed investment to these projects.
        """
        with one_moment(self._connection), no_collection(lasting=ids is None):
            facts = FactsReader(self._connection, takes_effect(as_of))
            return facts.read(self.batches(), self.names("zone"), None if ids is None else list(ids))

    def project_of(self, table: str, row_id: int) -> int | None:
        """The project on which a row of a table hangs; None if the row is gone."""
        found = self.rows(table, id=row_id)
        return found[0]["project_id"] if found else None

    def _latest(self, column: str, ids: list[int] | None, month: str = "9999") -> dict[int, Any]:
        """The last value of a monthly column by project, of months up to `month`."""
        limit, args = limited("project_id", ids, more=f"{column} IS NOT NULL AND month <= ?")
        # With max(), SQLite takes the bare column from the row that holds the maximum.
        sql = f"SELECT project_id, {column}, max(month) FROM monthly_progress{limit} GROUP BY project_id"
        found = self._connection.execute(sql, (month, *args)).fetchall()
        values = shared([value for _, value, _ in found])
        return {row[0]: value for row, value in zip(found, values, strict=True)}
