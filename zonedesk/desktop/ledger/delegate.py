"""How a cell is painted and edited: Excel's keys, one accent frame around the current cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.editors import ChoiceBox, LongText, make_editor
from zonedesk.domain.fields import Field

Index = QModelIndex | QPersistentModelIndex
Look = Callable[[Index], tuple[str, QColor | None, int]]
FieldAt = Callable[[Index], Field | None]
Choices = Callable[[Field], list[str]]
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_REMEMBERED = 20_000
_PADDING = 5
_LONG_TEXT_HEIGHT = 112


class CellDelegate(QStyledItemDelegate):
    """`stepped(down, right)` asks the view to go on after Enter or Tab has closed the editor."""

    stepped = Signal(int, int)

    def __init__(
        self,
        look: Look,
        current: Callable[[], QModelIndex],
        field_at: FieldAt,
        choices: Choices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._current = look, current
        self._elided: dict[tuple[str, int], str] = {}
        self._field_at = field_at
        self._choices = choices
        self._text, self._selected = QColor(tokens.TEXT), QColor(tokens.SELECTED)
        self._row = QColor(tokens.HOVER)
        self._pale_frame = QPen(QColor(tokens.DISABLED), 1)
        self._frame = QPen(QColor(tokens.ACCENT), 2)
        self._frame.setJoinStyle(Qt.PenJoinStyle.MiterJoin)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # Drawn directly: the style would ask the model eight times for each cell.
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: int = option.state.value  # type: ignore[attr-defined]
        current = self._current()
        if state & _SELECTED:
            painter.fillRect(rect, self._selected)
        elif index.row() == current.row():
            painter.fillRect(rect, self._row)
        text, colour, alignment = self._look(index)
        if text:
            inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
            painter.setPen(colour or self._text)
            width = inner.width()
            elided = self._elided.get((text, width))
            if elided is None:
                elided = self._elide(text, width, option.fontMetrics)  # type: ignore[attr-defined]
            painter.drawText(inner, alignment, elided)
        if index.row() == current.row() and index.column() == current.column():
            painter.setPen(self._frame if state & _FOCUSED else self._pale_frame)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _elide(self, text: str, width: int, metrics: QFontMetrics) -> str:
        """Text cut to a width; remembered, for measuring costs as much as drawing."""
        if len(self._elided) > _REMEMBERED:
            self._elided.clear()
        line = text.partition("\n")[0]
        elided = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
        self._elided[(text, width)] = elided
        return elided

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._field_at(index)
        if field is None:
            return super().createEditor(parent, option, index)
        editor = make_editor(parent, field, self._choices(field))
        editor.setAccessibleName(field.label)
        editor.setStyleSheet(
            f"border: 2px solid {tokens.ACCENT}; border-radius: 0; padding: 0 4px; min-height: 0;"
        )
        if isinstance(editor, ChoiceBox):
            editor.activated.connect(lambda: self._finish(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        editor.setText(text)  # type: ignore[attr-defined]
        editor.setProperty("began_with", text)
        if isinstance(editor, ChoiceBox):
            editor.line.selectAll()
        elif isinstance(editor, LongText | QLineEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        text = editor.text()  # type: ignore[attr-defined]
        # An editor that was only looked at writes nothing, also where it cannot show the text as it is.
        if text != editor.property("began_with"):
            model.setData(index, text)  # type: ignore[attr-defined]

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        if isinstance(editor, LongText):
            room = editor.parentWidget()
            below = room.height() if room else _LONG_TEXT_HEIGHT
            height = min(_LONG_TEXT_HEIGHT, below)
            top = min(rect.top(), below - height)
            rect = QRect(rect.left(), max(top, 0), max(rect.width(), 260), height)
        elif isinstance(editor, ChoiceBox):
            rect = QRect(rect.left(), rect.top(), max(rect.width(), 112), rect.height())
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(editor, QWidget)
            and isinstance(event, QKeyEvent)
        ):
            step = _step(event)
            if step == (0, 0):
                if isinstance(editor, LongText):
                    editor.insertPlainText("\n")
                return True
            if step is not None:
                self._finish(editor)
                self.stepped.emit(*step)
                return True
        return super().eventFilter(editor, event)

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _step(event: QKeyEvent) -> tuple[int, int] | None:
    """Where a key leads that ends editing: (rows down, columns right); (0, 0) is a new line."""
    back = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
        return (0, 0) if event.modifiers() & Qt.KeyboardModifier.AltModifier else (back, 0)
    if event.key() == Qt.Key.Key_Tab:
        return (0, back)
    if event.key() == Qt.Key.Key_Backtab:
        return (0, -1)
    return None
