"""The matrix: states on a day, the same completion as the figures, columns by template, what is pending first."""

import pytest

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.procedures import State
from zonedesk.ops.edit import set_field
from zonedesk.ops.matrix import MatrixBoard
from zonedesk.ops.matrix_rows import RATE, Arranger, Wanted, ZoneRow
from zonedesk.ops.procedure_list import set_state
from zonedesk.ops.templates import seed_templates

AS_OF = "2024-03-31"
CASES = {
    # name: (required, status, accepted, promised, done) → state on 31 March
    "自拟事项": (("待定", "未启动", None, None, None), State.UNDECIDED),
    "施工许可证": (("需办", "未启动", None, None, None), State.NOT_STARTED),
    "环评": (("需办", "已办结", None, None, "2024-04-01"), State.DOING),
    "土地手续": (("需办", "审查中", "2024-03-01", "2024-03-30", None), State.OVERDUE),
    "节能审查": (("需办", "审查中", "2024-03-21", "2024-03-31", None), State.DOING),
    "企业投资项目备案": (("需办", "已办结", None, None, "2024-03"), State.DONE),
    "洪水影响评价": (("无需办理", "未启动", None, "2024-01", None), State.NOT_REQUIRED),
}


def _fill(w):
    """填台账."""
    zones = [w.insert("zone", {"name": name}) for name in ("甲区", "乙区")]
    pid = w.insert("project", {"name": "甲项目", "zone_id": zones[0]})
    other = w.insert("project", {"name": "百胜项目", "zone_id": zones[1]})
    w.insert("project", {"name": "丙项目", "zone_id": zones[1]})
    keys = ("required", "status", "accepted_on", "promised_on", "done_on")
    for name, (values, _) in CASES.items():
        w.insert("procedure", {"project_id": pid, "name": name, **dict(zip(keys, values, strict=True))})
    w.insert("procedure", {"project_id": other, "name": "施工许可证", "status": "已办结", "done_on": "2024"})


@pytest.fixture
def read(session):
    session.run(seed_templates)
    session.run(_fill)
    board = MatrixBoard(session)
    return lambda as_of=AS_OF, scope=None: board.read(session.figures(as_of, scope))


def test_each_state_on_the_day(read):
    assert {name: read().state(1, name) for name in CASES} == {
        name: state for name, (_, state) in CASES.items()
    }
    assert read().state(2, "施工许可证") is State.DOING, "“2024” is over on its last day"
    assert read("2024-12-31").state(2, "施工许可证") is State.DONE
    assert read().state(2, "环评") is None
    assert (read().ids, read().bare) == ([1, 2], [3])


@pytest.mark.parametrize("as_of", ["2024-02-28", AS_OF, "2024-04-30"])
@pytest.mark.parametrize("zone", [None, 1, 2])
def test_completion_is_that_of_the_figures(session, read, as_of, zone):
    scope = Scope(zone_id=zone)
    found, totals = read(as_of, scope), session.figures(as_of, scope).procedures
    assert found.total == totals.completion
    assert {item.id for item in found.pending} == {item.id for item in totals.pending}
    by_name = [column.completion for column in found.columns]
    assert sum(ratio.numerator for ratio in by_name) == totals.completion.numerator
    assert sum(ratio.denominator for ratio in by_name) == totals.completion.denominator


def test_columns_stand_by_stage_and_number_of_their_templates(read):
    names = [column.name for column in read().columns]
    assert names == [
        "企业投资项目备案",
        "土地手续",
        "洪水影响评价",
        "环评",
        "节能审查",
        "施工许可证",
        "自拟事项",
    ]
    stages = [column.stage for column in read().columns]
    assert stages == sorted(stages, key=["立项用地", "区域评估", "工程建设", "施工许可", "其他"].index)


def test_a_procedure_renamed_stays_where_its_template_stands(session, read):
    template = next(
        row["id"] for row in session.reader.rows("procedure_template") if row["name"] == "节能审查"
    )
    session.run(lambda w: w.update("procedure", 5, {"template_id": template, "name": "能源评估"}))
    names = [column.name for column in read().columns]
    assert names.index("能源评估") == 4


def test_pending_come_most_overdue_first(read):
    pending = read().pending
    assert [(item.name, item.overdue, -item.slow) for item in pending[:2]] == [
        ("土地手续", 1, 30),
        ("节能审查", 0, 10),
    ]


def test_a_board_that_stays_reads_what_a_new_one_reads(session, read):
    def told(found):
        columns = {column.name: column.states for column in found.columns}
        states = {(pid, name): found.state(pid, name) for pid in found.ids for name in columns}
        return columns, states, list(found.pending), [found.project_name(pid) for pid in found.ids]

    first = read()
    before = told(first)
    session.run(set_state, project_id=3, name="新手续", state="审查中")
    session.run(set_field, table="project", row_id=1, key="name", text="改名项目")
    assert told(read()) == told(MatrixBoard(session).read(session.figures(AS_OF)))
    assert told(first)[:2] == before[:2], "what was handed out stays as it was"
    session.undo()
    session.undo()
    assert told(read()) == before
    assert told(read("2024-04-30")) == told(MatrixBoard(session).read(session.figures("2024-04-30")))


def test_again_needs_no_figures(session):
    session.run(_fill)
    board = MatrixBoard(session)
    assert board.again() is None
    board.read(session.figures(AS_OF))
    session.run(set_state, project_id=1, name="土地手续", state="已办结")
    again = board.again()
    assert again.total == session.figures(AS_OF).procedures.completion
    assert "土地手续" not in {item.name for item in again.pending}


def _ids(found, **wanted):
    return Arranger().arrange(found, Wanted(**wanted)).ids


def test_rows_are_narrowed_by_states_words_and_sorted(read):
    found = read()
    assert _ids(found, states=frozenset({State.OVERDUE})) == [1]
    assert _ids(found, states=frozenset({State.DOING})) == [1, 2]
    assert _ids(found, states=frozenset({State.DOING}), procedure="sgxkz") == [2]
    assert _ids(found, words="bsxm") == [2]
    assert _ids(found, bare=True) == [3]
    assert _ids(found, among=frozenset({2, 3})) == [2]
    assert _ids(found, sort=RATE) == [2, 1]
    assert _ids(found, sort="施工许可证", backwards=True) == [1, 2]


def test_columns_are_narrowed_by_stage(read):
    columns = Arranger().arrange(read(), Wanted(stage="区域评估")).columns
    assert [column.name for column in columns] == ["洪水影响评价"]


def test_zones_head_their_projects(read):
    rows = Arranger().arrange(read(), Wanted(by_zone=True, folded=frozenset({"乙区"}))).rows
    assert [row.zone if isinstance(row, ZoneRow) else row for row in rows] == ["甲区", 1, "乙区"]
    assert (rows[0].completion.numerator, rows[0].completion.denominator) == (1, 5)
