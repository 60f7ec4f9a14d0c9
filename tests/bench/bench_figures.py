"""All figures of a 20,000-project ledger: first read, again, for another scope, and after an edit."""

from __future__ import annotations

import gc
import sqlite3
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.bench.measure import AS_OF, ledger, row, timed
from zonedesk.desktop.application import COLLECTOR
from zonedesk.domain.facts import ListingFact, ProjectFact
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import as_json, summarise
from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session

ALLOWED = 150  # ms


def bare_read(path: Path) -> None:
    """What no reading of these figures can do without: the rows handed over, nothing made of them."""
    connection = sqlite3.connect(path)
    for sql in (
        f"SELECT {', '.join(ProjectFact._fields)} FROM project",
        f"SELECT {', '.join(ListingFact._fields)} FROM listing",
        "SELECT project_id, count(*) FROM procedure WHERE required = '需办' GROUP BY project_id",
        "SELECT project_id, max(month) FROM monthly_progress GROUP BY project_id",
    ):
        connection.execute(sql).fetchall()
    connection.close()


def main() -> None:
    """Print the table."""
    gc.set_threshold(*COLLECTOR)  # as in the app
    with Session.open(ledger(20_000)) as session:
        bare = timed(lambda: bare_read(session.path), 5)
        row("SQLite 取出同样的行（本机快慢的参照）", bare)
        row(
            "读库并算全部指标（第一次）",
            timed(lambda: as_json(summarise(session.reader.facts(AS_OF))), 5),
            ALLOWED,
        )
        held = session.facts(AS_OF)
        # Fresh copies of the rows held: what earlier figures have worked out of them must not help.
        row("用已读的行算全部指标", timed(lambda: as_json(summarise(replace(held)))), ALLOWED)
        row(
            "同上，只看一个开发区",
            timed(lambda: as_json(summarise(replace(held), Scope(zone_id=1)))),
            ALLOWED,
        )
        number = count(100)

        def after_an_edit() -> None:
            pid = next(number)
            # An earlier run may have left one of the two there: what changes nothing is not written.
            text = "2026-09-29" if held.projects[pid].start_actual == "2026-09-30" else "2026-09-30"
            session.run(set_field, table="project", row_id=pid, key="start_actual", text=text)
            as_json(session.figures(AS_OF))

        row("改一处后再算全部指标（含保存）", timed(after_an_edit), ALLOWED)


if __name__ == "__main__":
    main()
