"""What an import would write, before it is written: shown cell by cell, ticked, answered, then taken in.

A plan knows neither SQL nor screens. Rows that it creates are named by tokens, so that other rows of the
same plan can refer to them before they have an id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from zonedesk.domain.columns import FIELDS, PROJECT_FIELDS, TRACKS
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.plan_amount import Amount, written
from zonedesk.domain.plan_items import (
    KIND_LABELS,
    NEW,
    SKIP,
    SUBJECT,
    CellChange,
    CellKind,
    Choice,
    Conflict,
    Finding,
    Missing,
    PlanBody,
    Question,
    Ref,
    RowAction,
    SheetReport,
    Skipped,
    TotalCheck,
)
from zonedesk.domain.values import show_value

__all__ = [
    "KIND_LABELS",
    "NEW",
    "SKIP",
    "SUBJECT",
    "CellChange",
    "CellKind",
    "Choice",
    "Conflict",
    "Finding",
    "ImportPlan",
    "Missing",
    "PlanBody",
    "Question",
    "Ref",
    "Replan",
    "RowAction",
    "SheetReport",
    "Skipped",
    "TotalCheck",
    "column_field",
]

Replan = Callable[[dict[str, str]], PlanBody]


class ImportPlan:
    """A file's import, ready to be looked at, ticked, answered and taken in (`ops.take_in`)."""

    def __init__(
        self,
        *,
        file: str,
        sha256: str,
        kind: str,
        as_of: str | None,
        body: PlanBody,
        replan: Replan,
        names: dict[str, dict[int, str]],
        answers: dict[str, str] | None = None,
    ) -> None:
        self.file, self.sha256, self.kind, self.as_of = file, sha256, kind, as_of
        self.answers = dict(answers or {})
        self._replan = replan
        self._names = names
        self.body = body

    @property
    def sheets(self) -> list[SheetReport]:
        """What was made of each sheet."""
        return self.body.sheets

    @property
    def totals(self) -> list[TotalCheck]:
        """Every printed total against the rows read."""
        return self.body.totals

    @property
    def actions(self) -> list[RowAction]:
        """The rows to write, ticked or not."""
        return self.body.actions

    @property
    def questions(self) -> list[Question]:
        """Every question, answered or not."""
        return self.body.questions

    @property
    def open_questions(self) -> list[Question]:
        """The questions that nobody has answered."""
        return [question for question in self.body.questions if question.answer is None]

    @property
    def conflicts(self) -> list[Conflict]:
        """Values that contradict each other; an unanswered one is left alone."""
        return self.body.conflicts

    @property
    def missing(self) -> list[Missing]:
        """Projects of ours that the file does not list."""
        return self.body.missing

    def answer(self, item_id: str, value: str | int | None) -> None:
        """Answer a question (a choice's value: a project id, "new", "skip", a unit …) or a conflict
        ("theirs" or "ours"); None takes the answer back. The plan is worked out anew, ticks are kept.
        RefusedError if the plan asks no such thing or the answer is none of the choices.
        """
        question = next((q for q in self.questions if q.id == item_id), None)
        conflict = next((c for c in self.conflicts if c.id == item_id), None)
        allowed = (
            {choice.value for choice in question.choices}
            if question
            else {"theirs", "ours"}
            if conflict
            else set()
        )
        if value is None and (question or conflict):
            self.answers.pop(item_id, None)
        elif value is not None and str(value) in allowed:
            self.answers[item_id] = str(value)
        else:
            raise RefusedError("refused", reason=f"“{value}”不是此问题的可选答案")
        ticks = {action.key: action for action in self.actions}
        self.body = self._replan(dict(self.answers))
        for action in self.actions:
            if known := ticks.get(action.key):
                action.tick_like(known)

    def accept(self, table: str, token: str, accepted: bool, key: str | None = None) -> None:
        """Tick or untick a whole row, or one cell of it (`key` is a column); KeyError if there is none."""
        action = next((a for a in self.actions if a.key == (table, token)), None)
        if action is None or (key is not None and key not in action.values):
            raise KeyError((table, token, key))
        if key is None:
            action.accepted = accepted
        elif accepted:
            action.declined.discard(key)
        else:
            action.declined.add(key)

    def cells(self) -> Iterator[CellChange]:
        """The preview, cell by cell, in the order of the plan."""
        for action in self.actions:
            for column, value in action.values.items():
                if column in {"project_id", "extra", "unfit"} and action.row_id is None:
                    continue
                yield self._cell(action, column, value)

    def _cell(self, action: RowAction, column: str, value: Any) -> CellChange:
        sheet, row = action.origins.get(column, (action.sheet, action.row_number))
        found = column_field(action.table, column)
        before = action.before.get(column)
        kind: CellKind = "changed"
        if action.row_id is None:
            kind = "added"
        elif value is None:
            kind = "cleared"
        elif before in (None, "{}"):
            kind = "filled"
        return CellChange(
            action.table,
            action.row_id,
            action.token,
            action.project,
            found.label if found else _PLAIN_LABELS.get(column, column),
            column,
            self.show(found, before),
            self.show(found, value),
            sheet,
            row,
            kind,
            action.accepted and column not in action.declined,
        )

    def show(self, found: Field | None, value: Any) -> str:
        """A planned or stored value as an officer reads it."""
        if isinstance(value, Ref):
            return value.token
        if found is None or value is None:
            return "" if value in (None, "{}") else str(value)
        if found.kind is Kind.REF:
            return self._names.get(found.ref, {}).get(value, str(value))
        return TRACKS.get(value, value) if found.key == "track" else show_value(found, value)

    def by_table(self) -> dict[str, dict[str, int]]:
        """Rows added, updated and left unchanged, by table; unticked rows count nowhere."""
        counts: dict[str, dict[str, int]] = {}
        for table, number in self.body.unchanged.items():
            counts.setdefault(table, {"added": 0, "updated": 0, "unchanged": 0})["unchanged"] = number
        for action in self.taken():
            entry = counts.setdefault(action.table, {"added": 0, "updated": 0, "unchanged": 0})
            entry["added" if action.row_id is None else "updated"] += 1
        return counts

    def taken(self) -> list[RowAction]:
        """The rows that taking in writes: ticked, and with what they hang on."""
        return written(self.actions)

    def amount(self) -> Amount:
        """How much taking in writes."""
        return Amount(self.taken())

    def counts(self) -> dict[str, int]:
        """`added` and `unchanged` rows of what the file is about; `updated`: everything else it touches.

        A row that hangs on a project just added belongs to that addition. 0 and 0 mean: nothing to write.
        """
        subject = SUBJECT.get(self.kind, "project")
        added = 0
        touched: set[tuple[str, Any]] = set()
        for action in self.taken():
            owner = action.values.get("project_id", action.before.get("project_id"))
            if action.table == subject:
                added += action.row_id is None
                if action.row_id is not None:
                    touched.add((subject, action.row_id))
            elif action.table == "project":
                touched.add(("project", action.row_id or action.token))
            elif owner is not None and not isinstance(owner, Ref):
                touched.add(("project", owner))
        unchanged = self.body.unchanged[subject]
        if subject == "project":
            own = {a.row_id for a in self.taken() if a.table == "project"}
            unchanged -= sum(row_id not in own for _, row_id in touched)
        return {"added": added, "updated": len(touched), "unchanged": unchanged}

    def new(self, taken: list[RowAction] | None = None) -> dict[str, list[str]]:
        """Names of the zones, batches, companies and projects that will be added; `taken` if it is known already."""
        found: dict[str, list[str]] = {"zone": [], "batch": [], "enterprise": [], "project": []}
        for action in self.taken() if taken is None else taken:
            if action.row_id is None and action.table in found:
                found[action.table].append(str(action.values["name"]))
        return found

    def unlisted(self, taken: list[RowAction] | None = None) -> int:
        """How many ticked new projects come into no batch: they count in none of the rates; `taken` as for `new`."""
        taken = self.taken() if taken is None else taken
        listed = {action.values["project_id"] for action in taken if action.table == "listing"}
        return sum(
            action.table == "project" and action.row_id is None and Ref("project", action.token) not in listed
            for action in taken
        )

    def retyped(self, action: RowAction) -> str:
        """How the file writes the name of a project of ours that a row is about, if otherwise than we do."""
        owner = action.row_id if action.table == "project" else action.before.get("project_id")
        owner = action.values.get("project_id") if owner is None else owner
        return self.body.retyped.get(owner, "") if isinstance(owner, int) else ""

    def label(self) -> str:
        """The step's name in the history."""
        return f"导入 {self.file}：{self.amount().words() or '没有变化'}"


_PLAIN_LABELS = {"extra": "其他列", "unfit": "待核内容", "project_id": "项目"}
_BY_COLUMN: dict[str, dict[str, Field]] = {
    table: {f.stored_as: f for f in fields if f.table == table} for table, fields in FIELDS.items()
}
_BY_COLUMN["project"] = {f.stored_as: f for f in PROJECT_FIELDS if f.table == "project"}


def column_field(table: str, column: str) -> Field | None:
    """The registry entry that is stored in a column of a table, if one is."""
    return _BY_COLUMN.get(table, {}).get(column)
