"""What a month brought: steps taken, money spent, the year's plan against the time."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.domain.ledger_of import YI, facts, listing, project
from zonedesk.domain.figures.month import MonthSpent, month_spent, steps_taken
from zonedesk.domain.figures.ratio import Ratio, points_between
from zonedesk.domain.figures.scope import Scope, View


def _views(*projects: Any, scope: Scope | None = None) -> tuple[View, View]:
    listings = [listing(each.id) for each in projects if each.zone_id]
    days = ("2024-02-29", "2024-03-31")
    then, now = (View(facts(list(projects), listings, as_of=day), scope) for day in days)
    return then, now


def test_steps_of_the_month_alone_are_counted():
    then, now = _views(
        project(1, sign_date="2024-02-29", start_actual="2024-03", total_investment=2 * YI),
        project(2, sign_date="2024-03-01", start_actual="2024-04-01", total_investment=None),
        project(3, prod_actual="2024-03-31", effect_actual="2024", total_investment=YI),
        project(4, start_actual="2024-03-02", withdrawn_on="2024-03-20", total_investment=YI),
    )
    assert [(step.label, step.rows, step.investment) for step in steps_taken(then, now)] == [
        ("新签约", (2,), 0),
        ("新开工", (1,), 2 * YI),
        ("新投产", (3,), YI),
        ("新达效", (), 0),
    ]


def test_a_batch_limit_leaves_out_what_is_not_listed_in_it():
    in_batch, beside = project(1, zone_id=1, start_actual="2024-03"), project(2, start_actual="2024-03")
    then, now = _views(in_batch, beside, scope=Scope(from_batch=1, to_batch=1))
    assert steps_taken(then, now)[1].rows == (1,)


def _report(number: int, **known: Any) -> dict[str, Any]:
    return {"project_id": number, "year_plan": None, "invest_month": None, "invest_ytd": None} | known


def test_money_of_a_month_keeps_apart_who_says_what():
    spent = month_spent(
        [
            _report(1, invest_month=5, invest_ytd=40, year_plan=100),
            _report(2, invest_month=0),
            _report(3, year_plan=70),
            _report(4, year_plan=0, invest_ytd=9),
        ],
        "2024-06",
    )
    assert spent == MonthSpent("2024-06", (1, 2, 3, 4), (1, 2), 5, (1,), 100, 40)
    assert (spent.completion.text(), spent.elapsed.text(), spent.lead) == (
        "40.00%",
        "50.00%",
        Decimal("-10.00"),
    )


def test_without_a_plan_nothing_is_ahead_or_behind():
    assert month_spent([_report(1, invest_month=3)], "2024-06").lead is None


def test_the_lag_behind_the_time_that_a_bulletin_printed():
    # 云浮督查通报 2017(十一), domain study X13: 119.73 of 195.82 亿元 done when 7.5 of 12 months were over.
    assert points_between(Ratio(11973, 19582), Ratio(75, 120)) == Decimal("-1.36")
