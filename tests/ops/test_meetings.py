"""Meetings, what they decide, and following it to its end."""

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.meetings import meeting_name
from zonedesk.ops import edit
from zonedesk.ops.lists import kinds
from zonedesk.ops.meetings import (
    add_action,
    add_meeting,
    close_action,
    follow_action,
    last_meeting,
    meeting_before,
    reopen_action,
    set_meeting_field,
)
from zonedesk.ops.quality import check_quality
from zonedesk.ops.weekly import paper_of

AS_OF = "2026-04-10"


@pytest.fixture
def held(session):
    """A ledger with a project and a meeting of 3 April."""
    session.run(edit.add_project, name="某某项目", zone="示例园区")
    session.run(edit.set_field, table="project", row_id=1, key="duty_unit", text="规划建设局")
    session.run(add_meeting, kind="周例会", held_on="2026-04-03")
    return session


def items(session, as_of=AS_OF, scope=None):
    return kinds()["action_items"].rows(session, as_of, scope)


@pytest.mark.parametrize(
    ("kind", "day", "name"),
    [
        ("周例会", "2026-04-03", "2026年第14周例会"),
        ("旬复盘", "2026-02-28", "2026年2月下旬复盘"),
        ("月会商", "2026-04", "2026年4月会商"),
        ("专题会", "2026-04-03", "2026年4月3日专题会"),
        ("专题会", None, "专题会"),
    ],
)
def test_meetings_are_named_by_kind_and_day(kind, day, name):
    assert meeting_name(kind, day) == name


def test_a_name_that_nobody_chose_follows_kind_and_day(held):
    held.run(set_meeting_field, meeting_id=1, key="held_on", text="2026.4.10")
    assert held.reader.rows("meeting")[0]["name"] == "2026年第15周例会"
    held.run(set_meeting_field, meeting_id=1, key="kind", text="月会商")
    assert held.reader.rows("meeting")[0]["name"] == "2026年4月会商"
    held.run(set_meeting_field, meeting_id=1, key="name", text="土地专题会")
    held.run(set_meeting_field, meeting_id=1, key="held_on", text="待定")
    row = held.reader.rows("meeting")[0]
    assert (row["name"], row["held_on"], row["unfit"]) == ("土地专题会", None, {"held_on": "待定"})


def test_an_item_from_decision_to_close_out(held):
    held.run(add_action, content="供电线路增容", meeting_id=1, project_id=1, deadline="2026-04-08")
    (row,) = items(held)
    assert (row["owner_unit"], row["meeting"], row["project"]) == (
        "规划建设局",
        "2026年第14周例会",
        "某某项目",
    )
    assert (row["open"], row["overdue_days"], row["warning"]) == (True, 2, None)
    held.run(follow_action, action_id=1, happened_on="2026-04-07", content="已完成勘测")
    (row,) = items(held)
    assert (row["status"], row["last_note"]) == ("办理中", "2026-04-07 已完成勘测")
    held.run(close_action, action_id=1, done_on="2026-04-09", result="线路已投运")
    (row,) = items(held)
    assert (row["open"], row["overdue_days"], row["result"]) == (False, 0, "线路已投运")
    assert row["follow_ups"][-1]["content"] == "办结：线路已投运"
    # As of the day before, it was open, and one day late only as of the 9th.
    assert items(held, "2026-04-08")[0]["open"]
    held.run(reopen_action, action_id=1)
    (row,) = items(held)
    assert (row["open"], row["done_on"], row["result"]) == (True, None, "线路已投运")


def test_items_are_not_there_before_their_meeting(held):
    held.run(add_action, content="供电线路增容", meeting_id=1)
    assert items(held, "2026-04-02") == []
    (row,) = kinds()["meetings"].rows(held, AS_OF)
    assert (row["items"], row["open_items"], row["overdue_items"]) == (1, 1, 0)


def test_a_scope_leaves_the_items_of_its_projects(held):
    held.run(add_action, content="全区的事", meeting_id=1)
    held.run(add_action, content="某某项目的事", meeting_id=1, project_id=1)
    assert {row["content"] for row in items(held)} == {"全区的事", "某某项目的事"}
    assert [row["content"] for row in items(held, scope=Scope(zone_id=1))] == ["某某项目的事"]
    assert items(held, scope=Scope(industry_field="新材料")) == []


def test_what_looks_wrong_is_told_and_nothing_refused(held):
    held.run(add_action, content="没有时限", meeting_id=1)
    held.run(add_action, content="时限在前", meeting_id=1, owner_unit="某局", deadline="2026-04-01")
    held.run(add_action, content="月份不算在前", meeting_id=1, owner_unit="某局", deadline="2026-04")
    held.run(add_action, content="状态没改", meeting_id=1, owner_unit="某局", deadline="2026-05")
    held.run(edit.set_field, table="action_item", row_id=4, key="done_on", text="2026-04-02")
    told = {row["content"]: row["warning"] for row in items(held)}
    assert told["没有时限"] == "未写责任单位和责任人；未写完成时限"
    assert told["时限在前"] == "完成时限 2026-04-01 早于会议日期 2026-04-03"
    assert told["月份不算在前"] is None
    assert "完成时间 2026-04-02 早于会议日期" in told["状态没改"]
    assert "状态仍是“待办”" in told["状态没改"]


def test_refusals(held):
    with pytest.raises(RefusedError):
        held.run(add_meeting, kind="周例会", held_on="昨天")
    with pytest.raises(RefusedError):
        held.run(add_action, content="　")
    with pytest.raises(RefusedError):
        held.run(close_action, action_id=9, done_on=AS_OF)
    with pytest.raises(RefusedError):
        held.run(follow_action, action_id=9, happened_on=AS_OF, content="进展")


def test_the_meeting_before_is_of_the_same_kind(held):
    held.run(add_meeting, kind="月会商", held_on="2026-04-07")
    held.run(add_meeting, kind="周例会", held_on="2026-04-10")
    assert meeting_before(held.reader, "周例会", "2026-04-10")["held_on"] == "2026-04-03"
    assert meeting_before(held.reader, "周例会", "2026-04-03") is None
    assert last_meeting(held.reader, "周例会", "2026-04-09")["held_on"] == "2026-04-03"
    assert last_meeting(held.reader, "周例会", AS_OF)["held_on"] == "2026-04-10"


def test_deleting_a_meeting_takes_its_items_and_undo_brings_them_back(held):
    held.run(add_action, content="供电线路增容", meeting_id=1, project_id=1)
    held.run(follow_action, action_id=1, happened_on="2026-04-07", content="已完成勘测")
    held.run(edit.delete_row, table="meeting", row_id=1)
    assert items(held) == []
    held.undo()
    assert items(held)[0]["last_note"] == "2026-04-07 已完成勘测"


def test_a_status_that_is_none_is_kept_flagged_and_counted_nowhere(held):
    held.run(add_action, content="供电线路增容", meeting_id=1, owner_unit="某局", deadline="2026-04-08")
    held.run(edit.set_field, table="action_item", row_id=1, key="status", text="2026-11-27")
    (row,) = items(held)
    assert (row["status"], row["state"], row["doubtful"]) == ("2026-11-27", "2026-11-27（待核）", True)
    assert (row["open"], row["overdue_days"]) == (False, 0)
    assert row["warning"].startswith("状态“2026-11-27”不是待办、办理中、已完成之一，按原文保留，待核")
    (meeting,) = kinds()["meetings"].rows(held, AS_OF)
    assert (meeting["open_items"], meeting["overdue_items"]) == (0, 0)
    assert [row["doubtful"] for row in paper_of(held, None, AS_OF).items] == [True]
    unfit = next(f for f in check_quality(held.reader, AS_OF) if f.rule.code == "quality.unfit")
    assert [each.facts["value"] for each in unfit.problems] == ["2026-11-27"]
    held.run(edit.set_field, table="action_item", row_id=1, key="status", text="办理中")
    (row,) = items(held)
    assert (row["open"], row["doubtful"], row["overdue_days"]) == (True, False, 2)
