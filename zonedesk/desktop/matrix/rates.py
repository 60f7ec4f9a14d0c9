"""办结率: by zone and by procedure, side by side; Enter on a zone shows its matrix."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.simple_table import Cell

_ONES = {"required": 50, "done": 56, "percent": 74, "pending": 56, "overdue": 46}


class RatesTab(QWidget):
    """Two books of one level. `told(text)` is the line for the status."""

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.by_zone, self.by_name = (BookTable(desk, spec) for spec in _specs())
        split = QSplitter(Qt.Orientation.Horizontal)
        for book, text in (
            (self.by_zone, self.tr("按开发区")),
            (self.by_name, self.tr("按手续")),
        ):
            split.addWidget(_framed(book, text))
            book.told.connect(self.told)
        split.setSizes([500, 650])
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self.setFocusProxy(self.by_zone)

    def reload(self) -> None:
        """Read both anew."""
        for book in (self.by_zone, self.by_name):
            book.reload()


def _framed(book: BookTable, text: str) -> QWidget:
    frame = QWidget()
    head = QHBoxLayout()
    label = QLabel(text)
    label.setStyleSheet("font-weight: 600;")
    head.addWidget(label)
    head.addStretch(1)
    head.addLayout(book.tools)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(head)
    column.addWidget(book, 1)
    return frame


def _noughts(row: Row, key: str) -> Cell | None:
    """Nothing pending is the usual case: a column full of noughts hides what counts."""
    return Cell("") if key in ("pending", "overdue", "not_required") and not row[key] else None


def _specs() -> tuple[BookSpec, BookSpec]:
    empty = QCoreApplication.translate("RatesTab", "还没有手续。导入“前期手续办理情况表”，或在矩阵中新增。")
    return (
        BookSpec(
            "procedures_by_zone",
            (
                BookColumn("zone", 124, stretch=True),
                BookColumn("projects", 56, right=True),
                *(BookColumn(key, wide, right=True) for key, wide in _ONES.items()),
            ),
            cell=_noughts,
            empty=empty,
            alone=False,
        ),
        BookSpec(
            "procedures_by_name",
            (
                BookColumn("name", 140, stretch=True),
                BookColumn("dept", 104),
                *(BookColumn(key, wide, right=True) for key, wide in _ONES.items()),
                BookColumn("not_required", 66, right=True),
            ),
            cell=_noughts,
            empty=empty,
            alone=False,
        ),
    )
