"""A further migration, planted as a later version of the program would bring it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from unittest.mock import patch

from sqlite_utils import Database

from zonedesk.store import connect, connection, migrate, schema
from zonedesk.store.migrations import migrations

VERSION = schema.SCHEMA_VERSION + 1


def add_a_column(db: Database) -> None:
    """Reshape the projects and copy them all, as a real migration might."""
    db.execute("ALTER TABLE project ADD COLUMN planted TEXT NOT NULL DEFAULT '无'")
    db.execute("CREATE TABLE planted (id INTEGER PRIMARY KEY, name TEXT) STRICT")
    db.execute("INSERT INTO planted SELECT id, name FROM project")
    db.execute("CREATE INDEX project_planted ON project(planted, name)")


@contextlib.contextmanager
def planted(work: Callable[[Database], object] = add_a_column) -> Iterator[None]:
    """Within, the program is one version newer and upgrades ledgers by `work`."""
    with contextlib.ExitStack() as stack:
        for module in (schema, connect, connection, migrate):
            stack.enter_context(patch.object(module, "SCHEMA_VERSION", VERSION))
        migrations(name="m9999_planted")(work)
        stack.callback(migrations._migrations.pop)
        yield
