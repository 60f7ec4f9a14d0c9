"""Stages and due classes, derived from dates for a day."""

from __future__ import annotations

import pytest

from tests.domain.ledger_of import project
from zonedesk.domain.stages import DUE_LABELS, STAGE_LABELS, Due, Stage, is_suspended, stage_of, standing

DAY = "2024-03-31"


@pytest.mark.parametrize(
    ("known", "stage"),
    [
        ({}, Stage.RESERVE),
        ({"sign_date": "2024-04"}, Stage.RESERVE),
        ({"sign_date": "2024-03"}, Stage.SIGNED),
        ({"sign_date": "2023", "start_actual": "2024-03-31"}, Stage.STARTED),
        ({"start_actual": "2023", "prod_actual": "2024-04-01"}, Stage.STARTED),
        ({"prod_actual": "2024-03"}, Stage.IN_PRODUCTION),
        ({"effect_actual": "2023"}, Stage.ON_TARGET),
        ({"effect_actual": "2024"}, Stage.RESERVE),
        ({"effect_actual": "2023", "withdrawn_on": "2024-03-01"}, Stage.WITHDRAWN),
    ],
)
def test_stage_is_the_furthest_that_took_effect(known: dict, stage: Stage) -> None:
    assert stage_of(project(1, **known), DAY) is stage


@pytest.mark.parametrize(
    ("planned", "due", "days"),
    [
        ("2024-03-30", Due.OVERDUE, 1),
        ("2024-03-31", Due.OVERDUE, 0),
        ("2024-03", Due.OVERDUE, 0),
        ("2024-04-01", Due.NOT_DUE, 0),
        ("2024", Due.NOT_DUE, 0),
        ("2023", Due.OVERDUE, 91),
        (None, Due.UNDATED, 0),
    ],
)
def test_a_plan_for_the_day_itself_is_overdue(planned: str | None, due: Due, days: int) -> None:
    assert standing(project(1), planned, DAY) == (due, days)


@pytest.mark.parametrize(
    ("stopped", "resumed", "still"),
    [
        (None, None, False),
        ("2024-03", None, True),
        ("2024-04", None, False),
        ("2024-01", "2024-02", False),
        ("2024-02", "2024-01", True),
        ("2024-02", "2024-04", True),
    ],
)
def test_a_project_stands_still_until_it_resumes(
    stopped: str | None, resumed: str | None, still: bool
) -> None:
    held = project(1, suspended_on=stopped, resumed_on=resumed)
    assert is_suspended(held, DAY) is still
    assert (standing(held, "2024-01", DAY).due is Due.SUSPENDED) is still


def test_everything_has_a_label() -> None:
    assert STAGE_LABELS.keys() == set(Stage)
    assert DUE_LABELS.keys() == set(Due)
