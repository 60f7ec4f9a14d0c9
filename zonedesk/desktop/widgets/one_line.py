"""A line of text that never widens its window: what does not fit ends in “…”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

# What a line measures is rounded, and half a pixel too little would cost it two characters.
_SPARE = 2
# One character by itself at the beginning of the line, or of a part of it.
_SIGN = re.compile(r"(?:(?<=^)|(?<= · ))\S(?= )")


class OneLine(QLabel):
    """A label for text of any length, such as one with a record's name in it; `text()` is the whole of it.

    `signs` gives the colours of signs that may stand before one of its parts, as a light does before its word.
    """

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.signs: Mapping[str, str] = {}

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
        text = self.fontMetrics().elidedText(self._flat(), Qt.TextElideMode.ElideRight, width)
        coloured = _SIGN.sub(self._in_colour, escape(text)) if self.signs else text
        # What is not coloured stays plain text: a name with “<b>” in it is a name.
        self.setTextFormat(Qt.TextFormat.RichText if self.signs else Qt.TextFormat.PlainText)
        super().setText(coloured)

    def _in_colour(self, sign: re.Match[str]) -> str:
        colour = self.signs.get(sign[0])
        return f'<span style="color: {colour}">{sign[0]}</span>' if colour else sign[0]
