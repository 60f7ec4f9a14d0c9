"""Meetings and what they decide: what a meeting is called, what is still to be done, what looks wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from zonedesk.domain.dates import chinese, days_past, reached, surely_before, takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.messages import register
from zonedesk.domain.routines import MONTH, WEEK, XUN, period_of
from zonedesk.domain.tracking_columns import ACTION_DONE, ACTION_STATES, MEETING_KINDS

WEEKLY, REVIEW, MONTHLY = MEETING_KINDS[:3]
_OF_A_PERIOD = {WEEKLY: (WEEK, "例会"), REVIEW: (XUN, "复盘"), MONTHLY: (MONTH, "会商")}

register(
    {
        "meeting.twice": "{name}已登记{n}次，请核对是否重复。",
        "meeting.no_day": "会议未写召开日期，不能比较本次变化。",
        "action.no_deadline": "未写完成时限。",
        "action.no_owner": "未写责任单位和责任人。",
        "action.deadline_before": "完成时限 {deadline} 早于会议日期 {held}。",
        "action.done_before": "完成时间 {done} 早于会议日期 {held}。",
        "action.done_undated": "已完成但未写完成时间。",
        "action.done_but_open": "写了完成时间但状态仍是“{status}”。",
        "action.odd_status": "状态“{status}”不是{known}之一，按原文保留，待核，不计入办理情况。",
    }
)


def meeting_name(kind: str, held_on: str | None) -> str:
    """What a meeting is called when nobody has named it: 2026年第13周例会, 2026年3月27日专题会."""
    if not held_on:
        return kind
    if kind in _OF_A_PERIOD:
        cycle, word = _OF_A_PERIOD[kind]
        return period_of(cycle, dt.date.fromisoformat(takes_effect(held_on))).told + word
    return chinese(held_on) + kind


def is_open(action: Mapping[str, Any], as_of: str) -> bool:
    """Whether an action item is still to be done on the day; one done without a date counts as done before.

    Of one with an odd status nobody knows: it is none of those to be done, and none of those done.
    """
    if has_odd_status(action):
        return False
    if action["status"] != ACTION_DONE:
        return True
    return action["done_on"] is not None and not reached(action["done_on"], as_of)


def has_odd_status(action: Mapping[str, Any]) -> bool:
    """Whether what stands in its status is no state at all: kept as it was typed, to be checked (待核)."""
    return action["status"] not in ACTION_STATES


def overdue_days(action: Mapping[str, Any], as_of: str) -> int:
    """Days by which the deadline of an open action item has passed; 0 on the day itself, or when done."""
    return days_past(action["deadline"], as_of) if is_open(action, as_of) else 0


def faults_of_action(action: Mapping[str, Any], held_on: str | None) -> list[Problem]:
    """What is odd about an action item of a meeting held on that day; none of it is refused."""
    found = []
    deadline, done = action["deadline"], action["done_on"]
    if not action["owner_unit"] and not action["owner_person"]:
        found.append(Problem("action.no_owner"))
    if not deadline and not action["unfit"].get("deadline"):
        found.append(Problem("action.no_deadline"))
    if surely_before(deadline, held_on):
        found.append(Problem("action.deadline_before", {"deadline": deadline, "held": held_on}))
    if surely_before(done, held_on):
        found.append(Problem("action.done_before", {"done": done, "held": held_on}))
    if action["status"] == ACTION_DONE and not done:
        found.append(Problem("action.done_undated"))
    if has_odd_status(action):
        found.append(
            Problem("action.odd_status", {"status": action["status"], "known": "、".join(ACTION_STATES)})
        )
    elif action["status"] != ACTION_DONE and done:
        found.append(Problem("action.done_but_open", {"status": action["status"]}))
    return found
