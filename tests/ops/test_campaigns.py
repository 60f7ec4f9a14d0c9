"""Campaigns: choosing projects, who is behind and why, the countdown."""

import pytest

from zonedesk.domain.campaigns import Course
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import say_all
from zonedesk.ops import edit
from zonedesk.ops.campaigns import add_projects, boards, candidates, remove_projects, start_campaign
from zonedesk.ops.lists import kinds
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2026-03-20"
PLANS = {
    "已开工": {"start_plan": "2026-01", "start_actual": "2026-02-10"},
    "未到期": {"start_plan": "2026-03-25"},
    "已逾期": {"start_plan": "2026-02-28"},
    "计划太晚": {"start_plan": "2026-05"},
    "无计划": {},
    "停工的": {"start_plan": "2026-03-30", "suspended_on": "2026-03-01"},
    "已终止": {"start_plan": "2026-03-25", "withdrawn_on": "2026-03-01"},
}


@pytest.fixture
def winter(session):
    """A campaign to have seven projects started by the end of March."""
    for number, (name, dates) in enumerate(PLANS.items(), start=1):
        session.run(edit.add_project, name=name)
        for key, text in dates.items():
            session.run(edit.set_field, table="project", row_id=number, key=key, text=text)
    session.run(
        start_campaign,
        name="冬季行动",
        goal="开工",
        start_on="2025-12-01",
        goal_on="2026-03-31",
        project_ids=range(1, 8),
    )
    return session


def test_who_has_reached_the_goal_and_who_is_behind_and_why(winter):
    (board,) = boards(winter, AS_OF)
    assert (board.days_left, board.share.numerator, board.share.denominator) == (11, 1, 6)
    told = {m.project.name: (m.course, m.behind_days, say_all(m.why) or "") for m in board.members}
    assert told == {
        "已开工": (Course.REACHED, 0, ""),
        "未到期": (Course.ON_WAY, 0, ""),
        "已逾期": (Course.BEHIND, 20, "计划开工日已过 20 天"),
        "计划太晚": (Course.BEHIND, 61, "计划开工晚于目标日 61 天"),
        "无计划": (Course.BEHIND, 0, "无计划开工时间"),
        "停工的": (Course.BEHIND, 0, "停工"),
        "已终止": (Course.OUT, 0, ""),
    }
    assert [m.project.name for m in board.members][:2] == ["计划太晚", "已逾期"]
    assert str(board.elapsed.percent()) == "90.83"


def test_past_the_goal_day_all_that_are_left_are_behind(winter):
    (board,) = boards(winter, "2026-04-02")
    assert board.days_left == -2
    assert len(board.ids(Course.BEHIND)) == 5
    assert str(board.elapsed.percent()) == "100.00"


def test_adding_twice_and_taking_out(winter):
    assert not winter.run(add_projects, campaign_id=1, project_ids=[1, 2])
    rows = [row for row in kinds()["campaign_projects"].rows(winter, AS_OF) if row["project"] == "已终止"]
    winter.run(remove_projects, row_ids=[rows[0]["id"]])
    assert len(kinds()["campaign_projects"].rows(winter, AS_OF)) == 6
    assert winter.reader.count("project") == 7
    winter.undo()
    assert len(kinds()["campaign_projects"].rows(winter, AS_OF)) == 7


def test_the_list_counts_and_tells_what_is_odd(winter):
    (row,) = kinds()["campaigns"].rows(winter, AS_OF)
    assert (row["projects"], row["reached"], row["behind"], row["percent"]) == (6, 1, 4, "16.67")
    assert row["warning"] is None
    winter.run(edit.set_field, table="campaign", row_id=1, key="goal_on", text="2025-11")
    assert "早于开始日期" in kinds()["campaigns"].rows(winter, AS_OF)[0]["warning"]
    winter.run(edit.set_field, table="campaign", row_id=1, key="goal_on", text="")
    winter.run(edit.set_field, table="campaign", row_id=1, key="goal", text="别的")
    (row,) = kinds()["campaigns"].rows(winter, AS_OF)
    assert row["days_left"] is None
    assert "未写目标日期" in row["warning"]
    assert "不能判定" in row["warning"]
    assert {r["course"] for r in kinds()["campaign_projects"].rows(winter, AS_OF)} == {"unknown", "out"}


def test_permits_as_the_goal(winter):
    winter.run(edit.set_field, table="campaign", row_id=1, key="goal", text="手续办结")
    for project, done in ((1, "2026-03-01"), (2, "")):
        values = {"name": "环评", "required": "需办"} | (
            {"status": "已办结", "done_on": done} if done else {"promised_on": "2026-03-28"}
        )
        winter.run(edit.add_row, table="procedure", values=values, project_id=project)
    (board,) = boards(winter, AS_OF)
    told = {m.project.name: (m.course, say_all(m.why) or "") for m in board.members}
    assert told["已开工"] == (Course.REACHED, "")
    assert told["未到期"] == (Course.ON_WAY, "1 件手续未办结")
    assert told["无计划"] == (Course.BEHIND, "未列需办手续")


def test_refusals(session):
    for wrong in ({"name": ""}, {"goal": "飞天"}, {"goal_on": "春天"}):
        values = {"name": "行动", "goal": "开工", "goal_on": "2026-03-31"} | wrong
        with pytest.raises(RefusedError):
            session.run(start_campaign, **values)
    with pytest.raises(RefusedError):
        session.run(add_projects, campaign_id=5, project_ids=[])


def test_all_not_started_of_a_scope_in_one_step(tmp_path):
    path = tmp_path / "示例.zonedesk"
    make_sample(path, projects=60, as_of=AS_OF)
    with Session.open(path, "王某") as session:
        ids = candidates(session, "开工", AS_OF)
        assert ids == session.figures(AS_OF).three_not["not_started"].ids()
        assert set(candidates(session, "手续办结", AS_OF)) <= set(session.reader.names("project"))
        session.run(start_campaign, name="春季行动", goal="开工", goal_on="2026-06-30", project_ids=ids)
        board = next(b for b in boards(session, AS_OF) if b.campaign["name"] == "春季行动")
        assert (len(board.members), board.share.numerator) == (len(ids), 0)
        session.undo()
        assert all(b.campaign["name"] != "春季行动" for b in boards(session, AS_OF))
