"""A button whose words may need several lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from zonedesk.desktop import tokens

_SIDE, _TOP = 10, 5


class ChoiceButton(QPushButton):
    """One of several answers; the `chosen` one is marked. `acted()` is its click without an argument."""

    acted = Signal()

    def __init__(self, words: str, *, chosen: bool = False) -> None:
        super().__init__()
        self.words = words
        self.setAccessibleName(words)
        self.clicked.connect(self.acted)
        self._label = QLabel(words)
        self._label.setWordWrap(True)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        inside.addWidget(self._label)
        if chosen:
            self.setStyleSheet(
                f"ChoiceButton {{ background: {tokens.SELECTED}; border-color: {tokens.ACCENT}; }}"
            )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._label.heightForWidth(width - 2 * _SIDE) + 2 * _TOP

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
