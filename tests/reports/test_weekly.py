"""周调度表 on paper: what it says is what changed."""

import pypdfium2
import pytest

from zonedesk.ops.meetings import add_action, add_meeting
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.weekly import paper_of_month
from zonedesk.reports.build import build_report
from zonedesk.reports.weekly import summary_of


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("weekly") / "示例.zonedesk"
    make_sample(path, projects=150, as_of="2026-10-31")
    with Session.open(path, "王某") as session:
        yield session


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "".join(pages).replace("\r\n", "").replace("\n", "")


def test_the_month_is_told_by_its_last_weekly_meeting(sample, tmp_path):
    data = paper_of_month(sample, "2026-10")
    assert (data.meeting["name"], data.found.since, data.found.until) == (
        "2026年第44周例会",
        "2026-10-23",
        "2026-10-30",
    )
    path = tmp_path / "周调度表.pdf"
    build_report(sample, "weekly", "2026-10", path)
    text = text_of(path)
    assert "（2026年第44周例会）" in text
    assert "较2026年10月23日的变化" in text
    for change in (each for own in data.found.changes.values() for each in own):
        assert data.found.project(change.project_id).name[:6] in text
    assert summary_of(data)[:12] in text
    assert data.meeting["decisions"][:10] in text


def test_items_of_earlier_meetings_open_or_done_since(sample):
    data = paper_of_month(sample, "2026-10")
    assert data.items
    assert all(row["open"] or row["done_on"] > "2026-10-23" for row in data.items)
    assert {row["meeting"] for row in data.decided} == {"2026年第44周例会"}
    assert not {row["id"] for row in data.items} & {row["id"] for row in data.decided}
    # Done only after the meeting: it was still under way then.
    assert all(row["state"] != "已完成" for row in data.items if row["open"])


def test_a_month_without_a_meeting_and_an_empty_ledger(session, tmp_path):
    path = tmp_path / "周调度表.pdf"
    build_report(session, "weekly", "2026-10", path)
    text = text_of(path)
    assert "没有需要报告的议定事项" in text
    assert "累计完成投资没有变化" in text
    session.run(add_meeting, kind="周例会", held_on="2026-10-30")
    session.run(add_action, content="一二三" * 60, meeting_id=1, owner_unit="某局")
    build_report(session, "weekly", "2026-10", path)
    assert "未定" in text_of(path)
