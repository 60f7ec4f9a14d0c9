"""倒排工期: milestones made from promised days, and the board of all of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from zonedesk.domain.dates import days_past, reached
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.messages import register
from zonedesk.domain.milestones import (
    MILESTONE_LABELS,
    USUAL_NODES,
    MilestoneState,
    Node,
    doubt,
    late_days,
    milestone_warnings,
    schedule,
    state_of,
)
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.settings import read_data
from zonedesk.domain.values import match_key
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

SETTING = "milestone_nodes"
register(
    {
        "milestone.none": "所选项目不能倒排：没有计划开工、投产时间，或节点都已列入。请先填写计划时间。",
        "milestone.bad_nodes": "节点设置不能识别：每个节点要有名称、开工或投产、提前天数（0 到 3650 的整数）。",
    }
)


def nodes_of(reader: Reader) -> tuple[Node, ...]:
    """The office's standard milestones; the usual ones where it has set none or they cannot be read."""
    said = nodes_in(reader.setting(SETTING))
    return USUAL_NODES if said is None else said


def nodes_in(text: str | None) -> tuple[Node, ...] | None:
    """The milestones that a setting says; None where it is unset or cannot be read."""
    try:
        return read_nodes(read_data(text)) if text else None
    except RefusedError:
        return None


def read_nodes(rows: Any) -> tuple[Node, ...]:
    """Milestones from plain data ([name, "start" or "production", days] each); RefusedError if they are not."""
    found = []
    for row in rows if isinstance(rows, list) else [None]:
        if not (isinstance(row, list | tuple) and len(row) == 3):
            raise RefusedError("milestone.bad_nodes")
        name, anchor, days = row
        fit = isinstance(name, str) and name.strip() and anchor in ("start", "production")
        if not fit or not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= 3650:
            raise RefusedError("milestone.bad_nodes")
        found.append(Node(name.strip(), anchor, days))
    return tuple(found)


def set_nodes(w: Writer, *, nodes: Iterable[Node]) -> None:
    """修改倒排节点设置."""
    value = json.dumps([list(node) for node in nodes], ensure_ascii=False)
    read_nodes(json.loads(value))
    known = w.find("setting", key=SETTING)
    if known:
        w.update("setting", known["id"], {"value": value})
    else:
        w.insert("setting", {"key": SETTING, "value": value})


class ProposedNode(NamedTuple):
    """A milestone that 倒排工期 would write; `doubt` is why it may be none to write, ""."""

    name: str
    plan_on: str
    doubt: str


class Proposal(NamedTuple):
    """What 倒排工期 would give to a project, and what an officer has to know about it."""

    project_id: int
    project: str
    nodes: tuple[ProposedNode, ...]
    warnings: tuple[str, ...]


def propose_backwards(
    reader: Reader, *, project_ids: Collection[int], as_of: str, nodes: tuple[Node, ...]
) -> list[Proposal]:
    """What `schedule_backwards` would write for these projects, in their order; those withdrawn are left out."""
    projects = {row["id"]: row for row in reader.rows_in("project", "id", project_ids)}
    dated: dict[int, set[str]] = {}
    for row in reader.rows_in("milestone", "project_id", project_ids):
        if row["plan_on"] is not None or row["actual_on"] is not None:
            dated.setdefault(row["project_id"], set()).add(match_key(row["name"]))
    found = []
    for project_id in project_ids:
        project = projects.get(project_id)
        if project is None or reached(project["withdrawn_on"], as_of):
            continue
        known, made = dated.get(project_id, set()), schedule(project, as_of, nodes)
        lacking = tuple(
            ProposedNode(node.name, node.plan_on, doubt(node, project, as_of))
            for node in made.nodes
            if match_key(node.name) not in known
        )
        found.append(Proposal(project_id, project["name"], lacking, made.warnings))
    return found


def without_milestones(session: Session, as_of: str, scope: Scope) -> list[int]:
    """The projects in scope that are on their way to production, have a promised day ahead, and no milestones."""
    view = session.figures(as_of, scope).view
    gone = view.facts.reached("prod_actual") | view.facts.reached("withdrawn_on")
    having = {pid for (pid,) in session.reader.values("milestone", "project_id")}
    started = view.facts.reached("start_actual")
    return [
        pid
        for pid in view.members
        if pid not in gone
        and pid not in having
        and ((project := view.facts.projects[pid]).prod_plan or (project.start_plan and pid not in started))
    ]


def schedule_backwards(
    w: Writer,
    *,
    project_ids: Iterable[int],
    as_of: str,
    nodes: tuple[Node, ...],
    anew: bool = False,
    chosen: Collection[tuple[int, str]] | None = None,
) -> None:
    """倒排工期: give projects the milestones that they lack, and a planned day to those without one.

    `chosen` are the only ones wanted, as (project's id, milestone's name); None means all. With `anew`, planned days
    of milestones not yet reached are worked out again too. What was reached or is the office's own stays. Raises
    RefusedError if nothing could be planned.
    """
    added = changed = planned = 0
    for project_id in project_ids:
        project = w.row("project", project_id)
        if project is None or reached(project["withdrawn_on"], as_of):
            continue
        known = {match_key(row["name"]): row for row in w.find_all("milestone", project_id=project_id)}
        new: list[dict[str, Any]] = []
        for node in schedule(project, as_of, nodes).nodes:
            if chosen is not None and (project_id, node.name) not in chosen:
                continue
            row = known.get(match_key(node.name))
            if row is None:
                new.append({"project_id": project_id, "name": node.name, "plan_on": node.plan_on})
            elif row["actual_on"] is None and (row["plan_on"] is None or anew):
                changed += w.update("milestone", row["id"], {"plan_on": node.plan_on})
        w.insert_many("milestone", new)
        added += len(new)
        planned += bool(new)
    if not added and not changed:
        raise RefusedError("milestone.none")
    w.label = f"倒排工期：{planned} 个项目新增 {added} 个节点" + (f"，调整 {changed} 个" if changed else "")


_PRESSING = tuple(MILESTONE_LABELS)  # the most pressing first


class Milestone(NamedTuple):
    """A milestone as the board shows it."""

    id: int
    name: str
    plan_on: str | None
    forecast_on: str | None
    actual_on: str | None
    state: MilestoneState
    late_days: int
    warning: str
    owner: str | None


class Ahead(NamedTuple):
    """What a project has before it: its next milestone, or its next step where all of these are reached."""

    name: str
    plan_on: str | None
    late_days: int


class ProjectPlan(NamedTuple):
    """One project's way to 开工 and 投产."""

    project: ProjectFact
    zone: str
    milestones: tuple[Milestone, ...]

    @property
    def next(self) -> Milestone | None:
        """The first milestone that is not reached."""
        return next((each for each in self.milestones if each.state is not MilestoneState.DONE), None)

    def step_ahead(self, as_of: str) -> Ahead | None:
        """开工 or 投产, whichever has not taken place by a day (ISO); None once both have."""
        project = self.project
        for name, planned, actual in (
            ("开工", project.start_plan, project.start_actual),
            ("投产", project.prod_plan, project.prod_actual),
        ):
            if not reached(actual, as_of):
                return Ahead(name, planned, days_past(planned, as_of))
        return None

    @property
    def worst(self) -> MilestoneState:
        """The state of the milestone that presses most."""
        states = [each.state for each in self.milestones]
        return min(states, key=_PRESSING.index, default=MilestoneState.UNDATED)


def plans(session: Session, as_of: str, scope: Scope | None = None) -> list[ProjectPlan]:
    """The projects in scope that have milestones, by zone and name, each with its milestones in order of days."""
    view = session.figures(as_of, scope or Scope()).view
    gone = view.facts.reached("withdrawn_on")
    by_project: dict[int, list[dict[str, Any]]] = {}
    for row in session.reader.rows("milestone", order="project_id"):
        if row["project_id"] in view.members and row["project_id"] not in gone:
            by_project.setdefault(row["project_id"], []).append(row)
    found = []
    for project_id, rows in by_project.items():
        project = view.facts.projects[project_id]
        rows.sort(key=lambda row: (row["seq"] is None, row["seq"] or 0, row["plan_on"] or "9999", row["id"]))
        odd = milestone_warnings(rows)
        made = tuple(
            Milestone(
                row["id"], row["name"], row["plan_on"], row["forecast_on"], row["actual_on"],
                state_of(row, as_of), late_days(row, as_of), odd.get(row["id"], ""), row["owner"],
            )
            for row in rows
        )  # fmt: skip
        found.append(ProjectPlan(project, view.facts.zones.get(project.zone_id or 0, ""), made))
    return sorted(found, key=lambda plan: (plan.zone, plan.project.name, plan.project.id))
