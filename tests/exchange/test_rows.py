"""Awkward sheets: each cell is read as meant, kept as typed, or asked about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from zonedesk.domain.errors import ImportRefusedError
from zonedesk.domain.plan import ImportPlan
from zonedesk.ops.session import Session

Write = Callable[..., Path]
Plan = Callable[..., ImportPlan]
HEAD = ["序号", "开发区", "项目名称", "建设单位", "总投资（亿元）", "签约时间"]


def sheet(
    *rows: list[Any], head: list[Any] = HEAD, above: tuple[str, ...] = ("签约项目台账",)
) -> list[list[Any]]:
    return [*([text] for text in above), head, *rows]


def one(session: Session, name: str) -> dict[str, Any]:
    return next(row for row in session.reader.rows("project") if row["name"] == name)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("2024年3月", "2024-03"),
        ("2024.3", "2024-03"),
        ("2024/3/5", "2024-03-05"),
        (45352, "2024-03-01"),
        ("2024年一季度", "2024-03"),
        (2024.11, "2024-11"),
        ("/", None),
    ],
)
def test_dates(
    session: Session, write: Write, import_file: Plan, written: object, stored: str | None
) -> None:
    import_file(write(sheet([1, "某区", "甲项目", "某某公司", 1.2, written])))
    assert one(session, "甲项目")["sign_date"] == stored


def test_january_or_october_is_asked(session: Session, write: Write, plan: Plan) -> None:
    path = write(sheet([1, "某区", "甲项目", "某某公司", 1.2, 2024.1]))
    made = plan(path)
    (question,) = made.open_questions
    assert question.kind == "date"
    assert [choice.value for choice in question.choices] == ["2024-01", "2024-10", "skip"]
    made.answer(question.id, "2024-10")
    assert not made.open_questions
    assert next(cell.after for cell in made.cells() if cell.key == "sign_date") == "2024-10"


def test_text_that_is_no_date_is_kept(session: Session, write: Write, import_file: Plan) -> None:
    made = import_file(write(sheet([1, "某区", "甲项目", "某某公司", "待定", "待会议研究"])))
    assert one(session, "甲项目")["unfit"] == {"total_investment": "待定", "sign_date": "待会议研究"}
    assert [finding.text for finding in made.body.errors] == ["待定", "待会议研究"]
    again = import_file(write(sheet([1, "某区", "甲项目", "某某公司", "待定", "待会议研究"])))
    assert (again.counts()["added"], again.counts()["updated"]) == (0, 0)


@pytest.mark.parametrize(
    "case",
    [
        ("总投资（万元）", ("台账",), 12000, 120_000_000),
        ("总投资", ("台账", "单位：亿元"), 1.2, 120_000_000),
        ("总投资（万元）", ("台账", "单位：亿元"), 12000, 120_000_000),
        ("总投资（亿元）", ("台账",), "3500万", 35_000_000),
        ("总投资（亿元）", ("台账",), "约１，２００．５万元", 12_005_000),
    ],
)
def test_units(
    session: Session, write: Write, import_file: Plan, case: tuple[str, tuple[str, ...], object, int]
) -> None:
    head, above, cell, yuan = case
    import_file(write(sheet([1, "某区", "甲项目", "某某公司", cell], head=[*HEAD[:4], head], above=above)))
    assert one(session, "甲项目")["total_investment"] == yuan


@pytest.mark.parametrize(
    ("head", "amounts"),
    [("总投资", (1.2, 3, 4)), ("总投资（万元）", (1.2, 3, 4)), ("总投资", ("1.2", "3", "4"))],
)
def test_a_doubtful_unit_is_asked(
    session: Session, write: Write, plan: Plan, head: str, amounts: tuple[Any, ...]
) -> None:
    rows = [[n, "某区", f"{n}号项目", "某某公司", amount] for n, amount in enumerate(amounts)]
    made = plan(write(sheet(*rows, head=[*HEAD[:4], head])))
    (question,) = made.open_questions
    assert question.kind == "unit"
    assert not any(cell.key == "total_investment" for cell in made.cells())
    made.answer(question.id, "亿元")
    assert [c.after for c in made.cells() if c.key == "total_investment"] == ["1.2", "3", "4"]


def test_sections_totals_and_notes(session: Session, write: Write, import_file: Plan) -> None:
    made = import_file(
        write(
            sheet(
                ["一、2023年第一次（2个）"],
                [1, "某区", "甲项目", "某某公司", 1.25],
                [2, "某区", "乙项目", "某某公司", 0.5],
                ["小 计", None, "2个", None, 1.75],
                ["二、2023年第二次（2个）"],
                [3, "某区", "丙项目", "某某公司", 2],
                ["小计", None, "1个", None, 2],
                ["合计", None, "3个", None, 5],
                ["注：以备案文件为准。"],
            )
        )
    )
    assert made.counts()["added"] == 3
    wrong = {(c.row, c.printed, c.read) for c in made.totals if not c.ok}
    assert wrong == {(7, "2", "1"), (10, "5", "4")}  # a sum is compared as finely as it is printed
    assert [row.reason for row in made.sheets[0].skipped] == [
        "分段标题",
        "合计行",
        "分段标题",
        "合计行",
        "合计行",
        "注释",
    ]
    batches = session.reader.batches()
    assert sorted((b.name, b.year, b.seq_no) for b in batches.values()) == [
        ("2023年第一次", 2023, 1),
        ("2023年第二次", 2023, 2),
    ]


def test_merged_zone_cells_are_filled_down(session: Session, write: Write, import_file: Plan) -> None:
    path = write(
        sheet(
            [1, "某开发区", "甲项目", "某某公司", 1],
            [2, None, "乙项目", "某某公司", 2],
            [3, None, "丙项目", "某某公司", 3],
        )
    )
    book = load_workbook(path)
    book.active.merge_cells("B3:B4")
    book.save(path)
    import_file(path)
    zones = session.reader.names("zone")
    assert [zones.get(row["zone_id"]) for row in session.reader.rows("project")] == [
        "某开发区",
        "某开发区",
        None,
    ]


def test_unknown_columns_are_kept(session: Session, write: Write, import_file: Plan) -> None:
    import_file(
        write(sheet([1, "某区", "甲项目", "某某公司", 1.2, "2024-01", "是"], head=[*HEAD, "是否入统"]))
    )
    assert one(session, "甲项目")["extra"] == '{"是否入统": "是"}'


def test_codes_phones_and_ticks(session: Session, write: Write, import_file: Plan) -> None:
    head = ["项目名称", "项目代码", "联系电话", "是否战新", "包联领导"]
    import_file(
        write(
            [head, ["甲项\n目", "２３０１—140200–89-\n01-123456", 13800000000.0, "√", "陈某某（管委会主任）"]]
        )
    )
    row = one(session, "甲项目")
    assert row["code"] == "2301-140200-89-01-123456"
    assert row["phone"] == "13800000000"
    assert row["strategic"] == 1
    assert row["sponsor"] == "陈某某（管委会主任）"


def test_other_sheets_say_why_they_are_left(write: Write, plan: Plan) -> None:
    made = plan(
        write(
            {
                "填表说明": [["请逐项填写。"]],
                "其他": [["甲", "乙"], [1, 2]],
                "签约一批": sheet([1, "某区", "甲项目", "某某公司", 1]),
            }
        )
    )
    reasons = {each.name: each.reason for each in made.sheets if not each.kind}
    assert reasons == {"填表说明": "没有表头，按说明页跳过", "其他": "没有认识的列（甲、乙）"}


def test_a_header_alone_is_refused(write: Write, plan: Plan) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        plan(write([HEAD]))
    assert caught.value.code == "import.no_rows"


def test_formula_without_result(write: Write, plan: Plan) -> None:
    path = write(sheet([1, "某区", "甲项目", "某某公司", "=1+1"]))
    with pytest.raises(ImportRefusedError) as caught:
        plan(path)
    assert caught.value.facts["rows"] == "3"
    noted = plan(
        write(sheet([1, "某区", "甲项目", "某某公司", 2], ["合计", None, None, None, "=SUM(E3:E3)"]))
    )
    assert "未核对" in noted.sheets[0].skipped[0].reason


def test_track_column(session: Session, write: Write, import_file: Plan) -> None:
    head = ["项目名称", "活动批次", "类别", "总投资（亿元）"]
    import_file(
        write(
            [head, ["甲项目", "2024年第2次", "签约", 1], ["甲项目", "2024年第3次", "开工一批", 1]],
            sheet="全部",
        )
    )
    assert [row["track"] for row in session.reader.rows("listing")] == ["signing", "start"]
    assert session.reader.count("project") == 1


def test_a_header_repeated_on_each_page_is_no_project(
    session: Session, write: Write, import_file: Plan
) -> None:
    first, second = ([n, "某区", f"{n}号项目", "某某公司", n, "2024-03"] for n in (1, 2))
    made = import_file(write(sheet(first, HEAD, second)))
    assert [row["name"] for row in session.reader.rows("project")] == ["1号项目", "2号项目"]
    assert [row["name"] for row in session.reader.rows("zone")] == ["某区"]
    assert [(skip.row, skip.reason) for skip in made.sheets[0].skipped] == [(4, "重复的表头")]
