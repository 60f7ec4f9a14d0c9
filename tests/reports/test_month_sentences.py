"""本月进展 and 领办代办 in words."""

from __future__ import annotations

from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.edit import set_field
from zonedesk.ops.month_report import collect_month
from zonedesk.ops.session import Session
from zonedesk.reports.month_sentences import agency, month_progress
from zonedesk.store.writer import Writer

YI = 100_000_000


def _money(w: Writer) -> None:
    """填入资金."""
    w.update("monthly_progress", 2, {"invest_month": YI, "invest_ytd": 3 * YI, "year_plan": 10 * YI})
    w.insert("monthly_progress", {"project_id": 1, "month": "2024-03", "image_progress": "基础施工"})


def test_few_are_named_and_what_nobody_did_is_said(filled: Session):
    steps, spent = month_progress(collect_month(filled, "2024-03"))
    assert steps == (
        "3月，新开工项目1个（城东经济技术开发区㛃䶮〇新材料项目），总投资1亿元；"
        "新达效项目1个（城西现代农业产业示范区乳制品加工项目），总投资1亿元；无新签约、新投产项目。"
    )
    assert spent == "已上报2024年3月进展的项目1个；应报未报的项目1个。"


def test_money_against_the_year_s_plan(filled: Session):
    filled.run(_money)
    _, spent, plan = month_progress(collect_month(filled, "2024-03"))
    assert spent == "已上报2024年3月进展的项目2个，其中1个填报当月完成投资，合计1亿元。"
    assert plan == (
        "其中有年度计划投资的项目1个，年度计划投资10亿元，本年累计完成投资3亿元，完成年度计划的30.00%，"
        "比时间进度（25.00%）快5.00个百分点。"
    )


def test_a_zone_s_own_bulletin_does_not_say_the_zone(filled: Session):
    steps, spent = month_progress(collect_month(filled, "2024-03", Scope(zone_id=2)))
    assert steps.startswith("3月，新达效项目1个（乳制品加工项目）")
    assert spent == "2024年3月进展尚无项目上报。"


def test_more_than_three_are_only_counted(filled: Session):
    for number in (2, 3, 4):
        filled.run(set_field, table="project", row_id=number, key="start_actual", text="2024-03-08")
    assert month_progress(collect_month(filled, "2024-03"))[0].startswith("3月，新开工项目4个，总投资4亿元；")


def test_agency_cases_are_told_in_three_ways(filled: Session):
    assert agency(collect_month(filled, "2024-03")) == ""

    def cases(w: Writer) -> None:
        """填入领办代办."""
        known = {"project_id": 1, "accepted_on": "2024-03-01"}
        w.insert(
            "agency_case",
            known | {"matter": "施工许可", "cases": 2, "done_on": "2024-03-20", "satisfaction": 5},
        )
        w.insert("agency_case", known | {"matter": "用地批准", "cases": 3})
        w.insert("agency_case", known | {"matter": "环评", "cases": 1, "accepted_on": "2024-04-02"})
        w.insert("agency_case", known | {"matter": "能评", "cases": None})

    filled.run(cases)
    assert agency(collect_month(filled, "2024-03")) == (
        "为1个项目领办代办事项3项，共涉及5件（另有1项未填件数）；已办结1项、2件；企业评价1项，其中满意1项。"
    )
