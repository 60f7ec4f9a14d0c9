"""Answers laid ready for the questions that the app asks in dialogs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from zonedesk.desktop.prompts import Prompts


class ReadyPrompts(Prompts):
    """Gives its answers and remembers what it was asked."""

    def __init__(
        self,
        *,
        opened: Path | None = None,
        saved: Path | None = None,
        texts: tuple[str | None, ...] = (),
        printer: QPrinter | None = None,
    ) -> None:
        self.opened, self.saved, self.texts, self.ready_printer = opened, saved, list(texts), printer
        self.asked: list[str] = []

    def open_file(self, parent: QWidget, title: str, kinds: str, folder: str = "") -> Path | None:
        self.asked.append(title)
        return self.opened

    def save_file(self, parent: QWidget, title: str, kinds: str, proposal: str) -> Path | None:
        self.asked.append(proposal)
        return self.saved

    def folder(self, parent: QWidget, title: str) -> Path | None:
        self.asked.append(title)
        return self.opened

    def text(self, parent: QWidget, title: str, label: str, *, secret: bool = False) -> str | None:
        self.asked.append(label)
        return self.texts.pop(0) if self.texts else None

    def printer(self, parent: QWidget, pages: int) -> QPrinter | None:
        self.asked.append(str(pages))
        return self.ready_printer
