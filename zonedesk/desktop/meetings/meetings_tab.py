"""会议: the meetings at the left; of the chosen one what changed since the last, its record, its action items."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.meetings.books import action_spec, meeting_spec
from zonedesk.desktop.meetings.changes_view import ChangesView
from zonedesk.desktop.meetings.record_view import RecordView
from zonedesk.desktop.meetings.tab import Tab
from zonedesk.desktop.preview.list_preview import PaperPreview
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.meetings import WEEKLY, meeting_name
from zonedesk.domain.progress import Progress
from zonedesk.ops.since_meeting import days_of, since_meeting
from zonedesk.ops.weekly import paper_of

PAPER_KEY = "Alt+P"
PART_KEYS = ("Alt+1", "Alt+2", "Alt+3")
_ITEMS = 2  # the number of the part that lists the action items
_WAIT_MS = 120
_COMPARED = frozenset(
    {"project", "listing", "batch", "zone", "monthly_progress", "procedure", "problem", "setting"}
)


class MeetingsTab(Tab):
    """The comparison is made anew only when something changed that bears on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, meeting_spec(self._new_values))
        self._meeting: Row | None = None
        self._since = ""
        self._compared: tuple[int, str, str] | None = None
        self._told_of: int | None = None
        self.heading = QLabel()
        self.heading.setStyleSheet("font-weight: 600;")
        self.changes = ChangesView(desk)
        self.record = RecordView(desk)
        self.items = self.make_book(action_spec(of_meeting=self._link), self._belongs)
        self.paper_button = QPushButton(icon("printer"), self.tr("会议材料…"))
        self.paper_button.setToolTip(
            self.tr("预览并打印周调度表：变化、上次议定事项落实、未更新进度的项目（{key}）").format(
                key=PAPER_KEY
            )
        )
        self.parts, self.stack = QTabBar(), QStackedWidget()
        self.preview: PaperPreview | None = None
        # Held arrow keys pass over meetings that nobody wants compared.
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self.compare)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        super().reload()
        self.items.reload()
        self._compared = None
        rows = self.book.shown()
        if self.book.current_row() is None and rows:
            self.book.go_to(rows[0]["id"], "name")
        self._on_current(self.book.current_row())

    def patch(self, changes: Changes) -> None:
        super().patch(changes)
        self.items.patch(changes)
        if changes.touches(*_COMPARED):
            self._compared = None
        self._on_current(self.book.current_row())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def compare(self) -> None:
        """Compare with the meeting before, or with the day that was chosen."""
        self._timer.stop()
        row = self._meeting
        if row is None or not row["held_on"]:
            return
        since, until = self._days(row)
        wanted = (row["id"], since, until)
        if wanted != self._compared:
            self._compared = wanted
            self.changes.show_found(since_meeting(self.desk.session, since, until, self.desk.scope))
        self._told_of = row["id"]
        self.changes.show()

    def print_paper(self) -> None:
        """Preview the paper of the chosen meeting."""
        row = self._meeting
        if row is None or not row["held_on"]:
            self.desk.told.emit(self.tr("请先选中一次写明日期的会议"))
            return
        from zonedesk.reports.build import write_beside  # noqa: PLC0415 - reportlab: only for those who print
        from zonedesk.reports.weekly import title_of, write_weekly  # noqa: PLC0415 - reportlab: only for those who print

        since, until = self._days(row)
        session = self.desk.session
        meeting = session.reader.rows("meeting", id=row["id"])[0]
        data = paper_of(session, meeting, until, self.desk.scope, since=since)

        def write(path: Path, progress: Progress) -> None:
            write_beside(path, lambda beside: write_weekly(data, beside, progress))

        preview = PaperPreview(self.desk, f"{row['name']}{title_of(data)}", "", write, self)
        if preview.begin():
            self.preview = preview

    def add_item(self) -> None:
        """Show the action items, and add one."""
        self.parts.setCurrentIndex(_ITEMS)
        self.items.add()

    def _days(self, row: Row) -> tuple[str, str]:
        since, until = days_of(self.desk.session.reader, row["held_on"], row["kind"])
        return self._since or since, takes_effect(until)

    def _new_values(self, _: Desk) -> dict[str, str]:
        """A weekly meeting of the day that is worked on."""
        day = self.day or dt.date.today().isoformat()  # noqa: DTZ011 - the officer's own calendar
        return {"kind": WEEKLY, "held_on": day, "name": meeting_name(WEEKLY, day)}

    def _link(self) -> dict[str, int]:
        return {"meeting_id": self._meeting["id"]} if self._meeting else {}

    def _belongs(self, row: Row) -> bool:
        return self._meeting is not None and row["meeting_id"] == self._meeting["id"]

    def _on_current(self, row: Row | None) -> None:
        other = row is None or self._meeting is None or row["id"] != self._meeting["id"]
        self._meeting = row
        if other:
            self._since = ""
            self.items.reload()
        self.record.show_row(row)
        self.parts.setTabText(_ITEMS, self.tr("议定事项  {n}").format(n=len(self.items.rows.rows)))
        there = row is not None
        for widget in (self.parts, self.stack, self.paper_button):
            widget.setVisible(there)
        if row is None:
            self.heading.setText(self.tr("选中一次会议，这里列出上次会议以来的变化、会议记录和议定事项。"))
            return
        told = [row["name"], row["held_on"] or self.tr("未写召开日期，不能比较变化")]
        if row["held_on"] and row["warning"]:
            told = [row["name"], f"▲ {row['warning']}"]
        doubtful = row["warning"] or not row["held_on"]
        self.heading.setText("　".join(told))
        self.heading.setStyleSheet(f"font-weight: 600; color: {tokens.YELLOW if doubtful else tokens.TEXT};")
        # What was found for another meeting never stands under this one's name.
        self.changes.setVisible(bool(row["held_on"]) and self._told_of == row["id"])
        if self.isVisible():
            self._timer.start()

    def _on_since(self, day: str) -> None:
        self._since = day
        self.compare()

    def _add(self) -> None:
        """A row of what is shown under the tabs; where nothing can be added there, a meeting."""
        (self.items if self.parts.currentIndex() == _ITEMS else self.book).add()

    def _go_to_part(self, number: int) -> None:
        if number < 0:
            return
        self.parts.setCurrentIndex(number)
        self.stack.widget(number).setFocus()

    def _connect(self) -> None:
        self.desk.closing.connect(self._timer.stop)
        self.book.current_changed.connect(self._on_current)
        self.parts.currentChanged.connect(self.stack.setCurrentIndex)
        # What is shown is what keys act on: Insert would else go on adding meetings beside a list of items.
        self.parts.tabBarClicked.connect(self._go_to_part)
        bind(self.parts, "Ins", self._add)
        self.changes.since_changed.connect(self._on_since)
        self.changes.opened.connect(self.desk.show_rows)
        self.paper_button.clicked.connect(self.print_paper)
        for number, key in enumerate(PART_KEYS):
            bind(self, key, partial(self._go_to_part, number))

    def _lay_out(self) -> None:
        self.tool_row.addLayout(self.book.tools)
        self.tool_row.addWidget(self.paper_button)
        self.parts.setDrawBase(False)
        self.parts.setExpanding(False)
        # In a holder: a page of the stack that is shown by itself appears on top of the one in view.
        changes = QWidget()
        changes.setFocusProxy(self.changes)
        above = QVBoxLayout(changes)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.changes, 1)
        items = QWidget()
        items.setFocusProxy(self.items)
        below = QVBoxLayout(items)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.items, 1)
        self.items.line.addLayout(self.items.tools)
        for text, widget in (
            (self.tr("本次变化"), changes),
            (self.tr("会议记录"), self.record),
            (self.tr("议定事项"), items),
        ):
            self.parts.addTab(text)
            self.stack.addWidget(widget)
        panel = named(QWidget(), "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.parts, 1)
        head.addWidget(self.heading)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.book)
        split.addWidget(panel)
        split.setStretchFactor(1, 1)
        split.setSizes([430, 750])
        self.column.addWidget(split, 1)
