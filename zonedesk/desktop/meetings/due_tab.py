"""本期待办: the office's calendar of duties; Enter marks what is done."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.duties.cases import Cases
from zonedesk.desktop.duties.form import Line
from zonedesk.desktop.duties.panel import Act, CasePanel, Facts
from zonedesk.desktop.duties.timeline import Timeline
from zonedesk.desktop.icons import icon
from zonedesk.desktop.keys import bind
from zonedesk.desktop.meetings.books import WHEN_LIGHTS, due_spec, time_told, weekday
from zonedesk.desktop.meetings.tab import Tab
from zonedesk.desktop.place import Place
from zonedesk.desktop.widgets.light import colour_of, light_text
from zonedesk.desktop.widgets.link_line import LinkLine, Part
from zonedesk.desktop.widgets.named import named
from zonedesk.domain.changes import Changes
from zonedesk.domain.routines import WHEN_LABELS, When
from zonedesk.ops.routines import mark_done, seed_routines, unmark

DONE_KEY, DAY_KEY, BACK_KEY = "Alt+X", "Alt+J", "Alt+B"
_OPEN = ("overdue", "today", "this_week", "soon", "later")
_HISTORY = 12


class _Periods(Timeline):
    """The earlier periods of a duty, as lines of a record."""

    def show_row(self, row: Row) -> None:
        super().show_row(row)
        self.heading.setText(self.tr("以往各期（近的在上）"))


class DueTab(Tab):
    """Duties by urgency at the left, the chosen one with its earlier periods at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, due_spec())
        self.sentence = LinkLine()
        self.panel = CasePanel(self.tr("选中一项例行工作，可在此记为完成。"), _Periods())
        self.cases = Cases(desk, self.panel)
        self.panel.serve(self._facts, self._acts())
        self.seed_button = named(
            QPushButton(icon("sparkles", "white"), self.tr("建立常用例行工作")), "primary"
        )
        self.seed_button.setToolTip(
            self.tr("周例会、旬复盘、报送截止、月通报、季通报、半年观摩、一年述职；日期可在“设置”中修改")
        )
        self.settings_button = QPushButton(icon("settings"), self.tr("例行工作设置"))
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        super().reload()
        if not self.book.chips.chosen():
            # What was done long ago is looked at by choice.
            self.book.choose_chips(_OPEN)
        self._show()

    def patch(self, changes: Changes) -> None:
        super().patch(changes)
        self._show()

    def go_to(self, routine_id: int) -> bool:
        """Make the first period of a duty current that is not done; False if there is none."""
        rows = (row for row in self.book.rows.rows if row["routine_id"] == routine_id and _is_open(row))
        first = min(rows, key=lambda row: row["due_on"], default=None)
        return first is not None and self.book.go_to(first["id"])

    def show_count(self) -> None:
        self.counted.emit(
            sum(row["when"] in {"overdue", "today", "this_week"} for row in self.book.rows.rows)
        )

    def mark_chosen(self) -> None:
        """Note the selected duties that are open as done."""
        turns = [_turn(row) for row in self._chosen() if row["when"] != "done"]
        if turns:
            self.desk.run(mark_done, turns=turns, done_on=self._proposed())
        elif self._chosen():
            self.desk.told.emit(self.tr("选中的已经完成。取消完成请按 Del"))

    def take_back(self) -> None:
        """No longer note the selected duties as done."""
        turns = [_turn(row) for row in self._chosen() if row["when"] == "done"]
        if turns:
            self.desk.run(unmark, turns=turns)

    def _chosen(self) -> list[Row]:
        return self.book.selected_rows() if self.desk.session.writable else []

    def _proposed(self) -> str:
        """The day on which something is noted as done: the day that is worked on."""
        return min(self.day, dt.date.today().isoformat())  # noqa: DTZ011 - the officer's own calendar

    def _seed(self) -> None:
        self.desk.run(seed_routines, starts_on=f"{self.day[:7]}-01")

    def _ask_day(self, row: Row) -> None:
        heading = self.tr("{name}（{period}）何时完成").format(name=row["name"], period=row["period"])
        lines = [
            Line("done_on", self.tr("完成日期"), "day", text=row["done_on"] or self._proposed(), needed=self.tr("请写明完成日期")),
            Line("note", self.tr("说明"), text=row["note"] or "", hint=self.tr("可不填")),
        ]  # fmt: skip
        self.cases.ask(heading, self.tr("记为完成"), lines, lambda texts: self._note(row, texts))

    def _note(self, row: Row, texts: dict[str, str]) -> bool:
        return self.desk.run(mark_done, turns=[_turn(row)], **texts) is not None

    def _acts(self) -> list[Act]:
        return [
            Act(DONE_KEY, self.tr("完成"), self.tr("选中的记为今天完成，也可按 Enter"), _is_open, lambda _: self.mark_chosen()),
            Act(DAY_KEY, self.tr("注明日期"), self.tr("写明完成日期和说明"), lambda _: True, self._ask_day),
            Act(BACK_KEY, self.tr("取消完成"), self.tr("选中的恢复为未完成，也可按 Del"), _is_done, lambda _: self.take_back()),
        ]  # fmt: skip

    def _facts(self, row: Row) -> Facts:
        light = WHEN_LIGHTS.get(row["when"], "none")
        told = light_text(light, f"{WHEN_LABELS[When(row['when'])]} · {time_told(row)}")
        meeting = self.tr("召开“{name}”即为完成").format(name=row["meeting"]) if row["meeting"] else ""
        return Facts(
            row["period"],
            row["name"],
            told,
            colour_of(light) if row["when"] in WHEN_LIGHTS else tokens.SECOND,
            (
                (self.tr("应完成"), f"{row['due_on']} {weekday(row['due_on'])}"),
                (self.tr("形成材料"), row["output"] or ""),
                (self.tr("完成"), row["done_on"] or ""),
                (self.tr("依据"), meeting),
                (self.tr("说明"), row["note"] or ""),
            ),
        )

    def _show(self) -> None:
        rows = self.book.rows.rows
        known = bool(rows) or bool(self.desk.session.reader.count("routine"))
        self.seed_button.setVisible(not known and self.desk.session.writable)
        count = {when: [row for row in rows if row["when"] == when.value] for when in When}
        late = max((-row["days"] for row in count[When.OVERDUE]), default=0)
        longest = self.tr("（最长 {n} 天）").format(n=late) if late else ""
        parts = [
            Part(self.tr("今天到期 {n} 项").format(n=len(count[When.TODAY]))),
            Part(self.tr("本周内 {n} 项").format(n=len(count[When.THIS_WEEK])), gap=18),
            Part(
                self.tr("逾期未办 {n} 项").format(n=len(count[When.OVERDUE])) + longest,
                colour=tokens.RED if late else "",
                gap=18,
            ),
            Part(self.tr("已完成 {n} 项").format(n=len(count[When.DONE])), second=True, gap=18),
        ]
        self.sentence.show_parts(parts)
        self._on_current(self.book.current_row())

    def _on_current(self, row: Row | None) -> None:
        if row is not None:
            row = row | {"follow_ups": self._history(row)}
        self.panel.show_row(row, writable=self.desk.session.writable)

    def _history(self, row: Row) -> list[dict[str, Any]]:
        """The earlier periods of the same duty, as lines of a record."""
        own = [
            each
            for each in self.book.rows.rows
            if each["routine_id"] == row["routine_id"] and each["due_on"] < row["due_on"]
        ]
        return [
            {
                "happened_on": each["due_on"],
                "kind": time_told(each),
                "content": each["period"] + (f"　{each['note']}" if each["note"] else ""),
                "by_whom": "",
            }
            for each in sorted(own, key=lambda each: each["due_on"])[-_HISTORY:]
        ]

    def _connect(self) -> None:
        self.book.current_changed.connect(self._on_current)
        self.book.table.delete_asked.connect(self.take_back)
        self.panel.left.connect(self.book.setFocus)
        self.seed_button.clicked.connect(self._seed)
        self.settings_button.clicked.connect(
            lambda: self.desk.page_requested.emit(Place("settings", "routines"))
        )
        for key in ("Return", "Enter"):
            bind(self.book.table, key, self.mark_chosen)
        for act in self.panel.acts:
            bind(self, act.key, partial(self.panel.do, act.key))

    def _lay_out(self) -> None:
        self.tool_row.addWidget(self.seed_button)
        self.tool_row.addWidget(self.settings_button)
        self.tool_row.addLayout(self.book.tools)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.book, 1)
        row.addWidget(self.panel)
        self.column.addWidget(self.sentence)
        self.column.addLayout(row, 1)


def _turn(row: Row) -> tuple[int, str]:
    return row["routine_id"], row["period_name"]


def _is_open(row: Row) -> bool:
    return bool(row["when"] != "done")


def _is_done(row: Row) -> bool:
    return bool(row["when"] == "done")
