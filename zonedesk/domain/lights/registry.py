"""The list of light rules. A rule is one function in a file of this folder, with its limits as a dataclass.

A rule says of a project on a day: nothing to ask (None), in order (`FINE`), or a light with its reason. The light of a
project is the worst that any rule gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple, TypeVar

from zonedesk.domain.dates import takes_effect
from zonedesk.domain.lights.facts import Held, LightDay, Watched, day_after
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
LIGHT_SIGNS = {Light.RED: "●", Light.YELLOW: "▲", Light.GREEN: "■", Light.NONE: "○"}
LIGHT_WORDS = {Light.RED: "红", Light.YELLOW: "黄", Light.GREEN: "绿", Light.NONE: "无"}


class Verdict(NamedTuple):
    """What a rule says: the light, why it is lit, and since when.

    Both are worked out when they are asked for, of `tell(*facts)` and of the day `after` days past `lit_from` (partial
    ISO; None where it cannot be told): thousands are lit, a few are looked at.
    """

    rule: str
    light: Light
    tell: Callable[..., str]
    facts: tuple[Any, ...] = ()
    lit_from: str | None = None
    after: int = 0

    @property
    def why(self) -> str:
        """The reason, as a sentence."""
        return self.tell(*self.facts)

    @property
    def since(self) -> str | None:
        """The day (ISO) from which on it is lit; None where that cannot be told."""
        if self.lit_from is None:
            return None
        return day_after(self.lit_from, self.after) if self.after else takes_effect(self.lit_from)

    def lit_by(self, day: str) -> bool:
        """Whether it is known to have been lit by a day (ISO)."""
        if self.lit_from is None:
            return False
        begun = takes_effect(self.lit_from)
        if self.after <= 1:
            return begun < day if self.after else begun <= day
        return begun < day and day_after(begun, self.after) <= day


def _in_order() -> str:
    return ""


FINE = Verdict("", Light.GREEN, _in_order)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a rule: whether it is asked at all, and in subclasses its thresholds as whole numbers."""

    on: bool = True

    @property
    def warning(self) -> str:
        """What does not fit together among the thresholds; ""."""
        return ""


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
OfAll = Callable[[Held, Collection[int], LightDay, Any], Mapping[int, Verdict | None]]


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
    needs: str
    of_all: OfAll | None = None

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
    name: str,
    label: str,
    order: int,
    usual: Limits,
    *,
    stages: Iterable[Stage] = LIVING,
    needs: str = "",
    of_all: OfAll | None = None,
    note: str = "",
) -> Callable[[RuleFunction], RuleFunction]:
    """Register a rule. `note` says in Chinese what it asks and how it counts.

    `needs` names rows of a project (“promised”, “problems” …) without which the rule has nothing to ask. `of_all` says
    the same as the rule of many projects at once, made of what is held of them and the projects to ask.
    """

    def register(function: RuleFunction) -> RuleFunction:
        _RULES[name] = Rule(name, label, order, frozenset(stages), usual, function, note, needs, of_all)
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


class Asked(NamedTuple):
    """A rule that is switched on, as it is asked."""

    rule: Rule
    limits: Limits


def asked_of(limits: Callable[[str], Limits]) -> tuple[Asked, ...]:
    """The rules that are switched on, in order."""
    wanted = (Asked(rule, limits(rule.name)) for rule in rules())
    return tuple(each for each in wanted if each.limits.on)


def verdicts_of(watched: Watched, day: LightDay, asked: Iterable[Asked]) -> tuple[Verdict, ...]:
    """What the rules say of one project; see `verdicts_of_all`."""
    pid, stage = watched.fact.id, stage_of(watched.fact, day.as_of)
    by_stage = {stage: frozenset((pid,))}
    return verdicts_of_all(by_stage, watched.held(), lambda _: watched, day, asked).get(pid, ())


def verdicts_of_all(
    by_stage: Mapping[Stage, frozenset[int]],
    held: Held,
    watch: Callable[[int], Watched],
    day: LightDay,
    asked: Iterable[Asked],
) -> dict[int, tuple[Verdict, ...]]:
    """What the rules say of many projects: nothing of those that no rule has anything to ask, (FINE,) where all is in
    order, else the lights that are lit, red before yellow, each in the order of the rules.
    """
    fine: set[int] = set()
    asks = cache(lambda stages: frozenset().union(*(by_stage.get(stage, ()) for stage in stages)))
    lit: dict[int, tuple[Verdict, ...]] = {}
    for rule, limits in asked:
        function, of_all, ids = rule.function, rule.of_all, asks(rule.stages)
        if rule.needs:
            ids &= held[rule.needs].keys()
        if of_all is not None:
            said = of_all(held, ids, day, limits)
        else:
            said = {pid: function(watch(pid), day, limits) for pid in ids}
        for pid, verdict in said.items():
            if verdict is FINE:
                fine.add(pid)
            elif verdict is not None:
                lit[pid] = (*lit[pid], verdict) if pid in lit else (verdict,)
    for pid, verdicts in lit.items():
        if len(verdicts) > 1:
            lit[pid] = tuple(sorted(verdicts, key=_rank))
    return {**dict.fromkeys(fine, _ALL_FINE), **lit}


def _rank(verdict: Verdict) -> int:
    return _RANK[verdict.light]


_ALL_FINE = (FINE,)


def light_of(verdicts: tuple[Verdict, ...]) -> Light:
    """The project's light: the worst of its verdicts, which come worst first."""
    return verdicts[0].light if verdicts else Light.NONE
