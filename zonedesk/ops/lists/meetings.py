"""The lists of scheduling: duties due, meetings, action items, campaigns and their projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from zonedesk.domain import campaigns as campaign_rules
from zonedesk.domain import routines as routine_rules
from zonedesk.domain.campaigns import COURSE_LABELS, Board, Course
from zonedesk.domain.dates import days_between, reached, takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.meetings import faults_of_action, is_open, overdue_days
from zonedesk.domain.messages import say
from zonedesk.domain.routines import WHEN_LABELS
from zonedesk.domain.stages import stage_of
from zonedesk.domain.tracking_columns import ACTION_DONE, ACTION_STATES
from zonedesk.ops.campaigns import boards
from zonedesk.ops.lists.registry import Rows, kind, rows_of, words
from zonedesk.ops.routines import duties
from zonedesk.ops.session import Session

words("when", {when.value: label for when, label in WHEN_LABELS.items()})
words("course", {course.value: label for course, label in COURSE_LABELS.items()})
_MOST_DAYS = 10**6  # more than any day's number


def _told(faults: Iterable[Problem]) -> str | None:
    return "；".join(map(say, faults)) or None


@kind(
    "routines",
    "例行工作",
    name="例行工作",
    cycle="周期",
    day="周期内第几日",
    lead_days="提前提醒（日）",
    output="形成材料",
    active="启用",
    starts_on="起始日期",
    warning="提示",
)
def routines(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every routine of the office, with what is odd about it."""
    return [row | {"warning": _told(routine_rules.faults_of(row))} for row in rows_of(session, "routine")]


@kind(
    "routines_due",
    "调度待办",
    when="时限",
    name="例行工作",
    period="期次",
    due_on="应完成日期",
    days="距应完成日（天）",
    output="形成材料",
    done_on="完成日期",
    note="说明",
)
def routines_due(session: Session, as_of: str, scope: Scope) -> Rows:
    """What the calendar of duties asks for by the day and next; `days` is negative once the day has passed."""
    return [
        {
            # A duty has no row of its own: its routine and its day make one number for it.
            "id": duty.routine_id * _MOST_DAYS + duty.due.toordinal(),
            "routine_id": duty.routine_id,
            "name": duty.name,
            "period_name": duty.period.name,
            "period": duty.period.told,
            "due_on": duty.due.isoformat(),
            "when": duty.when.value,
            "days": duty.days,
            "late_days": duty.late_days,
            "output": duty.output,
            "done_on": duty.done.done_on if duty.done else None,
            "meeting": (duty.done.meeting or None) if duty.done else None,
            "note": duty.done.note if duty.done else None,
        }
        for duty in duties(session.reader, as_of)
    ]


@kind(
    "meetings",
    "会议",
    held_on="召开日期",
    kind="会议种类",
    name="会议名称",
    host="主持人",
    attendees="参会人员",
    decisions="议定意见",
    items="议定事项",
    open_items="未办结",
    overdue_items="逾期",
    warning="提示",
)
def meetings(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every meeting, the newest first, those without a day before them; counts of its action items as of the day."""
    items: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for item in session.reader.rows("action_item"):
        items[item["meeting_id"]].append(item)
    found = []
    for row in rows_of(session, "meeting"):
        own = items[row["id"]]
        unsaid = not row["held_on"] and not row["unfit"].get("held_on")
        found.append(
            row
            | {
                "items": len(own),
                "open_items": sum(is_open(item, as_of) for item in own),
                "overdue_items": sum(overdue_days(item, as_of) > 0 for item in own),
                "warning": _told([Problem("meeting.no_day")] if unsaid else []),
            }
        )
    return sorted(found, key=lambda row: (_day(row["held_on"]), row["id"]), reverse=True)


@kind(
    "action_items",
    "议定事项",
    content="议定事项",
    meeting="会议",
    project="项目名称",
    owner_unit="责任单位",
    owner_person="责任人",
    deadline="完成时限",
    status="状态",
    overdue_days="逾期天数",
    done_on="完成时间",
    result="落实情况",
    last_note="最新进展",
    warning="提示",
)
def action_items(session: Session, as_of: str, scope: Scope) -> Rows:
    """Action items of meetings held by the day, open ones by deadline first; in a scope, those of its projects.

    `open`, `state` and `overdue_days` are as of the day; `follow_ups` are the lines of its record, `last_note`
    is the last of them.
    """
    view = View(session.facts(as_of), scope)
    names, zones = view.facts.projects, view.facts.zones
    held = {row["id"]: row["held_on"] for row in session.reader.rows("meeting", columns=("id", "held_on"))}
    items = rows_of(session, "action_item")
    notes = _notes(session, items, as_of)
    found = []
    for row in items:
        project_id, day = row["project_id"], held.get(row["meeting_id"])
        if (project_id is None and scope != Scope()) or (project_id and project_id not in view.members):
            continue
        if day and takes_effect(day) > as_of:
            continue
        zone_id = names[project_id].zone_id if project_id in names else None
        own, still_open = notes.get(row["id"], []), is_open(row, as_of)
        last = own[-1] if own else None
        found.append(
            row
            | {
                "zone": zones.get(zone_id) if zone_id is not None else None,
                "held_on": day,
                "open": still_open,
                # What was done only later was under way on the day.
                "state": ACTION_STATES[1] if still_open and row["status"] == ACTION_DONE else row["status"],
                "overdue_days": overdue_days(row, as_of),
                "days_left": days_between(as_of, row["deadline"]) if row["deadline"] else None,
                "last_note": f"{last['happened_on'] or ''} {last['content'] or ''}".strip() if last else None,
                "follow_ups": own,
                "warning": _told(faults_of_action(row, day)),
            }
        )
    return sorted(found, key=_urgency)


def _urgency(row: dict[str, Any]) -> tuple[bool, str, int]:
    return (not row["open"], _day(row["deadline"]) if row["open"] else "", -row["id"])


def _day(iso: str | None) -> str:
    """A partial date made to sort; one unsaid comes last."""
    return takes_effect(iso) if iso else "9999"


def _notes(session: Session, items: Rows, as_of: str) -> dict[int, Rows]:
    """The lines of the record of each action item by the day, the oldest first."""
    lines = session.reader.rows_in("follow_up", "action_item_id", [item["id"] for item in items])
    found: dict[int, Rows] = defaultdict(list)
    for row in sorted(lines, key=lambda row: row["happened_on"] or ""):
        if not row["happened_on"] or reached(row["happened_on"], as_of):
            told = {key: row[key] for key in ("id", "happened_on", "kind", "content", "by_whom")}
            found[row["action_item_id"]].append(told)
    return found


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
        "warning": _told(campaign_rules.faults_of(campaign)),
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
                    "why": _told(member.why),
                    "reached_on": member.reached_on,
                    **{key: project[key] for key in ("duty_unit", "duty_person", "service_officer")},
                }
            )
    return found
