"""Any list as a typed workbook: dates as dates, amounts as numbers, the head in sight and repeated on paper."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from zonedesk.domain.fields import Kind
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.exchange.sheet_plan import A4, OutColumn, OutSheet, sheet_name
from zonedesk.exchange.write_xlsx import write_sheets
from zonedesk.ops.list_sheet import ListColumn, ListSheet, shown_text

_LEAST, _MOST = 8, 44  # characters of a Latin figure
_LOOKED_AT = 500  # rows: those further down are hardly wider
_FIRST = ("project", "name")
_DAY_WIDTH = 12


def export_list(sheet: ListSheet, path: Path, progress: Progress | None = None) -> int:
    """Write the list to `path` (.xlsx); returns how many rows. Needs no session: fit for a worker's thread.

    Raises ExportError if the file cannot be written (it is then as it was), CancelledError if `progress` says so.
    """
    write_sheets(path, [_out_sheet(sheet)], progress or NullProgress())
    return len(sheet.rows)


def _out_sheet(sheet: ListSheet) -> OutSheet:
    columns = [OutColumn("序号", "#", Kind.INTEGER, 6)]
    columns += [
        OutColumn(column.head, column.key, column.kind, _width(sheet, column), measure=column.measure)
        for column in sheet.columns
    ]
    rows = [{"#": number, **row} for number, row in enumerate(sheet.rows, start=1)]
    keys = [column.key for column in sheet.columns]
    frozen = next((key for key in _FIRST if key in keys[:3]), "#")
    return OutSheet(sheet_name(sheet.title, "清单"), sheet.title, _note(sheet), columns, rows, frozen, A4)


def _note(sheet: ListSheet) -> str:
    parts = [sheet.day, f"范围：{sheet.scope}", "金额单位：亿元" if sheet.has_money else ""]
    parts.append(f"共 {len(sheet.rows)} 条")
    parts.append(f"口径：{sheet.note}" if sheet.note else "")
    return "　".join(part for part in parts if part)


def _width(sheet: ListSheet, column: ListColumn) -> int:
    """Wide enough for most of what stands in a column; long texts are broken into lines."""
    if column.kind is Kind.DATE:
        return max(_DAY_WIDTH, _wide(column.head) + 2)
    texts = sorted(_wide(shown_text(column, row[column.key])) for row in sheet.rows[:_LOOKED_AT])
    usual = texts[len(texts) * 9 // 10] if texts else 0
    return min(max(usual + 2, _wide(column.head) + 2, _LEAST), _MOST)


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)
