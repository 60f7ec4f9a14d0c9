"""The leaf 记录: who changed what from what to what, of all of a project or one field, and how it stood on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.snapshot_view import SnapshotView
from zonedesk.domain.fields import Field
from zonedesk.ops.as_it_stood import as_it_stands, as_it_stood
from zonedesk.ops.record_history import Only, project_history
from zonedesk.ops.snapshot_text import differences, parts_of
from zonedesk.ops.table.rows import LedgerRows

_KINDS = {"edit": "", "import": "导入", "undo": "撤销", "redo": "重做"}
_DATE_FORM = "yyyy-MM-dd"
_MOST_LINES = 8


class DayEdit(QDateEdit):
    """A date; Enter is left to whoever holds it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()


class HistoryTab(QWidget):
    """The record of one project and of what hangs on it, newest first; or the project as it stood on a day."""

    def __init__(self, desk: Desk, rows: LedgerRows) -> None:
        super().__init__()
        self.desk, self.rows = desk, rows
        self.pid: int | None = None
        self.only: Only | None = None
        self.day: str | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("修改记录"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setStyleSheet("QListWidget::item { padding: 4px 2px; border-bottom: 1px solid #EDF0F4; }")
        self.snapshot = SnapshotView(beside_now=True)
        self.chip = named(QPushButton(icon("x"), ""), "chip")
        self.chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.chip.setToolTip(self.tr("看全部记录"))
        self.chip.clicked.connect(lambda: self.show_only(None, ""))
        self.chip.hide()
        self.date = DayEdit(QDate.fromString(desk.as_of, _DATE_FORM))
        self.date.setDisplayFormat(_DATE_FORM)
        self.date.setCalendarPopup(True)
        self.date.setAccessibleName(self.tr("查看哪一天的情况"))
        self.look = QPushButton(self.tr("看当日情况"))
        self.look.setToolTip(self.tr("整条记录在这一天结束时的样子，只读"))
        self.look.clicked.connect(lambda: self.show_day(self.date.date().toString(_DATE_FORM)))
        self.banner = QLabel()
        self.banner.setWordWrap(True)
        self.banner.setStyleSheet(f"background: {tokens.CHANGED}; padding: 6px 8px; border-radius: 4px;")
        self.back = QPushButton(icon("chevron-left"), self.tr("回到修改记录"))
        self.back.clicked.connect(self.show_list)
        self._lay_out()

    def show_project(self, pid: int | None) -> None:
        """Fill in a project; None empties the leaf. A day looked at stays from one project to the next."""
        if pid != self.pid and self.only is not None and self.only.row_id:
            self._set_only(None, "")
        self.pid = pid
        if self.day is not None and pid is not None:
            self._fill_snapshot(pid, self.day)
        else:
            self._fill_list()

    def show_only(self, only: Only | None, label: str) -> None:
        """Show the history of one field, or (None) of everything."""
        self._set_only(only, label)
        self.show_list()

    def show_day(self, day: str) -> None:
        """Show the record as it stood at the end of a day (ISO)."""
        if self.pid is not None:
            self.day = day
            self._fill_snapshot(self.pid, day)
            self.snapshot.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_list(self) -> None:
        """Go back from a day to the list of changes."""
        self.day = None
        self._fill_list()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.date.hasFocus():
            self.look.click()
        elif event.key() == Qt.Key.Key_Escape and self.day is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.chip)
        head.addStretch(1)
        head.addWidget(self.date)
        head.addWidget(self.look)
        then = QWidget()
        column = QVBoxLayout(then)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addWidget(self.snapshot, 1)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(then)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 8)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)

    def _set_only(self, only: Only | None, label: str) -> None:
        self.only = only
        self.chip.setText(label)
        self.chip.setAccessibleName(self.tr("只看“{label}”，点此看全部").format(label=label))
        self.chip.setVisible(only is not None)

    def _fill_list(self) -> None:
        self.stack.setCurrentIndex(0)
        self.list.clear()
        if self.pid is None:
            return
        session = self.desk.session
        entries = project_history(
            session.reader, session.record, self.pid, self.rows.money_unit, only=self.only
        )
        for entry in entries:
            step = entry.step
            when = step.at[:16].replace("T", " ")
            head = " · ".join(part for part in (when, step.who, _KINDS.get(step.kind, "")) if part)
            item = QListWidgetItem(head + "\n" + "\n".join(_shortened(entry.lines)))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft)
            item.setToolTip(step.label)
            self.list.addItem(item)
        if not entries:
            self.list.addItem(self.tr("此项没有改动过") if self.only else self.tr("尚无修改记录"))

    def _fill_snapshot(self, pid: int, day: str) -> None:
        session = self.desk.session
        then = as_it_stood(session.reader, session.record, pid, day)
        self.stack.setCurrentIndex(1)
        self.date.setDate(QDate.fromString(day, _DATE_FORM))
        if then.project is None:
            self.snapshot.show_parts([])
            self.banner.setText(self.tr("{day} 当日，台账中还没有这个项目。请选更晚的日期。").format(day=day))
            return
        parts = parts_of(then, as_it_stands(session.reader, pid), self.rows.money_unit)
        self.snapshot.show_parts(parts)
        count = differences(parts)
        text = self.tr("{day} 当日结束时的记录（只读），与现在有 {count} 处不同，已标出。")
        if not count:
            text = self.tr("{day} 当日结束时的记录（只读），与现在完全相同。")
        self.banner.setText(text.format(day=day, count=count))


def only_of(field: Field) -> Only:
    """The history of a project's field, wherever it is kept."""
    return Only(field.table, field.stored_as)


def _shortened(lines: Sequence[str]) -> list[str]:
    """An import writes many rows of one project at once: the first lines and how many more."""
    counts = Counter(lines)
    kept = [line if count == 1 else f"{line} ×{count}" for line, count in counts.items()]
    return kept if len(kept) <= _MOST_LINES else [*kept[: _MOST_LINES - 1], f"……共 {len(lines)} 处"]
