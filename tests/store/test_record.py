"""History, undo and redo: back and forth without loss, across reopening; refused when rows changed since."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zonedesk.domain.errors import RefusedError, StaleUndoError
from zonedesk.domain.messages import say
from zonedesk.ops.edit import add_project, add_row, delete_row, set_field
from zonedesk.ops.session import Session
from zonedesk.store.schema import RECORDED_TABLES, REFERENCES
from zonedesk.store.writer import Writer


def dump(path_or_session: Session) -> dict[str, list[dict]]:
    return {table: path_or_session.reader.rows(table) for table in sorted(RECORDED_TABLES)}


def names(session: Session) -> list[str]:
    return [row["name"] for row in session.reader.projects()]


def rename(session: Session, row_id: int, name: str) -> int:
    return session.run(set_field, table="project", row_id=row_id, key="name", text=name).set_id


# --- back and forth -----------------------------------------------------------------------------------


def test_redo_goes_forward_in_the_order_of_undo(session: Session) -> None:
    for name in ("甲", "乙", "丙"):
        session.run(add_project, name=name)
    session.undo()
    session.undo()
    assert names(session) == ["甲"]
    assert session.next_redo().label == "新增项目 乙"
    session.redo()
    session.redo()
    assert names(session) == ["甲", "乙", "丙"]
    with pytest.raises(RefusedError):
        session.redo()
    session.undo()
    assert names(session) == ["甲", "乙"]


def test_a_new_edit_drops_what_could_be_redone(session: Session) -> None:
    session.run(add_project, name="甲")
    session.undo()
    session.run(add_project, name="乙")
    assert session.next_redo() is None
    with pytest.raises(RefusedError) as refused:
        session.redo()
    assert refused.value.code == "redo.nothing"
    assert [step.state for step in session.steps()] == ["done", "event", "dropped"]


def test_undo_survives_a_restart(ledger_path: Path) -> None:
    with Session.open(ledger_path, "王某") as session:
        session.run(add_project, name="甲")
        rename(session, 1, "乙")
    with Session.open(ledger_path, "李某") as session:
        assert session.next_undo().who == "王某"
        changes = session.undo()
        assert (changes.kind, changes.who) == ("undo", "李某")
    with Session.open(ledger_path, "李某") as session:
        assert names(session) == ["甲"]
        session.redo()
        assert names(session) == ["乙"]


def test_ids_are_never_used_twice(session: Session) -> None:
    session.run(add_project, name="甲")
    session.undo()
    session.run(add_project, name="乙")
    session.run(delete_row, table="project", row_id=2)
    session.run(add_project, name="丙")
    assert [row["id"] for row in session.reader.projects()] == [3]


def test_an_older_step_is_undone_when_nobody_touched_its_rows(session: Session) -> None:
    session.run(add_project, name="甲")
    session.run(add_project, name="乙")
    older = session.run(set_field, table="project", row_id=1, key="sponsor", text="李某").set_id
    rename(session, 1, "甲甲")
    session.undo(older)
    assert session.reader.project(1)["sponsor"] is None
    assert names(session) == ["甲甲", "乙"]
    with pytest.raises(RefusedError):
        session.undo(older)


def test_history_of_a_row_is_newest_first(session: Session) -> None:
    session.run(add_project, name="甲")
    rename(session, 1, "乙")
    session.undo()
    found = [(step.kind, change.after["name"]) for step, change in session.record.of_row("project", 1)]
    assert found == [("undo", "甲"), ("edit", "乙"), ("edit", "甲")]


# --- refused ------------------------------------------------------------------------------------------


def stale(session: Session, set_id: int) -> list[tuple[str, int]]:
    before = dump(session)
    with pytest.raises(StaleUndoError) as refused:
        session.undo(set_id)
    assert say(refused.value)
    assert dump(session) == before
    return refused.value.facts["rows"]


def test_a_row_changed_since_is_named(session: Session) -> None:
    session.run(add_project, name="甲")
    first = rename(session, 1, "乙")
    rename(session, 1, "丙")
    assert stale(session, first) == [("project", 1)]


def test_a_row_removed_since_is_named(session: Session) -> None:
    session.run(add_project, name="甲")
    changed = rename(session, 1, "乙")
    session.run(delete_row, table="project", row_id=1)
    assert stale(session, changed) == [("project", 1)]


def test_a_child_added_since_keeps_its_project(session: Session) -> None:
    added = session.run(add_project, name="甲").set_id
    session.run(add_row, table="problem", project_id=1, values={"description": "用地未落实"})
    assert stale(session, added) == [("problem", 1)]


def test_a_field_filled_since_keeps_its_project(session: Session) -> None:
    added = session.run(add_project, name="甲").set_id
    session.run(set_field, table="project", row_id=1, key="sponsor", text="李某")
    assert stale(session, added) == [("project", 1)]


def test_a_child_does_not_come_back_without_its_project(session: Session) -> None:
    session.run(add_project, name="甲")
    session.run(add_row, table="problem", project_id=1, values={"description": "用地未落实"})
    removed = session.run(delete_row, table="problem", row_id=1).set_id
    session.run(delete_row, table="project", row_id=1)
    assert stale(session, removed) == [("problem", 1)]


def test_a_reference_does_not_come_back_without_its_zone(session: Session) -> None:
    session.run(add_project, name="甲", zone="某某开发区")
    cleared = session.run(set_field, table="project", row_id=1, key="zone_id", text="").set_id
    session.run(delete_row, table="zone", row_id=1)
    assert stale(session, cleared) == [("project", 1)]


def test_a_step_that_wrote_a_row_and_removed_it_can_be_redone(session: Session) -> None:
    def there_and_gone(w: Writer) -> None:
        """来去."""
        w.insert("zone", {"name": "甲区"})
        pid = w.insert("project", {"name": "甲"})
        w.delete("problem", w.insert("problem", {"project_id": pid, "description": "某"}))
        w.delete("project", pid)

    session.run(there_and_gone)
    session.undo()
    session.redo()
    assert session.reader.names("zone") == {1: "甲区"}


# --- large and random ---------------------------------------------------------------------------------


def test_an_import_of_ten_thousand_rows_is_one_step(session: Session) -> None:
    def take_in(w: Writer) -> None:
        """导入."""
        w.insert_many("project", [{"name": f"某某项目{n}", "total_investment": n} for n in range(10_000)])

    assert session.run(take_in).rows[-1].row_id == 10_000
    assert session.next_undo().rows == 10_000
    session.undo()
    assert session.reader.count("project") == 0
    session.redo()
    assert session.reader.count("project") == 10_000


def act(w: Writer, *, seed: int) -> None:
    """随机."""
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 5)):
        projects = [row["id"] for row in w.find_all("project")]
        kind = rng.choice(("project", "project", "child", "update", "update", "unset", "delete", "zone"))
        if kind == "project" or not projects:
            w.insert("project", {"name": f"项目{rng.random()}", "total_investment": rng.choice((None, 5))})
        elif kind == "zone":
            zone = w.insert("zone", {"name": f"区{rng.random()}"})
            w.update("project", rng.choice(projects), {"zone_id": zone})
        elif kind == "child":
            table = rng.choice(("problem", "procedure"))
            key = "description" if table == "problem" else "name"
            w.insert(table, {"project_id": rng.choice(projects), key: f"某{rng.random()}"})
        elif kind in {"update", "unset"}:
            value = rng.choice(("李某", "赵某")) if kind == "update" else None
            w.update("project", rng.choice(projects), {"sponsor": value, "remark": value})
        else:
            delete_row(w, table="project", row_id=rng.choice(projects))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    moves=st.lists(st.sampled_from(["act", "act", "undo", "redo", "reopen"]), max_size=25),
    seed=st.integers(0),
)
def test_any_walk_back_and_forth_meets_the_states_it_left(
    empty_ledger: Path, tmp_path: Path, moves: list[str], seed: int
) -> None:
    """The states before each step are kept beside; undo and redo must land on them exactly."""
    path = Path(shutil.copy(empty_ledger, tmp_path / "走.zonedesk"))
    rng = random.Random(seed)
    session = Session.open(path, "王某")
    try:
        past, future = [dump(session)], []
        for move in moves:
            if move == "act":
                if session.run(act, seed=rng.randrange(2**32)):
                    past.append(dump(session))
                    future.clear()
            elif move == "undo" and len(past) > 1:
                session.undo()
                future.append(past.pop())
            elif move == "redo" and future:
                session.redo()
                past.append(future.pop())
            elif move == "reopen":
                session.close()
                session = Session.open(path, "王某")
            assert dump(session) == past[-1]
            assert (session.next_undo() is None, session.next_redo() is None) == (len(past) == 1, not future)
        assert session.integrity() == []
    finally:
        session.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0))
def test_undoing_any_step_is_right_or_refused(empty_ledger: Path, tmp_path: Path, seed: int) -> None:
    """A step taken out of order: either refused and nothing moved, or done, sound and redoable."""
    path = Path(shutil.copy(empty_ledger, tmp_path / "挑.zonedesk"))
    rng = random.Random(seed)
    with Session.open(path, "王某") as session:
        sets = [session.run(act, seed=rng.randrange(2**32)).set_id for _ in range(6)]
        for set_id in rng.sample([s for s in sets if s], k=min(3, sum(map(bool, sets)))):
            before = dump(session)
            try:
                session.undo(set_id)
            except StaleUndoError:
                assert dump(session) == before
            else:
                assert session.integrity() == []
                session.redo()
                assert dump(session) == before


def test_no_row_refers_to_nothing(ledger_path: Path) -> None:
    """The tables that undo looks through are really tied by foreign keys."""
    with closing(sqlite3.connect(ledger_path)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        table, column = REFERENCES["zone"][0]
        with pytest.raises(sqlite3.IntegrityError):
            db.execute(f"INSERT INTO {table} (name, {column}) VALUES ('甲', 99)")
