"""Reading all projects for the grid, against SQLite handing over the same rows bare."""

from __future__ import annotations

import sqlite3

from tests.bench.measure import ledger, row, timed
from zonedesk.ops.session import Session


def main() -> None:
    """Print the table."""
    for projects in (3_300, 20_000):
        path = ledger(projects)
        with Session.open(path, read_only=True) as session:
            row(f"{projects} 个项目读入", timed(session.reader.projects))
        bare = sqlite3.connect(path)
        row(
            f"{projects} 个项目仅由 SQLite 取出",
            timed(lambda c=bare: c.execute("SELECT * FROM project").fetchall()),
        )
        bare.close()


if __name__ == "__main__":
    main()
