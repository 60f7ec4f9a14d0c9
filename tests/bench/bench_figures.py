"""All figures of a 20,000-project ledger: in a window just opened, again, of another day and scope, after an edit."""

from __future__ import annotations

import gc
import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.bench.measure import AS_OF, ledger, row, timed
from zonedesk.desktop.application import COLLECTOR
from zonedesk.domain.cohort import Cohort, ListingFact
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import as_json, summarise
from zonedesk.domain.projects import ProjectFact, Projects
from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session

ALLOWED = 150  # ms

# What the app does with a ledger: the rows are read beside the window while it is made.
_OPENED = """
import time
from pathlib import Path
from zonedesk.app import make_application
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.figures.summary import as_json
from zonedesk.ops.session import Session
app = make_application(["zonedesk"])
desk = Desk(Session.open(Path({path!r})))
desk.session.read_ahead(desk.as_of)
window = MainWindow(desk)
began = time.perf_counter()
as_json(desk.session.figures(desk.as_of))
print((time.perf_counter() - began) * 1000)
window.close()
"""


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


def fresh(held: Facts) -> Facts:
    """A copy of the columns held: what earlier figures have worked out of them must not help."""
    listed = {
        track: {batch: Cohort(cohort.columns) for batch, cohort in batches.items()}
        for track, batches in held.listed.items()
    }
    projects = Projects({name: held.projects.column(name) for name in ProjectFact._fields})
    return replace(held, projects=projects, listed=listed)


def in_a_new_window(path: Path) -> float:
    """Milliseconds from the moment that a first page may ask in a program just started, any waiting counted in."""
    program = _OPENED.format(path=str(path))
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return float(told.stdout)


def main() -> None:
    """Print the table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gc.set_threshold(*COLLECTOR)  # as in the app
    path = ledger(20_000)
    row("打开台账后窗口里第一次算全部指标（含等待读库）", [in_a_new_window(path) for _ in range(5)], ALLOWED)
    with Session.open(path) as session:
        row("SQLite 取出同样的行（本机快慢的参照）", timed(lambda: bare_read(session.path), 5))
        row(
            "不开窗口，读库并算全部指标",
            timed(lambda: as_json(summarise(session.reader.facts(AS_OF))), 5),
            ALLOWED,
        )
        held = session.facts(AS_OF)
        row("用已读的行算全部指标", timed(lambda: as_json(summarise(fresh(held)))), ALLOWED)
        row(
            "同上，只看一个开发区",
            timed(lambda: as_json(summarise(fresh(held), Scope(zone_id=1)))),
            ALLOWED,
        )
        # Reading, like the line above: what was not done on that day is in no row that is held.
        another = timed(lambda: as_json(summarise(session.reader.facts_of_another_day("2026-08-31", held))))
        row("换到两个月前，读那一天的行并算全部指标", another, ALLOWED)
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
