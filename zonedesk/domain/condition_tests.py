"""The single tests of a typed condition. Each says whether one stored value passes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from zonedesk.domain.dates import takes_effect


class Unfit(str):
    """Text that did not fit its field and was kept as typed (待核)."""

    __slots__ = ()


_WILD = re.compile(r"[*?]")
Stored = int | str | None
Bound = int | str | Callable[[str], str]  # a number, an ISO day, or a day that hangs on the as-of day


class Test(Protocol):
    """One test of a value."""

    @property
    def asks_done(self) -> bool:
        """Whether it makes a difference that the planned step was taken."""

    def holds(self, value: Stored, as_of: str, done: bool) -> bool:
        """Whether the value passes on the day `as_of`."""


@dataclass(frozen=True, slots=True)
class Blank:
    """空."""

    asks_done: bool = False

    def holds(self, value: Stored, as_of: str, done: bool) -> bool:
        """Whether nothing stands there."""
        return value is None or value == ""


@dataclass(frozen=True, slots=True)
class Not:
    """The other way round; an empty value is not what it is compared with."""

    test: Test

    @property
    def asks_done(self) -> bool:
        """As the test within."""
        return self.test.asks_done

    def holds(self, value: Stored, as_of: str, done: bool) -> bool:
        """Whether the test within does not hold."""
        return not self.test.holds(value, as_of, done)


@dataclass(frozen=True, slots=True)
class Choice:
    """Exactly this stored value."""

    value: int
    asks_done: bool = False

    def holds(self, value: Stored, as_of: str, done: bool) -> bool:
        """Whether it is the value."""
        return value == self.value


@dataclass(frozen=True, slots=True)
class Between:
    """From `low` to `high`, both included; None is open. Numbers, or days on which a date takes effect."""

    low: Bound | None
    high: Bound | None
    open_low: bool = False
    open_high: bool = False
    asks_done: bool = False

    @classmethod
    def compared(cls, operator: str, first: Bound, last: Bound) -> Between:
        """`operator` (=, >, >=, <, <=) against a number, or a period from `first` to `last`."""
        return {
            "=": cls(first, last),
            ">": cls(last, None, open_low=True),
            ">=": cls(first, None),
            "<": cls(None, first, open_high=True),
            "<=": cls(None, last),
        }[operator]

    def holds(self, value: Stored, as_of: str, done: bool) -> bool:
        """Whether the value lies within."""
        if value is None or isinstance(value, Unfit):
            return False
        at: Any = takes_effect(value) if isinstance(value, str) else value
        low: Any = self.low(as_of) if callable(self.low) else self.low
        high: Any = self.high(as_of) if callable(self.high) else self.high
        if low is not None and (at < low or (self.open_low and at == low)):
            return False
        return not (high is not None and (at > high or (self.open_high and at == high)))


@dataclass(frozen=True, slots=True)
class Words:
    """Text that stands anywhere in the value, or is the whole of it; * and ? stand for other text."""

    text: str
    whole: bool = False
    pattern: re.Pattern[str] | None = None
    asks_done: bool = False

    @classmethod
    def of(cls, text: str, *, whole: bool) -> Words:
        """A test for text as typed; quotes around it are taken off and then * and ? mean themselves."""
        quoted = len(text) > 1 and text[0] == text[-1] == '"'
        folded = fold(text[1:-1] if quoted else text)
        if quoted or not _WILD.search(folded):
            return cls(folded, whole)
        inner = folded.strip("*")
        if not _WILD.search(inner) and folded == f"*{inner}*":
            return cls(inner)  # looking for a text is many times quicker than trying a pattern
        escaped = re.escape(folded).replace(r"\*", ".*").replace(r"\?", ".")
        return cls(folded, True, re.compile(escaped, re.DOTALL))

    def holds(self, value: Stored, as_of: str, done: bool) -> bool:
        """Whether the text stands in the value."""
        if value is None:
            return False
        folded = fold(str(value))
        if self.pattern is not None:
            return self.pattern.fullmatch(folded) is not None
        return folded == self.text if self.whole else self.text in folded


@dataclass(frozen=True, slots=True)
class WrittenOnly:
    """Of a value that was kept as typed: that it is one, or that it holds these words."""

    words: Words | None
    asks_done: bool = False

    def holds(self, value: Stored, as_of: str, done: bool) -> bool:
        """Whether the value is such a text and holds the words."""
        return isinstance(value, Unfit) and (self.words is None or self.words.holds(value, as_of, done))


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Text as it is compared: one width, one case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return text if folded == text else folded  # most texts stand once in memory, not twice
