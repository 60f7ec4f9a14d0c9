"""Chinese as it is really typed: QTest knows only Latin keys, an input method commits words."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(widget: QWidget, words: str) -> None:
    """Let an input method compose `words` at a widget, then commit them to whoever has the keyboard by then."""
    QApplication.sendEvent(widget, QInputMethodEvent(words, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)
