"""A window with the pages of a list, or of any other paper, as they will be printed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.jobs import Outcome
from zonedesk.desktop.preview.outgoing import Outgoing, begin
from zonedesk.desktop.preview.pdf_view import PdfView
from zonedesk.desktop.preview.sheets import Sheets, read_sheets
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.progress import Progress
from zonedesk.ops.list_sheet import ListSheet

_SIZE = (1040, 700)


class PaperPreview(QDialog):
    """What `write(path, progress)` puts on paper, to look at and to print; it runs on the worker's thread.

    `begin` has the pages made and shows the window when they are there. Ctrl+P prints, Ctrl+S saves, Esc closes.
    """

    def __init__(
        self, desk: Desk, title: str, as_of: str, write: Callable[[Path, Progress], None], parent: QWidget
    ) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._proposal, self._write = desk, f"{title}{as_of}.pdf", write
        self._folder = tempfile.TemporaryDirectory(prefix="zonedesk-", ignore_cleanup_errors=True)
        self._gone = False
        self._outgoing = Outgoing(desk, self)
        self.sheets: Sheets | None = None
        self.setWindowTitle(self.tr("打印预览：{title}").format(title=title))
        self.resize(*_SIZE)
        self.view = PdfView()
        self.place, self.told = QLabel(), named(QLabel(), "second")
        self.print_button = named(QPushButton(icon("printer", "white"), self.tr("打印…")), "primary")
        self.save_button = QPushButton(icon("device-floppy"), self.tr("另存为 PDF…"))
        for button, key, slot in (
            (self.print_button, QKeySequence.StandardKey.Print, self._print),
            (self.save_button, QKeySequence.StandardKey.Save, self._save),
        ):
            button.setShortcut(QKeySequence(key))
            button.setToolTip(f"{button.text()}（{QKeySequence(key).toString()}）")
            button.setAutoDefault(False)
            button.clicked.connect(slot)
        self._lay_out()
        self.view.page_changed.connect(self._on_page)
        desk.closing.connect(self.close)

    def begin(self) -> bool:
        """Have the pages made; False if other work is under way (which is then told)."""
        path = Path(self._folder.name) / "1.pdf"

        def work(progress: Progress) -> Sheets:
            self._write(path, progress)
            return read_sheets(path, progress)

        if begin(self._desk, self.tr("正在生成打印预览…"), work, self._on_made):
            return True
        self.close()
        return False

    def done(self, result: int) -> None:
        # Esc ends a dialog without a close event.
        self._let_go()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._let_go()
        super().closeEvent(event)

    def _let_go(self) -> None:
        """Stop what still draws before the dialog and the file are gone."""
        if not self._gone:
            self._gone = True
            self.view.shut()
            self._folder.cleanup()

    def _on_made(self, outcome: Outcome) -> None:
        if self._gone:
            return
        if outcome.value is None:
            self.close()
            return
        self.sheets = outcome.value
        self.view.show_sheets(outcome.value)
        self.show()
        self.view.setFocus()

    def _print(self) -> None:
        if self.sheets:
            self._outgoing.print(self.sheets, self.told.setText, self.told.setText)

    def _save(self) -> None:
        if self.sheets:
            self._outgoing.save(
                self.sheets,
                self._proposal,
                lambda path: self.told.setText(self.tr("已保存：{path}").format(path=path)),
            )

    def _on_page(self, number: int, pages: int) -> None:
        self.place.setText(self.tr("第 {number} / {pages} 页").format(number=number, pages=pages))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.place)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.view, 1)
        column.addLayout(foot)


class ListPreview(PaperPreview):
    """The pages of a list."""

    def __init__(self, desk: Desk, sheet: ListSheet, parent: QWidget) -> None:
        from zonedesk.reports.list_paper import print_list  # noqa: PLC0415 - reportlab: only for those who print

        super().__init__(
            desk, sheet.title, sheet.as_of, lambda path, progress: print_list(sheet, path, progress), parent
        )
