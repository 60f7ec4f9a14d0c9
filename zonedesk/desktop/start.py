"""The first window: a ledger opened before, another one, a new one, or the invented one to try out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from zonedesk.desktop import tokens
from zonedesk.desktop.icons import icon
from zonedesk.desktop.jobs import JobRunner, Outcome
from zonedesk.desktop.prompts import Prompts
from zonedesk.desktop.recent import RecentLedgers
from zonedesk.desktop.widgets.job_line import JobLine
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.notice import Notice
from zonedesk.domain.errors import ZonedeskError
from zonedesk.domain.messages import say
from zonedesk.domain.progress import Progress
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.ops.edit import set_setting
from zonedesk.ops.restore import restore
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.store.places import ledger_of
from zonedesk.store.restore import Restored

SUFFIX = ".zonedesk"
KINDS = f"台账 (*{SUFFIX})"


class StartWindow(QWidget):
    """Ends with `opened(Session)`; then `restored(Restored)` if a backup was put back before."""

    opened = Signal(object)
    restored = Signal(object)

    def __init__(self, recent: RecentLedgers, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("开发区项目台账 — zonedesk"))
        self.resize(860, 560)
        self.recent, self.prompts = recent, prompts or Prompts()
        self.jobs = JobRunner(self)
        self.notice = Notice()
        self.officer = QLineEdit(recent.officer)
        self.officer.setPlaceholderText(self.tr("记入每一处改动，如：王某某"))
        self.list = QListWidget()
        self.list.itemActivated.connect(lambda item: self.open(Path(item.data(Qt.ItemDataRole.UserRole))))
        self.sample_button = self._button(
            self.tr("打开示例台账（虚构数据，随便试）"), "sparkles", self._open_sample
        )
        self.new_button = self._button(self.tr("新建台账…"), "file-plus", self._create)
        self.open_button = self._button(self.tr("打开其他台账…"), "folder-open", self._browse)
        self.restore_button = self._button(self.tr("从备份恢复台账…"), "history", self._restore)
        self._lay_out()
        self._fill()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.jobs.shutdown()
        super().closeEvent(event)

    def open(self, path: Path) -> None:
        """Open a ledger; a failure is told and the window stays."""
        self._enter(lambda: Session.open(path, self._name()))

    def restore(self, ledger: Path, backup: Path) -> None:
        """Put a backup in a ledger's place, then open it; a failure is told and the window stays."""

        who = self._name()

        def work(progress: Progress) -> Restored:
            return restore(ledger, backup, progress, who=who)

        def then(outcome: Outcome) -> None:
            self.choices.setEnabled(True)
            if isinstance(outcome.error, ZonedeskError):
                self.notice.say(say(outcome.error))
            elif outcome.error:
                self.notice.say(say(ZonedeskError()))
            elif outcome.value:
                self.open(ledger)
                self.restored.emit(outcome.value)

        self.choices.setEnabled(False)
        self.jobs.start(self.tr("正在核验备份并恢复…"), work, then)

    def _restore(self) -> None:
        backup = self.prompts.open_file(self, self.tr("选择备份"), KINDS)
        if backup is None:
            return
        ledger = ledger_of(backup)
        if ledger is None or not ledger.exists():
            # On a stick the folder lies beside no ledger: only the officer knows which one was lost.
            proposal = str(ledger or self.tr("项目台账.zonedesk"))
            ledger = self.prompts.save_file(self, self.tr("恢复为哪个台账"), KINDS, proposal)
        if ledger:
            self.restore(ledger, backup)

    def _enter(self, make: Callable[[], Session]) -> None:
        try:
            session = make()
        except ZonedeskError as error:
            self.notice.say(say(error))
            return
        try:
            self.recent.set_officer(self._name())
            self.recent.add(session.path)
        except OSError:
            # A list that cannot be kept (a locked-down PC) is no reason to keep an officer from work.
            logging.getLogger(__name__).warning("recent ledgers not kept", exc_info=True)
        self.opened.emit(session)

    def _name(self) -> str:
        return self.officer.text().strip()

    def _browse(self) -> None:
        path = self.prompts.open_file(self, self.tr("打开台账"), KINDS)
        if path:
            self.open(path)

    def _create(self) -> None:
        path = self.prompts.save_file(self, self.tr("新建台账"), KINDS, self.tr("项目台账.zonedesk"))
        if path is None:
            return
        # Appended, not replaced: in “2024.03月台账” the last part is no suffix.
        full = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        office = self.prompts.text(self, self.tr("新建台账"), self.tr("单位名称（用于报表落款，可留空）："))

        def make() -> Session:
            session = Session.create(full, self._name())
            if office and office.strip():
                session.run(set_setting, key=OFFICE_NAME, value=office.strip())
            return session

        self._enter(make)

    def _open_sample(self) -> None:
        folder = Path.home() / "Documents"
        path = (folder if folder.is_dir() else Path.home()) / self.tr("示例台账.zonedesk")
        if path.exists():
            self.open(path)
            return

        who = self._name()

        def work(progress: Progress) -> Path:
            make_sample(path, who=who, progress=progress)
            return path

        self.choices.setEnabled(False)
        self.jobs.start(self.tr("正在生成示例台账…"), work, self._on_sample)

    def _on_sample(self, outcome: Outcome) -> None:
        self.choices.setEnabled(True)
        if outcome.error:
            error = outcome.error
            self.notice.say(say(error if isinstance(error, ZonedeskError) else ZonedeskError()))
        elif outcome.value:
            self.open(outcome.value)

    def _fill(self) -> None:
        for path in self.recent.paths():
            there = path.exists()
            name = path.stem if there else self.tr("{name}（未找到）").format(name=path.stem)
            item = QListWidgetItem(icon("table"), f"{name}\n{path}")
            item.setData(Qt.ItemDataRole.UserRole, str(path))
            if not there:
                item.setForeground(Qt.GlobalColor.gray)
                item.setToolTip(self.tr("文件不在原处。插回U盘后可直接打开。"))
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.list.addItem(self.tr("还没有打开过台账。第一次使用，可先打开右侧的示例台账看看。"))
            self.list.item(0).setFlags(Qt.ItemFlag.NoItemFlags)
            self.sample_button.setFocus()

    def _lay_out(self) -> None:
        title = named(QLabel(self.tr("开发区“三个一批”项目台账")), "title")
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(named(QLabel(self.tr("最近的台账（回车打开）")), "second"))
        left.addWidget(self.list, 1)
        label = named(QLabel(self.tr("经办人（只需填一次）")), "second")
        label.setBuddy(self.officer)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(6)
        right.addWidget(label)
        right.addWidget(self.officer)
        right.addSpacing(10)
        for button in (self.new_button, self.open_button, self.restore_button, self.sample_button):
            right.addWidget(button)
        right.addStretch(1)
        note = named(QLabel(self.tr("数据只保存在您指定的文件里，不联网。请勿录入涉密信息。")), "second")
        note.setWordWrap(True)
        right.addWidget(note)
        self.choices = QWidget()
        columns = QHBoxLayout(self.choices)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        side = QWidget()
        side.setFixedWidth(tokens.PANEL_WIDTH - 60)
        side.setLayout(right)
        columns.addWidget(side)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(24, 18, 24, 18)
        frame.addWidget(self.notice)
        frame.addWidget(title)
        frame.addSpacing(6)
        frame.addWidget(self.choices, 1)
        frame.addWidget(JobLine(self.jobs))

    def _button(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(icon_name), text)
        button.setStyleSheet("text-align: left; padding: 8px 12px;")
        button.clicked.connect(slot)
        return button
