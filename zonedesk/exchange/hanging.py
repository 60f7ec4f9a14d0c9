"""Planning a row that hangs on a project, whatever its table: once for each row of the file, with what does not fit."""

from __future__ import annotations

import json
from typing import Any

from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.plan import Finding, Ref, RowAction
from zonedesk.exchange.draft import Draft, token_of
from zonedesk.exchange.entries import Entry


def insert_row(draft: Draft, entry: Entry, target: int | Ref, table: str, values: dict[str, Any]) -> None:
    """Add a row that hangs on a project; its own key makes its token."""
    part = values.get("month") or values.get("name") or values.get("track") or values.get("matter") or ""
    draft.add(
        RowAction(
            table,
            f"{token_of(entry)}/{part}",
            None,
            {"project_id": target, **values},
            project=entry.name,
            sheet=entry.sheet,
            row_number=entry.row,
        )
    )


def first_time(draft: Draft, entry: Entry | None, *key: object) -> bool:
    """Whether a row is planned for the first time; a repeated row of the file (`entry`) is told and left."""
    if key not in draft.planned:
        draft.planned.add(key)
        return True
    if entry is not None:
        note = "与前面的行重复，已按前面的行导入"
        draft.body.errors.append(Finding(entry.sheet, entry.row, TABLE_LABELS[str(key[0])], entry.name, note))
    return False


def unfit_of(entry: Entry, table: str) -> dict[str, str]:
    """The row's texts that do not fit columns of a table (for a procedure, “procedure:its name”)."""
    return {column: text for (where, column), text in entry.unfit.items() if where == table}


def as_column(unfit: dict[str, str]) -> dict[str, str]:
    """Texts that do not fit, as a new row keeps them."""
    return {"unfit": json.dumps(unfit, ensure_ascii=False)} if unfit else {}
