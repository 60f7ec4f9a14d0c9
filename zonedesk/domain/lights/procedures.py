"""手续: a promised day comes near or has passed; an approval runs out before the project begins."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from zonedesk.domain.dates import chinese, days_between, takes_effect
from zonedesk.domain.lights.facts import Held, LightDay, Promised, Watched
from zonedesk.domain.lights.registry import FINE, Light, Limits, Verdict, light_rule, limit
from zonedesk.domain.stages import Stage

PROMISED, VALID = "procedures", "permits"


@dataclass(frozen=True, slots=True)
class PromiseLimits(Limits):
    """How many working days before the promised day the light turns yellow."""

    yellow_days: int = limit(3, "距承诺办结时间", "个工作日以内亮黄灯，逾期亮红灯", high=60)


def _of_all(held: Held, ids: Collection[int], day: LightDay, limits: PromiseLimits) -> dict[int, Verdict]:
    """What `promises` says of each: in a large ledger nearly every project has some, and many are late."""
    rows, as_of, made, red = held["promised"], day.as_of, tuple.__new__, Light.RED
    found = {
        pid: made(Verdict, (PROMISED, red, _overdue, (name, first, as_of, late), first, 1))
        for pid in ids
        for first, name, late in (rows[pid],)
        if first < as_of
    }
    for pid in ids:
        if pid not in found:
            found[pid] = _coming(rows[pid], day, limits)
    return found


@light_rule(
    PROMISED,
    "手续",
    40,
    PromiseLimits(),
    needs="promised",
    of_all=_of_all,
    note="需办而未办结的手续，按承诺办结时间看；工作日按“节假日”中的日历数，次日起算",
)
def promises(watched: Watched, day: LightDay, limits: PromiseLimits) -> Verdict | None:
    """The procedure promised first speaks for the others, which are counted."""
    pid = watched.fact.id
    return None if watched.promised is None else _of_all(watched.held(), (pid,), day, limits)[pid]


def _coming(promised: Promised, day: LightDay, limits: PromiseLimits) -> Verdict:
    """Of a project of which no promised day has passed."""
    first, name, _ = promised
    as_of = day.as_of
    # No holiday lasts so long that this many days hold fewer working days.
    if days_between(as_of, first) > limits.yellow_days * 3 + 15:
        return FINE
    left = day.working_days_left(first)
    if left > limits.yellow_days:
        return FINE
    since = day.working_days_before(first, limits.yellow_days)
    return Verdict(PROMISED, Light.YELLOW, _near, (name, first, as_of, left), since)


def _overdue(name: str, promised: str, as_of: str, late: int) -> str:
    others = f"（共{late}件逾期）" if late > 1 else ""
    return f"“{name}”应于{chinese(promised)}办结，已逾期{days_between(promised, as_of)}天{others}"


def _near(name: str, promised: str, as_of: str, left: int) -> str:
    when = f"还有{left}个工作日" if left else "已无工作日" if promised > as_of else "今日到期"
    return f"“{name}”应于{chinese(promised)}办结，{when}"


@dataclass(frozen=True, slots=True)
class PermitLimits(Limits):
    """How many days before the planned start an approval that runs out is told."""

    within_days: int = limit(30, "批复在计划开工前", "天内到期，或已过期，亮黄灯", low=1, high=365)


@light_rule(
    VALID,
    "批复有效期",
    50,
    PermitLimits(),
    stages=(Stage.SIGNED,),
    needs="permits",
    note="未开工项目已办结手续的“批复有效期至”早于计划开工时间且相距不超过所设天数，或到截至日已过期",
)
def permits(watched: Watched, day: LightDay, limits: PermitLimits) -> Verdict | None:
    """One that has run out is told whatever the plan says: the project can no longer begin with it."""
    valid_to, name = min((takes_effect(each.valid_to), each.name) for each in watched.permits)
    if valid_to < day.as_of:
        return Verdict(VALID, Light.YELLOW, _run_out, (name, valid_to), valid_to, 1)
    plan = watched.fact.start_plan
    if plan is None:
        return FINE
    start = takes_effect(plan)
    for until, name in sorted((takes_effect(each.valid_to), each.name) for each in watched.permits):
        if until < start and days_between(until, start) <= limits.within_days:
            return Verdict(VALID, Light.YELLOW, _too_early, (name, until, plan))
    return FINE


def _run_out(name: str, valid_to: str) -> str:
    return f"“{name}”批复有效期至{chinese(valid_to)}，已过期而未开工"


def _too_early(name: str, valid_to: str, plan: str) -> str:
    return f"“{name}”批复有效期至{chinese(valid_to)}，早于计划开工时间（{chinese(plan)}）"
