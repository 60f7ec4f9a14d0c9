"""A sheet as it is to be written: typed columns and stored values, before any workbook exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from zonedesk.domain.columns import PROJECT_FIELDS, field_of
from zonedesk.domain.fields import Field, Kind
from zonedesk.exchange.headings import MARKER_HEADING

# The most pressing open problem, one to a row; 责任单位 is the project's own column.
PROBLEM_KEYS = ("description", "category", "measure", "deadline")
YES_NO = ("是", "否")
_LONGEST_NAME = 28
A3, A4 = 8, 9  # on A3 an office prints a ledger


@dataclass(frozen=True, slots=True)
class OutColumn:
    """One column: its head, what its values are, how wide it is (in characters), what may be chosen.

    `measure` types texts that are numbers: "percent" (“93.75%”) or "number" (“41.67”).
    """

    heading: str
    key: str
    kind: Kind = Kind.TEXT
    width: int = 10
    choices: tuple[str, ...] = ()
    hidden: bool = False
    centred: bool = False
    measure: str = ""


@dataclass(slots=True)
class OutSheet:
    """One sheet: name, title line, the line that says the day and unit, columns, rows by column key.

    Money is in 元 and dates are partial ISO, as stored; `unfit` of a row holds texts as typed, by key. The columns
    up to `frozen` stay in sight; `paper` is the size it prints on, as a workbook numbers them; `head` the height of the
    heads, in points.
    """

    name: str
    title: str
    note: str
    columns: list[OutColumn]
    rows: list[dict[str, Any]] = field(default_factory=list)
    frozen: str = "name"
    paper: int = A3
    head: int = 32


def project_columns(zones: tuple[str, ...], extras: tuple[str, ...], *, batch: bool) -> list[OutColumn]:
    """The columns of a sheet of projects: the registry's, the batch, columns kept from other files, the id."""
    columns = [OutColumn("序号", "seq", Kind.INTEGER, 5)]
    for entry in PROJECT_FIELDS:
        columns.append(_column(entry, zones))
        if entry.key == "zone_id" and batch:
            columns.append(OutColumn("活动批次", "batch", width=14))
        if entry.key == "enterprise_id":
            uscc = field_of("enterprise", "uscc")
            columns.append(OutColumn(uscc.label, "uscc", width=20))
        if entry.key == "image_progress":
            columns += [_column(field_of("problem", key), (), f"problem:{key}") for key in PROBLEM_KEYS]
    columns += [OutColumn(heading, f"extra:{heading}", width=12) for heading in extras]
    return [*columns, OutColumn(MARKER_HEADING, "marker", width=4, hidden=True)]


def row_of(
    project: Mapping[str, Any],
    names: Mapping[str, Mapping[int, str]],
    companies: Mapping[int, str | None],
    problem: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """A project with its problem as a row: references by name, texts that do not fit as typed."""
    row: dict[str, Any] = {}
    for entry in PROJECT_FIELDS:
        value = project[entry.key]
        if entry.kind is Kind.REF and value is not None:
            value = names[entry.ref][value]
        row[entry.key] = project["unfit"].get(entry.stored_as) if value is None else value
    row["uscc"] = companies.get(project["enterprise_id"])
    if problem is not None:
        for key in PROBLEM_KEYS:
            row[f"problem:{key}"] = problem["unfit"].get(key) if problem[key] is None else problem[key]
    row.update({f"extra:{heading}": text for heading, text in project["extra"].items()})
    return row


def sheet_name(title: str, otherwise: str) -> str:
    """A title as a name that a workbook takes for a sheet; `otherwise` where nothing of it is left."""
    return "".join("_" if sign in r"[]:*?/\'" else sign for sign in title)[:_LONGEST_NAME] or otherwise


def _column(entry: Field, zones: tuple[str, ...], key: str = "") -> OutColumn:
    unit = {Kind.MONEY: "（亿元）", Kind.AREA: "（亩）"}.get(entry.kind, "")
    choices = {Kind.BOOL: YES_NO, Kind.CHOICE: entry.choices}.get(entry.kind, ())
    if entry.key == "zone_id":
        choices = zones
    # The grid's width counts a Chinese character as one, a sheet's counts it as two.
    width = max(entry.width * 2, len(entry.label + unit) + 4, 11)
    return OutColumn(entry.label + unit, key or entry.key, entry.kind, min(width, 44), choices)
