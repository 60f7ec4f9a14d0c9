"""The two buttons by which what a page shows goes out: 导出 and 打印."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind

EXPORT_KEY, PRINT_KEY = "Ctrl+E", "Ctrl+P"


class OutgoingTools(QWidget):
    """`export` and `print` are what the buttons and their keys do; their tips say of what."""

    def __init__(self, desk: Desk, export: Callable[[], None], print_: Callable[[], None]) -> None:
        super().__init__()
        self._desk, self._export, self._print = desk, export, print_
        self.export_button = QPushButton(icon("file-export"), self.tr("导出…"))
        self.print_button = QPushButton(icon("printer"), self.tr("打印…"))
        self.export_button.clicked.connect(export)
        self.print_button.clicked.connect(print_)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.export_button)
        row.addWidget(self.print_button)

    def bind_keys(self, widget: QWidget) -> None:
        """Listen for the keys while the keyboard is in `widget`."""
        bind(widget, EXPORT_KEY, self._export)
        bind(widget, PRINT_KEY, self._print)

    def ask_target(self, heading: str, proposal: str) -> Path | None:
        """The workbook or PDF that the officer chooses, a workbook where he says neither; None if he gives up."""
        kinds_of_file = self.tr("Excel 工作簿 (*.xlsx);;PDF 文件 (*.pdf)")
        target = self._desk.prompts.save_file(self, heading, kinds_of_file, proposal)
        if target is None or target.suffix.lower() in {".xlsx", ".pdf"}:
            return target
        return target.with_name(target.name + ".xlsx")
