"""Choosing a project: a line to type a few characters or pinyin initials in, and what is found beneath it."""

from __future__ import annotations

import heapq
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.named import named
from zonedesk.ops.line_search import LineSearch, folded

_WIDTH, _ROWS, _MOST = 460, 10, 50
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Then = Callable[[int, str], object]
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class ProjectChooser(QFrame):
    """Laid over `over`; `chosen(project_id)` when one was taken. Enter takes, Esc gives up."""

    chosen = Signal(int)

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self._back: QWidget | None = None
        self._then: Then | None = None
        self._search: LineSearch | None = None
        self._ids: list[int] = []
        self._names: list[str] = []
        self._zones: list[str] = []
        self._first: int | None = None
        self.setObjectName("chooser")
        self.setStyleSheet(
            f"#chooser {{ background: {tokens.PANEL}; border: 1px solid {tokens.ACCENT}; border-radius: 4px; }}"
            " #chooser QListWidget { border: none; }"
        )
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("项目名称或开发区，可用拼音首字母，多个词用空格隔开"))
        self.line.setAccessibleName(self.tr("选择项目"))
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("项目"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = named(QLabel(), "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self.note)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._take())
        self.hide()

    def ask(self, proposed: int | None, back: QWidget, then: Then | None = None, typed: str = "") -> None:
        """Ask for a project, `proposed` first; the keyboard then goes back to `back`.

        With `then`, its id and name go there instead of to `chosen`; `typed` stands in the line already.
        """
        self._back, self._then, self._first = back, then, proposed
        self._read()
        self.line.setText(typed)
        self._find()
        size = self._over.size()
        width = min(_WIDTH, size.width() - 16)
        height = self.list.sizeHintForRow(0) * _ROWS + 92 if self.list.count() else 160
        self.setGeometry((size.width() - width) // 2, 8, width, min(height, size.height() - 16))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._on_key(event):
                return True
        elif watched is self.line and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._shut()
        elif event.key() in _ENTER:
            self._take()
        elif event.key() in _MOVES:
            page = _ROWS if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown} else 1
            step = -page if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} else page
            row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
            self.list.setCurrentRow(row)
        else:
            return False
        return True

    def _read(self) -> None:
        """The projects in the scope looked at."""
        view = self._desk.figures().view
        ids = sorted(view.members)
        facts = view.facts
        if ids == self._ids and [facts.projects[pid].name for pid in ids] == self._names:
            return
        self._ids, self._search = ids, None
        self._names = [facts.projects[pid].name for pid in ids]
        self._zones = [facts.zones.get(facts.projects[pid].zone_id or 0, "") for pid in ids]

    def _find(self) -> None:
        words = folded(self.line.text()).split()
        if words:
            if self._search is None:
                lines = zip(self._names, self._zones, strict=True)
                self._search = LineSearch(f"{name} {zone}" for name, zone in lines)
            numbers = self._search.find(words[0])
            for word in words[1:]:
                numbers = self._search.among(word, numbers)
            shown = heapq.nsmallest(_MOST, numbers, key=lambda n: (words[0] not in folded(self._names[n]), n))
        else:
            shown = list(range(min(_MOST, len(self._ids))))
            if self._first in self._ids:
                place = self._ids.index(self._first)
                shown = [place, *(n for n in shown if n != place)]
        self.list.clear()
        for number in shown:
            zone = self._zones[number]
            item = QListWidgetItem(f"{self._names[number]}　{zone}" if zone else self._names[number])
            item.setData(Qt.ItemDataRole.UserRole, self._ids[number])
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        if shown:
            self.note.setText(self.tr("↑↓ 选择　Enter 选定　Esc 关闭"))
        elif words:
            self.note.setText(self.tr("没有找到。请少输几个字，或换用拼音首字母"))
        else:
            self.note.setText(self.tr("当前范围内没有项目"))

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            place, then = self._ids.index(item.data(Qt.ItemDataRole.UserRole)), self._then
            self._shut()
            if then is not None:
                then(self._ids[place], self._names[place])
            else:
                self.chosen.emit(self._ids[place])

    def _shut(self) -> None:
        back, self._back = self._back, None
        self.hide()
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
