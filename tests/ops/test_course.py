"""Registering 停工, 复工 and 终止/调出 as one step."""

import datetime as dt

import pytest

from zonedesk.domain.course import Turn
from zonedesk.domain.errors import RefusedError
from zonedesk.ops import edit
from zonedesk.ops.course import doubts_of, register_turn

TODAY = dt.date(2024, 3, 31)


@pytest.fixture
def two(session):
    for name in ("甲项目", "乙项目"):
        session.run(edit.add_project, name=name)
    return session


def told(session, project_id=1):
    row = session.reader.rows("project", id=project_id)[0]
    keys = (
        "suspended_on",
        "suspend_reason",
        "resumed_on",
        "resume_reason",
        "withdrawn_on",
        "withdraw_kind",
        "withdraw_reason",
    )
    return [row[key] for key in keys]


def test_standing_still_and_going_on_again(two):
    two.run(register_turn, project_ids=[1, 2], turn=Turn.SUSPEND, day="2024年1月", reason=" 资金链断裂 ")
    assert told(two) == told(two, 2) == ["2024-01", "资金链断裂", None, None, None, None, None]
    assert two.steps()[0].label == "登记“甲项目”等 2 个项目停工：2024-01"
    two.run(register_turn, project_ids=[1], turn=Turn.RESUME, day="2024.3.5", reason=" 资金到位 ")
    assert told(two)[:4] == ["2024-01", "资金链断裂", "2024-03-05", "资金到位"]
    two.run(register_turn, project_ids=[1], turn=Turn.SUSPEND, day="2024-3-20", reason="设备未到")
    assert told(two)[:4] == ["2024-03-20", "设备未到", None, None]
    two.undo()
    assert told(two)[:4] == ["2024-01", "资金链断裂", "2024-03-05", "资金到位"]


def test_ending_says_how_and_why(two):
    two.run(
        register_turn, project_ids=[2], turn=Turn.WITHDRAW, day="2024-3-1", reason="企业改投外地", kind="终止"
    )
    assert told(two, 2)[4:] == ["2024-03-01", "终止", "企业改投外地"]
    assert two.steps()[0].label == "登记“乙项目”终止：2024-03-01"


def test_a_text_that_did_not_fit_makes_way(two):
    two.run(edit.set_field, table="project", row_id=1, key="suspended_on", text="年后")
    two.run(edit.set_field, table="project", row_id=1, key="start_plan", text="待定")
    two.run(register_turn, project_ids=[1], turn=Turn.SUSPEND, day="2024-01-31", reason="停电")
    assert two.reader.rows("project", id=1)[0]["unfit"] == {"start_plan": "待定"}


@pytest.mark.parametrize("day", ["", "上个月", "2024-13-01"])
def test_what_is_no_date_is_refused_whole(two, day):
    steps = len(two.steps())
    with pytest.raises(RefusedError):
        two.run(register_turn, project_ids=[1, 2], turn=Turn.SUSPEND, day=day, reason="停电")
    assert len(two.steps()) == steps
    assert doubts_of(two.reader, [1], Turn.SUSPEND, day, reason="", today=TODAY) == []


def test_doubts_name_their_project_and_block_nothing(two):
    two.run(register_turn, project_ids=[2], turn=Turn.SUSPEND, day="2024-03-10", reason="停电")
    found = doubts_of(two.reader, [1, 2], Turn.RESUME, "2024-03-01", reason="来电", today=TODAY)
    assert [(name, doubt.code) for name, doubt in found] == [
        ("甲项目", "course.no_suspension"),
        ("乙项目", "course.before"),
    ]
    two.run(register_turn, project_ids=[2], turn=Turn.RESUME, day="2024-03-01")
    assert told(two, 2)[2] == "2024-03-01"
