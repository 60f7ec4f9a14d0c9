"""What lights and the morning page ask of the ledger: few columns of the rows that may matter, and no others."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from sys import intern
from typing import NamedTuple

from zonedesk.domain.columns import CLOSED, DONE, REQUIRED
from zonedesk.domain.lights import Permit, Promised, Report, TimedProblem, Undated
from zonedesk.domain.lights.undated import DUE
from zonedesk.store.bulk import N, Question, answer, limited, made, one_moment
from zonedesk.store.day_conditions import done_later, not_done
from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.reader import Reader

_new = tuple.__new__

# The day on which a promised date takes effect, as `takes_effect` says.
_EFFECTIVE = (
    "CASE length(promised_on) WHEN 10 THEN promised_on"
    " WHEN 7 THEN date(promised_on || '-01', '+1 month', '-1 day') ELSE promised_on || '-12-31' END"
)
# Whether that day has passed: as the texts compare, but for the month and the year that the day itself lies in.
_PASSED = "promised_on < ? AND promised_on NOT IN (?, ?)"


class LightRows(NamedTuple):
    """By project, the rows that its lights depend on. Money in 元, dates partial ISO."""

    statistics: dict[int, str]
    reasons: dict[int, str]
    promised: dict[int, Promised]
    permits: dict[int, tuple[Permit, ...]]
    problems: dict[int, tuple[TimedProblem, ...]]
    reports: dict[int, tuple[Report, ...]]
    undated: dict[int, tuple[Undated, ...]]


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

        What is promised is that of the last day: see `promised`. Reports are read of the projects `building`, approvals of those `waiting` to begin.
        """
        wanted = None if ids is None else list(ids)
        with one_moment(self._connection):
            return LightRows(
                self._of_projects("statistics_on", wanted),
                self._of_projects("delay_reason", wanted),
                self._promised(last, wanted),
                self._permits(waiting),
                self._problems(first, wanted),
                self._reports(first, last, building),
                self._undated(first, wanted),
            )

    def keeps_statistics(self) -> bool:
        """Whether any project says when it came into the statistics."""
        found = self._connection.execute(
            "SELECT EXISTS (SELECT 1 FROM project WHERE statistics_on IS NOT NULL)"
        )
        return bool(found.fetchone()[0])

    def _of_projects(self, column: str, ids: list[int] | None) -> dict[int, str]:
        where, args = limited("id", ids, more=f"{column} > ''")
        columns = answer(self._connection, Question(("id", column), f"project{where}", args, (column,)))
        return dict(zip(*columns, strict=True))

    def promised(self, as_of: str, ids: Iterable[int] | None = None) -> dict[int, Promised]:
        """By project, what of its required procedures is promised and was not done by a day (ISO)."""
        with one_moment(self._connection):
            return self._promised(as_of, None if ids is None else list(ids))

    def _promised(self, as_of: str, ids: list[int] | None) -> dict[int, Promised]:
        where, args = limited("project_id", ids, more=f"required = '{REQUIRED}' AND promised_on IS NOT NULL")
        day = _later(as_of)
        what = f"project_id, {_EFFECTIVE} || name, {_PASSED} FROM procedure{where}"
        later = [
            row
            for way in done_later(as_of)
            for row in self._connection.execute(f"SELECT {what} AND {way.sql}", (*day, *args, *way.args))
        ]
        still = (
            f"(SELECT project_id AS pid, min({_EFFECTIVE} || name) AS first, sum({_PASSED}) AS late"
            f" FROM procedure{where} AND status <> '{DONE}' GROUP BY project_id)"
        )
        told = answer(self._connection, Question(("pid", "first", "late"), still, (*day, *args)))
        found = {
            pid: _new(Promised, (first[:10], intern(first[10:]), late))
            for pid, first, late in zip(*told, strict=True)
        }
        for pid, first, late in later:
            known = found.get(pid) or Promised(first[:10], first[10:], 0)
            earlier = min(first, known.first + known.name)
            found[pid] = Promised(earlier[:10], earlier[10:], known.late + late)
        return found

    def _permits(self, waiting: Collection[int]) -> dict[int, tuple[Permit, ...]]:
        return self._grouped(
            Permit,
            Permit._fields,
            # The few that run out have their index; what else is asked of them must not lead away from it.
            f"SELECT project_id, name, valid_to FROM procedure WHERE valid_to > ''"
            f" AND +required = '{REQUIRED}' AND +status = '{DONE}'"
            " AND +project_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(waiting)),),
        )

    def _problems(self, first: str, ids: list[int] | None) -> dict[int, tuple[TimedProblem, ...]]:
        where, args = limited("project_id", ids, more="deadline IS NOT NULL")
        return self._grouped(
            TimedProblem,
            TimedProblem._fields,
            "SELECT project_id, id, description, deadline, raised_on,"
            f" CASE status WHEN '{CLOSED}' THEN closed_on END AS closed_on FROM problem{where}"
            f" AND (status <> '{CLOSED}' OR closed_on > ? OR closed_on IN (?, ?))",
            (*args, *_later(first)),
        )

    def _undated(self, first: str, ids: list[int] | None) -> dict[int, tuple[Undated, ...]]:
        """What was not done by a day and is due on a date that cannot be read: very few are."""
        where, args = limited("project_id", ids, more=f"required = '{REQUIRED}' AND promised_on IS NULL")
        # The indexes hold all but the text: only of the rows that are left is it looked up.
        asked = [
            (
                f"SELECT project_id, 'procedure', name, unfit, NULL, CASE status WHEN '{DONE}' THEN done_on END"
                f" FROM procedure WHERE id IN (SELECT id FROM procedure{where} AND {way.sql}) AND unfit <> '{{}}'",
                (*args, *way.args),
            )
            for way in not_done(first)
        ]
        where, args = limited("project_id", ids, more="deadline IS NULL AND unfit <> '{}'")
        asked.append(
            (
                "SELECT project_id, 'problem', description, unfit, raised_on,"
                f" CASE status WHEN '{CLOSED}' THEN closed_on END FROM problem{where}"
                f" AND (status <> '{CLOSED}' OR closed_on IS NOT NULL) ORDER BY id",
                tuple(args),
            )
        )
        found: dict[int, tuple[Undated, ...]] = {}
        for sql, values in asked:
            for pid, table, name, texts, *days in self._connection.execute(sql, values):
                text = self._connection.named(texts).get(DUE[table])
                if text:
                    found[pid] = (*found.get(pid, ()), Undated(table, name, str(text), *days))
        return found

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
        return {
            pid: reports if len(reports) == 1 else tuple(sorted(reports, reverse=True))
            for pid, reports in found.items()
        }

    def _grouped(
        self, kind: type[N], fields: Sequence[str], sql: str, args: Sequence[str]
    ) -> dict[int, tuple[N, ...]]:
        """Rows by their project, in no sure order."""
        question = Question(("project_id", *fields), f"({sql})", args, fields)
        ids, *columns = answer(self._connection, question)
        found: dict[int, tuple[N, ...]] = {}
        for pid, each in zip(ids, made(kind, columns), strict=True):
            # Most projects have one or two.
            found[pid] = (*found[pid], each) if pid in found else (each,)
        return found


def _later(first: str) -> tuple[str, str, str]:
    """What tells whether a partial date takes effect after a day: the day itself, and the month and year it lies in."""
    return first, first[:7], first[:4]
