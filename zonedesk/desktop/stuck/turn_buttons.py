"""The buttons with which chosen projects are said to stand still, to go on again, or to end; each has its key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from zonedesk.desktop.keys import bind
from zonedesk.domain.course import Turn

TURN_KEYS = {Turn.SUSPEND: "Alt+T", Turn.RESUME: "Alt+F", Turn.WITHDRAW: "Alt+Z"}


class TurnButtons(QWidget):
    """`asked(Turn)` by button; by key too, once `bind_keys` has named the place where keys are heard."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        words = {
            Turn.SUSPEND: self.tr("停工…"),
            Turn.RESUME: self.tr("复工…"),
            Turn.WITHDRAW: self.tr("终止或调出…"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.of = {turn: QPushButton(text) for turn, text in words.items()}
        for turn, button in self.of.items():
            told = self.tr("登记选中项目{what}的时间和原因（{key}）")
            button.setToolTip(told.format(what=words[turn].rstrip("…"), key=TURN_KEYS[turn]))
            button.clicked.connect(partial(self._ask, turn))
            row.addWidget(button)

    def bind_keys(self, place: QWidget) -> None:
        """Hear the keys anywhere in `place`, also while there is nothing to press a button for: it says so."""
        for turn, key in TURN_KEYS.items():
            bind(place, key, partial(self._ask, turn))

    def enable(self, on: bool) -> None:
        """Whether there is anything to register."""
        for button in self.of.values():
            button.setEnabled(on)

    def _ask(self, turn: Turn) -> None:
        self.asked.emit(turn)
