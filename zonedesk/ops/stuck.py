"""The three stuck lists (三未) as an officer reads them: each project with its open problem and who answers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.columns import CLOSED, field_of
from zonedesk.domain.dates import days_between, reached, takes_effect
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.figures.three_not import Stuck, StuckList
from zonedesk.domain.stages import Due
from zonedesk.domain.values import read_value, show_value
from zonedesk.ops import edit
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

PROBLEM_KEYS = ("category", "description", "measure", "duty_unit", "duty_person", "deadline")


@dataclass(frozen=True, slots=True)
class StuckRow:
    """One stuck project on the as-of day, joined with its most pressing open problem.

    `number` is its place in the list from 1. `project` is a row as `Reader.projects` gives it; `problem`
    a whole row of the problem table, or None. `planned_key` names the date that is planned for it.
    """

    number: int
    item: Stuck
    zone: str
    planned_key: str
    project: dict[str, Any]
    problem: dict[str, Any] | None
    open_problems: int

    @property
    def project_id(self) -> int:
        """The project's id."""
        return self.item.project_id

    @property
    def name(self) -> str:
        """The project's name."""
        return str(self.project["name"])

    @property
    def due(self) -> Due:
        """How it stands to its planned date."""
        return self.item.due

    @property
    def planned(self) -> str:
        """The planned date, or the text kept in its place, or ""."""
        return self.item.planned or self.project["unfit"].get(self.planned_key, "")

    def of_problem(self, key: str) -> str:
        """A problem field as text ("" without a problem); text that did not fit comes as typed."""
        if self.problem is None:
            return ""
        return self.problem["unfit"].get(key) or self.problem[key] or ""

    @property
    def duty_unit(self) -> str:
        """责任单位: the problem's, else the project's."""
        return self.of_problem("duty_unit") or self.project["duty_unit"] or ""

    @property
    def duty_person(self) -> str:
        """责任人: the problem's, else the project's."""
        return self.of_problem("duty_person") or self.project["duty_person"] or ""


def stuck_rows(reader: Reader, summary: Summary, name: str) -> list[StuckRow]:
    """The list `name` (not_started, not_in_production, not_on_target) of a summary, in its order."""
    found: StuckList = summary.three_not[name]
    ids = found.ids()
    projects = {row["id"]: row for row in reader.projects(ids)}
    problems = open_problems(reader, summary.as_of, ids)
    zones = summary.view.facts.zones
    rows = []
    for number, item in enumerate(found.items, start=1):
        project, open_ones = projects[item.project_id], problems.get(item.project_id, [])
        rows.append(
            StuckRow(
                number,
                item,
                zones.get(project["zone_id"], ""),
                found.definition.planned,
                project,
                open_ones[0] if open_ones else None,
                len(open_ones),
            )
        )
    return rows


def stuck_lists(session: Session, as_of: str, scope: Scope | None = None) -> dict[str, list[StuckRow]]:
    """All three lists of a day and scope."""
    summary = session.figures(as_of, scope)
    return {name: stuck_rows(session.reader, summary, name) for name in summary.three_not}


def open_problems(
    reader: Reader, as_of: str, project_ids: tuple[int, ...] | None = None
) -> dict[int, list[dict[str, Any]]]:
    """Problems open on the day `as_of`, by project, the earliest deadline first."""
    rows = (
        reader.rows("problem")
        if project_ids is None
        else reader.rows_in("problem", "project_id", project_ids)
    )
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if is_open(row, as_of):
            found[row["project_id"]].append(row)
    for each in found.values():
        each.sort(key=lambda row: (takes_effect(row["deadline"]) if row["deadline"] else "9999", row["id"]))
    return dict(found)


def is_open(problem: dict[str, Any], as_of: str) -> bool:
    """Whether a problem was raised and not yet closed (销号) on the day; dates not said count as past."""
    if problem["raised_on"] and not reached(problem["raised_on"], as_of):
        return False
    closed_on = problem["closed_on"]
    return not (problem["status"] == CLOSED and (closed_on is None or reached(closed_on, as_of)))


def days_past(deadline: str | None, as_of: str) -> int:
    """Days by which a deadline has passed on the day `as_of`; 0 on the day itself, before, or without one."""
    return max(days_between(deadline, as_of), 0) if deadline else 0


def set_problem(
    w: Writer, *, project_id: int, problem_id: int | None, key: str, text: str, raised_on: str = ""
) -> None:
    """修改问题: one field of a project's problem; without a problem, adds one that holds it.

    `raised_on` (ISO) is the day noted for a problem added here. Raises RefusedError as `edit.set_field` does.
    """
    if problem_id is not None:
        edit.set_field(w, table="problem", row_id=problem_id, key=key, text=text)
        return
    project = w.row("project", project_id)
    if project is None:
        raise RefusedError("record.missing", what="项目", name=str(project_id))
    field = field_of("problem", key)
    reading = read_value(field, text)
    if reading.value is None and reading.unfit is None:
        return
    # The cause or the duty is often known before anyone has written the problem down.
    row_id = w.insert(
        "problem", {"project_id": project_id, "description": "", "raised_on": raised_on or None}
    )
    edit.store_reading(w, "problem", w.row("problem", row_id) or {}, field, reading)
    shown = reading.unfit or show_value(field, reading.value)
    w.label = f"新增{edit.name_of(w, 'project', project)}问题 {field.label}：{shown}"
