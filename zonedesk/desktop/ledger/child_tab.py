"""A leaf of the record panel that shows and edits the rows of one table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.ledger.child_model import ChildModel, ChildView
from zonedesk.desktop.ledger.delegate import CellDelegate
from zonedesk.desktop.ledger.editors import choices_for
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.domain.fields import Field
from zonedesk.ops import edit
from zonedesk.ops.table.rows import LedgerRows


def child_views() -> tuple[ChildView, ...]:
    """The tables shown in the panel, in order."""
    tr = QCoreApplication.translate
    return (
        ChildView(
            "listing", tr("ChildTab", "批次"), ("batch_id", "track", "investment", "output"),
            (138, 72, 72, 72), fixed=frozenset({"batch_id", "track"}),
        ),
        ChildView(
            "procedure", tr("ChildTab", "手续"), ("name", "status", "done_on", "required", "waiting_reason"),
            (124, 66, 86, 66, 140), new={"name": tr("ChildTab", "新手续")},
        ),
        ChildView(
            "monthly_progress", tr("ChildTab", "进展"),
            ("month", "invest_month", "invest_total", "image_progress", "year_plan"),
            (62, 78, 126, 130, 78), order="month", newest_first=True, most=12, new={},
        ),
        ChildView(
            "problem", tr("ChildTab", "问题"),
            ("description", "category", "status", "deadline", "measure", "duty_unit", "duty_person"),
            (150, 52, 60, 86, 140, 90, 70), new={"description": tr("ChildTab", "新问题"), "status": "待办"},
        ),
    )  # fmt: skip


class ChildTab(QWidget):
    """The rows of one table of the current project."""

    def __init__(self, desk: Desk, rows: LedgerRows, view: ChildView) -> None:
        super().__init__()
        self.desk, self.rows, self.view = desk, rows, view
        self.pid: int | None = None
        self.model = ChildModel(view, desk.session.reader.names, self._write)
        self.model.writable = desk.session.writable
        self.table = ChildTable(self.model, desk)
        self.note = named(QLabel(""), "second")
        self.add = named(QPushButton(icon("plus"), self.tr("新增")), "flat")
        self.remove = named(QPushButton(icon("trash"), self.tr("删除")), "flat")
        self.add.setAccessibleName(self.tr("新增{what}").format(what=TABLE_LABELS[view.table]))
        self.remove.setAccessibleName(self.tr("删除{what}").format(what=TABLE_LABELS[view.table]))
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        if view.new is None:
            self.add.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def show_project(self, pid: int | None) -> None:
        """Fill in a project; None empties the leaf."""
        self.pid = pid
        reader, view = self.desk.session.reader, self.view
        found = reader.rows(view.table, order=view.order, project_id=pid) if pid is not None else []
        count = len(found)
        if view.newest_first:
            found.reverse()
        self.model.show_rows(found[: view.most], self.rows.money_unit)
        for button in (self.add, self.remove):
            button.setEnabled(self.model.writable and pid is not None)
        self.note.setText(self._note(count))

    def choose(self, row_id: int) -> None:
        """Make a row current, and give it the keyboard."""
        row = next((n for n, each in enumerate(self.model.rows) if each["id"] == row_id), None)
        if row is not None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _note(self, count: int) -> str:
        if not count:
            return self.tr("尚无{what}").format(what=TABLE_LABELS[self.view.table])
        if self.view.most and count > self.view.most:
            return self.tr("共 {count} 条，显示最近 {most} 条").format(count=count, most=self.view.most)
        return self.tr("共 {count} 条").format(count=count)

    def _write(self, row_id: int, field: Field, text: str) -> bool:
        changes = self.desk.run(
            edit.set_field, table=self.view.table, row_id=row_id, key=field.key, text=text,
            unit=self.rows.money_unit,
        )  # fmt: skip
        return changes is not None

    def _on_add(self) -> None:
        if self.pid is None or self.view.new is None:
            return
        values = self.view.new or {"month": self.desk.as_of[:7]}
        changes = self.desk.run(edit.add_row, table=self.view.table, project_id=self.pid, values=values)
        if not changes:
            return
        added = next(change.row_id for change in changes.of(self.view.table))
        row = next((n for n, each in enumerate(self.model.rows) if each["id"] == added), 0)
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.table.edit(self.model.index(row, 0))

    def _on_remove(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            self.desk.run(edit.delete_row, table=self.view.table, row_id=self.model.rows[row]["id"])


class ChildTable(QTableView):
    """A small grid with the big one's keys."""

    def __init__(self, model: ChildModel, desk: Desk) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(TABLE_LABELS[model.view.table])
        self.delegate = CellDelegate(
            model.look, self.currentIndex, model.field_at, lambda f: choices_for(desk.session.reader, f), self
        )
        self.delegate.stepped.connect(self._step)
        self.setItemDelegate(self.delegate)
        self.setWordWrap(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.horizontalHeader().setFixedHeight(40)
        self.horizontalHeader().setStyleSheet(
            f"QHeaderView::section {{ padding: 2px 3px; font-size: {tokens.SECOND_PT}pt; }}"
        )
        for column, width in enumerate(model.view.widths):
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._step(1, 0)
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.model().setData(self.currentIndex(), "")
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, right: int) -> None:
        index = self.currentIndex()
        row = min(max(index.row() + down, 0), self.model().rowCount() - 1)
        column = min(max(index.column() + right, 0), self.model().columnCount() - 1)
        self.setCurrentIndex(self.model().index(row, column))
