"""What the figures look at: bare rows of the ledger, as the store hands them over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from zonedesk.domain.cohort import Listed, ListingFact
from zonedesk.domain.columns import INDUSTRIAL
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.projects import Projects
from zonedesk.domain.stages import stands_still


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
    """The ledger as of one day, as plain rows in the order of their projects.

    `listed` are the listings by track and batch. `completed` is the completed investment (元) by project: the
    last month reported up to `as_of`.
    """

    as_of: str
    projects: Projects
    listed: Listed
    batches: dict[int, BatchFact]
    zones: dict[int, str]
    completed: dict[int, int]
    procedures: list[ProcedureCount]
    pending: list[PendingProcedure]

    def reached(self, column: str) -> set[int]:
        """The projects whose date in `column` has taken effect. Worked out once for all figures and scopes."""
        known = self._reached.get(column)
        if known is None:
            days = self.projects.column(column)
            # Very many projects share few days: each day is looked at once.
            past = {day for day in set(days) if day is not None and takes_effect(day) <= self.as_of}
            known = self._reached[column] = set(compress(self.projects, map(past.__contains__, days)))
        return known

    def ahead(self, column: str) -> set[int]:
        """The projects whose date in `column` is said and has not taken effect yet. Worked out once, as `reached`."""
        known = self._ahead.get(column)
        if known is None:
            days = self.projects.column(column)
            coming = {day for day in set(days) if day is not None and takes_effect(day) > self.as_of}
            known = set(compress(self.projects, map(coming.__contains__, days))) if coming else set()
            self._ahead[column] = known
        return known

    @cached_property
    def suspended(self) -> set[int]:
        """The projects that stand still (停工)."""
        columns = map(self.projects.column, ("id", "suspended_on", "resumed_on"))
        # Few are suspended at all: only they are asked.
        return {
            pid
            for pid, since, until in zip(*columns, strict=True)
            if since is not None and stands_still(since, until, self.as_of)
        }

    @cached_property
    def industrial(self) -> set[int]:
        """The 产业项目."""
        return self.projects.having("project_kind", INDUSTRIAL)

    @property
    def listings(self) -> list[ListingFact]:
        """All listings in the order of project, batch and track: made anew at each call."""
        return sorted(
            ListingFact(pid, batch, track, *amounts)
            for track, batches in self.listed.items()
            for batch, cohort in batches.items()
            for pid, *amounts in cohort.rows()
        )

    @cached_property
    def in_batches(self) -> set[int]:
        """The projects that are listed in any batch."""
        return set().union(*(cohort.ids for batches in self.listed.values() for cohort in batches.values()))

    @cached_property
    def _ahead(self) -> dict[str, set[int]]:
        return {}

    @cached_property
    def _reached(self) -> dict[str, set[int]]:
        return {}
