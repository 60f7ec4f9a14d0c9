"""开工: the planned month was reached and nothing has begun, without good reason."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from zonedesk.domain.dates import chinese, reached
from zonedesk.domain.lights.facts import Held, LightDay, Watched, month_number, month_of
from zonedesk.domain.lights.registry import FINE, Light, Limits, Verdict, light_rule, limit
from zonedesk.domain.stages import Stage, is_suspended

NAME = "start"


@dataclass(frozen=True, slots=True)
class StartLimits(Limits):
    """After how many months running the light turns red."""

    red_months: int = limit(3, "连续", "个月未开工亮红灯", low=1, high=60)


def _of_all(
    held: Held, ids: Collection[int], day: LightDay, limits: StartLimits
) -> dict[int, Verdict | None]:
    facts, reasons = held["fact"], held["delay_reason"]
    # Many are planned for the same day.
    by_plan = cache(lambda plan: _by_plan(plan, day, limits))
    found: dict[int, Verdict | None] = {}
    for pid in ids:
        fact = facts[pid]
        if fact.start_plan is None:
            continue
        excused = pid in reasons or (fact.suspended_on is not None and is_suspended(fact, day.as_of))
        found[pid] = FINE if excused else by_plan(fact.start_plan)
    return found


@light_rule(
    NAME,
    "开工",
    10,
    StartLimits(),
    stages=(Stage.SIGNED,),
    of_all=_of_all,
    note="计划开工时间已到而未开工亮黄灯；填了“未按期正当理由”或已登记停工的不亮。月数从计划开工当月数起，到月末仍未开工的算一个月",
)
def start(watched: Watched, day: LightDay, limits: StartLimits) -> Verdict | None:
    """A month counts when it ends without a start, the planned month first."""
    pid = watched.fact.id
    return _of_all(watched.held(), (pid,), day, limits).get(pid)


def _by_plan(plan: str, day: LightDay, limits: StartLimits) -> Verdict:
    """Of a project without a good reason."""
    if not reached(plan, day.as_of):
        return FINE
    first = month_number(plan)
    months = max(day.number - first + 1, 0)
    if months >= limits.red_months:
        return Verdict(
            NAME, Light.RED, _why, (plan, day.as_of, months), month_of(first + limits.red_months - 1)
        )
    return Verdict(NAME, Light.YELLOW, _why, (plan, day.as_of), plan)


def _why(plan: str, as_of: str, months: int = 0) -> str:
    running = f"，已连续{months}个月" if months else ""
    return f"计划{chinese(plan)}开工，到{chinese(as_of)}未开工{running}"
