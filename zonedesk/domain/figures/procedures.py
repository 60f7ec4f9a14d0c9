"""手续办结率: done over required procedures; 无需办理 leaves the base (G10, R58)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter

from zonedesk.domain.facts import PendingProcedure, ProcedureCount
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import View
from zonedesk.domain.procedures import PENDING_STATES, State

_PROJECT, _REQUIRED, _DONE = map(
    itemgetter, map(ProcedureCount._fields.index, ("project_id", "required", "done"))
)


@dataclass(frozen=True, slots=True)
class ProcedureTotals:
    """Over the projects in scope that need any procedure."""

    projects: tuple[int, ...]
    completion: Ratio
    pending: tuple[PendingProcedure, ...]


def procedure_totals(view: View) -> ProcedureTotals:
    """Required, done and pending procedures in scope. With a batch limit, of the projects listed in it."""
    wanted, counts, pending = view.members, view.facts.procedures, view.facts.pending
    if wanted is not view.facts.projects:
        counts = [count for count in counts if count.project_id in wanted]
        pending = [item for item in pending if item.project_id in wanted]
    return ProcedureTotals(
        tuple(map(_PROJECT, counts)),
        Ratio(sum(map(_DONE, counts)), sum(map(_REQUIRED, counts))),
        tuple(pending),
    )


def completion_of(states: Mapping[State, int]) -> Ratio:
    """Done over required, of some procedures counted by state."""
    done = states.get(State.DONE, 0)
    return Ratio(done, done + sum(states.get(state, 0) for state in PENDING_STATES))
