"""更多: the tables of a project that are looked at less often, in one leaf of the record panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.child_tab import ChildTab, ChildTable
from zonedesk.desktop.widgets.named import named


class MoreTab(QWidget):
    """One table at a time; the buttons above say how many rows each has. `history_asked` as the tables ask it."""

    history_asked = Signal(object, str)

    def __init__(self, desk: Desk, tabs: Sequence[ChildTab]) -> None:
        super().__init__()
        self._desk = desk
        self.tabs = {tab.view.table: tab for tab in tabs}
        self.buttons: dict[str, QPushButton] = {}
        self.stack = QStackedWidget()
        self.pid: int | None = None
        self._group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setContentsMargins(8, 8, 8, 0)
        line.setSpacing(4)
        for table, tab in self.tabs.items():
            button = named(QPushButton(tab.view.title), "option")
            button.setCheckable(True)
            button.setStyleSheet("padding: 1px 6px;")
            button.clicked.connect(lambda _=False, table=table: self.choose(table))
            tab.history_asked.connect(self.history_asked)
            self._group.addButton(button)
            self.buttons[table] = button
            line.addWidget(button)
            self.stack.addWidget(tab)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.stack, 1)
        next(iter(self.buttons.values())).setChecked(True)

    @property
    def tab(self) -> ChildTab:
        """What is in view."""
        return list(self.tabs.values())[self.stack.currentIndex()]

    @property
    def table(self) -> ChildTable:
        """The table in view: where the keyboard begins."""
        return self.tab.table

    def show_project(self, pid: int | None) -> None:
        """Fill in a project; None empties the leaf."""
        self.pid = pid
        reader = self._desk.session.reader
        for table, button in self.buttons.items():
            count = len(reader.rows(table, columns=("id",), project_id=pid)) if pid is not None else 0
            title = self.tabs[table].view.title
            button.setText(f"{title} {count}" if count else title)
        self.tab.show_project(pid)

    def choose(self, table: str) -> ChildTab:
        """Bring a table into view, and give it."""
        tab = self.tabs[table]
        self.buttons[table].setChecked(True)
        self.stack.setCurrentWidget(tab)
        tab.show_project(self.pid)
        return tab
