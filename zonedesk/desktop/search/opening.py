"""From something found to its place in the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.landing import Landings
from zonedesk.desktop.page import Page
from zonedesk.desktop.place import PAGE_OF, Place
from zonedesk.desktop.search.places import PLACES, ProgramPlaces
from zonedesk.desktop.search.results import Found

# Few look for a problem to see the list of all problems: it opens in its project's record.
_IN_RECORD = frozenset({"problem"})


class Opener(QObject):
    """Opens what was chosen: a project's row, a procedure's cell, a row of a book, the projects of a company."""

    def __init__(
        self,
        desk: Desk,
        go: Callable[[str], Page],
        landings: Landings,
        places: ProgramPlaces,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._go, self._landings, self._places = desk, go, landings, places

    def open(self, found: Found) -> None:
        """Go there; what is gone since is told."""
        entry = found.entry
        if entry is None:
            return
        if found.kind == PLACES:
            place = self._places.place(entry.row_id)
            self._landings.to(place) if place.part else self._go(place).setFocus()
            return
        names = self._desk.session.reader.names("project")
        projects = [pid for pid in entry.projects if pid in names]
        first = projects[0] if projects else None
        if found.kind in _IN_RECORD and first is not None:
            self._landings.to(Place("ledger", table=found.kind, row_id=entry.row_id, project_id=first))
        elif found.kind in PAGE_OF and found.kind != "project" and entry.row_id:
            self._landings.to(Place.of(found.kind, entry.row_id, first))
        elif first is None:
            self._desk.told.emit(self.tr("“{name}”没有对应的项目").format(name=entry.text))
        elif found.kind == "project" or (found.kind == "phone" and len(projects) == 1):
            self._landings.to(Place.of("project", project_id=first))
        else:
            self._desk.show_rows(f"{found.title.partition('　')[0]}：{entry.text}", projects)
            self._go("ledger").setFocus()
