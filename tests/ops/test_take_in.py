"""Taking a plan in: one step, only what is ticked, refused when the ledger moved on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from zonedesk.domain.errors import ImportRefusedError
from zonedesk.domain.messages import say
from zonedesk.domain.plan import ImportPlan
from zonedesk.exchange.importing import prepare
from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

HEAD = ["开发区", "活动批次", "项目名称", "建设单位", "总投资（亿元）", "签约时间"]
ROW = ["某开发区", "2024年第一次", "甲项目", "某某公司", 1.5, "2024-03-07"]


def plan_of(session: Session, folder: Path, *rows: list[Any]) -> ImportPlan:
    book = Workbook()
    book.active.title = "签约一批"
    for line in (HEAD, *rows):
        book.active.append(line)
    path = folder / "某台账.xlsx"
    book.save(path)
    return prepare(session.reader, path)


def test_one_step_with_its_source(session: Session, tmp_path: Path) -> None:
    plan = plan_of(session, tmp_path, ROW)
    changes = session.run(take_in, plan=plan)
    assert changes.kind == "import"
    kinds = "新增项目1个、新增列入批次1条、新增建设单位1个、新增开发区1个、新增活动批次1个"
    assert changes.label == f"导入 某台账.xlsx：{kinds}"
    (step,) = session.steps()
    source = json.loads(step.source or "")
    assert (source["file"], source["sha256"], source["kind"]) == ("某台账.xlsx", plan.sha256, "ledger")
    assert str(tmp_path) not in (step.source or "")
    session.undo()
    assert [session.reader.count(t) for t in ("zone", "enterprise", "batch", "project", "listing")] == [0] * 5
    session.redo()
    assert session.reader.count("listing") == 1


def test_nothing_to_do_is_no_step(session: Session, tmp_path: Path) -> None:
    session.run(take_in, plan=plan_of(session, tmp_path, ROW))
    assert not session.run(take_in, plan=plan_of(session, tmp_path, ROW))
    assert len(session.steps()) == 1


def test_unticked_rows_and_cells_stay_out(session: Session, tmp_path: Path) -> None:
    other = ["另一开发区", "2024年第二次", "乙项目", "另一公司", 2, "2024-04"]
    plan = plan_of(session, tmp_path, ROW, other)
    first, second = (action.token for action in plan.actions if action.table == "project")
    plan.accept("project", second, False)
    plan.accept("project", first, False, key="sign_date")
    assert plan.counts()["added"] == 1
    session.run(take_in, plan=plan)
    assert [(r["name"], r["sign_date"]) for r in session.reader.rows("project")] == [("甲项目", None)]
    assert list(session.reader.names("zone").values()) == ["某开发区"]
    assert session.reader.count("listing") == 1


def test_refused_when_the_ledger_moved_on(session: Session, tmp_path: Path) -> None:
    session.run(take_in, plan=plan_of(session, tmp_path, ROW))
    stale = plan_of(session, tmp_path, [*ROW[:5], "2024-03-09"])
    session.run(set_field, table="project", row_id=1, key="sign_date", text="2024-05")
    with pytest.raises(ImportRefusedError) as caught:
        session.run(take_in, plan=stale)
    assert "甲项目" in say(caught.value)
    assert session.reader.rows("project")[0]["sign_date"] == "2024-05"


def test_the_same_plan_twice_is_refused(session: Session, tmp_path: Path) -> None:
    plan = plan_of(session, tmp_path, ROW)
    session.run(take_in, plan=plan)
    with pytest.raises(ImportRefusedError):
        session.run(take_in, plan=plan)
    assert session.reader.count("project") == 1


def test_a_listing_does_not_move_with_the_project(session: Session, tmp_path: Path) -> None:
    session.run(take_in, plan=plan_of(session, tmp_path, ROW))
    plan = plan_of(session, tmp_path, [*ROW[:4], 1.8, ROW[5]])
    assert [(c.table, c.reason, c.ours, c.theirs) for c in plan.conflicts] == [
        ("listing", "listing", "1.5", "1.8")
    ]
    session.run(take_in, plan=plan)
    assert session.reader.rows("listing")[0]["investment"] == 150_000_000
    assert session.reader.rows("project")[0]["total_investment"] == 180_000_000
