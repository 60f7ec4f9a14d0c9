"""设置 - 例行工作: the office's calendar of duties, each with its cycle and its day within the cycle."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes
from zonedesk.domain.routines import DEFAULTS
from zonedesk.ops.routines import seed_routines

# A warning stands at the cell that it is about, told by the words it holds.
_WARNED = {"cycle": "周期“", "day": "周期内第", "lead_days": "提前提醒天数", "starts_on": "起始日期"}


@section("routines", to_translate("settings", "例行工作"), 46)
class RoutinesSection(QWidget):
    """A book that is typed into; a button adds the usual duties that are missing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.book = BookTable(desk, _spec())
        self.tools = self.book.tools
        self.seed_button = QPushButton(icon("sparkles"), self.tr("补上常用例行工作"))
        self.seed_button.setToolTip(
            self.tr("周例会、旬复盘、报送截止、月通报、季通报、半年观摩、一年述职，已有的不动")
        )
        self.tools.insertWidget(0, self.seed_button)
        note = self.tr(
            "周期内第几日：周按星期一为 1，旬、月、季、半年、年从第一天数起；不填或超出的按最后一日。"
            "周按星期一至星期日，跨年的周归星期四所在的年；下旬为 21 日至月末。"
            "起始日期之前的各期不算逾期。名称与会议种类相同的（周例会、旬复盘、月会商），开了会即为完成。"
        )
        self.note = named(QLabel(note), "second")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addWidget(self.book, 1)
        self.setFocusProxy(self.book)
        self.seed_button.clicked.connect(self._seed)

    def reload(self) -> None:
        """Read the duties afresh."""
        self.book.reload()
        self._show()

    def patch(self, changes: Changes) -> bool:
        """Take a change in."""
        if changes.touches("routine"):
            self.book.patch(changes)
            self._show()
        return True

    def _show(self) -> None:
        known = {row["name"] for row in self.book.rows.rows}
        missing = any(default[0] not in known for default in DEFAULTS)
        self.seed_button.setEnabled(self._desk.session.writable and missing)

    def _seed(self) -> None:
        self._desk.run(seed_routines, starts_on=f"{self._desk.as_of[:7]}-01")


def _warning(row: Row, key: str) -> str:
    words = _WARNED.get(key)
    told = (row["warning"] or "").split("；")
    return "；".join(part for part in told if words in part) if words else ""


def _spec() -> BookSpec:
    translate = QCoreApplication.translate
    return BookSpec(
        kind="routines",
        table="routine",
        columns=(
            BookColumn("name", 140),
            BookColumn("cycle", 60),
            BookColumn("day", 76, label=translate("RoutinesSection", "周期内\n第几日")),
            BookColumn("lead_days", 86, label=translate("RoutinesSection", "提前提醒\n（日）")),
            BookColumn("output", 180, stretch=True),
            BookColumn("active", 56, centre=True),
            BookColumn("starts_on", 96),
            BookColumn("note", 150),
        ),
        new_values=lambda desk: {
            "name": _free_name(desk),
            "starts_on": desk.as_of,
        },
        empty=translate("RoutinesSection", "还没有例行工作。点“补上常用例行工作”，或按 Insert 新增。"),
        warn=_warning,
        alone=False,
    )


def _free_name(desk: Desk) -> str:
    """A name that no duty has yet: names are unlike each other."""
    known = {row["name"] for row in desk.session.reader.rows("routine", columns=("id", "name"))}
    base = QCoreApplication.translate("RoutinesSection", "新例行工作")
    name, number = base, 1
    while name in known:
        number += 1
        name = f"{base}{number}"
    return name
