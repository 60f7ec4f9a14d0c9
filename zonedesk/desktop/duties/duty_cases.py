"""What is said of a project's duties, and what can be done with them from the panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.duties.cases import Cases
from zonedesk.desktop.duties.form import Line, usual_day
from zonedesk.desktop.duties.panel import Act, CasePanel, Facts
from zonedesk.desktop.duties.terms import TermsTable
from zonedesk.desktop.widgets.light import colour_of, light_text
from zonedesk.domain.columns import field_of
from zonedesk.domain.duties import OWN_COLUMNS, who_of
from zonedesk.domain.stages import STAGE_LABELS, Stage
from zonedesk.domain.tracking_columns import DUTY_ROLES
from zonedesk.ops import duty_book, edit


class DutyCases(Cases):
    """Saying who answers for a project, who takes over, who ends."""

    def __init__(self, desk: Desk, panel: CasePanel, terms: TermsTable, role_at: Callable[[], str]) -> None:
        super().__init__(desk, panel)
        self._terms, self._role_at = terms, role_at
        terms.typed.connect(self._on_typed)

    def acts(self) -> list[Act]:
        """The buttons."""
        always = bool
        return [
            Act("Alt+Z", self.tr("明确责任"), self.tr("写明谁担任什么职责、从哪天起"), always, self.assign),
            Act(
                "Alt+G", self.tr("接任"), self.tr("由新的人接替现任，现任于前一日结束"), always, self.succeed
            ),
            Act("Alt+E", self.tr("结束任职"), self.tr("选中的人任职到哪天为止"), always, self.end),
            Act(
                "Alt+K", self.tr("删除任职"), self.tr("删除选中的一条误记的任职，可撤销"), always, self.remove
            ),
        ]

    def facts(self, row: Row) -> Facts:
        """What the panel says of a project's duties."""
        missing = row["gaps"]
        state = (
            light_text("red", self.tr("缺{roles}").format(roles="、".join(missing)))
            if missing
            else light_text("green", self.tr("包联领导、服务专员已落实"))
        )
        if not missing and row["stage"] == Stage.RESERVE.value:
            state = light_text("none", self.tr("储备项目"))
        return Facts(
            row["zone"] or "",
            row["project"],
            state,
            colour_of("red" if missing else "green"),
            ((self.tr("阶段"), STAGE_LABELS[Stage(row["stage"])]), (self.tr("电话"), row["phone"] or "")),
            tuple(row["warnings"]),
        )

    def assign(self, row: Row) -> None:
        """Open the form for somebody beside those who have the role."""
        self._ask(row, self.tr("明确责任"), succeed=False)

    def succeed(self, row: Row) -> None:
        """Open the form for somebody in the place of those who have the role."""
        self._ask(row, self.tr("接任"), succeed=True)

    def end(self, row: Row) -> None:
        """Open the form for the last day of the chosen line, or of who has the role of the current column."""
        line = self._chosen(row)
        if line is None or not line["held"]:
            self.desk.told.emit(self.tr("请先在任职起止表中选中一位现任"))
            return
        who, role = who_of(line), line["role"]
        self.ask(
            self.tr("{who}不再任{role}").format(who=who, role=role),
            self.tr("结束任职"),
            [Line("on", self.tr("最后一日"), "day", text=usual_day(self.desk), needed=self.tr("请写明日期"))],
            lambda texts: self.run(
                duty_book.end_duty, project_id=row["id"], role=role, who=who, on=texts["on"]
            ),
        )

    def remove(self, row: Row) -> None:
        """Delete the chosen line; undo brings it back."""
        line = self._terms.current()
        if line is None or line["id"] is None:
            self.desk.told.emit(self.tr("请先在任职起止表中选中要删除的一条"))
            return
        self.run(edit.delete_row, table="assignment", row_id=line["id"])

    def assign_current(self, _: int | None = None) -> None:
        """As `assign`, for the row that is shown."""
        row = self.panel.row()
        if row is not None:
            self.assign(row)

    def _ask(self, row: Row, verb: str, *, succeed: bool) -> None:
        line = self._terms.current() if self._terms.table.hasFocus() else None
        role = line["role"] if line else self._role(row)
        lines = [
            Line(
                "role", self.tr("职责"), "choice", text=role, choices=DUTY_ROLES, needed=self.tr("请写明职责")
            ),
            Line("who", self.tr("姓名或单位"), "name", needed=self.tr("请写明姓名或单位")),
            Line("org", self.tr("单位及职务"), hint=self.tr("可不填")),
            Line("phone", self.tr("联系电话"), hint=self.tr("可不填")),
            Line(
                "from_on", self.tr("起始日"), "day", text=usual_day(self.desk), needed=self.tr("请写明日期")
            ),
            Line("to_on", self.tr("止（最后一日，可不填）"), "day"),
        ]
        heading = (
            self.tr("接任：现任于起始日的前一日结束")
            if succeed
            else self.tr("明确责任：与现任（如有）同时担任")
        )
        self.ask(
            heading,
            verb,
            lines,
            lambda texts: self.run(duty_book.assign, project_id=row["id"], succeed=succeed, **texts),
            first="who",
        )

    def _role(self, row: Row) -> str:
        """The role that is meant: that of the column, or one that is missing."""
        at = self._role_at()
        if not at and row["gaps"]:
            return str(row["gaps"][0])
        return at or DUTY_ROLES[0]

    def _chosen(self, row: Row) -> dict[str, Any] | None:
        if self._terms.table.hasFocus() or not self._role_at():
            return self._terms.current()
        return self._terms.held(self._role_at())

    def _on_typed(self, row_id: int, key: str, text: str) -> None:
        of = field_of("assignment", key)
        self.desk.type_in(edit.set_field, of, text, table="assignment", row_id=row_id, key=key)


def role_of_column(key: str) -> str:
    """The role that a column of the list stands for, or ""."""
    return next((role for role, column in OWN_COLUMNS.items() if column == key), "")
