"""Chips that narrow a list, each with its count; none pressed means all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from zonedesk.desktop import tokens

_SHEET = f"""
QPushButton {{ border-radius: 12px; padding: 1px 10px; min-height: 20px; background: {tokens.PANEL};
    border: 1px solid {tokens.LINE}; }}
QPushButton:hover {{ background: {tokens.HOVER}; }}
QPushButton:checked {{ background: {tokens.SELECTED}; border-color: {tokens.ACCENT}; color: {tokens.ACCENT}; }}
QPushButton:focus {{ border: 2px solid {tokens.ACCENT}; padding: 0 9px; }}
QPushButton:disabled {{ color: {tokens.DISABLED}; }}
"""


class FilterChips(QWidget):
    """`changed()` when a chip is pressed."""

    changed = Signal()

    def __init__(self, chips: Sequence[tuple[Any, str, QIcon]]) -> None:
        super().__init__()
        self.setStyleSheet(_SHEET)
        self._texts = {value: text for value, text, _ in chips}
        self.buttons: dict[Any, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for value, text, sign in chips:
            button = _Chip(sign, text)
            button.setIconSize(QSize(12, 12))
            button.setCheckable(True)
            button.toggled.connect(lambda _: self.changed.emit())
            self.buttons[value] = button
            row.addWidget(button)

    def show_counts(self, counts: Mapping[Any, int]) -> None:
        """Write each chip's count; one without any cannot be pressed unless it is."""
        for value, button in self.buttons.items():
            count = counts.get(value, 0)
            button.setText(f"{self._texts[value]}  {count}")
            button.setEnabled(bool(count) or button.isChecked())

    def chosen(self) -> set[Any]:
        """What is pressed; empty means all."""
        return {value for value, button in self.buttons.items() if button.isChecked()}

    def clear(self) -> None:
        """Press none."""
        for button in self.buttons.values():
            button.setChecked(False)


class _Chip(QPushButton):
    def sizeHint(self) -> QSize:
        # Qt counts the sign beside the text two points short: the last figure of a long chip was cut.
        return super().sizeHint() + QSize(4, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
