"""A matter under supervision (督办): its number, what can be done with it, when it is overdue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any

from zonedesk.domain.dates import days_past, is_iso, reached, takes_effect
from zonedesk.domain.errors import Problem, RefusedError
from zonedesk.domain.messages import register
from zonedesk.domain.problems import Deed, Move
from zonedesk.domain.tracking_columns import SUPERVISION_CLOSED, SUPERVISION_STATES

Row = Mapping[str, Any]
TO_SEND, SENT, UNDER_WAY, TO_VERIFY = SUPERVISION_STATES[:4]
URGED, FED_BACK = "催办", "反馈"
USUAL_PREFIX = "督"

register(
    {
        "supervision.wrong_state": "督办事项现为“{state}”，不能{action}。可办理：{known}。",
        "supervision.no_content": "{action}须写明内容。请填写后再办理。",
        "supervision.no_name": "请写明督办事项。",
        "supervision.no_result": "督办销号须写明办理结果。请填写后再销号。",
        "supervision.number_taken": "督办编号“{no}”已用于“{name}”，未写入。请换一个编号。",
        "supervision.closed_before_issued": "销号时间{closed_on}早于下发日期{issued_on}，请核对。",
        "supervision.due_before_issued": "办结期限{deadline}早于下发日期{issued_on}，请核对。",
        "supervision.closed_without_day": "已销号，但没有销号时间，请补填。",
        "supervision.sent_without_day": "状态为“{status}”，但没有下发日期，请补填。",
        "supervision.day_without_closing": "已填销号时间{closed_on}，但状态仍为“{status}”，请核对。",
    }
)


class Step(Enum):
    """What an officer does with a supervised matter."""

    SEND = "send"
    URGE = "urge"
    FEED_BACK = "feed_back"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    CLOSE = "close"


STEP_LABELS = {
    Step.SEND: "下发",
    Step.URGE: "催办",
    Step.FEED_BACK: "记反馈",
    Step.SUBMIT: "提请核验",
    Step.SEND_BACK: "退回",
    Step.CLOSE: "销号",
}
_OUT = (SENT, UNDER_WAY, TO_VERIFY)
_FROM = {
    Step.SEND: (TO_SEND,),
    Step.URGE: _OUT,
    Step.FEED_BACK: _OUT,
    Step.SUBMIT: (SENT, UNDER_WAY),
    Step.SEND_BACK: (TO_VERIFY, SUPERVISION_CLOSED),
    Step.CLOSE: (TO_VERIFY,),
}
_NUMBER = re.compile(r"^\s*(\D*?)\s*[〔\[［【（(](\d{4})[〕\]］】）)]\s*第?\s*(\d{1,5})\s*号?\s*$")


def is_open(supervision: Row, as_of: str) -> bool:
    """Whether a matter was there and not closed (销号) on the day; dates not said count as past."""
    if supervision["issued_on"] and not reached(supervision["issued_on"], as_of):
        return False
    closed_on = supervision["closed_on"]
    return not (
        supervision["status"] == SUPERVISION_CLOSED and (closed_on is None or reached(closed_on, as_of))
    )


def state_on(supervision: Row, as_of: str) -> str:
    """The state on a day: that of today, but for a matter that was closed only later."""
    if supervision["status"] != SUPERVISION_CLOSED or not is_open(supervision, as_of):
        return str(supervision["status"])
    return UNDER_WAY


def overdue_days(supervision: Row, as_of: str) -> int:
    """Days past its deadline on the day while it is open; else 0."""
    return days_past(supervision["deadline"], as_of) if is_open(supervision, as_of) else 0


def next_number(numbers: Iterable[str | None], year: int) -> str:
    """The number (督办编号) to propose: 督〔2026〕12号 after 11, written as the office writes its own."""
    prefix, last = USUAL_PREFIX, 0
    for number in numbers:
        match = _NUMBER.match(number or "")
        if not match:
            continue
        prefix = match[1] or USUAL_PREFIX
        if int(match[2]) == year:
            last = max(last, int(match[3]))
    return f"{prefix}〔{year}〕{last + 1}号"


def steps_of(supervision: Row) -> tuple[Step, ...]:
    """What can be done next, in the order of the work."""
    return tuple(step for step, states in _FROM.items() if supervision["status"] in states)


def move_of(step: Step, supervision: Row, deed: Deed) -> Move:
    """What follows from a step. RefusedError if the state does not allow it or something is not said."""
    if not (is_iso(deed.on) and len(deed.on) == 10):
        raise RefusedError("day.needed", text=deed.on)
    if supervision["status"] not in _FROM[step]:
        known = "、".join(STEP_LABELS[each] for each in steps_of(supervision)) or "无"
        raise RefusedError(
            "supervision.wrong_state", state=supervision["status"], action=STEP_LABELS[step], known=known
        )
    return _MOVES[step](supervision, deed)


def _send(supervision: Row, deed: Deed) -> Move:
    values = {"status": SENT}
    if not supervision["issued_on"]:
        values["issued_on"] = deed.on
    return Move(values, "进展", f"下发：{deed.text}" if deed.text else "下发")


def _urge(_: Row, deed: Deed) -> Move:
    return Move({}, URGED, deed.text or URGED)


def _feed_back(supervision: Row, deed: Deed) -> Move:
    if not deed.text:
        raise RefusedError("supervision.no_content", action=STEP_LABELS[Step.FEED_BACK])
    return Move({"status": UNDER_WAY} if supervision["status"] == SENT else {}, FED_BACK, deed.text)


def _submit(_: Row, deed: Deed) -> Move:
    return Move({"status": TO_VERIFY}, "进展", f"提请核验：{deed.text}" if deed.text else "提请核验")


def _send_back(_: Row, deed: Deed) -> Move:
    if not deed.text:
        raise RefusedError("supervision.no_content", action=STEP_LABELS[Step.SEND_BACK])
    return Move({"status": UNDER_WAY, "closed_on": None, "result": None}, "退回", deed.text)


def _close(_: Row, deed: Deed) -> Move:
    if not deed.text:
        raise RefusedError("supervision.no_result")
    return Move({"status": SUPERVISION_CLOSED, "closed_on": deed.on, "result": deed.text}, "销号", deed.text)


_MOVES: dict[Step, Callable[[Row, Deed], Move]] = {
    Step.SEND: _send,
    Step.URGE: _urge,
    Step.FEED_BACK: _feed_back,
    Step.SUBMIT: _submit,
    Step.SEND_BACK: _send_back,
    Step.CLOSE: _close,
}


def warnings_of(supervision: Row) -> list[Problem]:
    """What does not fit together in a matter as it stands in the ledger."""
    issued, status, closed_on = (supervision[key] for key in ("issued_on", "status", "closed_on"))
    found = [
        code
        for code, later in (
            ("supervision.closed_before_issued", closed_on),
            ("supervision.due_before_issued", supervision["deadline"]),
        )
        if issued and later and takes_effect(later) < issued
    ]
    if status == SUPERVISION_CLOSED and not closed_on:
        found.append("supervision.closed_without_day")
    if status in _OUT and not issued:
        found.append("supervision.sent_without_day")
    if status != SUPERVISION_CLOSED and closed_on:
        found.append("supervision.day_without_closing")
    facts = {key: supervision[key] for key in ("issued_on", "deadline", "closed_on", "status")}
    return [Problem(code, facts) for code in found]
