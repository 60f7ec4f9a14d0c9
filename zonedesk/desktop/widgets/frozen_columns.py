"""A table whose first columns stay in sight while the rest scrolls sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.column_room import share_room
from zonedesk.desktop.widgets.data_edge import data_edge
from zonedesk.desktop.widgets.simple_table import SimpleTableModel
from zonedesk.desktop.widgets.table_view import CellDelegate, SimpleTable

Index = QModelIndex | QPersistentModelIndex


_ARROWS = {
    QAbstractItemView.CursorAction.MoveUp: (-1, 0),
    QAbstractItemView.CursorAction.MoveDown: (1, 0),
    QAbstractItemView.CursorAction.MoveLeft: (0, -1),
    QAbstractItemView.CursorAction.MoveRight: (0, 1),
}
_ARROW_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class FrozenTable(SimpleTable):
    """A second view of the first columns lies over the table and scrolls with it. Ctrl+arrows go to the edge of the data."""

    def __init__(self, model: SimpleTableModel, frozen: int, *, head_lines: int = 2) -> None:
        self._frozen = frozen
        self._front: QTableView | None = None
        super().__init__(model, open_by_click=False, head_lines=head_lines)
        front = QTableView(self)
        front.setModel(model)
        front.setSelectionModel(self.selectionModel())
        front.setItemDelegate(CellDelegate(front))
        front.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        front.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        front.setMouseTracking(True)
        front.setWordWrap(False)
        front.setAlternatingRowColors(True)
        front.verticalHeader().hide()
        front.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
        front.verticalHeader().setMinimumSectionSize(tokens.ROW_HEIGHT)
        front.horizontalHeader().setFixedHeight(self.horizontalHeader().height())
        front.setVerticalScrollMode(self.verticalScrollMode())
        for policy in (front.setHorizontalScrollBarPolicy, front.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        front.setStyleSheet(f"QTableView {{ border: none; border-right: 1px solid {tokens.DISABLED}; }}")
        # It shows all of its columns: nothing may scroll it sideways, not even a current cell made known too early.
        front.horizontalScrollBar().valueChanged.connect(lambda _: front.horizontalScrollBar().setValue(0))
        front.doubleClicked.connect(self._open)
        front.clicked.connect(lambda _: self.setFocus())
        self.verticalScrollBar().valueChanged.connect(front.verticalScrollBar().setValue)
        front.verticalScrollBar().valueChanged.connect(self._follow_front)
        # More rows come to one view before the other: until then this one cannot follow all the way down.
        front.verticalScrollBar().rangeChanged.connect(
            lambda *_: front.verticalScrollBar().setValue(self.verticalScrollBar().value())
        )
        self.horizontalHeader().sectionResized.connect(lambda *_: self._place())
        model.modelReset.connect(self._place)
        self._front = front
        self._place()

    @property
    def front(self) -> QTableView:
        """The view of the columns that stay."""
        assert self._front is not None
        return self._front

    def size_columns(self) -> None:
        """Give each column its width, and share what is left over among those that stretch."""
        share_room(self, self._model.columns, self.viewport().width() - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.size_columns()
        self._place()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() < self._frozen:
            # They are in sight in any case; the first one (Home) is where the line begins.
            bar.setValue(before if index.column() else 0)
            return
        hidden = self._frozen_width() - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        index, step = self.currentIndex(), _ARROWS.get(action)
        if step is None or not index.isValid() or not modifiers & Qt.KeyboardModifier.ControlModifier:
            return super().moveCursor(action, modifiers)
        return self._model.index(*data_edge(self._filled, index.row(), index.column(), *step))

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        if isinstance(event, QKeyEvent) and event.key() in _ARROW_KEYS and event.modifiers() & _BOTH == _BOTH:
            # Qt would leave the selection as it is; in a spreadsheet it is drawn out to the edge.
            return QItemSelectionModel.SelectionFlag.SelectCurrent
        return super().selectionCommand(index, event)

    def _filled(self, row: int, column: int) -> bool | None:
        """Whether a cell holds text; None outside the table."""
        found = self._model.index(row, column)
        return bool(self._model.cell(found).text) if found.isValid() else None

    def _repaint_current(self) -> None:
        super()._repaint_current()
        if self._front is not None:
            self._front.update(self.currentIndex())

    def _follow_front(self, value: int) -> None:
        """Scroll with the front, unless it only could not go as far: a row that was just added would leave sight."""
        if self.front.verticalScrollBar().maximum() == self.verticalScrollBar().maximum():
            self.verticalScrollBar().setValue(value)

    def _frozen_width(self) -> int:
        return sum(self.columnWidth(n) for n in range(self._frozen))

    def _place(self) -> None:
        if self._front is None:
            return
        for n in range(self.model().columnCount()):
            self._front.setColumnHidden(n, n >= self._frozen)
            if n < self._frozen:
                self._front.setColumnWidth(n, self.columnWidth(n))
        frame, head = self.frameWidth(), self.horizontalHeader().height()
        height = self.viewport().height() + head
        self._front.setGeometry(frame, frame, self._frozen_width() + 1, height)
