"""The line above the grid: view, search box, the columns asked for most, and a chip for each filter that is on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.icons import icon
from zonedesk.desktop.ledger.filter_popup import FilterPopup
from zonedesk.desktop.widgets.named import named

Open = Callable[[str, QPoint], None]
_CHIP_TEXT = 24


class FacetButton(QToolButton):
    """Opens the filter of one column."""

    def __init__(self, label: str, open_filter: Callable[[QPoint], None], popup: FilterPopup) -> None:
        super().__init__()
        self._open_filter = open_filter
        self.popup = popup
        self.setText(label)
        self.setIcon(icon("chevron-down"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
        self.setAccessibleName(self.tr("按{label}筛选").format(label=label))
        self.clicked.connect(self.open)

    def open(self) -> None:
        """Show the filter below the button."""
        self._open_filter(self.mapToGlobal(QPoint(0, self.height())))


class FilterBar(QWidget):
    """`searched(str)` as one types, `filter_asked(key, point)` for a column's filter, `closed(key)` from a chip's ×,
    `edit_asked(key, point)` from a chip itself, `cleared()` takes all off, `left()` goes to the grid."""

    searched = Signal(str)
    filter_asked = Signal(str, QPoint)
    edit_asked = Signal(str, QPoint)
    closed = Signal(str)
    cleared = Signal()
    left = Signal()

    def __init__(
        self, facets: dict[str, str], columns: dict[str, str], before: QWidget, after: QWidget
    ) -> None:
        super().__init__()
        self.popup = FilterPopup(self)
        self.search = self._build_search()
        self.facets: dict[str, FacetButton] = {}
        self.chips: dict[str, Chip] = {}
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(before)
        row.addWidget(self.search)
        for key, label in facets.items():
            self.facets[key] = FacetButton(label, partial(self.filter_asked.emit, key), self.popup)
            row.addWidget(self.facets[key])
        self.any = self._build_any(columns)
        row.addWidget(self.any)
        row.addStretch(1)
        row.addWidget(after)
        self._last = after
        self.chip_line = QWidget()
        self._chip_row = QHBoxLayout(self.chip_line)
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self._chip_row.setSpacing(6)
        self.clear_button = named(QPushButton(self.tr("取消全部筛选")), "flat")
        self.clear_button.clicked.connect(self.cleared)
        self._chip_row.addWidget(self.clear_button)
        self._chip_row.addStretch(1)
        self.chip_line.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(row)
        lines.addWidget(self.chip_line)

    def clear(self) -> None:
        """Empty the search box without telling of it."""
        self.show_words("")

    def show_words(self, text: str) -> None:
        """Put words into the search box without telling of it."""
        if self.search.text() != text:
            with QSignalBlocker(self.search):
                self.search.setText(text)

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
            if chip.hasFocus():
                self._beside(chip).setFocus(Qt.FocusReason.OtherFocusReason)
            self._chip_row.removeWidget(chip)
            chip.deleteLater()
        for key, text in chips.items():
            if key not in self.chips:
                self.chips[key] = chip = Chip()
                chip.taken_off.connect(partial(self.closed.emit, key))
                chip.pressed_at.connect(partial(self.edit_asked.emit, key))
                self._chip_row.insertWidget(self._chip_row.count() - 2, chip)
            self.chips[key].say(text)
        self._put_in_order()
        for key, button in self.facets.items():
            button.setCheckable(True)
            button.setChecked(key in chips)
        self.chip_line.setVisible(bool(chips))

    def _put_in_order(self) -> None:
        """Have Tab go through the chips as they stand, behind the line above them."""
        before = self._last
        for each in (*self.chips.values(), self.clear_button):
            QWidget.setTabOrder(before, each)
            before = each

    def _beside(self, chip: Chip) -> QWidget:
        """Where the keyboard goes when a chip with it is taken off."""
        place = self._chip_row.indexOf(chip)
        for number in (place + 1, place - 1):
            item = self._chip_row.itemAt(number)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Chip):
                return widget
        return self.search

    def _build_search(self) -> QLineEdit:
        search = QLineEdit(clearButtonEnabled=True)
        search.setPlaceholderText(self.tr("搜索名称、单位、代码、拼音首字母"))
        search.setAccessibleName(self.tr("搜索项目"))
        search.setToolTip(self.tr("Ctrl+F 到这里；输入“bszg”可找到“百胜中国”"))
        search.setFixedWidth(252)
        search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        search.textChanged.connect(self.searched)
        search.installEventFilter(self)
        return search

    def _build_any(self, columns: dict[str, str]) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("其他栏目"))
        button.setIcon(icon("filter"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("按任一栏目筛选；在表格中按 Ctrl+Shift+L 筛选当前栏"))
        menu = QMenu(button)
        for key, label in columns.items():
            menu.addAction(label).triggered.connect(
                lambda _=False, key=key: self.filter_asked.emit(key, self._below(button))
            )
        menu.setStyleSheet("QMenu { menu-scrollable: 1; }")
        button.setMenu(menu)
        return button

    @staticmethod
    def _below(button: QWidget) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height()))


class Chip(QPushButton):
    """A filter that is on. A click edits it, its × (or Delete) takes it off."""

    taken_off = Signal()
    pressed_at = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIcon(icon("x", tokens.ACCENT, size=14))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.clicked.connect(self._on_clicked)
        self._at_cross = False

    def say(self, text: str) -> None:
        """Show this text."""
        self.setText(text if len(text) <= _CHIP_TEXT else text[: _CHIP_TEXT - 1] + "…")
        self.setToolTip(self.tr("{text}（点击修改，点 × 或按 Delete 取消）").format(text=text))
        self.setAccessibleName(self.tr("筛选：{text}").format(text=text))

    def cross(self) -> QPoint:
        """Where the × is."""
        return QPoint(self.width() - 15, self.height() // 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at_cross = event.position().x() >= self.width() - 26
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Enter and the space bar come next: they edit, wherever the mouse was before.
        self._at_cross = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._at_cross = False
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.taken_off.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        if self._at_cross:
            self.taken_off.emit()
        else:
            self.pressed_at.emit(self.mapToGlobal(QPoint(0, self.height())))
