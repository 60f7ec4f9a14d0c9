"""停工: building has stopped and has not gone on since (our own rule: what stands still is nowhere in order)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from zonedesk.domain.dates import chinese, days_between, takes_effect
from zonedesk.domain.lights.facts import Held, LightDay, Watched
from zonedesk.domain.lights.registry import Light, Limits, Verdict, light_rule, limit
from zonedesk.domain.stages import Stage, is_suspended

NAME = "standstill"


@dataclass(frozen=True, slots=True)
class StandstillLimits(Limits):
    """After how many days the light turns red."""

    red_days: int = limit(90, "停工满", "天亮红灯", low=1, high=3650)


def _of_all(
    held: Held, ids: Collection[int], day: LightDay, limits: StandstillLimits
) -> dict[int, Verdict | None]:
    facts = held["fact"]
    return {
        pid: _lit(facts[pid].suspended_on or "", day, limits)
        for pid in ids
        if facts[pid].suspended_on is not None and is_suspended(facts[pid], day.as_of)
    }


@light_rule(
    NAME,
    "停工",
    14,
    StandstillLimits(),
    stages=(Stage.SIGNED, Stage.STARTED),
    of_all=_of_all,
    note="登记了停工、尚未复工的项目亮黄灯，满规定天数亮红灯；投产以后不看",
)
def standstill(watched: Watched, day: LightDay, limits: StandstillLimits) -> Verdict | None:
    """Days are counted from the day of the stop to the day asked for."""
    pid = watched.fact.id
    return _of_all(watched.held(), (pid,), day, limits).get(pid)


def _lit(stopped: str, day: LightDay, limits: StandstillLimits) -> Verdict:
    days = days_between(stopped, day.as_of)
    if days >= limits.red_days:
        return Verdict(NAME, Light.RED, _why, (stopped, days), takes_effect(stopped), limits.red_days)
    return Verdict(NAME, Light.YELLOW, _why, (stopped, days), stopped)


def _why(stopped: str, days: int) -> str:
    return f"{chinese(stopped)}停工，已{days}天未复工"
