"""The rows of one list, kept while they are looked at: a change of a few rows reads only these anew."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, cast

from zonedesk.domain.changes import Changes
from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.lists import ListKind, Rows
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader
from zonedesk.store.schema import REFERENCES

_MOST = 200  # rows; past that reading all of them is quicker


class ListRows:
    """The rows of `kind` as of a day and scope; `table` is the one whose rows they are ("" if of none).

    With `alone`, what a row says depends on the rows of its table and project only.
    """

    def __init__(self, session: Session, kind: ListKind, table: str, *, alone: bool = True) -> None:
        self._session, self._kind, self._table = session, kind, table
        self._alone = alone and bool(table)
        self._looked_at: tuple[str, Scope] = ("", Scope())
        self.rows: Rows = []

    def read(self, as_of: str, scope: Scope) -> None:
        """Read every row."""
        self._looked_at = (as_of, scope)
        self.rows = self._kind.rows(self._session, as_of, scope)

    def take_in(self, changes: Changes) -> None:
        """Bring the rows up with a step: those it touched, or all of them where that cannot be told."""
        ids = self._touched(changes) if self._alone else None
        if ids is None:
            self.read(*self._looked_at)
            return
        narrowed = cast(Session, _NarrowSession(self._session, self._table, ids))
        found = {row["id"]: row for row in self._kind.rows(narrowed, *self._looked_at) if row["id"] in ids}
        known = {row["id"] for row in self.rows}
        kept = [found.get(row["id"], row) for row in self.rows if row["id"] not in ids or row["id"] in found]
        self.rows = kept + [row for row_id, row in found.items() if row_id not in known]

    def _touched(self, changes: Changes) -> set[int] | None:
        """The rows that a step is about, with their neighbours in the same projects; None for all."""
        hanging = dict(REFERENCES.get(self._table, ()))
        ids: set[int] = set()
        for change in changes.rows:
            if change.table == self._table:
                ids.add(change.row_id)
            elif change.table in hanging:
                ids |= set(self._owners(change.table, change.row_id, hanging[change.table], change))
            else:
                return None
            if len(ids) > _MOST:
                return None
        return ids | self._neighbours(ids, changes)

    def _owners(self, table: str, row_id: int, column: str, change: Any) -> Iterator[int]:
        """The rows on which a changed row hangs or hung; an update names only the columns that differ."""
        said = [image[column] for image in (change.before, change.after) if image and column in image]
        if not said:
            said = [row[column] for row in self._session.reader.rows(table, id=row_id)]
        yield from (owner for owner in said if owner is not None)

    def _neighbours(self, ids: set[int], changes: Changes) -> set[int]:
        """The rows of the same projects: a step between two others is told by them."""
        rows = self._session.reader.rows_in(self._table, "id", ids)
        if rows and "project_id" not in rows[0]:
            return set()
        projects = {row["project_id"] for row in rows}
        projects |= {(change.before or {}).get("project_id") for change in changes.of(self._table)}
        projects.discard(None)
        if not projects:
            return set()
        found = self._session.reader.rows_in(self._table, "project_id", projects, columns=("id",))
        return {row["id"] for row in found}


class _NarrowSession:
    """A session whose reader gives only a few rows of one table: what a list makes of it are only these."""

    def __init__(self, session: Session, table: str, ids: Collection[int]) -> None:
        self._session = session
        self.reader = _NarrowReader(session.reader, table, ids)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session, name)


class _NarrowReader:
    def __init__(self, reader: Reader, table: str, ids: Collection[int]) -> None:
        self._reader, self._table, self._ids = reader, table, ids

    def __getattr__(self, name: str) -> Any:
        return getattr(self._reader, name)

    def rows(
        self, table: str, *, order: str = "id", columns: tuple[str, ...] | None = None, **equal: Any
    ) -> list[dict[str, Any]]:
        if table != self._table:
            return self._reader.rows(table, order=order, columns=columns, **equal)
        found = [
            row
            for row in self._reader.rows_in(table, "id", self._ids)
            if all(row[key] == value for key, value in equal.items())
        ]
        # As SQL orders: what is empty comes first.
        found.sort(key=lambda row: (row[order] is not None, row[order]))
        return [{key: row[key] for key in columns} for row in found] if columns else found

    def rows_in(
        self, table: str, column: str, values: Iterable[int], *, columns: tuple[str, ...] | None = None
    ) -> list[dict[str, Any]]:
        if table != self._table:
            return self._reader.rows_in(table, column, values, columns=columns)
        wanted = set(values)
        found = [row for row in self.rows(table) if row[column] in wanted]
        return [{key: row[key] for key in columns} for row in found] if columns else found

    def values(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        if table != self._table:
            return self._reader.values(table, *columns)
        return [tuple(row[key] for key in columns) for row in self.rows(table)]
