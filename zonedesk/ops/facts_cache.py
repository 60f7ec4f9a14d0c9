"""Facts and figures, kept up with what is written instead of being read and worked out anew each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

from zonedesk.domain.cohort import listed_anew
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.facts import Facts, PendingProcedure, ProcedureCount
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import Summary, summarise
from zonedesk.domain.projects import Projects
from zonedesk.ops.read_ahead import ReadAhead
from zonedesk.ops.touched import touched_since
from zonedesk.store.reader import Reader
from zonedesk.store.record import Record

T = TypeVar("T", ProcedureCount, PendingProcedure)
_HANGING = {"listing", "procedure", "monthly_progress"}
_DAYS = 2  # a month and the one before, which the first page sets side by side
_SUMMARIES = 6


class FactsCache:
    """The facts and figures of the few days that were asked for last. Use from the thread of its reader."""

    def __init__(self, reader: Reader, record: Record) -> None:
        self._reader, self._record = reader, record
        self._known: dict[str, tuple[int, Facts]] = {}
        self._figures: dict[tuple[str, Scope], Summary] = {}
        self._ahead: ReadAhead | None = None

    def read_ahead(self, as_of: str, open_reader: Callable[[], Reader]) -> None:
        """Begin to read a day's facts on another thread; `of` waits for them. Once, before anything is asked."""
        self._ahead = ReadAhead(open_reader, takes_effect(as_of))

    def close(self) -> None:
        """Wait for what is being read on another thread: its connection is closed before the ledger is."""
        self._take_ahead()

    def _take_ahead(self) -> None:
        ahead, self._ahead = self._ahead, None
        if ahead and (found := ahead.taken()):
            self._known[ahead.day] = found

    def of(self, as_of: str) -> Facts:
        """The facts as of a day, as they stand after everything written so far."""
        self._take_ahead()
        day, newest = takes_effect(as_of), self._reader.last_change()
        since, facts = self._known.pop(day, (newest, None))
        if facts is not None and since != newest:
            facts = self._brought_up(facts, since)
        if facts is None:
            facts = self._read(day, newest)
        self._known[day] = (newest, facts)
        for oldest in list(self._known)[:-_DAYS]:
            del self._known[oldest]
        return facts

    def _read(self, day: str, newest: int) -> Facts:
        """The facts of a day not held yet; what does not depend on the day is taken from another one."""
        held = next((facts for since, facts in self._known.values() if since == newest), None)
        return self._reader.facts_of_another_day(day, held) if held else self._reader.facts(day)

    def figures(self, as_of: str, scope: Scope | None = None) -> Summary:
        """Every figure of a day and scope, worked out again only where a write changed what it is made of."""
        facts, key = self.of(as_of), (takes_effect(as_of), scope or Scope())
        known = self._figures.pop(key, None)
        if known is None or known.view.facts is not facts:
            known = summarise(facts, scope)
        self._figures[key] = known
        for oldest in list(self._figures)[:-_SUMMARIES]:
            del self._figures[oldest]
        return known

    def _brought_up(self, old: Facts, since: int) -> Facts | None:
        """The facts with the projects read anew that changed since; None if these are too many."""
        touched = touched_since(self._reader, self._record, since, _HANGING)
        return None if touched is None else patched(old, self._reader, touched)


def patched(old: Facts, reader: Reader, ids: set[int]) -> Facts:
    """`old` with everything of the projects `ids` (and all zones and batches) read anew.

    `old` itself if no figure can tell the difference: what was worked out of it then still holds.
    """
    new = reader.facts(old.as_of, ids)
    kept = (fact for fact in old.projects.values() if fact.id not in ids)
    completed = {pid: amount for pid, amount in old.completed.items() if pid not in ids} | new.completed
    now = replace(
        new,
        projects=Projects.of([*kept, *new.projects.values()]),
        listed=listed_anew(old.listed, new.listed, ids),
        completed=completed,
        procedures=_in_order(old.procedures, new.procedures, ids),
        pending=_in_order(old.pending, new.pending, ids),
    )
    return old if now == old else now


def _in_order(old: list[T], new: list[T], ids: set[int]) -> list[T]:
    """The rows of all projects in the reader's order, those of the projects `ids` from `new`."""
    kept = [row for row in old if row.project_id not in ids]
    return sorted(kept + new, key=attrgetter("project_id"))
