"""手续矩阵: projects against procedures, one byte for each, so that hundreds of thousands cost no more than a few."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Self

from zonedesk.domain.dates import days_between, days_past, reached
from zonedesk.domain.figures.procedures import completion_of
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.summary import Summary
from zonedesk.domain.procedures import PENDING_STATES, State
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.templates import Template, TemplateBook
from zonedesk.domain.tracking_columns import PROCEDURE_STAGES
from zonedesk.domain.values import match_key
from zonedesk.ops.session import Session
from zonedesk.ops.templates import template_book
from zonedesk.ops.touched import Follower
from zonedesk.store.matrix_reader import CODES, STATES, MatrixReader, Waiting

FOLLOWED = ("procedure", "procedure_pause")
OTHER_STAGE = PROCEDURE_STAGES[-1]
_DONE, _OVERDUE = CODES[State.DONE], CODES[State.OVERDUE]
_REQUIRED = [CODES[state] for state in (State.DONE, State.DOING, State.NOT_STARTED, State.OVERDUE)]
_STAGE_ORDER = {stage: number for number, stage in enumerate(PROCEDURE_STAGES)}


class Pending(NamedTuple):
    """A required procedure that is not done. In their natural order the most overdue comes first.

    `late` and `slow` are the days past what was promised and since it was accepted, both below nought.
    """

    late: int
    slow: int
    project_id: int
    id: int
    name: str
    code: int
    promised_on: str | None

    @property
    def overdue(self) -> int:
        """Days past the promised day; none while its clock is paused."""
        return -self.late


_OF_PROJECT = Pending._fields.index("project_id")


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A procedure's column: where its code stands in a line, its template, how many there are in each state."""

    name: str
    slot: int
    template: Template | None
    states: Mapping[State, int]

    @property
    def stage(self) -> str:
        """The stage that the column stands under."""
        return self.template.stage if self.template else OTHER_STAGE

    @property
    def completion(self) -> Ratio:
        """Done over required."""
        return completion_of(self.states)


@dataclass(frozen=True)
class Matrix:
    """The matrix of a day and scope.

    `lines` holds, by project, one code for each slot; `ids` are the projects in scope that have any procedure,
    `bare` those that have none; `columns` stand in the order of the templates, then of the ledger.
    """

    as_of: str
    ids: Sequence[int]
    bare: Sequence[int]
    columns: tuple[MatrixColumn, ...]
    lines: Mapping[int, bytes]
    waiting: Callable[[], Sequence[Pending]]
    projects: Mapping[int, ProjectFact]
    zones: Mapping[int, str]
    states: Mapping[State, int] = field(default_factory=dict)

    def code(self, project_id: int, slot: int) -> int:
        """The code of a cell; 0 where the project lacks the procedure."""
        line = self.lines.get(project_id, b"")
        return line[slot] if slot < len(line) else 0

    def state(self, project_id: int, name: str) -> State | None:
        """The state of a project's procedure; None where it lacks it."""
        slot = next((column.slot for column in self.columns if column.name == name), None)
        return None if slot is None else STATES[self.code(project_id, slot)]

    def completion(self, project_ids: Iterable[int]) -> Ratio:
        """Done over required, of some projects."""
        codes = b"".join(self.lines.get(pid, b"") for pid in project_ids)
        return Ratio(codes.count(_DONE), sum(map(codes.count, _REQUIRED)))

    def completion_at(self, project_ids: Iterable[int], slot: int) -> Ratio:
        """Done over required, of one procedure of some projects."""
        codes = bytes(self.code(pid, slot) for pid in project_ids)
        return Ratio(codes.count(_DONE), sum(map(codes.count, _REQUIRED)))

    @cached_property
    def pending(self) -> Sequence[Pending]:
        """What is required and not done, the most overdue first. Worked out when it is first asked for."""
        return self.waiting()

    def projects_with(self, states: Collection[State]) -> list[int]:
        """The projects that have a procedure in any of these states."""
        lines = self.lines
        others = bytes(code for state, code in CODES.items() if state not in states)
        return [pid for pid in self.ids if lines[pid].translate(None, others)]

    @cached_property
    def open_projects(self) -> list[int]:
        """The projects that have anything required and not done."""
        return self.projects_with(PENDING_STATES)

    @property
    def total(self) -> Ratio:
        """Done over required, of everything in scope."""
        return completion_of(self.states)

    def project_name(self, project_id: int) -> str:
        """What a project is called."""
        return self.projects[project_id].name

    def zone_of(self, project_id: int) -> str:
        """The name of a project's zone, ""."""
        return self.zones.get(self.projects[project_id].zone_id or 0, "")

    @classmethod
    def of(
        cls,
        summary: Summary,
        lines: Mapping[int, bytes],
        named: Sequence[tuple[str, Template | None]],
        pending: Callable[[], Sequence[Pending]],
    ) -> Self:
        """The matrix of a scope. `named` are the slots' names, with their templates."""
        members, facts = summary.view.members, summary.view.facts
        ids = [pid for pid in sorted(members) if pid in lines]
        whole = members is facts.projects
        codes = b"".join(lines[pid] for pid in ids)
        columns = _columns(codes, named)
        return cls(
            as_of=summary.as_of,
            ids=ids,
            bare=[pid for pid in members if pid not in lines],
            columns=columns,
            lines=lines,
            waiting=pending if whole else lambda: _within(pending(), members),
            projects=facts.projects,
            zones=facts.zones,
            states=_states(codes),
        )


class MatrixBoard:
    """Reads the matrix, and again only what was written to since."""

    def __init__(self, session: Session) -> None:
        self._reader = session.reader
        self._narrow = MatrixReader(session.reader)
        self._follower = Follower(session.reader, session.record, FOLLOWED)
        self._as_of = ""
        self._slots: dict[str, int] = {}
        self._lines: dict[int, bytes] = {}
        self._pending: list[Pending] | None = None
        self._templates: dict[str, Template | None] = {}
        self._summary: Summary | None = None

    def read(self, summary: Summary) -> Matrix:
        """The matrix for the day and scope of `summary`."""
        if summary.as_of != self._as_of:
            self._as_of = summary.as_of
            self._follower.touched()
            self._read_all()
        else:
            self._catch_up()
        self._summary = summary
        self._settle_templates()
        return self._matrix(summary)

    def again(self) -> Matrix | None:
        """The matrix after procedures were written to, of the same projects; None if nothing was read yet."""
        if self._summary is None:
            return None
        known = len(self._slots)
        self._catch_up()
        if len(self._slots) != known:
            self._settle_templates()
        return self._matrix(self._summary)

    def _matrix(self, summary: Summary) -> Matrix:
        named = [(name, self._templates.get(name)) for name in self._slots]
        lines, waiting = dict(self._lines), self._sorted_pending
        return Matrix.of(summary, lines, named, waiting)

    def _sorted_pending(self) -> list[Pending]:
        if self._pending is None:
            self._pending = sorted(_pending(each, self._as_of) for each in self._narrow.waiting(self._as_of))
        return self._pending

    def _catch_up(self) -> None:
        touched = self._follower.touched()
        if touched is None:
            self._read_all()
        elif touched:
            for pid in touched:
                self._lines.pop(pid, None)
            self._take(touched)
            if self._pending is None:
                return
            # A list of its own each time: whoever holds the one before still sees what was.
            kept = [item for item in self._pending if item[_OF_PROJECT] not in touched]
            for each in self._narrow.waiting(self._as_of, touched):
                insort(kept, _pending(each, self._as_of))
            self._pending = kept

    def _read_all(self) -> None:
        self._lines, self._slots = {}, {}
        self._pending = None
        self._take(None)

    def _take(self, ids: Collection[int] | None) -> None:
        """Take the lines of these projects in."""
        known = len(self._slots)
        lines = self._narrow.read(self._as_of, self._slots, ids)
        wide = len(self._slots)
        if known != wide:
            self._lines = {pid: line.ljust(wide, b"\0") for pid, line in self._lines.items()}
        self._lines |= {pid: line.ljust(wide, b"\0") for pid, line in lines.items()}

    def _settle_templates(self) -> None:
        book = template_book(self._reader)
        self._templates = {name: book.by_name.get(match_key(name)) for name in self._slots}
        lost = [name for name, template in self._templates.items() if template is None]
        self._templates |= _made_from(book, self._narrow.templates_of(lost))


def _made_from(book: TemplateBook, ids: Mapping[str, int]) -> dict[str, Template]:
    """A procedure that was given another name still belongs where its template stands."""
    return {name: book.by_id[number] for name, number in ids.items() if number in book.by_id}


def _columns(codes: bytes, named: Sequence[tuple[str, Template | None]]) -> tuple[MatrixColumn, ...]:
    found = []
    for slot, (name, template) in enumerate(named):
        states = _states(codes[slot :: len(named)])
        if states:
            found.append(MatrixColumn(name, slot, template, states))
    return tuple(sorted(found, key=_place))


def _place(column: MatrixColumn) -> tuple[int, bool, int, str, int]:
    template = column.template
    code = template.code if template else ""
    last = len(_STAGE_ORDER)
    return (_STAGE_ORDER.get(column.stage, last), template is None, len(code), code, column.slot)


def _states(codes: bytes) -> dict[State, int]:
    counted = ((state, codes.count(code)) for state, code in CODES.items() if state is not None)
    return {state: number for state, number in counted if number}


def _within(pending: Iterable[Pending], members: Collection[int]) -> list[Pending]:
    return [item for item in pending if item.project_id in members]


def _pending(each: Waiting, as_of: str) -> Pending:
    row_id, promised, since = each.told.split("|")
    overdue = days_past(promised, as_of) if each.code == _OVERDUE else 0
    slow = days_between(since, as_of) if since and reached(since, as_of) else 0
    return Pending(-overdue, -slow, each.project_id, int(row_id), each.name, each.code, promised or None)
