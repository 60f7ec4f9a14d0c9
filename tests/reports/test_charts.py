from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree as ET

from zonedesk.reports.charts import Bar, BarGroup, bar_chart, to_svg
from zonedesk.reports.fonts import FontBook

GROUPS = [
    BarGroup("㛃城开发区", (Bar(Decimal("85.96"), "85.96%"), Bar(Decimal("0"), "0.00%"))),
    BarGroup("无签约项目的开发区", (Bar(None, "—"), Bar(Decimal(100), "100.00%"))),
]


def test_the_screen_gets_the_same_chart_as_svg() -> None:
    drawing = bar_chart(GROUPS, FontBook([]), width=440, legend=("甲", "乙"), top=Decimal(100))
    root = ET.fromstring(to_svg(drawing).encode())
    said = "".join(root.itertext())
    for words in ("㛃城开发区", "85.96%", "—", "100.00%", "甲"):
        assert words in said
    assert "Noto Sans SC" in to_svg(drawing)


def test_a_bar_is_as_long_as_its_value() -> None:
    drawing = bar_chart(GROUPS, FontBook([]), width=440, top=Decimal(100))
    bars = [shape for shape in drawing.contents if type(shape).__name__ == "Rect"]
    assert len(bars) == 2
    assert abs(bars[0].width / bars[1].width - 0.8596) < 1e-9


def test_nothing_to_draw_is_no_error() -> None:
    assert to_svg(bar_chart([], FontBook([]), width=440))
    assert to_svg(bar_chart([BarGroup("甲", (Bar(Decimal(0), "0个"),))], FontBook([]), width=440))
