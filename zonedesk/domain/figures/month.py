"""What a month brought (domain study §6.2): steps that projects took, money spent, how the year's plan stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from zonedesk.domain.figures.ratio import Ratio, points_between
from zonedesk.domain.figures.scope import View
from zonedesk.domain.stuck_rules import STEP_WORDS

MONEY_COLUMNS = ("year_plan", "invest_month", "invest_ytd", "invest_total")
STEPS = ("sign_date", "start_actual", "prod_actual", "effect_actual")


class Step(NamedTuple):
    """The projects that took a step in a span of days, and their 总投资 in 元 (what is not known counts as nothing)."""

    label: str
    rows: tuple[int, ...]
    investment: int


def steps_taken(then: View, now: View) -> tuple[Step, ...]:
    """新签约, 新开工, 新投产, 新达效: of the projects in scope that have not ended, those that took the step after
    the day of `then` and by the day of `now`, by their dates as they are known now.
    """
    facts, left_out = now.facts, now.facts.reached("withdrawn_on")
    found = []
    for column in STEPS:
        taken = facts.reached(column) - then.facts.reached(column) - left_out
        rows = tuple(pid for pid in now.members if pid in taken)
        amounts = facts.projects.column_of("total_investment", rows)
        found.append(Step(f"新{STEP_WORDS[column]}", rows, sum(filter(None, amounts))))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class MonthSpent:
    """What the reports of a month (YYYY-MM) say of money, in 元, with the projects behind each sum.

    `reported` have a report of the month. `told` of these say what was spent in it: `spent` together. `planned`
    have a plan for the year and say what was done of it by then: `plan` and `done` together.
    """

    month: str
    reported: tuple[int, ...]
    told: tuple[int, ...]
    spent: int
    planned: tuple[int, ...]
    plan: int
    done: int

    @property
    def completion(self) -> Ratio:
        """年度计划完成率: only of projects of which both sides are known."""
        return Ratio(self.done, self.plan)

    @property
    def elapsed(self) -> Ratio:
        """时间进度: the months of the year that are over."""
        return Ratio(int(self.month[5:7]), 12)

    @property
    def lead(self) -> Decimal | None:
        """By how many 个百分点 the plan is ahead of the time (below 0: behind); None without a plan."""
        return points_between(self.completion, self.elapsed)


def month_spent(reports: Iterable[Mapping[str, Any]], month: str) -> MonthSpent:
    """Sum up reports of one month: rows of `monthly_progress`, at most one of each project."""
    rows = list(reports)
    told = [row for row in rows if row["invest_month"] is not None]
    planned = [row for row in rows if row["year_plan"] and row["invest_ytd"] is not None]
    return MonthSpent(
        month,
        reported=_projects(rows),
        told=_projects(told),
        spent=sum(row["invest_month"] for row in told),
        planned=_projects(planned),
        plan=sum(row["year_plan"] for row in planned),
        done=sum(row["invest_ytd"] for row in planned),
    )


def _projects(rows: Iterable[Mapping[str, Any]]) -> tuple[int, ...]:
    return tuple(row["project_id"] for row in rows)
