"""The columns that stay: a second view at the left of the grid, with the row numbers."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from zonedesk.desktop import tokens

NUMBER_WIDTH = 46
_HEAD_GROUND = "#EDF0F4"


class Host(Protocol):
    """What the columns that stay ask of the grid they belong to."""

    def edit(self, index: QModelIndex, *how: object) -> bool: ...
    def keyPressEvent(self, event: QKeyEvent) -> None: ...
    def wheelEvent(self, event: QWheelEvent) -> None: ...
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None: ...
    def keep_level(self) -> None: ...
    def take_press(self, index: QModelIndex, event: QMouseEvent) -> bool: ...
    def take_drag(self, event: QMouseEvent) -> None: ...
    def end_drag(self) -> None: ...
    def paint_part(self, view: QTableView, area: QRect) -> None: ...
    def may_close(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> bool: ...
    def select_everything(self) -> None: ...


class RowNumbers(QHeaderView):
    """The rows' numbers, painted in one go: the style would be asked for each."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._view = parent
        self.setFixedWidth(NUMBER_WIDTH)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(tokens.ROW_HEIGHT)
        self.setSectionsClickable(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._line, self._text = QPen(QColor(tokens.LINE)), QPen(QColor(tokens.SECOND))
        self._ground, self.here_colour = QColor(_HEAD_GROUND), QColor(tokens.SELECTED)

    def sizeHint(self) -> QSize:
        # Its width is fixed; Qt would ask the model for the texts of two hundred rows to find one.
        return QSize(self.minimumWidth(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        painter = QPainter(self.viewport())
        font = self.font()
        font.setPointSizeF(tokens.SECOND_PT)
        painter.setFont(font)
        painter.fillRect(area, self._ground)
        first, last = self.visualIndexAt(area.top()), self.visualIndexAt(area.bottom())
        last = last if last >= 0 else self.count() - 1
        y, width, height = self.sectionViewportPosition(max(first, 0)), self.width(), tokens.ROW_HEIGHT
        model, current = self.model(), self._view.currentIndex().row()
        for row in range(first, last + 1) if first >= 0 else ():
            if row == current:
                painter.fillRect(0, y, width, height, self.here_colour)
            painter.setPen(self._text)
            number = model.headerData(row, Qt.Orientation.Vertical)
            painter.drawText(QRect(0, y, width - 1, height - 1), Qt.AlignmentFlag.AlignCenter, number)
            painter.setPen(self._line)
            painter.drawLine(0, y + height - 1, width, y + height - 1)
            y += height
        painter.setPen(self._line)
        painter.drawLine(width - 1, area.top(), width - 1, area.bottom())
        painter.end()


class CoveredHeader(QHeaderView):
    """Stands under the columns that stay and keeps their place free: nobody sees it, so it paints nothing."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        # Moved along with the rows, it would have all that stands above and below it painted anew, in full.
        self.viewport().hide()

    def sizeHint(self) -> QSize:
        # Its width is fixed; Qt would ask the model for the texts of two hundred rows to find one.
        return QSize(self.minimumWidth(), 0)


class FrozenColumns(QTableView):
    """It takes no focus: keys go to the grid, and so does every press of the mouse.

    It never scrolls by itself either: it stands where the grid stands, whatever its own size says.
    """

    def __init__(self, grid: QTableView, host: Host) -> None:
        super().__init__(grid)
        self._host = host
        self.numbers = RowNumbers(self)
        self.setVerticalHeader(self.numbers)
        self.setObjectName("frozen")
        self.setStyleSheet(
            f"#frozen {{ border: none; border-right: 1px solid #B9C2CD; background: {tokens.PANEL}; }}"
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(grid)
        self.setAutoScroll(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._host.paint_part(self, event.rect())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._host.keep_level()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        self._host.scrollTo(index, hint)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._host.wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._host.take_press(self.indexAt(event.position().toPoint()), event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._host.take_drag(event)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._host.end_drag()

    def edit(self, index: QModelIndex, *how: object) -> bool:  # type: ignore[override]
        return self._host.edit(index, *how)

    def begin(self, index: QModelIndex, *how: object) -> bool:
        """Open the editor here: what the grid answers to `edit`."""
        return bool(QTableView.edit(self, index, *how))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self._host.may_close(editor, hint):
            super().closeEditor(editor, hint)

    def selectAll(self) -> None:
        self._host.select_everything()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._host.keyPressEvent(event)
