"""What is still being typed when a window is to be closed: written down first; what cannot be is told, once."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.duties.form import EntryForm


class Leaving(QObject):
    """Asked before a window goes: editors and boxes write what they hold, begun forms keep the window once."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._told: list[tuple[EntryForm, dict[str, str]]] = []

    def begun(self) -> list[EntryForm]:
        """The open forms in which something was written that is not in the ledger yet."""
        return [form for form in self._window.findChildren(EntryForm) if form.is_begun()]

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
        begun = [(form, form.texts()) for form in self.begun()]
        if not begun or begun == self._told:
            return True
        self._told = begun
        if here is not None:
            here.setFocus()
        text = self.tr("“{form}”填了一半，还没有写入台账。请先填完，或按 Esc 取消；再关闭一次则不保存。")
        self._desk.failed.emit(text.format(form=begun[0][0].heading.text()))
        return False
