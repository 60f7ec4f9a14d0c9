"""Matters under supervision: numbers, steps, what does not fit together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import say
from zonedesk.domain.problems import Deed
from zonedesk.domain.supervision import (
    Step,
    is_open,
    move_of,
    next_number,
    overdue_days,
    state_on,
    steps_of,
    warnings_of,
)


def matter(**values: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("issued_on", "deadline", "closed_on", "result"))
    return empty | {"status": "待派"} | values


@pytest.mark.parametrize(
    ("known", "following"),
    [
        ([], "督〔2026〕1号"),
        (["督〔2026〕11号", "督〔2026〕3号", None], "督〔2026〕12号"),
        (["督〔2025〕40号"], "督〔2026〕1号"),
        (["示管督[2026]7号"], "示管督〔2026〕8号"),
        (["领导交办第三件"], "督〔2026〕1号"),
    ],
)
def test_the_next_number_follows_the_offices_own(known, following):
    assert next_number(known, 2026) == following


@given(st.lists(st.sampled_from(Step), max_size=12))
def test_whatever_is_done_a_closed_matter_has_its_day_and_result(steps):
    row = matter()
    for day, step in enumerate(steps, start=1):
        allowed = step in steps_of(row)
        try:
            row |= move_of(step, row, Deed(f"2026-03-{day:02d}", text="甲")).values
        except RefusedError:
            assert not allowed
        else:
            assert allowed
        assert (row["status"] == "已销号") == bool(row["closed_on"]) == bool(row["result"])
        assert warnings_of(row) == []


def test_urging_changes_no_state_and_closing_needs_its_result():
    sent = matter(status="已派", issued_on="2026-03-01")
    assert move_of(Step.URGE, sent, Deed("2026-03-05")).values == {}
    assert move_of(Step.FEED_BACK, sent, Deed("2026-03-05", text="过半")).values == {"status": "处置中"}
    with pytest.raises(RefusedError) as told:
        move_of(Step.CLOSE, matter(status="待核验"), Deed("2026-03-05"))
    assert "办理结果" in say(told.value)
    with pytest.raises(RefusedError) as told:
        move_of(Step.CLOSE, sent, Deed("2026-03-05", text="甲"))
    assert "可办理：催办、记反馈、提请核验" in say(told.value)


def test_overdue_until_it_is_closed():
    row = matter(status="已销号", issued_on="2026-03-01", deadline="2026-03-10", closed_on="2026-03-20")
    assert [overdue_days(row, day) for day in ("2026-02-01", "2026-03-15", "2026-03-31")] == [0, 5, 0]
    assert not is_open(row, "2026-02-01")
    assert (state_on(row, "2026-03-15"), state_on(row, "2026-03-20")) == ("处置中", "已销号")


def test_what_does_not_fit_together_is_said():
    wrong = matter(status="已销号", issued_on="2026-03-10", deadline="2026-03-01", closed_on="2026-03-05")
    assert [each.code for each in warnings_of(wrong)] == [
        "supervision.closed_before_issued",
        "supervision.due_before_issued",
    ]
    assert [say(each) for each in warnings_of(matter(status="已派"))] == [
        "状态为“已派”，但没有下发日期，请补填。"
    ]
