"""A session: steps are named, told and recorded."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from zonedesk.domain.changes import Changes
from zonedesk.domain.errors import StaleUndoError
from zonedesk.domain.messages import say
from zonedesk.ops.edit import add_project, add_row, set_field, set_setting
from zonedesk.ops.session import Session
from zonedesk.ops.working_day import default_as_of, reported_as_of
from zonedesk.store.writer import Writer


def test_a_step_says_what_who_and_when(session: Session) -> None:
    changes = session.run(add_project, name="某某项目")
    step = session.next_undo()
    assert (step.label, step.who, step.kind, step.rows) == ("新增项目 某某项目", "王某", "edit", 1)
    assert step.set_id == changes.set_id
    assert step.computer
    assert dt.datetime.fromisoformat(step.at).tzinfo is not None


def test_a_step_without_a_name_takes_its_operation_s(session: Session) -> None:
    def operation(w: Writer) -> None:
        """整理台账.

        More of it."""
        w.insert("project", {"name": "甲"})

    operation.step_kind = "import"
    session.run(operation)
    assert (session.next_undo().label, session.next_undo().kind) == ("整理台账", "import")


def test_listeners_hear_of_every_step_until_they_stop(session: Session) -> None:
    told: list[Changes] = []
    stop = session.subscribe(told.append)
    session.run(add_project, name="甲")
    session.undo()
    session.redo()
    stop()
    session.run(add_project, name="乙")
    assert [changes.kind for changes in told] == ["edit", "undo", "redo"]
    assert all(changes.touches("project") for changes in told)


def test_stopping_after_the_session_is_closed_is_harmless(ledger_path: Path) -> None:
    with Session.open(ledger_path) as session:
        stop = session.subscribe(lambda _: None)
    stop()


def test_the_ledger_s_id_stays(ledger_path: Path, tmp_path: Path) -> None:
    with Session.open(ledger_path) as session:
        known = session.ledger_id
    with Session.open(ledger_path.rename(tmp_path / "改名.zonedesk")) as session:
        assert session.ledger_id == known != ""
    with Session.create(tmp_path / "另一.zonedesk") as other:
        assert other.ledger_id != known


def test_the_working_day_is_the_end_of_the_last_month_reported(session: Session) -> None:
    assert default_as_of(session.reader, dt.date(2024, 5, 6)) == "2024-05-06"
    session.run(add_project, name="甲")
    session.run(
        add_row, table="monthly_progress", project_id=1, values={"month": "2024年2月", "invest_total": "1"}
    )
    assert default_as_of(session.reader, dt.date(2024, 5, 6)) == "2024-02-29"


def test_settings(session: Session) -> None:
    assert session.reader.setting("unit", "亿元") == "亿元"
    for value in ("万元", "亿元", "亿元"):
        session.run(set_setting, key="unit", value=value)
    assert session.reader.setting("unit") == "亿元"
    assert len(session.steps()) == 2
    session.undo()
    assert session.reader.setting("unit") == "万元"


def test_history_is_read_in_pages(session: Session) -> None:
    for name in "甲乙丙丁":
        session.run(add_project, name=name)
    first = session.steps(limit=3)
    rest = session.steps(limit=3, before=first[-1].set_id)
    assert [step.label[-1] for step in first + rest] == ["丁", "丙", "乙", "甲"]


def test_a_refused_undo_names_the_projects_in_its_way(session: Session) -> None:
    added = session.run(add_project, name="某某冷链物流园项目")
    project_id = next(added.of("project")).row_id
    session.run(set_field, table="project", row_id=project_id, key="remark", text="已核")
    with pytest.raises(StaleUndoError) as refusal:
        session.undo(added.set_id)
    assert "“某某冷链物流园项目”" in say(refusal.value)


def test_a_ledger_being_worked_on_is_looked_at_as_of_today(session: Session) -> None:
    """What is entered today counts today; a ledger left for months is looked at as of its last report."""
    pid = session.run(add_project, name="甲项目").rows[0].row_id
    session.run(add_row, table="monthly_progress", project_id=pid, values={"month": "2024-02"})
    day = {
        text: default_as_of(session.reader, dt.date.fromisoformat(text))
        for text in ("2024-03-20", "2024-04-15")
    }
    assert day == {"2024-03-20": "2024-03-20", "2024-04-15": "2024-02-29"}
    assert default_as_of(session.reader, dt.date(2024, 2, 20)) == "2024-02-29", "reported before it is over"
    assert reported_as_of(session.reader, dt.date(2024, 3, 20)) == "2024-02-29"
