"""Lights and lists of 20,000 projects with 15 procedures each: first, after an edit, of another day, the morning.

The floor is what no reading of them can do without: the same rows handed over by SQLite, nothing made of them.
"""

from __future__ import annotations

import gc
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.bench.matrix_ledger import matrix_ledger
from tests.bench.measure import AS_OF, row, timed
from zonedesk.desktop.application import COLLECTOR
from zonedesk.domain.figures.scope import View
from zonedesk.domain.figures.three_not import DEFINITIONS, stuck_list
from zonedesk.domain.projects import ProjectFact
from zonedesk.ops.edit import set_field
from zonedesk.ops.lights import LightBoard
from zonedesk.ops.morning import morning
from zonedesk.ops.session import Session
from zonedesk.ops.workbench import workbench

ALLOWED, PROJECTS, MOST = 300, 20_000, 500


def bare_read(path: Path) -> None:
    """The rows that the lights of a day are made of."""
    connection = sqlite3.connect(path)
    for sql in (
        f"SELECT {', '.join(ProjectFact._fields)}, statistics_on, delay_reason FROM project",
        "SELECT project_id, name, promised_on, done_on FROM procedure WHERE required = '需办'"
        " AND promised_on IS NOT NULL AND (status <> '已办结' OR done_on > '2026-10-30')",
        "SELECT project_id, description, deadline, raised_on, closed_on FROM problem"
        " WHERE deadline IS NOT NULL AND status <> '已解决'",
        "SELECT project_id, month, year_plan, invest_month, invest_ytd, invest_total, image_progress"
        " FROM monthly_progress WHERE month >= '2026-09'",
    ):
        connection.execute(sql).fetchall()
    connection.close()


def main() -> None:
    """Print the table."""
    gc.set_threshold(*COLLECTOR)  # as in the app
    copy = Path(shutil.copy(matrix_ledger(PROJECTS), tempfile.mkdtemp(prefix="zonedesk-bench-")))
    with Session.open(copy) as session:
        print(f"手续 {session.reader.count('procedure')} 件")  # noqa: T201
        row("SQLite 取出同样的行（本机快慢的参照）", timed(lambda: bare_read(session.path), 5))
        facts = session.figures(AS_OF).view.facts

        def lights_and_lists() -> None:
            LightBoard(session).read(AS_OF)
            view = View(replace(facts))
            for name in DEFINITIONS:
                stuck_list(view, name)

        row("全部亮灯（第一次）", timed(lambda: LightBoard(session).read(AS_OF), 5), ALLOWED)
        row("全部亮灯和三未三张清单（第一次）", timed(lights_and_lists, 5), ALLOWED)

        def first_morning() -> None:
            session._kept.clear()
            morning(session, AS_OF, most=MOST)

        row("今日各清单（第一次，含亮灯）", timed(first_morning, 5))
        row("今日各清单（再看）", timed(lambda: morning(session, AS_OF, most=MOST), 5), ALLOWED)
        number = count(100)

        def after_an_edit(work: Callable[[], object]) -> None:
            session.run(
                set_field, table="project", row_id=next(number), key="start_actual", text="2026-09-30"
            )
            work()

        row(
            "改一处后的全部亮灯（含保存）",
            timed(lambda: after_an_edit(lambda: session.kept(LightBoard).read(AS_OF))),
        )
        row("改一处后的整个工作台（含保存）", timed(lambda: after_an_edit(lambda: _whole(session))))


def _whole(session: Session) -> None:
    workbench(session, AS_OF)
    morning(session, AS_OF, most=MOST)


if __name__ == "__main__":
    main()
