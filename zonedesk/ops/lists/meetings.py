"""The lists of meetings and of what they decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from zonedesk.domain.dates import days_between, reached, takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.meetings import faults_of_action, has_odd_status, is_open, meeting_name, overdue_days
from zonedesk.domain.messages import say_all
from zonedesk.domain.tracking_columns import ACTION_DONE, ACTION_STATES
from zonedesk.ops.lists.registry import Rows, kind, rows_of
from zonedesk.ops.session import Session


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
)
def meetings(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every meeting, the newest first, those without a day before them; counts of its action items as of the day."""
    items: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for item in session.reader.rows("action_item"):
        items[item["meeting_id"]].append(item)
    found = []
    rows = rows_of(session, "meeting")
    # Two weekly meetings of one week are doubtful even where they name two days.
    held = Counter(meeting_name(row["kind"], row["held_on"]) for row in rows)
    for row in rows:
        own = items[row["id"]]
        found.append(
            row
            | {
                "items": len(own),
                "open_items": sum(is_open(item, as_of) for item in own),
                "overdue_items": sum(overdue_days(item, as_of) > 0 for item in own),
                "warning": say_all(_faults(row, held[meeting_name(row["kind"], row["held_on"])])),
            }
        )
    return sorted(found, key=lambda row: (_day(row["held_on"]), row["id"]), reverse=True)


def _faults(row: dict[str, Any], times: int) -> list[Problem]:
    """What is odd about a meeting, of which so many are noted for its day (its week, its 旬, its month)."""
    day = row["held_on"]
    if not day:
        return [] if row["unfit"].get("held_on") else [Problem("meeting.no_day")]
    return (
        [Problem("meeting.twice", {"name": meeting_name(row["kind"], day), "n": times})] if times > 1 else []
    )


@kind(
    "action_items",
    "议定事项",
    content="议定事项",
    meeting="会议",
    project="项目名称",
    owner_unit="责任单位",
    owner_person="责任人",
    deadline="完成时限",
    state="状态",
    overdue_days="逾期天数",
    done_on="完成时间",
    result="落实情况",
    last_note="最新进展",
)
def action_items(session: Session, as_of: str, scope: Scope) -> Rows:
    """Action items of meetings held by the day, open ones by deadline first; in a scope, those of its projects.

    `open`, `state` and `overdue_days` are as of the day; `doubtful` is one whose status is no state; `follow_ups` are the lines of its record, `last_note`
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
                "doubtful": has_odd_status(row),
                "state": _state(row, still_open=still_open),
                "overdue_days": overdue_days(row, as_of),
                "days_left": days_between(as_of, row["deadline"]) if row["deadline"] else None,
                "last_note": f"{last['happened_on'] or ''} {last['content'] or ''}".strip() if last else None,
                "follow_ups": own,
                "warning": say_all(faults_of_action(row, day)),
            }
        )
    return sorted(found, key=_urgency)


def _urgency(row: dict[str, Any]) -> tuple[bool, str, int]:
    going_on = row["open"] or row["doubtful"]
    return (not going_on, _day(row["deadline"]) if going_on else "", -row["id"])


def _state(row: dict[str, Any], *, still_open: bool) -> str:
    if has_odd_status(row):
        return f"{row['status']}（待核）"
    # What was done only later was under way on the day.
    return ACTION_STATES[1] if still_open and row["status"] == ACTION_DONE else str(row["status"])


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
