"""Where things stand on a sheet: title, meta lines, header band, columns with their units, data rows."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.dates import read_date
from zonedesk.domain.fields import Field, Kind
from zonedesk.exchange.grid import Grid
from zonedesk.exchange.headings import (
    Meaning,
    clean_heading,
    heading_key,
    meaning_of,
    meanings,
    procedure_meanings,
    unit_in,
)

LOOK_FOR_HEADER = 20  # rows
_MAX_BAND = 3
_UNIT_LINE = re.compile(r"单位[::]?\s*(?:人民币)?\s*(亿元|万元|元)")
_AS_OF_LINE = re.compile(r"(?:数据)?(?:截至|截止)(?:时间|日期)?[::]?\s*(20\d{2}[^\s,,;;)]*)")
_MONTH_IN_TEXT = re.compile(r"(20\d{2})\s*[年.\-]\s*(\d{1,2})\s*月?")


@dataclass(slots=True)
class Column:
    """A column of the sheet: what it means, and in which unit its bare amounts are."""

    index: int
    heading: str
    meaning: Meaning | None
    unit: str = ""
    part: str = ""  # the procedure's name, for columns under one
    cache: dict[Any, Any] = dataclasses.field(default_factory=dict)
    field: Field | None = dataclasses.field(init=False)  # the registry entry it fills
    target: tuple[str, str] = dataclasses.field(init=False)  # its table and column; empty texts if none

    def __post_init__(self) -> None:
        # Asked for every cell of the sheet: worked out once.
        self.field = self.meaning.field if self.meaning else None
        self.target = (self.meaning.table, self.meaning.key) if self.meaning else ("", "")

    def mean(self, meaning: Meaning | None) -> None:
        """Take the column for another field; for one of the file's own, kept by its heading, if None."""
        self.meaning = meaning
        self.__post_init__()

    @property
    def is_money(self) -> bool:
        """Whether its values are amounts of money."""
        return self.field is not None and self.field.kind is Kind.MONEY

    @property
    def id(self) -> str:
        """What names the column in questions."""
        return f"{self.part}/{self.heading}" if self.part else self.heading


@dataclass(slots=True)
class Frame:
    """A sheet whose header was found. Row numbers are 0-based here."""

    grid: Grid
    first: int
    last: int
    columns: list[Column]
    unit: str
    as_of: str | None
    title: str

    def column(self, table: str, key: str) -> Column | None:
        """The column that fills a field, if the sheet has it."""
        for column in self.columns:
            if column.meaning and column.meaning.table == table and column.meaning.key == key:
                return column
        return None

    def has(self, table: str, *keys: str) -> bool:
        """Whether the sheet has any of these fields."""
        return any(self.column(table, key) for key in keys)

    @property
    def known(self) -> int:
        """How many columns mean something."""
        return sum(c.meaning is not None and c.meaning.key != "seq" for c in self.columns)


def find_frame(grid: Grid) -> Frame | None:
    """The frame of a sheet, or None if no row looks like a header."""
    start = _header_start(grid)
    if start is None:
        return None
    first, last = _band(grid, start)
    meta = [str(cell).strip() for row in grid.rows[:first] for cell in row if str(cell).strip()]
    line = unicodedata.normalize("NFKC", " ".join(meta))
    unit = _UNIT_LINE.search(line)
    year = _MONTH_IN_TEXT.search(f"{grid.name} {line}")
    columns = _columns(grid, first, last, year[1] if year else "")
    return Frame(grid, first, last, columns, unit[1] if unit else "", as_of_in(line), meta[0] if meta else "")


def as_of_in(text: str) -> str | None:
    """The day (partial ISO) that “截至…” names in a text, or None."""
    found = _AS_OF_LINE.search(unicodedata.normalize("NFKC", text))
    if not found:
        return None
    reading = read_date(found[1])
    return reading.iso if reading else None


def month_in(text: str) -> str | None:
    """The month (YYYY-MM) that a title or sheet name names, or None."""
    found = _MONTH_IN_TEXT.search(unicodedata.normalize("NFKC", text))
    if not found or not 1 <= int(found[2]) <= 12:
        return None
    return f"{found[1]}-{int(found[2]):02d}"


def headings_seen(grid: Grid, limit: int = 8) -> list[str]:
    """The texts of the first row with any, for saying what was not recognised."""
    for row in grid.rows[:LOOK_FOR_HEADER]:
        texts = [clean_heading(cell)[:12] for cell in row if str(cell).strip()]
        if len(texts) > 1:
            return texts[:limit]
    return []


def _header_start(grid: Grid) -> int | None:
    """The first row in which two headings are known, one of them a project's name or a code."""
    known = meanings()
    for index, row in enumerate(grid.rows[:LOOK_FOR_HEADER]):
        found = {known[key] for cell in row if isinstance(cell, str) and (key := heading_key(cell)) in known}
        keys = {meaning.key for meaning in found}
        if len(found) >= 2 and keys & {"name", "code"}:
            return index
    return None


def _band(grid: Grid, start: int) -> tuple[int, int]:
    """First and last row of the header: parents above, children below."""
    first = last = start
    above = grid.rows[start - 1] if start else []
    across = {r for r, c0, r1, c1 in grid.merged if c1 > c0 and r1 == r}
    texts = [cell for cell in above if str(cell).strip()]
    if len(texts) >= 2 and start - 1 in across and all(isinstance(cell, str) for cell in texts):
        first = start - 1
    while last - first + 1 < _MAX_BAND and last + 1 < len(grid.rows) and _is_child(grid, last, last + 1):
        last += 1
    return first, last


def _is_child(grid: Grid, above: int, index: int) -> bool:
    """Whether a row continues the header: only texts, none of them where a plain heading stands above."""
    row, parents = grid.rows[index], grid.rows[above]
    filled = [c for c, cell in enumerate(row) if str(cell).strip()]
    if not filled or not all(isinstance(row[c], str) for c in filled):
        return False
    known, children = meanings(), procedure_meanings()
    for c in filled:
        plain = str(parents[c]).strip() and heading_key(parents[c]) in known
        if plain and not any(r <= above <= r1 and c0 <= c <= c1 and c1 > c0 for r, c0, r1, c1 in grid.merged):
            return False
    hits = sum(
        heading_key(row[c]) in known
        or heading_key(row[c]) in children
        or meaning_of((str(row[c]),)) is not None
        for c in filled
    )
    return hits >= max(1, len(filled) // 3)


def _columns(grid: Grid, first: int, last: int, year: str) -> list[Column]:
    parts = [_parts(grid, first, last, index) for index in range(len(grid.rows[first]))]
    procedures = _procedure_parents(parts)
    columns: list[Column] = []
    taken: set[tuple[str, str, str]] = set()
    for index, texts in enumerate(parts):
        if not texts:
            continue
        part = texts[-2] if len(texts) > 1 and texts[-2] in procedures else ""
        meaning = procedure_meanings().get(heading_key(texts[-1])) if part else meaning_of(texts, year)
        if meaning and meaning.key != "derived" and (meaning.table, meaning.key, part) in taken:
            meaning = None  # the first column of a kind is the field; a repeated one is kept as an extra
        elif meaning:
            taken.add((meaning.table, meaning.key, part))
        unit = unit_in(texts[-1]) or unit_in("".join(texts))
        columns.append(Column(index, "/".join(texts), meaning, unit, part))
    return columns


def _parts(grid: Grid, first: int, last: int, index: int) -> tuple[str, ...]:
    texts: list[str] = []
    for row in range(first, last + 1):
        text = clean_heading(_covered(grid, row, index, first, last))
        if text and (not texts or texts[-1] != text):
            texts.append(text)
    return tuple(texts)


def _covered(grid: Grid, row: int, index: int, first: int, last: int) -> object:
    """A header cell's text, from the merged block it lies in; without merging, from the left parent."""
    for r0, c0, r1, c1 in grid.merged:
        if r0 <= row <= r1 and c0 <= index <= c1 and first <= r0:
            return grid.rows[r0][c0]
    own = grid.rows[row][index]
    if str(own).strip() or row == last or grid.merged:
        return own
    below = any(str(grid.rows[r][index]).strip() for r in range(row + 1, last + 1))
    left = index
    while below and left > 0 and not str(grid.rows[row][left]).strip():
        left -= 1
    return grid.rows[row][left] if below else own


def _procedure_parents(parts: list[tuple[str, ...]]) -> set[str]:
    """Parents under which a status stands together with a time or a number: these are procedures."""
    children: dict[str, set[str]] = {}
    known = procedure_meanings()
    for texts in parts:
        if len(texts) > 1 and (meaning := known.get(heading_key(texts[-1]))):
            children.setdefault(texts[-2], set()).add(meaning.key)
    return {parent for parent, keys in children.items() if "status" in keys or {"done_on", "doc_no"} <= keys}
