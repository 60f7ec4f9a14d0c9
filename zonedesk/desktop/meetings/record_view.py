"""The record of a meeting: who was there, what was said, what was decided. Saved when a box is left."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.columns import field_of
from zonedesk.ops import edit

_LINES, _TEXTS = ("host", "place", "attendees"), ("decisions", "minutes")


class NoteBox(QPlainTextEdit):
    """A text of several lines; `left()` when the keyboard goes elsewhere. Tab goes on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class RecordView(QWidget):
    """Boxes for the meeting that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row: Row | None = None
        self.lines = {key: QLineEdit() for key in _LINES}
        self.texts = {key: NoteBox() for key in _TEXTS}
        form = QFormLayout()
        form.setVerticalSpacing(6)
        for key, line in self.lines.items():
            label = field_of("meeting", key).label
            line.setAccessibleName(label)
            line.editingFinished.connect(lambda key=key: self._save(key))
            form.addRow(label, line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(form)
        for key, box in self.texts.items():
            name = named(QLabel(field_of("meeting", key).label), "second")
            name.setBuddy(box)
            box.setAccessibleName(name.text())
            box.left.connect(lambda key=key: self._save(key))
            column.addWidget(name)
            column.addWidget(box, 3 if key == "decisions" else 2)
        self.setFocusProxy(self.texts["decisions"])
        desk.closing.connect(self._let_go)

    def show_row(self, row: Row | None) -> None:
        """Show a meeting's record; what is being typed for the one before is saved first."""
        if self._row is not None and (row is None or row["id"] != self._row["id"]):
            self.save()
        same = self._row is not None and row is not None and row["id"] == self._row["id"]
        self._row = row
        writable = row is not None and self._desk.session.writable
        for key in (*_LINES, *_TEXTS):
            box = self._box(key)
            box.setReadOnly(not writable)
            if not (same and box.hasFocus()):
                self._put(key, str(row[key] or "") if row else "")

    def save(self) -> None:
        """Write what was typed and not yet saved."""
        for key in (*_LINES, *_TEXTS):
            self._save(key)

    def _let_go(self) -> None:
        """Save, and hold no meeting any more: a box is also left when its window goes, after the ledger has."""
        self.save()
        self._row = None

    def _save(self, key: str) -> None:
        row, text = self._row, self._text(key)
        if row is None or text == str(row[key] or "") or self._box(key).isReadOnly():
            return
        # Known before it is written: the change comes back to this view at once.
        row[key] = text
        of = field_of("meeting", key)
        self._desk.type_in(edit.set_field, of, text, table="meeting", row_id=row["id"], key=key)

    def _box(self, key: str) -> QLineEdit | QPlainTextEdit:
        return self.lines[key] if key in self.lines else self.texts[key]

    def _text(self, key: str) -> str:
        return (self.lines[key].text() if key in self.lines else self.texts[key].toPlainText()).strip()

    def _put(self, key: str, text: str) -> None:
        if self._text(key) == text:
            return
        if key in self.lines:
            self.lines[key].setText(text)
            self.lines[key].setCursorPosition(0)
        else:
            self.texts[key].setPlainText(text)
