"""The table of a project's procedures: grouped by stage, each with its sign, step, days and warnings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QBrush, QColor, QResizeEvent

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.light import light_text
from zonedesk.desktop.widgets.procedure_marks import state_icon
from zonedesk.desktop.widgets.simple_table import NOTED, Cell, Column, Index, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.columns import DONE
from zonedesk.domain.messages import say
from zonedesk.domain.procedures import PENDING_STATES, STATE_LABELS, State
from zonedesk.domain.tracking_columns import WORKING_DAYS
from zonedesk.ops.procedure_book import Followed
from zonedesk.ops.procedure_list import STATE_CHOICES
from zonedesk.ops.project_checklist import ProjectChecklist, StageGroup

_ROOM = 600  # pixels; with fewer only these columns are shown
_NARROW = {"name": 150, "state": 66, "step": 66, "days": 40, "due": 84}  # their widths then


class ChecklistCells(QObject):
    """How a procedure, or the head of a stage, reads in its row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writable = True

    def columns(self) -> list[Column]:
        """The columns."""
        return [
            Column("name", self.tr("手续名称"), 190),
            Column("state", self.tr("状态"), 76, choices=STATE_CHOICES),
            Column("step", self.tr("卡在"), 112),
            Column("days", self.tr("已停\n天数"), 46, right=True),
            Column("clock", self.tr("计时"), 96, tip=self.tr("已用天数÷时限，不计时期间已扣除")),
            Column(
                "due",
                self.tr("应办结/\n办结"),
                88,
                tip=self.tr("办结的为办结时间（绿字），未办结的为应办结时间"),
            ),
            Column("warning", self.tr("提醒"), 160, stretch=True),
        ]

    def cell(self, row: StageGroup | Followed, key: str) -> Cell:
        """One cell."""
        if isinstance(row, StageGroup):
            text = self.tr("{stage}　已办结 {done}/{needed}")
            done, needed = row.completion.numerator, row.completion.denominator
            told = text.format(stage=row.stage, done=done, needed=needed)
            return Cell(told if key == "name" else "", bold=True, colour=tokens.SECOND)
        return getattr(self, f"_{key}")(row)

    def _name(self, item: Followed) -> Cell:
        template, tip = item.template, item.row["name"]
        if template is not None:
            terms = template.terms
            limit = self.tr("未规定") if terms.days is None else f"{terms.days} {terms.day_type}"
            tip = self.tr("{name}\n{code} · {dept} · 时限 {limit} · {mode}").format(
                name=tip,
                code=template.code,
                dept=item.row["dept"] or template.dept or self.tr("未填部门"),
                limit=limit,
                mode=item.row["mode"] or template.mode or self.tr("未归类"),
            )
        grey = tokens.DISABLED if item.state is State.NOT_REQUIRED else ""
        return Cell(item.row["name"], tip=tip, colour=grey)

    def _state(self, item: Followed) -> Cell:
        word = str(item.row["status"])
        if item.state in (State.NOT_REQUIRED, State.UNDECIDED):
            word = STATE_LABELS[item.state]
        typed = word if self.writable else None
        if item.state is State.OVERDUE:
            return Cell(light_text("red", STATE_LABELS[item.state]), None, word, tokens.RED, typed=typed)
        if item.row["status"] == DONE and item.state in PENDING_STATES:
            tip = self.tr("办结于 {day}，晚于截至日").format(day=item.row["done_on"])
            return Cell(STATE_LABELS[item.state], None, tip, typed=typed, mark=NOTED)
        return Cell(word, None, item.row["not_required_reason"] or word, typed=typed)

    def _step(self, item: Followed) -> Cell:
        if item.stuck is None:
            return Cell()
        done = sum(1 for step in item.steps if step["done_on"])
        tip = self.tr("环节 {done}/{all}").format(done=done, all=len(item.steps)) if item.steps else ""
        # Without steps it is the ledger's own word: said here too, since the detail beneath calls it stuck there.
        return Cell(item.stuck.step if item.is_stuck else "", tip=tip or item.stuck.step)

    def _days(self, item: Followed) -> Cell:
        if item.stuck is None or item.stuck.days is None:
            return Cell()
        return Cell(str(item.stuck.days), tip=self.tr("自 {day} 起").format(day=item.stuck.since))

    def _clock(self, item: Followed) -> Cell:
        clock, terms = item.clock, item.template.terms if item.template else None
        if clock is None:
            return Cell()
        unit = self.tr("工作日") if clock.day_type == WORKING_DAYS else self.tr("日")
        days = str(clock.elapsed) if terms is None or terms.days is None else f"{clock.elapsed}/{terms.days}"
        text = self.tr("{days} {unit}").format(days=days, unit=unit)
        tip = self.tr("自 {start} 起，已扣除 {paused} 天").format(start=clock.start, paused=clock.paused)
        if clock.paused_for is not None:
            text = self.tr("暂停 · {days}").format(days=days)
            tip = self.tr("暂停计时：{why}\n{tip}").format(why=clock.paused_for, tip=tip)
        return Cell(text, tip=tip, colour=tokens.YELLOW if clock.paused_for is not None else "")

    def _due(self, item: Followed) -> Cell:
        if item.state is State.DONE:
            tip = self.tr("办结时间")
            return Cell(item.row["done_on"] or "", tip=tip, colour=tokens.GREEN)
        if item.state not in PENDING_STATES or item.due is None:
            return Cell()
        late = item.overdue_days
        tip = self.tr("逾期 {days} 天").format(days=late) if late else item.due
        return Cell(item.due, tip=tip, colour=tokens.RED if late else "")

    def _warning(self, item: Followed) -> Cell:
        told = [say(warning) for warning in item.warnings]
        if not told:
            return Cell()
        return Cell(light_text("yellow", "".join(told)), tip="\n".join(told), colour=tokens.YELLOW)


class ChecklistModel(SimpleTableModel):
    """A stage's head is no row to choose; the name carries the state's sign."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid():
            row, key = self.rows[index.row()], self.columns[index.column()].key
            if role == Qt.ItemDataRole.BackgroundRole and isinstance(row, StageGroup):
                return QBrush(QColor(tokens.HOVER))
            if role == Qt.ItemDataRole.DecorationRole and key == "name" and isinstance(row, Followed):
                return state_icon(row.state)
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], StageGroup):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)


class ChecklistTable(SimpleTable):
    """The procedures of one project. Enter on the state opens its list; arrows pass over the heads."""

    def __init__(self, cells: ChecklistCells) -> None:
        self.checklist_model = ChecklistModel(cells.columns(), cells.cell)
        super().__init__(self.checklist_model, head_lines=2)
        self._narrow = False
        self.setAccessibleName(self.tr("手续清单"))
        self.setAlternatingRowColors(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_checklist(self, found: ProjectChecklist | None) -> None:
        """Show a project's procedures under the heads of their stages."""
        rows: list[StageGroup | Followed] = []
        for group in found.groups if found else ():
            rows += [group, *group.items]
        self.show_rows(rows, key=_key)
        self.clearSpans()
        for number, row in enumerate(rows):
            if isinstance(row, StageGroup):
                self.setSpan(number, 0, 1, len(self.checklist_model.columns))
        if self.current() is None:
            self._choose_first()

    def current(self) -> Followed | None:
        """The procedure of the current cell."""
        index = self.currentIndex()
        row = self.checklist_model.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Followed) else None

    def go_to(self, name: str) -> bool:
        """Make a procedure current; False if the project has none of that name."""
        return self._go(lambda item: item.row["name"] == name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ROOM
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def _fit(self) -> None:
        """Leave out the columns for which there is no room; the name then takes what is left."""
        head = self.horizontalHeader()
        for number, column in enumerate(self.checklist_model.columns):
            self.setColumnHidden(number, self._narrow and column.key not in _NARROW)
            stretch = column.key == "name" if self._narrow else column.stretch
            mode = head.ResizeMode.Stretch if stretch else head.ResizeMode.Interactive
            head.setSectionResizeMode(number, mode)
            if not stretch:
                wide = _NARROW.get(column.key, column.width) if self._narrow else column.width
                self.setColumnWidth(number, wide)

    def _choose_first(self) -> None:
        """Begin where work is: at what is overdue, else at what is not done."""
        for wanted in ({State.OVERDUE}, PENDING_STATES, set(State)):
            if self._go(lambda item, wanted=wanted: item.state in wanted):
                return

    def _go(self, test: Any) -> bool:
        for number, row in enumerate(self.checklist_model.rows):
            if isinstance(row, Followed) and test(row):
                self.setCurrentIndex(self.checklist_model.index(number, 0))
                return True
        return False


def _key(row: StageGroup | Followed) -> tuple[str, Any]:
    return ("stage", row.stage) if isinstance(row, StageGroup) else ("procedure", row.row["id"])
