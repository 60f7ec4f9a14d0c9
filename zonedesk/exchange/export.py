"""Export of projects as a typed workbook: the whole ledger, or one of the stuck lists.

A new content is one function with `@view`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.dates import chinese
from zonedesk.domain.fields import Kind
from zonedesk.domain.figures.scope import batch_order
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.domain.stages import DUE_LABELS
from zonedesk.exchange.sheet_plan import OutColumn, OutSheet, project_columns, row_of
from zonedesk.exchange.write_xlsx import ExportError, write_sheets
from zonedesk.ops.session import Session
from zonedesk.ops.stuck import open_problems

UNLISTED = "未列入批次"


class Material:
    """What the contents of an export are made of; each part is read once."""

    def __init__(self, session: Session, as_of: str) -> None:
        self.session, self.as_of = session, as_of

    @property
    def note(self) -> str:
        """The line under the title: whose figures of which day, in which unit."""
        return f"数据截至：{chinese(self.as_of)}　　单位：亿元"

    @cached_property
    def names(self) -> dict[str, dict[int, str]]:
        """Zones and companies by id."""
        return {table: self.session.reader.names(table) for table in ("zone", "enterprise")}

    @cached_property
    def rows(self) -> dict[int, dict[str, Any]]:
        """A row for each project, by id. What is reported monthly is that of the as-of month's last report."""
        companies = {row["id"]: row["uscc"] for row in self.session.reader.rows("enterprise")}
        problems = open_problems(self.session.reader, self.as_of)
        found = {}
        for project in self.session.reader.projects():
            problem = problems.get(project["id"], [None])[0]
            row = row_of(project, self.names, companies, problem)
            found[project["id"]] = row | {"marker": f"{self.session.ledger_id}:{project['id']}"}
        for pid, told in self._told().items():
            found[pid].update(told)
        return found

    @cached_property
    def extras(self) -> tuple[str, ...]:
        """Heads of columns that came with other files and are kept."""
        keys = {key for row in self.rows.values() for key in row if key.startswith("extra:")}
        return tuple(sorted(key.removeprefix("extra:") for key in keys))

    def columns(self, *, batch: bool) -> list[OutColumn]:
        """The columns of a sheet of projects."""
        return project_columns(tuple(self.names["zone"].values()), self.extras, batch=batch)

    def _told(self) -> dict[int, dict[str, Any]]:
        month = self.as_of[:7]
        told: dict[int, dict[str, Any]] = {
            pid: {"completed_investment": None, "image_progress": None}
            for pid in self.session.reader.names("project")
        }
        for row in self.session.reader.rows("monthly_progress", order="month"):
            if row["month"] > month:
                continue
            for key, column in (
                ("completed_investment", "invest_total"),
                ("image_progress", "image_progress"),
            ):
                value = row["unfit"].get(column) if row[column] is None else row[column]
                if value is not None:
                    told[row["project_id"]][key] = value
        return told


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export holds: how many projects, and in how many rows (one for each listing of a project)."""

    projects: int
    rows: int


ViewFunction = Callable[[Material], list[OutSheet]]


@dataclass(frozen=True, slots=True)
class ExportView:
    """A content of an export: its name, what it is called, and how its sheets come about."""

    name: str
    label: str
    function: ViewFunction


_VIEWS: dict[str, ExportView] = {}


def view(name: str, label: str) -> Callable[[ViewFunction], ViewFunction]:
    """Register a content under `name`, shown to officers as `label`."""

    def register(function: ViewFunction) -> ViewFunction:
        _VIEWS[name] = ExportView(name, label, function)
        return function

    return register


def views() -> dict[str, ExportView]:
    """All registered contents by name."""
    return dict(_VIEWS)


def export_projects(
    session: Session, path: Path, *, view: str = "all", as_of: str, progress: Progress | None = None
) -> Exported:
    """Write a registered content as of a day (ISO) to `path` (.xlsx); returns what was written.

    Raises ExportError for an unknown view, or if the file cannot be written (it is then as it was);
    CancelledError if `progress` says so.
    """
    if view not in _VIEWS:
        raise ExportError("export.unknown_view", name=view, known="、".join(_VIEWS))
    sheets = _VIEWS[view].function(Material(session, as_of))
    write_sheets(path, sheets, progress or NullProgress())
    projects = {row["marker"] for sheet in sheets for row in sheet.rows}
    return Exported(len(projects), sum(len(sheet.rows) for sheet in sheets))


@view("all", "项目台账")
def whole_ledger(material: Material) -> list[OutSheet]:
    """A sheet for each track with its listings, batch by batch; then the projects in no batch."""
    facts = material.session.facts(material.as_of)
    order = {b.id: n for n, b in enumerate(sorted(facts.batches.values(), key=batch_order))}
    listings = sorted(facts.listings, key=lambda listing: (order[listing.batch_id], listing.project_id))
    sheets = []
    for track, label in TRACKS.items():
        rows = [
            material.rows[listing.project_id] | {"batch": facts.batches[listing.batch_id].name}
            for listing in listings
            if listing.track == track
        ]
        title = f"开发区“三个一批”{label.removesuffix('一批')}项目台账"
        sheets.append(_sheet(material, label, title, rows, material.columns(batch=True)))
    listed = {listing.project_id for listing in listings}
    rest = [row for pid, row in material.rows.items() if pid not in listed]
    if rest or not any(sheet.rows for sheet in sheets):
        sheets.append(_sheet(material, UNLISTED, "未列入批次项目台账", rest, material.columns(batch=False)))
    # An empty sheet would be read back as a file with nothing in it.
    return [sheet for sheet in sheets if sheet.rows] or sheets[-1:]


def _register_stuck(name: str) -> None:
    label = DEFINITIONS[name].label

    @view(name, label)
    def stuck(material: Material) -> list[OutSheet]:
        found = material.session.figures(material.as_of).three_not[name]
        rows = [
            material.rows[item.project_id]
            | {"stuck": f"{label}（{DUE_LABELS[item.due]}）", "overdue": item.overdue_days}
            for item in found.items
        ]
        columns = material.columns(batch=False)
        own = [OutColumn("三未类型", "stuck", width=22), OutColumn("逾期天数", "overdue", Kind.INTEGER, 9)]
        return [_sheet(material, label, f"{label}项目清单", rows, [*columns[:3], *own, *columns[3:]])]


for _name in DEFINITIONS:
    _register_stuck(_name)


def _sheet(
    material: Material, name: str, title: str, rows: Iterable[dict[str, Any]], columns: list[OutColumn]
) -> OutSheet:
    numbered = [row | {"seq": n} for n, row in enumerate(rows, start=1)]
    return OutSheet(name, title, material.note, columns, numbered)
