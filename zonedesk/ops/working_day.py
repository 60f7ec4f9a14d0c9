"""Which day is looked at when nobody has said so."""

from __future__ import annotations

import datetime as dt

from zonedesk.domain.dates import days_between, last_day_of_month
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import register
from zonedesk.domain.reporting import last_whole_month
from zonedesk.store.reader import Reader

register({"report.bad_month": "“{text}”不是月份。请写成 2024-03 的形式。"})

# A month is reported in the weeks after it: longer than this without a report, and nobody works on the ledger.
_STILL_WORKED_ON = 45


def reported_as_of(reader: Reader, today: dt.date | None = None) -> str:
    """The end of the last month reported in the ledger, else today (ISO): what a file is of that does not say."""
    month = reader.last_reported_month()
    return last_day_of_month(month) if month else _iso(today)


def default_as_of(reader: Reader, today: dt.date | None = None) -> str:
    """Today (ISO) while the ledger is being worked on, else the end of the last month reported.

    What an officer enters today is to count at once. But today would call everything overdue in a ledger whose last
    report is months old; and a month that is reported before it is over is looked at as of its end.
    """
    day, now = reported_as_of(reader, today), _iso(today)
    return now if 0 <= days_between(day, now) <= _STILL_WORKED_ON else day


def report_day(reader: Reader, month: str, today: dt.date | None = None) -> str:
    """The day (ISO) as of which a month "YYYY-MM" is reported: its last one; of the month that is looked at by default,
    the day that all pages show, so that what is signed on the 22nd does not count what the 30th would make overdue.

    Raises RefusedError if `month` is no month.
    """
    try:
        end = last_day_of_month(month)
    except ValueError as error:
        raise RefusedError("report.bad_month", text=month) from error
    usual = default_as_of(reader, today)
    return usual if usual[:7] == month else end


def report_month(reader: Reader, as_of: str) -> str:
    """The month (YYYY-MM) to report when nobody has said so: that of the day looked at (ISO) once it is over or any of
    it has been reported, else the one before. On the 1st, it is last month's bulletin that is due.
    """
    month = as_of[:7]
    return month if (reader.last_reported_month() or "") >= month else last_whole_month(as_of)


def _iso(today: dt.date | None) -> str:
    return (today or dt.date.today()).isoformat()  # noqa: DTZ011 - the office's calendar day
