"""节假日: the office's own days off and days worked, entered span by span."""

from __future__ import annotations

import datetime as dt

from zonedesk.domain.calendar import last_published_year
from zonedesk.domain.dates import read_date
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import register
from zonedesk.domain.tracking_columns import DAY_OFF, DAY_ON
from zonedesk.domain.values import clean_text
from zonedesk.ops.templates import work_calendar
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

register(
    {
        "holiday.order": "截止日（{last}）早于起始日（{first}），没有写入。",
        "holiday.long": "从 {first} 到 {last} 有 {days} 天，超过 {most} 天，没有写入。请核对年份。",
        "holiday.day": "“{text}”不是具体的日期，没有写入。请写成 2027-10-01 的形式。",
    }
)

_MOST = 40


def add_holidays(w: Writer, *, first: str, last: str, kind: str, name: str = "") -> None:
    """登记节假日: every day from `first` to `last` (as typed; an empty one means one day) is 休 or 班.

    A day that is there already takes the new kind and name. Raises RefusedError for what is no span of days.
    """
    start = _day(first)
    end = _day(last) if last.strip() else start
    days = (end - start).days + 1
    facts = {"first": start.isoformat(), "last": end.isoformat()}
    if days < 1:
        raise RefusedError("holiday.order", **facts)
    if days > _MOST:
        raise RefusedError("holiday.long", days=days, most=_MOST, **facts)
    values = {"kind": kind if kind in (DAY_OFF, DAY_ON) else DAY_OFF, "name": clean_text(name) or None}
    known = {row["day"]: row["id"] for row in w.find_all("holiday")}
    for number in range(days):
        iso = (start + dt.timedelta(days=number)).isoformat()
        if iso in known:
            w.update("holiday", known[iso], values)
        else:
            w.insert("holiday", {"day": iso, **values})
    span = facts["first"] if days == 1 else f"{facts['first']} 至 {facts['last']}"
    w.label = f"登记节假日 {span}：{values['kind']}{values['name'] or ''}"


def unknown_years(reader: Reader, as_of: str) -> list[int]:
    """Of the year looked at and the next, those whose holidays are neither published nor entered."""
    calendar = work_calendar(reader)
    return [year for year in (int(as_of[:4]), int(as_of[:4]) + 1) if not calendar.covers(year)]


def published_to() -> int:
    """The last year whose holidays come with zonedesk."""
    return last_published_year()


def _day(text: str) -> dt.date:
    reading = read_date(text.strip())
    if reading is None or len(reading.iso) != 10:
        raise RefusedError("holiday.day", text=text.strip())
    return dt.date.fromisoformat(reading.iso)
