"""A few lines to fill in beside the table, in place of a dialog: Enter goes on and does it at the end, Esc closes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.day_box import DayBox
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.dates import read_date

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the form. `kind`: text, name (of a person or unit: a date there is doubted), day, choice (with
    `choices`; other words are taken too) or check.

    `needed` is what is said when it is left empty; `hint` stands in the empty line.
    """

    key: str
    label: str
    kind: str = "text"
    text: str = ""
    needed: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()


def usual_day(desk: Desk) -> str:
    """The day (ISO) proposed for what is noted: today, or in work on a past month the last day looked at."""
    return min(desk.as_of, dt.date.today().isoformat())  # noqa: DTZ011 - the officer's own calendar


class EntryForm(QFrame):
    """`submitted(texts by key)` when it is done; `closed()` when it was given up. Hidden until `ask`."""

    submitted = Signal(dict)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self.setStyleSheet(
            f"#entry {{ background: {tokens.GROUND}; border: 1px solid {tokens.ACCENT}; border-radius: 4px; }}"
        )
        self.heading = QLabel()
        self.heading.setStyleSheet("font-weight: 600;")
        self.heading.setWordWrap(True)
        self.note, self.doubt = QLabel(), QLabel()
        for label, colour in ((self.note, tokens.YELLOW), (self.doubt, tokens.RED)):
            label.setWordWrap(True)
            label.setStyleSheet(f"color: {colour};")
        self._note = ""
        self.done = named(QPushButton(), "primary")
        self.shut = QPushButton(self.tr("取消（Esc）"))
        self.done.clicked.connect(self.submit)
        self.shut.clicked.connect(self.close_form)
        self._lines: Sequence[Line] = ()
        self._offered: list[str] = []
        self._proposed: set[str] = set()
        self.edits: dict[str, QLineEdit | SteadyCombo | QCheckBox] = {}
        self._holder = QWidget()
        self._foot = QWidget()
        buttons = QHBoxLayout(self._foot)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        buttons.addWidget(self.done)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 8)
        self._column.setSpacing(6)
        for widget in (self.heading, self._holder, self.note, self.doubt, self._foot):
            self._column.addWidget(widget)
        self.hide()

    def ask(self, heading: str, verb: str, lines: Sequence[Line], first: str = "", note: str = "") -> None:
        """Show these lines; the keyboard goes to the line `first`, or the first one. `note` is a warning to begin with."""
        self._lines, self._note = lines, note
        self._proposed.clear()
        self.heading.setText(heading)
        self.done.setText(verb)
        self.doubt.hide()
        self._rebuild(lines)
        self._offered = self._written()
        self._warn()
        self.show()
        self.edits[first or lines[0].key].setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> dict[str, str]:
        """What is written in the lines, by key; a check that is set is 是."""
        return {key: _text(edit) for key, edit in self.edits.items()}

    def propose(self, key: str, text: str) -> None:
        """Fill in the choice `key` if it is still empty: once, so that a proposal cleared by hand does not come back."""
        box = self.edits[key]
        if isinstance(box, SteadyCombo) and text and not box.currentText() and key not in self._proposed:
            self._proposed.add(key)
            box.setCurrentText(text)

    def is_begun(self) -> bool:
        """Whether it is open and says something else than it was opened with."""
        return not self.isHidden() and self._written() != self._offered

    def begun_name(self) -> str:
        """What the form is for."""
        return self.heading.text()

    def remind(self) -> None:
        """Say that what is written here is still to be done or given up."""
        self.doubt.setText(
            self.tr("这里填写的内容还没有办：请按“{verb}”，或按 Esc 放弃").format(verb=self.done.text())
        )
        self.doubt.show()

    def submit(self) -> None:
        """Hand over what is written, unless something needed is missing: then say so there."""
        texts = self.texts()
        for line in self._lines:
            if line.needed and not texts[line.key]:
                self.refuse(line.needed, line.key)
                return
        self.submitted.emit(texts)

    def refuse(self, reason: str, key: str) -> None:
        """Say what is missing and go to its line."""
        self.doubt.setText(reason)
        self.doubt.show()
        self.edits[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Give up what is written."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_form()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _go_on(self, watched: QObject) -> None:
        """To the next line; from the last one, or with what is needed written, it is done."""
        edits = list(self.edits.values())
        if isinstance(watched, DayBox):
            wrong = bool(watched.text()) and read_date(watched.text()) is None
            watched.editingFinished.emit()
            if wrong:
                return
        if watched is edits[-1]:
            self.submit()
        else:
            self._to_next(watched)

    def _to_next(self, watched: QObject) -> None:
        edits = list(self.edits.values())
        place = next(n for n, edit in enumerate(edits) if edit is watched)
        for edit in edits[place + 1 : place + 2]:
            edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _warn(self) -> None:
        """Say what looks odd in what is written: nothing of it is refused."""
        told = [self._note] if self._note else []
        for line in self._lines:
            text = _text(self.edits[line.key])
            if line.kind == "name" and read_date(text) is not None:
                told.append(self.tr("“{text}”像是日期，请核对{label}").format(text=text, label=line.label))
        self.note.setText("\n".join(f"▲ {each}" for each in told))
        self.note.setVisible(bool(told))

    def _written(self) -> list[str]:
        # As it stands in the lines: also a day that is only half written.
        return [edit.text() if isinstance(edit, DayBox) else _text(edit) for edit in self.edits.values()]

    def _make(self, line: Line) -> QLineEdit | SteadyCombo | QCheckBox:
        if line.kind == "check":
            check = QCheckBox(line.label)
            check.setChecked(bool(line.text))
            return check
        if line.kind == "day":
            day = DayBox()
            day.set_day(line.text)
            day.refused.connect(lambda text: self.refuse(self._no_day(text), line.key))
            day.setAccessibleName(line.label)
            return day
        if line.kind == "choice":
            box = SteadyCombo()
            box.setEditable(True)
            box.addItems(list(line.choices))
            box.setCurrentText(line.text)
            box.setAccessibleName(line.label)
            # Enter in its open list says what Enter in the box says; at the end there is still the button.
            box.activated.connect(lambda: self._to_next(box))
            return box
        edit = QLineEdit(line.text)
        edit.setPlaceholderText(line.hint)
        edit.setAccessibleName(line.label)
        if line.kind == "name":
            edit.editingFinished.connect(self._warn)
        return edit

    def _no_day(self, text: str) -> str:
        return self.tr("“{text}”不是日期，请写成 2024-03-31 的形式").format(text=text)

    def _rebuild(self, lines: Sequence[Line]) -> None:
        # A holder of its own each time: a key pressed in a line may be what opens the next form.
        old, self._holder = self._holder, QWidget()
        form = QFormLayout(self._holder)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(5)
        self.edits = {line.key: self._make(line) for line in lines}
        for line in lines:
            edit = self.edits[line.key]
            edit.installEventFilter(self)
            if isinstance(edit, QCheckBox):
                form.addRow("", edit)
            else:
                label = QLabel(line.label)
                label.setBuddy(edit)
                form.addRow(label, edit)
        self._column.replaceWidget(old, self._holder)
        old.hide()
        old.deleteLater()
        before: QWidget = self.edits[lines[-1].key]
        for button in (self.done, self.shut):
            QWidget.setTabOrder(before, button)
            before = button


def _text(edit: QLineEdit | SteadyCombo | QCheckBox) -> str:
    if isinstance(edit, QCheckBox):
        return "是" if edit.isChecked() else ""
    if isinstance(edit, DayBox):
        return edit.day if edit.text() else ""
    return (edit.currentText() if isinstance(edit, SteadyCombo) else edit.text()).strip()


def filled(texts: Mapping[str, str]) -> dict[str, str]:
    """The lines that say something."""
    return {key: text for key, text in texts.items() if text}
