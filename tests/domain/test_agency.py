"""Agency cases counted, and what is odd about one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.agency import case_warnings, handling_days, total

CASE = {
    "project_id": 1,
    "matter": "备案",
    "accepted_on": "2024-01-05",
    "done_on": None,
    "cases": 1,
    "satisfaction": None,
}


def test_items_cases_and_projects_are_three_counts() -> None:
    cases = [
        CASE,
        CASE | {"matter": " 备案", "cases": 3, "done_on": "2024-02"},
        CASE | {"project_id": 2, "matter": "环评"},
    ]
    found = total(cases, "2024-02-29")
    assert (found.items, found.cases, found.matters, found.projects) == (3, 5, 2, 2)
    assert (found.done_items, found.done_cases) == (1, 3)
    assert total(cases, "2024-02-28").done_cases == 0, "a month takes effect on its last day"


def test_an_item_without_a_number_of_cases_adds_none() -> None:
    found = total([CASE, CASE | {"cases": None, "done_on": "2024-02"}], "2024-02-29")
    assert (found.items, found.cases, found.done_items, found.done_cases, found.uncounted) == (2, 1, 1, 0, 1)


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2080, 1, 1)), st.integers(0, 400))
def test_days_are_never_negative(start, length) -> None:
    case = CASE | {"accepted_on": start.isoformat(), "done_on": "1990-01-01"}
    assert (handling_days(case, "2090-01-01") or 0) >= 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"done_on": "2024-01-04"}, ["办结日期早于受理日期"]),
        ({"done_on": "2024-01"}, []),
        ({"cases": None}, ["未填件数"]),
        ({"cases": 0}, ["件数应不少于 1"]),
        ({"satisfaction": 6}, ["满意度应为 1 到 5"]),
    ],
)
def test_what_is_odd_is_said(changed, said) -> None:
    assert case_warnings(CASE | changed) == said
