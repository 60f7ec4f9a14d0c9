"""The list of matters under supervision (督办清单)."""

from __future__ import annotations

from zonedesk.domain import supervision as rules
from zonedesk.domain.dates import reached
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.messages import say
from zonedesk.ops.follow_ups import lines_of
from zonedesk.ops.lists.registry import Rows, kind, rows_of
from zonedesk.ops.session import Session


@kind(
    "supervisions",
    "督办清单",
    no="督办编号",
    name="督办事项",
    project="项目名称",
    source="来源",
    lead_unit="主办单位",
    co_units="协办单位",
    supervisor="督办人",
    issued_on="下发日期",
    deadline="办结期限",
    last_feedback="最近反馈",
    urge_count="催办次数",
    overdue_days="逾期天数",
    state="状态",
    closed_on="销号时间",
)
def supervisions(session: Session, as_of: str, scope: Scope) -> Rows:
    """All matters issued by the day, those of no project too unless the scope is of some projects only."""
    view = session.figures(as_of, scope).view
    members, zones = view.members, view.facts.zones
    whole = len(members) == len(view.facts.projects)
    lines = lines_of(session.reader, "supervision_id", as_of)
    rows = []
    for row in rows_of(session, "supervision"):
        project_id = row["project_id"]
        if (project_id is None and not whole) or (project_id is not None and project_id not in members):
            continue
        if row["issued_on"] and not reached(row["issued_on"], as_of):
            continue
        mine = lines.get(row["id"], [])
        told = [line for line in mine if line["kind"] == rules.FED_BACK]
        zone_id = view.facts.projects[project_id].zone_id if project_id is not None else None
        row["zone"] = zones.get(zone_id) if zone_id is not None else None
        row["open"] = rules.is_open(row, as_of)
        row["state"] = rules.state_on(row, as_of)
        row["overdue_days"] = rules.overdue_days(row, as_of)
        row["urge_count"] = sum(line["kind"] == rules.URGED for line in mine)
        row["last_feedback"] = told[-1]["content"] if told else None
        row["last_feedback_on"] = told[-1]["happened_on"] if told else None
        row["follow_ups"] = mine
        row["warnings"] = [say(each) for each in rules.warnings_of(row)]
        rows.append(row)
    return rows
