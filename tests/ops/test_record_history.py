"""Who changed what, from what, to what: of a project, or of one field of it."""

from __future__ import annotations

import pytest

from zonedesk.ops import edit
from zonedesk.ops.record_history import Only, project_history
from zonedesk.ops.session import Session


@pytest.fixture
def pid(session: Session) -> int:
    changes = session.run(edit.add_project, name="某某项目", zone="某某开发区")
    return next(change.row_id for change in changes.of("project"))


def told(session: Session, pid: int, only: Only | None = None) -> list[list[str]]:
    return [
        list(entry.lines) for entry in project_history(session.reader, session.record, pid, "亿元", only=only)
    ]


def put(session: Session, row_id: int, key: str, text: str, table: str = "project") -> None:
    session.run(edit.set_field, table=table, row_id=row_id, key=key, text=text)


def test_values_units_names_and_unfit_texts(session: Session, pid: int) -> None:
    put(session, pid, "total_investment", "3")
    put(session, pid, "total_investment", "约几亿")
    put(session, pid, "total_investment", "5")
    put(session, pid, "zone_id", "另一开发区")
    assert told(session, pid) == [
        ["开发区：某某开发区 → 另一开发区"],
        ["总投资：约几亿 → 5亿元"],
        ["总投资（待核）：3 → 约几亿"],
        ["总投资：（空） → 3亿元"],
        ["新增项目 某某项目"],
    ]


def test_one_field_alone_with_who_and_when(session: Session, pid: int) -> None:
    put(session, pid, "remark", "甲")
    put(session, pid, "location", "某路")
    session.sign_as("赵某")
    put(session, pid, "remark", "乙")
    session.undo()
    entries = project_history(session.reader, session.record, pid, "亿元", only=Only("project", "remark"))
    assert [(entry.step.who, entry.lines[0]) for entry in entries] == [
        ("赵某", "备注：乙 → 甲"),
        ("赵某", "备注：甲 → 乙"),
        ("王某", "备注：（空） → 甲"),
    ]


def test_what_hung_on_the_project_is_named_also_when_it_is_gone(session: Session, pid: int) -> None:
    session.run(edit.add_row, table="procedure", project_id=pid, values={"name": "某某许可"})
    permit = session.reader.rows("procedure")[0]["id"]
    put(session, permit, "doc_no", "某文1号", table="procedure")
    values = {"batch_id": "2024年第一次", "track": "签约一批", "investment": "3"}
    session.run(edit.add_row, table="listing", project_id=pid, values=values)
    session.run(edit.delete_row, table="procedure", row_id=permit)
    assert told(session, pid)[:4] == [
        ["删除手续“某某许可”"],
        ["新增列入批次“2024年第一次 签约一批”"],
        ["手续“某某许可” 批复文号：（空） → 某文1号"],
        ["新增手续“某某许可”"],
    ]
    assert told(session, pid, Only("procedure", "doc_no", permit)) == [
        ["手续“某某许可” 批复文号：某文1号 → （空）"],
        ["手续“某某许可” 批复文号：（空） → 某文1号"],
    ]


def test_no_more_than_asked_for(session: Session, pid: int) -> None:
    for number in range(6):
        put(session, pid, "remark", f"{number}稿")
    entries = project_history(session.reader, session.record, pid, "亿元", most=3)
    assert [entry.lines[0] for entry in entries] == [f"备注：{n - 1}稿 → {n}稿" for n in (5, 4, 3)]
