"""The record panel: one project, all of it, beside the grid."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.ledger.child_tab import ChildTab, is_delete_row
from zonedesk.desktop.ledger.child_tabs import make_more, make_tabs
from zonedesk.desktop.ledger.fields_tab import FieldsTab
from zonedesk.desktop.ledger.history import HistoryTab, only_of
from zonedesk.desktop.ledger.light_line import LightLine
from zonedesk.desktop.ledger.more_tab import MoreTab
from zonedesk.desktop.ledger.stops import next_stop, stops
from zonedesk.desktop.page import Page
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes
from zonedesk.domain.stages import STAGE_LABELS
from zonedesk.ops.record_check import Wrong
from zonedesk.ops.record_history import Only
from zonedesk.ops.table.rows import LedgerRows, Patched


class Leaf(Protocol):
    """A leaf of the panel."""

    def show_project(self, pid: int | None) -> None:
        """Fill in a project; None empties the leaf."""


class RecordPanel(QWidget):
    """`step_asked(int)`: the next or previous project, please.

    Only the leaf in view is filled; leaves are made when the panel is first filled, so that the grid is on
    the screen before them. Tab goes round in the panel: the leaf, the buttons, the heads of the leaves; Esc and F6
    lead out of it.
    """

    step_asked = Signal(int)

    def __init__(self, desk: Desk, rows: LedgerRows) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(320)
        self.desk, self.rows = desk, rows
        self.pid: int | None = None
        self.leaves: dict[str, Leaf] = {}
        self._stale: set[str] = set()
        self._tables: frozenset[str] = frozenset()
        self._over, self._said = False, ""
        desk.closing.connect(self._on_closing)
        self.name, self.standing, self.lights = QLabel(), named(QLabel(), "second"), LightLine(desk)
        self.name.setStyleSheet("font-weight: 600;")
        self.name.setWordWrap(True)
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName(self.tr("项目记录"))
        self.tabs.setStyleSheet("QTabBar::tab { padding: 6px 8px; }")
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 6, 0)
        head.addWidget(self.name, 1)
        self._buttons: list[QWidget] = []
        for name, tip, step in (
            ("chevron-up", self.tr("上一个项目（PgUp）"), -1),
            ("chevron-down", self.tr("下一个项目（PgDn）"), 1),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _=False, step=step: self._step(step))
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._buttons.append(button)
        second = QHBoxLayout()
        second.setContentsMargins(12, 0, 12, 2)
        second.addWidget(self.standing)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(second)
        column.addWidget(self.lights)
        column.addWidget(self.tabs, 1)
        self.resize(tokens.PANEL_WIDTH, 600)
        for key, step in (("PgUp", -1), ("PgDown", 1)):
            bind(self, key, partial(self._step, step))
        for keys, step in ((("Ctrl+Tab", "Ctrl+PgDown"), 1), (("Ctrl+Shift+Tab", "Ctrl+PgUp"), -1)):
            for key in keys:
                bind(self, key, partial(self._turn, step))

    def show_project(self, pid: int | None) -> None:
        """Show a project; None empties the panel."""
        if self._over:
            return
        if not self.leaves:
            self._make_leaves()
        self.pid = pid
        self.refresh()

    def take(self, changes: Changes, patched: Patched) -> None:
        """Show what a change did to the project in view."""
        if self.pid in patched.updated or changes.touches(*self._tables):
            self.refresh()

    def refresh(self) -> None:
        """Fill the leaf in view anew, the others when they are looked at."""
        if not self.leaves or not self.isVisible():
            return
        if self.pid not in self.rows.by_id:
            self.pid = None
        self._stale = set(self.leaves)
        self._show_head()
        self._fill()

    def focus_first(self) -> None:
        """Put the keyboard into the leaf in view: its first field, its table or its list."""
        leaf = self.tabs.currentWidget()
        found = stops(leaf) if leaf is not None else []
        first = (
            leaf.list if isinstance(leaf, HistoryTab) else leaf.table if isinstance(leaf, MoreTab) else None
        )
        first = first if first in found else None
        self._focus(first or (found[0] if found else self.tabs.tabBar()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        leaf = self.tabs.currentWidget()
        ring = [*(stops(leaf) if leaf is not None else []), *self._buttons, self.tabs.tabBar()]
        found = next_stop(ring, QApplication.focusWidget(), 1 if forward else -1)
        if found is None:
            return super().focusNextPrevChild(forward)
        self._focus(found, forward=forward)
        return True

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_delete_row(event)
        ):
            # On the page this key deletes the project; in here it is about a row of a table, or about nothing.
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._leave()
        else:
            super().keyPressEvent(event)

    def show_child(self, table: str, row_id: int | None = None) -> None:
        """Turn to the leaf of a table and make one of its rows (or the first) current."""
        key = "more" if table in self.more.tabs else table
        leaf = self.leaves.get(key)
        if leaf is None:
            return
        self.tabs.setCurrentIndex(list(self.leaves).index(key))
        tab = self.more.choose(table) if key == "more" else leaf
        if isinstance(tab, ChildTab):
            tab.choose(row_id)

    def show_history(self, only: Only, label: str) -> None:
        """Turn to the record and show the history of one field."""
        self.tabs.setCurrentIndex(list(self.leaves).index("history"))
        self.history.show_only(only, label)

    def _make_leaves(self) -> None:
        self.fields = FieldsTab(self.desk, self.rows)
        self._add("fields", self.tr("资料"), self.fields)
        self.fields.history_asked.connect(lambda field: self.show_history(only_of(field), field.label))
        self.fields.checked.connect(self._on_checked)
        for tab in make_tabs(self.desk, self.rows):
            self._add(tab.view.table, tab.view.title, tab)
            tab.history_asked.connect(self.show_history)
        self.more = MoreTab(self.desk, make_more(self.desk, self.rows))
        self._add("more", self.tr("更多"), self.more)
        self.more.history_asked.connect(self.show_history)
        # The grid's rows say nothing of these: a change of them is for the panel alone.
        self._tables = frozenset({*self.leaves, *self.more.tabs})
        self.history = HistoryTab(self.desk, self.rows)
        self._add("history", self.tr("记录"), self.history)
        self.tabs.currentChanged.connect(self._fill)

    def _add(self, key: str, title: str, leaf: FieldsTab | ChildTab | MoreTab | HistoryTab) -> None:
        self.leaves[key] = leaf
        self.tabs.addTab(leaf, title)

    def _fill(self) -> None:
        key = list(self.leaves)[self.tabs.currentIndex()]
        if key in self._stale:
            self._stale.discard(key)
            self.leaves[key].show_project(self.pid)

    def _show_head(self) -> None:
        self.lights.show_project(self.pid)
        if self.pid is None:
            self.name.setText(self.tr("未选中项目"))
            self.standing.setText(self.tr("在左侧选中一行，即可查看和修改"))
            return
        row, derived = self.rows.by_id[self.pid], self.rows.derived(self.pid)
        self.name.setText(row["name"])
        parts = [STAGE_LABELS[derived.stage], derived.stuck]
        if derived.overdue_days:
            parts[-1] += self.tr(" {days} 天").format(days=derived.overdue_days)
        if derived.required:
            parts.append(
                self.tr("手续 {done}/{required}").format(done=derived.done, required=derived.required)
            )
        if row["unfit"]:
            parts.append(self.tr("待核 {count} 项").format(count=len(row["unfit"])))
        self._said = " · ".join(part for part in parts if part)
        self.standing.setText(self._said)

    def _on_checked(self, found: list[Wrong]) -> None:
        """Say in the head how much is to be looked at, and mark the leaves that have some of it."""
        tables = {self._leaf_of(wrong.place) for wrong in found}
        for number, key in enumerate(self.leaves):
            told = "\n".join(wrong.text for wrong in found if self._leaf_of(wrong.place) == key)
            self.tabs.setTabIcon(number, icon("alert-triangle", tokens.YELLOW) if key in tables else QIcon())
            self.tabs.setTabToolTip(number, told)
        if found and self.pid is not None:
            count = self.tr("需核对 {count} 处").format(count=len(found))
            self.standing.setText(" · ".join(part for part in (self._said, count) if part))

    def _leaf_of(self, place: str) -> str:
        return "more" if place in self.more.tabs else place

    def _on_closing(self) -> None:
        # A row made current just before may still be on its way here.
        self._over = True

    def _focus(self, widget: QWidget, *, forward: bool = True) -> None:
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        widget.setFocus(reason)
        if isinstance(widget, QAbstractItemView) and not widget.currentIndex().isValid():
            # A leaf is filled after it got the keyboard: where that is must be seen all the same.
            widget.setCurrentIndex(widget.model().index(0, 0))
        if self.leaves and self.fields.isAncestorOf(widget):
            self.fields.ensureWidgetVisible(widget)

    def _turn(self, step: int) -> None:
        """Turn to the next or previous leaf; the keyboard goes along, unless it is on the heads."""
        on_heads = self.tabs.tabBar().hasFocus()
        if self.tabs.count():
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
        if not on_heads:
            self.focus_first()

    def _leave(self) -> None:
        """Back to what the page is about: the grid, where its current row still is."""
        place = self.parentWidget()
        while place is not None and not isinstance(place, Page):
            place = place.parentWidget()
        if place is not None:
            place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, step: int) -> None:
        if self.leaves:
            self.fields.save()
        self.step_asked.emit(step)
