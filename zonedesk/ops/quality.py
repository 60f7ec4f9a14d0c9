"""数据质量: what in the ledger cannot be right, is missing, or has gone stale (R109–R114).

A rule is one function in `quality_rules.py`, registered with `@rule`. Findings are warnings: nothing is blocked.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from zonedesk.domain.errors import Problem
from zonedesk.ops import quality_procedures, quality_rules, quality_settings  # noqa: F401 - their rules are registered by loading them
from zonedesk.ops.quality_books import Books
from zonedesk.ops.quality_registry import Rule, registered
from zonedesk.store.reader import Reader


@dataclass(frozen=True)
class Finding:
    """What one rule found."""

    rule: Rule
    problems: tuple[Problem, ...]


def check_quality(reader: Reader, as_of: str, today: str | None = None) -> tuple[Finding, ...]:
    """Every rule with what it finds as of a day (ISO), also those that find nothing."""
    books = Books(reader, as_of, today or dt.date.today().isoformat())  # noqa: DTZ011 - the office's day
    return tuple(Finding(each, tuple(each.function(books))) for each in registered())
