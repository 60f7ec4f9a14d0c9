"""领办代办 counted in the three ways that texts keep apart (“31项共涉及84件”): 项, 件 and 项目 are not the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from zonedesk.domain.dates import days_between, reached, surely_before, takes_effect
from zonedesk.domain.values import match_key

SATISFIED = 4  # of 5


class AgencyTotals(NamedTuple):
    """Cases up to a day. `items` 项: rows of the book; `cases` 件: what they came to; `matters`: kinds of matter.

    `rated` of the items were rated 1–5, `satisfied` of them with 4 or 5. `uncounted` of them do not say how many
    cases they came to: they add none to `cases`.
    """

    items: int
    cases: int
    matters: int
    projects: int
    done_items: int
    done_cases: int
    rated: int
    satisfied: int
    uncounted: int


def taken_on(case: Mapping[str, Any], as_of: str) -> bool:
    """Whether a case had been accepted by the day; one without a day counts as accepted before."""
    return case["accepted_on"] is None or reached(case["accepted_on"], as_of)


def is_done(case: Mapping[str, Any], as_of: str) -> bool:
    """Whether a case was done by the day."""
    return reached(case["done_on"], as_of)


def total(cases: Iterable[Mapping[str, Any]], as_of: str) -> AgencyTotals:
    """Count the cases accepted up to the day (ISO)."""
    rows = [case for case in cases if taken_on(case, as_of)]
    done = [case for case in rows if is_done(case, as_of)]
    rated = [case["satisfaction"] for case in rows if case["satisfaction"] is not None]
    return AgencyTotals(
        items=len(rows),
        cases=sum(case["cases"] or 0 for case in rows),
        matters=len({match_key(case["matter"]) for case in rows}),
        projects=len({case["project_id"] for case in rows}),
        done_items=len(done),
        done_cases=sum(case["cases"] or 0 for case in done),
        rated=len(rated),
        satisfied=sum(value >= SATISFIED for value in rated),
        uncounted=sum(case["cases"] is None for case in rows),
    )


def handling_days(case: Mapping[str, Any], as_of: str) -> int | None:
    """Days from acceptance to the end, or to the day if it is not done; None without a day of acceptance."""
    if case["accepted_on"] is None or not taken_on(case, as_of):
        return None
    end = takes_effect(case["done_on"]) if is_done(case, as_of) else as_of
    return max(days_between(case["accepted_on"], end), 0)


def case_warnings(case: Mapping[str, Any]) -> list[str]:
    """What is odd about a case, in plain words; nothing is refused for it."""
    found = []
    if surely_before(case["done_on"], case["accepted_on"]):
        found.append("办结日期早于受理日期")
    if case["cases"] is None:
        found.append("未填件数")
    elif case["cases"] < 1:
        found.append("件数应不少于 1")
    if case["satisfaction"] is not None and not 1 <= case["satisfaction"] <= 5:
        found.append("满意度应为 1 到 5")
    return found
