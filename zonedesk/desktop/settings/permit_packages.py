"""设置 - 并联发证组合: which permits an office gives out together (六证同发)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes


@section("permit_packages", to_translate("settings", "并联发证组合"), 44)
class PackagesSection(QWidget):
    """A book of packages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.hint = named(
            QLabel(
                self.tr(
                    "“六证同发”是哪几个证由本地规定。在“包含手续”中写手续模板的编号，用、分开；是否发齐、是否同日、拿地到开工几天由此算出。"
                )
            ),
            "second",
        )
        self.hint.setWordWrap(True)
        self.book = BookTable(desk, _spec())
        self.tools = self.book.tools
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.hint)
        column.addWidget(self.book, 1)
        self.setFocusProxy(self.book)

    def reload(self) -> None:
        """Read the packages afresh."""
        self.book.reload()

    def patch(self, changes: Changes) -> bool:
        """Take a change in."""
        if changes.touches("permit_package", "procedure_template"):
            self.book.patch(changes)
        return True


def _spec() -> BookSpec:
    translate = QCoreApplication.translate
    return BookSpec(
        kind="permit_packages",
        table="permit_package",
        columns=(
            BookColumn("name", 120),
            BookColumn("members", 160),
            BookColumn("names", 300, editable=False, stretch=True),
            BookColumn("note", 240),
        ),
        new={"name": translate("PackagesSection", "新组合")},
        empty=translate("PackagesSection", "还没有并联发证组合。按“新增”建立一个，写明包含哪些手续。"),
        warn=_warn,
        alone=False,
    )


def _warn(row: Row, key: str) -> str:
    if key != "members" or not row["unknown"]:
        return ""
    return QCoreApplication.translate("PackagesSection", "{codes} 不是现行模板的编号").format(
        codes=row["unknown"]
    )
