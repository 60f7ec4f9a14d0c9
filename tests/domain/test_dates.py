"""Partial dates: how they are written, and the day on which they count."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.dates import (
    DateReading,
    chinese,
    contains,
    days_between,
    is_iso,
    last_day_of_month,
    reached,
    read_date,
    takes_effect,
)

days = st.dates(dt.date(1980, 1, 1), dt.date(2099, 12, 31)).map(dt.date.isoformat)
partial = st.builds(lambda iso, length: iso[:length], days, st.sampled_from([4, 7, 10]))


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024.3", "2024-03"),
        ("2024.03", "2024-03"),
        ("2024-3", "2024-03"),
        ("2024/3/5", "2024-03-05"),
        ("2024年3月", "2024-03"),
        ("2024年3月底", "2024-03"),
        ("2024年3月5日", "2024-03-05"),
        ("2024年上半年", "2024-06"),
        ("2024年一季度", "2024-03"),
        ("24年3月", "2024-03"),
        ("2024", "2024"),
        ("２０２４．３．５", "2024-03-05"),
        (" 2024-03-05 00:00:00 ", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("45352", "2024-03-01"),
        (45352, "2024-03-01"),
        (2024.3, "2024-03"),
        (2024, "2024"),
        (2024.0, "2024"),
        (dt.datetime(2024, 3, 5, 9, 30), "2024-03-05"),  # noqa: DTZ001 - as cells hold them
        (dt.date(2024, 3, 5), "2024-03-05"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_the_ways_of_writing_a_date(written: object, iso: str) -> None:
    assert read_date(written) == DateReading(iso)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("4月15日", "2024-04-15"),
        ("4 月 15", "2024-04-15"),
        ("４月１５号", "2024-04-15"),
        ("4月", "2024-04"),
        ("12月底", "2024-12"),
        ("4月上旬", "2024-04-10"),
        ("2月29日", "2024-02-29"),
        ("2023年4月15日", "2023-04-15"),
    ],
)
def test_a_date_without_its_year_is_of_the_year_given_and_none_without_one(written: str, iso: str) -> None:
    assert read_date(written, 2024) == DateReading(iso)
    assert "年" in written or read_date(written) is None


@pytest.mark.parametrize("written", ["2月30日", "13月1日", "月底", "4月15日前", "15日"])
def test_what_is_no_date_is_none_in_any_year(written: str) -> None:
    assert read_date(written, 2024) is None


@pytest.mark.parametrize(
    "written",
    [
        "3月",
        "2024.3-2025.12",
        "2024-02-30",
        "2023-02-29",
        "2024-13",
        "尽快",
        "",
        "12345",
        "2024.3.32",
        "1950年一季度",
        True,
        None,
        1.5,
        float("nan"),
        float("inf"),
        -1,
        dt.date(1900, 1, 1),
        dt.date(9999, 12, 31),
    ],
)
def test_what_is_not_a_date(written: object) -> None:
    assert read_date(written) is None


def test_a_number_may_have_lost_october() -> None:
    assert read_date(2024.1) == DateReading("2024-01", doubtful=True)
    assert read_date("2024.10") == DateReading("2024-10")
    assert read_date(2024.11) == DateReading("2024-11")


@pytest.mark.parametrize(
    ("iso", "day"),
    [
        ("2024", "2024-12-31"),
        ("2024-02", "2024-02-29"),
        ("2023-02", "2023-02-28"),
        ("2024-03-05", "2024-03-05"),
    ],
)
def test_a_partial_date_counts_from_the_last_day_of_its_period(iso: str, day: str) -> None:
    assert takes_effect(iso) == day
    assert reached(iso, day)
    before = (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()
    assert not reached(iso, before)


def test_no_date_is_never_reached() -> None:
    assert not reached(None, "2024-03-31")


def test_days_between_count_from_effective_days() -> None:
    assert days_between("2024-02", "2024-03-31") == 31
    assert days_between("2024-03-31", "2024-02") == -31


@given(days)
def test_every_day_reads_back(iso: str) -> None:
    year, month, day = iso.split("-")
    assert (
        read_date(iso)
        == read_date(chinese(iso))
        == read_date(f"{year}/{int(month)}/{int(day)}")
        == (iso, False)
    )


@given(partial)
def test_chinese_reads_back(iso: str) -> None:
    assert is_iso(iso)
    assert read_date(chinese(iso)) == DateReading(iso)


@given(partial, partial)
def test_taking_effect_keeps_the_order_of_days(one: str, other: str) -> None:
    assert is_iso(takes_effect(one))
    assert takes_effect(takes_effect(one)) == takes_effect(one)
    if contains(one, other):
        assert takes_effect(other) <= takes_effect(one)
    if len(one) == len(other) and one <= other:
        assert takes_effect(one) <= takes_effect(other)


@given(st.text(max_size=12) | st.floats() | st.integers())
def test_anything_read_is_a_valid_date(written: object) -> None:
    reading = read_date(written)
    assert reading is None or is_iso(reading.iso)


@given(st.integers(1980, 2099), st.integers(1, 12))
def test_the_last_day_of_a_month(year: int, month: int) -> None:
    assert (
        last_day_of_month(f"{year}-{month:02d}")
        == f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]}"
    )


@pytest.mark.parametrize("text", ["2024", "2024-3", "2024-13", "2024-03-05", "三月"])
def test_only_a_month_has_a_last_day_of_month(text: str) -> None:
    with pytest.raises(ValueError, match="month"):
        last_day_of_month(text)
