"""批量登记: a line above the matrix that writes one day of completion, and one number, to all that is selected."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton

from zonedesk.desktop.icons import icon
from zonedesk.desktop.widgets.day_box import DayBox
from zonedesk.desktop.widgets.named import named


class BulkBar(QFrame):
    """`agreed(day, number)` when Enter or the button says so; `left()` when Esc does."""

    agreed = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.what = QLabel()
        self.day, self.number = DayBox(), QLineEdit()
        self.number.setPlaceholderText(self.tr("批复文号（选填，各件相同）"))
        self.number.setAccessibleName(self.tr("批复文号"))
        self.number.setMinimumWidth(80)
        self.number.setMaximumWidth(240)
        self.day.setAccessibleName(self.tr("办结时间"))
        self.agree = named(QPushButton(self.tr("登记办结")), "primary")
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("x"))
        self.close_button.setToolTip(self.tr("不登记（Esc）"))
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 4, 6, 4)
        line.setSpacing(8)
        line.addWidget(self.what)
        line.addWidget(QLabel(self.tr("办结时间")))
        for widget in (self.day, self.number, self.agree):
            line.addWidget(widget)
        line.setStretchFactor(self.number, 1)
        line.addStretch(0)
        line.addWidget(self.close_button)
        self.agree.clicked.connect(self._agree)
        self.close_button.clicked.connect(self._leave)
        # It never makes the window wider than it is.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def open(self, count: int, done: int) -> None:
        """Ask for the day; `count` procedures will get it, `done` of which are done already."""
        self.show_count(count, done)
        # The office's own day, as Ctrl+; writes it: it stands there to be seen and can be typed over.
        self.day.set_day(dt.date.today().isoformat())  # noqa: DTZ011
        self.show()
        self.day.setFocus()
        self.day.selectAll()

    def show_count(self, count: int, done: int) -> None:
        """Say how many procedures are selected now, and how many of them have a day that would be written over."""
        text = self.tr("选中 {n} 件").format(n=count)
        if done:
            text += self.tr("（{n} 件已办结，将改写）").format(n=done)
        self.what.setText(text)
        self.agree.setText(self.tr("登记 {n} 件办结").format(n=count))
        self.agree.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.agree.isEnabled():
            self._agree()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.agreed.emit(self.day.text().strip(), self.number.text().strip())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
