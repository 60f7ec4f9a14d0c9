"""Backups: of one moment, checked, whole or not there; disks that are full or gone."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from zonedesk.domain.errors import CancelledError, LedgerError
from zonedesk.domain.messages import say
from zonedesk.ops.edit import add_project, set_field
from zonedesk.ops.session import Session
from zonedesk.store import backup as backup_module
from zonedesk.store.backup import check_backup, copy_backup, look_at, mark_of, write_backup

NOW = dt.datetime(2024, 3, 31, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=8)))


class Once:
    """Cancels at its n-th check; does something before each."""

    def __init__(self, cancel_at: int = 0, then=lambda: None):
        self.checks, self._cancel_at, self._then = 0, cancel_at, then

    def report(self, done: int, total: int, text: str) -> None:
        self._then()

    def check(self) -> None:
        self.checks += 1
        if self.checks == self._cancel_at:
            raise CancelledError


@pytest.fixture
def filled(session: Session) -> Session:
    for n in range(30):
        session.run(add_project, name=f"某某项目{n}")
    return session


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    disk = tmp_path / "小盘"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    root = sys.platform == "linux" and os.geteuid() == 0
    if not root or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("本机不能挂载小盘")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_of_an_open_ledger_holds_all_of_it(filled: Session, tmp_path: Path):
    target = tmp_path / "备.zonedesk"
    made = write_backup(filled.path, target, "manual", at=NOW)
    assert made.content
    assert made.content.mark == mark_of(filled.path)
    assert (made.content.counts["project"], made.content.last_change) == (30, 30)
    assert look_at(target) == made
    assert check_backup(target) == made.content
    assert target.read_bytes()[18:20] == b"\x01\x01", "it still asks for a journal beside it"
    with Session.open(target, read_only=True) as copy:
        assert len(copy.steps()) == 30
        assert copy.holder == {}, "nobody holds a backup"


def test_what_is_written_meanwhile_is_not_half_in(filled: Session, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(backup_module, "_PAGES_AT_ONCE", 1)
    written = []

    def write() -> None:
        if len(written) < 5:
            written.append(
                filled.run(set_field, table="project", row_id=1, key="remark", text=str(len(written)))
            )

    made = write_backup(filled.path, tmp_path / "备.zonedesk", "auto", at=NOW, progress=Once(then=write))
    assert len(written) == 5
    assert made.content
    assert made.content.last_change == 30
    assert mark_of(filled.path)[2] == 35


def test_a_name_that_is_taken_is_not_written_over(filled: Session, tmp_path: Path):
    taken = tmp_path / "有.zonedesk"
    taken.write_text("原有")
    with pytest.raises(LedgerError) as refused:
        write_backup(filled.path, taken, "manual", at=NOW)
    assert refused.value.code == "backup.exists"
    assert taken.read_text() == "原有"


@pytest.mark.parametrize("at", [1, 5])
def test_cancelling_leaves_nothing(filled: Session, tmp_path: Path, monkeypatch, at: int):
    monkeypatch.setattr(backup_module, "_PAGES_AT_ONCE", 4)
    before = names(tmp_path)
    with pytest.raises(CancelledError):
        write_backup(filled.path, tmp_path / "备.zonedesk", "auto", at=NOW, progress=Once(cancel_at=at))
    assert names(tmp_path) == before


def test_a_copy_that_is_not_what_the_ledger_is_does_not_count(filled: Session, tmp_path: Path, monkeypatch):
    real = backup_module._copy

    def faulty(source, part, *rest):
        content = real(source, part, *rest)
        with closing(sqlite3.connect(part)) as db:
            db.execute("DELETE FROM change WHERE set_id = 3")
            db.commit()
        return content

    monkeypatch.setattr(backup_module, "_copy", faulty)
    before = names(tmp_path)
    with pytest.raises(LedgerError) as refused:
        write_backup(filled.path, tmp_path / "备.zonedesk", "auto", at=NOW)
    assert refused.value.code == "backup.not_sound"
    assert names(tmp_path) == before


def test_a_damaged_ledger_gives_no_backup(filled: Session, tmp_path: Path):
    path = filled.path
    filled.close()
    with closing(sqlite3.connect(path)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change_of_row'").fetchone()[0]
    raw = bytearray(path.read_bytes())
    raw[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(raw)
    with pytest.raises(LedgerError) as refused:
        write_backup(path, tmp_path / "备.zonedesk", "auto", at=NOW)
    assert "完整性" in say(refused.value)
    assert not (tmp_path / "备.zonedesk").exists()


def test_a_full_disk_is_told_and_leaves_nothing(filled: Session, small_disk: Path):
    assert filled.path.stat().st_size + 4096 > 100_000
    (small_disk / "占").write_bytes(bytes(900_000))
    with pytest.raises(LedgerError) as full:
        write_backup(filled.path, small_disk / "备.zonedesk", "auto", at=NOW)
    assert full.value.code == "backup.disk_full"
    assert str(small_disk) in say(full.value)
    assert names(small_disk) == ["占"]
    (small_disk / "占").unlink()
    assert write_backup(filled.path, small_disk / "备.zonedesk", "auto", at=NOW).state == "verified"


def test_a_folder_that_is_not_there_is_told(filled: Session, tmp_path: Path):
    with pytest.raises(LedgerError) as gone:
        write_backup(filled.path, tmp_path / "无" / "备.zonedesk", "auto", at=NOW)
    assert gone.value.code == "backup.unwritable"
    with pytest.raises(LedgerError) as missing:
        write_backup(tmp_path / "无.zonedesk", tmp_path / "备.zonedesk", "auto", at=NOW)
    assert missing.value.code == "ledger.missing"


def test_a_copy_in_a_second_folder_is_checked_too(filled: Session, tmp_path: Path, monkeypatch):
    made = write_backup(filled.path, tmp_path / "备.zonedesk", "auto", at=NOW)
    second = tmp_path / "U盘"
    second.mkdir()
    copy_backup(made, second / "备.zonedesk")
    assert look_at(second / "备.zonedesk").content == made.content

    def broken_off(source, target):
        Path(target).write_bytes(Path(source).read_bytes()[:50_000])

    monkeypatch.setattr(shutil, "copyfile", broken_off)
    with pytest.raises(LedgerError) as refused:
        copy_backup(made, second / "又.zonedesk")
    assert refused.value.code == "backup.not_sound"
    assert names(second) == ["备.zonedesk"]


def test_looking_tells_sound_plain_and_damaged_ones_apart(filled: Session, tmp_path: Path):
    target = tmp_path / "备.zonedesk"
    write_backup(filled.path, target, "auto", at=NOW)
    filled.close()
    raw = target.read_bytes()
    target.write_bytes(raw[: len(raw) // 2])
    assert look_at(target).state == "damaged"
    target.write_bytes(b"")
    assert look_at(target).state == "damaged"
    plain = look_at(filled.path)
    assert (plain.state, plain.content and plain.content.counts["project"]) == ("unverified", 30)
    assert look_at(tmp_path / "无.zonedesk").state == "damaged"
    target.write_bytes(raw[: len(raw) // 2])
    with pytest.raises(LedgerError) as bad:
        check_backup(target)
    assert bad.value.code == "backup.bad"
