"""问题: an open problem is past its deadline."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from zonedesk.domain.dates import chinese, days_past, reached
from zonedesk.domain.lights.facts import Held, LightDay, TimedProblem, Watched
from zonedesk.domain.lights.registry import FINE, Light, Limits, Verdict, light_rule, limit

NAME = "problems"
_LONGEST = 20


@dataclass(frozen=True, slots=True)
class ProblemLimits(Limits):
    """After how many days past the deadline."""

    yellow_days: int = limit(1, "问题逾期", "天以上亮黄灯", low=1, high=365)
    red_days: int = limit(30, "逾期超过", "天亮红灯", low=0, high=365)

    @property
    def warning(self) -> str:
        """What does not fit together among the thresholds; ""."""
        return "黄灯的天数大于红灯的天数，逾期时直接亮红灯" if self.yellow_days > self.red_days else ""


def _of_all(
    held: Held, ids: Collection[int], day: LightDay, limits: ProblemLimits
) -> dict[int, Verdict | None]:
    rows = held["problems"]
    return {pid: _worst(rows[pid], day, limits) for pid in ids}


@light_rule(
    NAME,
    "问题",
    70,
    ProblemLimits(),
    needs="problems",
    of_all=_of_all,
    note="已提出、未销号的问题，按完成时限看；没有写完成时限的不亮",
)
def problems(watched: Watched, day: LightDay, limits: ProblemLimits) -> Verdict | None:
    """The problem that is longest overdue speaks for the others."""
    return _worst(watched.problems, day, limits)


def _worst(found: tuple[TimedProblem, ...], day: LightDay, limits: ProblemLimits) -> Verdict | None:
    as_of = day.as_of
    days, worst = -1, None
    for each in found:
        if (each.raised_on and not reached(each.raised_on, as_of)) or (
            each.closed_on is not None and reached(each.closed_on, as_of)
        ):
            continue
        late = days_past(each.deadline, as_of)
        if late > days:
            days, worst = late, each
    if worst is None:
        return None
    red = days > limits.red_days
    if not red and days < limits.yellow_days:
        return FINE
    light = Light.RED if red else Light.YELLOW
    facts = (worst.description, worst.deadline, days)
    if worst.raised_on and worst.raised_on > worst.deadline:
        # Raised with a deadline that had passed: from then on it is late, by how much the days will tell.
        return Verdict(NAME, light, _why, facts)
    return Verdict(
        NAME, light, _why, facts, worst.deadline, limits.red_days + 1 if red else limits.yellow_days
    )


def _why(description: str, deadline: str, days: int) -> str:
    text = description.strip()
    text = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return f"“{text}”应于{chinese(deadline)}解决，已逾期{days}天"
