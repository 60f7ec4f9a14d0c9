"""回收站: what was deleted, what it held, and bringing it back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QSplitter, QTableView, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.widgets.lines_model import Index, LinesModel
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.plain_table import plain_table
from zonedesk.desktop.widgets.snapshot_view import SnapshotView
from zonedesk.domain.changes import Changes
from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.ops.recycle import Deleted, content, deleted, restore
from zonedesk.ops.snapshot_text import parts_of


class DeletedModel(LinesModel[Deleted]):
    """One line for each record that can be brought back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads = (
            self.tr("类别"),
            self.tr("名称"),
            self.tr("一并删除"),
            self.tr("删除时间"),
            self.tr("经办人"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        each = self.lines[index.row()]
        return (
            TABLE_LABELS[each.table],
            f"{each.name}（{each.owner}）" if each.owner else each.name,
            "、".join(f"{TABLE_LABELS[table]} {count}" for table, count in each.children.items()),
            each.step.at[:16].replace("T", " "),
            each.step.who,
        )[index.column()]


@page("recycle", to_translate("pages", "回收站"), "trash", 75)
class RecyclePage(Page):
    """Deleted records at the left, the chosen one at the right; Enter brings the selected ones back."""

    uses_scope = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = DeletedModel(self)
        self.table = plain_table(self.model, (64, 230, 296, 130, 76), self.tr("已删除的记录"), stretch=1)
        self.table.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.content = SnapshotView(beside_now=False)
        self.chosen = QLabel()
        self.chosen.setStyleSheet("font-weight: 600;")
        self.chosen.setWordWrap(True)
        self.restore_button = named(QPushButton(icon("arrow-back-up", "#FFFFFF"), self.tr("恢复")), "primary")
        self.restore_button.clicked.connect(self.restore_selected)
        self.tools.addWidget(self.restore_button)
        self.empty = named(
            QLabel(self.tr("回收站是空的。删除的项目、手续、问题等都会留在这里，随时可以恢复。")), "second"
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.table)
        self.split.addWidget(self._content_panel())
        self.split.setSizes([800, 380])
        self.split.setChildrenCollapsible(False)
        self.body.addWidget(self.split, 1)
        self.body.addWidget(self.empty, 1)
        self.setFocusProxy(self.table)
        self.subtitle.setText(self.tr("删除的记录连同其下内容都在这里；恢复也是一步，可以撤销"))
        selection = self.table.selectionModel()
        selection.selectionChanged.connect(self._on_selected)
        selection.currentRowChanged.connect(self._show_content)
        for key in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.restore_selected)

    def concerns(self, changes: Changes) -> bool:
        # Rows leave or come back only by being removed or inserted.
        return any(change.before is None or change.after is None for change in changes.rows)

    def reload(self) -> None:
        kept = {each.key for each in self.selected()}
        session = self.desk.session
        found = deleted(session.reader, session.record)
        self.model.show(found)
        self.split.setVisible(bool(found))
        self.empty.setVisible(not found)
        rows = [row for row, each in enumerate(found) if each.key in kept] or ([0] if found else [])
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            self.table.selectionModel().select(self.model.index(row, 0), flags)
        if rows:
            self.table.selectionModel().setCurrentIndex(
                self.model.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._show_content()
        self._on_selected()

    def selected(self) -> list[Deleted]:
        """The records whose lines are selected."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.lines[row] for row in rows if row < len(self.model.lines)]

    def restore_selected(self) -> None:
        """Bring the selected records back, as one step; a refusal is told."""
        records = self.selected()
        if records:
            self.desk.run(restore, records=records)

    def _content_panel(self) -> QWidget:
        panel = named(QWidget(), "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.chosen)
        column.addWidget(self.content, 1)
        return panel

    def _on_selected(self) -> None:
        count = len(self.selected())
        self.restore_button.setEnabled(bool(count) and self.desk.session.writable)
        self.restore_button.setText(
            self.tr("恢复 {count} 条").format(count=count) if count > 1 else self.tr("恢复")
        )
        text = self.tr("共 {total} 条，选中 {count} 条　回车恢复选中的记录")
        self.set_status(text.format(total=self.model.rowCount(), count=count) if self.model.lines else "")

    def _show_content(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.model.lines):
            self.chosen.clear()
            self.content.clear()
            return
        each = self.model.lines[row]
        self.chosen.setText(f"{TABLE_LABELS[each.table]}：{each.name}")
        snapshot = content(each)
        self.content.show_parts(parts_of(snapshot, snapshot, self.desk.money_unit))
        if each.owner:
            self.content.expandAll()
