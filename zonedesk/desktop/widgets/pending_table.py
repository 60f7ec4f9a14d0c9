"""What is not done yet, named one by one: where it is stuck, for how long, and why."""

from __future__ import annotations

from operator import itemgetter

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import QResizeEvent

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.columns import DONE
from zonedesk.domain.messages import say
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.ops.matrix import Matrix, Pending
from zonedesk.ops.matrix_details import Details
from zonedesk.ops.procedure_book import Followed
from zonedesk.store.matrix_reader import STATES

_ID = itemgetter(Pending._fields.index("id"))
_AHEAD = 40  # rows read together with the one that is looked at
_TYPED = frozenset({"waiting_reason", "next_step"})
_ROOM = 780  # pixels; with fewer the reason is read before what comes next


class PendingCells(QObject):
    """How a pending procedure reads in its row."""

    def __init__(self, details: Details) -> None:
        super().__init__()
        self.details = details
        self.matrix: Matrix | None = None
        self.editable = False

    def columns(self) -> list[Column]:
        """The columns of the list."""
        return [
            Column("project", self.tr("项目名称"), tokens.NAME_WIDTH),
            Column("name", self.tr("未办结手续"), 104),
            Column("state", self.tr("状态"), 66),
            Column("step", self.tr("卡在哪一步"), 88),
            Column("days", self.tr("已停\n天数"), 44, right=True),
            Column("promised_on", self.tr("承诺办结"), 86),
            Column("overdue", self.tr("逾期\n天数"), 44, right=True),
            Column("waiting_reason", self.tr("未办结原因"), 150, stretch=True),
            Column("next_step", self.tr("下一步"), 100),
        ]

    def cell(self, item: Pending, key: str) -> Cell:
        """One cell of a row."""
        if key == "project":
            project = self.matrix.project_name(item.project_id) if self.matrix else ""
            zone = self.matrix.zone_of(item.project_id) if self.matrix else ""
            return Cell(project, Link(project, (item.project_id,)), f"{project}\n{zone}")
        if key == "name":
            return Cell(item.name)
        if key == "overdue":
            return Cell(str(item.overdue) if item.overdue else "")
        found = self.details.of(item.project_id, item.name)
        return Cell() if found is None else self._of_procedure(found, item, key)

    def _of_procedure(self, found: Followed, item: Pending, key: str) -> Cell:
        row, state = found.row, STATES[item.code] or State.DOING
        # Its word in the ledger, 已办结, is not yet true on the day looked at.
        later = row["status"] == DONE
        if key == "state":
            tip = "\n".join(say(warning) for warning in found.warnings)
            if state is State.OVERDUE:
                return Cell(light_text("red", STATE_LABELS[state]), None, tip or row["status"], tokens.RED)
            return Cell(STATE_LABELS[state] if later else row["status"], tip=tip)
        if key in ("step", "days"):
            stuck = found.stuck
            if stuck is None or later or (key == "step" and not found.is_stuck):
                return Cell()
            if key == "step":
                return Cell(
                    stuck.step, tip=self.tr("自 {day}").format(day=stuck.since) if stuck.since else ""
                )
            return Cell("" if stuck.days is None else str(stuck.days))
        text = row["unfit"].get(key) or row[key] or ""
        if key == "waiting_reason" and later:
            note = self.tr("办结于 {day}，晚于截至日").format(day=row["done_on"])
            return Cell("；".join(part for part in (note, text) if part))
        typed = text if key in _TYPED and self.editable and not later else None
        return Cell(text, typed=typed)


class PendingModel(SimpleTableModel):
    """Has the rows that come next read together with the one that is looked at."""

    def __init__(self, cells: PendingCells) -> None:
        super().__init__(cells.columns(), cells.cell, cells)
        self._details = cells.details

    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        row = index.row()
        if not self._details.knows(self.rows[row].project_id):
            self._details.read(item.project_id for item in self.rows[row : row + _AHEAD])
        return super().cell(index)


class PendingTable(SimpleTable):
    """The most overdue first. Why it waits and what comes next are typed in place: `written(Pending, key, text)`."""

    written = Signal(object, str, str)

    def __init__(self, details: Details) -> None:
        self.cells = PendingCells(details)
        super().__init__(PendingModel(self.cells), open_by_click=False, head_lines=2)
        self.setSelectionBehavior(SimpleTable.SelectionBehavior.SelectRows)
        self.setSelectionMode(SimpleTable.SelectionMode.SingleSelection)
        self.tab_through = True
        self._model.edited.connect(self.written)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keys = [column.key for column in self.cells.columns()]
        self.setColumnHidden(keys.index("next_step"), self.width() < _ROOM)

    def show_pending(self, matrix: Matrix) -> None:
        """Show what is pending in a matrix."""
        self.cells.matrix = matrix
        self.show_rows(list(matrix.pending), key=_ID)
