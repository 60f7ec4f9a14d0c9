from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Thread

from tests.reports.conftest import body_of, fill_many
from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session
from zonedesk.reports.build import build_report, render_report
from zonedesk.reports.monthly_tables import stuck_sheet
from zonedesk.reports.registry import find_report

Read = Callable[[Path], list[str]]


def _build(session: Session, folder: Path, read: Read, scope: Scope | None = None) -> list[str]:
    path = folder / "月通报.pdf"
    build_report(session, "monthly", "2024-03", path, scope=scope)
    return read(path)


def _body(session: Session, folder: Path) -> str:
    path = folder / "月通报.pdf"
    build_report(session, "monthly", "2024-03", path)
    return body_of(path)


def test_sentences_say_the_figures(filled: Session, tmp_path: Path) -> None:
    text = _body(filled, tmp_path)
    assert "截至2024年3月31日，共实施2次“三个一批”活动（2023年第四次至2024年第一次），列入项目6个。" in text
    assert "“签约一批”项目4个，总投资7亿元，已开工项目1个，总投资3.5亿元，签约项目开工率50.00%" in text
    assert "按个数为25.00%" in text
    # 3 of 10 亿元 completed by March; April's 9 亿元 are not yet.
    assert "已完成投资3亿元，开工项目投产率30.00%（按完成投资），按投资额为40.00%" in text
    assert "投产项目达效率100.00%（按投资额）" in text
    # By the basis that each was told by above: of 10 亿元, 2 were completed by February and 3 by March.
    assert (
        "签约项目开工率（按投资额）提高50.00个百分点，开工项目投产率（按完成投资）提高"
        "10.00个百分点，投产项目达效率（按投资额）提高100.00个百分点"
    ) in text


def test_last_batch_with_strategic_share(filled: Session, tmp_path: Path) -> None:
    text = _body(filled, tmp_path)
    assert "本次活动（2024年第一次）共推进项目3个，总投资12.5亿元，预计年产值25亿元" in text
    assert "其中战略性新兴产业项目1个，总投资4亿元，投资占比40.00%" in text


def test_stuck_sentence_and_list(filled: Session, tmp_path: Path) -> None:
    text = _body(filled, tmp_path)
    assert "签约未开工项目3个，总投资3.5亿元，其中未到期1个、逾期1个、无计划时间1个；逾期最长的是" in text
    assert "年产5万㎡玻璃<b>&项目，已逾期30天" in text
    assert "投产未达效项目：无。" in text
    for words in ("土地指标未落实", "市局协调调剂", "2024-04-30", "发展改革局", "土地办结后（待核）"):
        assert words in text


def test_amounts_of_a_column_have_the_same_decimals(filled: Session) -> None:
    data = find_report("monthly").collect(filled, "2024-03", None)
    amounts = [row[3] for row in stuck_sheet(data, "not_started", "").rows]
    assert amounts == ["1.2", "0.3", "2.0", "3.5"]


def test_procedures_named_where_few(filled: Session, tmp_path: Path) -> None:
    text = _body(filled, tmp_path)
    assert (
        "涉及项目1个，共需办理相关手续3件，已办结2件，办结率66.67%；未办结1件，是城东经济技术开发区" in text
    )
    assert "新材料项目的土地手续，已完成收储，等待招拍挂" in text


def test_remarks_count_what_is_to_be_checked(filled: Session, tmp_path: Path) -> None:
    text = _body(filled, tmp_path)
    assert (
        "台账中有1处内容不合填报格式，按原样保留并标为“待核”，未计入有关数字，涉及项目1个：计划开工时间1处"
        in text
    )
    assert "有1个项目未列入任何活动批次" in text
    assert "有1个项目未填开发区" in text


def test_pages_say_their_number_day_and_office(filled: Session, tmp_path: Path, read_pdf: Read) -> None:
    pages = _build(filled, tmp_path, read_pdf)
    for number, page in enumerate(pages, 1):
        assert f"第 {number} 页 共 {len(pages)} 页" in page
        assert "数据截至2024年3月31日" in page
    assert "某市开发区管理办公室" in pages[0]


def test_zone_table_adds_up_and_a_zone_alone_has_none(
    filled: Session, tmp_path: Path, read_pdf: Read
) -> None:
    data = find_report("monthly").collect(filled, "2024-03")
    shares = [line.figures.rates["start_rate"]["investment"].ratio for line in data.zones]
    total = data.now.rates["start_rate"]["investment"].ratio
    assert sum(r.numerator for r in shares) == total.numerator
    assert sum(r.denominator for r in shares) == total.denominator
    assert data.zones[0].name == "城东经济技术开发区"
    one = "".join(_build(filled, tmp_path, read_pdf, Scope(zone_id=data.zones[0].zone_id)))
    assert "城东经济技术开发区“三个一批”项目月通报" in one
    assert "分开发区" not in one
    assert "城西" not in one


def test_the_places_to_sign_stand_under_the_remarks(filled: Session, tmp_path: Path, read_pdf: Read) -> None:
    pages = _build(filled, tmp_path, read_pdf)
    signed = [page for page in pages if "签发：" in page]
    assert len(signed) == 1
    assert "附注：" in signed[0]


def test_long_list_repeats_its_head(session: Session, tmp_path: Path, read_pdf: Read) -> None:
    session.run(fill_many, count=120)
    pages = _build(session, tmp_path, read_pdf)
    listed = [page for page in pages if "附表1" in page and "第1号" not in page][1:]
    assert len(listed) > 3
    for page in listed:
        assert "附表1　签约未开工项目清单（续）" in page
        assert "存在问题" in page
    everything = "".join(pages)
    assert all(f"长名单第{n}号项目" in everything for n in range(1, 121))


def test_a_cell_longer_than_a_page_is_not_cut_off(session: Session, tmp_path: Path, read_pdf: Read) -> None:
    reason = "".join(f"第{n}条原因；" for n in range(1, 1200))
    session.run(fill_many, count=1, reason=reason)
    everything = "".join(_build(session, tmp_path, read_pdf))
    assert "第1199条原因" in everything.replace("\n", "")


def test_empty_ledger_is_one_page_that_says_so(session: Session, tmp_path: Path, read_pdf: Read) -> None:
    pages = _build(session, tmp_path, read_pdf)
    assert len(pages) == 1
    assert "没有项目数据" in pages[0]
    assert "第 1 页 共 1 页" in pages[0]


def test_projects_in_no_batch_have_rates_without_base(
    session: Session, tmp_path: Path, read_pdf: Read
) -> None:
    session.run(lambda w: w.insert("project", {"name": "孤立项目"}))
    text = "".join(_build(session, tmp_path, read_pdf))
    assert "台账共有项目1个，均未列入活动批次" in text
    assert "—" in text
    assert "0.00%" not in text


def test_paper_is_made_without_the_session(filled: Session, tmp_path: Path, read_pdf: Read) -> None:
    found = find_report("monthly")
    data = found.collect(filled, "2024-03")
    filled.run(set_field, table="project", row_id=1, key="name", text="后来改的名")
    path = tmp_path / "另线.pdf"
    worker = Thread(target=render_report, args=(found, data, path))
    worker.start()
    worker.join()
    text = "".join(read_pdf(path))
    assert "新材料项目" in text
    assert "后来改的名" not in text
