"""An invented ledger with everything filled: for trying out, for the demo and for measuring."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from zonedesk.domain.columns import PROJECT_FIELDS
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.domain.reporting import last_whole_month
from zonedesk.ops.sample_course import make_course, make_months
from zonedesk.ops.sample_details import make_batches, make_listings, make_problems, make_procedures
from zonedesk.ops.sample_parts.registry import add_parts
from zonedesk.ops.sample_people import Names, make_company_code, make_duty, make_identity
from zonedesk.ops.sample_words import CITY, ZONES
from zonedesk.ops.session import Session
from zonedesk.store.writer import Writer

_COLUMNS = tuple(
    f.stored_as for f in PROJECT_FIELDS if f.table == "project" and f.key not in {"zone_id", "enterprise_id"}
)
_ROWS_A_STEP = 500
_UNFIT_PLANS = ("土地手续办结后", "待定", "视市场情况")


def make_sample(
    path: Path,
    *,
    projects: int = 300,
    seed: int = 1,
    as_of: str | None = None,
    who: str = "示例用户",
    changes: int = 0,
    reported_to: str = "",
    progress: Progress | None = None,
) -> None:
    """Make a ledger of `projects` invented projects at `path`; the same arguments make the same one.

    `as_of` (ISO, default today) is the day up to which things have happened. With `reported_to` (YYYY-MM; without
    `as_of`, the last one that is over), months after it are not reported yet. With `changes`, duties are revised until
    the record holds at least that many changed rows. Raises LedgerError if the file cannot be made;
    nothing is left behind then.
    """
    day = dt.date.fromisoformat(takes_effect(as_of)) if as_of else dt.date.today()  # noqa: DTZ011 - the office's calendar day
    told = f"{day:%Y-%m}" if as_of else last_whole_month(day.isoformat())
    session = Session.create(path, who)
    try:
        with session:
            session.run(
                invent,
                count=projects,
                seed=seed,
                as_of=day,
                reported_to=reported_to or told,
                progress=progress or NullProgress(),
            )
            _revise_until(session, changes, Random(seed))
    except BaseException:
        Path(path).unlink(missing_ok=True)
        raise


def invent(w: Writer, *, count: int, seed: int, as_of: dt.date, reported_to: str, progress: Progress) -> None:
    """生成示例数据."""
    rng = Random(seed)
    zones = w.insert_many(
        "zone",
        [
            {"name": name, "short_name": short, "city": CITY, "category": category, "level": level}
            for name, short, category, level in ZONES
        ],
    )
    held = make_batches(as_of)
    batches = w.insert_many("batch", [{"name": b[0], "year": b[1], "seq_no": b[2]} for b in held])
    children: dict[str, list[dict[str, Any]]] = {
        "listing": [],
        "procedure": [],
        "monthly_progress": [],
        "problem": [],
    }
    rows: list[dict[str, Any]] = []
    for number, (project, hanging) in enumerate(_projects(rng, count, as_of, held), start=1):
        if number % 500 == 0:
            progress.check()
            progress.report(number, count, "生成示例项目")
        rows.append(project)
        for table, made in hanging.items():
            told = (row for row in made if row.get("month", "") <= reported_to)
            children[table] += [{"project_id": number, **row} for row in told]
    companies = list(dict.fromkeys(row["company"] for row in rows))
    ids = w.insert_many(
        "enterprise",
        [{"name": name, "uscc": make_company_code(n)} for n, name in enumerate(companies, start=1)],
    )
    company_ids = dict(zip(companies, ids, strict=True))
    project_ids = w.insert_many(
        "project",
        [
            {column: row.get(column) for column in _COLUMNS}
            | {
                "zone_id": zones[row["zone"]],
                "enterprise_id": company_ids[row["company"]],
                "unfit": row.get("unfit", "{}"),
            }
            for row in rows
        ],
    )
    for table, made in children.items():
        for row in made:
            row["project_id"] = project_ids[row["project_id"] - 1]
            if table == "listing":
                row["batch_id"] = batches[row.pop("batch")]
        w.insert_many(table, made)
    add_parts(w, rng=rng, as_of=as_of)
    w.label = f"生成示例数据（{count} 个项目）"


def revise_duties(w: Writer, *, rng: Random, ids: list[int]) -> None:
    """调整包联责任."""
    for row_id in ids:
        w.update("project", row_id, make_duty(rng, rng.randrange(10**7)))


def _revise_until(session: Session, changes: int, rng: Random) -> None:
    recorded = sum(step.rows for step in session.steps())
    ids = list(session.reader.names("project"))
    while recorded < changes and ids:
        chosen = rng.sample(ids, min(_ROWS_A_STEP, changes - recorded, len(ids)))
        recorded += len(session.run(revise_duties, rng=rng, ids=chosen).rows)


def _projects(
    rng: Random, count: int, as_of: dt.date, held: list[tuple[str, int, int, dt.date]]
) -> Iterator[tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]]:
    names = Names(rng)
    for number in range(1, count + 1):
        course = make_course(rng, as_of)
        signed = course.days[0] if course.days else None
        project = make_identity(rng, names, number, signed or as_of) | course.dates
        _finish(rng, project)
        yield (
            project,
            {
                "listing": make_listings(rng, course, project, held),
                "procedure": make_procedures(rng, course, as_of, number),
                "monthly_progress": make_months(rng, course, project["total_investment"], as_of),
                "problem": make_problems(rng, course, project, as_of),
            },
        )


def _finish(rng: Random, project: dict[str, Any]) -> None:
    """Actual output, and the blemishes that every real ledger has."""
    if project["effect_actual"] and project["expected_output"]:
        project["actual_output"] = project["expected_output"] * rng.randint(88, 112) // 100 // 10_000 * 10_000
    chance = rng.random()
    if chance < 0.01 and not project["start_actual"]:
        project["start_plan"] = None
        project["unfit"] = json.dumps({"start_plan": rng.choice(_UNFIT_PLANS)}, ensure_ascii=False)
    elif chance < 0.03 and project["start_actual"] and not project["prod_actual"]:
        project["prod_plan"] = None
        project["unfit"] = json.dumps({"prod_plan": rng.choice(_UNFIT_PLANS)}, ensure_ascii=False)
    elif chance < 0.04:
        project["sponsor"] = None
    elif chance < 0.05:
        project["service_officer"] = None
    elif chance < 0.06 and not project["start_actual"]:
        project["code"] = None
    elif chance < 0.065:
        # A slip of one digit, which the check digit finds.
        code = project["code"]
        project["code"] = code[:-1] + str((int(code[-1]) + 1) % 10)
