"""The lights of the table's projects: asked one by one for the rows that are looked at, all at once to sort by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from zonedesk.domain.lights import LIGHT_SIGNS, LIGHT_WORDS, Light, Verdict, light_of
from zonedesk.domain.projects import ProjectFact
from zonedesk.ops.lights import LightBoard
from zonedesk.ops.session import Session

LIGHT_COLUMN = "light"


class Lit:
    """What the rules say of each project on one day."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[int, tuple[Verdict, ...]] = {}

    def forget(self, project_id: int | None = None) -> None:
        """Ask anew when asked next: of one project, or of all."""
        if project_id is None:
            self._known.clear()
        else:
            self._known.pop(project_id, None)

    def knows(self, project_id: int) -> bool:
        """Whether a project was asked about already."""
        return project_id in self._known

    def take_in(self, ids: list[int], as_of: str) -> None:
        """Ask of many projects at once."""
        if any(pid not in self._known for pid in ids):
            found = self._session.kept(LightBoard).read(as_of).verdicts
            self._known = {pid: found.get(pid, ()) for pid in ids}

    def read_ahead(self, rows: Iterable[Mapping[str, Any]], as_of: str) -> None:
        """Ask of several projects, given as rows of the table, in one reading."""
        facts = [_fact(row) for row in rows if row["id"] not in self._known]
        self._known |= self._session.kept(LightBoard).of_few(facts, as_of)

    def verdicts(self, row: Mapping[str, Any], as_of: str) -> tuple[Verdict, ...]:
        """Of one project, given as a row of the table."""
        pid = row["id"]
        known = self._known.get(pid)
        if known is None:
            known = self._known[pid] = self._session.kept(LightBoard).of_one(_fact(row), as_of)
        return known

    def light(self, row: Mapping[str, Any], as_of: str) -> Light:
        """A project's light: the worst of what the rules say."""
        return light_of(self.verdicts(row, as_of))

    def text(self, row: Mapping[str, Any], as_of: str) -> str:
        """The cell: a sign and a word; "" where no rule asks about the project."""
        light = self.light(row, as_of)
        return "" if light is Light.NONE else f"{LIGHT_SIGNS[light]} {LIGHT_WORDS[light]}"

    def order(self, row: Mapping[str, Any], as_of: str) -> int | None:
        """What the column is sorted by: the worst first."""
        light = self.light(row, as_of)
        return None if light is Light.NONE else light.rank


def _fact(row: Mapping[str, Any]) -> ProjectFact:
    return ProjectFact._make(row[name] for name in ProjectFact._fields)
