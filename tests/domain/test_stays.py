"""Who came into a stuck list, who went out and how, month by month."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ledger_of import facts, listing, project
from zonedesk.domain.dates import end_of_month_before
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.figures.three_not import stuck_list
from zonedesk.domain.stages import Due
from zonedesk.domain.stays import Exit, average, middle, month_ends, stays, trend
from zonedesk.domain.stuck_rules import DEFAULTS, Base, Clock, Suspended

DAY = "2024-03-31"


def view(projects, track="signing", **rule):
    rules = replace(DEFAULTS, not_started=replace(DEFAULTS.not_started, **rule))
    known = facts(projects, [listing(each.id, track) for each in projects], DAY)
    return View(known, Scope(stuck=rules))


def test_who_entered_left_and_stands() -> None:
    months = trend(
        view(
            [
                project(1, sign_date="2024-01-10", start_actual="2024-03-05", start_plan="2024-02-01"),
                project(2, sign_date="2024-02", start_plan="2024-03-01"),
                project(3, start_plan="2024-01-31"),
                project(4, sign_date="2023-12", withdrawn_on="2024-03-20", start_actual="2024-03-25"),
                project(5, sign_date="2024-01-05", start_actual="2024-01-20"),
                project(6, sign_date="2024-05", start_plan="2024-05"),
                project(7, sign_date="2024-02-10", start_actual="2024-02-10"),
            ]
        ),
        "not_started",
        3,
    )
    assert [month.day for month in months] == ["2024-01-31", "2024-02-29", DAY]
    assert [month.entered for month in months] == [(1, 5), (2,), ()]
    assert [month.left[Exit.TAKEN] for month in months] == [(5,), (), (1,)]
    assert [month.left[Exit.WITHDRAWN] for month in months] == [(), (), (4,)]
    assert [month.standing for month in months] == [(1, 3, 4), (1, 2, 3, 4), (2, 3)]
    assert [month.overdue for month in months] == [(3,), (1, 3), (2, 3)]
    assert [(month.average, month.median) for month in months] == [
        (Decimal("0.0"), Decimal("0.0")),
        (Decimal("28.5"), Decimal("28.5")),
        (Decimal("45.0"), Decimal("45.0")),
    ]
    assert months[2].stayed == Decimal("31.0")
    assert months[2].gone == (1, 4)


def test_where_suspended_projects_are_left_out_they_leave_and_come_back() -> None:
    still = [
        project(1, sign_date="2023", suspended_on="2024-01-15", resumed_on="2024-03-10"),
        project(2, sign_date="2023", suspended_on="2024-02-15"),
    ]
    months = trend(view(still, suspended=Suspended.LEFT_OUT), "not_started", 3)
    assert [month.standing for month in months] == [(2,), (), (1,)]
    assert [month.left[Exit.SUSPENDED] for month in months] == [(1,), (2,), ()]
    assert months[2].entered == (1,)
    apart = trend(view(still), "not_started", 3)
    assert [month.standing for month in apart] == [(1, 2), (1, 2), (1, 2)]


def test_month_ends_and_the_part_of_a_month() -> None:
    assert month_ends("2024-03-15", 3) == ["2024-01-31", "2024-02-29", "2024-03-15"]
    assert month_ends("2024-01", 2) == ["2023-12-31", "2024-01-31"]


def test_averages_are_exact_and_of_nobody_there_is_none() -> None:
    assert (average([1, 2, 2]), middle([1, 2, 2])) == (Decimal("1.7"), Decimal("2.0"))
    assert (average([]), middle([])) == (None, None)
    assert middle([1, 2, 3, 10]) == Decimal("2.5")


DAYS = st.none() | st.dates(min_value=dt.date(2023, 1, 1), max_value=dt.date(2024, 6, 30)).map(str)


@given(
    st.lists(st.tuples(DAYS, DAYS, DAYS, DAYS, DAYS, DAYS), max_size=12),
    st.sampled_from(Base),
    st.sampled_from(Suspended),
    st.sampled_from(Clock),
    st.integers(0, 60),
)
def test_the_last_month_is_the_list_and_each_month_adds_up(rows, base, suspended, clock, tolerance) -> None:
    projects = [
        project(n, sign_date=s, start_plan=p, start_actual=a, withdrawn_on=w, suspended_on=x, resumed_on=y)
        for n, (s, p, a, w, x, y) in enumerate(rows)
    ]
    seen = view(projects, base=base, suspended=suspended, clock=clock, tolerance_days=tolerance)
    months = trend(seen, "not_started", 6)
    stuck = stuck_list(seen, "not_started")
    assert sorted(months[-1].standing) == sorted(stuck.ids())
    assert sorted(months[-1].overdue) == sorted(stuck.ids(Due.OVERDUE))
    before = {
        s.project_id for s in stays(seen, "not_started") if s.covers(end_of_month_before(months[0].day))
    }
    for month in months:
        assert len(before) + len(month.entered) - len(month.gone) == len(month.standing)
        before = set(month.standing)
