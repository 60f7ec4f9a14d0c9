"""Which day the figures are of when nobody has said so."""

from __future__ import annotations

import datetime as dt

from zonedesk.domain.dates import last_day_of_month
from zonedesk.store.reader import Reader


def default_as_of(reader: Reader, today: dt.date | None = None) -> str:
    """The end of the last month reported in the ledger, else today (ISO).

    The office works on the month it has figures for; today would call everything overdue in a ledger
    whose last report is months old.
    """
    months = reader.last_reported_month()
    return last_day_of_month(months) if months else (today or dt.date.today()).isoformat()  # noqa: DTZ011
