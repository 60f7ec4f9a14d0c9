"""From the projects of a file to the rows that would be written."""

from __future__ import annotations

import json
from typing import Any

from zonedesk.domain.money import format_money
from zonedesk.domain.plan import (
    NEW,
    SKIP,
    Choice,
    Missing,
    PlanBody,
    Ref,
    RowAction,
)
from zonedesk.domain.values import match_key
from zonedesk.exchange.draft import Draft, token_of
from zonedesk.exchange.entries import Entry
from zonedesk.exchange.ledger_view import REF_TABLES, LedgerView, Row
from zonedesk.exchange.matching import Match, Matcher
from zonedesk.exchange.merge import FileProject, Merged, edited, field_for
from zonedesk.exchange.row_changes import RowChanges


class Planner:
    """Plans one file's projects: which row of the ledger each is, and what would change in it."""

    def __init__(self, draft: Draft, matcher: Matcher) -> None:
        self.draft, self.view = draft, draft.view
        self._matcher = matcher
        self.claimed: dict[int, FileProject] = {}
        self.possible: set[int] = set()

    def identify(self, wanted: FileProject) -> int | Ref | None:
        """The ledger row of a project of the file, a reference for a new one, or None: left alone."""
        found = self._matcher.match(wanted)
        twice = found.project_id is not None and found.project_id in self.claimed
        if found.project_id is not None and not twice:
            self._claim(found.project_id, wanted)
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
        answer = self.draft.ask("identity", first, text, tuple(choices))
        if answer is None or answer == SKIP:
            return None
        if answer == NEW:
            return Ref("project", token_of(first))
        self._claim(int(answer), wanted)
        return int(answer)

    def _claim(self, row_id: int, wanted: FileProject) -> None:
        self.claimed[row_id] = wanted
        if retyped := _retyped(wanted, self.view.projects[row_id], self.view):
            self.draft.body.retyped[row_id] = retyped

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
                values[column] = self.draft.named(table, values[column], first, _uscc(wanted))
        extra, unfit = _extras(wanted), _unfit(wanted, "project")
        if extra:
            values["extra"] = json.dumps(extra, ensure_ascii=False)
        if unfit:
            values["unfit"] = json.dumps(unfit, ensure_ascii=False)
        self.draft.add(
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
        changes = RowChanges(self.draft, "project", row, wanted.first, row["name"])
        merged = wanted.project
        if wanted.is_ours:
            rows = ((entry, entry.project) for entry in wanted.entries)
            merged = edited("project", rows, lambda column: self.draft.comparable(column, row[column]))
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
            leads = entry.kind.leads_in(field_for("project", column))
            changes.put(column, value, entry, leads=leads, reason=_reason(entry, leads=leads))
        if self.draft.options.clear_blanks and wanted.first.kind.leads:
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
        ours = self.draft.comparable(column, changes.row[column])
        if ours in (value, theirs):
            return
        earlier = value if ours is None else ours
        if self._rival(column, earlier, theirs, other, changes.row["id"], in_ledger=ours is not None):
            changes.put(column, theirs, other, leads=True)
        elif ours is None:
            changes.put(column, value, entry, leads=True)

    def _rival(
        self,
        column: str,
        ours: Any,
        theirs: Any,
        entry: Entry,
        row_id: int | None,
        *,
        in_ledger: bool = False,
    ) -> bool:
        """List a contradiction within the file; whether the later row's value is to be taken."""
        return self.draft.conflict(
            entry,
            column,
            table="project",
            row_id=row_id,
            project=entry.name,
            values=(ours, theirs),
            reason="within_file",
            in_ledger=in_ledger,
        )

    def _clear(self, changes: RowChanges, wanted: FileProject) -> None:
        said = set().union(*(entry.said for entry in wanted.entries))
        for table, column in sorted(said):
            if table == "project" and column != "name" and column not in wanted.project.values:
                changes.clear(column, wanted.first)

    def _fill_uscc(self, enterprise_id: int, uscc: str, entry: Entry) -> None:
        self.view.uscc[enterprise_id] = uscc
        action = RowAction("enterprise", str(enterprise_id), enterprise_id, {"uscc": uscc}, {"uscc": None})
        action.project, action.sheet, action.row_number = entry.name, entry.sheet, entry.row
        self.draft.change(action)

    def finish(self, missing: list[int]) -> PlanBody:
        """The plan, with the projects of ours among `missing` that no row of the file is or may be."""
        self.draft.body.missing = [
            Missing(row_id, self.view.projects[row_id]["name"])
            for row_id in missing
            if row_id not in self.claimed and row_id not in self.possible
        ]
        return self.draft.finish()

    def _describe(self, row_id: int) -> str:
        row = self.view.projects[row_id]
        company = self.view.name_of("enterprise", row["enterprise_id"])
        invested = row["total_investment"]
        parts = [company, None if invested is None else f"总投资{format_money(invested)}亿元"]
        return f"{row['name']}（{'，'.join(filter(None, parts)) or '无单位和投资'}）"


def _retyped(wanted: FileProject, row: Row, view: LedgerView) -> str:
    """Name and company as the file writes them, where they are not quite ours; "" where they are."""
    company, ours = (
        wanted.project.values.get("enterprise_id"),
        view.name_of("enterprise", row["enterprise_id"]),
    )
    if wanted.code and row["code"] and match_key(wanted.code) == match_key(row["code"]):
        return ""
    parts = [wanted.name] if wanted.name and match_key(wanted.name) != match_key(row["name"]) else []
    if company and ours and match_key(company) != match_key(ours):
        parts.append(company)
    return "，".join(parts)


def _reason(entry: Entry, *, leads: bool) -> str | None:
    """Why a difference is a conflict, where it is not that a person wrote ours or that it is a wrong project."""
    return None if leads or not entry.kind.leads else "copied"


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
