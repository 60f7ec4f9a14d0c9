"""The built-in views: what an officer asks each week, as rules on the facts of an as-of day.

A new one is one function with `@rule`. A rule is asked of all projects, or of one after it was edited.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from zonedesk.domain.dates import takes_effect
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.scope import View
from zonedesk.domain.figures.three_not import DEFINITIONS, stuck_list
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import Due, Stage, stage_of
from zonedesk.ops.session import Session
from zonedesk.ops.stuck_rules import with_rules
from zonedesk.store.reader import Reader

_SOON = 30
# The step that a project at a stage is to take next: the date planned for it.
_NEXT = {Stage.RESERVE: "start_plan", Stage.SIGNED: "start_plan", Stage.STARTED: "prod_plan", Stage.IN_PRODUCTION: "effect_plan"}  # fmt: skip


class Material:
    """What rules look at, each part read once. `ids` limits it to some projects."""

    def __init__(self, facts: Facts, reader: Reader, ids: Iterable[int] | None = None) -> None:
        self.facts, self.reader = facts, reader
        self.as_of = facts.as_of
        self._ids = None if ids is None else list(ids)

    @classmethod
    def of(cls, session: Session, as_of: str, ids: list[int] | None = None) -> Material:
        """Everything as of a day, or what concerns some projects."""
        facts = session.facts(as_of) if ids is None else session.reader.facts(as_of, ids)
        return cls(facts, session.reader, ids)

    @cached_property
    def view(self) -> View:
        """All of the facts, the stuck lists by the office's own definitions."""
        return View(self.facts, with_rules(self.reader))

    @cached_property
    def stages(self) -> dict[int, Stage]:
        """The stage of each project."""
        return {pid: stage_of(project, self.as_of) for pid, project in self.facts.projects.items()}

    def living(self) -> Iterable[tuple[int, ProjectFact]]:
        """The projects that were not withdrawn."""
        gone = self.facts.reached("withdrawn_on")
        return ((pid, project) for pid, project in self.facts.projects.items() if pid not in gone)

    def next_date(self, pid: int, project: ProjectFact) -> str | None:
        """The date planned for the step that a project is to take next."""
        column = _NEXT.get(self.stages[pid])
        return getattr(project, column) if column else None

    def rows(self, table: str, column: str, **equal: Any) -> list[dict[str, Any]]:
        """Rows of a table that belong (by `column`) to the projects looked at and hold the given values."""
        if self._ids is None:
            return self.reader.rows(table, **equal)
        rows = self.reader.rows_in(table, column, self._ids)
        return [row for row in rows if all(row[key] == value for key, value in equal.items())]


RuleFunction = Callable[[Material], Iterable[int]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A built-in choice of projects: its name, what it is called, what it means, and how it is made."""

    name: str
    label: str
    meaning: str
    function: RuleFunction

    def ids(self, material: Material) -> frozenset[int] | None:
        """The projects chosen; None for all."""
        return None if self.name == "all" else frozenset(self.function(material))


_RULES: dict[str, Rule] = {}


def rule(name: str, label: str) -> Callable[[RuleFunction], RuleFunction]:
    """Register a built-in view; its docstring tells officers what it shows."""

    def register(function: RuleFunction) -> RuleFunction:
        _RULES[name] = Rule(name, label, (function.__doc__ or "").strip().rstrip("."), function)
        return function

    return register


def rules() -> dict[str, Rule]:
    """All built-in views by name, in their order."""
    return dict(_RULES)


@rule("all", "全部项目")
def everything(material: Material) -> Iterable[int]:
    """台账中的全部项目."""
    return material.facts.projects


def _register_stuck(name: str) -> None:
    label = DEFINITIONS[name].label

    def stuck(material: Material) -> Iterable[int]:
        return stuck_list(material.view, name).ids()

    stuck.__doc__ = f"与三未清单“{label}”相同的项目"
    rule(name, label)(stuck)


for _name in DEFINITIONS:
    _register_stuck(_name)


def _planned_this_month(material: Material, planned: str, actual: str) -> Iterable[int]:
    month = material.as_of[:7]
    for pid, project in material.living():
        plan, done = getattr(project, planned), getattr(project, actual)
        if plan and takes_effect(plan)[:7] == month and not (done and takes_effect(done) < f"{month}-01"):
            yield pid


@rule("start_this_month", "本月应开工")
def start_this_month(material: Material) -> Iterable[int]:
    """计划本月开工的项目（此前已开工的除外）."""
    return _planned_this_month(material, "start_plan", "start_actual")


@rule("production_this_month", "本月应投产")
def production_this_month(material: Material) -> Iterable[int]:
    """计划本月投产的项目（此前已投产的除外）."""
    return _planned_this_month(material, "prod_plan", "prod_actual")


@rule("overdue", "逾期")
def overdue(material: Material) -> Iterable[int]:
    """三未清单中已过计划时间的项目."""
    found: set[int] = set()
    for name in DEFINITIONS:
        found.update(stuck_list(material.view, name).ids(Due.OVERDUE))
    return found


@rule("due_soon", "30天内到期")
def due_soon(material: Material) -> Iterable[int]:
    """下一步（开工、投产、达效）计划时间在今后30天内的项目."""
    until = (dt.date.fromisoformat(material.as_of) + dt.timedelta(days=_SOON)).isoformat()
    for pid, project in material.living():
        plan = material.next_date(pid, project)
        if plan and material.as_of < takes_effect(plan) <= until:
            yield pid


@rule("procedures_pending", "手续未办结")
def procedures_pending(material: Material) -> Iterable[int]:
    """有需办而未办结手续的项目."""
    living = {pid for pid, _ in material.living()}
    return living & {each.project_id for each in material.facts.pending}


@rule("doubtful", "待核")
def doubtful(material: Material) -> Iterable[int]:
    """有内容按原文保留、待核对的项目."""
    return material.reader.unfit_counts().keys() & material.facts.projects.keys()


@rule("unlisted", "未列入批次")
def unlisted(material: Material) -> Iterable[int]:
    """没有列入任何批次的项目."""
    listed = material.facts.in_batches
    return (pid for pid, _ in material.living() if pid not in listed)


@rule("nobody_in_charge", "无包联领导或服务专员")
def nobody_in_charge(material: Material) -> Iterable[int]:
    """没有填包联领导或服务专员的项目."""
    living = {pid for pid, _ in material.living()}
    for row in material.rows("project", "id"):
        if row["id"] in living and not (row["sponsor"] and row["service_officer"]):
            yield row["id"]


@rule("not_reported", "本月未更新")
def not_reported(material: Material) -> Iterable[int]:
    """已签约、未达效而本月没有月度进展的项目."""
    reports = material.rows("monthly_progress", "project_id", month=material.as_of[:7])
    told = {row["project_id"] for row in reports}
    active = {Stage.SIGNED, Stage.STARTED, Stage.IN_PRODUCTION}
    return (pid for pid, stage in material.stages.items() if stage in active and pid not in told)


def still_chosen(name: str, session: Session, as_of: str, pid: int) -> bool:
    """Whether a project is (still) one that a rule chooses."""
    chosen = _RULES[name].ids(Material.of(session, as_of, [pid]))
    return chosen is None or pid in chosen
