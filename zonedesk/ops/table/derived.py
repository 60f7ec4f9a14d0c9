"""What follows from a project's dates, listings and procedures on the day looked at. Never stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from zonedesk.domain.cohort import ListingFact, by_track
from zonedesk.domain.columns import DONE, REQUIRED
from zonedesk.domain.dates import reached
from zonedesk.domain.facts import BatchFact, Facts, ProcedureCount
from zonedesk.domain.figures.scope import Scope, View, batch_order
from zonedesk.domain.figures.three_not import DEFINITIONS, stuck_list
from zonedesk.domain.projects import ProjectFact, Projects
from zonedesk.domain.stages import DUE_LABELS, STAGE_LABELS, STAGE_ORDER, Due, Stage, stage_of
from zonedesk.ops.stuck_rules import with_rules
from zonedesk.store.reader import Reader

_MARKS = {"signing": "签", "start": "开", "production": "投"}
_DUE = {**DUE_LABELS, Due.UNDATED: "无计划"}
_STAGES = (*STAGE_ORDER, Stage.WITHDRAWN)


class Derived(NamedTuple):
    """The derived cells of one project; "" and None where there is nothing to say."""

    stage: Stage
    stuck: str = ""
    due: str = ""
    overdue_days: int | None = None
    listings: str = ""
    done: int = 0
    required: int = 0

    def text(self, key: str) -> str:
        """A cell's text."""
        if key == "stage":
            return STAGE_LABELS[self.stage]
        if key == "procedures":
            return f"{self.done}/{self.required}" if self.required else ""
        if key == "overdue_days":
            return str(self.overdue_days) if self.overdue_days else ""
        return str(getattr(self, key))

    def order(self, key: str) -> Any:
        """What a column is sorted by; None where the cell is empty."""
        if key == "stage":
            return _STAGES.index(self.stage)
        if key == "procedures":
            # Exact, without floats: 9/10 before 10/11.
            return (self.done * 10_000 // self.required, self.required) if self.required else None
        return getattr(self, key) or None


def derive_all(facts: Facts, scope: Scope | None = None) -> dict[int, Derived]:
    """The derived cells of every project of `facts`; the scope says how the stuck lists are defined."""
    view = View(facts, scope)
    stuck: dict[int, tuple[str, str, int]] = {}
    for name, definition in DEFINITIONS.items():
        for item in stuck_list(view, name).items:
            # The first of the three that holds is the one that keeps the project.
            standing = (definition.label[2:], _DUE[item.due], item.overdue_days)
            stuck.setdefault(item.project_id, standing)
    listings: dict[int, list[tuple[int, str]]] = {}
    for track, cohorts in facts.listed.items():
        for batch, cohort in cohorts.items():
            for pid in cohort:
                listings.setdefault(pid, []).append((batch, track))
    counts = {count.project_id: count for count in facts.procedures}
    derived = {}
    for pid, project in facts.projects.items():
        kind, due, days = stuck.get(pid, ("", "", 0))
        count = counts.get(pid)
        derived[pid] = Derived(
            stage_of(project, facts.as_of),
            kind,
            due,
            days or None,
            _listed(listings.get(pid, ()), facts.batches) if pid in listings else "",
            count.done if count else 0,
            count.required if count else 0,
        )
    return derived


def derive_one(
    reader: Reader, row: Mapping[str, Any], as_of: str, batches: Mapping[int, BatchFact]
) -> Derived:
    """The derived cells of one project, from its own rows only: what one edit costs must not grow."""
    pid = row["id"]
    listings = [
        ListingFact(*(each[name] for name in ListingFact._fields))
        for each in reader.rows("listing", project_id=pid)
    ]
    procedures = reader.rows("procedure", project_id=pid, required=REQUIRED)
    done = sum(
        each["status"] == DONE and (each["done_on"] is None or reached(each["done_on"], as_of))
        for each in procedures
    )
    project = ProjectFact(*(row[name] for name in ProjectFact._fields))
    count = [ProcedureCount(pid, len(procedures), done)] if procedures else []
    facts = Facts(as_of, Projects.of([project]), by_track(listings), dict(batches), {}, {}, count, [])
    return derive_all(facts, with_rules(reader))[pid]


def _listed(listings: Iterable[tuple[int, str]], batches: Mapping[int, BatchFact]) -> str:
    """`listings` are (batch, track) in the order of tracks."""
    ordered = sorted(listings, key=lambda item: batch_order(batches[item[0]]))
    return "、".join(f"{batches[batch].name}·{_MARKS[track]}" for batch, track in ordered)
