"""What the first page shows: the figures now and a month ago, what is overdue, the zones side by side."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import Any

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.dates import last_day_of_month
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.procedures import ProcedureTotals, procedure_totals
from zonedesk.domain.figures.ratio import points_between
from zonedesk.domain.figures.registry import Rate, rates
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.figures.summary import Summary, summarise
from zonedesk.domain.figures.three_not import DEFINITIONS, StuckList, stuck_list
from zonedesk.domain.figures.tracks import TrackTotals, track_totals
from zonedesk.domain.stages import Due
from zonedesk.ops.session import Session
from zonedesk.ops.stuck import days_past, open_problems
from zonedesk.store.reader import Reader

START_RATE = "start_rate"


class OverdueKind(Enum):
    """What is overdue."""

    PROJECT = "project"
    PROBLEM = "problem"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True)
class Overdue:
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
    facts, reader = session.facts(as_of), session.reader
    now = summarise(facts, scope)
    before = summarise(session.facts(end_of_month_before(as_of)), scope)
    in_scope = projects_of(now.view)
    listed = {listing.project_id for listing in facts.listings}
    stuck = {item.project_id for found in now.three_not.values() for item in found.items}
    return Workbench(
        now=now,
        before=before,
        batch=_last_batch(now.view),
        overdue=tuple(overdue(reader, now)),
        zones=tuple(zone_lines(now.view)),
        unfit={pid: n for pid, n in reader.unfit_counts().items() if pid in in_scope},
        unlisted=tuple(pid for pid in now.view.projects if pid not in listed),
        unsponsored=tuple(p["id"] for p in reader.projects(sorted(stuck)) if not p["sponsor"]),
    )


def end_of_month_before(as_of: str) -> str:
    """The last day (ISO) of the month before that of the day `as_of`."""
    year, month = int(as_of[:4]), int(as_of[5:7])
    return last_day_of_month(f"{year - (month == 1):04d}-{(month - 2) % 12 + 1:02d}")


def overdue(reader: Reader, summary: Summary) -> list[Overdue]:
    """What is overdue in scope, the longest first: stuck projects, open problems, required procedures."""
    found = [*_overdue_projects(summary), *_overdue_problems(reader, summary)]
    found += _overdue_procedures(reader, summary)
    duties = {row["id"]: row for row in reader.projects(sorted({item.project_id for item in found}))}
    filled = [item if item.duty else replace(item, duty=_duty(duties[item.project_id])) for item in found]
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
    make, wanted = _Maker(summary, OverdueKind.PROBLEM), projects_of(summary.view)
    return [
        make(
            pid,
            what=row["description"] or row["category"],
            day=row["deadline"],
            days=days,
            duty=_duty(row),
        )
        for pid, rows in open_problems(reader, summary.as_of).items()
        if pid in wanted
        for row in rows
        if (days := days_past(row["deadline"], summary.as_of))
    ]


def _overdue_procedures(reader: Reader, summary: Summary) -> list[Overdue]:
    make = _Maker(summary, OverdueKind.PROCEDURE)
    rows = reader.rows_in("procedure", "id", [item.id for item in summary.procedures.pending])
    return [
        make(row["project_id"], what=row["name"], day=row["promised_on"], days=days, duty=row["dept"])
        for row in rows
        if (days := days_past(row["promised_on"], summary.as_of))
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


def projects_of(view: View) -> Collection[int]:
    """The projects that lists beside the rates are made of: with a batch limit, those listed in it."""
    return view.listed if view.has_batch_limit else view.projects


def _last_batch(view: View) -> BatchPart | None:
    used = {listing.batch_id for listing in view.facts.listings if view.in_scope(listing.project_id)}
    last = next((b for b in reversed(view.batch_ids) if b in used), None)
    if last is None:
        return None
    alone = View(view.facts, replace(view.scope, from_batch=last, to_batch=last))
    return BatchPart(view.facts.batches[last].name, {track: track_totals(alone, track) for track in TRACKS})


def zone_lines(view: View) -> list[ZoneLine]:
    """Every zone that has projects, whatever zone the scope names, so that one can be seen beside the rest.

    The highest start rate comes first.
    """
    facts = view.facts
    present = {project.zone_id for project in facts.projects.values()}
    lines = [
        _zone_line(View(facts, replace(view.scope, zone_id=zone_id)), zone_id, name)
        for zone_id, name in facts.zones.items()
        if zone_id in present
    ]
    if None in present:
        # A scope cannot ask for “no zone”, so the facts are narrowed instead.
        rest = {pid: project for pid, project in facts.projects.items() if project.zone_id is None}
        narrowed: Facts = replace(facts, projects=rest)
        lines.append(_zone_line(View(narrowed, replace(view.scope, zone_id=None)), None, ""))
    return sorted(lines, key=_start_share, reverse=True)


def _zone_line(view: View, zone_id: int | None, name: str) -> ZoneLine:
    return ZoneLine(
        zone_id,
        name,
        tuple(sorted(projects_of(view))),
        {rate.basis: rate for rate in rates()[START_RATE](view)},
        {stuck: stuck_list(view, stuck) for stuck in DEFINITIONS},
        procedure_totals(view),
    )


def _start_share(line: ZoneLine) -> tuple[Decimal, int]:
    ratio = line.start["investment"].ratio
    share = Decimal(ratio.numerator) / ratio.denominator if ratio.denominator else Decimal(-1)
    return share, ratio.denominator
