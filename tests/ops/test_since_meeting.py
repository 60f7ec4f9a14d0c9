"""What changed since the last meeting: by dates, and by what was written down late or put right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from zonedesk.domain import since as parts
from zonedesk.domain.figures.scope import Scope
from zonedesk.ops import edit
from zonedesk.ops.lists import kinds
from zonedesk.ops.meetings import add_meeting
from zonedesk.ops.quality import check_quality
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session
from zonedesk.ops.since_meeting import days_of, since_meeting

SINCE, UNTIL = "2024-03-15", "2024-03-22"


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the record's clock to the n-th of March 2024."""

    def set_day(day: int) -> None:
        class Then(dt.datetime):
            @classmethod
            def now(cls, tz: Any = None) -> dt.datetime:
                return dt.datetime(2024, 3, day, 12).astimezone()

        class Module:
            datetime = Then

        monkeypatch.setattr("zonedesk.store.record.dt", Module)

    return set_day


@pytest.fixture
def known(session, on_day):
    """Three signed projects of 1 亿元, listed under 签约一批, known since 1 March; the clock then stands at 18 March."""
    on_day(1)
    for number in (1, 2, 3):
        session.run(edit.add_project, name=f"某某项目{number}", zone=f"园区{number}")
        put(session, number, sign_date="2023-12-01", start_plan="2024-03-01")
        session.run(
            edit.add_row,
            table="listing",
            project_id=number,
            values={"batch_id": "第1批", "track": "签约一批"},
        )
        report(session, number, "2024-02", "0.1")
    on_day(18)
    return session


def put(session, number, table="project", **texts):
    for key, text in texts.items():
        session.run(edit.set_field, table=table, row_id=number, key=key, text=text)


def report(session, number, month, amount):
    values = {"month": month, "invest_total": amount}
    session.run(edit.add_row, table="monthly_progress", project_id=number, values=values)


def told(session, *names, **days):
    """The changes under these headings as (project, text, by dates)."""
    found = since_meeting(session, days.get("since", SINCE), days.get("until", UNTIL))
    return [(c.project_id, c.text, c.dated) for name in names for c in found.changes[name]]


LEFT, ENTERED = "left_not_started", "entered_not_started"


def test_nothing_written_nothing_changed(known):
    found = since_meeting(known, SINCE, UNTIL)
    assert not any(found.changes.values())
    assert found.stuck["not_started"] == (3, 3)


def test_a_start_within_the_week_is_told_by_its_date(known):
    put(known, 1, start_actual="2024-03-20")
    assert told(known, LEFT, parts.STAGE) == [
        (1, "开工（2024-03-20）", True),
        (1, "签约→开工", True),
    ]
    assert since_meeting(known, SINCE, UNTIL).stuck["not_started"] == (3, 2)


def test_a_start_of_last_month_written_down_this_week_is_told_as_such(known):
    put(known, 1, start_actual="2024-02-10")
    assert told(known, LEFT) == [(1, "开工（2024-02-10）", False)]
    # The meeting after that has nothing new of it.
    assert told(known, LEFT, since="2024-03-22", until="2024-03-29") == []
    # Nor had the one before it: then nobody knew.
    assert told(known, LEFT, since="2024-03-08", until="2024-03-15") == []


def test_a_start_taken_back_enters_again(known, on_day):
    on_day(10)
    put(known, 1, start_actual="2024-03-08")
    on_day(18)
    put(known, 1, start_actual="")
    assert told(known, ENTERED) == [(1, "开工时间更正为空", False)]
    known.undo()
    assert told(known, ENTERED) == []


def test_one_that_had_been_put_right_before_is_not_told_twice(known, on_day):
    on_day(10)
    put(known, 1, start_actual="2024-02-10")
    on_day(18)
    put(known, 1, start_actual="2024-03-20")
    assert told(known, LEFT, parts.STAGE) == []


def test_listed_this_week_and_deleted_this_week(known):
    known.run(edit.delete_row, table="project", row_id=3)
    known.run(edit.delete_row, table="listing", row_id=2)
    assert told(known, LEFT) == [(2, "不再列入批次或口径之内", False), (3, "已从台账删除", False)]
    found = since_meeting(known, SINCE, UNTIL)
    assert (found.project(3).name, found.zone(3)) == ("某某项目3", "园区3")
    known.undo()
    known.undo()
    assert told(known, LEFT) == []


@pytest.mark.parametrize("touched", ["listing", "amount", "project"])
def test_a_project_deleted_after_the_later_meeting_is_told_at_neither(known, on_day, touched):
    listing = known.reader.rows("listing", project_id=1)[0]["id"]
    if touched == "listing":
        known.run(edit.delete_row, table="listing", row_id=listing)
    elif touched == "amount":
        put(known, listing, table="listing", investment="3")
    else:
        put(known, 1, total_investment="3")
    on_day(25)
    known.run(edit.delete_row, table="project", row_id=1)
    found = since_meeting(known, SINCE, UNTIL)
    assert found.stuck["not_started"] == (2, 2)
    assert not any(found.changes.values())


def test_a_project_that_came_into_the_ledger_is_taken_by_its_dates(known):
    known.run(edit.add_project, name="新项目", zone="园区1")
    put(known, 4, sign_date="2024-03-19")
    known.run(edit.add_row, table="listing", project_id=4, values={"batch_id": "第1批", "track": "签约一批"})
    assert told(known, ENTERED) == [(4, "签约（2024-03-19）", True)]
    put(known, 4, sign_date="2023-11-01")
    assert told(known, ENTERED) == []


def test_money_reported_late_counts_in_the_week_it_was_reported(known):
    report(known, 1, "2024-01", "0.05")
    put(known, 2, table="monthly_progress", invest_total="0.3")
    found = since_meeting(known, SINCE, UNTIL)
    assert [(c.project_id, c.amount, c.dated) for c in found.changes[parts.MONEY]] == [(2, 20_000_000, False)]
    assert found.invested_by_zone() == [("园区2", 20_000_000, (2,))]
    # The month that ends in between counts by its date.
    report(known, 3, "2024-03", "0.6")
    found = since_meeting(known, SINCE, "2024-04-05")
    assert {c.project_id: (c.amount, c.dated) for c in found.changes[parts.MONEY]} == {
        2: (20_000_000, False),
        3: (50_000_000, True),
    }
    assert found.invested == 70_000_000


def test_procedures_done_or_no_longer_needed(known, on_day):
    on_day(2)
    for name in ("环评", "能评", "备案"):
        known.run(edit.add_row, table="procedure", project_id=1, values={"name": name, "required": "需办"})
    on_day(18)
    put(known, 1, table="procedure", status="已办结", done_on="2024-03-19")
    put(known, 2, table="procedure", status="已办结", done_on="2024-03-01")
    put(known, 3, table="procedure", required="无需办理")
    assert told(known, parts.PROCEDURES) == [
        (1, "环评（2024-03-19）", True),
        (1, "能评（2024-03-01）", False),
        (1, "备案（改为无需办理）", False),
    ]


def test_problems_raised_and_closed(known, on_day):
    on_day(2)
    for number, raised in ((1, "2024-03-01"), (2, "2024-03-16"), (3, "")):
        values = {"description": f"问题{number}", "raised_on": raised}
        known.run(edit.add_row, table="problem", project_id=number, values=values)
    on_day(18)
    put(known, 1, table="problem", status="已解决", closed_on="2024-03-20")
    known.run(
        edit.add_row, table="problem", project_id=1, values={"description": "补录", "raised_on": "2024-02"}
    )
    assert told(known, parts.RAISED) == [(2, "问题2", True), (1, "补录", False)]
    assert told(known, parts.CLOSED) == [(1, "问题1", True)]
    put(known, 3, table="problem", status="已解决")
    assert told(known, parts.CLOSED)[-1] == (3, "问题3", False)


def test_updates_missing_under_construction(known):
    put(known, 1, start_actual="2024-02-01")
    put(known, 2, start_actual="2024-02-01", suspended_on="2024-03-01")
    assert told(known, parts.MISSING) == []
    assert told(known, parts.MISSING, until="2024-03-31") == [(1, "应报2024-03进度，最近一次为2024-02", True)]


def test_scope_limits_what_is_told(known):
    put(known, 1, start_actual="2024-03-20")
    put(known, 2, start_actual="2024-03-20")
    found = since_meeting(known, SINCE, UNTIL, Scope(zone_id=2))
    assert found.ids(LEFT) == (2,)


def test_the_days_come_from_the_meetings(known):
    assert days_of(known.reader, UNTIL) == (SINCE, UNTIL)
    known.run(add_meeting, kind="周例会", held_on="2024-03-14")
    known.run(add_meeting, kind="月会商", held_on="2024-03-20")
    known.run(add_meeting, kind="周例会", held_on=UNTIL)
    assert days_of(known.reader, UNTIL) == ("2024-03-14", UNTIL)
    put(known, 1, start_actual="2024-03-20")
    rows = kinds()["since_meeting"].rows(known, UNTIL)
    assert [(row["part"], row["project"], row["since"]) for row in rows] == [
        ("left_not_started", "某某项目1", "2024-03-14"),
        ("stage", "某某项目1", "2024-03-14"),
    ]


def test_lists_add_up_on_an_invented_ledger(tmp_path):
    path = tmp_path / "示例.zonedesk"
    make_sample(path, projects=200, as_of="2024-03-31")
    with Session.open(path, read_only=True) as session:
        found = since_meeting(session, "2024-02-15", "2024-03-31")
        for name, (then, now) in found.stuck.items():
            entered, left = found.ids("entered_" + name), found.ids("left_" + name)
            assert then + len(entered) - len(left) == now
        assert found.invested == sum(session.facts("2024-03-31").completed.values()) - sum(
            session.facts("2024-02-15").completed.values()
        )
        assert found.ids(parts.STAGE)
        assert all(change.dated for own in found.changes.values() for change in own)


def test_a_project_begun_after_the_month_owes_no_report_of_it(known):
    put(known, 1, start_actual="2024-04-15")
    put(known, 2, start_actual="2024-03-31")
    asked = {"until": "2024-04-22"}
    assert told(known, parts.MISSING, **asked) == [(2, "应报2024-03进度，最近一次为2024-02", True)]
    # The light and the check of the ledger ask for the same month of the same projects.
    lit = [row for row in kinds()["lights"].rows(known, asked["until"]) if "没有填报" in str(row)]
    assert [row["project"] for row in lit] == ["某某项目2"]
    checked = next(f for f in check_quality(known.reader, asked["until"]) if f.rule.code == "quality.stale")
    assert [each.facts["project_id"] for each in checked.problems] == [2]
