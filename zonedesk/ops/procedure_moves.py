"""What happens to a procedure: handed in, taken in, paused, done, not needed; and the days that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zonedesk.domain.clock import clock_of
from zonedesk.domain.columns import DONE, NOT_REQUIRED, PROCEDURE_STATES, REQUIRED, TABLE_LABELS, field_of
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import register
from zonedesk.domain.procedure_warnings import valid_to
from zonedesk.domain.procedures import with_state
from zonedesk.domain.templates import Template
from zonedesk.domain.values import clean_text, read_value
from zonedesk.ops import edit
from zonedesk.ops.templates import book_of, calendar_of
from zonedesk.store.writer import Writer

register(
    {
        "procedure.paused_already": "“{name}”的计时已经暂停（{reason}），不能再暂停。请先恢复计时。",
        "procedure.not_paused": "“{name}”没有暂停计时。",
        "procedure.not_taken_in": "“{name}”还没有受理，不必暂停计时。请先登记受理时间。",
        "procedure.no_day": "请写明日期，如 2024-03-31。",
    }
)

NOT_STARTED, SUBMITTED, ACCEPTED, DOING = PROCEDURE_STATES[0], "已申报", "已受理", "办理中"
SUPPLEMENT, REVIEW, NOTICE = "补正", "技术评审", "公示"
PAUSE_REASONS = (SUPPLEMENT, REVIEW, NOTICE, "听证", "等前置手续", "企业原因")
_STATE_WHILE = {SUPPLEMENT: "补正", REVIEW: "审查中", NOTICE: "审查中", "听证": "审查中"}
_PAUSED = "暂停"
_LATE = "9999-12-31"


def submit(w: Writer, *, procedure_id: int, on: str) -> None:
    """申报: handed in on a day as typed."""
    row, day = _row(w, procedure_id), _day(on)
    _write(w, row, {"status": SUBMITTED, "submitted_on": day}, day)
    _name(w, row, f"申报（{day}）")


def accept(w: Writer, *, procedure_id: int, on: str) -> None:
    """受理: taken in on a day as typed; the promised day follows from the template's days, unless one is written."""
    row, day = _row(w, procedure_id), _day(on)
    before = due_day(w, row)
    _write(w, row, {"status": ACCEPTED, "accepted_on": day}, day)
    keep_promise(w, procedure_id, before)
    _name(w, row, f"受理（{day}）")


def finish(w: Writer, *, procedure_id: int, on: str, doc_no: str = "") -> None:
    """办结: done on a day as typed. A pause that runs ends with it; a permit's validity follows from its template."""
    row, day = _row(w, procedure_id), _day(on)
    for pause in _open_pauses(w, procedure_id):
        w.update("procedure_pause", pause["id"], {"to_on": day})
    values: dict[str, Any] = {"status": DONE, "done_on": day, "required": REQUIRED}
    if clean_text(doc_no):
        values["doc_no"] = clean_text(doc_no)
    until = valid_to(row | values, _template(w, row))
    if until and not row["valid_to"]:
        values["valid_to"] = until
    _write(w, row, values, day)
    _name(w, row, f"办结（{day}）")


def pause(w: Writer, *, procedure_id: int, reason: str, on: str) -> None:
    """暂停计时: from a day as typed, for a reason. Raises RefusedError if it was not taken in or is paused already."""
    row, day, why = _row(w, procedure_id), _day(on), clean_text(reason)
    if not (row["accepted_on"] or row["submitted_on"]):
        raise RefusedError("procedure.not_taken_in", name=row["name"])
    if paused := _open_pauses(w, procedure_id):
        raise RefusedError("procedure.paused_already", name=row["name"], reason=paused[0]["reason"] or "")
    values = {"reason": why, "from_on": day}
    w.insert("procedure_pause", {"project_id": row["project_id"], "procedure_id": procedure_id, **values})
    _write(w, row, {"status": _STATE_WHILE.get(why, _PAUSED)}, day)
    _name(w, row, f"暂停计时：{why}（{day}起）")


def resume(w: Writer, *, procedure_id: int, on: str) -> None:
    """恢复计时: the last day that does not count, as typed; the promised day moves on by what was paused."""
    row, day = _row(w, procedure_id), _day(on)
    paused = _open_pauses(w, procedure_id)
    if not paused:
        raise RefusedError("procedure.not_paused", name=row["name"])
    before = due_day(w, row, without={each["id"] for each in paused})
    for each in paused:
        w.update("procedure_pause", each["id"], {"to_on": day})
    keep_promise(w, procedure_id, before)
    back = ACCEPTED if row["accepted_on"] else SUBMITTED
    reviewed = paused[0]["reason"] in (REVIEW, NOTICE, "听证")
    _write(w, row, {"status": "审查中" if reviewed else back}, day)
    _name(w, row, f"恢复计时（不计时至{day}）")


def mark_not_required(w: Writer, *, procedure_id: int, reason: str) -> None:
    """无需办理: leaves the base of 办结率. Without a reason it is marked all the same, and stands out."""
    row, why = _row(w, procedure_id), clean_text(reason)
    w.update("procedure", procedure_id, {"required": NOT_REQUIRED, "not_required_reason": why or None})
    _name(w, row, f"无需办理：{why or '（未写理由）'}")


def set_step_done(w: Writer, *, step_id: int, text: str) -> None:
    """办理环节完成时间, as typed; empty takes it back. The first step done begins a procedure that was not begun."""
    step = w.row("procedure_step", step_id)
    if step is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["procedure_step"], name=str(step_id))
    edit.set_field(w, table="procedure_step", row_id=step_id, key="done_on", text=text)
    row, now = _row(w, step["procedure_id"]), w.row("procedure_step", step_id) or {}
    if now.get("done_on") and row["status"] == NOT_STARTED:
        _write(w, row, {"status": DOING}, now["done_on"])
    told = f"完成（{now['done_on']}）" if now.get("done_on") else "撤回完成时间"
    _name(w, row, f"环节“{step['name']}”{told}")


def due_day(
    w: Writer, row: Mapping[str, Any], *, without: set[int] | frozenset[int] = frozenset()
) -> str | None:
    """The day on which a procedure's days are up by its template, pauses left out; None if nothing is laid down."""
    template = _template(w, row)
    if template is None:
        return None
    found = w.find_all("procedure_pause", procedure_id=row["id"])
    pauses = [each for each in found if each["id"] not in without]
    undone = {**row, "status": DOING, "done_on": None}
    clock = clock_of(undone, pauses, template.terms, calendar_of(w), _LATE[:10])
    return clock.due if clock else None


def keep_promise(w: Writer, procedure_id: int, before: str | None) -> None:
    """Have 承诺办结时间 follow the clock, where it is empty or stood at the day `before` that the clock gave till now."""
    row = _row(w, procedure_id)
    due = due_day(w, row)
    if due and row["promised_on"] in (None, before):
        w.update("procedure", procedure_id, {"promised_on": due})


def _write(w: Writer, row: Mapping[str, Any], values: dict[str, Any], on: str) -> None:
    w.update("procedure", row["id"], with_state(row, values, takes_effect(on)))


def _row(w: Writer, procedure_id: int) -> dict[str, Any]:
    row = w.row("procedure", procedure_id)
    if row is None:
        raise RefusedError("record.missing", what=TABLE_LABELS["procedure"], name=str(procedure_id))
    return row


def _template(w: Writer, row: Mapping[str, Any]) -> Template | None:
    return book_of(w).of_procedure(row)


def _open_pauses(w: Writer, procedure_id: int) -> list[dict[str, Any]]:
    found = w.find_all("procedure_pause", procedure_id=procedure_id)
    return [each for each in found if each["from_on"] and not each["to_on"]]


def _day(text: str) -> str:
    """A day as typed; RefusedError if it is not one."""
    reading = read_value(field_of("procedure", "done_on"), text)
    if reading.value is None:
        raise RefusedError("date.bad", text=text) if text.strip() else RefusedError("procedure.no_day")
    return str(reading.value)


def _name(w: Writer, row: Mapping[str, Any], what: str) -> None:
    w.label = f"{edit.name_of(w, 'procedure', dict(row))}{what}"
