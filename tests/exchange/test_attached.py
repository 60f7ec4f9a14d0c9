"""What hangs on a project: months, procedures, problems."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zonedesk.domain.plan import ImportPlan
from zonedesk.domain.problem_words import category_of
from zonedesk.ops.edit import add_project
from zonedesk.ops.session import Session

Write = Callable[..., Path]
Plan = Callable[..., ImportPlan]
MATRIX = [
    ["手续办理情况表"],
    ["序号", "项目名称", "土地手续", None, "环评批复", None, "能评", None, "需办件数", "未办结原因"],
    [None, None, "办理状态", "办结时间", "办理状态", "办结时间", "办理状态", "办结时间", None, None],
]


@pytest.fixture(autouse=True)
def _project(session: Session) -> None:
    session.run(add_project, name="甲项目")


def test_states_of_procedures(session: Session, write: Write, import_file: Plan) -> None:
    row = [1, "甲项目", "办理中", None, "√", "2024-02", "—", None, 2, "土地手续：等待招拍挂；其他"]
    made = import_file(write([*MATRIX, row], sheet="手续"))
    found = {
        r["name"]: (r["required"], r["status"], r["done_on"], r["waiting_reason"])
        for r in session.reader.rows("procedure")
    }
    assert found == {
        "土地手续": ("需办", "办理中", None, "等待招拍挂"),
        "环评批复": ("需办", "已办结", "2024-02", None),
        "能评": ("无需办理", "未启动", None, None),
    }
    assert all(check.ok for check in made.totals)


def test_a_procedure_date_that_is_none_is_kept(session: Session, write: Write, import_file: Plan) -> None:
    path = write([*MATRIX, [1, "甲项目", "办理中", "正在等", None, None, None, None, 9]], sheet="手续")
    made = import_file(path)
    assert [r["unfit"] for r in session.reader.rows("procedure")] == [{"done_on": "正在等"}]
    assert [(c.what, c.printed, c.read, c.ok) for c in made.totals] == [("需办件数", "9", "1", False)]
    assert import_file(path).counts()["updated"] == 0


def test_a_project_that_we_do_not_have_is_asked(session: Session, write: Write, plan: Plan) -> None:
    made = plan(write([*MATRIX, [1, "某某陌生项目", "办理中"]], sheet="手续"))
    (question,) = made.open_questions
    assert [choice.value for choice in question.choices] == ["new", "skip"]
    assert made.counts() == {"added": 0, "updated": 0, "unchanged": 0}
    made.answer(question.id, "new")
    assert made.new()["project"] == ["某某陌生项目"]


def test_start_that_may_be_planned_or_actual(session: Session, write: Write, plan: Plan) -> None:
    head = ["项目名称", "本月完成投资（万元）", "开工/计划开工时间"]
    path = write([["2024年3月"], head, ["甲项目", 100, "2024年5月"]], sheet="2024年3月")
    made = plan(path)
    (question,) = made.open_questions
    assert question.kind == "start"
    made.answer(question.id, "start_plan")
    assert [(c.key, c.after) for c in made.cells() if c.table == "project"] == [("start_plan", "2024-05")]
    assert [c.after for c in made.cells() if c.key == "month"] == ["2024-03"]


def test_problem_follows_its_file(session: Session, write: Write, import_file: Plan) -> None:
    head = ["项目名称", "建设单位", "未开工原因", "完成时限"]

    def told(text: str) -> list[tuple[str, str]]:
        import_file(
            write(
                [["“三未”清单（签约未开工）"], head, ["甲项目", "", text, "2024年6月底"]], sheet="签约未开工"
            )
        )
        return [(r["description"], r["category"]) for r in session.reader.rows("problem")]

    assert told("供电配套未落实") == [("供电配套未落实", "配套")]
    assert told("供电配套未落实") == [("供电配套未落实", "配套")]
    assert told("用地指标未落实") == [("用地指标未落实", "配套")]
    assert told("无") == [("用地指标未落实", "配套")]
    assert told("正常推进。") == [("用地指标未落实", "配套")], (
        "how it stands is not the problem's new wording"
    )


@pytest.mark.parametrize(
    "text", ["新签约", "无", "暂无", "/", "正常推进", "正常推进中。", "（无）", "暂无问题", "按计划 推进"]
)
def test_a_state_is_no_problem(session: Session, write: Write, import_file: Plan, text: str) -> None:
    head = ["项目名称", "建设单位", "未开工原因", "解决措施"]
    rows = [["甲项目", "", text, ""], ["乙项目", "", f"{text}，用地指标未落实", ""]]
    made = import_file(write([["“三未”清单（签约未开工）"], head, *rows], sheet="签约未开工"))
    assert [row["description"] for row in session.reader.rows("problem")] == [f"{text}，用地指标未落实"]
    assert not made.open_questions


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("征地拆迁未完成", "征拆"),
        ("土地手续未办结，等待招拍挂", "用地"),
        ("融资不到位", "资金"),
        ("环评正在办理", "手续"),
        ("人员不足", "其他"),
    ],
)
def test_categories(text: str, category: str) -> None:
    assert category_of(text) == category


def test_what_is_to_be_done_is_not_lost_with_a_state(
    session: Session, write: Write, import_file: Plan
) -> None:
    head = ["项目名称", "建设单位", "未开工原因", "解决措施"]
    rows = [["甲项目", "", "推进中", "加快征地"], ["乙项目", "", "推进中", ""]]
    import_file(write([["“三未”清单（签约未开工）"], head, *rows], sheet="签约未开工"))
    told = [(row["description"], row["measure"]) for row in session.reader.rows("problem")]
    assert told == [("推进中", "加快征地")]
