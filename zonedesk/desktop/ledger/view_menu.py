"""The button that names the view and opens the list of views."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from zonedesk.desktop.icons import icon
from zonedesk.ops.view_rules import rules
from zonedesk.ops.views import View

_NAME = 9


class ViewButton(QToolButton):
    """`chosen(name)` is a view picked from the list; the others are what can be done with the one that is open."""

    chosen = Signal(str)
    save_asked = Signal()
    save_as_asked = Signal()
    rename_asked = Signal()
    delete_asked = Signal()
    export_asked = Signal()

    def __init__(self, views: Callable[[], list[View]]) -> None:
        super().__init__()
        self._views = views
        self._name, self._changed, self._builtin, self._writable = "", False, True, True
        self.setIcon(icon("chevron-down"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton { font-weight: 600; }")
        self.setFixedWidth(148)
        self.menu_ = QMenu(self)
        self.menu_.setToolTipsVisible(True)
        self.menu_.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.menu_.aboutToShow.connect(self.fill)
        self.setMenu(self.menu_)

    def say(self, view: View, *, changed: bool, writable: bool) -> None:
        """Name the view that is open; `changed` if its rows were narrowed or ordered otherwise since."""
        self._name, self._changed, self._builtin, self._writable = view.name, changed, view.builtin, writable
        shown = view.name if len(view.name) <= _NAME else view.name[: _NAME - 1] + "…"
        self.setText(f"{shown} *" if changed else shown)
        told = self.tr("视图：{name}（Alt+V）").format(name=view.name)
        self.setToolTip(told + (self.tr("，筛选、排序或分组已改动") if changed else ""))
        self.setAccessibleName(self.tr("视图：{name}").format(name=view.name))

    def fill(self) -> None:
        """Make the list anew."""
        self.menu_.clear()
        known = self._views()
        meanings = {rule.label: rule.meaning for rule in rules().values()}
        for view in known:
            if view.builtin:
                self._add_view(view).setToolTip(meanings.get(view.name, ""))
        own = [view for view in known if not view.builtin]
        if own:
            self.menu_.addSeparator()
        for view in own:
            self._add_view(view)
        self.menu_.addSeparator()
        mine = not self._builtin and self._writable
        self._add(self.tr("保存对此视图的改动"), self.save_asked, mine and self._changed)
        self._add(self.tr("另存为视图…"), self.save_as_asked, self._writable)
        self._add(self.tr("重命名…"), self.rename_asked, mine)
        self._add(self.tr("删除此视图"), self.delete_asked, mine)
        self._add(self.tr("导出此视图…"), self.export_asked, True)

    def _add_view(self, view: View) -> QAction:
        action = self.menu_.addAction(view.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(view.name == self._name)
        action.triggered.connect(lambda _=False, name=view.name: self.chosen.emit(name))
        return action

    def _add(self, text: str, signal: SignalInstance, offered: bool) -> None:
        if offered:
            self.menu_.addAction(text).triggered.connect(lambda _=False: signal.emit())
