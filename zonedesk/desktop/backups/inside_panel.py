"""What is in a backup and how the ledger differs from it now: looked at before anything is replaced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.plain_table import plain_table
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.domain.changes import Step
from zonedesk.ops.restore import Inside
from zonedesk.store.restore import TableDifference

_ANY_HEIGHT = (1 << 24) - 1


class InsidePanel(QWidget):
    """Empty until a backup was looked into; then `restore_asked(Path)` by its button or Alt+R; `closed()` by the other one."""

    restore_asked = Signal(object)
    closed = Signal()

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._writable = writable
        self._path: Path | None = None
        self._any = True
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.restore_button = named(QPushButton(self.tr("恢复到此备份(&R)")), "primary")
        self.restore_button.setToolTip(self.tr("先把现在的台账另存为备份，再整体替换；可再恢复回来"))
        self.restore_button.clicked.connect(self._ask)
        # It has the keyboard after looking: restoring replaces the ledger and is never one Enter too many.
        self.close_button = QPushButton(self.tr("关闭"))
        self.close_button.setToolTip(self.tr("不恢复，回到备份列表"))
        self.close_button.clicked.connect(self._close)
        self.differences = SimpleTableModel(self._difference_columns(), _difference_cell, self)
        self.since = SimpleTableModel(self._step_columns(), _step_cell, self)
        self.held = SimpleTableModel(self._step_columns(), _step_cell, self)
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Nothing is looked into."""
        self._path = None
        self._guide()
        for model in (self.differences, self.since, self.held):
            model.show(())
        self.restore_button.setEnabled(False)
        self.close_button.setVisible(False)
        self._tables.setVisible(False)
        # The list takes the room while there is nothing to show.
        self.setMaximumHeight(self.sizeHint().height())

    def offer(self, any_there: bool) -> None:
        """Say how a backup is looked into, or how one comes about where there is none yet."""
        self._any = any_there
        if self._path is None:
            self._guide()

    def show_inside(self, path: Path, name: str, inside: Inside) -> None:
        """Show what was found in the backup at `path`, which people call `name`."""
        self._path = path
        project = next((d for d in inside.differences if d.table == "project"), None)
        parts = [
            self.tr("{name} 的备份，核验完好：{projects} 个项目，{steps} 步操作记录。").format(
                name=name,
                projects=f"{inside.content.counts.get('project', 0):,}",
                steps=f"{inside.content.counts.get('change_set', 0):,}",
            )
        ]
        if project:
            text = self.tr("此后台账新增项目 {added} 个、删除 {removed} 个、修改 {changed} 个。")
            parts.append(text.format(added=project.added, removed=project.removed, changed=project.changed))
        elif not inside.differences:
            parts.append(self.tr("与现在的台账内容相同。"))
        self.head.setText(" ".join(parts))
        self.differences.show(sorted(inside.differences, key=lambda d: d.table != "project"))
        self.since.show(inside.since)
        self.held.show(inside.steps)
        self.setMaximumHeight(_ANY_HEIGHT)
        self._tables.setVisible(True)
        self.close_button.setVisible(True)
        self.restore_button.setEnabled(self._writable)

    def _guide(self) -> None:
        self.head.setText(
            self.tr("选中一个备份，按回车或“查看内容”，先看里面有什么、与现在的台账差多少，再决定是否恢复。")
            if self._any
            else self.tr("还没有备份。按“立即备份”存一份；台账改动以后，程序也会按时自动备份。")
        )

    def _ask(self) -> None:
        if self._path:
            self.restore_asked.emit(self._path)

    def _close(self) -> None:
        self.clear()
        self.closed.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.close_button)
        head.addWidget(self.restore_button)
        self._tables = QWidget()
        row = QHBoxLayout(self._tables)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for share, title, model, stretch in (
            (4, self.tr("现在的台账比此备份"), self.differences, 0),
            (5, self.tr("此备份之后的操作（恢复后不再有）"), self.since, 2),
            (5, self.tr("此备份里的最后几步"), self.held, 2),
        ):
            table = plain_table(model, [c.width for c in model.columns], title, stretch=stretch)
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(named(QLabel(title), "second"))
            part.addWidget(table, 1)
            row.addLayout(part, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._tables, 1)
        column.addStretch(0)

    def _difference_columns(self) -> tuple[Column, ...]:
        return (
            Column("label", self.tr("内容"), 90),
            Column("added", self.tr("多出"), 60, right=True),
            Column("removed", self.tr("缺少"), 60, right=True),
            Column("changed", self.tr("改过"), 60, right=True),
        )

    def _step_columns(self) -> tuple[Column, ...]:
        return (
            Column("at", self.tr("时间"), 96),
            Column("who", self.tr("经办人"), 66),
            Column("label", self.tr("操作"), 160),
        )


def _difference_cell(difference: TableDifference, key: str) -> Cell:
    value = getattr(difference, key)
    return Cell(value if isinstance(value, str) else f"{value:,}" if value else "—")


def _step_cell(step: Step, key: str) -> Cell:
    if key == "at":
        return Cell(step.at[5:16].replace("T", " "), tip=step.at[:19].replace("T", " "))
    return Cell(step.who if key == "who" else step.label)
