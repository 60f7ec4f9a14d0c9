"""The matrix of procedures: states on a day, the same completion as the figures, what is pending."""

import pytest

from zonedesk.domain.procedures import State
from zonedesk.ops.cells import Cell, set_cells
from zonedesk.ops.edit import set_field
from zonedesk.ops.procedure_list import ProcedureBoard, set_state

AS_OF = "2024-03-31"
CASES = {
    # name: (required, status, accepted, promised, done) → state on 31 March
    "备案": (("需办", "已办结", None, None, "2024-03"), State.DONE),
    "环评": (("需办", "已办结", None, None, "2024-04-01"), State.DOING),
    "土地": (("需办", "审查中", "2024-03-01", "2024-03-30", None), State.OVERDUE),
    "能评": (("需办", "审查中", "2024-03-21", "2024-03-31", None), State.DOING),
    "规划": (("需办", "未启动", None, None, None), State.NOT_STARTED),
    "洪评": (("无需办理", "未启动", None, "2024-01", None), State.NOT_REQUIRED),
    "文物": (("待定", "未启动", None, None, None), State.UNDECIDED),
}


def _fill(w):
    """填台账."""
    pid = w.insert("project", {"name": "甲项目"})
    w.insert("project", {"name": "乙项目"})
    for name, (values, _) in CASES.items():
        keys = ("required", "status", "accepted_on", "promised_on", "done_on")
        w.insert("procedure", {"project_id": pid, "name": name, **dict(zip(keys, values, strict=True))})


@pytest.fixture
def read(session):
    session.run(_fill)
    board = ProcedureBoard(session)
    return lambda as_of=AS_OF: board.read(session.figures(as_of))


def test_each_state_on_the_day(read):
    (line,) = read().lines
    assert {name: cell.state for name, cell in line.cells.items()} == {n: s for n, (_, s) in CASES.items()}
    assert read().names == tuple(CASES)
    assert line.cells["环评"].word == "已办结"
    assert line.cells["洪评"].word == "无需办理"


@pytest.mark.parametrize("as_of", ["2024-02-28", AS_OF, "2024-04-30"])
def test_completion_is_that_of_the_figures(read, as_of):
    found = read(as_of)
    assert found.lines[0].completion == found.totals.completion
    assert len(found.pending) == len(found.totals.pending)
    by_name = [found.completion_of(name) for name in found.names]
    assert sum(r.numerator for r in by_name) == found.totals.completion.numerator
    assert sum(r.denominator for r in by_name) == found.totals.completion.denominator


def test_pending_come_most_overdue_first(read):
    pending = read().pending
    assert [(p.cell.row["name"], p.overdue, p.waiting) for p in pending[:2]] == [
        ("土地", 1, 30),
        ("能评", 0, 10),
    ]
    assert pending[-1].waiting is None


def test_state_by_list_takes_out_of_the_base_and_back(session, read):
    session.run(set_state, project_id=1, name="规划", state="无需办理")
    assert read().totals.completion.denominator == 4
    session.run(set_state, project_id=1, name="规划", state="已办结")
    ratio = read().totals.completion
    assert (ratio.numerator, ratio.denominator) == (2, 5)
    session.undo()
    assert read().lines[0].cells["规划"].state is State.NOT_REQUIRED


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
    found = read()
    assert [line.project for line in found.lines] == ["甲项目", "乙项目"]
    assert found.lines[1].completion.text() == "100.00%"
    assert "乙项目" in session.steps()[0].label


def test_a_board_that_stays_reads_what_a_new_one_reads(session, read):
    read()
    session.run(set_state, project_id=2, name="备案", state="审查中")
    session.run(set_field, table="project", row_id=1, key="name", text="改名项目")
    assert read() == ProcedureBoard(session).read(session.figures(AS_OF))
    session.undo()
    session.undo()
    assert read() == ProcedureBoard(session).read(session.figures(AS_OF))
    assert read("2024-04-30") == ProcedureBoard(session).read(session.figures("2024-04-30"))
