"""An office's own definitions of the stuck lists: read, written, and what they do to the lists."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ledger_of import YI, facts, listing, project
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.figures.summary import as_json, summarise
from zonedesk.domain.figures.three_not import stuck_list
from zonedesk.domain.stages import Due
from zonedesk.domain.stuck_rules import (
    DEFAULTS,
    PAIRS,
    Base,
    Clock,
    ListRule,
    StuckRules,
    Suspended,
    months_after,
    read_rules,
    write_rules,
)

DAY = "2024-03-31"


def found(known, name="not_started", **rule):
    rules = replace(DEFAULTS, **{name: replace(DEFAULTS.of(name), **rule)})
    return stuck_list(View(known, Scope(stuck=rules)), name)


def split(stuck):
    return {item.project_id: (item.due, item.overdue_days) for item in stuck.items}


def test_without_a_setting_the_meaning_is_that_of_the_source_texts() -> None:
    assert read_rules(None) == read_rules("") == (DEFAULTS, ())
    assert write_rules(DEFAULTS) == ""
    assert DEFAULTS.basis("not_started") == ""
    assert as_json(summarise(facts([], [])))["three_not"]["not_started"].keys().isdisjoint({"basis"})


def test_a_tolerance_puts_overdue_off_and_the_days_still_count_from_the_plan() -> None:
    known = facts(
        [project(1, start_plan="2024-03-01"), project(2, start_plan="2024-03-02")], [listing(1), listing(2)]
    )
    assert split(found(known)) == {1: (Due.OVERDUE, 30), 2: (Due.OVERDUE, 29)}
    stuck = found(known, tolerance_days=30)
    assert split(stuck) == {1: (Due.OVERDUE, 30), 2: (Due.NOT_DUE, 0)}
    assert "满30天" in stuck.basis


def test_the_clock_may_start_with_the_step_before() -> None:
    known = facts(
        [
            project(1, sign_date="2023-03", start_plan="2025"),
            project(2, sign_date="2023-06-30"),
            project(3),
            project(4, sign_date="2023-01-15", start_plan="2024-02-01"),
        ],
        [listing(n) for n in (1, 2, 3, 4)],
    )
    by_step = found(known, clock=Clock.STEP, months=12)
    assert split(by_step) == {
        4: (Due.OVERDUE, 76),
        1: (Due.OVERDUE, 0),
        3: (Due.UNDATED, 0),
        2: (Due.NOT_DUE, 0),
    }
    assert [(item.planned, item.derived) for item in by_step.items] == [
        ("2024-01-15", True),
        ("2024-03", True),
        (None, False),
        ("2024-06-30", True),
    ]
    either = found(known, clock=Clock.PLAN_ELSE_STEP, months=9)
    assert split(either) == {
        4: (Due.OVERDUE, 59),
        2: (Due.OVERDUE, 1),
        3: (Due.UNDATED, 0),
        1: (Due.NOT_DUE, 0),
    }


def test_suspended_projects_stand_apart_are_left_out_or_judged_as_others() -> None:
    known = facts([project(1, start_plan="2024-01-31", suspended_on="2024-02")], [listing(1)])
    assert split(found(known)) == {1: (Due.SUSPENDED, 0)}
    assert split(found(known, suspended=Suspended.COUNTED)) == {1: (Due.OVERDUE, 60)}
    assert split(found(known, suspended=Suspended.LEFT_OUT)) == {}


def test_whom_a_list_asks() -> None:
    known = facts(
        [
            project(1, sign_date="2024-02"),
            project(2),
            project(3, sign_date="2024-01", total_investment=7 * YI),
            project(4, sign_date="2024-05"),
            project(5, sign_date="2024-01", withdrawn_on="2024-02"),
        ],
        [listing(n) for n in (1, 2, 4, 5)],
    )
    assert set(found(known).ids()) == {1, 2}, "4 signs only later; of 2 no day is said, but it is listed"
    assert set(found(known, base=Base.LISTED_TAKEN).ids()) == {1}
    everyone = found(known, base=Base.TAKEN)
    assert set(everyone.ids()) == {1, 3}
    assert everyone.investment == 8 * YI, "one without a listing counts with its own investment"


def test_a_list_may_end_at_a_later_step_and_ask_industrial_projects_only() -> None:
    known = facts(
        [
            project(1, start_actual="2024-01", prod_plan="2024-02-29", project_kind="产业"),
            project(2, project_kind="民生"),
        ],
        [listing(1), listing(2)],
    )
    assert found(known).ids() == (2,)
    later = found(known, until="prod_actual")
    assert set(later.ids()) == {1, 2}
    assert (later.definition.planned, split(later)[1]) == ("prod_plan", (Due.OVERDUE, 31))
    assert found(known, industrial_only=True).ids() == ()
    assert found(known, until="prod_actual", industrial_only=True).ids() == (1,)


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2024-01", 12, "2025-01"),
        ("2023", 6, "2024-06"),
        ("2024-12-05", 1, "2025-01-05"),
    ],
)
def test_months_after(day: str, months: int, after: str) -> None:
    assert months_after(day, months) == after


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("{", {("", "")}),
        ("[]", {("", "")}),
        ('{"not_started": {"tolerance_days": "三十", "months": 6}}', {("not_started", "tolerance_days")}),
        ('{"not_started": {"months": 0}}', {("not_started", "months")}),
        ('{"not_started": {"months": true}}', {("not_started", "months")}),
        ('{"not_on_target": {"until": "start_actual"}}', {("not_on_target", "until")}),
        (
            '{"not_started": {"clock": "moon", "later": 1}}',
            {("not_started", "clock"), ("not_started", "later")},
        ),
        ('{"others": {}}', {("others", "")}),
        ('{"not_started": 5}', {("not_started", "")}),
    ],
)
def test_what_is_not_understood_stands_at_its_default_and_is_said(text: str, faults: set) -> None:
    reading = read_rules(text)
    assert set(reading.faults) == faults
    kept = 6 if '"months": 6' in text else 12
    assert reading.rules == replace(DEFAULTS, not_started=replace(DEFAULTS.not_started, months=kept))


LIST_RULES = {
    name: st.builds(
        ListRule,
        until=st.sampled_from(pair.untils),
        base=st.sampled_from(Base),
        industrial_only=st.booleans(),
        clock=st.sampled_from(Clock),
        months=st.integers(1, 240),
        tolerance_days=st.integers(0, 3650),
        suspended=st.sampled_from(Suspended),
    )
    for name, pair in PAIRS.items()
}


@given(st.builds(StuckRules, **LIST_RULES))
def test_what_is_written_reads_the_same(rules: StuckRules) -> None:
    text = write_rules(rules)
    assert read_rules(text) == (rules, ())
    for name in PAIRS:
        assert bool(rules.basis(name)) == (rules.of(name) != DEFAULTS.of(name))
    assert text == "" or all(values for values in json.loads(text).values())
