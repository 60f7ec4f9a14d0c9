"""Opens the dialogs that change many cells at once, on what is selected or in view, and writes what they say."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.block_commands import BlockCommands
from zonedesk.desktop.ledger.bulk_edit import BulkEdit, Reach
from zonedesk.desktop.ledger.clipboard import View, Writing
from zonedesk.desktop.ledger.editors import choices_for
from zonedesk.desktop.ledger.find_replace import FindReplace, Range
from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.values import EMPTY_MARKS, clean_text
from zonedesk.ops.cells import Cell
from zonedesk.ops.table.columns import Column, ledger_columns
from zonedesk.ops.table.proposals import TEXT_KINDS


class BulkCommands(QObject):
    """One dialog at a time; it is modal, so the selection it began with holds."""

    def __init__(self, desk: Desk, model: LedgerModel, grid: LedgerGrid, blocks: BlockCommands) -> None:
        super().__init__(grid)
        self.desk, self.model, self.grid, self.blocks = desk, model, grid, blocks
        self.dialog: BulkEdit | FindReplace | None = None

    def edit(self) -> None:
        """批量修改."""
        if not self._may_begin():
            return
        reader = self.desk.session.reader
        reach = Reach(self._selected(), self._shown())
        self.dialog = dialog = BulkEdit(
            self.model.rows,
            reach,
            list(ledger_columns()),
            choices=lambda field: choices_for(reader, field),
            write=self._write,
            parent=self.grid.window(),
        )
        number = self.grid.currentIndex().column()
        if number >= 0:
            dialog.choose(self.model.columns[number].key)
        dialog.open()

    def replace(self) -> None:
        """查找和替换."""
        if self._may_begin():
            self.dialog = FindReplace(self.model.rows, self._ranges(), self._write, self.grid.window())
            self.dialog.open()

    def _may_begin(self) -> bool:
        if not self.grid.writable:
            self.grid.refused.emit(self.grid.currentIndex())
            return False
        return self.grid.finish_editing()

    def _ranges(self) -> list[Range]:
        view, areas = View(self.model, self.grid.columns()), self.grid.moves.blocks()
        shown = self._shown()
        texts = [c for c in view.columns if c.field is not None and c.field.kind in TEXT_KINDS]
        every = [c for c in ledger_columns() if c.field is not None and c.field.kind in TEXT_KINDS]

        def over(columns: list[Column]) -> Iterator[tuple[int, Column]]:
            return ((pid, column) for pid in shown for column in columns)

        ranges = [
            Range(self.tr("显示的文字栏"), lambda: over(texts)),
            Range(self.tr("全部文字栏（含隐藏的栏）"), lambda: over(every)),
        ]
        number = self.grid.currentIndex().column()
        if number >= 0 and self.model.columns[number].field is not None:
            column = self.model.columns[number]
            name = self.tr("当前栏：{label}").format(label=column.title)
            ranges.insert(0, Range(name, lambda: over([column])))
        count = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in areas)
        if count > 1:
            name = self.tr("选中的 {count} 格").format(count=count)
            ranges.insert(0, Range(name, lambda: view.cells(areas)))
        return ranges

    def _write(self, cells: list[Cell], verb: str) -> bool:
        writing = Writing()
        for cell in cells:
            if cell.key == "name" and clean_text(cell.text) in EMPTY_MARKS:
                writing.nameless += 1
            else:
                writing.cells.append(cell)
        return self.blocks.write(writing, verb)

    def _selected(self) -> list[int]:
        lines = sorted(
            {line for top, _, bottom, _ in self.grid.moves.blocks() for line in range(top, bottom + 1)}
        )
        return [pid for line in lines if (pid := self.model.project_at(line)) is not None]

    def _shown(self) -> list[int]:
        return [pid for pid in self.model.shown() if pid > 0]
