"""久未更新: the projects that nobody has updated for too long (R114).

An update is anything dated that happened to a project (a report, a note, a visit, a step of a procedure or problem)
and anything written by hand. An import or another step over very many rows is no update of each of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from zonedesk.domain.dates import days_between, takes_effect
from zonedesk.domain.facts import Facts
from zonedesk.domain.stages import Stage, is_suspended
from zonedesk.domain.staleness import SETTING, Staleness, StalenessReading, read_staleness
from zonedesk.ops.lights import Stages, stages_on
from zonedesk.ops.session import Session
from zonedesk.ops.touched import HANGING, Follower
from zonedesk.store.morning_reader import MorningReader
from zonedesk.store.reader import Reader

_BY_HAND = 200  # rows; a step that wrote more did not look at each project
_FEW = 500
_OWN_DAY = {
    Stage.SIGNED: attrgetter("sign_date"),
    Stage.STARTED: attrgetter("start_actual"),
    Stage.IN_PRODUCTION: attrgetter("prod_actual"),
}


class NotUpdated(NamedTuple):
    """A project with the last day (ISO) anything is known of it (None: nothing at all), and how long ago that is."""

    project_id: int
    stage: Stage
    last: str | None
    days: int | None
    allowed: int


def staleness_of(reader: Reader) -> StalenessReading:
    """How the office counts."""
    return read_staleness(reader.setting(SETTING))


class UpdateBoard:
    """When each project was last updated, kept up with what is written. `session.kept(UpdateBoard)` is shared."""

    def __init__(self, session: Session) -> None:
        self._reader = session.reader
        self._follower = Follower(session.reader, session.record, HANGING)
        self._key: tuple[str, Staleness] | None = None
        self._last: dict[int, str] = {}
        self._facts: Facts | None = None
        self._followed: dict[int, Stage] = {}

    def not_updated(
        self, facts: Facts, as_of: str, among: Collection[int], stages: Stages | None = None
    ) -> list[NotUpdated]:
        """The projects of `among` that nobody has updated for too long on a day (ISO), the longest first."""
        limits, touched = staleness_of(self._reader).staleness, self._follower.touched()
        if self._facts is facts and self._key == (as_of, limits):
            followed = self._followed
        else:
            followed = dict(_followed(facts, stages or stages_on(facts, as_of), limits, as_of))
        self._facts, self._followed = facts, followed
        if touched is None or self._key != (as_of, limits):
            self._key, self._last = (as_of, limits), {}
            new = followed
        else:
            new = {pid: stage for pid, stage in followed.items() if pid in touched or pid not in self._last}
        if new:
            self._last |= self._days_of(facts, new, limits, as_of)
        found = []
        for pid in _old(followed, self._last, limits, as_of):
            if pid in among:
                day, allowed = self._last[pid], limits.days_of(followed[pid]) or 0
                days = days_between(day, as_of) if day else None
                found.append(NotUpdated(pid, followed[pid], day or None, days, allowed))
        return sorted(found, key=lambda item: (item.last or "", item.project_id))

    def _days_of(
        self, facts: Facts, followed: dict[int, Stage], limits: Staleness, as_of: str
    ) -> dict[int, str]:
        """The last day of each of these projects. What is costly is asked of those only that still look old."""
        asker, few = MorningReader(self._reader), followed.keys() if len(followed) <= _FEW else None
        projects = facts.projects
        # The day of the last step taken is at least known.
        last = {pid: takes_effect(_OWN_DAY[stage](projects[pid])) for pid, stage in followed.items()}
        _later(last, asker.last_days(as_of, few), as_of)
        old = _old(followed, last, limits, as_of)
        if old:
            _later(last, asker.last_days_of(old, as_of), as_of)
        if _old(followed, last, limits, as_of):
            first = _days_before(as_of, max(limits.signed_days, limits.other_days))
            _later(last, asker.written_by_hand(first, as_of, _BY_HAND).items(), as_of)
        return last


def _followed(facts: Facts, stages: Stages, limits: Staleness, as_of: str) -> Iterator[tuple[int, Stage]]:
    for stage, ids in stages.items():
        if limits.days_of(stage) is None:
            continue
        for pid in ids:
            if not is_suspended(facts.projects[pid], as_of):
                yield pid, stage


def _later(last: dict[int, str], days: Iterable[tuple[int, str]], as_of: str) -> None:
    """Take in later days. A month or year that is not over yet counts up to the day looked at."""
    for pid, day in days:
        if pid in last:
            last[pid] = max(last[pid], min(takes_effect(day), as_of))


def _old(followed: dict[int, Stage], last: dict[int, str], limits: Staleness, as_of: str) -> list[int]:
    """The projects whose last day lies too far back."""
    first = {stage: _days_before(as_of, limits.days_of(stage) or 0) for stage in set(followed.values())}
    return [pid for pid, stage in followed.items() if last[pid] < first[stage]]


def _days_before(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=days)).isoformat()
