"""The lists of projects, of the three stuck kinds and of procedures."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.columns import PROJECT_FIELDS, REQUIRED
from zonedesk.domain.dates import days_past
from zonedesk.domain.facts import ProjectFact
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.money import format_money
from zonedesk.domain.procedures import is_done
from zonedesk.domain.stages import stage_of
from zonedesk.ops.lists.registry import Rows, children_of, kind, plain
from zonedesk.ops.session import Session
from zonedesk.ops.stuck import PROBLEM_KEYS, stuck_rows

_OF_PROJECT = ("sponsor", "duty_unit", "duty_person", "service_officer")


@kind(
    "projects",
    "项目台账",
    name="项目名称",
    zone="开发区",
    total_investment="总投资(亿元)",
    stage="阶段",
    start_actual="开工",
    prod_actual="投产",
    sponsor="包联领导",
)
def projects(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every project in scope with all its fields and its stage on the day."""
    names = {table: session.reader.names(table) for table in ("zone", "enterprise")}
    view = session.figures(as_of, scope).view
    wanted = view.members
    rows = []
    for project in session.reader.projects():
        if project["id"] not in wanted:
            continue
        row: dict[str, Any] = {"id": project["id"]}
        for field in PROJECT_FIELDS:
            # A reference is given by the name of what it refers to, under the key without “_id”.
            row[field.key.removesuffix("_id")] = plain(field, project[field.key], names)
        row["stage"] = stage_of(ProjectFact._make(project[n] for n in ProjectFact._fields), as_of).value
        row["unfit"] = project["unfit"]
        rows.append(row)
    return rows


def _register_stuck(name: str) -> None:
    @kind(
        name,
        DEFINITIONS[name].label,
        project="项目名称",
        zone="开发区",
        investment="总投资(亿元)",
        planned="计划时间",
        due="类别",
        overdue_days="逾期天数",
        sponsor="包联领导",
    )
    def stuck(session: Session, as_of: str, scope: Scope) -> Rows:
        return [
            {
                "id": row.project_id,
                "project": row.name,
                "zone": row.zone or None,
                "investment": format_money(row.item.investment),
                "planned": row.item.planned,
                "due": row.due.value,
                "overdue_days": row.item.overdue_days,
                **{key: row.project[key] for key in _OF_PROJECT},
                "problems": [{key: each[key] for key in (*PROBLEM_KEYS, "status")} for each in row.problems],
            }
            for row in stuck_rows(session.reader, session.figures(as_of, scope), name)
        ]


for _name in DEFINITIONS:
    _register_stuck(_name)


@kind(
    "procedures",
    "手续",
    project="项目名称",
    name="手续名称",
    status="办理状态",
    dept="审批部门",
    promised_on="承诺办结",
    done_on="办结时间",
    waiting_reason="未办结原因",
)
def procedures(session: Session, as_of: str, scope: Scope) -> Rows:
    """All procedures of the projects in scope; `done` as the completion rate counts it on the day."""
    rows = children_of(session, "procedure", as_of, scope)
    for row in rows:
        row["done"] = is_done(row, as_of)
        waiting = row["required"] == REQUIRED and not row["done"]
        row["overdue_days"] = days_past(row["promised_on"], as_of) if waiting else 0
    return rows
