"""查找和替换: what is found is listed with what it would become; what is ticked is written as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.preview_dialog import PreviewDialog, Write
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import say
from zonedesk.ops.table.columns import Column
from zonedesk.ops.table.proposals import Search, replacements
from zonedesk.ops.table.rows import LedgerRows

_PAUSE_MS = 200


@dataclass(frozen=True, slots=True)
class Range:
    """Where to look: what it is called, and the cells it holds."""

    name: str
    cells: Callable[[], Iterable[tuple[int, Column]]]


class FindReplace(PreviewDialog):
    """`write` says whether the ticked cells were written; the dialog stays for the next search."""

    def __init__(self, rows: LedgerRows, ranges: list[Range], write: Write, parent: QWidget) -> None:
        super().__init__(self.tr("查到的单元格"), self.tr("关闭"), _PAUSE_MS, parent)
        self._rows, self._ranges, self._write_cells = rows, ranges, write
        self.setWindowTitle(self.tr("查找和替换"))
        self.wanted, self.instead = QLineEdit(), QLineEdit()
        self.wanted.setAccessibleName(self.tr("查找内容"))
        self.instead.setAccessibleName(self.tr("替换为"))
        self.instead.setPlaceholderText(self.tr("留空则删去查到的文字"))
        self.range_box = QComboBox()
        self.range_box.setAccessibleName(self.tr("查找范围"))
        self.range_box.addItems([each.name for each in ranges])
        self.match_case = QCheckBox(self.tr("区分大小写"))
        self.whole = QCheckBox(self.tr("单元格内容全部相符"))
        self.pattern = QCheckBox(self.tr("正则表达式"))
        self.pattern.setToolTip(self.tr("替换内容中用 $1、$2 表示括号里查到的文字"))
        self._lay_out()
        ticks = (self.match_case, self.whole, self.pattern)
        self.put_in_order(self.wanted, self.instead, self.range_box, *ticks)
        for line in (self.wanted, self.instead):
            line.textChanged.connect(self.pause.start)
        for box in ticks:
            box.toggled.connect(self.look)
        self.range_box.currentIndexChanged.connect(self.look)
        self.look()
        self.wanted.setFocus()

    def search(self) -> Search:
        """What is asked for."""
        return Search(
            self.wanted.text(),
            self.instead.text(),
            self.match_case.isChecked(),
            self.whole.isChecked(),
            self.pattern.isChecked(),
        )

    def look(self) -> None:
        self.pause.stop()
        cells = self._ranges[self.range_box.currentIndex()].cells()
        try:
            found = list(replacements(self._rows, cells, self.search()))
        except RefusedError as error:
            self.preview.proposals.show([])
            self.say(trouble=say(error))
            return
        self.preview.proposals.show(found)
        self.say()

    def say(self, *, trouble: str = "") -> None:
        cells = self.preview.proposals.cells()
        unfit = sum(1 for each in self.preview.proposals.lines if each.unfit)
        text = trouble
        if not text and not self.wanted.text():
            text = self.tr("请填写要查找的内容。空格键勾选或取消一行。")
        elif not text:
            text = self.tr("查到 {found} 处，勾选 {count} 处").format(
                found=self.preview.proposals.rowCount(), count=len(cells)
            )
            if unfit:
                text += self.tr("；{count} 处替换后不合规定，将按原文保留待核").format(count=unfit)
        self.summary.setText(text)
        self.summary.setStyleSheet(f"color: {tokens.RED}" if trouble else "")
        self.agree.setText(self.tr("替换 {count} 处").format(count=len(cells)))
        self.agree.setEnabled(bool(cells))

    def on_agree(self) -> None:
        if self.pause.isActive():
            # What was typed a moment ago is looked at before it is written.
            self.look()
            return
        if self._write_cells(self.preview.proposals.cells(), self.tr("替换")):
            self.look()

    def _lay_out(self) -> None:
        for row, (label, widget) in enumerate(
            (
                (self.tr("查找内容"), self.wanted),
                (self.tr("替换为"), self.instead),
                (self.tr("范围"), self.range_box),
            )
        ):
            self.asked.addWidget(QLabel(label), row, 0)
            self.asked.addWidget(widget, row, 1)
        ticks = QHBoxLayout()
        for box in (self.match_case, self.whole, self.pattern):
            ticks.addWidget(box)
        ticks.addStretch(1)
        self.asked.addLayout(ticks, 3, 1)
