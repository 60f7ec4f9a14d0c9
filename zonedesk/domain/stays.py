"""How long projects stand in a stuck list (三未): when each came in, when and how it went out. From dates alone.

A project whose coming in is not dated, or dated after the as-of day though it is listed already, has always been in.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from statistics import median_high, median_low
from typing import NamedTuple

from zonedesk.domain.dates import days_between, end_of_month_before, reached, takes_effect
from zonedesk.domain.figures.scope import View
from zonedesk.domain.figures.three_not import candidates
from zonedesk.domain.money import half_up
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import Due, by_plan, standing
from zonedesk.domain.stuck_rules import DEFAULTS, PAIRS, ListRule, Suspended, due_day


class Exit(Enum):
    """How a project went out of a list."""

    TAKEN = "taken"  # it took the step
    WITHDRAWN = "withdrawn"  # 终止 or 调出
    SUSPENDED = "suspended"  # it stands still, where the office leaves such projects out
    CORRECTED = "corrected"  # by its dates as known now it was not in, though it was counted


class Stay(NamedTuple):
    """A project's time in a list: in on the day `since` (ISO; None: always), out on `until` (None: still in).

    `planned` is the day that it is judged by (partial ISO).
    """

    project_id: int
    since: str | None
    until: str | None
    exit: Exit | None
    planned: str | None

    def covers(self, day: str) -> bool:
        """Whether the project stands in the list at the end of a day."""
        return (self.since is None or self.since <= day) and (self.until is None or self.until > day)


def stays(view: View, name: str, among: Container[int] | None = None) -> list[Stay]:
    """Every stay in the list `name` up to the day of `view`, also those that are over; of the projects `among`, or of all."""
    rule, since = (view.scope.stuck or DEFAULTS).of(name), PAIRS[name].since
    found: list[Stay] = []
    for pid in candidates(view, name):
        if among is not None and pid not in among:
            continue
        project = view.facts.projects[pid]
        planned = due_day(rule, since, project).day
        for begun, over, how in _times(project, rule, since, view.as_of):
            if begun is None or over is None or begun < over:
                found.append(Stay(pid, begun, over, how, planned))
    return found


def ended(view: View, name: str) -> list[Stay]:
    """The stays in the list `name` that ended in the month of the day of `view`, by that day."""
    before, as_of, rule = end_of_month_before(view.as_of), view.as_of, (view.scope.stuck or DEFAULTS).of(name)
    moved: set[int] = set()
    for column in (rule.until, "withdrawn_on", "suspended_on"):
        # One of these days is the last of any stay; very many projects share few of them, and few lie in a month.
        place, projects = ProjectFact._fields.index(column), view.facts.projects
        days = {project[place] for project in projects.values()} - {None}
        recent = {day for day in days if before < takes_effect(day) <= as_of}
        if recent:
            moved.update(pid for pid, project in projects.items() if project[place] in recent)
    found = stays(view, name, moved)
    return [stay for stay in found if stay.until is not None and before < stay.until <= as_of]


def _times(
    project: ProjectFact, rule: ListRule, since: str, as_of: str
) -> Iterator[tuple[str | None, str | None, Exit | None]]:
    begun = _by(getattr(project, since), as_of)
    over, how = _end(project, rule, as_of)
    still = _by(project.suspended_on, as_of) if rule.suspended is Suspended.LEFT_OUT else None
    if still is None or (over is not None and over <= still):
        yield begun, over, how
        return
    yield begun, still, Exit.SUSPENDED
    again = _by(project.resumed_on, as_of)
    if again is not None and again >= still:
        yield max(again, begun or again), over, how


def _end(project: ProjectFact, rule: ListRule, as_of: str) -> tuple[str | None, Exit | None]:
    taken, withdrawn = _by(getattr(project, rule.until), as_of), _by(project.withdrawn_on, as_of)
    if withdrawn is not None and (taken is None or withdrawn < taken):
        return withdrawn, Exit.WITHDRAWN
    return taken, None if taken is None else Exit.TAKEN


def _by(day: str | None, as_of: str) -> str | None:
    return takes_effect(day) if day is not None and reached(day, as_of) else None


@dataclass(frozen=True, slots=True)
class TrendMonth:
    """A stuck list at the end of a month, or of the part of it that is over by `day`. All but figures are projects' ids.

    `entered` and `left` are those of the month; `average` and `median` days by which the overdue ones are overdue,
    `stayed` the average days since the ones whose coming in is known came in: one decimal, None of nobody.
    """

    day: str
    entered: tuple[int, ...]
    left: dict[Exit, tuple[int, ...]]
    standing: tuple[int, ...]
    overdue: tuple[int, ...]
    average: Decimal | None
    median: Decimal | None
    stayed: Decimal | None

    @property
    def gone(self) -> tuple[int, ...]:
        """Everyone who left, however."""
        return tuple(pid for ids in self.left.values() for pid in ids)


def month_ends(as_of: str, months: int) -> list[str]:
    """The last days of so many months, the last of them `as_of` itself, the earliest first."""
    ends = [takes_effect(as_of)]
    while len(ends) < months:
        ends.append(end_of_month_before(ends[-1]))
    return ends[::-1]


def trend(view: View, name: str, months: int = 12) -> list[TrendMonth]:
    """The list `name` month by month up to the day of `view`, as dates that are known now tell it."""
    rule, projects = (view.scope.stuck or DEFAULTS).of(name), view.facts.projects
    every, found = stays(view, name), []
    for day in month_ends(view.as_of, months):
        before = end_of_month_before(day)
        inside = [stay for stay in every if stay.covers(day)]
        left: dict[Exit, tuple[int, ...]] = {}
        for how in Exit:
            gone = [s for s in every if s.exit is how and s.until is not None and before < s.until <= day]
            left[how] = tuple(s.project_id for s in gone)
        late = [
            (stay.project_id, days)
            for stay in inside
            if (days := _overdue(projects[stay.project_id], stay, rule, day)) is not None
        ]
        days_late = [days for _, days in late]
        found.append(
            TrendMonth(
                day,
                tuple(s.project_id for s in every if s.since is not None and before < s.since <= day),
                left,
                tuple(stay.project_id for stay in inside),
                tuple(pid for pid, _ in late),
                average(days_late),
                middle(days_late),
                average([days_between(stay.since, day) for stay in inside if stay.since]),
            )
        )
    return found


def _overdue(project: ProjectFact, stay: Stay, rule: ListRule, day: str) -> int | None:
    if rule.suspended is Suspended.COUNTED:
        stand = by_plan(stay.planned, day, rule.tolerance_days)
    else:
        stand = standing(project, stay.planned, day, rule.tolerance_days)
    return stand.overdue_days if stand.due is Due.OVERDUE else None


def average(days: Sequence[int]) -> Decimal | None:
    """The mean, to one decimal; None of nothing."""
    return half_up(Decimal(sum(days)) / len(days), 1) if days else None


def middle(days: Iterable[int]) -> Decimal | None:
    """The median, to one decimal; None of nothing."""
    known = list(days)
    return half_up(Decimal(median_low(known) + median_high(known)) / 2, 1) if known else None
