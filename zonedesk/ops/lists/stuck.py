"""The stuck lists (三未), how they went over the months, and who left them in the last one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from zonedesk.domain.course import standstill
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.messages import say
from zonedesk.domain.money import format_money
from zonedesk.domain.stays import Exit, TrendMonth
from zonedesk.ops.last_update import last_updates
from zonedesk.ops.lights import LightBoard
from zonedesk.ops.lists.registry import Rows, kind, note, words
from zonedesk.ops.next_step import NextStep, next_steps
from zonedesk.ops.session import Session
from zonedesk.ops.stuck import PROBLEM_KEYS, StuckRow, stuck_rows
from zonedesk.ops.stuck_trend import Departure, Trend, departures, stuck_trend

EXIT_LABELS = {
    Exit.TAKEN: "已走到下一步",
    Exit.WITHDRAWN: "终止或调出",
    Exit.SUSPENDED: "停工",
    Exit.CORRECTED: "更正",
}
words("how", {how.value: label for how, label in EXIT_LABELS.items()})
words("list", {name: definition.label for name, definition in DEFINITIONS.items()})
for _name in ("stuck_trend", "stuck_left"):
    note(
        _name,
        "进入、退出按各项目现在记录的签约、开工、投产、达效和终止（调出）时间计；"
        "更正指上月末曾计入、按现在的记录不应计入的项目。",
    )


def _register(name: str) -> None:
    @kind(
        name,
        DEFINITIONS[name].label,
        project="项目名称",
        zone="开发区",
        investment="总投资(亿元)",
        planned="应完成时间",
        due="类别",
        light="亮灯",
        overdue_days="逾期天数",
        category="堵点类别",
        obstacle="存在问题",
        measure="解决措施",
        sponsor="包联领导",
        duty="责任落实",
        deadline="完成时限",
        next_step="下一步",
        updated_on="最近更新",
    )
    def stuck(session: Session, as_of: str, scope: Scope) -> Rows:
        rows = stuck_rows(session.reader, session.figures(as_of, scope), name)
        return plain_rows(session, as_of, rows)


for _name in DEFINITIONS:
    _register(_name)


def plain_rows(session: Session, as_of: str, rows: list[StuckRow]) -> Rows:
    """Rows of a stuck list as plain data, in the order given, with what is to be done next and when they were written to.

    `planned` is the day by which the project is judged, `planned_derived` whether that was counted from the step
    before; `obstacle` says since when and why a project stands still, then its problem; `next_from` names the book that
    the next step stands in; `lit` says why a light is red or yellow.
    """
    ids = [row.project_id for row in rows]
    unsaid = [row.project_id for row in rows if not row.project["next_step"]]
    steps = next_steps(session.reader, unsaid, as_of)
    updates = last_updates(session.reader, session.record, ids)
    lights = session.kept(LightBoard).read(as_of)
    found: Rows = []
    for row in rows:
        said, update = row.project["next_step"], updates.get(row.project_id)
        step = NextStep(said, "project") if said else steps.get(row.project_id, NextStep())
        found.append(
            {
                "id": row.project_id,
                "project": row.name,
                "zone": row.zone or None,
                "investment": format_money(row.item.investment),
                "planned": row.item.planned,
                "planned_derived": row.item.derived,
                "due": row.due.value,
                "light": lights.light(row.project_id).value,
                "lit": [verdict.why for verdict in lights.lit(row.project_id)],
                "overdue_days": row.item.overdue_days,
                **_problem(row),
                "next_step": step.text or None,
                "next_on": step.day,
                "next_from": step.source or None,
                "sponsor": row.project["sponsor"],
                "duty_unit": row.duty_unit or None,
                "duty_person": row.duty_person or None,
                "duty": f"{row.duty_unit} {row.duty_person}".strip() or None,
                "service_officer": row.project["service_officer"],
                "obstacle": "；".join(filter(None, (*standstill(row.project), row.of_problem("description"))))
                or None,
                "suspended_on": row.project["suspended_on"],
                "suspend_reason": row.project["suspend_reason"],
                "resumed_on": row.project["resumed_on"],
                "resume_reason": row.project["resume_reason"],
                "updated_on": update.day if update else None,
                "updated_by": update.who if update else None,
                "reported_month": update.month or None if update else None,
                "followed_on": update.followed or None if update else None,
                "doubts": [say(doubt) for doubt in row.doubts],
                "problems": [{key: each[key] for key in (*PROBLEM_KEYS, "status")} for each in row.problems],
                "unfit": row.project["unfit"],
            }
        )
    return found


def _problem(row: StuckRow) -> dict[str, Any]:
    return {key: row.of_problem(key) or None for key in ("category", "description", "measure", "deadline")}


@kind(
    "stuck_trend",
    "三未变化",
    list="清单",
    month="截至",
    entered="进入",
    taken="已走到下一步",
    withdrawn="终止或调出",
    suspended="停工不计",
    corrected="更正",
    standing="月末在列",
    overdue="其中逾期",
    average="平均逾期天数",
    median="逾期中位天数",
    stayed="平均在列天数",
)
def months(session: Session, as_of: str, scope: Scope) -> Rows:
    """Each stuck list at the end of each of the last twelve months: who came, who went and how, who stays."""
    return [row for name in DEFINITIONS for row in trend_rows(stuck_trend(session, as_of, name, scope))]


def trend_rows(found: Trend) -> Rows:
    """The months of one list as plain data."""
    last = found.months[-1]
    return [
        _month(found.name, month, len(found.corrected) if month is last else None) for month in found.months
    ]


def _month(name: str, month: TrendMonth, corrected: int | None) -> dict[str, Any]:
    days = {"average": month.average, "median": month.median, "stayed": month.stayed}
    return {
        "id": f"{name}-{month.day}",
        "list": name,
        "month": month.day,
        "entered": len(month.entered),
        **{how.value: len(month.left[how]) for how in (Exit.TAKEN, Exit.WITHDRAWN, Exit.SUSPENDED)},
        "corrected": corrected,
        "standing": len(month.standing),
        "overdue": len(month.overdue),
        **{key: None if value is None else str(value) for key, value in days.items()},
    }


@kind(
    "stuck_left",
    "本月退出三未",
    list="清单",
    project="项目名称",
    zone="开发区",
    told="退出方式",
    left_on="时间",
    reason="说明",
    investment="总投资(亿元)",
    planned="应完成时间",
    late_days="晚于计划天数",
    sponsor="包联领导",
)
def left(session: Session, as_of: str, scope: Scope) -> Rows:
    """The projects that went out of a stuck list in the month up to the day: when, how and why."""
    return departed_rows(departures(session, as_of, scope))


def departed_rows(found: Iterable[Departure]) -> Rows:
    """Those that left as plain data."""
    return [
        {
            "id": each.project_id,
            "list": each.name,
            "project": each.project,
            "zone": each.zone or None,
            "how": each.how.value,
            "told": each.told,
            "left_on": each.day or None,
            "reason": each.reason or None,
            "investment": format_money(each.investment),
            "planned": each.planned or None,
            "late_days": each.late,
            "sponsor": each.sponsor or None,
        }
        for each in found
    ]
