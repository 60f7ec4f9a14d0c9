"""What no row of a sound ledger can hold, asked cheaply: rows are very many, their distinct values few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from zonedesk.domain.dates import is_iso
from zonedesk.domain.errors import LedgerError


@lru_cache(maxsize=65536)
def is_day(value: object) -> bool:
    """Whether a date column can hold this: nothing, or a partial ISO date."""
    return value is None or (isinstance(value, str) and is_iso(value))


def is_month(value: object) -> bool:
    """Whether a month's column can hold this: YYYY-MM."""
    return isinstance(value, str) and len(value) == 7 and is_iso(value)


def all_whole(array: str) -> bool:
    """Whether a JSON array of SQLite's holds whole numbers (and nulls) only."""
    # SQLite writes every text in quotes and every other number with a point: no value need be looked at.
    return '"' not in array and "." not in array


def must_be(kind: type, values: Iterable[object], path: Path) -> None:
    """LedgerError for a file in which any of the values is neither of that kind nor None."""
    if not set(map(type, values)) <= {kind, type(None)}:
        raise damaged(path)


def must_exist(rows: Mapping[int, Any], path: Path, *pointed: Iterable[int]) -> None:
    """LedgerError for a file in which any of the ids that are pointed to is not that of a row."""
    ids: set[int] = set()
    # All at once: three times as quick as asking for each.
    if ids.union(*pointed) - rows.keys():
        raise damaged(path)


def damaged(path: Path) -> LedgerError:
    """What is told of a file whose rows cannot be."""
    return LedgerError("ledger.damaged", path=str(path))
