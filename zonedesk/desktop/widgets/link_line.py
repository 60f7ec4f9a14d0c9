"""A sentence of words and numbers; a number that counts rows opens them, by mouse or by Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from zonedesk.desktop import tokens

SHEET = f"""
QPushButton#number, QPushButton#bignumber {{ border: none; background: transparent; padding: 0;
    min-height: 0; border-radius: 2px; }}
QPushButton#number:hover, QPushButton#bignumber:hover {{ color: {tokens.ACCENT}; text-decoration: underline; }}
QPushButton#number:focus, QPushButton#bignumber:focus {{ color: {tokens.ACCENT}; text-decoration: underline;
    background: {tokens.SELECTED}; border: none; padding: 0; }}
QPushButton#number[besidebig="true"], QPushButton#number[besidebig="true"]:focus, QLabel[besidebig="true"] {{
    padding-bottom: 5px; }}
QPushButton#bignumber {{ font-size: {tokens.FIGURE_PT}pt; font-weight: 600; }}
"""


@dataclass(frozen=True, slots=True)
class Link:
    """The projects that a number counts, and what to call them when they are opened."""

    title: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the sentence. With `link` it can be opened; `tip` says the basis it was counted by."""

    text: str
    link: Link | None = None
    tip: str = ""
    big: bool = False
    second: bool = False
    colour: str = ""
    gap: int = 0


class NumberButton(QPushButton):
    """A number that opens the rows behind it."""

    opened = Signal(str, list)

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setObjectName("bignumber" if part.big else "number")
        self._link: Link | None = None
        self.clicked.connect(self._open)

    def show_part(self, part: Part) -> None:
        """Take a new text and new rows."""
        self._link = part.link
        self.setText(part.text)
        self.setToolTip(part.tip)
        title = part.link.title if part.link else ""
        self.setAccessibleName(f"{title} {part.text}")
        self.setStyleSheet(f"color: {part.colour};" if part.colour else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._link:
            self.opened.emit(self._link.title, list(self._link.ids))


class LinkLine(QWidget):
    """Parts beside each other. Showing parts of the same make again only changes their texts, so focus stays."""

    opened = Signal(str, list)

    def __init__(self, *, align_right: bool = False) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._align_right = align_right
        self._make: tuple[tuple[bool, bool, bool, int], ...] = ()
        self._widgets: list[NumberButton | QLabel] = []

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts in order."""
        make = tuple((part.link is not None, part.big, part.second, part.gap) for part in parts)
        if make != self._make:
            self._rebuild(parts)
            self._make = make
        for widget, part in zip(self._widgets, parts, strict=True):
            if isinstance(widget, NumberButton):
                widget.show_part(part)
            else:
                widget.setText(part.text)
                widget.setToolTip(part.tip)
                widget.setStyleSheet(f"color: {part.colour};" if part.colour else "")

    def numbers(self) -> list[NumberButton]:
        """The parts that can be opened, in order."""
        return [widget for widget in self._widgets if isinstance(widget, NumberButton)]

    def _rebuild(self, parts: Sequence[Part]) -> None:
        while self._row.count():
            self._row.takeAt(0)
        for widget in self._widgets:
            widget.deleteLater()
        self._widgets = [self._widget(part) for part in parts]
        beside_big = any(part.big for part in parts)
        if self._align_right:
            self._row.addStretch(1)
        for widget, part in zip(self._widgets, parts, strict=True):
            if part.gap:
                self._row.addSpacing(part.gap)
            # The sheet lifts these to the big number's base line.
            widget.setProperty("besidebig", beside_big and not part.big)
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        if not self._align_right:
            self._row.addStretch(1)

    def _widget(self, part: Part) -> NumberButton | QLabel:
        if part.link is None:
            label = QLabel()
            if part.second:
                label.setObjectName("second")
            return label
        button = NumberButton(part)
        button.opened.connect(self.opened)
        return button
