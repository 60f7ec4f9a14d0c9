"""What one write did: the row images that history, undo and the screen all read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Row = Mapping[str, Any]
SetKind = Literal["edit", "import", "undo", "redo"]
SetState = Literal["done", "undone", "dropped", "event"]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after. An update carries only the columns that differ."""

    table: str
    row_id: int
    before: Row | None
    after: Row | None

    @property
    def columns(self) -> frozenset[str]:
        """The columns that the change names."""
        return frozenset(self.before or ()) | frozenset(self.after or ())


@dataclass(frozen=True, slots=True)
class Changes:
    """One step: everything that one operation wrote, in the order it was written.

    `set_id` is 0 when the operation changed nothing (and then nothing was recorded).
    """

    set_id: int
    label: str
    at: str
    who: str
    kind: SetKind
    rows: tuple[RowChange, ...]

    def __bool__(self) -> bool:
        return bool(self.rows)

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables changed."""
        return any(change.table in tables for change in self.rows)

    def of(self, table: str) -> Iterator[RowChange]:
        """The changes of one table."""
        return (change for change in self.rows if change.table == table)


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the history: a recorded change set without its rows."""

    set_id: int
    at: str
    who: str
    computer: str
    label: str
    kind: SetKind
    state: SetState
    target: int | None
    rows: int
    source: str | None

    @property
    def minute(self) -> str:
        """When it was taken, as an officer reads it."""
        return self.at[:16].replace("T", " ")

    @property
    def origin(self) -> str:
        """The file that it took in, else the officer."""
        file = json.loads(self.source).get("file") if self.source else None
        return str(file or self.who)
