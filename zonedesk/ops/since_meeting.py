"""What changed since the last meeting, or between any two days: each thing with the project behind it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from zonedesk.domain import since as parts
from zonedesk.domain.columns import NOT_REQUIRED
from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.meetings import WEEKLY
from zonedesk.domain.problems import is_open
from zonedesk.domain.procedures import is_done
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.reporting import last_whole_month, owing
from zonedesk.domain.since import Change, changes_between, stuck_lists
from zonedesk.ops.known_then import KnownThen, known_then
from zonedesk.ops.meetings import meeting_before
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader

_A_WEEK = 7
_PROBLEM_COLUMNS = ("id", "project_id", "description", "category", "raised_on", "status", "closed_on")
_PROGRESS = ("project_id", "month", "invest_total", "image_progress")


@dataclass(frozen=True)
class SinceMeeting:
    """The changes from the end of the day `since` to the end of `until` (ISO), by heading in their order.

    `stuck` tells of each stuck list how many it held then and now.
    """

    since: str
    until: str
    then: View
    now: View
    changes: dict[str, tuple[Change, ...]]
    stuck: dict[str, tuple[int, int]]

    def ids(self, part: str) -> tuple[int, ...]:
        """The projects under a heading, each once."""
        return tuple(dict.fromkeys(change.project_id for change in self.changes[part]))

    @property
    def invested(self) -> int:
        """The change in completed investment, 元."""
        return sum(change.amount for change in self.changes[parts.MONEY])

    def invested_by_zone(self) -> list[tuple[str, int, tuple[int, ...]]]:
        """The change in completed investment by zone: its name, 元, the projects; the greatest first."""
        found: dict[str, list[Change]] = defaultdict(list)
        for change in self.changes[parts.MONEY]:
            found[self.zone(change.project_id)].append(change)
        told = [
            (zone, sum(c.amount for c in own), tuple(c.project_id for c in own))
            for zone, own in found.items()
        ]
        return sorted(told, key=lambda each: (-each[1], each[0]))

    def project(self, project_id: int) -> ProjectFact:
        """A project, also one that has left the ledger since."""
        return self.now.facts.projects.get(project_id) or self.then.facts.projects[project_id]

    def zone(self, project_id: int) -> str:
        """The name of a project's zone, "" if it says none."""
        zone_id = self.project(project_id).zone_id
        return self.now.facts.zones.get(zone_id, "") if zone_id is not None else ""


def since_meeting(session: Session, since: str, until: str, scope: Scope | None = None) -> SinceMeeting:
    """What changed after the day `since` and by the end of the day `until` (ISO).

    The later state is that of the ledger as it is now, as of `until`; the earlier one is what the ledger knew at
    the end of `since`. Without records of that time (a ledger made since), dates alone tell.
    """
    since, until = takes_effect(since), takes_effect(until)
    summary = session.figures(until, scope)
    now = summary.view
    by_dates = session.reader.facts_of_another_day(since, now.facts)
    known = known_then(session.reader, session.record, by_dates, until)
    then, dated = View(known.facts, now.scope), View(by_dates, now.scope)
    lists = stuck_lists(then, now, summary.three_not)
    found = changes_between(then, now, lists)
    if known.touched:
        told_by_dates = set(changes_between(dated, now))
        found = [each if each in told_by_dates else replace(each, dated=False) for each in found]
    found += _procedures(session.reader, then, dated, now)
    found += _problems(session.reader, known, now, since)
    found += _missing(session.reader, now)
    by_part: dict[str, list[Change]] = {part: [] for part in parts.PART_LABELS}
    for change in found:
        by_part[change.part].append(change)
    return SinceMeeting(
        since,
        until,
        then,
        now,
        {part: tuple(own) for part, own in by_part.items()},
        {name: (len(each.then), len(each.now.items)) for name, each in lists.items()},
    )


def days_of(reader: Reader, until: str, kind: str = WEEKLY) -> tuple[str, str]:
    """From when to when changes are told by the day `until`: since the last meeting of a kind held before it, else a week."""
    before = meeting_before(reader, kind, until)
    if before:
        return takes_effect(before["held_on"]), takes_effect(until)
    day = dt.date.fromisoformat(takes_effect(until))
    return (day - dt.timedelta(days=_A_WEEK)).isoformat(), day.isoformat()


def _procedures(reader: Reader, then: View, dated: View, now: View) -> Iterator[Change]:
    """Procedures that waited then and wait no longer."""
    waiting, members = {item.id for item in now.facts.pending}, now.members
    gone = [i for i in then.facts.pending if i.id not in waiting and i.project_id in members]
    by_date = {item.id for item in dated.facts.pending}
    columns = ("id", "name", "required", "status", "done_on")
    rows = {
        row["id"]: row for row in reader.rows_in("procedure", "id", [i.id for i in gone], columns=columns)
    }
    for item in gone:
        row = rows.get(item.id)
        if row and is_done(row, now.as_of):
            told = f"{row['name']}（{row['done_on'] or '未写办结时间'}）"
        else:
            told = f"{item.name}（{'改为无需办理' if row and row['required'] == NOT_REQUIRED else '不再列为需办'}）"
        day = row["done_on"] if row else None
        yield Change(parts.PROCEDURES, item.project_id, told, day, dated=item.id in by_date)


def _problems(reader: Reader, known: KnownThen, now: View, since: str) -> Iterator[Change]:
    """Problems raised in between, and problems closed in between; one may be both."""
    members = now.members
    for row in reader.rows("problem", columns=_PROBLEM_COLUMNS):
        if row["project_id"] not in members:
            continue
        old = known.problems.get(row["id"], row)
        text = row["description"] or row["category"] or "（未写内容）"
        if not _raised(row, now.as_of):
            continue
        known_of = old is not None and _raised(old, since)
        if not known_of:
            yield Change(
                parts.RAISED, row["project_id"], text, row["raised_on"], dated=not _raised(row, since)
            )
        was_open = old is not None and is_open(old, since)
        if not is_open(row, now.as_of) and (was_open or not known_of):
            by_date = row["closed_on"] is not None and not reached(row["closed_on"], since)
            yield Change(parts.CLOSED, row["project_id"], text, row["closed_on"], dated=by_date)


def _raised(row: dict[str, Any], day: str) -> bool:
    """Whether a problem was there on a day; one that does not say when it was raised was always there."""
    return row["raised_on"] is None or reached(row["raised_on"], day)


def _missing(reader: Reader, now: View) -> Iterator[Change]:
    """Projects under construction of which the newest whole month has not been reported."""
    wanted = last_whole_month(now.as_of)
    months = {wanted, now.as_of[:7]}
    reported = {
        pid
        for month in months
        for pid in _reported(reader.rows("monthly_progress", columns=_PROGRESS, month=month))
    }
    waiting = owing(now, wanted, reported)
    rows = reader.rows_in("monthly_progress", "project_id", waiting, columns=_PROGRESS)
    last = _reported(row for row in rows if row["month"] < wanted)
    for pid in sorted(waiting):
        told = f"最近一次为{last[pid]}" if pid in last else "从未填报"
        yield Change(parts.MISSING, pid, f"应报{wanted}进度，{told}", last.get(pid))


def _reported(rows: Iterable[dict[str, Any]]) -> dict[int, str]:
    """The newest month with any progress among these, by project."""
    found: dict[int, str] = {}
    for row in rows:
        if row["invest_total"] is not None or row["image_progress"]:
            found[row["project_id"]] = max(row["month"], found.get(row["project_id"], ""))
    return found
