"""The office's calendar of duties: periods of each cycle, the day each is due, and what stands open on a day.

Weeks are whole natural weeks, Monday to Sunday, numbered as ISO 8601 does (2026-W13): one that straddles New
Year belongs to the year of its Thursday. A 旬 is 1–10, 11–20 and 21 to the month's end, so February's 下旬 has
eight or nine days. The day of a duty counts within its period from 1 (Monday, for weeks); without one, and past
the period's end, it is the period's last day.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.messages import register

register(
    {
        "routine.cycle": "周期“{cycle}”不在可选范围（{known}），不列入待办。",
        "routine.day": "周期内第 {day} 日超出一{cycle}的天数（至多 {most}），按最后一日计。",
        "routine.no_start": "未写起始日期，只从当前一期起算，以往各期不算逾期。",
        "routine.lead": "提前提醒天数 {days} 小于 0，不提前提醒。",
        "routine.no_period": "“{name}”没有“{period}”这一期。请从待办中选择。",
        "routine.by_meeting": "“{name}”{period}因召开“{meeting}”而认定完成。要改请改该会议的种类或日期。",
    }
)

WEEK, XUN, MONTH, QUARTER, HALF, YEAR = "周", "旬", "月", "季", "半年", "年"
_XUN = ("上旬", "中旬", "下旬")
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """One turn of a cycle: its name in the ledger (2026-W13, 2026-03-中旬, 2026-03, 2026-Q1, 2026-H1, 2026)."""

    cycle: str
    name: str
    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def day(self, number: int | None) -> dt.date:
        """Its day of that number from 1; its last day for none, for 0 and less, and for one past its end."""
        if number is None or not 1 <= number <= self.days:
            return self.last
        return self.first + dt.timedelta(days=number - 1)

    def next(self) -> Period:
        """The period that follows."""
        return period_of(self.cycle, self.last + _ONE_DAY)

    def before(self) -> Period:
        """The period that went before."""
        return period_of(self.cycle, self.first - _ONE_DAY)

    @property
    def told(self) -> str:
        """As official papers write it: 2026年第13周, 2026年3月中旬, 2026年第1季度."""
        year, number = self.last.year, self.name.rpartition("-")[2]
        if self.cycle == WEEK:
            return f"{self.name[:4]}年第{int(number[1:])}周"
        if self.cycle == XUN:
            return f"{year}年{self.last.month}月{number}"
        if self.cycle == MONTH:
            return f"{year}年{self.last.month}月"
        if self.cycle == QUARTER:
            return f"{year}年第{number[1:]}季度"
        if self.cycle == HALF:
            return f"{year}年{'上' if number == 'H1' else '下'}半年"
        return f"{year}年"


def period_of(cycle: str, day: dt.date) -> Period:
    """The period of a cycle that a day lies in; KeyError for a cycle that is none of ROUTINE_CYCLES."""
    return _PERIODS[cycle](day)


def period_named(cycle: str, name: str) -> Period | None:
    """The period of that name, or None if the cycle has none such."""
    match = re.match(r"^(\d{4})(?:-(?:W(\d\d)|Q([1-4])|H([12])|(\d\d)(?:-(上旬|中旬|下旬))?))?$", name)
    if match is None or cycle not in _PERIODS:
        return None
    year, week, quarter, half, month, xun = match.groups()
    try:
        if week:
            day = dt.date.fromisocalendar(int(year), int(week), 1)
        else:
            first = int(month or int(quarter or 0) * 3 or int(half or 0) * 6 or 1)
            day = dt.date(int(year), first, _XUN.index(xun) * 10 + 1 if xun else 1)
    except ValueError:
        return None
    found = period_of(cycle, day)
    return found if found.name == name else None


def _week(day: dt.date) -> Period:
    year, week, weekday = day.isocalendar()
    first = day - dt.timedelta(days=weekday - 1)
    return Period(WEEK, f"{year:04d}-W{week:02d}", first, first + dt.timedelta(days=6))


def _xun(day: dt.date) -> Period:
    third = min((day.day - 1) // 10, 2)
    last = calendar.monthrange(day.year, day.month)[1] if third == 2 else third * 10 + 10
    return Period(XUN, f"{day:%Y-%m}-{_XUN[third]}", day.replace(day=third * 10 + 1), day.replace(day=last))


def _months(cycle: str, count: int, name: Callable[[dt.date], str]) -> Callable[[dt.date], Period]:
    def of(day: dt.date) -> Period:
        first = day.replace(month=(day.month - 1) // count * count + 1, day=1)
        end = first.month + count - 1
        last = dt.date(day.year, end, calendar.monthrange(day.year, end)[1])
        return Period(cycle, name(first), first, last)

    return of


_PERIODS: dict[str, Callable[[dt.date], Period]] = {
    WEEK: _week,
    XUN: _xun,
    MONTH: _months(MONTH, 1, lambda first: f"{first:%Y-%m}"),
    QUARTER: _months(QUARTER, 3, lambda first: f"{first:%Y}-Q{first.month // 3 + 1}"),
    HALF: _months(HALF, 6, lambda first: f"{first:%Y}-H{first.month // 6 + 1}"),
    YEAR: _months(YEAR, 12, lambda first: f"{first:%Y}"),
}


class When(Enum):
    """How a duty of one period stands on a day."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    SOON = "soon"  # not this week, but within the days by which it is to be remembered
    LATER = "later"
    DONE = "done"


WHEN_LABELS = {
    When.OVERDUE: "逾期",
    When.TODAY: "今天",
    When.THIS_WEEK: "本周",
    When.SOON: "临近",
    When.LATER: "以后",
    When.DONE: "已完成",
}


@dataclass(frozen=True, slots=True)
class Done:
    """That a duty was done for a period: on which day (partial ISO; None: not said) and by which row.

    `meeting` names the meeting whose holding fulfils it; `row_id` is the note that someone made.
    """

    done_on: str | None
    row_id: int | None = None
    meeting: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of one period, as of a day. `days` is due day minus as-of day: negative once it has passed."""

    routine_id: int
    name: str
    output: str | None
    period: Period
    due: dt.date
    when: When
    days: int
    done: Done | None = None

    @property
    def late_days(self) -> int:
        """By how many days it was done after its day, or stands open after it."""
        if self.done is None:
            return max(-self.days, 0)
        if not self.done.done_on:
            return 0
        return max((dt.date.fromisoformat(takes_effect(self.done.done_on)) - self.due).days, 0)


DoneBy = Mapping[tuple[int, str], Done]  # by routine and name of the period


def duties_as_of(routines: Iterable[Mapping[str, Any]], done: DoneBy, as_of: str) -> list[Duty]:
    """Every period of the active routines due from their first day on, up to the next one that is to be done.

    A routine without a first day owes nothing from before the period of the as-of day. What is noted as done
    after `as_of` counts as open. Overdue first, then by due day.
    """
    today = dt.date.fromisoformat(takes_effect(as_of))
    found = [duty for routine in routines if routine["active"] for duty in _of_one(routine, done, today)]
    return sorted(found, key=lambda duty: (_RANK[duty.when], duty.due, duty.routine_id))


_RANK = {When.OVERDUE: 0, When.TODAY: 1, When.THIS_WEEK: 2, When.SOON: 3, When.LATER: 4, When.DONE: 5}


def _of_one(routine: Mapping[str, Any], done: DoneBy, today: dt.date) -> Iterator[Duty]:
    if routine["cycle"] not in _PERIODS:
        return
    current = period_of(routine["cycle"], today)
    since = _first_day(routine["starts_on"])
    period = period_of(routine["cycle"], since) if since and since <= today else current
    ahead = False
    while not ahead:
        due = period.day(routine["day"])
        told = done.get((routine["id"], period.name))
        if told and told.done_on and not reached(told.done_on, today.isoformat()):
            told = None
        if since is None or due >= since:
            when = _when(due, told, today, routine["lead_days"] or 0)
            ahead = told is None and due > today
            days = (due - today).days
            yield Duty(routine["id"], routine["name"], routine["output"], period, due, when, days, told)
        # One that starts in years to come is not searched for.
        ahead = ahead or period.first > today
        period = period.next()


def _when(due: dt.date, done: Done | None, today: dt.date, lead_days: int) -> When:
    if done:
        return When.DONE
    if due < today:
        return When.OVERDUE
    if due == today:
        return When.TODAY
    if due <= _week(today).last:
        return When.THIS_WEEK
    return When.SOON if (due - today).days <= lead_days else When.LATER


def _first_day(iso: str | None) -> dt.date | None:
    """The first day of a partial date: a duty that starts “in March” starts on the 1st."""
    return dt.date.fromisoformat(iso + "-01-01"[len(iso) - 4 :]) if iso else None


def faults_of(routine: Mapping[str, Any]) -> list[Problem]:
    """What is odd about a routine; none of it stops the calendar."""
    found = []
    day, cycle = routine["day"], routine["cycle"]
    if cycle not in _PERIODS:
        return [Problem("routine.cycle", {"cycle": cycle, "known": "、".join(_PERIODS)})]
    if day is not None and not 1 <= day <= _MOST_DAYS[cycle]:
        found.append(Problem("routine.day", {"day": day, "cycle": cycle, "most": _MOST_DAYS[cycle]}))
    if not routine["starts_on"]:
        found.append(Problem("routine.no_start"))
    if (routine["lead_days"] or 0) < 0:
        found.append(Problem("routine.lead", {"days": routine["lead_days"]}))
    return found


_MOST_DAYS = {WEEK: 7, XUN: 11, MONTH: 31, QUARTER: 92, HALF: 184, YEAR: 366}

# What an office does by the two source texts: name, cycle, day, days ahead, what comes of it.
DEFAULTS: tuple[tuple[str, str, int | None, int, str], ...] = (
    ("周例会", WEEK, 5, 1, "周调度表、会议纪要"),
    ("旬复盘", XUN, None, 2, "旬复盘材料"),
    ("报送截止", MONTH, 25, 3, "当月项目进展数据"),
    ("月通报", MONTH, 28, 3, "月通报"),
    ("季通报", QUARTER, None, 5, "季度通报"),
    ("半年观摩", HALF, None, 15, "观摩方案、路线及评分"),
    ("一年述职", YEAR, None, 20, "述职材料"),
)
