"""A step taken on another thread: one transaction like any other, read by nobody until it is told."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.system_locks import linux_only, locks
from zonedesk.domain.changes import Changes
from zonedesk.domain.errors import CancelledError, LedgerError, RefusedError, StaleUndoError
from zonedesk.domain.progress import NullProgress
from zonedesk.ops.edit import add_project, delete_row, set_field
from zonedesk.ops.long_step import LongStep
from zonedesk.ops.session import Session
from zonedesk.store.writer import Writer


class Cancelled(NullProgress):
    """A job that is cancelled after so many checks."""

    def __init__(self, after: int) -> None:
        self.left = after

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise CancelledError


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    """Another thread."""
    with ThreadPoolExecutor(1) as pool:
        yield pool


def add_two(w: Writer) -> None:
    """新增两个."""
    add_project(w, name="甲项目")
    add_project(w, name="乙项目")


def works(worker: ThreadPoolExecutor, step: LongStep) -> Changes:
    return worker.submit(step.work, NullProgress()).result()


def test_it_is_one_step_seen_by_nobody_until_it_is_told(session: Session, worker: ThreadPoolExecutor):
    told: list[Changes] = []
    session.subscribe(told.append)
    step = session.run_beside(add_two)
    changes = works(worker, step)
    assert session.reader.count("project") == 0, "written, but no part of the screen has heard of it"
    assert session.steps() == []
    assert step.end(changes, None) == changes
    assert told == [changes]
    assert session.reader.count("project") == 2
    assert [(each.label, each.kind, each.who) for each in session.steps()] == [
        ("新增项目 乙项目", "edit", "王某")
    ]
    undo = session.undo_beside()
    undo.end(works(worker, undo), None)
    assert session.reader.count("project") == 0
    redo = session.redo_beside()
    redo.end(works(worker, redo), None)
    assert session.reader.count("project") == 2


def test_no_other_step_is_taken_meanwhile(session: Session, worker: ThreadPoolExecutor):
    step = session.run_beside(add_two)
    for other in (
        lambda: session.run(add_project, name="丙项目"),
        session.undo,
        session.redo,
        lambda: session.run_beside(add_two),
        session.undo_beside,
    ):
        with pytest.raises(RefusedError) as refused:
            other()
        assert refused.value.code == "step.under_way"
    step.end(works(worker, step), None)
    session.run(add_project, name="丙项目")
    assert session.reader.count("project") == 3


@pytest.mark.parametrize("after", [0, 1], ids=["before it begins", "just before it is committed"])
def test_cancelled_it_was_never_there(session: Session, worker: ThreadPoolExecutor, after: int):
    step = session.run_beside(add_two)
    with pytest.raises(CancelledError):
        worker.submit(step.work, Cancelled(after)).result()
    assert step.end(None, None) is None
    assert session.reader.count("project") == 0
    assert session.steps() == []
    session.run(add_two)
    assert session.reader.count("project") == 2


def test_what_it_raises_is_raised_at_its_end_and_nothing_is_written(
    session: Session, worker: ThreadPoolExecutor
):
    def half(w: Writer) -> None:
        """做一半."""
        add_project(w, name="甲项目")
        raise RefusedError("refused", reason="试")

    step = session.run_beside(half)
    with pytest.raises(RefusedError) as raised:
        works(worker, step)
    with pytest.raises(RefusedError, match="refused"):
        step.end(None, raised.value)
    assert session.reader.count("project") == 0
    session.run(add_two)


def test_a_refused_undo_names_the_projects_in_its_way(session: Session, worker: ThreadPoolExecutor):
    added = session.run(add_two)
    session.run(set_field, table="project", row_id=1, key="remark", text="改过")
    step = session.undo_beside(added.set_id)
    with pytest.raises(StaleUndoError) as raised:
        works(worker, step)
    with pytest.raises(StaleUndoError) as told:
        step.end(None, raised.value)
    assert told.value.facts["names"] == ["“甲项目”"]
    assert session.reader.count("project") == 2


def test_a_file_that_is_no_longer_there_is_not_written_to(
    session: Session, worker: ThreadPoolExecutor, ledger_path: Path
):
    session.run(add_two)
    step = session.run_beside(delete_row, table="project", row_id=1)
    ledger_path.rename(ledger_path.with_suffix(".away"))
    with pytest.raises(LedgerError) as raised:
        works(worker, step)
    assert raised.value.code == "ledger.gone"
    assert not ledger_path.exists(), "no new file in its place"
    ledger_path.with_suffix(".away").rename(ledger_path)
    with pytest.raises(LedgerError):
        step.end(None, raised.value)
    assert session.reader.count("project") == 2


def test_a_session_closed_meanwhile_still_leaves_one_plain_file(
    ledger_path: Path, worker: ThreadPoolExecutor
):
    session = Session.open(ledger_path, "王某")
    assert session.writes_beside
    works(worker, session.run_beside(add_two))
    session.close()
    assert [path.name for path in ledger_path.parent.iterdir()] == [ledger_path.name]
    with Session.open(ledger_path, read_only=True) as again:
        assert again.reader.count("project") == 2
        assert not again.unclean
        assert not again.writes_beside


@linux_only
def test_who_looks_on_from_another_thread_leaves_the_locks_of_the_ledger_alone(
    session: Session, worker: ThreadPoolExecutor
):
    session.run(add_two)
    before = locks(session.path)
    assert before

    def look() -> int:
        with session.second_look() as other:
            assert not other.writable
            return other.reader.count("project")

    assert worker.submit(look).result() == 2
    assert locks(session.path) == before
    step = session.run_beside(add_two)
    step.end(works(worker, step), None)
    assert locks(session.path) == before
