"""The few modal questions there are, in one place, so that tests can answer them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget


class Prompts:
    """Asks the officer. Handed to whoever needs it; tests hand in one with ready answers."""

    def open_file(self, parent: QWidget, title: str, kinds: str, folder: str = "") -> Path | None:
        """A file to read, or None."""
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
        return Path(name) if name else None

    def save_file(self, parent: QWidget, title: str, kinds: str, proposal: str) -> Path | None:
        """A file to write, or None; the system's dialog asks before overwriting."""
        name, _ = QFileDialog.getSaveFileName(parent, title, proposal, kinds)
        return Path(name) if name else None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder, or None."""
        name = QFileDialog.getExistingDirectory(parent, title)
        return Path(name) if name else None

    def text(self, parent: QWidget, title: str, label: str, *, secret: bool = False) -> str | None:
        """A line of text, or None if the officer backed out."""
        echo = QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal
        value, agreed = QInputDialog.getText(parent, title, label, echo)
        return value if agreed else None

    def printer(self, parent: QWidget, pages: int) -> QPrinter | None:
        """A printer set to the pages wanted of `pages`, or None if the officer backed out."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None

    def tell(self, parent: QWidget, title: str, message: str) -> None:
        """Something that must be read before going on."""
        QMessageBox.information(parent, title, message)
