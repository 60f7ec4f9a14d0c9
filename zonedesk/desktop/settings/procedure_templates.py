"""设置 - 手续模板: what the office lays down for each procedure, in versions."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Chip, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes
from zonedesk.domain.messages import say
from zonedesk.domain.procedure_warnings import template_warnings
from zonedesk.domain.tracking_columns import WORKING_DAYS
from zonedesk.ops.templates import edit_template, next_code, seed_templates, template_book


@section("procedure_templates", to_translate("settings", "手续模板"), 40)
class TemplatesSection(QWidget):
    """A book of templates; one in use is never changed but followed by its next version."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.hint = named(
            QLabel(
                self.tr(
                    "模板决定一项手续的部门、时限、前置和环节。已有手续在用的模板，修改时自动停用旧版、启用新版，已生成的手续不变。"
                    "适用条件中，“：”前可写 所有项目、有用地、用地7.5亩以上、产业项目、新建扩建、按需，用于预选。"
                )
            ),
            "second",
        )
        self.hint.setWordWrap(True)
        self.warnings = QLabel()
        self.warnings.setWordWrap(True)
        self.warnings.setStyleSheet(f"color: {tokens.YELLOW};")
        self.seed_button = QPushButton(icon("checklist"), self.tr("建立常用手续模板（32 项）"))
        self.seed_button.setToolTip(self.tr("加入台账还没有的常用手续，一步可撤销"))
        self.book = BookTable(desk, _spec())
        self.book.choose_chips(["current"])
        self.tools = self.book.tools
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.hint)
        column.addWidget(self.warnings)
        column.addWidget(self.seed_button)
        column.addWidget(self.book, 1)
        self.setFocusProxy(self.book)
        self.seed_button.clicked.connect(lambda: desk.run(seed_templates))

    def reload(self) -> None:
        """Read the templates afresh."""
        self.book.reload()
        self._tell()

    def patch(self, changes: Changes) -> bool:
        """Take a change in."""
        if changes.touches("procedure_template", "procedure"):
            self.book.patch(changes)
            self._tell()
        return True

    def _tell(self) -> None:
        book = template_book(self._desk.session.reader)
        told = [light_text("yellow", say(each)) for each in template_warnings(book, _today())]
        self.warnings.setText("\n".join(told))
        self.warnings.setVisible(bool(told))
        self.seed_button.setVisible(not book.by_id)
        self.seed_button.setEnabled(self._desk.session.writable)


def _spec() -> BookSpec:
    translate = QCoreApplication.translate
    return BookSpec(
        kind="procedure_templates",
        table="procedure_template",
        columns=(
            BookColumn("code", 52),
            BookColumn("name", 190),
            BookColumn("stage", 74),
            BookColumn("dept", 110),
            BookColumn("legal_days", 78),
            BookColumn("promise_days", 78),
            BookColumn("day_type", 70),
            BookColumn("predecessors", 100),
            BookColumn("mode", 96),
            BookColumn("valid_months", 100),
            BookColumn("applies", 150),
            BookColumn("steps", 150),
            BookColumn("aliases", 120),
            BookColumn("basis", 120),
            BookColumn("note", 160),
            BookColumn("version", 44, editable=False),
            BookColumn("used", 52, editable=False, right=True, label=translate("TemplatesSection", "在用")),
            BookColumn("effective_from", 88, editable=False),
            BookColumn("effective_to", 88),
        ),
        chips=(
            Chip("current", translate("TemplatesSection", "现行"), lambda row: not row["effective_to"]),
            Chip("ended", translate("TemplatesSection", "已停用"), lambda row: bool(row["effective_to"])),
            Chip("used", translate("TemplatesSection", "在用"), lambda row: row["used"] > 0),
        ),
        new_values=lambda desk: {
            "code": next_code(desk.session.reader),
            "name": translate("TemplatesSection", "新手续"),
            "day_type": WORKING_DAYS,
        },
        empty=translate(
            "TemplatesSection", "还没有手续模板。按上面的按钮建立常用的 32 项，再按本地规定修改。"
        ),
        row_colour=lambda row: tokens.DISABLED if row["effective_to"] else "",
        warn=_warn,
        write=_write,
        alone=False,
    )


def _warn(row: Row, key: str) -> str:
    if key != "predecessors":
        return ""
    translate, told = QCoreApplication.translate, []
    if row["ringed"]:
        told.append(translate("TemplatesSection", "常见前置首尾相接，前置提醒不准"))
    if row["strangers"]:
        told.append(
            translate("TemplatesSection", "{codes} 不是现行模板的编号").format(codes=row["strangers"])
        )
    return "\n".join(told)


def _write(desk: Desk, row: Row, key: str, text: str) -> int | None:
    changes = desk.run(edit_template, row_id=row["id"], key=key, text=text, on=_today())
    if changes is None:
        return None
    # A template that procedures were made from gets another version.
    return next((c.row_id for c in changes.of("procedure_template") if c.before is None), int(row["id"]))


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the officer's own calendar
