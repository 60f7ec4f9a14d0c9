"""A proposal looked at before it is written: lines beneath heads, a tick for each, and what the ticked ones come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.widgets.named import named

TICKED, BARE = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TickDialog(QDialog):
    """Space ticks the current line, or all lines of a head that can be ticked; Enter agrees.

    A kind of it fills `tree`, then calls `begin` with what brings `agree` and `count` up to what is ticked, and with
    what writes that and says whether it did.
    """

    def __init__(self, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(size)
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.count = named(QLabel(), "second")
        self.agree = named(QPushButton(), "primary")
        self.agree.setDefault(True)
        self.cancel = QPushButton(self.tr("取消"))
        self._lay_out()

    def set_columns(self, labels: Sequence[str], widths: Sequence[int]) -> None:
        """The heads of the columns, and their widths in px but for the last."""
        self.tree.setHeaderLabels(list(labels))
        for column, width in enumerate(widths):
            self.tree.setColumnWidth(column, width)
        self.tree.header().setStretchLastSection(True)

    def begin(self, say: Callable[[], None], take: Callable[[], bool]) -> None:
        """Once the lines are there: listen to them."""
        self.tree.itemChanged.connect(say)
        self.tree.installEventFilter(self)
        self.agree.clicked.connect(lambda: self.accept() if take() else None)
        self.cancel.clicked.connect(self.reject)
        say()
        self.tree.setFocus()

    def items(self) -> list[QTreeWidgetItem]:
        """The lines beneath the heads, in their order."""
        heads = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return [head.child(n) for head in heads if head for n in range(head.childCount())]

    def ticked(self) -> list[QTreeWidgetItem]:
        """Those of them that are ticked."""
        return [item for item in self.items() if item.checkState(0) == TICKED]

    def bold(self) -> QFont:
        """The font of heads."""
        font = QFont(self.font())
        font.setBold(True)
        return font

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            item = self.tree.currentItem()
            if event.key() == Qt.Key.Key_Space and item is not None:
                if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                    item.setCheckState(0, BARE if item.checkState(0) == TICKED else TICKED)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.agree.click()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.agree)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(16, 12, 16, 12)
        frame.setSpacing(8)
        frame.addWidget(self.heading)
        frame.addWidget(self.tree, 1)
        frame.addLayout(foot)
