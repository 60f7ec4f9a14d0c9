"""One row of the ledger against the file: cell by cell, what is taken, left or listed."""

from __future__ import annotations

import json
from typing import Any

from zonedesk.domain.plan import Finding, RowAction
from zonedesk.domain.values import match_key
from zonedesk.exchange.decide import decide
from zonedesk.exchange.draft import Draft
from zonedesk.exchange.entries import Entry
from zonedesk.exchange.ledger_view import REF_TABLES, Row
from zonedesk.exchange.merge import field_for


class RowChanges:
    """Gathers what changes in one row of the ledger; a row of which nothing changes counts as unchanged."""

    def __init__(self, draft: Draft, table: str, row: Row, entry: Entry, project: str) -> None:
        self._draft, self._table, self.row = draft, table, row
        self._unfit: dict[str, str] = dict(row["unfit"])
        self._action = RowAction(
            table,
            str(row["id"]),
            row["id"],
            {},
            {} if table == "project" else {"project_id": row["project_id"]},
            project=project,
            sheet=entry.sheet,
            row_number=entry.row,
        )

    def put(self, column: str, value: Any, entry: Entry, *, leads: bool, reason: Any = None) -> None:
        """The file says `value`: take it, leave it, or list a conflict."""
        draft, table = self._draft, self._table
        found = field_for(table, column)
        ours = draft.comparable(column, self.row[column]) if table == "project" else self.row[column]
        if (
            ours is not None
            and column == "zone_id"
            and draft.view.zones.get(match_key(value)) == self.row[column]
        ):
            return
        by_hand = lambda: self._by_hand(column)  # noqa: E731 - asked only when they differ
        verdict = decide(found, ours, value, leads=leads, by_hand=by_hand)
        if verdict == "conflict":
            taken = self._conflict(column, ours, value, entry, reason or ("by_hand" if leads else "identity"))
            verdict = "take" if taken else "same"
        if verdict == "take":
            if table == "project" and column in REF_TABLES:
                value = draft.named(REF_TABLES[column], value, entry)
            self.set(column, value, entry)

    def set(self, column: str, value: Any, entry: Entry, *, before: Any = None) -> None:
        """Change a column, whatever it holds."""
        action = self._action
        if (entry.sheet, entry.row) != (action.sheet, action.row_number):
            action.origins[column] = (entry.sheet, entry.row)
        action.values[column] = value
        action.before[column] = self.row[column] if before is None else before
        self._unfit.pop(column, None)

    def clear(self, column: str, entry: Entry) -> None:
        """The file leaves the column blank and blanks are to clear: what a person wrote is a conflict."""
        if self.row.get(column) is None:
            return
        if self._by_hand(column):
            ours = self._draft.comparable(column, self.row[column])
            if not self._conflict(column, ours, None, entry, "by_hand"):
                return
        self.set(column, None, entry)

    def put_unfit(self, texts: dict[str, str], entry: Entry) -> None:
        """Text that does not fit its column is kept as typed where we have nothing better."""
        for column, text in texts.items():
            if self.row[column] is None:
                self._unfit[column] = text
            elif self._unfit.get(column) != text:
                self._draft.body.errors.append(
                    Finding(entry.sheet, entry.row, column, text, "台账已有值，文件中的写法不能识别，未改")
                )

    def close(self) -> None:
        """Hand the row to the plan."""
        if self._unfit != self.row["unfit"]:
            self._action.values["unfit"] = json.dumps(self._unfit, ensure_ascii=False)
            self._action.before["unfit"] = json.dumps(self.row["unfit"], ensure_ascii=False)
        if self._action.values:
            self._draft.change(self._action)
        else:
            self._draft.body.unchanged[self._table] += 1

    def _by_hand(self, column: str) -> bool:
        """Whether what a person wrote is to be asked about: not if it is plain that it was written after the file."""
        view, row_id = self._draft.view, self.row["id"]
        return view.by_hand(self._table, row_id, column) and not view.since(self._table, row_id, column)

    def _conflict(self, column: str, ours: Any, theirs: Any, entry: Entry, reason: Any) -> bool:
        return self._draft.conflict(
            entry,
            column,
            table=self._table,
            row_id=self.row["id"],
            project=self._action.project,
            values=(ours, theirs),
            reason=reason,
        )
