"""Editing by hand, one cell or one record at a time."""

from __future__ import annotations

import pytest

from zonedesk.domain.columns import PROJECT_FIELDS
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.fields import Kind
from zonedesk.domain.messages import say
from zonedesk.ops.edit import add_project, add_row, delete_row, set_field
from zonedesk.ops.session import Session

TYPED = {
    Kind.TEXT: ("某某", "某某"),
    Kind.LONG_TEXT: ("一行\n二行", "一行\n二行"),
    Kind.CHOICE: ("产业", "产业"),
    Kind.BOOL: ("是", 1),
    Kind.MONEY: ("1.5", 150_000_000),
    Kind.AREA: ("30", 30_000),
    Kind.DATE: ("2024年3月", "2024-03"),
}


@pytest.fixture
def one(session: Session) -> Session:
    session.run(add_project, name="某某项目", zone="某某开发区")
    return session


def edit(session: Session, key: str, text: str, table: str = "project", row_id: int = 1, **more: str) -> None:
    session.run(set_field, table=table, row_id=row_id, key=key, text=text, **more)


@pytest.mark.parametrize("field", PROJECT_FIELDS, ids=lambda field: field.key)
def test_every_project_field_can_be_filled_emptied_and_undone(one: Session, field) -> None:
    before = one.reader.project(1)
    text, stored = TYPED.get(field.kind, ("另一家", 2 if field.ref == "zone" else 1))
    edit(one, field.key, text, month="2024-03")
    assert one.reader.project(1)[field.key] == stored
    assert field.label in one.next_undo().label
    if field.key != "name":
        edit(one, field.key, "", month="2024-03")
        assert one.reader.project(1)[field.key] is None
        assert "（空）" in one.next_undo().label
        one.undo()
    one.undo()
    assert one.reader.project(1) == before


@pytest.mark.parametrize(
    ("key", "unfit", "fits"),
    [
        ("total_investment", "2000万件", "3"),
        ("sign_date", "尽快", "2024"),
        ("strategic", "待定", "否"),
        ("land_area", "若干", "3"),
    ],
)
def test_what_does_not_fit_is_kept_as_typed_until_it_does(
    one: Session, key: str, unfit: str, fits: str
) -> None:
    edit(one, key, fits)
    edit(one, key, unfit)
    row = one.reader.project(1)
    assert (row[key], row["unfit"]) == (None, {key: unfit})
    assert unfit in one.next_undo().label
    edit(one, key, fits)
    assert one.reader.project(1)["unfit"] == {}
    one.undo()
    assert one.reader.project(1)["unfit"] == {key: unfit}
    edit(one, key, "")
    assert one.reader.project(1)["unfit"] == {}


def test_a_written_unit_wins_over_that_of_the_column(one: Session) -> None:
    edit(one, "total_investment", "3500万", unit="亿元")
    assert one.reader.project(1)["total_investment"] == 35_000_000
    edit(one, "total_investment", "3500", unit="万元")
    assert len(one.steps()) == 2, "the same amount is not a change"


def test_a_company_that_is_not_known_is_added_once(one: Session) -> None:
    edit(one, "enterprise_id", "某某（大同）新材料有限公司")
    one.run(add_project, name="二期")
    edit(one, "enterprise_id", "某某(大同)新材料 有限公司", row_id=2)
    assert one.reader.names("enterprise") == {1: "某某（大同）新材料有限公司"}
    one.undo()
    one.undo()
    one.undo()
    assert one.reader.names("enterprise") == {}


def test_a_batch_is_known_by_its_year_and_number(one: Session) -> None:
    """Else a batch typed by hand would stand behind all others, outside every from-to."""
    for text, track in (
        ("2024年第一次", "签约一批"),
        ("2024年第1次（17个）", "开工一批"),
        ("某次活动", "投产一批"),
    ):
        one.run(add_row, table="listing", project_id=1, values={"batch_id": text, "track": track})
    assert [tuple(batch)[1:] for batch in one.reader.batches().values()] == [
        ("2024年第一次", 2024, 1),
        ("某次活动", None, None),
    ]


def test_a_monthly_field_goes_to_its_month(one: Session) -> None:
    with pytest.raises(RefusedError):
        edit(one, "completed_investment", "1")
    with pytest.raises(RefusedError):
        edit(one, "completed_investment", "1", month="2024-3")
    edit(one, "completed_investment", "1", month="2024-02")
    edit(one, "completed_investment", "2", month="2024-03")
    edit(one, "completed_investment", "3")
    edit(one, "image_progress", "主体封顶")
    rows = one.reader.rows("monthly_progress", order="month")
    assert [(r["month"], r["invest_total"], r["image_progress"]) for r in rows] == [
        ("2024-02", 100_000_000, None),
        ("2024-03", 300_000_000, "主体封顶"),
    ]


def test_emptying_a_month_that_is_not_there_adds_none(one: Session) -> None:
    edit(one, "completed_investment", "", month="2024-03")
    assert one.reader.count("monthly_progress") == 0
    assert len(one.steps()) == 1


@pytest.mark.parametrize(
    ("table", "key", "text", "words"),
    [
        ("project", "name", " ", "项目名称"),
        ("procedure", "name", "", "手续名称"),
        ("problem", "description", "无", "存在问题"),
        ("listing", "track", "", "类别"),
        ("listing", "track", "下马一批", "签约一批"),
        ("listing", "batch_id", "", "活动批次"),
        ("monthly_progress", "month", "尽快", "尽快"),
    ],
)
def test_what_must_be_there_cannot_be_emptied(
    one: Session, table: str, key: str, text: str, words: str
) -> None:
    one.run(add_row, table="procedure", project_id=1, values={"name": "备案"})
    one.run(add_row, table="problem", project_id=1, values={"description": "用地未落实"})
    one.run(add_row, table="listing", project_id=1, values={"batch_id": "2024年第一次", "track": "签约一批"})
    one.run(add_row, table="monthly_progress", project_id=1, values={"month": "2024.3"})
    steps = one.steps()
    with pytest.raises(RefusedError) as refused:
        edit(one, key, text, table=table)
    assert words in say(refused.value)
    assert one.steps() == steps


def test_emptying_a_state_sets_what_stands_for_empty(one: Session) -> None:
    one.run(add_row, table="procedure", project_id=1, values={"name": "备案", "status": "已办结"})
    edit(one, "status", "", table="procedure")
    assert one.reader.rows("procedure")[0]["status"] == "未启动"


def test_the_same_row_twice_is_refused_in_words(one: Session) -> None:
    one.run(add_row, table="procedure", project_id=1, values={"name": "备案"})
    with pytest.raises(RefusedError) as refused:
        one.run(add_row, table="procedure", project_id=1, values={"name": "备案"})
    assert "手续名称" in say(refused.value)


def test_a_project_needs_a_name(session: Session) -> None:
    with pytest.raises(RefusedError):
        session.run(add_project, name=" \n ")
    assert session.steps() == []


def test_what_is_gone_is_said_to_be_gone(session: Session) -> None:
    for act, asked in (
        (set_field, {"table": "project", "row_id": 9, "key": "name", "text": "甲"}),
        (delete_row, {"table": "project", "row_id": 9}),
        (add_row, {"table": "problem", "project_id": 9, "values": {"description": "某"}}),
    ):
        with pytest.raises(RefusedError) as refused:
            session.run(act, **asked)
        assert refused.value.code == "record.missing"


def test_deleting_a_project_takes_its_children_and_undo_brings_all_back(one: Session) -> None:
    edit(one, "completed_investment", "1", month="2024-03")
    for table, values in (
        ("listing", {"batch_id": "2024年第一次", "track": "signing", "investment": "2"}),
        ("procedure", {"name": "备案", "done_on": "办理中"}),
        ("problem", {"description": "用地未落实"}),
    ):
        one.run(add_row, table=table, project_id=1, values=values)
    tables = ("project", "listing", "procedure", "problem", "monthly_progress")
    before = {table: one.reader.rows(table) for table in tables}
    one.run(delete_row, table="project", row_id=1)
    assert not any(one.reader.rows(table) for table in tables)
    assert one.next_undo().label == "删除项目 “某某项目”"
    one.undo()
    assert {table: one.reader.rows(table) for table in tables} == before


def test_a_zone_with_projects_stays(one: Session) -> None:
    with pytest.raises(RefusedError) as refused:
        one.run(delete_row, table="zone", row_id=1)
    assert "1 个项目" in say(refused.value)


def test_labels_are_what_an_officer_would_say(one: Session) -> None:
    edit(one, "total_investment", "3")
    edit(one, "strategic", "√")
    one.run(add_row, table="procedure", project_id=1, values={"name": "环评"})
    edit(one, "status", "已办结", table="procedure")
    one.run(delete_row, table="procedure", row_id=1)
    assert [step.label for step in one.steps()][::-1] == [
        "新增项目 某某项目",
        "修改“某某项目”总投资：3亿元",
        "修改“某某项目”是否战新：是",
        "新增“某某项目”手续“环评”",
        "修改“某某项目”手续“环评”办理状态：已办结",
        "删除“某某项目”手续“环评”",
    ]
