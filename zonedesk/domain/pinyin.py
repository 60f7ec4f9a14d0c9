"""The first letters of pinyin: “bszg” is 百胜中国, whichever reading of a character is meant."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache


@cache
def _readings() -> dict[int, str]:
    # A large dictionary: loaded when a letter is first looked for, not when the program starts. That of whole
    # phrases, ten times as large, is never asked: characters are looked up one by one.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415

    return PINYIN_DICT


@lru_cache(maxsize=65536)
def initials_of(character: str) -> str:
    """The letters with which a character's readings may begin: 长 → "cz"; "" for what has none.

    All readings count, so that 长治 is found as “cz” and as “zz”, 洪洞 as “hd” and “ht”, 繁峙 as “fs”.
    """
    readings = _readings().get(ord(character), "")
    letters = {unicodedata.normalize("NFD", reading)[0] for reading in readings.split(",") if reading}
    return "".join(sorted(letters))


def letter_classes(characters: Iterable[str]) -> dict[str, str]:
    """Which of these characters each letter a–z stands for."""
    classes: dict[str, list[str]] = {}
    for character in characters:
        for letter in initials_of(character):
            classes.setdefault(letter, []).append(character)
    return {letter: "".join(found) for letter, found in classes.items()}


def pattern_for(word: str, classes: dict[str, str]) -> re.Pattern[str]:
    """A pattern that finds `word` in casefolded text, each letter also as the initial of a character."""
    parts = [
        f"[{letter}{re.escape(classes[letter])}]" if letter in classes else re.escape(letter)
        for letter in word
    ]
    return re.compile("".join(parts))
