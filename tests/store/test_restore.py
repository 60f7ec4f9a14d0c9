"""Restoring: the present is kept first, the swap is whole, the lock is respected, damage is what it is for."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from zonedesk.domain.errors import LedgerError, RefusedError
from zonedesk.ops.edit import add_project, delete_row, set_field
from zonedesk.ops.session import Session
from zonedesk.store import restore as restore_module
from zonedesk.store.backup import check_backup, write_backup
from zonedesk.store.places import backup_folder
from zonedesk.store.restore import differences, restore_ledger

NOW = dt.datetime(2024, 3, 31, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))


@pytest.fixture
def backup(ledger_path: Path, tmp_path: Path) -> Path:
    """A backup of two projects; the ledger has gone on since, and is closed."""
    target = tmp_path / "备.zonedesk"
    with Session.open(ledger_path, "王某") as session:
        for name in ("甲项目", "乙项目"):
            session.run(add_project, name=name)
        write_backup(ledger_path, target, "auto", at=NOW)
        session.run(add_project, name="丙项目")
        session.run(set_field, table="project", row_id=1, key="remark", text="已核")
        session.run(delete_row, table="project", row_id=2)
    return target


def project_names(path: Path) -> list[str]:
    with Session.open(path, read_only=True) as session:
        return [project["name"] for project in session.reader.projects()]


def test_the_backup_s_state_and_its_undo_history_come_back(ledger_path: Path, backup: Path):
    done = restore_ledger(ledger_path, backup, at=NOW)
    assert project_names(ledger_path) == ["甲项目", "乙项目"]
    with Session.open(ledger_path, "王某") as session:
        assert not session.unclean
        assert session.integrity() == []
        session.undo()
        assert [p["name"] for p in session.reader.projects()] == ["甲项目"]
    assert done.before
    assert project_names(done.before) == ["甲项目", "丙项目"], "what was there before is kept"
    assert check_backup(done.before).last_change == 5


def test_the_record_goes_on_with_the_restore_which_no_undo_takes_back(ledger_path: Path, backup: Path):
    restore_ledger(ledger_path, backup, at=NOW, who="李某")
    with Session.open(ledger_path, "王某") as session:
        newest, *older = session.steps()
        assert newest.label == f"恢复到备份（备份时间 {NOW.astimezone():%Y-%m-%d %H:%M}）"
        assert (newest.who, newest.state, newest.rows) == ("李某", "event", 0)
        assert [step.label for step in older] == ["新增项目 乙项目", "新增项目 甲项目"]
        undone = session.next_undo()
        assert undone
        assert undone.label == "新增项目 乙项目"
        with pytest.raises(RefusedError):
            session.undo(newest.set_id)


def test_restoring_can_be_taken_back_by_restoring(ledger_path: Path, backup: Path):
    before = restore_ledger(ledger_path, backup, at=NOW).before
    assert before
    again = restore_ledger(ledger_path, before, at=NOW).before
    assert project_names(ledger_path) == ["甲项目", "丙项目"]
    assert again not in (None, before), "same second, another name"


def test_an_open_ledger_is_not_replaced(ledger_path: Path, backup: Path):
    with Session.open(ledger_path, "王某") as session:
        with pytest.raises(LedgerError) as held:
            restore_ledger(ledger_path, backup, at=NOW)
        assert held.value.code == "restore.held"
        session.run(add_project, name="丁项目")
    assert project_names(ledger_path)[-1] == "丁项目"


def test_edits_left_in_the_journal_by_a_kill_are_kept_in_the_copy_before(ledger_path: Path, backup: Path):
    with Session.open(ledger_path, "王某") as session:
        session.run(add_project, name="未及收尾")
        killed = ledger_path.with_name("断.zonedesk")
        for end in ("", "-wal"):
            shutil.copy(f"{ledger_path}{end}", f"{killed}{end}")
    done = restore_ledger(killed, backup, at=NOW)
    assert project_names(killed) == ["甲项目", "乙项目"]
    assert done.before
    assert project_names(done.before)[-1] == "未及收尾"


@pytest.mark.parametrize("kept", [0, 50, 3000, 60_000])
def test_a_damaged_ledger_is_put_aside_and_replaced(ledger_path: Path, backup: Path, kept: int):
    damaged = ledger_path.read_bytes()[:kept]
    ledger_path.write_bytes(damaged)
    done = restore_ledger(ledger_path, backup, at=NOW)
    assert project_names(ledger_path) == ["甲项目", "乙项目"]
    assert done.was_damaged
    assert done.before
    assert done.before.read_bytes() == damaged


def test_a_lost_ledger_comes_back(ledger_path: Path, backup: Path):
    ledger_path.unlink()
    assert restore_ledger(ledger_path, backup, at=NOW).before is None
    assert project_names(ledger_path) == ["甲项目", "乙项目"]


def test_what_is_no_sound_backup_of_this_ledger_is_refused(ledger_path: Path, backup: Path, tmp_path: Path):
    other = tmp_path / "别.zonedesk"
    Session.create(other, "王某").close()
    half = tmp_path / "半.zonedesk"
    half.write_bytes(backup.read_bytes()[:-5000])
    before = ledger_path.read_bytes()
    for source, code in (
        (other, "restore.other_ledger"),
        (half, "backup.bad"),
        (ledger_path, "restore.itself"),
        (tmp_path / "无.zonedesk", "ledger.missing"),
    ):
        with pytest.raises(LedgerError) as refused:
            restore_ledger(ledger_path, source, at=NOW)
        assert refused.value.code == code
    assert ledger_path.read_bytes() == before
    assert not backup_folder(ledger_path).exists()


def test_a_swap_that_fails_leaves_the_ledger(ledger_path: Path, backup: Path, monkeypatch):
    def refuse(*_):
        raise PermissionError("in use")

    monkeypatch.setattr(restore_module, "put_in_place", refuse)
    with pytest.raises(LedgerError) as held:
        restore_ledger(ledger_path, backup, at=NOW)
    assert held.value.code == "restore.held"
    assert project_names(ledger_path) == ["甲项目", "丙项目"]
    assert [p.name for p in ledger_path.parent.iterdir() if p.name.startswith(".")] == []


def test_the_difference_is_told_table_by_table(ledger_path: Path, backup: Path):
    with Session.open(ledger_path, "王某") as session:
        session.run(set_field, table="project", row_id=1, key="enterprise_id", text="某某公司")
        told = {d.table: (d.added, d.removed, d.changed) for d in differences(ledger_path, backup)}
    assert told == {"project": (1, 1, 1), "enterprise": (1, 0, 0)}
    assert differences(backup, backup) == []
