"""What a meeting has on its table: what changed since the last one, what became of its decisions, who is silent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zonedesk.domain import since as parts
from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.meetings import WEEKLY
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.ops.list_sheet import scope_words
from zonedesk.ops.lists import Rows, kinds
from zonedesk.ops.meetings import last_meeting
from zonedesk.ops.session import Session
from zonedesk.ops.since_meeting import SinceMeeting, days_of, since_meeting
from zonedesk.ops.working_day import report_day

_WHO = ("service_officer", "duty_unit", "duty_person")


@dataclass(frozen=True)
class WeeklyData:
    """The paper of one meeting. `meeting` is its row, None where a month has none: then `until` is its last day.

    `items` are the action items of earlier meetings that were open at `since` or came after; `decided` those of
    this meeting. `duty` tells by project who answers for what is missing.
    """

    meeting: dict[str, Any] | None
    found: SinceMeeting
    items: Rows
    decided: Rows
    duty: dict[int, dict[str, Any]]
    scope: str
    office: str

    @property
    def kind(self) -> str:
        """The kind of the meeting."""
        return self.meeting["kind"] if self.meeting else WEEKLY


def paper_of(
    session: Session,
    meeting: dict[str, Any] | None,
    until: str,
    scope: Scope | None = None,
    *,
    since: str = "",
) -> WeeklyData:
    """The paper of a meeting (a row, or None) held on `until` (ISO), compared with `since` or the one before it."""
    scope = scope or Scope()
    before, until = days_of(session.reader, until, meeting["kind"] if meeting else WEEKLY)
    since = since or before
    found = since_meeting(session, since, until, scope)
    number = meeting["id"] if meeting else None
    rows = kinds()["action_items"].rows(session, until, scope)
    earlier = [row for row in rows if row["meeting_id"] != number or number is None]
    items = [
        row
        for row in earlier
        if row["open"] or row["doubtful"] or not reached(row["done_on"] or since, since)
    ]
    silent = found.ids(parts.MISSING)
    people = session.reader.rows_in("project", "id", silent, columns=("id", *_WHO))
    return WeeklyData(
        meeting,
        found,
        items,
        [row for row in rows if number is not None and row["meeting_id"] == number],
        {row["id"]: row for row in people},
        scope_words(session, scope),
        session.reader.setting(OFFICE_NAME) or "",
    )


def paper_of_month(session: Session, month: str, scope: Scope | None = None) -> WeeklyData:
    """The paper of the last weekly meeting held in a month "YYYY-MM"; without one, of its `report_day`."""
    end = report_day(session.reader, month)
    meeting = last_meeting(session.reader, WEEKLY, end)
    if meeting and takes_effect(meeting["held_on"])[:7] == month:
        return paper_of(session, meeting, takes_effect(meeting["held_on"]), scope)
    return paper_of(session, None, end, scope)
