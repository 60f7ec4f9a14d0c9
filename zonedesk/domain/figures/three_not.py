"""三未: 签约未开工, 开工未投产, 投产未达效, each split by how it stands to its planned date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from zonedesk.domain.figures.on_target_rate import industrial
from zonedesk.domain.figures.scope import View
from zonedesk.domain.stages import Due, standing


@dataclass(frozen=True, slots=True)
class Definition:
    """One of the three: the track whose cohort is asked, the date that ends it, the date planned for it."""

    name: str
    label: str
    track: str
    actual: str
    planned: str


DEFINITIONS = {
    d.name: d
    for d in (
        Definition("not_started", "签约未开工", "signing", "start_actual", "start_plan"),
        Definition("not_in_production", "开工未投产", "start", "prod_actual", "prod_plan"),
        Definition("not_on_target", "投产未达效", "production", "effect_actual", "effect_plan"),
    )
}


class Stuck(NamedTuple):
    """One stuck project on the as-of day. Investment (元) is that of its listing."""

    project_id: int
    due: Due
    planned: str | None
    overdue_days: int
    investment: int


@dataclass(frozen=True, slots=True)
class StuckList:
    """All projects stuck in one of the three ways, the longest overdue first."""

    definition: Definition
    items: tuple[Stuck, ...]

    @property
    def investment(self) -> int:
        """元, at listing."""
        return sum(item.investment for item in self.items)

    def ids(self, due: Due | None = None) -> tuple[int, ...]:
        """The projects, of one due class if asked."""
        return tuple(item.project_id for item in self.items if due is None or item.due is due)


_RANK = {Due.OVERDUE: 0, Due.SUSPENDED: 1, Due.UNDATED: 2, Due.NOT_DUE: 3}


def stuck_list(view: View, name: str) -> StuckList:
    """The list called `name` for the scope and day of `view`. Withdrawn projects are not stuck."""
    definition = DEFINITIONS[name]
    cohort = view.cohort(definition.track)
    candidates = industrial(view) if name == "not_on_target" else tuple(cohort)
    taken, withdrawn = view.facts.reached(definition.actual), view.facts.reached("withdrawn_on")
    items = []
    for pid in candidates:
        if pid in taken or pid in withdrawn:
            continue
        project = view.facts.projects[pid]
        planned: str | None = getattr(project, definition.planned)
        stand = standing(project, planned, view.as_of)
        items.append(Stuck(pid, stand.due, planned, stand.overdue_days, cohort[pid].investment or 0))
    items.sort(
        key=lambda item: (_RANK[item.due], -item.overdue_days, item.planned or "9999", item.project_id)
    )
    return StuckList(definition, tuple(items))
