"""A small table of the rows that hang on a procedure: steps, pauses, attachments; with its buttons beneath."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.icons import icon
from zonedesk.desktop.ledger.child_tab import is_delete_row
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.columns import field_of
from zonedesk.domain.values import show_value

Row = Mapping[str, Any]
_ROWS = 2  # seen at least, where room is short
_MARGIN = 8


class RowsTable(SimpleTable):
    """`add_asked()`, `remove_asked()`, `ticked()` (space), `entered()` (Enter where nothing is typed).

    `empty` is what it says where there are no rows.
    """

    add_asked = Signal()
    remove_asked = Signal()
    ticked = Signal()
    entered = Signal()

    def __init__(self, model: SimpleTableModel, name: str) -> None:
        super().__init__(model)
        self.setAccessibleName(name)
        self.setAlternatingRowColors(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows_model = model
        self.empty = ""

    def sizeHint(self) -> QSize:
        high = self.horizontalHeader().height() + _ROWS * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), high + 2 * self.frameWidth())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty and not self._rows_model.rows:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(tokens.SECOND))
            area = self.viewport().rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        typed = index.isValid() and self._rows_model.cell(index).typed is not None
        if self.state() == SimpleTable.State.EditingState:
            super().keyPressEvent(event)
        elif is_delete_row(event):
            self.remove_asked.emit()
        elif event.key() == Qt.Key.Key_Insert and not event.modifiers():
            self.add_asked.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid() and not typed:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def current(self) -> Row | None:
        """The row of the current cell."""
        row = self.currentIndex().row()
        return self._rows_model.rows[row] if 0 <= row < len(self._rows_model.rows) else None


class RowsTab(QWidget):
    """The rows of `table` of one procedure. `edited(row_id, key, text)`, `add_asked()`, `remove_asked(row_id)`."""

    edited = Signal(int, str, str)
    add_asked = Signal()
    remove_asked = Signal(int)

    def __init__(self, table: str, columns: Sequence[tuple[str, int]], *, name: str, stretch: str) -> None:
        super().__init__()
        self._table = table
        self.writable = True
        made = [
            Column(
                key,
                self._head(key),
                width,
                stretch=key == stretch,
                choices=self._choices(key),
                centre=key == "seq",
            )
            for key, width in columns
        ]
        self.model = SimpleTableModel(made, self._cell)
        self.table = RowsTable(self.model, name)
        self.note = named(QLabel(), "second")
        self.note.setWordWrap(True)
        self.add = named(QPushButton(icon("plus"), self.tr("新增")), "flat")
        self.remove = named(QPushButton(icon("trash"), self.tr("删除")), "flat")
        self.add.setToolTip(self.tr("新增一行（Insert）"))
        self.remove.setToolTip(self.tr("删除选中的一行，可撤销（Ctrl+-）"))
        self.add.setAccessibleName(self.tr("新增{what}").format(what=name))
        self.remove.setAccessibleName(self.tr("删除{what}").format(what=name))
        self.foot = QHBoxLayout()
        self.foot.addWidget(self.note, 1)
        self.foot.addWidget(self.add)
        self.foot.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        column.addLayout(self.foot)
        self.model.edited.connect(lambda row, key, text: self.edited.emit(row["id"], key, text))
        self.add.clicked.connect(self.add_asked)
        self.table.add_asked.connect(self.add.click)
        self.remove.clicked.connect(self._remove)
        self.table.remove_asked.connect(self.remove.click)

    def show_rows(self, rows: Sequence[Row], *, offered: bool) -> None:
        """Show these rows; `offered` is whether one can be added."""
        self.table.show_rows(list(rows), key=lambda row: row["id"])
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.add.setEnabled(self.writable and offered)
        self.remove.setEnabled(self.writable and bool(rows))

    def _head(self, key: str) -> str:
        return field_of(self._table, key).label

    def _choices(self, _key: str) -> tuple[str, ...]:
        return ()

    def _cell(self, row: Row, key: str) -> Cell:
        of = field_of(self._table, key)
        if of.stored_as in row["unfit"]:
            text = str(row["unfit"][of.stored_as])
            tip = self.tr("“{text}”与栏目不符，按原文保留，待核").format(text=text)
            return Cell(text, tip=tip, colour=tokens.RED, typed=text if self.writable else None)
        text = show_value(of, row[of.stored_as])
        return Cell(text, typed=text if self.writable else None)

    def _remove(self) -> None:
        row = self.table.current()
        pressed = self.remove.hasFocus()
        if row is not None:
            self.remove_asked.emit(row["id"])
        if pressed and not self.remove.isEnabled():
            # The last row went, and the button with it.
            self.table.setFocus()
