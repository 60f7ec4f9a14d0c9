"""The list of problems (问题清单)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from zonedesk.domain import problems as rules
from zonedesk.domain import supervision
from zonedesk.domain.dates import reached
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.messages import say
from zonedesk.ops.follow_ups import lines_of
from zonedesk.ops.lists.registry import Rows, children_of, kind
from zonedesk.ops.session import Session

ESCALATED = "升级"


@kind(
    "problems",
    "问题清单",
    no="编号",
    project="项目名称",
    zone="开发区",
    category="堵点类别",
    description="存在问题",
    level="协调层级",
    measure="解决措施",
    duty_unit="责任单位",
    duty_person="责任人",
    deadline="完成时限",
    state="状态",
    overdue_days="逾期天数",
    days_open="历时（天）",
    last="最近进展",
)
def problems(session: Session, as_of: str, scope: Scope) -> Rows:
    """All problems raised by the day; `open` until closed by it, `state` as of the day, with their record."""
    lines = lines_of(session.reader, "problem_id", as_of)
    watched = _watched(session, as_of)
    rows = []
    for row in children_of(session, "problem", as_of, scope):
        if row["raised_on"] and not reached(row["raised_on"], as_of):
            continue
        mine = lines.get(row["id"], [])
        row["open"] = rules.is_open(row, as_of)
        row["state"] = rules.state_on(row, as_of)
        row["overdue_days"] = rules.overdue_days(row, as_of)
        row["days_open"] = rules.days_open(row, as_of)
        row["answered"] = rules.is_answered(row, as_of)
        row["answered_same_day"] = rules.answered_same_day(row, as_of)
        row["escalated"] = any(line["kind"] == ESCALATED for line in mine)
        row["supervisions"] = watched.get(row["id"], 0)
        row["last"] = mine[-1]["content"] if mine else None
        row["last_on"] = mine[-1]["happened_on"] if mine else None
        row["follow_ups"] = mine
        row["warnings"] = [say(each) for each in rules.warnings_of(row)]
        rows.append(row)
    return rows


def _watched(session: Session, as_of: str) -> Counter[int]:
    """By problem, how many open matters under supervision were raised from it."""
    columns = ("id", "problem_id", "issued_on", "closed_on", "status")
    found: list[dict[str, Any]] = session.reader.rows("supervision", columns=columns)
    return Counter(
        row["problem_id"] for row in found if row["problem_id"] and supervision.is_open(row, as_of)
    )
