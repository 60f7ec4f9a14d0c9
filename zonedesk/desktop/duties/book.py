"""The books of the page: which columns and chips each has, how overdue rows look, what Insert and delete mean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop import tokens
from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Chip, Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.widgets.light import colour_of, light_icon, light_text
from zonedesk.desktop.widgets.link_line import Link
from zonedesk.desktop.widgets.simple_table import NOTED, Cell
from zonedesk.domain.columns import field_of
from zonedesk.domain.duties import NEEDED_ROLES, OWN_COLUMNS
from zonedesk.domain.problems import VERIFIED
from zonedesk.domain.stages import Stage
from zonedesk.ops import edit
from zonedesk.ops.duty_book import set_own

_ROLE_OF = {column: role for role, column in OWN_COLUMNS.items()}


class WorkBook(BookTable):
    """A book of which a new row, or the end of one, is made beside the table; `first` is the column to begin in."""

    def __init__(
        self,
        desk: Desk,
        spec: BookSpec,
        *,
        first: str = "",
        add: Callable[[int | None], object] | None = None,
        may_delete: bool = True,
    ) -> None:
        self.first, self._add_beside, self._may_delete = first, add, may_delete
        super().__init__(desk, spec)
        if not may_delete:
            self.delete_button.hide()

    def go_to(self, row_id: int, key: str = "") -> bool:
        return super().go_to(row_id, key or self.first)

    def add_row(self, project_id: int | None = None, values: dict[str, str] | None = None) -> int | None:
        if self._add_beside is None:
            return super().add_row(project_id, values)
        if self.cells.writable:
            self._add_beside(project_id)
        return None

    def delete(self) -> None:
        if self._may_delete:
            super().delete()
        else:
            self.desk.told.emit(self.tr("这里不能删除项目。结束任职请在右侧选中一人，按 Alt+E"))


class DutyBook(WorkBook):
    """责任清单, telling how many of its projects the coverage above it leaves out."""

    def status(self) -> str:
        text, count = super().status(), sum(map(is_left_out, self.rows.rows))
        return text + self.tr("，其中储备 {n} 个不计入覆盖率").format(n=count) if count else text


def is_left_out(row: Row) -> bool:
    """Whether nobody need answer for a project yet: it is not signed."""
    return bool(row["stage"] == Stage.RESERVE.value)


def _late(row: Row, key: str) -> Cell | None:
    """How a number of days past the deadline reads: with its light."""
    if key == "overdue_days" and row["overdue_days"]:
        days = row["overdue_days"]
        return Cell(light_text("red", str(days)), colour=colour_of("red"), bold=True)
    if key in {"overdue_days", "urge_count"} and not row[key]:
        return Cell("")
    return None


def _closed_pale(row: Row) -> str:
    return "" if row["open"] else tokens.SECOND


def _warned(at: str) -> Callable[[Row, str], str]:
    def warn(row: Row, key: str) -> str:
        return "\n".join(row["warnings"]) if key == at else ""

    return warn


def _urgency(row: Row) -> tuple[bool, int, str, int]:
    """Open ones first, the most overdue at the top; then the next deadline."""
    return (not row["open"], -row["overdue_days"], row["deadline"] or "9999", row["id"])


def problem_spec() -> BookSpec:
    """问题清单."""
    translate = QCoreApplication.translate
    return BookSpec(
        kind="problems",
        table="problem",
        needs_project=True,
        columns=(
            BookColumn("no", 74, editable=False),
            BookColumn("project", 232, editable=False, link="project_id"),
            BookColumn("description", 180),
            BookColumn("category", 62, label=translate("duties", "类别")),
            BookColumn("overdue_days", 66, editable=False, right=True, label=translate("duties", "逾期(天)")),
            BookColumn("state", 116, editable=False),
            BookColumn("level", 52, label=translate("duties", "层级")),
            BookColumn("deadline", 90),
            BookColumn("duty_unit", 104),
            BookColumn("duty_person", 66),
            BookColumn("measure", 180),
            BookColumn("last", 190, editable=False),
            BookColumn("source", 76),
            BookColumn("raised_on", 90),
            BookColumn("raised_by", 66),
            BookColumn("days_open", 66, editable=False, right=True, label=translate("duties", "历时(天)")),
            BookColumn("co_units", 104),
            BookColumn("zone", 140, editable=False),
        ),
        chips=(
            Chip("open", translate("duties", "未销号"), lambda row: row["open"]),
            Chip(
                "overdue",
                translate("duties", "逾期"),
                lambda row: bool(row["overdue_days"]),
                light_icon("red"),
            ),
            Chip(
                "unanswered", translate("duties", "未响应"), lambda row: row["open"] and not row["answered"]
            ),
            Chip(
                "to_verify",
                translate("duties", "待核验"),
                lambda row: row["open"] and row["state"] == "待核验",
            ),
            Chip(
                "verified",
                translate("duties", "待销号"),
                lambda row: row["open"] and row["state"] == VERIFIED,
            ),
            Chip("escalated", translate("duties", "已升级"), lambda row: row["open"] and row["escalated"]),
            Chip("closed", translate("duties", "已销号"), lambda row: not row["open"]),
        ),
        sort=_urgency,
        empty=translate("duties", "还没有登记问题。按 Insert 选一个项目，写下问题。"),
        row_colour=_closed_pale,
        warn=_warned("deadline"),
        cell=_late,
    )


def supervision_spec() -> BookSpec:
    """督办清单."""
    translate = QCoreApplication.translate
    return BookSpec(
        kind="supervisions",
        table="supervision",
        columns=(
            BookColumn("no", 126),
            BookColumn("name", 190),
            BookColumn("overdue_days", 66, editable=False, right=True, label=translate("duties", "逾期(天)")),
            BookColumn("state", 62, editable=False),
            BookColumn("urge_count", 52, editable=False, right=True, label=translate("duties", "催办")),
            BookColumn("deadline", 90),
            BookColumn("lead_unit", 104),
            BookColumn("last_feedback", 190, editable=False),
            BookColumn("project", tokens.NAME_WIDTH, link="project_id"),
            BookColumn("co_units", 104),
            BookColumn("supervisor", 66),
            BookColumn("issued_on", 90),
            BookColumn("source", 74),
            BookColumn("content", 190),
            BookColumn("closed_on", 90, editable=False),
        ),
        chips=(
            Chip("open", translate("duties", "未销号"), lambda row: row["open"]),
            Chip(
                "overdue",
                translate("duties", "逾期"),
                lambda row: bool(row["overdue_days"]),
                light_icon("red"),
            ),
            Chip(
                "silent", translate("duties", "未反馈"), lambda row: row["open"] and not row["last_feedback"]
            ),
            Chip(
                "to_verify",
                translate("duties", "待核验"),
                lambda row: row["open"] and row["state"] == "待核验",
            ),
            Chip("urged", translate("duties", "已催办"), lambda row: row["open"] and bool(row["urge_count"])),
            Chip("closed", translate("duties", "已销号"), lambda row: not row["open"]),
        ),
        sort=_urgency,
        empty=translate("duties", "还没有督办事项。按 Insert 下发督办，或在问题清单中对逾期问题按 Alt+D。"),
        row_colour=_closed_pale,
        warn=_warned("issued_on"),
        cell=_late,
    )


def duty_spec(*, writable: bool) -> BookSpec:
    """责任清单."""
    translate = QCoreApplication.translate
    missing = {
        role: Chip(role, translate("duties", "缺{role}").format(role=role), _lacks(role), light_icon("red"))
        for role in NEEDED_ROLES
    }
    return BookSpec(
        kind="duties",
        table="project",
        columns=(
            BookColumn("project", tokens.NAME_WIDTH, editable=False, link="id"),
            BookColumn("stage", 52, editable=False),
            BookColumn("sponsor", 168),
            BookColumn("service_officer", 92),
            BookColumn("duty_unit", 110),
            BookColumn("duty_person", 76),
            BookColumn("phone", 106),
            BookColumn("others", 160, editable=False),
            BookColumn("zone", 140, editable=False),
        ),
        chips=(
            *missing.values(),
            Chip(
                "doubtful",
                translate("duties", "任职有疑"),
                lambda row: bool(row["warnings"]),
                light_icon("yellow"),
            ),
        ),
        empty=translate("duties", "还没有项目。请先导入台账，或在项目台账中新增项目。"),
        cell=lambda row, key: _duty_cell(row, key, writable=writable),
        write=_write_duty,
        sort=lambda row: (not row["gaps"], not row["warnings"], row["id"]),
    )


def _lacks(role: str) -> Callable[[Row], bool]:
    return lambda row: role in row["gaps"]


def _duty_cell(row: Row, key: str, *, writable: bool) -> Cell | None:
    """Missing duties stand out; a name that terms of duty decide is changed at the right, not typed over."""
    translate = QCoreApplication.translate
    role = _ROLE_OF.get(key)
    if role is None:
        return None
    text = row[key] or ""
    terms = any(term["role"] == role for term in row["terms"])
    doubts = [each for each in row["warnings"] if f"任{role}" in each]
    typed = text if writable and not terms else None
    if role in row["gaps"]:
        told = light_text("red", translate("duties", "未落实"))
        return Cell(
            told,
            typed=typed,
            colour=colour_of("red"),
            tip=translate("duties", "请明确{role}").format(role=role),
        )
    tip = "\n".join([text, *doubts])
    if terms and not doubts:
        tip += "\n" + translate("duties", "有任职起止，接任和结束请在右侧办理（Alt+Z、Alt+E）")
    return Cell(text, typed=typed, tip=tip, mark=NOTED if doubts else "")


def _write_duty(desk: Desk, row: Row, key: str, text: str) -> bool:
    role = _ROLE_OF.get(key)
    if role is not None:
        return desk.run(set_own, project_id=row["id"], role=role, text=text) is not None
    of = field_of("project", key)
    return desk.type_in(edit.set_field, of, text, table="project", row_id=row["id"], key=key) is not None


def load_spec() -> BookSpec:
    """人员负荷."""
    translate = QCoreApplication.translate
    numbers = ("projects", "as_sponsor", "as_person", "as_officer", "as_other", "problems", "overdue")
    return BookSpec(
        kind="duty_load",
        columns=(
            BookColumn("name", 120, editable=False),
            BookColumn("post", 200, editable=False, stretch=True),
            *(BookColumn(key, 100, editable=False, right=True) for key in numbers),
        ),
        empty=translate("duties", "责任清单中还没有写明姓名。"),
        cell=_load_cell,
    )


def _load_cell(row: Row, key: str) -> Cell | None:
    translate = QCoreApplication.translate
    if key == "projects" and row["projects"]:
        title = translate("duties", "{name}的在办项目").format(name=row["name"])
        return Cell(str(row["projects"]), Link(title, tuple(row["project_ids"])))
    if key == "problems" and row["problems"]:
        title = translate("duties", "{name}有未销号问题的项目").format(name=row["name"])
        return Cell(str(row["problems"]), Link(title, tuple(row["problem_project_ids"])))
    if key == "overdue" and row["overdue"]:
        return Cell(light_text("red", str(row["overdue"])), colour=colour_of("red"))
    if row.get(key) == 0:
        return Cell("—", colour=tokens.DISABLED)
    return None
