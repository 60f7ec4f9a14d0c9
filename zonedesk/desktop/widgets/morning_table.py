"""The lists of the morning as one table: what is due, overdue, newly red, not updated, incomplete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from zonedesk.desktop import tokens
from zonedesk.desktop.keys import Key, bind, source
from zonedesk.desktop.place import Place
from zonedesk.desktop.widgets.column_room import share_room
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.project_menu import ProjectMenu
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.dates import chinese, takes_effect
from zonedesk.ops.morning import Line, Part

_WEEKDAYS = "一二三四五六日"
_TO_PROJECT = "Ctrl+Return"
# Whose rows the lines of a kind are, where the line does not say.
_TABLES = {
    "督办": "supervision",
    "议定": "action_item",
    "例行": "routine",
    "节点": "milestone",
    "承诺": "commitment",
}


@source
def _keys() -> list[Key]:
    translate = QCoreApplication.translate
    place = translate("Keys", "工作台")
    return [
        Key(place, translate("Keys", "今日工作：到登记此事项的页面"), ("Return", "Enter")),
        Key(place, translate("Keys", "今日工作：打开所在项目"), (_TO_PROJECT,)),
    ]


class MorningCells(QObject):
    """How a line reads in its row. The heads differ by list, the columns do not."""

    def columns(self, part: Part) -> list[Column]:
        """The columns with the heads of one list."""
        when, kind, what = {
            Part.DUE: (self.tr("应于"), self.tr("类别"), self.tr("事项")),
            Part.OVERDUE: (self.tr("逾期"), self.tr("类别"), self.tr("事项")),
            Part.RED: (self.tr("亮灯"), self.tr("规则"), self.tr("原因")),
            Part.NOT_UPDATED: (self.tr("未更新"), self.tr("阶段"), self.tr("情况")),
            Part.INCOMPLETE: (self.tr("应填未填"), self.tr("阶段"), self.tr("缺少的内容")),
        }[part]
        return [
            Column("when", when, 84),
            Column("kind", kind, 48),
            Column("project", self.tr("项目名称"), 190, stretch=True),
            Column("what", what, 154, stretch=True),
            Column("duty", self.tr("责任"), 84, stretch=True),
        ]

    def cell(self, line: Line, key: str) -> Cell:
        """One cell of a row: its project's name opens that, the rest what keeps the line."""
        link = Link(line.project, (line.project_id,)) if line.project_id is not None else None
        if key == "when":
            return self._when(line)
        if key == "project":
            name = line.project or self.tr("（本单位）")
            colour = "" if line.project else tokens.SECOND
            return Cell(name, link, f"{name}\n{line.zone}" if line.zone else name, colour)
        if key == "what":
            return Cell(line.what, tip=self._told(line))
        return Cell(str(getattr(line, key)))

    def _when(self, line: Line) -> Cell:
        tip = self._told(line)
        if line.part is Part.RED:
            return Cell(light_text("red", self.tr("新亮红灯")), tip=tip, colour=tokens.RED)
        if line.part is Part.INCOMPLETE:
            return Cell(self.tr("{n} 项").format(n=line.what.count("、") + 1), tip=tip)
        if line.days is None:
            return Cell(self.tr("从未"), tip=tip)
        if line.part is Part.DUE:
            return self._due(line, tip)
        return Cell(self.tr("{n} 天").format(n=line.days), tip=tip)

    def _due(self, line: Line, tip: str) -> Cell:
        if not line.days:
            return Cell(self.tr("今天"), tip=tip, colour=tokens.ACCENT, bold=True)
        day = dt.date.fromisoformat(takes_effect(line.day or ""))
        if line.days == -1:
            return Cell(self.tr("明天"), tip=tip, bold=True)
        weekday = _WEEKDAYS[day.weekday()]
        return Cell(
            self.tr("{month}-{day} 周{weekday}").format(
                month=f"{day.month:02d}", day=f"{day.day:02d}", weekday=weekday
            ),
            tip=tip,
        )

    def _told(self, line: Line) -> str:
        """Everything about a line, for its tip."""
        parts = [line.what]
        if line.day and line.part in (Part.DUE, Part.OVERDUE):
            parts.append(self.tr("应于{day}完成").format(day=chinese(line.day)))
        if line.day and line.part is Part.RED:
            parts.append(self.tr("自{day}起").format(day=chinese(line.day)))
        if line.duty:
            parts.append(line.duty)
        return "\n".join(parts)


class MorningTable(SimpleTable):
    """`page_asked(Place)` when a line is opened: the page that keeps it. Its project's name, or Ctrl+Enter, opens that."""

    page_asked = Signal(object)

    def __init__(self) -> None:
        self.cells = MorningCells()
        super().__init__(SimpleTableModel(self.cells.columns(Part.DUE), self.cells.cell))
        self.setSelectionBehavior(SimpleTable.SelectionBehavior.SelectRows)
        self.setSelectionMode(SimpleTable.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("今日工作"))
        self.clicked.connect(self._ask_page)
        bind(self, _TO_PROJECT, self._open_current)
        ProjectMenu(self, self._current_project).asked.connect(self.page_asked)
        self._part = Part.DUE

    def size_columns(self) -> None:
        """Give each column its width; what is left over is shared by those that hold text."""
        share_room(self, self._model.columns, self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.size_columns()

    def show_lines(self, part: Part, lines: Sequence[Line]) -> None:
        """Show one of the lists."""
        if part is not self._part:
            self._part = part
            self._model.rename(self.cells.columns(part))
        self.show_rows(
            list(lines), key=lambda line: (line.part, line.kind, line.project_id, line.row_id, line.what)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if not self._go(index):
                self._open_project(index)
            return
        super().keyPressEvent(event)

    def _open_current(self) -> None:
        if self.currentIndex().isValid():
            self._open_project(self.currentIndex())

    def _current_project(self) -> int | None:
        line: Line | None = self.line_at(self.currentIndex())
        return line.project_id if line else None

    def _open_project(self, index: QModelIndex) -> bool:
        """Open the project of a line from whichever cell is current."""
        line: Line = self._model.rows[index.row()]
        if line.project_id is None:
            return False
        self.opened.emit(line.project, [line.project_id])
        return True

    def _ask_page(self, index: QModelIndex) -> None:
        if self._model.cell(index).link is None and not self._go(index):
            self._open_project(index)

    def _go(self, index: QModelIndex) -> bool:
        line: Line = self._model.rows[index.row()]
        if line.page:
            table = line.table or _TABLES.get(line.kind, "")
            self.page_asked.emit(
                Place(line.page, line.field, table=table, row_id=line.row_id, project_id=line.project_id)
            )
        return bool(line.page)
