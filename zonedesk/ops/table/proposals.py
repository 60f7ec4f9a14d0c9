"""What a bulk edit or a replacement would make of cells, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Field, Kind
from zonedesk.domain.messages import register
from zonedesk.domain.values import read_value, show_value
from zonedesk.ops.cells import Cell
from zonedesk.ops.table.columns import Column
from zonedesk.ops.table.rows import LedgerRows

register({"find.bad_pattern": "查找内容不是合规的正则表达式：{reason}。请改正，或取消“正则表达式”。"})

TEXT_KINDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE})
_DOLLAR = re.compile(r"\$(\d)")


class Proposal(NamedTuple):
    """One cell before and after. `unfit` says that the new text does not fit its field and would be kept as typed."""

    cell: Cell
    name: str
    column: Column
    before: str
    after: str
    unfit: bool


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for. With `pattern`, `wanted` is a regular expression and $1 … in `instead` are its groups."""

    wanted: str
    instead: str = ""
    match_case: bool = False
    whole: bool = False
    pattern: bool = False

    def compiled(self) -> re.Pattern[str]:
        """The expression that finds; RefusedError if the pattern is none."""
        source = self.wanted if self.pattern else re.escape(self.wanted)
        try:
            return re.compile(
                f"(?:{source})\\Z" if self.whole else source, 0 if self.match_case else re.IGNORECASE
            )
        except re.error as error:
            raise RefusedError("find.bad_pattern", reason=error.msg) from error

    def replaced(self, expression: re.Pattern[str], text: str) -> str | None:
        """A text with what was found replaced; None if nothing was."""
        instead = _DOLLAR.sub(r"\\g<\1>", self.instead.replace("\\", r"\\")) if self.pattern else None
        if self.whole and expression.match(text) is None:
            return None
        try:
            count = 1 if self.whole else 0
            new, found = expression.subn(
                instead if instead is not None else lambda _: self.instead, text, count
            )
        except (re.error, IndexError) as error:
            raise RefusedError("find.bad_pattern", reason=str(error)) from error
        return new if found else None


def as_read(of: Field, text: str, unit: str) -> tuple[str, bool]:
    """A typed text as the cell would show it, and whether it would be kept as typed because it does not fit."""
    reading = read_value(of, text, unit)
    if reading.unfit is not None:
        return reading.unfit, True
    return (reading.value or "") if of.kind is Kind.REF else show_value(of, reading.value, unit), False


def bulk(rows: LedgerRows, pids: Iterable[int], column: Column, text: str) -> list[Proposal]:
    """One text for a column of many projects: the cells that it changes."""
    if column.field is None:
        return []
    after, unfit = as_read(column.field, text, rows.money_unit)
    found = []
    for pid in pids:
        before = rows.text(pid, column)
        if before != after:
            cell = Cell(pid, column.key, text)
            found.append(Proposal(cell, rows.by_id[pid]["name"], column, before, after, unfit))
    return found


def replacements(rows: LedgerRows, cells: Iterable[tuple[int, Column]], search: Search) -> Iterator[Proposal]:
    """The cells in which something is found, each with what it would become. Raises RefusedError for a bad pattern."""
    if not search.wanted:
        return
    expression = search.compiled()
    for pid, column in cells:
        if column.field is None:
            continue
        before = rows.text(pid, column)
        if not before:
            continue
        text = search.replaced(expression, before)
        if text is None or text == before:
            continue
        after, unfit = as_read(column.field, text, rows.money_unit)
        yield Proposal(Cell(pid, column.key, text), rows.by_id[pid]["name"], column, before, after, unfit)
