"""What a saved view says: which rows, in which order and groups, in which columns. Kept as JSON in the ledger."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from zonedesk.domain.settings import read_data

ALL = "all"
MIN_WIDTH, MAX_WIDTH = 28, 900


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """What one column lets pass: one of the texts `values` (none: any), and the condition `text`.

    Bare amounts in `text` are in `unit`, the one that was shown when it was typed.
    """

    values: frozenset[str] = frozenset()
    text: str = ""
    unit: str = "亿元"

    def __bool__(self) -> bool:
        return bool(self.values or self.text.strip())


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns shown, by key, from the left; widths in pixels where they differ from the usual; how many stay."""

    columns: tuple[str, ...] = ()
    widths: dict[str, int] = field(default_factory=dict)
    frozen: int = 1

    def __bool__(self) -> bool:
        return bool(self.columns)

    def known(self, keys: tuple[str, ...]) -> Layout:
        """The same for a program that knows the columns `keys`: others are left out; none given means all."""
        columns = tuple(key for key in dict.fromkeys(self.columns) if key in keys) or keys
        if "name" not in columns:
            columns = ("name", *columns)
        widths = {key: min(max(w, MIN_WIDTH), MAX_WIDTH) for key, w in self.widths.items() if key in columns}
        return Layout(columns, widths, min(max(self.frozen, 0), len(columns)))


@dataclass(frozen=True, slots=True)
class ViewDefinition:
    """`rule` names a built-in choice of projects; `sort` is a column and whether downwards; `group` a grouping."""

    rule: str = ALL
    words: str = ""
    filters: dict[str, ColumnFilter] = field(default_factory=dict)
    sort: tuple[str, bool] | None = None
    group: str = ""
    layout: Layout = field(default_factory=Layout)

    def same_rows(self, other: ViewDefinition) -> bool:
        """Whether both show the same rows in the same order, whatever the columns."""
        return replace(self, layout=Layout()) == replace(other, layout=Layout())


def to_json(view: ViewDefinition) -> str:
    """The text that the ledger keeps; what is as usual is left out."""
    said: dict[str, Any] = {}
    if view.rule != ALL:
        said["rule"] = view.rule
    if view.words:
        said["words"] = view.words
    if view.filters:
        said["filters"] = {key: _filter_out(each) for key, each in sorted(view.filters.items()) if each}
    if view.sort:
        said["sort"] = list(view.sort)
    if view.group:
        said["group"] = view.group
    if view.layout:
        said["columns"] = list(view.layout.columns)
        said["widths"] = dict(sorted(view.layout.widths.items()))
        said["frozen"] = view.layout.frozen
    return json.dumps(said, ensure_ascii=False)


def from_json(text: str) -> ViewDefinition:
    """What the ledger keeps, read. Parts that a later zonedesk wrote otherwise are left out, never a failure."""
    said = read_data(text)
    if not isinstance(said, dict):
        return ViewDefinition()
    filters = _dict(said.get("filters"))
    sort = said.get("sort")
    frozen = said.get("frozen", 1)
    return ViewDefinition(
        _text(said.get("rule")) or ALL,
        _text(said.get("words")),
        {key: _filter_in(each) for key, each in filters.items() if isinstance(each, dict)},
        (str(sort[0]), bool(sort[1])) if isinstance(sort, list) and len(sort) == 2 else None,
        _text(said.get("group")),
        Layout(
            tuple(key for key in _list(said.get("columns")) if isinstance(key, str)),
            {key: width for key, width in _dict(said.get("widths")).items() if isinstance(width, int)},
            frozen if isinstance(frozen, int) else 1,
        ),
    )


def _filter_out(each: ColumnFilter) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if each.values:
        said["values"] = sorted(each.values)
    if each.text:
        said["text"], said["unit"] = each.text, each.unit
    return said


def _filter_in(said: dict[str, Any]) -> ColumnFilter:
    values = frozenset(value for value in _list(said.get("values")) if isinstance(value, str))
    return ColumnFilter(values, _text(said.get("text")), _text(said.get("unit")) or "亿元")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
