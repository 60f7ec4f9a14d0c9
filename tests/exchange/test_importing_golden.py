"""The bureau's workbooks, into an empty ledger: every number of expected.json comes out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import as_json
from zonedesk.domain.plan import ImportPlan
from zonedesk.exchange.importing import prepare
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in

LEDGER, PROCEDURES = "大同市三个一批项目台账.xlsx", "前期手续办理情况表.xlsx"
MONTHLY = "重点项目进展月报表2024年3月"
TABLES = ("zone", "enterprise", "batch", "project", "listing", "procedure", "monthly_progress", "problem")


@pytest.fixture(scope="module")
def expected(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "workbooks" / "expected.json").read_text("utf-8"))


def take(session: Session, path: Path) -> ImportPlan:
    plan = prepare(session.reader, path, ledger_id=session.ledger_id)
    session.run(take_in, plan=plan)
    return plan


def contents(session: Session) -> dict[str, list[dict[str, Any]]]:
    return {table: session.reader.rows(table) for table in TABLES}


@pytest.fixture(scope="module")
def filled(empty_ledger: Path, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_ledger, tmp_path_factory.mktemp("golden") / "大同.zonedesk"))
    with Session.open(path, "王某") as session:
        first = take(session, shared / "workbooks" / LEDGER)
        assert first.counts() == {"added": 253, "updated": 0, "unchanged": 0}
        assert not first.questions
        assert not first.conflicts
        second = take(session, shared / "workbooks" / PROCEDURES)
        assert second.counts() == {"added": 364, "updated": 0, "unchanged": 0}
    return path


@pytest.fixture
def opened(filled: Path, tmp_path: Path) -> Iterator[Session]:
    with Session.open(Path(shutil.copy(filled, tmp_path / "大同.zonedesk")), "王某") as session:
        yield session


def test_every_figure_of_the_source_text(opened: Session, expected: dict[str, Any]) -> None:
    found = as_json(opened.figures("2024-03-31"))
    assert opened.reader.count("project") == expected["projects_in_ledger_workbook"]
    assert opened.reader.count("zone") == expected["zones"]
    for rate, bases in expected["rates"].items():
        for basis, (numerator, denominator, percent) in bases.items():
            got = found["rates"][rate][basis]
            assert (got["numerator"], got["denominator"]) == (numerator, denominator), (rate, basis)
            assert percent is None or got["percent"] == percent
    for name, numbers in expected["three_not"].items():
        assert numbers.items() <= found["three_not"][name].items()
    wanted = dict(expected["procedures"])
    pending = [(p["project"], p["procedure"], p["note"]) for p in found["procedures"].pop("pending")]
    assert pending == [tuple(each) for each in wanted.pop("pending")]
    assert found["procedures"] == wanted


def test_one_batch_alone(opened: Session, expected: dict[str, Any]) -> None:
    batch = next(b.id for b in opened.reader.batches().values() if b.name == "2024年第一次")
    found = as_json(opened.figures("2024-03-31", Scope(from_batch=batch, to_batch=batch)))
    words = {"签约": "signing", "开工": "start", "投产": "production"}
    assert {words[k]: v for k, v in expected["batch_2024_1"].items()} == found["tracks"]


@pytest.mark.parametrize("name", [LEDGER, PROCEDURES])
def test_a_second_time_changes_nothing(opened: Session, shared: Path, name: str) -> None:
    before, steps = contents(opened), len(opened.steps())
    counts = take(opened, shared / "workbooks" / name).counts()
    assert (counts["added"], counts["updated"]) == (0, 0)
    assert contents(opened) == before
    assert len(opened.steps()) == steps


def test_printed_totals_agree(opened: Session, shared: Path) -> None:
    totals = prepare(opened.reader, shared / "workbooks" / LEDGER).totals
    assert len(totals) == 21
    assert all(check.ok for check in totals)


def test_monthly_report_and_its_twin(opened: Session, shared: Path, expected: dict[str, Any]) -> None:
    plan = take(opened, shared / "workbooks" / f"{MONTHLY}.xls")
    wanted = expected["monthly_progress_2024_03"]
    rows = [
        r for r in opened.reader.rows("monthly_progress", month="2024-03") if r["invest_month"] is not None
    ]
    assert len(rows) == wanted["projects"]
    for column, key in (
        ("invest_month", "month_wan"),
        ("invest_ytd", "year_to_date_wan"),
        ("invest_total", "total_wan"),
    ):
        assert sum(row[column] for row in rows) == wanted[key] * 10_000
    assert not plan.questions
    again = take(opened, shared / "workbooks" / f"{MONTHLY}.et").counts()
    assert (again["added"], again["updated"]) == (0, 0)


def test_bureau_feedback(opened: Session, shared: Path, expected: dict[str, Any]) -> None:
    plan = prepare(opened.reader, shared / "workbooks" / "三未项目清单（市局反馈）.xlsx")
    wanted = expected["bureau_feedback"]
    assert plan.kind == "three_not"
    assert sum(sheet.rows for sheet in plan.sheets) == wanted["rows"]
    assert sorted(row.name for row in plan.missing) == sorted(wanted["missing"])
    assert plan.new()["project"] == wanted["new"]
    changed = sorted(
        cell.field_label for cell in plan.cells() if cell.table == "project" and cell.kind == "changed"
    )
    assert changed == ["计划开工时间", "计划开工时间"], "a list of stuck projects is where plans are told"
    (conflict,) = plan.conflicts
    assert (conflict.key, conflict.reason, conflict.answer) == ("total_investment", "copied", None)
    assert plan.body.retyped, "names retyped slightly are said"
    assert plan.unlisted() == 1
    assert "新签约" not in {cell.after for cell in plan.cells() if cell.table == "problem"}, (
        "a state, no problem"
    )
    plan.answer(conflict.id, "theirs")
    assert "总投资" in {cell.field_label for cell in plan.cells() if cell.kind == "changed"}


def test_undo_and_redo_restore_exactly(session: Session, shared: Path) -> None:
    states = [contents(session)]
    for name in (LEDGER, PROCEDURES, f"{MONTHLY}.xls", "三未项目清单（市局反馈）.xlsx"):
        take(session, shared / "workbooks" / name)
        states.append(contents(session))
    for state in reversed(states[:-1]):
        session.undo()
        assert contents(session) == state
    for state in states[1:]:
        session.redo()
        assert contents(session) == state


def test_encrypted_twin_says_the_same(opened: Session, shared: Path) -> None:
    path = shared / "workbooks" / "坏文件" / "加密台账（口令zone2024）.xlsx"
    counts = prepare(opened.reader, path, password="zone2024").counts()
    assert (counts["added"], counts["updated"]) == (0, 0)
