"""Batches by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.batches import BatchName, batch_name


@pytest.mark.parametrize(
    ("text", "name", "year", "number"),
    [
        ("2024年第一次", "2024年第一次", 2024, 1),
        ("2023年第四次（25个）", "2023年第四次", 2023, 4),
        ("２０２４年 第 12 批", "2024年第十二次", 2024, 12),
        ("2024年第二十期", "2024年第二十次", 2024, 20),
        (" 某次活动 ", "某次活动", None, None),
    ],
)
def test_a_name_says_year_and_number(text: str, name: str, year: int | None, number: int | None) -> None:
    assert batch_name(text) == BatchName(name, year, number)


@given(st.integers(2000, 2099), st.integers(1, 99))
def test_the_ledger_s_own_writing_reads_back(year: int, number: int) -> None:
    written = batch_name(f"{year}年第{number}次").name
    assert batch_name(written) == BatchName(written, year, number)
