"""How a cell is painted and edited: Excel's keys, one accent frame around the current cell."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.editors import ChoiceBox, LongText, make_editor
from zonedesk.desktop.ledger.word_list import WordList
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
_MOST_WORDS = 200
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class CellDelegate(QStyledItemDelegate):
    """`stepped(down, right)` asks the view to go on after a key has closed the editor; `spread(str)` to write a text
    to all that is selected."""

    stepped = Signal(int, int)
    spread = Signal(str)

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
        editor.setStyleSheet(_frame(tokens.ACCENT))
        if isinstance(editor, ChoiceBox):
            editor.activated.connect(lambda: self.finish(editor))
        words = editor.completer() if isinstance(editor, QLineEdit | ChoiceBox) else None
        if words is not None:
            WordList(editor, words, self.finish)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        shown = editor.property("shown")
        if shown is not None and editor.text() != shown:  # type: ignore[attr-defined]
            # The rows were read anew under an open editor: what is being typed stays.
            return
        text = index.data(Qt.ItemDataRole.EditRole) or ""
        editor.setText(text)  # type: ignore[attr-defined]
        editor.setProperty("began_with", text)
        editor.setProperty("shown", editor.text())  # type: ignore[attr-defined]
        if isinstance(editor, ChoiceBox):
            editor.line.selectAll()
        elif isinstance(editor, LongText | QLineEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        text = editor.text()  # type: ignore[attr-defined]
        # An editor that was only looked at writes nothing, also where it cannot show the text as it is.
        if text == editor.property("began_with"):
            self.mark(editor, refused=False)
        elif editor.property("refused") != text:
            # The same text is not tried, and the same refusal not told, again and again.
            editor.setProperty("writing", True)
            written = model.setData(index, text)  # type: ignore[attr-defined]
            editor.setProperty("writing", None)
            self.mark(editor, refused=not written)

    def mark(self, editor: QWidget, *, refused: bool) -> None:
        """What was refused stays in its editor, in a red frame, until it is mended or given up."""
        editor.setProperty("refused", editor.text() if refused else None)  # type: ignore[attr-defined]
        editor.setStyleSheet(_frame(tokens.RED if refused else tokens.ACCENT))

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
            and self._on_key(editor, event)
        ):
            return True
        return super().eventFilter(editor, event)

    def _on_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """What a key does in an editor, where that is not what it does in any line of text."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in _ENTERS:
            self.spread.emit(editor.text())  # type: ignore[attr-defined]
            return True
        if control and key == Qt.Key.Key_Semicolon:
            _insert(editor, dt.datetime.now().astimezone().date().isoformat())
            return True
        if key == Qt.Key.Key_F2:
            editor.setProperty("typed", not editor.property("typed"))
            return True
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_list(editor)
            return True
        step = _step(event)
        if step is None and editor.property("typed") and not event.modifiers():
            # Begun by typing, not by F2: the arrows leave the cell, as in a spreadsheet.
            step = _ARROWS.get(Qt.Key(key))
        if step is None:
            return False
        if step != (0, 0):
            self.finish(editor, step)
        elif isinstance(editor, LongText):
            editor.insertPlainText("\n")
        return True

    def open_list(self, editor: QWidget) -> None:
        """Show the words that an editor offers."""
        if isinstance(editor, ChoiceBox):
            editor.showPopup()
            return
        if isinstance(editor, QLineEdit):
            completer = editor.completer() or self._usual_words(editor)
            completer.setCompletionPrefix("")
            completer.complete()

    def _usual_words(self, line: QLineEdit) -> QCompleter:
        """The words that the column already holds, where the field itself knows none."""
        index = self._current()
        column = (index.siblingAtRow(row) for row in range(index.model().rowCount()))
        texts = Counter(each.data() for each in column if each.flags() & Qt.ItemFlag.ItemIsEditable)
        completer = QCompleter([text for text, _ in texts.most_common(_MOST_WORDS) if text], line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        WordList(line, completer, self.finish)
        return completer

    def finish(self, editor: QWidget, step: tuple[int, int] = (0, 0)) -> None:
        """Write what stands in an editor, close it and go on; what is refused stays open."""
        self.commitData.emit(editor)
        if editor.property("refused") is not None:
            return
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if step != (0, 0):
            self.stepped.emit(*step)


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


def _frame(colour: str) -> str:
    return f"border: 2px solid {colour}; border-radius: 0; padding: 0 4px; min-height: 0;"


def _insert(editor: QWidget, text: str) -> None:
    """Put text where the cursor stands."""
    if isinstance(editor, LongText):
        editor.insertPlainText(text)
    elif isinstance(editor, ChoiceBox):
        editor.line.insert(text)
    elif isinstance(editor, QLineEdit):
        editor.insert(text)
