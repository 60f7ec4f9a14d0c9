"""Money in whole 元, written and read in 元, 万元 or 亿元; area in 亩. Exact: int and Decimal only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

YUAN_PER: dict[str, int] = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
# 厘亩: area is stored as thousandths of a 亩 so that 327.51 亩 and 公顷 with four decimals are exact.
AREA_PER: dict[str, Decimal] = {"亩": Decimal(1000), "公顷": Decimal(15000)}

_NUMBER = r"([+-]?\d[\d,]*(?:\.\d+)?|[+-]?\.\d+)"
_PLAIN = re.compile(r"-?\d+(\.\d+)?")
_AMOUNT = re.compile(rf"^(约|近|超|逾)?\s*{_NUMBER}\s*(亿元|亿|万元|万|元)?\s*(人民币|左右|以上|余)?$")
_AREA = re.compile(rf"^(约|近|超|逾)?\s*{_NUMBER}\s*(亩|公顷)?\s*(左右|余)?$")
_FOREIGN = re.compile(r"[美欧日港澳加英]元|美金|英镑|外币|外汇|USD|EUR|HKD", re.IGNORECASE)
_FULLWIDTH = str.maketrans("０１２３４５６７８９．，（）－", "0123456789.,()-")


class AmountReading(NamedTuple):
    """An amount in the smallest unit, and whether the writer only said “about” (约, 近, 左右)."""

    value: int
    approximate: bool = False


def to_decimal(number: int | float | str | Decimal) -> Decimal:
    """A cell's number as written: binary noise past 15 digits (0.30000000000000004) is dropped."""
    if isinstance(number, float):
        return Decimal(f"{number:.15g}")
    return Decimal(number)


def half_up(number: Decimal, decimals: int) -> Decimal:
    """Round half up, the way a printed table rounds."""
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def read_money(value: object, unit: str = "元") -> AmountReading | None:
    """Read an amount; a bare number is in `unit` (元, 万元, 亿元), a written unit wins. None if it is none.

    “2000万件” or “5万亩” are quantities, not money, and give None.
    """
    return _read(value, _AMOUNT, lambda written: Decimal(YUAN_PER[_full_unit(written) or unit]))


def read_area(value: object, unit: str = "亩") -> AmountReading | None:
    """Read an area into thousandths of a 亩; 1 公顷 = 15 亩."""
    return _read(value, _AREA, lambda written: AREA_PER[written or unit])


def format_scaled(value: int, per: int | Decimal, decimals: int | None = None) -> str:
    """`value` divided by `per`, exactly, without trailing zeros, or rounded half up to `decimals`."""
    quotient = Decimal(value) / Decimal(per)
    if decimals is not None:
        return f"{half_up(quotient, decimals):f}"
    text = f"{quotient:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def format_money(yuan: int, unit: str = "亿元", decimals: int | None = None) -> str:
    """An amount of 元 written in `unit`, exact unless `decimals` asks for rounding (last, half up)."""
    return format_scaled(yuan, YUAN_PER[unit], decimals)


def format_area(milli_mu: int) -> str:
    """An area in 亩, exact."""
    return format_scaled(milli_mu, AREA_PER["亩"])


def same_decimals(texts: Sequence[str]) -> list[str]:
    """Numbers of one printed column, each with the decimals of the longest, so that digit stands under digit; what is
    no plain number stays as it is.
    """
    plain = [bool(_PLAIN.fullmatch(text)) for text in texts]
    places = max(
        (len(text.partition(".")[2]) for text, is_plain in zip(texts, plain, strict=True) if is_plain),
        default=0,
    )
    return [
        f"{Decimal(text):.{places}f}" if is_plain else text
        for text, is_plain in zip(texts, plain, strict=True)
    ]


def _full_unit(written: str | None) -> str | None:
    return written if written is None or written.endswith("元") else written + "元"


def _read(value: object, pattern: re.Pattern[str], per: object) -> AmountReading | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float | Decimal):
        try:
            return _scale(to_decimal(value), per(None), False)  # type: ignore[operator]
        except InvalidOperation:
            return None
    text = _clean(str(value))
    match = pattern.match(text)
    if match is None:
        return None
    approximate = bool(match[1]) or match[4] in {"左右", "余", "以上"}
    return _scale(Decimal(match[2].replace(",", "")), per(match[3]), approximate)  # type: ignore[operator]


@lru_cache(maxsize=65536)
def _clean(text: str) -> str:
    cleaned = text.translate(_FULLWIDTH).replace("\u3000", " ").replace("\u00a0", " ").strip()
    # “3500(万元)” names its unit; “3500(万美元)” is other money; any other bracket is a remark.
    cleaned = re.sub(r"\((亿元?|万元?|元|亩|公顷)\)$", r"\1", cleaned)
    if not _FOREIGN.search(cleaned):
        cleaned = re.sub(r"\([^()]*\)$", "", cleaned)
    return re.sub(r"人民币$", "", cleaned).removeprefix("人民币").removeprefix("￥").removeprefix("¥").strip()


def _scale(number: Decimal, per: Decimal, approximate: bool) -> AmountReading | None:
    # SQLite's INTEGER is 64 bits; no zone counts amounts past that (nor could Decimal round them exactly).
    if not number.is_finite() or number.adjusted() > 19:
        return None
    scaled = half_up(number * per, 0)
    if abs(scaled) >= 2**63:
        return None
    return AmountReading(int(scaled), approximate)
