"""The record: every step that was ever taken, and taking steps back and forth. Never pruned."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from zonedesk.domain.changes import Changes, RowChange, SetKind, Step
from zonedesk.domain.errors import RefusedError, StaleUndoError
from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.schema import RECORDED_TABLES, REFERENCES
from zonedesk.store.writer import column_defaults

_STEP_COLUMNS = "id, at, who, computer, label, kind, state, target, rows, source"


class Record:
    """Reads and writes the change sets of one connection. Its writes run inside the caller's transaction."""

    def __init__(self, connection: GuardedConnection, who: str, computer: str) -> None:
        self._connection = connection
        self._who = who
        self._computer = computer
        self._defaults: dict[str, dict[str, str | int | None]] = {}

    def add(self, label: str, kind: SetKind, rows: list[RowChange], source: str | None = None) -> Changes:
        """Record a step that was just written. A new step drops what could still be redone."""
        self._connection.execute("UPDATE change_set SET state = 'dropped' WHERE state = 'undone'")
        return self._insert(label, kind, "done", rows, source=source)

    def note(self, label: str) -> Changes:
        """Record that something happened to the ledger as a whole: no step, and nothing that can be taken back."""
        return self._insert(label, "edit", "event", [])

    def steps(self, *, limit: int | None = None, before: int | None = None) -> list[Step]:
        """The history, newest first."""
        sql = f"SELECT {_STEP_COLUMNS} FROM change_set WHERE id < ? ORDER BY id DESC LIMIT ?"
        rows = self._connection.execute(sql, (before or 2**62, -1 if limit is None else limit))
        return [Step(*row) for row in rows]

    def step(self, set_id: int) -> Step | None:
        """One step by its number."""
        sql = f"SELECT {_STEP_COLUMNS} FROM change_set WHERE id = ?"
        row = self._connection.execute(sql, (set_id,)).fetchone()
        return Step(*row) if row else None

    def imports(self, limit: int) -> list[Step]:
        """The steps that took files in, newest first."""
        sql = f"SELECT {_STEP_COLUMNS} FROM change_set WHERE kind = 'import' ORDER BY id DESC LIMIT ?"
        return [Step(*row) for row in self._connection.execute(sql, (limit,))]

    def imports_of(self, sha256: str) -> list[Step]:
        """The standing steps that took in a file of this content, newest first."""
        sql = (
            f"SELECT {_STEP_COLUMNS} FROM change_set WHERE kind = 'import' AND state = 'done'"
            " AND json_extract(source, '$.sha256') = ? ORDER BY id DESC"
        )
        return [Step(*row) for row in self._connection.execute(sql, (sha256,))]

    def import_of(self, sha256: str) -> Step | None:
        """The last standing step that took in a file of this content."""
        return next(iter(self.imports_of(sha256)), None)

    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._one("SELECT max(id) FROM change_set WHERE state = 'done'")

    def next_redo(self) -> Step | None:
        """The step that redo would do again: the one undone last."""
        return self._one("SELECT id FROM change_set WHERE state = 'undone' ORDER BY undone_by DESC LIMIT 1")

    def rows(self, set_id: int) -> tuple[RowChange, ...]:
        """What a step wrote, in order."""
        sql = "SELECT tbl, row_id, before, after FROM change WHERE set_id = ? ORDER BY id"
        return tuple(self._row_change(row) for row in self._connection.execute(sql, (set_id,)))

    def each_row(self, set_id: int) -> Iterator[RowChange]:
        """What a step wrote, read as far as it is asked for: an import may have written very much."""
        sql = (
            "SELECT id, tbl, row_id, before, after FROM change"
            " WHERE set_id = ? AND id > ? ORDER BY id LIMIT 500"
        )
        last = 0
        while page := self._connection.execute(sql, (set_id, last)).fetchall():
            for row in page:
                yield self._row_change(row[1:])
            last = page[-1][0]

    def of_row(self, table: str, row_id: int) -> Iterator[tuple[Step, RowChange]]:
        """The history of one row, newest first."""
        columns = ", ".join(f"s.{name}" for name in _STEP_COLUMNS.split(", "))
        sql = (
            f"SELECT {columns}, c.tbl, c.row_id, c.before, c.after FROM change c JOIN change_set s ON s.id = c.set_id"
            " WHERE c.tbl = ? AND c.row_id = ? ORDER BY c.id DESC"
        )
        for row in self._connection.execute(sql, (table, row_id)):
            yield Step(*row[:10]), self._row_change(row[10:])

    def removals(self) -> Iterator[tuple[Step, RowChange]]:
        """Every row that a standing step removed, newest first; it may have been brought back since.

        A row that the same step had added is none of them: it was never in the ledger.
        """
        columns = ", ".join(f"s.{name}" for name in _STEP_COLUMNS.split(", "))
        sql = (
            f"SELECT {columns}, c.tbl, c.row_id, c.before, c.after FROM change c JOIN change_set s ON s.id = c.set_id"
            " WHERE c.after IS NULL AND s.state = 'done' AND NOT EXISTS (SELECT 1 FROM change a WHERE"
            " a.tbl = c.tbl AND a.row_id = c.row_id AND a.set_id = c.set_id AND a.before IS NULL AND a.id < c.id)"
            " ORDER BY c.id DESC"
        )
        for row in self._connection.execute(sql):
            yield Step(*row[:10]), self._row_change(row[10:])

    def removed_of(self, project_id: int) -> set[tuple[str, int]]:
        """(table, id) of every row that hung on a project and was removed at some time, by whatever step."""
        tables = [table for table, _ in REFERENCES["project"]]
        marks = ", ".join("?" * len(tables))
        sql = (
            f"SELECT DISTINCT tbl, row_id FROM change WHERE after IS NULL AND tbl IN ({marks})"
            " AND json_extract(before, '$.project_id') = ?"
        )
        return set(self._connection.execute(sql, (*tables, project_id)))

    def newest_of_projects(self, ids: Iterable[int]) -> dict[int, int]:
        """By project, the number of the newest standing step that wrote to it or to what hangs on it now."""
        own = "SELECT id AS pid, id AS row_id, 'project' AS tbl FROM project WHERE id IN wanted"
        hanging = " UNION ALL ".join(
            f"SELECT project_id, id, '{table}' FROM {table} WHERE project_id IN wanted"
            for table, _ in REFERENCES["project"]
        )
        sql = (
            f"WITH wanted(id) AS (SELECT value FROM json_each(?)), held AS ({own} UNION ALL {hanging})"
            " SELECT held.pid, max(s.id) FROM held CROSS JOIN change c ON c.tbl = held.tbl AND c.row_id = held.row_id"
            " JOIN change_set s ON s.id = c.set_id AND s.state = 'done' GROUP BY held.pid"
        )
        return dict(self._connection.execute(sql, (json.dumps(list(ids)),)))

    def sign_as(self, who: str) -> None:
        """Put another officer's name into the steps to come."""
        self._who = who

    def _row_change(self, row: tuple[str, int, str | None, str | None]) -> RowChange:
        table, row_id, before, after = row
        named = self._connection.named
        return RowChange(
            table,
            row_id,
            None if before is None else named(before),
            None if after is None else named(after),
        )

    def undo(self, set_id: int | None = None) -> Changes:
        """Take back the last step, or the one named; refused if its rows were changed since."""
        step = self.next_undo() if set_id is None else self.step(set_id)
        if step is None or step.state != "done":
            raise RefusedError("undo.nothing")
        inverse = [RowChange(c.table, c.row_id, c.after, c.before) for c in reversed(self.rows(step.set_id))]
        self._replay(step, inverse)
        done = self._insert(f"撤销：{step.label}", "undo", "event", inverse, target=step.set_id)
        sql = "UPDATE change_set SET state = 'undone', undone_by = ? WHERE id = ?"
        self._connection.execute(sql, (done.set_id, step.set_id))
        return done

    def redo(self) -> Changes:
        """Do the step that was undone last again; refused if its rows were changed since."""
        step = self.next_redo()
        if step is None:
            raise RefusedError("redo.nothing")
        rows = list(self.rows(step.set_id))
        self._replay(step, rows)
        done = self._insert(f"重做：{step.label}", "redo", "event", rows, target=step.set_id)
        sql = "UPDATE change_set SET state = 'done', undone_by = NULL WHERE id = ?"
        self._connection.execute(sql, (step.set_id,))
        return done

    def _replay(self, step: Step, rows: list[RowChange]) -> None:
        stale: list[tuple[str, int]] = []
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        self._defaults.clear()
        for change in rows:
            if change.table not in RECORDED_TABLES or not self._apply(change):
                stale.append((change.table, change.row_id))
        stale += self._orphans([change for change in rows if change.after is None])
        stale += self._fatherless([change for change in rows if change.after is not None])
        if stale:
            raise StaleUndoError(label=step.label, rows=list(dict.fromkeys(stale)))

    def _apply(self, change: RowChange) -> bool:
        """Bring one row from `before` to `after`; False if it does not stand as `before` says."""
        table, execute = change.table, self._connection.execute
        if change.before is None:
            taken = execute(f"SELECT 1 FROM {table} WHERE id = ?", (change.row_id,)).fetchone()
            values = dict(change.after or {})
            names, marks = ", ".join(["id", *values]), ", ".join("?" * (len(values) + 1))
            if not taken:
                try:
                    execute(
                        f"INSERT INTO {table} ({names}) VALUES ({marks})", (change.row_id, *values.values())
                    )
                except sqlite3.IntegrityError:
                    return False
            return not taken
        columns = list(change.before)
        if not self._stands(table, change.row_id, change.before, whole=change.after is None):
            return False
        if change.after is None:
            execute(f"DELETE FROM {table} WHERE id = ?", (change.row_id,))
            return True
        sets = ", ".join(f"{column} = ?" for column in columns)
        try:
            execute(
                f"UPDATE {table} SET {sets} WHERE id = ?",
                (*(change.after[c] for c in columns), change.row_id),
            )
        except sqlite3.IntegrityError:
            return False
        return True

    def _stands(self, table: str, row_id: int, expected: Any, *, whole: bool) -> bool:
        cursor = self._connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,))
        row = cursor.fetchone()
        if row is None:
            return False
        now = dict(zip((d[0] for d in cursor.description), row, strict=True))
        if any(now[column] != value for column, value in expected.items()):
            return False
        if not whole:
            return True
        # A row to be removed must hold nothing that came after the step.
        if table not in self._defaults:
            self._defaults[table] = column_defaults(self._connection, table)
        defaults = self._defaults[table]
        return all(c in expected or c == "id" or v == defaults[c] for c, v in now.items())

    def _orphans(self, removed: list[RowChange]) -> list[tuple[str, int]]:
        """Rows that still refer to a removed row: they came after the step."""
        found: list[tuple[str, int]] = []
        for change in removed:
            for table, column in REFERENCES.get(change.table, ()):
                sql = f"SELECT id FROM {table} WHERE {column} = ?"
                found += [(table, row_id) for (row_id,) in self._connection.execute(sql, (change.row_id,))]
        return found

    def _fatherless(self, written: list[RowChange]) -> list[tuple[str, int]]:
        """Rows brought back that refer to a row removed since."""
        parents = {(table, column): parent for parent, pairs in REFERENCES.items() for table, column in pairs}
        there: dict[tuple[str, int], bool] = {}
        found: list[tuple[str, int]] = []
        for change in written:
            for column, value in (change.after or {}).items():
                parent = parents.get((change.table, column))
                if parent is None or value is None:
                    continue
                if (parent, value) not in there:
                    sql = f"SELECT 1 FROM {parent} WHERE id = ?"
                    there[parent, value] = self._connection.execute(sql, (value,)).fetchone() is not None
                # A step may also write a row and remove it again: only what stands can miss its parent.
                if not there[parent, value] and self._stands(
                    change.table, change.row_id, {column: value}, whole=False
                ):
                    found.append((change.table, change.row_id))
        return found

    def _insert(
        self,
        label: str,
        kind: SetKind,
        state: str,
        rows: list[RowChange],
        *,
        target: int | None = None,
        source: str | None = None,
    ) -> Changes:
        at = dt.datetime.now().astimezone().isoformat(timespec="seconds")
        cursor = self._connection.execute(
            "INSERT INTO change_set (at, who, computer, label, kind, state, target, rows, source)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (at, self._who, self._computer, label, kind, state, target, len(rows), source),
        )
        set_id = int(cursor.lastrowid or 0)
        dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        self._connection.executemany(
            "INSERT INTO change (set_id, tbl, row_id, before, after) VALUES (?, ?, ?, ?, ?)",
            (
                (
                    set_id,
                    c.table,
                    c.row_id,
                    None if c.before is None else dumps(c.before),
                    None if c.after is None else dumps(c.after),
                )
                for c in rows
            ),
        )
        return Changes(set_id, label, at, self._who, kind, tuple(rows))

    def _one(self, sql: str) -> Step | None:
        row = self._connection.execute(sql).fetchone()
        return self.step(row[0]) if row and row[0] is not None else None
