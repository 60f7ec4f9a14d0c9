"""A card of figures: what it is, a note at the right, and lines that read as sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from zonedesk.desktop.widgets.link_line import LinkLine, NumberButton, Part
from zonedesk.desktop.widgets.named import named


class FigureCard(QFrame):
    """`opened(title, ids)` when a number in it is opened."""

    opened = Signal(str, list)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.label, self.note = QLabel(), named(QLabel(), "second")
        self.label.setStyleSheet("font-weight: 600;")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.label)
        head.addStretch(1)
        head.addWidget(self.note)
        self.frame = QVBoxLayout(self)
        self.frame.setContentsMargins(12, 7, 12, 7)
        self.frame.setSpacing(1)
        self.frame.addLayout(head)
        self.lines: list[LinkLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        self.frame.addLayout(self._lines)
        self.frame.addStretch(1)

    def show_figures(self, label: str, note: str, lines: Sequence[Sequence[Part]]) -> None:
        """Show a label, a note and these lines."""
        self.label.setText(label)
        self.note.setText(note)
        while len(self.lines) < len(lines):
            line = LinkLine()
            line.opened.connect(self.opened)
            self.lines.append(line)
            self._lines.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        for line, parts in zip(self.lines, lines, strict=False):
            line.show_parts(parts)
        for line in self.lines[len(lines) :]:
            line.show_parts([])

    def numbers(self) -> list[NumberButton]:
        """All numbers that can be opened, from top to bottom."""
        return [number for line in self.lines for number in line.numbers()]
