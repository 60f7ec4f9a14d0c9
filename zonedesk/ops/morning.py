"""What the day asks for: what falls due, what turned red, what nobody has updated, what is incomplete for its stage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from zonedesk.domain.dates import chinese, days_between, reached, takes_effect
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.lights import RULE_WORDS, Light, Verdict
from zonedesk.domain.stages import STAGE_LABELS
from zonedesk.ops.incomplete import incomplete
from zonedesk.ops.lights import LightBoard, Lights, Stages, stages_on
from zonedesk.ops.morning_items.registry import Asked, MorningItem, sources, spoken
from zonedesk.ops.not_updated import UpdateBoard
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader

# A ledger whose last report is older than this is looked at as of that report, not worked on today.
_CURRENT_DAYS = 45


class Part(Enum):
    """The lists of the morning."""

    DUE = "due"
    OVERDUE = "overdue"
    RED = "red"
    NOT_UPDATED = "not_updated"
    INCOMPLETE = "incomplete"


class Line(NamedTuple):
    """A line of any of the lists.

    `kind` is its sort in a word, `what` the thing itself (or why it is lit, or what is missing), `day` (partial ISO)
    when it is or was due, lit, or last updated; `days` from that day to the day asked, negative while it lies ahead.
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


@dataclass(frozen=True)
class Morning:
    """The morning of the day `day`, looking ahead to `until`; `before` is the working day before it (all ISO)."""

    day: str
    until: str
    before: str
    lines: dict[Part, tuple[Line, ...]]
    by_light: dict[Light, tuple[int, ...]]

    @property
    def next_week(self) -> bool:
        """Whether it looks ahead to the week to come, as at a weekend."""
        return days_between(self.day, self.until) > 6

    @property
    def today(self) -> tuple[Line, ...]:
        """What is due on the day itself."""
        return tuple(line for line in self.lines[Part.DUE] if line.days == 0)


def work_day(as_of: str, usual: str, today: dt.date | None = None) -> str:
    """The day (ISO) that an office works on: today, while the ledger is looked at as of its last report (`usual`) and
    that is not long ago; else the day that was chosen."""
    now = (today or dt.date.today()).isoformat()  # noqa: DTZ011 - the office's calendar day
    current = as_of == usual and as_of <= now and days_between(as_of, now) <= _CURRENT_DAYS
    return now if current else takes_effect(as_of)


def end_of_week(day: str) -> str:
    """The Sunday (ISO) of a day's week; at the weekend that of the week to come, which is then what is ahead."""
    date = dt.date.fromisoformat(day)
    return (date + dt.timedelta(days=6 - date.weekday() + (7 if date.weekday() >= 5 else 0))).isoformat()


def morning(session: Session, as_of: str, scope: Scope | None = None, *, day: str = "") -> Morning:
    """The morning of `day` (ISO; `as_of` if empty) within the scope; figures and the scope are of `as_of`."""
    return _Reading(session, as_of, scope, takes_effect(day or as_of)).morning()


class _Reading:
    """What the lists of one morning have in common."""

    def __init__(self, session: Session, as_of: str, scope: Scope | None, day: str) -> None:
        self._session, self._day = session, day
        self._summary: Summary = session.figures(as_of, scope)
        self._facts: Facts = self._summary.view.facts
        board = session.kept(LightBoard)
        self._lights: Lights = board.read(day, facts_of=as_of)
        self._rows = board.rows(day)
        self._members = self._summary.view.members
        projects = self._facts.projects
        self._among: Collection[int] = {
            pid for pid in self._members if not reached(projects[pid].withdrawn_on, day)
        }

    def morning(self) -> Morning:
        until = end_of_week(self._day)
        due = self._due(until)
        red = self._lines_of_red()
        stages = stages_on(self._facts, self._day)
        old = self._lines_of_old(stages)
        lacking = self._lines_of_lacking(stages)
        lines = {
            Part.DUE: tuple(line for line in due if line.part is Part.DUE),
            Part.OVERDUE: tuple(line for line in due if line.part is Part.OVERDUE),
            Part.RED: tuple(red),
            Part.NOT_UPDATED: tuple(old),
            Part.INCOMPLETE: tuple(lacking),
        }
        duties = _duties(self._session.reader, lines.values())
        lines = {
            part: tuple(
                line if line.duty else line._replace(duty=duties.get(line.project_id, "")) for line in found
            )
            for part, found in lines.items()
        }
        return Morning(self._day, until, self._lights.before, lines, self._lights.by_light(self._members))

    def _due(self, until: str) -> list[Line]:
        """What is overdue, the longest first, and what is due by `until`, the next first."""
        asked = Asked(self._session, self._day, until, self._among, self._summary, self._rows)
        found = []
        for number, source in enumerate(sources()):
            for item in source(asked):
                effective = takes_effect(item.day)
                if effective <= until:
                    found.append(
                        (effective, number, self._due_line(item, days_between(effective, self._day)))
                    )
        found.sort(key=lambda each: (each[0], each[1], each[2].project_id or 0, each[2].what))
        return [line for _, _, line in found]

    def _due_line(self, item: MorningItem, days: int) -> Line:
        part = Part.OVERDUE if days > 0 else Part.DUE
        project, zone = self._named(item.project_id)
        return Line(
            part, item.kind, item.project_id, project, zone, item.what, item.day, days, item.duty, item.page, item.row_id
        )  # fmt: skip

    def _lines_of_red(self) -> list[Line]:
        found = []
        for pid in self._lights.turned_red:
            if pid in self._among:
                for verdict in self._lights.lit(pid):
                    if verdict.light is Light.RED:
                        found.append(self._red_line(pid, verdict))
                        break
        return sorted(found, key=lambda line: (line.kind, line.project_id))

    def _red_line(self, pid: int, verdict: Verdict) -> Line:
        days = days_between(verdict.since, self._day) if verdict.since else None
        kind = RULE_WORDS[verdict.rule]
        return Line(Part.RED, kind, pid, *self._named(pid), verdict.why, verdict.since, days, "", "ledger")

    def _lines_of_old(self, stages: Stages) -> list[Line]:
        found = []
        board = self._session.kept(UpdateBoard)
        for item in board.not_updated(self._facts, self._day, self._among, stages):
            last = f"最近更新{chinese(item.last)}" if item.last else "没有任何更新"
            what = f"{last}，应{item.allowed}天内更新一次"
            kind = STAGE_LABELS[item.stage]
            names = self._named(item.project_id)
            found.append(
                Line(
                    Part.NOT_UPDATED, kind, item.project_id, *names, what, item.last, item.days, "", "ledger"
                )
            )
        return found

    def _lines_of_lacking(self, stages: Stages) -> list[Line]:
        found = []
        for item in incomplete(self._session.reader, self._facts, self._day, self._among, stages):
            what = "缺" + "、".join(field.label for field in item.fields)
            kind, names = STAGE_LABELS[item.stage], self._named(item.project_id)
            found.append(Line(Part.INCOMPLETE, kind, item.project_id, *names, what, None, None, "", "ledger"))
        return found

    def _named(self, project_id: int | None) -> tuple[str, str]:
        """The names of a project and of its zone."""
        if project_id is None:
            return "", ""
        fact = self._facts.projects[project_id]
        return fact.name, self._facts.zones.get(fact.zone_id or 0, "")


def _duties(reader: Reader, lines: Iterable[tuple[Line, ...]]) -> dict[int | None, str]:
    """Who answers for the projects of lines that do not say it themselves."""
    ids = {line.project_id for each in lines for line in each if not line.duty and line.project_id}
    rows = reader.rows_in("project", "id", sorted(ids), columns=("id", "duty_unit", "duty_person"))
    return {row["id"]: spoken(row["duty_unit"], row["duty_person"]) for row in rows}
