"""The matrix as a workbook: signs in narrow columns, stages and rates above them, head and names in sight."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from zonedesk.domain.fields import Kind
from zonedesk.domain.procedures import STATE_LABELS
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.exchange.sheet_plan import A3, OutColumn, OutSheet, sheet_name
from zonedesk.exchange.write_xlsx import write_sheets
from zonedesk.ops.matrix_sheet import SIGNS, TITLE, MatrixSheet

_NARROW = 7
_HEAD = 78  # five lines of three characters


def export_matrix(sheet: MatrixSheet, path: Path, progress: Progress | None = None) -> int:
    """Write the matrix, and its rates by procedure, to `path` (.xlsx); returns how many projects.

    Raises ExportError if the file cannot be written (it is then as it was), CancelledError if `progress` says so.
    """
    write_sheets(path, [_signs(sheet), _rates(sheet)], progress or NullProgress())
    return sum(not row.is_head for row in sheet.rows)


def _signs(sheet: MatrixSheet) -> OutSheet:
    columns = [
        OutColumn("序号", "#", Kind.INTEGER, 6),
        OutColumn("项目名称", "project", width=30),
        OutColumn("开发区", "zone", width=16),
        OutColumn("已办结", "done", Kind.INTEGER, 8),
        OutColumn("需办", "required", Kind.INTEGER, 8),
        OutColumn("办结率", "percent", width=9),
    ]
    columns += [
        OutColumn(column.name, f"p{n}", width=_NARROW, centred=True) for n, column in enumerate(sheet.columns)
    ]
    rows = []
    for row in sheet.rows:
        told: dict[str, Any] = {
            "#": row.number or None,
            "project": row.title,
            "zone": row.zone,
            "done": row.rate.numerator,
            "required": row.rate.denominator,
            "percent": row.rate.text(),
        }
        if row.is_head:
            told |= {f"p{n}": rate.text(1) for n, rate in enumerate(row.rates) if rate.denominator}
        else:
            told |= {f"p{n}": SIGNS[state] for n, state in enumerate(row.states) if state is not None}
        rows.append(told)
    note = f"{sheet.day}　范围：{sheet.scope}　{sheet.sentence}　图例：{sheet.legend}"
    return OutSheet(sheet_name(TITLE, "手续"), TITLE, note, columns, rows, "project", A3, _HEAD)


def _rates(sheet: MatrixSheet) -> OutSheet:
    columns = [
        OutColumn("手续名称", "name", width=30),
        OutColumn("阶段", "stage", width=12),
        OutColumn("审批部门", "dept", width=24),
        OutColumn("需办", "required", Kind.INTEGER, 8),
        OutColumn("已办结", "done", Kind.INTEGER, 8),
        OutColumn("办结率", "percent", width=10),
        *(OutColumn(STATE_LABELS[state], state.value, Kind.INTEGER, 10) for state in SIGNS),
    ]
    rows = []
    for n, column in enumerate(sheet.columns):
        states = [row.states[n] for row in sheet.rows if not row.is_head]
        told: dict[str, Any] = {"name": column.name, "stage": column.stage, "dept": column.dept or None}
        told |= {state.value: states.count(state) for state in SIGNS}
        rate = column.rate
        rows.append(told | {"required": rate.denominator, "done": rate.numerator, "percent": rate.text()})
    return OutSheet("办结率", "手续办结率（按手续）", f"{sheet.day}　范围：{sheet.scope}", columns, rows)
