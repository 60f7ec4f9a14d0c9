"""A box of words to search is left downwards: to the rows that its words leave."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_DOWNWARDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}


class LeaveBox(QObject):
    """Calls `go` when Enter or Down is pressed in `box`."""

    def __init__(self, box: QLineEdit, go: Callable[[], object]) -> None:
        super().__init__(box)
        self._go = go
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _DOWNWARDS
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self._go()
            return True
        return super().eventFilter(watched, event)
