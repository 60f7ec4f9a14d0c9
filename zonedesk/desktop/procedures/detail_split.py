"""The list of procedures and one of them in detail, beside or beneath it: how they share the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter

from zonedesk.desktop import tokens
from zonedesk.desktop.procedures.checklist_table import ChecklistTable
from zonedesk.desktop.procedures.detail import ProcedureDetail
from zonedesk.desktop.widgets.named import named

_SIDE_BY_SIDE = 860  # pixels; with fewer the detail stands beneath the list
_WIDE = [740, 400]
_ROWS = 2  # the list never shows fewer
_NO_LIMIT = 16_777_215  # Qt's own greatest height


class DetailSplit(QSplitter):
    """However much there is to tell of a procedure, it never asks for a taller window: the detail scrolls then.

    Beneath the list the detail is as low as it can be, and the room is the list's; with its leaves open the list
    gives it what it needs. Where the officer drew the line between them, it stays until the leaves are folded.
    """

    def __init__(self, table: ChecklistTable, detail: ProcedureDetail) -> None:
        super().__init__()
        self._table, self._detail = table, detail
        self._drawn = False
        frame = self._frame = named(QScrollArea(), "panel")
        frame.setWidgetResizable(True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame.setWidget(detail)
        for widget in (detail, frame.viewport()):
            widget.setAutoFillBackground(False)
        table.setMinimumHeight(table.horizontalHeader().height() + _ROWS * tokens.ROW_HEIGHT + 2)
        self.addWidget(table)
        self.addWidget(frame)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setChildrenCollapsible(False)
        self.setSizes(_WIDE)
        self.splitterMoved.connect(self._on_drawn)
        detail.folded.connect(self._on_folded)

    @property
    def is_close_up(self) -> bool:
        """Whether the leaves stand open beneath the list, where room is short."""
        return self.orientation() == Qt.Orientation.Vertical and self._detail.fold.isChecked()

    def fit(self) -> None:
        """Share the height anew: another procedure has more to tell, or less."""
        if self.orientation() == Qt.Orientation.Horizontal:
            self._frame.setMaximumHeight(_NO_LIMIT)
            return
        needed = self._detail.heightForWidth(self.width() - 2) + 2
        room = self.height() - self.handleWidth()
        if not self.is_close_up:
            self._frame.setMaximumHeight(needed)
            self.setSizes([max(room - needed, 1), needed])
            return
        self._frame.setMaximumHeight(_NO_LIMIT)
        if not self._drawn:
            high = max(min(self._whole_list(), room - needed), self._table.minimumHeight())
            self.setSizes([high, max(room - high, 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if orientation != self.orientation():
            self._drawn = False
            self.setOrientation(orientation)
            self._detail.be_foldable(not wide)
            if wide:
                self.setSizes(_WIDE)
        # What was wide enough for the words may not be cut at the side.
        self._frame.setMinimumWidth(self._detail.minimumSizeHint().width() + 2)
        self.fit()

    def _whole_list(self) -> int:
        """The height that shows every row of the list."""
        rows = self._table.model().rowCount()
        return self._table.horizontalHeader().height() + rows * tokens.ROW_HEIGHT + 2

    def _on_drawn(self) -> None:
        self._drawn = True

    def _on_folded(self) -> None:
        self._drawn = False
        self.fit()
        self._table.scrollTo(self._table.currentIndex())
