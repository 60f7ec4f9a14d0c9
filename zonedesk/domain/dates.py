"""Partial dates: 年, 年月 or 年月日 as ISO text ("2024", "2024-03", "2024-03-05").

A partial date takes effect on the last day of its period: what is said to happen “in March”
is counted as done on 31 March, not before.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

_FIRST_SERIAL, _LAST_SERIAL = 36526, 54788  # 2000-01-01 … 2049-12-31 as Excel day numbers
_EXCEL_EPOCH = dt.date(1899, 12, 30)
_FULLWIDTH = str.maketrans("０１２３４５６７８９．－／～", "0123456789.-/~")

_YMD = re.compile(
    r"^(\d{4}|\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?$"
)
_YM = re.compile(r"^(\d{4}|\d{2})\s*[年./-]\s*(\d{1,2})\s*月?\s*(底|末|上旬|中旬|下旬|初)?$")
_MD = re.compile(r"^(\d{1,2})\s*月\s*(?:(\d{1,2})\s*[日号]?|(底|末|上旬|中旬|下旬|初))?$")
_Y = re.compile(r"^([0-9]{4})\s*年?\s*(底|末|上半年|下半年|年底|年末)?$")
_QUARTER = re.compile(r"^([0-9]{4})\s*年?\s*第?\s*([一二三四1-4])\s*季度(?:底|末)?$")
_COMPACT = re.compile(r"^(20\d{2})(\d{2})(\d{2})$")
_SERIAL = re.compile(r"^[0-9]{5}$")
_ISO = re.compile(r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_PART_OF_MONTH = {"初": 10, "上旬": 10, "中旬": 20}


class DateReading(NamedTuple):
    """What a written date says: ISO text, and whether the writing leaves the month in doubt."""

    iso: str
    doubtful: bool = False


def is_iso(text: str) -> bool:
    """Whether `text` is a valid partial date in the ledger's own writing."""
    if not _ISO.match(text):
        return False
    year, month, day = _split(text)
    return _valid(year, month, day) is not None


@lru_cache(maxsize=65536)
def takes_effect(iso: str) -> str:
    """The day (ISO) on which a partial date counts: the last day of its period."""
    if len(iso) == 10:
        return iso
    year, month, _ = _split(iso)
    if month is None:
        return f"{year:04d}-12-31"
    return f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def reached(iso: str | None, as_of: str) -> bool:
    """Whether a partial date has taken effect by the day `as_of`."""
    return iso is not None and takes_effect(iso) <= as_of


@lru_cache(maxsize=65536)
def days_between(earlier: str, later: str) -> int:
    """Days from the effective day of `earlier` to that of `later` (negative if it lies after)."""
    return (dt.date.fromisoformat(takes_effect(later)) - dt.date.fromisoformat(takes_effect(earlier))).days


def days_past(deadline: str | None, as_of: str) -> int:
    """Days by which a deadline has passed on the day `as_of`; 0 on the day itself, before, or without one."""
    return max(days_between(deadline, as_of), 0) if deadline else 0


def contains(coarse: str, fine: str) -> bool:
    """Whether `fine` only says more exactly what `coarse` says ("2024-03" contains "2024-03-05")."""
    return fine == coarse or fine.startswith(coarse + "-")


def surely_before(one: str | None, other: str | None) -> bool:
    """Whether a date lies before another one, however exactly either is said: 2024-03-05 is not, of 2024-03."""
    if not one or not other:
        return False
    said = min(len(one), len(other))
    return one[:said] < other[:said]


def last_day_of_month(month: str) -> str:
    """The last day (ISO) of a month "YYYY-MM"; raises ValueError for anything else."""
    if len(month) != 7 or not is_iso(month):
        raise ValueError(f"not a month: {month!r}")
    return takes_effect(month)


def month_before(day: str) -> str:
    """The month (YYYY-MM) before that of a day or month."""
    year, number = int(day[:4]), int(day[5:7])
    return f"{year - (number == 1):04d}-{(number - 2) % 12 + 1:02d}"


def end_of_month_before(day: str) -> str:
    """The last day (ISO) of the month before that of a day or month."""
    return takes_effect(month_before(day))


def chinese(iso: str) -> str:
    """A partial date as official text: 2024年3月5日, 2024年3月, 2024年."""
    year, month, day = _split(iso)
    return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")


def read_date(value: object, year: int | None = None) -> DateReading | None:
    """Read a date as people write it in a date column; None if it is not one.

    With `year`, a month or day written without one (4月15日) is of that year: for what is typed by hand on a day that
    is known. In a file nobody knows which year was meant.

    Days before 1980 or after 2099 are slips of the cell's format, not dates of a project.
    Numbers between 36526 and 54788 are Excel day numbers; a number such as 2024.1 is
    doubtful, since a cell typed 2024.10 is stored the same way.
    """
    if isinstance(value, dt.date):
        iso = _valid(value.year, value.month, value.day)
        return DateReading(iso) if iso else None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _read_number(value)
    reading = _read_text(str(value))
    return _read_without_year(_plain(str(value)), year) if reading is None and year is not None else reading


@lru_cache(maxsize=65536)
def _read_text(raw: str) -> DateReading | None:
    text = _plain(raw)
    if _ISO.match(text):
        return DateReading(text) if is_iso(text) else None
    if m := _YMD.match(text):
        iso = _valid(_year(m[1]), int(m[2]), int(m[3]))
        return DateReading(iso) if iso else None
    if m := _YM.match(text):
        iso = _valid(_year(m[1]), int(m[2]), _PART_OF_MONTH.get(m[3] or ""))
        return DateReading(iso) if iso else None
    if m := _QUARTER.match(text):
        quarter = _QUARTERS.get(m[2]) or int(m[2])
        iso = _valid(int(m[1]), quarter * 3, None)
        return DateReading(iso) if iso else None
    if m := _Y.match(text):
        iso = f"{m[1]}-06" if m[2] == "上半年" else m[1]
        return DateReading(iso) if _valid(int(m[1]), None, None) else None
    if m := _COMPACT.match(text):
        iso = _valid(int(m[1]), int(m[2]), int(m[3]))
        return DateReading(iso) if iso else None
    if _SERIAL.match(text):
        return _read_serial(int(text))
    return None


def _read_without_year(text: str, year: int) -> DateReading | None:
    # Only with 月: 4-15 could be read, 12-11 is November of 2012 already.
    if m := _MD.match(text):
        iso = _valid(year, int(m[1]), int(m[2]) if m[2] else _PART_OF_MONTH.get(m[3] or ""))
        return DateReading(iso) if iso else None
    return None


def _plain(raw: str) -> str:
    return raw.strip().translate(_FULLWIDTH).replace("\u3000", " ").strip("。；;，, ")


def _read_number(number: int | float) -> DateReading | None:
    if serial := _read_serial(number):
        return serial
    text = repr(number)
    if text.endswith(".0"):
        text = text[:-2]
    reading = _read_text(text)
    if reading is None:
        return None
    doubtful = re.fullmatch(r"\d{4}\.1", text) is not None
    return DateReading(reading.iso, doubtful)


def _read_serial(number: int | float) -> DateReading | None:
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return None
    return DateReading((_EXCEL_EPOCH + dt.timedelta(days=int(number))).isoformat())


def _split(iso: str) -> tuple[int, int | None, int | None]:
    parts = [int(part) for part in iso.split("-")]
    return parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _valid(year: int, month: int | None, day: int | None) -> str | None:
    """The ISO text of a real date between 1980 and 2099, else None."""
    if not 1980 <= year <= 2099:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"
