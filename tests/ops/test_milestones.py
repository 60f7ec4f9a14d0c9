"""倒排工期 on a real ledger, the board, the map's geometry."""

from __future__ import annotations

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.milestones import USUAL_NODES, MilestoneState, Node
from zonedesk.ops import edit
from zonedesk.ops.lists import kinds
from zonedesk.ops.milestones import (
    nodes_of,
    plans,
    propose_backwards,
    read_nodes,
    schedule_backwards,
    set_nodes,
    without_milestones,
)
from zonedesk.ops.session import Session
from zonedesk.ops.war_map import Axis, axis_about, line_of, zone_lines

AS_OF = "2024-03-31"
NODES = (Node("取得土地", "start", 60), Node("封顶", "production", 90))


@pytest.fixture
def project(session: Session) -> int:
    pid = next(session.run(edit.add_project, name="甲项目", zone="某区").of("project")).row_id
    for key, text in (("sign_date", "2024-01-01"), ("start_plan", "2024-05-01"), ("prod_plan", "2024-12-31")):
        session.run(edit.set_field, table="project", row_id=pid, key=key, text=text)
    return pid


def run(session: Session, *ids: int, anew: bool = False):
    return session.run(schedule_backwards, project_ids=ids, as_of=AS_OF, nodes=NODES, anew=anew)


def test_milestones_are_made_once_and_undone_as_one(session: Session, project: int) -> None:
    assert run(session, project).label == "倒排工期：1 个项目新增 2 个节点"
    rows = [(row["name"], row["plan_on"]) for row in session.reader.rows("milestone")]
    assert rows == [("取得土地", "2024-03-02"), ("封顶", "2024-10-02")]
    with pytest.raises(RefusedError) as again:
        run(session, project)
    assert again.value.code == "milestone.none"
    session.undo()
    assert session.reader.count("milestone") == 0


def test_a_new_promise_moves_only_what_is_not_reached(session: Session, project: int) -> None:
    run(session, project)
    land, _ = session.reader.rows("milestone")
    session.run(edit.set_field, table="milestone", row_id=land["id"], key="actual_on", text="2024-03-10")
    for key, text in (("start_plan", "2024-06-01"), ("prod_plan", "2025-01-31")):
        session.run(edit.set_field, table="project", row_id=project, key=key, text=text)
    run(session, project, anew=True)
    assert [row["plan_on"] for row in session.reader.rows("milestone")] == ["2024-03-02", "2024-11-02"]
    [plan] = plans(session, AS_OF)
    assert (plan.next.name, plan.worst, plan.milestones[0].late_days) == ("封顶", MilestoneState.AHEAD, 8)


def test_what_is_proposed_is_written_only_where_it_is_chosen(session: Session, project: int) -> None:
    (found,) = propose_backwards(session.reader, project_ids=[project], as_of=AS_OF, nodes=NODES)
    assert [(node.name, node.plan_on, node.doubt) for node in found.nodes] == [
        ("取得土地", "2024-03-02", "早于截至日 2024-03-31"),
        ("封顶", "2024-10-02", ""),
    ]
    session.run(
        schedule_backwards, project_ids=[project], as_of=AS_OF, nodes=NODES, chosen={(project, "封顶")}
    )
    assert [row["name"] for row in session.reader.rows("milestone")] == ["封顶"]
    (found,) = propose_backwards(session.reader, project_ids=[project], as_of=AS_OF, nodes=NODES)
    assert [node.name for node in found.nodes] == ["取得土地"], "what is there is not proposed again"


def test_before_the_actual_start_nothing_is_taken_for_granted(session: Session, project: int) -> None:
    for key, text in (("start_actual", "2024-03-20"), ("prod_plan", "2024-06-10")):
        session.run(edit.set_field, table="project", row_id=project, key=key, text=text)
    (found,) = propose_backwards(session.reader, project_ids=[project], as_of=AS_OF, nodes=NODES)
    assert [(node.name, node.doubt) for node in found.nodes] == [("封顶", "早于实际开工 2024-03-20")]
    assert without_milestones(session, AS_OF, Scope()) == [project]
    run(session, project)
    assert without_milestones(session, AS_OF, Scope()) == []


def test_the_offices_own_nodes(session: Session) -> None:
    assert nodes_of(session.reader) == USUAL_NODES
    session.run(set_nodes, nodes=NODES)
    assert nodes_of(session.reader) == NODES
    for bad in ([["封顶", "later", 3]], [["", "start", 3]], [["封顶", "start", -1]], "x"):
        with pytest.raises(RefusedError):
            read_nodes(bad)
    session.run(edit.set_setting, key="milestone_nodes", value="{")
    assert nodes_of(session.reader) == USUAL_NODES


def test_withdrawn_projects_leave_the_board(session: Session, project: int) -> None:
    run(session, project)
    session.run(edit.set_field, table="project", row_id=project, key="withdrawn_on", text="2024-02-01")
    assert plans(session, AS_OF) == []
    assert kinds()["milestones"].rows(session, AS_OF) == []
    with pytest.raises(RefusedError):
        run(session, project, anew=True)


def test_the_map_has_every_day_in_its_place(session: Session, project: int) -> None:
    run(session, project)
    axis = axis_about(AS_OF, 12)
    assert (axis.first.isoformat(), axis.end.isoformat()) == ("2023-12-01", "2024-12-01")
    assert [(tick.month, tick.year) for tick in axis.ticks()][:3] == [(12, "2023年"), (1, "2024年"), (2, "")]
    [plan] = plans(session, AS_OF)
    line = line_of(plan, axis, AS_OF)
    assert [mark.kind for mark in line.marks] == [MilestoneState.LATE, "start_plan", MilestoneState.AHEAD]
    assert line.marks[0].at == pytest.approx(92 / 366)
    assert "取得土地 2024-03-02 逾期，逾期29天" in line.marks[0].text
    assert [(span.actual, span.end) for span in line.spans] == [(False, 1.0)], "cut where the axis ends"


def test_zones_count_what_is_behind(session: Session, project: int) -> None:
    run(session, project)
    [zone] = zone_lines(plans(session, "2024-04-30"), Axis(axis_about(AS_OF, 12).first, 12), "2024-04-30")
    assert (zone.zone, zone.milestones, zone.late) == ("某区", 2, 1)
    march, october = zone.cells
    assert (march.planned, march.done, march.behind, october.behind) == (1, 0, True, False)


def test_after_the_last_milestone_the_step_itself_may_be_late(session: Session, project: int) -> None:
    run(session, project)
    for row in session.reader.rows("milestone"):
        session.run(edit.set_field, table="milestone", row_id=row["id"], key="actual_on", text="2024-03-01")
    [plan] = plans(session, "2024-05-11")
    assert plan.next is None
    assert plan.step_ahead("2024-05-11") == ("开工", "2024-05-01", 10)
    session.run(edit.set_field, table="project", row_id=project, key="start_actual", text="2024-05-12")
    [plan] = plans(session, "2024-05-12")
    assert plan.step_ahead("2024-05-12") == ("投产", "2024-12-31", 0)


def test_an_axis_ends_with_what_lies_on_it_but_lasts_a_year(session: Session, project: int) -> None:
    axis = axis_about(AS_OF, 36)
    run(session, project)
    [plan] = plans(session, AS_OF)
    shorter = axis.ending_with([line_of(plan, axis, AS_OF)])
    assert (shorter.first, shorter.end.isoformat()) == (axis.first, "2025-01-01")
    assert axis.ending_with([]) == axis
    assert axis_about(AS_OF, 12).ending_with([line_of(plan, axis_about(AS_OF, 12), AS_OF)]).months == 12
