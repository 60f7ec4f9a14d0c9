"""How an office defines its three stuck lists (三未): whom a list asks, by which clock, with how much tolerance.

Places differ in this; the defaults are what the two source texts mean. Kept as JSON under one setting, of which
only what differs from the defaults is written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple

from zonedesk.domain.columns import TRACKS, field_of
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.settings import read_data

SETTING = "stuck_rules"
MOST_MONTHS, MOST_DAYS = 240, 3650


class Base(Enum):
    """Whom a list asks."""

    # Those listed under the track, as the source texts do, but for those that take the step before only later.
    LISTED = "listed"
    LISTED_TAKEN = "listed_taken"  # of these, those that have taken the step before
    TAKEN = "taken"  # everyone who has taken the step before, listed or not


class Clock(Enum):
    """From when a list counts."""

    PLAN = "plan"  # the planned date
    STEP = "step"  # the step before, and a number of months
    PLAN_ELSE_STEP = "plan_else_step"  # the planned date; without one, as STEP


class Suspended(Enum):
    """What a list does with a project that stands still (停工)."""

    APART = "apart"  # in the list, in a class of its own
    LEFT_OUT = "left_out"
    COUNTED = "counted"  # in the list, judged by its dates as any other


class Pair(NamedTuple):
    """The steps between which a list lies: the track asked, the step before, and those that may end it."""

    track: str
    since: str
    untils: tuple[str, ...]


PAIRS = {
    "not_started": Pair("signing", "sign_date", ("start_actual", "prod_actual")),
    "not_in_production": Pair("start", "start_actual", ("prod_actual", "effect_actual")),
    "not_on_target": Pair("production", "prod_actual", ("effect_actual",)),
}
PLANNED = {"start_actual": "start_plan", "prod_actual": "prod_plan", "effect_actual": "effect_plan"}
STEP_WORDS = {"sign_date": "签约", "start_actual": "开工", "prod_actual": "投产", "effect_actual": "达效"}


@dataclass(frozen=True, slots=True)
class ListRule:
    """The definition of one list. `until` is the step that ends it; `months` counts for the clocks by step."""

    until: str
    base: Base = Base.LISTED
    industrial_only: bool = False
    clock: Clock = Clock.PLAN
    months: int = 12
    tolerance_days: int = 0
    suspended: Suspended = Suspended.APART


@dataclass(frozen=True, slots=True)
class StuckRules:
    """The definitions of the three lists."""

    not_started: ListRule = field(default=ListRule("start_actual"))
    not_in_production: ListRule = field(default=ListRule("prod_actual"))
    not_on_target: ListRule = field(default=ListRule("effect_actual", industrial_only=True))

    def of(self, name: str) -> ListRule:
        """The definition of the list `name`."""
        rule: ListRule = getattr(self, name)
        return rule

    def basis(self, name: str) -> str:
        """口径: the definition in words, where it is not the default one; else ""."""
        return "" if self.of(name) == DEFAULTS.of(name) else described(name, self.of(name))


DEFAULTS = StuckRules()


class RulesReading(NamedTuple):
    """What was read, and which entries (list, field) could not be understood: these stand at their defaults."""

    rules: StuckRules
    faults: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=32)
def read_rules(text: str | None) -> RulesReading:
    """The rules of a setting. What is not said or not understood stands at its default."""
    if not text:
        return RulesReading(DEFAULTS)
    told = read_data(text)
    if not isinstance(told, dict):
        return RulesReading(DEFAULTS, (("", ""),))
    rules, faults = DEFAULTS, []
    for name, values in told.items():
        if name not in PAIRS or not isinstance(values, dict):
            faults.append((str(name), ""))
            continue
        rule, wrong = _read_list(name, values)
        rules = replace(rules, **{name: rule})
        faults += [(name, key) for key in wrong]
    return RulesReading(rules, tuple(faults))


def _read_list(name: str, values: Mapping[str, Any]) -> tuple[ListRule, list[str]]:
    rule, wrong = DEFAULTS.of(name), []
    for key, value in values.items():
        good = _READERS[key](name, value) if key in _READERS else None
        if good is None:
            wrong.append(key)
        else:
            rule = replace(rule, **{key: good})
    return rule, wrong


def _whole(value: Any, least: int, most: int) -> int | None:
    right = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
    return value if right else None


def _member(kind: type[Enum], value: Any) -> Any:
    return next((member for member in kind if member.value == value), None)


_READERS = {
    "until": lambda name, value: value if value in PAIRS[name].untils else None,
    "base": lambda _, value: _member(Base, value),
    "industrial_only": lambda _, value: value if isinstance(value, bool) else None,
    "clock": lambda _, value: _member(Clock, value),
    "months": lambda _, value: _whole(value, 1, MOST_MONTHS),
    "tolerance_days": lambda _, value: _whole(value, 0, MOST_DAYS),
    "suspended": lambda _, value: _member(Suspended, value),
}


def write_rules(rules: StuckRules) -> str:
    """The setting that reads as `rules`; "" for the defaults."""
    told: dict[str, dict[str, Any]] = {}
    for name in PAIRS:
        rule, usual = rules.of(name), DEFAULTS.of(name)
        for each in fields(ListRule):
            value = getattr(rule, each.name)
            if value != getattr(usual, each.name):
                told.setdefault(name, {})[each.name] = value.value if isinstance(value, Enum) else value
    return json.dumps(told, ensure_ascii=False) if told else ""


class DueDay(NamedTuple):
    """The day (partial ISO) against which a project is judged; `derived` if it was counted from a step."""

    day: str | None
    derived: bool = False


def due_day(rule: ListRule, since: str, project: ProjectFact) -> DueDay:
    """When a project should have taken the step that ends its list; `since` is the column of the step before."""
    planned: str | None = getattr(project, PLANNED[rule.until])
    if rule.clock is Clock.PLAN or (rule.clock is Clock.PLAN_ELSE_STEP and planned is not None):
        return DueDay(planned)
    taken: str | None = getattr(project, since)
    return DueDay(None) if taken is None else DueDay(months_after(taken, rule.months), derived=True)


@lru_cache(maxsize=65536)
def months_after(iso: str, months: int) -> str:
    """The partial date that many months later: a day keeps its number or is the month's last; else a month."""
    day = takes_effect(iso)
    number = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    month = f"{number // 12:04d}-{number % 12 + 1:02d}"
    if len(iso) < 10:
        return month
    last = takes_effect(month)
    return min(f"{month}-{day[8:]}", last)


def described(name: str, rule: ListRule) -> str:
    """A definition in words, as it is printed beside the figures."""
    pair, before, after = PAIRS[name], STEP_WORDS[PAIRS[name].since], STEP_WORDS[rule.until]
    kind = "产业项目" if rule.industrial_only else "项目"
    track = TRACKS[pair.track]
    asked = {
        Base.LISTED: f"列入{track}（{before}时间晚于截至日的除外）",
        Base.LISTED_TAKEN: f"列入{track}且已{before}",
        Base.TAKEN: f"已{before}（不论是否列入批次）",
    }[rule.base]
    planned, since = field_of("project", PLANNED[rule.until]).label, field_of("project", pair.since).label
    by_step = f"{since}满{rule.months}个月"
    clock = {
        Clock.PLAN: f"按{planned}",
        Clock.STEP: f"按{by_step}",
        Clock.PLAN_ELSE_STEP: f"按{planned}，未填的按{by_step}",
    }[rule.clock]
    late = f"到期满{rule.tolerance_days}天计为逾期" if rule.tolerance_days else "到期即为逾期"
    still = {
        Suspended.APART: "停工的单列",
        Suspended.LEFT_OUT: "停工的不计入",
        Suspended.COUNTED: "停工的照常判断",
    }[rule.suspended]
    return f"{asked}、到截至日尚未{after}且未终止或调出的{kind}；{clock}判断，{late}；{still}"
