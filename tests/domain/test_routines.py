"""Periods, due days and what stands open on a day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.routines import (
    DEFAULTS,
    Done,
    When,
    duties_as_of,
    faults_of,
    period_named,
    period_of,
)
from zonedesk.domain.tracking_columns import ROUTINE_CYCLES

DAYS = st.dates(dt.date(1999, 1, 1), dt.date(2099, 12, 31))
CYCLES = st.sampled_from(ROUTINE_CYCLES)


def routine(**values):
    return {
        "id": 1,
        "name": "例行工作",
        "cycle": "月",
        "day": None,
        "lead_days": None,
        "output": None,
        "active": 1,
        "starts_on": None,
    } | values


@given(CYCLES, DAYS)
def test_periods_follow_each_other_without_gap_or_overlap(cycle, day):
    period = period_of(cycle, day)
    assert period.first <= day <= period.last
    assert period.next().first == period.last + dt.timedelta(days=1)
    assert period.next().before() == period
    assert period_of(cycle, period.first) == period_of(cycle, period.last) == period


@given(CYCLES, DAYS)
def test_a_period_is_found_by_its_name_and_no_two_have_one(cycle, day):
    period = period_of(cycle, day)
    assert period_named(cycle, period.name) == period
    assert period.next().name != period.name
    assert period.before().name < period.name or cycle == "旬"


@given(CYCLES, DAYS, st.one_of(st.none(), st.integers(-5, 400)))
def test_the_due_day_lies_in_its_period(cycle, day, number):
    period = period_of(cycle, day)
    due = period.day(number)
    assert period.first <= due <= period.last
    if number is not None and 1 <= number <= period.days:
        assert (due - period.first).days == number - 1


@pytest.mark.parametrize(
    ("cycle", "day", "names", "ends"),
    [
        ("周", "2026-03-27", ("2026-W13", "2026年第13周"), ("2026-03-23", "2026-03-29")),
        # The week of New Year belongs to the year of its Thursday.
        ("周", "2027-01-01", ("2026-W53", "2026年第53周"), ("2026-12-28", "2027-01-03")),
        ("周", "2024-12-31", ("2025-W01", "2025年第1周"), ("2024-12-30", "2025-01-05")),
        ("旬", "2026-03-11", ("2026-03-中旬", "2026年3月中旬"), ("2026-03-11", "2026-03-20")),
        ("旬", "2026-02-28", ("2026-02-下旬", "2026年2月下旬"), ("2026-02-21", "2026-02-28")),
        ("旬", "2024-02-21", ("2024-02-下旬", "2024年2月下旬"), ("2024-02-21", "2024-02-29")),
        ("旬", "2026-03-31", ("2026-03-下旬", "2026年3月下旬"), ("2026-03-21", "2026-03-31")),
        ("月", "2026-03-31", ("2026-03", "2026年3月"), ("2026-03-01", "2026-03-31")),
        ("季", "2026-03-31", ("2026-Q1", "2026年第1季度"), ("2026-01-01", "2026-03-31")),
        ("季", "2026-12-01", ("2026-Q4", "2026年第4季度"), ("2026-10-01", "2026-12-31")),
        ("半年", "2026-07-01", ("2026-H2", "2026年下半年"), ("2026-07-01", "2026-12-31")),
        ("年", "2026-07-01", ("2026", "2026年"), ("2026-01-01", "2026-12-31")),
    ],
)
def test_periods_as_the_calendar_has_them(cycle, day, names, ends):
    period = period_of(cycle, dt.date.fromisoformat(day))
    assert (period.name, period.told) == names
    assert (period.first.isoformat(), period.last.isoformat()) == ends


@pytest.mark.parametrize(
    ("cycle", "name"),
    [("周", "2026-W54"), ("周", "2026-03"), ("旬", "2026-13-上旬"), ("月", "3月"), ("日", "2026")],
)
def test_no_period_of_a_name_that_the_cycle_lacks(cycle, name):
    assert period_named(cycle, name) is None


def test_a_day_past_the_end_is_the_last_one():
    assert period_of("月", dt.date(2026, 2, 1)).day(31) == dt.date(2026, 2, 28)
    assert period_of("旬", dt.date(2026, 2, 21)).day(10) == dt.date(2026, 2, 28)


def test_nothing_is_owed_from_before_the_first_day():
    duties = duties_as_of([routine(day=25, starts_on="2026-02-26")], {}, "2026-04-10")
    assert [(d.period.name, d.when) for d in duties] == [
        ("2026-03", When.OVERDUE),
        ("2026-04", When.LATER),
    ]
    # “In February” begins with its first day.
    early = duties_as_of([routine(day=25, starts_on="2026-02")], {}, "2026-04-10")
    assert early[0].period.name == "2026-02"
    # Not said: the past owes nothing.
    unsaid = duties_as_of([routine(day=5)], {}, "2026-04-10")
    assert [(d.period.name, d.when) for d in unsaid] == [("2026-04", When.OVERDUE), ("2026-05", When.LATER)]


def test_a_routine_that_starts_later_is_told_ahead():
    assert not duties_as_of([routine(starts_on="2026-09-01")], {}, "2026-04-10")
    (next_month,) = duties_as_of([routine(starts_on="2026-05-01", day=10)], {}, "2026-04-10")
    assert next_month.period.name == "2026-05"


@pytest.mark.parametrize(
    ("as_of", "when"),
    [
        ("2026-03-19", When.SOON),
        ("2026-03-15", When.LATER),
        ("2026-03-23", When.THIS_WEEK),
        ("2026-03-25", When.TODAY),
        ("2026-03-26", When.OVERDUE),
    ],
)
def test_today_this_week_soon_overdue(as_of, when):
    duty = next(
        d
        for d in duties_as_of([routine(day=25, lead_days=7, starts_on="2026-03-01")], {}, as_of)
        if d.period.name == "2026-03"
    )
    assert duty.when is when
    assert duty.days == (dt.date(2026, 3, 25) - dt.date.fromisoformat(as_of)).days


def test_done_counts_from_its_own_day_on():
    done = {(1, "2026-03"): Done("2026-03-27")}
    rows = [routine(day=25, starts_on="2026-03-01")]
    before = duties_as_of(rows, done, "2026-03-26")[0]
    assert (before.when, before.late_days) == (When.OVERDUE, 1)
    after = duties_as_of(rows, done, "2026-03-27")[-1]
    assert (after.when, after.late_days) == (When.DONE, 2)
    undated = duties_as_of(rows, {(1, "2026-03"): Done(None)}, "2026-03-26")[-1]
    assert (undated.when, undated.late_days) == (When.DONE, 0)


@given(CYCLES, DAYS, st.integers(1, 31), st.integers(0, 800))
def test_each_period_from_the_first_day_on_is_told_once(cycle, as_of, day, back):
    starts = as_of - dt.timedelta(days=back)
    duties = duties_as_of(
        [routine(cycle=cycle, day=day, starts_on=starts.isoformat())], {}, as_of.isoformat()
    )
    names = [duty.period.name for duty in duties]
    assert len(set(names)) == len(names)
    assert all(duty.due >= starts for duty in duties)
    assert all((duty.when is When.OVERDUE) == (duty.due < as_of) for duty in duties)
    here = period_of(cycle, as_of)
    assert here.name in names or here.day(day) < starts
    # One lies ahead, and only one.
    assert sum(duty.due > as_of for duty in duties) == 1


def test_an_inactive_or_unknown_cycle_owes_nothing_and_is_told():
    assert not duties_as_of([routine(active=0), routine(cycle="日")], {}, "2026-03-01")
    assert [p.code for p in faults_of(routine(cycle="日"))] == ["routine.cycle"]
    assert [p.code for p in faults_of(routine(cycle="周", day=8, starts_on="2026"))] == ["routine.day"]
    assert [p.code for p in faults_of(routine(lead_days=-1))] == ["routine.no_start", "routine.lead"]


def test_the_usual_duties_are_well_formed():
    rows = [
        routine(name=name, cycle=cycle, day=day, lead_days=lead, starts_on="2026-01-01")
        for name, cycle, day, lead, _ in DEFAULTS
    ]
    assert [row["name"] for row in rows if faults_of(row)] == []
