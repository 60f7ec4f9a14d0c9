"""Finding records as one types: by characters, codes, or the first letters of pinyin."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from zonedesk.domain.pinyin import letter_classes, pattern_for


class SearchIndex:
    """Texts by record. Nothing is prepared before the first letter is looked for."""

    def __init__(self) -> None:
        self._lines: dict[int, str] = {}
        self._known: set[str] = set()
        self._classes: dict[str, str] | None = None
        self._last: tuple[str, set[int]] | None = None

    def fill(self, lines: Mapping[int, Iterable[str | None]]) -> None:
        """Forget everything and take these records in."""
        self._lines = {key: _line(texts) for key, texts in lines.items()}
        self._classes = self._last = None

    def put(self, key: int, texts: Iterable[str | None]) -> None:
        """Take one record in, or in anew."""
        self._lines[key] = line = _line(texts)
        self._last = None
        if self._classes is not None and not self._known.issuperset(line):
            self._classes = None

    def drop(self, key: int) -> None:
        """Forget one record."""
        self._lines.pop(key, None)
        self._last = None

    def warm_up(self) -> None:
        """Prepare for letters, so that the first key typed is as quick as the others."""
        self._letters()

    def find(self, query: str) -> set[int] | None:
        """The records that hold every word of `query`; None if there is no word in it."""
        words = unicodedata.normalize("NFKC", query).casefold().split()
        if not words:
            return None
        keys: Iterable[int] = self._lines
        if len(words) == 1 and self._last and words[0].startswith(self._last[0]):
            keys = self._last[1]  # one more letter finds no others
        for word in words:
            search = pattern_for(word, self._letters()).search
            lines = self._lines
            keys = [key for key in keys if search(lines[key])]
        found = set(keys)
        self._last = (words[0], found) if len(words) == 1 else None
        return found

    def _letters(self) -> dict[str, str]:
        if self._classes is None:
            self._known = set("".join(self._lines.values()))
            self._classes = letter_classes(self._known)
        return self._classes


def _line(texts: Iterable[str | None]) -> str:
    return "\n".join([text for text in texts if text]).casefold()
