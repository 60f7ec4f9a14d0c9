"""The list of quality checks. A check registers itself here with its code and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from zonedesk.domain import messages
from zonedesk.domain.errors import Problem
from zonedesk.ops.quality_books import Books

RuleFunction = Callable[[Books], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: the requirement it answers, its code, and what it is called."""

    code: str
    requirement: str
    label: str
    function: RuleFunction


_RULES: dict[str, Rule] = {}


def rule(code: str, requirement: str, label: str, sentence: str) -> Callable[[RuleFunction], RuleFunction]:
    """Register a check whose problems have the code `code`, told by `sentence` (blanks: the problem's facts)."""

    def register(function: RuleFunction) -> RuleFunction:
        messages.register({code: sentence})
        _RULES[code] = Rule(code, requirement, label, function)
        return function

    return register


def registered() -> tuple[Rule, ...]:
    """All checks registered so far, in the order of the requirements they answer."""
    return tuple(sorted(_RULES.values(), key=lambda found: found.requirement))


def problem_of(code: str, project: dict[str, Any], **facts: Any) -> Problem:
    """A problem of one project; `facts` fill the sentence's blanks."""
    return Problem(code, {"project_id": project["id"], "project": project["name"], **facts})
