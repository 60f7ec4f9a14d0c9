"""待核时限: when something is due is written so that nobody can tell whether it is late (of planned dates: `planned_steps`)."""

from __future__ import annotations

from dataclasses import dataclass

from zonedesk.domain.columns import field_of
from zonedesk.domain.dates import reached
from zonedesk.domain.lights.facts import LightDay, Undated, Watched
from zonedesk.domain.lights.registry import Light, Limits, Verdict, light_rule

NAME = "undated"
_LONGEST = 20
# The date that says when it is due, of each table.
DUE = {"procedure": "promised_on", "problem": "deadline"}


@dataclass(frozen=True, slots=True)
class UndatedLimits(Limits):
    """Only whether it is asked."""


@light_rule(
    NAME,
    "待核时限",
    75,
    UndatedLimits(),
    needs="undated",
    note="未办结手续的承诺办结时间、未销号问题的完成时限无法识别（待核）的亮黄灯",
)
def undated(watched: Watched, day: LightDay, _: UndatedLimits) -> Verdict | None:
    """The first one speaks for the others, which are counted. None once all are done, or before they are raised."""
    waiting = [each for each in watched.undated if _is_open(each, day.as_of)]
    if not waiting:
        return None
    first = waiting[0]
    return Verdict(NAME, Light.YELLOW, _why, (first.table, first.name, first.text, len(waiting)))


def _is_open(each: Undated, as_of: str) -> bool:
    raised = each.raised_on is None or reached(each.raised_on, as_of)
    return raised and not (each.done_on is not None and reached(each.done_on, as_of))


def _why(table: str, name: str, text: str, count: int) -> str:
    name = name if len(name) <= _LONGEST else name[:_LONGEST] + "…"
    label = field_of(table, DUE[table]).label
    others = f"（共{count}件）" if count > 1 else ""
    return f"“{name}”的{label}“{text}”无法识别（待核），不知是否逾期{others}"
