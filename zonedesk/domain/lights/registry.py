"""The list of light rules. A rule is one function in a file of this folder, with its limits as a dataclass.

A rule says of a project on a day: nothing to ask (None), in order (`FINE`), or a light with its reason. The light of a
project is the worst that any rule gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from enum import Enum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple, TypeVar

from zonedesk.domain.lights.facts import LightDay, Watched
from zonedesk.domain.stages import Stage, stage_of


class Light(Enum):
    """A light. Each has a shape beside its colour; `NONE` is for projects that no rule asks about."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    NONE = "none"

    # Counted by the ten thousand: Enum's own hash is worked out in Python each time.
    __hash__ = object.__hash__

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANK[self]


_RANK = {Light.RED: 0, Light.YELLOW: 1, Light.GREEN: 2, Light.NONE: 3}
LIGHT_WORDS = {Light.RED: "红", Light.YELLOW: "黄", Light.GREEN: "绿", Light.NONE: "无"}


class Verdict(NamedTuple):
    """What a rule says: the light, why it is lit, and since which day (ISO; None where that cannot be told)."""

    rule: str
    light: Light
    why: str = ""
    since: str | None = None


FINE = Verdict("", Light.GREEN)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a rule: whether it is asked at all, and in subclasses its thresholds as whole numbers."""

    on: bool = True


class Threshold(NamedTuple):
    """How a threshold is asked for: “连续 [3] 个月未开工亮红灯”, within `low` and `high`."""

    key: str
    before: str
    after: str
    low: int
    high: int


def limit(default: int, before: str, after: str, *, low: int = 0, high: int) -> Any:
    """A threshold of a `Limits` dataclass, with the words around its number."""
    return field(default=default, metadata={"words": (before, after), "span": (low, high)})


Limited = TypeVar("Limited", bound=Limits)
RuleFunction = Callable[[Watched, LightDay, Any], Verdict | None]


@dataclass(frozen=True)
class Rule:
    """One rule: its name in settings, what it is called, the stages it asks about, and its usual limits."""

    name: str
    label: str
    order: int
    stages: frozenset[Stage]
    usual: Limits
    function: RuleFunction
    note: str

    @property
    def thresholds(self) -> tuple[Threshold, ...]:
        """What can be set, in order."""
        return tuple(
            Threshold(each.name, *each.metadata["words"], *each.metadata["span"])
            for each in fields(self.usual)
            if "words" in each.metadata
        )


_RULES: dict[str, Rule] = {}
LIVING = frozenset({Stage.SIGNED, Stage.STARTED, Stage.IN_PRODUCTION, Stage.ON_TARGET})
RULE_WORDS: dict[str, str] = {}


def light_rule(
    name: str, label: str, order: int, usual: Limits, *, stages: Iterable[Stage] = LIVING, note: str = ""
) -> Callable[[RuleFunction], RuleFunction]:
    """Register a rule. `note` says in Chinese what it asks and how it counts."""

    def register(function: RuleFunction) -> RuleFunction:
        _RULES[name] = Rule(name, label, order, frozenset(stages), usual, function, note)
        RULE_WORDS[name] = label
        return function

    return register


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order in which they are asked."""
    import zonedesk.domain.lights as package  # noqa: PLC0415 - finds the modules beside this one

    for module in iter_modules(package.__path__):
        import_module(f"{package.__name__}.{module.name}")
    return tuple(sorted(_RULES.values(), key=lambda rule: rule.order))


Asked = dict[Stage, tuple[tuple[RuleFunction, Limits], ...]]


def asked_of(limits: Callable[[str], Limits]) -> Asked:
    """By stage, the functions to ask and their limits; rules that are switched off are not asked."""
    wanted = [(rule, limits(rule.name)) for rule in rules()]
    return {
        stage: tuple((rule.function, its) for rule, its in wanted if its.on and stage in rule.stages)
        for stage in LIVING
    }


def verdicts_of(watched: Watched, day: LightDay, asked: Asked) -> tuple[Verdict, ...]:
    """What the rules say of a project: () if none has anything to ask, (FINE,) if all is in order, else the lights
    that are lit, red before yellow, each in the order of the rules."""
    found: list[Verdict] = []
    fine = False
    for function, its in asked.get(stage_of(watched.fact, day.as_of), ()):
        verdict = function(watched, day, its)
        if verdict is FINE:
            fine = True
        elif verdict is not None:
            found.append(verdict)
    if found:
        return tuple(sorted(found, key=lambda verdict: verdict.light.rank)) if len(found) > 1 else (found[0],)
    return _ALL_FINE if fine else ()


_ALL_FINE = (FINE,)


def light_of(verdicts: tuple[Verdict, ...]) -> Light:
    """The project's light: the worst of its verdicts, which come worst first."""
    return verdicts[0].light if verdicts else Light.NONE
