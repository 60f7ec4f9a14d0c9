from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zonedesk.reports.fonts import FontBook
from zonedesk.reports.lines import break_lines

BOOK = FontBook([])
SOME = st.text(alphabet="签约项目，。（）“”12.5%亿元AB ", max_size=80)


def _lines(text: str, width: float) -> list[str]:
    return break_lines(text, BOOK, "table", 10, width=width)


@given(SOME, st.floats(min_value=30, max_value=300))
def test_nothing_is_lost_and_every_line_fits(text: str, width: float) -> None:
    lines = _lines(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(BOOK.width(line, "table", 10) <= width + 0.01 for line in lines)


def test_numbers_stay_whole() -> None:
    lines = _lines("总投资为合计1234.56亿元", 62)
    assert any("1234.56" in line for line in lines)


def test_no_line_starts_with_a_stop_or_ends_with_a_bracket() -> None:
    lines = _lines("一二三四五六，七八九十（甲乙丙丁）。", 60)
    assert not any(line[0] in "，。）" for line in lines)
    assert not any(line[-1] == "（" for line in lines)


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert len(_lines("A" * 100, 60)) > 5


def test_line_breaks_are_kept_and_nothing_gives_one_line() -> None:
    assert _lines("甲\r\n乙", 100) == ["甲", "乙"]
    assert _lines("", 100) == [""]
