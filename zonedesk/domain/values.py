"""Text in, stored value out, and back: one reading and one writing for each kind of field."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from zonedesk.domain import dates, money
from zonedesk.domain.fields import Field, Kind

EMPTY_MARKS = frozenset({"", "-", "—", "——", "/", "\\", "无", "暂无", "/ /", "--", "N/A", "n/a"})
# Half a character, as a torn paste leaves it: no file can hold it.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_YES = frozenset({"是", "√", "✓", "✔", "y", "yes", "true", "1", "☑", "对"})
_NO = frozenset({"否", "×", "✗", "n", "no", "false", "0", "☐", "不是", "非"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a typed or imported value.

    Exactly one holds: `value` is the stored value (None = empty), or `unfit` is the text as typed,
    to be kept and flagged as 待核. `doubt` names why a value that was read should be looked at
    ("approximate", "month_or_october").
    """

    value: Any = None
    unfit: str | None = None
    doubt: str | None = None


def clean_text(value: object) -> str:
    """Text as a person would have typed it: no line breaks or doubled blanks, ends trimmed."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).replace("\u00a0", " ").replace("\u3000", " ")
    return re.sub(r"[ \t]*[\r\n]+[ \t]*", "", re.sub(r"[ \t]+", " ", text)).strip()


@lru_cache(maxsize=131072)
def match_key(text: str) -> str:
    """A name or code reduced to what makes it the same: NFKC, no blanks, one kind of dash and bracket."""
    key = unicodedata.normalize("NFKC", text).casefold()
    key = re.sub(r"[–—―－]", "-", key)
    return re.sub(r"[\s\"'“”‘’「」《》·]", "", key)


def read_value(field: Field, value: object, unit: str = "") -> Reading:
    """Read a value for `field`. A bare amount is in `unit` (亿元, 万元, 元; 亩, 公顷).

    References (`Kind.REF`) come back as the cleaned name; the writer resolves it to a row.
    """
    if value is None:
        return Reading()
    if isinstance(value, str):
        value = _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, str) and field.kind is Kind.LONG_TEXT:
        text = value.replace("\r\n", "\n").strip()
    elif isinstance(value, dt.date):
        text = value.isoformat()[:10]
    else:
        text = clean_text(value)
    if text in EMPTY_MARKS:
        return Reading()
    return _READERS[field.kind](field, value, text, unit)


def with_year(field: Field, text: str, year: int) -> str | None:
    """The day or month (ISO) that a text typed into a date field means if it lies in `year`; None if it needs no year."""
    if field.kind not in {Kind.DATE, Kind.MONTH} or read_value(field, text).unfit is None:
        return None
    reading = dates.read_date(clean_text(text), year)
    return None if reading is None else read_value(field, reading.iso).value


def _read_text(_: Field, __: object, text: str, ___: str) -> Reading:
    return Reading(text)


def _read_choice(field: Field, _: object, text: str, __: str) -> Reading:
    if field.choice_names:
        return _read_code(field, text)
    # A choice outside the list is the office's own word for it: kept as a value, not refused.
    return Reading(text)


def _read_code(field: Field, text: str) -> Reading:
    for code, name in zip(field.choices, field.choice_names, strict=True):
        if text in {code, name}:
            return Reading(code)
    return Reading(unfit=text)


def _read_bool(_: Field, value: object, text: str, __: str) -> Reading:
    if isinstance(value, bool):
        return Reading(int(value))
    word = text.casefold()
    if word in _YES:
        return Reading(1)
    if word in _NO:
        return Reading(0)
    return Reading(unfit=text)


def _read_integer(field: Field, _: object, text: str, __: str) -> Reading:
    digits = unicodedata.normalize("NFKC", text).replace(",", "")
    if field.counter:
        digits = digits.removesuffix(field.counter).rstrip()
    if not re.fullmatch(r"[+-]?\d{1,15}", digits):
        return Reading(unfit=text)
    number = int(digits)
    return Reading(unfit=text) if field.least is not None and number < field.least else Reading(number)


def _read_money(_: Field, value: object, text: str, unit: str) -> Reading:
    reading = money.read_money(value if isinstance(value, int | float) else text, unit or "元")
    if reading is None:
        return Reading(unfit=text)
    return Reading(reading.value, doubt="approximate" if reading.approximate else None)


def _read_area(_: Field, value: object, text: str, unit: str) -> Reading:
    # A record is typed in with one unit for all its amounts; that of its money says nothing about its area.
    area_unit = unit if unit in money.AREA_PER else "亩"
    reading = money.read_area(value if isinstance(value, int | float) else text, area_unit)
    if reading is None:
        return Reading(unfit=text)
    return Reading(reading.value, doubt="approximate" if reading.approximate else None)


def _read_date(_: Field, value: object, text: str, __: str) -> Reading:
    reading = dates.read_date(value if not isinstance(value, str) else text)
    if reading is None:
        return Reading(unfit=text)
    return Reading(reading.iso, doubt="month_or_october" if reading.doubtful else None)


def _read_month(_: Field, value: object, text: str, __: str) -> Reading:
    reading = dates.read_date(value if not isinstance(value, str) else text)
    if reading is None or len(reading.iso) < 7:
        return Reading(unfit=text)
    return Reading(reading.iso[:7])


_READERS = {
    Kind.TEXT: _read_text,
    Kind.LONG_TEXT: _read_text,
    Kind.CHOICE: _read_choice,
    Kind.BOOL: _read_bool,
    Kind.INTEGER: _read_integer,
    Kind.MONEY: _read_money,
    Kind.AREA: _read_area,
    Kind.DATE: _read_date,
    Kind.MONTH: _read_month,
    Kind.REF: _read_text,
}


def show_value(field: Field, value: Any, money_unit: str = "亿元") -> str:
    """A stored value as the officer reads it; money in `money_unit`, without the unit's name."""
    if value is None:
        return ""
    if field.kind is Kind.MONEY:
        return money.format_money(value, money_unit)
    if field.kind is Kind.AREA:
        return money.format_area(value)
    if field.kind is Kind.BOOL:
        return "是" if value else "否"
    if field.choice_names and value in field.choices:
        return field.choice_names[field.choices.index(value)]
    return str(value)


def unit_of(field: Field, money_unit: str = "亿元") -> str:
    """The unit to print in a column's head, or ""."""
    return {Kind.MONEY: money_unit, Kind.AREA: "亩"}.get(field.kind, "")
