"""议定事项: what meetings decided, followed to its end."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.duties.cases import Cases
from zonedesk.desktop.duties.form import Line
from zonedesk.desktop.duties.panel import Act, CasePanel, Facts
from zonedesk.desktop.duties.timeline import Timeline
from zonedesk.desktop.keys import bind
from zonedesk.desktop.meetings.books import action_spec
from zonedesk.desktop.meetings.tab import Tab
from zonedesk.desktop.widgets.light import colour_of, light_text
from zonedesk.domain.changes import Changes
from zonedesk.ops.meetings import close_action, follow_action, reopen_action

NOTE_KEY, CLOSE_KEY, OPEN_KEY = "Alt+J", "Alt+X", "Alt+B"


class ActionCases(Cases):
    """What can be done with an action item from the panel: note, close, open again."""

    day = ""

    def acts(self) -> list[Act]:
        """The buttons, in the order of the work."""
        return [
            Act(NOTE_KEY, self.tr("记进展"), self.tr("记一条落实进展"), _is_open, self._note),
            Act(CLOSE_KEY, self.tr("办结"), self.tr("写明落实情况，办结"), _is_open, self._close),
            Act(OPEN_KEY, self.tr("重新办理"), self.tr("恢复为办理中"), _is_done, self._open_again),
        ]

    def facts(self, row: Row) -> Facts:
        """What the panel says of an action item."""
        if row["doubtful"]:
            state, colour = light_text("yellow", row["state"]), colour_of("yellow")
        elif not row["open"]:
            state, colour = light_text("green", self.tr("已完成")), colour_of("green")
        elif row["overdue_days"]:
            late = self.tr("逾期 {n} 天").format(n=row["overdue_days"])
            state, colour = f"{light_text('red', late)} · {row['state']}", colour_of("red")
        else:
            state, colour = light_text("none", row["state"]), tokens.TEXT
        who = " · ".join(filter(None, (row["owner_unit"], row["owner_person"])))
        return Facts(
            " · ".join(filter(None, (row["meeting"], row["held_on"]))),
            row["content"],
            state,
            colour,
            (
                (self.tr("项目"), row["project"] or ""),
                (self.tr("责任"), who),
                (self.tr("时限"), row["deadline"] or self.tr("未定")),
                (self.tr("完成"), row["done_on"] or ""),
                (self.tr("落实"), row["result"] or ""),
            ),
            tuple(filter(None, (row["warning"] or "").split("；"))),
        )

    def _entry(self, what: str, needed: str) -> list[Line]:
        return [
            Line("text", what, needed=needed),
            Line("on", self.tr("日期"), "day", text=self.day, needed=self.tr("请写明日期")),
        ]

    def _note(self, row: Row) -> None:
        lines = self._entry(self.tr("进展"), self.tr("请写明进展"))
        lines.insert(1, Line("by_whom", self.tr("经办"), "name", text=self.desk.session.who))
        self.ask(
            self.tr("记一条进展"),
            self.tr("记进展"),
            lines,
            lambda texts: self.run(
                follow_action,
                action_id=row["id"],
                happened_on=texts["on"],
                content=texts["text"],
                by_whom=texts["by_whom"],
            ),
        )

    def _close(self, row: Row) -> None:
        # The last that was noted is mostly what came of it.
        last = row["follow_ups"][-1]["content"] if row["follow_ups"] else ""
        lines = self._entry(self.tr("落实情况"), self.tr("请写明落实情况"))
        lines[0] = Line("text", lines[0].label, text=row["result"] or last or "", needed=lines[0].needed)
        self.ask(
            self.tr("办结：写明落实情况"),
            self.tr("办结"),
            lines,
            lambda texts: self.run(
                close_action,
                action_id=row["id"],
                done_on=texts["on"],
                result=texts["text"],
                by_whom=self.desk.session.who,
            ),
        )

    def _open_again(self, row: Row) -> None:
        self.run(reopen_action, action_id=row["id"])


class ActionsTab(Tab):
    """Every action item at the left, the chosen one with its record at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, action_spec())
        self.panel = CasePanel(self.tr("选中一个议定事项，在此办理。"), Timeline())
        self.cases = ActionCases(desk, self.panel)
        self.panel.serve(self.cases.facts, self.cases.acts())
        self.tool_row.addLayout(self.book.tools)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.book, 1)
        row.addWidget(self.panel)
        self.column.addLayout(row, 1)
        self.book.current_changed.connect(self._on_current)
        self.panel.left.connect(self.book.setFocus)
        for act in self.panel.acts:
            bind(self, act.key, partial(self.panel.do, act.key))

    def reload(self) -> None:
        super().reload()
        self.cases.day = self.day
        self._on_current(self.book.current_row())

    def patch(self, changes: Changes) -> None:
        super().patch(changes)
        self._on_current(self.book.current_row())

    def show_count(self) -> None:
        self.counted.emit(sum(row["open"] for row in self.book.rows.rows))

    def _on_current(self, row: Row | None) -> None:
        self.panel.show_row(row, writable=self.desk.session.writable)


def _is_open(row: Row) -> bool:
    return bool(row["open"] or row["doubtful"])


def _is_done(row: Row) -> bool:
    return not _is_open(row)
