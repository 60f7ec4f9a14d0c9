"""The next step of a project, and when it was last written to."""

import pytest

from zonedesk.ops import edit
from zonedesk.ops.last_update import last_updates
from zonedesk.ops.next_step import next_steps

AS_OF = "2024-03-31"


@pytest.fixture
def one(session):
    session.run(edit.add_project, name="甲项目")
    session.run(edit.add_project, name="乙项目")
    return session


def add(session, table, project_id=1, **values):
    session.run(edit.add_row, table=table, project_id=project_id, values=values)


def test_the_soonest_comes_first_whatever_book_it_stands_in(one):
    assert next_steps(one.reader, [1, 2], AS_OF) == {}
    add(one, "milestone", name="主体封顶", plan_on="2024-05", forecast_on="2024-06-15")
    assert next_steps(one.reader, [1], AS_OF)[1][:3] == ("主体封顶", "milestone", "2024-06-15")
    add(one, "procedure", name="施工许可", next_step="补正图审意见", promised_on="2024-06-10")
    assert next_steps(one.reader, [1], AS_OF)[1].text == "施工许可：补正图审意见"
    add(one, "procedure", name="环评", next_step="公示", status="已办结", promised_on="2024-04-01")
    add(one, "procedure", name="能评", next_step="委托", required="无需办理", promised_on="2024-04-01")
    assert next_steps(one.reader, [1], AS_OF)[1].source == "procedure", "what is done is no next step"
    one.run(edit.add_row, table="meeting", values={"name": "周例会"})
    one.run(
        edit.add_row,
        table="action_item",
        project_id=1,
        values={"content": "移交土地", "deadline": "2024-4-12"},
        links={"meeting_id": 1},
    )
    assert next_steps(one.reader, [1], AS_OF)[1].text == "移交土地"
    row = one.reader.rows("action_item")[0]["id"]
    one.run(edit.set_field, table="action_item", row_id=row, key="status", text="已完成")
    assert next_steps(one.reader, [1], AS_OF)[1].source == "procedure"


def test_what_was_taken_by_the_day_is_past_and_what_comes_later_is_not(one):
    add(one, "milestone", name="开工", plan_on="2024-01", actual_on="2024-04-05")
    assert next_steps(one.reader, [1], AS_OF)[1].text == "开工"
    assert next_steps(one.reader, [1], "2024-04-30") == {}


def test_the_last_update_is_the_newest_standing_step_of_anything_of_the_project(one):
    assert last_updates(one.reader, one.record, [1, 2])[1].label == "新增项目 甲项目"
    add(one, "problem", description="缺电")
    add(one, "monthly_progress", month="2024-02", invest_total="1亿元")
    add(one, "monthly_progress", month="2024-03", invest_total="2亿元")
    found = last_updates(one.reader, one.record, [1, 2])
    assert (found[1].who, found[1].month) == ("王某", "2024-03")
    assert "2024-03" in found[1].label
    assert found[2].label == "新增项目 乙项目"
    one.run(edit.set_field, table="problem", row_id=1, key="measure", text="接双回路")
    assert "解决措施" in last_updates(one.reader, one.record, [1])[1].label
    one.undo()
    assert "2024-03" in last_updates(one.reader, one.record, [1])[1].label, "what was taken back is no update"
    assert set(last_updates(one.reader, one.record, [2, 99])) == {2}
