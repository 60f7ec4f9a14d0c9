"""设置 - 节假日: what the office knows of days off and days worked, before what comes with zonedesk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.icons import icon
from zonedesk.desktop.page import to_translate
from zonedesk.desktop.settings.registry import section
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.domain.changes import Changes
from zonedesk.domain.tracking_columns import DAY_OFF, DAY_ON
from zonedesk.ops.holidays import add_holidays, published_to, unknown_years

_WIDTH = 104


@section("holidays", to_translate("settings", "节假日"), 42)
class HolidaysSection(QWidget):
    """A line to enter a span of days, and the days entered."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.hint = named(
            QLabel(
                self.tr(
                    "程序自带到 {year} 年的放假调休安排。以后各年公布后在此补登，登到国庆节为止算作齐全；本地另有规定的也登在这里，以此为准。"
                ).format(year=published_to())
            ),
            "second",
        )
        self.hint.setWordWrap(True)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setStyleSheet(f"color: {tokens.YELLOW};")
        self.first, self.last, self.name = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind: QComboBox = SteadyCombo()
        self.add_button = QPushButton(icon("plus"), self.tr("登记这几天"))
        self.book = BookTable(desk, _spec())
        self.tools = self.book.tools
        self._lay_out()
        self.add_button.clicked.connect(self._add)
        for line in (self.first, self.last, self.name):
            line.returnPressed.connect(self._add)

    def reload(self) -> None:
        """Read the days afresh."""
        self.book.reload()
        self._tell()

    def patch(self, changes: Changes) -> bool:
        """Take a change in."""
        if changes.touches("holiday"):
            self.book.patch(changes)
            self._tell()
        return True

    def _tell(self) -> None:
        years = unknown_years(self._desk.session.reader, self._desk.as_of)
        text = self.tr("{years} 年的放假安排还没有，涉及这些日子的工作日只扣除周六、周日").format(
            years="、".join(map(str, years))
        )
        self.warning.setText(light_text("yellow", text))
        self.warning.setVisible(bool(years))
        self.add_button.setEnabled(self._desk.session.writable)

    def _add(self) -> None:
        values = {"first": self.first.text(), "last": self.last.text(), "kind": self.kind.currentText()}
        if self._desk.run(add_holidays, **values, name=self.name.text()) is not None:
            for line in (self.first, self.last):
                line.clear()
            self.first.setFocus()

    def _lay_out(self) -> None:
        self.kind.addItems([DAY_OFF, DAY_ON])
        self.name.setMaxLength(20)
        row = QHBoxLayout()
        row.setSpacing(6)
        for words, widget, width, proposal in (
            (self.tr("从"), self.first, _WIDTH, f"{published_to() + 1}-10-01"),
            (self.tr("到"), self.last, _WIDTH, f"{published_to() + 1}-10-07"),
            (self.tr("按"), self.kind, 64, ""),
            (self.tr("名称"), self.name, 120, self.tr("如：国庆节")),
        ):
            label = QLabel(words)
            label.setBuddy(widget)
            widget.setAccessibleName(words)
            widget.setFixedWidth(width)
            if isinstance(widget, QLineEdit):
                widget.setPlaceholderText(proposal)
            row.addWidget(label)
            row.addWidget(widget)
        row.addWidget(self.add_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.hint)
        column.addWidget(self.warning)
        column.addLayout(row)
        column.addWidget(self.book, 1)
        self.setFocusProxy(self.first)


def _spec() -> BookSpec:
    translate = QCoreApplication.translate
    return BookSpec(
        kind="holidays",
        table="holiday",
        columns=(BookColumn("day", 120), BookColumn("kind", 80), BookColumn("name", 160, stretch=True)),
        new_values=lambda desk: {"day": _free_day(desk), "kind": DAY_OFF},
        empty=translate("HolidaysSection", "还没有另外登记的日子。程序自带的安排不列在这里。"),
    )


def _free_day(desk: Desk) -> str:
    """The first day of the year after next that is known of, to be typed over."""
    taken = {day for (day,) in desk.session.reader.values("holiday", "day")}
    days = (f"{published_to() + 1}-01-{number:02d}" for number in range(1, 32))
    return next((day for day in days if day not in taken), desk.as_of)
