"""三未: 签约未开工, 开工未投产, 投产未达效, each split by how it stands to its planned date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import filterfalse, repeat
from operator import itemgetter
from typing import NamedTuple

from zonedesk.domain.figures.scope import View
from zonedesk.domain.stages import Due, Standing, by_plan
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


_STILL = Standing(Due.SUSPENDED, 0)
_RANK = {Due.OVERDUE: 0, Due.SUSPENDED: 1, Due.UNDATED: 2, Due.NOT_DUE: 3}


def stuck_list(view: View, name: str) -> StuckList:
    """The list called `name` for the scope and day of `view`. Withdrawn projects are not stuck."""
    rules = view.scope.stuck or DEFAULTS
    rule, pair = rules.of(name), PAIRS[name]
    definition = replace(DEFINITIONS[name], actual=rule.until, planned=PLANNED[rule.until])
    gone = view.facts.reached(rule.until) | view.facts.reached("withdrawn_on")
    if rule.suspended is Suspended.LEFT_OUT:
        gone |= view.facts.suspended
    ids = [*filterfalse(gone.__contains__, candidates(view, name))]
    projects, listed = view.facts.projects, view.cohort(definition.track).investments
    days: list[str | None] = [*projects.column_of(definition.planned, ids)]
    derived: Iterable[bool] = repeat(False, len(ids))
    # Very many are asked: the usual clock goes without their rows.
    if rule.clock is not Clock.PLAN:
        due_days = [due_day(rule, pair.since, projects[pid]) for pid in ids]
        days, derived = [each.day for each in due_days], [each.derived for each in due_days]
    amounts = map(listed.get, ids, projects.column_of("total_investment", ids))
    still = view.facts.suspended if rule.suspended is Suspended.APART else ()
    standings: Iterable[Standing] = map(by_plan, days, repeat(view.as_of), repeat(rule.tolerance_days))
    if still:
        standings = (_STILL if pid in still else usual for pid, usual in zip(ids, standings, strict=True))
    rows = zip(ids, days, standings, amounts, derived, strict=True)
    made = partial(tuple.__new__, Stuck)
    items = [made((pid, due, day, late, amount or 0, own)) for pid, day, (due, late), amount, own in rows]
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
