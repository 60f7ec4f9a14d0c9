"""Where what is typed into a row of 三未 goes: to the project, or to its open problem."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject

from zonedesk.desktop.desk import Desk
from zonedesk.domain.columns import field_of
from zonedesk.ops import edit
from zonedesk.ops.stuck import StuckRow, set_problem

_OF_PROJECT = frozenset({"planned", "sponsor", "next_step"})


class StuckWriting(QObject):
    """Writes one cell; where a project has no open problem yet, one is added and that is told."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def write(self, row: StuckRow, key: str, text: str) -> None:
        """Write what was typed into the column `key`."""
        desk = self._desk
        if key in _OF_PROJECT:
            column = row.planned_key if key == "planned" else key
            field, pid = field_of("project", column), row.project_id
            desk.type_in(edit.set_field, field, text, table="project", row_id=pid, key=column)
            return
        made = desk.type_in(
            set_problem,
            field_of("problem", key),
            text,
            project_id=row.project_id,
            problem_id=row.problem["id"] if row.problem else None,
            key=key,
            # Work on a past month belongs to that month, else the problem would not show in it.
            raised_on=min(desk.as_of, dt.date.today().isoformat()),  # noqa: DTZ011
        )
        if made and row.problem is None and key != "description":
            desk.told.emit(self.tr("{what}；请补写“存在问题”").format(what=made.label))
