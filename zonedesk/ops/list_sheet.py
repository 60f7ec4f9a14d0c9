"""A list as a sheet: title, day, scope and typed columns, before it becomes a workbook or paper."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from zonedesk.domain.columns import FIELDS
from zonedesk.domain.dates import chinese, is_iso
from zonedesk.domain.fields import Kind
from zonedesk.domain.figures.ratio import NO_BASE
from zonedesk.domain.figures.scope import Scope, batch_order
from zonedesk.domain.money import format_area, format_money, read_area, read_money
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.ops.lists import ListKind, Rows
from zonedesk.ops.session import Session

_NUMBERS = frozenset({Kind.MONEY, Kind.AREA, Kind.INTEGER})
_NUMBER, _PERCENT = re.compile(r"-?\d+(\.\d+)?"), re.compile(r"-?\d+(\.\d+)?%")
Measure = Literal["", "percent", "number"]
_DAY_ENDS = ("_on", "_date", "_plan", "_actual", "deadline", "planned")


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its key in the list's rows, its head, how its values are typed.

    Other exact numbers than amounts are texts too: `measure` says so, "percent" for 93.75%, "number" for 41.67.
    """

    key: str
    head: str
    kind: Kind
    measure: Measure = ""

    @property
    def is_number(self) -> bool:
        """Whether its values stand at the right."""
        return bool(self.measure) or self.kind in _NUMBERS


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A list ready to go out. In `rows`, money is in 元, area in thousandths of a 亩, dates partial ISO.

    `scope` is in words, `office` the name that signs (""), `note` how the list is counted ("").
    """

    title: str
    as_of: str
    scope: str
    office: str
    note: str
    columns: tuple[ListColumn, ...]
    rows: list[dict[str, Any]]

    @property
    def day(self) -> str:
        """The as-of line: 截至2024年3月31日."""
        return f"截至{chinese(self.as_of)}"

    @property
    def has_money(self) -> bool:
        """Whether an amount is in it."""
        return any(column.kind is Kind.MONEY for column in self.columns)


def list_sheet(
    session: Session,
    kind: ListKind,
    as_of: str,
    scope: Scope | None = None,
    *,
    rows: Rows | None = None,
    columns: Mapping[str, str] | None = None,
    title: str = "",
) -> ListSheet:
    """The list as of a day (ISO) within the scope; `rows`, `columns` (heads by key) and `title` as a page shows them."""
    scope = scope or Scope()
    found = kind.rows(session, as_of, scope) if rows is None else rows
    typed = tuple(
        _column(key, head, [row.get(key) for row in found]) for key, head in (columns or kind.columns).items()
    )
    return ListSheet(
        title or kind.label,
        as_of,
        scope_words(session, scope),
        session.reader.setting(OFFICE_NAME) or "",
        kind.note(session),
        typed,
        [{column.key: _typed(kind, row, column) for column in typed} for row in found],
    )


def shown_text(column: ListColumn, value: Any) -> str:
    """A cell of a sheet as it is read."""
    if value is None:
        return ""
    if isinstance(value, int):
        if column.kind is Kind.MONEY:
            return format_money(value)
        if column.kind is Kind.AREA:
            return format_area(value)
    return str(value)


def scope_words(session: Session, scope: Scope) -> str:
    """Which batches and zone are in scope: 2023年第一次至2024年第一次，全部开发区."""
    reader = session.reader
    batches = reader.batches()
    held = "全部批次"
    if scope.from_batch is not None or scope.to_batch is not None:
        ordered = sorted(batches.values(), key=batch_order)
        first = batches[scope.from_batch] if scope.from_batch is not None else ordered[0]
        last = batches[scope.to_batch] if scope.to_batch is not None else ordered[-1]
        held = first.name if first.id == last.id else f"{first.name}至{last.name}"
    zone = reader.names("zone").get(scope.zone_id or 0, "全部开发区")
    return "，".join(part for part in (held, zone, scope.industry_field) if part)


def _column(key: str, head: str, values: Sequence[Any]) -> ListColumn:
    kind = column_kind(key, head, values)
    return ListColumn(key, head, kind, column_measure(values) if kind is Kind.TEXT else "")


def column_measure(values: Sequence[Any]) -> Measure:
    """Whether texts are numbers: each a percent, or each a number and some with decimals. “—” is none of them."""
    texts = [value for value in values if value not in (None, "", NO_BASE)]
    if not texts or not all(isinstance(text, str) for text in texts):
        return ""
    if all(map(_PERCENT.fullmatch, texts)):
        return "percent"
    decimals = any("." in text for text in texts)
    return "number" if decimals and all(map(_NUMBER.fullmatch, texts)) else ""


def column_kind(key: str, head: str, values: Sequence[Any]) -> Kind:
    """How a column is typed: by its field where there is one, else by its unit and by what stands in it."""
    if "亿元" in head:
        return Kind.MONEY
    if "（亩）" in head or "(亩)" in head:
        return Kind.AREA
    said = _kind_of_field(key)
    if said in {Kind.DATE, Kind.INTEGER}:
        return said
    full = [value for value in values if value is not None]
    if full and all(isinstance(value, int) and not isinstance(value, bool) for value in full):
        return Kind.INTEGER
    texts = [value for value in full if isinstance(value, str)]
    if texts and len(texts) == len(full) and all(map(is_iso, texts)):
        whole = all(len(text) == 10 for text in texts)
        return Kind.DATE if whole or key.endswith(_DAY_ENDS) else Kind.TEXT
    return Kind.TEXT


@cache
def _kind_of_field(key: str) -> Kind | None:
    """The kind that all fields of that key agree on."""
    known = {field.kind for fields in FIELDS.values() for field in fields if field.key == key}
    return known.pop() if len(known) == 1 else None


def _typed(kind: ListKind, row: Mapping[str, Any], column: ListColumn) -> Any:
    value = row.get(column.key)
    if value is None:
        # Text that did not fit its field stands as it was typed.
        unfit = row.get("unfit") or {}
        return unfit.get(column.key, unfit.get(f"{column.key}_id"))
    if isinstance(value, list | tuple):
        return "、".join(map(str, value))
    if column.kind is Kind.MONEY:
        amount = read_money(value, "亿元")
        return amount.value if amount else value
    if column.kind is Kind.AREA:
        area = read_area(value, "亩")
        return area.value if area else value
    return kind.shown(column.key, value)
