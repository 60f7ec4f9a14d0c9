"""Procedures as they are followed: each with its template, steps, pauses, clock, where it is stuck, and warnings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from zonedesk.domain.calendar import WorkCalendar
from zonedesk.domain.clock import Clock, Stuck, Terms, clock_of, in_order, stuck_at
from zonedesk.domain.columns import DONE
from zonedesk.domain.dates import days_past, reached, takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.procedure_warnings import valid_to, warnings_of
from zonedesk.domain.procedures import NOT_STARTED, PENDING_STATES, State, state_of
from zonedesk.domain.templates import Template, TemplateBook
from zonedesk.ops.templates import template_book, work_calendar
from zonedesk.store.reader import Reader

Row = dict[str, Any]
_UNSAID = Terms()


@dataclass(frozen=True)
class Followed:
    """One procedure on a day. What takes work to find out is found out when it is first asked for."""

    row: Row
    template: Template | None
    steps: list[Mapping[str, Any]]
    pauses: list[Row]
    project: Row
    book: ProcedureBook

    @cached_property
    def clock(self) -> Clock | None:
        """How its days stand; None before it was handed in."""
        terms = self.template.terms if self.template else _UNSAID
        return clock_of(self.row, self.pauses, terms, self.book.calendar, self.book.as_of)

    @cached_property
    def state(self) -> State:
        """What it stands for; while its clock is paused it is not overdue."""
        paused = bool(self.pauses) and self.clock is not None and self.clock.paused_for is not None
        return state_of(self.row, self.book.as_of, paused=paused)

    @cached_property
    def stuck(self) -> Stuck | None:
        """Where it is stuck; None if it is done or need not be done."""
        return stuck_at(self.row, self.steps, self.book.as_of)

    @property
    def is_stuck(self) -> bool:
        """Whether it has begun and waits somewhere: not so before its first step, nor if it is done after the day."""
        if self.stuck is None or self.row["status"] == DONE:
            return False
        begun = any(reached(step["done_on"], self.book.as_of) for step in self.steps)
        return begun or self.row["status"] != NOT_STARTED

    @property
    def due(self) -> str | None:
        """The day (ISO) by which it is to be done: the promised one, else what the clock gives."""
        if self.row["promised_on"]:
            return takes_effect(self.row["promised_on"])
        return self.clock.due if self.clock else None

    @property
    def overdue_days(self) -> int:
        """Calendar days past the due day, of what is still to be done and not paused."""
        paused = self.clock is not None and self.clock.paused_for is not None
        return 0 if self.state not in PENDING_STATES or paused else days_past(self.due, self.book.as_of)

    @property
    def valid_to(self) -> str | None:
        """The day (ISO) until which what was granted holds."""
        return valid_to(self.row, self.template)

    @cached_property
    def warnings(self) -> list[Problem]:
        """What looks wrong about it."""
        return warnings_of(
            self.row,
            steps=self.steps,
            pauses=self.pauses,
            template=self.template,
            # Of what is done, nobody waits for days to be up.
            clock=None if self.state is State.DONE else self.clock,
            project=self.project,
            done_by=self.book.by_code(self.row["project_id"]),
            as_of=self.book.as_of,
        )


class ProcedureBook:
    """Procedures of some projects, or of all, on a day."""

    def __init__(
        self, templates: TemplateBook, calendar: WorkCalendar, as_of: str, projects: dict[int, Row]
    ) -> None:
        self.templates, self.calendar, self.as_of = templates, calendar, as_of
        self.projects = projects
        self.of_project: dict[int, list[Followed]] = {}
        self._by_code: dict[int, dict[str, Row]] = {}

    @classmethod
    def read(cls, reader: Reader, as_of: str, ids: Collection[int] | None = None) -> Self:
        """Read the procedures of these projects; None means all."""
        every = reader.rows("project", columns=_OF_PROJECT) if ids is None else None
        known = (
            every if every is not None else reader.rows_in("project", "id", ids or (), columns=_OF_PROJECT)
        )
        book = cls(
            template_book(reader),
            work_calendar(reader),
            takes_effect(as_of),
            {row["id"]: row for row in known},
        )
        found = {
            table: reader.rows(table) if ids is None else reader.rows_in(table, "project_id", ids)
            for table in ("procedure", "procedure_step", "procedure_pause")
        }
        book._take(found["procedure"], found["procedure_step"], found["procedure_pause"])
        return book

    def by_code(self, project_id: int) -> dict[str, Row]:
        """A project's procedures by the code of their template."""
        known = self._by_code.get(project_id)
        if known is None:
            of = self.of_project.get(project_id, ())
            known = self._by_code[project_id] = {each.template.code: each.row for each in of if each.template}
        return known

    def __iter__(self) -> Iterator[Followed]:
        return (each for of in self.of_project.values() for each in of)

    def _take(self, rows: list[Row], steps: list[Row], pauses: list[Row]) -> None:
        of_step, of_pause = _grouped(steps), _grouped(pauses)
        for row in rows:
            followed = Followed(
                row,
                self.templates.of_procedure(row),
                in_order(of_step.get(row["id"], ())),
                of_pause.get(row["id"], []),
                self.projects[row["project_id"]],
                self,
            )
            self.of_project.setdefault(row["project_id"], []).append(followed)


_OF_PROJECT = (
    "id", "name", "zone_id", "project_kind", "build_nature", "land_area", "start_plan", "start_actual", "withdrawn_on",
)  # fmt: skip


def _grouped(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["procedure_id"]].append(row)
    return found
