"""报表: choose a report and a month, look at its pages, save or print them."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.jobs import Outcome
from zonedesk.desktop.page import Page, page, to_translate
from zonedesk.desktop.preview.outgoing import Outgoing
from zonedesk.desktop.preview.pdf_view import PdfView
from zonedesk.desktop.preview.sheets import Sheets, read_sheets
from zonedesk.desktop.widgets.done_line import DoneLine
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.errors import CancelledError, ZonedeskError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.messages import say
from zonedesk.domain.progress import Progress
from zonedesk.ops.working_day import report_month
from zonedesk.reports.build import render_report
from zonedesk.reports.registry import find_report, reports

_MONTHS_BACK = 36


class Wish(NamedTuple):
    """What a preview is of."""

    name: str
    month: str
    scope: Scope
    change: int


@page("reports", to_translate("pages", "报表"), "report-analytics", 50)
class ReportsPage(Page):
    """The preview follows report, month, scope and every edit; it is made by a job."""

    uses_day = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._folder = tempfile.TemporaryDirectory(prefix="zonedesk-", ignore_cleanup_errors=True)
        desk.closing.connect(self._on_closing)
        self._made: Wish | None = None
        self._shut = False
        self._making: Wish | None = None
        self._numbers = 0
        self._due = ""
        self.sheets: Sheets | None = None
        self._outgoing = Outgoing(desk, self)
        self.view = PdfView()
        self.report, self.month = QComboBox(), QComboBox()
        self.day_box = self.month
        self.done = DoneLine()
        self._build_tools()
        self.body.addLayout(self._build_choice())
        self.body.addWidget(self.done)
        self.body.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        for found in reports().values():
            self.report.addItem(found.title, found.name)
        self._fill_months()
        for box in (self.report, self.month):
            box.currentIndexChanged.connect(self._want)
        self.view.page_changed.connect(self._on_page)
        self.view.zoomed.connect(lambda percent: self.zoom.setText(f"{percent}%"))
        self.view.sharp.connect(self._on_sharp)
        desk.jobs.finished.connect(self._on_any_finished, Qt.ConnectionType.QueuedConnection)
        desk.looked_at_changed.connect(self._fill_months)

    def reload(self) -> None:
        if self._due != self._month_due():
            self._fill_months()
        self._want()

    def settling(self) -> bool:
        # A picture may come in once the ledger is closed: then nothing is to be asked of it.
        return not self._shut and (
            self._making is not None or self._wish() != self._made or self.view.drawing
        )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # What is not looked at must not hold the worker.
        self._drop_making()

    def _on_closing(self) -> None:
        self._shut = True
        self._making = None
        self.view.shut()
        self._folder.cleanup()

    def _wish(self) -> Wish:
        change = self.desk.session.reader.last_change()
        return Wish(self.report.currentData(), self.month.currentData(), self.desk.scope, change)

    def _want(self) -> None:
        """Have the preview made that is wished for, unless it is there or on its way."""
        wish = self._wish()
        if wish in {self._making, self._made}:
            return
        self._drop_making()
        if self.desk.jobs.busy:
            # Another job, or our own that has yet to stop: its end brings us back here.
            self.set_status(self.tr("等待另一项任务结束…"))
            return
        found = find_report(wish.name)
        look, reading = self.desk.session.second_look, self.tr("正在读取台账…")
        self._numbers += 1
        path = Path(self._folder.name) / f"{self._numbers}.pdf"

        def work(progress: Progress) -> Sheets:
            progress.report(0, 0, reading)
            # What is written meanwhile may be read in part: every change has the preview made anew.
            with look() as session, session.interruptible(progress):
                data = found.collect(session, wish.month, wish.scope)
            progress.check()
            render_report(found, data, path, progress)
            return read_sheets(path, progress)

        self._making = wish
        if not self.view.pages:
            self.view.show_message(self.tr("正在生成预览…"))
        self.set_status(self.tr("正在生成预览…"))
        self.desk.jobs.start(self.tr("正在生成报表预览…"), work, lambda outcome: self._on_made(wish, outcome))

    def _drop_making(self) -> None:
        if self._making is not None:
            self._making = None
            self.desk.jobs.cancel()

    def _on_made(self, wish: Wish, outcome: Outcome) -> None:
        if self._making != wish:
            if outcome.value:
                outcome.value.path.unlink(missing_ok=True)
            return
        self._making = None
        if outcome.value is None:
            self._fail(wish, outcome.error or CancelledError())
            return
        if self.sheets:
            self.sheets.path.unlink(missing_ok=True)
        self.sheets, self._made = outcome.value, wish
        self.view.show_sheets(outcome.value)
        self._offer()
        self.set_status(self.tr("PgUp、PgDn 翻页，Ctrl+滚轮缩放"))

    def _fail(self, wish: Wish, error: Exception) -> None:
        self._made, self.sheets = wish, None
        self.view.show_message(say(error if isinstance(error, ZonedeskError) else ZonedeskError()))
        self._offer()
        self.set_status("")

    def _on_any_finished(self) -> None:
        # The end of a job may be heard of once the ledger is closed: then there is nothing left to ask.
        if self.isVisible() and not self._shut:
            self._want()

    def _on_sharp(self) -> None:
        if not self.settling():
            self.settled.emit()

    def _save(self) -> None:
        if not (self.sheets and self._made):
            return
        title = find_report(self._made.name).title.replace("“", "").replace("”", "")
        proposal = self.tr("{title}{month}.pdf").format(title=title, month=month_words(self._made.month))
        self._outgoing.save(
            self.sheets,
            proposal,
            lambda path: self.done.say_saved(self.tr("已保存：{path}").format(path=path), path),
        )

    def _print(self) -> None:
        if self.sheets:
            self._outgoing.print(self.sheets, self.done.say, lambda text: self.done.say(text, good=False))

    def _fill_months(self) -> None:
        """Months up to the newest that matters, with the one chosen that is due on the day looked at."""
        looked_at = self.desk.as_of[:7]
        today = dt.date.today().isoformat()[:7]  # noqa: DTZ011 - the office's calendar day
        newest = max(looked_at, today, self.desk.session.reader.last_reported_month() or "")
        with QSignalBlocker(self.month):
            self.month.clear()
            for month in months_before(newest, looked_at, _MONTHS_BACK):
                self.month.addItem(month_words(month), month)
            self._due = self._month_due()
            self.month.setCurrentIndex(self.month.findData(self._due))

    def _month_due(self) -> str:
        return report_month(self.desk.session.reader, self.desk.as_of)

    def _on_page(self, number: int, pages: int) -> None:
        self.place.setText(
            self.tr("第 {number} / {pages} 页").format(number=number, pages=pages) if pages else ""
        )

    def _offer(self) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(self.sheets is not None)

    def _build_tools(self) -> None:
        self.save_button = QPushButton(icon("device-floppy", "white"), self.tr("另存为 PDF…"))
        self.save_button.setObjectName("primary")
        self.print_button = QPushButton(icon("printer"), self.tr("打印…"))
        for button, key, slot in (
            (self.save_button, QKeySequence.StandardKey.Save, self._save),
            (self.print_button, QKeySequence.StandardKey.Print, self._print),
        ):
            button.setShortcut(QKeySequence(key))
            button.setToolTip(f"{button.text()}（{QKeySequence(key).toString()}）")
            button.clicked.connect(slot)
            button.setEnabled(False)

    def _build_choice(self) -> QHBoxLayout:
        self.report.setMinimumWidth(260)
        self.month.setMinimumWidth(130)
        self.place, self.zoom = QLabel(), named(QLabel(), "second")
        self.zoom.setFixedWidth(44)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(6)
        for word, box in ((self.tr("报表"), self.report), (self.tr("月份"), self.month)):
            label = named(QLabel(word), "second")
            label.setBuddy(box)
            box.setAccessibleName(word)
            row.addWidget(label)
            row.addWidget(box)
            row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self.place)
        row.addSpacing(8)
        row.addWidget(self._tool("zoom-out", self.tr("缩小（Ctrl+-）"), lambda: self.view.zoom_by(-1)))
        row.addWidget(self.zoom)
        row.addWidget(self._tool("zoom-in", self.tr("放大（Ctrl++）"), lambda: self.view.zoom_by(1)))
        fit = QPushButton(self.tr("适合宽度"))
        fit.setToolTip(self.tr("适合宽度（Ctrl+0）"))
        fit.clicked.connect(self.view.fit_width)
        row.addWidget(fit)
        row.addSpacing(8)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        return row

    def _tool(self, icon_name: str, name: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(slot)
        return button


def months_before(newest: str, looked_at: str, count: int) -> list[str]:
    """Months (YYYY-MM) from `newest` backwards, until `count` of them stand before `looked_at`."""
    first, last = _counted(looked_at) - count, _counted(newest)
    return [f"{n // 12:04d}-{n % 12 + 1:02d}" for n in range(last, first - 1, -1)]


def _counted(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def month_words(month: str) -> str:
    """“2024-03” as 2024年3月."""
    return f"{month[:4]}年{int(month[5:])}月"
