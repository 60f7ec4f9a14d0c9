"""Which columns are shown, their order and width, and how many stay: all by keyboard, or by dragging."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.widgets.named import named
from zonedesk.domain.view_definition import MAX_WIDTH, MIN_WIDTH, Layout
from zonedesk.ops.table.columns import columns_by_key

_KEY = Qt.ItemDataRole.UserRole


class ColumnDialog(QDialog):
    """`taken(Layout)` when the officer agrees. `usual` holds the usual width of every column, by key."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, layout: Layout, usual: dict[str, int], name: str) -> None:
        super().__init__(parent)
        self._usual = usual
        self._widths = {key: layout.widths.get(key, width) for key, width in usual.items()}
        self.setWindowTitle(self.tr("栏目设置：{name}").format(name=name))
        self.narrow = QLineEdit(placeholderText=self.tr("查找栏目"), clearButtonEnabled=True)
        self.narrow.textChanged.connect(self._on_find)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("栏目"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.currentItemChanged.connect(self._on_current)
        self.width_box = QSpinBox(minimum=MIN_WIDTH, maximum=MAX_WIDTH, singleStep=4, suffix=self.tr(" 像素"))
        self.width_box.valueChanged.connect(self._on_width)
        self.frozen_box = QSpinBox(minimum=0, maximum=6, suffix=self.tr(" 栏"))
        self.up, self.down = QPushButton(self.tr("上移")), QPushButton(self.tr("下移"))
        self.up.setToolTip("Ctrl+↑")
        self.down.setToolTip("Ctrl+↓")
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.reset = QPushButton(self.tr("恢复默认"))
        self.reset.clicked.connect(lambda: self._show(Layout(tuple(usual), {}, 1)))
        self.agree = named(QPushButton(self.tr("应用栏目设置")), "primary")
        self.agree.setDefault(True)
        self.agree.clicked.connect(self._on_agree)
        self.cancel = QPushButton(self.tr("取消"))
        self.cancel.clicked.connect(self.reject)
        for key, step in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda step=step: self._move(step))
        self._lay_out()
        self._show(layout)
        self.resize(470, 520)
        self.list.setFocus()

    def layout_chosen(self) -> Layout:
        """What the dialog says."""
        items = [self.list.item(row) for row in range(self.list.count())]
        keys = tuple(i.data(_KEY) for i in items if i.checkState() is Qt.CheckState.Checked)
        widths = {key: self._widths[key] for key in keys if self._widths[key] != self._usual[key]}
        return Layout(keys, widths, min(self.frozen_box.value(), len(keys)))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("此栏宽度"), self.width_box)
        form.addRow(self.tr("左侧冻结"), self.frozen_box)
        side = QVBoxLayout()
        side.addLayout(form)
        for button in (self.up, self.down, self.reset):
            side.addWidget(button)
        side.addStretch(1)
        hint = named(QLabel(self.tr("空格勾选或取消，拖动或 Ctrl+↑↓ 调整次序")), "second")
        both = QHBoxLayout()
        left = QVBoxLayout()
        left.addWidget(self.narrow)
        left.addWidget(self.list, 1)
        both.addLayout(left, 1)
        both.addLayout(side)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.agree)
        whole = QVBoxLayout(self)
        whole.addLayout(both, 1)
        whole.addLayout(foot)

    def _show(self, layout: Layout) -> None:
        self._widths = {key: layout.widths.get(key, width) for key, width in self._usual.items()}
        columns = columns_by_key()
        shown = set(layout.columns)
        self.list.clear()
        for key in (*layout.columns, *(key for key in self._usual if key not in shown)):
            item = QListWidgetItem(columns[key].title)
            item.setData(_KEY, key)
            flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled
            # Without its name a row says nothing.
            item.setFlags(flags if key != "name" else flags & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.frozen_box.setValue(layout.frozen)
        self.list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)

    def _on_find(self, text: str) -> None:
        for row in range(self.list.count()):
            if text.strip() and text.strip() in self.list.item(row).text():
                self.list.setCurrentRow(row)
                return

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            with QSignalBlocker(self.width_box):
                self.width_box.setValue(self._widths[item.data(_KEY)])

    def _on_width(self, width: int) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._widths[item.data(_KEY)] = width

    def _on_agree(self) -> None:
        self.taken.emit(self.layout_chosen())
        self.accept()
