"""What the four tabs of the page 调度 have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookSpec, Row
from zonedesk.desktop.desk import Desk
from zonedesk.domain.changes import Changes
from zonedesk.ops.list_rows import ListRows
from zonedesk.ops.lists import ListKind


class Tab(QWidget):
    """One tab: `book` is its main table, `tools` the buttons that the page shows beside the tabs.

    `told(text)` is the line for the page's status, `counted(n)` the number beside the tab's name.
    """

    told = Signal(str)
    counted = Signal(int)

    def __init__(self, desk: Desk, spec: BookSpec) -> None:
        super().__init__()
        self.desk = desk
        self.day = ""
        self.book = self.make_book(spec)
        self.book.told.connect(self.told)
        self.tools = QWidget()
        self.tool_row = QHBoxLayout(self.tools)
        self.tool_row.setContentsMargins(0, 0, 0, 0)
        self.tool_row.setSpacing(6)
        # The widest of the four gives the width: the others stand at its right.
        self.tool_row.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.setFocusProxy(self.book)

    def make_book(self, spec: BookSpec, belongs: Callable[[Row], bool] = lambda _: True) -> BookTable:
        """A book of only those rows of its list that `belongs` says, at the moment they are read."""
        book = BookTable(self.desk, spec)
        whole = book.kind
        part = ListKind(
            whole.name,
            whole.label,
            whole.columns,
            lambda *asked: [row for row in whole.rows(*asked) if belongs(row)],
        )
        book.rows = ListRows(self.desk.session, part, spec.table, alone=False)
        return book

    def reload(self) -> None:
        """Read everything afresh."""
        self.day = self.desk.as_of
        self.book.reload()
        self.show_count()

    def patch(self, changes: Changes) -> None:
        """Take a step in; rows stay in their places."""
        self.book.patch(changes)
        self.show_count()

    def show_count(self) -> None:
        """Tell the number beside the tab's name."""
        self.counted.emit(len(self.book.rows.rows))
