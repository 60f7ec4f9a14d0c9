"""The figures on the first page: those of now and of a month ago, the last batch, the zones side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.dates import end_of_month_before
from zonedesk.domain.facts import ProcedureCount
from zonedesk.domain.figures.ratio import Ratio, points_between
from zonedesk.domain.figures.registry import Rate, rates
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.figures.three_not import Stuck, StuckList
from zonedesk.domain.figures.tracks import TrackTotals, track_totals
from zonedesk.ops.session import Session

START_RATE = "start_rate"


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """One zone beside the others. `zone_id` None gathers the projects whose zone is not said."""

    zone_id: int | None
    name: str
    projects: tuple[int, ...]
    start: dict[str, Rate]
    stuck: dict[str, StuckList]
    procedures: ProcedureShare


class ProcedureShare(NamedTuple):
    """The projects that need procedures, and 手续办结率."""

    projects: tuple[int, ...]
    completion: Ratio


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
    all_zones = now
    if scope is not None and scope.zone_id is not None:
        all_zones = session.figures(as_of, replace(scope, zone_id=None))
    listed = now.view.facts.in_batches
    stuck = {item.project_id for found in now.three_not.values() for item in found.items}
    sponsors = reader.rows_in("project", "id", sorted(stuck), columns=("id", "sponsor"))
    return Workbench(
        now=now,
        before=before,
        batch=_last_batch(now.view),
        zones=tuple(zone_lines(all_zones)),
        unfit={pid: n for pid, n in reader.unfit_counts().items() if pid in now.view.members},
        unlisted=tuple(pid for pid in now.view.projects if pid not in listed),
        unsponsored=tuple(row["id"] for row in sponsors if not row["sponsor"]),
    )


def _last_batch(view: View) -> BatchPart | None:
    alone = view.last_batch()
    if alone is None:
        return None
    name = view.facts.batches[alone.batch_ids[0]].name
    return BatchPart(name, {track: track_totals(alone, track) for track in TRACKS})


def zone_lines(now: Summary) -> list[ZoneLine]:
    """Every zone that has projects, of figures of all zones, so that one can be seen beside the rest.

    The highest start rate comes first. Lists that are worked out already are divided, not worked out again.
    """
    facts = now.view.facts
    zone_of = {pid: project.zone_id for pid, project in facts.projects.items()}
    stuck = {name: _divided(found, zone_of) for name, found in now.three_not.items()}
    counts: dict[int | None, list[ProcedureCount]] = {}
    for count in now.view.facts.procedures:
        if count.project_id in now.view.members:
            counts.setdefault(zone_of[count.project_id], []).append(count)
    present = set(zone_of.values())
    lines = [
        ZoneLine(
            zone_id,
            facts.zones.get(zone_id or 0, ""),
            tuple(sorted(part.members)),
            {rate.basis: rate for rate in rates()[START_RATE](part)},
            {
                name: replace(found, items=stuck[name].get(zone_id, ()))
                for name, found in now.three_not.items()
            },
            _procedures(counts.get(zone_id, ())),
        )
        for zone_id, part in now.view.by_zone().items()
        if zone_id in present
    ]
    return sorted(lines, key=_start_share, reverse=True)


def _divided(found: StuckList, zone_of: dict[int, int | None]) -> dict[int | None, tuple[Stuck, ...]]:
    parts: dict[int | None, list[Stuck]] = {}
    for item in found.items:
        parts.setdefault(zone_of[item.project_id], []).append(item)
    return {zone_id: tuple(items) for zone_id, items in parts.items()}


def _procedures(counts: Sequence[ProcedureCount]) -> ProcedureShare:
    done, required = (sum(count[place] for count in counts) for place in (2, 1))
    return ProcedureShare(tuple(count.project_id for count in counts), Ratio(done, required))


def _start_share(line: ZoneLine) -> tuple[Decimal, int]:
    ratio = line.start["investment"].ratio
    share = Decimal(ratio.numerator) / ratio.denominator if ratio.denominator else Decimal(-1)
    return share, ratio.denominator
