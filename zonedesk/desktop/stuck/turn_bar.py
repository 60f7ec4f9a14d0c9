"""The line in which projects are said to stand still, to go on again, or to end: day, reason, what is doubtful."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.columns import field_of
from zonedesk.domain.course import DAY_COLUMNS, Turn
from zonedesk.domain.errors import Problem, RefusedError
from zonedesk.domain.messages import say
from zonedesk.domain.values import with_year
from zonedesk.ops.course import doubts_of, read_day, register_turn
from zonedesk.ops.stuck import StuckRow

_CHECKED, _SAID = 200, 3


class TurnBar(QFrame):
    """Hidden until `ask`. Enter registers, Esc closes; `closed()` either way, for the table to take the keyboard back."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._rows: list[StuckRow] = []
        self.turn = Turn.SUSPEND
        self.head = QLabel()
        self.head.setStyleSheet("font-weight: 600;")
        self.kind = SteadyCombo()
        self.kind.addItems(field_of("project", "withdraw_kind").choices)
        self.kind.setAccessibleName(self.tr("退出方式"))
        self.day_label, self.reason_label = QLabel(), QLabel(self.tr("原因"))
        self.day, self.reason = QLineEdit(), QLineEdit()
        self.day.setFixedWidth(116)
        self.day.setPlaceholderText("2024-03-31")
        self.day.setToolTip(self.tr("可写 2024-03-31、2024.3、2024年3月"))
        self.reason.setAccessibleName(self.tr("原因"))
        self.button = named(QPushButton(self.tr("登记")), "primary")
        self.cancel = QPushButton(self.tr("取消"))
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setStyleSheet(f"color: {tokens.YELLOW};")
        self._lay_out()
        self.hide()
        self.day.textChanged.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.button.clicked.connect(self.register)
        self.cancel.clicked.connect(self.close_bar)

    def ask(self, turn: Turn, rows: Sequence[StuckRow]) -> None:
        """Open for these projects."""
        self.turn, self._rows = turn, list(rows)
        named_first = self.tr("“{name}”").format(name=rows[0].name)
        many = self.tr("等 {n} 个项目").format(n=len(rows)) if len(rows) > 1 else ""
        heads = {
            Turn.SUSPEND: self.tr("登记停工："),
            Turn.RESUME: self.tr("登记复工："),
            Turn.WITHDRAW: self.tr("登记终止或调出："),
        }
        self.head.setText(f"{heads[turn]}{named_first}{many}")
        self.day_label.setText(field_of("project", DAY_COLUMNS[turn]).label)
        self.day.setAccessibleName(self.day_label.text())
        self.kind.setVisible(turn is Turn.WITHDRAW)
        self.kind.setCurrentIndex(0)
        # Work on a past month belongs to that month.
        self.day.setText(min(self._desk.as_of, _today().isoformat()))
        self.reason.clear()
        self.show()
        self.day.setFocus()
        self.day.selectAll()
        self._check()

    def register(self) -> None:
        """Write it down; what is no date is told, and the line stays open."""
        changes = self._desk.run(
            register_turn,
            project_ids=[row.project_id for row in self._rows],
            turn=self.turn,
            day=self._typed_day(),
            reason=self.reason.text(),
            kind=self.kind.currentText() if self.turn is Turn.WITHDRAW else "",
        )
        if changes is None:
            self.day.setFocus()
            self.day.selectAll()
            return
        self.close_bar()

    def close_bar(self) -> None:
        """Close without writing anything."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            focused.click() if isinstance(focused, QPushButton) else self.register()
        else:
            super().keyPressEvent(event)

    def _check(self) -> None:
        """Say what is doubtful; nothing is refused for it."""
        self.warning.setText("　".join(f"▲ {text}" for text in self._doubts()))
        self.warning.setVisible(bool(self.warning.text()))

    def _doubts(self) -> list[str]:
        try:
            read_day(self.turn, self._typed_day())
        except RefusedError as error:
            return [say(error)] if self.day.text().strip() else [self.tr("请填写时间")]
        ids = [row.project_id for row in self._rows[:_CHECKED]]
        found = doubts_of(
            self._desk.session.reader,
            ids,
            self.turn,
            self._typed_day(),
            reason=self.reason.text(),
            today=_today(),
        )
        told = list(dict.fromkeys(self._told(name, doubt) for name, doubt in found))
        if len(told) > _SAID:
            return [*told[:_SAID], self.tr("等 {n} 处").format(n=len(told))]
        return told

    def _typed_day(self) -> str:
        """What was typed; without a year it is of the year looked at, which the step's name then tells."""
        text, of = self.day.text(), field_of("project", DAY_COLUMNS[self.turn])
        return with_year(of, text, int(self._desk.as_of[:4])) or text

    def _told(self, name: str, doubt: Problem) -> str:
        alone = len(self._rows) == 1 or doubt.code in {"course.no_reason", "course.future"}
        return say(doubt) if alone else self.tr("“{name}”：{what}").format(name=name, what=say(doubt))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.head)
        row.addSpacing(8)
        for widget in (self.kind, self.day_label, self.day, self.reason_label):
            row.addWidget(widget)
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.warning)


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the officer's own calendar
