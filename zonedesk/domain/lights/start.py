"""开工: the planned month was reached and nothing has begun, without good reason."""

from __future__ import annotations

from dataclasses import dataclass

from zonedesk.domain.dates import chinese, reached
from zonedesk.domain.lights.facts import LightDay, Watched, month_number, month_of
from zonedesk.domain.lights.registry import FINE, Light, Limits, Verdict, light_rule, limit
from zonedesk.domain.stages import Stage, is_suspended

NAME = "start"


@dataclass(frozen=True, slots=True)
class StartLimits(Limits):
    """After how many months running the light turns red."""

    red_months: int = limit(3, "连续", "个月未开工亮红灯", low=1, high=60)


@light_rule(
    NAME,
    "开工",
    10,
    StartLimits(),
    stages=(Stage.SIGNED,),
    note="计划开工时间已到而未开工亮黄灯；填了“未按期正当理由”或已登记停工的不亮。月数从计划开工当月数起，到月末仍未开工的算一个月",
)
def start(watched: Watched, day: LightDay, limits: StartLimits) -> Verdict | None:
    """A month counts when it ends without a start, the planned month first."""
    plan = watched.fact.start_plan
    if plan is None:
        return None
    if not reached(plan, day.as_of) or watched.delay_reason or is_suspended(watched.fact, day.as_of):
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
