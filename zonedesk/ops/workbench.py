"""What the first page shows: the figures now and a month ago, what is overdue, the zones side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.dates import days_past, end_of_month_before
from zonedesk.domain.figures.procedures import ProcedureTotals, procedure_totals
from zonedesk.domain.figures.ratio import points_between
from zonedesk.domain.figures.registry import Rate, rates
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.figures.three_not import DEFINITIONS, StuckList, stuck_list
from zonedesk.domain.figures.tracks import TrackTotals, track_totals
from zonedesk.domain.problems import is_open
from zonedesk.domain.stages import Due
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader

START_RATE = "start_rate"
_OF_PROBLEM = (
    "project_id", "description", "category", "deadline", "duty_unit", "duty_person",
    "status", "raised_on", "closed_on",
)  # fmt: skip


class OverdueKind(Enum):
    """What is overdue."""

    PROJECT = "project"
    PROBLEM = "problem"
    PROCEDURE = "procedure"


class Overdue(NamedTuple):
    """Something whose day has passed. `what` says which step, problem or procedure; `day` when it was due."""

    kind: OverdueKind
    project_id: int
    project: str
    zone: str
    what: str
    day: str
    days: int
    duty: str


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """One zone beside the others. `zone_id` None gathers the projects whose zone is not said."""

    zone_id: int | None
    name: str
    projects: tuple[int, ...]
    start: dict[str, Rate]
    stuck: dict[str, StuckList]
    procedures: ProcedureTotals


@dataclass(frozen=True, slots=True)
class BatchPart:
    """The last batch in scope that lists anything."""

    name: str
    tracks: dict[str, TrackTotals]


@dataclass(frozen=True)
class Workbench:
    """Everything on the first page. `before` is the same scope at the end of the month before."""

    now: Summary
    before: Summary
    batch: BatchPart | None
    overdue: tuple[Overdue, ...]
    zones: tuple[ZoneLine, ...]
    unfit: dict[int, int]
    unlisted: tuple[int, ...]
    unsponsored: tuple[int, ...]

    @property
    def empty(self) -> bool:
        """Whether the ledger has no project at all."""
        return not self.now.view.facts.projects

    def change(self, rate: Rate) -> Decimal | None:
        """By how many 个百分点 a rate differs from the end of the month before; None without a base."""
        if rate.basis == "completed_investment" and not self.before.view.facts.completed:
            # Nothing reported by then is not the same as nothing invested.
            return None
        then = self.before.rates[rate.name].get(rate.basis)
        return points_between(rate.ratio, then.ratio) if then else None

    def completion_change(self) -> Decimal | None:
        """The same for 手续办结率."""
        return points_between(self.now.procedures.completion, self.before.procedures.completion)


def workbench(session: Session, as_of: str, scope: Scope | None = None) -> Workbench:
    """Read the first page for a day and scope."""
    now, reader = session.figures(as_of, scope), session.reader
    before = session.figures(end_of_month_before(as_of), scope)
    listed = {listing.project_id for listing in now.view.facts.listings}
    stuck = {item.project_id for found in now.three_not.values() for item in found.items}
    sponsors = reader.rows_in("project", "id", sorted(stuck), columns=("id", "sponsor"))
    return Workbench(
        now=now,
        before=before,
        batch=_last_batch(now.view),
        overdue=tuple(overdue(reader, now)),
        zones=tuple(zone_lines(now.view)),
        unfit={pid: n for pid, n in reader.unfit_counts().items() if pid in now.view.members},
        unlisted=tuple(pid for pid in now.view.projects if pid not in listed),
        unsponsored=tuple(row["id"] for row in sponsors if not row["sponsor"]),
    )


def overdue(reader: Reader, summary: Summary) -> list[Overdue]:
    """What is overdue in scope, the longest first: stuck projects, open problems, required procedures."""
    found = [
        *_overdue_projects(summary),
        *_overdue_problems(reader, summary),
        *_overdue_procedures(summary),
    ]
    without = sorted({item.project_id for item in found if not item.duty})
    rows = reader.rows_in("project", "id", without, columns=("id", "duty_unit", "duty_person"))
    duties = {row["id"]: _duty(row) for row in rows}
    filled = [item if item.duty else item._replace(duty=duties[item.project_id]) for item in found]
    return sorted(filled, key=lambda item: (-item.days, item.project_id, item.kind.value, item.what))


def _overdue_projects(summary: Summary) -> list[Overdue]:
    make = _Maker(summary, OverdueKind.PROJECT)
    return [
        make(item.project_id, what=found.definition.label, day=item.planned, days=item.overdue_days)
        for found in summary.three_not.values()
        for item in found.items
        if item.due is Due.OVERDUE
    ]


def _overdue_problems(reader: Reader, summary: Summary) -> list[Overdue]:
    make, wanted, as_of = _Maker(summary, OverdueKind.PROBLEM), summary.view.members, summary.as_of
    return [
        make(
            row["project_id"],
            what=row["description"] or row["category"],
            day=row["deadline"],
            days=days,
            duty=_duty(row),
        )
        for row in reader.rows("problem", columns=_OF_PROBLEM)
        if (days := days_past(row["deadline"], as_of)) and row["project_id"] in wanted and is_open(row, as_of)
    ]


def _overdue_procedures(summary: Summary) -> list[Overdue]:
    make = _Maker(summary, OverdueKind.PROCEDURE)
    return [
        make(item.project_id, what=item.name, day=item.promised_on, days=days, duty=item.dept)
        for item in summary.procedures.pending
        if (days := days_past(item.promised_on, summary.as_of))
    ]


class _Maker:
    """Makes overdue items of one kind, with the project's name and zone."""

    def __init__(self, summary: Summary, kind: OverdueKind) -> None:
        self._facts, self._kind = summary.view.facts, kind

    def __call__(
        self, pid: int, *, what: str | None, day: str | None, days: int, duty: str | None = None
    ) -> Overdue:
        project = self._facts.projects[pid]
        zone = self._facts.zones.get(project.zone_id or 0, "")
        return Overdue(self._kind, pid, project.name, zone, what or "", day or "", days, duty or "")


def _duty(row: dict[str, Any]) -> str:
    return " ".join(part for part in (row["duty_unit"], row["duty_person"]) if part)


def _last_batch(view: View) -> BatchPart | None:
    alone = view.last_batch()
    if alone is None:
        return None
    name = view.facts.batches[alone.batch_ids[0]].name
    return BatchPart(name, {track: track_totals(alone, track) for track in TRACKS})


def zone_lines(view: View) -> list[ZoneLine]:
    """Every zone that has projects, whatever zone the scope names, so that one can be seen beside the rest.

    The highest start rate comes first.
    """
    facts = view.facts
    present = {project.zone_id for project in facts.projects.values()}
    parts = View(facts, replace(view.scope, zone_id=None)).by_zone()
    lines = [
        _zone_line(part, zone_id, facts.zones.get(zone_id or 0, ""))
        for zone_id, part in parts.items()
        if zone_id in present
    ]
    return sorted(lines, key=_start_share, reverse=True)


def _zone_line(view: View, zone_id: int | None, name: str) -> ZoneLine:
    return ZoneLine(
        zone_id,
        name,
        tuple(sorted(view.members)),
        {rate.basis: rate for rate in rates()[START_RATE](view)},
        {stuck: stuck_list(view, stuck) for stuck in DEFINITIONS},
        procedure_totals(view),
    )


def _start_share(line: ZoneLine) -> tuple[Decimal, int]:
    ratio = line.start["investment"].ratio
    share = Decimal(ratio.numerator) / ratio.denominator if ratio.denominator else Decimal(-1)
    return share, ratio.denominator
