"""What a stuck project's row says beside its list: light, next step, last update; read when they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from zonedesk.domain.lights import Verdict
from zonedesk.ops.last_update import LastUpdate, last_updates
from zonedesk.ops.lights import LightBoard
from zonedesk.ops.next_step import NOTHING, NextStep, next_steps
from zonedesk.ops.session import Session

_AT_ONCE = 60


class More:
    """Reads for a row and those after it at once: rows are looked at from above. `order` gives the rows on show."""

    def __init__(self, session: Session, order: Callable[[], Sequence[int]]) -> None:
        self._session, self._order = session, order
        self._as_of = ""
        self._steps: dict[int, NextStep] = {}
        self._updates: dict[int, LastUpdate | None] = {}
        self._verdicts: dict[int, tuple[Verdict, ...]] = {}
        self._places: dict[int, int] | None = None

    def forget(self, as_of: str) -> None:
        """Read anew, as of a day."""
        self._as_of = as_of
        self._steps.clear()
        self._updates.clear()
        self._verdicts.clear()
        self.arranged()

    def arranged(self) -> None:
        """The rows on show have another order."""
        self._places = None

    def next_step(self, project_id: int) -> NextStep:
        """What the project's books say is to be done next."""
        if project_id not in self._steps:
            near = self._near(project_id)
            found = next_steps(self._session.reader, near, self._as_of)
            self._steps |= {pid: found.get(pid, NOTHING) for pid in near}
        return self._steps[project_id]

    def update(self, project_id: int) -> LastUpdate | None:
        """When anything of the project was last written down."""
        if project_id not in self._updates:
            near = self._near(project_id)
            found = last_updates(self._session.reader, self._session.record, near)
            self._updates |= {pid: found.get(pid) for pid in near}
        return self._updates[project_id]

    def verdicts(self, project_id: int) -> tuple[Verdict, ...]:
        """What the rules of lights say of the project."""
        if project_id not in self._verdicts:
            projects = self._session.facts(self._as_of).projects
            near = [projects[pid] for pid in self._near(project_id)]
            self._verdicts |= self._session.kept(LightBoard).of_few(near, self._as_of)
        return self._verdicts[project_id]

    def _near(self, project_id: int) -> list[int]:
        order = self._order()
        if self._places is None:
            self._places = {pid: place for place, pid in enumerate(order)}
        place = self._places.get(project_id)
        return [project_id] if place is None else list(order[place : place + _AT_ONCE])
