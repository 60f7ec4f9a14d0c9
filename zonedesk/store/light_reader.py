"""What lights and the morning page ask of the ledger: few columns of the rows that may matter, and no others."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from zonedesk.domain.columns import CLOSED, DONE, REQUIRED
from zonedesk.domain.lights import Permit, Promise, Report, TimedProblem
from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.reader import Reader

N = TypeVar("N", bound=tuple[Any, ...])


class LightRows(NamedTuple):
    """By project, the rows that its lights depend on. Money in 元, dates partial ISO."""

    statistics: dict[int, str]
    reasons: dict[int, str]
    promises: dict[int, tuple[Promise, ...]]
    permits: dict[int, tuple[Permit, ...]]
    problems: dict[int, tuple[TimedProblem, ...]]
    reports: dict[int, tuple[Report, ...]]


class LightReader:
    """Asks through the connection of a reader. `ids` limits an answer to these projects; None means all."""

    def __init__(self, reader: Reader) -> None:
        self._connection: GuardedConnection = reader.connection

    def rows(
        self,
        first: str,
        last: str,
        *,
        building: Collection[int],
        waiting: Collection[int],
        ids: Iterable[int] | None = None,
    ) -> LightRows:
        """What the lights of the days from `first` to `last` (ISO, less than a month apart) are made of.

        Reports are read of the projects `building`, approvals of those `waiting` to begin.
        """
        wanted = None if ids is None else list(ids)
        statistics, reasons = self._of_projects(wanted)
        return LightRows(
            statistics,
            reasons,
            self._promises(first, wanted),
            self._permits(waiting),
            self._problems(first, wanted),
            self._reports(first, last, building),
        )

    def keeps_statistics(self) -> bool:
        """Whether any project says when it came into the statistics."""
        found = self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM project WHERE statistics_on IS NOT NULL)"
        )
        return bool(found.fetchone()[0])

    def _of_projects(self, ids: list[int] | None) -> tuple[dict[int, str], dict[int, str]]:
        among, args = _among("id", ids)
        found = self._connection.execute(
            "SELECT id, statistics_on, delay_reason FROM project"
            f" WHERE (statistics_on IS NOT NULL OR delay_reason IS NOT NULL){among}",
            args,
        ).fetchall()
        return {pid: day for pid, day, _ in found if day}, {pid: why for pid, _, why in found if why}

    def _promises(self, first: str, ids: list[int] | None) -> dict[int, tuple[Promise, ...]]:
        among, args = _among("project_id", ids)
        open_, days = _ends_later("status", DONE, "done_on", first)
        return self._grouped(
            Promise,
            f"SELECT project_id, id, name, promised_on, CASE status WHEN '{DONE}' THEN done_on END FROM procedure"
            f" WHERE required = '{REQUIRED}' AND promised_on IS NOT NULL AND {open_}{among}",
            (*days, *args),
        )

    def _permits(self, waiting: Collection[int]) -> dict[int, tuple[Permit, ...]]:
        return self._grouped(
            Permit,
            "SELECT project_id, name, valid_to FROM json_each(?) AS wanted"
            " JOIN procedure ON project_id = wanted.value"
            f" WHERE valid_to IS NOT NULL AND required = '{REQUIRED}' AND status = '{DONE}'",
            (json.dumps(list(waiting)),),
        )

    def _problems(self, first: str, ids: list[int] | None) -> dict[int, tuple[TimedProblem, ...]]:
        among, args = _among("project_id", ids)
        open_, days = _ends_later("status", CLOSED, "closed_on", first)
        return self._grouped(
            TimedProblem,
            "SELECT project_id, id, description, deadline, raised_on,"
            f" CASE status WHEN '{CLOSED}' THEN closed_on END FROM problem"
            f" WHERE deadline IS NOT NULL AND {open_}{among}",
            (*days, *args),
        )

    def _reports(self, first: str, last: str, building: Collection[int]) -> dict[int, tuple[Report, ...]]:
        # Two days of one month look at the same two reports.
        kept = 2 if first[:7] == last[:7] else 3
        # One short walk down the index for each project is quicker than reading every month of all of them.
        return self._grouped(
            Report,
            f"SELECT project_id, {', '.join(Report._fields)} FROM json_each(?) AS wanted"
            " JOIN monthly_progress ON monthly_progress.id IN (SELECT id FROM monthly_progress"
            f" WHERE project_id = wanted.value AND month <= ? ORDER BY month DESC LIMIT {kept})"
            " ORDER BY wanted.key, month DESC",
            (json.dumps(list(building)), last[:7]),
        )

    def _grouped(self, kind: type[N], sql: str, args: Sequence[str]) -> dict[int, tuple[N, ...]]:
        """Rows by the project that each names first."""
        make = partial(tuple.__new__, kind)
        found: dict[int, tuple[N, ...]] = {}
        for pid, *values in self._connection.execute(sql, args):
            # Most projects have one or two.
            found[pid] = (*found[pid], make(values)) if pid in found else (make(values),)
        return found


def _among(column: str, ids: list[int] | None) -> tuple[str, list[str]]:
    if ids is None:
        return "", []
    return f" AND {column} IN (SELECT value FROM json_each(?))", [json.dumps(ids)]


def _ends_later(state: str, ended: str, day: str, first: str) -> tuple[str, list[str]]:
    """A condition that a row is open after the day `first`: a little wide, for partial days lie on either side of it."""
    return f"({state} <> '{ended}' OR {day} > ? OR {day} IN (?, ?))", [first, first[:4], first[:7]]
