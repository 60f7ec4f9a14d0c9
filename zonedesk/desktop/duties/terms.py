"""Who answers for a project and until when: the terms of duty of the chosen project, typed into in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zonedesk.desktop import tokens
from zonedesk.desktop.books.spec import Row
from zonedesk.desktop.widgets.named import named
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.domain.duties import UNIT_ROLES, who_of

_KEYS = {"from_on", "to_on"}


class TermsTable(QWidget):
    """`typed(assignment id, key, text)` when a cell was typed into."""

    typed = Signal(int, str, str)

    def __init__(self, *, writable: bool) -> None:
        super().__init__()
        self._writable = writable
        self.heading = named(QLabel(), "second")
        columns = (
            Column("role", self.tr("职责"), 94),
            Column("who", self.tr("姓名、单位"), 90, stretch=True),
            Column("from_on", self.tr("起"), 90),
            Column("to_on", self.tr("止"), 90),
        )
        self.model = SimpleTableModel(columns, self._cell, self)
        self.table = SimpleTable(self.model)
        self.table.tab_through = True
        self.table.setAccessibleName(self.tr("任职起止"))
        self.model.edited.connect(self._on_edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)

    def show_row(self, row: Row) -> None:
        """Show the terms of a row of the list of duties; those of today first, then those that are over."""
        held = [duty for duties in row["roles"].values() for duty in duties]
        now = {duty["id"] for duty in held}
        terms = {term["id"]: term for term in row["terms"]}
        lines = [terms[duty["id"]] | {"held": True} if duty["id"] else _of_column(duty) for duty in held]
        past = [term | {"held": False} for term in row["terms"] if term["id"] not in now]
        self.heading.setText(
            self.tr("任职起止（现任 {n}，其他 {past}）").format(n=len(lines), past=len(past))
        )
        self.table.show_rows(lines + past, key=lambda line: (line["id"], line["role"], who_of(line)))

    def current(self) -> dict[str, Any] | None:
        """The line of the current cell."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def held(self, role: str) -> dict[str, Any] | None:
        """The first line of somebody who has a role on the day."""
        return next((line for line in self.model.rows if line["held"] and line["role"] == role), None)

    def _cell(self, line: dict[str, Any], key: str) -> Cell:
        colour = "" if line["held"] else tokens.SECOND
        text = who_of(line) if key == "who" else str(line[key] or "")
        if line["id"] is None:
            tip = self.tr("来自项目台账的栏，没有起止日期；在左边的表中修改")
            return Cell(text, colour=colour, tip=tip)
        detail = "，".join(part for part in (line["org"], line["phone"], line["note"]) if part)
        tip = f"{text}（{detail}）" if key == "who" and detail else text
        return Cell(text, colour=colour, tip=tip, typed=text if self._writable and key != "role" else None)

    def _on_edited(self, line: dict[str, Any], key: str, text: str) -> None:
        if key not in _KEYS:
            key = "org" if line["role"] in UNIT_ROLES and line["org"] else "name"
        self.typed.emit(line["id"], key, text)


def _of_column(duty: dict[str, Any]) -> dict[str, Any]:
    """A name that only the project's own column knows, as a line."""
    named_ = (
        {"org": duty["who"], "name": None}
        if duty["role"] in UNIT_ROLES
        else {"name": duty["who"], "org": None}
    )
    empty = {"id": None, "from_on": None, "to_on": None, "phone": "", "note": "", "held": True}
    return {"role": duty["role"], **named_, **empty}
