"""久未更新: the projects that nobody has updated for too long (R114).

An update is anything dated that happened to a project (a report, a note, a visit, a step of a procedure or problem)
and anything written by hand. An import or another step over very many rows is no update of each of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import NamedTuple

from zonedesk.domain.dates import days_between, reached, takes_effect
from zonedesk.domain.facts import Facts, ProjectFact
from zonedesk.domain.stages import Stage, is_suspended
from zonedesk.domain.staleness import SETTING, Staleness, StalenessReading, read_staleness
from zonedesk.ops.edit import set_setting
from zonedesk.ops.lights import Stages, stages_on
from zonedesk.store.morning_reader import MorningReader
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

_BY_HAND = 200  # rows; a step that wrote more did not look at each project
_OWN_DAYS = ("sign_date", "start_actual", "prod_actual")


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


def not_updated(
    reader: Reader, facts: Facts, as_of: str, among: Collection[int], stages: Stages | None = None
) -> list[NotUpdated]:
    """The projects of `among` that nobody has updated for too long on a day, the longest first."""
    limits, asker = staleness_of(reader).staleness, MorningReader(reader)
    followed = dict(_followed(facts, stages or stages_on(facts, as_of), limits, as_of, among))
    last = {pid: _own_day(facts.projects[pid], as_of) for pid in followed}
    _later(last, asker.last_days(as_of), as_of)
    old = _old(followed, last, limits, as_of)
    _later(last, asker.last_days_of(old, as_of), as_of)
    old = _old(followed, last, limits, as_of)
    if old:
        first = _days_before(as_of, max(limits.signed_days, limits.other_days))
        _later(last, asker.written_by_hand(first, as_of, _BY_HAND), as_of)
    found = []
    for pid in _old(followed, last, limits, as_of):
        day, allowed = last[pid], limits.days_of(followed[pid]) or 0
        days = days_between(day, as_of) if day else None
        found.append(NotUpdated(pid, followed[pid], day or None, days, allowed))
    return sorted(found, key=lambda item: (item.last or "", item.project_id))


def _followed(
    facts: Facts, stages: Stages, limits: Staleness, as_of: str, among: Collection[int]
) -> Iterator[tuple[int, Stage]]:
    for stage, ids in stages.items():
        if limits.days_of(stage) is None:
            continue
        for pid in ids:
            if pid in among and not is_suspended(facts.projects[pid], as_of):
                yield pid, stage


def _own_day(fact: ProjectFact, as_of: str) -> str:
    known = (getattr(fact, column) for column in _OWN_DAYS)
    return max((takes_effect(day) for day in known if reached(day, as_of)), default="")


def _later(last: dict[int, str], days: dict[int, str], as_of: str) -> None:
    """Take in later days. A month or year that is not over yet counts up to the day looked at."""
    for pid, day in days.items():
        if pid in last:
            last[pid] = max(last[pid], min(takes_effect(day), as_of))


def _old(followed: dict[int, Stage], last: dict[int, str], limits: Staleness, as_of: str) -> list[int]:
    """The projects whose last day lies too far back."""
    first = {stage: _days_before(as_of, limits.days_of(stage) or 0) for stage in set(followed.values())}
    return [pid for pid, stage in followed.items() if last[pid] < first[stage]]


def _days_before(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=days)).isoformat()


def set_staleness(w: Writer, *, text: str) -> None:
    """修改久未更新的天数: `text` as `write_staleness` gives it."""
    set_setting(w, key=SETTING, value=text)
    w.label = "修改久未更新的天数"
