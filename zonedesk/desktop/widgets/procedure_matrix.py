"""The matrix of projects and procedures: one sign a cell, edited by a list, its project always in sight."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.frozen_columns import FrozenTable
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.procedure_marks import draw_state
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.desktop.widgets.table_view import CellDelegate
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.procedures import STATE_LABELS, State
from zonedesk.ops.procedure_list import STATE_CHOICES, Line, ProcedureList
from zonedesk.ops.procedure_list import Cell as ProcedureCell

FIXED = 2
_SIGN = 14
_CHARACTERS_A_LINE, _LINES = 4, 3


class MatrixCells(QObject):
    """Columns and cells of the matrix. The procedures' columns follow the project and its 办结率."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editable = True

    def columns(self, found: ProcedureList | None) -> list[Column]:
        """The project, its 办结率, then one column for each procedure, its 办结率 in the head."""
        names = [] if found is None else found.names
        return [
            Column("", self.tr("项目名称"), 210, stretch=True),
            Column("", self.tr("办结率"), 62, right=True),
            *(self._column(name, found.completion_of(name)) for name in names if found),
        ]

    def cell(self, line: Line, key: str) -> Cell:
        """The cell of a procedure's name; the first two columns have no key and are made by `fixed`."""
        found = line.cells.get(key)
        if found is None:
            tip = self.tr("{project}\n{name}：台账中无此项。选一个状态即列入").format(
                project=line.project, name=key
            )
            return Cell("", tip=tip if self.editable else "", typed="" if self.editable else None)
        return Cell(
            found.word,
            tip=self._tip(line, key, found),
            typed=found.word if self.editable else None,
            mark=found.state.value,
        )

    def project(self, line: Line) -> Cell:
        """The cell that names the project."""
        tip = self.tr("{name}\n{zone}\n双击或回车：在项目台账中打开")
        return Cell(
            line.project,
            Link(line.project, (line.project_id,)),
            tip.format(name=line.project, zone=line.zone),
        )

    def completion(self, line: Line) -> Cell:
        """The cell of a project's 办结率, as done/required."""
        ratio = line.completion
        tip = self.tr("{name}\n已办结 {a} 件，需办 {b} 件，办结率 {percent}").format(
            name=line.project, a=ratio.numerator, b=ratio.denominator, percent=ratio.text()
        )
        done = ratio.numerator == ratio.denominator
        return Cell(f"{ratio.numerator}/{ratio.denominator}", tip=tip, colour=tokens.SECOND if done else "")

    def _column(self, name: str, ratio: Ratio) -> Column:
        tip = self.tr("{name}\n已办结 {a} 件，需办 {b} 件，办结率 {percent}").format(
            name=name, a=ratio.numerator, b=ratio.denominator, percent=ratio.text()
        )
        label = f"{_broken(name)}\n{ratio.text(1)}"
        return Column(name, label, 72, centre=True, stretch=True, choices=STATE_CHOICES, tip=tip)

    def _tip(self, line: Line, name: str, found: ProcedureCell) -> str:
        lines = [line.project, f"{name}：{found.word}"]
        if found.state is State.OVERDUE:
            lines[1] += f"（{STATE_LABELS[State.OVERDUE]}）"
        for label, key in (
            (self.tr("受理"), "accepted_on"),
            (self.tr("承诺办结"), "promised_on"),
            (self.tr("办结"), "done_on"),
            (self.tr("文号"), "doc_no"),
            (self.tr("原因"), "waiting_reason"),
            (self.tr("下一步"), "next_step"),
        ):
            if found.text(key):
                lines.append(f"{label}：{found.text(key)}")
        if found.done_later:
            lines.append(self.tr("办结晚于截至日，截至日尚未办结"))
        return "\n".join(lines)


class MatrixModel(SimpleTableModel):
    """A SimpleTableModel whose first two columns belong to the project, not to a procedure."""

    def __init__(self, cells: MatrixCells) -> None:
        super().__init__(cells.columns(None), cells.cell, cells)
        self._matrix_cells = cells

    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        """The cell at a place."""
        if index.column() >= FIXED:
            return super().cell(index)
        line = self.rows[index.row()]
        return self._matrix_cells.completion(line) if index.column() else self._matrix_cells.project(line)


class ProcedureMatrix(FrozenTable):
    """Arrows move, Enter offers the states."""

    def __init__(self, cells: MatrixCells) -> None:
        self.matrix_model = MatrixModel(cells)
        super().__init__(self.matrix_model, FIXED, head_lines=4)
        self.setItemDelegate(_SignDelegate(self))
        self.setTabKeyNavigation(False)

    def place(self) -> tuple[Line, str] | None:
        """The line and the procedure's name at the current cell; None on the project's own columns."""
        index = self.currentIndex()
        if not index.isValid() or index.column() < FIXED:
            return None
        return self._model.rows[index.row()], self._model.columns[index.column()].key

    def show_current(self) -> None:
        """Scroll to the current cell's row, to the middle if it was out of sight."""
        index = self.currentIndex()
        if index.isValid() and not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, FrozenTable.ScrollHint.PositionAtCenter)

    def go_to(self, project_id: int, name: str) -> None:
        """Make a cell current, if it is shown."""
        row = next((n for n, line in enumerate(self._model.rows) if line.project_id == project_id), None)
        column = next((n for n, each in enumerate(self._model.columns) if each.key == name), None)
        if row is not None and column is not None:
            self.setCurrentIndex(self._model.index(row, column))


class _SignDelegate(CellDelegate):
    """Draws the state's sign in the word's place; edits by a list that opens at once."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        assert isinstance(model, SimpleTableModel)
        mark = model.cell(index).mark
        if not mark:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""  # type: ignore[attr-defined]
        widget: QWidget = option.widget  # type: ignore[attr-defined]
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        centre = option.rect.center()  # type: ignore[attr-defined]
        box = QRectF(centre.x() - _SIGN / 2 + 1, centre.y() - _SIGN / 2 + 1, _SIGN, _SIGN)
        draw_state(painter, box, State(mark))
        self.draw_frame(painter, option, index)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        box = _StateBox(parent)
        box.setStyleSheet("border-radius: 0; padding: 0 3px; min-height: 0;")
        box.activated.connect(lambda _: self._take(box))
        box.left.connect(lambda: self._leave(box))
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, _StateBox)
        editor.setCurrentIndex(editor.findText(str(index.data(Qt.ItemDataRole.EditRole) or "")))
        if not editor.view().isVisible():
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        # Leaving the list without a choice chooses nothing, where a cell had none before.
        assert isinstance(editor, _StateBox)
        if editor.currentIndex() >= 0:
            super().setModelData(editor, model, index)

    def _take(self, box: _StateBox) -> None:
        self.commitData.emit(box)
        self._leave(box)

    def _leave(self, box: _StateBox) -> None:
        self.closeEditor.emit(box)
        # The list that was open had the keyboard, not the box, so the view does not take it back by itself.
        table = self.parent()
        assert isinstance(table, QWidget)
        table.setFocus()


class _StateBox(SteadyCombo):
    """The states as a list; `left()` when it was closed without a choice."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.addItems(list(STATE_CHOICES))
        self.view().setMinimumWidth(110)
        self._chosen = False
        self.activated.connect(self._choose)

    def hidePopup(self) -> None:
        was_open = self.view().isVisible()
        super().hidePopup()
        if was_open:
            # The choice is told only after the list is gone.
            QTimer.singleShot(0, self, self._say_left)

    def _choose(self) -> None:
        self._chosen = True

    def _say_left(self) -> None:
        if not self._chosen:
            self.left.emit()


def _broken(name: str) -> str:
    """A procedure's name broken for a narrow head, at most three lines."""
    most = _CHARACTERS_A_LINE * _LINES
    text = name if len(name) <= most else name[: most - 1] + "…"
    lines = -(-len(text) // _CHARACTERS_A_LINE)
    each = -(-len(text) // lines) if lines else 1
    return "\n".join(text[n : n + each] for n in range(0, len(text), each))
