"""A project's course out of line: standing still, going on again, ending. What about its dates is doubtful.

A doubt is said and blocks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from zonedesk.domain.columns import field_of
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.messages import register

register(
    {
        "course.before": "{later}（{later_day}）早于{earlier}（{earlier_day}），请核对。",
        "course.future": "{label}（{day}）晚于今天（{today}），到那一天才起作用。",
        "course.no_suspension": "没有停工时间，复工时间不起作用。",
        "course.standing": "已于 {day} 停工，尚未复工；再次登记将以新的停工时间为准。",
        "course.finished": "已于 {day} {step}，请核对是否仍要登记。",
        "course.gone": "已于 {day} {kind}，请核对是否仍要登记。",
        "course.no_reason": "没有写明原因。",
    }
)


class Turn(Enum):
    """What can be registered."""

    SUSPEND = "suspend"
    RESUME = "resume"
    WITHDRAW = "withdraw"


TURN_LABELS = {Turn.SUSPEND: "停工", Turn.RESUME: "复工", Turn.WITHDRAW: "终止或调出"}
DAY_COLUMNS = {Turn.SUSPEND: "suspended_on", Turn.RESUME: "resumed_on", Turn.WITHDRAW: "withdrawn_on"}
_STEPS = ("sign_date", "start_actual", "prod_actual", "effect_actual")
# Pairs of which the first cannot lie after the second.
_ORDER = (
    *((step, after) for step in _STEPS[:2] for after in ("suspended_on", "withdrawn_on")),
    ("prod_actual", "withdrawn_on"),
    ("effect_actual", "withdrawn_on"),
    ("suspended_on", "resumed_on"),
    ("suspended_on", "withdrawn_on"),
    ("resumed_on", "withdrawn_on"),
)


def course_doubts(project: Mapping[str, Any]) -> Iterator[Problem]:
    """What is doubtful about the dates of standing still and ending that a project holds (by its columns)."""
    for earlier, later in _ORDER:
        first, second = project[earlier], project[later]
        if first and second and takes_effect(second) < takes_effect(first):
            labels = {
                "later": field_of("project", later).label,
                "earlier": field_of("project", earlier).label,
            }
            yield Problem("course.before", {**labels, "later_day": second, "earlier_day": first})
    if project["resumed_on"] and not project["suspended_on"]:
        yield Problem("course.no_suspension")


def turn_doubts(
    project: Mapping[str, Any], turn: Turn, day: str, reason: str, today: str
) -> Iterator[Problem]:
    """What is doubtful about registering a turn on a day (partial ISO) with a reason."""
    after = {**project, **columns_of(turn, day, reason)}
    known = list(course_doubts(project))
    yield from (doubt for doubt in course_doubts(after) if doubt not in known)
    if takes_effect(day) > today and len(day) == 10:
        facts = {"label": field_of("project", DAY_COLUMNS[turn]).label, "day": day, "today": today}
        yield Problem("course.future", facts)
    if not reason:
        yield Problem("course.no_reason")
    if turn is not Turn.WITHDRAW and project["withdrawn_on"]:
        kind = project["withdraw_kind"] or TURN_LABELS[Turn.WITHDRAW]
        yield Problem("course.gone", {"day": project["withdrawn_on"], "kind": kind})
    if turn is Turn.SUSPEND:
        yield from _suspension_doubts(project)


def _suspension_doubts(project: Mapping[str, Any]) -> Iterator[Problem]:
    suspended, resumed = project["suspended_on"], project["resumed_on"]
    if suspended and not (resumed and takes_effect(resumed) >= takes_effect(suspended)):
        yield Problem("course.standing", {"day": suspended})
    for column, step in (("effect_actual", "达效"), ("prod_actual", "投产")):
        if project[column]:
            yield Problem("course.finished", {"day": project[column], "step": step})
            return


def standstill(project: Mapping[str, Any]) -> list[str]:
    """When and why a project stopped and went on again, by its columns: up to two clauses."""
    steps = (("suspended_on", "suspend_reason", "停工"), ("resumed_on", "resume_reason", "复工"))
    return [
        f"{project[day]} {word}：{project[reason] or '未填原因'}"
        for day, reason, word in steps
        if project[day]
    ]


def columns_of(turn: Turn, day: str, reason: str, kind: str = "") -> dict[str, str | None]:
    """The columns of the project that a turn writes. A new standstill begins anew: it has not ended."""
    if turn is Turn.SUSPEND:
        return {
            "suspended_on": day,
            "suspend_reason": reason or None,
            "resumed_on": None,
            "resume_reason": None,
        }
    if turn is Turn.RESUME:
        return {"resumed_on": day, "resume_reason": reason or None}
    return {"withdrawn_on": day, "withdraw_kind": kind or None, "withdraw_reason": reason or None}
