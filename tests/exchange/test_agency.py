"""领办代办 taken in from a bureau's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from zonedesk.domain.agency import total
from zonedesk.ops import edit
from zonedesk.ops.lists import kinds
from zonedesk.ops.session import Session

HEAD = ["序号", "项目名称", "代办事项", "代办员", "受理日期", "办结日期", "件数"]


def test_the_citys_book_has_31_items_of_84_cases(session: Session, import_file, shared: Path) -> None:
    books = shared / "workbooks"
    import_file(books / "大同市三个一批项目台账.xlsx")
    officers = [project["service_officer"] for project in session.reader.projects()]
    plan = import_file(books / "领办代办台账.csv")
    assert (plan.kind, plan.counts()) == ("agency", {"added": 31, "updated": 0, "unchanged": 0})
    assert [(each.what, each.printed, each.ok) for each in plan.totals] == [
        ("合计个数", "31", True),
        ("合计件数", "84", True),
    ]
    assert [project["service_officer"] for project in session.reader.projects()] == officers
    found = total(session.reader.rows("agency_case"), "2024-03-31")
    assert (found.items, found.cases, found.projects, found.done_cases) == (31, 84, 31, 84)
    again = import_file(books / "领办代办台账.csv")
    assert again.counts() == {"added": 0, "updated": 0, "unchanged": 31}
    rows = kinds()["agency_matters"].rows(session, "2024-01-20")
    assert (rows[-1]["matter"], rows[-1]["done_cases"]) == ("合计", 0)
    assert all(row["agent"] for row in session.reader.rows("agency_case"))
    assert not plan.body.conflicts
    assert rows[-1]["items"] < 31, "cases accepted later do not count yet"


def test_a_case_brought_up_to_date_is_no_second_case(session: Session, import_file, write) -> None:
    session.run(edit.add_project, name="甲项目")
    rows = [
        HEAD,
        [1, "甲项目", "备案", "王某", "2024-01-05", None, 2],
        [2, "甲项目", "备案", "王某", "2024-02-06", None, 1],
    ]
    import_file(write(rows))
    rows[1][5], rows[1][6] = "2024.1.20", 3
    assert import_file(write(rows)).counts() == {"added": 0, "updated": 1, "unchanged": 1}
    cases = [(row["accepted_on"], row["done_on"], row["cases"]) for row in session.reader.rows("agency_case")]
    assert cases == [("2024-01-05", "2024-01-20", 3), ("2024-02-06", None, 1)]
    session.undo()
    assert session.reader.rows("agency_case")[0]["cases"] == 2


def test_a_row_for_a_project_we_do_not_have_is_asked_about(session: Session, plan, write) -> None:
    session.run(edit.add_project, name="甲项目")
    made = plan(write([HEAD, [1, "另一项目", "备案", "王某", "2024-01-05", None, "两件"]]))
    assert [each.kind for each in made.body.questions] == ["identity"]
    assert [each.text for each in made.body.errors] == ["两件"]


def test_a_wrong_total_is_said(session: Session, plan, write) -> None:
    session.run(edit.add_project, name="甲项目")
    made = plan(
        write(
            [
                HEAD,
                [1, "甲项目", "备案", "王某", "2024-01-05", None, 2],
                ["合计", "1项", None, None, None, None, 5],
            ]
        )
    )
    assert [(each.what, each.ok) for each in made.totals] == [("合计个数", True), ("合计件数", False)]


def test_elsewhere_such_columns_stay_the_files_own(session: Session, import_file, write) -> None:
    head = ["序号", "项目名称", "总投资（亿元）", "建设单位", "件数"]
    import_file(write([head, [1, "甲项目", 1.5, "山西某甲有限公司", 4]]))
    [project] = session.reader.projects()
    assert project["extra"] == {"件数": "4"}
    assert session.reader.rows("agency_case") == []


def test_every_column_of_a_case_is_the_cases(session: Session, import_file, write) -> None:
    session.run(edit.add_project, name="甲项目")
    head = [*HEAD, "办理结果", "满意度"]
    import_file(write([head, [1, "甲项目", "备案", "王某", "2024-01-05", "2024-01-09", 2, "已领证", 5]]))
    [case] = session.reader.rows("agency_case")
    assert (case["agent"], case["cases"], case["result"], case["satisfaction"]) == ("王某", 2, "已领证", 5)
    assert session.reader.projects()[0]["service_officer"] is None


def test_a_row_without_a_matter_is_skipped_and_said(session: Session, plan, write) -> None:
    session.run(edit.add_project, name="甲项目")
    row = [1, "甲项目", None, "王某", "2024-01-05", None, 2]
    made = plan(write([HEAD, row, [2, "甲项目", "备案", "王某", "2024-01-05", None, 2]]))
    assert [(row.row, row.reason) for sheet in made.sheets for row in sheet.skipped] == [(2, "没有代办事项")]
    assert made.counts() == {"added": 1, "updated": 0, "unchanged": 0}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2件", (2, {})),
        ("2 件", (2, {})),
        ("２件", (2, {})),
        ("三件", (None, {"cases": "三件"})),
        (2.5, (None, {"cases": "2.5"})),
        (0, (None, {"cases": "0"})),
        (-2, (None, {"cases": "-2"})),
        (None, (None, {})),
    ],
)
def test_a_number_of_cases_is_read_and_never_invented(
    session: Session, import_file, write, written, read
) -> None:
    session.run(edit.add_project, name="甲项目")
    import_file(write([HEAD, [1, "甲项目", "备案", "王某", "2024-01-05", None, written]]))
    [case] = session.reader.rows("agency_case")
    assert (case["cases"], case["unfit"]) == read
    rows = kinds()["agency_matters"].rows(session, "2024-03-31")
    assert rows[-1]["uncounted"] == (read[0] is None)
