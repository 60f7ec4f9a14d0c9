"""三未: 签约未开工, 开工未投产, 投产未达效, each split by how it stands to its planned date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import filterfalse
from operator import itemgetter
from typing import NamedTuple

from zonedesk.domain.facts import ProjectFact
from zonedesk.domain.figures.scope import View
from zonedesk.domain.stages import Due, by_plan, standing
from zonedesk.domain.stuck_rules import DEFAULTS, PAIRS, PLANNED, Base, Clock, Suspended, due_day


@dataclass(frozen=True, slots=True)
class Definition:
    """One of the three: the track whose cohort is asked, the date that ends it, the date planned for it."""

    name: str
    label: str
    track: str
    actual: str
    planned: str


DEFINITIONS = {
    d.name: d
    for d in (
        Definition("not_started", "签约未开工", "signing", "start_actual", "start_plan"),
        Definition("not_in_production", "开工未投产", "start", "prod_actual", "prod_plan"),
        Definition("not_on_target", "投产未达效", "production", "effect_actual", "effect_plan"),
    )
}


class Stuck(NamedTuple):
    """One stuck project on the as-of day. Investment (元) is that of its listing, or its 总投资 if it has none.

    `planned` is the day it is judged by; `derived` if that was counted from the step before (see `StuckRules`).
    """

    project_id: int
    due: Due
    planned: str | None
    overdue_days: int
    investment: int
    derived: bool = False


_DUE, _AMOUNT = map(itemgetter, map(Stuck._fields.index, ("due", "investment")))


@dataclass(frozen=True, slots=True)
class StuckList:
    """All projects stuck in one of the three ways, the longest overdue first.

    `basis` is the office's own definition in words (口径), "" where it is the usual one.
    """

    definition: Definition
    items: tuple[Stuck, ...]
    basis: str = ""

    @property
    def investment(self) -> int:
        """元, at listing."""
        return sum(map(_AMOUNT, self.items))

    def count(self, due: Due) -> int:
        """How many projects are of one due class."""
        return list(map(_DUE, self.items)).count(due)

    def ids(self, due: Due | None = None) -> tuple[int, ...]:
        """The projects, of one due class if asked."""
        return tuple(item.project_id for item in self.items if due is None or item.due is due)


_RANK = {Due.OVERDUE: 0, Due.SUSPENDED: 1, Due.UNDATED: 2, Due.NOT_DUE: 3}


def stuck_list(view: View, name: str) -> StuckList:
    """The list called `name` for the scope and day of `view`. Withdrawn projects are not stuck."""
    rules = view.scope.stuck or DEFAULTS
    rule, pair = rules.of(name), PAIRS[name]
    definition = replace(DEFINITIONS[name], actual=rule.until, planned=PLANNED[rule.until])
    cohort = view.cohort(definition.track)
    gone = view.facts.reached(rule.until) | view.facts.reached("withdrawn_on")
    apart, tolerance, as_of = rule.suspended, rule.tolerance_days, view.as_of
    by_its_plan, plan_of = rule.clock is Clock.PLAN, itemgetter(ProjectFact._fields.index(definition.planned))
    projects = view.facts.projects
    items, made = [], tuple.__new__
    for pid in filterfalse(gone.__contains__, candidates(view, name)):
        project = projects[pid]
        # Asked once for every stuck project of the ledger: the usual clock goes without a call.
        day, derived = (plan_of(project), False) if by_its_plan else due_day(rule, pair.since, project)
        if apart is Suspended.COUNTED or project.suspended_on is None:
            due, days = by_plan(day, as_of, tolerance)
        else:
            due, days = standing(project, day, as_of, tolerance)
            if due is Due.SUSPENDED and apart is Suspended.LEFT_OUT:
                continue
        amount = cohort.investment_of(pid) if pid in cohort else project.total_investment
        items.append(made(Stuck, (pid, due, day, days, amount or 0, derived)))
    items.sort(key=lambda item: (_RANK[item[1]], -item[3], item[2] or "9999", item[0]))
    return StuckList(definition, tuple(items), rules.basis(name))


def candidates(view: View, name: str) -> Iterable[int]:
    """The projects that the list `name` asks, in a fixed order, whether they have taken its step or not."""
    rule, pair = (view.scope.stuck or DEFAULTS).of(name), PAIRS[name]
    asked: Iterable[int] = view.cohort(pair.track)
    if rule.base is Base.TAKEN:
        asked = view.members if view.has_batch_limit else view.projects
    if rule.base is Base.LISTED:
        # Listings bear no day: one that takes the step before only later was not stuck behind it on that day.
        asked = filterfalse(view.facts.ahead(pair.since).__contains__, asked)
    else:
        taken = view.facts.reached(pair.since)
        asked = filter(taken.__contains__, asked)
    if rule.industrial_only:
        asked = filter(view.facts.industrial.__contains__, asked)
    return asked
