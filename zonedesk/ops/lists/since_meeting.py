"""周调度表: what changed since the last weekly meeting, each thing a row."""

from __future__ import annotations

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.money import format_money
from zonedesk.domain.since import MONEY, PART_LABELS
from zonedesk.ops.lists.registry import Rows, kind, words
from zonedesk.ops.session import Session
from zonedesk.ops.since_meeting import SinceMeeting, days_of, since_meeting

words("part", PART_LABELS)


@kind(
    "since_meeting",
    "周调度表",
    part="变化",
    project="项目名称",
    zone="开发区",
    text="情况",
    day="日期",
    amount="完成投资变化(亿元)",
    by_record="本期补登或更正",
)
def changes(session: Session, as_of: str, scope: Scope) -> Rows:
    """What changed by the day since the last weekly meeting held before it (without one: in seven days)."""
    since, until = days_of(session.reader, as_of)
    return rows_of_changes(since_meeting(session, since, until, scope))


def rows_of_changes(found: SinceMeeting) -> Rows:
    """The changes as plain rows, by heading, then by zone and project; `since` and `until` in each."""
    rows: Rows = []
    for part, own in found.changes.items():
        for change in sorted(own, key=lambda each: (found.zone(each.project_id), each.project_id)):
            rows.append(
                {
                    "id": len(rows) + 1,
                    "part": part,
                    "project_id": change.project_id,
                    "project": found.project(change.project_id).name,
                    "zone": found.zone(change.project_id) or None,
                    "text": change.text,
                    "day": change.day,
                    "amount": format_money(change.amount) if part == MONEY else None,
                    "by_record": not change.dated,
                    "since": found.since,
                    "until": found.until,
                }
            )
    return rows
