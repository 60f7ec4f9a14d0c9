"""Upgrading: rehearsed on a copy; the original stays as it was until the copy has proved itself."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.planted import VERSION, planted
from zonedesk.domain.errors import LedgerError, LedgerTooNewError
from zonedesk.domain.messages import say
from zonedesk.ops.edit import add_project
from zonedesk.ops.session import Session
from zonedesk.store import migrate as migrate_module
from zonedesk.store.backup import check_backup, look_at
from zonedesk.store.places import backup_folder


@pytest.fixture
def older(ledger_path: Path) -> Path:
    with Session.open(ledger_path, "王某") as session:
        session.run(add_project, name="某某项目")
    return ledger_path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_good_migration_comes_in_and_the_original_is_kept(older: Path):
    with planted(), Session.open(older, "王某") as session:
        assert session.integrity() == []
        assert session.undo().label == "撤销：新增项目 某某项目", "history goes on after an upgrade"
    with closing(sqlite3.connect(older)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == VERSION
        assert db.execute("SELECT count(*) FROM planted").fetchone()[0] == 1
    [kept] = backup_folder(older).iterdir()
    assert (look_at(kept).reason, look_at(kept).state) == ("upgrade", "verified")
    assert check_backup(kept).schema == VERSION - 1
    with pytest.raises(LedgerTooNewError):
        Session.open(older)


def broken(db: Database) -> None:
    db.execute("ALTER TABLE project ADD COLUMN planted TEXT")
    db.execute("INSERT INTO no_such_table VALUES (1)")


def forgetful(db: Database) -> None:
    db.execute("DELETE FROM change")


def orphaning(db: Database) -> None:
    db.execute("INSERT INTO listing (project_id, batch_id, track) VALUES (1, 7, 'signing')")


@pytest.mark.parametrize("work", [broken, forgetful, orphaning])
def test_a_failing_migration_leaves_the_original_s_bytes(older: Path, work):
    before = older.read_bytes()
    with planted(work), pytest.raises(LedgerError) as failed:
        Session.open(older, "王某")
    assert failed.value.code == "upgrade.failed"
    assert "原文件未改动" in say(failed.value)
    assert older.read_bytes() == before
    assert names(older.parent) == [older.name]
    with Session.open(older, "王某") as session:
        assert session.writable, "the version before goes on with it"


def test_a_damaged_ledger_is_not_upgraded(older: Path):
    with closing(sqlite3.connect(older)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change_of_row'").fetchone()[0]
    raw = bytearray(older.read_bytes())
    raw[(root - 1) * 4096 : root * 4096] = b"\x0a" + bytes([255]) * 4095
    older.write_bytes(raw)
    with planted(), pytest.raises(LedgerError) as refused:
        Session.open(older)
    assert refused.value.code == "ledger.damaged"
    assert older.read_bytes() == raw
    assert names(older.parent) == [older.name]


def test_edits_left_in_the_journal_by_a_kill_are_upgraded_too(older: Path):
    with Session.open(older, "王某") as session:
        session.run(add_project, name="未及收尾")
        killed = older.with_name("断.zonedesk")
        for end in ("", "-wal"):
            shutil.copy(f"{older}{end}", f"{killed}{end}")
    with planted(), Session.open(killed, "王某") as session:
        assert session.unclean
        assert [p["name"] for p in session.reader.projects()] == ["某某项目", "未及收尾"]


def test_a_swap_that_fails_leaves_the_original(older: Path, monkeypatch):
    def refuse(*_):
        raise PermissionError("in use")

    before = older.read_bytes()
    monkeypatch.setattr(migrate_module, "put_in_place", refuse)
    with planted(), pytest.raises(LedgerError) as failed:
        Session.open(older, "王某")
    assert failed.value.code == "upgrade.failed"
    assert older.read_bytes() == before
