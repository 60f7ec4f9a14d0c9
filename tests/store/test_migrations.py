"""The schema and what the code says about it agree."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from zonedesk.domain.columns import FIELDS, TABLE_LABELS
from zonedesk.store.migrations import migrations
from zonedesk.store.schema import APPLICATION_ID, RECORDED_TABLES, REFERENCES, SCHEMA_VERSION


def test_schema_version_counts_the_migrations() -> None:
    assert len(migrations._migrations) == SCHEMA_VERSION


def test_a_new_ledger_is_ours_and_strict(empty_ledger: Path) -> None:
    with closing(sqlite3.connect(empty_ledger)) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
        tables = dict(
            db.execute(
                "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE '%sqlite%'"
            ).fetchall()
        )
    assert tables.keys() >= RECORDED_TABLES | {"meta", "change", "change_set"}
    assert all(tables.values())


def test_references_are_those_of_the_schema(empty_ledger: Path) -> None:
    with closing(sqlite3.connect(empty_ledger)) as db:
        found = {
            (parent, table, column)
            for table in RECORDED_TABLES
            for parent, column in db.execute(
                'SELECT "table", "from" FROM pragma_foreign_key_list(?)', (table,)
            )
        }
    assert found == {(parent, *pair) for parent, pairs in REFERENCES.items() for pair in pairs}


def test_ids_are_never_used_twice_by_sqlite_either(empty_ledger: Path) -> None:
    with closing(sqlite3.connect(empty_ledger)) as db:
        sql = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    assert all("AUTOINCREMENT" in sql[table] for table in RECORDED_TABLES)


def test_every_field_has_its_column(empty_ledger: Path) -> None:
    with closing(sqlite3.connect(empty_ledger)) as db:
        for table, fields in FIELDS.items():
            keys = [field.key for field in fields]
            assert len(keys) == len(set(keys)), table
            for field in fields:
                columns = [row[1] for row in db.execute(f"PRAGMA table_info({field.table})")]
                assert field.stored_as in columns, f"{table}.{field.key}"
    assert TABLE_LABELS.keys() >= RECORDED_TABLES
