"""The list of words that drops from under an editor: one Enter takes a word and ends the editing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

Finish = Callable[[QWidget, tuple[int, int]], None]
_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class WordList(QObject):
    """Calls `finish(editor, (down, right))` when a key or the mouse has ended the choice.

    By itself Qt closes the list and stays in the editor, so that each word would take a second Enter.
    """

    def __init__(self, editor: QWidget, completer: QCompleter, finish: Finish) -> None:
        super().__init__(editor)
        self._editor, self._finish = editor, finish
        self._list = completer.popup()
        self._list.installEventFilter(self)
        completer.activated.connect(self._on_chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
            )
            if step is not None and not held:
                back = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
                self._end((step[0] * back, step[1]))
                return True
        return super().eventFilter(watched, event)

    def _end(self, step: tuple[int, int]) -> None:
        chosen = self._list.currentIndex()
        if chosen.isValid():
            self._editor.setText(chosen.data())  # type: ignore[attr-defined]
        self._list.hide()
        # A word from the list is taken in its place, as from any list; one that was typed goes on as typing does.
        self._finish(self._editor, (0, step[1]) if chosen.isValid() else step)

    def _on_chosen(self, word: str) -> None:
        self._editor.setText(word)  # type: ignore[attr-defined]
        self._finish(self._editor, (0, 0))
