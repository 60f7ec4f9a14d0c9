"""What a search found, group under group, as a list that is gone through by keys."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zonedesk.desktop import tokens
from zonedesk.ops.find_everywhere import Entry, Hits
from zonedesk.ops.line_search import MOST

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 12
_HEAD_HEIGHT, _ROW_HEIGHT = 24, 28
_NOTE_SHARE = 0.5


class Found(NamedTuple):
    """A line of the list: the head of a group (no entry), or something found."""

    kind: str
    title: str
    entry: Entry | None = None


class ResultsModel(QAbstractListModel):
    """Heads cannot be chosen: the keys step over them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Found] = []

    def show(self, found: list[Hits]) -> None:
        """Show other finds."""
        self.beginResetModel()
        self.lines = []
        for hits in found:
            count = self.tr("{count} 条以上").format(count=MOST) if hits.count >= MOST else str(hits.count)
            self.lines.append(Found(hits.kind, f"{hits.title}　{count}"))
            self.lines += [Found(hits.kind, hits.title, entry) for entry in hits.best]
        self.endResetModel()

    def next_from(self, row: int, step: int) -> int:
        """The next line that can be chosen, going on at the other end; `row` itself if there is none."""
        for distance in range(1, len(self.lines) + 1):
            candidate = (row + step * distance) % len(self.lines)
            if self.lines[candidate].entry is not None:
                return candidate
        return row

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].entry is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self.lines[index.row()]
        if line.entry is None:
            return line.title
        return " · ".join(text for text in (line.entry.text, line.entry.note) if text)


class ResultsDelegate(QStyledItemDelegate):
    """What is found at the left, what is told of it at the right, in second colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        model = index.model()
        assert isinstance(model, ResultsModel)
        return QSize(0, _HEAD_HEIGHT if model.lines[index.row()].entry is None else _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, ResultsModel)
        line = model.lines[index.row()]
        rect: QRect = option.rect  # type: ignore[attr-defined]
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.save()
        if line.entry is None:
            small = QFont(option.font)  # type: ignore[attr-defined]
            small.setPointSizeF(tokens.SECOND_PT)
            small.setWeight(QFont.Weight.DemiBold)
            painter.setFont(small)
            painter.setPen(QColor(tokens.SECOND))
            painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line.title)
        else:
            chosen = option.state & QStyle.StateFlag.State_Selected  # type: ignore[attr-defined]
            self._paint_entry(painter, rect, inner, line.entry, chosen=bool(chosen))
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, rect: QRect, inner: QRect, entry: Entry, *, chosen: bool
    ) -> None:
        if chosen:
            painter.fillRect(rect, QColor(tokens.SELECTED))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.ACCENT))
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignVCenter
        room = int(inner.width() * (1 if not entry.note else _NOTE_SHARE))
        # The name takes the room that the note leaves, and at least its half.
        note_width = min(metrics.horizontalAdvance(entry.note), inner.width() - room)
        name_width = inner.width() - note_width - (_PADDING if entry.note else 0)
        text = metrics.elidedText(entry.text.replace("\n", " "), Qt.TextElideMode.ElideRight, name_width)
        painter.setPen(QColor(tokens.TEXT))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | middle, text)
        note = metrics.elidedText(entry.note, Qt.TextElideMode.ElideRight, note_width)
        painter.setPen(QColor(tokens.SECOND))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | middle, note)
