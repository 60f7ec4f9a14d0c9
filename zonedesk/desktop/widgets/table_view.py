"""The view on a SimpleTableModel: links that open, cells that are typed into, copying as Excel copies."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
    QPolygon,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.simple_table import NOTED, SimpleTableModel
from zonedesk.desktop.widgets.steady_combo import SteadyCombo

Index = QModelIndex | QPersistentModelIndex
_STEPS = {
    QStyledItemDelegate.EndEditHint.EditNextItem: 1,
    QStyledItemDelegate.EndEditHint.EditPreviousItem: -1,
}
_MOVES = frozenset(
    {
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip
_CORNER = 6
_SHOWN = "shown"


class SimpleTable(QTableView):
    """`opened(title, ids)` when a cell with a link is clicked (or double-clicked), or entered with Enter.

    Enter on a cell without a link begins editing, as F2 and typing do. With `tab_through`, Tab and Shift+Tab go from
    one cell that can be typed into to the next, and F6 leaves the table; typing into any other cell moves nothing
    and emits `typing_refused(head)` with the column's head. Ctrl+V writes into the current cell; `block_refused()` where
    what was copied are several cells.
    """

    opened = Signal(str, list)
    selection_changed = Signal()
    typing_refused = Signal(str)
    block_refused = Signal()

    def __init__(self, model: SimpleTableModel, *, open_by_click: bool = True, head_lines: int = 1) -> None:
        super().__init__()
        self.setModel(model)
        self._model = model
        self.tab_through = self._committing = False
        self.setItemDelegate(CellDelegate(self))
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(tokens.ROW_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(24)
        head = self.horizontalHeader()
        head.setFixedHeight(tokens.HEAD_HEIGHT + 18 * (head_lines - 1))
        head.setHighlightSections(False)
        (self.clicked if open_by_click else self.doubleClicked).connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.size_columns()

    def size_columns(self) -> None:
        """Give each column its width."""
        head = self.horizontalHeader()
        for n, column in enumerate(self._model.columns):
            stretch = column.stretch
            head.setSectionResizeMode(
                n, QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            )
            if not stretch:
                self.setColumnWidth(n, column.width)

    def show_rows(self, rows: list[Any], key: Callable[[Any], Hashable]) -> None:
        """Show other rows; the current cell, the scroll and what is being typed stay with the row of the same key.

        If that row is gone, the row in its place is current.
        """
        if list(map(key, rows)) == list(map(key, self._model.rows)):
            self._model.renew(rows)
            return
        index, scroll = self.currentIndex(), self.verticalScrollBar().value()
        row_key = key(self._model.rows[index.row()]) if index.isValid() else None
        typed, column = self._being_typed(), index.column()
        self._model.show(rows)
        place = next((n for n, row in enumerate(rows) if key(row) == row_key), None)
        if row_key is not None and rows:
            # Where the row is gone, the one in its place is next to be worked on.
            self.selectionModel().setCurrentIndex(
                self._model.index(min(index.row(), len(rows) - 1) if place is None else place, column),
                self._alone(),
            )
        self.verticalScrollBar().setValue(scroll)
        if row_key is not None and place is not None and typed is not None:
            self._type_on(self._model.index(place, column), typed)

    def selected_rows(self) -> list[Any]:
        """The rows in which any cell is selected, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self._model.rows[n] for n in numbers]

    def line_at(self, index: Index) -> Any:
        """The row at a place, or None."""
        return self._model.rows[index.row()] if index.isValid() else None

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        command = super().selectionCommand(index, event)
        moved = isinstance(event, QKeyEvent) and event.key() in _MOVES
        if moved and command == QItemSelectionModel.SelectionFlag.NoUpdate:
            # Ctrl+End would move the cell and leave the selection behind: what is pasted or deleted next would go
            # to the row that one came from.
            return self._alone()
        return command

    def _alone(self) -> QItemSelectionModel.SelectionFlag:
        """Select one cell, or its row where whole rows are chosen, and nothing else."""
        flags = QItemSelectionModel.SelectionFlag
        rows = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        return flags.ClearAndSelect | flags.Rows if rows else flags.ClearAndSelect

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._on_tab(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            # The Enter that ends editing comes by here too.
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if self._model.cell(index).link:
                self._open(index)
            elif self._model.cell(index).typed is not None:
                self.edit(index)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste) and index.isValid():
            self._paste_one(index)
        elif self.tab_through and index.isValid() and _is_typing(event) and not self._can_type(index):
            # The view would go looking for a row that begins with the letter.
            self.typing_refused.emit(self._model.columns[index.column()].label.replace("\n", ""))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            # Qt gives a table that is entered for the first time a current cell, but selects nothing: its keys
            # and buttons would act on nothing beside a framed cell.
            self.selectionModel().select(self.currentIndex(), self._alone())
        self._repaint_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_current()

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        step = _STEPS.get(hint) if self.tab_through else None
        super().closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint if step else hint)
        if step or hint == QStyledItemDelegate.EndEditHint.SubmitModelCache:
            # What was typed may have put the rows in another order: the editor is then gone, and the focus with it.
            self.setFocus()
        if step:
            self._go_on(step)
            return
        index = self.currentIndex()
        # Enter goes one down, as in Excel.
        if hint == QStyledItemDelegate.EndEditHint.SubmitModelCache and index.row() + 1 < len(
            self._model.rows
        ):
            self.setCurrentIndex(index.siblingAtRow(index.row() + 1))

    def commitData(self, editor: QWidget) -> None:
        self._committing = True
        try:
            super().commitData(editor)
        finally:
            self._committing = False

    def _being_typed(self) -> str | None:
        """What stands in an open editor and is not written yet; None where nothing was typed."""
        editor = None if self._committing else self.indexWidget(self.currentIndex())
        if editor is None or editor.property(_SHOWN) is None:
            return None
        text = _written_in(editor)
        return text if text != editor.property(_SHOWN) else None

    def _type_on(self, index: QModelIndex, text: str) -> None:
        """Open a cell's editor again with what stood there: new rows have closed it."""
        self.edit(index)
        editor = self.indexWidget(index)
        if editor is not None:
            _write_into(editor, text)

    def _on_tab(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier
        if not self.tab_through or not plain:
            return False
        if event.key() == Qt.Key.Key_F6:
            return self.focusNextPrevChild(not event.modifiers())
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if step:
            self._go_on(step)
        return bool(step)

    def _go_on(self, step: int) -> None:
        """To the next (1) or previous (-1) cell that can be typed into; staying where there is none."""
        model, columns = self._model, len(self._model.columns)
        index = self.currentIndex()
        place = index.row() * columns + index.column() if index.isValid() else -1
        end = len(model.rows) * columns if step > 0 else -1
        for number in range(place + step, end, step):
            found = model.index(number // columns, number % columns)
            if self._can_type(found):
                self.setCurrentIndex(found)
                return

    def _can_type(self, index: Index) -> bool:
        return bool(self._model.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _repaint_current(self) -> None:
        """Its frame tells whether the keyboard is here."""
        self.update(self.currentIndex())

    def _open(self, index: QModelIndex) -> None:
        link = self._model.cell(index).link
        if link:
            self.opened.emit(link.title, list(link.ids))

    def _paste_one(self, index: Index) -> None:
        text = QGuiApplication.clipboard().text().strip()
        if not self._can_type(index):
            self.typing_refused.emit(self._model.columns[index.column()].label.replace("\n", ""))
        elif "\n" in text or "\t" in text:
            self.block_refused.emit()
        elif text:
            self._model.setData(index, text)

    def _copy(self) -> None:
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda i: (i.row(), i.column())):
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))


def draw_corner(painter: QPainter, cell: QRect) -> None:
    """The corner of a cell whose tip has more to say."""
    corner = cell.topRight()
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.YELLOW))
    painter.drawPolygon(QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)]))
    painter.restore()


def _is_typing(event: QKeyEvent) -> bool:
    """Whether a key writes something."""
    plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return (
        plain == Qt.KeyboardModifier.NoModifier
        and event.text().strip().isprintable()
        and bool(event.text().strip())
    )


def _written_in(editor: QWidget) -> str:
    """The text that stands in an editor."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else str(editor.property("text") or "")


def _write_into(editor: QWidget, text: str) -> None:
    """Put a text into an editor."""
    if isinstance(editor, QComboBox):
        editor.setCurrentText(text)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
        editor.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(editor, QLineEdit):
        editor.setText(text)


class CellDelegate(QStyledItemDelegate):
    """Underlines a link under the pointer or the focus; frames the current cell; offers a list where a column has one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        assert isinstance(model, SimpleTableModel)
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        pointed = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
        if model.cell(index).link and pointed:
            option.font.setUnderline(True)  # type: ignore[attr-defined]
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, QColor(tokens.ACCENT))  # type: ignore[attr-defined]
        elif colour := index.data(Qt.ItemDataRole.ForegroundRole):
            # What is red stays red in a selected row: there it is looked at most.
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(colour))  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if isinstance(model, SimpleTableModel) and model.cell(index).mark == NOTED:
            draw_corner(painter, option.rect)  # type: ignore[attr-defined]
        self.draw_frame(painter, option, index)

    def draw_frame(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Frame the current cell, strongly while the keyboard is in the table."""
        view = self.parent()
        if not isinstance(view, QAbstractItemView) or view.currentIndex() != index:
            return
        # The view of the frozen columns lies over the table that has the keyboard.
        table = view if isinstance(view, SimpleTable) else view.parent()
        focused = isinstance(table, QWidget) and table.hasFocus()
        pen = QPen(QColor(tokens.ACCENT), 2) if focused else QPen(QColor(tokens.DISABLED), 1)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.save()
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))  # type: ignore[attr-defined]
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = index.model()
        assert isinstance(model, SimpleTableModel)
        choices = model.columns[index.column()].choices
        if not choices:
            editor = super().createEditor(parent, option, index)
            editor.setStyleSheet("border-radius: 0; padding: 0 3px; min-height: 0;")
            return editor
        box = SteadyCombo(parent)
        # The list is a proposal: the office's own word is taken too.
        box.setEditable(True)
        box.addItems(["", *choices])
        box.setStyleSheet("border-radius: 0; padding: 0 3px; min-height: 0;")
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        shown = editor.property(_SHOWN)
        if shown is not None and _written_in(editor) != shown:
            # The rows were read anew under an open editor: what is being typed stays.
            return
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        else:
            super().setEditorData(editor, index)
        editor.setProperty(_SHOWN, _written_in(editor))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)
