"""Meetings and action items: holding one, noting what was decided, following it to its end."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.dates import is_iso, reached, takes_effect
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.meetings import meeting_name
from zonedesk.domain.tracking_columns import ACTION_DONE, ACTION_STATES
from zonedesk.domain.values import clean_text
from zonedesk.ops import edit
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer


def add_meeting(w: Writer, *, kind: str, held_on: str, name: str = "") -> int:
    """新增会议: named by its kind and day if `name` is empty. RefusedError for a day that is none."""
    _check_day(held_on)
    name = clean_text(name) or meeting_name(kind, held_on)
    w.label = f"新增会议“{name}”"
    return w.insert("meeting", {"kind": kind, "held_on": held_on, "name": name})


def set_meeting_field(w: Writer, *, meeting_id: int, key: str, text: str) -> None:
    """修改会议: one field, as `edit.set_field`; a name that nobody chose follows kind and day."""
    before = w.row("meeting", meeting_id)
    edit.set_field(w, table="meeting", row_id=meeting_id, key=key, text=text)
    after = w.row("meeting", meeting_id)
    if (
        before
        and after
        and before["name"] == after["name"] == meeting_name(before["kind"], before["held_on"])
    ):
        w.update("meeting", meeting_id, {"name": meeting_name(after["kind"], after["held_on"])})


def add_action(
    w: Writer,
    *,
    content: str,
    meeting_id: int | None = None,
    project_id: int | None = None,
    owner_unit: str = "",
    owner_person: str = "",
    deadline: str | None = None,
) -> int:
    """新增议定事项. With a project and no owner named, the project's own 责任单位 and 责任人 answer for it."""
    content = clean_text(content)
    if not content:
        raise RefusedError("field.empty_name", label="议定事项")
    if deadline:
        _check_day(deadline)
    project = w.row("project", project_id) if project_id is not None else None
    if project and not owner_unit and not owner_person:
        owner_unit, owner_person = project["duty_unit"] or "", project["duty_person"] or ""
    w.label = f"新增议定事项“{content[:12]}”"
    return w.insert(
        "action_item",
        {
            "content": content,
            "meeting_id": meeting_id,
            "project_id": project_id,
            "owner_unit": owner_unit or None,
            "owner_person": owner_person or None,
            "deadline": deadline or None,
        },
    )


def close_action(w: Writer, *, action_id: int, done_on: str, result: str = "", by_whom: str = "") -> None:
    """议定事项办结: done on a day (ISO), with what came of it, and its line in the record; what was written as result
    stays if none is given.
    """
    _check_day(done_on)
    action = _action(w, action_id)
    w.label = f"办结议定事项“{action['content'][:12]}”"
    result = clean_text(result) or action["result"]
    w.update("action_item", action_id, {"status": ACTION_DONE, "done_on": done_on, "result": result})
    told = f"办结：{result}" if result else "办结"
    _note(w, action, happened_on=done_on, kind="进展", content=told, by_whom=by_whom)


def reopen_action(w: Writer, *, action_id: int) -> None:
    """议定事项重新办理: no longer done; what was written of its result stays."""
    action = _action(w, action_id)
    w.label = f"重新办理议定事项“{action['content'][:12]}”"
    w.update("action_item", action_id, {"status": ACTION_STATES[1], "done_on": None})


def follow_action(
    w: Writer, *, action_id: int, happened_on: str, content: str, kind: str = "进展", by_whom: str = ""
) -> int:
    """登记议定事项进展: one line of what happened; an item that had not begun is under way from then on."""
    _check_day(happened_on)
    action, content = _action(w, action_id), clean_text(content)
    if not content:
        raise RefusedError("field.empty_name", label="内容")
    w.label = f"登记议定事项“{action['content'][:12]}”{kind}"
    if action["status"] == ACTION_STATES[0]:
        w.update("action_item", action_id, {"status": ACTION_STATES[1]})
    return _note(w, action, happened_on=happened_on, kind=kind, content=content, by_whom=by_whom)


def _note(w: Writer, action: dict[str, Any], *, by_whom: str, **line: str) -> int:
    belongs = {"action_item_id": action["id"], "project_id": action["project_id"]}
    return w.insert("follow_up", belongs | line | {"by_whom": by_whom or None})


def meeting_before(reader: Reader, kind: str, held_on: str) -> dict[str, Any] | None:
    """The last meeting of a kind held before a day (ISO), or None."""
    held = [
        row
        for row in reader.rows("meeting", kind=kind)
        if row["held_on"] and takes_effect(row["held_on"]) < takes_effect(held_on)
    ]
    return max(held, key=lambda row: (takes_effect(row["held_on"]), row["id"]), default=None)


def last_meeting(reader: Reader, kind: str, as_of: str) -> dict[str, Any] | None:
    """The last meeting of a kind held by the day `as_of` (ISO), or None."""
    held = [row for row in reader.rows("meeting", kind=kind) if reached(row["held_on"], as_of)]
    return max(held, key=lambda row: (takes_effect(row["held_on"]), row["id"]), default=None)


def _action(w: Writer, action_id: int) -> dict[str, Any]:
    action = w.row("action_item", action_id)
    if action is None:
        raise RefusedError("record.missing", what="议定事项", name=str(action_id))
    return action


def _check_day(iso: str) -> None:
    if not is_iso(iso):
        raise RefusedError("date.bad", text=iso)
