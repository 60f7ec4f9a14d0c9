"""导出 and 打印 of the matrix as it is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.preview.list_preview import PaperPreview
from zonedesk.desktop.preview.outgoing import begin
from zonedesk.desktop.widgets.outgoing_tools import EXPORT_KEY, PRINT_KEY, OutgoingTools
from zonedesk.domain.progress import Progress
from zonedesk.exchange.matrix_export import export_matrix
from zonedesk.ops.matrix_sheet import TITLE, MatrixSheet


class MatrixTools(OutgoingTools):
    """Two buttons; `sheet` gives what is shown at that moment, None if nothing was read yet."""

    def __init__(self, desk: Desk, sheet: Callable[[], MatrixSheet | None]) -> None:
        super().__init__(desk, self.export, self.print)
        self._sheet = sheet
        self.preview: PaperPreview | None = None
        self.export_button.setToolTip(
            self.tr("将现在显示的矩阵导出为工作簿或 PDF（{key}）").format(key=EXPORT_KEY)
        )
        self.print_button.setToolTip(
            self.tr("预览并打印现在显示的矩阵，A3 横向（{key}）").format(key=PRINT_KEY)
        )

    def export(self) -> None:
        """Ask for a file and write the matrix to it."""
        sheet = self._sheet()
        target = self.ask_target(self.tr("导出手续矩阵"), f"{TITLE}{sheet.as_of}.xlsx") if sheet else None
        if sheet is None or target is None:
            return
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
