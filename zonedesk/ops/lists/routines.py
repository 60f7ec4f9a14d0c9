"""The lists of the office's calendar: its duties, and what they ask for."""

from __future__ import annotations

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.messages import say_all
from zonedesk.domain.routines import WHEN_LABELS, faults_of
from zonedesk.ops.lists.registry import Rows, kind, rows_of, words
from zonedesk.ops.routines import duties
from zonedesk.ops.session import Session

words("when", {when.value: label for when, label in WHEN_LABELS.items()})
_MOST_DAYS = 10**6  # more than any day's number


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
    return [row | {"warning": say_all(faults_of(row))} for row in rows_of(session, "routine")]


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
