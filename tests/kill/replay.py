"""The ledger rebuilt from its record: a half step, a lost one or a write past the record all show."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from zonedesk.store.schema import RECORDED_TABLES

Key = tuple[str, int]


class Replay:
    """Folds the record into rows, step by step; goes on where it stopped last."""

    def __init__(self) -> None:
        self.rows: dict[Key, dict[str, Any]] = {}
        self.last = 0
        self.steps: dict[int, tuple[str, str, int]] = {}

    def follow(self, path: Path) -> list[str]:
        """What is wrong with a ledger that nobody has open; [] if its rows are what its record says."""
        with closing(sqlite3.connect(path)) as db:
            wrong = [text for (text,) in db.execute("PRAGMA integrity_check") if text != "ok"]
            wrong += [f"foreign key {row}" for row in db.execute("PRAGMA foreign_key_check")]
            wrong += self._fold(db)
            return wrong + self._compare(db)

    def _fold(self, db: sqlite3.Connection) -> list[str]:
        wrong = []
        steps = {
            row[0]: row[1:] for row in db.execute("SELECT id, at, label, rows FROM change_set ORDER BY id")
        }
        wrong += [
            f"step {number} is gone or another"
            for number in self.steps
            if steps.get(number) != self.steps[number]
        ]
        counts = dict(db.execute("SELECT set_id, count(*) FROM change GROUP BY set_id"))
        wrong += [
            f"step {number} says {step[2]} rows, has {counts.get(number, 0)}"
            for number, step in steps.items()
            if step[2] != counts.get(number, 0)
        ]
        wrong += [f"rows of no step {number}" for number in counts.keys() - steps.keys()]
        sql = "SELECT tbl, row_id, before, after FROM change WHERE set_id > ? ORDER BY id"
        for table, row_id, before, after in db.execute(sql, (self.last,)):
            if after is None:
                self.rows.pop((table, row_id), None)
            elif before is None:
                self.rows[table, row_id] = json.loads(after)
            else:
                self.rows[table, row_id] |= json.loads(after)
        self.steps = steps
        self.last = max(steps, default=0)
        return wrong

    def _compare(self, db: sqlite3.Connection) -> list[str]:
        wrong: list[str] = []
        for table in sorted(RECORDED_TABLES):
            cursor = db.execute(f"SELECT * FROM {table}")
            names = [part[0] for part in cursor.description]
            there = {row[0]: dict(zip(names, row, strict=True)) for row in cursor}
            told = {row_id for name, row_id in self.rows if name == table}
            wrong += [f"{table} {row_id}: row and record differ" for row_id in told ^ there.keys()]
            for row_id in told & there.keys():
                values = self.rows[table, row_id]
                if any(there[row_id][n] != values.get(n) for n in names if n not in ("id", "planted")):
                    wrong.append(f"{table} {row_id}: not what its record says")
        return wrong
