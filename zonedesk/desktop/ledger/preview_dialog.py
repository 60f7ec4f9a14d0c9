"""The frame of a dialog that changes many cells: what is asked, every cell that would change, the answer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop.ledger.preview_table import PreviewTable
from zonedesk.desktop.widgets.named import named
from zonedesk.ops.cells import Cell

Write = Callable[[list[Cell], str], bool]


class PreviewDialog(QDialog):
    """A subclass puts its questions into `asked` and answers `look`, `say` and `on_agree`.

    Typing starts `pause`: what would change is looked at when it ends.
    """

    def __init__(self, preview_name: str, cancel: str, pause_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(760, 520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.asked = QGridLayout()
        self.asked.setHorizontalSpacing(8)
        self.asked.setColumnStretch(1, 1)
        self.preview = PreviewTable(preview_name)
        self.summary = named(QLabel(), "second")
        self.summary.setWordWrap(True)
        self.agree = named(QPushButton(), "primary")
        self.agree.setDefault(True)
        self.cancel = QPushButton(cancel)
        self.pause = QTimer(self, singleShot=True, interval=pause_ms)
        self.pause.timeout.connect(self.look)
        self.agree.clicked.connect(self.on_agree)
        self.cancel.clicked.connect(self.reject)
        self.preview.proposals.dataChanged.connect(self.say)
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self.asked)
        column.addWidget(self.preview, 1)
        column.addLayout(foot)

    def put_in_order(self, *asked: QWidget) -> None:
        """Have Tab go through the dialog as it is read: what is asked first."""
        for before, after in pairwise((*asked, self.preview, self.cancel, self.agree)):
            QWidget.setTabOrder(before, after)

    def look(self) -> None:
        """Show what would change."""
        raise NotImplementedError

    def say(self) -> None:
        """Sum up what is shown and ticked."""
        raise NotImplementedError

    def on_agree(self) -> None:
        """Write what is ticked."""
        raise NotImplementedError
