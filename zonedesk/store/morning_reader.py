"""What the morning page asks of the ledger: what falls due, when anything of a project last happened, what is empty."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from zonedesk.domain.columns import REQUIRED
from zonedesk.store.bulk import Question, answer
from zonedesk.store.day_conditions import not_done
from zonedesk.store.reader import Reader
from zonedesk.store.schema import RECORDED_TABLES, REFERENCES

# Where the course of a project leaves days behind, beside its own dates. Those asked of all projects are small tables.
_SMALL = {
    "follow_up": ("happened_on",),
    "visit": ("visited_on",),
    "problem": ("raised_on", "first_response_on", "verified_on", "closed_on"),
}
_LARGE = {
    "monthly_progress": ("month",),
    "procedure": ("submitted_on", "accepted_on", "status_on", "done_on"),
    "procedure_step": ("done_on",),
    "milestone": ("actual_on",),
    "action_item": ("done_on",),
    "agency_case": ("accepted_on", "done_on"),
}
_HANGING = frozenset(table for table, _ in REFERENCES["project"])


class MorningReader:
    """Asks through the connection of a reader."""

    def __init__(self, reader: Reader) -> None:
        self._connection = reader.connection

    def due_by(
        self, table: str, column: str, until: str, columns: Sequence[str], *, ended: str = "", day: str = ""
    ) -> list[dict[str, Any]]:
        """The rows of a table whose date in `column` lies at or before `until` (ISO), the first first.

        With `ended`, rows whose date in that column lies before `day` are left out, for they are done. Partial dates
        count from their first day here: whoever asks has yet to see whether they have taken effect.
        """
        if table not in RECORDED_TABLES:
            raise KeyError(f"no recorded table {table!r}")
        still, args = "", [until]
        if ended:
            still = f" AND ({ended} IS NULL OR {ended} > ? OR {ended} IN (?, ?))"
            args += [day, day[:7], day[:4]]
        found = self._connection.execute(
            f"SELECT {', '.join(columns)} FROM {table} WHERE {column} <= ?{still} ORDER BY {column}, id", args
        )
        return [dict(zip(columns, row, strict=True)) for row in found]

    def promised_by(self, until: str, day: str) -> Iterator[tuple[int, int, str, str]]:
        """(project, procedure, name, promised day) of the required procedures promised at or before `until` (ISO) and
        not done by `day`. Partial promised days as in `due_by`."""
        ways = not_done(day)
        waiting = " UNION ALL ".join(
            "SELECT project_id, id, name, promised_on FROM procedure"
            f" WHERE {way.sql} AND required = '{REQUIRED}' AND promised_on <= ?"
            for way in ways
        )
        wanted = ("project_id", "id", "name", "promised_on")
        args = [value for way in ways for value in (*way.args, until)]
        return zip(*answer(self._connection, Question(wanted, f"({waiting})", args)), strict=True)

    def last_days(self, until: str, ids: Iterable[int] | None = None) -> list[tuple[int, str]]:
        """(project, the last day, partial ISO, up to `until`) by each way of being followed, visited, or having a
        problem."""
        return self._last_days(_SMALL, until, None if ids is None else list(ids))

    def last_days_of(self, ids: Iterable[int], until: str) -> list[tuple[int, str]]:
        """The same of its reports, procedures, milestones, action items and agency cases, for some projects."""
        return self._last_days(_LARGE, until, list(ids))

    def _last_days(
        self, sources: dict[str, tuple[str, ...]], until: str, ids: list[int] | None
    ) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        among = "" if ids is None else " AND project_id IN (SELECT value FROM json_each(?))"
        args = (until,) if ids is None else (until, json.dumps(ids))
        for table, columns in sources.items():
            for column in columns:
                found += self._connection.execute(
                    f"SELECT project_id, max({column}) FROM {table}"
                    f" WHERE project_id IS NOT NULL AND {column} <= ?{among} GROUP BY project_id",
                    args,
                )
        return found

    def written_by_hand(self, since: str, until: str, most_rows: int) -> dict[int, str]:
        """By project, the last day (ISO) from `since` up to `until` on which a standing step of no more than
        `most_rows` rows wrote to it, or to what still hangs on it."""
        rows = self._connection.execute(
            # The few steps first: the record of a ledger may hold a million rows.
            "SELECT c.tbl, c.row_id, max(substr(s.at, 1, 10))"
            " FROM change_set s CROSS JOIN change c ON c.set_id = s.id"
            " WHERE s.state = 'done' AND s.rows <= ? AND s.at >= ? AND substr(s.at, 1, 10) <= ?"
            " GROUP BY c.tbl, c.row_id",
            (most_rows, since, until),
        )
        by_table: dict[str, dict[int, str]] = {}
        for table, row_id, day in rows:
            by_table.setdefault(table, {})[row_id] = day
        found = by_table.pop("project", {})
        for table, days in by_table.items():
            if table not in _HANGING:
                continue
            owners = self._connection.execute(
                f"SELECT id, project_id FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(days)),),
            )
            for row_id, pid in owners:
                if pid is not None and days[row_id] > found.get(pid, ""):
                    found[pid] = days[row_id]
        return found

    def reported(self, ids: Iterable[int]) -> set[int]:
        """Those of some projects of which a completed investment was ever reported."""
        found = self._connection.execute(
            "SELECT DISTINCT project_id FROM monthly_progress WHERE invest_total IS NOT NULL"
            " AND project_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {pid for (pid,) in found}

    def empty_fields(self, columns: Sequence[str]) -> list[tuple[int, dict[str, str], tuple[str, ...]]]:
        """(project, texts kept as typed by column, those of `columns` that are empty) of each project with either."""
        empty = " OR ".join(f"coalesce({column}, '') = ''" for column in columns)
        marks = ", ".join(f"coalesce({column}, '') = ''" for column in columns)
        rows = self._connection.execute(
            f"SELECT id, unfit, {marks} FROM project WHERE unfit <> '{{}}' OR {empty} ORDER BY id"
        )
        return [
            (
                pid,
                self._connection.named(unfit),
                tuple(column for column, is_empty in zip(columns, flags, strict=True) if is_empty),
            )
            for pid, unfit, *flags in rows
        ]
