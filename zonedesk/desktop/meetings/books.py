"""The books of the page 调度: which columns and chips each has, and how its cells look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Chip, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.light import colour_of, light_icon, light_text
from zonedesk.desktop.widgets.simple_table import Cell
from zonedesk.domain.campaigns import COURSE_LABELS, Course
from zonedesk.domain.columns import field_of
from zonedesk.domain.routines import WHEN_LABELS, When
from zonedesk.ops.meetings import set_meeting_field

WHEN_LIGHTS = {"overdue": "red", "today": "yellow", "this_week": "yellow", "done": "green"}
COURSE_LIGHTS = {"behind": "red", "on_way": "none", "reached": "green", "out": "none", "unknown": "none"}
_WEEKDAYS = "一二三四五六日"


def weekday(iso: str | None) -> str:
    """“周五”, or "" for a date that names no day."""
    return f"周{_WEEKDAYS[dt.date.fromisoformat(iso).weekday()]}" if iso and len(iso) == 10 else ""


def due_spec() -> BookSpec:
    """本期待办. Read only: a duty is marked done, not typed into."""
    translate = QCoreApplication.translate
    lights = {When.OVERDUE: "red", When.TODAY: "yellow", When.THIS_WEEK: "yellow", When.DONE: "green"}
    return BookSpec(
        kind="routines_due",
        columns=(
            BookColumn("when", 82, label=translate("meetings", "状态")),
            BookColumn("name", 104),
            BookColumn("period", 118),
            BookColumn("due_on", 126),
            BookColumn("days", 100, label=translate("meetings", "时限")),
            BookColumn("output", 170, stretch=True),
            BookColumn("note", 150),
        ),
        chips=tuple(
            Chip(when.value, WHEN_LABELS[when], _is("when", when.value), light_icon(lights.get(when, "none")))
            for when in When
        ),
        empty=translate(
            "meetings", "还没有例行工作。建立周例会、旬复盘、月通报等例行工作后，到期的会列在这里。"
        ),
        cell=_due_cell,
        row_colour=lambda row: tokens.SECOND if row["when"] in {"done", "later"} else "",
        alone=False,
    )


def _is(key: str, value: str) -> Callable[[Row], bool]:
    return lambda row: row[key] == value


def _due_cell(row: Row, key: str) -> Cell | None:
    translate = QCoreApplication.translate
    if key == "when":
        light = WHEN_LIGHTS.get(row["when"], "none")
        colour = colour_of(light) if row["when"] in WHEN_LIGHTS else tokens.SECOND
        return Cell(light_text(light, WHEN_LABELS[When(row["when"])]), colour=colour)
    if key == "due_on":
        return Cell(f"{row['due_on']} {weekday(row['due_on'])}")
    if key == "days":
        return Cell(time_told(row), colour=tokens.RED if row["when"] == "overdue" else "")
    if key == "note" and row["meeting"]:
        return Cell(translate("meetings", "已召开{name}").format(name=row["meeting"]))
    return None


def time_told(row: Row) -> str:
    """How a duty stands to its day: “按期完成”, “已过 3 天”, “还有 5 天”."""
    translate = QCoreApplication.translate
    if row["when"] == "done":
        late = row["late_days"]
        return (
            translate("meetings", "迟 {n} 天完成").format(n=late)
            if late
            else translate("meetings", "按期完成")
        )
    if row["days"] < 0:
        return translate("meetings", "已过 {n} 天").format(n=-row["days"])
    if row["days"] == 0:
        return translate("meetings", "今天")
    return translate("meetings", "还有 {n} 天").format(n=row["days"])


def meeting_spec(new_values: Callable[[Desk], dict[str, str]]) -> BookSpec:
    """会议."""
    translate = QCoreApplication.translate
    return BookSpec(
        kind="meetings",
        table="meeting",
        columns=(
            BookColumn("held_on", 92),
            BookColumn("kind", 66, label=translate("meetings", "种类")),
            BookColumn("name", 136, stretch=True),
            BookColumn(
                "open_items", 54, editable=False, right=True, label=translate("meetings", "未办\n事项")
            ),
        ),
        new_values=new_values,
        write=_write_meeting,
        empty=translate("meetings", "还没有会议。按 Insert 新增一次会议，右侧即列出上次会议以来的变化。"),
        warn=lambda row, key: (row["warning"] or "") if key == "held_on" else "",
        cell=_meeting_cell,
        alone=False,
    )


def _write_meeting(desk: Desk, row: Row, key: str, text: str) -> bool:
    of = field_of("meeting", key)
    return desk.type_in(set_meeting_field, of, text, meeting_id=row["id"], key=key) is not None


def _meeting_cell(row: Row, key: str) -> Cell | None:
    if key == "open_items":
        late = row["overdue_items"]
        text = str(row["open_items"]) if row["open_items"] else ""
        told = QCoreApplication.translate("meetings", "议定 {n} 项，未办结 {o} 项，逾期 {d} 项")
        tip = told.format(n=row["items"], o=row["open_items"], d=late)
        return Cell(light_text("red", text) if late else text, tip=tip, colour=tokens.RED if late else "")
    return None


def action_spec(*, of_meeting: Callable[[], dict[str, int]] | None = None) -> BookSpec:
    """议定事项; with `of_meeting`, those of one meeting: columns that say what is known there anyway are left out."""
    translate = QCoreApplication.translate
    columns: tuple[BookColumn, ...] = (
        BookColumn("content", 216, stretch=True),
        BookColumn(
            "overdue_days", 66, editable=False, right=True, label=translate("meetings", "逾期\n（天）")
        ),
        BookColumn("deadline", 92),
        BookColumn("status", 66),
        BookColumn("owner_unit", 104),
        BookColumn("owner_person", 66),
        BookColumn("project", tokens.NAME_WIDTH, link="project_id"),
        BookColumn("meeting", 126),
        BookColumn("last_note", 200, editable=False, label=translate("meetings", "最新进展")),
        BookColumn("done_on", 92),
        BookColumn("result", 160),
    )
    if of_meeting:
        columns = tuple(column for column in columns if column.key not in {"meeting", "last_note", "done_on"})
    chips = (
        Chip("open", translate("meetings", "未办结"), lambda row: row["open"]),
        Chip(
            "overdue", translate("meetings", "逾期"), lambda row: bool(row["overdue_days"]), light_icon("red")
        ),
        Chip("this_week", translate("meetings", "七天内到期"), _within_a_week, light_icon("yellow")),
        Chip("undated", translate("meetings", "无时限"), lambda row: row["open"] and not row["deadline"]),
        Chip(
            "doubtful", translate("meetings", "状态待核"), lambda row: row["doubtful"], light_icon("yellow")
        ),
        Chip(
            "done",
            translate("meetings", "已完成"),
            lambda row: not (row["open"] or row["doubtful"]),
            light_icon("green"),
        ),
    )
    return BookSpec(
        kind="action_items",
        table="action_item",
        columns=columns,
        chips=() if of_meeting else chips,
        new={"content": translate("meetings", "（新议定事项）")},
        empty=translate("meetings", "还没有议定事项。按 Alt+3 到此处，再按 Insert 新增。")
        if of_meeting
        else translate("meetings", "还没有议定事项。按 Insert 新增。"),
        row_colour=lambda row: "" if row["open"] or row["doubtful"] else tokens.SECOND,
        warn=_action_warning,
        cell=_action_cell,
        linked=of_meeting,
        alone=False,
    )


def _within_a_week(row: Row) -> bool:
    return bool(row["open"] and row["days_left"] is not None and 0 <= row["days_left"] <= 7)


def _action_warning(row: Row, key: str) -> str:
    """Each doubt stands at the cell that it is about; see `domain.meetings.faults_of_action`."""
    told = [part for part in (row["warning"] or "").split("；") if part]
    words = {"deadline": "完成时限", "owner_unit": "责任单位", "status": "状态仍是"}
    if key in words:
        return "；".join(part for part in told if words[key] in part)
    if key == "done_on":
        return "；".join(part for part in told if "完成时间" in part and "状态仍是" not in part)
    return ""


def _action_cell(row: Row, key: str) -> Cell | None:
    if key == "overdue_days":
        days = row["overdue_days"]
        return Cell(light_text("red", str(days)), colour=tokens.RED, bold=True) if days else Cell("")
    return None


def campaign_spec() -> BookSpec:
    """专项行动."""
    translate = QCoreApplication.translate
    return BookSpec(
        kind="campaigns",
        table="campaign",
        columns=(
            BookColumn("name", 140, stretch=True),
            BookColumn("goal", 68),
            BookColumn("start_on", 90),
            BookColumn("goal_on", 90),
            BookColumn("days_left", 90, editable=False, label=translate("meetings", "倒计时")),
            BookColumn("projects", 60, editable=False, right=True, label=translate("meetings", "项目")),
            BookColumn("reached", 60, editable=False, right=True, label=translate("meetings", "已达到")),
            BookColumn("behind", 60, editable=False, right=True, label=translate("meetings", "滞后")),
            BookColumn(
                "percent", 70, editable=False, right=True, label=translate("meetings", "完成率\n（%）")
            ),
        ),
        empty=translate(
            "meetings", "还没有专项行动。按 Insert 新增，可把当前范围内尚未达到目标的项目一次列入。"
        ),
        warn=lambda row, key: (row["warning"] or "") if key == "goal_on" else "",
        cell=_campaign_cell,
        alone=False,
    )


def _campaign_cell(row: Row, key: str) -> Cell | None:
    if key == "days_left":
        return Cell(countdown(row["days_left"]), colour=tokens.RED if (row["days_left"] or 0) < 0 else "")
    if key == "behind" and row["behind"]:
        return Cell(light_text("red", str(row["behind"])), colour=tokens.RED)
    return None


def countdown(days: int | None) -> str:
    """“还有 61 天”, “今天到期”, “已过 3 天”, "" without a goal day."""
    translate = QCoreApplication.translate
    if days is None:
        return ""
    if days == 0:
        return translate("meetings", "今天到期")
    told = translate("meetings", "还有 {n} 天") if days > 0 else translate("meetings", "已过 {n} 天")
    return told.format(n=abs(days))


def member_spec() -> BookSpec:
    """专项行动项目, of the campaign in view."""
    translate = QCoreApplication.translate
    chips = (Course.BEHIND, Course.ON_WAY, Course.REACHED, Course.OUT)
    return BookSpec(
        kind="campaign_projects",
        table="campaign_project",
        columns=(
            BookColumn("project", tokens.NAME_WIDTH, editable=False, link="project_id"),
            BookColumn("course", 78, editable=False),
            BookColumn("why", 190, editable=False, stretch=True),
            BookColumn("planned", 86, editable=False),
            BookColumn("zone", 140, editable=False),
            BookColumn("reached_on", 86, editable=False),
            BookColumn("duty_unit", 100, editable=False, label=translate("meetings", "责任单位")),
            BookColumn("service_officer", 70, editable=False, label=translate("meetings", "服务专员")),
        ),
        chips=tuple(
            Chip(
                each.value,
                COURSE_LABELS[each],
                _is("course", each.value),
                light_icon(COURSE_LIGHTS[each.value]),
            )
            for each in chips
        ),
        needs_project=True,
        empty=translate(
            "meetings", "此行动还没有项目。在右侧把当前范围内的项目一次列入，或按 Insert 逐个选择。"
        ),
        cell=_member_cell,
        row_colour=lambda row: tokens.SECOND if row["course"] in {"reached", "out"} else "",
        alone=False,
    )


def _member_cell(row: Row, key: str) -> Cell | None:
    if key == "course":
        light = COURSE_LIGHTS[row["course"]]
        told = light_text(light, COURSE_LABELS[Course(row["course"])])
        return Cell(told, colour=colour_of(light) if light != "none" else "")
    return None
