"""What changed since the last meeting: numbers that open their rows, and every change as a line beneath."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.day_box import DayBox
from zonedesk.desktop.widgets.link_line import Link, LinkLine, Part
from zonedesk.desktop.widgets.list_tools import ListTools
from zonedesk.desktop.widgets.looked_at import short_money
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.steady_combo import SteadyCombo
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain import since as parts
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.money import format_money
from zonedesk.domain.since import PART_LABELS
from zonedesk.ops.lists import Rows
from zonedesk.ops.lists.since_meeting import rows_of_changes
from zonedesk.ops.since_meeting import SinceMeeting

_MOST_ZONES = 3
_YI = 100_000_000  # 元 in an 亿元, the unit of the list's amounts


class ChangesView(QWidget):
    """Shows one comparison. `opened(title, ids)` for a number; `since_changed(iso)` when another first day is wished."""

    opened = Signal(str, list)
    since_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.found: SinceMeeting | None = None
        self._rows: Rows = []
        self.since_box = DayBox()
        self.since_box.setAccessibleName(self.tr("从哪一天起比较"))
        self.heading = named(QLabel(), "second")
        self.stuck, self.counts, self.zones = LinkLine(), LinkLine(), LinkLine()
        self.box = SteadyCombo()
        self.box.setAccessibleName(self.tr("按变化种类筛选"))
        self.model = SimpleTableModel(self._columns(), self._cell, self)
        self.table = SimpleTable(self.model)
        self.table.setAccessibleName(self.tr("变化明细"))
        self.tools = ListTools(desk, "since_meeting", rows=self.shown, title=self._title, day=self._day)
        self.tools.bind_keys(self)
        for line in (self.stuck, self.counts, self.zones):
            line.opened.connect(self.opened)
            # A long line gives way rather than widen the window.
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.table.opened.connect(self.opened)
        self.box.activated.connect(lambda _: self._narrow())
        self.since_box.day_changed.connect(self.since_changed)
        self.since_box.refused.connect(
            lambda text: desk.told.emit(self.tr("“{text}”不是日期").format(text=text))
        )
        self._lay_out()
        self.setFocusProxy(self.table)

    def show_found(self, found: SinceMeeting) -> None:
        """Show a comparison."""
        self.found = found
        self._rows = rows_of_changes(found)
        self.since_box.set_day(found.since)
        self.heading.setText(self.tr("之后，至 {until} 的变化").format(until=found.until))
        self.stuck.show_parts(self._stuck_parts(found))
        self.counts.show_parts(self._count_parts(found))
        zones = self._zone_parts(found)
        self.zones.show_parts(zones)
        self.zones.setVisible(bool(zones))
        self._fill_box()
        self._narrow()
        for line in (self.stuck, self.counts, self.zones):
            # Empty until now, they had no height: without this they would be seen, and missed by a click, as such once.
            line.updateGeometry()
        self._column.activate()

    def shown(self) -> Rows:
        """The lines in view."""
        part = self.box.currentData()
        return [row for row in self._rows if part in (None, row["part"])]

    def _title(self) -> str:
        part = self.box.currentData()
        return PART_LABELS[part] if part else self.tr("调度变化")

    def _day(self) -> str:
        return self.found.until if self.found else self._desk.as_of

    def _stuck_parts(self, found: SinceMeeting) -> list[Part]:
        made: list[Part] = []
        for name, definition in DEFINITIONS.items():
            then, now = found.stuck[name]
            moved = f"{then}→{now}" if then != now else str(now)
            made.append(Part(f"{definition.label} {moved}（", gap=16 if made else 0))
            for part, word in ((parts.ENTERED, self.tr("进")), (parts.LEFT, self.tr("退"))):
                made += [Part(f"{word} "), self._number(found, part + name)]
                made.append(Part("　" if part == parts.ENTERED else "）"))
        return made

    def _count_parts(self, found: SinceMeeting) -> list[Part]:
        unit = self._desk.money_unit
        made = [Part(self.tr("阶段变化 ")), self._number(found, parts.STAGE)]
        sign = "+" if found.invested >= 0 else "−"
        amount = f"{sign}{short_money(abs(found.invested), unit)} {unit}"
        if found.changes[parts.MONEY]:
            made += [
                Part(self.tr("完成投资 {amount}（").format(amount=amount), gap=16),
                self._number(found, parts.MONEY),
                Part(self.tr(" 个项目）")),
            ]
        else:
            made.append(Part(self.tr("完成投资无变化"), gap=16))
        for part, word in (
            (parts.PROCEDURES, self.tr("手续办结 ")),
            (parts.RAISED, self.tr("新提问题 ")),
            (parts.CLOSED, self.tr("问题销号 ")),
            (parts.MISSING, self.tr("进度未更新 ")),
        ):
            made += [Part(word, gap=16), self._number(found, part)]
        return made

    def _number(self, found: SinceMeeting, part: str) -> Part:
        count, ids = len(found.changes[part]), found.ids(part)
        colour = tokens.RED if count and part in {parts.MISSING, *_WORSE} else ""
        if not count:
            return Part("0", colour=tokens.SECOND)
        return Part(str(count), Link(PART_LABELS[part], ids), self.tr("打开这些项目"), colour=colour)

    def _zone_parts(self, found: SinceMeeting) -> list[Part]:
        zones, unit = found.invested_by_zone(), self._desk.money_unit
        if not zones:
            return []
        made = [Part(self.tr("完成投资分开发区："), second=True)]
        for zone, amount, ids in zones[:_MOST_ZONES]:
            name = zone or self.tr("未填开发区")
            title = self.tr("{zone}完成投资有变化的项目").format(zone=name)
            made.append(Part(f"{name} ", second=True))
            told = f"{'+' if amount >= 0 else '−'}{short_money(abs(amount), unit)}"
            made += [Part(told, Link(title, ids)), Part("　", second=True)]
        rest = zones[_MOST_ZONES:]
        if rest:
            told = "\n".join(
                f"{zone or self.tr('未填开发区')} {format_money(amount, unit)}" for zone, amount, _ in rest
            )
            made.append(Part(self.tr("等 {n} 个").format(n=len(zones)), tip=told, second=True))
        return made

    def _fill_box(self) -> None:
        counts, chosen = Counter(row["part"] for row in self._rows), self.box.currentData()
        self.box.clear()
        self.box.addItem(self.tr("全部变化（{n}）").format(n=len(self._rows)), None)
        for part, label in PART_LABELS.items():
            if counts[part]:
                self.box.addItem(f"{label}（{counts[part]}）", part)
        self.box.setCurrentIndex(max(self.box.findData(chosen), 0))

    def _narrow(self) -> None:
        self.table.show_rows(self.shown(), key=lambda row: (row["part"], row["project_id"], row["text"]))

    def _columns(self) -> list[Column]:
        return [
            Column("part", self.tr("变化"), 118),
            Column("project", self.tr("项目名称"), 180, stretch=True),
            Column("text", self.tr("情况"), 150, stretch=True),
            Column("zone", self.tr("开发区"), 124),
            Column("by_record", self.tr("依据"), 86),
        ]

    def _cell(self, row: dict[str, object], key: str) -> Cell:
        text = "" if row[key] is None else str(row[key])
        if key == "part":
            return Cell(PART_LABELS[text])
        if key == "project":
            return Cell(text, Link(text, (int(str(row["project_id"])),)))
        if key == "text" and row["amount"] is not None:
            unit = self._desk.money_unit
            amount = format_money(int(Decimal(str(row["amount"])) * _YI), unit)
            told = self.tr("{text} {amount} {unit}").format(text=text, amount=amount, unit=unit)
            return Cell(told)
        if key == "by_record":
            tip = self.tr("日期不在两次会议之间：本期才登记，或改正了以前的登记")
            return (
                Cell(self.tr("补登或更正"), tip=tip, colour=tokens.YELLOW)
                if row[key]
                else Cell(self.tr("按日期"), colour=tokens.SECOND)
            )
        return Cell(text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(named(QLabel(self.tr("自")), "second"))
        head.addWidget(self.since_box)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.box)
        head.addWidget(self.tools)
        self.box.setMinimumWidth(170)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        for line in (self.stuck, self.counts, self.zones):
            column.addWidget(line)
        column.addWidget(self.table, 1)


_WORSE = frozenset(parts.ENTERED + name for name in DEFINITIONS)
