"""数据质量: what in the ledger cannot be right, is missing, or has gone stale (R109–R114).

A rule is one function in `quality_rules.py`, registered with `@rule`. Findings are warnings: nothing is blocked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any

from zonedesk.domain import messages
from zonedesk.domain.errors import Problem
from zonedesk.domain.facts import ListingFact, ProjectFact
from zonedesk.domain.stages import Stage, stage_of
from zonedesk.store.reader import Reader


class Books:
    """The ledger as the rules look at it, each part read once.

    `as_of` is the day the ledger is looked at from; `today` the calendar day, after which nothing can
    have happened yet (both ISO).
    """

    def __init__(self, reader: Reader, as_of: str, today: str) -> None:
        self.as_of = as_of
        self.today = today
        self._reader = reader

    @cached_property
    def projects(self) -> dict[int, dict[str, Any]]:
        """Projects by id, as `Reader.projects` gives them."""
        return {project["id"]: project for project in self._reader.projects()}

    @cached_property
    def facts(self) -> dict[int, ProjectFact]:
        """Projects by id, as stages look at them."""
        names = ProjectFact._fields
        return {pid: ProjectFact._make(p[name] for name in names) for pid, p in self.projects.items()}

    @cached_property
    def stages(self) -> dict[int, Stage]:
        """The stage of each project on the as-of day."""
        return {pid: stage_of(fact, self.as_of) for pid, fact in self.facts.items()}

    @cached_property
    def running(self) -> dict[int, dict[str, Any]]:
        """The projects that have not been withdrawn."""
        return {pid: p for pid, p in self.projects.items() if self.stages[pid] is not Stage.WITHDRAWN}

    @cached_property
    def months(self) -> dict[int, list[dict[str, Any]]]:
        """Monthly reports by project, the oldest first."""
        return _by_project(self._reader.rows("monthly_progress", order="month"))

    @cached_property
    def listings(self) -> list[ListingFact]:
        """All listings in batches."""
        return self._reader.facts(self.as_of).listings

    @cached_property
    def enterprises(self) -> list[dict[str, Any]]:
        """All companies."""
        return self._reader.rows("enterprise")

    @cached_property
    def batch_names(self) -> dict[int, str]:
        """Batches by id."""
        return self._reader.names("batch")

    def unfit(self, table: str) -> Iterator[tuple[dict[str, Any], str, str]]:
        """(row, column, text as typed) of every value that did not fit its field."""
        rows = self.projects.values() if table == "project" else self._reader.rows(table)
        for row in rows:
            for column, text in row["unfit"].items():
                yield row, column, text


RuleFunction = Callable[[Books], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: the requirement it answers, its code, and what it is called."""

    code: str
    requirement: str
    label: str
    function: RuleFunction


@dataclass(frozen=True)
class Finding:
    """What one rule found."""

    rule: Rule
    problems: tuple[Problem, ...]


_RULES: dict[str, Rule] = {}


def rule(code: str, requirement: str, label: str, sentence: str) -> Callable[[RuleFunction], RuleFunction]:
    """Register a check whose problems have the code `code`, told by `sentence` (blanks: the problem's facts)."""

    def register(function: RuleFunction) -> RuleFunction:
        messages.register({code: sentence})
        _RULES[code] = Rule(code, requirement, label, function)
        return function

    return register


def rules() -> tuple[Rule, ...]:
    """All registered checks, in the order of the requirements they answer."""
    import_module("zonedesk.ops.quality_rules")
    return tuple(sorted(_RULES.values(), key=lambda found: found.requirement))


def check_quality(reader: Reader, as_of: str, today: str | None = None) -> tuple[Finding, ...]:
    """Every rule with what it finds as of a day (ISO), also those that find nothing."""
    books = Books(reader, as_of, today or dt.date.today().isoformat())  # noqa: DTZ011 - the office's day
    return tuple(Finding(each, tuple(each.function(books))) for each in rules())


def problem_of(code: str, project: dict[str, Any], **facts: Any) -> Problem:
    """A problem of one project; `facts` fill the sentence's blanks."""
    return Problem(code, {"project_id": project["id"], "project": project["name"], **facts})


def _by_project(rows: list[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["project_id"], []).append(row)
    return found
