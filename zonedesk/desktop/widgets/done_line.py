"""A line in the page that says how something ended, with what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.icons import icon
from zonedesk.desktop.widgets.named import named


class DoneLine(QFrame):
    """Hidden until there is something to say; stays until the next thing or until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._until_written = False
        self._mark = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions = QHBoxLayout()
        shut = named(QPushButton(icon("x"), ""), "flat")
        shut.setToolTip(self.tr("关闭"))
        shut.setAccessibleName(self.tr("关闭"))
        shut.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.addWidget(self._mark)
        row.addWidget(self.text, 1)
        row.addLayout(self._actions)
        row.addWidget(shut)
        self.hide()

    def say(
        self,
        text: str,
        *,
        good: bool = True,
        actions: dict[str, Callable[[], object]] | None = None,
        until_written: bool = False,
    ) -> None:
        """Show a line; `actions` become buttons under their words. `until_written`: what it says holds only until
        the next step is written."""
        self._until_written = until_written
        ground, colour, mark = (
            (tokens.ADDED, tokens.GREEN, "check") if good else (tokens.CONFLICT, tokens.RED, "alert-triangle")
        )
        self.setStyleSheet(
            f"DoneLine {{ background: {ground}; border: 1px solid {tokens.LINE}; border-radius: 4px; }}"
        )
        self._mark.setPixmap(icon(mark, colour).pixmap(18, 18))
        self.text.setText(text)
        while item := self._actions.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        before: QWidget = self.text
        for word, action in (actions or {}).items():
            button = QPushButton(word)
            # Without the click's own argument: the actions take none.
            button.clicked.connect(lambda _=False, run=action: run())
            self._actions.addWidget(button)
            # Made last, they would be the last that Tab comes to.
            QWidget.setTabOrder(before, button)
            before = button
        self.show()

    def on_written(self) -> None:
        """A step was written: what held only until then goes."""
        if self._until_written:
            self.hide()

    def say_saved(self, text: str, path: Path) -> None:
        """Say where a file went, and offer its folder."""
        folder = QUrl.fromLocalFile(str(path.parent))
        self.say(text, actions={self.tr("打开所在文件夹"): lambda: QDesktopServices.openUrl(folder)})

    def buttons(self) -> list[QPushButton]:
        """The buttons of the line now shown."""
        found = (self._actions.itemAt(n).widget() for n in range(self._actions.count()))
        return [button for button in found if isinstance(button, QPushButton)]
