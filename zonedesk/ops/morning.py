"""What the day asks for: what falls due, what turned red, what nobody has updated, what is incomplete for its stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from heapq import nsmallest
from typing import NamedTuple

from zonedesk.domain.dates import days_between, reached, takes_effect
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.lights import RULE_WORDS, Light, Verdict
from zonedesk.domain.stages import STAGE_LABELS
from zonedesk.ops.incomplete import Incomplete, incomplete
from zonedesk.ops.lights import LightBoard, Lights, stages_on
from zonedesk.ops.morning_items.registry import DUTY_COLUMNS, Asked, MorningItem, sources, spoken
from zonedesk.ops.not_updated import NotUpdated, UpdateBoard
from zonedesk.ops.session import Session


class Part(Enum):
    """The lists of the morning."""

    DUE = "due"
    OVERDUE = "overdue"
    RED = "red"
    NOT_UPDATED = "not_updated"
    INCOMPLETE = "incomplete"


FIRST_PARTS = (Part.DUE, Part.OVERDUE, Part.RED)


class Line(NamedTuple):
    """A line of any of the lists.

    `kind` is its sort in a word, `what` the thing itself (or why it is lit, or what is missing), `day` (partial ISO)
    when it is or was due, lit, or last updated; `days` from that day to the day asked, negative while it lies ahead.
    `field` is the first of the project's columns that are empty, by key.
    """

    part: Part
    kind: str
    project_id: int | None
    project: str
    zone: str
    what: str
    day: str | None
    days: int | None
    duty: str
    page: str = ""
    row_id: int | None = None
    table: str = ""
    field: str = ""


@dataclass(frozen=True)
class Morning:
    """The morning of the day `day`, looking ahead to `until`; `before` is the working day before it (all ISO).

    `lines` may be cut short, `counts` says how many there are; `today` how many are due on the day itself.
    """

    day: str
    until: str
    before: str
    lines: dict[Part, tuple[Line, ...]]
    counts: dict[Part, int]
    today: int
    by_light: dict[Light, tuple[int, ...]]

    @property
    def next_week(self) -> bool:
        """Whether it looks ahead to the week to come, as at a weekend."""
        return days_between(self.day, self.until) > 6


def end_of_week(day: str) -> str:
    """The Sunday (ISO) of a day's week; at the weekend that of the week to come, which is then what is ahead."""
    date = dt.date.fromisoformat(day)
    return (date + dt.timedelta(days=6 - date.weekday() + (7 if date.weekday() >= 5 else 0))).isoformat()


def morning(
    session: Session,
    as_of: str,
    scope: Scope | None = None,
    *,
    day: str = "",
    most: int | None = None,
    first_only: bool = False,
) -> Morning:
    """The morning of `day` (ISO; `as_of` if empty) within the scope; figures and the scope are of `as_of`.

    No list holds more than `most` lines. With `first_only`, FIRST_PARTS alone are read: what is looked at first.
    """
    return _Reading(session, as_of, scope, takes_effect(day or as_of), most).morning(first_only=first_only)


Found = tuple[str, int, int, str, MorningItem]  # when it takes effect, the source's place, project, what


class _Reading:
    """What the lists of one morning have in common."""

    def __init__(self, session: Session, as_of: str, scope: Scope | None, day: str, most: int | None) -> None:
        self._session, self._day, self._most = session, day, most
        self._summary: Summary = session.figures(as_of, scope)
        self._facts: Facts = self._summary.view.facts
        board = session.kept(LightBoard)
        self._lights: Lights = board.read(day, facts_of=as_of)
        self._rows = board.rows(day)
        self._members = self._summary.view.members
        projects = self._facts.projects
        self._among: Collection[int] = {
            pid
            for pid in self._members
            if (gone := projects[pid].withdrawn_on) is None or not reached(gone, day)
        }

    def morning(self, *, first_only: bool) -> Morning:
        until = end_of_week(self._day)
        overdue, ahead = self._due(until)
        red = self._turned_red()
        lines: dict[Part, list[Line]] = {
            Part.DUE: [self._due_line(Part.DUE, each) for each in self._cut(ahead)],
            Part.OVERDUE: [self._due_line(Part.OVERDUE, each) for each in self._cut(overdue)],
            Part.RED: [self._red_line(*each) for each in red[: self._most]],
        }
        counts = {Part.DUE: len(ahead), Part.OVERDUE: len(overdue), Part.RED: len(red)}
        if not first_only:
            old, lacking = self._later()
            lines[Part.NOT_UPDATED] = [self._old_line(each) for each in old[: self._most]]
            lines[Part.INCOMPLETE] = [self._lacking_line(each) for each in lacking[: self._most]]
            counts |= {Part.NOT_UPDATED: len(old), Part.INCOMPLETE: len(lacking)}
        return Morning(
            self._day,
            until,
            self._lights.before,
            self._with_duties(lines),
            counts,
            sum(each[0] == self._day for each in ahead),
            self._lights.by_light(self._members),
        )

    def _later(self) -> tuple[list[NotUpdated], list[Incomplete]]:
        """What is not updated, and what is incomplete."""
        stages, updates = stages_on(self._facts, self._day), self._session.kept(UpdateBoard)
        return (
            updates.not_updated(self._facts, self._day, self._among, stages),
            incomplete(self._session.reader, self._facts, self._day, self._among, stages),
        )

    def _due(self, until: str) -> tuple[list[Found], list[Found]]:
        """What is overdue, and what is due by `until`."""
        asked = Asked(self._session, self._day, until, self._among, self._summary, self._rows)
        overdue: list[Found] = []
        ahead: list[Found] = []
        for place, source in enumerate(sources()):
            for item in source(asked):
                effective = takes_effect(item.day)
                if effective <= until:
                    found = (effective, place, item.project_id or 0, item.what, item)
                    (overdue if effective < self._day else ahead).append(found)
        return overdue, ahead

    def _cut(self, found: list[Found]) -> list[Found]:
        """The first of them: the longest overdue, the next due."""
        if self._most is None or len(found) <= self._most:
            return sorted(found, key=_place)
        return nsmallest(self._most, found, key=_place)

    def _due_line(self, part: Part, found: Found) -> Line:
        effective, *_, item = found
        days = days_between(effective, self._day)
        names = self._named(item.project_id)
        return Line(
            part, item.kind, item.project_id, *names, item.what, item.day, days,
            item.duty, item.page, item.row_id, item.table,
        )  # fmt: skip

    def _turned_red(self) -> list[tuple[int, Verdict]]:
        """The projects that turned red, each with its first red light, by rule."""
        found = [
            (pid, self._lights.verdicts[pid][0]) for pid in self._lights.turned_red if pid in self._among
        ]
        return sorted(found, key=lambda each: (each[1].rule, each[0]))

    def _red_line(self, pid: int, verdict: Verdict) -> Line:
        since = verdict.since
        days = days_between(since, self._day) if since else None
        kind = RULE_WORDS[verdict.rule]
        return Line(Part.RED, kind, pid, *self._named(pid), verdict.why, since, days, "", "ledger")

    def _old_line(self, item: NotUpdated) -> Line:
        last = f"{item.last}后无更新" if item.last else "没有任何更新"
        what = f"{last}（限{item.allowed}天）"
        kind, names = STAGE_LABELS[item.stage], self._named(item.project_id)
        return Line(Part.NOT_UPDATED, kind, item.project_id, *names, what, item.last, item.days, "", "ledger")

    def _lacking_line(self, item: Incomplete) -> Line:
        what = "缺" + "、".join(field.label for field in item.fields)
        kind, names = STAGE_LABELS[item.stage], self._named(item.project_id)
        lacking = Line(Part.INCOMPLETE, kind, item.project_id, *names, what, None, None, "", "ledger")
        return lacking._replace(field=item.fields[0].key)

    def _named(self, project_id: int | None) -> tuple[str, str]:
        """The names of a project and of its zone."""
        if project_id is None:
            return "", ""
        fact = self._facts.projects[project_id]
        return fact.name, self._facts.zones.get(fact.zone_id or 0, "")

    def _with_duties(self, lines: dict[Part, list[Line]]) -> dict[Part, tuple[Line, ...]]:
        """Say who answers for each line: as its own row says it, else its project."""
        without = [line for each in lines.values() for line in each if not line.duty]
        known: dict[tuple[str, int | None], str] = {}
        for table, columns in DUTY_COLUMNS.items():
            ids = [line.row_id for line in without if line.table == table and line.row_id is not None]
            rows = self._session.reader.rows_in(table, "id", ids, columns=("id", *columns))
            known |= {(table, row["id"]): spoken(*(row[column] for column in columns)) for row in rows}
        ids = sorted({line.project_id for line in without if line.project_id is not None})
        rows = self._session.reader.rows_in("project", "id", ids, columns=("id", "duty_unit", "duty_person"))
        own = {row["id"]: spoken(row["duty_unit"], row["duty_person"]) for row in rows}

        def told(line: Line) -> Line:
            duty = line.duty or known.get((line.table, line.row_id)) or own.get(line.project_id or 0, "")
            return line._replace(duty=duty)

        return {part: tuple(map(told, each)) for part, each in lines.items()}


def _place(found: Found) -> tuple[str, int, int, str]:
    return found[:4]
