"""走访、领办代办、承诺: the books of service."""

from __future__ import annotations

from zonedesk.domain import agency, visits
from zonedesk.domain.dates import days_past, reached, surely_before
from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.lists.registry import Rows, children_of, kind, rows_of
from zonedesk.ops.session import Session


@kind(
    "visits",
    "走访台账",
    visited_on="走访日期",
    kind="走访类型",
    project="项目名称",
    company="企业",
    persons="走访人员",
    appeal="企业诉求",
    result="办理情况",
    satisfaction="满意度",
)
def visit_rows(session: Session, as_of: str, scope: Scope) -> Rows:
    """Visits paid by the day, the last first; those without a project too, unless the scope is of some projects only.

    `open` while what the company asked for is neither answered nor closed as a problem. A visit that does not name the
    company was paid to the one that builds the project.
    """
    wanted = session.figures(as_of, scope).view.members
    closed = {
        row["id"]
        for row in session.reader.rows("problem", columns=("id", "status"))
        if row["status"] == "已解决"
    }
    rows = []
    for row in rows_of(session, "visit"):
        outside = row["project_id"] not in wanted if row["project_id"] is not None else scope != Scope()
        if outside or not visits.paid(row, as_of):
            continue
        raised = row["problem_id"] is not None
        row["raised"] = raised
        row["open"] = visits.unanswered(row) or (raised and row["problem_id"] not in closed)
        rows.append(row)
    builders = _builders(session, {row["project_id"] for row in rows if not row["company"]} - {None})
    for row in rows:
        row["company"] = row["company"] or builders.get(row["project_id"])
    return sorted(rows, key=lambda row: (row["visited_on"] or "", row["id"]), reverse=True)


def _builders(session: Session, project_ids: set[int]) -> dict[int, str]:
    """The companies that build some projects."""
    names = session.reader.names("enterprise") if project_ids else {}
    rows = session.reader.rows_in("project", "id", project_ids, columns=("id", "enterprise_id"))
    return {row["id"]: names[row["enterprise_id"]] for row in rows if row["enterprise_id"] in names}


@kind(
    "visit_loops",
    "走访四步闭环",
    project="项目名称",
    zone="开发区",
    visits="走访次数",
    last_on="最近走访",
    asked="上门问需",
    eased="上门解忧",
    delivered="上门送达",
    called="上门访亲",
    closed="四步齐全",
)
def visit_loops(session: Session, as_of: str, scope: Scope) -> Rows:
    """Projects visited by the day, with how often each of the four kinds; those with gaps first."""
    by_project: dict[int, Rows] = {}
    for row in children_of(session, "visit", as_of, scope):
        if visits.paid(row, as_of):
            by_project.setdefault(row["project_id"], []).append(row)
    rows = []
    for project_id, paid in by_project.items():
        times = {name: sum(row["kind"] == name for row in paid) for name in visits.LOOP}
        keys = dict(zip(("asked", "eased", "delivered", "called"), times.values(), strict=True))
        told = {
            "id": project_id,
            "project_id": project_id,
            "project": paid[0]["project"],
            "zone": paid[0]["zone"],
        }
        last = max((row["visited_on"] or "" for row in paid), default="") or None
        rows.append(
            told | {"visits": len(paid), "last_on": last, **keys, "closed": not visits.loop_gaps(paid)}
        )
    return sorted(rows, key=lambda row: (row["closed"], row["project"]))


@kind(
    "agency_cases",
    "领办代办台账",
    project="项目名称",
    matter="代办事项",
    agent="代办员",
    accepted_on="受理日期",
    done_on="办结日期",
    cases="件数",
    days="用时(天)",
    result="办理结果",
    satisfaction="满意度",
)
def agency_cases(session: Session, as_of: str, scope: Scope) -> Rows:
    """Cases accepted by the day. `days` from acceptance to the end or to the day."""
    rows = []
    for row in children_of(session, "agency_case", as_of, scope):
        if not agency.taken_on(row, as_of):
            continue
        row["done"] = agency.is_done(row, as_of)
        row["days"] = agency.handling_days(row, as_of)
        row["warnings"] = agency.case_warnings(row)
        rows.append(row)
    return rows


@kind(
    "agency_matters",
    "领办代办统计",
    matter="代办事项",
    items="项",
    cases="件",
    projects="项目数",
    done_cases="已办结(件)",
    done_items="已办结(项)",
    rated="评价数",
    satisfied="满意数",
    uncounted="未填件数(项)",
)
def agency_matters(session: Session, as_of: str, scope: Scope) -> Rows:
    """项, 件 and 项目 by matter, the most cases first; the last row is the whole, in which a project counts once."""
    cases = agency_cases(session, as_of, scope)
    by_matter: dict[str, Rows] = {}
    for case in cases:
        by_matter.setdefault(case["matter"], []).append(case)
    ranked = sorted(by_matter.items(), key=lambda each: -sum(case["cases"] or 0 for case in each[1]))
    rows = [
        {"id": n, "matter": matter, **agency.total(found, as_of)._asdict()}
        for n, (matter, found) in enumerate(ranked, start=1)
    ]
    return [*rows, {"id": 0, "matter": "合计", **agency.total(cases, as_of)._asdict()}] if rows else []


@kind(
    "commitments",
    "承诺事项台账",
    project="项目名称",
    matter="承诺事项",
    letter_no="承诺书编号",
    signed_on="承诺日期",
    deadline="兑现期限",
    fulfilled_on="兑现日期",
    checked_on="核查日期",
    overdue_days="逾期天数",
)
def commitments(session: Session, as_of: str, scope: Scope) -> Rows:
    """What companies have promised by the day, and whether they kept it in time."""
    rows = []
    for row in children_of(session, "commitment", as_of, scope):
        if row["signed_on"] and not reached(row["signed_on"], as_of):
            continue
        row["fulfilled"] = reached(row["fulfilled_on"], as_of)
        row["overdue_days"] = 0 if row["fulfilled"] else days_past(row["deadline"], as_of)
        pairs = (("兑现日期", "fulfilled_on"), ("兑现期限", "deadline"))
        row["warnings"] = [
            f"{label}早于承诺日期" for label, key in pairs if surely_before(row[key], row["signed_on"])
        ]
        rows.append(row)
    return rows
