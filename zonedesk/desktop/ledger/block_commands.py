"""Copying, cutting, pasting, filling and clearing blocks of cells: each is one step, and says what it did."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger import clipboard
from zonedesk.desktop.ledger.block_text import read_block, to_html, to_text
from zonedesk.desktop.ledger.clipboard import Area, View, Writing
from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.domain.changes import Changes
from zonedesk.ops import cells as cell_ops
from zonedesk.ops.cells import Cell


class BlockCommands(QObject):
    """Acts on what is selected in the grid."""

    def __init__(self, desk: Desk, model: LedgerModel, grid: LedgerGrid) -> None:
        super().__init__(grid)
        self.desk, self.model, self.grid = desk, model, grid
        self._cut: list[Cell] = []
        self._cut_text = ""
        grid.clear_asked.connect(self.clear)
        grid.copy_asked.connect(self.copy)
        grid.cut_asked.connect(self.cut)
        grid.paste_asked.connect(self.paste)
        grid.fill_asked.connect(self.fill)
        grid.spread_asked.connect(self.spread)

    def clear(self) -> None:
        """Empty the selected cells."""
        areas = self._areas()
        if areas and self._may_write():
            self.write(clipboard.one_text(self._view(), areas, ""), self.tr("清空"))

    def copy(self) -> bool:
        """Put the selected cells on the clipboard, as text and as a table; False if there are none."""
        areas = self._areas()
        if not areas:
            return False
        block, numeric, count = self._view().block(areas)
        data = QMimeData()
        data.setText(to_text(block))
        data.setHtml(to_html(block, numeric))
        QGuiApplication.clipboard().setMimeData(data)
        self.grid.give_up_cut()
        self.desk.told.emit(self.tr("已复制 {count} 格").format(count=count))
        return True

    def cut(self) -> None:
        """Copy, and empty the cells when they are pasted elsewhere in this table."""
        if not self._may_write() or not self.copy():
            return
        view = self._view()
        self._cut = clipboard.one_text(view, self._areas(), "").cells
        self._cut_text = QGuiApplication.clipboard().text()
        self.grid.mark_cut()
        self.desk.told.emit(self.tr("已剪切：粘贴到别处后，原处清空；按 Esc 取消"))

    def paste(self) -> None:
        """Write the clipboard's block from the selection's first cell on; rows past the last become projects."""
        areas = self._areas()
        if not self._may_write():
            return
        data = QGuiApplication.clipboard().mimeData()
        block = read_block(data.text(), data.html() if data.hasHtml() else "") if data else []
        if not block:
            self.desk.told.emit(self.tr("剪贴板里没有可粘贴的文字"))
            return
        writing = clipboard.pasted(self._view(), areas or [(0, 0, 0, 0)], block)
        moved = self.grid.cut and data.text() == self._cut_text
        if moved:
            written = {(cell.row_id, cell.key) for cell in writing.cells}
            writing.cells[:0] = [cell for cell in self._cut if (cell.row_id, cell.key) not in written]
        if self.write(writing, self.tr("移动") if moved else self.tr("粘贴")):
            self.grid.give_up_cut()
            last = self.model.rowCount() - 1
            top, left, bottom, right = writing.area
            self.grid.moves.select(top, left, min(bottom, last), right)

    def fill(self, down: bool) -> None:
        """Ctrl+D and Ctrl+R."""
        areas = self._areas()
        if areas and self._may_write():
            writing = clipboard.filled(self._view(), areas, down=down)
            self.write(writing, self.tr("向下填充") if down else self.tr("向右填充"))

    def spread(self, text: str) -> None:
        """Ctrl+Enter: the typed text into every selected cell. What is refused stays in its editor."""
        areas = self._areas()
        writing = clipboard.one_text(self._view(), areas, text)
        self.grid.spread_done(written=self.write(writing, self.tr("填充")))

    # Help

    def _view(self) -> View:
        return View(self.model, self.grid.columns())

    def _areas(self) -> list[Area]:
        return self.grid.moves.blocks()

    def _may_write(self) -> bool:
        if not self.grid.writable:
            self.grid.refused.emit(self.grid.currentIndex())
        return self.grid.writable

    def write(self, writing: Writing, verb: str) -> bool:
        """Write as one step and say what was done and what was not; False if nothing was written."""
        if not writing.cells and not writing.added:
            self._tell_left_out(writing, "")
            return False
        changes = self.desk.run(
            cell_ops.set_cells,
            table="project",
            cells=writing.cells,
            added=writing.added,
            verb=verb,
            unit=self.desk.money_unit,
            month=self.desk.as_of[:7],
        )
        if changes is None:
            return False
        said = self._said(writing, changes, verb)
        self.desk.told.emit(said)
        if writing.left_out:
            self._tell_left_out(writing, said + "；")
        return True

    def _said(self, writing: Writing, changes: Changes, verb: str) -> str:
        rows = len({cell.row_id for cell in writing.cells}) + len(writing.added)
        count = len(writing.cells) + sum(len(texts) for texts in writing.added)
        parts = [self.tr("{verb} {rows} 行 {count} 格").format(verb=verb, rows=rows, count=count)]
        if count == 1 and changes.label:
            parts = [changes.label]
        if writing.added:
            parts.append(self.tr("新增 {count} 个项目").format(count=len(writing.added)))
        if unfit := unfit_in(changes):
            parts.append(self.tr("{count} 格不合规定，按原文保留待核").format(count=unfit))
        return self.tr("，").join(parts)

    def _tell_left_out(self, writing: Writing, before: str) -> None:
        parts = []
        if writing.derived:
            parts.append(self.tr("{count} 格由其他栏目推算，不能直接修改").format(count=writing.derived))
        if writing.nameless:
            parts.append(self.tr("{count} 个项目名称不能为空，保留原名").format(count=writing.nameless))
        if writing.beyond:
            parts.append(self.tr("右边多出 {count} 栏，未写入").format(count=writing.beyond))
        if parts:
            self.desk.failed.emit(before + self.tr("；").join(parts) + self.tr("。"))


def unfit_in(changes: Changes) -> int:
    """How many values of a change were kept as typed because they do not fit their field."""
    count = 0
    for row in changes.rows:
        after: Any = (row.after or {}).get("unfit")
        if after:
            before = json.loads((row.before or {}).get("unfit") or "{}")
            count += sum(1 for key, text in json.loads(after).items() if before.get(key) != text)
    return count
