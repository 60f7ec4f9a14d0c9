"""手续: projects against procedures, what each cell stands for on a day, and what is still pending."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from zonedesk.domain.columns import DONE, NOT_REQUIRED, PROCEDURE_STATES, REQUIRED, field_of
from zonedesk.domain.dates import days_between, days_past, reached
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.procedures import ProcedureTotals, completion_of
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.procedures import PENDING_STATES, STATE_LABELS, State, state_of
from zonedesk.domain.values import read_value
from zonedesk.ops import edit
from zonedesk.ops.session import Session
from zonedesk.ops.touched import Follower
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

    @property
    def done_later(self) -> str:
        """The day (ISO) it was done, if that is after the day looked at; else ""."""
        later = self.row["status"] == DONE and self.state in PENDING_STATES
        return str(self.row["done_on"]) if later else ""

    def text(self, key: str) -> str:
        """A field as text; what did not fit comes as typed."""
        return self.row["unfit"].get(key) or self.row[key] or ""


@dataclass(frozen=True, slots=True)
class Line:
    """A project's line: its cells by procedure name, and how many of them there are in each state."""

    project_id: int
    project: str
    zone: str
    cells: dict[str, Cell]
    states: Counter[State]
    named_states: list[tuple[str, State]]

    @property
    def completion(self) -> Ratio:
        """Done over required."""
        return completion_of(self.states)

    @property
    def pending(self) -> bool:
        """Whether anything required is not done."""
        return not PENDING_STATES.isdisjoint(self.states)


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
    by_name: dict[str, Counter[State]]
    totals: ProcedureTotals
    pending: tuple[Pending, ...]

    @cached_property
    def states(self) -> Counter[State]:
        """How many cells there are in each state."""
        return sum(self.by_name.values(), Counter())

    def completion_of(self, name: str) -> Ratio:
        """Done over required of one procedure, over all lines."""
        return completion_of(self.by_name[name])


_Cells = tuple[dict[str, Cell], Counter[State], list[tuple[str, State]]]


class ProcedureBoard:
    """Reads the matrix, and again only the lines of projects that were written to since."""

    def __init__(self, session: Session) -> None:
        self._reader = session.reader
        self._follower = Follower(session.reader, session.record, ("procedure",))
        self._rows: dict[int, list[dict[str, Any]]] = {}
        self._cells: dict[int, _Cells] = {}
        self._first: dict[str, int] = {}
        self._as_of = ""

    def read(self, summary: Summary) -> ProcedureList:
        """The matrix for the day and scope of `summary`; names in the order the ledger first met them."""
        self._catch_up()
        if summary.as_of != self._as_of:
            self._as_of = summary.as_of
            self._cells = {}
        members, facts = summary.view.members, summary.view.facts
        lines = []
        for pid in sorted(self._rows):
            if pid not in members:
                continue
            project = facts.projects[pid]
            zone = facts.zones.get(project.zone_id or 0, "")
            lines.append(Line(pid, project.name, zone, *self._line(pid)))
        by_name = _by_name(lines)
        names = tuple(sorted(by_name, key=self._first.__getitem__))
        pending = tuple(_pending(lines, summary.as_of))
        return ProcedureList(summary.as_of, tuple(lines), names, by_name, summary.procedures, pending)

    def _line(self, project_id: int) -> _Cells:
        known = self._cells.get(project_id)
        if known is None:
            rows = self._rows[project_id]
            cells = {row["name"]: Cell(row, state_of(row, self._as_of)) for row in rows}
            named = [(name, cell.state) for name, cell in cells.items()]
            known = self._cells[project_id] = cells, Counter(state for _, state in named), named
        return known

    def _catch_up(self) -> None:
        touched = self._follower.touched()
        if touched is None:
            self._rows, self._cells = {}, {}
            self._take(self._reader.rows("procedure"))
        elif touched:
            for pid in touched:
                self._rows.pop(pid, None)
                self._cells.pop(pid, None)
            self._take(self._reader.rows_in("procedure", "project_id", touched))

    def _take(self, rows: list[dict[str, Any]]) -> None:
        for row in rows:
            self._rows.setdefault(row["project_id"], []).append(row)
            self._first[row["name"]] = min(row["id"], self._first.get(row["name"], row["id"]))


def _by_name(lines: Iterable[Line]) -> dict[str, Counter[State]]:
    pairs = Counter(chain.from_iterable(line.named_states for line in lines))
    found: dict[str, Counter[State]] = {}
    for (name, state), count in pairs.items():
        found.setdefault(name, Counter())[state] = count
    return found


def _pending(lines: Iterable[Line], as_of: str) -> list[Pending]:
    found = []
    for line in lines:
        if not line.pending:
            continue
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
        fields = [field_of("procedure", key) for key in values]
        edit.store_readings(w, "procedure", row, [(f, read_value(f, values[f.key], "")) for f in fields])
    w.label = f"修改{edit.name_of(w, 'procedure', w.row('procedure', row_id) or {})}办理状态：{state}"
