"""How a stuck project reads in its row, and which of its cells can be typed into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from zonedesk.desktop import tokens
from zonedesk.desktop.stuck.more import More
from zonedesk.desktop.widgets.light import colour_of, due_colour, due_text, light_text, reasons_told
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.simple_table import NOTED, Cell, Column
from zonedesk.domain.columns import PROBLEM_CATEGORIES, TABLE_LABELS, field_of
from zonedesk.domain.course import standstill
from zonedesk.domain.figures.three_not import DEFINITIONS, Definition
from zonedesk.domain.lights import LIGHT_WORDS, light_of
from zonedesk.domain.messages import say
from zonedesk.domain.money import format_money
from zonedesk.domain.stages import Due
from zonedesk.domain.stuck_rules import PAIRS
from zonedesk.ops.stuck import PROBLEM_KEYS, StuckRow
from zonedesk.ops.stuck_groups import StuckGroup

# Which of the dates behind it a list shows: the steps already taken.
_TAKEN = {
    "not_started": ("sign_date",),
    "not_in_production": ("sign_date", "start_actual"),
    "not_on_target": ("sign_date", "start_actual", "prod_actual"),
}
_WIDTHS = {
    "category": 52,
    "description": 190,
    "measure": 170,
    "duty_unit": 96,
    "duty_person": 62,
    "deadline": 88,
}
FROZEN = 2


class StuckCells(QObject):
    """Columns and cells of the three lists. Money is shown in `money_unit`; `editable` as the ledger allows."""

    def __init__(
        self, more: More, is_folded: Callable[[StuckGroup], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._more, self._is_folded = more, is_folded
        self.money_unit = "亿元"
        self.editable = True

    def columns(self, name: str, definition: Definition | None = None) -> list[Column]:
        """The columns of the list `name`, by the office's own definition of it."""
        planned = field_of("project", (definition or DEFINITIONS[name]).planned)
        return [
            Column("number", self.tr("序号"), 44, right=True),
            Column("name", self.tr("项目名称"), tokens.NAME_WIDTH, stretch=True),
            Column("zone", self.tr("开发区"), 104, stretch=True),
            Column("due", self.tr("状态"), 108),
            Column("light", self.tr("亮灯"), 48),
            Column("days", self.tr("逾期\n天数"), 46, right=True),
            Column(
                "investment",
                self.tr("列入时总投资\n（{unit}）").format(unit=self.money_unit),
                104,
                right=True,
                tip=self.tr("列入批次时的总投资，三率、三未按此计；右上角有标记的与项目台账现在的总投资不同"),
            ),
            *(Column(key, _two_lines(field_of("project", key).label), 88) for key in _TAKEN[name]),
            Column("planned", _two_lines(planned.label), 88),
            *(
                Column(
                    key,
                    field_of("problem", key).label if key != "category" else self.tr("堵点\n类别"),
                    _WIDTHS[key],
                    stretch=key == "description",
                    choices=PROBLEM_CATEGORIES if key == "category" else (),
                )
                for key in PROBLEM_KEYS[:3]
            ),
            Column("sponsor", field_of("project", "sponsor").label, 118, stretch=True),
            *(Column(key, field_of("problem", key).label, _WIDTHS[key]) for key in PROBLEM_KEYS[3:]),
            Column(
                "next_step",
                self.tr("下一步"),
                170,
                tip=self.tr(
                    "写在项目上的下一步安排；没有写的，取会议议定事项、手续、节点中最近的一件（灰字）"
                ),
            ),
            Column(
                "updated", self.tr("最近更新"), 88, tip=self.tr("台账中此项目的任何内容最近一次录入或修改")
            ),
            Column("updated_by", self.tr("更新人"), 70),
        ]

    def cell(self, row: StuckRow | StuckGroup, key: str) -> Cell:
        """One cell of a row, or of the head of a group."""
        if isinstance(row, StuckGroup):
            return replace(self._head(row, key), ground=tokens.HOVER)
        return self._cell(row, key)

    def _head(self, group: StuckGroup, key: str) -> Cell:
        """The head of a group: its name, counts and sums."""
        name = group.label or self.tr("（未填）")
        if key == "number":
            return Cell("▸" if self._is_folded(group) else "▾", tip=self.tr("空格键：收起或展开"))
        if key == "name":
            return Cell(
                name,
                Link(name, group.ids),
                self.tr("{name}：在项目台账中打开这一组").format(name=name),
                bold=True,
            )
        if key == "zone":
            return Cell(self.tr("{n} 个").format(n=len(group.rows)), bold=True)
        if key == "due" and group.overdue:
            text = self.tr("逾期 {n}").format(n=len(group.overdue))
            return Cell(text, colour=due_colour(Due.OVERDUE), bold=True)
        if key == "days" and group.longest:
            return Cell(str(group.longest), tip=self.tr("其中逾期最长的天数"), bold=True)
        if key == "investment":
            return Cell(format_money(group.investment, self.money_unit), bold=True)
        return Cell()

    def _cell(self, row: StuckRow, key: str) -> Cell:
        if key in PROBLEM_KEYS:
            return self._problem(row, key)
        if key == "number":
            return Cell(str(row.number), colour=tokens.SECOND)
        if key == "name":
            tip = self.tr("{name}\n双击或回车：在项目台账中打开").format(name=row.name)
            return Cell(row.name, Link(row.name, (row.project_id,)), tip)
        if key == "due":
            return self._due(row)
        if key == "light":
            verdicts = self._more.verdicts(row.project_id)
            light = light_of(verdicts)
            text = light_text(light.value, LIGHT_WORDS[light])
            return Cell(text, None, reasons_told(verdicts), colour_of(light.value))
        if key == "days":
            return Cell(str(row.item.overdue_days) if row.item.overdue_days else "")
        if key == "investment":
            return self._investment(row)
        if key == "planned":
            return self._planned(row)
        if key == "next_step":
            return self._next_step(row)
        if key in ("updated", "updated_by"):
            return self._updated(row, key)
        if key == "zone":
            return Cell(row.zone)
        kept = "" if row.project[key] else row.project["unfit"].get(key, "")
        text = str(row.project[key] or kept)
        typed = self._typed(text) if key == "sponsor" else None
        return self._as_typed(text, unfit=bool(kept), typed=typed)

    def _due(self, row: StuckRow) -> Cell:
        """The class; how long and why it stands still, and what is doubtful about that."""
        doubts = [say(doubt) for doubt in row.doubts]
        tip = "\n".join([*standstill(row.project), *doubts])
        return Cell(due_text(row.due), None, tip, due_colour(row.due), mark=NOTED if doubts else "")

    def _planned(self, row: StuckRow) -> Cell:
        if row.item.derived:
            tip = self.tr("按“{since}”推算应于 {day}（三未口径见设置）；计划时间：{plan}").format(
                since=field_of("project", PAIRS[row.name_of_list].since).label,
                day=row.item.planned,
                plan=row.planned or self.tr("未填"),
            )
            return Cell(row.item.planned or "", None, tip, tokens.SECOND, typed=self._typed(row.planned))
        unfit = row.project[row.planned_key] is None and bool(row.planned)
        return self._as_typed(row.planned, unfit=unfit, typed=self._typed(row.planned))

    def _next_step(self, row: StuckRow) -> Cell:
        said = row.project["next_step"]
        if said:
            return Cell(said, typed=self._typed(said))
        step = self._more.next_step(row.project_id)
        if not step.text:
            return Cell(typed=self._typed(""))
        day = self.tr("（{day}）").format(day=step.day) if step.day else ""
        tip = self.tr("{text}{day}\n取自{book}；在此填写则记入项目").format(
            text=step.text, day=day, book=TABLE_LABELS[step.source]
        )
        return Cell(step.text + day, None, tip, tokens.SECOND, typed=self._typed(""))

    def _updated(self, row: StuckRow, key: str) -> Cell:
        update = self._more.update(row.project_id)
        if update is None:
            return Cell()
        lines = [f"{update.at[:16].replace('T', ' ')}　{update.who}", update.label]
        if update.month:
            lines.append(self.tr("最近月度进展：{month}").format(month=update.month))
        if update.followed:
            lines.append(self.tr("最近办理记录：{day}").format(day=update.followed))
        return Cell(update.day if key == "updated" else update.who, None, "\n".join(lines))

    def _investment(self, row: StuckRow) -> Cell:
        listed, present = format_money(row.item.investment, self.money_unit), row.differing_total
        if present is None:
            return Cell(listed)
        tip = self.tr(
            "{listed} ≠ 台账 {present}\n前者为列入批次时的总投资，后者为项目台账现在的总投资（{unit}）"
        )
        tip = tip.format(listed=listed, present=format_money(present, self.money_unit), unit=self.money_unit)
        return Cell(listed, tip=tip, mark=NOTED)

    def _problem(self, row: StuckRow, key: str) -> Cell:
        text = row.of_problem(key)
        typed = self._typed(text)
        if not text and key in ("duty_unit", "duty_person"):
            # Typing begins with what is shown: left as it is, nothing is written.
            inherited = getattr(row, key)
            typed = self._typed(inherited)
            tip = self.tr("{text}\n取自项目的责任落实；在此改写则记入问题").format(text=inherited)
            return Cell(inherited, None, tip if inherited else "", tokens.SECOND, typed=typed)
        if key == "description" and len(row.problems) > 1:
            tip = self.tr("{text}\n共 {n} 个未销号问题，此处为时限最早的一个").format(
                text=text, n=len(row.problems)
            )
            return Cell(
                self.tr("（{n}个）{text}").format(text=text, n=len(row.problems)), None, tip, typed=typed
            )
        unfit = row.problem is not None and bool(row.problem["unfit"].get(key))
        return self._as_typed(text, unfit=unfit, typed=typed)

    def _as_typed(self, text: str, *, unfit: bool, typed: str | None = None) -> Cell:
        """A cell whose text is red, as in the ledger, where it does not fit its field."""
        tip = self.tr("“{text}”与栏目不符，按原文保留，待核").format(text=text) if unfit else ""
        return Cell(text, None, tip, tokens.RED if unfit else "", typed=typed)

    def _typed(self, text: str) -> str | None:
        return text if self.editable else None


def _two_lines(label: str) -> str:
    """“计划开工时间” in a head of two lines; a short one stays in one."""
    return f"{label[:2]}\n{label[2:]}" if len(label) > 4 else label
