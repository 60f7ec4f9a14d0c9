"""Undo and Esc in an editor whose text is saved when it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class SavedText(QObject):
    """While nothing is being typed, Ctrl+Z means the last step in the ledger, not the last key here.

    `is_saved` says whether the editor shows what is saved; `restore` brings that back: Esc asks for it.
    """

    def __init__(
        self, editor: QWidget, is_saved: Callable[[], bool], restore: Callable[[], object] | None = None
    ) -> None:
        super().__init__(editor)
        self._is_saved, self._restore = is_saved, restore
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event) and self._is_saved():
                event.ignore()
                return True
            escaped = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
            if escaped and self._restore and not self._is_saved():
                self._restore()
                return True
        return super().eventFilter(watched, event)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
