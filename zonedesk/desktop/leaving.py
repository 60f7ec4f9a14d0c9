"""What is still being typed when a window is to be closed: written down first; what cannot be is told, once."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zonedesk.desktop.desk import Desk


@runtime_checkable
class Begun(Protocol):
    """A part of a page in which something may stand that is not in the ledger yet."""

    def is_begun(self) -> bool:
        """Whether something does."""

    def texts(self) -> dict[str, str]:
        """What stands there, by key."""

    def begun_name(self) -> str:
        """What the officer calls it."""


class Leaving(QObject):
    """Asked before a window goes: editors and boxes write what they hold, begun forms keep the window once."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._told: list[tuple[QWidget, dict[str, str]]] = []

    def begun(self) -> list[QWidget]:
        """The parts of the pages in which something was written that is not in the ledger yet."""
        parts = (part for part in self._window.findChildren(QWidget) if isinstance(part, Begun))
        return [part for part in parts if part.is_begun()]

    def may_go(self) -> bool:
        """Write what can be written. False, and why is told, if something refused it or a form is half filled in;
        asked again with the same texts standing there, they are given up."""
        refused: list[str] = []
        listening = self._desk.failed.connect(refused.append)
        here = self._window.focusWidget()
        if here is not None:
            # An editor writes when the keyboard leaves it.
            here.clearFocus()
        self._desk.failed.disconnect(listening)
        if refused:
            return False
        begun: list[tuple[QWidget, dict[str, str]]] = [
            (part, part.texts()) for part in self.begun() if isinstance(part, Begun)
        ]
        if not begun or begun == self._told:
            return True
        self._told = begun
        if here is not None:
            here.setFocus()
        first = begun[0][0]
        name = first.begun_name() if isinstance(first, Begun) else ""
        text = self.tr("“{form}”的内容还没有写入台账。请先保存或填完，或取消填写；再关闭一次则不保存。")
        self._desk.failed.emit(text.format(form=name))
        return False
