"""节点: milestones with plan, expectation and what came."""

from __future__ import annotations

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.milestones import MILESTONE_LABELS
from zonedesk.ops.lists.registry import Rows, kind, rows_of, words
from zonedesk.ops.milestones import plans
from zonedesk.ops.session import Session

words("milestone_state", {state.value: label for state, label in MILESTONE_LABELS.items()})


@kind(
    "milestones",
    "项目节点台账",
    project="项目名称",
    zone="开发区",
    name="节点",
    plan_on="计划时间",
    forecast_on="预计时间",
    actual_on="实际时间",
    milestone_state="状态",
    late_days="逾期天数",
    owner="责任人",
)
def milestones(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every milestone of the projects in scope that go on, by zone, project and order."""
    stored = {row["id"]: row for row in rows_of(session, "milestone")}
    return [
        stored[each.id]
        | {
            "project": plan.project.name,
            "zone": plan.zone or None,
            "milestone_state": each.state.value,
            "late_days": each.late_days,
            "warning": each.warning,
        }
        for plan in plans(session, as_of, scope)
        for each in plan.milestones
    ]
