"""The matrix as a sheet, before it becomes a workbook or paper: needs no session, fit for a worker's thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zonedesk.domain.dates import chinese
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.ops.list_sheet import scope_words
from zonedesk.ops.matrix import Matrix
from zonedesk.ops.matrix_rows import Shown, ZoneRow
from zonedesk.ops.session import Session
from zonedesk.store.matrix_reader import STATES

TITLE = "项目手续办理情况表"
# Signs that every Chinese font has; their order is that of the legend.
SIGNS = {
    State.DONE: "√",
    State.DOING: "○",
    State.NOT_STARTED: "×",
    State.OVERDUE: "！",
    State.NOT_REQUIRED: "—",
    State.UNDECIDED: "？",
}


# In lines of two characters a bracket or a comma only tears words apart.
_DROPPED = str.maketrans("", "", "、，（）()／/ ")


def head_name(name: str) -> str:
    """A procedure's name as it stands over a narrow column."""
    return name.translate(_DROPPED)


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A procedure: name, stage, department ("" if not said), rate."""

    name: str
    stage: str
    dept: str
    rate: Ratio


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A project with a state for each column (None where it lacks it), or the head of a zone with `rates`."""

    title: str
    zone: str
    rate: Ratio
    states: tuple[State | None, ...] = ()
    rates: tuple[Ratio, ...] = ()
    number: int = 0

    @property
    def is_head(self) -> bool:
        """Whether it is the head of a zone."""
        return not self.number


@dataclass(frozen=True, slots=True)
class MatrixSheet:
    """What is shown of the matrix, ready to go out. `office` is the name that signs ("")."""

    as_of: str
    scope: str
    office: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    total: Ratio
    pending: int

    @property
    def day(self) -> str:
        """The as-of line: 截至2024年3月31日."""
        return f"截至{chinese(self.as_of)}"

    @property
    def sentence(self) -> str:
        """The figures in one sentence, of the rows and columns shown."""
        projects = sum(not row.is_head for row in self.rows)
        return (
            f"{projects} 个项目、{len(self.columns)} 项手续：需办 {self.total.denominator} 件，"
            f"已办结 {self.total.numerator} 件，办结率 {self.total.text()}，未办结 {self.pending} 件"
        )

    @property
    def legend(self) -> str:
        """What each sign means."""
        return "　".join(f"{sign} {STATE_LABELS[state]}" for state, sign in SIGNS.items()) + "　空白 无此项"


def matrix_sheet(session: Session, matrix: Matrix, shown: Shown, scope: Scope) -> MatrixSheet:
    """What is shown now as a sheet; a zone that is folded goes out with its head alone."""
    columns = shown.columns
    rows, number = [], 0
    for row in shown.rows:
        if isinstance(row, ZoneRow):
            rates = tuple(matrix.completion_at(row.ids, column.slot) for column in columns)
            rows.append(SheetRow(f"{row.zone}（{len(row.ids)} 个项目）", row.zone, row.completion, (), rates))
            continue
        number += 1
        states = tuple(STATES[matrix.code(row, column.slot)] for column in columns)
        title, zone = matrix.project_name(row), matrix.zone_of(row)
        rows.append(SheetRow(title, zone, matrix.completion([row]), states, (), number))
    rates = tuple(matrix.completion_at(shown.ids, column.slot) for column in columns)
    total = _sum(rates)
    return MatrixSheet(
        as_of=matrix.as_of,
        scope=scope_words(session, scope),
        office=session.reader.setting(OFFICE_NAME) or "",
        columns=tuple(
            SheetColumn(column.name, column.stage, (column.template and column.template.dept) or "", rate)
            for column, rate in zip(columns, rates, strict=True)
        ),
        rows=tuple(rows),
        total=total,
        pending=total.denominator - total.numerator,
    )


def _sum(ratios: Iterable[Ratio]) -> Ratio:
    known = list(ratios)
    return Ratio(sum(each.numerator for each in known), sum(each.denominator for each in known))
