"""What a cell of the matrix is in full: read for the few that are looked at, a screenful at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.ops.procedure_book import Followed, ProcedureBook
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader

_KEPT = 600  # projects
_AT_ONCE = 500


class Details:
    """Procedures in full, of the projects that were asked for last."""

    def __init__(self, session: Session) -> None:
        self._reader = session.reader
        self._as_of = ""
        self._known: dict[int, dict[str, Followed]] = {}

    def look_at(self, as_of: str) -> None:
        """Look at another day."""
        if as_of != self._as_of:
            self._as_of = as_of
            self.forget()

    def forget(self, project_ids: Collection[int] | None = None) -> None:
        """These projects, or all, were written to."""
        if project_ids is None:
            self._known.clear()
        for pid in project_ids or ():
            self._known.pop(pid, None)

    def knows(self, project_id: int) -> bool:
        """Whether a project need not be read."""
        return project_id in self._known

    def read(self, project_ids: Iterable[int]) -> None:
        """Have these projects at hand."""
        lacking = [pid for pid in dict.fromkeys(project_ids) if pid not in self._known]
        if not lacking:
            return
        if len(self._known) + len(lacking) > _KEPT:
            self._known.clear()
        book = ProcedureBook.read(self._reader, self._as_of, lacking)
        for pid in lacking:
            self._known[pid] = {each.row["name"]: each for each in book.of_project.get(pid, ())}

    def of(self, project_id: int, name: str) -> Followed | None:
        """One procedure of a project; None where the project lacks it."""
        self.read([project_id])
        return self._known[project_id].get(name)


def with_warnings(
    reader: Reader, as_of: str, project_ids: Collection[int], progress: Progress | None = None
) -> frozenset[int]:
    """The projects of which any procedure looks wrong. Reads all of them in full; CancelledError if so asked."""
    told, ids = progress or NullProgress(), list(project_ids)
    found: set[int] = set()
    for start in range(0, len(ids), _AT_ONCE):
        told.check()
        told.report(start, len(ids), "正在核对手续")
        book = ProcedureBook.read(reader, as_of, ids[start : start + _AT_ONCE])
        found |= {pid for pid, items in book.of_project.items() if any(item.warnings for item in items)}
    return frozenset(found)
