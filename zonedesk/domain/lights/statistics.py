"""入统: building began a while ago, and the project is not in the statistics."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from zonedesk.domain.calendar import months_after
from zonedesk.domain.dates import chinese, reached, takes_effect
from zonedesk.domain.lights.facts import Held, LightDay, Watched
from zonedesk.domain.lights.registry import FINE, Light, Limits, Verdict, light_rule, limit
from zonedesk.domain.stages import Stage

NAME = "statistics"
_WAN = 10_000


@dataclass(frozen=True, slots=True)
class StatisticsLimits(Limits):
    """After how many months, and from which 总投资 (万元) on."""

    yellow_months: int = limit(1, "开工超过", "个月未入统亮黄灯", high=60)
    red_months: int = limit(2, "超过", "个月亮红灯", high=60)
    from_investment: int = limit(500, "只看总投资", "万元以上的项目", high=1_000_000)

    @property
    def warning(self) -> str:
        """What does not fit together among the thresholds; ""."""
        return "黄灯的月数不小于红灯的月数，到时直接亮红灯" if self.yellow_months >= self.red_months else ""


def _of_all(
    held: Held, ids: Collection[int], day: LightDay, limits: StatisticsLimits
) -> dict[int, Verdict | None]:
    if not day.keeps_statistics:
        return {}
    facts, entered, least = held["fact"], held["statistics_on"], limits.from_investment * _WAN
    # Many begin, and come into the statistics, on the same day.
    by_start = cache(lambda start: _by_start(start, day, limits))
    is_in = cache(lambda statistics_on: reached(statistics_on, day.as_of))
    found: dict[int, Verdict | None] = {}
    for pid in ids:
        fact = facts[pid]
        start, total = fact.start_actual, fact.total_investment
        if start is not None and (total is None or total >= least):
            found[pid] = FINE if is_in(entered.get(pid)) else by_start(start)
    return found


@light_rule(
    NAME,
    "入统",
    30,
    StatisticsLimits(),
    stages=(Stage.STARTED,),
    of_all=_of_all,
    note="在建项目“入统时间”为空或晚于截至日。整本台账都没有填过入统时间的，视为不登记此项，不亮灯",
)
def statistics(watched: Watched, day: LightDay, limits: StatisticsLimits) -> Verdict | None:
    """Months run from the day on which building began to the same day of the month."""
    pid = watched.fact.id
    return _of_all(watched.held(), (pid,), day, limits).get(pid)


def _by_start(start: str, day: LightDay, limits: StatisticsLimits) -> Verdict:
    """Of a project that is not in the statistics."""
    began = takes_effect(start)
    red, yellow = (months_after(began, months) for months in (limits.red_months, limits.yellow_months))
    if red is not None and day.as_of > red:
        return _verdict(Light.RED, start, limits.red_months, red)
    if yellow is not None and day.as_of > yellow:
        return _verdict(Light.YELLOW, start, limits.yellow_months, yellow)
    return FINE


def _verdict(light: Light, start: str, months: int, over: str) -> Verdict:
    return Verdict(NAME, light, _why, (start, months), over, 1)


def _why(start: str, months: int) -> str:
    return f"{chinese(start)}开工，超过{months}个月未入统"
