"""三未 joined with problems and duties; editing a problem in its row."""

from functools import partial

import pytest

from zonedesk.domain.dates import days_past
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.stages import Due
from zonedesk.ops import edit
from zonedesk.ops.edit import set_field
from zonedesk.ops.stuck import StuckBoard, open_problems, set_problem

AS_OF = "2024-03-31"


def _fill(w):
    """填台账."""
    zone = w.insert("zone", {"name": "示例经开区"})
    batch = w.insert("batch", {"name": "2024年第一次", "year": 2024, "seq_no": 1})
    for name, plan, unfit in (
        ("甲项目", "2024-01-31", "{}"),
        ("乙项目", "2024-06", "{}"),
        ("丙项目", None, '{"start_plan": "待定"}'),
    ):
        pid = w.insert(
            "project",
            {"name": name, "zone_id": zone, "start_plan": plan, "duty_unit": "规划建设局", "unfit": unfit},
        )
        w.insert(
            "listing",
            {"project_id": pid, "batch_id": batch, "track": "signing", "investment": pid * 100_000_000},
        )
    for description, deadline, status, closed_on in (
        ("晚的", "2024-05-31", "待办", None),
        ("早的", "2024-02", "办理中", None),
        ("已销的", "2024-01", "已解决", "2024-02-01"),
        ("四月才销的", None, "已解决", "2024-04-10"),
        ("四月才提的", None, "待办", None),
    ):
        w.insert(
            "problem",
            {
                "project_id": 1,
                "description": description,
                "deadline": deadline,
                "status": status,
                "closed_on": closed_on,
                "raised_on": "2024-04-02" if description == "四月才提的" else "2024-01-05",
                "duty_unit": "招商服务局" if description == "早的" else None,
            },
        )


def read(session):
    return StuckBoard(session).read(session.figures(AS_OF))


@pytest.fixture
def filled(session):
    session.run(_fill)
    return session


def test_rows_carry_the_most_pressing_problem_and_the_duty(filled):
    first, second, third = read(filled)["not_started"]
    assert (first.number, first.name, first.zone, first.due) == (1, "甲项目", "示例经开区", Due.OVERDUE)
    assert first.item.overdue_days == 60
    assert (first.of_problem("description"), len(first.problems)) == ("早的", 3)
    assert (first.duty_unit, third.duty_unit) == ("招商服务局", "规划建设局")
    assert (second.name, second.due, second.planned) == ("丙项目", Due.UNDATED, "待定")
    assert (third.name, third.problem, third.of_problem("measure")) == ("乙项目", None, "")


def test_open_problems_are_those_of_the_day(filled):
    assert [row["description"] for row in open_problems(filled.reader, AS_OF)[1]] == [
        "早的",
        "晚的",
        "四月才销的",
    ]
    assert [row["description"] for row in open_problems(filled.reader, "2024-04-30")[1]] == [
        "早的",
        "晚的",
        "四月才提的",
    ]


def test_a_deadline_has_passed_only_after_its_last_day():
    assert [days_past(day, "2024-03-31") for day in ("2024-03", "2024-03-30", "2024-04-01", None)] == [
        0,
        1,
        0,
        0,
    ]


def test_editing_without_a_problem_adds_one_in_one_step(filled):
    steps = len(filled.steps())
    filled.run(
        set_problem, project_id=2, problem_id=None, key="category", text="用地", raised_on="2024-03-31"
    )
    assert len(filled.steps()) == steps + 1
    added = read(filled)["not_started"][2].problem
    assert added
    assert (added["category"], added["description"], added["raised_on"]) == (
        "用地",
        "",
        "2024-03-31",
    )
    assert "乙项目" in filled.steps()[0].label
    filled.undo()
    assert read(filled)["not_started"][2].problem is None


def test_editing_with_a_problem_changes_that_one(filled):
    row = read(filled)["not_started"][0]
    filled.run(set_problem, project_id=1, problem_id=row.problem["id"], key="deadline", text="两会以后")
    row = next(r for r in read(filled)["not_started"] if r.project_id == 1)
    assert row.of_problem("description") == "晚的"
    row2 = filled.reader.rows("problem", description="早的")[0]
    assert (row2["deadline"], row2["unfit"]) == (None, {"deadline": "两会以后"})


def test_nothing_typed_adds_nothing_and_a_gone_project_is_refused(filled):
    assert not filled.run(set_problem, project_id=2, problem_id=None, key="measure", text="  ")
    filled.run(edit.delete_row, table="project", row_id=2)
    with pytest.raises(RefusedError):
        filled.run(set_problem, project_id=2, problem_id=None, key="measure", text="抓紧")


def test_a_board_that_stays_reads_what_a_new_one_reads(filled):
    board = StuckBoard(filled)
    board.read(filled.figures(AS_OF))
    filled.run(set_problem, project_id=1, problem_id=None, key="measure", text="另议", raised_on=AS_OF)
    filled.run(set_field, table="project", row_id=1, key="sponsor", text="李某")
    assert board.read(filled.figures(AS_OF)) == read(filled)
    filled.undo()
    assert board.read(filled.figures(AS_OF)) == read(filled)
    earlier = filled.figures("2024-01-31")
    assert board.read(earlier) == StuckBoard(filled).read(earlier)


def test_the_kind_of_obstacle_is_proposed_where_a_problem_is_written_by_hand(filled):
    set_text = partial(filled.run, set_field, table="problem", key="description")

    def kind(text: str) -> str | None:
        return filled.reader.rows("problem", description=text)[0]["category"]

    row_id = filled.reader.rows("problem", description="早的")[0]["id"]
    set_text(row_id=row_id, text="人手不够")
    assert kind("人手不够") is None, "no word of it names a kind"
    set_text(row_id=row_id, text="环评未批")
    assert kind("环评未批") == "手续"
    assert filled.steps()[0].label.endswith("，堵点类别拟为“手续”")
    set_text(row_id=row_id, text="征地未完")
    assert kind("征地未完") == "手续", "never over what is there"
    filled.undo()
    filled.undo()
    assert kind("人手不够") is None, "one step with its text"
