"""Which month's progress a project owes: one rule for lights, quality checks and meetings."""

from __future__ import annotations

from collections.abc import Container

from zonedesk.domain.dates import month_before, reached, takes_effect
from zonedesk.domain.figures.scope import View
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import Stage, is_suspended, stage_of


def last_whole_month(day: str) -> str:
    """The last month (YYYY-MM) that is over by the end of a day (ISO): the newest that can have been reported."""
    return day[:7] if takes_effect(day[:7]) <= day else month_before(day)


def was_begun(start: str | None, month: str) -> bool:
    """Whether a project had been started by the end of a month (YYYY-MM); before, it has no progress to report."""
    return reached(start, takes_effect(month))


def owes_report(project: ProjectFact, month: str, as_of: str) -> bool:
    """Whether a project under construction on the day owes a report of a month (YYYY-MM): not while it stands still,
    and of no month before that of its start.
    """
    return (
        was_begun(project.start_actual, month)
        and stage_of(project, as_of) is Stage.STARTED
        and not is_suspended(project, as_of)
    )


def owing(view: View, month: str, reported: Container[int]) -> list[int]:
    """The projects in scope that owe a report of a month and are not among those that gave one."""
    building = view.facts.reached("start_actual") - view.facts.reached("prod_actual")
    return [
        pid
        for pid in building
        if pid not in reported
        and pid in view.members
        and owes_report(view.facts.projects[pid], month, view.as_of)
    ]
