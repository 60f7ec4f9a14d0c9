"""导出 and 打印 of the matrix as it is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.preview.list_preview import PaperPreview
from zonedesk.desktop.preview.outgoing import begin
from zonedesk.desktop.widgets.list_tools import EXPORT_KEY, PRINT_KEY
from zonedesk.domain.progress import Progress
from zonedesk.exchange.matrix_export import export_matrix
from zonedesk.ops.matrix_sheet import TITLE, MatrixSheet


class MatrixTools(QWidget):
    """Two buttons; `sheet` gives what is shown at that moment, None if nothing was read yet."""

    def __init__(self, desk: Desk, sheet: Callable[[], MatrixSheet | None]) -> None:
        super().__init__()
        self._desk, self._sheet = desk, sheet
        self.preview: PaperPreview | None = None
        self.export_button = QPushButton(icon("file-export"), self.tr("导出…"))
        self.print_button = QPushButton(icon("printer"), self.tr("打印…"))
        self.export_button.setToolTip(
            self.tr("将现在显示的矩阵导出为工作簿或 PDF（{key}）").format(key=EXPORT_KEY)
        )
        self.print_button.setToolTip(
            self.tr("预览并打印现在显示的矩阵，A3 横向（{key}）").format(key=PRINT_KEY)
        )
        self.export_button.clicked.connect(self.export)
        self.print_button.clicked.connect(self.print)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.export_button)
        row.addWidget(self.print_button)

    def bind_keys(self, widget: QWidget) -> None:
        """Listen for the keys while the keyboard is in `widget`."""
        bind(widget, EXPORT_KEY, self.export)
        bind(widget, PRINT_KEY, self.print)

    def export(self) -> None:
        """Ask for a file and write the matrix to it."""
        sheet = self._sheet()
        if sheet is None:
            return
        kinds_of_file = self.tr("Excel 工作簿 (*.xlsx);;PDF 文件 (*.pdf)")
        proposal = f"{TITLE}{sheet.as_of}.xlsx"
        target = self._desk.prompts.save_file(self, self.tr("导出手续矩阵"), kinds_of_file, proposal)
        if target is None:
            return
        if target.suffix.lower() not in {".xlsx", ".pdf"}:
            target = target.with_name(target.name + ".xlsx")
        write = _print_matrix if target.suffix.lower() == ".pdf" else export_matrix
        told = self.tr("已导出手续矩阵：{path}").format(path=target)
        begin(
            self._desk,
            self.tr("正在导出…"),
            lambda progress: write(sheet, target, progress),
            lambda outcome: None if outcome.cancelled else self._desk.told.emit(told),
        )

    def print(self) -> None:
        """Make the pages and show them, ready to print."""
        sheet = self._sheet()
        if sheet is None:
            return
        preview = PaperPreview(
            self._desk, TITLE, sheet.as_of, lambda path, progress: _print_matrix(sheet, path, progress), self
        )
        if preview.begin():
            self.preview = preview


def _print_matrix(sheet: MatrixSheet, path: Path, progress: Progress) -> None:
    from zonedesk.reports.matrix_paper import print_matrix  # noqa: PLC0415 - reportlab: only for those who print

    print_matrix(sheet, path, progress)
