"""手续: projects against procedures, what each cell stands for on a day, and what is still pending."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from zonedesk.domain.columns import NOT_REQUIRED, PROCEDURE_STATES, REQUIRED
from zonedesk.domain.dates import days_between, days_past, reached
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.procedures import ProcedureTotals, completion_of
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.procedures import PENDING_STATES, STATE_LABELS, State, state_of
from zonedesk.ops import edit
from zonedesk.store.reader import Reader
from zonedesk.store.writer import Writer

STATE_CHOICES = (*PROCEDURE_STATES, NOT_REQUIRED)


@dataclass(frozen=True, slots=True)
class Cell:
    """One procedure of one project: its whole row, and what it stands for on the day."""

    row: dict[str, Any]
    state: State

    @property
    def word(self) -> str:
        """The state in the ledger's own word (审查中, 补正 …)."""
        if self.state in (State.NOT_REQUIRED, State.UNDECIDED):
            return STATE_LABELS[self.state]
        return str(self.row["status"])

    def text(self, key: str) -> str:
        """A field as text; what did not fit comes as typed."""
        return self.row["unfit"].get(key) or self.row[key] or ""


@dataclass(slots=True)
class Line:
    """A project's line: its cells by procedure name."""

    project_id: int
    project: str
    zone: str
    cells: dict[str, Cell] = field(default_factory=dict)

    @property
    def completion(self) -> Ratio:
        """Done over required."""
        return completion_of(Counter(cell.state for cell in self.cells.values()))

    @property
    def pending(self) -> bool:
        """Whether anything required is not done."""
        return any(cell.state in PENDING_STATES for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class Pending:
    """A required procedure not done. `waiting` counts days since it was accepted, None if that is not said."""

    project_id: int
    project: str
    zone: str
    cell: Cell
    waiting: int | None
    overdue: int


@dataclass(frozen=True)
class ProcedureList:
    """The matrix of a day and scope. `lines` are the projects that have any procedure; `names` the columns."""

    as_of: str
    lines: tuple[Line, ...]
    names: tuple[str, ...]
    totals: ProcedureTotals
    pending: tuple[Pending, ...]

    def completion_of(self, name: str) -> Ratio:
        """Done over required of one procedure, over all lines."""
        return completion_of(Counter(line.cells[name].state for line in self.lines if name in line.cells))


def procedure_list(reader: Reader, summary: Summary) -> ProcedureList:
    """Read the matrix for the day and scope of `summary`; names in the order the ledger first met them."""
    view, as_of = summary.view, summary.as_of
    wanted = view.members
    facts = view.facts
    lines: dict[int, Line] = {}
    names: dict[str, None] = {}
    for row in reader.rows("procedure"):
        pid = row["project_id"]
        if pid not in wanted:
            continue
        if pid not in lines:
            project = facts.projects[pid]
            lines[pid] = Line(pid, project.name, facts.zones.get(project.zone_id or 0, ""))
        names.setdefault(row["name"])
        lines[pid].cells[row["name"]] = Cell(row, state_of(row, as_of))
    ordered = tuple(lines[pid] for pid in sorted(lines))
    return ProcedureList(as_of, ordered, tuple(names), summary.procedures, tuple(_pending(ordered, as_of)))


def _pending(lines: tuple[Line, ...], as_of: str) -> list[Pending]:
    found = []
    for line in lines:
        for cell in line.cells.values():
            if cell.state in PENDING_STATES:
                accepted = cell.row["accepted_on"]
                waiting = days_between(accepted, as_of) if reached(accepted, as_of) else None
                overdue = days_past(cell.row["promised_on"], as_of)
                found.append(Pending(line.project_id, line.project, line.zone, cell, waiting, overdue))
    return sorted(found, key=lambda item: (-item.overdue, -(item.waiting or 0), item.project_id))


def set_state(w: Writer, *, project_id: int, name: str, state: str) -> None:
    """修改手续状态: one of STATE_CHOICES, in one step; a project that lacks the procedure gets it.

    无需办理 takes the procedure out of the base of 办结率; any other state puts it back.
    """
    row = w.find("procedure", project_id=project_id, name=name)
    values = {"required": NOT_REQUIRED} if state == NOT_REQUIRED else {"required": REQUIRED, "status": state}
    if row is None:
        if w.row("project", project_id) is None:
            raise RefusedError("record.missing", what="项目", name=str(project_id))
        row_id = w.insert("procedure", {"project_id": project_id, "name": name, **values})
    else:
        row_id = row["id"]
        w.update("procedure", row_id, values)
    w.label = f"修改{edit.name_of(w, 'procedure', w.row('procedure', row_id) or {})}：{state}"
