"""Campaigns (专项行动): how far the chosen projects are on their way to a goal by a goal day, and who is behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from zonedesk.domain.dates import days_between, days_past, reached, surely_before, takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.messages import register
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import is_suspended
from zonedesk.domain.tracking_columns import CAMPAIGN_GOALS

PERMITS = CAMPAIGN_GOALS[3]

register(
    {
        "campaign.no_goal": "未写目标（{known}），不能判定达到与否。",
        "campaign.no_day": "未写目标日期，没有倒计时。",
        "campaign.order": "目标日期 {goal_on} 早于开始日期 {start_on}。",
        "campaign.late": "目标日已过 {days} 天。",
        "campaign.overdue": "计划{what}日已过 {days} 天。",
        "campaign.plan_after": "计划{what}晚于目标日 {days} 天。",
        "campaign.undated": "无计划{what}时间。",
        "campaign.suspended": "停工。",
        "campaign.permits": "{count} 件手续未办结。",
        "campaign.no_permits": "未列需办手续。",
    }
)


class Goal(NamedTuple):
    """What a campaign is after: the date that reaches it, the date planned for it, the stuck list to draw from."""

    actual: str
    planned: str
    stuck: str


GOALS = {
    "开工": Goal("start_actual", "start_plan", "not_started"),
    "投产": Goal("prod_actual", "prod_plan", "not_in_production"),
    "达效": Goal("effect_actual", "effect_plan", "not_on_target"),
}


class Course(Enum):
    """How a project of a campaign stands on a day."""

    BEHIND = "behind"
    ON_WAY = "on_way"
    REACHED = "reached"
    OUT = "out"
    UNKNOWN = "unknown"  # the campaign does not say its goal


COURSE_LABELS = {
    Course.BEHIND: "滞后",
    Course.ON_WAY: "推进中",
    Course.REACHED: "已达到",
    Course.OUT: "已退出",
    Course.UNKNOWN: "未定目标",
}
_RANK = {course: n for n, course in enumerate((Course.BEHIND, Course.ON_WAY, Course.UNKNOWN, Course.REACHED, Course.OUT))}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Member:
    """One project of a campaign on the as-of day.

    `behind_days` is how far its plan, or today, lies past what it should keep; 0 unless behind. `why` says what
    keeps it behind, the gravest first.
    """

    row_id: int
    project: ProjectFact
    course: Course
    planned: str | None
    reached_on: str | None
    behind_days: int = 0
    why: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Board:
    """A campaign as of a day. `days_left` is negative once the goal day is past, None without one.

    Projects that were withdrawn are told as `members`, and stand on neither side of `share`.
    """

    campaign: Mapping[str, Any]
    as_of: str
    members: tuple[Member, ...]

    @property
    def days_left(self) -> int | None:
        """Days from the as-of day to the goal day."""
        goal_on = self.campaign["goal_on"]
        return days_between(self.as_of, goal_on) if goal_on else None

    def ids(self, course: Course) -> tuple[int, ...]:
        """The projects that stand so."""
        return tuple(member.project.id for member in self.members if member.course is course)

    @property
    def share(self) -> Ratio:
        """How many of the projects have reached the goal."""
        counted = [member for member in self.members if member.course is not Course.OUT]
        return Ratio(len(self.ids(Course.REACHED)), len(counted))

    @property
    def elapsed(self) -> Ratio:
        """How much of the time from the first day to the goal day has gone by; an empty ratio if either is unsaid."""
        start_on, goal_on = self.campaign["start_on"], self.campaign["goal_on"]
        if not start_on or not goal_on or takes_effect(goal_on) <= takes_effect(start_on):
            return Ratio(0, 0)
        whole = days_between(start_on, goal_on)
        return Ratio(min(max(days_between(start_on, self.as_of), 0), whole), whole)


class _Permits(NamedTuple):
    waiting: int
    last: str | None  # the last day promised, None if any procedure has none


def board_of(campaign: Mapping[str, Any], members: Iterable[Mapping[str, Any]], facts: Facts) -> Board:
    """The board of a campaign for the rows of its projects; rows of projects that `facts` lacks are left out."""
    rows = [row for row in members if row["project_id"] in facts.projects]
    permits = _permits(facts, {row["project_id"] for row in rows}) if campaign["goal"] == PERMITS else {}
    found = [_member(campaign, row["id"], facts.projects[row["project_id"]], facts.as_of, permits) for row in rows]  # fmt: skip
    found.sort(key=lambda m: (_RANK[m.course], -m.behind_days, m.planned or "9999", m.project.id))
    return Board(campaign, facts.as_of, tuple(found))


def _permits(facts: Facts, wanted: set[int]) -> dict[int, _Permits]:
    """By project that needs any procedures, how many wait and until when."""
    promised: dict[int, list[str | None]] = defaultdict(list)
    for item in facts.pending:
        if item.project_id in wanted:
            promised[item.project_id].append(item.promised_on)
    found = {}
    for count in facts.procedures:
        if count.project_id in wanted and count.required:
            days = promised[count.project_id]
            said = [day for day in days if day]
            last = max(said, key=takes_effect) if said and len(said) == len(days) else None
            found[count.project_id] = _Permits(len(days), last)
    return found


def _member(
    campaign: Mapping[str, Any], row_id: int, project: ProjectFact, as_of: str, permits: dict[int, _Permits]
) -> Member:
    goal = campaign["goal"]
    planned, done, done_on = None, False, None
    if goal == PERMITS:
        own = permits.get(project.id, _Permits(0, None))
        planned, done = own.last, project.id in permits and own.waiting == 0
    elif goal in GOALS:
        planned, done_on = getattr(project, GOALS[goal].planned), getattr(project, GOALS[goal].actual)
        done = reached(done_on, as_of)
    if reached(project.withdrawn_on, as_of):
        return Member(row_id, project, Course.OUT, planned, None)
    if goal not in CAMPAIGN_GOALS:
        return Member(row_id, project, Course.UNKNOWN, None, None)
    if done:
        return Member(row_id, project, Course.REACHED, planned, done_on)
    days, why = _behind(campaign, project, planned, as_of, listed=project.id in permits)
    waiting = permits[project.id].waiting if project.id in permits else 0
    if waiting:
        why.append(Problem("campaign.permits", {"count": waiting}))
    course = Course.BEHIND if days or len(why) > bool(waiting) else Course.ON_WAY
    return Member(row_id, project, course, planned, None, days, tuple(why))


def _behind(
    campaign: Mapping[str, Any], project: ProjectFact, planned: str | None, as_of: str, *, listed: bool
) -> tuple[int, list[Problem]]:
    """By how many days a project that has not reached the goal is behind, and why; `listed`: its procedures are."""
    goal_on, what = campaign["goal_on"], campaign["goal"]
    why, days = [], 0
    if is_suspended(project, as_of):
        why.append(Problem("campaign.suspended"))
    if late := days_past(goal_on, as_of):
        why.append(Problem("campaign.late", {"days": late}))
        days = late
    if what == PERMITS and not listed:
        why.append(Problem("campaign.no_permits"))
    elif not planned:
        why.append(Problem("campaign.undated", {"what": what}))
    elif overdue := days_past(planned, as_of):
        why.append(Problem("campaign.overdue", {"what": what, "days": overdue}))
        days = max(days, overdue)
    elif goal_on and (after := days_between(goal_on, planned)) > 0:
        why.append(Problem("campaign.plan_after", {"what": what, "days": after}))
        days = max(days, after)
    return days, why


def faults_of(campaign: Mapping[str, Any]) -> list[Problem]:
    """What is odd about a campaign; none of it is refused."""
    found = []
    if campaign["goal"] not in CAMPAIGN_GOALS:
        found.append(Problem("campaign.no_goal", {"known": "、".join(CAMPAIGN_GOALS)}))
    if not campaign["goal_on"]:
        found.append(Problem("campaign.no_day"))
    if surely_before(campaign["goal_on"], campaign["start_on"]):
        found.append(
            Problem("campaign.order", {"goal_on": campaign["goal_on"], "start_on": campaign["start_on"]})
        )
    return found
