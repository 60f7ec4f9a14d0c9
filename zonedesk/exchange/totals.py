"""Printed totals are checked against the rows read: a table that does not add up is said so."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from zonedesk.domain.money import YUAN_PER, half_up, to_decimal
from zonedesk.domain.plan import TotalCheck
from zonedesk.exchange.entries import Entry
from zonedesk.exchange.frame import Column

_NUMBER = re.compile(r"^\d+(\.\d+)?$")
_COUNT = re.compile(r"(\d+)\s*[个项]")


def is_bare_number(cell: Any) -> bool:
    """Whether a cell is an amount that is written without its unit."""
    if isinstance(cell, str):
        return _NUMBER.match(cell.strip().replace(",", "")) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


class Totals:
    """Counts the rows of a sheet and of its section, and compares what the sheet prints."""

    def __init__(self, sheet: str, checks: list[TotalCheck]) -> None:
        self._sheet, self._checks = sheet, checks
        self._all: list[Entry] = []
        self._start = 0
        self._title: tuple[int, str] | None = None

    def add(self, entry: Entry) -> None:
        """A data row was read."""
        self._all.append(entry)

    def begin_section(self, row: int, text: str) -> None:
        """A section's title stands at `row`."""
        self._start, self._title = len(self._all), (row, text)

    def end_section(self) -> None:
        """The section is over: compare the count in its title."""
        if self._title and (found := _COUNT.search(self._title[1])):
            self._note(self._title[0], self._title[1], found[1], str(len(self._all) - self._start))
        self._title = None

    def check(self, row: list[Any], number: int, text: str, columns: list[Column]) -> None:
        """Compare a total row: each count (“17个”) and each sum of a money column."""
        section = text.startswith("小计")
        choices = [self._all[self._start :], self._all] if section else [self._all, self._all[self._start :]]
        for cell in row:
            if isinstance(cell, str) and (found := _COUNT.search(cell)):
                read = [str(len(entries)) for entries in choices]
                self._note(number, f"{text[:2]}个数", found[1], found[1] if found[1] in read else read[0])
        for column in columns:
            cell = row[column.index]
            if column.target == ("agency_case", "cases") and is_bare_number(cell):
                cases = [str(sum(entry.case.get("cases") or 0 for entry in entries)) for entries in choices]
                printed_cases = f"{to_decimal(str(cell).strip()):f}"
                read_cases = printed_cases if printed_cases in cases else cases[0]
                self._note(number, f"{text[:2]}{column.heading}", printed_cases, read_cases)
            if column.is_money and is_bare_number(cell):
                printed = to_decimal(str(cell).strip().replace(",", "") if isinstance(cell, str) else cell)
                sums = [_sum(entries, column, printed) for entries in choices]
                shown = printed if printed in sums else sums[0]
                self._note(number, f"{text[:2]}{column.heading}", f"{printed:f}", f"{shown:f}")
        if section:
            self.end_section()
            self._start = len(self._all)

    def _note(self, row: int, what: str, printed: str, read: str) -> None:
        self._checks.append(
            TotalCheck(self._sheet, row, what, printed, read, Decimal(printed) == Decimal(read))
        )


def _sum(entries: list[Entry], column: Column, printed: Decimal) -> Decimal:
    """The sum of a column in its own unit, rounded as finely as the total is printed."""
    assert column.meaning is not None
    table, key = column.meaning.table, column.meaning.key
    total = sum(
        (entry.project if table == "project" else entry.progress).get(key) or 0
        for entry in entries
        if table in {"project", "monthly_progress"}
    )
    exponent = printed.as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return half_up(Decimal(total) / YUAN_PER[column.unit or "元"], decimals)
