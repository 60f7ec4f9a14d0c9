from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from zonedesk.reports.charts import to_svg
from zonedesk.reports.fonts import FontBook
from zonedesk.reports.trend_chart import Month, Words, trend_chart

WORDS = Words("进入", "退出", "月末在列", "其中逾期")
MONTHS = [Month("2024年1月", 3, 0, 12, 8), Month("2月", 0, 4, 8, 8), Month("3月", 0, 0, 8, 0)]


def drawn(months):
    return trend_chart(months, WORDS, FontBook([]), width=500, height=240)


def shapes(drawing, kind):
    return [shape for shape in drawing.contents if type(shape).__name__ == kind]


def test_the_screen_reads_every_word_and_count() -> None:
    said = [text for text in ET.fromstring(to_svg(drawn(MONTHS)).encode()).itertext() if text.strip()]
    for words in (*WORDS, "2024年1月", "2月", "12"):
        assert any(words in text for text in said)
    assert said.count("8") >= 2


def test_bars_and_points_are_as_high_as_what_they_count() -> None:
    drawing = drawn(MONTHS)
    bars = [bar for bar in shapes(drawing, "Rect") if bar.y < 200]
    assert [round(bar.height / bars[0].height, 6) for bar in bars] == [1, round(4 / 3, 6)]
    dots = shapes(drawing, "Circle")
    assert len(dots) == 6
    floor = min(dot.cy for dot in dots)
    assert (dots[3].cy - floor) / (dots[4].cy - floor) == pytest.approx(12 / 8)


@pytest.mark.parametrize(
    "months", [[], MONTHS[:1], [Month("1月", 0, 0, 0, 0)], [Month("1月", 0, 0, 20_000, 1)]]
)
def test_little_nothing_and_very_much_can_be_drawn(months) -> None:
    assert to_svg(drawn(months))
