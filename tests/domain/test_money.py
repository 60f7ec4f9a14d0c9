"""Money and area: what is an amount, in which unit, exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.money import (
    AmountReading,
    format_area,
    format_money,
    half_up,
    read_area,
    read_money,
    same_decimals,
)


@pytest.mark.parametrize(
    ("written", "unit", "yuan"),
    [
        ("1.2亿元", "万元", 120_000_000),
        ("1.2亿", "元", 120_000_000),
        ("3500万", "亿元", 35_000_000),
        ("5000万元人民币", "亿元", 50_000_000),
        ("1,200.5", "万元", 12_005_000),
        ("１，２００．５", "万元", 12_005_000),
        ("￥300", "万元", 3_000_000),
        ("3500（万元）", "亿元", 35_000_000),
        ("3500万元（含土地）", "亿元", 35_000_000),
        (223.7, "亿元", 22_370_000_000),
        (0.1 + 0.2, "亿元", 30_000_000),
        (12, "万元", 120_000),
        ("-5", "万元", -50_000),
        (".5", "万元", 5_000),
        ("0.00005", "万元", 1),
    ],
)
def test_amounts(written: object, unit: str, yuan: int) -> None:
    assert read_money(written, unit) == AmountReading(yuan)


@pytest.mark.parametrize("written", ["约3亿", "近3亿元", "3亿元左右", "3亿元以上", "超3亿"])
def test_about(written: str) -> None:
    assert read_money(written, "万元") == AmountReading(300_000_000, approximate=True)


@pytest.mark.parametrize(
    "written",
    [
        "2000万件",
        "5万亩",
        "10万千瓦",
        "待定",
        "",
        "3500万美元",
        "3500（万美元）",
        "一期3亿，二期5亿",
        "1e9",
        True,
        None,
        "9" * 40,
        10**30,
        float("nan"),
        float("inf"),
        1e300,
    ],
)
def test_not_money(written: object) -> None:
    assert read_money(written, "万元") is None


def test_area() -> None:
    assert read_area("327.51亩") == AmountReading(327_510)
    assert read_area("1公顷") == read_area(15) == AmountReading(15_000)
    assert read_area("约2300亩") == AmountReading(2_300_000, approximate=True)
    assert read_area("13万平米") is None
    assert format_area(327_510) == "327.51"


def test_rounding_is_half_up_and_last() -> None:
    assert half_up(Decimal("99.725"), 2) == Decimal("99.73")
    assert half_up(Decimal("-0.5"), 0) == Decimal(-1)
    assert half_up(Decimal("0.125"), 2) == Decimal("0.13"), "a banker would say 0.12"
    assert format_money(1_438_500_000, "亿元", 2) == "14.39"
    assert format_money(1_438_499_999, "亿元", 2) == "14.38"
    parts = [read_money(text, "亿元") for text in ("14.38", "14.96", "15.95")]
    assert format_money(sum(part.value for part in parts)) == "45.29"


@given(st.integers(-(2**63) + 1, 2**63 - 1), st.sampled_from(["元", "万元", "亿元"]))
def test_every_amount_reads_back_exactly(yuan: int, unit: str) -> None:
    assert read_money(format_money(yuan, unit), unit) == AmountReading(yuan)


@given(st.integers(0, 10**9), st.integers(0, 8))
def test_a_cell_s_float_is_the_number_it_shows(number: int, decimals: int) -> None:
    shown = Decimal(number).scaleb(-decimals)
    assert (
        read_money(float(shown), "亿元")
        == read_money(f"{shown:f}", "亿元")
        == AmountReading(int(shown * 10**8))
    )


@given(st.text(max_size=60) | st.floats() | st.integers() | st.decimals())
def test_anything_is_an_amount_that_fits_the_store_or_none(written: object) -> None:
    reading = read_money(written, "亿元")
    assert reading is None or abs(reading.value) < 2**63


@given(yuan=st.lists(st.integers(-(10**14), 10**14), min_size=1))
def test_digits_stand_under_digits_and_stay_the_same_numbers(yuan: list[int]):
    texts = [format_money(amount) for amount in yuan]
    shown = same_decimals(texts)
    assert len({len(text.partition(".")[2]) for text in shown}) == 1
    assert list(map(Decimal, shown)) == list(map(Decimal, texts))


def test_what_is_no_plain_number_stays_as_it_is():
    assert same_decimals(["2", "—", "", "约1.234", "0.55"]) == ["2.00", "—", "", "约1.234", "0.55"]
    assert same_decimals([]) == []
