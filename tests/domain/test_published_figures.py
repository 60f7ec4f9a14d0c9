"""Every computable figure of the published bulletins, by the rules that the program uses."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ledger_of import facts, listing, project
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.summary import summarise
from zonedesk.domain.figures.verdict import (
    Printed,
    Verdict,
    check_difference,
    check_rate,
    check_sum,
    counts_giving,
    implied_numerator,
)
from zonedesk.domain.money import half_up, read_money
from zonedesk.domain.stages import Due


def cases(kind: str) -> list[dict]:
    # Read while collecting, so that each figure is a test of its own; absent, the tests skip.
    path = Path(__file__).resolve().parents[3] / "shared" / "golden" / "published_figures.json"
    return json.loads(path.read_text(encoding="utf-8"))[kind] if path.exists() else []


def by_id(case: dict) -> str:
    return case["id"]


def amount(text: str) -> int:
    reading = read_money(text, "亿元")
    assert reading is not None
    return reading.value


@pytest.mark.parametrize("case", cases("rates"), ids=by_id)
def test_rate(case: dict) -> None:
    count = case["kind"] == "count"
    published = Printed.read(case["published"])
    as_stored = int if count else amount
    ratio = Ratio(as_stored(case["num"]), as_stored(case["den"]))
    assert ratio.percent(Printed.read(case["rounded"]).decimals) == Decimal(case["rounded"])
    inputs = (Printed.read(case[side], exact=count) for side in ("num", "den"))
    assert check_rate(*inputs, published) is Verdict(case["verdict"])


@pytest.mark.parametrize("case", cases("sums"), ids=by_id)
def test_sum(case: dict) -> None:
    whole = all("." not in part for part in case["parts"])
    parts = [Printed.read(part, exact=whole) for part in case["parts"]]
    total = sum(amount(part) for part in case["parts"])
    if "sum" in case:
        assert total == amount(case["sum"])
    if case["published"] is not None:
        assert check_sum(parts, Printed.read(case["published"], exact=whole)) is Verdict(case["verdict"])


@pytest.mark.parametrize("case", cases("pp"), ids=by_id)
def test_points(case: dict) -> None:
    more, less, points = (Printed.read(case[key]) for key in ("a", "b", "published"))
    assert more.value - less.value == Decimal(case.get("diff", case["published"]))
    assert check_difference(more, less, points) is Verdict(case["verdict"])


@pytest.mark.parametrize("case", cases("unknown_numerator"), ids=by_id)
def test_unknown_numerator(case: dict) -> None:
    published = Printed.read(case["published"])
    assert counts_giving(case["count_base"], published) == case["count_solutions"]
    if case["amount_base"]:
        ends = implied_numerator(Decimal(case["amount_base"]), published)
        assert [str(half_up(end, 3)) for end in ends] == case["implied_amount"]


@given(base=st.integers(1, 500), data=st.data(), decimals=st.integers(0, 2))
def test_a_printed_count_is_among_those_that_give_it(base: int, data: st.DataObject, decimals: int) -> None:
    count = data.draw(st.integers(0, base))
    percent = Printed(half_up(Decimal(count) * 100 / base, decimals))
    assert count in counts_giving(base, percent)
    assert (
        check_rate(Printed(Decimal(count), exact=True), Printed(Decimal(base), exact=True), percent)
        is Verdict.EXACT
    )


def test_puyang_parts_not_started_into_not_due_and_overdue() -> None:
    """341 signed, 264 started, 77 not: 68 not yet due, 9 overdue (X12)."""
    projects = [
        *(project(n, start_actual="2023-12") for n in range(264)),
        *(project(n, start_plan="2024-05") for n in range(264, 332)),
        *(project(n, start_plan="2024-02-29") for n in range(332, 341)),
    ]
    summary = summarise(facts(projects, [listing(n) for n in range(341)]))
    rate = summary.rates["start_rate"]["count"]
    assert (rate.ratio, str(rate.ratio.percent(1))) == (Ratio(264, 341), "77.4")
    assert len(rate.rows) == 264
    stuck = summary.three_not["not_started"]
    assert len(stuck.items) == 77
    assert len(stuck.ids(Due.NOT_DUE)) == 68
    assert stuck.ids(Due.OVERDUE) == tuple(range(332, 341))
    assert {item.overdue_days for item in stuck.items if item.due is Due.OVERDUE} == {31}


def test_one_batch_over_another_is_not_a_rate() -> None:
    """83 in 投产一批 over 84 in 开工一批 is not a production rate: the cohort is asked (G24)."""
    projects = [project(n, prod_actual="2024-01" if n < 31 else None) for n in range(84)]
    others = [project(n, prod_actual="2023-12") for n in range(84, 167)]
    listings = [listing(n, "start") for n in range(84)] + [listing(n, "production") for n in range(84, 167)]
    rate = summarise(facts(projects + others, listings)).rates["production_rate"]["count"]
    assert str(rate.ratio.percent()) == "36.90"
