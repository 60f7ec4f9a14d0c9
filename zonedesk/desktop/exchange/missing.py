"""文件未列: projects of the ledger that a file which lists whole sets does not have. Nothing is done to them."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zonedesk.domain.plan import ImportPlan


class MissingTab(QWidget):
    """`shown(list)`: these projects are to be looked at in the ledger."""

    shown = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[int] = []
        self._names = QStringListModel(self)
        note = QLabel(
            self.tr(
                "下列项目台账中有、本文件中没有。导入不会改动它们；如已终止或调出，请在台账中填写终止或调出时间。"
            )
        )
        note.setWordWrap(True)
        show = QPushButton(self.tr("在台账中查看"))
        show.clicked.connect(lambda: self.shown.emit(self._ids))
        self.list = QListView()
        self.list.setModel(self._names)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("文件未列的项目"))
        head = QHBoxLayout()
        head.addWidget(note, 1)
        head.addWidget(show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show what the file does not list."""
        self._ids = [project.project_id for project in plan.missing]
        self._names.setStringList([project.name for project in plan.missing])
