"""What an officer does with duties (责任清单): say who answers for a project from when, and until when.

The project's own columns (包联领导, 责任单位, 责任人, 服务专员) are kept in step with the rows: grid, exports and
reports read them.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.dates import is_iso, takes_effect
from zonedesk.domain.duties import (
    OWN_COLUMNS,
    UNIT_ROLES,
    Duty,
    answering,
    in_force,
    key_of,
    own_text,
    who_of,
)
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.values import clean_text
from zonedesk.ops import edit
from zonedesk.store.writer import Writer


def assign(
    w: Writer,
    *,
    project_id: int,
    role: str,
    who: str,
    from_on: str,
    org: str = "",
    phone: str = "",
    to_on: str = "",
    succeed: bool = False,
) -> int:
    """明确责任: `who` answers in `role` from a day (ISO) on, beside those who do, or in their place with `succeed`; until
    `to_on`, the last day, if one is given.

    Those who are succeeded end on the day before. RefusedError without a name or whole day, if it ends before it
    starts, or if `who` has the role.
    """
    project, who, role = _project(w, project_id), clean_text(who), clean_text(role)
    if not who or not role:
        raise RefusedError("duty.no_name", role=role or "该职责")
    _whole_day(from_on)
    if to_on:
        _whole_day(to_on)
        if to_on < from_on:
            raise RefusedError("duty.ends_before_start", who=who, role=role, from_on=from_on, to_on=to_on)
    before = _now(w, project, role, from_on)
    if any(key_of(duty.who) == key_of(who) for duty in before):
        raise RefusedError("duty.already", who=who, role=role)
    if succeed:
        last = (dt.date.fromisoformat(from_on) - dt.timedelta(days=1)).isoformat()
        for duty in before:
            _end(w, project_id, duty, last, asked=from_on)
    unit = role in UNIT_ROLES
    values: dict[str, Any] = {"project_id": project_id, "role": role, "from_on": from_on}
    values["to_on"] = to_on or None
    values |= {"name": None if unit else who, "org": who if unit else clean_text(org) or None}
    row_id = w.insert("assignment", values | {"phone": clean_text(phone) or None})
    _keep_column(w, project, role, from_on)
    verb = "接任" if succeed and before else "任"
    w.label = f"明确“{project['name']}”责任：{who}{verb}{role}"
    return row_id


def end_duty(w: Writer, *, project_id: int, role: str, who: str, on: str) -> None:
    """结束责任: `on` (ISO) is the last day. RefusedError if `who` does not answer in that role on that day."""
    project = _project(w, project_id)
    _whole_day(on)
    duty = next((each for each in _now(w, project, role, on) if key_of(each.who) == key_of(who)), None)
    if duty is None:
        raise RefusedError("duty.not_found", who=who, role=role, on=on)
    _end(w, project_id, duty, on, asked=on)
    _keep_column(w, project, role, (dt.date.fromisoformat(on) + dt.timedelta(days=1)).isoformat())
    w.label = f"“{project['name']}”{duty.who}不再任{role}"


def end_assignment(w: Writer, *, assignment_id: int, on: str) -> None:
    """结束责任: as `end_duty`, of one row."""
    row = w.row("assignment", assignment_id)
    if row is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["assignment"], name=str(assignment_id))
    end_duty(w, project_id=row["project_id"], role=row["role"], who=who_of(row), on=on)


def set_own(w: Writer, *, project_id: int, role: str, text: str) -> None:
    """修改责任: the project's own column of a role."""
    edit.set_field(w, table="project", row_id=project_id, key=OWN_COLUMNS[role], text=text)


def _project(w: Writer, project_id: int) -> dict[str, Any]:
    project = w.row("project", project_id)
    if project is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["project"], name=str(project_id))
    return project


def _whole_day(on: str) -> None:
    if not (is_iso(on) and len(on) == 10):
        raise RefusedError("day.needed", text=on)


def _now(w: Writer, project: dict[str, Any], role: str, on: str) -> tuple[Duty, ...]:
    return answering(project, w.find_all("assignment", project_id=project["id"]), on).get(role, ())


def _end(w: Writer, project_id: int, duty: Duty, on: str, *, asked: str) -> None:
    """Let a duty that is in force on the day `asked` end; of a name that only the column knows, no more is known."""
    if duty.id is None:
        named = {"org": duty.who} if duty.role in UNIT_ROLES else {"name": duty.who}
        w.insert("assignment", {"project_id": project_id, "role": duty.role, "to_on": on} | named)
        return
    for row in w.find_all("assignment", project_id=project_id, role=duty.role):
        if key_of(who_of(row)) == key_of(duty.who) and in_force(row, asked):
            started = row["from_on"]
            # Who begins and is succeeded on one day has had that day.
            w.update("assignment", row["id"], {"to_on": max(on, takes_effect(started)) if started else on})


def _keep_column(w: Writer, project: dict[str, Any], role: str, on: str) -> None:
    """Let the project's own column say who has the role from that day on, or from the last one that is known."""
    column = OWN_COLUMNS.get(role)
    if column is None:
        return
    starts = [row["from_on"] for row in w.find_all("assignment", project_id=project["id"], role=role)]
    last = max([on, *(takes_effect(start) for start in starts if start)])
    now = _now(w, w.row("project", project["id"]) or project, role, last)
    w.update("project", project["id"], {column: own_text(now)})
