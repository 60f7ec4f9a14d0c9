"""进度: the completed share of the investment lags behind 序时进度 (the share of the time that has gone by).

By the year's plan where the project has one, as bulletins count: 本年累计 ÷ 年度计划 against the part of the year that
has gone by (for a project begun this year, of the part since its start). Else by the whole building time: 累计完成 ÷
总投资 against the part of the time from start to planned production. Both sides are those of the last whole month.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from zonedesk.domain.dates import chinese, takes_effect
from zonedesk.domain.lights.facts import Held, LightDay, Report, Watched
from zonedesk.domain.lights.registry import FINE, Light, Limits, Verdict, light_rule, limit
from zonedesk.domain.money import format_money, half_up
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import Stage, is_suspended

NAME = "progress"


@dataclass(frozen=True, slots=True)
class ProgressLimits(Limits):
    """By how many 个百分点 it may lag."""

    yellow_points: int = limit(10, "落后序时进度", "个百分点以上亮黄灯", low=1, high=100)
    red_points: int = limit(30, "落后超过", "个百分点亮红灯", low=1, high=100)

    @property
    def warning(self) -> str:
        """What does not fit together among the thresholds; ""."""
        return "黄灯的界限大于红灯的界限，落后时直接亮红灯" if self.yellow_points > self.red_points else ""


class Lag(NamedTuple):
    """Done of planned money (元), days gone of all days, and what they are measured by."""

    done: int
    planned: int
    gone: int
    days: int
    basis: str

    def at_least(self, points: int) -> bool:
        """Whether it lags by so many 个百分点 or more. Exact: whole numbers only."""
        done, planned, gone, days, _ = self
        return 100 * (gone * planned - done * days) >= points * days * planned

    def more_than(self, points: int) -> bool:
        """Whether it lags by more than so many 个百分点."""
        return 100 * self._ahead > points * self._base

    @property
    def points(self) -> Decimal:
        """By how many 个百分点, rounded half up."""
        return half_up(Decimal(100 * self._ahead) / self._base, 2)

    @property
    def _ahead(self) -> int:
        return self.gone * self.planned - self.done * self.days

    @property
    def _base(self) -> int:
        return self.days * self.planned


def _of_all(
    held: Held, ids: Collection[int], day: LightDay, limits: ProgressLimits
) -> dict[int, Verdict | None]:
    facts, rows, lowest = held["fact"], held["reports"], min(limits.red_points, limits.yellow_points)
    found: dict[int, Verdict | None] = {}
    for pid in ids:
        fact = facts[pid]
        if fact.suspended_on is not None and is_suspended(fact, day.as_of):
            found[pid] = FINE
        elif (lag := _lag(fact, rows.get(pid, ()), day)) is not None:
            # Nearly all are in order: these are compared once.
            found[pid] = _lit(lag, day, limits) if lag.at_least(lowest) else FINE
    return found


@light_rule(
    NAME,
    "进度",
    20,
    ProgressLimits(),
    stages=(Stage.STARTED,),
    of_all=_of_all,
    note="完成投资比例与序时进度相比，均算到上一个整月。有年度计划的按年度计划和本年累计算，没有的按总投资、开工到计划投产的时间算；停工的不亮",
)
def progress(watched: Watched, day: LightDay, limits: ProgressLimits) -> Verdict | None:
    """A project that has reported nothing by then is not asked: 填报 says so."""
    pid = watched.fact.id
    return _of_all(watched.held(), (pid,), day, limits).get(pid)


def _lit(lag: Lag, day: LightDay, limits: ProgressLimits) -> Verdict:
    if lag.more_than(limits.red_points):
        return Verdict(NAME, Light.RED, _why, (lag, day.month))
    return Verdict(NAME, Light.YELLOW, _why, (lag, day.month)) if lag.at_least(limits.yellow_points) else FINE


def lag_of(watched: Watched, day: LightDay) -> Lag | None:
    """How the money stands to the time; None where either is not known."""
    return _lag(watched.fact, watched.reports, day)


def _lag(fact: ProjectFact, reports: tuple[Report, ...], day: LightDay) -> Lag | None:
    start = fact.start_actual
    if start is None or takes_effect(start) > day.month_end:
        return None
    if reports and reports[0].month > day.month:
        reports = tuple(report for report in reports if report.month <= day.month)
    begun = takes_effect(start)
    return _by_year(reports, begun, day) or _by_term(fact, reports, begun, day)


def _by_year(reports: tuple[Report, ...], start: str, day: LightDay) -> Lag | None:
    year = day.month[:4]
    for month, plan, _, done, _, _ in reports:
        if month < year:  # of a year before
            return None
        if done is not None and plan:
            return Lag(done, plan, *_of_year(start, day.month_end), "年度计划投资")
    return None


@lru_cache(maxsize=16384)
def _of_year(start: str, month_end: str) -> tuple[int, int]:
    """The days gone by at the end of a month, and all days, of the year's part since the start."""
    year = month_end[:4]
    first = max(f"{year}-01-01", start)
    return _days(first, month_end), _days(first, f"{year}-12-31")


def _by_term(fact: ProjectFact, reports: tuple[Report, ...], start: str, day: LightDay) -> Lag | None:
    total, planned = fact.total_investment, fact.prod_plan
    done = next((report.invest_total for report in reports if report.invest_total is not None), None)
    if not total or total < 0 or done is None or planned is None or takes_effect(planned) <= start:
        return None
    end = takes_effect(planned)
    return Lag(done, total, _days(start, min(day.month_end, end)), _days(start, end), "总投资")


@lru_cache(maxsize=16384)
def _days(first: str, last: str) -> int:
    """Days from `first` to `last`, both counted."""
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days + 1


def _why(lag: Lag, month: str) -> str:
    share, gone = (
        half_up(Decimal(above) * 100 / below, 2)
        for above, below in ((lag.done, lag.planned), (lag.gone, lag.days))
    )
    what = "本年完成" if lag.basis == "年度计划投资" else "累计完成"
    return (
        f"到{chinese(month)}底，{lag.basis}{format_money(lag.planned)}亿元、{what}{format_money(lag.done)}亿元"
        f"（{share}%），序时进度{gone}%，落后{lag.points}个百分点"
    )
