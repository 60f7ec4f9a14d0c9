"""What lights look at: a project with what is due of it, and the day they are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from zonedesk.domain.calendar import WorkCalendar
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.reporting import last_whole_month


class Promised(NamedTuple):
    """The required procedures of a project that are not done by the day: the day (ISO) promised first, the procedure
    promised for it (of several, the first by name), and of how many procedures the promised day has passed."""

    first: str
    name: str
    late: int


class Permit(NamedTuple):
    """An approval that was given, and the last day it is good for."""

    name: str
    valid_to: str


class TimedProblem(NamedTuple):
    """A problem with a deadline; `closed_on` if it is closed, on a later day."""

    id: int
    description: str
    deadline: str
    raised_on: str | None = None
    closed_on: str | None = None


class Undated(NamedTuple):
    """A required procedure or a problem of which the date that says when it is due cannot be read (待核): what is written
    there; `done_on` if it is done, on a later day."""

    table: str
    name: str
    text: str
    raised_on: str | None = None
    done_on: str | None = None


class Report(NamedTuple):
    """What a month's progress says. Money in 元, `month` as YYYY-MM."""

    month: str
    year_plan: int | None = None
    invest_month: int | None = None
    invest_ytd: int | None = None
    invest_total: int | None = None
    image_progress: str | None = None


class Watched(NamedTuple):
    """A project as lights look at it. `reports` are its last months, the newest first, of any day asked for.

    `unread` holds the texts that stand in the place of planned dates (待核), by their column.
    """

    fact: ProjectFact
    statistics_on: str | None = None
    delay_reason: str | None = None
    promised: Promised | None = None
    permits: tuple[Permit, ...] = ()
    problems: tuple[TimedProblem, ...] = ()
    reports: tuple[Report, ...] = ()
    unread: Mapping[str, str] | None = None
    undated: tuple[Undated, ...] = ()

    def held(self) -> Held:
        """The same as a ledger of this project alone is held."""
        pid = self.fact.id
        return {key: {pid: value} if value else {} for key, value in zip(self._fields, self, strict=True)}


Held = Mapping[str, Mapping[int, Any]]
"""Of many projects what `Watched` has of one: for each of its fields the values by project, of those that have any."""


class LightDay:
    """The day lights are asked for, with what follows from it, worked out once for all projects.

    `keeps_statistics`: whether the ledger says of any project that it is in the statistics. Where nobody has ever
    filled that column, its being empty tells nothing.
    """

    def __init__(
        self, as_of: str, calendar: WorkCalendar | None = None, *, keeps_statistics: bool = True
    ) -> None:
        self.as_of = takes_effect(as_of)
        self.calendar = calendar or WorkCalendar()
        self.keeps_statistics = keeps_statistics
        # Progress is reported by whole months: one that is not over yet is not missing.
        self.month = last_whole_month(self.as_of)
        self.month_end = takes_effect(self.month)
        self._left: dict[str, int] = {}
        self._warned: dict[tuple[str, int], str] = {}

    def reports(self, found: tuple[Report, ...]) -> tuple[Report, ...]:
        """Those of a project's reports that were there by the day: those of its month too, the newest first."""
        own = self.as_of[:7]
        if found and found[0].month > own:
            return tuple(report for report in found if report.month <= own)
        return found

    def working_days_left(self, until: str) -> int:
        """Working days after this day up to and with `until` (a day that has not passed)."""
        if until not in self._left:
            self._left[until] = self.calendar.working_days_between(self.as_of, until).count
        return self._left[until]

    def working_days_before(self, until: str, days: int) -> str:
        """The first day (ISO) from which no more than `days` working days are left until `until`."""
        if (until, days) not in self._warned:
            place = takes_effect(until)
            while self.calendar.working_days_between(before := _day_before(place), until).count <= days:
                place = before
            self._warned[until, days] = place
        return self._warned[until, days]


@lru_cache(maxsize=65536)
def month_number(iso: str) -> int:
    """A number for the month in which a (partial) date takes effect; following months have following numbers."""
    day = takes_effect(iso)
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def month_of(number: int) -> str:
    """The month (YYYY-MM) of a number."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _day_before(day: str) -> str:
    return day_after(day, -1)


def day_after(day: str, days: int = 1) -> str:
    """The day (ISO) so many days after a (partial) date takes effect."""
    return (dt.date.fromisoformat(takes_effect(day)) + dt.timedelta(days=days)).isoformat()
