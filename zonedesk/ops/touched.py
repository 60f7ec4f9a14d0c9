"""Which projects a change is about, whether it wrote to them or to what hangs on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from zonedesk.domain.changes import RowChange
from zonedesk.store.reader import Reader
from zonedesk.store.record import Record
from zonedesk.store.schema import REFERENCES

_MOST = 500  # changed rows; past that reading everything anew is quicker
HANGING = frozenset(table for table, _ in REFERENCES["project"])


def projects_touched(
    reader: Reader, changes: Iterable[RowChange], hanging: Collection[str] = HANGING
) -> dict[int, None]:
    """The projects' ids in the order of the changes; `hanging` limits the tables that hang on them."""
    found: dict[int, None] = {}
    for change in changes:
        if change.table == "project":
            found[change.row_id] = None
        elif change.table in hanging:
            # An update names only the columns that differ: whose row it is, the row itself says.
            said = (change.after or {}).get("project_id") or (change.before or {}).get("project_id")
            project_id = said or reader.project_of(change.table, change.row_id)
            if project_id is not None:
                found[project_id] = None
    return found


def touched_since(
    reader: Reader, record: Record, since: int, hanging: Collection[str] = HANGING
) -> set[int] | None:
    """The projects that steps after number `since` are about; None if these wrote too much to tell one by one."""
    changes: list[RowChange] = []
    for set_id in range(since + 1, reader.last_change() + 1):
        step = record.step(set_id)
        if step is None or len(changes) + step.rows > _MOST:
            return None
        changes += record.rows(set_id)
    return set(projects_touched(reader, changes, hanging))


class Follower:
    """Tells, each time it is asked, which projects were written to since it was asked last."""

    def __init__(self, reader: Reader, record: Record, hanging: Collection[str]) -> None:
        self._reader, self._record, self._hanging = reader, record, hanging
        self._up_to: int | None = None

    def touched(self) -> set[int] | None:
        """The projects; None if everything has to be read: at first, and after a very large change."""
        since, self._up_to = self._up_to, self._reader.last_change()
        return None if since is None else touched_since(self._reader, self._record, since, self._hanging)
