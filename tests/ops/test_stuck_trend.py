"""Who went out of the stuck lists, and how; the months before."""

import sqlite3

import pytest

from zonedesk.domain.course import Turn
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.stays import Exit
from zonedesk.ops import edit
from zonedesk.ops.course import register_turn
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.stuck_trend import departures, stuck_trend

AS_OF = "2024-03-31"


def _fill(w):
    """填台账."""
    zone = w.insert("zone", {"name": "示例经开区"})
    batch = w.insert("batch", {"name": "2023年第四次", "year": 2023, "seq_no": 4})
    names = (
        "按期开工",
        "逾期开工",
        "终止的",
        "调出的",
        "仍在的",
        "补记的",
        "删除的",
        "移出批次的",
        "改类别的",
    )
    for name in names:
        pid = w.insert(
            "project",
            {
                "name": f"{name}项目",
                "zone_id": zone,
                "sign_date": "2023-12-10",
                "start_plan": "2024-03-10",
                "project_kind": "产业",
                "total_investment": 100_000_000,
            },
        )
        track = "production" if name == "改类别的" else "signing"
        w.insert(
            "listing", {"project_id": pid, "batch_id": batch, "track": track, "investment": pid * 10_000_000}
        )
    w.update("project", 9, {"sign_date": "2023-01", "start_actual": "2023-02", "prod_actual": "2023-09"})


def _late(session):
    """What was written in March, of March and of before."""
    put = {"table": "project", "key": "start_actual"}
    session.run(edit.set_field, row_id=1, text="2024-3-8", **put)
    session.run(edit.set_field, row_id=2, text="2024-3-25", **put)
    session.run(
        register_turn, project_ids=[3], turn=Turn.WITHDRAW, day="2024-3-5", reason="资金断裂", kind="终止"
    )
    session.run(
        register_turn, project_ids=[4], turn=Turn.WITHDRAW, day="2024-3-6", reason="改址", kind="调出"
    )
    session.run(edit.set_field, row_id=6, text="2024-2-10", **put)
    session.run(edit.delete_row, table="project", row_id=7)
    session.run(edit.delete_row, table="listing", row_id=8)
    session.run(edit.set_field, table="project", row_id=9, key="project_kind", text="民生")


@pytest.fixture
def march(ledger_path):
    """A ledger filled in January, written to in March."""
    with Session.open(ledger_path, "王某") as session:
        session.run(_fill)
    _date(ledger_path, "2024-01-15")
    with Session.open(ledger_path, "王某") as session:
        _late(session)
    _date(ledger_path, "2024-03-28", "id > 1")
    with Session.open(ledger_path, "王某") as session:
        yield session


def _date(path, day, which="1"):
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(f"UPDATE change_set SET at = ? WHERE {which}", (f"{day}T09:00:00+08:00",))
    connection.close()


def test_each_that_left_says_when_how_and_why(march):
    found = {each.project: each for each in departures(march, AS_OF)}
    told = {name: (d.label, d.told, d.day, d.reason, d.late) for name, d in found.items()}
    assert told == {
        "终止的项目": ("签约未开工", "终止", "2024-03-05", "资金断裂", None),
        "调出的项目": ("签约未开工", "调出", "2024-03-06", "改址", None),
        "按期开工项目": ("签约未开工", "已开工", "2024-03-08", "", None),
        "逾期开工项目": ("签约未开工", "已开工", "2024-03-25", "", 15),
        "补记的项目": ("签约未开工", "更正", "", "补记开工（2024-02-10）", None),
        "删除的项目": ("签约未开工", "更正", "", "已从台账删除", None),
        "移出批次的项目": ("签约未开工", "更正", "", "不再列入签约一批", None),
        "改类别的项目": ("投产未达效", "更正", "", "改为民生项目", None),
    }
    assert [d.how for d in departures(march, AS_OF)][:4] == [
        Exit.WITHDRAWN,
        Exit.WITHDRAWN,
        Exit.TAKEN,
        Exit.TAKEN,
    ]
    assert found["逾期开工项目"].investment == 20_000_000
    assert found["删除的项目"].investment == 100_000_000


def test_a_day_within_the_month_and_the_scope_limit_what_is_told(march):
    assert {d.project for d in departures(march, "2024-03-06") if d.how is not Exit.CORRECTED} == {
        "终止的项目",
        "调出的项目",
    }
    assert departures(march, AS_OF, Scope(zone_id=99)) == []
    assert departures(march, "2024-04-30") == []


def test_months_tell_who_came_and_went(march):
    months = stuck_trend(march, AS_OF, "not_started")
    assert [month.day for month in months.months][-3:] == ["2024-01-31", "2024-02-29", AS_OF]
    last = months.months[-1]
    assert (last.left[Exit.TAKEN], last.left[Exit.WITHDRAWN]) == ((1, 2), (3, 4))
    assert last.standing == (5,)
    assert last.overdue == (5,)
    assert set(months.corrected) == {6, 7, 8}
    assert months.months[-4].entered == (1, 2, 3, 4, 5, 6)
    assert months.basis == ""


def test_a_ledger_that_knew_nothing_then_has_no_corrections(tmp_path):
    path = tmp_path / "示例.zonedesk"
    make_sample(path, projects=60, as_of=AS_OF)
    with Session.open(path, "王某") as session:
        session.run(edit.delete_row, table="project", row_id=3)
        assert all(d.how is not Exit.CORRECTED for d in departures(session, AS_OF))
        for name in ("not_started", "not_in_production", "not_on_target"):
            found = stuck_trend(session, AS_OF, name)
            assert len(found.months) == 12
            assert set(found.months[-1].standing) == set(session.figures(AS_OF).three_not[name].ids())
            gone = [d.project_id for d in departures(session, AS_OF) if d.name == name]
            assert sorted(found.months[-1].gone) == sorted(gone)
