"""Who answers for a project on a day."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.duties import (
    OWN_COLUMNS,
    Duty,
    answering,
    gaps,
    names_in,
    own_text,
    warnings_of,
    written,
)
from zonedesk.domain.messages import say
from zonedesk.domain.stages import Stage

SPONSOR = "包联领导"


def own(**values: Any) -> dict[str, Any]:
    return dict.fromkeys(OWN_COLUMNS.values()) | values


def term(
    who: str, from_on: str | None = None, to_on: str | None = None, role: str = SPONSOR, row_id: int = 1
):
    return {
        "id": row_id, "role": role, "name": who, "org": None, "phone": None, "from_on": from_on, "to_on": to_on,
    }  # fmt: skip


def who(project, rows, day, role=SPONSOR):
    return written(answering(project, rows, day).get(role, ()))


def test_terms_say_who_answers_on_which_day():
    rows = [term("王某某", "2025-01-01", "2025-12-31"), term("李某某", "2026-01-01")]
    days = ("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01")
    assert [who(own(), rows, day) for day in days] == ["", "王某某", "王某某", "李某某"]


def test_partial_days_begin_and_end_with_the_last_day_of_their_period():
    rows = [term("王某某", "2025-03", "2025-06")]
    assert [who(own(), rows, day) for day in ("2025-03-30", "2025-03-31", "2025-06-30", "2025-07-01")] == [
        "", "王某某", "王某某", "",
    ]  # fmt: skip


def test_the_projects_own_column_counts_once_and_gives_way_to_what_the_terms_know():
    project = own(sponsor="王某某（副市长）")
    assert who(project, [], "2026-01-01") == "王某某（副市长）"
    assert who(project, [term("王某某", "2025-01-01")], "2026-01-01") == "王某某"
    assert who(project, [term("王某某", "2025-01-01", "2025-06-30")], "2026-01-01") == ""
    assert who(project, [term("李某某", "2025-01-01")], "2026-01-01") == "李某某、王某某（副市长）"


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("王某某、李某某", SPONSOR, ("王某某", "李某某")),
        ("王某某（市委常委、副市长）", SPONSOR, ("王某某（市委常委、副市长）",)),
        ("市委常委、副市长王某某", SPONSOR, ("市委常委、副市长王某某",)),
        ("市委常委、副市长王某某；李某某", SPONSOR, ("市委常委、副市长王某某", "李某某")),
        ("招商服务局、规划建设局", "责任单位", ("招商服务局", "规划建设局")),
        ("", SPONSOR, ()),
        (None, SPONSOR, ()),
    ],
)
def test_names_in_a_column(text, role, names):
    assert names_in(text, role) == names


@given(
    st.lists(
        st.sampled_from(["王某某", "市委常委、副市长李某某", "赵某（主任）", "钱某"]), unique=True, max_size=4
    )
)
def test_what_is_written_into_the_column_is_read_back(names):
    duties = [Duty(SPONSOR, name, "", "", None, None, None) for name in names]
    assert names_in(own_text(duties), SPONSOR) == tuple(names)


def test_gaps_are_asked_of_signed_projects_that_are_not_withdrawn():
    found = answering(own(sponsor="王某某"), [], "2026-01-01")
    assert gaps(found, Stage.SIGNED) == ("服务专员",)
    assert gaps({}, Stage.ON_TARGET) == (SPONSOR, "服务专员")
    assert gaps({}, Stage.RESERVE) == gaps({}, Stage.WITHDRAWN) == ()


def test_a_missing_or_impossible_end_is_said_and_nothing_invented():
    rows = [term("王某某", "2025-01-01"), term("李某某", "2026-01-01", row_id=2)]
    assert [say(each) for each in warnings_of(rows)] == [
        "王某某任包联领导没有结束日期，而李某某自2026-01-01起任同一职责。如已接任，请补填结束日期。"
    ]
    assert who(own(), rows, "2026-02-01") == "王某某、李某某"
    (wrong,) = warnings_of([term("王某某", "2025-05-01", "2025-04")])
    assert "结束日期2025-04早于开始日期2025-05-01" in say(wrong)
    assert warnings_of([term("王某某", "2025-01-01"), term("李某某", "2025-01-01")]) == []
    assert [each.code for each in warnings_of([term("")])] == ["duty.nobody"]
