from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument, raw
from reportlab.pdfbase import pdfmetrics

from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session
from zonedesk.paths import resources
from zonedesk.reports.build import build_report
from zonedesk.reports.fonts import GETA, ROLES, FontBook

NASTY = "㛃䶮〇㎡①Ⅱ℃“—”‘’·×÷●▲■√✓𠮷😀\u200b\ufeff\x07é\u00a0ß龘〓"


@pytest.mark.parametrize("role", ROLES)
def test_every_character_has_a_glyph(role: str) -> None:
    for run in FontBook([]).runs(NASTY, role):
        glyphs = pdfmetrics.getFont(run.font).face.charToGlyph
        assert all(glyphs.get(ord(char), 0) for char in run.text), run


@given(st.text())
def test_no_text_at_all_leaves_an_empty_box(text: str) -> None:
    book = FontBook([])
    for run in book.runs(text, "body"):
        glyphs = pdfmetrics.getFont(run.font).face.charToGlyph
        assert all(glyphs.get(ord(char), 0) for char in run.text)


def test_a_character_no_face_has_is_marked_and_remembered() -> None:
    book = FontBook([])
    assert "".join(run.text for run in book.runs("甲😀乙", "body")) == f"甲{GETA}乙"
    assert book.missing == {"😀"}


def test_the_official_four_need_no_mark() -> None:
    book = FontBook([])
    for role in ROLES:
        assert "".join(run.text for run in book.runs("㛃䶮〇㎡", role)) == "㛃䶮〇㎡"
    assert not book.missing


def test_a_damaged_font_of_the_pc_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "SimFang.ttf").write_bytes(b"no font")
    assert FontBook([tmp_path]).name("body") == "NotoSerifSC-Regular"


def test_the_pc_s_own_face_comes_first_and_the_bundled_one_helps_out(tmp_path: Path) -> None:
    bundled = resources() / "fonts" / "NotoSansSC-Bold.ttf"
    (tmp_path / "simfang.ttf").write_bytes(bundled.read_bytes())
    assert FontBook([tmp_path]).name("body") == "simfang"


def test_all_fonts_are_embedded(filled: Session, tmp_path: Path) -> None:
    filled.run(set_field, table="project", row_id=2, key="name", text=f"{NASTY}项目")
    path = tmp_path / "x.pdf"
    build_report(filled, "monthly", "2024-03", path)
    document = PdfDocument(path.read_bytes())
    fonts = set()
    for page in document:
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(thing.raw)
            fonts.add(raw.FPDFFont_GetIsEmbedded(font))
    document.close()
    assert fonts == {1}
    assert b"Helvetica" not in path.read_bytes()


def test_a_lost_character_is_told_in_the_remarks(filled: Session, tmp_path: Path) -> None:
    filled.run(set_field, table="project", row_id=2, key="name", text="\u0378项目")
    path = tmp_path / "x.pdf"
    build_report(filled, "monthly", "2024-03", path)
    document = PdfDocument(path.read_bytes())
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "〓项目" in text.replace("\r\n", "")
    assert "1个字本机字库没有" in text.replace("\r\n", "")
