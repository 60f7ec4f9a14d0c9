"""The three stuck lists (三未) as an officer reads them: each project with its open problem and who answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.columns import field_of
from zonedesk.domain.course import course_doubts
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.errors import Problem, RefusedError
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.figures.three_not import Stuck, StuckList
from zonedesk.domain.problems import is_open
from zonedesk.domain.stages import Due
from zonedesk.domain.values import read_value, show_value
from zonedesk.ops import edit
from zonedesk.ops.session import Session
from zonedesk.ops.touched import Follower
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

Problems = dict[int, list[dict[str, Any]]]  # by project
PROBLEM_KEYS = ("category", "description", "measure", "duty_unit", "duty_person", "deadline")


@dataclass(frozen=True, slots=True)
class StuckRow:
    """One stuck project on the as-of day, joined with its open problems.

    `number` is its place in the list from 1. `project` holds the columns of the project that lists show;
    `problems` are whole rows of those open, the earliest deadline first. `planned_key` names the date that is planned for it.
    """

    number: int
    item: Stuck
    name_of_list: str
    zone: str
    planned_key: str
    project: dict[str, Any]
    problems: tuple[dict[str, Any], ...]

    @property
    def problem(self) -> dict[str, Any] | None:
        """The open problem with the earliest deadline, or None."""
        return self.problems[0] if self.problems else None

    @property
    def project_id(self) -> int:
        """The project's id."""
        return self.item.project_id

    @property
    def name(self) -> str:
        """The project's name."""
        return str(self.project["name"])

    @property
    def differing_total(self) -> int | None:
        """The project's present 总投资 (元), if it is said and is not that of its listing; else None."""
        present = self.project["total_investment"]
        return None if present == self.item.investment else present

    @property
    def due(self) -> Due:
        """How it stands to its planned date."""
        return self.item.due

    @property
    def planned(self) -> str:
        """The planned date, or the text kept in its place, or ""; see also `Stuck.planned`."""
        return self.project[self.planned_key] or self.project["unfit"].get(self.planned_key, "")

    @property
    def doubts(self) -> list[Problem]:
        """What is doubtful about the days on which it stood still, went on or ended."""
        return list(course_doubts(self.project))

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


# What a list shows of a project beside its planned date; whole rows of thousands would take seconds.
_SHOWN = (
    "id", "name", "zone_id", "sponsor", "duty_unit", "duty_person", "service_officer",
    "total_investment", "sign_date", "start_plan", "start_actual", "prod_plan", "prod_actual", "effect_plan",
    "effect_actual", "suspended_on", "suspend_reason", "resumed_on", "resume_reason", "withdrawn_on",
    "next_step", "unfit",
)  # fmt: skip


def stuck_rows(reader: Reader, summary: Summary, name: str) -> list[StuckRow]:
    """The list `name` (not_started, not_in_production, not_on_target) of a summary, in its order."""
    found = summary.three_not[name]
    return _joined(summary, found, _projects(reader, found.ids()), _problems(reader, found.ids()))


class StuckBoard:
    """Reads all three lists, and again only what belongs to projects that were written to since."""

    def __init__(self, session: Session) -> None:
        self._reader = session.reader
        self._follower = Follower(session.reader, session.record, ("problem",))
        self._projects: dict[int, dict[str, Any]] = {}
        self._problems: Problems = {}

    def read(self, summary: Summary) -> dict[str, list[StuckRow]]:
        """The lists of a summary by name, each in its order."""
        touched = self._follower.touched()
        for pid in list(self._projects) if touched is None else touched:
            self._projects.pop(pid, None)
            self._problems.pop(pid, None)
        lists = summary.three_not.values()
        missing = {pid for found in lists for pid in found.ids()} - self._projects.keys()
        if missing:
            self._projects |= _projects(self._reader, missing)
            self._problems |= _problems(self._reader, missing)
        return {
            name: _joined(summary, found, self._projects, self._problems)
            for name, found in summary.three_not.items()
        }


def _projects(reader: Reader, ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    return {row["id"]: row for row in reader.rows_in("project", "id", ids, columns=_SHOWN)}


def _problems(reader: Reader, ids: Iterable[int]) -> Problems:
    return _by_project(reader.rows_in("problem", "project_id", ids))


def _joined(
    summary: Summary, found: StuckList, projects: dict[int, dict[str, Any]], problems: Problems
) -> list[StuckRow]:
    zones, planned, as_of = summary.view.facts.zones, found.definition.planned, summary.as_of
    rows = []
    for number, item in enumerate(found.items, start=1):
        project = projects[item.project_id]
        open_ones = tuple(row for row in problems.get(item.project_id, ()) if is_open(row, as_of))
        zone = zones.get(project["zone_id"], "")
        rows.append(StuckRow(number, item, found.definition.name, zone, planned, project, open_ones))
    return rows


def open_problems(reader: Reader, as_of: str) -> Problems:
    """Problems open on the day `as_of`, by project, the earliest deadline first."""
    return _by_project(row for row in reader.rows("problem") if is_open(row, as_of))


def _by_project(rows: Iterable[dict[str, Any]]) -> Problems:
    found: Problems = defaultdict(list)
    for row in rows:
        found[row["project_id"]].append(row)
    for each in found.values():
        each.sort(key=lambda row: (takes_effect(row["deadline"]) if row["deadline"] else "9999", row["id"]))
    return dict(found)


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
    shown = reading.unfit or show_value(field, reading.value)
    w.label = f"新增{edit.name_of(w, 'project', project)}问题，{field.label}：{shown}"
    edit.store_reading(w, "problem", w.row("problem", row_id) or {}, field, reading)
