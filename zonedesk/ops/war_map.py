"""作战图 as lines on an axis of months: worked out once, painted on the screen and drawn on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.milestones import MILESTONE_LABELS, MilestoneState
from zonedesk.ops.milestones import Milestone, ProjectPlan

MarkKind = Literal["start_plan", "start_actual", "prod_plan", "prod_actual"]
MARK_LABELS: dict[MarkKind, str] = {
    "start_plan": "计划开工",
    "start_actual": "实际开工",
    "prod_plan": "计划投产",
    "prod_actual": "实际投产",
}


class Tick(NamedTuple):
    """A month of the axis; `year` is said where a year begins, and at the axis's beginning."""

    start: float
    end: float
    month: int
    year: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole months side by side; places on it run from 0 to 1."""

    first: dt.date
    months: int

    @property
    def end(self) -> dt.date:
        """The first day after the axis."""
        return _add_months(self.first, self.months)

    def at(self, iso: str) -> float:
        """Where a day lies; below 0 or above 1 outside the axis. A partial date lies at the end of its period."""
        day = dt.date.fromisoformat(takes_effect(iso))
        return (day - self.first).days / (self.end - self.first).days

    def ending_with(self, lines: Iterable[Line]) -> Axis:
        """The same axis without the months after all that stands on it; a year of it is left in any case."""
        ends = [each.end for line in lines for each in line.spans]
        ends += [each.at for line in lines for each in line.marks]
        if not ends:
            return self
        needed = next(
            (n for n, tick in enumerate(self.ticks(), start=1) if tick.end > max(ends)), self.months
        )
        return Axis(self.first, max(needed, min(self.months, 12)))

    def ticks(self) -> list[Tick]:
        """The months, in order."""
        found = []
        whole = (self.end - self.first).days
        for n in range(self.months):
            start, end = _add_months(self.first, n), _add_months(self.first, n + 1)
            year = f"{start.year}年" if n == 0 or start.month == 1 else ""
            found.append(
                Tick((start - self.first).days / whole, (end - self.first).days / whole, start.month, year)
            )
        return found


def axis_about(as_of: str, months: int) -> Axis:
    """An axis of so many months (12, 24, 36), a quarter of them before the day."""
    day = dt.date.fromisoformat(as_of).replace(day=1)
    return Axis(_add_months(day, -(months // 4)), months)


class Span(NamedTuple):
    """A bar: the works as planned or as they went."""

    actual: bool
    start: float
    end: float


class Mark(NamedTuple):
    """A sign at a place: a milestone's state, or the start or production of the project."""

    kind: MilestoneState | MarkKind
    at: float
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in one row of the map."""

    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]


def line_of(plan: ProjectPlan, axis: Axis, as_of: str) -> Line:
    """One project's bars and signs that lie on the axis."""
    project = plan.project
    spans = []
    if project.start_plan and project.prod_plan:
        spans.append(Span(False, axis.at(project.start_plan), axis.at(project.prod_plan)))
    if reached(project.start_actual, as_of):
        done = reached(project.prod_actual, as_of)
        spans.append(
            Span(
                True,
                axis.at(project.start_actual or ""),
                axis.at((project.prod_actual if done else None) or as_of),
            )
        )
    marks = [mark for each in plan.milestones if (mark := _milestone(each, axis))]
    marks += _steps(plan, axis, as_of)
    return Line(
        tuple(cut for span in spans if (cut := _cut(span))),
        tuple(sorted((mark for mark in marks if 0 <= mark.at <= 1), key=lambda mark: mark.at)),
    )


def _milestone(each: Milestone, axis: Axis) -> Mark | None:
    """Where it was reached, is expected, or is planned."""
    day = each.actual_on if each.state is MilestoneState.DONE else each.forecast_on or each.plan_on
    if day is None:
        return None
    late = (
        f"，{'晚' if each.state is MilestoneState.DONE else '逾期'}{each.late_days}天"
        if each.late_days
        else ""
    )
    planned = f"（计划 {each.plan_on}）" if each.plan_on and each.plan_on != day else ""
    return Mark(
        each.state,
        axis.at(day),
        f"{each.name} {day}{planned} {MILESTONE_LABELS[each.state]}{late}",
        each.name,
    )


def _steps(plan: ProjectPlan, axis: Axis, as_of: str) -> list[Mark]:
    project = plan.project
    found: list[Mark] = []
    for step, planned, actual in (
        ("start", project.start_plan, project.start_actual),
        ("prod", project.prod_plan, project.prod_actual),
    ):
        taken = reached(actual, as_of)
        kind: MarkKind = f"{step}_{'actual' if taken else 'plan'}"  # type: ignore[assignment]
        day = actual if taken else planned
        if day:
            found.append(Mark(kind, axis.at(day), f"{MARK_LABELS[kind]} {day}", MARK_LABELS[kind][2:]))
    return found


def _cut(span: Span) -> Span | None:
    start, end = max(span.start, 0.0), min(span.end, 1.0)
    return span._replace(start=start, end=end) if start < end else None


class MonthCell(NamedTuple):
    """A zone's milestones planned for a month: how many, and how many of them are reached."""

    start: float
    end: float
    planned: int
    done: int
    past: bool

    @property
    def behind(self) -> bool:
        """Whether the month is over and something of it is not done."""
        return self.past and self.done < self.planned


class ZoneLine(NamedTuple):
    """One zone's row: its counts, and its months."""

    zone: str
    projects: tuple[int, ...]
    milestones: int
    done: int
    late: int
    slipping: int
    cells: tuple[MonthCell, ...]


def zone_lines(plans: Sequence[ProjectPlan], axis: Axis, as_of: str) -> list[ZoneLine]:
    """The map by zone; a project without a zone stands under “未填开发区”."""
    by_zone: dict[str, list[ProjectPlan]] = {}
    for plan in plans:
        by_zone.setdefault(plan.zone or "未填开发区", []).append(plan)
    return [_zone_line(zone, found, axis, as_of) for zone, found in sorted(by_zone.items())]


def _zone_line(zone: str, plans: Sequence[ProjectPlan], axis: Axis, as_of: str) -> ZoneLine:
    own = [each for plan in plans for each in plan.milestones]
    return ZoneLine(
        zone,
        tuple(plan.project.id for plan in plans),
        len(own),
        _count(own, MilestoneState.DONE),
        _count(own, MilestoneState.LATE),
        _count(own, MilestoneState.SLIPPING),
        tuple(_cells(own, axis, as_of)),
    )


def _count(milestones: Iterable[Milestone], state: MilestoneState) -> int:
    return sum(each.state is state for each in milestones)


def _cells(milestones: Sequence[Milestone], axis: Axis, as_of: str) -> Iterable[MonthCell]:
    for n, tick in enumerate(axis.ticks()):
        month = f"{_add_months(axis.first, n):%Y-%m}"
        planned = [each for each in milestones if each.plan_on and takes_effect(each.plan_on)[:7] == month]
        if planned:
            done = _count(planned, MilestoneState.DONE)
            yield MonthCell(tick.start, tick.end, len(planned), done, takes_effect(month) < as_of)


def _add_months(day: dt.date, months: int) -> dt.date:
    count = day.year * 12 + day.month - 1 + months
    return dt.date(count // 12, count % 12 + 1, 1)
