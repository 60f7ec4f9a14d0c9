"""The panel beside a book of problems or supervised matters: the chosen row, what can be done with it, its record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.duties.form import EntryForm, Line
from zonedesk.desktop.widgets.named import named

PANEL_WIDTH = 344
_BUTTONS_A_ROW, _SHORT, _FOOT_HEIGHT = 3, 4, 96


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a button and a key do with the row: `can` says whether it can be done now (`why`, what is to be
    said if it cannot), `writes` whether it changes the ledger."""

    key: str
    label: str
    tip: str
    can: Callable[[Row], bool]
    run: Callable[[Row], Any]
    writes: bool = True
    why: Callable[[Row], str] | None = None

    @property
    def letter(self) -> str:
        """The letter of its key, as the button shows it."""
        return self.key.rpartition("+")[2]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the panel says of a row: two lines at the head, a line of its state with its colour, labelled facts."""

    project: str
    title: str
    state: str
    colour: str
    facts: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...] = ()


@runtime_checkable
class Foot(Protocol):
    """What stands at the foot of the panel: the record, or the terms of duty."""

    heading: QLabel

    def show_row(self, row: Row) -> None:
        """Show what belongs to a row."""

    def setVisible(self, visible: bool) -> None:
        """Be seen or not."""


class CasePanel(QFrame):
    """Shows a row and what can be done with it, once it is told how (`serve`). `left()` when the keyboard should go back to the table."""

    left = Signal()

    def __init__(self, nothing: str, foot: QWidget, width: int = PANEL_WIDTH) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setFixedWidth(width)
        self._facts_of: Callable[[Row], Facts] | None = None
        self._nothing = nothing
        self._row: Row | None = None
        self._writable = True
        self._waiting: tuple[Row | None, bool] | None = None
        self.project, self.heading, self.state = QLabel(), QLabel(), QLabel()
        self.facts, self.warnings = QLabel(), QLabel()
        self.project.setObjectName("second")
        self.heading.setStyleSheet("font-weight: 600;")
        self.warnings.setStyleSheet(f"color: {tokens.YELLOW};")
        for label in (self.project, self.heading, self.state, self.facts, self.warnings):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.form = EntryForm()
        self.form.closed.connect(self._on_form_closed)
        assert isinstance(foot, Foot)
        self.foot = foot
        self.acts: list[Act] = []
        self.buttons: dict[str, QPushButton] = {}
        self._button_box = QWidget()
        self._grid = QGridLayout(self._button_box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(5)
        self._lay_out(foot)

    def serve(self, facts_of: Callable[[Row], Facts], acts: Sequence[Act]) -> None:
        """Say what is told of a row, and what can be done with it, in the order of the buttons."""
        self._facts_of, self.acts = facts_of, list(acts)
        for number, act in enumerate(acts):
            button = QPushButton(f"{act.label}(&{act.letter})")
            # The letter stays underlined; the key itself is bound by the page: two that hear it would cancel out.
            button.setShortcut(QKeySequence())
            button.setAccessibleName(act.label)
            button.setStyleSheet("padding-left: 4px; padding-right: 4px;")
            button.clicked.connect(lambda _=False, key=act.key: self.do(key))
            self.buttons[act.key] = button
            self._grid.addWidget(button, number // _BUTTONS_A_ROW, number % _BUTTONS_A_ROW)

    def do(self, key: str) -> None:
        """Do what a key stands for, if it can be done with the row."""
        act = next((each for each in self.acts if each.key == key), None)
        if act is None or self._row is None or not self._can(act, self._row):
            return
        # The row that is chosen may be another one than that of the form.
        if self._waiting is None or self.is_free():
            act.run(self._row)

    def is_free(self) -> bool:
        """Whether no form is begun; if one is, the keyboard goes to it, and it says so."""
        if not self.form.is_begun():
            return True
        self.form.remind()
        next(iter(self.form.edits.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def show_row(self, row: Row | None, *, writable: bool = True) -> None:
        """Show a row, or that none is chosen; while a form is begun for another row, only once that is done."""
        if row is None or self._row is None or row["id"] != self._row["id"]:
            if self.form.is_begun():
                self._waiting = (row, writable)
                self.form.remind()
                return
            self.form.hide()
        self._waiting = None
        self._row, self._writable = row, writable
        there = row is not None
        for widget in (self.project, self.state, self.facts, self.foot.heading, self.foot):
            widget.setVisible(there)
        for act in self.acts:
            self._show_button(act, row)
        if row is None or self._facts_of is None:
            self.heading.setText(self._nothing)
            self.warnings.hide()
            return
        told = self._facts_of(row)
        self.project.setText(told.project)
        self.project.setVisible(bool(told.project))
        self.heading.setText(told.title)
        self.state.setText(told.state)
        self.state.setStyleSheet(f"color: {told.colour}; font-weight: 600;" if told.colour else "")
        self.facts.setText(_table(told.facts))
        self.warnings.setText("\n".join(f"▲ {each}" for each in told.warnings))
        self.warnings.setVisible(bool(told.warnings))
        self.foot.show_row(row)
        self._make_room(0 if self.form.isHidden() else len(self.form.edits))

    def show_new(self, heading: str) -> None:
        """Make room for the form of a new row."""
        self.show_row(None, writable=self._writable)
        self.heading.setText(heading)

    def row(self) -> Row | None:
        """The row that is shown."""
        return self._row

    def open_form(
        self, heading: str, verb: str, lines: Sequence[Line], first: str = "", note: str = ""
    ) -> None:
        """Open the form, with a warning to begin with if one is given; a long one first gets the room it needs."""
        self._make_room(len(lines))
        self.form.ask(heading, verb, lines, first, note)
        # Once the form has its place.
        QTimer.singleShot(0, self.form, lambda: self._scroll.ensureWidgetVisible(self.form))

    def _show_button(self, act: Act, row: Row | None) -> None:
        button, can = self.buttons[act.key], row is not None and self._can(act, row)
        button.setVisible(row is not None)
        button.setEnabled(can)
        why = act.why(row) if act.why and row is not None and not can else ""
        button.setToolTip(f"{act.tip}（{act.key}）" + (f"\n{why}" if why else ""))

    def _can(self, act: Act, row: Row) -> bool:
        return (self._writable or not act.writes) and act.can(row)

    def _make_room(self, lines: int = 0) -> None:
        """The form takes the place of the buttons; a long one stands alone."""
        there = self._row is not None and lines <= _SHORT
        self._button_box.setVisible(there and not lines)
        for widget in (self.facts, self._rule, self.foot.heading, self.foot):
            widget.setVisible(there)

    def _on_form_closed(self) -> None:
        self._make_room()
        if self._waiting is not None:
            row, writable = self._waiting
            self.show_row(row, writable=writable)
        self.left.emit()

    def _lay_out(self, foot: QWidget) -> None:
        self._rule = rule()
        foot.setMinimumHeight(_FOOT_HEIGHT)
        inside = QWidget()
        inside.setObjectName("inside")
        inside.setStyleSheet(f"#inside {{ background: {tokens.PANEL}; }}")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        told = (self.project, self.heading, self.state, self.facts, self.warnings)
        for widget in (*told, self._button_box, self.form, self._rule, self.foot.heading):
            column.addWidget(widget)
        column.addWidget(foot, 1)
        # Where the foot is hidden, what is above it stays above.
        column.addStretch()
        # However much there is to tell of a row, the panel never asks for a taller window.
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._scroll)


def rule() -> QWidget:
    """A thin line between two parts of a panel."""
    line = named(QFrame(), "line")
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {tokens.LINE}; border: none;")
    return line


def _table(facts: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td style='color:{tokens.SECOND};padding:1px 8px 1px 0;white-space:nowrap'>{escape(label)}</td>"
        f"<td style='padding:1px 0'>{escape(text)}</td></tr>"
        for label, text in facts
        if text
    )
    return f"<table cellspacing='0' cellpadding='0'>{rows}</table>"
