"""A table in two views of one model: the columns that stay in sight, with the row numbers, and all others."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.frozen import NUMBER_WIDTH, CoveredHeader, FrozenColumns, Host

_HEAD_HEIGHT = 44
_NARROW, _MOST_WIDER = 760, 40
TRIGGER = QAbstractItemView.EditTrigger
_EDIT_TRIGGERS = TRIGGER.AnyKeyPressed | TRIGGER.EditKeyPressed | TRIGGER.DoubleClicked
_HINT = QAbstractItemView.ScrollHint
AnyIndex = QModelIndex | QPersistentModelIndex


class SplitTable(QTableView):
    """Both views show one selection and scroll together. `sort_asked(int)` is a click on a head."""

    sort_asked = Signal(int)
    _built = False  # Qt lays the table out while it is being built

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[int] | None = None
        self._hidden: set[int] = set()
        self._stay = 1
        self._following = self._levelling = False
        # The numbers stand in the view of the columns that stay.
        self.setVerticalHeader(CoveredHeader(Qt.Orientation.Vertical, self))
        self.frozen = FrozenColumns(self, cast(Host, self))  # keys and painting are the grid's, below
        self._built = True
        for view in (self, self.frozen):
            _dress(view)
            head = view.horizontalHeader()
            head.sectionClicked.connect(self.sort_asked)
            head.sectionMoved.connect(self._on_section_moved)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.verticalScrollBar(), self.frozen.verticalScrollBar()):
            bar.valueChanged.connect(self.keep_level)
            bar.rangeChanged.connect(self.keep_level)
        self.frozen.horizontalHeader().sectionResized.connect(self._on_frozen_resized)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.frozen.setModel(model)
        self.frozen.setSelectionModel(self.selectionModel())
        if model is not None:
            model.modelReset.connect(self._on_reset)
            # The views heard of it before: now both lay out what there is, and stand level again.
            for rows_changed in (
                model.modelReset,
                model.layoutChanged,
                model.rowsInserted,
                model.rowsRemoved,
            ):
                rows_changed.connect(self._on_rows_changed)
        self._arrange()

    def columns(self) -> list[int]:
        """The columns in view from left to right, those that stay first."""
        if self._columns is None:
            head = self.horizontalHeader()
            order = [head.logicalIndex(place) for place in range(head.count())]
            self._columns = [column for column in order if column not in self._hidden]
        return self._columns

    def staying(self) -> list[int]:
        """The columns that stay in sight."""
        return self.columns()[: self._stay]

    def keep_in_sight(self, count: int) -> None:
        """Have the first `count` columns in view stay."""
        self._stay = max(count, 0)
        self._arrange()

    def setColumnHidden(self, column: int, hide: bool) -> None:
        (self._hidden.add if hide else self._hidden.discard)(column)
        self._arrange()

    def hide_columns(self, hidden: set[int]) -> None:
        """Show all columns but these."""
        self._hidden = set(hidden)
        self._arrange()

    def isColumnHidden(self, column: int) -> bool:
        return column in self._hidden

    def columnWidth(self, column: int) -> int:
        return self.frozen.columnWidth(column) or super().columnWidth(column)

    def setColumnWidth(self, column: int, width: int) -> None:
        super().setColumnWidth(column, width)
        self.frozen.setColumnWidth(column, width)
        self._place_frozen()

    def set_width(self, column: int, width: int) -> None:
        """Set a column's width in both views."""
        self.setColumnWidth(column, width)

    def widen_first(self, room: int) -> None:
        """Give the column that stays some of the room that a wide screen has."""
        wider = min(max(room - _NARROW, 0) // 4, _MOST_WIDER)
        if wider:
            self.set_width(0, self.columnWidth(0) + wider)

    def show_sorted(self, column: int, order: Qt.SortOrder) -> None:
        """Mark the head that is sorted by; -1 for none."""
        for view in (self, self.frozen):
            view.horizontalHeader().setSortIndicator(column, order)

    def view_of(self, column: int) -> QTableView:
        """The view that a column stands in."""
        return self.frozen if column in self.staying() else self

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_frozen()

    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # With rows still to be laid out, the bar would not reach as far as the row stands.
        self.executeDelayedItemsLayout()
        # A column that stays is always in sight: only its row may have to come.
        if index.column() in self.staying():
            self._show_row(index.row(), hint)
        else:
            super().scrollTo(index, hint)

    def scroll_to_left(self) -> None:
        """Show the first of the columns that scroll."""
        self.horizontalScrollBar().setValue(0)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.keep_level()

    def keep_level(self) -> None:
        """Have the columns that stay show the same rows at the same height as all others."""
        if self._levelling or not self._built:
            return
        self._levelling = True
        own, other = self.verticalScrollBar(), self.frozen.verticalScrollBar()
        other.setRange(own.minimum(), own.maximum())
        other.setPageStep(own.pageStep())
        other.setSingleStep(own.singleStep())
        other.setValue(own.value())
        for view in (self, self.frozen):
            if view.verticalHeader().offset() != own.value():
                view.verticalHeader().setOffset(own.value())
                view.viewport().update()
        self._levelling = False

    def _show_row(self, row: int, hint: QAbstractItemView.ScrollHint) -> None:
        head, bar = self.verticalHeader(), self.verticalScrollBar()
        top, tall, room = head.sectionPosition(row), head.sectionSize(row), self.viewport().height()
        highest, lowest = top, top + tall - room
        if hint is _HINT.PositionAtTop:
            bar.setValue(highest)
        elif hint is _HINT.PositionAtBottom:
            bar.setValue(lowest)
        elif hint is _HINT.PositionAtCenter:
            bar.setValue((highest + lowest) // 2)
        else:
            # A row taller than the room shows its top.
            bar.setValue(min(max(bar.value(), lowest), highest))

    def _on_rows_changed(self) -> None:
        for view in (self, self.frozen):
            view.executeDelayedItemsLayout()
        self.keep_level()
        self.frozen.numbers.viewport().update()

    def repaint_row(self, row: int) -> None:
        """Paint a row anew in both views."""
        if row >= 0:
            for view in (self.viewport(), self.frozen.viewport(), self.frozen.numbers.viewport()):
                view.update(0, self.rowViewportPosition(row), view.width(), tokens.ROW_HEIGHT)

    def repaint_all(self) -> None:
        """Paint all cells anew."""
        self.viewport().update()
        self.frozen.viewport().update()

    def _on_reset(self) -> None:
        if self._columns is not None and len(self._columns) + len(self._hidden) != self.model().columnCount():
            self._arrange()

    def _arrange(self) -> None:
        """Share the columns out between the two views."""
        self._columns = None
        if self.model() is None:
            return
        staying = set(self.staying())
        for column in range(self.model().columnCount()):
            hidden = column in self._hidden
            super().setColumnHidden(column, hidden or column in staying)
            self.frozen.setColumnHidden(column, hidden or column not in staying)
        self._place_frozen()
        self.repaint_all()

    def _on_section_moved(self, _: int, old: int, new: int) -> None:
        if self._following:
            return
        self._following = True
        heads = (self.horizontalHeader(), self.frozen.horizontalHeader())
        heads[1 if self.sender() is heads[0] else 0].moveSection(old, new)
        self._following = False
        self._arrange()

    def _on_frozen_resized(self, column: int, _: int, width: int) -> None:
        if width:
            super().setColumnWidth(column, width)
            self._place_frozen()

    def _place_frozen(self) -> None:
        frame, wide = self.frameWidth(), sum(self.frozen.columnWidth(column) for column in self.staying())
        whole = NUMBER_WIDTH + wide + 1
        if self.verticalHeader().width() != whole:
            self.verticalHeader().setFixedWidth(whole)
        self.frozen.setGeometry(
            frame, frame, whole, self.viewport().height() + self.horizontalHeader().height()
        )


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
    head.setSectionsClickable(True)
    head.setSortIndicatorShown(True)
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
