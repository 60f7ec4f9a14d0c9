"""From something found to its place in the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.page import Page
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.desktop.search.results import Found
from zonedesk.ops.find_everywhere import Entry


class Opener(QObject):
    """Opens what was chosen: a project's row, a procedure's cell, a problem in its project, the projects of a company."""

    def __init__(self, desk: Desk, go: Callable[[str], Page], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._go = desk, go

    def open(self, found: Found) -> None:
        """Go there; what is gone since is told."""
        entry = found.entry
        if entry is None:
            return
        names = self._desk.session.reader.names("project")
        projects = [pid for pid in entry.projects if pid in names]
        if not projects:
            self._desk.told.emit(self.tr("“{name}”没有对应的项目").format(name=entry.text))
        elif found.kind == "procedure":
            self._open_procedure(entry, projects[0])
        elif found.kind == "problem":
            page = self._open_project(projects[0])
            page.panel.show_child("problem", entry.row_id)
        elif found.kind == "project" or (found.kind == "phone" and len(projects) == 1):
            self._open_project(projects[0]).setFocus()
        else:
            self._desk.show_rows(f"{found.title.partition('　')[0]}：{entry.text}", projects)
            self._go("ledger").setFocus()

    def _open_project(self, pid: int) -> LedgerPage:
        """Make the project's row current; filters that hide it are taken off."""
        page = self._go("ledger")
        assert isinstance(page, LedgerPage)
        if page.model.row_of(pid) is None:
            page.show_all()
        if page.model.row_of(pid) is None:
            # Outside the scope looked at: shown by itself, the scope stays.
            name = self._desk.session.reader.names("project")[pid]
            page.show_rows(name, [pid])
        row = page.model.row_of(pid)
        if row is not None:
            page.grid.go(row, 0)
        page.panel.show_project(pid)
        return page

    def _open_procedure(self, entry: Entry, pid: int) -> None:
        """Make the procedure's cell current; where the matrix does not show it, its row in the project's record."""
        rows = self._desk.session.reader.rows("procedure", id=entry.row_id)
        if not rows:
            self._open_project(pid).setFocus()
            return
        page = self._go("procedures")
        assert isinstance(page, ProceduresPage)
        if page.go_to(pid, rows[0]["name"]):
            page.setFocus()
        else:
            self._open_project(pid).panel.show_child("procedure", entry.row_id)
