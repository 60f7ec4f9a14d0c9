"""Search over every table at once. The index is read by parts, so that only what changed is read anew.

Qt-free; may be read on one thread and then asked on another. To search another table: one more part in
`found_parts.py`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from zonedesk.ops.line_search import MOST, folded
from zonedesk.store.reader import Reader

_MOST_RANKED = 600
_MOST_WORDS = 6
_CHUNK = 1000
NameOf = Callable[[int], str]


class Entry(NamedTuple):
    """Something found: what it is called, what is told beside it, the projects it leads to.

    `row_id` is the row in the group's table (0 for a person or a phone number).
    """

    text: str
    note: str
    projects: tuple[int, ...]
    row_id: int = 0


class Lines(Protocol):
    """What one part holds, by number."""

    def find(self, word: str, most: int | None = MOST) -> list[int]:
        """The numbers that hold a folded word, no more than `most`."""

    def among(self, word: str, numbers: list[int]) -> list[int]:
        """Those of these numbers that hold a word."""

    def line(self, number: int) -> str:
        """The folded text by which the best are chosen."""

    def entry(self, number: int, name_of: NameOf) -> Entry:
        """What is shown; `name_of` gives the name of a project."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found in one group: how many in all (no more than `MOST` are counted), and the best of them."""

    kind: str
    title: str
    count: int
    best: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A group of the search: its key and title, the tables it is made of, and how it is read."""

    kind: str
    title: str
    tables: frozenset[str]
    read: Callable[[Reader], Lines]


class Everywhere:
    """The whole index: what was read for each part."""

    def __init__(self, found: dict[str, tuple[Part, Lines]], names: dict[int, str]) -> None:
        self._found = found
        self._names = names

    @classmethod
    def read(
        cls,
        reader: Reader,
        parts: Iterable[Part],
        known: Everywhere | None = None,
        changed: Iterable[str] = (),
        check: Callable[[], None] = lambda: None,
    ) -> Everywhere:
        """Read all parts; of a `known` index only those made of `changed` tables. `check` may raise to stop."""
        touched = set(changed)
        kept = known._found if known else {}
        found: dict[str, tuple[Part, Lines]] = {}
        for part in parts:
            check()
            old = kept.get(part.kind)
            found[part.kind] = old if old and not part.tables & touched else (part, part.read(reader))
        names = known._names if known and "project" not in touched else reader.names("project")
        return cls(found, names)

    def find(self, query: str, most: int = 5) -> list[Hits]:
        """What holds every word of `query`, by group, at most `most` of each told."""
        words = folded(query).split()[:_MOST_WORDS]
        if not words:
            return []
        return [
            hits for part, lines in self._found.values() if (hits := self._hits(part, lines, words, most))
        ]

    def _hits(self, part: Part, lines: Lines, words: list[str], most: int) -> Hits | None:
        numbers = _holding_all(lines, words)
        if not numbers:
            return None
        first, line = words[0], lines.line

        def rank(number: int) -> tuple[bool, bool, int]:
            text = line(number)
            return not text.startswith(first), first not in text, len(text)

        best = heapq.nsmallest(most, numbers[:_MOST_RANKED], key=rank)
        entries = tuple(lines.entry(number, self._name_of) for number in best)
        return Hits(part.kind, part.title, len(numbers), entries)

    def _name_of(self, project_id: int) -> str:
        return self._names.get(project_id, "")


def _holding_all(lines: Lines, words: list[str]) -> list[int]:
    """The numbers that hold every word; very many only if there is but one word."""
    if len(words) == 1:
        return lines.find(words[0])
    # The word that says most goes first: what it leaves is little to look through for the others.
    ordered = sorted(words, key=_weight, reverse=True)
    for first in ordered:
        numbers = lines.find(first)
        if len(numbers) < MOST:
            break
    else:
        first = ordered[0]
        numbers = lines.find(first, None)
    ordered.remove(first)
    found: list[int] = []
    for start in range(0, len(numbers), _CHUNK):
        chunk = numbers[start : start + _CHUNK]
        for word in ordered:
            chunk = lines.among(word, chunk)
        found += chunk
        if len(found) >= MOST:
            break
    return found[:MOST]


def _weight(word: str) -> int:
    """How much a word says: a Chinese character more than a digit or the initial of one."""
    return sum(1 if character.isascii() else 3 for character in word)
