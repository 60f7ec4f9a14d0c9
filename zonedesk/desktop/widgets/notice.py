"""A line under the top bar for what must not be overlooked: it stays until it is read, and blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.icons import icon
from zonedesk.desktop.widgets.named import named


class Notice(QWidget):
    """Hidden while there is nothing to say. Esc or the button closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"#notice {{ background: {tokens.CONFLICT}; border-bottom: 1px solid {tokens.LINE}; }}"
        )
        mark = QLabel()
        mark.setPixmap(icon("alert-triangle", tokens.RED).pixmap(18, 18))
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shut = named(QPushButton(self.tr("知道了")), "flat")
        shut.setShortcut("Esc")
        shut.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(mark)
        row.addWidget(self.text, 1)
        row.addWidget(shut)
        self.hide()

    def say(self, text: str) -> None:
        """Show a line until it is closed."""
        self.text.setText(text)
        self.show()
