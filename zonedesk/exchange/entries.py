"""A data row as read: stored values by table and column, with where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from zonedesk.domain.batches import BatchName
from zonedesk.domain.values import match_key
from zonedesk.exchange.kinds import SheetKind


@dataclass(slots=True)
class Entry:
    """One row of a file. `row` is the sheet's own number (1-based).

    `project`, `progress`, `problem`, `procedures`, `case` (领办代办) hold stored values by column; references are names.
    `said` are the columns the sheet has, so that a blank can be told from a column that is not there.
    """

    sheet: str
    row: int
    kind: SheetKind
    track: str = ""
    batch: BatchName | None = None
    as_of: str | None = None
    month: str | None = None
    project: dict[str, Any] = field(default_factory=dict)
    progress: dict[str, Any] = field(default_factory=dict)
    problem: dict[str, Any] = field(default_factory=dict)
    procedures: dict[str, dict[str, Any]] = field(default_factory=dict)
    case: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    unfit: dict[tuple[str, str], str] = field(default_factory=dict)
    uscc: str | None = None
    said: frozenset[tuple[str, str]] = frozenset()

    @property
    def name(self) -> str:
        """The project's name as written, or its code."""
        return self.project.get("name") or self.project.get("code") or ""


_COMPANY_END = re.compile(
    r"(?:股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|公司)$"
)
_PROJECT_END = re.compile(r"(?:建设项目|产业化项目|项目建设|建设工程|项目|建设|工程)$")
_PHASE = re.compile(r"[(（]?(?:第?[一二三四五六七八九十\d]+期)[)）]?")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def company_core(name: str) -> str:
    """A company's name without the form of company: what remains when it is retyped loosely."""
    return _COMPANY_END.sub("", match_key(name))


def project_core(name: str) -> str:
    """A project's name without 项目/建设 at its end; the phase (一期) stays."""
    return _PROJECT_END.sub("", match_key(name))


def told_apart(one: str, other: str) -> bool:
    """Whether two names differ in a phase or a number: then they are two projects, however alike."""
    a, b = match_key(one), match_key(other)
    return _PHASE.findall(a) != _PHASE.findall(b) or _DIGITS.findall(a) != _DIGITS.findall(b)
