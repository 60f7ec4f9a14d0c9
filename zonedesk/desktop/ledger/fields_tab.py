"""The record panel's first leaf: all fields of the project by group."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.editors import choices_for, offer
from zonedesk.desktop.ledger.field_row import HISTORY_KEY, FieldRow
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.columns import PROJECT_FIELDS
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.stages import STAGE_ORDER, Stage
from zonedesk.domain.values import unit_of
from zonedesk.ops import edit
from zonedesk.ops.record_check import Wrong, wrong_with
from zonedesk.ops.table.columns import ledger_columns
from zonedesk.ops.table.rows import LedgerRows


class FieldsTab(QScrollArea):
    """Shows one project at a time; an edit is written when its editor is left.

    `history_asked(Field)` asks for the history of one field; `checked(list)` tells what was found wrong.
    """

    history_asked = Signal(object)
    checked = Signal(list)

    def __init__(self, desk: Desk, rows: LedgerRows) -> None:
        super().__init__()
        self.desk, self.rows = desk, rows
        self.pid: int | None = None
        self._offered = dict(rows.names)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._columns = {column.key: column for column in ledger_columns()}
        self.fields: dict[str, FieldRow] = {}
        inner = named(QWidget(), "record")
        inner.setStyleSheet("#record { background: white; }")
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 8, 10, 12)
        column.setSpacing(4)
        for group, fields in groupby(PROJECT_FIELDS, key=lambda field: field.group):
            self._add_group(column, inner, group, list(fields))
        column.addStretch(1)
        self.setWidget(inner)
        shortcut = QShortcut(QKeySequence(HISTORY_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._on_history_key)

    def show_project(self, pid: int | None) -> None:
        """Fill in a project; None empties the leaf."""
        self.pid = pid
        self._offer_names()
        self.widget().setEnabled(pid is not None)
        row = self.rows.by_id.get(pid) if pid is not None else None
        stage = self.rows.derived(pid).stage if pid is not None and row is not None else Stage.RESERVE
        writable = self.desk.session.writable
        for key, line in self.fields.items():
            field = line.field
            unit = unit_of(field, self.rows.money_unit)
            text = self.rows.text(pid, self._columns[key]) if pid is not None and row is not None else ""
            line.show(
                text,
                label=f"{field.label}（{unit}）" if unit else field.label,
                unfit=row is not None and self.rows.unfit(row, field) is not None,
                missing=not text and _is_due(field, stage),
                writable=writable,
            )
        self._check(pid if row is not None else None)

    def save(self) -> None:
        """Write what is still being typed."""
        for line in self.fields.values():
            line.save()

    def _check(self, pid: int | None) -> None:
        """Say under each field what the checks find wrong with it."""
        found: list[Wrong] = []
        if pid is not None:
            found = wrong_with(self.desk.session.reader, pid, self.desk.as_of)
        for key, line in self.fields.items():
            line.tell([wrong for wrong in found if wrong.place == key])
        self.checked.emit(found)

    def _on_history_key(self) -> None:
        focus = QApplication.focusWidget()
        for line in self.fields.values():
            if focus is not None and (focus is line.editor or line.editor.isAncestorOf(focus)):
                self.history_asked.emit(line.field)

    def _offer_names(self) -> None:
        """Offer zones and companies as they are now: one may have been added by typing it."""
        if self._offered == self.rows.names:
            return
        self._offered = dict(self.rows.names)
        for line in self.fields.values():
            if line.field.kind is Kind.REF:
                offer(line.editor, list(self.rows.names[line.field.ref].values()))

    def _add_group(self, column: QVBoxLayout, inner: QWidget, group: str, fields: list[Field]) -> None:
        head = QLabel(group)
        head.setStyleSheet("font-weight: 600;")
        head.setContentsMargins(0, 6 if self.fields else 0, 0, 2)
        column.addWidget(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, field in enumerate(fields):
            line = FieldRow(field, choices_for(self.desk.session.reader, field), self._save, inner)
            line.place(grid, number)
            line.history_asked.connect(self.history_asked)
            self.fields[field.key] = line
        column.addLayout(grid)

    def _save(self, field: Field, text: str) -> bool:
        if self.pid is None:
            return False
        changes = self.desk.type_in(
            edit.set_field,
            field,
            text,
            table="project",
            row_id=self.pid,
            key=field.key,
            unit=self.rows.money_unit,
            month=self.desk.as_of[:7],
        )
        return changes is not None


def _is_due(field: Field, stage: Stage) -> bool:
    """Whether a project at this stage must have the field filled."""
    if not field.required_from or stage not in STAGE_ORDER:
        return False
    return STAGE_ORDER.index(Stage(field.required_from)) <= STAGE_ORDER.index(stage)
