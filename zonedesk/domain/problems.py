"""When a problem (问题) is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zonedesk.domain.columns import CLOSED
from zonedesk.domain.dates import reached


def is_open(problem: Mapping[str, Any], as_of: str) -> bool:
    """Whether a problem was raised and not yet closed (销号) on the day; dates not said count as past."""
    if problem["raised_on"] and not reached(problem["raised_on"], as_of):
        return False
    closed_on = problem["closed_on"]
    return not (problem["status"] == CLOSED and (closed_on is None or reached(closed_on, as_of)))
