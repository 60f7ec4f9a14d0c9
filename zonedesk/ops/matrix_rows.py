"""Which rows and columns of the matrix are shown, in which order: filters and sorting by codes alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.pinyin import letter_classes, pattern_for
from zonedesk.domain.procedures import PENDING_STATES, State
from zonedesk.ops.line_search import folded
from zonedesk.ops.matrix import Matrix, MatrixColumn
from zonedesk.ops.search import SearchIndex
from zonedesk.store.matrix_reader import CODES

# What a row is sorted by besides a procedure's name.
PROJECT, RATE = "", "%"
_UNSAID = "未填开发区"
# What needs looking at comes first: overdue, under way, not begun, undecided, done, not required, absent.
_URGENCY = bytes.maketrans(bytes((4, 2, 3, 6, 1, 5, 0)), bytes(range(7)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the officer asks to see. Empty fields ask for everything.

    `states` are those that a project must have any of; `pending`: only projects with anything not done; `bare`: the
    projects that have no procedure at all; `among`: only these projects; `kept`: projects that stay whatever the states
    and `among` say of them; `sort` is a procedure's name, PROJECT or RATE.
    """

    states: frozenset[State] = frozenset()
    pending: bool = False
    bare: bool = False
    among: frozenset[int] | None = None
    kept: frozenset[int] = frozenset()
    words: str = ""
    stage: str = ""
    procedure: str = ""
    sort: str | None = None
    backwards: bool = False
    by_zone: bool = False
    folded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """The head of a zone's projects."""

    zone: str
    ids: tuple[int, ...]
    completion: Ratio


Row = int | ZoneRow


@dataclass(frozen=True)
class Shown:
    """What is in view: rows (projects' ids, and heads of zones), columns, how many projects."""

    rows: list[Row]
    columns: tuple[MatrixColumn, ...]
    ids: list[int] = field(default_factory=list)


class Arranger:
    """Narrows and sorts a matrix. Keeps the names prepared for searching."""

    def __init__(self) -> None:
        self._index = SearchIndex()
        self._indexed: object = None

    def arrange(self, matrix: Matrix, wanted: Wanted) -> Shown:
        """The rows and columns that are asked for."""
        columns = _columns(matrix, wanted)
        ids = self._narrowed(matrix, wanted, columns)
        _sort(matrix, ids, wanted)
        rows: list[Row] = list(ids)
        if wanted.by_zone:
            rows = _grouped(matrix, ids, wanted.folded)
        return Shown(rows, columns, ids)

    def _narrowed(self, matrix: Matrix, wanted: Wanted, columns: Collection[MatrixColumn]) -> list[int]:
        ids: Collection[int] = sorted(matrix.bare) if wanted.bare else matrix.ids
        if wanted.among is not None:
            ids = [pid for pid in ids if pid in wanted.among or pid in wanted.kept]
        if not wanted.bare:
            whole = len(columns) == len(matrix.columns)
            for states in ([wanted.states] if wanted.states else []) + (
                [PENDING_STATES] if wanted.pending else []
            ):
                some = set(_with_any(matrix, ids, states, None if whole else columns)) | wanted.kept
                ids = [pid for pid in ids if pid in some]
        found = self._found(matrix, wanted.words)
        return [pid for pid in ids if found is None or pid in found]

    def _found(self, matrix: Matrix, words: str) -> set[int] | None:
        if not words.strip():
            return None
        if self._indexed is not matrix.projects:
            self._indexed = matrix.projects
            self._index.fill({pid: (project.name,) for pid, project in matrix.projects.items()})
        return self._index.find(words)


def _columns(matrix: Matrix, wanted: Wanted) -> tuple[MatrixColumn, ...]:
    columns = matrix.columns
    if wanted.stage:
        columns = tuple(column for column in columns if column.stage == wanted.stage)
    words = folded(wanted.procedure).split()
    if words:
        classes = letter_classes({sign for column in columns for sign in column.name})
        found = [pattern_for(word, classes) for word in words]
        columns = tuple(c for c in columns if all(each.search(folded(c.name)) for each in found))
    return columns


def _with_any(
    matrix: Matrix, ids: Iterable[int], states: Collection[State], columns: Collection[MatrixColumn] | None
) -> list[int]:
    """The projects that have any of these states, in these columns (None: in any)."""
    lines = matrix.lines
    if columns is None:
        found = set(matrix.projects_with(states))
        return [pid for pid in ids if pid in found]
    slots = [column.slot for column in columns]
    asked = {CODES[state] for state in states}
    return [pid for pid in ids if any(lines[pid][slot] in asked for slot in slots)]


def _sort(matrix: Matrix, ids: list[int], wanted: Wanted) -> None:
    if wanted.sort is None:
        return
    if wanted.sort == PROJECT:
        ids.sort(key=matrix.project_name, reverse=wanted.backwards)
    elif wanted.sort == RATE:
        ids.sort(key=lambda pid: _share(matrix.completion([pid])), reverse=wanted.backwards)
    else:
        slot = next((column.slot for column in matrix.columns if column.name == wanted.sort), None)
        if slot is not None:
            ids.sort(key=lambda pid: _URGENCY[matrix.code(pid, slot)], reverse=wanted.backwards)


def _share(ratio: Ratio) -> tuple[float, int]:
    # Only an order: no figure comes out of it.
    return (ratio.numerator / ratio.denominator if ratio.denominator else 2.0, -ratio.denominator)


def _grouped(matrix: Matrix, ids: list[int], folded_zones: Collection[str]) -> list[Row]:
    by_zone: dict[int, list[int]] = {}
    for pid in ids:
        by_zone.setdefault(matrix.projects[pid].zone_id or 0, []).append(pid)
    rows: list[Row] = []
    # The order of the ledger's zones; those without one come last.
    for zone_id in sorted(by_zone, key=lambda number: (number == 0, number)):
        members = by_zone[zone_id]
        zone = matrix.zones.get(zone_id, _UNSAID)
        rows.append(ZoneRow(zone, tuple(members), matrix.completion(members)))
        if zone not in folded_zones:
            rows += members
    return rows
