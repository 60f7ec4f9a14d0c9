"""The lists of projects and of procedures."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.columns import PROJECT_FIELDS, REQUIRED
from zonedesk.domain.dates import days_past
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.procedures import is_done
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import stage_of
from zonedesk.ops.lists.registry import Rows, children_of, kind, plain
from zonedesk.ops.session import Session


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
