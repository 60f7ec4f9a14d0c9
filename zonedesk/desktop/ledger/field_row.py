"""One field of the record panel: its label, its marks, what is wrong with it, and an editor that saves when it is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.icons import icon
from zonedesk.desktop.ledger.editors import ChoiceBox, LongText, make_editor
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.fields import Field
from zonedesk.ops.record_check import Wrong

# Returns whether the text was taken; a refusal has been told by then.
Save = Callable[[Field, str], bool]
HISTORY_KEY = "Ctrl+Shift+H"
_LABEL_WIDTH, _LONG_HEIGHT = 124, 64


class FieldRow(QObject):
    """Enter and leaving save, Esc brings the old text back. A refused text stays on the screen.

    `history_asked(Field)` from the menu of the label or the editor.
    """

    history_asked = Signal(object)

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
        self.label.installEventFilter(self)
        self.note = named(QLabel(), "second")
        self.note.setWordWrap(True)
        self.note.hide()
        if isinstance(self.editor, LongText):
            self.editor.setFixedHeight(_LONG_HEIGHT)
        if isinstance(self.editor, ChoiceBox):
            self.editor.activated.connect(self.save)
            self.editor.setMinimumContentsLength(4)
        self._listened: QWidget = self.editor.line if isinstance(self.editor, ChoiceBox) else self.editor
        self._listened.installEventFilter(self)
        if self._listened is not self.editor:
            # The keyboard is the box's; it passes on to its line what no filter of the line gets to see.
            self.editor.installEventFilter(self)

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put label and editor into a line of a grid layout, what is wrong into the one beneath."""
        top = (
            Qt.AlignmentFlag.AlignTop if isinstance(self.editor, LongText) else Qt.AlignmentFlag.AlignVCenter
        )
        grid.addWidget(self.label, row * 2, 0, top)
        grid.addWidget(self.editor, row * 2, 1)
        grid.addWidget(self.note, row * 2 + 1, 1)

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

    def tell(self, found: list[Wrong]) -> None:
        """Say beneath the editor what is wrong; nothing if nothing is."""
        text = "\n".join(wrong.text for wrong in found)
        colour = tokens.RED if any(wrong.certain for wrong in found) else tokens.YELLOW
        if text != self.note.text():
            self.note.setText(text)
            self.note.setStyleSheet(f"color: {colour};")
        # What stands in the ledger is told; what is just being typed is not known yet.
        self.note.setVisible(bool(text))
        if text:
            self.editor.setAccessibleDescription(text)

    def save(self) -> None:
        """Write what was typed, if it differs."""
        text = self._text()
        if text != self._was and self._save(self.field, text):
            self._was = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self._show_menu(event.globalPos())
            return True
        if watched is self.label:
            return super().eventFilter(watched, event)
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

    def menu(self) -> QMenu:
        """The editor's own menu with the field's history beneath it."""
        own = isinstance(self._listened, QLineEdit | QPlainTextEdit)
        menu = self._listened.createStandardContextMenu() if own else QMenu(self._listened)  # type: ignore[attr-defined]
        menu.addSeparator()
        action = menu.addAction(icon("history"), self.tr("此项沿革\t{key}").format(key=HISTORY_KEY))
        action.triggered.connect(lambda: self.history_asked.emit(self.field))
        return menu

    def _show_menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

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
        if (self.editor.property("colour") or tokens.TEXT) != colour:
            self.editor.setProperty("colour", colour)
            # Named also when all is well: a colour that is only taken away stays in the editor's palette.
            self.editor.setStyleSheet(f"color: {colour};")
        self.editor.setAccessibleDescription(tip)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
