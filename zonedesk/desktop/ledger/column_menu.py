"""The menu of one column's head: sort, filter, group, hide, freeze."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from zonedesk.ops.table.columns import Column
from zonedesk.ops.table.grouping import GROUPINGS


class ColumnMenu(QMenu):
    """Made for one showing. What was chosen is told by a signal with the column's key."""

    sort_asked = Signal(str, bool)
    unsort_asked = Signal()
    filter_asked = Signal(str, QPoint)
    unfilter_asked = Signal(str)
    group_asked = Signal(str)
    hide_asked = Signal(str)
    freeze_asked = Signal(str)
    unfreeze_asked = Signal()
    columns_asked = Signal()

    def __init__(self, parent: QWidget, column: Column, *, at: QPoint) -> None:
        super().__init__(parent)
        self._key, self._at = column.key, at
        key = column.key
        self._add(self.tr("升序"), lambda: self.sort_asked.emit(key, False))
        self._add(self.tr("降序"), lambda: self.sort_asked.emit(key, True))

    def add_rest(self, *, sorted_: bool, filtered: bool, frozen: int, number: int) -> None:
        """The rest of the menu, by how the column stands: `number` is its place among those shown."""
        key = self._key
        if sorted_:
            self._add(self.tr("取消排序"), self.unsort_asked.emit)
        self.addSeparator()
        self._add(self.tr("筛选…\tCtrl+Shift+L"), lambda: self.filter_asked.emit(key, self._at))
        if filtered:
            self._add(self.tr("取消此栏筛选"), lambda: self.unfilter_asked.emit(key))
        if key in GROUPINGS:
            self._add(self.tr("按此栏分组"), lambda: self.group_asked.emit(key))
        self.addSeparator()
        if key != "name":
            self._add(self.tr("隐藏此栏"), lambda: self.hide_asked.emit(key))
        if number + 1 != frozen:
            self._add(self.tr("冻结到此栏"), lambda: self.freeze_asked.emit(key))
        if frozen > 1:
            self._add(self.tr("取消冻结"), self.unfreeze_asked.emit)
        self._add(self.tr("栏目设置…\tAlt+C"), self.columns_asked.emit)

    def _add(self, text: str, slot: object) -> None:
        self.addAction(text).triggered.connect(lambda _=False: slot())  # type: ignore[operator]
