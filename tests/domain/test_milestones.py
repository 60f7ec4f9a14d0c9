"""Milestones: states on a day, the backward schedule, what runs against order."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.milestones import (
    USUAL_NODES,
    MilestoneState,
    Node,
    late_days,
    milestone_warnings,
    schedule,
    state_of,
)

AS_OF = "2024-03-31"
PROJECT = {"start_plan": None, "start_actual": None, "prod_plan": None, "prod_actual": None}


def milestone(plan=None, forecast=None, actual=None, **more):
    return {"id": 1, "name": "封顶", "plan_on": plan, "forecast_on": forecast, "actual_on": actual} | more


@pytest.mark.parametrize(
    ("days", "state", "late"),
    [
        ((None, None, None), MilestoneState.UNDATED, 0),
        (("2024-03-31",), MilestoneState.SOON, 0),
        (("2024-03-30",), MilestoneState.LATE, 1),
        (("2024-04-30",), MilestoneState.SOON, 0),
        (("2024-05-01",), MilestoneState.AHEAD, 0),
        (("2024-03",), MilestoneState.SOON, 0),
        (("2024-05-01", "2024-05-02"), MilestoneState.SLIPPING, 0),
        (("2024-03-01", None, "2024-03-05"), MilestoneState.DONE, 4),
        (("2024-03-01", None, "2024-04-01"), MilestoneState.LATE, 30),
    ],
)
def test_how_a_milestone_stands(days, state, late) -> None:
    assert (state_of(milestone(*days), AS_OF), late_days(milestone(*days), AS_OF)) == (state, late)


def test_days_are_counted_back_from_the_promise() -> None:
    found = schedule(
        PROJECT | {"start_plan": "2024-06"},
        AS_OF,
        [Node("施工许可证", "start", 15), Node("取得土地", "start", 120)],
    )
    assert [tuple(node) for node in found.nodes] == [("取得土地", "2024-03-02"), ("施工许可证", "2024-06-15")]
    assert found.warnings == ()


def test_without_a_promise_nothing_is_invented() -> None:
    found = schedule(PROJECT, AS_OF)
    assert found.nodes == ()
    assert found.warnings == (
        "没有计划开工时间，不能倒排开工前的节点",
        "没有计划投产时间，不能倒排投产前的节点",
    )


def test_works_too_short_are_said() -> None:
    found = schedule(
        PROJECT | {"start_plan": "2024-08-01", "prod_plan": "2024-10-01"},
        AS_OF,
        [Node("封顶", "production", 90)],
    )
    assert found.warnings == ("建设期偏短：封顶落在开工之前",)
    backwards = schedule(
        PROJECT | {"start_plan": "2024-08-01", "prod_plan": "2024-07-01"},
        AS_OF,
        [Node("试运行", "production", 1)],
    )
    assert "计划投产时间早于计划开工时间" in backwards.warnings


@given(st.dates(dt.date(2024, 4, 1), dt.date(2027, 1, 1)), st.integers(0, 900))
def test_a_schedule_runs_in_order_and_ends_before_its_promise(start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    found = schedule(PROJECT | {"start_plan": start.isoformat(), "prod_plan": end.isoformat()}, AS_OF)
    days = [node.plan_on for node in found.nodes]
    assert days == sorted(days)
    assert len(days) == len(USUAL_NODES)
    assert max(days) < end.isoformat() or max(days) < start.isoformat()


def test_days_out_of_order_are_marked_where_they_stand() -> None:
    rows = [
        milestone("2024-03-01", None, "2024-03-05") | {"id": 1, "name": "桩基"},
        milestone("2024-02-01") | {"id": 2},
        milestone("2024-03", None, "2024-03-01") | {"id": 3},
    ]
    assert milestone_warnings(rows) == {2: "计划时间早于前一节点“桩基”"}
