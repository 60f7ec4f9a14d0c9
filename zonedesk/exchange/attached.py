"""What hangs on a project in a file: listings, months of progress, procedures, problems."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.columns import CLOSED, field_of
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.plan import SKIP, Choice, Ref
from zonedesk.domain.problem_words import category_of, says_no_problem
from zonedesk.domain.values import match_key, read_value
from zonedesk.exchange.agency import plan_case
from zonedesk.exchange.draft import Draft
from zonedesk.exchange.entries import Entry
from zonedesk.exchange.hanging import as_column, first_time, insert_row, unfit_of
from zonedesk.exchange.ledger_view import Row
from zonedesk.exchange.merge import FileProject, Merged, compare, edited, field_for
from zonedesk.exchange.row_changes import RowChanges


def plan_attached(draft: Draft, wanted: FileProject, target: int | Ref) -> None:
    """Everything of one project but its own row."""
    for entry in wanted.entries:
        if entry.batch and entry.track:
            _listing(draft, entry, target)
        if entry.procedures:
            _procedures(draft, entry, target)
        if _tells_of_a_problem(entry):
            _problem(draft, wanted, entry, target)
        if entry.case.get("matter"):
            plan_case(draft, entry, target)
    for month, merged in wanted.progress.items():
        _progress(draft, wanted, month, merged, target)


def _listing(draft: Draft, entry: Entry, target: int | Ref) -> None:
    assert entry.batch is not None
    batch = draft.batch(entry.batch, entry)
    if not first_time(draft, entry, "listing", target, batch, entry.track):
        return
    amounts = {
        "investment": entry.project.get("total_investment"),
        "output": entry.project.get("expected_output"),
        "strategic": entry.project.get("strategic"),
    }
    known = None
    if isinstance(target, int) and isinstance(batch, int):
        known = draft.view.listings.get((target, batch, entry.track))
    if known is None:
        insert_row(draft, entry, target, "listing", {"batch_id": batch, "track": entry.track, **amounts})
        return
    changes = RowChanges(draft, "listing", known, entry, entry.name)
    for column, value in amounts.items():
        if value is not None and "marker" not in entry.notes:
            # Our own export writes today's amounts. What a batch was published with does not move by itself: a difference is for a person.
            changes.put(column, value, entry, leads=False, reason="listing")
    changes.close()


def _progress(
    draft: Draft, wanted: FileProject, month: str | None, merged: Merged, target: int | Ref
) -> None:
    entry = next(iter(merged.origins.values()), wanted.first)
    told = month or takes_effect(draft.options.as_of or draft.view.default_as_of)[:7]
    if isinstance(target, int) and wanted.is_ours:
        rows = ((each, each.progress) for each in wanted.entries if each.month == month)
        merged = edited("monthly_progress", rows, lambda column: draft.view.told_by(target, told, column))
    values = merged.values
    if isinstance(target, int) and (month is None or wanted.is_ours):
        # Our own export, or a file that does not say its month, repeats the last state: that is not news.
        values = {
            column: value
            for column, value in values.items()
            if not _known(draft.view.told_by(target, told, column), column, value)
        }
        if merged.values and not values:
            draft.body.unchanged["monthly_progress"] += 1
            return
    if not first_time(draft, entry, "monthly_progress", target, told):
        return
    unfit = {
        column: text
        for each in wanted.entries
        if each.month == month
        for column, text in unfit_of(each, "monthly_progress").items()
        if column not in merged.values
    }
    known = draft.view.progress.get((target, told)) if isinstance(target, int) else None
    if known is None:
        insert_row(draft, entry, target, "monthly_progress", {"month": told, **values, **as_column(unfit)})
        return
    changes = RowChanges(draft, "monthly_progress", known, entry, wanted.name)
    for column, value in values.items():
        changes.put(column, value, merged.origins.get(column, entry), leads=True)
    changes.put_unfit(unfit, entry)
    changes.close()


def _known(ours: Any, column: str, theirs: Any) -> bool:
    return ours is not None and compare(field_for("monthly_progress", column), ours, theirs) == "same"


def _procedures(draft: Draft, entry: Entry, target: int | Ref) -> None:
    for name, cells in entry.procedures.items():
        if not first_time(draft, entry, "procedure", target, match_key(name)):
            continue
        unfit = unfit_of(entry, f"procedure:{name}")
        known = draft.view.procedures.get((target, match_key(name))) if isinstance(target, int) else None
        if known is None:
            insert_row(draft, entry, target, "procedure", {"name": name, **cells, **as_column(unfit)})
            continue
        changes = RowChanges(draft, "procedure", known, entry, entry.name)
        for column, value in cells.items():
            changes.put(column, value, entry, leads=True)
        changes.put_unfit(unfit, entry)
        changes.close()


def _tells_of_a_problem(entry: Entry) -> bool:
    """“新签约” or “正常推进” alone is how the project stands: no problem is opened for it. What is to be done, or by when,
    would be lost with it.
    """
    text = entry.problem.get("description") or ""
    alone = len(entry.problem) == 1 and not unfit_of(entry, "problem")
    return bool(text) and not (alone and says_no_problem(text))


def _problem(draft: Draft, wanted: FileProject, entry: Entry, target: int | Ref) -> None:
    values = dict(entry.problem)
    text = values["description"]
    # Our own export repeats a project's problem on each of its sheets: that is nothing to tell.
    if not first_time(draft, None if wanted.is_ours else entry, "problem", target, match_key(text)):
        return
    known = _known_problem(draft, wanted, entry, target)
    if known is not None:
        origins: dict[str, Entry] = {}
        if wanted.is_ours:
            alike = [
                e for e in wanted.entries if match_key(e.problem.get("description") or "") == match_key(text)
            ]
            merged = edited("problem", ((each, each.problem) for each in alike), known.__getitem__)
            values, origins = dict(merged.values), merged.origins
        changes = RowChanges(draft, "problem", known, entry, entry.name)
        if says_no_problem(text):
            del values["description"]  # how the project stands is not the problem's new wording
        for column, value in values.items():
            changes.put(column, value, origins.get(column, entry), leads=True)
        changes.put_unfit(unfit_of(entry, "problem"), entry)
        changes.close()
        return
    values.setdefault("category", category_of(text))
    raised = entry.as_of or draft.options.as_of
    if raised:
        values.setdefault("raised_on", raised)
    values.update(as_column(unfit_of(entry, "problem")))
    insert_row(draft, entry, target, "problem", values)


def _known_problem(draft: Draft, wanted: FileProject, entry: Entry, target: int | Ref) -> Row | None:
    """The problem of that description; else the one open problem that came from this kind of file."""
    rows = draft.view.problems.get(target, []) if isinstance(target, int) else []
    told = {match_key(each.problem.get("description", "")) for each in wanted.entries}
    wording = match_key(entry.problem["description"])
    same = next((row for row in rows if match_key(row["description"]) == wording), None)
    if same is not None:
        return same
    mine = [
        row
        for row in rows
        if row["status"] != CLOSED
        and match_key(row["description"]) not in told
        and draft.view.imported_as("problem", row["id"]) == entry.kind.name
    ]
    if len(mine) == 1 and first_time(draft, None, "problem", target, mine[0]["id"]):
        return mine[0]
    return None


def settle_starts(draft: Draft, wanted: FileProject, target: int | Ref) -> None:
    """“开工/计划开工时间” may be either: one that we know is nothing new, another is asked about."""
    for entry in wanted.entries:
        if "start_either" in entry.notes:
            _settle_start(draft, wanted, entry, target)


def _settle_start(draft: Draft, wanted: FileProject, entry: Entry, target: int | Ref) -> None:
    found = field_of("project", "start_actual")
    reading = read_value(found, entry.notes["start_either"])
    if reading.value is None:
        return
    row = draft.view.projects[target] if isinstance(target, int) else {}
    for column in ("start_actual", "start_plan"):
        ours = wanted.project.values.get(column) or row.get(column)
        if ours and compare(found, ours, reading.value) != "other":
            return
    choices = (
        Choice("start_actual", "实际开工时间"),
        Choice("start_plan", "计划开工时间"),
        Choice(SKIP, "不填"),
    )
    text = f"“{entry.name}”的“开工/计划开工时间”{reading.value}与台账不同，是实际开工还是计划开工？"
    answer = draft.ask("start", entry, text, choices, "start")
    if answer in {"start_actual", "start_plan"}:
        wanted.project.values[answer] = reading.value
