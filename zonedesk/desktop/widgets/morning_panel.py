"""今日工作: what the day asks for, list by list, with the lights of all projects beside the day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zonedesk.desktop.widgets.light import colour_of, light_text
from zonedesk.desktop.widgets.link_line import Link, LinkLine, NumberButton
from zonedesk.desktop.widgets.link_line import Part as Piece
from zonedesk.desktop.widgets.morning_table import MorningTable
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.dates import chinese
from zonedesk.domain.lights import LIGHT_WORDS, Light
from zonedesk.ops.morning import Morning, Part

_WEEKDAYS = "一二三四五六日"


class MorningPanel(QFrame):
    """`opened(title, ids)` when a line or a number is opened; `page_asked(Place)` when a line asks for its page."""

    opened = Signal(str, list)
    page_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.day, self.lights = QLabel(), LinkLine(align_right=True)
        self.day.setStyleSheet("font-weight: 600;")
        self.tabs = {part: _Tab() for part in Part}
        self.table = MorningTable()
        self.table.setStyleSheet("QTableView { border: none; }")
        self.nothing = named(QLabel(), "second")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.below = QStackedWidget()
        self.below.addWidget(self.table)
        self.below.addWidget(self.nothing)
        self._morning: Morning | None = None
        self._part: Part | None = None
        group = QButtonGroup(self)
        for part, tab in self.tabs.items():
            group.addButton(tab)
            tab.clicked.connect(lambda _=False, part=part: self.choose(part))
        for source in (self.lights, self.table):
            source.opened.connect(self.opened)
        self.table.page_asked.connect(self.page_asked)
        self._lay_out()

    @property
    def part(self) -> Part:
        """The list that is shown."""
        return self._part or Part.DUE

    def begin(self) -> None:
        """Say that the lists are being read, where there are none yet."""
        if self._morning is None:
            for tab in self.tabs.values():
                tab.setText("…")
            self.nothing.setText(self.tr("正在读取…"))
            self.below.setCurrentWidget(self.nothing)

    def show_morning(self, morning: Morning, scope: str) -> None:
        """Show the lists of a day; the one looked at stays."""
        self._morning = morning
        date = dt.date.fromisoformat(morning.day)
        self.day.setText(
            self.tr("今日工作 {day} 星期{weekday}").format(
                day=chinese(morning.day)[5:], weekday=_WEEKDAYS[date.weekday()]
            )
        )
        self.day.setToolTip(self.tr("到期、逾期、亮灯和未更新都按{day}算").format(day=chinese(morning.day)))
        for part, tab in self.tabs.items():
            tab.setText(self._tab_text(part, morning))
            tab.setToolTip(self._tab_tip(part, morning) + self._cut_short(part, morning))
        self._show_lights(morning, scope)
        self.choose(self._part or self._first(morning))

    def choose(self, part: Part) -> None:
        """Show one of the lists."""
        if self._morning is None:
            return
        self._part = part
        self.tabs[part].setChecked(True)
        lines = self._morning.lines.get(part, ())
        self.table.show_lines(part, lines)
        known = part in self._morning.lines
        self.nothing.setText(self._nothing(part) if known else self.tr("正在读取…"))
        self.below.setCurrentWidget(self.table if lines else self.nothing)

    def places(self) -> list[QWidget]:
        """What the keyboard goes through, in order."""
        return [*self.tabs.values(), self.table, *self.lights.numbers()]

    def first_place(self) -> QWidget:
        """Where the keyboard begins: the list, or the tabs when it is empty."""
        return self.table if self.below.currentWidget() is self.table else self.tabs[self.part]

    def numbers(self) -> list[NumberButton]:
        """The four lights' numbers."""
        return self.lights.numbers()

    @staticmethod
    def _first(morning: Morning) -> Part:
        """What a day begins with: the first list that is not empty."""
        return next((part for part in Part if morning.counts.get(part)), Part.DUE)

    def _tab_text(self, part: Part, morning: Morning) -> str:
        count = morning.counts.get(part, "…")
        if part is Part.DUE:
            text = (
                self.tr("今日 {today} · 至下周 {week}")
                if morning.next_week
                else self.tr("今日 {today} · 本周 {week}")
            )
            return text.format(today=morning.today, week=count)
        return {
            Part.OVERDUE: self.tr("逾期 {n}"),
            Part.RED: self.tr("新亮红灯 {n}"),
            Part.NOT_UPDATED: self.tr("久未更新 {n}"),
            Part.INCOMPLETE: self.tr("应填未填 {n}"),
        }[part].format(n=count)

    def _tab_tip(self, part: Part, morning: Morning) -> str:
        if part is Part.RED:
            return self.tr("{before}（上一个工作日）还不是红灯的项目").format(before=chinese(morning.before))
        if part is Part.DUE:
            return self.tr("到{until}（周日）应完成、尚未完成的事项").format(until=chinese(morning.until))
        return {
            Part.OVERDUE: self.tr("已过应完成时间的项目节点、手续、问题、督办、议定事项、例行工作和承诺"),
            Part.NOT_UPDATED: self.tr("超过规定天数没有任何更新的项目；天数在“设置 · 亮灯规则”中定"),
            Part.INCOMPLETE: self.tr("到了现在的阶段应当填写而没有填的项目"),
        }[part]

    def _cut_short(self, part: Part, morning: Morning) -> str:
        """Says so where the list holds only the first lines."""
        shown = len(morning.lines.get(part, ()))
        if shown == morning.counts.get(part, 0):
            return ""
        return self.tr("\n这里列出前 {n} 项").format(n=shown)

    def _nothing(self, part: Part) -> str:
        return {
            Part.DUE: self.tr("今天和本周没有要到期的事项"),
            Part.OVERDUE: self.tr("没有逾期的事项"),
            Part.RED: self.tr("没有新亮红灯的项目"),
            Part.NOT_UPDATED: self.tr("各项目都已按期更新"),
            Part.INCOMPLETE: self.tr("应填的内容都已填写"),
        }[part]

    def _show_lights(self, morning: Morning, scope: str) -> None:
        pieces: list[Piece] = []
        for light in Light:
            ids, word = morning.by_light[light], LIGHT_WORDS[light]
            tip = self.tr("{light}灯项目 {n} 个\n{scope}").format(light=word, n=len(ids), scope=scope)
            if light is Light.NONE:
                tip = self.tr("没有规则适用的项目 {n} 个（储备、终止，或已达效且没有未办事项）").format(
                    n=len(ids)
                )
            title = self.tr("{light}灯").format(light=word) if light is not Light.NONE else self.tr("不亮灯")
            pieces += [
                Piece(
                    light_text(light.value, word),
                    colour=colour_of(light.value),
                    tip=tip,
                    gap=14 if pieces else 0,
                ),
                Piece(f" {len(ids)}", Link(title, ids), tip),
            ]
        self.lights.show_parts(pieces)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.day)
        head.addStretch(1)
        head.addWidget(self.lights)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(12, 0, 12, 0)
        tabs.setSpacing(6)
        for tab in self.tabs.values():
            tabs.addWidget(tab)
        tabs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(tabs)
        column.addWidget(self.below, 1)


class _Tab(QPushButton):
    """A list's name and count; Enter presses it as Space does."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("option")
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
