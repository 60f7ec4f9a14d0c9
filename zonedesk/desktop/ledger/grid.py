"""The grid: a table whose name column stays in sight, with a spreadsheet's keys."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from zonedesk.desktop import tokens

_HEAD_HEIGHT = 44
_NUMBER_WIDTH = 46
_NARROW, _MOST_WIDER = 760, 110
_EDIT_TRIGGERS = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
)
_CELLS = QItemSelectionModel.SelectionFlag.ClearAndSelect


class LedgerGrid(QTableView):
    """The first column stands still in a second view laid over the first.

    `refused(QModelIndex)`: the officer tried to edit what cannot be; `clear_asked`, `copy_asked`, `paste_asked`
    are Delete, Ctrl+C and Ctrl+V; `sort_asked(int)` is a click on a head.
    """

    refused = Signal(QModelIndex)
    clear_asked = Signal()
    copy_asked = Signal()
    paste_asked = Signal()
    sort_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.writable = True
        self.setAccessibleName(self.tr("项目台账表格"))
        _dress(self)
        self.verticalHeader().setFixedWidth(_NUMBER_WIDTH)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.frozen = _Frozen(self)
        self.verticalScrollBar().valueChanged.connect(self.frozen.verticalScrollBar().setValue)
        self.frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        for view in (self, self.frozen):
            view.horizontalHeader().sectionClicked.connect(self.sort_asked)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.frozen.setModel(model)
        self.frozen.setSelectionModel(self.selectionModel())
        self.frozen.show_first_only()
        self._place_frozen()

    def set_delegates(self, own: QAbstractItemDelegate, frozen: QAbstractItemDelegate) -> None:
        """Paint and edit through these; each view needs its own, for both listen to what theirs says."""
        self.setItemDelegate(own)
        self.frozen.setItemDelegate(frozen)

    def set_width(self, column: int, width: int) -> None:
        """Set a column's width in both views."""
        self.setColumnWidth(column, width)
        if column == 0:
            self.frozen.setColumnWidth(0, width)
            self._place_frozen()

    def widen_first(self, room: int) -> None:
        """Give the column that stays some of the room that a wide screen has."""
        wider = min(max(room - _NARROW, 0) // 4, _MOST_WIDER)
        if wider:
            self.set_width(0, self.columnWidth(0) + wider)

    def show_sorted(self, column: int, order: Qt.SortOrder) -> None:
        """Mark the head that is sorted by; -1 for none."""
        for view in (self, self.frozen):
            view.horizontalHeader().setSortIndicator(column, order)

    def go(self, row: int, column: int) -> None:
        """Make a cell the current one and select it."""
        model = self.model()
        if model is None or not model.rowCount():
            return
        row = min(max(row, 0), model.rowCount() - 1)
        column = min(max(column, 0), model.columnCount() - 1)
        self.selectionModel().setCurrentIndex(model.index(row, column), _CELLS)

    def step(self, down: int, right: int) -> None:
        """Go on from the current cell."""
        index = self.currentIndex()
        self.go(index.row() + down, index.column() + right)

    def edit_current(self) -> None:
        """Begin editing the current cell, as F2 does."""
        self.edit(
            self.currentIndex(), QAbstractItemView.EditTrigger.EditKeyPressed, QEvent(QEvent.Type.None_)
        )

    # Qt's overrides

    def edit(self, index: QModelIndex, *how: object) -> bool:  # type: ignore[override]
        trigger = how[0] if how else QAbstractItemView.EditTrigger.AllEditTriggers
        asked = trigger in {
            QAbstractItemView.EditTrigger.AnyKeyPressed,
            QAbstractItemView.EditTrigger.EditKeyPressed,
            QAbstractItemView.EditTrigger.DoubleClicked,
        }
        if asked and index.isValid():
            if not self.writable or not index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.refused.emit(index)
                return False
            if index.column() == 0:
                return bool(QTableView.edit(self.frozen, index, *how))
        return bool(super().edit(index, *how))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        back = -1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not control:
            self.step(back, 0)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and not control:
            self.step(0, -1 if key == Qt.Key.Key_Backtab else back)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear_asked.emit()
        elif control and key == Qt.Key.Key_C:
            self.copy_asked.emit()
        elif control and key == Qt.Key.Key_V:
            self.paste_asked.emit()
        elif control and key in _EDGES and back > 0:
            self._to_edge(*_EDGES[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # A word begun on the column that stays must go on in the editor that stands there.
        if self.currentIndex().column() == 0:
            self.frozen.inputMethodEvent(event)
        else:
            super().inputMethodEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        # Tab moves between cells; Ctrl+Tab and F6 leave the grid.
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_frozen()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.row() == previous.row():
            return
        # The whole row is tinted, not the cell alone.
        for row in (current.row(), previous.row()):
            for view in (self, self.frozen):
                view.viewport().update(0, self.rowViewportPosition(row), view.width(), tokens.ROW_HEIGHT)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # The first column is always in sight, and what lies under it is not.
        if index.column() == 0:
            level = self.model().index(index.row(), max(self.columnAt(self.columnWidth(0) + 1), 0))
            super().scrollTo(level, hint)
            return
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _to_edge(self, down: int, right: int) -> None:
        """Go to where filled cells end, or to the next filled one, as Ctrl+arrow does in a spreadsheet."""
        model, index = self.model(), self.currentIndex()
        row, column = index.row(), index.column()
        within = _filled(model, row, column) and _filled(model, row + down, column + right)
        while (ahead := _filled(model, row + down, column + right)) is not None:
            if within and not ahead:
                break
            row, column = row + down, column + right
            if ahead and not within:
                break
        self.go(row, column)

    def _on_section_resized(self, column: int, _: int, width: int) -> None:
        if column == 0:
            self.frozen.setColumnWidth(0, width)
            self._place_frozen()

    def _place_frozen(self) -> None:
        frame = self.frameWidth()
        self.frozen.setGeometry(
            self.verticalHeader().width() + frame,
            frame,
            self.columnWidth(0),
            self.viewport().height() + self.horizontalHeader().height(),
        )


class _Frozen(QTableView):
    """The column that stays. It takes no focus: keys go to the grid below it."""

    def __init__(self, grid: LedgerGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        _dress(self)
        self.setObjectName("frozen")
        self.setStyleSheet(
            f"#frozen {{ border: none; border-right: 1px solid #B9C2CD; background: {tokens.PANEL}; }}"
        )
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(grid)
        self.horizontalHeader().sectionResized.connect(self._on_resized)
        grid.viewport().stackUnder(self)

    def show_first_only(self) -> None:
        """Hide all columns but the first."""
        for column in range(1, self.model().columnCount()):
            self.setColumnHidden(column, True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._grid.setFocus(Qt.FocusReason.MouseFocusReason)

    def edit(self, index: QModelIndex, *how: object) -> bool:  # type: ignore[override]
        return self._grid.edit(index, *how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._grid.keyPressEvent(event)

    def _on_resized(self, column: int, _: int, width: int) -> None:
        if column == 0 and self._grid.columnWidth(0) != width:
            self._grid.setColumnWidth(0, width)


def _dress(view: QTableView) -> None:
    view.setEditTriggers(_EDIT_TRIGGERS)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(tokens.ROW_HEIGHT)
    head = view.horizontalHeader()
    head.setFixedHeight(_HEAD_HEIGHT)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
    head.setHighlightSections(False)
    head.setStyleSheet(f"QHeaderView::section {{ padding: 2px 3px; font-size: {tokens.SECOND_PT}pt; }}")
    view.verticalHeader().setStyleSheet(
        f"QHeaderView::section {{ padding: 0; font-size: {tokens.SECOND_PT}pt; font-weight: 400; }}"
    )
    head.setSectionsClickable(True)
    head.setSortIndicatorShown(True)
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)


_EDGES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def _filled(model: QAbstractItemModel, row: int, column: int) -> bool | None:
    """Whether a cell holds text; None outside the table."""
    if not (0 <= row < model.rowCount() and 0 <= column < model.columnCount()):
        return None
    return bool(model.index(row, column).data())
