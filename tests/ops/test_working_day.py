"""The day that is looked at, and the day as of which a month is reported."""

from __future__ import annotations

import datetime as dt

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.ops.edit import add_project, add_row
from zonedesk.ops.session import Session
from zonedesk.ops.working_day import default_as_of, report_day, report_month


@pytest.fixture
def reported(session: Session) -> Session:
    """A ledger whose last report is that of October."""
    pid = next(session.run(add_project, name="甲项目").of("project")).row_id
    values = {"month": "2026-10", "invest_total": "1"}
    session.run(add_row, table="monthly_progress", project_id=pid, values=values)
    return session


@pytest.mark.parametrize(
    ("month", "today", "day"),
    [
        ("2026-11", dt.date(2026, 11, 22), "2026-11-22"),
        ("2026-10", dt.date(2026, 11, 22), "2026-10-31"),
        ("2026-12", dt.date(2026, 11, 22), "2026-12-31"),
        ("2026-10", dt.date(2026, 10, 20), "2026-10-31"),
        ("2027-03", dt.date(2027, 3, 5), "2027-03-31"),
    ],
)
def test_a_month_not_over_is_reported_as_of_the_day_all_pages_show(
    reported: Session, month: str, today: dt.date, day: str
) -> None:
    assert report_day(reported.reader, month, today) == day
    usual = default_as_of(reported.reader, today)
    assert usual[:7] != month or usual == day


@pytest.mark.parametrize(
    ("as_of", "month"),
    [
        ("2026-12-01", "2026-11"),
        ("2026-11-22", "2026-10"),
        ("2026-11-30", "2026-11"),
        ("2026-10-20", "2026-10"),
        ("2024-02-29", "2024-02"),
    ],
)
def test_the_month_to_report_is_one_that_is_over_or_reported(
    reported: Session, as_of: str, month: str
) -> None:
    assert report_month(reported.reader, as_of) == month


def test_what_is_no_month_is_refused(session: Session) -> None:
    with pytest.raises(RefusedError):
        report_day(session.reader, "2024年3月")
