"""Lights (红黄绿) of projects, by rules that an office can change; see `registry`. A new rule is one file here."""

from zonedesk.domain.lights.facts import LightDay, Permit, Promised, Report, TimedProblem, Watched
from zonedesk.domain.lights.registry import (
    LIGHT_SIGNS,
    LIGHT_WORDS,
    LIVING,
    RULE_WORDS,
    Asked,
    Light,
    Limits,
    Rule,
    Verdict,
    light_of,
    light_rule,
    rules,
    verdicts_of,
    verdicts_of_all,
)
from zonedesk.domain.lights.settings import SETTING, Fault, LightRules, RulesReading, read_rules, write_rules

__all__ = [
    "LIGHT_SIGNS",
    "LIGHT_WORDS",
    "LIVING",
    "RULE_WORDS",
    "SETTING",
    "Asked",
    "Fault",
    "Light",
    "LightDay",
    "LightRules",
    "Limits",
    "Permit",
    "Promised",
    "Report",
    "Rule",
    "RulesReading",
    "TimedProblem",
    "Verdict",
    "Watched",
    "light_of",
    "light_rule",
    "read_rules",
    "rules",
    "verdicts_of",
    "verdicts_of_all",
    "write_rules",
]
