"""Who writes: the officer's name at the right of the top bar, given or changed there without stopping work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.named import named

_WIDTH, _LONGEST = 180, 30


class OfficerLine(QWidget):
    """A button with the name; a click makes it a line to type in. Enter signs, Esc leaves it as it was.

    `signed(str)` with the name that stands in every change from now on.
    """

    signed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.button = named(QPushButton(), "flat")
        self.button.clicked.connect(self._begin)
        self.line = QLineEdit()
        self.line.setFixedWidth(_WIDTH)
        self.line.setMaxLength(_LONGEST)
        self.line.setPlaceholderText(self.tr("经办人姓名，回车确认"))
        self.line.setAccessibleName(self.tr("经办人姓名"))
        self.line.installEventFilter(self)
        self.line.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addWidget(self.button)
        desk.signed.connect(self._on_signed)
        self.refresh()

    def refresh(self) -> None:
        """Show who signs now; a name that was never given stands out."""
        session = self._desk.session
        self.button.setVisible(session.writable and self.line.isHidden())
        if session.signed:
            self.button.setText(self.tr("经办人：{who}").format(who=session.who))
            self.button.setToolTip(self.tr("记入每一处改动。点此更换，此后的改动记新的姓名"))
        else:
            self.button.setText(self.tr("经办人：{who}（未署名，点此填写）").format(who=session.who))
            self.button.setToolTip(self.tr("现在记入改动的是系统用户名“{who}”").format(who=session.who))
        self.button.setStyleSheet("" if session.signed else f"color: {tokens.YELLOW}; font-weight: 600;")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._end()
                return True
        if isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.type() == QEvent.Type.KeyPress:
                self._sign()
                return True
        elif event.type() == QEvent.Type.FocusOut and not self.line.isHidden():
            # What was typed counts, as in every other field.
            self._sign()
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        session = self._desk.session
        self.line.setText(session.who if session.signed else "")
        self.button.hide()
        self.line.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign(self) -> None:
        name = self.line.text().strip()
        session = self._desk.session
        changed = bool(name) and (name != session.who or not session.signed)
        self._end()
        if changed:
            self._desk.sign_as(name)

    def _on_signed(self, name: str) -> None:
        self.refresh()
        self.signed.emit(name)

    def _end(self) -> None:
        self.line.hide()
        self.refresh()
