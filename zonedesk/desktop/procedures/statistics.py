"""Statistics of procedures: where they are stuck, completion, packages, commitment, documents; one list in view."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Chip, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.simple_table import Cell
from zonedesk.domain.changes import Changes

_ID = "project_id"
_TABLES = (
    "procedure", "procedure_step", "procedure_pause", "procedure_template", "permit_package", "holiday", "attachment",
    "project", "zone", "listing", "batch",
)  # fmt: skip


class ProcedureStatistics(QWidget):
    """Buttons for the lists, the chosen one beneath. `chosen(project_id, name)` on Enter or a double click there.

    A list is read when it is first looked at, and after a change when it is in view: some go through every
    procedure of the ledger.
    """

    chosen = Signal(int, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._specs = _specs()
        self.books: dict[str, BookTable] = {}
        self._stale: set[str] = set()
        self._waiting = True
        self.stack = QStackedWidget()
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(6)
        for number, (name, (label, _)) in enumerate(self._specs.items()):
            button = named(QPushButton(label), "option")
            button.setCheckable(True)
            self.group.addButton(button, number)
            self.buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        self._tools = QStackedWidget()
        row.addWidget(self._tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        desk.changes_applied.connect(self._on_changes)
        desk.looked_at_changed.connect(self._renew)
        self.group.idClicked.connect(lambda number: self.show_list(list(self._specs)[number]))
        self.buttons["procedure_stuck"].setChecked(True)

    def show_list(self, name: str) -> BookTable:
        """Bring a list into view by its name, read afresh if it needs to be."""
        if name not in self.books:
            book = self.books[name] = BookTable(self._desk, self._specs[name][1])
            self._stale.add(name)
            tools = QWidget()
            tools.setLayout(book.tools)
            book.tools.setContentsMargins(0, 0, 0, 0)
            self.stack.addWidget(book)
            self._tools.addWidget(tools)
            book.table.opened.connect(lambda _, ids, book=book: self._open(book, ids))
        self.buttons[name].setChecked(True)
        self.stack.setCurrentWidget(self.books[name])
        self._tools.setCurrentIndex(self.stack.currentIndex())
        self.setFocusProxy(self.books[name])
        if name in self._stale:
            self._stale.discard(name)
            self.books[name].reload()
        return self.books[name]

    def reload(self) -> None:
        """Read the list in view afresh; the others when they are looked at."""
        self._waiting = False
        self._stale = set(self.books)
        self.show_list(next(name for name, button in self.buttons.items() if button.isChecked()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waiting:
            self.reload()

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(*_TABLES):
            self._renew()

    def _renew(self) -> None:
        self._waiting = True
        if self.isVisible():
            self.reload()

    def _open(self, book: BookTable, ids: list[int]) -> None:
        row = book.current_row()
        if row is not None and ids:
            self.chosen.emit(ids[0], str(row.get("procedure") or row.get("name") or ""))


def _specs() -> dict[str, tuple[str, BookSpec]]:
    translate = QCoreApplication.translate
    made = {
        "procedure_stuck": (translate("ProcedureStatistics", "卡点"), _stuck()),
        "procedures_by_zone": (translate("ProcedureStatistics", "按开发区"), _by_zone()),
        "procedures_by_name": (translate("ProcedureStatistics", "按手续"), _by_name()),
        "packages": (translate("ProcedureStatistics", "并联发证"), _packages()),
        "commitment_coverage": (translate("ProcedureStatistics", "承诺制覆盖率"), _coverage()),
        "commitment_projects": (translate("ProcedureStatistics", "承诺制项目"), _commitment_projects()),
        "attachments": (translate("ProcedureStatistics", "附件"), _attachments()),
    }
    return made


def _stuck() -> BookSpec:
    translate = QCoreApplication.translate
    return BookSpec(
        kind="procedure_stuck",
        columns=(
            BookColumn("project", 230, link=_ID),
            BookColumn("zone", 116),
            BookColumn("name", 140),
            BookColumn("state", 66),
            BookColumn("step", 96),
            BookColumn("days", 76, right=True),
            BookColumn("due", 88),
            BookColumn("overdue_days", 76, right=True),
            BookColumn("dept", 100, label=translate("ProcedureStatistics", "审批部门")),
            BookColumn("next_step", 150, stretch=True),
        ),
        chips=(
            Chip("overdue", translate("ProcedureStatistics", "逾期"), lambda row: row["overdue_days"] > 0),
            Chip(
                "paused",
                translate("ProcedureStatistics", "暂停计时"),
                lambda row: row["paused_for"] is not None,
            ),
            Chip(
                "warned",
                translate("ProcedureStatistics", "有提醒"),
                lambda row: bool(row["warnings"]),
                QIcon(),
            ),
        ),
        cell=_stuck_cell,
        warn=lambda row, key: "\n".join(row["warnings"]) if key == "name" else "",
        empty=translate("ProcedureStatistics", "没有未办结的手续。"),
    )


def _stuck_cell(row: Row, key: str) -> Cell | None:
    if key == "state" and row["state"] == "overdue":
        word = QCoreApplication.translate("ProcedureStatistics", "逾期")
        return Cell(light_text("red", word), tip=row["status"], colour=tokens.RED)
    return None


def _by_zone() -> BookSpec:
    return BookSpec(
        kind="procedures_by_zone",
        columns=(BookColumn("zone", 220, stretch=True), *_completion("projects")),
    )


def _by_name() -> BookSpec:
    return BookSpec(
        kind="procedures_by_name",
        columns=(
            BookColumn("name", 220),
            BookColumn("dept", 160, stretch=True),
            *_completion(),
            BookColumn("not_required", 80, right=True),
        ),
    )


def _completion(*first: str) -> tuple[BookColumn, ...]:
    keys = (*first, "required", "done", "percent", "pending", "overdue")
    return tuple(BookColumn(key, 84, right=True) for key in keys)


def _packages() -> BookSpec:
    translate = QCoreApplication.translate
    return BookSpec(
        kind="packages",
        columns=(
            BookColumn("project", 224, link=_ID),
            BookColumn("zone", 108),
            BookColumn("package", 76),
            BookColumn("done", 58, right=True),
            BookColumn("needed", 50, right=True),
            BookColumn("missing", 120, stretch=True),
            BookColumn("absent", 110, label=translate("ProcedureStatistics", "清单中没有")),
            BookColumn("issued_on", 86),
            BookColumn("same_day", 72),
            BookColumn("land_on", 86),
            BookColumn("start_on", 86),
            BookColumn("days", 84, right=True, label=translate("ProcedureStatistics", "拿地到开工")),
        ),
        chips=(
            Chip("complete", translate("ProcedureStatistics", "已发齐"), lambda row: row["complete"]),
            Chip("same_day", translate("ProcedureStatistics", "同日发证"), lambda row: row["same_day"]),
            Chip("lacking", translate("ProcedureStatistics", "未发齐"), lambda row: not row["complete"]),
        ),
        empty=translate("ProcedureStatistics", "还没有并联发证组合，可在“设置 - 并联发证组合”中建立。"),
    )


def _coverage() -> BookSpec:
    return BookSpec(
        kind="commitment_coverage",
        columns=(
            BookColumn("basis", 100),
            BookColumn("zone", 220, stretch=True),
            BookColumn("due", 90, right=True),
            BookColumn("handled", 90, right=True),
            BookColumn("percent", 90, right=True),
        ),
        empty=QCoreApplication.translate("ProcedureStatistics", "没有应实行承诺制的手续。"),
    )


def _commitment_projects() -> BookSpec:
    return BookSpec(
        kind="commitment_projects",
        columns=(
            BookColumn("project", tokens.NAME_WIDTH, link=_ID),
            BookColumn("zone", 160),
            BookColumn("due", 110, right=True),
            BookColumn("handled", 110, right=True),
            BookColumn("percent", 90, right=True),
            BookColumn("lacking", 240, stretch=True),
        ),
    )


def _attachments() -> BookSpec:
    return BookSpec(
        kind="attachments",
        columns=(
            BookColumn("project", tokens.NAME_WIDTH, link=_ID),
            BookColumn("zone", 140),
            BookColumn("procedure", 160),
            BookColumn("name", 260, stretch=True),
            BookColumn("kind", 90),
            BookColumn("added_on", 96),
        ),
        empty=QCoreApplication.translate("ProcedureStatistics", "还没有附件。在一个项目的手续清单里存入。"),
    )
