"""How a stuck project reads in its row, and which of its cells can be typed into."""

from __future__ import annotations

from PySide6.QtCore import QObject

from zonedesk.desktop import tokens
from zonedesk.desktop.widgets.light import due_colour, due_text
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.simple_table import NOTED, Cell, Column
from zonedesk.domain.columns import PROBLEM_CATEGORIES, field_of
from zonedesk.domain.figures.three_not import DEFINITIONS
from zonedesk.domain.money import format_money
from zonedesk.ops.stuck import PROBLEM_KEYS, StuckRow

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

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.money_unit = "亿元"
        self.editable = True

    def columns(self, name: str) -> list[Column]:
        """The columns of the list `name`."""
        planned = field_of("project", DEFINITIONS[name].planned)
        return [
            Column("number", self.tr("序号"), 44, right=True),
            Column("name", self.tr("项目名称"), 196, stretch=True),
            Column("zone", self.tr("开发区"), 104, stretch=True),
            Column("due", self.tr("状态"), 108),
            Column("days", self.tr("逾期\n天数"), 46, right=True),
            Column(
                "investment",
                self.tr("列入时总投资\n（{unit}）").format(unit=self.money_unit),
                94,
                right=True,
                tip=self.tr("列入批次时的总投资，三率、三未按此计；右上角有标记的与项目台账现在的总投资不同"),
            ),
            *(Column(key, field_of("project", key).label, 88) for key in _TAKEN[name]),
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
        ]

    def cell(self, row: StuckRow, key: str) -> Cell:
        """One cell of a row."""
        if key in PROBLEM_KEYS:
            return self._problem(row, key)
        if key == "number":
            return Cell(str(row.number), colour=tokens.SECOND)
        if key == "name":
            tip = self.tr("{name}\n双击或回车：在项目台账中打开").format(name=row.name)
            return Cell(row.name, Link(row.name, (row.project_id,)), tip)
        if key == "due":
            return Cell(due_text(row.due), colour=due_colour(row.due))
        if key == "days":
            return Cell(str(row.item.overdue_days) if row.item.overdue_days else "")
        if key == "investment":
            return self._investment(row)
        if key == "planned":
            unfit = bool(row.item.planned is None and row.planned)
            return self._as_typed(row.planned, unfit=unfit, typed=self._typed(row.planned))
        if key == "zone":
            return Cell(row.zone)
        kept = "" if row.project[key] else row.project["unfit"].get(key, "")
        return self._as_typed(str(row.project[key] or kept), unfit=bool(kept))

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
            inherited = getattr(row, key)
            tip = self.tr("{text}\n取自项目的责任落实；在此填写则记入问题").format(text=inherited)
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
    """“计划开工时间” in a head of two lines."""
    return f"{label[:2]}\n{label[2:]}"
