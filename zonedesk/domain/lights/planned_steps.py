"""开工, 投产, 达效: the planned month was reached and the step has not been taken, without good reason.

开工 is asked so by 银川's rules; 投产 and 达效 follow the same rule, for a project that is overdue in one of the three
lists of 三未 is nowhere else in order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from zonedesk.domain.calendar import months_after, months_passed
from zonedesk.domain.dates import chinese, reached, takes_effect
from zonedesk.domain.lights.facts import Held, LightDay, Watched
from zonedesk.domain.lights.registry import FINE, Light, Limits, Verdict, light_rule, limit
from zonedesk.domain.stages import Stage, is_suspended


@dataclass(frozen=True, slots=True)
class StepLimits(Limits):
    """After how many months running the light turns red."""

    red_months: int = limit(3, "连续", "个月未完成亮红灯", low=1, high=60)


class Step(NamedTuple):
    """A step, the stage of the projects that it is asked of, and the column of the date planned for it."""

    name: str
    label: str
    stage: Stage
    plan: str


_NONE: Mapping[str, str] = {}
STEPS = (
    Step("start", "开工", Stage.SIGNED, "start_plan"),
    Step("production", "投产", Stage.STARTED, "prod_plan"),
    Step("effect", "达效", Stage.IN_PRODUCTION, "effect_plan"),
)


def _register(step: Step, order: int) -> None:
    plan_of = attrgetter(step.plan)

    def of_all(
        held: Held, ids: Collection[int], day: LightDay, limits: StepLimits
    ) -> dict[int, Verdict | None]:
        facts, reasons, unread = held["fact"], held["delay_reason"], held["unread"]
        # Many are planned for the same day.
        by_plan = cache(lambda plan: _by_plan(step, plan, day, limits))
        found: dict[int, Verdict | None] = {}
        for pid in ids:
            fact = facts[pid]
            plan = plan_of(fact)
            if plan is None and not (text := unread.get(pid, _NONE).get(step.plan)):
                continue
            excused = pid in reasons or (fact.suspended_on is not None and is_suspended(fact, day.as_of))
            if plan is None and not excused:
                # Nobody can say that it is in order: it may be late.
                found[pid] = Verdict(step.name, Light.YELLOW, _not_read, (step.label, text))
            else:
                found[pid] = FINE if excused else by_plan(plan)
        return found

    @light_rule(
        step.name,
        step.label,
        order,
        StepLimits(),
        stages=(step.stage,),
        of_all=of_all,
        note=f"计划{step.label}时间已到而未{step.label}亮黄灯；填了“未按期正当理由”或已登记停工的不亮。"
        f"月数从计划{step.label}之日数起，满一个月算一个月；只写到月的从月末数起。"
        "计划时间无法识别（待核）的亮黄灯",
    )
    def rule(watched: Watched, day: LightDay, limits: StepLimits) -> Verdict | None:
        """Whole months are counted that have passed since the planned day, as whoever reads the days late counts them."""
        pid = watched.fact.id
        return of_all(watched.held(), (pid,), day, limits).get(pid)


for _order, _step in enumerate(STEPS, start=10):
    _register(_step, _order)


def _by_plan(step: Step, plan: str, day: LightDay, limits: StepLimits) -> Verdict:
    """Of a project without a good reason."""
    if not reached(plan, day.as_of):
        return FINE
    months = months_passed(plan, day.as_of)
    if months >= limits.red_months:
        since = months_after(takes_effect(plan), limits.red_months)
        return Verdict(step.name, Light.RED, _why, (step.label, plan, day.as_of, months), since)
    return Verdict(step.name, Light.YELLOW, _why, (step.label, plan, day.as_of), plan)


def _not_read(label: str, text: str) -> str:
    return f"计划{label}时间“{text}”无法识别（待核），不知是否到期"


def _why(label: str, plan: str, as_of: str, months: int = 0) -> str:
    running = f"，已连续{months}个月" if months else ""
    return f"计划{chinese(plan)}{label}，到{chinese(as_of)}未{label}{running}"
