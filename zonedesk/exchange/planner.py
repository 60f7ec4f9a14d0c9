"""From the projects of a file to the rows that would be written."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.money import format_money
from zonedesk.domain.plan import (
    NEW,
    SKIP,
    Choice,
    Conflict,
    Missing,
    PlanBody,
    Question,
    Ref,
    RowAction,
)
from zonedesk.domain.values import match_key, show_value
from zonedesk.exchange.decide import OnConflict
from zonedesk.exchange.entries import BatchName, Entry
from zonedesk.exchange.ledger_view import REF_TABLES, LedgerView, Row
from zonedesk.exchange.matching import Match, Matcher
from zonedesk.exchange.merge import FileProject, Merged, field_for
from zonedesk.exchange.row_changes import RowChanges


@dataclass(frozen=True, slots=True)
class Options:
    """How the officer wants blanks and conflicts dealt with, and the day that the file is of."""

    as_of: str | None
    clear_blanks: bool = False
    on_conflict: OnConflict = "ask"


class Planner:
    """Plans one file's projects against one view of the ledger. Used once for each set of answers."""

    def __init__(self, view: LedgerView, matcher: Matcher, options: Options, answers: dict[str, str]) -> None:
        self.view, self.options, self.answers = view, options, answers
        self._matcher = matcher
        self.body = PlanBody()
        self._named: dict[tuple[str, str], RowAction] = {}
        self.claimed: dict[int, FileProject] = {}
        self.possible: set[int] = set()
        self.planned: set[tuple[object, ...]] = set()  # what hangs on projects, by what must be unique

    def identify(self, wanted: FileProject) -> int | Ref | None:
        """The ledger row of a project of the file, a reference for a new one, or None: left alone."""
        found = self._matcher.match(wanted)
        twice = found.project_id is not None and found.project_id in self.claimed
        if found.project_id is not None and not twice:
            self.claimed[found.project_id] = wanted
            return found.project_id
        kind = wanted.first.kind
        if not found.candidates and not twice and kind.adds:
            return Ref("project", token_of(wanted.first))
        return self._asked(wanted, found, twice)

    def _asked(self, wanted: FileProject, found: Match, twice: bool) -> int | Ref | None:
        first = wanted.first
        candidates = (found.project_id,) if twice and found.project_id else found.candidates
        self.possible.update(candidates)
        choices = [Choice(str(row_id), self._describe(row_id)) for row_id in candidates]
        choices += [Choice(NEW, "作为新项目加入"), Choice(SKIP, "不导入这一行")]
        if twice:
            text = f"“{wanted.name}”与第{self.claimed[found.project_id or 0].first.row}行对应同一个项目，是哪个项目？"
        elif candidates:
            text = f"“{wanted.name}”与台账中的项目相近，是不是同一个项目？"
        else:
            text = f"台账中没有“{wanted.name}”，怎样处理？"
        answer = self.ask("identity", first, text, tuple(choices))
        if answer is None or answer == SKIP:
            return None
        if answer == NEW:
            return Ref("project", token_of(first))
        self.claimed[int(answer)] = wanted
        return int(answer)

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

    def plan_project(self, wanted: FileProject, target: int | Ref) -> None:
        """The project's own row."""
        if isinstance(target, Ref):
            self._add_project(wanted, target)
        else:
            self._change_project(wanted, self.view.projects[target])

    def _add_project(self, wanted: FileProject, target: Ref) -> None:
        first = wanted.first
        values = dict(wanted.project.values)
        values.setdefault("name", wanted.name)
        for column, (theirs, entry) in wanted.project.rivals.items():
            if self._rival(column, values[column], theirs, entry, None):
                values[column] = theirs
        for column, table in REF_TABLES.items():
            if values.get(column) is not None:
                values[column] = self.named(table, values[column], first, _uscc(wanted))
        extra, unfit = _extras(wanted), _unfit(wanted, "project")
        if extra:
            values["extra"] = json.dumps(extra, ensure_ascii=False)
        if unfit:
            values["unfit"] = json.dumps(unfit, ensure_ascii=False)
        self.body.actions.append(
            RowAction(
                "project",
                target.token,
                None,
                values,
                project=values["name"],
                sheet=first.sheet,
                row_number=first.row,
                origins=_origins(wanted.project, first) if len(wanted.entries) > 1 else {},
            )
        )

    def _change_project(self, wanted: FileProject, row: Row) -> None:
        changes = RowChanges(self, "project", row, wanted.first, row["name"])
        merged = wanted.project
        marked = any(entry.notes.get("marker") for entry in wanted.entries)
        by_code = bool(wanted.code and row["code"] and match_key(row["code"]) == match_key(wanted.code))
        for column, value in merged.values.items():
            # A name that was only found to be near is the file's spelling, not a new name.
            if column == "name" and not (by_code or marked):
                continue
            entry = merged.origins.get(column, wanted.first)
            if column in merged.rivals:
                self._change_rival(changes, column, value, merged, entry)
                continue
            changes.put(column, value, entry, leads=entry.kind.leads)
        if self.options.clear_blanks and wanted.first.kind.leads:
            self._clear(changes, wanted)
        extra = {**json.loads(row["extra"]), **_extras(wanted)}
        if extra != json.loads(row["extra"]):
            changes.set("extra", json.dumps(extra, ensure_ascii=False), wanted.first, before=row["extra"])
        changes.put_unfit(_unfit(wanted, "project"), wanted.first)
        changes.close()
        if (
            (uscc := _uscc(wanted))
            and row["enterprise_id"]
            and self.view.uscc.get(row["enterprise_id"]) is None
        ):
            self._fill_uscc(row["enterprise_id"], uscc, wanted.first)

    def _change_rival(
        self, changes: RowChanges, column: str, value: Any, merged: Merged, entry: Entry
    ) -> None:
        """The file contradicts itself: nothing is changed if either value is ours, or until a person says."""
        theirs, other = merged.rivals[column]
        ours = self.comparable(column, changes.row[column])
        if ours in (value, theirs):
            return
        if self._rival(column, value, theirs, other, changes.row["id"]):
            changes.put(column, theirs, other, leads=True)
        elif ours is None:
            changes.put(column, value, entry, leads=True)

    def _rival(self, column: str, ours: Any, theirs: Any, entry: Entry, row_id: int | None) -> bool:
        """List a contradiction within the file; whether the later row's value is to be taken."""
        return self.conflict(
            entry,
            column,
            table="project",
            row_id=row_id,
            project=entry.name,
            values=(ours, theirs),
            reason="within_file",
        )

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
    ) -> bool:
        """List a conflict between two comparable `values` (ours, the file's); whether theirs is to be taken."""
        found = field_for(table, column)
        conflict_id = f"conflict:{table}:{row_id or token_of(entry)}:{column}"
        preset = None if self.options.on_conflict == "ask" else self.options.on_conflict
        answer = self.answers.get(conflict_id) or preset
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
            )
        )
        return answer == "theirs"

    def _clear(self, changes: RowChanges, wanted: FileProject) -> None:
        said = set().union(*(entry.said for entry in wanted.entries))
        for table, column in sorted(said):
            if table == "project" and column != "name" and column not in wanted.project.values:
                changes.clear(column, wanted.first)

    def _fill_uscc(self, enterprise_id: int, uscc: str, entry: Entry) -> None:
        self.view.uscc[enterprise_id] = uscc
        action = RowAction("enterprise", str(enterprise_id), enterprise_id, {"uscc": uscc}, {"uscc": None})
        action.project, action.sheet, action.row_number = entry.name, entry.sheet, entry.row
        self.body.actions.append(action)

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

    def finish(self, missing: list[int]) -> PlanBody:
        """The plan, with zones, enterprises and batches before what refers to them."""
        order = {"zone": 0, "enterprise": 1, "batch": 2}
        named = sorted(self._named.values(), key=lambda action: order[action.table])
        self.body.actions[:0] = named
        self.body.missing = [
            Missing(row_id, self.view.projects[row_id]["name"])
            for row_id in missing
            if row_id not in self.claimed and row_id not in self.possible
        ]
        return self.body

    def _describe(self, row_id: int) -> str:
        row = self.view.projects[row_id]
        company = self.view.name_of("enterprise", row["enterprise_id"])
        invested = row["total_investment"]
        parts = [company, None if invested is None else f"总投资{format_money(invested)}亿元"]
        return f"{row['name']}（{'，'.join(filter(None, parts)) or '无单位和投资'}）"


def token_of(entry: Entry) -> str:
    """What names the row that a row of the file adds."""
    return f"{entry.sheet}!{entry.row}"


def _uscc(wanted: FileProject) -> str | None:
    return next((entry.uscc for entry in wanted.entries if entry.uscc), None)


def _extras(wanted: FileProject) -> dict[str, str]:
    extra: dict[str, str] = {}
    for entry in wanted.entries:
        if entry.extra:
            extra.update(entry.extra)
    return extra


def _unfit(wanted: FileProject, table: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in wanted.entries:
        for (where, column), text in entry.unfit.items():
            if where == table and wanted.project.values.get(column) is None:
                found[column] = text
    return found


def _origins(merged: Merged, first: Entry) -> dict[str, tuple[str, int]]:
    return {
        column: (entry.sheet, entry.row) for column, entry in merged.origins.items() if entry is not first
    }
