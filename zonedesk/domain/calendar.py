"""工作日: Monday to Friday, put right by the State Council's holidays and by the office's own days.

A period counts from the day after the one it begins on, as 行政许可法 counts; so does everything here. A year of
which the holidays are not known yet counts Saturdays and Sundays only, and whoever asks is told which year it is.
"""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from chinese_calendar.constants import holidays, workdays

from zonedesk.domain.dates import days_between, takes_effect
from zonedesk.domain.tracking_columns import CALENDAR_DAYS, DAY_OFF, DAY_ON

_FIRST, _LAST = dt.date(1980, 1, 1), dt.date(2099, 12, 31)  # the days that a ledger knows
_FIRST_DAY = _FIRST.toordinal()
# An office that has entered a year's holidays has come to its last one.
_LAST_HOLIDAY = "-10-01"


@dataclass(frozen=True, slots=True)
class Days:
    """A number of days; `unknown` are the years within them of which only weekends were taken off."""

    count: int
    unknown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """A day (ISO) reached by counting; `unknown` as in `Days`."""

    iso: str
    unknown: tuple[int, ...] = ()


class WorkCalendar:
    """The office's calendar: `own` says of single days (ISO) whether they are 休 or 班, before all else."""

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        said = {day: kind for day, kind in (own or {}).items() if len(day) == 10}
        self._known = _published_years() | {
            int(day[:4]) for day, kind in said.items() if day.endswith(_LAST_HOLIDAY) and kind == DAY_OFF
        }
        self._before = _counted(said)

    @classmethod
    def of_rows(cls, rows: Iterable[Mapping[str, str]]) -> WorkCalendar:
        """The calendar with the office's rows of the table `holiday`."""
        return cls({row["day"]: row["kind"] for row in rows if row["day"]})

    def is_working(self, iso: str) -> bool:
        """Whether a day (ISO) is worked."""
        place = _place(iso)
        return self._before[place + 1] > self._before[place]

    def counts(self, iso: str, day_type: str) -> bool:
        """Whether a day counts as `day_type` counts days."""
        return day_type == CALENDAR_DAYS or self.is_working(iso)

    def covers(self, year: int) -> bool:
        """Whether the year's holidays are known: published, or entered by the office up to 国庆节."""
        return year in self._known

    def working_days_between(self, start: str, end: str) -> Days:
        """Working days after `start` up to and with `end` (partial dates: their last days); negative if it lies before."""
        first, last = _place(takes_effect(start)), _place(takes_effect(end))
        return Days(self._before[last + 1] - self._before[first + 1], self._unknown(first, last))

    def add_working_days(self, start: str, count: int) -> Day:
        """The `count`-th working day (1 or more) after a day; with 0 the day itself."""
        first = _place(takes_effect(start))
        if count <= 0:
            return Day(_iso(first))
        wanted = self._before[first + 1] + count
        place = min(bisect_left(self._before, wanted) - 1, len(self._before) - 2)
        return Day(_iso(place), self._unknown(first, place))

    def days_between(self, start: str, end: str, day_type: str) -> Days:
        """Days after `start` up to and with `end` as `day_type` (工作日, 自然日) counts them."""
        if day_type == CALENDAR_DAYS:
            return Days(days_between(start, end))
        return self.working_days_between(start, end)

    def add_days(self, start: str, count: int, day_type: str) -> Day:
        """The day `count` days after `start` as `day_type` counts them."""
        if day_type != CALENDAR_DAYS:
            return self.add_working_days(start, count)
        place = min(_place(takes_effect(start)) + max(count, 0), len(self._before) - 2)
        return Day(_iso(place))

    def _unknown(self, first: int, last: int) -> tuple[int, ...]:
        if first == last:
            return ()
        if first > last:
            first, last = last, first
        begin, end = _year(first + 1), _year(last)
        if begin == end and end in self._known:
            return ()
        return tuple(year for year in range(begin, end + 1) if year not in self._known)


def last_published_year() -> int:
    """The last year whose holidays are known without the office."""
    return max(_published_years())


@lru_cache(maxsize=65536)
def months_after(iso: str, months: int) -> str | None:
    """The same day so many months later; where the month is shorter, its last day.

    None for a day outside the years that a ledger knows (1980 to 2099).
    """
    year, month, day = (int(part) for part in iso.split("-"))
    years, place = divmod(year * 12 + month - 1 + months, 12)
    if not _FIRST.year <= years <= _LAST.year:
        return None
    return f"{years:04d}-{place + 1:02d}-{min(day, calendar.monthrange(years, place + 1)[1]):02d}"


def months_passed(since: str, day: str) -> int:
    """How many whole months have passed from a (partial) date to a day (ISO) that is not before it.

    A month has passed on the same day of the next one; where that is shorter, on its last day.
    """
    first = takes_effect(since)
    months = (int(day[:4]) - int(first[:4])) * 12 + int(day[5:7]) - int(first[5:7])
    return months - ((months_after(first, months) or day) > day)


@lru_cache(maxsize=65536)
def _place(iso: str) -> int:
    """How many days after the first day that is known; days outside are taken for the outermost."""
    day = min(max(dt.date.fromisoformat(iso), _FIRST), _LAST)
    return day.toordinal() - _FIRST_DAY


@lru_cache(maxsize=65536)
def _iso(place: int) -> str:
    return dt.date.fromordinal(place + _FIRST_DAY).isoformat()


@lru_cache(maxsize=65536)
def _year(place: int) -> int:
    return dt.date.fromordinal(place + _FIRST_DAY).year


@cache
def _published_years() -> frozenset[int]:
    return frozenset(day.year for day in holidays)


@cache
def _worked() -> bytes:
    """1 for each day that is worked, 0 for each that is not, as published."""
    days = map(dt.date.fromordinal, range(_FIRST_DAY, _LAST.toordinal() + 1))
    return bytes(day in workdays or (day.weekday() < 5 and day not in holidays) for day in days)


def _counted(own: Mapping[str, str]) -> list[int]:
    """How many days are worked before each day: any two days are then compared at once."""
    worked = bytearray(_worked())
    for day, kind in own.items():
        if kind in (DAY_OFF, DAY_ON):
            worked[_place(day)] = kind == DAY_ON
    return list(accumulate(worked, initial=0))
