"""After undoing or redoing, the cursor goes to what was changed: an officer sees what Ctrl+Z did."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPersistentModelIndex, QTimer

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.changes import Changes
from zonedesk.ops.table.columns import Column
from zonedesk.ops.table.rows import Patched

_COUNTED_IN = {"listing": "listings", "procedure": "procedures"}


class Follow(QObject):
    """Leads the cursor of a grid; what it cannot show it says in the status bar."""

    def __init__(self, desk: Desk, model: LedgerModel, grid: LedgerGrid) -> None:
        super().__init__(grid)
        self._desk, self._model, self._grid = desk, model, grid
        self._begun_at: QPersistentModelIndex | None = (
            None  # of a step that is told later: the cell of that moment
        )
        desk.step_begun.connect(self._note_place)

    def take(self, changes: Changes, patched: Patched) -> None:
        """Follow a change that the model has taken in, if it was made by undo or redo.

        One that is told later does not take somebody who has gone on from where he is, nor what he types.
        """
        begun_at, self._begun_at = self._begun_at, None
        touched = [*patched.updated, *patched.inserted]
        if changes.kind not in {"undo", "redo"} or not touched:
            return
        place = self._model.arrangement.place
        row = min((place[pid] for pid in touched if pid in place), default=None)
        if row is None:
            hidden = self.tr("{label}（所改的 {count} 个项目被筛选掉或已收起，当前未显示）")
            self._say(hidden.format(label=changes.label, count=len(touched)))
            return
        changed = self._changed(changes, self._model.project_at(row))
        column = next((n for n in self._grid.columns() if n in changed), None)
        if column is None and changed:
            names = "、".join(self._model.columns[n].title for n in sorted(changed))
            self._say(
                self.tr("{label}（所改的栏目“{names}”当前未显示）").format(label=changes.label, names=names)
            )
        if begun_at is None or self._stayed(begun_at):
            self._grid.go(row, self._grid.currentIndex().column() if column is None else column)

    def _note_place(self) -> None:
        self._begun_at = QPersistentModelIndex(self._grid.currentIndex())

    def _stayed(self, begun_at: QPersistentModelIndex) -> bool:
        grid = self._grid
        here = grid.hasFocus() or grid.frozen.hasFocus()
        return here and grid.editor() is None and begun_at == grid.currentIndex()

    def _changed(self, changes: Changes, pid: int | None) -> set[int]:
        """The columns in which a project's cells changed."""
        own = [change for change in changes.of("project") if change.row_id == pid]
        written = {(each.table, name) for each in own or changes.rows for name in each.columns}
        return {n for n, column in enumerate(self._model.columns) if _stands_in(column, written)}

    def _say(self, text: str) -> None:
        # A blink later: the desk names the step in the status bar when all have taken it in.
        QTimer.singleShot(0, self, lambda: self._desk.told.emit(text))


def _stands_in(column: Column, written: set[tuple[str, str]]) -> bool:
    if column.field is None:
        return any(_COUNTED_IN.get(table) == column.key for table, _ in written)
    return (column.field.table, column.field.stored_as) in written
