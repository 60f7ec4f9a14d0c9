"""The rows that figures look at, of the whole ledger or of a few projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import closing
from dataclasses import replace
from itertools import chain, repeat
from operator import itemgetter, sub

from zonedesk.domain.cohort import Cohort, Listed
from zonedesk.domain.columns import PROJECT_FIELDS, REQUIRED, TRACKS
from zonedesk.domain.facts import (
    BatchFact,
    Facts,
    PendingProcedure,
    ProcedureCount,
    ProjectFact,
)
from zonedesk.domain.fields import Kind
from zonedesk.domain.reporting import last_whole_month
from zonedesk.store.bulk import Column, Question, answers, limited, made
from zonedesk.store.day_conditions import not_done
from zonedesk.store.guarded import GuardedConnection

# Days and words of a list, each kept once: figures look at them again and again, and few are soon found.
_WORDS = frozenset(
    field.stored_as
    for field in PROJECT_FIELDS
    if field.stored_as in ProjectFact._fields and field.kind in (Kind.DATE, Kind.CHOICE)
)
_OF_COHORT = ("project_id", "investment", "output", "strategic")
_NOTE = "coalesce(waiting_reason, next_step)"
_OF_PENDING = tuple(_NOTE if field == "note" else field for field in PendingProcedure._fields)


class FactsReader:
    """Reads the facts of a day (ISO) through a connection; its questions must all see one moment."""

    def __init__(self, connection: GuardedConnection, as_of: str) -> None:
        self._connection, self._as_of = connection, as_of

    def read(
        self, batches: dict[int, BatchFact], zones: dict[int, str], ids: Collection[int] | None
    ) -> Facts:
        """The facts of the whole ledger, or of the projects `ids`; all batches and zones are given."""
        projects, own = limited("id", ids)
        questions = [
            # What Python is busiest with comes first: the rest is asked meanwhile.
            Question(ProjectFact._fields, f"project{projects}", own, _WORDS),
            self._listings(ids),
            self._completed(ids),
            self._needed(ids),
            *self._pending(ids),
        ]
        with closing(answers(self._connection, questions, beside=ids is None)) as told:
            return Facts(
                as_of=self._as_of,
                # Rows sort by what is first in them, where no two are alike: the id.
                projects={project[0]: project for project in sorted(made(ProjectFact, next(told)))},
                listed=_listed(next(told)),
                completed=_completed(next(told)),
                procedures=_counts(next(told), pending := _pending(told)),
                pending=pending,
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
                procedures=_counts(needed, pending := _pending(told)),
                pending=pending,
            )

    def _listings(self, ids: Collection[int] | None) -> Question:
        where, args = limited("project_id", ids)
        return Question(_OF_COHORT, f"listing{where}", args, by=("batch_id", "track"))

    def _completed(self, ids: Collection[int] | None) -> Question:
        """The investment last reported up to the day, by project."""
        own, own_ids = limited("id", ids)
        # One short walk down the index for each project is quicker than reading every month of all of them.
        last = (
            "SELECT id, (SELECT invest_total FROM monthly_progress WHERE project_id = project.id"
            f" AND month <= ? AND invest_total IS NOT NULL ORDER BY month DESC LIMIT 1) AS last FROM project{own}"
        )
        # Projects without a report are left out later: left out in SQL, each would be looked up twice.
        return Question(("id", "last"), f"({last})", (last_whole_month(self._as_of), *own_ids))

    def _needed(self, ids: Collection[int] | None) -> Question:
        """How many procedures each project needs."""
        where, args = limited("project_id", ids, more=f"required = '{REQUIRED}'")
        totals = f"(SELECT project_id, count(*) AS number FROM procedure{where} GROUP BY project_id)"
        return Question(("project_id", "number"), totals, args)

    def _pending(self, ids: Collection[int] | None) -> list[Question]:
        where, args = limited("project_id", ids, more=f"required = '{REQUIRED}'")
        return [
            Question(
                _OF_PENDING,
                f"procedure{where} AND {sql}",
                (*args, *days),
                ("name", "status", "promised_on", _NOTE),
            )
            for sql, days in not_done(self._as_of)
        ]


def _listed(columns: list[Column]) -> Listed:
    found: Listed = {track: {} for track in TRACKS}
    for batch, track, *cohort in zip(*columns, strict=True):
        found[track][batch] = Cohort(cohort).in_order()
    return found


def _completed(columns: list[Column]) -> dict[int, int]:
    ids, amounts = columns
    return {pid: amount for pid, amount in zip(ids, amounts, strict=True) if amount is not None}


def _pending(answers: Iterable[list[Column]]) -> list[PendingProcedure]:
    pending = list(chain.from_iterable(made(PendingProcedure, columns) for columns in answers))
    pending.sort(key=itemgetter(1, 0))
    return pending


def _counts(needed: list[Column], pending: list[PendingProcedure]) -> list[ProcedureCount]:
    ids, numbers = needed
    waiting = Counter(map(itemgetter(1), pending))
    done = map(sub, numbers, map(waiting.get, ids, repeat(0)))
    return sorted(made(ProcedureCount, (ids, numbers, list(done))))
