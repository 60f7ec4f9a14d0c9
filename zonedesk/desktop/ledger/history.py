"""A project's history in words: who changed what from what to what, and when."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.ops.table.rows import LedgerRows
from zonedesk.domain.changes import RowChange, Step
from zonedesk.domain.columns import FIELDS, TABLE_LABELS, TRACKS
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.values import show_value, unit_of

_CHILDREN = ("listing", "procedure", "monthly_progress", "problem")
_MOST = 200
_KINDS = {"edit": "", "import": "导入", "undo": "撤销", "redo": "重做"}


class HistoryTab(QWidget):
    """The record of one project and of what hangs on it, newest first."""

    def __init__(self, desk: Desk, rows: LedgerRows) -> None:
        super().__init__()
        self.desk, self.rows = desk, rows
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("修改记录"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setStyleSheet("QListWidget::item { padding: 4px 2px; border-bottom: 1px solid #EDF0F4; }")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list)

    def show_project(self, pid: int | None) -> None:
        """Fill in a project's history; None empties the leaf."""
        self.list.clear()
        if pid is None:
            return
        for step, lines in self._entries(pid):
            when = step.at[:16].replace("T", " ")
            head = " · ".join(part for part in (when, step.who, _KINDS.get(step.kind, "")) if part)
            item = QListWidgetItem(head + "\n" + "\n".join(lines))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft)
            self.list.addItem(item)
        if not self.list.count():
            self.list.addItem(self.tr("尚无修改记录"))

    def _entries(self, pid: int) -> list[tuple[Step, list[str]]]:
        record, reader = self.desk.session.record, self.desk.session.reader
        by_step: dict[int, tuple[Step, list[str]]] = {}
        rows = [("project", pid)]
        rows += [(table, row["id"]) for table in _CHILDREN for row in reader.rows(table, project_id=pid)]
        for table, row_id in rows:
            for step, change in record.of_row(table, row_id):
                entry = by_step.setdefault(step.set_id, (step, []))
                entry[1].extend(self._lines(step, change))
        newest = sorted(by_step.values(), key=lambda entry: -entry[0].set_id)[:_MOST]
        return [(step, _shortened(lines) or [step.label]) for step, lines in newest]

    def _lines(self, step: Step, change: RowChange) -> Iterator[str]:
        what = TABLE_LABELS[change.table]
        if change.before is None:
            yield step.label if change.table == "project" else self.tr("新增{what}").format(what=what)
            return
        if change.after is None:
            yield self.tr("删除{what}").format(what=what)
            return
        fields = {field.stored_as: field for field in FIELDS[change.table]}
        prefix = "" if change.table == "project" else f"{what} "
        unfit_before, unfit_after = _unfit(change.before), _unfit(change.after)
        for column in change.after:
            field = fields.get(column)
            if field is None:
                continue
            old = unfit_before.get(column) or self._shown(field, change.before.get(column))
            new = unfit_after.get(column) or self._shown(field, change.after[column])
            unit = unit_of(field, self.rows.money_unit)
            yield f"{prefix}{field.label}：{old or '（空）'} → {new or '（空）'}{unit if new else ''}"
        for column in unfit_before.keys() | unfit_after.keys():
            if column not in change.after and column in fields:
                old, new = unfit_before.get(column, ""), unfit_after.get(column, "")
                yield f"{prefix}{fields[column].label}（待核）：{old or '（空）'} → {new or '（空）'}"

    def _shown(self, field: Field, value: Any) -> str:
        if value is not None and field.kind is Kind.REF:
            names = self.rows.names.get(field.ref) or self.desk.session.reader.names(field.ref)
            return names.get(value, "")
        if field.key == "track":
            return TRACKS.get(value, "")
        return show_value(field, value, self.rows.money_unit)


def _unfit(image: Any) -> dict[str, str]:
    return dict(json.loads(image["unfit"])) if image.get("unfit") else {}


def _shortened(lines: list[str]) -> list[str]:
    """An import writes many rows of one project at once: the first lines and how many more."""
    counts = Counter(lines)
    kept = [line if count == 1 else f"{line} ×{count}" for line, count in counts.items()]
    return kept if len(kept) <= 8 else [*kept[:7], f"……共 {len(lines)} 处"]
