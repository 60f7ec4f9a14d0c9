"""Headings as bureaus write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zonedesk.exchange.headings import meaning_of, unit_in

# Names in the list of synonyms, and the column they fill here; the others are no fields of the ledger yet.
FIELDS = {
    "zone": "zone_id", "name": "name", "code": "code", "enterprise": "enterprise_id", "uscc": "uscc", "location": "location",
    "build_nature": "build_nature", "content": "content", "sei_flag": "strategic", "total_investment": "total_investment",
    "year_plan": "year_plan", "invest_month": "invest_month", "invest_ytd": "invest_ytd", "invest_total": "invest_total",
    "expected_output": "expected_output", "actual_output": "actual_output", "land_area": "land_area",
    "sign_date": "sign_date", "start_plan": "start_plan", "start_actual": "start_actual",
    "start_ambiguous": "start_either", "prod_plan": "prod_plan", "prod_actual": "prod_actual",
    "image_progress": "image_progress", "issue": "description", "measure": "measure", "leader": "sponsor",
    "resp_org": "duty_unit", "resp_person": "duty_person", "specialist": "service_officer", "phone": "phone", "remark": "remark",
}  # fmt: skip
UNLIKE = {"填报单位"}  # stands in the line above the header, never as a column


def test_golden_synonyms(shared: Path) -> None:
    listed = json.loads((shared / "golden" / "header_synonyms.json").read_text("utf-8"))
    wrong = [
        (text, key)
        for name, key in FIELDS.items()
        for text in listed[name]
        if text not in UNLIKE and ((found := meaning_of((text,))) is None or found.key != key)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        (("时间节点", "签约时间"), "sign_date"),
        (("2024年度", "计划投资"), "year_plan"),
        (("2024年度", "本月完成投资"), "invest_month"),
        (("2024年度", "1-3月累计完成投资"), "invest_ytd"),
        (("2024年度", "1—本月累计完成投资"), "invest_ytd"),
        (("3月份完成投资",), "invest_month"),
        (("资金来源", "计划总投资"), "total_investment"),
        (("2024年计划投资", "计划总投资"), "year_plan"),
        (("总投资\n（亿元）",), "total_investment"),
        (("计 划 总投资(万元)",), "total_investment"),
        (("项目（法人）单位",), "enterprise_id"),
    ],
)
def test_parents_units_and_breaks(parts: tuple[str, ...], key: str) -> None:
    found = meaning_of(parts)
    assert found is not None
    assert found.key == key


def test_another_years_column_is_not_this_years() -> None:
    assert meaning_of(("2023年计划投资",), year="2024") is None


def test_unknown_is_unknown() -> None:
    assert meaning_of(("甲",)) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("总投资（万元）", "万元"), ("总投资(单位：亿元)", "亿元"), ("用地（亩）", "亩"), ("总投资", "")],
)
def test_units(text: str, unit: str) -> None:
    assert unit_in(text) == unit
