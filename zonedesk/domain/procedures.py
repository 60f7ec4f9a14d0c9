"""What a procedure (手续) of a project stands for on a day. Derived, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from zonedesk.domain.columns import DONE, NOT_REQUIRED, PROCEDURE_STATES, REQUIRED
from zonedesk.domain.dates import days_past, reached

NOT_STARTED = PROCEDURE_STATES[0]


class State(Enum):
    """How far a procedure has come, and whether it should have come further."""

    DONE = "done"
    DOING = "doing"
    NOT_STARTED = "not_started"
    OVERDUE = "overdue"
    NOT_REQUIRED = "not_required"
    UNDECIDED = "undecided"

    # Counted by the hundred thousand: Enum's own hash is worked out in Python each time.
    __hash__ = object.__hash__


STATE_LABELS = {
    State.DONE: "已办结",
    State.DOING: "办理中",
    State.NOT_STARTED: "未启动",
    State.OVERDUE: "逾期",
    State.NOT_REQUIRED: "无需办理",
    State.UNDECIDED: "待定",
}
PENDING_STATES = frozenset({State.OVERDUE, State.DOING, State.NOT_STARTED})


def is_done(procedure: Mapping[str, Any], as_of: str) -> bool:
    """Whether a procedure counts as done on the day; one done without a date counts as done before."""
    return procedure["status"] == DONE and (
        procedure["done_on"] is None or reached(procedure["done_on"], as_of)
    )


def state_of(procedure: Mapping[str, Any], as_of: str, *, paused: bool = False) -> State:
    """What a procedure stands for on a day, by the same rule as 办结率. While its clock is `paused` it is not overdue."""
    if procedure["required"] == NOT_REQUIRED:
        return State.NOT_REQUIRED
    if procedure["required"] != REQUIRED:
        return State.UNDECIDED
    if is_done(procedure, as_of):
        return State.DONE
    if not paused and days_past(procedure["promised_on"], as_of):
        return State.OVERDUE
    return State.NOT_STARTED if procedure["status"] == NOT_STARTED else State.DOING


def with_state(
    procedure: Mapping[str, Any], written: Mapping[str, Any], on: str | None = None
) -> dict[str, Any]:
    """What is written of a procedure, and what goes with it when its state changes.

    The new state stands since `on` (ISO); one that is no longer done has no day it was done on. A day written at
    the same time stays.
    """
    if written.get("status", procedure["status"]) == procedure["status"]:
        return dict(written)
    reopened = {"done_on": None} if procedure["status"] == DONE else {}
    return {"status_on": on, **reopened, **written}
