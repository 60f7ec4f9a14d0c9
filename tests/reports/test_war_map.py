"""The A3 map, read back."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.reports.build import build_report


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> pdfium.PdfDocument:
    folder = tmp_path_factory.mktemp("map")
    make_sample(folder / "示例.zonedesk", projects=300, as_of="2026-10-31")
    with Session.open(folder / "示例.zonedesk", read_only=True) as session:
        build_report(session, "war_map", "2026-10", folder / "图.pdf")
    return pdfium.PdfDocument(folder / "图.pdf")


def test_every_page_is_a3_and_numbered(paper: pdfium.PdfDocument) -> None:
    assert len(paper) > 1
    for number, page in enumerate(paper, start=1):
        assert tuple(round(side / 72 * 25.4) for side in page.get_size()) == (420, 297)
        text = page.get_textpage().get_text_range()
        assert f"第 {number} 页　共 {len(paper)} 页" in text
        assert "项目作战图" in text
        assert "截至2026年10月31日" in text


def test_an_empty_map_says_so(tmp_path: Path) -> None:
    with Session.create(tmp_path / "空.zonedesk", "王某") as session:
        build_report(session, "war_map", "2026-10", tmp_path / "图.pdf")
    assert (
        "本范围内没有排节点的项目"
        in pdfium.PdfDocument(tmp_path / "图.pdf")[0].get_textpage().get_text_range()
    )


def test_names_stand_whole_and_months_in_which_nothing_lies_are_left_out(paper: pdfium.PdfDocument) -> None:
    text = "".join(page.get_textpage().get_text_range() for page in paper)
    assert "样例高新技术产业开发区" in text
    assert "…" not in text
    assert "2028年" not in text
