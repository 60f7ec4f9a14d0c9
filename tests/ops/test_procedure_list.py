"""Setting states by hand: one procedure or many, each as one step; what goes with a state."""

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.procedures import State
from zonedesk.ops.cells import Cell, set_cells
from zonedesk.ops.edit import set_field
from zonedesk.ops.matrix import MatrixBoard
from zonedesk.ops.procedure_list import fill_down, finish_all, set_state, set_states, take_out
from zonedesk.ops.templates import seed_templates

AS_OF = "2024-03-31"
CASES = {
    # name: (required, status, accepted, promised, done)
    "备案": ("需办", "已办结", None, None, "2024-03"),
    "环评": ("需办", "已办结", None, None, "2024-04-01"),
    "土地": ("需办", "审查中", "2024-03-01", "2024-03-30", None),
    "规划": ("需办", "未启动", None, None, None),
    "洪评": ("无需办理", "未启动", None, "2024-01", None),
}


def _fill(w):
    """填台账."""
    pid = w.insert("project", {"name": "甲项目"})
    w.insert("project", {"name": "乙项目"})
    keys = ("required", "status", "accepted_on", "promised_on", "done_on")
    for name, values in CASES.items():
        w.insert("procedure", {"project_id": pid, "name": name, **dict(zip(keys, values, strict=True))})


@pytest.fixture
def read(session):
    session.run(_fill)
    board = MatrixBoard(session)
    return lambda as_of=AS_OF: board.read(session.figures(as_of))


def test_state_by_list_takes_out_of_the_base_and_back(session, read):
    assert read().total.denominator == 4
    session.run(set_state, project_id=1, name="规划", state="无需办理")
    assert read().total.denominator == 3
    session.run(set_state, project_id=1, name="规划", state="已办结")
    assert (read().total.numerator, read().total.denominator) == (2, 4)
    session.undo()
    assert read().state(1, "规划") is State.NOT_REQUIRED


def _row(session, name):
    return session.reader.rows("procedure", project_id=1, name=name)[0]


@pytest.mark.parametrize("way", ["list", "cell", "block"])
def test_what_is_no_longer_done_loses_the_day_it_was_done_on_in_one_step(session, read, way):
    read()
    row_id = _row(session, "备案")["id"]
    if way == "list":
        session.run(set_state, project_id=1, name="备案", state="退回")
    elif way == "cell":
        session.run(set_field, table="procedure", row_id=row_id, key="status", text="退回")
    else:
        session.run(set_cells, table="procedure", cells=[Cell(row_id, "status", "退回")])
    assert (_row(session, "备案")["status"], _row(session, "备案")["done_on"]) == ("退回", None)
    session.undo()
    assert (_row(session, "备案")["status"], _row(session, "备案")["done_on"]) == ("已办结", "2024-03")


def test_a_day_that_did_not_fit_goes_too_and_one_written_with_the_state_stays(session, read):
    read()
    row_id = _row(session, "备案")["id"]
    session.run(set_field, table="procedure", row_id=row_id, key="done_on", text="三月底前后")
    assert _row(session, "备案")["unfit"]
    session.run(set_state, project_id=1, name="备案", state="补正")
    assert not _row(session, "备案")["unfit"]
    session.undo()
    both = [Cell(row_id, "status", "退回"), Cell(row_id, "done_on", "2024-03-09")]
    session.run(set_cells, table="procedure", cells=both)
    assert _row(session, "备案")["done_on"] == "2024-03-09"


def test_a_state_that_changes_before_it_was_done_keeps_its_days(session, read):
    read()
    session.run(set_state, project_id=1, name="土地", state="补正")
    assert _row(session, "土地")["accepted_on"] == "2024-03-01"
    session.run(set_state, project_id=1, name="备案", state="无需办理")
    assert _row(session, "备案")["done_on"] == "2024-03"


def test_state_of_a_procedure_that_a_project_lacks_adds_it(session, read):
    session.run(set_state, project_id=2, name="备案", state="已办结")
    assert read().ids == [1, 2]
    assert read().completion([2]).text() == "100.00%"
    assert "乙项目" in session.steps()[0].label


def test_many_are_set_in_one_step(session, read):
    read()
    steps = len(session.steps())
    session.run(set_states, places=[(1, "土地"), (1, "规划"), (2, "土地")], state="补正")
    assert {read().state(*place) for place in ((1, "规划"), (2, "土地"))} == {State.DOING}
    assert len(session.steps()) == steps + 1
    assert session.steps()[0].label == "2 个项目的 3 件手续设为“补正”"
    session.undo()
    assert read().state(2, "土地") is None


def test_one_reason_for_all_that_need_not_be_done(session, read):
    read()
    session.run(set_states, places=[(1, "土地"), (1, "规划")], state="无需办理", reason="利用现有厂房")
    rows = [_row(session, name) for name in ("土地", "规划")]
    assert {row["not_required_reason"] for row in rows} == {"利用现有厂房"}
    assert "利用现有厂房" in session.steps()[0].label


def test_what_is_added_is_as_its_template_lays_down(session, read):
    read()
    session.run(seed_templates)
    session.run(set_states, places=[(2, "土地手续"), (2, "自拟手续")], state="已受理")
    made = {row["name"]: row for row in session.reader.rows("procedure", project_id=2)}
    assert made["土地手续"]["template_id"]
    assert made["土地手续"]["dept"]
    assert session.reader.rows("procedure_step", procedure_id=made["土地手续"]["id"])
    assert made["自拟手续"]["template_id"] is None


def test_done_together_with_day_and_number(session, read):
    read()
    session.run(finish_all, places=[(1, "土地"), (1, "规划")], on="2024.3.5", doc_no="示审〔2024〕8号")
    rows = [_row(session, name) for name in ("土地", "规划")]
    assert {(row["status"], row["done_on"], row["doc_no"]) for row in rows} == {
        ("已办结", "2024-03-05", "示审〔2024〕8号")
    }
    with pytest.raises(RefusedError):
        session.run(finish_all, places=[(1, "土地"), (1, "规划")], on="下周")
    assert _row(session, "土地")["done_on"] == "2024-03-05"


def test_fill_down_takes_state_day_and_reason(session, read):
    read()
    pairs = [
        ((1, "备案"), (2, "备案")),
        ((1, "洪评"), (2, "洪评")),
        ((1, "土地"), (2, "土地")),
        ((1, "无"), (2, "无")),
    ]
    session.run(fill_down, pairs=pairs)
    made = {row["name"]: row for row in session.reader.rows("procedure", project_id=2)}
    assert (made["备案"]["status"], made["备案"]["done_on"]) == ("已办结", "2024-03")
    assert made["洪评"]["required"] == "无需办理"
    assert made["土地"]["status"] == "审查中"
    assert "无" not in made
    with pytest.raises(RefusedError):
        session.run(fill_down, pairs=[((1, "无"), (2, "无"))])


def test_taken_out_with_its_steps_and_brought_back(session, read):
    read()
    session.run(seed_templates)
    session.run(set_states, places=[(2, "土地手续")], state="已受理")
    steps = session.reader.count("procedure_step")
    session.run(take_out, places=[(2, "土地手续"), (2, "没有的")])
    assert read().ids == [1]
    assert session.reader.count("procedure_step") == 0
    session.undo()
    assert session.reader.count("procedure_step") == steps
    with pytest.raises(RefusedError):
        session.run(take_out, places=[(2, "没有的")])
