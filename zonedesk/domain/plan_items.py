"""The parts of an import plan: rows to write, what is asked, what contradicts, what was made of each sheet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from zonedesk.domain.changes import Step

CellKind = Literal["added", "filled", "changed", "cleared"]
NEW, SKIP = "new", "skip"

# What a file of each kind is about: the table whose rows `added` and `updated` count first.
SUBJECT = {
    "ledger": "project",
    "three_not": "project",
    "procedures": "procedure",
    "monthly": "monthly_progress",
    "agency": "agency_case",
}
KIND_LABELS = {
    "ledger": "三个一批台账",
    "three_not": "三未清单",
    "procedures": "手续办理情况表",
    "monthly": "月度进展表",
    "agency": "领办代办台账",
}


class Ref(NamedTuple):
    """A reference to a row that the same plan creates."""

    table: str
    token: str


@dataclass(slots=True)
class RowAction:
    """One row to add (`row_id` None) or to change; only what differs is in `values`.

    `values` are stored values or `Ref`; `before` holds the ledger's values of the same columns.
    `origins` says where a column was read when not on the row's own (sheet, row_number). `since` holds, by column, the
    step that wrote what the ledger has now after this very file had been taken in, `removed` the one that deleted such a
    row then: not ticked unless someone asks.
    """

    table: str
    token: str
    row_id: int | None
    values: dict[str, Any]
    before: dict[str, Any] = field(default_factory=dict)
    project: str = ""
    sheet: str = ""
    row_number: int = 0
    origins: dict[str, tuple[str, int]] = field(default_factory=dict)
    accepted: bool = True
    declined: set[str] = field(default_factory=set)
    since: dict[str, Step] = field(default_factory=dict)
    removed: Step | None = None

    def tick_like(self, other: RowAction) -> None:
        """Take over what a person ticked and unticked in the same row of an earlier plan."""
        by_hand = other.declined - other.since.keys()
        self.accepted = other.accepted
        self.declined = (self.declined | by_hand) - (other.since.keys() - other.declined)

    @property
    def key(self) -> tuple[str, str]:
        """What names the action across re-planning."""
        return (self.table, self.token)


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of the preview. `before` and `after` are as an officer reads them, money in 亿元."""

    table: str
    row_id: int | None
    token: str
    project_name: str
    field_label: str
    key: str
    before: str
    after: str
    sheet: str
    row_number: int
    kind: CellKind
    accepted: bool


class Choice(NamedTuple):
    """One possible answer: what to pass to `ImportPlan.answer`, and what the officer reads."""

    value: str
    label: str


@dataclass(slots=True)
class Question:
    """What only a person can say. Until it is answered, what it is about is left alone.

    `kind`: identity (which project is this row), unit (of a column), date (which month), start (actual
    or planned).
    """

    id: str
    kind: Literal["identity", "unit", "date", "start"]
    text: str
    sheet: str
    row_number: int
    project: str = ""
    key: str = ""
    choices: tuple[Choice, ...] = ()
    answer: str | None = None


@dataclass(slots=True)
class Conflict:
    """Two values that cannot both be right.

    `reason`: by_hand, within_file, identity, listing, copied (the file only repeats what a ledger said), or since (ours
    was written, `since` says when and by what, after this very file had been taken in). `in_ledger`: whether `ours` is
    what the ledger holds; if not, an earlier row of the same file says it.
    """

    id: str
    table: str
    row_id: int | None
    project: str
    field_label: str
    key: str
    ours: str
    theirs: str
    sheet: str
    row_number: int
    reason: Literal["by_hand", "within_file", "identity", "listing", "copied", "since"]
    answer: str | None = None
    since: str = ""
    in_ledger: bool = True


@dataclass(slots=True)
class Skipped:
    """A row of the file that is no record, and why."""

    row: int
    reason: str


@dataclass(slots=True)
class SheetReport:
    """What was made of one sheet. `kind` is "" when nothing was, and then `reason` says why."""

    name: str
    kind: str = ""
    track: str = ""
    header_rows: list[int] = field(default_factory=list)
    unit: str = ""
    as_of: str | None = None
    rows: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """A count or sum printed in the file, against the rows that were read."""

    sheet: str
    row: int
    what: str
    printed: str
    read: str
    ok: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell that could not be read as its column's kind (kept as typed, 待核), or a row with a fault."""

    sheet: str
    row: int
    field: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A project of the ledger that the file, which lists whole sets, does not have. Nothing is deleted."""

    project_id: int
    name: str


@dataclass
class PlanBody:
    """The part of a plan that answers change.

    `overtaken`: the conflicts that are decided by ticks, not by answers: what the same file would take back.
    `retyped`: projects of ours (by id) that the file calls otherwise, with its words. `same_rows`: how many rows of
    the file are of projects of ours and bring nothing to write or to ask (`unchanged` counts rows of the ledger).
    """

    sheets: list[SheetReport] = field(default_factory=list)
    totals: list[TotalCheck] = field(default_factory=list)
    actions: list[RowAction] = field(default_factory=list)
    unchanged: Counter[str] = field(default_factory=Counter)
    same_rows: int = 0
    questions: list[Question] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    overtaken: list[Conflict] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    errors: list[Finding] = field(default_factory=list)
    retyped: dict[int, str] = field(default_factory=dict)
