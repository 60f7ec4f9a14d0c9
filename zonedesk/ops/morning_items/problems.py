"""问题: the deadlines of open problems."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.lights import TimedProblem
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item


@morning_item(20)
def problems(asked: Asked) -> Iterator[MorningItem]:
    """Raised by the day, not closed by it."""
    among, until, day = asked.among, asked.until, asked.day
    for pid, found in asked.rows.problems.items():
        if pid not in among:
            continue
        for each in found:
            if takes_effect(each.deadline) <= until and _open(each, day):
                what = each.description
                yield MorningItem("问题", what, each.deadline, pid, "", "duties", each.id, "problem")


def _open(problem: TimedProblem, day: str) -> bool:
    raised = problem.raised_on is None or reached(problem.raised_on, day)
    return raised and not (problem.closed_on and reached(problem.closed_on, day))
