"""The one door for writes: each row's before and after is kept while it is written."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zonedesk.domain.changes import RowChange
from zonedesk.domain.columns import FIELDS, TABLE_LABELS
from zonedesk.domain.errors import RefusedError
from zonedesk.store.schema import RECORDED_TABLES


def column_defaults(connection: sqlite3.Connection, table: str) -> dict[str, str | int | None]:
    """A table's columns, id first, each with the value it takes when an insert leaves it out."""
    rows = connection.execute("SELECT name, dflt_value FROM pragma_table_info(?)", (table,))
    return {name: _literal(default) for name, default in rows}


def _literal(default: str | None) -> str | int | None:
    if default is None or default.startswith("'"):
        return default and default.strip("'")
    return int(default)


class Writer:
    """Writes to the recorded tables within one step. Given to operations; lives as long as the step.

    Values are stored values (ids, 元, ISO dates). Naming a table or column that the ledger does not have
    raises KeyError before anything is written; a value that must be there or must be unlike all others
    and is not raises RefusedError.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._columns: dict[str, dict[str, str | int | None]] = {}
        self.changes: list[RowChange] = []
        self.label: str | None = None
        self.source: str | None = None

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a recorded table, id first."""
        return tuple(self._defaults(table))

    def _defaults(self, table: str) -> dict[str, str | int | None]:
        if table not in RECORDED_TABLES:
            raise KeyError(f"no recorded table {table!r}")
        if table not in self._columns:
            self._columns[table] = column_defaults(self._connection, table)
        return self._columns[table]

    def must_hold(self, table: str) -> dict[str, str | int | None]:
        """The columns that cannot be empty, id left out, each with the value that stands for empty (or None)."""
        defaults = self._defaults(table)
        rows = self._connection.execute('SELECT name, "notnull" FROM pragma_table_info(?)', (table,))
        return {name: defaults[name] for name, notnull in rows if notnull}

    def row(self, table: str, row_id: int) -> dict[str, Any] | None:
        """A whole row as it stands now within this step, or None."""
        columns = self.columns(table)
        row = self._connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchone()
        return dict(zip(columns, row, strict=True)) if row else None

    def find(self, table: str, **equal: Any) -> dict[str, Any] | None:
        """The first row whose columns equal the given values, or None."""
        found = self.find_all(table, **equal)
        return found[0] if found else None

    def find_all(self, table: str, **equal: Any) -> list[dict[str, Any]]:
        """All rows whose columns equal the given values, in the order of their ids."""
        columns = self.columns(table)
        self._check(table, equal)
        where = " AND ".join(f"{column} IS ?" for column in equal) or "1"
        rows = self._connection.execute(
            f"SELECT * FROM {table} WHERE {where} ORDER BY id", tuple(equal.values())
        )
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def counts(self, table: str, column: str) -> dict[Any, int]:
        """How often each value stands in a column."""
        self._check(table, (column,))
        return dict(
            self._connection.execute(f"SELECT {column}, COUNT(*) FROM {table} GROUP BY 1 ORDER BY MIN(id)")
        )

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Add a row and return its id."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: str, rows: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add rows that all name the same columns (else KeyError); returns their ids in order."""
        rows = list(rows)
        if not rows:
            return []
        columns = tuple(column for column in rows[0] if column != "id")
        self._check(table, columns)
        named = set(columns)
        if any(row.keys() - {"id"} != named for row in rows):
            raise KeyError(f"rows for {table} name different columns")
        first = self._next_id(table)
        ids = [int(row.get("id") or first + n) for n, row in enumerate(rows)]
        marks = ", ".join("?" * (len(columns) + 1))
        with self._told(table):
            self._connection.executemany(
                f"INSERT INTO {table} ({', '.join(('id', *columns))}) VALUES ({marks})",
                [
                    (row_id, *(row[column] for column in columns))
                    for row_id, row in zip(ids, rows, strict=True)
                ],
            )
        left_out = {c: v for c, v in self._defaults(table).items() if v is not None and c not in columns}
        for row_id, row in zip(ids, rows, strict=True):
            after = {column: row[column] for column in columns if row[column] is not None} | left_out
            self.changes.append(RowChange(table, row_id, None, after))
        return ids

    def update(self, table: str, row_id: int, values: Mapping[str, Any]) -> bool:
        """Change columns of a row; False (and nothing recorded) if they already hold these values."""
        self._check(table, values)
        if not values:
            return False
        names = ", ".join(values)
        row = self._connection.execute(f"SELECT {names} FROM {table} WHERE id = ?", (row_id,)).fetchone()
        if row is None:
            raise KeyError(f"{table} {row_id} does not exist")
        before = dict(zip(values, row, strict=True))
        after = {column: value for column, value in values.items() if value != before[column]}
        if not after:
            return False
        sets = ", ".join(f"{column} = ?" for column in after)
        with self._told(table):
            self._connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*after.values(), row_id))
        self.changes.append(RowChange(table, row_id, {column: before[column] for column in after}, after))
        return True

    def delete(self, table: str, row_id: int) -> None:
        """Remove a row; KeyError if it is not there. Rows that refer to it must go first."""
        before = self.row(table, row_id)
        if before is None:
            raise KeyError(f"{table} {row_id} does not exist")
        self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        before.pop("id")
        kept = {column: value for column, value in before.items() if value is not None}
        self.changes.append(RowChange(table, row_id, kept, None))

    @contextlib.contextmanager
    def _told(self, table: str) -> Iterator[None]:
        """Tell a broken rule of the table in the officer's words."""
        try:
            yield
        except sqlite3.IntegrityError as error:
            # SQLite names them: “UNIQUE constraint failed: listing.project_id, listing.batch_id”.
            columns = [part.strip().rpartition(".")[2] for part in str(error).rpartition(": ")[2].split(",")]
            labels = {field.stored_as: field.label for field in FIELDS.get(table, ())}
            what = "、".join(labels.get(column, "项目") for column in columns)
            if error.sqlite_errorname == "SQLITE_CONSTRAINT_UNIQUE":
                raise RefusedError("row.duplicate", what=TABLE_LABELS[table], label=what) from error
            if error.sqlite_errorname == "SQLITE_CONSTRAINT_NOTNULL":
                raise RefusedError("field.empty_name", label=what) from error
            raise

    def _next_id(self, table: str) -> int:
        # Ids are never used twice, also not after a deletion: history names rows by them.
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return (row[0] if row else 0) + 1

    def _check(self, table: str, columns: Iterable[str]) -> None:
        known = self.columns(table)
        for column in columns:
            if column not in known:
                raise KeyError(f"{table} has no column {column!r}")
