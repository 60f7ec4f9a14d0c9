"""Which part of the ledger a figure is asked of, and the cohorts (列入某批的项目) within it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from zonedesk.domain.cohort import Cohort
from zonedesk.domain.facts import BatchFact, Facts
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stuck_rules import StuckRules


@dataclass(frozen=True, slots=True)
class Scope:
    """Batches from–to (ids, both ends in), zone, 产业领域; None means all.

    `without_withdrawn` takes projects that ended (终止、调出) off both sides of every rate. `stuck` defines the
    three stuck lists; None stands for the office's own definition where a ledger is asked, else for the usual one.
    """

    from_batch: int | None = None
    to_batch: int | None = None
    zone_id: int | None = None
    industry_field: str | None = None
    without_withdrawn: bool = False
    stuck: StuckRules | None = None


def batch_order(batch: BatchFact) -> tuple[int, int, str, int]:
    """The order in which batches were held; batches without a year come last."""
    return (batch.year or 9999, batch.seq_no or 99, batch.name, batch.id)


class View:
    """Facts seen through a scope: what the figures read. Built once for all figures of a page."""

    def __init__(self, facts: Facts, scope: Scope | None = None) -> None:
        self.facts = facts
        self.scope = scope or Scope()
        self.as_of = facts.as_of

    def cohort(self, track: str) -> Cohort:
        """The projects listed under `track` in scope, each once.

        A project listed more than once counts once (rule R108), with the amounts of its last listing.
        """
        return self._cohorts[track]

    def in_scope(self, project_id: int) -> bool:
        """Whether a project belongs to the scope's zone and 产业领域 (and is not withdrawn, if so asked)."""
        return project_id in self.projects

    @cached_property
    def projects(self) -> Mapping[int, ProjectFact]:
        """The projects in scope, whether listed in a batch or not."""
        everyone = self.facts.projects
        said = {"zone_id": self.scope.zone_id, "industry_field": self.scope.industry_field}
        parts = [everyone.having(name, value) for name, value in said.items() if value is not None]
        if self.scope.without_withdrawn:
            parts.append(everyone.keys() - self.facts.reached("withdrawn_on"))
        return everyone.among(set.intersection(*parts)) if parts else everyone

    @property
    def has_batch_limit(self) -> bool:
        """Whether only some batches are in scope."""
        return self.scope.from_batch is not None or self.scope.to_batch is not None

    @cached_property
    def listed(self) -> set[int]:
        """Projects listed under any track in scope."""
        return set().union(*(cohort.ids for cohort in self._cohorts.values()))

    @property
    def members(self) -> Collection[int]:
        """The projects that lists beside the rates are made of: with a batch limit, those listed in it."""
        return self.listed if self.has_batch_limit else self.projects

    def by_zone(self) -> dict[int | None, View]:
        """This view cut up by zone: every zone of the ledger, and None where projects do not say theirs."""
        zone_of = {pid: project.zone_id for pid, project in self.projects.items()}
        within: dict[int | None, dict[int, ProjectFact]] = {
            zone_id: {} for zone_id in [*self.facts.zones, *zone_of.values()]
        }
        for pid, project in self.projects.items():
            within[zone_of[pid]][pid] = project
        divided = {track: cohort.divided(zone_of) for track, cohort in self._cohorts.items()}
        parts: dict[int | None, View] = {}
        for zone_id, projects in within.items():
            part = parts[zone_id] = View(self.facts, replace(self.scope, zone_id=zone_id))
            part.projects = projects
            part._cohorts = {track: found.get(zone_id, Cohort()) for track, found in divided.items()}
        return parts

    def last_batch(self) -> View | None:
        """The scope narrowed to the last of its batches that lists anything in it."""
        for batch_id in reversed(self.batch_ids):
            listed = (pid for batches in self.facts.listed.values() for pid in batches.get(batch_id, ()))
            if any(pid in self.projects for pid in listed):
                return View(self.facts, replace(self.scope, from_batch=batch_id, to_batch=batch_id))
        return None

    @cached_property
    def batch_ids(self) -> list[int]:
        """The batches in scope, in the order they were held."""
        batches = self.facts.batches
        ordered = sorted(batches.values(), key=batch_order)
        first = batch_order(batches[self.scope.from_batch]) if self.scope.from_batch else None
        last = batch_order(batches[self.scope.to_batch]) if self.scope.to_batch else None
        return [
            b.id
            for b in ordered
            if (first is None or batch_order(b) >= first) and (last is None or batch_order(b) <= last)
        ]

    @cached_property
    def _cohorts(self) -> dict[str, Cohort]:
        return {track: self._cohort(by_batch) for track, by_batch in self.facts.listed.items()}

    def _cohort(self, by_batch: dict[int, Cohort]) -> Cohort:
        # A later batch's listing takes the place of an earlier one's.
        cohort = Cohort.joined(by_batch[batch_id] for batch_id in self.batch_ids if batch_id in by_batch)
        return cohort if self.projects is self.facts.projects else cohort.among(self.projects)
