"""The line above the grid: search box, value lists to tick, and a chip for each filter that is on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.icons import icon
from zonedesk.desktop.widgets.named import named

Counts = Callable[[], dict[str, int]]
_SEARCHED_FROM = 10
_POPUP_WIDTH, _POPUP_HEIGHT = 240, 320


class FacetButton(QToolButton):
    """Opens a list of a column's values with how often each stands there. `ticked(frozenset)`: what is let pass."""

    ticked = Signal(frozenset)

    def __init__(self, label: str, counts: Counts) -> None:
        super().__init__()
        self._label, self._counts = label, counts
        self.values: frozenset[str] = frozenset()
        self.setText(label)
        self.setIcon(icon("chevron-down"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
        self.setAccessibleName(self.tr("按{label}筛选").format(label=label))
        self.popup = FacetPopup(label, self)
        self.popup.changed.connect(self._on_changed)
        self.clicked.connect(self.open)

    def open(self) -> None:
        """Show the list below the button."""
        self.popup.fill(self._counts(), self.values)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self.popup.show()
        self.popup.list.setFocus()

    def tick(self, values: frozenset[str]) -> None:
        """Take values over without telling of it."""
        self.values = values
        self.setChecked(bool(values))

    def _on_changed(self, values: frozenset[str]) -> None:
        self.values = values
        self.ticked.emit(values)


class FacetPopup(QFrame):
    """The list itself. Space ticks, Esc closes; a long list can be searched."""

    changed = Signal(frozenset)

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.narrow = QLineEdit(placeholderText=self.tr("查找"), clearButtonEnabled=True)
        self.narrow.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(label)
        self.list.setStyleSheet("QListWidget { border: none; } QListWidget::item { height: 26px; }")
        self.list.setUniformItemSizes(True)
        self.list.itemChanged.connect(self._tell)
        self.list.installEventFilter(self)
        none = named(QPushButton(self.tr("全部显示")), "flat")
        none.clicked.connect(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        for widget in (self.narrow, self.list, none):
            column.addWidget(widget)

    def fill(self, counts: dict[str, int], ticked: frozenset[str]) -> None:
        """Show these values, the most frequent first, empty last."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for value, count in sorted(counts.items(), key=lambda pair: (not pair[0], -pair[1], pair[0])):
                item = QListWidgetItem(f"{value or self.tr('（空）')}　{count}")
                item.setData(Qt.ItemDataRole.UserRole, value)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if value in ticked else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.narrow.clear()
        self.narrow.setVisible(len(counts) > _SEARCHED_FROM)
        self.resize(
            _POPUP_WIDTH, min(_POPUP_HEIGHT, 28 * len(counts) + 64 + 34 * self.narrow.isVisibleTo(self))
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            item = self.list.currentItem()
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
                done = item.checkState() is Qt.CheckState.Checked
                item.setCheckState(Qt.CheckState.Unchecked if done else Qt.CheckState.Checked)
                return True
        return super().eventFilter(watched, event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _tell(self) -> None:
        checked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        self.changed.emit(frozenset(item.data(Qt.ItemDataRole.UserRole) for item in checked))

    def _clear(self) -> None:
        with QSignalBlocker(self.list):
            for item in self._items():
                item.setCheckState(Qt.CheckState.Unchecked)
        self._tell()
        self.close()

    def _narrow(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text not in item.text())


class FilterBar(QWidget):
    """`searched(str)` as one types, `ticked(key, frozenset)` from the value lists, `closed(str)` from a chip."""

    searched = Signal(str)
    ticked = Signal(str, frozenset)
    closed = Signal(str)
    left = Signal()

    def __init__(self, facets: dict[str, str], counts: Callable[[str], dict[str, int]]) -> None:
        super().__init__()
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("搜索名称、单位、代码或拼音首字母"))
        self.search.setAccessibleName(self.tr("搜索项目"))
        self.search.setToolTip(self.tr("Ctrl+F 到这里；输入“bszg”可找到“百胜中国”"))
        self.search.setFixedWidth(290)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.searched)
        self.search.installEventFilter(self)
        self.facets: dict[str, FacetButton] = {}
        self.chips: dict[str, QPushButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.search)
        self._row.addSpacing(6)
        for key, label in facets.items():
            button = FacetButton(label, partial(counts, key))
            button.ticked.connect(lambda values, key=key: self.ticked.emit(key, values))
            self.facets[key] = button
            self._row.addWidget(button)
        self._row.addSpacing(6)
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(6)
        self._row.addLayout(self._chip_row)
        self._row.addStretch(1)

    def clear(self) -> None:
        """Empty the search box and the value lists without telling of it."""
        with QSignalBlocker(self.search):
            self.search.clear()
        for button in self.facets.values():
            button.tick(frozenset())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def show_chips(self, chips: dict[str, str]) -> None:
        """Show one chip for each filter that is on: text by key."""
        for key in [key for key in self.chips if key not in chips]:
            chip = self.chips.pop(key)
            self._chip_row.removeWidget(chip)
            chip.deleteLater()
        for key, text in chips.items():
            if key not in self.chips:
                self.chips[key] = chip = named(QPushButton(), "chip")
                chip.setIcon(icon("x", tokens.ACCENT, size=14))
                chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                chip.clicked.connect(lambda _=False, key=key: self.closed.emit(key))
                self._chip_row.addWidget(chip)
            shown = text if len(text) <= 20 else text[:19] + "…"
            self.chips[key].setText(shown)
            self.chips[key].setToolTip(self.tr("{text}（点击取消此筛选）").format(text=text))
            self.chips[key].setAccessibleName(self.tr("取消筛选：{text}").format(text=text))
