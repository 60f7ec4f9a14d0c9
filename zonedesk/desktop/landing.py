"""From a place to what stands there: a project's row, a procedure's cell, a row of a book, a section of the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.page import Page
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.desktop.place import Landing, Place
from zonedesk.domain.columns import DONE, TABLE_LABELS


class Landings(QObject):
    """`go` brings a page into view. What a page does not have is told."""

    def __init__(self, desk: Desk, go: Callable[[str], Page], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._go = desk, go

    def to(self, place: Place) -> bool:
        """Go to a place; False (and the reason told) if the page in view does not have it."""
        if place == "ledger":
            landed = self._in_ledger(place)
        elif place == "procedures":
            landed = self._in_matrix(place)
        else:
            page = self._go(str(place))
            page.setFocus()
            landed = not isinstance(page, Landing) or page.land(place)
        if not landed:
            self._desk.told.emit(self._missing(place))
        return landed

    def open_project(self, project_id: int) -> LedgerPage:
        """Make the project's row current in the ledger; filters that hide it are taken off."""
        page = self._go("ledger")
        assert isinstance(page, LedgerPage)
        if page.model.row_of(project_id) is None:
            page.show_all()
        if page.model.row_of(project_id) is None:
            # Outside the scope looked at: shown by itself, the scope stays.
            page.show_rows(self._desk.session.reader.names("project")[project_id], [project_id])
        row = page.model.row_of(project_id)
        if row is not None:
            page.grid.go(row, 0)
        page.panel.show_project(project_id)
        return page

    def _in_ledger(self, place: Place) -> bool:
        if place.project_id not in self._desk.session.reader.names("project"):
            self._go("ledger").setFocus()
            return False
        page = self.open_project(place.project_id)
        page.setFocus()
        if place.part:
            self._to_column(page, place.project_id, place.part)
        if place.table not in ("", "project"):
            page.panel.show_child(place.table, place.row_id)
        return True

    @staticmethod
    def _to_column(page: LedgerPage, project_id: int, key: str) -> None:
        """Make the cell of a column current, if the view shows it: what is missing is typed there."""
        row, column = page.model.row_of(project_id), page.model.column_of(key)
        if row is not None and column in page.grid.columns():
            page.grid.go(row, column)

    def _in_matrix(self, place: Place) -> bool:
        """The procedure's cell (of a project: of the first one that is open); else its row in the project's record."""
        rows = self._procedures(place)
        if not rows:
            self._go("procedures").setFocus()
            return False
        page, row = self._go("procedures"), rows[0]
        assert isinstance(page, ProceduresPage)
        page.setFocus()
        if page.go_to(row["project_id"], row["name"]):
            return True
        return self._in_ledger(
            Place("ledger", table="procedure", row_id=row["id"], project_id=row["project_id"])
        )

    def _procedures(self, place: Place) -> list[dict[str, Any]]:
        reader = self._desk.session.reader
        columns = ("id", "project_id", "name", "status")
        if place.row_id is not None:
            return reader.rows("procedure", columns=columns, id=place.row_id)
        if place.project_id is None:
            return []
        found = reader.rows("procedure", columns=columns, project_id=place.project_id)
        return sorted(found, key=lambda row: row["status"] == DONE)

    def _missing(self, place: Place) -> str:
        what = TABLE_LABELS.get(place.table, "")
        name = self._desk.session.reader.names("project").get(place.project_id or 0, "")
        if place.row_id is None and name:
            return self.tr("“{name}”在现在的截至日期和范围内没有{what}").format(
                name=name, what=what or self.tr("这里的记录")
            )
        return self.tr("要找的{what}不在现在的截至日期和范围内，或已删除").format(
            what=what or self.tr("记录")
        )
