"""What is not done yet, named one by one with its reason."""

from __future__ import annotations

from PySide6.QtCore import QObject

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.ops.procedure_list import Pending


class PendingCells(QObject):
    """How a pending procedure reads in its row."""

    def columns(self) -> list[Column]:
        """The columns of the list."""
        return [
            Column("project", self.tr("项目名称"), 160),
            Column("name", self.tr("未办结手续"), 104),
            Column("state", self.tr("状态"), 66),
            Column("waiting", self.tr("受理\n天数"), 46, right=True),
            Column("promised_on", self.tr("承诺办结"), 86),
            Column("overdue", self.tr("逾期\n天数"), 46, right=True),
            Column("waiting_reason", self.tr("未办结原因"), 160, stretch=True),
            Column("next_step", self.tr("下一步"), 136),
        ]

    def cell(self, item: Pending, key: str) -> Cell:
        """One cell of a row."""
        if key == "project":
            return Cell(item.project, Link(item.project, (item.project_id,)), f"{item.project}\n{item.zone}")
        if key == "name":
            return Cell(item.cell.row["name"])
        if key == "state":
            if item.cell.state is State.OVERDUE:
                return Cell(light_text("red", STATE_LABELS[State.OVERDUE]), None, item.cell.word, tokens.RED)
            if item.cell.done_later:
                # Its word in the ledger, 已办结, is not yet true on the day looked at.
                return Cell(STATE_LABELS[item.cell.state])
            return Cell(item.cell.word)
        if key == "waiting":
            return Cell("" if item.waiting is None else str(item.waiting))
        if key == "overdue":
            return Cell(str(item.overdue) if item.overdue else "")
        if key == "waiting_reason" and item.cell.done_later:
            note = self.tr("办结于 {day}，晚于截至日").format(day=item.cell.done_later)
            return Cell("；".join(text for text in (note, item.cell.text(key)) if text))
        return Cell(item.cell.text(key))


class PendingTable(SimpleTable):
    """The most overdue first."""

    def __init__(self) -> None:
        self.cells = PendingCells()
        super().__init__(
            SimpleTableModel(self.cells.columns(), self.cells.cell), open_by_click=False, head_lines=2
        )
        self.setSelectionBehavior(SimpleTable.SelectionBehavior.SelectRows)
        self.setSelectionMode(SimpleTable.SelectionMode.SingleSelection)
