"""What an officer does to the cells and rows of the grid. Each is one step, written through the desk."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.block_commands import BlockCommands
from zonedesk.desktop.ledger.bulk_commands import BulkCommands
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
        # The step that added a project whose name is not typed yet.
        self._unnamed: int | None = None
        grid.refused.connect(self.refuse)
        grid.edited.connect(self._on_edited)
        # What stands in an open editor when the window is closed was meant to be kept.
        desk.closing.connect(grid.finish_editing)
        self.blocks = BlockCommands(desk, model, grid)
        self.bulk = BulkCommands(desk, model, grid, self.blocks)

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
        changes = self.desk.type_in(
            edit.set_field, field, text, table="project", row_id=pid, key=field.key, **self._typed_in()
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
            step = self.desk.session.next_undo()
            self._unnamed = step.set_id if step is not None else None

    def _on_edited(self, given_up: bool) -> None:
        """Take a new project back whose name was given up, if nothing else was done since."""
        added, self._unnamed = self._unnamed, None
        if added is None or not given_up:
            return
        step = self.desk.session.next_undo()
        if step is None or step.set_id != added:
            return
        if self.desk.undo() is not None:
            self.desk.told.emit(self.tr("未录入名称，已取消新增"))

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
