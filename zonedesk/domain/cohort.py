"""The projects of a track that a figure is asked of (列入某批的项目), and sums over them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, compress
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from zonedesk.domain.columns import TRACKS

K = TypeVar("K")


class ListingFact(NamedTuple):
    """A project listed in a batch under a track, with the amounts of that day in 元."""

    project_id: int
    batch_id: int
    track: str
    investment: int | None
    output: int | None
    strategic: int | None


class Cohort:
    """Projects listed under a track, each once, with the amounts of that day.

    Kept and asked a column at a time: a figure looks at very many. All sums are in 元; an unknown amount counts as
    nothing. `columns` are project, investment, output and strategic (1, 0 or None), each as long as there are projects.
    """

    def __init__(self, columns: Sequence[Sequence[Any]] = ((), (), (), ())) -> None:
        self.columns = columns

    @classmethod
    def of(cls, rows: Iterable[Sequence[Any]]) -> Cohort:
        """From rows of these columns."""
        return cls(list(zip(*rows, strict=True)) or ((), (), (), ()))

    @classmethod
    def joined(cls, parts: Iterable[Cohort]) -> Cohort:
        """All projects of some cohorts; of one that is in several, the last listing counts (rule R108)."""
        first, *others = [part for part in parts if len(part)] or [cls()]
        if not others:
            return first
        columns = [
            list(chain(*column))
            for column in zip(first.columns, *(part.columns for part in others), strict=True)
        ]
        whole = cls(columns)
        last = whole._places
        return (
            whole
            if len(last) == len(whole)
            else cls([[c[place] for place in last.values()] for c in columns])
        )

    @property
    def ids(self) -> Sequence[int]:
        """The projects."""
        return self.columns[0]

    def __iter__(self) -> Iterator[int]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, project_id: object) -> bool:
        return project_id in self._places

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cohort) and list(self.rows()) == list(other.rows())

    __hash__ = None  # type: ignore[assignment]

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """(project, investment, output, strategic) of each."""
        return zip(*self.columns, strict=True)

    @cached_property
    def investments(self) -> Mapping[int, int | None]:
        """What is invested in each of them."""
        return dict(zip(self.ids, self.columns[1], strict=True))

    @cached_property
    def investment(self) -> int:
        """What is invested in all of them."""
        return sum(filter(None, self.columns[1]))

    @property
    def output(self) -> int:
        """The yearly output expected of all of them."""
        return sum(filter(None, self.columns[2]))

    @property
    def strategic(self) -> Cohort:
        """Those in strategic emerging industries (战新)."""
        return self._picked(self.columns[3])

    def among(self, wanted: Container[int]) -> Cohort:
        """Those of them that are among `wanted`."""
        return self._picked(list(map(wanted.__contains__, self.ids)))

    def divided(self, part_of: Mapping[int, K]) -> dict[K, Cohort]:
        """Them by the part that each project belongs to; parts with none of them are left out."""
        rows: dict[K, list[tuple[Any, ...]]] = {}
        for row in self.rows():
            rows.setdefault(part_of[row[0]], []).append(row)
        return {part: Cohort.of(each) for part, each in rows.items()}

    def in_order(self) -> Cohort:
        """The same in the order of projects."""
        ids = list(self.ids)
        return self if ids == sorted(ids) else Cohort.of(sorted(self.rows(), key=itemgetter(0)))

    def with_projects(self, ids: Container[int], anew: Cohort) -> Cohort:
        """The same with all listings of the projects `ids` from `anew`, in the order of projects."""
        kept = [row for row in self.rows() if row[0] not in ids]
        return Cohort.of([*kept, *anew.rows()]).in_order()

    def _picked(self, choice: Sequence[object]) -> Cohort:
        return Cohort([list(compress(column, choice)) for column in self.columns])

    @cached_property
    def _places(self) -> dict[int, int]:
        return dict(zip(self.ids, range(len(self)), strict=True))


Listed = dict[str, dict[int, Cohort]]


def by_track(listings: Iterable[ListingFact]) -> Listed:
    """Listings by track and batch: all tracks, of the batches those that list anything."""
    rows: dict[str, dict[int, list[tuple[Any, ...]]]] = {track: {} for track in TRACKS}
    for project_id, batch, track, *amounts in listings:
        rows[track].setdefault(batch, []).append((project_id, *amounts))
    return {
        track: {batch: Cohort.of(each).in_order() for batch, each in found.items()}
        for track, found in rows.items()
    }


def listed_anew(old: Listed, new: Listed, ids: set[int]) -> Listed:
    """Those of `old`, with the listings of the projects `ids` from `new`."""
    found: Listed = {}
    for track, batches in old.items():
        found[track] = {}
        for batch in sorted(batches.keys() | new[track].keys()):
            known, anew = batches.get(batch, Cohort()), new[track].get(batch, Cohort())
            # Most writes leave the listings as they are.
            if known.among(ids) != anew:
                known = known.with_projects(ids, anew)
            if len(known):
                found[track][batch] = known
    return found
