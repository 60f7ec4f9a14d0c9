"""Ratios, scopes, cohorts and the three lists of stuck projects."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ledger_of import YI, facts, listing, project
from zonedesk.domain.facts import PendingProcedure, ProcedureCount
from zonedesk.domain.figures.ratio import NO_BASE, Ratio, points_between
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.figures.summary import as_json, summarise, summarise_view
from zonedesk.domain.stages import Due

# --- ratios -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "below", "decimals", "text"),
    [
        (363, 364, 2, "99.73%"),
        (1, 8, 0, "13%"),
        (1, 800, 2, "0.13%"),
        (99_999, 100_000, 2, "99.99%"),
        (99_999, 100_000, 0, "99%"),
        (100_001, 100_000, 2, "100.01%"),
        (7, 7, 2, "100.00%"),
        (0, 7, 2, "0.00%"),
        (0, 0, 2, NO_BASE),
    ],
)
def test_percent(above: int, below: int, decimals: int, text: str) -> None:
    assert Ratio(above, below).text(decimals) == text


@given(st.integers(0, 10**15), st.integers(1, 10**15), st.integers(0, 4))
def test_a_hundred_means_equal(above: int, below: int, decimals: int) -> None:
    assert (Ratio(above, below).percent(decimals) == 100) == (above == below)


def test_differences_use_unrounded_rates() -> None:
    """江门: 97.2 % against 10/12 of the year is 13.8 points, not 97.2 - 83.3 = 13.9 (X15)."""
    done, elapsed = Ratio(6290, 6474), Ratio(10, 12)
    assert points_between(done, elapsed, 1) == Decimal("13.8")
    assert done.percent(1) - elapsed.percent(1) == Decimal("13.9")
    assert points_between(done, Ratio(0, 0)) is None
    assert points_between(Ratio(11973, 19582), Ratio(75, 120)) == Decimal("-1.36")


# --- scopes and cohorts -------------------------------------------------------------------------------


def test_a_project_listed_twice_counts_once_with_its_last_amounts() -> None:
    twice = [
        listing(1, batch=3, investment=5 * YI),
        listing(1, batch=1, investment=2 * YI),
        listing(2, batch=1),
    ]
    view = View(facts([project(1), project(2)], twice))
    assert list(view.cohort("signing")) == [1, 2]
    assert view.cohort("signing").investments[1] == 5 * YI
    early = View(view.facts, Scope(to_batch=2))
    assert early.cohort("signing").investments[1] == 2 * YI


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [(None, None, [1, 2, 3, 4]), (2, 3, [2, 3]), (3, None, [3, 4]), (None, 1, [1]), (4, 2, [])],
)
def test_batches_from_to(first: int | None, last: int | None, found: list[int]) -> None:
    listings = [listing(n, batch=n) for n in range(1, 5)]
    view = View(facts([project(n) for n in range(1, 5)], listings), Scope(from_batch=first, to_batch=last))
    assert list(view.cohort("signing")) == found
    assert view.batch_ids == found


def test_zone_industry_and_withdrawn_narrow_both_sides() -> None:
    projects = [
        project(1, zone_id=1, industry_field="新材料", start_actual="2024"),
        project(2, zone_id=1, start_actual="2024-01"),
        project(3, zone_id=2, start_actual="2024-01", withdrawn_on="2024-02"),
    ]
    known = facts(projects, [listing(n) for n in (1, 2, 3)])

    def counted(**scope: object) -> Ratio:
        return summarise(known, Scope(**scope)).rates["start_rate"]["count"].ratio

    assert counted() == Ratio(2, 3)
    assert counted(zone_id=1) == Ratio(1, 2)
    assert counted(industry_field="新材料") == Ratio(0, 1)
    assert counted(without_withdrawn=True) == Ratio(1, 2)
    assert counted(zone_id=99) == Ratio(0, 0)


# --- figures ------------------------------------------------------------------------------------------


def test_listings_keep_their_amounts_when_the_project_changes() -> None:
    known = facts(
        [project(1, total_investment=9 * YI, start_actual="2024-01")], [listing(1, investment=2 * YI)]
    )
    assert summarise(known).rates["start_rate"]["investment"].ratio == Ratio(2 * YI, 2 * YI)


def test_production_rate_by_completed_investment() -> None:
    projects = [project(1, prod_actual="2024-01"), project(2)]
    listings = [listing(1, "start", investment=4 * YI), listing(2, "start", investment=6 * YI)]
    rates = summarise(facts(projects, listings, completed={1: 3 * YI, 2: 5 * YI})).rates["production_rate"]
    assert {basis: str(rate.ratio.percent()) for basis, rate in rates.items()} == {
        "investment": "40.00",
        "count": "50.00",
        "completed_investment": "30.00",
    }
    assert rates["completed_investment"].rows == (1,)


def test_completed_investment_that_nobody_reported_is_not_nothing() -> None:
    projects, listings = [project(1, prod_actual="2024-01-01")], [listing(1, "start", investment=10 * YI)]
    rates = summarise(facts(projects, listings, completed={})).rates["production_rate"]
    assert rates["completed_investment"].ratio.percent() is None
    assert rates["investment"].ratio.percent() == 100


def test_on_target_rate_is_asked_of_industrial_projects_only() -> None:
    projects = [
        project(1, project_kind="产业", effect_actual="2024-01", actual_output=9, expected_output=10),
        project(2, project_kind="产业", actual_output=2, expected_output=10, effect_plan="2024-03"),
        project(3, project_kind="基础设施", effect_plan="2024-01"),
    ]
    summary = summarise(facts(projects, [listing(n, "production") for n in (1, 2, 3)]))
    rates = summary.rates["on_target_rate"]
    assert rates["count"].ratio == Ratio(1, 2)
    assert rates["output"].ratio == Ratio(11, 20)
    assert summary.three_not["not_on_target"].ids() == (2,)


def test_stuck_projects_are_split_and_the_longest_overdue_come_first() -> None:
    projects = [
        project(1, start_plan="2024-04"),
        project(2, start_plan="2024-03-31"),
        project(3, start_plan="2023-12"),
        project(4),
        project(5, start_plan="2023-12", suspended_on="2024-01"),
        project(6, start_plan="2023-12", withdrawn_on="2024-01"),
        project(7, start_plan="2023-12", start_actual="2024-03"),
    ]
    stuck = summarise(facts(projects, [listing(n) for n in range(1, 8)])).three_not["not_started"]
    assert [(item.project_id, item.due, item.overdue_days) for item in stuck.items] == [
        (3, Due.OVERDUE, 91),
        (2, Due.OVERDUE, 0),
        (5, Due.SUSPENDED, 0),
        (4, Due.UNDATED, 0),
        (1, Due.NOT_DUE, 0),
    ]
    assert stuck.investment == 5 * YI


def test_procedures_outside_the_scope_do_not_count() -> None:
    known = facts(
        [project(1, zone_id=1), project(2, zone_id=2)],
        [listing(1, batch=2)],
        procedures=[ProcedureCount(1, 4, 3), ProcedureCount(2, 5, 5)],
        pending=[PendingProcedure(1, 1, "施工许可", "审查中", None)],
    )
    totals = summarise(known).procedures
    assert (totals.completion, len(totals.pending)) == (Ratio(8, 9), 1)
    assert summarise(known, Scope(zone_id=2)).procedures.completion == Ratio(5, 5)
    assert summarise(known, Scope(from_batch=3)).procedures.completion == Ratio(0, 0)
    assert summarise(known, Scope(to_batch=2)).procedures.completion == Ratio(3, 4)


def test_cut_up_by_zone_each_part_has_the_figures_of_that_zone_alone() -> None:
    known = facts(
        [
            project(1, zone_id=1, start_actual="2024-01"),
            project(2, zone_id=2),
            project(3),
            project(4, zone_id=1),
        ],
        [listing(1), listing(2), listing(3), listing(4, batch=3), listing(1, "start", batch=2)],
        zones={1: "甲区", 2: "乙区", 3: "空区"},
    )
    for scope in (Scope(), Scope(from_batch=2), Scope(without_withdrawn=True)):
        parts = View(known, scope).by_zone()
        assert list(parts) == [1, 2, 3, None]
        for zone_id in (1, 2, 3):
            alone = summarise(known, replace(scope, zone_id=zone_id))
            assert as_json(summarise_view(parts[zone_id])) == as_json(alone)
    assert summarise_view(View(known).by_zone()[None]).tracks["signing"].rows == (3,)


def test_the_last_batch_is_the_last_that_lists_anything_in_scope() -> None:
    known = facts([project(1, zone_id=1), project(2, zone_id=2)], [listing(1, batch=2), listing(2, batch=3)])
    last = View(known).last_batch()
    assert last
    assert (last.batch_ids, list(last.cohort("signing"))) == ([3], [2])
    in_zone = View(known, Scope(zone_id=1)).last_batch()
    assert in_zone
    assert in_zone.batch_ids == [2]
    assert View(known, Scope(from_batch=4)).last_batch() is None


def test_an_empty_ledger_has_figures_without_a_base() -> None:
    written = as_json(summarise(facts([], [])))
    assert json.loads(json.dumps(written)) == written
    assert {rate["percent"] for by_basis in written["rates"].values() for rate in by_basis.values()} == {None}
    assert written["procedures"]["percent"] is None


def test_json_is_exact() -> None:
    written = as_json(
        summarise(facts([project(1, start_actual="2024-01")], [listing(1, investment=22_370_000_001)]))
    )
    assert written["rates"]["start_rate"]["investment"] == {
        "numerator": "223.70000001",
        "denominator": "223.70000001",
        "percent": "100.00",
    }
