"""Typed conditions mean what an officer would expect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonedesk.domain.condition_tests import Unfit
from zonedesk.domain.conditions import ConditionError, parse
from zonedesk.domain.dates import takes_effect
from zonedesk.domain.fields import Kind
from zonedesk.domain.messages import say

AS_OF = "2024-03-31"
YI, WAN = 100_000_000, 10_000


def passes(text: str, kind: Kind, value: int | str | None, *, done: bool = False, unit: str = "亿元") -> bool:
    condition = parse(text, kind, unit, planned=kind is Kind.DATE)
    return condition.matches(value, AS_OF, done=done)


@pytest.mark.parametrize(
    ("text", "unit", "inside", "outside"),
    [
        (">=5000", "万元", 5000 * WAN, 5000 * WAN - 1),
        ("≥5000", "万元", 5000 * WAN, 4999 * WAN),
        ("<1.2", "亿元", 119_999_999, 120_000_000),
        ("5000~8000", "万元", 8000 * WAN, 8001 * WAN),
        ("5000-8000", "万元", 5000 * WAN, 4999 * WAN),
        ("5000至8000", "万元", 6000 * WAN, 9000 * WAN),
        ("~2", "亿元", 2 * YI, 2 * YI + 1),
        ("2~", "亿元", 2 * YI, 2 * YI - 1),
        (">= 1 < 2", "亿元", YI, 2 * YI),
        ("3", "亿元", 3 * YI, 3 * YI + 1),
        ("＝３", "亿元", 3 * YI, 3 * YI + 1),
        ("!=3", "亿元", 4 * YI, 3 * YI),
        (">=5000万", "亿元", 5000 * WAN, 4999 * WAN),
        ("1亿以上", "万元", YI, YI - 1),
        ("1亿以下", "万元", YI, YI + 1),
        ("<1 或 >5", "亿元", 6 * YI, 3 * YI),
        ("<1或空", "亿元", None, 3 * YI),
        ("非空", "亿元", 0, None),
        ("空", "亿元", None, 0),
        ("待核", "亿元", Unfit("约几亿"), YI),
        ("*几亿*", "亿元", Unfit("约几亿"), YI),
    ],
)
def test_amounts(text: str, unit: str, inside: int | None, outside: int | None) -> None:
    assert passes(text, Kind.MONEY, inside, unit=unit)
    assert not passes(text, Kind.MONEY, outside, unit=unit)


def test_an_empty_amount_lies_in_no_range_and_unfit_text_is_not_empty() -> None:
    assert not passes(">=0", Kind.MONEY, None)
    assert not passes("<=0", Kind.MONEY, Unfit("待定"))
    assert not passes("空", Kind.MONEY, Unfit("待定"))
    assert passes("非空", Kind.MONEY, Unfit("待定"))


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2024-03~2024-06", "2024-06-30", "2024-07-01"),
        ("2024-03~2024-06", "2024-03", "2024-02"),
        ("2024年3月 至 2024年6月", "2024-03-01", "2024-02-29"),
        (">=2024-03", "2024-03-01", "2024-02-29"),
        (">2024-03", "2024-04-01", "2024-03-31"),
        ("<2024-03", "2024-02", "2024-03"),
        ("<=2024", "2024", "2025-01-01"),
        ("2024", "2024-05", "2023-12-31"),
        ("2024年第一季度", "2024-03", "2024-04"),
        ("2023Q4", "2023-10-01", "2023-09-30"),
        ("2024上半年", "2024-01", "2024-07"),
        ("本月", "2024-03-02", "2024-04-01"),
        ("上月", "2024-02", "2024-03-01"),
        ("本季", "2024-01-01", "2023-12-31"),
        ("上季", "2023-10-01", "2024-01-01"),
        ("今年", "2024-12", "2023-12"),
        ("去年", "2023", "2024-01-01"),
        ("上月~本月", "2024-02-01", "2024-01-31"),
        ("逾期", "2024-03", "2024-04-01"),
        ("30天内到期", "2024-04-30", "2024-05-01"),
        ("30天内到期", "2024-04-01", "2024-03-31"),
        ("近7天", "2024-03-25", "2024-03-24"),
        ("!=本月", "2024-02", "2024-03"),
        ("本月 或 空", None, "2024-02"),
        ("待定", Unfit("时间待定"), "2024-03"),
    ],
)
def test_dates(text: str, inside: str | None, outside: str | None) -> None:
    assert passes(text, Kind.DATE, inside)
    assert not passes(text, Kind.DATE, outside)


def test_a_step_that_was_taken_is_neither_overdue_nor_due() -> None:
    for word, day in (("逾期", "2024-01"), ("30天内到期", "2024-04-10")):
        assert parse(word, Kind.DATE, planned=True).asks_done
        assert passes(word, Kind.DATE, day)
        assert not passes(word, Kind.DATE, day, done=True)
    assert not parse("本月 非空", Kind.DATE, planned=True).asks_done


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("冷链", "某某冷链物流", "物流"),
        ("*冷链*", "某某冷链物流", "物流"),
        ("某某*", "某某冷链", "新某某"),
        ("?某", "王某", "王某某"),
        ("=新能源", "新能源", "新能源汽车"),
        ("!=新能源", "新能源汽车", "新能源"),
        ("!=新能源", None, "新能源"),
        ("!*冷链*", "物流", "冷链物流"),
        ("!冷链", "物流", "冷链物流"),
        ("新能源 或 新材料", "新材料", "冷链"),
        ("某某 物流", "某某冷链物流", "某某冷链"),
        ('"空"', "航空", "冷链"),
        ('"甲 乙"', "甲 乙", "甲乙"),
        ("（一期）", "项目(一期)", "项目一期"),
        ("abc", "ＡＢＣ公司", "AB"),
        ("空", "", "x"),
    ],
)
def test_words(text: str, inside: str | None, outside: str | None) -> None:
    assert passes(text, Kind.TEXT, inside)
    assert not passes(text, Kind.TEXT, outside)


def test_yes_and_no() -> None:
    assert passes("是", Kind.BOOL, 1)
    assert not passes("是", Kind.BOOL, 0)
    assert passes("!=是", Kind.BOOL, None)
    assert passes("空 或 否", Kind.BOOL, 0)


def test_an_empty_condition_lets_all_pass() -> None:
    assert all(passes("  ", kind, value) for kind in Kind for value in (None, 1, "2024"))


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (">abc", Kind.MONEY, "不是金额"),
        ("1.2.3", Kind.MONEY, "不是金额"),
        ("8~5", Kind.MONEY, "调换"),
        ("2024-13", Kind.DATE, "不是日期"),
        ("2024-06~2024-03", Kind.DATE, "调换"),
        (">", Kind.MONEY, "不完整"),
        ("冷链 或", Kind.TEXT, "不完整"),
        (">5", Kind.TEXT, "不能比大小"),
    ],
)
def test_what_is_wrong_is_told(text: str, kind: Kind, told: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(text, kind)
    assert told in say(caught.value)


def test_overdue_is_asked_of_planned_dates_only() -> None:
    with pytest.raises(ConditionError) as caught:
        parse("逾期", Kind.DATE)
    assert "计划时间" in say(caught.value)


amounts = st.integers(-(10**12), 10**12)
days = st.dates().filter(lambda day: 1980 <= day.year <= 2099).map(lambda day: day.isoformat())
partial = st.builds(lambda day, cut: day[:cut], days, st.sampled_from((4, 7, 10)))


@given(amounts, amounts)
def test_the_operators_part_the_numbers(bound: int, value: int) -> None:
    below, at, above = (passes(f"{sign}{bound}", Kind.MONEY, value, unit="元") for sign in ("<", "=", ">"))
    assert [below, at, above].count(True) == 1
    assert passes(f">={bound}", Kind.MONEY, value, unit="元") == (at or above)
    assert passes(f"<={bound}", Kind.MONEY, value, unit="元") == (at or below)
    assert passes(f"!={bound}", Kind.MONEY, value, unit="元") != at


@given(amounts, amounts, amounts)
def test_a_range_holds_its_ends(one: int, other: int, value: int) -> None:
    low, high = sorted((one, other))
    assert passes(f"{low}~{high}", Kind.MONEY, value, unit="元") == (low <= value <= high)


@given(partial, partial)
def test_a_period_parts_the_days_around_it(period: str, day: str) -> None:
    marks = [passes(f"{sign}{period}", Kind.DATE, day) for sign in ("<", "=", ">")]
    assert marks.count(True) == 1
    assert passes(f">{period}", Kind.DATE, day) == (takes_effect(day) > takes_effect(period))


@given(st.text(max_size=20), st.sampled_from([k for k in Kind if k is not Kind.REF]))
def test_whatever_is_typed_is_understood_or_refused_in_words(text: str, kind: Kind) -> None:
    told = ""
    try:
        condition = parse(text, kind, planned=True)
    except ConditionError as error:
        told = say(error)
    if told:
        assert told.endswith("。")
        return
    for value in (None, "2024-03" if kind in {Kind.DATE, Kind.MONTH} else 5, Unfit("待定")):
        assert condition.matches(value, AS_OF) in {True, False}


@given(st.text(max_size=12).filter(lambda text: '"' not in text and text.strip()))
def test_quoted_text_finds_itself(text: str) -> None:
    quoted = "".join(sign for sign in text if sign not in "“”「」～∼〜").strip()
    if quoted:
        assert passes(f'"{quoted}"', Kind.TEXT, f"前{quoted}后")
