"""Where a project stands on a given day, and what keeps it there. Derived, never stored."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from zonedesk.domain.dates import days_between, reached, takes_effect
from zonedesk.domain.projects import ProjectFact


class Stage(Enum):
    """The furthest stage that has taken effect."""

    RESERVE = "reserve"
    SIGNED = "signed"
    STARTED = "started"
    IN_PRODUCTION = "in_production"
    ON_TARGET = "on_target"
    WITHDRAWN = "withdrawn"

    # Asked by the ten thousand: Enum's own hash is worked out in Python each time.
    __hash__ = object.__hash__


STAGE_LABELS = {
    Stage.RESERVE: "储备",
    Stage.SIGNED: "签约",
    Stage.STARTED: "开工",
    Stage.IN_PRODUCTION: "投产",
    Stage.ON_TARGET: "达效",
    Stage.WITHDRAWN: "终止",
}
STAGE_ORDER = (Stage.RESERVE, Stage.SIGNED, Stage.STARTED, Stage.IN_PRODUCTION, Stage.ON_TARGET)


class Due(Enum):
    """How a stuck project (三未) stands to its planned date."""

    OVERDUE = "overdue"
    NOT_DUE = "not_due"
    UNDATED = "undated"
    SUSPENDED = "suspended"

    __hash__ = object.__hash__


DUE_LABELS = {
    Due.OVERDUE: "逾期",
    Due.NOT_DUE: "未到期",
    Due.UNDATED: "无计划时间",
    Due.SUSPENDED: "停工",
}


class Standing(NamedTuple):
    """A stuck project's due class, and the days by which it is overdue (0 unless overdue)."""

    due: Due
    overdue_days: int


def stage_of(project: ProjectFact, as_of: str) -> Stage:
    """The stage of a project on the day `as_of`."""
    if reached(project.withdrawn_on, as_of):
        return Stage.WITHDRAWN
    if reached(project.effect_actual, as_of):
        return Stage.ON_TARGET
    if reached(project.prod_actual, as_of):
        return Stage.IN_PRODUCTION
    if reached(project.start_actual, as_of):
        return Stage.STARTED
    if reached(project.sign_date, as_of):
        return Stage.SIGNED
    return Stage.RESERVE


def is_suspended(project: ProjectFact, as_of: str) -> bool:
    """Whether the project stands still (停工) on that day: suspended and not resumed since."""
    return stands_still(project.suspended_on, project.resumed_on, as_of)


def stands_still(suspended_on: str | None, resumed_on: str | None, as_of: str) -> bool:
    """The same by the two dates alone."""
    if suspended_on is None or not reached(suspended_on, as_of):
        return False
    suspended = takes_effect(suspended_on)
    return not (reached(resumed_on, as_of) and takes_effect(resumed_on or "") >= suspended)


def standing(project: ProjectFact, planned: str | None, as_of: str, tolerance_days: int = 0) -> Standing:
    """How a project that has not yet taken a step stands to the date planned for it.

    Overdue means planned date ≤ as-of day (real bulletins part “未到期” from “逾期”, domain study X12), with a
    tolerance that many days later; the days are counted from the planned date either way.
    """
    if is_suspended(project, as_of):
        return Standing(Due.SUSPENDED, 0)
    return by_plan(planned, as_of, tolerance_days)


@lru_cache(maxsize=65536)
def by_plan(planned: str | None, as_of: str, tolerance_days: int = 0) -> Standing:
    """The same by the date alone, whether the project stands still or not."""
    if planned is None:
        return Standing(Due.UNDATED, 0)
    if reached(planned, as_of) and (days := days_between(planned, as_of)) >= tolerance_days:
        return Standing(Due.OVERDUE, days)
    return Standing(Due.NOT_DUE, 0)
