from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from reportlab.platypus import SimpleDocTemplate

from zonedesk.reports.fonts import FontBook
from zonedesk.reports.grid import ABOVE, Column, Grid, Sheet

BOOK = FontBook([])
COLUMNS = (
    Column("序号", 10, "center"),
    Column("名称", 40),
    Column("个数", 12, "right", "签约"),
    Column("金额", 12, "right", "签约"),
)


def _print(sheet: Sheet, path: Path) -> list[str]:
    SimpleDocTemplate(str(path)).build([Grid(sheet, BOOK)])
    document = PdfDocument(path.read_bytes())
    pages = ["".join(page.get_textpage().get_text_bounded().split("\r\n")) for page in document]
    document.close()
    return pages


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(min_value=1, max_value=900), min_size=1, max_size=60))
def test_every_row_is_drawn_whatever_its_height(tmp_path_factory: object, lengths: list[int]) -> None:
    folder = tmp_path_factory.mktemp("grid")  # type: ignore[attr-defined]
    rows = [[str(n), f"头{n}" + "字" * length + f"尾{n}", "1", "2"] for n, length in enumerate(lengths)]
    text = "".join(_print(Sheet("表", COLUMNS, rows, ("注：止",)), folder / "x.pdf"))
    assert all(f"头{n}" in text and f"尾{n}" in text for n in range(len(rows)))
    assert text.count("字") == sum(lengths)
    assert text.count("注：止") == 1


def test_sums_never_stand_alone(tmp_path: Path) -> None:
    for count in range(25, 60):
        rows = [[str(n), "名", "1", "2"] for n in range(count)]
        rows.append(["", "合计", "9", "9"])
        pages = _print(Sheet("表", COLUMNS, rows, totals=1), tmp_path / "x.pdf")
        assert "名" in pages[-1].replace("名称", "")


def test_a_number_too_wide_stays_on_its_line(tmp_path: Path) -> None:
    pages = _print(Sheet("表", COLUMNS, [["1", "名", "1", "123456789012345.6789"]]), tmp_path / "x.pdf")
    assert "123456789012345.6789" in pages[0]


def test_a_cell_may_continue_the_one_above(tmp_path: Path) -> None:
    rows = [["1", "共用", "1", "2"], ["2", ABOVE, "3", "4"]]
    assert _print(Sheet("表", COLUMNS, rows), tmp_path / "x.pdf")[0].count("共用") == 1
