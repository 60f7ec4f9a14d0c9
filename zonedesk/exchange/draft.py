"""A plan while it is being written: what every part of planning needs to ask, name and gather."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zonedesk.domain.changes import Step
from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.plan import Choice, Conflict, PlanBody, Question, Ref, RowAction
from zonedesk.domain.values import match_key, show_value
from zonedesk.exchange.decide import OnConflict
from zonedesk.exchange.entries import BatchName, Entry
from zonedesk.exchange.ledger_view import REF_TABLES, LedgerView
from zonedesk.exchange.merge import field_for


@dataclass(frozen=True, slots=True)
class Options:
    """How the officer wants blanks and conflicts dealt with, and the day that the file is of."""

    as_of: str | None
    clear_blanks: bool = False
    on_conflict: OnConflict = "ask"


class Draft:
    """One file's plan against one view of the ledger. Used once for each set of answers."""

    def __init__(self, view: LedgerView, options: Options, answers: dict[str, str]) -> None:
        self.view, self.options, self.answers = view, options, answers
        self.body = PlanBody()
        self.planned: set[tuple[object, ...]] = set()  # what hangs on projects, by what must be unique
        self._named: dict[tuple[str, str], RowAction] = {}

    def ask(
        self, kind: Any, entry: Entry, text: str, choices: tuple[Choice, ...], key: str = ""
    ) -> str | None:
        """Put a question (once for a row and field) and return its answer, if it has one."""
        question_id = f"{kind}:{entry.sheet}!{entry.row}" + (f":{key}" if key else "")
        answer = self.answers.get(question_id)
        self.body.questions.append(
            Question(question_id, kind, text, entry.sheet, entry.row, entry.name, key, choices, answer)
        )
        return answer

    def conflict(
        self,
        entry: Entry,
        column: str,
        *,
        table: str,
        row_id: int | None,
        project: str,
        values: tuple[Any, Any],
        reason: Any,
        in_ledger: bool = True,
    ) -> bool:
        """List a conflict between two comparable `values` (ours, the file's); whether theirs is to be taken.

        `in_ledger` as for `Conflict`.
        """
        found = field_for(table, column)
        conflict_id = f"conflict:{table}:{row_id or token_of(entry)}:{column}"
        answer = self.answers.get(conflict_id) or self._preset
        ours, theirs = (self.shown(found, value) for value in values)
        self.body.conflicts.append(
            Conflict(
                conflict_id,
                table,
                row_id,
                project,
                found.label if found else column,
                column,
                ours,
                theirs,
                entry.sheet,
                entry.row,
                reason,
                answer,
                in_ledger=in_ledger,
            )
        )
        return answer == "theirs"

    def add(self, action: RowAction) -> None:
        """Hand a new row to the plan. One that was deleted after this very file came in is left unless theirs is to win."""
        step = self.view.removed(action.table, action.values)
        if step is not None:
            action.removed = step
            action.accepted = self.options.on_conflict == "theirs"
            self.body.overtaken.append(self._deleted(action, step))
        self.body.actions.append(action)

    def change(self, action: RowAction) -> None:
        """Hand a changed row to the plan. What was corrected after this very file came in is left unless theirs is to win."""
        row_id = action.row_id or 0
        for column in action.values:
            step = self.view.since(action.table, row_id, column)
            # A company or zone that was renamed since is a correction of every row that names it.
            if step is None and action.table == "project" and column in REF_TABLES and action.before[column]:
                step = self.view.since(REF_TABLES[column], action.before[column], "name")
            if step:
                action.since[column] = step
        if self.options.on_conflict != "theirs":
            action.declined |= action.since.keys()
        self.body.overtaken += [self._overtaken(action, column) for column in action.since]
        self.body.actions.append(action)

    def _deleted(self, action: RowAction, step: Step) -> Conflict:
        return Conflict(
            id=f"since:{action.table}:{action.token}",
            table=action.table,
            row_id=None,
            project=action.project,
            field_label=TABLE_LABELS[action.table],
            key="",
            ours="",
            theirs=str(action.values.get("description") or action.token.rpartition("/")[2]),
            sheet=action.sheet,
            row_number=action.row_number,
            reason="since",
            answer=self._preset,
            since=f"{step.minute} {step.origin}".strip(),
        )

    @property
    def _preset(self) -> str | None:
        """How every conflict is answered that nobody answers."""
        return None if self.options.on_conflict == "ask" else self.options.on_conflict

    def _overtaken(self, action: RowAction, column: str) -> Conflict:
        found, step = field_for(action.table, column), action.since[column]
        theirs = action.values[column]
        theirs = theirs.token if isinstance(theirs, Ref) else self.comparable(column, theirs)
        ours = self.comparable(column, action.before.get(column))
        sheet, row = action.origins.get(column, (action.sheet, action.row_number))
        return Conflict(
            id=f"since:{action.table}:{action.row_id}:{column}",
            table=action.table,
            row_id=action.row_id,
            project=action.project,
            field_label=found.label if found else column,
            key=column,
            ours=self.shown(found, ours),
            theirs=self.shown(found, theirs),
            sheet=sheet,
            row_number=row,
            reason="since",
            answer=self._preset,
            since=f"{step.minute} {step.origin}".strip(),
        )

    def named(self, table: str, name: str, entry: Entry, uscc: str | None = None) -> int | Ref:
        """The zone or enterprise of that name, to be added if the ledger lacks it."""
        known = (self.view.zones if table == "zone" else self.view.enterprises).get(match_key(name))
        if known is not None:
            return known
        action = self._named.get((table, match_key(name)))
        if action is None:
            values: dict[str, Any] = {"name": name}
            action = RowAction(table, name, None, values, sheet=entry.sheet, row_number=entry.row)
            self._named[table, match_key(name)] = action
        if uscc and table == "enterprise":
            action.values.setdefault("uscc", uscc)
        return Ref(table, action.token)

    def batch(self, wanted: BatchName, entry: Entry) -> int | Ref:
        """The batch, to be added if the ledger lacks it."""
        known = self.view.batch(wanted)
        if known is not None:
            return known
        key = ("batch", match_key(wanted.name))
        if key not in self._named:
            values = {"name": wanted.name, "year": wanted.year, "seq_no": wanted.seq_no}
            self._named[key] = RowAction(
                "batch", wanted.name, None, values, sheet=entry.sheet, row_number=entry.row
            )
        return Ref("batch", self._named[key].token)

    def comparable(self, column: str, value: Any) -> Any:
        """A stored value as files write it: references by name."""
        table = REF_TABLES.get(column)
        return self.view.name_of(table, value) if table else value

    def shown(self, found: Field | None, value: Any) -> str:
        """A value that is comparable, as an officer reads it."""
        if found is None or found.kind is Kind.REF:
            return "" if value is None else str(value)
        return show_value(found, value)

    def finish(self) -> PlanBody:
        """The plan, with zones, enterprises and batches before what refers to them."""
        order = {"zone": 0, "enterprise": 1, "batch": 2}
        self.body.actions[:0] = sorted(self._named.values(), key=lambda action: order[action.table])
        return self.body


def token_of(entry: Entry) -> str:
    """What names the row that a row of the file adds."""
    return f"{entry.sheet}!{entry.row}"
