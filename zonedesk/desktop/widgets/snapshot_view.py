"""A project at one moment, read-only: field by field, with what stands there now where it differs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from zonedesk.desktop import tokens
from zonedesk.domain.columns import TABLE_LABELS
from zonedesk.ops.snapshot_text import Line, Part

_GROUNDS = {"changed": tokens.CHANGED, "gone": tokens.CONFLICT, "added": tokens.ADDED}
_LABEL_WIDTH, _NARROW_LABEL = 148, 112
_PADDING = 6


class _WrappingDelegate(QStyledItemDelegate):
    """Gives a row the height that its longest text takes in its column."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        view = self.parent()
        assert isinstance(view, QTreeWidget)
        text = str(index.data() or "")
        if not text or view.isFirstColumnSpanned(index.row(), index.parent()):
            return size
        width = view.columnWidth(index.column()) - _PADDING
        if index.column() == 0:
            width -= view.indentation() * 3
        metrics = QFontMetrics(option.font)  # type: ignore[attr-defined]
        room = QRect(0, 0, max(width, 40), 10_000)
        height = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height() + 2
        return QSize(size.width(), max(size.height(), height))


class SnapshotView(QTreeWidget):
    """Groups of the project are open; rows that hang on it are open where they differ."""

    def __init__(self, *, beside_now: bool) -> None:
        super().__init__()
        self._beside_now = beside_now
        self.setAccessibleName(self.tr("当时的记录") if beside_now else self.tr("已删除的记录"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        self.setItemDelegate(_WrappingDelegate(self))
        self.setIndentation(10)
        self.setUniformRowHeights(False)
        heads = [self.tr("栏目"), self.tr("内容")]
        if beside_now:
            heads = [self.tr("栏目"), self.tr("当时"), self.tr("现在")]
        self.setHeaderLabels(heads)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.resizeSection(0, _NARROW_LABEL if beside_now else _LABEL_WIDTH)
        head.sectionResized.connect(self.scheduleDelayedItemsLayout)
        self._bold = QFont(self.font())
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._states = {
            "same": "",
            "changed": self.tr("有改动"),
            "gone": self.tr("现已删除"),
            "added": self.tr("当时尚无"),
        }

    def show_parts(self, parts: list[Part]) -> None:
        """Show these parts, rows of one table together under its name."""
        self.clear()
        counts: dict[str, int] = {}
        for part in parts:
            counts[part.table] = counts.get(part.table, 0) + 1
        heads: dict[str, QTreeWidgetItem] = {}
        for part in parts:
            if part.table == "project":
                self._add_part(self.invisibleRootItem(), part, expanded=True)
                continue
            if part.table not in heads:
                title = f"{TABLE_LABELS[part.table]}（{counts[part.table]}）"
                heads[part.table] = self._heading(self.invisibleRootItem(), title)
                heads[part.table].setExpanded(True)
            self._add_part(heads[part.table], part, expanded=self._beside_now and part.state == "changed")

    def _add_part(self, under: QTreeWidgetItem, part: Part, *, expanded: bool) -> None:
        head = self._heading(under, part.title)
        if self._beside_now and part.state != "same" and part.table != "project":
            head.setText(2 if part.state in {"gone", "added"} else 1, self._states[part.state])
            head.setFirstColumnSpanned(False)
            self._tint(head, part.state)
        for line in part.lines:
            self._add_line(head, line, part)
        head.setExpanded(expanded)

    def _add_line(self, head: QTreeWidgetItem, line: Line, part: Part) -> None:
        differs = self._beside_now and line.differs
        texts = [line.label, line.then]
        if self._beside_now:
            texts.append((line.now or self.tr("（空）")) if differs and part.state != "gone" else "")
            if differs and not line.then and part.state != "added":
                texts[1] = self.tr("（空）")
        item = QTreeWidgetItem(head, texts)
        item.setForeground(0, QBrush(QColor(tokens.SECOND)))
        for column in range(len(texts)):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            item.setToolTip(column, texts[column])
        if differs and part.state == "changed":
            self._tint(item, "changed")

    def _heading(self, under: QTreeWidgetItem, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(under, [title])
        item.setFont(0, self._bold)
        item.setToolTip(0, title)
        item.setFirstColumnSpanned(True)
        return item

    def _tint(self, item: QTreeWidgetItem, state: str) -> None:
        for column in range(1, self.columnCount()):
            item.setBackground(column, QBrush(QColor(_GROUNDS[state])))
