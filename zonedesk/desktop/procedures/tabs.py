"""The leaves of a procedure's detail: its steps, the days that do not count, its documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from zonedesk.desktop import tokens
from zonedesk.desktop.icons import icon
from zonedesk.desktop.procedures.keys import ADD_FILE_KEY, SAVE_KEY
from zonedesk.desktop.procedures.rows_tab import Row, RowsTab
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.simple_table import Cell
from zonedesk.ops.procedure_book import Followed
from zonedesk.ops.procedure_moves import PAUSE_REASONS


class StepsTab(RowsTab):
    """The steps in their order. `ticked(step_id, done)` when one is ticked or unticked with the space bar."""

    ticked = Signal(int, bool)

    def __init__(self) -> None:
        columns = (("seq", 40), ("name", 130), ("done_on", 96), ("note", 90))
        super().__init__("procedure_step", columns, name=self.tr("办理环节"), stretch="note")
        self.tick = named(QPushButton(icon("check"), self.tr("登记完成")), "flat")
        self.tick.setToolTip(self.tr("按登记日期登记当前环节完成；已完成的撤回（空格）"))
        self.foot.insertWidget(1, self.tick)
        self.tick.clicked.connect(self._tick)
        self.table.ticked.connect(self.tick.click)
        self.table.empty = self.tr("此项手续没有分环节")
        self._at = ""

    def show_procedure(self, item: Followed | None) -> None:
        """Show the steps of a procedure."""
        steps = item.steps if item else []
        self._at = item.stuck.step if item and item.stuck and steps else ""
        same = [row["id"] for row in self.model.rows] == [row["id"] for row in steps]
        self.show_rows(steps, offered=item is not None)
        self.tick.setEnabled(self.writable and bool(steps))
        if not same:
            place = next((n for n, step in enumerate(steps) if step["name"] == self._at), 0)
            self.table.setCurrentIndex(self.model.index(place, 1))
        done = sum(1 for step in steps if step["done_on"])
        self.note.setText(
            self.tr("已完成 {done}/{all} 个环节").format(done=done, all=len(steps)) if steps else ""
        )

    def _cell(self, row: Row, key: str) -> Cell:
        cell = super()._cell(row, key)
        if key == "name" and row["name"] == self._at:
            tip = self.tr("卡在这一步")
            return Cell(cell.text, tip=tip, colour=tokens.ACCENT, bold=True, typed=cell.typed)
        if key == "name" and row["done_on"]:
            return Cell(cell.text, colour=tokens.GREEN, typed=cell.typed)
        return cell

    def _tick(self) -> None:
        row = self.table.current()
        if row is not None:
            self.ticked.emit(row["id"], not row["done_on"])


class PausesTab(RowsTab):
    """The spans of days that do not count."""

    def __init__(self) -> None:
        columns = (("reason", 120), ("from_on", 100), ("to_on", 100))
        super().__init__("procedure_pause", columns, name=self.tr("不计时期间"), stretch="reason")

    def _choices(self, key: str) -> tuple[str, ...]:
        return PAUSE_REASONS if key == "reason" else ()

    def show_procedure(self, item: Followed | None) -> None:
        """Show the pauses of a procedure."""
        begun = item is not None and item.clock is not None
        self.show_rows(item.pauses if item else [], offered=begun)
        clock = item.clock if item else None
        if clock is None:
            self.note.setText(self.tr("登记受理后开始计时"))
            return
        self.note.setText(
            self.tr("已用 {days} 个{type}，扣除 {paused} 个").format(
                days=clock.elapsed, type=clock.day_type, paused=clock.paused
            )
        )


class AttachmentsTab(RowsTab):
    """The documents of a procedure. `open_asked(row)`, `save_asked(row)`, `files_dropped(paths)`."""

    open_asked = Signal(dict)
    save_asked = Signal(dict)
    files_dropped = Signal(list)

    def __init__(self) -> None:
        columns = (("name", 160), ("kind", 76), ("added_on", 88), ("size", 70))
        super().__init__("attachment", columns, name=self.tr("附件"), stretch="name")
        self.setAcceptDrops(True)
        self.table.empty = self.tr("还没有附件，可把文件拖到这里")
        self.add.setText(self.tr("存入文件…"))
        self.add.setToolTip(
            self.tr("把文件复制到台账旁的附件文件夹（{key}），也可拖入").format(key=ADD_FILE_KEY)
        )
        self.open = named(QPushButton(icon("eye"), self.tr("打开")), "flat")
        self.save = named(QPushButton(icon("device-floppy"), self.tr("另存为…")), "flat")
        self.open.setToolTip(self.tr("打开一份副本，存入的文件不受影响（Enter）"))
        self.save.setToolTip(self.tr("把文件另存一份（{key}）").format(key=SAVE_KEY))
        self.foot.insertWidget(2, self.open)
        self.foot.insertWidget(3, self.save)
        self.open.clicked.connect(lambda: self._ask(self.open_asked))
        self.save.clicked.connect(lambda: self._ask(self.save_asked))
        self.table.entered.connect(self.open.click)
        self.table.doubleClicked.connect(
            lambda index: self.open.click() if self.model.cell(index).typed is None else None
        )

    def show_files(self, rows: Sequence[Row], *, offered: bool) -> None:
        """Show these documents."""
        self.show_rows(rows, offered=offered)
        for button in (self.open, self.save):
            button.setEnabled(bool(rows))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.add.isEnabled() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.files_dropped.emit([u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile()])

    def _head(self, key: str) -> str:
        # Its cells name their unit themselves.
        return self.tr("大小") if key == "size" else super()._head(key)

    def _cell(self, row: Row, key: str) -> Cell:
        if key == "size":
            return Cell(_size(row["size"] or 0), tip=self.tr("{n} 字节").format(n=row["size"] or 0))
        if key in ("name", "added_on"):
            return Cell(str(row[key] or ""), tip="\n".join(filter(None, (row["name"], row["note"]))))
        return super()._cell(row, key)

    def _ask(self, signal: object) -> None:
        row = self.table.current()
        if row is not None:
            signal.emit(dict(row))  # type: ignore[attr-defined]


def _size(count: int) -> str:
    for unit in ("B", "KB"):
        if count < 1024:
            return f"{count} {unit}"
        count = (count + 512) // 1024
    return f"{count} MB"
