"""A line of text that never widens its window: what does not fit ends in “…”."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

# What a line measures is rounded, and half a pixel too little would cost it two characters.
_SPARE = 2


class OneLine(QLabel):
    """A label for text of any length, such as one with a record's name in it; `text()` is the whole of it."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""

    def setText(self, text: str) -> None:
        self._whole = text
        self._fit()
        self.updateGeometry()

    def text(self) -> str:
        return self._whole

    def clear(self) -> None:
        self.setText("")

    def sizeHint(self) -> QSize:
        room = self.width() - self.contentsRect().width()
        wanted = self.fontMetrics().horizontalAdvance(self._flat()) + room + 2 * self.margin() + _SPARE
        return QSize(wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _flat(self) -> str:
        return " ".join(self._whole.split())

    def _fit(self) -> None:
        width = self.contentsRect().width() - 2 * self.margin()
        super().setText(self.fontMetrics().elidedText(self._flat(), Qt.TextElideMode.ElideRight, width))
