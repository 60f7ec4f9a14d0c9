"""A problem (问题) of a project: when it is open, what can be done with it, and how quickly it was answered.

What an action does is worked out here as a `Move`; writing it down is the work of `ops/problem_book.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from zonedesk.domain.columns import CLOSED, OPEN_STATES, PROBLEM_LEVELS
from zonedesk.domain.dates import days_between, days_past, is_iso, reached, takes_effect
from zonedesk.domain.errors import Problem, RefusedError
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.messages import register

Row = Mapping[str, Any]
WAITING, UNDER_WAY, TO_VERIFY = OPEN_STATES
# What is said of a problem, beside the states that are stored: it was verified; it is closed.
VERIFIED, CLOSED_OUT = "已核验，待销号", "已销号"

register(
    {
        "problem.wrong_state": "问题现为“{state}”，不能{action}。可办理：{known}。",
        "problem.not_verified": "问题尚未核验通过，不能销号。请先办理“核验通过”，再销号。",
        "problem.not_above": "“{level}”不在“{now}”之上，不能提请。可提请：{known}。",
        "problem.no_result": "销号须写明办理结果。请填写后再销号。",
        "problem.no_reason": "{action}须写明理由。请填写后再办理。",
        "problem.no_content": "请写明进展内容。",
        "problem.top_level": "协调层级已是“{level}”，不能再升级。",
        "problem.odd_level": "协调层级“{level}”不在{known}之列，无法升级。请先改正协调层级。",
        "day.needed": "“{text}”不是完整日期。请写明年月日，如 2024-03-31。",
        "problem.closed_before_raised": "销号时间{closed_on}早于提出时间{raised_on}，请核对。",
        "problem.answered_before_raised": "首次响应时间{first_response_on}早于提出时间{raised_on}，请核对。",
        "problem.due_before_raised": "完成时限{deadline}早于提出时间{raised_on}，请核对。",
        "problem.verified_after_closed": "核验时间{verified_on}晚于销号时间{closed_on}，请核对。",
        "problem.closed_without_day": "已销号，但没有销号时间，请补填。",
        "problem.closed_without_result": "已销号，但没有写明办理结果，请补填。",
        "problem.day_without_closing": "已填销号时间{closed_on}，但状态仍为“{status}”，请核对。",
    }
)


class Action(Enum):
    """What an officer does with a problem."""

    RESPOND = "respond"
    PROGRESS = "progress"
    ESCALATE = "escalate"
    SUBMIT = "submit"
    VERIFY = "verify"
    SEND_BACK = "send_back"
    CLOSE_OUT = "close_out"


ACTION_LABELS = {
    Action.RESPOND: "响应",
    Action.PROGRESS: "记进展",
    Action.ESCALATE: "升级",
    Action.SUBMIT: "提请核验",
    Action.VERIFY: "核验通过",
    Action.SEND_BACK: "退回",
    Action.CLOSE_OUT: "销号",
}
_FROM = {
    Action.RESPOND: OPEN_STATES,
    Action.PROGRESS: OPEN_STATES,
    Action.ESCALATE: OPEN_STATES,
    Action.SUBMIT: (WAITING, UNDER_WAY),
    Action.VERIFY: (TO_VERIFY,),
    Action.SEND_BACK: (TO_VERIFY, CLOSED),
    Action.CLOSE_OUT: (TO_VERIFY,),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """How an action was done: on which day (ISO), by whom, what is to be noted; `level`, to which level it is escalated
    ("": the next one up).
    """

    on: str
    by_whom: str = ""
    text: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """What follows from an action: the columns to set, and its line in the record (办理记录)."""

    values: dict[str, Any]
    kind: str
    content: str


def is_open(problem: Row, as_of: str) -> bool:
    """Whether a problem was raised and not yet closed (销号) on the day; dates not said count as past."""
    if problem["raised_on"] and not reached(problem["raised_on"], as_of):
        return False
    closed_on = problem["closed_on"]
    return not (problem["status"] == CLOSED and (closed_on is None or reached(closed_on, as_of)))


def state_on(problem: Row, as_of: str) -> str:
    """What is said of its state on a day: that of today, but for a problem that was closed only later."""
    if not is_open(problem, as_of):
        return CLOSED_OUT if problem["status"] == CLOSED else str(problem["status"])
    if problem["status"] == TO_VERIFY and reached(problem["verified_on"], as_of):
        return VERIFIED
    if problem["status"] != CLOSED:
        return str(problem["status"])
    return UNDER_WAY if reached(problem["first_response_on"], as_of) else WAITING


def overdue_days(problem: Row, as_of: str) -> int:
    """Days past its deadline on the day; 0 for one that is closed, not due, or has no deadline."""
    return days_past(problem["deadline"], as_of) if is_open(problem, as_of) else 0


def days_open(problem: Row, as_of: str) -> int | None:
    """Days from raising to closing, or to the day while it is open; None if the days are not known."""
    until = as_of if is_open(problem, as_of) else problem["closed_on"]
    if not problem["raised_on"] or not until:
        return None
    return max(days_between(problem["raised_on"], until), 0)


def is_answered(problem: Row, as_of: str) -> bool:
    """Whether anybody had taken it up by the day: a first response is noted, or its state says so."""
    first = problem["first_response_on"]
    return reached(first, as_of) if first else problem["status"] != WAITING


def answered_same_day(problem: Row, as_of: str) -> bool | None:
    """马上就办、事不过夜: answered on the day it was raised. None where days are not known to the day."""
    raised, first = problem["raised_on"], problem["first_response_on"]
    if not raised or len(raised) < 10 or not reached(raised, as_of):
        return None
    if first is None or not reached(first, as_of):
        # Taken up, but nobody noted when: that says nothing of how quickly.
        return None if first is None and problem["status"] != WAITING else False
    return first == raised if len(first) == 10 else None


def same_day_rate(problems: Iterable[Row], as_of: str) -> Ratio:
    """当日响应率: those answered on the day they were raised, of those whose days are known (R42)."""
    known = [answer for row in problems if (answer := answered_same_day(row, as_of)) is not None]
    return Ratio(sum(known), len(known))


def actions_of(problem: Row) -> tuple[Action, ...]:
    """What can be done next, in the order of the work."""
    status = problem["status"]
    return tuple(
        action
        for action, states in _FROM.items()
        if status in states
        and not (action is Action.RESPOND and problem["first_response_on"])
        and not (action is Action.ESCALATE and not levels_above(problem["level"]))
        and not (action is Action.VERIFY and problem["verified_on"])
        and not (action is Action.CLOSE_OUT and not problem["verified_on"])
    )


def move_of(action: Action, problem: Row, deed: Deed) -> Move:
    """What follows from an action. RefusedError if the state does not allow it or something is not said."""
    if not (is_iso(deed.on) and len(deed.on) == 10):
        raise RefusedError("day.needed", text=deed.on)
    if problem["status"] not in _FROM[action]:
        known = "、".join(ACTION_LABELS[each] for each in actions_of(problem)) or "无"
        raise RefusedError(
            "problem.wrong_state", state=problem["status"], action=ACTION_LABELS[action], known=known
        )
    return _MOVES[action](problem, deed)


def _taken_up(problem: Row, deed: Deed) -> dict[str, Any]:
    """The first thing done about a problem is its first response."""
    values: dict[str, Any] = {}
    if not problem["first_response_on"]:
        values["first_response_on"] = deed.on
    if problem["status"] == WAITING:
        values["status"] = UNDER_WAY
    return values


def _respond(problem: Row, deed: Deed) -> Move:
    return Move(_taken_up(problem, deed), "响应", deed.text)


def _progress(problem: Row, deed: Deed) -> Move:
    if not deed.text:
        raise RefusedError("problem.no_content")
    return Move(_taken_up(problem, deed), "进展", deed.text)


def levels_above(level: str | None) -> tuple[str, ...]:
    """The levels above, the next one first; a problem of which no level is said is still with the zone itself (区)."""
    level = level or PROBLEM_LEVELS[0]
    return PROBLEM_LEVELS[PROBLEM_LEVELS.index(level) + 1 :] if level in PROBLEM_LEVELS else ()


def _escalate(problem: Row, deed: Deed) -> Move:
    level = problem["level"] or PROBLEM_LEVELS[0]
    if level not in PROBLEM_LEVELS:
        raise RefusedError("problem.odd_level", level=level, known="、".join(PROBLEM_LEVELS))
    known = levels_above(level)
    if not known:
        raise RefusedError("problem.top_level", level=level)
    above = deed.level or known[0]
    if above not in known:
        raise RefusedError("problem.not_above", level=above, now=level, known="、".join(known))
    told = f"由{level}级提请{above}级协调"
    return Move(
        {"level": above} | _taken_up(problem, deed), "升级", f"{told}：{deed.text}" if deed.text else told
    )


def _submit(problem: Row, deed: Deed) -> Move:
    values = _taken_up(problem, deed) | {"status": TO_VERIFY, "verified_on": None, "verified_by": None}
    return Move(values, "进展", f"提请核验：{deed.text}" if deed.text else "提请核验")


def _verify(_: Row, deed: Deed) -> Move:
    return Move(
        {"verified_on": deed.on, "verified_by": deed.by_whom or None}, "核验", deed.text or "核验通过"
    )


def _send_back(problem: Row, deed: Deed) -> Move:
    if not deed.text:
        raise RefusedError("problem.no_reason", action=ACTION_LABELS[Action.SEND_BACK])
    emptied = dict.fromkeys(("verified_on", "verified_by", "closed_on", "result"))
    return Move({"status": UNDER_WAY} | emptied, "退回", deed.text)


def _close_out(problem: Row, deed: Deed) -> Move:
    if not problem["verified_on"]:
        raise RefusedError("problem.not_verified")
    if not deed.text:
        raise RefusedError("problem.no_result")
    return Move({"status": CLOSED, "closed_on": deed.on, "result": deed.text}, "销号", deed.text)


_MOVES: dict[Action, Callable[[Row, Deed], Move]] = {
    Action.RESPOND: _respond,
    Action.PROGRESS: _progress,
    Action.ESCALATE: _escalate,
    Action.SUBMIT: _submit,
    Action.VERIFY: _verify,
    Action.SEND_BACK: _send_back,
    Action.CLOSE_OUT: _close_out,
}

# A day that lies before another one, or after it: (code, the earlier one by right, the later one).
_ORDER = (
    ("problem.closed_before_raised", "raised_on", "closed_on"),
    ("problem.answered_before_raised", "raised_on", "first_response_on"),
    ("problem.due_before_raised", "raised_on", "deadline"),
    ("problem.verified_after_closed", "verified_on", "closed_on"),
)


def warnings_of(problem: Row) -> list[Problem]:
    """What does not fit together in a problem as it stands in the ledger. Nothing is put right by guessing."""
    found = [
        code
        for code, first, then in _ORDER
        if problem[first] and problem[then] and _surely_before(problem[then], problem[first])
    ]
    if problem["status"] == CLOSED:
        if not problem["closed_on"]:
            found.append("problem.closed_without_day")
        if not problem["result"]:
            found.append("problem.closed_without_result")
    elif problem["closed_on"]:
        found.append("problem.day_without_closing")
    return [Problem(code, {key: problem[key] for key in _TOLD}) for code in found]


_TOLD = ("raised_on", "first_response_on", "deadline", "verified_on", "closed_on", "status")


def _surely_before(day: str, other: str) -> bool:
    """Whether `day` lies before `other`, however the partial ones of them are meant."""
    return takes_effect(day) < other
