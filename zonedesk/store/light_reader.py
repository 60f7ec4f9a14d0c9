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
        wanted = f"required = '{REQUIRED}' AND promised_on IS NOT NULL{among}"
        # Each question has its index: very many procedures are done, and only a few of them since.
        done = f"SELECT project_id, id, name, promised_on, done_on FROM procedure WHERE status = '{DONE}' AND"
        day, *periods = _later(first)
        return self._grouped(
            Promise,
            Promise._fields,
            "SELECT project_id, id, name, promised_on, NULL AS done_on FROM procedure"
            f" WHERE status <> '{DONE}' AND {wanted}"
            f" UNION ALL {done} done_on > ? AND {wanted}"
            f" UNION ALL {done} done_on IN (?, ?) AND {wanted}",
            (*args, day, *args, *periods, *args),
        )

    def _permits(self, waiting: Collection[int]) -> dict[int, tuple[Permit, ...]]:
        return self._grouped(
            Permit,
            Permit._fields,
            "SELECT project_id, name, valid_to FROM json_each(?) AS wanted"
            " JOIN procedure ON project_id = wanted.value"
            f" WHERE valid_to IS NOT NULL AND required = '{REQUIRED}' AND status = '{DONE}'",
            (json.dumps(list(waiting)),),
        )

    def _problems(self, first: str, ids: list[int] | None) -> dict[int, tuple[TimedProblem, ...]]:
        among, args = _among("project_id", ids)
        return self._grouped(
            TimedProblem,
            TimedProblem._fields,
            "SELECT project_id, id, description, deadline, raised_on,"
            f" CASE status WHEN '{CLOSED}' THEN closed_on END AS closed_on FROM problem"
            f" WHERE deadline IS NOT NULL AND (status <> '{CLOSED}' OR closed_on > ? OR closed_on IN (?, ?)){among}",
            (*_later(first), *args),
        )

    def _reports(self, first: str, last: str, building: Collection[int]) -> dict[int, tuple[Report, ...]]:
        # Two days of one month look at the same two reports.
        kept = 2 if first[:7] == last[:7] else 3
        # One short walk down the index for each project is quicker than reading every month of all of them.
        found = self._grouped(
            Report,
            Report._fields,
            f"SELECT project_id, {', '.join(Report._fields)} FROM json_each(?) AS wanted"
            " JOIN monthly_progress ON monthly_progress.id IN (SELECT id FROM monthly_progress"
            f" WHERE project_id = wanted.value AND month <= ? ORDER BY month DESC LIMIT {kept})",
            (json.dumps(list(building)), last[:7]),
        )
        # A report begins with its month, and a project has one for each.
        return {pid: tuple(sorted(reports, reverse=True)) for pid, reports in found.items()}

    def _grouped(
        self, kind: type[N], fields: Sequence[str], sql: str, args: Sequence[str]
    ) -> dict[int, tuple[N, ...]]:
        """Rows by their project, in no sure order."""
        arrays = ", ".join(f"json_group_array({column})" for column in ("project_id", *fields))
        # As one JSON array for each column: cell by cell takes longer.
        told = self._connection.execute(f"SELECT {arrays} FROM ({sql})", args).fetchone()
        ids, *columns = map(json.loads, told)
        made = map(partial(tuple.__new__, kind), zip(*columns, strict=True))
        found: dict[int, tuple[N, ...]] = {}
        for pid, each in zip(ids, made, strict=True):
            # Most projects have one or two.
            found[pid] = (*found[pid], each) if pid in found else (each,)
        return found


def _among(column: str, ids: list[int] | None) -> tuple[str, list[str]]:
    if ids is None:
        return "", []
    return f" AND {column} IN (SELECT value FROM json_each(?))", [json.dumps(ids)]


def _later(first: str) -> tuple[str, str, str]:
    """What a day is compared with that may lie after `first`: the day itself, and the month and year it lies in."""
    return first, first[:7], first[:4]
