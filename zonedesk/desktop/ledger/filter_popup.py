"""What a column lets pass: a typed condition, a range, ready words, and the values to tick with their counts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.conditions import ConditionError, parse
from zonedesk.domain.fields import Kind
from zonedesk.domain.messages import say
from zonedesk.domain.view_definition import ColumnFilter
from zonedesk.ops.table.columns import PLANNED, Column

_NUMBERS = {Kind.MONEY, Kind.AREA, Kind.INTEGER}
_DATES = {Kind.DATE, Kind.MONTH}
_SEARCHED_FROM, _MOST_SHOWN = 10, 300
_WIDTH, _ROW, _MOST_ROWS = 264, 26, 10
_PER_LINE = 4
_PLANNED_WORDS = ("逾期", "30天内到期")
_DATE_WORDS = ("本月", "上月", "本季", "今年")
_ANY_WORDS = ("空", "非空")


class FilterPopup(QFrame):
    """One for all columns. `changed(key, ColumnFilter)` as one types and ticks.

    Enter closes it; Esc closes it with the filter as it was before. `left()`: it is closed.
    """

    changed = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.key = ""
        self._filter = self._before = ColumnFilter()
        self._counts: dict[str, int] = {}
        self._kind, self._planned = Kind.TEXT, False
        self.title = QLabel()
        self.title.setStyleSheet("font-weight: 600;")
        self.condition = QLineEdit(clearButtonEnabled=True)
        self.condition.textEdited.connect(self._on_condition)
        self.wrong = named(QLabel(), "second")
        self.wrong.setWordWrap(True)
        self.wrong.setStyleSheet(f"color: {tokens.RED};")
        self.low, self.high = QLineEdit(), QLineEdit()
        self.range = self._build_range()
        self.words: dict[str, QPushButton] = {}
        self._words = QWidget()
        self._word_grid = QGridLayout(self._words)
        self._word_grid.setContentsMargins(0, 0, 0, 0)
        self._word_grid.setSpacing(4)
        self.narrow = QLineEdit(placeholderText=self.tr("在值中查找"), clearButtonEnabled=True)
        self.narrow.textChanged.connect(lambda _: self._fill_list())
        self.list = QListWidget()
        self.list.setStyleSheet(f"QListWidget {{ border: none; }} QListWidget::item {{ height: {_ROW}px; }}")
        self.list.setUniformItemSizes(True)
        self.list.itemChanged.connect(self._on_ticked)
        self.more = named(QLabel(), "second")
        self.none = named(QPushButton(self.tr("全部显示")), "flat")
        self.none.clicked.connect(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(5)
        for widget in (self.title, self.condition, self.wrong, self.range, self._words, self.narrow, self.list, self.more, self.none):  # fmt: skip
            column.addWidget(widget)
        for box in (self.condition, self.low, self.high, self.narrow, self.list):
            box.installEventFilter(self)

    def open_for(
        self, column: Column, unit: str, current: ColumnFilter, counts: dict[str, int], at: QPoint
    ) -> None:
        """Show a column's filter with its values below the point `at` (of the screen)."""
        self.key, self._counts = column.key, counts
        self._kind, self._planned = column.kind, column.key in PLANNED
        # What was typed in another unit stays in it: the head says which.
        in_unit = current.unit if current.text else unit
        self._filter = self._before = replace(current, unit=in_unit)
        shown_unit = column.unit(in_unit)
        self.title.setText(f"{column.title}（{shown_unit}）" if shown_unit else column.title)
        self.list.setAccessibleName(column.title)
        self._show_condition(current.text)
        self._fill_range(current.text)
        self._fill_words()
        for box in (self.condition, self.low, self.high):
            box.setAccessibleName(self.tr("{column}的条件").format(column=column.title))
        with QSignalBlocker(self.narrow):
            self.narrow.clear()
        # Amounts are asked by size: a list of them would be as long as the table, and change with the unit.
        listed = self._kind is not Kind.MONEY
        self.list.setVisible(listed)
        self.narrow.setVisible(listed and len(counts) > _SEARCHED_FROM)
        self._fill_list()
        self._fit(at)
        self.show()
        self._first_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.close()
                return True
            if event.key() == Qt.Key.Key_Down and watched is not self.list and self.list.count():
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._tell(self._before)
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    # Parts

    def _build_range(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.low.setPlaceholderText(self.tr("从"))
        self.high.setPlaceholderText(self.tr("到"))
        for widget in (self.low, QLabel("~"), self.high):
            row.addWidget(widget)
        for box in (self.low, self.high):
            box.textEdited.connect(self._on_range)
        return part

    def _fill_range(self, text: str) -> None:
        self.range.setVisible(self._kind in _NUMBERS | _DATES)
        low, tilde, high = text.partition("~")
        plain = bool(tilde) and not set(text) & set(" 或|")
        self.low.setText(low if plain else "")
        self.high.setText(high if plain else "")

    def _fill_words(self) -> None:
        words: tuple[str, ...] = _ANY_WORDS
        if self._kind in _DATES:
            words = (*(_PLANNED_WORDS if self._planned else ()), *_DATE_WORDS, *_ANY_WORDS)
        for button in self.words.values():
            self._word_grid.removeWidget(button)
            button.deleteLater()
        self.words = {}
        for number, word in enumerate(words):
            self.words[word] = button = named(QPushButton(word), "option")
            button.setCheckable(True)
            button.setStyleSheet("QPushButton { padding: 1px 4px; }")
            button.setChecked(self._filter.text == word)
            button.clicked.connect(lambda on, word=word: self._on_word(word, on))
            self._word_grid.addWidget(button, number // _PER_LINE, number % _PER_LINE)

    def _fill_list(self) -> None:
        wanted = self.narrow.text().strip().casefold()
        pairs = [pair for pair in self._counts.items() if wanted in pair[0].casefold()]
        if self._kind in _DATES:
            pairs.sort(key=lambda pair: pair[0], reverse=True)
        else:
            pairs.sort(key=lambda pair: (not pair[0], -pair[1], pair[0]))
        pairs.sort(key=lambda pair: pair[0] not in self._filter.values)
        with QSignalBlocker(self.list):
            self.list.clear()
            for value, count in pairs[:_MOST_SHOWN]:
                name = value or self.tr("（空）")
                item = QListWidgetItem(f"{name}　{count}")
                item.setData(Qt.ItemDataRole.UserRole, value)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                ticked = value in self._filter.values
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        over = len(pairs) - _MOST_SHOWN
        self.more.setVisible(over > 0 and self._kind is not Kind.MONEY)
        self.more.setText(self.tr("另有 {count} 种，请在上面查找").format(count=over))

    def _fit(self, at: QPoint) -> None:
        rows = min(max(self.list.count(), 1), _MOST_ROWS)
        self.list.setFixedHeight(rows * _ROW + 6)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        screen = QGuiApplication.screenAt(at) or self.screen()
        room = screen.availableGeometry()
        x = min(max(at.x(), room.left()), room.right() - self.width())
        self.move(x, min(at.y(), max(room.bottom() - self.height(), room.top())))

    def _first_focus(self) -> None:
        typed = self._kind in _NUMBERS | _DATES or bool(self._filter.text)
        (self.condition if typed else self.list).setFocus(Qt.FocusReason.PopupFocusReason)
        if typed:
            self.condition.selectAll()

    def _show_condition(self, text: str) -> None:
        hints = {
            Kind.DATE: self.tr("条件：2024-03~2024-06、本月、空"),
            Kind.TEXT: self.tr("条件：*冷链*、!=新能源、空"),
        }
        number = self.tr("条件：>=5000、5000~8000、空")
        self.condition.setPlaceholderText(
            number if self._kind in _NUMBERS else hints.get(self._kind, hints[Kind.TEXT])
        )
        with QSignalBlocker(self.condition):
            self.condition.setText(text)
        self.wrong.setVisible(False)

    # What the officer does

    def _on_condition(self, text: str) -> None:
        self._fill_range(text)
        self._put_condition(text)

    def _on_range(self) -> None:
        low, high = self.low.text().strip(), self.high.text().strip()
        text = f"{low}~{high}" if low or high else ""
        self.condition.setText(text)
        self._put_condition(text)

    def _on_word(self, word: str, on: bool) -> None:
        text = word if on else ""
        self.condition.setText(text)
        self._fill_range(text)
        self._put_condition(text)

    def _put_condition(self, text: str) -> None:
        for word, button in self.words.items():
            button.setChecked(word == text.strip())
        try:
            parse(text, self._kind, self._filter.unit, planned=self._planned)
        except ConditionError as error:
            self.wrong.setText(say(error))
            self.wrong.setVisible(True)
            return
        finally:
            self.adjustSize()
        self.wrong.setVisible(False)
        self.adjustSize()
        self._tell(replace(self._filter, text=text.strip()))

    def _on_ticked(self, item: QListWidgetItem) -> None:
        value = item.data(Qt.ItemDataRole.UserRole)
        ticked = item.checkState() is Qt.CheckState.Checked
        values = self._filter.values | {value} if ticked else self._filter.values - {value}
        self._tell(replace(self._filter, values=values))

    def _clear(self) -> None:
        self._tell(ColumnFilter(unit=self._filter.unit))
        self.close()

    def _tell(self, new: ColumnFilter) -> None:
        if new != self._filter:
            self._filter = new
            self.changed.emit(self.key, new)
