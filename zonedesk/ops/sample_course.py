"""The course of one invented project: coherent dates from signing to target, and the months between."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from typing import Any

from zonedesk.domain.dates import takes_effect
from zonedesk.ops.sample_words import IMAGE_PROGRESS

# How many of a hundred projects have come how far.
_STAGES = {"reserve": 2, "signed": 14, "started": 34, "in_production": 18, "on_target": 32}
_STEPS = ("sign_date", "start_actual", "prod_actual", "effect_actual")
_PLANS = (None, "start_plan", "prod_plan", "effect_plan")
_MONTHS_KEPT = 12


@dataclass
class Course:
    """Dates (partial ISO by column) of one project, and the days its reached steps fell on."""

    stage: str
    dates: dict[str, str | None] = field(default_factory=dict)
    days: list[dt.date] = field(default_factory=list)

    @property
    def started(self) -> bool:
        """Whether building has begun."""
        return len(self.days) >= 2

    @property
    def stuck(self) -> bool:
        """Whether it has not come all the way."""
        return 1 <= len(self.days) < 4


def make_course(rng: Random, as_of: dt.date) -> Course:
    """A course that has come to some stage by `as_of`; the next step is planned before or after it."""
    names = list(_STAGES)
    stage = rng.choices(names, list(_STAGES.values()))[0]
    reached = names.index(stage)
    course = Course(stage, dict.fromkeys((*_STEPS, *(p for p in _PLANS if p))))
    if not reached:
        return course
    gaps = [rng.randint(40, 150), rng.randint(90, 240), rng.randint(60, 150)][: reached - 1]
    last = as_of - dt.timedelta(days=rng.randint(3, 150))
    days = [last]
    for gap in reversed(gaps):
        days.insert(0, days[0] - dt.timedelta(days=gap))
    course.days = days
    for n, day in enumerate(days):
        limit = days[n + 1] if n + 1 < reached else as_of
        course.dates[_STEPS[n]] = _perhaps_partial(rng, day, limit)
        plan = _PLANS[n]
        if plan:
            course.dates[plan] = (day + dt.timedelta(days=rng.randint(-30, 45))).isoformat()
    if reached < len(_STEPS):
        following = as_of + dt.timedelta(days=rng.randint(-120, 200))
        plan = _PLANS[reached] or ""
        course.dates[plan] = max(following, last).isoformat()[: 7 if rng.random() < 0.15 else 10]
    _disturb(rng, course, as_of)
    return course


def make_months(rng: Random, course: Course, total: int, as_of: dt.date) -> list[dict[str, Any]]:
    """The monthly reports since the start, the last twelve of them; amounts in 元, whole 万元."""
    if not course.started:
        return []
    first = course.days[1]
    built = course.days[2] if len(course.days) > 2 else None
    end = min(built or as_of, as_of)
    span = max((end - first).days, 1)
    goal = rng.randint(92, 100) if built else min(90, 8 + span // 5 + rng.randint(0, 10))
    months = _months_between(first, as_of if built is None else end)
    kept, before, year_to_date, out = months[-_MONTHS_KEPT:], 0, 0, []
    for n, month in enumerate(months, start=1):
        share = goal * n // len(months)
        invested = total // 10_000 * share // 100 * 10_000
        year_to_date = (0 if month.endswith("-01") else year_to_date) + invested - before
        if month in kept:
            out.append(
                {
                    "month": month,
                    "invest_month": invested - before,
                    "invest_ytd": year_to_date,
                    "invest_total": invested,
                    "image_progress": next(text for below, text in IMAGE_PROGRESS if share < below),
                }
            )
        before = invested
    _plan_years(out, months, total)
    return out


def _plan_years(reports: list[dict[str, Any]], months: list[str], total: int) -> None:
    """Plan each year so that most projects keep up with it, a few lag behind, and now and then one far behind."""
    behind = {0: 180, 1: 130, 2: 130}.get(total // 500_000 % 20, 100)
    for year in {report["month"][:4] for report in reports}:
        of_year = [report for report in reports if report["month"].startswith(year)]
        reported = sum(1 for month in months if month.startswith(year))
        whole = 13 - int(next(month for month in months if month.startswith(year))[5:])
        plan = of_year[-1]["invest_ytd"] * whole * behind // (reported * 100)
        for report in of_year:
            report["year_plan"] = plan // 10_000 * 10_000


def _months_between(first: dt.date, last: dt.date) -> list[str]:
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(start, end + 1)]


def _perhaps_partial(rng: Random, day: dt.date, limit: dt.date) -> str:
    """Now and then only the month is known, where the order of dates still holds."""
    iso = day.isoformat()
    if rng.random() < 0.1 and takes_effect(iso[:7]) <= limit.isoformat():
        return iso[:7]
    return iso


def _disturb(rng: Random, course: Course, as_of: dt.date) -> None:
    """Some projects stand still, resume, end, or have no planned date."""
    chance = rng.random()
    if course.stage == "started" and chance < 0.08:
        stop = course.days[-1] + (as_of - course.days[-1]) / 2
        course.dates["suspended_on"] = stop.isoformat()
        if chance < 0.02:
            course.dates["resumed_on"] = (stop + (as_of - stop) / 2).isoformat()
    elif course.stage == "signed" and chance < 0.12:
        course.dates["withdrawn_on"] = (as_of - dt.timedelta(days=rng.randint(0, 3))).isoformat()
    elif course.stuck and chance < 0.16:
        course.dates[_PLANS[len(course.days)] or ""] = None
