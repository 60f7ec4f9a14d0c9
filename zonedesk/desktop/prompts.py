"""The few modal questions there are, in one place, so that tests can answer them."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox, QStyle, QWidget


class NamesOnly(QAbstractFileIconProvider):
    """Tells a file's kind by its name alone.

    To look into a file, a dialog opens and closes it. Where locks belong to the process (POSIX), closing any handle of
    the open ledger lets go of SQLite's locks on it: another program could then fold away what is being written.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        style = widget.style()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    def icon(self, which: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        if isinstance(which, QFileInfo):
            return self._folder if which.isDir() else self._file
        return self._folder if which is QAbstractFileIconProvider.IconType.Folder else self._file

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix().upper()


class Prompts:
    """Asks the officer. Handed to whoever needs it; tests hand in one with ready answers."""

    def open_file(self, parent: QWidget, title: str, kinds: str, folder: str = "") -> Path | None:
        """A file to read, or None."""
        return _chosen(file_dialog(parent, title, kinds, folder))

    def save_file(self, parent: QWidget, title: str, kinds: str, proposal: str) -> Path | None:
        """A file to write, or None; the system's dialog asks before overwriting."""
        dialog = file_dialog(
            parent, title, kinds, str(Path(proposal).parent), mode=QFileDialog.FileMode.AnyFile
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(Path(proposal).name)
        return _chosen(dialog)

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder, or None."""
        dialog = file_dialog(parent, title, mode=QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return _chosen(dialog)

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


def file_dialog(
    parent: QWidget,
    title: str,
    kinds: str = "",
    folder: str = "",
    *,
    mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
) -> QFileDialog:
    """A dialog that opens no file it lists: the system's own where locks belong to handles, else Qt's (see `NamesOnly`)."""
    dialog = QFileDialog(parent, title, folder if folder != "." else "", kinds)
    dialog.setFileMode(mode)
    if sys.platform not in {"win32", "darwin"}:
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        # The dialog does not own it.
        provider = NamesOnly(parent)
        dialog.names_only = provider  # type: ignore[attr-defined]
        dialog.setIconProvider(provider)
    return dialog


def _chosen(dialog: QFileDialog) -> Path | None:
    try:
        agreed = dialog.exec() == QFileDialog.DialogCode.Accepted
        return Path(dialog.selectedFiles()[0]) if agreed and dialog.selectedFiles() else None
    finally:
        dialog.deleteLater()
