"""Milestones (节点) of a project between signing and production, and the schedule worked out backwards (倒排工期).

The days of 开工 and 投产 themselves stand in the project; milestones are what has to happen before them (R44:
“倒排工期…落地可开工、建成能投产”, “挂图作战，按时间节点推进”).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, NamedTuple

from zonedesk.domain.dates import days_between, days_past, reached, surely_before, takes_effect

SOON = 30  # days
Anchor = Literal["start", "production"]
ANCHOR_LABELS: dict[Anchor, str] = {"start": "开工", "production": "投产"}


class MilestoneState(Enum):
    """How a milestone stands to the day."""

    DONE = "done"
    LATE = "late"  # planned day passed
    SLIPPING = "slipping"  # expected after the planned day
    SOON = "soon"
    AHEAD = "ahead"
    UNDATED = "undated"


MILESTONE_LABELS = {
    MilestoneState.LATE: "逾期",
    MilestoneState.SLIPPING: "预计推迟",
    MilestoneState.SOON: "30天内到期",
    MilestoneState.AHEAD: "未到期",
    MilestoneState.UNDATED: "无计划时间",
    MilestoneState.DONE: "已完成",
}


def state_of(milestone: Mapping[str, Any], as_of: str) -> MilestoneState:
    """How a milestone stands on the day (ISO)."""
    plan, forecast = milestone["plan_on"], milestone["forecast_on"]
    if reached(milestone["actual_on"], as_of):
        return MilestoneState.DONE
    if plan is None:
        return MilestoneState.UNDATED
    if days_past(plan, as_of):
        return MilestoneState.LATE
    if forecast is not None and takes_effect(forecast) > takes_effect(plan):
        return MilestoneState.SLIPPING
    return MilestoneState.SOON if days_between(as_of, plan) <= SOON else MilestoneState.AHEAD


def late_days(milestone: Mapping[str, Any], as_of: str) -> int:
    """Days by which it is behind plan: done late, or not done and past its planned day."""
    plan = milestone["plan_on"]
    if plan is None:
        return 0
    if reached(milestone["actual_on"], as_of):
        return max(days_between(plan, milestone["actual_on"]), 0)
    return days_past(plan, as_of)


def milestone_warnings(milestones: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """What is odd, by the milestone's id: days that run against the order of the milestones."""
    found: dict[int, str] = {}
    before: Mapping[str, Any] | None = None
    for each in milestones:
        if before is not None:
            for key, label in (("plan_on", "计划"), ("actual_on", "实际")):
                if surely_before(each[key], before[key]):
                    found[each["id"]] = f"{label}时间早于前一节点“{before['name']}”"
        before = each
    return found


class Node(NamedTuple):
    """A milestone of the office's standard schedule: so many days before 开工 or 投产."""

    name: str
    anchor: Anchor
    days_before: int


# What a works usually has to pass; an office adjusts names and days to its own.
USUAL_NODES = (
    Node("取得土地", "start", 120),
    Node("规划许可", "start", 75),
    Node("施工图审查", "start", 45),
    Node("施工许可证", "start", 15),
    Node("桩基完成", "production", 300),
    Node("主体施工", "production", 220),
    Node("主体封顶", "production", 150),
    Node("设备安装", "production", 75),
    Node("试运行", "production", 30),
)


class Scheduled(NamedTuple):
    """A milestone with the day worked out for it."""

    name: str
    plan_on: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """A backward schedule, in order of days, and what an officer has to know about it."""

    nodes: tuple[Scheduled, ...]
    warnings: tuple[str, ...]


def schedule(project: Mapping[str, Any], as_of: str, nodes: Iterable[Node] = USUAL_NODES) -> Schedule:
    """Count back from the promised days of 开工 and 投产; a step that is behind us gets no milestones.

    A promise without its day (2026-06) is counted from the last day of its period. Nothing is invented: without a
    promised day there are no milestones of that step, and it is said.
    """
    made: list[Scheduled] = []
    warnings: list[str] = []
    wanted = list(nodes)
    steps: tuple[tuple[Anchor, str, str], ...] = (
        ("start", "start_plan", "start_actual"),
        ("production", "prod_plan", "prod_actual"),
    )
    for anchor, plan_key, actual_key in steps:
        own = [node for node in wanted if node.anchor == anchor]
        if not own or reached(project[actual_key], as_of):
            continue
        if project[plan_key] is None:
            warnings.append(f"没有计划{ANCHOR_LABELS[anchor]}时间，不能倒排{ANCHOR_LABELS[anchor]}前的节点")
            continue
        end = dt.date.fromisoformat(takes_effect(project[plan_key]))
        made += [
            Scheduled(node.name, (end - dt.timedelta(days=node.days_before)).isoformat()) for node in own
        ]
    if surely_before(project["prod_plan"], project["start_plan"]):
        warnings.append("计划投产时间早于计划开工时间")
    made.sort(key=lambda node: node.plan_on)
    start = project["start_actual"] or project["start_plan"]
    # A node before production may fall before the works begin: the time promised for them is too short.
    early = [
        n.name
        for n in wanted
        if n.anchor == "production"
        for s in made
        if s.name == n.name and surely_before(s.plan_on, start)
    ]
    if early:
        warnings.append(f"建设期偏短：{'、'.join(early)}落在开工之前")
    return Schedule(tuple(made), tuple(warnings))


def doubt(node: Scheduled, project: Mapping[str, Any], as_of: str) -> str:
    """Why a milestone worked out backwards may be none to write down; "" if nothing speaks against it."""
    if surely_before(node.plan_on, project["start_actual"]):
        return f"早于实际开工 {project['start_actual']}"
    return f"早于截至日 {as_of}" if surely_before(node.plan_on, as_of) else ""
