"""Every registered list is printed and read back: title, day, scope, heads on each page, every row."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
import pytest

from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.list_sheet import list_sheet
from zonedesk.ops.lists import kinds
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.reports.list_paper import print_list
from zonedesk.reports.problems import ReportError

AS_OF = "2026-10-31"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "示例.zonedesk"
    make_sample(path, projects=60, as_of=AS_OF)
    with Session.open(path, read_only=True) as session:
        yield session


@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_list_is_on_paper_with_its_heads_on_each_page(sample, tmp_path, read_pdf, name) -> None:
    kind, path = kinds()[name], tmp_path / "清单.pdf"
    sheet = list_sheet(sample, kind, AS_OF)
    print_list(sheet, path)
    pages = read_pdf(path)
    assert kind.label in pages[0]
    assert "截至2026年10月31日" in pages[0]
    assert "范围：全部批次，全部开发区" in pages[0]
    assert f"共 {len(sheet.rows)} 条" in pages[0]
    for number, page in enumerate(pages, start=1):
        assert f"第 {number} 页 共 {len(pages)} 页" in page
        if sheet.rows:
            assert "序号" in page
    document = pdfium.PdfDocument(path.read_bytes())
    assert all(page.get_width() > page.get_height() for page in document)
    document.close()
    text = re.sub(r"\s", "", "".join(pages))
    if sheet.note:
        assert f"口径：{sheet.note}"[:20] in text


def test_the_rows_stand_in_order(sample, tmp_path, read_pdf) -> None:
    path = tmp_path / "责任.pdf"
    rows = kinds()["duties"].rows(sample, AS_OF)
    print_list(list_sheet(sample, kinds()["duties"], AS_OF, columns={"project": "项目名称"}), path)
    text = re.sub(r"\s", "", "".join(read_pdf(path)))
    places = [text.index(re.sub(r"\s", "", row["project"])) for row in rows]
    assert places == sorted(places)


def test_an_empty_list_says_so(sample, tmp_path, read_pdf) -> None:
    path = tmp_path / "空.pdf"
    print_list(list_sheet(sample, kinds()["duties"], AS_OF, Scope(zone_id=1), rows=[]), path)
    (page,) = read_pdf(path)
    assert "本范围内没有记录" in page
    assert sample.reader.names("zone")[1] in page


def test_another_suffix_is_refused(sample, tmp_path) -> None:
    with pytest.raises(ReportError):
        print_list(list_sheet(sample, kinds()["duties"], AS_OF), tmp_path / "责任.xlsx")
