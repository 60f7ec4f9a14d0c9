"""Visits to companies (走访): the loop of four (四步闭环) and what they were told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from zonedesk.domain.dates import reached
from zonedesk.domain.tracking_columns import VISIT_KINDS

# 上门问需、上门解忧、上门送达、上门访亲: the loop is closed when all four were done.
LOOP = VISIT_KINDS[:4]


def paid(visit: Mapping[str, Any], as_of: str) -> bool:
    """Whether a visit had taken place by the day; one without a day counts as past."""
    return visit["visited_on"] is None or reached(visit["visited_on"], as_of)


def loop_gaps(visits: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Which of the four kinds of visit a project has not had."""
    had = {visit["kind"] for visit in visits}
    return tuple(kind for kind in LOOP if kind not in had)


def unanswered(visit: Mapping[str, Any]) -> bool:
    """Whether the company asked for something that is neither answered nor raised as a problem."""
    return bool(visit["appeal"]) and not visit["result"] and visit["problem_id"] is None
