"""The rows that figures look at, of the whole ledger or of a few projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice, repeat
from operator import itemgetter, sub

from zonedesk.domain.cohort import Cohort, Listed
from zonedesk.domain.columns import PROJECT_FIELDS, REQUIRED, TRACKS
from zonedesk.domain.facts import (
    BatchFact,
    Facts,
    PendingProcedure,
    ProcedureCount,
)
from zonedesk.domain.fields import Kind
from zonedesk.domain.projects import ProjectFact, Projects
from zonedesk.domain.reporting import last_whole_month
from zonedesk.store.bulk import Column, Question, answers, limited, made
from zonedesk.store.day_conditions import not_done
from zonedesk.store.guarded import GuardedConnection
from zonedesk.store.sound import damaged, must_exist

# Days and words of a list, each kept once: figures look at them again and again, and few are soon found.
_KINDS = {field.stored_as: field.kind for field in PROJECT_FIELDS if field.stored_as in ProjectFact._fields}
_DAYS = frozenset(column for column, kind in _KINDS.items() if kind is Kind.DATE)
_WORDS = _DAYS | {column for column, kind in _KINDS.items() if kind is Kind.CHOICE}
_NUMBERS = {"id", *(column for column, kind in _KINDS.items() if kind in (Kind.MONEY, Kind.BOOL, Kind.REF))}
_OF_COHORT = ("project_id", "investment", "output", "strategic")
_ZONE = ProjectFact._fields.index("zone_id")
_NOTE = "coalesce(waiting_reason, next_step)"
_OF_PENDING = tuple(_NOTE if field == "note" else field for field in PendingProcedure._fields)


class FactsReader:
    """Reads the facts of a day (ISO) through a connection; its questions must all see one moment.

    Everything that figures look at comes in here: rows that cannot be raise LedgerError, and no figure meets them.
    """

    def __init__(self, connection: GuardedConnection, as_of: str) -> None:
        self._connection, self._as_of = connection, as_of

    def read(
        self, batches: dict[int, BatchFact], zones: dict[int, str], ids: Collection[int] | None
    ) -> Facts:
        """The facts of the whole ledger, or of the projects `ids`; all batches and zones are given."""
        projects, own = limited("id", ids)
        questions = [
            # What Python is long busy with is neither first nor last: else one of the two waits for the other.
            *self._pending(ids),
            self._needed(ids),
            Question(ProjectFact._fields, f"project{projects}", own, _WORDS, numbers=_NUMBERS, days=_DAYS),
            self._listings(ids),
            self._completed(ids),
        ]
        with closing(answers(self._connection, questions, beside=ids is None)) as told:
            pending = _pending(islice(told, len(questions) - 4))
            needed, columns = next(told), next(told)
            must_exist(zones, self._connection.path, filter(None, columns[_ZONE]))
            known = Projects.by_columns(columns)
            return Facts(
                as_of=self._as_of,
                projects=known,
                procedures=self._counts(needed, pending, known),
                pending=pending,
                listed=self._listed(next(told), batches, known),
                completed=_completed(next(told)),
                batches=batches,
                zones=zones,
            )

    def another_day(self, known: Facts) -> Facts:
        """The facts of the whole ledger, of which `known` are those of some day: what hangs on the day is read."""
        questions = [self._completed(None), *self._pending(None)]
        needed: list[Column] = [list(map(itemgetter(place), known.procedures)) for place in (0, 1)]
        with closing(answers(self._connection, questions, beside=True)) as told:
            return replace(
                known,
                as_of=self._as_of,
                completed=_completed(next(told)),
                procedures=self._counts(needed, pending := _pending(told), known.projects),
                pending=pending,
            )

    def _listings(self, ids: Collection[int] | None) -> Question:
        where, args = limited("project_id", ids)
        numbers = (*_OF_COHORT, "batch_id")
        return Question(_OF_COHORT, f"listing{where}", args, by=("batch_id", "track"), numbers=numbers)

    def _completed(self, ids: Collection[int] | None) -> Question:
        """The investment last reported up to the day, by project."""
        own, own_ids = limited("id", ids)
        # One short walk down the index for each project is quicker than reading every month of all of them.
        last = (
            "SELECT id, (SELECT invest_total FROM monthly_progress WHERE project_id = project.id"
            f" AND month <= ? AND invest_total IS NOT NULL ORDER BY month DESC LIMIT 1) AS last FROM project{own}"
        )
        # Projects without a report are left out later: left out in SQL, each would be looked up twice.
        return Question(
            ("id", "last"), f"({last})", (last_whole_month(self._as_of), *own_ids), numbers=("id", "last")
        )

    def _needed(self, ids: Collection[int] | None) -> Question:
        """How many procedures each project needs."""
        where, args = limited("project_id", ids, more=f"required = '{REQUIRED}'")
        totals = f"(SELECT project_id, count(*) AS number FROM procedure{where} GROUP BY project_id)"
        return Question(("project_id", "number"), totals, args, numbers=("project_id",))

    def _pending(self, ids: Collection[int] | None) -> list[Question]:
        where, args = limited("project_id", ids, more=f"required = '{REQUIRED}'")
        return [
            Question(
                # Where a procedure waits by its day of being done alone, that must be one: else all waits for it.
                (*_OF_PENDING, *(("done_on",) if days else ())),
                f"procedure{where} AND {sql}",
                (*args, *days),
                ("name", "status", "promised_on", "done_on", _NOTE),
                numbers=("id", "project_id"),
                days=("promised_on", "done_on"),
            )
            for sql, days in not_done(self._as_of)
        ]

    def _listed(self, columns: list[Column], batches: dict[int, BatchFact], projects: Projects) -> Listed:
        found: Listed = {track: {} for track in TRACKS}
        for batch, track, *cohort in zip(*columns, strict=True):
            if track not in found or batch not in batches:
                raise damaged(self._connection.path)
            found[track][batch] = Cohort(cohort).in_order()
        ids = (cohort.ids for cohorts in found.values() for cohort in cohorts.values())
        must_exist(projects, self._connection.path, *ids)
        return found

    def _counts(
        self, needed: list[Column], pending: list[PendingProcedure], projects: Projects
    ) -> list[ProcedureCount]:
        ids, numbers = needed
        # All of them are asked after here: what is pending is some of what is needed.
        must_exist(projects, self._connection.path, ids)
        waiting = Counter(map(itemgetter(1), pending))
        done = map(sub, numbers, map(waiting.get, ids, repeat(0)))
        return sorted(made(ProcedureCount, (ids, numbers, list(done))))


def _completed(columns: list[Column]) -> dict[int, int]:
    ids, amounts = columns
    return {pid: amount for pid, amount in zip(ids, amounts, strict=True) if amount is not None}


def _pending(answers: Iterable[list[Column]]) -> list[PendingProcedure]:
    wanted = (columns[: len(_OF_PENDING)] for columns in answers)
    pending = list(chain.from_iterable(made(PendingProcedure, columns) for columns in wanted))
    pending.sort(key=itemgetter(1, 0))
    return pending
