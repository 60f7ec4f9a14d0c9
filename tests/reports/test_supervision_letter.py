"""督办函: says what the ledger holds, a page for each overdue matter."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from zonedesk.ops.edit import add_project, set_setting
from zonedesk.ops.month_report import OFFICE_NAME
from zonedesk.ops.session import Session
from zonedesk.ops.supervision_book import issue_supervision, urge
from zonedesk.reports.build import build_report


def _pages(path: Path) -> list[str]:
    with pdfium.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "") for page in document]


@pytest.fixture
def issued(session: Session) -> Session:
    session.run(set_setting, key=OFFICE_NAME, value="示例开发区管委会")
    session.run(add_project, name="甲项目")
    known = {"name": "供电容量不足", "lead_unit": "供电公司", "deadline": "2024-03-10", "content": "限期增容"}
    session.run(issue_supervision, on="2024-03-01", project_id=1, values=known)
    session.run(issue_supervision, on="2024-03-05", values={"name": "乙事项", "deadline": "2024-03-20"})
    session.run(issue_supervision, on="2024-03-06", values={"name": "丙事项", "deadline": "2024-04-20"})
    session.run(urge, supervision_id=1, on="2024-03-15")
    return session


def test_each_overdue_matter_has_its_page(issued: Session, tmp_path: Path) -> None:
    path = tmp_path / "督办函.pdf"
    build_report(issued, "supervision_letters", "2024-03", path)
    first, second = _pages(path)
    for words in (
        "督〔2024〕1号",
        "供电公司：",
        "关于“供电容量不足”（甲项目），已于2024年3月1日下发你单位办理，要求2024年3月10日前办结。",
        "已逾期21天仍未办结，已催办1次，尚未收到你单位的办理反馈。",
        "示例开发区管委会",
    ):
        assert words in first
    assert "（主办单位未定）" in second
    assert "丙事项" not in first + second


def test_a_month_without_overdue_matters_says_so(issued: Session, tmp_path: Path) -> None:
    path = tmp_path / "督办函.pdf"
    build_report(issued, "supervision_letters", "2024-02", path)
    (only,) = _pages(path)
    assert "截至2024年2月29日，没有逾期未销号的督办事项。" in only
