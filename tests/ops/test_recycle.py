"""Deleted records: listed from the record, looked at, brought back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.messages import say
from zonedesk.ops import edit
from zonedesk.ops.as_it_stood import as_it_stands
from zonedesk.ops.cells import delete_rows
from zonedesk.ops.recycle import content, deleted, restore
from zonedesk.ops.session import Session
from zonedesk.store.writer import Writer


@pytest.fixture
def add(session: Session) -> Callable[..., int]:
    """Adds a project with a procedure, a problem and a listing; gives its id."""

    def make(name: str = "某某项目", code: str = "") -> int:
        changes = session.run(edit.add_project, name=name, zone="某某开发区")
        pid = next(change.row_id for change in changes.of("project"))
        if code:
            session.run(edit.set_field, table="project", row_id=pid, key="code", text=code)
        session.run(edit.set_field, table="project", row_id=pid, key="start_plan", text="年内")
        for table, values in (
            ("procedure", {"name": "某某许可"}),
            ("problem", {"description": "某某问题"}),
            ("listing", {"batch_id": "2024年第一次", "track": "签约一批", "investment": "3"}),
        ):
            session.run(edit.add_row, table=table, project_id=pid, values=values)
        return pid

    return make


def listed(session: Session) -> list:
    return deleted(session.reader, session.record)


def test_nothing_deleted_nothing_listed(session: Session, add: Callable[..., int]) -> None:
    add()
    session.undo()
    assert listed(session) == [], "an addition taken back is not a deletion"


def test_what_one_step_added_and_removed_is_no_deletion(session: Session, add: Callable[..., int]) -> None:
    pid = add()

    def clumsily(w: Writer) -> None:
        """新增后删除."""
        w.delete("procedure", w.insert("procedure", {"project_id": pid, "name": "多余的手续"}))

    session.run(clumsily)
    assert listed(session) == []
    session.run(edit.delete_row, table="problem", row_id=session.reader.rows("problem")[0]["id"])
    assert [found.table for found in listed(session)] == ["problem"]


def test_a_project_is_listed_with_its_children_and_comes_back_whole(
    session: Session, add: Callable[..., int]
) -> None:
    pid = add()
    before = as_it_stands(session.reader, pid)
    session.run(edit.delete_row, table="project", row_id=pid)
    (found,) = listed(session)
    assert (found.table, found.name, found.step.who) == ("project", "某某项目", "王某")
    assert found.children == {"procedure": 1, "problem": 1, "listing": 1}
    assert content(found) == before
    session.run(edit.add_project, name="后来的项目")
    session.run(restore, records=[found])
    assert as_it_stands(session.reader, pid) == before
    assert listed(session) == []


def test_restoring_is_a_step_that_can_be_undone_and_redone(session: Session, add: Callable[..., int]) -> None:
    pid = add()
    session.run(edit.delete_row, table="project", row_id=pid)
    session.run(restore, records=listed(session))
    assert session.next_undo().label == "恢复项目 “某某项目”"
    session.undo()
    assert [each.name for each in listed(session)] == ["某某项目"]
    session.redo()
    assert listed(session) == []
    session.undo()
    session.undo()
    assert session.reader.project(pid) is not None, "the deletion itself is taken back"
    assert listed(session) == []


def test_several_deleted_at_once_come_back_one_by_one(session: Session, add: Callable[..., int]) -> None:
    ids = [add(f"某某项目{n}") for n in range(3)]
    session.run(delete_rows, table="project", row_ids=ids)
    found = listed(session)
    assert len(found) == 3
    assert all(sum(each.children.values()) == 3 for each in found)
    session.run(restore, records=[each for each in found if each.row_id == ids[1]])
    assert list(session.reader.names("project")) == [ids[1]]
    session.run(restore, records=listed(session))
    assert session.next_undo().label == "恢复 2 条已删除的记录"
    assert len(session.reader.names("project")) == 3


def test_a_child_deleted_before_its_project_comes_back_after_it(
    session: Session, add: Callable[..., int]
) -> None:
    pid = add()
    problem = session.reader.rows("problem")[0]["id"]
    session.run(edit.delete_row, table="problem", row_id=problem)
    session.run(edit.delete_row, table="project", row_id=pid)
    project, child = listed(session)
    assert (child.table, child.owner, child.name) == ("problem", "某某项目", "某某问题")
    with pytest.raises(RefusedError) as refused:
        session.run(restore, records=[child])
    assert "请先恢复该项目" in say(refused.value)
    session.run(restore, records=[child, project])
    assert len(session.reader.rows("problem", project_id=pid)) == 1


def test_a_code_or_name_taken_since_is_refused_and_nothing_is_half_done(
    session: Session, add: Callable[..., int]
) -> None:
    other = add("另一项目")
    pid = add(code="2403-140000-04-01-123456")
    session.run(delete_rows, table="project", row_ids=[pid, other])
    add("新来的项目", code="2403－140000－04－01－123456")
    with pytest.raises(RefusedError) as refused:
        session.run(restore, records=listed(session))
    assert "新来的项目" in say(refused.value)
    assert len(session.reader.names("project")) == 1
    session.run(restore, records=[each for each in listed(session) if each.row_id == other])
    assert len(session.reader.names("project")) == 2


def test_a_row_whose_place_was_taken_is_refused(session: Session, add: Callable[..., int]) -> None:
    pid = add()
    permit = session.reader.rows("procedure")[0]["id"]
    session.run(edit.delete_row, table="procedure", row_id=permit)
    session.run(edit.add_row, table="procedure", project_id=pid, values={"name": "某某许可"})
    with pytest.raises(RefusedError) as refused:
        session.run(restore, records=listed(session))
    assert "未恢复" in say(refused.value)


def test_a_company_gone_since_is_named(session: Session, add: Callable[..., int]) -> None:
    pid = add()
    zone = session.reader.rows("zone")[0]["id"]
    session.run(edit.delete_row, table="project", row_id=pid)
    session.run(edit.delete_row, table="zone", row_id=zone)
    by_table = {each.table: each for each in listed(session)}
    with pytest.raises(RefusedError) as refused:
        session.run(restore, records=[by_table["project"]])
    assert "请先恢复该开发区" in say(refused.value)
    assert "某某开发区" in say(refused.value)
    session.run(restore, records=list(by_table.values()))
    assert session.reader.project(pid)["zone_id"] == zone


def test_what_hung_on_a_deleted_row_comes_back_with_it(session: Session) -> None:
    """Steps of a procedure, at two removes from the project, go and come with it."""
    pid = session.run(edit.add_project, name="甲项目").rows[0].row_id
    session.run(edit.add_row, table="procedure", project_id=pid, values={"name": "土地"})
    procedure = session.reader.rows("procedure")[0]["id"]
    for step in ("收储", "招拍挂"):
        session.run(
            edit.add_row,
            table="procedure_step",
            project_id=pid,
            values={"name": step},
            links={"procedure_id": procedure},
        )
    session.run(edit.delete_row, table="procedure", row_id=procedure)
    assert session.reader.rows("procedure_step") == []
    [entry] = deleted(session.reader, session.record)
    assert (entry.name, entry.children) == ("土地", {"procedure_step": 2})
    session.run(restore, records=[entry])
    assert [row["name"] for row in session.reader.rows("procedure_step")] == ["收储", "招拍挂"]
    session.run(edit.delete_row, table="project", row_id=pid)
    [entry] = deleted(session.reader, session.record)
    assert entry.children == {"procedure": 1, "procedure_step": 2}
    session.run(restore, records=[entry])
    assert len(session.reader.rows("procedure_step")) == 2


def test_a_deleted_problem_is_let_go_of_by_the_visit_that_raised_it(session: Session) -> None:
    pid = session.run(edit.add_project, name="甲项目").rows[0].row_id
    session.run(edit.add_row, table="problem", project_id=pid, values={"description": "缺电"})
    problem = session.reader.rows("problem")[0]["id"]
    session.run(
        edit.add_row, table="visit", project_id=pid, values={"appeal": "缺电"}, links={"problem_id": problem}
    )
    session.run(edit.delete_row, table="problem", row_id=problem)
    assert session.reader.rows("visit")[0]["problem_id"] is None
    session.undo()
    assert session.reader.rows("visit")[0]["problem_id"] == problem


def test_a_restored_problem_is_pointed_to_again(session: Session) -> None:
    pid = session.run(edit.add_project, name="甲项目").rows[0].row_id
    session.run(edit.add_row, table="problem", project_id=pid, values={"description": "缺电"})
    problem = session.reader.rows("problem")[0]["id"]
    for number in range(3):
        values = {"appeal": f"缺电{number}"}
        session.run(edit.add_row, table="visit", project_id=pid, values=values, links={"problem_id": problem})
    session.run(edit.add_row, table="supervision", values={"name": "某某督办"}, links={"problem_id": problem})
    kept, gone, other = (row["id"] for row in session.reader.rows("visit"))
    session.run(edit.add_row, table="problem", project_id=pid, values={"description": "缺水"})
    water = session.reader.rows("problem")[1]["id"]
    session.run(edit.delete_row, table="problem", row_id=problem)
    session.run(edit.delete_row, table="visit", row_id=gone)

    def moved(w: Writer) -> None:
        """改为另一问题."""
        w.update("visit", other, {"problem_id": water})

    session.run(moved)
    session.run(restore, records=[each for each in listed(session) if each.table == "problem"])
    links = {row["id"]: row["problem_id"] for row in session.reader.rows("visit")}
    assert links == {kept: problem, other: water}
    assert session.reader.rows("supervision")[0]["problem_id"] == problem
    session.undo()
    assert session.reader.rows("supervision")[0]["problem_id"] is None


def test_a_problem_and_its_visit_deleted_in_one_step_come_back_linked(session: Session) -> None:
    pid = session.run(edit.add_project, name="甲项目").rows[0].row_id
    session.run(edit.add_row, table="problem", project_id=pid, values={"description": "缺电"})
    problem = session.reader.rows("problem")[0]["id"]
    session.run(edit.add_row, table="visit", project_id=pid, values={}, links={"problem_id": problem})

    def both(w: Writer) -> None:
        """删除两条."""
        edit.delete_row(w, table="problem", row_id=problem)
        edit.delete_row(w, table="visit", row_id=1)

    session.run(both)
    for _ in range(2):
        session.run(restore, records=listed(session)[:1])
    assert session.reader.rows("visit")[0]["problem_id"] == problem
