"""The rules as an office has set them: kept as JSON under one setting, only what differs from the usual."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from zonedesk.domain.lights.registry import Asked, Limits, asked_of, rules
from zonedesk.domain.settings import read_data

SETTING = "light_rules"


@dataclass(frozen=True)
class LightRules:
    """The limits of each rule; a rule that is not in `limits` stands at its usual ones."""

    limits: Mapping[str, Limits] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, name: str) -> Limits:
        """The limits of a rule; KeyError for one that does not exist."""
        return self.limits.get(name) or _usual(name)

    def with_limits(self, name: str, **values: Any) -> LightRules:
        """The same rules with other values for one of them."""
        return LightRules({**self.limits, name: replace(self.of(name), **values)})

    def asked(self) -> tuple[Asked, ...]:
        """The rules that are switched on, with their limits."""
        return asked_of(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LightRules) and all(
            self.of(rule.name) == other.of(rule.name) for rule in rules()
        )

    def __hash__(self) -> int:
        return hash(tuple(self.of(rule.name) for rule in rules()))


class Fault(NamedTuple):
    """An entry that could not be understood; its usual value stands. "" where the whole could not be read."""

    rule: str = ""
    key: str = ""
    value: str = ""


class RulesReading(NamedTuple):
    """What was read, and the entries that could not be understood."""

    rules: LightRules
    faults: tuple[Fault, ...] = ()


@lru_cache(maxsize=32)
def read_rules(text: str | None) -> RulesReading:
    """The rules of a setting. What is not said or not understood stands at its usual value."""
    if not text:
        return RulesReading(LightRules())
    told = read_data(text)
    if not isinstance(told, dict):
        return RulesReading(LightRules(), (Fault(),))
    known = {rule.name for rule in rules()}
    limits: dict[str, Limits] = {}
    faults: list[Fault] = []
    for name, values in told.items():
        if name not in known or not isinstance(values, dict):
            faults.append(Fault(str(name)))
            continue
        limits[name] = _usual(name)
        for key, value in values.items():
            if _fits(name, key, value):
                limits[name] = replace(limits[name], **{key: value})
            else:
                faults.append(Fault(name, key, str(value)))
    return RulesReading(LightRules(limits), tuple(faults))


def write_rules(chosen: LightRules) -> str:
    """The setting that reads as these rules; "" for the usual ones."""
    told: dict[str, dict[str, Any]] = {}
    for rule in rules():
        its = chosen.of(rule.name)
        for each in fields(its):
            value = getattr(its, each.name)
            if value != getattr(rule.usual, each.name):
                told.setdefault(rule.name, {})[each.name] = value
    return json.dumps(told, ensure_ascii=False) if told else ""


def _usual(name: str) -> Limits:
    return next(rule.usual for rule in rules() if rule.name == name)


def _fits(name: str, key: str, value: Any) -> bool:
    if key == "on":
        return isinstance(value, bool)
    rule = next(rule for rule in rules() if rule.name == name)
    threshold = next((each for each in rule.thresholds if each.key == key), None)
    return (
        threshold is not None
        and isinstance(value, int)
        and not isinstance(value, bool)
        and threshold.low <= value <= threshold.high
    )
