"""What the figures look at: bare rows of the ledger, as the store hands them over."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.dates import takes_effect


class ProjectFact(NamedTuple):
    """The part of a project that stages and figures depend on. Money in 元, dates partial ISO."""

    id: int
    name: str
    zone_id: int | None
    project_kind: str | None
    industry_field: str | None
    strategic: int | None
    total_investment: int | None
    expected_output: int | None
    actual_output: int | None
    sign_date: str | None
    start_plan: str | None
    start_actual: str | None
    prod_plan: str | None
    prod_actual: str | None
    effect_plan: str | None
    effect_actual: str | None
    suspended_on: str | None
    resumed_on: str | None
    withdrawn_on: str | None


class ListingFact(NamedTuple):
    """A project listed in a batch under a track, with the amounts of that day in 元."""

    project_id: int
    batch_id: int
    track: str
    investment: int | None
    output: int | None
    strategic: int | None


class BatchFact(NamedTuple):
    """A batch (活动批次); (year, seq_no) orders them."""

    id: int
    name: str
    year: int | None
    seq_no: int | None


class ProcedureCount(NamedTuple):
    """How many procedures a project needs and how many of these are done as of the facts' day."""

    project_id: int
    required: int
    done: int


class PendingProcedure(NamedTuple):
    """A required procedure that is not done. `note` is the reason, else the next step."""

    id: int
    project_id: int
    name: str
    status: str | None
    note: str | None
    promised_on: str | None = None


@dataclass(frozen=True)
class Facts:
    """The ledger as of one day, as plain rows.

    `completed` is the completed investment (元) by project: the last month reported up to `as_of`.
    """

    as_of: str
    projects: dict[int, ProjectFact]
    listings: list[ListingFact]
    batches: dict[int, BatchFact]
    zones: dict[int, str]
    completed: dict[int, int]
    procedures: list[ProcedureCount]
    pending: list[PendingProcedure]

    def reached(self, column: str) -> set[int]:
        """The projects whose date in `column` has taken effect. Worked out once for all figures and scopes."""
        known = self._reached.get(column)
        if known is None:
            days = list(map(itemgetter(ProjectFact._fields.index(column)), self.projects.values()))
            # Very many projects share few days: each day is looked at once.
            past = {day for day in set(days) if day is not None and takes_effect(day) <= self.as_of}
            known = set(compress(self.projects, map(past.__contains__, days)))
            self._reached[column] = known
        return known

    @cached_property
    def listed(self) -> dict[str, dict[int, dict[int, ListingFact]]]:
        """Listings by track, batch and project."""
        found: dict[str, dict[int, dict[int, ListingFact]]] = {track: defaultdict(dict) for track in TRACKS}
        for listing in self.listings:
            pid, batch, track, _, _, _ = listing
            found[track][batch][pid] = listing
        return found

    @cached_property
    def _reached(self) -> dict[str, set[int]]:
        return {}
