"""数据交换: a bureau's file in, a workbook out."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.exchange.importer import Importer
from zonedesk.desktop.exchange.plan_panel import PlanPanel
from zonedesk.desktop.exchange.start_panel import READABLE, StartPanel
from zonedesk.desktop.jobs import Outcome
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.widgets.done_line import DoneLine
from zonedesk.domain.changes import Changes
from zonedesk.domain.errors import RefusedError, ZonedeskError
from zonedesk.domain.messages import say
from zonedesk.domain.plan import ImportPlan
from zonedesk.domain.progress import Progress
from zonedesk.exchange.export import Exported, export_projects, views

_RECENT = 50


@page("exchange", to_translate("pages", "数据交换"), "arrows-exchange", 60)
class ExchangePage(Page):
    """One of three in view: the start, a file being read, a plan to decide on."""

    uses_scope = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.importer = Importer(desk, self)
        self.done = DoneLine()
        self.start = StartPanel()
        self.plan_panel = PlanPanel(writable=desk.session.writable)
        self.reading, self.reading_text, self.stop = self._build_reading()
        self.stack = QStackedWidget()
        for panel in (self.start, self.reading, self.plan_panel):
            self.stack.addWidget(panel)
        self.body.addWidget(self.done)
        self.body.addWidget(self.stack, 1)
        self.setFocusProxy(self.start)
        self._connect()

    def reload(self) -> None:
        self.start.show_recent(self.desk.session.record.imports(_RECENT))
        self.start.show_day(self.desk.as_of)

    def read(self, path: Path, password: str | None = None) -> None:
        """Read a file and show what it would change."""
        self.done.hide()
        self.importer.read(path, password=password)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) and self.stack.currentWidget() is not self.reading:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _dropped(event)
        event.acceptProposedAction()
        self.read(paths[0])
        if len(paths) > 1:
            self.done.say(
                self.tr("一次导入一个文件，先读取“{file}”。").format(file=paths[0].name), good=False
            )

    def _connect(self) -> None:
        importer = self.importer
        importer.reading.connect(self._on_reading)
        importer.planned.connect(self._on_planned)
        importer.refused.connect(self._on_refused)
        importer.noted.connect(lambda text: self.done.say(text, good=False))
        importer.cancelled.connect(self._on_cancelled)
        importer.writing.connect(self._on_writing)
        importer.taken.connect(self._on_taken)
        self.start.import_asked.connect(self._choose)
        self.start.export_asked.connect(self._export)
        self.start.history_asked.connect(lambda: self.desk.page_requested.emit("history"))
        self.stop.clicked.connect(self.desk.jobs.cancel)
        panel = self.plan_panel
        panel.taken.connect(importer.take_in)
        panel.dropped.connect(self._leave)
        panel.hint_changed.connect(self._show_hint)
        panel.blank_changed.connect(self._on_blank)
        panel.doubts.answered.connect(self._on_answered)
        panel.missing.shown.connect(lambda ids: self.desk.show_rows(self.tr("文件未列的项目"), ids))
        self.desk.changes_applied.connect(self.done.on_written)
        self.desk.jobs.progressed.connect(self._on_progress)

    def _choose(self) -> None:
        kinds = self.tr("工作簿 ({kinds})").format(kinds=" ".join(f"*{suffix}" for suffix in READABLE))
        path = self.desk.prompts.open_file(self, self.tr("导入文件"), kinds, str(self._folder("import")))
        if path:
            self._keep_folder("import", path.parent)
            self.read(path)

    def _folder(self, what: str) -> Path:
        """Where files were last taken from or put; at first, where the ledger is."""
        return self.desk.keeping.folder(what) or self.desk.session.path.resolve().parent

    def _keep_folder(self, what: str, folder: Path) -> None:
        try:
            self.desk.keeping.set_folder(what, folder)
        except OSError:
            # A PC that keeps no settings still reads and writes files.
            logging.getLogger(__name__).warning("folder not kept", exc_info=True)

    def _on_reading(self, name: str) -> None:
        self.reading_text.setText(self.tr("正在读取“{file}”…").format(file=name))
        self.plan_panel.set_enabled(False)
        self._show(self.reading)

    def _on_progress(self, done: int, total: int, text: str) -> None:
        if self.stack.currentWidget() is self.reading:
            self.reading_text.setText(text)

    def _on_planned(self, plan: ImportPlan) -> None:
        self.plan_panel.show_plan(plan, self.importer.taken_before())
        self.plan_panel.set_enabled(True)
        self._show(self.plan_panel)

    def _on_refused(self, code: str, sentence: str) -> None:
        path = self.importer.path
        if code in {"import.password_needed", "import.password_wrong"} and path:
            password = self.desk.prompts.text(self, self.tr("打开口令"), sentence, secret=True)
            if password:
                self.read(path, password)
                return
        self.done.say(sentence, good=False)
        self._show(self.start)

    def _on_cancelled(self) -> None:
        self.done.say(self.tr("已取消读取，台账未改动。"), good=False)
        self._show(self.start)

    def _on_blank(self, blank: str) -> None:
        self.importer.blank = "clear" if blank == "clear" else "keep"
        self.importer.read_again()

    def _on_answered(self, answers: dict[str, str | None]) -> None:
        self.plan_panel.set_enabled(False)
        self.importer.answer(answers)

    def _leave(self) -> None:
        self.importer.drop()
        self._show(self.start)

    def _on_writing(self, title: str) -> None:
        self.reading_text.setText(title)
        self.plan_panel.set_enabled(False)
        self._show(self.reading)

    def _on_taken(self, changes: Changes | None) -> None:
        plan = self.importer.plan
        if changes is None or plan is None:
            if self.stack.currentWidget() is self.reading:
                self.plan_panel.set_enabled(True)
                self._show(self.plan_panel)
            return
        unlisted = plan.unlisted()
        self._leave()
        if not changes:
            self.done.say(self.tr("“{file}”与台账一致，没有变化。").format(file=plan.file))
            return
        self._say_taken(changes, unlisted)

    def _say_taken(self, changes: Changes, unlisted: int) -> None:
        text = self.tr("已{label}。撤销只收回这次导入，之后的修改保留。").format(label=changes.label)
        if unlisted:
            note = self.tr("新增 {n} 个项目未列入任何批次，不计入三率，请在项目台账中补列批次。")
            text += note.format(n=f"{unlisted:,}")
        self.done.say(
            text,
            until_written=True,
            actions={
                self.tr("撤销本次导入"): lambda: self._undo(changes),
                self.tr("查看改动"): lambda: self.desk.page_requested.emit("history"),
            },
        )

    def _undo(self, changes: Changes) -> None:
        def told(undone: Changes | None) -> None:
            if undone:
                self.done.say(self.tr("已撤销：{label}。台账恢复到导入之前。").format(label=changes.label))

        told(self.desk.undo(set_id=changes.set_id, later=told))

    def _export(self, view: str) -> None:
        label = views()[view].label
        proposal = self.tr("{label}{day}.xlsx").format(label=label, day=self.desk.as_of)
        target = self.desk.prompts.save_file(
            self,
            self.tr("导出台账"),
            self.tr("Excel 工作簿 (*.xlsx)"),
            str(self._folder("export") / proposal),
        )
        if target is None:
            return
        self._keep_folder("export", target.parent)
        if target.suffix.lower() != ".xlsx":
            target = target.with_name(target.name + ".xlsx")
        look, as_of = self.desk.session.second_look, self.desk.as_of

        def work(progress: Progress) -> Exported:
            with look() as session:
                return export_projects(session, target, view=view, as_of=as_of, progress=progress)

        def finish(outcome: Outcome) -> None:
            if outcome.error:
                error = outcome.error
                self.done.say(say(error if isinstance(error, ZonedeskError) else ZonedeskError()), good=False)
            elif outcome.cancelled:
                self.done.say(self.tr("已取消导出，没有写文件。"), good=False)
            elif isinstance(outcome.value, Exported):
                text = self.tr("已导出 {n} 个项目（{rows} 行）：{path}").format(
                    n=f"{outcome.value.projects:,}", rows=f"{outcome.value.rows:,}", path=target
                )
                self.done.say_saved(text, target)

        if not self.desk.jobs.start(self.tr("正在导出…"), work, finish):
            self.desk.tell_failure(RefusedError("job.busy"))

    def _show(self, panel: QWidget) -> None:
        self.stack.setCurrentWidget(panel)
        # A stack takes no keys: whoever comes to the page lands in what it shows.
        self.setFocusProxy(panel)
        self._show_hint()
        if self.isVisible():
            self.reload()
            panel.setFocus()

    def _show_hint(self) -> None:
        planned = self.stack.currentWidget() is self.plan_panel
        self.set_status(self.plan_panel.hint() if planned else "")

    def _build_reading(self) -> tuple[QWidget, QLabel, QPushButton]:
        panel, text, bar = QWidget(), QLabel(), QProgressBar()
        stop = QPushButton(self.tr("取消"))
        stop.setShortcut("Esc")
        bar.setRange(0, 0)
        bar.setFixedWidth(320)
        column = QVBoxLayout(panel)
        column.addStretch(1)
        for widget in (text, bar, stop):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        panel.setFocusProxy(stop)
        return panel, text, stop


def _dropped(event: QDropEvent) -> list[Path]:
    """The local files that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
