"""The lines of the table from the top: projects in their order, and the heads of groups between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from zonedesk.ops.table.columns import columns_by_key
from zonedesk.ops.table.grouping import Group, grouped, label_of
from zonedesk.ops.table.rows import LedgerRows


class Arrangement:
    """`lines` holds a project's id for each line, or, for the head of a group, a negative number (`group_at`)."""

    def __init__(self, rows: LedgerRows) -> None:
        self.rows = rows
        self.lines: list[int] = []
        self.groups: list[Group] = []
        self.place: dict[int, int] = {}
        self.sort: tuple[str, bool] | None = None
        self.by = ""
        self.folded: set[str] = set()
        self._natural: list[int] = []
        self._by_number = True
        self._label: dict[int, str] = {}
        # Of each group the line of its head and how many projects stand before it.
        self._heads: list[int] = []
        self._before: list[int] = []

    @property
    def count(self) -> int:
        """How many projects pass, folded ones too."""
        return len(self._natural)

    def put(self, ids: list[int]) -> None:
        """Take these projects, in the ledger's order or in that of a list asked for."""
        self._natural = list(ids)
        self._by_number = ids == sorted(ids)
        self.arrange()

    def ids(self) -> list[int]:
        """The projects in the order of their lines, folded ones too."""
        if not self.by:
            return list(self.lines)
        return [pid for group in self.groups for pid in group.ids]

    def arrange(self) -> None:
        """Sort and group anew."""
        ids = self._sorted()
        self._label = {}
        self.groups = []
        if self.by:
            self.groups = grouped(self.rows, ids, self.by, self.folded)
            self._label = {pid: group.label for group in self.groups for pid in group.ids}
        self.lay_out(ids)

    def lay_out(self, ids: list[int] | None = None) -> None:
        """Number the lines anew: after a group was folded or opened."""
        if not self.by:
            self.lines = ids if ids is not None else self.lines
        else:
            self.lines = []
            for number, group in enumerate(self.groups, start=1):
                self.lines.append(-number)
                if not group.folded:
                    self.lines += group.ids
        self._renumber()

    def group_at(self, line: int) -> Group | None:
        """The group whose head a line is, or None."""
        if 0 <= line < len(self.lines) and self.lines[line] < 0:
            return self.groups[-self.lines[line] - 1]
        return None

    def number(self, line: int) -> int:
        """A project's number as its line shows it: heads are not counted, projects of folded groups are."""
        if not self._heads:
            return line + 1
        group = bisect_right(self._heads, line) - 1
        return self._before[group] + line - self._heads[group]

    def fold(self, group: Group, folded: bool) -> None:
        """Fold a group or open it; `lay_out` is to follow."""
        group.folded = folded
        (self.folded.add if folded else self.folded.discard)(group.label)

    def place_for(self, pid: int) -> int:
        """Add a project to the natural order and say on which line it stands: where it stood, or at the end."""
        place = bisect_left(self._natural, pid) if self._by_number else len(self._natural)
        self._natural.insert(place, pid)
        return place if self.sort is None else len(self.lines)

    def insert(self, line: int, pid: int) -> None:
        """Put a project on a line. Only without groups."""
        self.lines.insert(line, pid)
        self._renumber()

    def remove(self, pid: int) -> None:
        """Take a project away from its line (if it has one) and its group."""
        if pid not in self._natural:
            return
        self._natural.remove(pid)
        for group in self.groups:
            if pid in group.ids:
                group.ids.remove(pid)
                group.forget()
        if pid in self.place:
            del self.lines[self.place[pid]]
        self._renumber()

    def take_in(self, gone: set[int], come: list[int]) -> None:
        """Many projects go and come at once; those that stay keep their order."""
        if gone:
            self._natural = [pid for pid in self._natural if pid not in gone]
            self.lines = [pid for pid in self.lines if pid not in gone]
        self._natural += come
        if self._by_number:
            self._natural.sort()
        if self.by:
            self.arrange()
        else:
            self.lay_out(self.lines + come if self.sort else list(self._natural))

    def touched(self, pid: int) -> int | None:
        """A project's values changed: its group adds up anew. Gives the line of the group's head."""
        label = self._label.get(pid)
        for number, group in enumerate(self.groups, start=1):
            if group.label == label:
                group.forget()
                return self.lines.index(-number)
        return None

    def out_of_place(self, pid: int) -> bool:
        """Whether a project no longer belongs where it stands, by the order or the group."""
        line = self.place.get(pid)
        if line is None:
            return False
        if self.by and self._label.get(pid) != label_of(self.rows, self.by)(pid):
            return True
        if self.sort is None:
            return False
        beside = [self.lines[n] for n in (line - 1, line, line + 1) if 0 <= n < len(self.lines)]
        keys = [self._key(each) for each in beside if each > 0]
        return keys != sorted(keys)

    def _key(self, pid: int) -> Any:
        assert self.sort is not None
        key, downwards = self.sort
        value = self.rows.order(pid, columns_by_key()[key])
        return (value is None, _Reversed(value) if downwards else value) if value is not None else (True, 0)

    def _sorted(self) -> list[int]:
        if self.sort is None:
            return list(self._natural)
        key, downwards = self.sort
        column = columns_by_key()[key]
        if column.field is None:
            self.rows.derive_column(column)
        keys = {pid: self.rows.order(pid, column) for pid in self._natural}
        empty = [pid for pid in self._natural if keys[pid] is None]
        filled = [pid for pid in self._natural if keys[pid] is not None]
        filled.sort(key=keys.__getitem__, reverse=downwards)
        return filled + empty

    def _renumber(self) -> None:
        self.place = dict(zip(self.lines, range(len(self.lines)), strict=True))
        for number in range(1, len(self.groups) + 1):
            self.place.pop(-number, None)
        self._heads, self._before = [], []
        line = before = 0
        for group in self.groups:
            self._heads.append(line)
            self._before.append(before)
            line += 1 if group.folded else 1 + len(group.ids)
            before += len(group.ids)


class _Reversed:
    """A value that sorts the other way round."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: _Reversed) -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Reversed) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)
