"""The list of duties (责任清单), and the load of each person (人员负荷)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from zonedesk.domain import duties as rules
from zonedesk.domain.duties import OWN_COLUMNS, UNIT_ROLES, Answering
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.messages import say
from zonedesk.domain.problems import is_open, overdue_days
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import Stage, stage_of
from zonedesk.ops.lists.registry import Rows, kind
from zonedesk.ops.session import Session

_OTHERS = tuple(role for role in rules.DUTY_ROLES if role not in OWN_COLUMNS)
_PROBLEM = ("id", "project_id", "duty_person", "raised_on", "closed_on", "status", "deadline")


class Held(NamedTuple):
    """A project that has not been withdrawn by the day, and who answers for it then."""

    project: ProjectFact
    stage: Stage
    own: dict[str, Any]
    assignments: list[dict[str, Any]]
    answering: Answering


def held(session: Session, as_of: str, scope: Scope) -> Iterator[Held]:
    """Every project in scope, in the order of ids."""
    view = session.figures(as_of, scope).view
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in session.reader.rows("assignment", order="from_on"):
        rows[row["project_id"]].append(row)
    columns = ("id", "phone", *OWN_COLUMNS.values())
    for own in session.reader.rows("project", columns=columns):
        if own["id"] not in view.members:
            continue
        project = view.facts.projects[own["id"]]
        stage = stage_of(project, as_of)
        if stage is not Stage.WITHDRAWN:
            mine = rows.get(own["id"], [])
            yield Held(project, stage, own, mine, rules.answering(own, mine, as_of))


@kind(
    "duties",
    "责任清单",
    project="项目名称",
    zone="开发区",
    stage="阶段",
    sponsor="包联领导",
    duty_unit="责任单位",
    duty_person="责任人",
    service_officer="服务专员",
    others="其他责任",
    phone="联系电话",
    missing="未落实",
)
def duties(session: Session, as_of: str, scope: Scope) -> Rows:
    """Who answers on the day for each project in scope that has not been withdrawn; `gaps` are needed roles nobody has."""
    zones = session.figures(as_of, scope).view.facts.zones
    found = []
    for each in held(session, as_of, scope):
        zone_id, missing = each.project.zone_id, rules.gaps(each.answering, each.stage)
        row: dict[str, Any] = {
            "id": each.project.id,
            "project_id": each.project.id,
            "project": each.project.name,
            "zone": zones.get(zone_id) if zone_id is not None else None,
            "stage": each.stage.value,
        }
        for role, column in OWN_COLUMNS.items():
            who = each.answering.get(role)
            row[column] = rules.written(who) if who else None
        row["others"] = _others(each.answering) if each.assignments else None
        row["phone"] = each.own["phone"]
        row["gaps"] = list(missing)
        row["missing"] = "、".join(missing) or None
        row["roles"] = {role: _told(found_) for role, found_ in each.answering.items()}
        row["terms"] = [{key: r[key] for key in _TERM} for r in each.assignments]
        row["warnings"] = [say(problem) for problem in rules.warnings_of(each.assignments)]
        found.append(row)
    return found


@lru_cache(maxsize=65536)
def _told(found: tuple[rules.Duty, ...]) -> list[dict[str, Any]]:
    """Those in a role as plain data. Few people answer for very many projects: told once, and not to be changed."""
    return [duty._asdict() for duty in found]


_TERM = ("id", "role", "name", "org", "phone", "from_on", "to_on", "note")


def _others(found: Answering) -> str | None:
    told = (f"{role}：{rules.written(duties_)}" for role, duties_ in found.items() if role not in OWN_COLUMNS)
    return "；".join(told) or None


@kind(
    "duty_load",
    "人员负荷",
    name="姓名",
    post="单位及职务",
    projects="在办项目",
    as_sponsor="包联领导",
    as_person="责任人",
    as_officer="服务专员",
    as_other="其他职责",
    problems="未销号问题",
    overdue="其中逾期",
)
def duty_load(session: Session, as_of: str, scope: Scope) -> Rows:
    """For each person: the running projects answered for on the day by role, and the open problems.

    A problem is that of the person it names; one that names nobody, of the project's 责任人.
    """
    people: dict[str, _Load] = {}
    in_charge: dict[int, list[str]] = {}
    for each in held(session, as_of, scope):
        in_charge[each.project.id] = [duty.who for duty in each.answering.get("责任人", ())]
        if not rules.is_running(each.stage):
            continue
        for role, found in each.answering.items():
            for duty in () if role in UNIT_ROLES else found:
                _load(people, duty.who, duty.org).roles[role].add(each.project.id)
    for row in session.reader.rows("problem", columns=_PROBLEM):
        if row["project_id"] in in_charge and is_open(row, as_of):
            for who in rules.names_in(row["duty_person"], "责任人") or in_charge[row["project_id"]]:
                load = _load(people, who, "")
                load.problems[row["id"]] = row["project_id"]
                if overdue_days(row, as_of):
                    load.overdue.add(row["id"])
    rows = [load.row() for load in people.values()]
    rows.sort(key=lambda row: (-row["projects"], -row["problems"], row["name"]))
    return [{"id": number} | row for number, row in enumerate(rows, start=1)]


class _Load:
    """What one person answers for."""

    def __init__(self, name: str) -> None:
        self.name, self.post = name, ""
        self.roles: dict[str, set[int]] = defaultdict(set)
        self.problems: dict[int, int] = {}
        self.overdue: set[int] = set()

    def row(self) -> dict[str, Any]:
        """The person as a line of the list; ids beside the numbers that count them."""
        projects = sorted(set().union(*self.roles.values()))
        other = set().union(*(ids for role, ids in self.roles.items() if role in _OTHERS))
        return {
            "name": self.name,
            "post": self.post or None,
            "projects": len(projects),
            "as_sponsor": len(self.roles.get("包联领导", ())),
            "as_person": len(self.roles.get("责任人", ())),
            "as_officer": len(self.roles.get("服务专员", ())),
            "as_other": len(other),
            "problems": len(self.problems),
            "overdue": len(self.overdue),
            "project_ids": projects,
            "problem_ids": sorted(self.problems),
            "problem_project_ids": sorted(set(self.problems.values())),
        }


def _load(people: dict[str, _Load], who: str, org: str) -> _Load:
    load = people.setdefault(rules.key_of(who), _Load(rules.bare(who)))
    load.post = load.post or org or rules.post_in(who)
    return load
