"""What an officer does to the cells and rows of the grid. Each is one step, written through the desk."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject
from PySide6.QtGui import QGuiApplication

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.clipboard import copied_text, pasted_cells, selected_cells
from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.fields import Field
from zonedesk.ops import cells as cell_ops
from zonedesk.ops import edit


class LedgerCommands(QObject):
    """Acts on what is selected in the grid. Refusals are told by the desk."""

    def __init__(self, desk: Desk, model: LedgerModel, grid: LedgerGrid) -> None:
        super().__init__(grid)
        self.desk, self.model, self.grid = desk, model, grid
        grid.refused.connect(self.refuse)
        grid.clear_asked.connect(self.clear_cells)
        grid.copy_asked.connect(self.copy_cells)
        grid.paste_asked.connect(self.paste_cells)

    def refuse(self, index: QModelIndex) -> None:
        """Say why a cell cannot be edited."""
        if not self.grid.writable:
            # Asking the store for nothing makes it say why nothing can be written.
            self.desk.run(cell_ops.set_cells, table="project", cells=[])
        elif index.isValid():
            label = self.model.columns[index.column()].label.replace("\n", "")
            self.desk.told.emit(self.tr("“{label}”由其他栏目推算得出，不能直接修改").format(label=label))

    def write(self, pid: int, field: Field, text: str) -> bool:
        """Write one cell as typed; False if it was refused."""
        changes = self.desk.run(
            edit.set_field, table="project", row_id=pid, key=field.key, text=text, **self._typed_in()
        )
        return changes is not None

    def _typed_in(self) -> dict[str, str]:
        return {"unit": self.desk.money_unit, "month": self.desk.as_of[:7]}

    def add_project(self) -> None:
        """Add a project and begin typing its name."""
        zone = self.model.rows.names["zone"].get(self.desk.scope.zone_id or 0, "")
        changes = self.desk.run(edit.add_project, name=self.tr("新项目"), zone=zone)
        if not changes:
            return
        pid = next(change.row_id for change in changes.of("project"))
        row = self.model.row_of(pid)
        if row is not None:
            self.grid.setFocus()
            self.grid.go(row, 0)
            self.grid.edit_current()

    def delete_projects(self) -> None:
        """Delete the projects whose rows are selected; undo brings them back."""
        rows = sorted({index.row() for index in self.grid.selectionModel().selectedIndexes()})
        pids = [pid for row in rows if (pid := self.model.project_at(row)) is not None]
        if not pids:
            return
        changes = self.desk.run(cell_ops.delete_rows, table="project", row_ids=pids)
        if changes:
            self.desk.told.emit(self.tr("{what}。按 Ctrl+Z 可恢复").format(what=changes.label))
            self.grid.go(rows[0], max(self.grid.currentIndex().column(), 0))

    def clear_cells(self) -> None:
        """Empty the selected cells, as one step."""
        picked = selected_cells(self.model, self.grid.selectionModel().selection().toList())
        cells = [cell_ops.Cell(pid, column.key, "") for pid, column in picked if column.field is not None]
        if not cells:
            self.refuse(self.grid.currentIndex())
            return
        self._run_cells(cells, self.tr("清空"))

    def copy_cells(self) -> None:
        """Put the selected cells on the clipboard, tab-separated as a spreadsheet takes them."""
        text, count = copied_text(self.model, self.grid.selectionModel().selection().toList())
        if count:
            QGuiApplication.clipboard().setText(text)
            self.desk.told.emit(self.tr("已复制 {count} 格").format(count=count))

    def paste_cells(self) -> None:
        """Write a copied block from the current cell on, as one step; what does not fit is told."""
        if not self.grid.writable:
            self.refuse(self.grid.currentIndex())
            return
        text = QGuiApplication.clipboard().text()
        selection = self.grid.selectionModel().selection().toList()
        cells, left_out = pasted_cells(self.model, self.grid.currentIndex(), selection, text)
        if cells and self._run_cells(cells, self.tr("粘贴")) and left_out:
            self.desk.failed.emit(
                self.tr("已粘贴 {done} 格；另有 {left} 格超出表格或属推算栏目，未粘贴。").format(
                    done=len(cells), left=left_out
                )
            )

    def _run_cells(self, cells: list[cell_ops.Cell], verb: str) -> bool:
        changes = self.desk.run(
            cell_ops.set_cells, table="project", cells=cells, verb=verb, **self._typed_in()
        )
        return changes is not None
