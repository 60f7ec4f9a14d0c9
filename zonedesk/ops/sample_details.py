"""What hangs on an invented project: procedures, problems, listings in batches."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from zonedesk.ops.sample_course import Course
from zonedesk.ops.sample_words import PROBLEMS, PROCEDURES, WAITING

_TRACKS = ("signing", "start", "production")
_HELD_IN = (2, 5, 8, 11)


def make_batches(as_of: dt.date) -> list[tuple[str, int, int, dt.date]]:
    """The batches (name, year, number, day) held quarterly over the two years up to `as_of`."""
    found = []
    for year in (as_of.year - 2, as_of.year - 1, as_of.year):
        for number, month in enumerate(_HELD_IN, start=1):
            day = dt.date(year, month, 20)
            if dt.timedelta(0) <= as_of - day <= dt.timedelta(days=730):
                found.append((f"{year}年第{'一二三四'[number - 1]}次", year, number, day))
    return found


def make_listings(
    rng: Random, course: Course, project: dict[str, Any], batches: list[tuple[str, int, int, dt.date]]
) -> list[dict[str, Any]]:
    """A listing for each step reached, in the first batch after it; a few projects are in none.

    `batch` is an index into `batches`.
    """
    if rng.random() < 0.04:
        return []
    listed = []
    for track, day in zip(_TRACKS, course.days, strict=False):
        after = [n for n, batch in enumerate(batches) if batch[3] >= day]
        if not after or (track != "signing" and rng.random() < 0.1):
            continue
        listed.append(
            {
                "batch": after[0],
                "track": track,
                "investment": project["total_investment"],
                "output": project["expected_output"],
                "strategic": project["strategic"],
            }
        )
    return listed


def make_procedures(rng: Random, course: Course, as_of: dt.date, number: int) -> list[dict[str, Any]]:
    """Four to eight procedures: all done once building has begun, but for a few; half before that."""
    if not course.days:
        return []
    signed, count = course.days[0], rng.randint(4, len(PROCEDURES))
    done_until = count if course.started else rng.randint(1, count - 1)
    if course.stage == "started" and rng.random() < 0.06:
        done_until = count - 1
    by = course.days[1] if course.started else as_of
    return [
        _procedure(rng, (n, number), n < done_until, (signed, by)) | _not_needed(rng, n) for n in range(count)
    ]


def make_problems(
    rng: Random, course: Course, project: dict[str, Any], as_of: dt.date
) -> list[dict[str, Any]]:
    """One or two problems of a stuck project, some of them solved."""
    if not course.stuck or rng.random() < (0.55 if course.started else 0.1):
        return []
    made = []
    for category in rng.sample(list(PROBLEMS), rng.choice((1, 1, 1, 2))):
        text, measure = PROBLEMS[category]
        raised = as_of - dt.timedelta(days=rng.randint(5, 100))
        closed = rng.random() < 0.2
        made.append(
            {
                "description": text,
                "category": category,
                "raised_on": raised.isoformat(),
                "measure": measure,
                "duty_unit": project["duty_unit"],
                "duty_person": project["duty_person"],
                "deadline": (raised + dt.timedelta(days=rng.choice((15, 30, 60, 90)))).isoformat(),
                "status": "已解决" if closed else rng.choice(("待办", "办理中", "办理中", "待核验")),
                "closed_on": (raised + (as_of - raised) / 2).isoformat() if closed else None,
                "result": "已协调解决" if closed else None,
            }
        )
    return made


def _procedure(
    rng: Random, which: tuple[int, int], done: bool, between: tuple[dt.date, dt.date]
) -> dict[str, Any]:
    (n, number), (signed, by) = which, between
    name, dept = PROCEDURES[n]
    accepted = signed + (by - signed) * min(n, 8) / 10
    finished = accepted + (by - accepted) * rng.randint(2, 9) / 10
    reason = rng.choice(list(WAITING))
    return {
        "name": name,
        "required": "需办",
        "status": "已办结" if done else rng.choice(("办理中", "已受理", "材料准备", "补正")),
        "dept": dept,
        "accepted_on": accepted.isoformat(),
        "promised_on": (accepted + dt.timedelta(days=28)).isoformat(),
        "done_on": finished.isoformat() if done else None,
        "doc_no": f"示审〔{finished.year}〕{number}-{n + 1}号" if done else None,
        "waiting_reason": None if done else reason,
        "next_step": None if done else WAITING[reason],
    }


def _not_needed(rng: Random, n: int) -> dict[str, Any]:
    # 节能审查 is often not called for: it leaves the base of the completion rate.
    if n != 5 or rng.random() > 0.3:
        return {}
    empty = dict.fromkeys(("accepted_on", "promised_on", "done_on", "doc_no", "waiting_reason", "next_step"))
    return {"required": "无需办理", "status": "未启动", **empty}
