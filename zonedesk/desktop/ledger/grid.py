"""The grid: a table whose first columns stay in sight, with a spreadsheet's keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from operator import attrgetter

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QTableView, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.delegate import CellDelegate
from zonedesk.desktop.ledger.drag import Drag
from zonedesk.desktop.ledger.grid_keys import by_sequence
from zonedesk.desktop.ledger.moves import Moves
from zonedesk.desktop.ledger.painting import CellPainter, LookAt, Marks
from zonedesk.desktop.ledger.split_table import TRIGGER, SplitTable

_ASKED = {TRIGGER.AnyKeyPressed, TRIGGER.EditKeyPressed, TRIGGER.DoubleClicked}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class LedgerGrid(SplitTable):
    """Keys, mouse, editors and painting of the table of projects.

    `refused(QModelIndex)`: the officer tried to edit what cannot be. `clear_asked`, `copy_asked`, `cut_asked` and
    `paste_asked` are Delete, Ctrl+C, Ctrl+X and Ctrl+V; `fill_asked(bool)` is Ctrl+D (True) or Ctrl+R;
    `spread_asked(str)` is Ctrl+Enter in an editor; `edited(bool)`: it closed,
    and whether by Esc.
    """

    refused = Signal(QModelIndex)
    clear_asked = Signal()
    copy_asked = Signal()
    cut_asked = Signal()
    paste_asked = Signal()
    fill_asked = Signal(bool)
    spread_asked = Signal(str)
    edited = Signal(bool)

    def __init__(self, look_at: LookAt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writable = True
        self.setAccessibleName(self.tr("项目台账表格"))
        self._look_at, self._painter = look_at, CellPainter(look_at)
        self._cut: list[QItemSelectionRange] = []
        self._keys = by_sequence()
        self.moves, self.drag = Moves(self), Drag(self)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.layoutChanged.connect(self.give_up_cut)
            model.modelReset.connect(self.give_up_cut)

    def set_delegates(self, own: CellDelegate, frozen: CellDelegate) -> None:
        """Edit through these; each view needs its own, for both listen to what theirs says."""
        self.setItemDelegate(own)
        self.frozen.setItemDelegate(frozen)
        for delegate in (own, frozen):
            delegate.stepped.connect(self.moves.advance)
            delegate.spread.connect(self.spread_asked)

    # Moving and selecting

    def go(self, row: int, column: int) -> None:
        """Make a cell the current one and select it."""
        columns = self.columns()
        number = columns.index(column) if column in columns else min(max(column, 0), len(columns) - 1)
        self.moves.go(row, number)

    def step(self, down: int, right: int) -> None:
        """Go on from the current cell."""
        self.moves.by(down, right)

    def select_everything(self) -> None:
        """Select all cells in view."""
        self.moves.everything()

    def selectAll(self) -> None:
        self.moves.everything()

    # Writing

    def edit_current(self) -> None:
        """Begin editing the current cell, as F2 does."""
        self.edit(self.currentIndex(), TRIGGER.EditKeyPressed, QEvent(QEvent.Type.None_))

    def write_anew(self, text: str) -> None:
        """Begin editing the current cell with another text in it."""
        self.edit_current()
        editor = self.editor()
        if editor is not None:
            editor.setText(text)  # type: ignore[attr-defined]
            editor.setProperty("typed", True)

    def write_today(self) -> None:
        self.write_anew(dt.datetime.now().astimezone().date().isoformat())

    def write_above(self) -> None:
        index = self.currentIndex()
        if index.row() > 0:
            self.write_anew(self._look_at(index.row() - 1, index.column())[0])

    def open_list(self) -> None:
        """Begin editing with the list of words open."""
        self.edit_current()
        editor = self.editor()
        if editor is not None:
            self._delegate().open_list(editor)

    def ask_to_clear(self) -> None:
        self.clear_asked.emit()

    def ask_to_copy(self) -> None:
        self.copy_asked.emit()

    def ask_to_cut(self) -> None:
        self.cut_asked.emit()

    def ask_to_paste(self) -> None:
        self.paste_asked.emit()

    def ask_to_fill(self, down: bool) -> None:
        self.fill_asked.emit(down)

    def mark_cut(self) -> None:
        """Draw a dashed frame around what is selected: it goes when it is pasted elsewhere."""
        self._cut = self.selectionModel().selection().toList()
        self.repaint_all()

    def give_up_cut(self) -> None:
        """Nothing is to be moved any more."""
        if self._cut:
            self._cut = []
            self.repaint_all()

    def spread_done(self, *, written: bool) -> None:
        """The text of the open editor was written to all that is selected, or refused."""
        editor = self.editor()
        if editor is None:
            return
        self._delegate().mark(editor, refused=not written)
        if written:
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    @property
    def cut(self) -> bool:
        """Whether cells wait to be moved."""
        return bool(self._cut)

    def editor(self) -> QWidget | None:
        """The editor that is open, if any."""
        index = self.currentIndex()
        return self.view_of(index.column()).indexWidget(index)

    def being_typed(self) -> str | None:
        """What the keyboard is writing in an editor; None where nothing was typed, or it is on its way to the model."""
        editor, here = self.editor(), self.window().focusWidget()
        if editor is None or editor.property("writing") or editor.property("shown") is None:
            return None
        if here is None or not (here is editor or editor.isAncestorOf(here)):
            return None
        text: str = editor.text()  # type: ignore[attr-defined]
        return text if text != editor.property("shown") else None

    def finish_editing(self) -> bool:
        """Write what stands in an open editor; False if it was refused and stays open."""
        editor = self.editor()
        if editor is None:
            return True
        self._delegate().finish(editor)
        return editor.property("refused") is None

    def may_close(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> bool:
        """Whether an editor may close: not while its text was refused, unless the officer gives it up."""
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache:
            # A blink later: who hears of it may take the row away that the editor stands in.
            QTimer.singleShot(0, self, lambda: self.edited.emit(True))
            return True
        if editor.property("refused") is None:
            self.edited.emit(False)
            return True
        QTimer.singleShot(0, editor, lambda: self._back_to(editor))
        return False

    # What moving and painting ask

    def show_cell(self, row: int, column: int) -> None:
        """Bring a cell into sight."""
        self.scrollTo(self.model().index(row, column))

    def rows_in_sight(self) -> int:
        """How many whole rows fit."""
        return max(self.viewport().height() // tokens.ROW_HEIGHT, 1)

    def filled(self, row: int, column: int) -> bool:
        """Whether a cell holds text."""
        return bool(self._look_at(row, column)[0])

    def paint_part(self, view: QTableView, area: QRect) -> None:
        """Paint the cells of one of the two views."""
        columns = self.staying() if view is self.frozen else self.columns()[self._stay :]
        current = self.currentIndex()
        selected = self.selectionModel().selection().toList() if self.selectionModel() else []
        marks = Marks(current.row(), current.column(), selected, self._cut, self.hasFocus())
        self._painter.paint(view, area, columns, marks)

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_part(self, event.rect())

    def edit(self, index: QModelIndex, *how: object) -> bool:  # type: ignore[override]
        trigger = how[0] if how else TRIGGER.AllEditTriggers
        may = self.writable and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if trigger in _ASKED and index.isValid() and not may:
            self.refused.emit(index)
            return False
        if index.isValid() and index.column() in self.staying():
            begun = self.frozen.begin(index, *how)
        else:
            begun = bool(super().edit(index, *how))
        if begun and trigger in _ASKED:
            editor = self.view_of(index.column()).indexWidget(index)
            if editor is not None:
                editor.setProperty("typed", trigger is TRIGGER.AnyKeyPressed)
                editor.setProperty("cell", QPersistentModelIndex(index))
        return begun

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self.may_close(editor, hint):
            super().closeEditor(editor, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        combination = event.keyCombination()
        held = combination.keyboardModifiers() & ~_KEYPAD
        known = self._keys.get(QKeySequence(held.value | combination.key().value).toString())
        if known is not None and self.model() is not None:
            act = attrgetter(known.action)(self)
            act(*known.given, extend=True) if known.extend else act(*known.given)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # A word begun on a column that stays must go on in the editor that stands there.
        if self.currentIndex().column() in self.staying():
            self.frozen.inputMethodEvent(event)
        else:
            super().inputMethodEvent(event)

    def mark_heads(self, is_head: Callable[[int], bool]) -> None:
        """Paint the rows of which this is true as heads of groups."""
        self._painter.is_head = is_head

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a letter typed where nothing can be written must not jump to another row."""

    def focusNextPrevChild(self, forwards: bool) -> bool:
        # Tab moves between cells; Ctrl+Tab and F6 leave the grid.
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.take_press(self.indexAt(event.position().toPoint()), event):
            super().mousePressEvent(event)

    def take_press(self, index: QModelIndex, event: QMouseEvent) -> bool:
        """A press of the mouse in either view; True if that was all there is to do."""
        return self.drag.begin(index, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.drag.going:
            self.take_drag(event)
        else:
            super().mouseMoveEvent(event)

    def take_drag(self, event: QMouseEvent) -> None:
        """The mouse moves with its button down, in either view."""
        self.drag.follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.end_drag()

    def end_drag(self) -> None:
        """The button is up again."""
        self.drag.end()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.moves.forget()
        # The whole row is tinted, not the cell alone.
        for row in {current.row(), previous.row()} - {-1}:
            self.repaint_row(row)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.repaint_row(self.currentIndex().row())

    # How the two views stay one

    def _delegate(self) -> CellDelegate:
        delegate = self.view_of(self.currentIndex().column()).itemDelegate()
        assert isinstance(delegate, CellDelegate)
        return delegate

    def _back_to(self, editor: QWidget) -> None:
        cell = editor.property("cell")
        if isinstance(cell, QPersistentModelIndex) and cell.isValid():
            self.go(cell.row(), cell.column())
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
