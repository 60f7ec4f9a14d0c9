"""The projects that figures look at: kept by columns, for a figure asks few columns of very many projects."""

from __future__ import annotations

from collections.abc import Collection, ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, ValuesView
from functools import cached_property, partial
from itertools import compress, repeat
from operator import eq, itemgetter
from typing import Any, NamedTuple


class ProjectFact(NamedTuple):
    """The part of a project that stages and figures depend on. Money in 元, dates partial ISO."""

    id: int
    name: str
    zone_id: int | None
    project_kind: str | None
    industry_field: str | None
    strategic: int | None
    total_investment: int | None
    expected_output: int | None
    actual_output: int | None
    sign_date: str | None
    start_plan: str | None
    start_actual: str | None
    prod_plan: str | None
    prod_actual: str | None
    effect_plan: str | None
    effect_actual: str | None
    suspended_on: str | None
    resumed_on: str | None
    withdrawn_on: str | None


class Projects(Mapping[int, ProjectFact]):
    """Projects by id, in the order of ids.

    What is asked of one column makes no rows; they are made, all at once, when the first is asked for.
    """

    def __init__(self, columns: Mapping[str, Sequence[Any]]) -> None:
        self._columns = dict(columns)

    @classmethod
    def of(cls, rows: Iterable[ProjectFact]) -> Projects:
        """From rows in any order, no two of one project."""
        made = cls({})
        made._rows = {row.id: row for row in sorted(rows, key=itemgetter(0))}
        return made

    @classmethod
    def by_columns(cls, columns: Sequence[Sequence[Any]]) -> Projects:
        """From the columns of `ProjectFact` of rows in any order, no two of one project."""
        ids = list(columns[0])
        made = cls(dict(zip(ProjectFact._fields, columns, strict=True)))
        return made if ids == sorted(ids) else cls.of(made._rows.values())

    def column(self, name: str) -> Sequence[Any]:
        """What one column holds of every project, in their order."""
        known = self._columns.get(name)
        if known is None:
            place = itemgetter(ProjectFact._fields.index(name))
            known = self._columns[name] = list(map(place, self._rows.values()))
        return known

    def column_of(self, name: str, ids: Iterable[int]) -> Iterator[Any]:
        """What one column holds of some projects. KeyError, while it is walked, for one that is not among them."""
        return map(self.column(name).__getitem__, map(self._places.__getitem__, ids))

    def having(self, name: str, value: object) -> set[int]:
        """The projects of which a column holds that value."""
        return set(compress(self, map(eq, self.column(name), repeat(value))))

    def among(self, wanted: Collection[int]) -> Projects:
        """Those of them that are among `wanted`."""
        choice = list(map(wanted.__contains__, self))
        made = Projects({name: list(compress(column, choice)) for name, column in self._columns.items()})
        if "_rows" in vars(self):
            made._rows = dict(compress(self._rows.items(), choice))
        return made

    def __getitem__(self, project_id: int) -> ProjectFact:
        return self._rows[project_id]

    def __iter__(self) -> Iterator[int]:
        return iter(self.column("id"))

    def __len__(self) -> int:
        return len(self.column("id"))

    def __contains__(self, project_id: object) -> bool:
        return project_id in self._places

    def keys(self) -> KeysView[int]:
        """The ids, as those of a dict."""
        return self._places.keys()

    def values(self) -> ValuesView[ProjectFact]:
        """The rows, as those of a dict."""
        return self._rows.values()

    def items(self) -> ItemsView[int, ProjectFact]:
        """Ids and rows, as those of a dict."""
        return self._rows.items()

    def __eq__(self, other: object) -> bool:
        return self._rows == (other._rows if isinstance(other, Projects) else other)

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def _places(self) -> dict[int, int]:
        return dict(zip(self, range(len(self)), strict=True))

    @cached_property
    def _rows(self) -> dict[int, ProjectFact]:
        columns = map(self._columns.__getitem__, ProjectFact._fields)
        # `_make` counts each row's columns again, which takes longer than making it.
        rows = map(partial(tuple.__new__, ProjectFact), zip(*columns, strict=True))
        return dict(zip(self, rows, strict=True))
