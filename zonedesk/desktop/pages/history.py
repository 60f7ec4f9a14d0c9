"""操作记录: every step ever taken, what it wrote, and taking it back."""

from __future__ import annotations

import json

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.history.cells import CellsModel
from zonedesk.desktop.history.steps import StepsModel
from zonedesk.desktop.history.telling import Teller
from zonedesk.desktop.icons import icon
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.one_line import OneLine
from zonedesk.desktop.widgets.plain_table import plain_table
from zonedesk.domain.changes import Changes, Step


@page("history", to_translate("pages", "操作记录"), "history", 70)
class HistoryPage(Page):
    """Steps above, newest first; the cells of the chosen one below."""

    uses_scope = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.steps = StepsModel(desk.session, self)
        self.cells = CellsModel(self)
        self.table = plain_table(self.steps, (140, 96, 130, 400, 72, 120), self.tr("操作记录"), stretch=3)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.detail = plain_table(self.cells, (56, 80, 300, 170, 240, 240), self.tr("此步的改动"), stretch=2)
        self.chosen = OneLine()
        self.undo_button = QPushButton(icon("arrow-back-up"), self.tr("撤销此步"))
        self.undo_button.clicked.connect(self._undo)
        self.back_button = QPushButton(self.tr("回到此步"))
        self.back_button.clicked.connect(self._go_back)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self._detail_panel())
        split.setSizes([330, 270])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.steps.rowsInserted.connect(self._say_count)
        self.subtitle.setText(self.tr("每一步都可查、可撤销；重新打开台账后仍在"))

    def reload(self) -> None:
        self.steps.reload()
        self._say_count()
        self.table.selectRow(0)
        self._show(self._step())

    def patch(self, changes: Changes) -> bool:
        self.steps.take()
        self._say_count()
        self._offer()
        return True

    def _detail_panel(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self.chosen, 1)
        head.addWidget(self.back_button)
        head.addWidget(self.undo_button)
        panel = named(QWidget(), "ground")
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.detail, 1)
        return panel

    def _step(self) -> Step | None:
        index = self.table.currentIndex()
        return self.steps.step(index.row()) if index.isValid() else None

    def _on_chosen(self, current: QModelIndex) -> None:
        self._show(self.steps.step(current.row()) if current.isValid() else None)

    def _show(self, step: Step | None) -> None:
        self._offer()
        if step is None:
            self.chosen.setText(self.tr("还没有任何改动。录入、导入之后，每一步都会列在这里。"))
            self.cells.show(())
            return
        text = self.tr("{label}（{rows} 行）").format(label=step.label, rows=f"{step.rows:,}")
        self.chosen.setText(text)
        self.chosen.setToolTip(_source(step) or text)
        rows = self.desk.session.record.each_row(step.set_id)
        self.cells.show(Teller(self.desk.session, self.desk.money_unit).lines(rows))

    def _offer(self) -> None:
        step = self._step()
        writable = self.desk.session.writable
        self.undo_button.setEnabled(bool(step and step.state == "done" and writable))
        later = self.steps.standing_after(step.set_id) if step else 0
        self.back_button.setVisible(bool(later and writable))
        self.back_button.setText(self.tr("回到此步（撤销此后 {n} 步）").format(n=later))

    def _undo(self) -> None:
        step = self._step()
        if step:
            self.desk.undo(set_id=step.set_id)

    def _go_back(self) -> None:
        """Take back, one by one, what was done after the chosen step; the first refusal ends it."""
        if chosen := self._step():
            self._back_to(chosen.set_id)

    def _back_to(self, set_id: int) -> None:
        def go_on(undone: Changes | None) -> None:
            if undone:
                self._back_to(set_id)

        while (newest := self.desk.session.next_undo()) and newest.set_id > set_id:
            if not self.desk.undo(later=go_on):
                return

    def _say_count(self) -> None:
        shown = self.steps.rowCount()
        text = self.tr("共 {n} 步") if self.steps.complete else self.tr("已列出最近 {n} 步，向下滚动继续")
        self.set_status(text.format(n=f"{shown:,}"))


def _source(step: Step) -> str:
    """The file that an imported step came from."""
    return str(json.loads(step.source).get("file", "")) if step.source else ""
