"""A view of the ledger as a typed workbook: its rows in its order, its columns, its groups one below the other."""

from __future__ import annotations

from pathlib import Path

from zonedesk.domain.fields import Kind
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.domain.view_definition import ViewDefinition
from zonedesk.exchange.export import Exported, Material, export_projects, views
from zonedesk.exchange.sheet_plan import OutColumn, OutSheet, sheet_name
from zonedesk.exchange.write_xlsx import write_sheets
from zonedesk.ops.session import Session
from zonedesk.ops.table.columns import columns_by_key
from zonedesk.ops.table.seen import see
from zonedesk.ops.views import view_named

_DERIVED_WIDTH = 12


def export_view(
    session: Session,
    path: Path,
    name: str,
    definition: ViewDefinition,
    *,
    as_of: str,
    progress: Progress | None = None,
) -> int:
    """Write what a view shows as of a day (ISO) to `path` (.xlsx); returns how many rows were written.

    Raises ExportError if the file cannot be written (it is then as it was), ConditionError if a filter cannot be
    understood, CancelledError if `progress` says so.
    """
    seen = see(session, definition, as_of)
    material = Material(session, as_of)
    own = {column.key: column for column in material.columns(batch=False)}
    known = columns_by_key()
    layout = definition.layout.known(tuple(known))
    columns = [own["seq"]]
    for key in layout.columns:
        column = known[key]
        if column.field is not None:
            columns.append(own[key])
        else:
            columns.append(OutColumn(column.title, key, column.kind, _DERIVED_WIDTH))
    columns.append(own["marker"])
    derived = [known[key] for key in layout.columns if known[key].field is None]
    rows = []
    for number, pid in enumerate(seen.ids, start=1):
        row = material.rows[pid] | {"seq": number}
        for column in derived:
            text = seen.rows.text(pid, column)
            row[column.key] = int(text) if column.kind is Kind.INTEGER and text else text or None
        rows.append(row)
    sheet = OutSheet(sheet_name(name, "视图"), name, material.note, columns, rows)
    write_sheets(path, [sheet], progress or NullProgress())
    return len(rows)


def export_named(
    session: Session, path: Path, name: str, *, as_of: str, progress: Progress | None = None
) -> tuple[str, Exported]:
    """Write a registered content or, by its name, any view of the ledger; returns what it is called and what it holds.

    Raises RefusedError for a name that is neither, else as `export_view`.
    """
    content = views().get(name)
    if content is not None:
        return content.label, export_projects(session, path, view=name, as_of=as_of, progress=progress)
    found = view_named(session.reader, name)
    rows = export_view(session, path, found.name, found.definition, as_of=as_of, progress=progress)
    return found.name, Exported(rows, rows)
