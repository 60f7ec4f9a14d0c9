"""The record walked backwards gives what was there: against snapshots taken while anything was done."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zonedesk.domain.changes import RowChange
from zonedesk.domain.errors import ZonedeskError
from zonedesk.ops import edit
from zonedesk.ops.as_it_stood import (
    as_it_stands,
    as_it_stood,
    changes_of,
    rows_now,
    snapshot_of,
    walked_back,
)
from zonedesk.ops.session import Session


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], str]:
    """Sets the record's clock to the n-th of March; gives that day."""

    def set_day(day: int) -> str:
        class Then(dt.datetime):
            @classmethod
            def now(cls, tz: Any = None) -> dt.datetime:
                return dt.datetime(2024, 3, day, 12).astimezone()

        class Module:
            datetime = Then

        monkeypatch.setattr("zonedesk.store.record.dt", Module)
        return f"2024-03-{day:02d}"

    return set_day


def test_walking_back_undoes_each_change() -> None:
    now = {("project", 1): {"name": "丙", "remark": "新"}, ("problem", 7): {"description": "新问题"}}
    changes = [
        RowChange("problem", 7, None, {"description": "新问题"}),
        RowChange("procedure", 3, {"name": "某某许可", "project_id": 1}, None),
        RowChange("project", 1, {"name": "乙", "remark": None}, {"name": "丙", "remark": "新"}),
        RowChange("project", 1, {"name": "甲"}, {"name": "乙"}),
    ]
    assert walked_back(now, changes) == {
        ("project", 1): {"name": "甲"},
        ("procedure", 3): {"name": "某某许可", "project_id": 1},
    }


def make(session: Session) -> int:
    changes = session.run(edit.add_project, name="某某项目", zone="某某开发区")
    return next(change.row_id for change in changes.of("project"))


def test_the_end_of_a_day_counts(session: Session, on_day: Callable[[int], str]) -> None:
    first = on_day(1)
    pid = make(session)
    second = on_day(2)
    for text in ("上午", "下午"):
        session.run(edit.set_field, table="project", row_id=pid, key="remark", text=text)
    on_day(4)
    session.run(edit.set_field, table="project", row_id=pid, key="remark", text="后来")

    def remark(day: str) -> str | None:
        project = as_it_stood(session.reader, session.record, pid, day).project
        return project and project.get("remark")

    assert as_it_stood(session.reader, session.record, pid, "2024-02-29").project is None
    assert remark(first) is None
    assert remark(second) == remark("2024-03-03") == "下午"
    assert remark("2024-03-04") == remark("2030-01-01") == "后来"


def test_children_that_are_gone_and_names_of_then_are_there(
    session: Session, on_day: Callable[[int], str]
) -> None:
    day = on_day(1)
    pid = make(session)
    session.run(edit.add_row, table="procedure", project_id=pid, values={"name": "某某许可"})
    permit = session.reader.rows("procedure")[0]
    zone = session.reader.rows("zone")[0]
    on_day(2)
    session.run(edit.set_field, table="procedure", row_id=permit["id"], key="doc_no", text="某文1号")
    session.run(edit.delete_row, table="procedure", row_id=permit["id"])
    session.run(edit.add_row, table="problem", project_id=pid, values={"description": "后来的问题"})
    session.run(edit.set_field, table="zone", row_id=zone["id"], key="name", text="改名开发区")
    then = as_it_stood(session.reader, session.record, pid, day)
    assert [(row["name"], row.get("doc_no")) for row in then.children["procedure"]] == [("某某许可", None)]
    assert then.children["problem"] == []
    assert then.names["zone"] == {zone["id"]: "某某开发区"}
    now = as_it_stands(session.reader, pid)
    assert now.names["zone"] == {zone["id"]: "改名开发区"}


def test_a_deleted_project_stood_there_with_its_children(
    session: Session, on_day: Callable[[int], str]
) -> None:
    day = on_day(1)
    pid = make(session)
    session.run(edit.add_row, table="problem", project_id=pid, values={"description": "某问题"})
    before = as_it_stands(session.reader, pid)
    on_day(2)
    session.run(edit.delete_row, table="project", row_id=pid)
    assert as_it_stands(session.reader, pid).project is None
    assert as_it_stood(session.reader, session.record, pid, day) == before


def test_a_clock_set_back_mixes_nothing_up(session: Session, on_day: Callable[[int], str]) -> None:
    on_day(10)
    pid = make(session)
    session.run(edit.set_field, table="project", row_id=pid, key="remark", text="十日")
    day = on_day(5)
    session.run(edit.set_field, table="project", row_id=pid, key="location", text="五日")
    on_day(12)
    session.run(edit.set_field, table="project", row_id=pid, key="remark", text="十二日")
    then = as_it_stood(session.reader, session.record, pid, day).project
    assert then is not None
    assert (then["remark"], then["location"]) == ("十日", "五日")


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            ["set", "unfit", "add", "listing", "change", "remove", "delete", "undo", "redo", "other"]
        ),
        st.integers(0, 5),
    ),
    min_size=1,
    max_size=25,
)


def act(session: Session, pid: int, what: str, number: int) -> None:
    """One random thing that an officer might do; what is refused changes nothing."""
    children = [("procedure", "name"), ("problem", "description"), ("monthly_progress", "month")]
    table, key = children[number % 3]
    rows = session.reader.rows(table, project_id=pid)
    text = f"2024-0{number + 1}" if key == "month" else f"某某{number}"
    try:
        if what in {"set", "other"}:
            row_id = pid if what == "set" else 2
            session.run(edit.set_field, table="project", row_id=row_id, key="remark", text=f"{number}稿")
        elif what == "unfit":
            session.run(
                edit.set_field,
                table="project",
                row_id=pid,
                key="start_plan",
                text=["年内", "2024-05", ""][number % 3],
            )
        elif what == "add":
            session.run(edit.add_row, table=table, project_id=pid, values={key: text})
        elif what == "listing":
            values = {"batch_id": f"2024年第{number + 1}次", "track": "开工一批", "investment": str(number)}
            session.run(edit.add_row, table="listing", project_id=pid, values=values)
        elif what == "change" and rows:
            session.run(
                edit.set_field, table=table, row_id=rows[number % len(rows)]["id"], key=key, text=text + "x"
            )
        elif what == "remove" and rows:
            session.run(edit.delete_row, table=table, row_id=rows[number % len(rows)]["id"])
        elif what == "delete" and number == 0:
            session.run(edit.delete_row, table="project", row_id=pid)
        elif what == "undo":
            session.undo()
        elif what == "redo":
            session.redo()
    except ZonedeskError:
        pass


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=ACTIONS)
def test_every_moment_is_rebuilt_as_it_was_seen(empty_ledger: Path, actions: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty_ledger, Path(folder) / "台账.zonedesk"))
        with Session.open(path, "王某") as session:
            pid = make(session)
            session.run(edit.add_project, name="另一个项目")
            seen = {session.reader.last_change(): as_it_stands(session.reader, pid)}
            for what, number in actions:
                act(session, pid, what, number)
                seen[session.reader.last_change()] = as_it_stands(session.reader, pid)
            told = changes_of(session.reader, session.record, pid)
            now = rows_now(session.reader, pid)
            for set_id, snapshot in seen.items():
                later = [change for step, change in told if step.set_id > set_id]
                rebuilt = snapshot_of(walked_back(now, later).items(), snapshot.names)
                assert rebuilt == snapshot
