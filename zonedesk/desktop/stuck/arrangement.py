"""In which order and under which heads the rows of a stuck list stand; they stay where they are while one types."""

from __future__ import annotations

from collections.abc import Iterable

from zonedesk.ops.stuck import StuckRow
from zonedesk.ops.stuck_groups import StuckGroup, grouped, label_by

Line = StuckRow | StuckGroup


class Arrangement:
    """`by` is what the rows are grouped by, "" for nothing."""

    def __init__(self) -> None:
        self.by = ""
        self._folded: set[str] = set()
        # The projects with their heads, in the order in which they stay; None: as the list has them.
        self._kept: dict[int, str] | None = None

    @property
    def kept(self) -> bool:
        """Whether rows stay in their places."""
        return self._kept is not None

    def keep(self, rows: Iterable[StuckRow]) -> None:
        """Let these rows stay where they are, under the heads under which they stand."""
        self._kept = {row.project_id: self._label(row) for row in rows}

    def let_go(self) -> None:
        """Arrange anew."""
        self._kept = None

    def group_by(self, by: str) -> None:
        """Group by another thing, all groups open."""
        self.by = by
        self._folded.clear()
        self.let_go()

    def rows(self, every: Iterable[StuckRow], fit: list[StuckRow]) -> list[StuckRow]:
        """The rows to show: those that `fit` the filters, and those that stay, in their places."""
        if self._kept is None:
            return fit
        there = {row.project_id: row for row in every}
        kept = [there[pid] for pid in self._kept if pid in there]
        return kept + [row for row in fit if row.project_id not in self._kept]

    def lines(self, rows: Iterable[StuckRow]) -> list[Line]:
        """The rows under their heads; those of a folded group are left out."""
        if not self.by:
            return list(rows)
        lines: list[Line] = []
        for group in grouped(rows, self.by, self._label):
            lines.append(group)
            if group.label not in self._folded:
                lines += group.rows
        return lines

    def is_folded(self, group: StuckGroup) -> bool:
        """Whether only the head is shown."""
        return group.label in self._folded

    def fold(self, group: StuckGroup, folded: bool) -> None:
        """Fold or open a group."""
        (self._folded.add if folded else self._folded.discard)(group.label)

    def _label(self, row: StuckRow) -> str:
        if not self.by:
            return ""
        kept = self._kept.get(row.project_id) if self._kept is not None else None
        return label_by(self.by)(row) if kept is None else kept


def key_of(line: Line) -> object:
    """What a line is known by when rows are read anew."""
    return ("group", line.label) if isinstance(line, StuckGroup) else line.project_id
