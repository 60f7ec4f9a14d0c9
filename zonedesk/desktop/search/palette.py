"""The palette: one line to type in, what is found beneath it; laid over the window, closed by Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.search.index import SearchKeeper
from zonedesk.desktop.search.places import ProgramPlaces
from zonedesk.desktop.search.results import Found, ResultsDelegate, ResultsModel
from zonedesk.desktop.widgets.named import named

_WIDTH, _TOP, _LEAST_HEIGHT = 680, 48, 84
_FEW_GROUPS, _MANY = 2, 12  # with few groups there is room for more of each
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QFrame):
    """`chosen(Found)` when something is to be opened. The keyboard goes back to where it came from."""

    chosen = Signal(object)

    def __init__(self, keeper: SearchKeeper, over: QWidget) -> None:
        super().__init__(over)
        self.keeper, self._over, self.places = keeper, over, ProgramPlaces(self)
        self.setObjectName("palette")
        self.setStyleSheet(
            f"#palette {{ background: {tokens.PANEL}; border: 1px solid {tokens.ACCENT}; border-radius: 4px; }}"
            " #palette QListView { border: none; }"
        )
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(
            self.tr("项目、企业、手续文号、问题、人员、电话、页面、设置…… 可用拼音首字母")
        )
        self.line.setAccessibleName(self.tr("查找全部"))
        self.line.setClearButtonEnabled(True)
        self.model = ResultsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ResultsDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("查找结果"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._open)
        self.note = named(QLabel(), "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        over.installEventFilter(self)
        keeper.ready.connect(self._on_ready)
        self.hide()

    def open(self) -> None:
        """Show the palette with the last words selected, ready to be typed over."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.keeper.refresh()
        self._find()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def shut(self) -> None:
        """Hide and give the keyboard back."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_for_good(self) -> None:
        """Hide because the keyboard goes elsewhere: it does not come back to where it was."""
        self._before = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.line and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                # Before the notice's own Esc: what lies on top goes first.
                event.accept()
                return True
            if kind == QEvent.Type.KeyPress:
                return self._on_key(event)
        elif watched is self.line and kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason}:
                self.hide_for_good()
        elif watched is self._over and kind == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in _ENTER:
            self._open(self.list.currentIndex())
        elif step is not None and self.model.lines:
            self._choose(self.model.next_from(self.list.currentIndex().row(), step))
        elif event.key() not in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return False
        return True

    def _find(self) -> None:
        index, words = self.keeper.index, self.line.text().strip()
        found = index.find(words) if index and words else []
        if index and 0 < len(found) <= _FEW_GROUPS:
            found = index.find(words, _MANY)
        found = [*found, *self.places.find(words)]
        self.model.show(found)
        if found:
            self._choose(self.model.next_from(0, 1))
            self.note.setText(self.tr("↑↓ 选择　Enter 打开　Esc 关闭"))
        elif not words:
            self.note.setText(self.tr("输入几个字或拼音首字母，多个词用空格隔开　Esc 关闭"))
        elif index is None:
            self.note.setText(self.tr("正在准备查找，马上就好…"))
        else:
            self.note.setText(
                self.tr("没有找到“{words}”。请少输几个字，或换用拼音首字母").format(words=words)
            )
        self.list.setVisible(bool(found))
        self._fit()

    def _on_ready(self) -> None:
        if not self.isVisible():
            return
        # What was written while it was read.
        self.keeper.refresh()
        kept = self.list.currentIndex().row()
        self._find()
        if 0 < kept < len(self.model.lines) and self.model.lines[kept].entry is not None:
            self._choose(kept)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))
        if row == 1:
            self.list.scrollToTop()

    def _open(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        found: Found = self.model.lines[index.row()]
        if found.entry is None:
            return
        self.hide_for_good()
        self.chosen.emit(found)

    def _fit(self) -> None:
        over = self._over
        width = min(_WIDTH, over.width() - 40)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.model.rowCount()))
        most = over.height() - _TOP - 60
        height = min(_LEAST_HEIGHT + rows, most) if rows else self.sizeHint().height()
        self.setGeometry((over.width() - width) // 2, _TOP, width, height)
