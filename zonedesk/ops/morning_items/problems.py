"""问题: the deadlines of open problems."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.lights import TimedProblem
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item, spoken


@morning_item(20)
def problems(asked: Asked) -> Iterator[MorningItem]:
    """Raised by the day, not closed by it."""
    due = [
        (pid, problem)
        for pid, found in asked.rows.problems.items()
        if pid in asked.among
        for problem in found
        if takes_effect(problem.deadline) <= asked.until and _open(problem, asked.day)
    ]
    ids = [problem.id for _, problem in due]
    rows = asked.session.reader.rows_in("problem", "id", ids, columns=("id", "duty_unit", "duty_person"))
    duties = {row["id"]: spoken(row["duty_unit"], row["duty_person"]) for row in rows}
    for pid, problem in due:
        what, duty = problem.description, duties.get(problem.id, "")
        yield MorningItem("问题", what, problem.deadline, pid, duty, "duties", problem.id)


def _open(problem: TimedProblem, day: str) -> bool:
    raised = problem.raised_on is None or reached(problem.raised_on, day)
    return raised and not (problem.closed_on and reached(problem.closed_on, day))
