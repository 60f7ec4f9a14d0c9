"""备份与恢复: what backups there are, what is in them, going back to one; whether the file is whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QTableView

from zonedesk.desktop.backups.inside_panel import InsidePanel
from zonedesk.desktop.backups.telling import BackupRow, BackupWords, merged
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.jobs import JobRunner, Outcome, Work
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.widgets.done_line import DoneLine
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.plain_table import plain_table
from zonedesk.desktop.widgets.simple_table import SimpleTableModel
from zonedesk.domain.changes import Changes
from zonedesk.domain.errors import RefusedError, ZonedeskError
from zonedesk.domain.messages import say
from zonedesk.domain.progress import Progress
from zonedesk.ops.backup import BackupOutcome, back_up, backups_in
from zonedesk.ops.restore import Inside, look_inside
from zonedesk.store.documents import document_folder, kept_count
from zonedesk.store.integrity import check_file
from zonedesk.store.places import backup_folder
from zonedesk.store.restore import Restored


@page("backups", to_translate("pages", "备份与恢复"), "shield-check", 80)
class BackupsPage(Page):
    """The list above, newest first; what is in the chosen backup below. Enter looks inside."""

    uses_scope = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.words = BackupWords(self)
        self.model = SimpleTableModel(self.words.columns(), self.words.cell, self)
        widths = [column.width for column in self.model.columns]
        self.table = plain_table(self.model, widths, self.tr("备份"), stretch=4)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.done = DoneLine()
        self.inside = InsidePanel(writable=desk.session.writable)
        self.second_text = named(QLabel(), "second")
        self._lister = JobRunner(self)
        self._build()
        desk.backed_up.connect(self.refresh)
        desk.checked.connect(self._say_status)
        desk.closing.connect(self._lister.shutdown)

    def reload(self) -> None:
        self._say_second()
        self._say_status()
        folder, ledger_id = backup_folder(self.desk.session.path), self.desk.session.ledger_id
        second = self.desk.keeping.second

        def work(_: Progress) -> list[BackupRow]:
            there = backups_in(second / folder.name, ledger_id=ledger_id) if second else []
            return merged(backups_in(folder, ledger_id=ledger_id), there)

        # A slow stick must not hold the window up.
        self._lister.start(self.tr("读取备份列表"), work, self._on_listed)

    def concerns(self, changes: Changes) -> bool:
        return False

    def settling(self) -> bool:
        return self._lister.busy

    def tell_restored(self, done: Restored) -> None:
        """Say that this ledger was just put back, and where the state before it lies."""
        text = self.tr("已恢复：{n} 个项目，最后一步“{label}”。").format(
            n=f"{done.content.counts.get('project', 0):,}", label=done.content.last_label
        )
        if done.before and done.was_damaged:
            text += self.tr("原来的文件已损坏，原样存于“{path}”。").format(path=done.before)
        elif done.before:
            text += self.tr("恢复前的台账已存为备份“{name}”，可再恢复回来。").format(name=done.before.name)
        self.done.say(text)

    def _build(self) -> None:
        self.subtitle.setText(self.tr("每30分钟和关闭时自动备份，有改动才备；每份写完都读回核验"))
        self.backup_button = self._button(self.tr("立即备份"), "device-floppy", self._back_up)
        self.check_button = self._button(self.tr("检查台账完整性"), "shield-check", self._check)
        for button in (self.check_button, self.backup_button):
            self.tools.addWidget(button)
        self.look_button = self._button(self.tr("查看内容"), "eye", self._look)
        self.other_button = self._button(self.tr("查看其他备份文件…"), "folder-open", self._look_elsewhere)
        self.second_button = self._button(self.tr("第二备份文件夹…"), "device-usb", self._choose_second)
        self.no_second_button = self._button(self.tr("不再使用"), "x", self._drop_second)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.look_button, self.other_button):
            row.addWidget(button)
        row.addStretch(1)
        for widget in (self.second_text, self.no_second_button, self.second_button):
            row.addWidget(widget)
        self.body.addWidget(self.done)
        self.body.addLayout(row)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self.inside)
        split.setSizes([340, 240])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split, 1)
        self.setFocusProxy(self.table)
        self.backup_button.setEnabled(self.desk.session.writable)
        self.table.activated.connect(self._look)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.inside.restore_asked.connect(self.desk.restore_requested)
        self.inside.closed.connect(self.table.setFocus)

    def _button(self, text: str, icon_name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(icon_name), text)
        button.clicked.connect(lambda _=False: slot())
        return button

    def _row(self) -> BackupRow | None:
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _on_chosen(self, current: QModelIndex) -> None:
        self.inside.clear()
        self.look_button.setEnabled(current.isValid())

    def _on_listed(self, outcome: Outcome) -> None:
        if outcome.error:
            self.desk.tell_failure(outcome.error)
        rows = outcome.value or []
        chosen = self._row()
        self.model.show(rows)
        names = [row.backup.path for row in rows]
        sound = next((n for n, row in enumerate(rows) if row.backup.content), 0)
        again = names.index(chosen.backup.path) if chosen and chosen.backup.path in names else sound
        self.table.selectRow(again)
        self.look_button.setEnabled(bool(rows))
        self.inside.offer(bool(rows))
        self._say_status()
        self.settled.emit()

    def _back_up(self) -> None:
        path, second = self.desk.session.path, self.desk.keeping.second

        def work(progress: Progress) -> BackupOutcome:
            return back_up(path, reason="manual", second=second, progress=progress)

        self._begin(self.tr("备份台账"), work, self._on_backed_up)

    def _on_backed_up(self, outcome: Outcome) -> None:
        if isinstance(outcome.value, BackupOutcome) and outcome.value.made:
            text = self.words.outcome(outcome.value, self.desk.keeping.second, automatic=False)
            good = outcome.value.second not in {"away", "failed"}
            if good:
                self.done.say_saved(text + "。", outcome.value.made.path)
            else:
                self.done.say(text + "。", good=False)
            self.desk.backed_up.emit()

    def _look(self) -> None:
        row = self._row()
        if row:
            self._look_at(row.backup.path, f"{row.backup.at:%Y-%m-%d %H:%M}")

    def _look_elsewhere(self) -> None:
        kinds = self.tr("台账备份 (*.zonedesk)")
        folder = str(backup_folder(self.desk.session.path))
        path = self.desk.prompts.open_file(self, self.tr("查看备份"), kinds, folder)
        if path:
            self._look_at(path, path.name)

    def _look_at(self, path: Path, name: str) -> None:
        ledger = self.desk.session.path

        def work(progress: Progress) -> Inside:
            return look_inside(ledger, path, progress)

        self._begin(self.tr("核验并查看备份"), work, partial(self._on_looked, path, name))

    def _on_looked(self, path: Path, name: str, outcome: Outcome) -> None:
        if isinstance(outcome.value, Inside):
            self.inside.show_inside(path, name, outcome.value)
            self.inside.close_button.setFocus()

    def _check(self) -> None:
        path = self.desk.session.path
        self._begin(self.tr("检查台账文件"), lambda progress: check_file(path, progress), self._on_checked)

    def _on_checked(self, outcome: Outcome) -> None:
        if isinstance(outcome.value, list):
            self.desk.take_check(outcome.value)

    def _begin(self, title: str, work: Work, then: Callable[[Outcome], None]) -> None:
        self.done.hide()

        def told(outcome: Outcome) -> None:
            if outcome.error:
                error = outcome.error if isinstance(outcome.error, ZonedeskError) else ZonedeskError()
                self.done.say(say(error), good=False)
            then(outcome)

        if not self.desk.jobs.start(title, work, told):
            self.desk.tell_failure(RefusedError("job.busy"))

    def _choose_second(self) -> None:
        folder = self.desk.prompts.folder(self, self.tr("第二备份文件夹（如U盘）"))
        if folder:
            self._keep_second(folder)
            if self.desk.session.writable:
                self._back_up()

    def _drop_second(self) -> None:
        self._keep_second(None)

    def _keep_second(self, folder: Path | None) -> None:
        try:
            self.desk.keeping.set_second(folder)
        except OSError as error:
            self.desk.tell_failure(RefusedError("file.unwritable", path=str(error.filename or "")))
        self.refresh()

    def _say_second(self) -> None:
        second = self.desk.keeping.second
        self.no_second_button.setVisible(second is not None)
        if second is None:
            self.second_text.setText(self.tr("未设第二备份文件夹（如U盘）"))
        elif second.is_dir():
            self.second_text.setText(self.tr("同时备份到“{folder}”").format(folder=second))
        else:
            text = self.tr("“{folder}”未连接，接上后自动补备").format(folder=second)
            self.second_text.setText(text)

    def _say_status(self) -> None:
        checked = self.desk.keeping.checked
        count = self.tr("共 {n} 份备份，存于“{folder}”").format(
            n=len(self.model.rows), folder=backup_folder(self.desk.session.path)
        )
        if checked is None:
            text = self.tr("台账文件尚未检查")
        elif checked.faults:
            text = self.tr("{at} 检查：发现 {n} 处损坏").format(
                at=f"{checked.at:%Y-%m-%d %H:%M}", n=checked.faults
            )
        else:
            text = self.tr("{at} 检查：台账文件完好").format(at=f"{checked.at:%Y-%m-%d %H:%M}")
        documents = document_folder(self.desk.session.path)
        files = kept_count(documents)
        if files:
            # Not part of the ledger's own file: whoever carries that alone must know.
            text += self.tr(" · {n} 个附件在“{folder}”，不在备份文件内，只随第二备份文件夹复制").format(
                n=files, folder=documents.name
            )
        self.set_status(f"{count} · {text}")
