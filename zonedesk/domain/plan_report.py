"""An import plan as plain data: what the `import` command prints and what a step keeps as its source."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from zonedesk.domain.plan import ImportPlan
from zonedesk.domain.plan_items import Conflict, Question, SheetReport


def report(plan: ImportPlan) -> dict[str, Any]:
    """Keys in English; texts that an officer reads in Chinese."""
    return {
        "file": plan.file,
        "kind": plan.kind,
        "as_of": plan.as_of,
        "sheets": [_sheet(sheet) for sheet in plan.sheets],
        **plan.counts(),
        "by_table": plan.by_table(),
        "new": plan.new(),
        "totals": [asdict(check) for check in plan.totals],
        "conflicts": [_conflict(conflict) for conflict in (*plan.conflicts, *plan.body.overtaken)],
        "questions": [_question(question) for question in plan.open_questions],
        "missing": [{"id": row.project_id, "name": row.name} for row in plan.missing],
        "near": [{"id": row_id, "file_name": name} for row_id, name in plan.body.retyped.items()],
        "unlisted": plan.unlisted(),
        "errors": [asdict(finding) for finding in plan.body.errors],
    }


def source(plan: ImportPlan) -> dict[str, Any]:
    """What the step keeps of the file that it came from."""
    return {
        "file": plan.file,
        "sha256": plan.sha256,
        "kind": plan.kind,
        "as_of": plan.as_of,
        "counts": plan.counts(),
        "by_table": plan.by_table(),
        "answers": plan.answers,
    }


def _sheet(sheet: SheetReport) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "kind": sheet.kind or None,
        "track": sheet.track or None,
        "header_rows": sheet.header_rows,
        "unit": sheet.unit or None,
        "as_of": sheet.as_of,
        "rows": sheet.rows,
        "columns": sheet.columns,
        "skipped": [asdict(row) for row in sheet.skipped],
        "reason": sheet.reason or None,
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    kept = asdict(conflict)
    kept["field"] = kept.pop("field_label")
    kept["row"] = kept.pop("row_number")
    return kept


def _question(question: Question) -> dict[str, Any]:
    kept = asdict(question)
    kept["row"] = kept.pop("row_number")
    kept["choices"] = [choice._asdict() for choice in question.choices]
    return kept
