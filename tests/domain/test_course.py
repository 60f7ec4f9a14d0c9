"""Standing still, going on again and ending: what about the dates is doubtful."""

from __future__ import annotations

import pytest

from zonedesk.domain.course import Turn, columns_of, course_doubts, turn_doubts
from zonedesk.domain.messages import say

TODAY = "2024-03-31"
COLUMNS = (
    "sign_date", "start_actual", "prod_actual", "effect_actual", "suspended_on", "suspend_reason", "resumed_on",
    "resume_reason", "withdrawn_on", "withdraw_kind", "withdraw_reason",
)  # fmt: skip


def project(**known):
    return dict.fromkeys(COLUMNS) | known


@pytest.mark.parametrize(
    ("known", "codes"),
    [
        ({}, []),
        ({"suspended_on": "2024-02-01", "resumed_on": "2024-02-01"}, []),
        ({"suspended_on": "2024-02", "resumed_on": "2024-02-10"}, ["course.before"]),
        ({"resumed_on": "2024-02-10"}, ["course.no_suspension"]),
        ({"sign_date": "2024-01", "start_actual": "2024-03", "suspended_on": "2024-02"}, ["course.before"]),
        ({"prod_actual": "2024-02", "withdrawn_on": "2024-01-31"}, ["course.before"]),
    ],
)
def test_dates_out_of_order_are_doubtful(known: dict, codes: list[str]) -> None:
    assert [doubt.code for doubt in course_doubts(project(**known))] == codes


@pytest.mark.parametrize(
    ("known", "turn", "day", "codes"),
    [
        ({}, Turn.SUSPEND, "2024-03-01", []),
        ({"suspended_on": "2024-02-01"}, Turn.RESUME, "2024-03", []),
        ({"suspended_on": "2024-02-01"}, Turn.RESUME, "2024-01-31", ["course.before"]),
        ({}, Turn.RESUME, "2024-01-31", ["course.no_suspension"]),
        ({"suspended_on": "2024-02-01"}, Turn.SUSPEND, "2024-03-01", ["course.standing"]),
        ({"suspended_on": "2023-02", "resumed_on": "2023-05"}, Turn.SUSPEND, "2024-03-01", []),
        ({"prod_actual": "2024-02"}, Turn.SUSPEND, "2024-03-01", ["course.finished"]),
        ({"withdrawn_on": "2024-02"}, Turn.SUSPEND, "2024-02-01", ["course.gone"]),
        ({"sign_date": "2024-02"}, Turn.WITHDRAW, "2024-01", ["course.before"]),
        ({}, Turn.WITHDRAW, "2024-04-01", ["course.future"]),
        ({}, Turn.WITHDRAW, "2024-04", []),
    ],
)
def test_a_turn_is_held_against_what_is_known(known: dict, turn: Turn, day: str, codes: list[str]) -> None:
    found = list(turn_doubts(project(**known), turn, day, "资金断裂", TODAY))
    assert [doubt.code for doubt in found] == codes
    assert all("{" not in say(doubt) and "（）" not in say(doubt) for doubt in found)


def test_what_was_doubtful_before_is_not_said_again() -> None:
    odd = project(sign_date="2024-02", suspended_on="2024-01", resumed_on="2024-01-20")
    (before,) = course_doubts(project(sign_date="2024-02", suspended_on="2024-01-10"))
    assert "签约时间" in say(before)
    assert [d.code for d in turn_doubts(odd, Turn.RESUME, "2024-02-20", "资金到位", TODAY)] == []


def test_a_missing_reason_is_said_and_a_new_standstill_begins_anew() -> None:
    still = project(suspended_on="2024-02-01")
    for known, turn in ((project(), Turn.SUSPEND), (still, Turn.RESUME), (project(), Turn.WITHDRAW)):
        (doubt,) = turn_doubts(known, turn, "2024-03-01", "", TODAY)
        assert doubt.code == "course.no_reason"
    anew = columns_of(Turn.SUSPEND, "2024-03", "")
    assert anew["resumed_on"] is anew["resume_reason"] is None
    assert columns_of(Turn.WITHDRAW, "2024-03", "改址", "调出") == {
        "withdrawn_on": "2024-03",
        "withdraw_kind": "调出",
        "withdraw_reason": "改址",
    }
