"""What can be done with a problem, and what that sets."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.columns import CLOSED, OPEN_STATES, PROBLEM_LEVELS
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import say
from zonedesk.domain.problems import (
    ACTION_LABELS,
    Action,
    Deed,
    actions_of,
    answered_same_day,
    days_open,
    is_open,
    levels_above,
    move_of,
    overdue_days,
    same_day_rate,
    state_on,
    warnings_of,
)

_EMPTY = ("first_response_on", "level", "verified_on", "verified_by", "closed_on", "result", "deadline")


def problem(**values: Any) -> dict[str, Any]:
    return dict.fromkeys(_EMPTY) | {"raised_on": "2026-03-02", "status": "待办"} | values


def done(row: dict[str, Any], action: Action, on: str = "2026-03-05", text: str = "已落实") -> dict[str, Any]:
    return row | move_of(action, row, Deed(on=on, by_whom="王某某", text=text)).values


def test_the_usual_way_from_raising_to_closing():
    row = done(problem(), Action.RESPOND, on="2026-03-02")
    assert (row["status"], row["first_response_on"]) == ("办理中", "2026-03-02")
    row = done(row, Action.SUBMIT)
    assert row["status"] == "待核验"
    row = done(row, Action.VERIFY)
    assert (row["status"], row["verified_on"], row["verified_by"]) == ("待核验", "2026-03-05", "王某某")
    row = done(row, Action.CLOSE_OUT, on="2026-03-09", text="电力已增容")
    assert (row["status"], row["closed_on"], row["result"]) == (CLOSED, "2026-03-09", "电力已增容")
    assert row["verified_on"] == "2026-03-05"


def test_what_nobody_verified_is_not_closed_and_what_was_says_so():
    row = problem(status="待核验")
    assert Action.CLOSE_OUT not in actions_of(row)
    with pytest.raises(RefusedError, match="not_verified"):
        done(row, Action.CLOSE_OUT)
    row = done(row, Action.VERIFY)
    assert Action.CLOSE_OUT in actions_of(row)
    assert (state_on(row, "2026-03-04"), state_on(row, "2026-03-05")) == ("待核验", "已核验，待销号")
    assert state_on(done(row, Action.CLOSE_OUT), "2026-03-05") == "已销号"


def test_escalation_goes_to_the_level_that_is_named():
    assert levels_above("县") == ("市", "省")
    move = move_of(Action.ESCALATE, problem(level="县"), Deed("2026-03-05", level="省"))
    assert (move.values["level"], move.content) == ("省", "由县级提请省级协调")
    with pytest.raises(RefusedError) as told:
        move_of(Action.ESCALATE, problem(level="县"), Deed("2026-03-05", level="区"))
    assert say(told.value) == "“区”不在“县”之上，不能提请。可提请：市、省。"


def test_escalation_goes_up_one_level_until_the_last():
    row = problem()
    for level in PROBLEM_LEVELS[1:]:
        row = done(row, Action.ESCALATE)
        assert row["level"] == level
    assert Action.ESCALATE not in actions_of(row)
    with pytest.raises(RefusedError, match="top_level"):
        done(row, Action.ESCALATE)
    assert move_of(Action.ESCALATE, problem(), Deed("2026-03-05", text="涉及多部门")).content == (
        "由区级提请县级协调：涉及多部门"
    )


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (Action.CLOSE_OUT, "problem.no_result"),
        (Action.SEND_BACK, "problem.no_reason"),
        (Action.PROGRESS, "problem.no_content"),
    ],
)
def test_what_has_to_be_said_is_asked_for(action, code):
    with pytest.raises(RefusedError) as told:
        done(problem(status="待核验", verified_on="2026-03-04"), action, text="")
    assert told.value.code == code
    assert say(told.value).endswith("。")


def test_a_state_that_does_not_allow_it_names_what_can_be_done():
    with pytest.raises(RefusedError) as told:
        done(problem(), Action.CLOSE_OUT)
    assert say(told.value) == "问题现为“待办”，不能销号。可办理：响应、记进展、升级、提请核验。"
    with pytest.raises(RefusedError, match=r"day\.needed"):
        done(problem(), Action.RESPOND, on="2026-03")


def test_sent_back_it_is_open_again_and_keeps_no_result():
    row = problem(status="待核验", verified_on="2026-03-04")
    row = done(done(row, Action.CLOSE_OUT), Action.SEND_BACK, text="问题反弹")
    assert (row["status"], row["closed_on"], row["result"], row["verified_on"]) == (
        "办理中",
        None,
        None,
        None,
    )
    assert is_open(row, "2026-04-01")


@given(st.lists(st.sampled_from(Action), max_size=14), st.sampled_from([None, *PROBLEM_LEVELS]))
def test_whatever_is_done_a_closed_problem_is_whole_and_an_open_one_is_not(actions, level):
    row = problem(level=level)
    for day, action in enumerate(actions, start=3):
        allowed = action in actions_of(row)
        try:
            row = done(row, action, on=f"2026-03-{day:02d}")
        except RefusedError:
            assert not allowed
        assert row["status"] in (*OPEN_STATES, CLOSED)
        closed = row["status"] == CLOSED
        assert closed == bool(row["closed_on"]) == bool(row["result"])
        assert closed <= bool(row["verified_on"])
        assert row["status"] == "待办" or row["first_response_on"]
        assert warnings_of(row) == []
        assert set(actions_of(row)) <= set(ACTION_LABELS)


def test_days_are_counted_to_the_day_and_stop_at_the_closing():
    late = problem(deadline="2026-03-10")
    assert (overdue_days(late, "2026-03-10"), overdue_days(late, "2026-03-12")) == (0, 2)
    closed = late | {"status": CLOSED, "closed_on": "2026-03-20", "first_response_on": "2026-03-04"}
    assert (overdue_days(closed, "2026-03-31"), days_open(closed, "2026-03-31")) == (0, 18)
    assert (state_on(closed, "2026-03-15"), overdue_days(closed, "2026-03-15")) == ("办理中", 5)
    assert state_on(closed, "2026-03-03") == "待办"


def test_same_day_answers_are_counted_only_where_the_days_are_known():
    rows = [
        problem(first_response_on="2026-03-02", status="办理中"),
        problem(first_response_on="2026-03-03", status="办理中"),
        problem(),
        problem(raised_on="2026-03", first_response_on="2026-03-02", status="办理中"),
        problem(status="办理中"),
        problem(raised_on="2026-04-02"),
    ]
    assert [answered_same_day(row, "2026-03-31") for row in rows] == [True, False, False, None, None, None]
    rate = same_day_rate(rows, "2026-03-31")
    assert (rate.numerator, rate.denominator, rate.text()) == (1, 3, "33.33%")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"status": CLOSED, "closed_on": "2026-02-28", "result": "甲"}, "早于提出时间2026-03-02"),
        ({"status": CLOSED, "result": "甲"}, "没有销号时间"),
        ({"status": CLOSED, "closed_on": "2026-03-03"}, "没有写明办理结果"),
        ({"closed_on": "2026-03-03"}, "状态仍为“待办”"),
        ({"deadline": "2026-02"}, "完成时限2026-02早于"),
        ({"first_response_on": "2026-03-01"}, "首次响应时间"),
    ],
)
def test_what_does_not_fit_together_is_said(values, words):
    (warning,) = warnings_of(problem(**values))
    assert words in say(warning)


def test_a_month_that_may_lie_after_the_day_is_no_contradiction():
    assert warnings_of(problem(deadline="2026-03")) == []
    assert warnings_of(problem(status=CLOSED, closed_on="2026-03", result="甲")) == []
