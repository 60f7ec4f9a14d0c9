"""The file goes away, is replaced or cannot be written while it is open: nothing is lost in silence."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from zonedesk.domain.errors import LedgerError
from zonedesk.domain.messages import say
from zonedesk.ops.edit import add_project
from zonedesk.ops.session import Session
from zonedesk.store import record
from zonedesk.store.lock import WriterLock


def refused(session: Session) -> str:
    with pytest.raises(LedgerError) as told:
        session.run(add_project, name="未存下的项目")
    assert str(session.path) in say(told.value)
    return told.value.code


@pytest.mark.skipif(os.name == "nt", reason="Windows 不让移走正打开的文件")
def test_a_stick_pulled_out_is_told_and_writing_goes_on_when_it_is_back(tmp_path: Path, empty_ledger: Path):
    stick = tmp_path / "U盘"
    stick.mkdir()
    path = Path(shutil.copy(empty_ledger, stick / "台账.zonedesk"))
    with Session.open(path, "王某") as session:
        session.run(add_project, name="先前的项目")
        stick.rename(tmp_path / "拔出")
        assert refused(session) == "ledger.gone"
        (tmp_path / "拔出").rename(stick)
        session.run(add_project, name="插回以后")
    with Session.open(path, "王某") as session:
        assert [p["name"] for p in session.reader.projects()] == ["先前的项目", "插回以后"]
        assert session.integrity() == []


@pytest.mark.skipif(os.name == "nt", reason="Windows 不让替换正打开的文件")
def test_another_file_in_its_place_is_not_taken_for_it(ledger_path: Path, tmp_path: Path):
    """As a synchronising program does when another PC has written: our writes would go nowhere."""
    with Session.open(ledger_path, "王某") as session:
        session.run(add_project, name="先前的项目")
        other = Path(shutil.copy(ledger_path, tmp_path / "同步来的"))
        before = other.read_bytes()
        other.replace(ledger_path)
        assert refused(session) == "ledger.replaced"
        with pytest.raises(LedgerError) as replaced:
            session.second_reader()
        assert replaced.value.code == "ledger.replaced"
        assert ledger_path.read_bytes() == before


def test_a_file_made_read_only_is_told_and_writing_goes_on_when_it_is_over(session: Session):
    session.run(add_project, name="先前的项目")
    # What SQLite answers on a write-protected disk, whoever runs the test.
    session._ledger.file.connection.execute("PRAGMA query_only = ON")
    assert refused(session) == "ledger.read_only_file"
    assert [p["name"] for p in session.reader.projects()] == ["先前的项目"]
    session._ledger.file.connection.execute("PRAGMA query_only = OFF")
    assert session.run(add_project, name="恢复以后")
    assert len(session.steps()) == 2


def test_a_clock_set_back_puts_nothing_out_of_order(session: Session, monkeypatch):
    class Earlier(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2020, 1, 1, tzinfo=dt.UTC)

    session.run(add_project, name="今天的项目")
    monkeypatch.setattr(record.dt, "datetime", Earlier)
    session.run(add_project, name="时钟拨回以后")
    assert [step.label for step in session.steps()] == ["新增项目 时钟拨回以后", "新增项目 今天的项目"]
    assert session.undo().label.endswith("时钟拨回以后")


def test_a_full_disk_is_told_before_the_file_asks_for_a_journal(
    ledger_path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = ledger_path.read_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=4096))
    with pytest.raises(LedgerError) as full:
        Session.open(ledger_path, "王某")
    assert full.value.code == "ledger.disk_full"
    assert ledger_path.read_bytes() == before
    assert [path.name for path in ledger_path.parent.iterdir()] == [ledger_path.name]
    with Session.open(ledger_path, read_only=True) as session:
        assert session.reader.projects() == []


def test_an_upgrade_that_was_ended_leaves_nothing_for_long(ledger_path: Path):
    names = (
        ".台账.zonedesk.0123abcd.part",
        ".台账.zonedesk.0123abcd.part-journal",
        ".台账.zonedesk.89abcdef.part",
        ".台账.zonedesk.0123abcd.part.txt",
        ".别的.zonedesk.0123abcd.part",
        "台账.zonedesk.0123abcd.part",
    )
    for name in names:
        ledger_path.with_name(name).write_bytes(b"")
        os.utime(ledger_path.with_name(name), (0, 0))
    os.utime(ledger_path.with_name(names[2]))
    with Session.open(ledger_path, read_only=True):
        pass
    assert {path.name for path in ledger_path.parent.iterdir()} == {ledger_path.name, *names}
    with Session.open(ledger_path, "王某"):
        pass
    assert {path.name for path in ledger_path.parent.iterdir()} == {ledger_path.name, *names[2:]}


def test_a_new_ledger_without_room_is_told_by_its_name_and_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "新.zonedesk"
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=4096))
    with pytest.raises(LedgerError) as full:
        Session.create(path, "王某")
    assert say(full.value) == f"磁盘空间不足，未能新建台账“{path}”。请清理磁盘后重试。"
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_that_another_program_locks_is_not_said_to_lose_changes(ledger_path: Path):
    with Session.open(ledger_path, read_only=True) as session, closing(sqlite3.connect(ledger_path)) as other:
        session._ledger.file.connection.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerError) as busy:
            session.reader.projects()
    assert busy.value.code == "ledger.busy_reading"


def test_an_old_ledger_that_somebody_holds_is_told_so(ledger_path: Path):
    with closing(sqlite3.connect(ledger_path)) as db:
        db.execute("PRAGMA user_version = 0")
    lock = WriterLock(ledger_path)
    assert lock.acquire()
    with pytest.raises(LedgerError) as held:
        Session.open(ledger_path)
    lock.release()
    assert held.value.code == "ledger.upgrade_held"
