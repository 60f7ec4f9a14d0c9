"""Which project a row is: sure, asked, or new."""

from __future__ import annotations

import copy
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from zonedesk.domain.errors import RefusedError
from zonedesk.domain.plan import ImportPlan
from zonedesk.exchange.importing import prepare
from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

Write = Callable[..., Path]
Plan = Callable[..., ImportPlan]
HEAD = ["项目名称", "建设单位", "总投资（亿元）", "项目代码", "签约时间"]
OURS = [
    ["年处理50吨固废综合利用项目", "山西某甲有限公司", 1.5, "2301-140200-89-01-000001", "2024-03-07"],
    ["年处理50吨固废综合利用项目", "山西某乙有限公司", 2.5, "", ""],
    ["云上冷链物流园项目（一期）", "山西某丙有限公司", 3, "", ""],
]


@pytest.fixture(autouse=True)
def _ours(write: Write, import_file: Plan) -> None:
    import_file(write([HEAD, *copy.deepcopy(OURS)], name="台账.xlsx"))


def asked(made: ImportPlan) -> list[tuple[str, list[str]]]:
    return [(q.project, [c.value for c in q.choices]) for q in made.open_questions]


def test_same_name_of_two_companies(write: Write, plan: Plan) -> None:
    made = plan(write([HEAD, ["年处理50吨固废综合利用项目", "山西某乙有限责任公司", 2.5, "", "2024-01-01"]]))
    assert [(c.row_id, c.key) for c in made.cells()] == [(2, "sign_date")]


def test_same_name_and_no_company_by_investment(write: Write, plan: Plan) -> None:
    made = plan(
        write([["项目名称", "总投资（万元）", "签约时间"], ["年处理50吨固废综合利用项目", 25000, "2024-02"]])
    )
    assert [(c.row_id, c.key) for c in made.cells()] == [(2, "sign_date")]


def test_same_name_and_no_clue_is_asked(write: Write, plan: Plan) -> None:
    made = plan(
        write(
            [["项目名称", "签约时间", "备注", "责任单位"], ["年处理50吨固废综合利用项目", "2024-02", "", ""]]
        )
    )
    assert asked(made) == [("年处理50吨固废综合利用项目", ["1", "2", "new", "skip"])]
    assert not list(made.cells())


def test_second_phase_is_another_project(write: Write, plan: Plan) -> None:
    made = plan(write([HEAD, ["云上冷链物流园项目（二期）", "山西某丙有限公司", 3, "", ""]]))
    assert made.new()["project"] == ["云上冷链物流园项目（二期）"]
    assert not made.questions


def test_another_number_is_another_project(write: Write, plan: Plan) -> None:
    made = plan(write([HEAD, ["年处理80吨固废综合利用项目", "山西某甲有限公司", 1.5, "", ""]]))
    assert made.counts()["added"] == 1


def test_retyped_name_is_asked_and_answered(session: Session, write: Write, plan: Plan) -> None:
    made = plan(write([HEAD, ["云上冷链物流园区项目（一期）", "山西某丙公司", 3.2, "", "2024-01-01"]]))
    assert asked(made) == [("云上冷链物流园区项目（一期）", ["3", "new", "skip"])]
    question = made.open_questions[0]
    with pytest.raises(RefusedError):
        made.answer(question.id, "1")
    made.answer(question.id, 3)
    assert {(c.row_id, c.key) for c in made.cells()} == {(3, "sign_date"), (3, "total_investment")}
    made.answer(question.id, "new")
    assert made.counts()["added"] == 1
    made.answer(question.id, "skip")
    assert not list(made.cells())
    made.answer(question.id, None)
    assert len(made.open_questions) == 1


def test_code_finds_a_renamed_project(write: Write, plan: Plan) -> None:
    made = plan(write([HEAD, ["固废综合利用项目", "山西某甲有限公司", 1.5, "2301—140200—89—01—000001", ""]]))
    assert [(c.row_id, c.key, c.after) for c in made.cells()] == [(1, "name", "固废综合利用项目")]


def test_our_own_marker_wins(session: Session, write: Write, plan: Plan) -> None:
    head = [*HEAD, "zonedesk-id"]
    renamed = ["全新名称", "山西某丙有限公司", 3, "", ""]
    made = plan(write([head, [*renamed, f"{session.ledger_id}:3"]]))
    assert [(c.row_id, c.key) for c in made.cells()] == [(3, "name")]
    foreign = plan(write([head, [*renamed, "0000000000000000:3"]]))
    assert foreign.counts()["added"] == 1


def test_coarser_date_changes_nothing_finer_does(write: Write, plan: Plan) -> None:
    row = OURS[0]
    assert not list(plan(write([HEAD, [*row[:4], "2024年3月"]])).cells())
    finer = plan(write([HEAD, [*row[:4], "2024-03-08"]]))
    assert [(c.before, c.after, c.kind) for c in finer.cells()] == [("2024-03-07", "2024-03-08", "changed")]


def test_what_a_person_wrote_is_not_overwritten(session: Session, write: Write, plan: Plan) -> None:
    session.run(set_field, table="project", row_id=1, key="sign_date", text="2024-05-01")
    path = write([HEAD, OURS[0]])
    made = plan(path)
    (conflict,) = made.conflicts
    assert (conflict.ours, conflict.theirs, conflict.reason) == ("2024-05-01", "2024-03-07", "by_hand")
    assert not list(made.cells())
    made.answer(conflict.id, "theirs")
    assert [c.after for c in made.cells()] == ["2024-03-07"]
    assert [c.after for c in plan(path, on_conflict="theirs").cells()] == ["2024-03-07"]
    assert not list(plan(path, on_conflict="ours").cells())
    session.undo()
    assert not plan(path).conflicts


def test_blanks_say_nothing_unless_told_to(session: Session, write: Write, plan: Plan) -> None:
    path = write([HEAD, [*OURS[0][:4], None]])
    assert not list(plan(path).cells())
    assert [(c.key, c.kind) for c in plan(path, blank="clear").cells()] == [("sign_date", "cleared")]


def test_missing_rows_are_told_not_deleted(session: Session, write: Write, plan: Plan) -> None:
    made = plan(write([HEAD, OURS[0]], sheet="全部项目"))
    assert [row.project_id for row in made.missing] == [2, 3]
    session.run(take_in, plan=made)
    assert session.reader.count("project") == 3


def test_contradiction_within_a_file(session: Session, write: Write, import_file: Plan) -> None:
    head = ["项目名称", "建设单位", "总投资（亿元）", "开工时间"]
    rows = {
        "签约一批": [head, ["丁项目", "某某公司", 1, "2024-01-01"]],
        "开工一批": [head, ["丁项目", "某某公司", 1, "2024-02-01"]],
    }
    made = import_file(write(rows))
    (conflict,) = made.conflicts
    assert (conflict.reason, conflict.ours, conflict.theirs) == ("within_file", "2024-01-01", "2024-02-01")
    again = import_file(write(rows))
    assert (again.counts()["updated"], len(again.conflicts)) == (0, 0)


def test_rows_that_contradict_each_other_are_asked(write: Write, plan: Plan) -> None:
    head = ["项目名称", "建设单位", "总投资（亿元）"]
    made = plan(write([head, ["丁项目", "某某公司", 1], ["丁项目", "某某公司", 9]]))
    assert asked(made) == [("丁项目", ["new", "skip"])]
    assert made.counts()["added"] == 1
    made.answer(made.open_questions[0].id, "new")
    assert made.counts()["added"] == 2


def test_on_another_thread_with_its_own_reader(session: Session, write: Write) -> None:
    path = write([HEAD, [*OURS[0][:4], "2024-03-08"]])
    ledger_id = session.ledger_id

    def work() -> ImportPlan:
        return prepare(session.second_reader(), path, ledger_id=ledger_id)

    with ThreadPoolExecutor(1) as pool:
        made = pool.submit(work).result()
    session.run(take_in, plan=made)
    assert session.reader.rows("project")[0]["sign_date"] == "2024-03-08"
