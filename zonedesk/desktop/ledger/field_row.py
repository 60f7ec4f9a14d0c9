"""One field of the record panel: its label, its marks, and an editor that saves when it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.editors import ChoiceBox, LongText, make_editor
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.fields import Field

# Returns whether the text was taken; a refusal has been told by then.
Save = Callable[[Field, str], bool]
_LABEL_WIDTH, _LONG_HEIGHT = 124, 64


class FieldRow(QObject):
    """Enter and leaving save, Esc brings the old text back. A refused text stays on the screen."""

    def __init__(self, field: Field, choices: list[str], save: Save, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._save = save
        self._was = ""
        self.label = named(QLabel(field.label), "second")
        self.label.setFixedWidth(_LABEL_WIDTH)
        self.label.setWordWrap(True)
        self.editor = make_editor(parent, field, choices)
        self.editor.setAccessibleName(field.label)
        self.label.setBuddy(self.editor)
        if isinstance(self.editor, LongText):
            self.editor.setFixedHeight(_LONG_HEIGHT)
        if isinstance(self.editor, ChoiceBox):
            self.editor.activated.connect(self.save)
            self.editor.setMinimumContentsLength(4)
        self._listened: QWidget = self.editor.line if isinstance(self.editor, ChoiceBox) else self.editor
        self._listened.installEventFilter(self)

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put label and editor into a line of a grid layout."""
        top = (
            Qt.AlignmentFlag.AlignTop if isinstance(self.editor, LongText) else Qt.AlignmentFlag.AlignVCenter
        )
        grid.addWidget(self.label, row, 0, top)
        grid.addWidget(self.editor, row, 1)

    def show(self, text: str, *, label: str, unfit: bool, missing: bool, writable: bool) -> None:
        """Show a value with its marks; what is just being typed is left alone."""
        if text != self._was or not self._listened.hasFocus():
            if text != self._text():
                self.editor.setText(text)  # type: ignore[attr-defined]
            self._was = text
            if isinstance(self._listened, QLineEdit) and not self._listened.hasFocus():
                self._listened.setCursorPosition(0)
        self._mark(label, unfit=unfit, missing=missing)
        if isinstance(self.editor, ChoiceBox):
            self.editor.setEnabled(writable)
        else:
            self.editor.setReadOnly(not writable)  # type: ignore[attr-defined]

    def save(self) -> None:
        """Write what was typed, if it differs."""
        text = self._text()
        if text != self._was and self._save(self.field, text):
            self._was = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() is not Qt.FocusReason.PopupFocusReason:
                self.save()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._text() == self._was and _is_undo(event):
                # Nothing is being typed: Ctrl+Z means the last step in the ledger, not the last key here.
                event.ignore()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if isinstance(self.editor, LongText) and event.modifiers() & (
                Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
            ):
                self.editor.insertPlainText("\n")
                return True
            self.save()
            return True
        if event.key() == Qt.Key.Key_Escape and self._text() != self._was:
            self.editor.setText(self._was)  # type: ignore[attr-defined]
            return True
        return False

    def _text(self) -> str:
        return str(self.editor.text())  # type: ignore[attr-defined]

    def _mark(self, label: str, *, unfit: bool, missing: bool) -> None:
        mark, tip = "", ""
        if unfit:
            mark = f" <span style='color:{tokens.RED}'>待核</span>"
            tip = self.tr("按原文保留，格式不符，请核对后改正")
        elif missing:
            mark = f" <span style='color:{tokens.YELLOW}'>▲应填</span>"
            tip = self.tr("本阶段应填")
        self.label.setText(f"<span style='color:{tokens.SECOND}'>{label}</span>{mark}")
        self.label.setToolTip(tip)
        colour = tokens.RED if unfit else tokens.TEXT
        if self.editor.property("colour") != colour:
            self.editor.setProperty("colour", colour)
            self.editor.setStyleSheet(f"color: {colour};" if unfit else "")
        self.editor.setAccessibleDescription(tip)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
