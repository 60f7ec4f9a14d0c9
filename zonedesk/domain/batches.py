"""Batches (活动批次) by name: “2024年第一次” says which year's, and which of that year."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_BATCH = re.compile(r"(20[0-9]{2})\s*年\s*第?\s*([一二三四五六七八九十]+|[0-9]{1,2})\s*[次期批]")
_DIGITS = "零一二三四五六七八九"


class BatchName(NamedTuple):
    """A batch as it is named; year and number where the name says them."""

    name: str
    year: int | None = None
    seq_no: int | None = None


def batch_name(text: str) -> BatchName:
    """“2023年第一次（25个）” → its name, year and number; other names stay as written."""
    plain = unicodedata.normalize("NFKC", text)
    found = _BATCH.search(plain)
    if not found:
        return BatchName(text.strip())
    return numbered(int(found[1]), _number(found[2]))


def numbered(year: int, number: int) -> BatchName:
    """The usual name of a year's batch of that number: 2024年第一次."""
    return BatchName(f"{year}年第{_chinese(number)}次", year, number)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens) if tens else len(ten)) * 10 + (_DIGITS.index(ones) if ones else 0)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
