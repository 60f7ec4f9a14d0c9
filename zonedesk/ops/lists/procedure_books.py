"""手续: where each is stuck, completion by zone and by procedure, templates, steps, packages, attachments."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from zonedesk.domain.columns import NOT_REQUIRED, REQUIRED
from zonedesk.domain.dates import days_past, takes_effect
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.messages import say
from zonedesk.domain.packages import LAND_STEPS, PackageStanding, package_standing
from zonedesk.domain.procedures import PENDING_STATES, STATE_LABELS
from zonedesk.domain.templates import TemplateBook, cycles, split
from zonedesk.ops.lists.registry import Rows, children_of, kind, rows_of, words
from zonedesk.ops.procedure_book import Followed, ProcedureBook
from zonedesk.ops.session import Session
from zonedesk.ops.templates import template_book

words("state", {state.value: label for state, label in STATE_LABELS.items()})


@kind(
    "procedure_stuck",
    "手续卡点",
    project="项目名称",
    zone="开发区",
    name="手续名称",
    state="状态",
    step="卡在",
    days="已停天数",
    due="应办结时间",
    overdue_days="逾期天数",
    next_step="下一步",
)
def stuck(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every required procedure that is not done: where it is stuck, how its days stand, and what looks wrong."""
    view = session.figures(as_of, scope).view
    waiting = {item.project_id for item in view.facts.pending if item.project_id in view.members}
    book = ProcedureBook.read(session.reader, as_of, waiting)
    rows = [_stuck_row(each, view) for each in book if each.state in PENDING_STATES]
    return sorted(rows, key=lambda row: (-row["overdue_days"], -(row["days"] or 0), row["id"]))


def _stuck_row(each: Followed, view: View) -> dict[str, Any]:
    row, clock = each.row, each.clock
    return {
        "id": row["id"],
        "project_id": row["project_id"],
        "project": each.project["name"],
        "zone": _zone(view, row["project_id"]),
        "name": row["name"],
        "state": each.state.value,
        "status": row["status"],
        "dept": row["dept"],
        "step": each.stuck.step if each.stuck else None,
        "since": each.stuck.since if each.stuck else None,
        "days": each.stuck.days if each.stuck else None,
        "elapsed": clock.elapsed if clock else None,
        "paused": clock.paused if clock else None,
        "day_type": clock.day_type if clock else None,
        "paused_for": clock.paused_for if clock else None,
        "due": each.due,
        "overdue_days": each.overdue_days,
        "waiting_reason": row["waiting_reason"],
        "next_step": row["next_step"],
        "warnings": [say(warning) for warning in each.warnings],
    }


@kind(
    "procedures_by_zone",
    "手续办结率（按开发区）",
    zone="开发区",
    projects="项目数",
    required="需办",
    done="已办结",
    percent="办结率",
    pending="未办结",
    overdue="逾期",
)
def by_zone(session: Session, as_of: str, scope: Scope) -> Rows:
    """Completion by zone; the projects that need any procedure."""
    view = session.figures(as_of, scope).view
    sums: dict[int | None, Counter[str]] = defaultdict(Counter)
    projects = view.facts.projects
    for count in view.facts.procedures:
        if count.project_id in view.members:
            sums[projects[count.project_id].zone_id].update(
                projects=1, required=count.required, done=count.done
            )
    for item in view.facts.pending:
        if item.project_id in view.members and days_past(item.promised_on, view.as_of):
            sums[projects[item.project_id].zone_id]["overdue"] += 1
    names = view.facts.zones
    return [
        {"id": zone or 0, "zone": names.get(zone or 0), **_completion(sums[zone])}
        for zone in sorted(sums, key=lambda zone: (zone is None, zone))
    ]


@kind(
    "procedures_by_name",
    "手续办结率（按手续）",
    name="手续名称",
    dept="审批部门",
    required="需办",
    done="已办结",
    percent="办结率",
    pending="未办结",
    overdue="逾期",
    not_required="无需办理",
)
def by_name(session: Session, as_of: str, scope: Scope) -> Rows:
    """Completion by procedure, in the order in which the ledger first met them."""
    view = session.figures(as_of, scope).view
    sums: dict[str, Counter[str]] = {}
    depts: dict[str, Counter[str]] = defaultdict(Counter)
    counted = Counter(
        (name, required, dept)
        for project_id, name, required, dept in session.reader.values(
            "procedure", "project_id", "name", "required", "dept"
        )
        if project_id in view.members
    )
    for (name, required, dept), count in counted.items():
        found = sums.setdefault(name, Counter())
        found["required"] += count if required == REQUIRED else 0
        found["not_required"] += count if required == NOT_REQUIRED else 0
        depts[name][dept or ""] += count
    for item in view.facts.pending:
        if item.project_id in view.members:
            sums[item.name]["pending"] += 1
            sums[item.name]["overdue"] += bool(days_past(item.promised_on, view.as_of))
    return [
        {
            "id": number,
            "name": name,
            "dept": depts[name].most_common(1)[0][0] or None,
            **_completion(found | Counter(done=found["required"] - found["pending"])),
            "not_required": found["not_required"],
        }
        for number, (name, found) in enumerate(sums.items(), start=1)
    ]


def _completion(sums: Counter[str]) -> dict[str, Any]:
    required, done = sums["required"], sums["done"]
    told = {key: sums[key] for key in ("projects",) if key in sums}
    percent = Ratio(done, required).text()
    overdue = sums["overdue"]
    return told | {"required": required, "done": done, "percent": percent, "pending": required - done, "overdue": overdue}  # fmt: skip


@kind(
    "procedure_templates",
    "手续模板",
    code="编号",
    name="手续名称",
    stage="阶段",
    dept="审批部门",
    predecessors="常见前置",
    legal_days="法定时限",
    promise_days="承诺时限",
    day_type="计日方式",
    valid_months="有效期（月）",
    mode="承诺制归类",
    version="版本",
)
def templates(session: Session, as_of: str, _scope: Scope) -> Rows:
    """Every version of every template; `in_force` those that hold on the day, `used` how many procedures they made."""
    in_force = template_book(session.reader).current(takes_effect(as_of))
    current, codes = {each.id for each in in_force}, {each.code for each in in_force}
    ringed = {code for ring in cycles(in_force) for code in ring}
    used = Counter(number for (number,) in session.reader.values("procedure", "template_id"))
    rows = rows_of(session, "procedure_template")
    for row in rows:
        row |= {"in_force": row["id"] in current, "used": used[row["id"]]}
        row["ringed"] = row["in_force"] and row["code"] in ringed
        row["strangers"] = "、".join(c for c in split(row["predecessors"]) if c not in codes) or None
    return sorted(rows, key=lambda row: (len(row["code"]), row["code"], -row["version"]))


@kind(
    "procedure_steps",
    "手续办理环节",
    project="项目名称",
    zone="开发区",
    procedure="手续名称",
    seq="序号",
    name="办理环节",
    done_on="完成时间",
    note="说明",
)
def steps(session: Session, as_of: str, scope: Scope) -> Rows:
    """The steps of procedures, in the order of project, procedure and step."""
    rows = children_of(session, "procedure_step", as_of, scope)
    names = dict(session.reader.values("procedure", "id", "name"))
    for row in rows:
        row["procedure"] = names[row["procedure_id"]]
    return sorted(rows, key=lambda row: (row["project_id"], row["procedure_id"], row["seq"] or 0, row["id"]))


@kind(
    "packages",
    "并联发证（六证同发）",
    project="项目名称",
    zone="开发区",
    package="组合",
    done="已办结",
    needed="需办",
    missing="未办结",
    issued_on="发齐日期",
    same_day="同日发证",
    land_on="拿地日期",
    start_on="开工日期",
    days="拿地到开工（天）",
)
def packages(session: Session, as_of: str, scope: Scope) -> Rows:
    """How each package stands for every project in scope that has any of its procedures."""
    view, reader = session.figures(as_of, scope).view, session.reader
    book = template_book(reader)
    names = {each.code: each.name for each in book.current(view.as_of)}
    wanted = [
        (row["name"], [(code, names.get(code, code)) for code in split(row["members"])])
        for row in reader.rows("permit_package")
    ]
    if not wanted:
        return []
    needed = {code for _, members in wanted for code, _ in members}
    of_project = _members(session, view, book, needed)
    land = _land_steps(session)
    rows: Rows = []
    for project_id, codes in of_project.items():
        project = view.facts.projects[project_id]
        start = {"start_actual": project.start_actual}
        for name, members in wanted:
            if any(code in codes for code, _ in members):
                found = package_standing(members, codes, land.get(project_id, ()), start, view.as_of)
                told = {"id": len(rows) + 1, "project_id": project_id, "project": project.name}
                rows.append({**told, "zone": _zone(view, project_id), "package": name, **_standing(found)})
    return rows


def _members(
    session: Session, view: View, book: TemplateBook, needed: set[str]
) -> dict[int, dict[str, dict[str, Any]]]:
    """The procedures that packages are made of, by project and code."""
    columns = ("project_id", "name", "required", "status", "done_on", "template_id")
    found: dict[int, dict[str, dict[str, Any]]] = {}
    for values in session.reader.values("procedure", *columns):
        row = dict(zip(columns, values, strict=True))
        template = book.of_procedure(row)
        if template is not None and template.code in needed and row["project_id"] in view.members:
            found.setdefault(row["project_id"], {})[template.code] = row
    return found


def _land_steps(session: Session) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for project_id, name, done_on in session.reader.values("procedure_step", "project_id", "name", "done_on"):
        if done_on and name in LAND_STEPS:
            found.setdefault(project_id, []).append({"name": name, "done_on": done_on})
    return found


def _standing(found: PackageStanding) -> dict[str, Any]:
    return {
        "done": found.done,
        "needed": len(found.needed),
        "missing": "、".join(found.missing) or None,
        "absent": "、".join(found.absent) or None,
        "complete": found.complete,
        "issued_on": found.issued_on,
        "same_day": found.same_day,
        "land_step": found.land_step,
        "land_on": found.land_on,
        "start_on": found.start_on,
        "days": found.days,
    }


@kind("holidays", "节假日", day="日期", kind="休或班", name="名称")
def holidays(session: Session, _as_of: str, _scope: Scope) -> Rows:
    """The office's own days off and days worked."""
    return rows_of(session, "holiday", order="day")


@kind("permit_packages", "并联发证组合", name="名称", members="包含手续", names="手续名称", note="说明")
def permit_packages(session: Session, as_of: str, _scope: Scope) -> Rows:
    """The packages that the office has laid down; `unknown` are members that no template goes by."""
    names = {each.code: each.name for each in template_book(session.reader).current(takes_effect(as_of))}
    rows = rows_of(session, "permit_package")
    for row in rows:
        codes = split(row["members"])
        row["names"] = "、".join(names[code] for code in codes if code in names) or None
        row["unknown"] = "、".join(code for code in codes if code not in names) or None
    return rows


@kind(
    "attachments",
    "附件",
    project="项目名称",
    zone="开发区",
    procedure="手续名称",
    name="文件名称",
    kind="类型",
    added_on="存入日期",
    size="大小（字节）",
)
def attachments(session: Session, as_of: str, scope: Scope) -> Rows:
    """Documents of the projects in scope, with the procedure they belong to."""
    rows = children_of(session, "attachment", as_of, scope)
    names = dict(session.reader.values("procedure", "id", "name"))
    for row in rows:
        row["procedure"] = names.get(row["procedure_id"])
    return rows


def _zone(view: View, project_id: int) -> str | None:
    return view.facts.zones.get(view.facts.projects[project_id].zone_id or 0)
