"""Spans of days as they are spoken of: 2024-03, 2024年第一季度, 本月, 30天内. Relative to an as-of day (ISO)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from zonedesk.domain.condition_tests import Bound, Stored, Unfit
from zonedesk.domain.dates import read_date, takes_effect

Days = tuple[dt.date, dt.date]
_QUARTER = re.compile(r"^(\d{4})\s*年?\s*(?:第?\s*([一二三四1-4])\s*季度?|[qQ]([1-4]))$")
_HALF = re.compile(r"^(\d{4})\s*年?\s*([上下])半年$")
_LAST_DAYS = re.compile(r"^(?:近|最近|过去)\s*(\d{1,4})\s*[天日]$")
_NEXT_DAYS = re.compile(r"^(?:未来\s*)?(\d{1,4})\s*[天日](?:之?内)?$")
_DUE = re.compile(r"^(\d{1,4})\s*[天日](?:之?内)?(?:将)?到期$")
_OVERDUE = {"逾期", "已逾期", "超期", "过期"}
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last; either may hang on the as-of day."""

    first: Bound
    last: Bound


@dataclass(frozen=True, slots=True)
class Deadline:
    """A planned date whose step is not taken: overdue (`days` is None) or due within so many days."""

    days: int | None
    asks_done: bool = True

    @classmethod
    def of(cls, word: str) -> Deadline | None:
        """逾期, 30天内到期; None if the word is neither."""
        if word in _OVERDUE:
            return cls(None)
        match = _DUE.match(word)
        return cls(int(match[1])) if match else None

    def holds(self, value: Stored, as_of: str, done: bool) -> bool:
        """Whether the date has passed (it counts as overdue from its own day on) or lies in the days ahead."""
        if done or not isinstance(value, str) or isinstance(value, Unfit):
            return False
        day = takes_effect(value)
        if self.days is None:
            return day <= as_of
        until = dt.date.fromisoformat(as_of) + dt.timedelta(days=self.days)
        return as_of < day <= until.isoformat()


def month_of(day: dt.date, step: int = 0) -> Days:
    """The month `step` months after that of a day."""
    count = day.year * 12 + day.month - 1 + step
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, 1), dt.date(year, month + 1, last)


def quarter_of(day: dt.date, step: int = 0) -> Days:
    """The quarter `step` quarters after that of a day."""
    begun = (day.month - 1) % 3
    return month_of(day, step * 3 - begun)[0], month_of(day, step * 3 - begun + 2)[1]


def year_of(day: dt.date, step: int = 0) -> Days:
    """The year `step` years after that of a day."""
    return dt.date(day.year + step, 1, 1), dt.date(day.year + step, 12, 31)


def _relative(of: Callable[[dt.date, int], Days], step: int) -> Period:
    def end(which: int) -> Callable[[str], str]:
        return lambda as_of: of(dt.date.fromisoformat(as_of), step)[which].isoformat()

    return Period(end(0), end(1))


def _days(first: int, last: int) -> Period:
    def shifted(by: int) -> Callable[[str], str]:
        return lambda as_of: (dt.date.fromisoformat(as_of) + dt.timedelta(days=by)).isoformat()

    return Period(shifted(first), shifted(last))


RELATIVE: dict[str, Period] = {
    "本月": _relative(month_of, 0),
    "上月": _relative(month_of, -1),
    "下月": _relative(month_of, 1),
    "本季": _relative(quarter_of, 0),
    "上季": _relative(quarter_of, -1),
    "下季": _relative(quarter_of, 1),
    "今年": _relative(year_of, 0),
    "去年": _relative(year_of, -1),
    "明年": _relative(year_of, 1),
}
_SYNONYMS = {"当月": "本月", "本季度": "本季", "上季度": "上季", "下季度": "下季", "本年": "今年", "上年": "去年", "上个月": "上月", "下个月": "下月"}  # fmt: skip


def period_of(word: str) -> Period | None:
    """The span that a word names: a written date (year, month, day, quarter, half), or a relative one."""
    known = RELATIVE.get(_SYNONYMS.get(word, word))
    if known is not None:
        return known
    if match := _LAST_DAYS.match(word):
        return _days(1 - int(match[1]), 0)
    if match := _NEXT_DAYS.match(word):
        return _days(1, int(match[1]))
    if match := _QUARTER.match(word):
        number = _DIGITS.get(match[2] or "") or int(match[2] or match[3])
        return _months(match[1], number * 3 - 2, number * 3)
    if match := _HALF.match(word):
        return _months(match[1], 1, 6) if match[2] == "上" else _months(match[1], 7, 12)
    reading = read_date(word)
    if reading is None:
        return None
    return Period(_first_day(reading.iso), takes_effect(reading.iso))


def _months(year: str, first: int, last: int) -> Period:
    return Period(f"{year}-{first:02d}-01", takes_effect(f"{year}-{last:02d}"))


def _first_day(iso: str) -> str:
    return iso + "-01-01"[len(iso) - 4 :] if len(iso) < 10 else iso
