"""The lists of campaigns and of their projects."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.campaigns import COURSE_LABELS, Board, Course, faults_of
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.messages import say_all
from zonedesk.domain.stages import stage_of
from zonedesk.ops.campaigns import boards
from zonedesk.ops.lists.registry import Rows, kind, words
from zonedesk.ops.session import Session

words("course", {course.value: label for course, label in COURSE_LABELS.items()})


@kind(
    "campaigns",
    "专项行动",
    name="专项行动",
    goal="目标",
    start_on="开始日期",
    goal_on="目标日期",
    days_left="剩余天数",
    projects="项目数",
    reached="已达到",
    behind="滞后",
    percent="完成率（%）",
    elapsed="时间进度（%）",
    warning="提示",
)
def campaigns(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every campaign as of the day with its projects in scope, the nearest goal day first."""
    notes = {row["id"]: row["note"] for row in session.reader.rows("campaign")}
    return [_campaign(board) | {"note": notes.get(board.campaign["id"])} for board in boards(session, as_of, scope)]  # fmt: skip


def _campaign(board: Board) -> dict[str, Any]:
    campaign, share, elapsed = board.campaign, board.share.percent(), board.elapsed.percent()
    return {
        "id": campaign["id"],
        **{key: campaign[key] for key in ("name", "goal", "start_on", "goal_on")},
        "days_left": board.days_left,
        "projects": board.share.denominator,
        "reached": board.share.numerator,
        "behind": len(board.ids(Course.BEHIND)),
        "percent": None if share is None else str(share),
        "elapsed": None if elapsed is None else str(elapsed),
        "warning": say_all(faults_of(campaign)),
        "unfit": campaign["unfit"],
    }


@kind(
    "campaign_projects",
    "专项行动项目",
    campaign="专项行动",
    project="项目名称",
    zone="开发区",
    stage="阶段",
    planned="计划时间",
    course="进展",
    behind_days="滞后天数",
    why="原因",
    reached_on="达到时间",
    duty_unit="责任单位",
    service_officer="服务专员",
)
def campaign_projects(session: Session, as_of: str, scope: Scope) -> Rows:
    """The projects of all campaigns, those behind first."""
    found = []
    for board in boards(session, as_of, scope):
        ids = [member.project.id for member in board.members]
        wanted = ("id", "zone_id", "duty_unit", "duty_person", "service_officer")
        own = {row["id"]: row for row in session.reader.rows_in("project", "id", ids, columns=wanted)}
        zones = session.facts(as_of).zones
        for member in board.members:
            project = own[member.project.id]
            found.append(
                {
                    "id": member.row_id,
                    "campaign_id": board.campaign["id"],
                    "campaign": board.campaign["name"],
                    "project_id": member.project.id,
                    "project": member.project.name,
                    "zone": zones.get(project["zone_id"]),
                    "stage": stage_of(member.project, as_of).value,
                    "planned": member.planned,
                    "course": member.course.value,
                    "behind_days": member.behind_days,
                    "why": say_all(member.why),
                    "reached_on": member.reached_on,
                    **{key: project[key] for key in ("duty_unit", "duty_person", "service_officer")},
                }
            )
    return found
