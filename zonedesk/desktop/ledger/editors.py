"""Editors for one field, the same in the grid and in the record panel: text in, text out."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from zonedesk.domain.columns import TRACKS
from zonedesk.domain.fields import Field, Kind
from zonedesk.store.reader import Reader


class ChoiceBox(QComboBox):
    """A list to choose from that takes other text too: the office has its own words."""

    def __init__(self, parent: QWidget | None, choices: list[str]) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(choices)
        self.setCurrentIndex(-1)
        self.setMaxVisibleItems(16)
        completer = QCompleter(choices, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        # The box has the frame; a second one inside it would push the text down.
        self.line.setStyleSheet(
            "border: none; padding: 0; margin: 0; min-height: 0; background: transparent;"
        )
        self.setCompleter(completer)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past a list must not change what is chosen in it.
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.showPopup()
        elif event.key() != Qt.Key.Key_Up:
            super().keyPressEvent(event)

    def text(self) -> str:
        return self.currentText()

    def setText(self, text: str) -> None:
        self.setCurrentIndex(self.findText(text))
        self.setEditText(text)


class LongText(QPlainTextEdit):
    """Several lines. Enter is left to whoever holds it; Alt+Enter begins a new line, as in Excel."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:
        self.setPlainText(text)
        self.document().setModified(False)


def make_editor(parent: QWidget | None, field: Field, choices: list[str]) -> QWidget:
    """An editor for `field`; it has `text()` and `setText(str)`."""
    if field.kind is Kind.LONG_TEXT:
        return LongText(parent)
    if field.kind in {Kind.CHOICE, Kind.BOOL} or field.ref in {"zone", "batch"}:
        return ChoiceBox(parent, choices)
    line = QLineEdit(parent)
    if choices:
        completer = QCompleter(choices, line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
    return line


def offer(editor: QWidget, choices: list[str]) -> None:
    """Let an editor offer other words; what stands in it stays."""
    if isinstance(editor, ChoiceBox):
        text = editor.text()
        editor.clear()
        editor.addItems(choices)
        editor.setText(text)
    completer = editor.completer() if isinstance(editor, QLineEdit | ChoiceBox) else None
    if completer is not None:
        completer.setModel(QStringListModel(choices, completer))


def choices_for(reader: Reader, field: Field) -> list[str]:
    """The words a field's editor offers."""
    if field.kind is Kind.BOOL:
        return ["是", "否"]
    if field.kind is Kind.REF:
        return list(reader.names(field.ref).values())
    if field.key == "track":
        return list(TRACKS.values())
    return list(field.choices)
