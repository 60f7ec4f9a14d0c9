"""One procedure in detail: what can be done with it on which day, and its leaves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop import tokens
from zonedesk.desktop.procedures.keys import DONE_KEY
from zonedesk.desktop.procedures.rows_tab import Row
from zonedesk.desktop.procedures.tabs import AttachmentsTab, PausesTab, StepsTab
from zonedesk.desktop.widgets.day_box import DayBox
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.columns import DONE, NOT_REQUIRED
from zonedesk.domain.messages import say
from zonedesk.domain.procedures import PENDING_STATES, State
from zonedesk.ops.procedure_book import Followed
from zonedesk.ops.procedure_moves import PAUSE_REASONS

SUBMIT, ACCEPT, FINISH, RESUME, NOT_NEEDED = "submit", "accept", "finish", "resume", "not_required"
_PADDING = "padding: 3px 6px;"


class ProcedureDetail(QWidget):
    """`move_asked(what, reason)`: what is to happen to the procedure shown, on the day of `day`.

    `folded` when its leaves (环节, 不计时, 附件) were asked for with `fold`, or put away.
    """

    move_asked = Signal(str, str)
    folded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.standing = QLabel(), named(QLabel(), "second")
        self.warnings = QLabel()
        self.title.setStyleSheet("font-weight: 600;")
        self.warnings.setStyleSheet(f"color: {tokens.YELLOW};")
        for label in (self.title, self.standing, self.warnings):
            label.setWordWrap(True)
        self.day = DayBox()
        self.buttons = {key: QPushButton(text) for key, text in self._moves()}
        self.pause = QPushButton(self.tr("暂停计时"))
        self.reasons = QMenu(self.pause)
        for reason in PAUSE_REASONS:
            action = self.reasons.addAction(reason)
            action.triggered.connect(lambda _=False, reason=reason: self.move_asked.emit("pause", reason))
        self.pause.setMenu(self.reasons)
        self.steps, self.pauses, self.attachments = StepsTab(), PausesTab(), AttachmentsTab()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.steps, self.tr("环节"))
        self.tabs.addTab(self.pauses, self.tr("不计时"))
        self.tabs.addTab(self.attachments, self.tr("附件"))
        self.tabs.setDocumentMode(True)
        self.fold = named(QPushButton(), "flat")
        self.fold.setCheckable(True)
        self.fold.hide()
        self._lay_out()
        self.fold.toggled.connect(self._on_fold)
        self._shown: int | None = None
        self.show_procedure(None, (), writable=False)

    def show_procedure(self, item: Followed | None, files: Sequence[Row], *, writable: bool) -> None:
        """Show a procedure and its documents; None means that nothing is chosen."""
        for leaf in (self.steps, self.pauses, self.attachments):
            leaf.writable = writable
        self.title.setText(item.row["name"] if item else self.tr("选中一项手续，在此登记办理情况"))
        self.standing.setText(self._standing(item) if item else "")
        told = [light_text("yellow", say(warning)) for warning in item.warnings] if item else []
        self.warnings.setText("\n".join(told))
        self.warnings.setVisible(bool(told))
        self._offer(item, writable=writable)
        self.steps.show_procedure(item)
        self.pauses.show_procedure(item)
        self.attachments.show_files(files, offered=item is not None)
        for number, (text, count) in enumerate(
            (
                (self.tr("环节"), len(item.steps) if item else 0),
                (self.tr("不计时"), len(item.pauses) if item else 0),
                (self.tr("附件"), len(files)),
            )
        ):
            self.tabs.setTabText(number, f"{text} {count}" if count else text)
        self._say_fold()
        chosen = item.row["id"] if item else None
        if item and chosen != self._shown and self.tabs.currentWidget() is not self.attachments:
            self.tabs.setCurrentWidget(self.steps if item.steps or not item.pauses else self.pauses)
        self._shown = chosen

    def be_foldable(self, foldable: bool) -> None:
        """Where there is little room the leaves wait behind a button; elsewhere they are always there."""
        self.fold.setVisible(foldable)
        self.fold.setChecked(False)
        self.tabs.setVisible(not foldable)
        self._say_fold()

    @property
    def is_on_moves(self) -> bool:
        """Whether the keyboard is on one of the buttons that do something to the procedure."""
        return any(button.hasFocus() for button in (*self.buttons.values(), self.pause))

    def show_leaf(self, leaf: QWidget) -> None:
        """Bring a leaf into view."""
        self.tabs.setCurrentWidget(leaf)
        if not self.fold.isHidden():
            self.fold.setChecked(True)

    def _on_fold(self, opened: bool) -> None:
        if not self.fold.isHidden():
            self.tabs.setVisible(opened)
            self.folded.emit()
        self._say_fold()

    def _say_fold(self) -> None:
        leaves = self.tr("、").join(self.tabs.tabText(n) for n in range(self.tabs.count()))
        self.fold.setText(("▾ " if self.fold.isChecked() else "▸ ") + leaves)
        self.fold.setToolTip(self.tr("显示或收起环节、不计时和附件"))

    def _offer(self, item: Followed | None, *, writable: bool) -> None:
        """What can happen next."""
        needed = item is not None and item.state not in (State.NOT_REQUIRED, State.DONE)
        begun = item is not None and bool(item.row["accepted_on"] or item.row["submitted_on"])
        paused = item is not None and item.clock is not None and item.clock.paused_for is not None
        offered = {
            SUBMIT: needed and not begun,
            ACCEPT: needed and item is not None and not item.row["accepted_on"],
            FINISH: needed,
            RESUME: needed and paused,
            NOT_NEEDED: needed,
        }
        for key, button in self.buttons.items():
            button.setEnabled(writable and offered[key])
        self.pause.setEnabled(writable and needed and begun and not paused)
        # Only one of the two can be next: they share a place.
        self.pause.setVisible(not paused)
        self.buttons[RESUME].setVisible(paused)
        self.day.setEnabled(writable and item is not None)

    def _standing(self, item: Followed) -> str:
        row, parts = item.row, []
        if item.state is State.NOT_REQUIRED:
            reason = row["not_required_reason"] or row["waiting_reason"] or self.tr("（未写理由）")
            return self.tr("{state}：{reason}").format(state=NOT_REQUIRED, reason=reason)
        if row["submitted_on"]:
            parts.append(self.tr("{day} 申报").format(day=row["submitted_on"]))
        if row["accepted_on"]:
            parts.append(self.tr("{day} 受理").format(day=row["accepted_on"]))
        pending = item.state in PENDING_STATES
        if row["status"] == DONE and row["done_on"] and pending:
            parts.append(
                self.tr("办结时间 {day} 晚于截至日 {as_of}，本期不计").format(
                    day=row["done_on"], as_of=item.book.as_of
                )
            )
        elif row["done_on"]:
            parts.append(self.tr("{day} 办结").format(day=row["done_on"]))
        elif row["status"] == DONE:
            parts.append(self.tr("已办结，未填办结时间"))
        if row["doc_no"]:
            parts.append(row["doc_no"])
        if item.valid_to:
            parts.append(self.tr("有效期至 {day}").format(day=item.valid_to))
        parts += self._stuck(item)
        if row["waiting_reason"] and item.stuck is not None:
            parts.append(row["waiting_reason"])
        return self.tr("，").join(parts)

    def _stuck(self, item: Followed) -> list[str]:
        """Where it is stuck: in a step, or in a state that says so itself."""
        if item.stuck is None or item.row["status"] == DONE:
            return []
        if not item.is_stuck:
            return [self.tr("尚未启动")]
        days, where = item.stuck.days, self.tr("卡在“{step}”").format(step=item.stuck.step)
        return [where if days is None else where + self.tr(" {days} 天").format(days=days)]

    def _moves(self) -> tuple[tuple[str, str], ...]:
        return (
            (SUBMIT, self.tr("申报")),
            (ACCEPT, self.tr("受理")),
            (FINISH, self.tr("办结")),
            (RESUME, self.tr("恢复计时")),
            (NOT_NEEDED, self.tr("无需办理…")),
        )

    def _lay_out(self) -> None:
        self.buttons[FINISH].setToolTip(self.tr("按登记日期登记办结（{key}）").format(key=DONE_KEY))
        for key, button in self.buttons.items():
            button.setStyleSheet(_PADDING)
            button.clicked.connect(lambda _=False, key=key: self.move_asked.emit(key, ""))
        self.pause.setStyleSheet(_PADDING)
        day = QLabel(self.tr("登记日期"))
        day.setBuddy(self.day)
        first = QHBoxLayout()
        first.addWidget(day)
        first.addWidget(self.day)
        first.addStretch(1)
        first.addWidget(self.fold)
        moves = QHBoxLayout()
        moves.setSpacing(4)
        for key in (SUBMIT, ACCEPT, FINISH, RESUME, NOT_NEEDED):
            if key == RESUME:
                moves.addWidget(self.pause, 1)
            moves.addWidget(self.buttons[key], 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(12, 10, 12, 8)
        frame.setSpacing(5)
        for widget in (self.title, self.standing, self.warnings):
            frame.addWidget(widget)
        frame.addLayout(first)
        frame.addLayout(moves)
        frame.addWidget(self.tabs, 1)
