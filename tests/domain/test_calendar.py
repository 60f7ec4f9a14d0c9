"""Working days: the State Council's holidays, the office's own days, and years of which nothing is known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.calendar import WorkCalendar, months_after, months_passed

USUAL = WorkCalendar()
DAYS = st.dates(dt.date(2004, 1, 1), dt.date(2060, 12, 31)).map(dt.date.isoformat)
OWN = st.dictionaries(DAYS, st.sampled_from(["休", "班"]), max_size=20)


def test_holidays_and_days_worked_in_their_place():
    assert not USUAL.is_working("2024-10-01")
    assert USUAL.is_working("2024-09-29"), "a Sunday worked for 国庆节"
    assert USUAL.working_days_between("2024-09-30", "2024-10-08").count == 1
    assert USUAL.add_working_days("2024-09-30", 1).iso == "2024-10-08"
    # 20 working days from 5 January 2024, over no holiday
    assert USUAL.add_working_days("2024-01-05", 20).iso == "2024-02-02"


def test_the_office_s_own_days_come_first():
    own = WorkCalendar({"2024-06-03": "休", "2024-06-08": "班"})
    assert not own.is_working("2024-06-03")
    assert own.is_working("2024-06-08")
    assert USUAL.is_working("2024-06-03")
    before, now = (c.working_days_between("2024-05-31", "2024-06-08").count for c in (USUAL, own))
    assert (before, now) == (5, 5)


def test_a_year_without_holidays_is_named_and_nothing_is_invented():
    found = USUAL.add_working_days("2050-09-30", 5)
    assert (found.iso, found.unknown) == ("2050-10-07", (2050,))
    assert USUAL.working_days_between("2024-12-31", "2025-01-05").unknown == ()
    assert USUAL.working_days_between("2049-12-31", "2050-01-04").unknown == (2050,)
    assert USUAL.working_days_between("2050-01-04", "2050-01-04").unknown == ()


def test_a_year_entered_by_the_office_is_known_once_it_comes_to_its_last_holiday():
    begun = WorkCalendar({"2050-01-01": "休"})
    whole = WorkCalendar({"2050-01-01": "休", "2050-10-01": "休", "2050-10-03": "休"})
    assert begun.working_days_between("2050-09-29", "2050-10-05").unknown == (2050,)
    assert whole.working_days_between("2050-09-29", "2050-10-05").unknown == ()
    assert whole.working_days_between("2050-09-29", "2050-10-05").count == 3


def test_partial_dates_count_from_their_last_day():
    assert USUAL.working_days_between("2024-02", "2024-03-05").count == 3


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-12-15", 12, "2024-12-15"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2024-03-01", 120000, None),
        ("2024-03-01", -600, None),
        ("2099-12-31", 1, None),
    ],
)
def test_months_later(day, months, expected):
    assert months_after(day, months) == expected


@given(OWN, DAYS, st.integers(0, 400))
def test_counting_there_and_back_agree(own, start, count):
    calendar = WorkCalendar(own)
    reached = calendar.add_working_days(start, count)
    assert calendar.working_days_between(start, reached.iso).count == count
    assert count == 0 or calendar.is_working(reached.iso)


@given(OWN, DAYS, st.integers(0, 120))
def test_the_count_is_that_of_looking_at_each_day(own, start, span):
    calendar = WorkCalendar(own)
    days = [dt.date.fromisoformat(start) + dt.timedelta(days=n) for n in range(1, span + 1)]
    end = days[-1].isoformat() if days else start
    naive = sum(calendar.is_working(day.isoformat()) for day in days)
    assert calendar.working_days_between(start, end).count == naive
    assert calendar.working_days_between(end, start).count == -naive
    assert calendar.days_between(start, end, "自然日").count == span


@pytest.mark.parametrize(
    ("since", "day", "months"),
    [
        ("2023-09-30", "2024-03-31", 6),
        ("2023-09-30", "2024-03-29", 5),
        ("2024-01-31", "2024-02-28", 0),
        ("2024-01-31", "2024-02-29", 1),
        ("2024-01", "2024-02-29", 1),
        ("2023", "2024-12-31", 12),
        ("2024-03-31", "2024-03-31", 0),
    ],
)
def test_months_passed(since, day, months):
    assert months_passed(since, day) == months
