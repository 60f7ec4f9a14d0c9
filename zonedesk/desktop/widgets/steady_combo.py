"""A combo box that changes only on purpose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

_OPENING = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_PASSING = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SteadyCombo(QComboBox):
    """Its value changes by its open list (or by typing, if editable): wheel and paging go to what is behind it.

    Up and Down open the list, as Alt+Down and F4 do.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past a list must not change what is chosen in it.
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PASSING:
            event.ignore()
        elif event.key() in _OPENING:
            self.showPopup()
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and not self.isEditable():
            event.ignore()
        else:
            super().keyPressEvent(event)
