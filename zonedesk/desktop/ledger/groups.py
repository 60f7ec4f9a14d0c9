"""Choosing what rows are grouped by, and folding groups by key and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton

from zonedesk.desktop.ledger.grid import LedgerGrid
from zonedesk.desktop.ledger.model import LedgerModel
from zonedesk.ops.table.grouping import GROUPINGS


class GroupButton(QToolButton):
    """`chosen(key)`: group by this column, "" for none; `fold_asked(bool)`: fold all groups or open them."""

    chosen = Signal(str)
    fold_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(self.tr("按某一栏分组，各组有个数和小计（Alt+G）"))
        self.menu_ = QMenu(self)
        self.choices = {"": self.menu_.addAction(self.tr("不分组"))}
        self.choices |= {key: self.menu_.addAction(label) for key, label in GROUPINGS.items()}
        for key, action in self.choices.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, key=key: self.chosen.emit(key))
        self.menu_.addSeparator()
        self.fold_all = self.menu_.addAction(self.tr("全部收起"))
        self.fold_all.triggered.connect(lambda: self.fold_asked.emit(True))
        self.open_all = self.menu_.addAction(self.tr("全部展开"))
        self.open_all.triggered.connect(lambda: self.fold_asked.emit(False))
        self.setMenu(self.menu_)
        self.say("")

    def say(self, key: str) -> None:
        """Name what is grouped by."""
        self.setText(self.tr("按{column}分组").format(column=GROUPINGS[key]) if key else self.tr("分组"))
        for each, action in self.choices.items():
            action.setChecked(each == key)
        for action in (self.fold_all, self.open_all):
            action.setEnabled(bool(key))


class GroupFolding(QObject):
    """On the head of a group Left folds, Right opens, Space and a click do the other of the two."""

    def __init__(self, model: LedgerModel, grid: LedgerGrid) -> None:
        super().__init__(grid)
        self._model, self._grid = model, grid
        grid.installEventFilter(self)
        grid.mark_heads(lambda row: model.group_at(row) is not None)
        for view in (grid, grid.frozen):
            view.clicked.connect(self._on_clicked)

    def fold_all(self, folded: bool) -> None:
        """Fold or open all groups."""
        self._model.fold(self._model.arrangement.groups, folded)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._grid and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and self._on_key(event.key())
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        group = self._model.group_at(self._grid.currentIndex().row())
        if group is None:
            return False
        folded = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False, Qt.Key.Key_Space: not group.folded}
        wanted = folded.get(Qt.Key(key))
        if wanted is None or wanted == group.folded:
            return False
        self._model.fold([group], wanted)
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        group = self._model.group_at(index.row())
        if group is not None and index.column() == 0:
            self._model.fold([group], not group.folded)
