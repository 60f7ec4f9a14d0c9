"""The bulletin made of the bureau's workbooks says what the source text prints."""

from __future__ import annotations

from pathlib import Path

from tests.reports.conftest import body_of
from zonedesk.exchange.importing import prepare
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in
from zonedesk.reports.build import build_report


def test_the_bureau_s_month(session: Session, shared: Path, tmp_path: Path) -> None:
    for name in ("大同市三个一批项目台账.xlsx", "前期手续办理情况表.xlsx"):
        session.run(take_in, plan=prepare(session.reader, shared / "workbooks" / name))
    path = tmp_path / "月通报.pdf"
    build_report(session, "monthly", "2024-03", path)
    text = body_of(path)
    for sentence in (
        "“签约一批”项目115个，总投资223.7亿元，已开工项目102个，总投资192.3亿元，签约项目开工率85.96%",
        "“开工一批”项目104个，总投资179.4亿元",
        "已投产项目61个，已完成投资72.36亿元，开工项目投产率40.33%",
        "共推进项目47个，总投资44.79亿元，预计年产值83.15亿元",
        "“开工一批”项目16个，总投资14.46亿元，预计年产值29.56亿元，其中战略性新兴产业项目12个，总投资12.14亿元，投资占比83.96%",
        "签约未开工项目13个，总投资31.4亿元，其中未到期5个、逾期8个",
        "共需办理相关手续364件，已办结363件，办结率99.73%",
        "百胜中国供应链园区项目的土地手续，目前已完成收储，等待招拍挂",
    ):
        assert sentence in text
