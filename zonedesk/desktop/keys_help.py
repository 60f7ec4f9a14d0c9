"""按键一览: every key with what it does, by place; a few letters narrow it down."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.keys import every_key

_KEYS_WIDTH = 230


class KeysHelp(QDialog):
    """Opened by F1. It blocks nothing, so that keys can be tried beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("按键一览"))
        self.resize(600, 560)
        self._places: dict[str, list[QTreeWidgetItem]] = {}
        self._heads: dict[str, QTreeWidgetItem] = {}
        self.narrow = QLineEdit(
            placeholderText=self.tr("输入按键或用途，如“填充”、“Ctrl+D”"), clearButtonEnabled=True
        )
        self.narrow.setAccessibleName(self.tr("查找按键"))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("按键一览"))
        self.tree.setHeaderLabels([self.tr("按键"), self.tr("用途")])
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(14)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.tree.header().setStretchLastSection(True)
        self.tree.setColumnWidth(0, _KEYS_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.narrow)
        column.addWidget(self.tree, 1)
        self.narrow.textChanged.connect(self._show_matching)
        self._fill()

    def open_afresh(self) -> None:
        """Show every key from the first one on, with the keyboard in the line that narrows them down.

        A window that was put away would come back where one left it: scrolled, and deaf to letters.
        """
        self.narrow.clear()
        self.tree.setCurrentIndex(QModelIndex())
        self.tree.scrollToTop()
        self.show()
        self.activateWindow()
        self.narrow.setFocus()

    def rows(self) -> list[tuple[str, str]]:
        """The keys shown and what they do."""
        items = [item for items in self._places.values() for item in items]
        return [(item.text(0), item.text(1)) for item in items if not item.isHidden()]

    def _fill(self) -> None:
        heads: dict[str, QTreeWidgetItem] = {}
        for key in every_key():
            head = heads.get(key.place)
            if head is None:
                head = heads[key.place] = QTreeWidgetItem(self.tree, [key.place])
                font = head.font(0)
                font.setBold(True)
                head.setFont(0, font)
                head.setFirstColumnSpanned(True)
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._places.setdefault(head.text(0), []).append(QTreeWidgetItem(head, [key.written, key.name]))
        self._heads = heads
        self.tree.expandAll()

    def _show_matching(self, words: str) -> None:
        wanted = words.strip().casefold()
        for place, items in self._places.items():
            for item in items:
                item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())
            self._heads[place].setHidden(all(item.isHidden() for item in items))
