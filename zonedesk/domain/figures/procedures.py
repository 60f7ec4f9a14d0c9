"""手续办结率: done over required procedures; 无需办理 leaves the base (G10, R58)."""

from __future__ import annotations

from dataclasses import dataclass

from zonedesk.domain.facts import PendingProcedure
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import View


@dataclass(frozen=True, slots=True)
class ProcedureTotals:
    """Over the projects in scope that need any procedure."""

    projects: tuple[int, ...]
    completion: Ratio
    pending: tuple[PendingProcedure, ...]


def procedure_totals(view: View) -> ProcedureTotals:
    """Required, done and pending procedures in scope. With a batch limit, of the projects listed in it."""
    wanted = view.listed if view.has_batch_limit else view.projects
    counts = [count for count in view.facts.procedures if count.project_id in wanted]
    return ProcedureTotals(
        tuple(count.project_id for count in counts),
        Ratio(sum(count.done for count in counts), sum(count.required for count in counts)),
        tuple(item for item in view.facts.pending if item.project_id in wanted),
    )
