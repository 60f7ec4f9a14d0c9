"""领办代办 in a file: each row is one matter handled for a project, with how many cases (件) it came to."""

from __future__ import annotations

from typing import Any

from zonedesk.domain.plan import Ref
from zonedesk.domain.values import match_key
from zonedesk.exchange.draft import Draft
from zonedesk.exchange.entries import Entry
from zonedesk.exchange.hanging import as_column, first_time, insert_row, unfit_of
from zonedesk.exchange.ledger_view import Row
from zonedesk.exchange.row_changes import RowChanges


def plan_case(draft: Draft, entry: Entry, target: int | Ref) -> None:
    """Add the row's case, or bring the one that we have up to date.

    It is the same case if project, matter and day of acceptance are: a matter may be handled twice for one project.
    A case that we have without a day is the same one too.
    """
    case = entry.case
    if not first_time(
        draft, entry, "agency_case", target, match_key(case["matter"]), case.get("accepted_on")
    ):
        return
    unfit = unfit_of(entry, "agency_case")
    known = _known(draft.view.cases.get(target, []) if isinstance(target, int) else [], case)
    if known is None:
        insert_row(draft, entry, target, "agency_case", {**case, **as_column(unfit)})
        return
    changes = RowChanges(draft, "agency_case", known, entry, entry.name)
    for column, value in case.items():
        changes.put(column, value, entry, leads=True)
    changes.put_unfit(unfit, entry)
    changes.close()


def _known(rows: list[Row], case: dict[str, Any]) -> Row | None:
    same = [row for row in rows if match_key(row["matter"]) == match_key(case["matter"])]
    day = case.get("accepted_on")
    dated = [row for row in same if row["accepted_on"] == day]
    undated = [row for row in same if row["accepted_on"] is None or day is None]
    return next(iter([*dated, *undated]), None)
