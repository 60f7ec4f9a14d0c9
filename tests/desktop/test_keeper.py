"""The keeper: backups by the clock and at close, the check after a bad end, and disks that go away."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.keeper import Keeper
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.backup import backups_in
from zonedesk.ops.edit import set_field
from zonedesk.ops.keeping import Keeping
from zonedesk.ops.session import Session
from zonedesk.store.places import backup_folder


@pytest.fixture
def desk(qapp, sample_path: Path, tmp_path: Path):
    made = desk_at(sample_path, tmp_path)
    yield made
    made.close()


@pytest.fixture
def keeper(desk: Desk):
    return Keeper(desk, desk)


def desk_at(path: Path, tmp_path: Path) -> Desk:
    session = Session.open(path, "王某某")
    return Desk(session, keeping=Keeping(session.ledger_id, tmp_path / "设置"))


def remark(desk: Desk, text: str = "已核"):
    return desk.run(set_field, table="project", row_id=1, key="remark", text=text)


def made(desk: Desk) -> list[str]:
    return [backup.reason for backup in backups_in(backup_folder(desk.session.path))]


def told_by(desk: Desk) -> tuple[list[str], list[str]]:
    told: list[str] = []
    failed: list[str] = []
    desk.told.connect(told.append)
    desk.failed.connect(failed.append)
    return told, failed


def keep(qtbot: QtBot, keeper: Keeper) -> None:
    with qtbot.waitSignal(keeper.jobs.finished, timeout=20_000):
        keeper._timer.timeout.emit()


def test_the_clock_backs_up_what_changed(qtbot: QtBot, keeper: Keeper, desk: Desk):
    keeper.begin()
    assert keeper._timer.isActive()
    assert keeper._timer.interval() == 30 * 60 * 1000
    qtbot.waitUntil(lambda: not keeper.jobs.busy, timeout=20_000)
    told, failed = told_by(desk)
    keep(qtbot, keeper)
    keep(qtbot, keeper)
    remark(desk)
    keep(qtbot, keeper)
    assert made(desk) == ["auto", "auto"]
    assert sum("已自动备份" in line for line in told) == 2
    assert failed == []


def test_a_second_folder_that_is_away_is_one_line(qtbot: QtBot, keeper: Keeper, desk: Desk, tmp_path: Path):
    desk.keeping.set_second(tmp_path / "U盘")
    told, failed = told_by(desk)
    keep(qtbot, keeper)
    assert any("未连接" in line for line in told)
    assert failed == []
    (tmp_path / "U盘").mkdir()
    keep(qtbot, keeper)
    assert told[-1] == "第二备份文件夹已同步"


def test_a_backup_that_fails_is_told_loudly(qtbot: QtBot, keeper: Keeper, desk: Desk):
    backup_folder(desk.session.path).write_text("占了名字的文件")
    _, failed = told_by(desk)
    keep(qtbot, keeper)
    assert len(failed) == 1
    assert "无法在" in failed[0]
    assert remark(desk), "work goes on"


def test_the_window_goes_when_its_closing_backup_is_there(qtbot: QtBot, desk: Desk, show_window):
    window: MainWindow = show_window(desk)
    keeper = Keeper(desk, window)
    keeper.guard(window)
    remark(desk)
    with qtbot.waitSignal(window.closed, timeout=20_000):
        window.close()
        assert window.isVisible(), "still at work"
    assert made(desk) == ["close"]
    assert not window.isVisible()


def test_nothing_changed_nothing_to_wait_for(qtbot: QtBot, desk: Desk, show_window):
    window: MainWindow = show_window(desk)
    keeper = Keeper(desk, window)
    keeper.guard(window)
    keep(qtbot, keeper)
    window.close()
    assert not window.isVisible()
    assert made(desk) == ["auto"]


def test_a_closing_backup_that_fails_is_read_before_the_window_goes(qtbot: QtBot, desk: Desk, show_window):
    window: MainWindow = show_window(desk)
    keeper = Keeper(desk, window)
    keeper.guard(window)
    backup_folder(desk.session.path).write_text("占了名字的文件")
    with qtbot.waitSignal(desk.failed, timeout=20_000):
        window.close()
    assert window.isVisible()
    assert window.notice.isVisible()
    window.close()
    assert not window.isVisible()


def test_after_a_bad_end_the_file_is_checked_and_the_outcome_told(
    qtbot: QtBot, qapp, sample_path: Path, tmp_path: Path
):
    with Session.open(sample_path, "王某某") as session:
        killed = Path(shutil.copy(session.path, tmp_path / "断.zonedesk"))
        shutil.copy(f"{session.path}-wal", f"{killed}-wal")
    desk = desk_at(killed, tmp_path)
    assert desk.session.unclean
    told, _ = told_by(desk)
    with qtbot.waitSignal(desk.checked, timeout=20_000):
        Keeper(desk, desk).begin()
    assert any("完好" in line for line in told)
    assert desk.keeping.checked
    assert desk.keeping.checked.faults == 0
    desk.close()


def test_damage_found_by_the_check_is_told_loudly(qtbot: QtBot, qapp, sample_path: Path, tmp_path: Path):
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(sample_path)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'change_of_row'").fetchone()[0]
    raw = bytearray(sample_path.read_bytes())
    raw[(root - 1) * 4096 : root * 4096] = bytes(4096)
    sample_path.write_bytes(raw)
    desk = desk_at(sample_path, tmp_path)
    _, failed = told_by(desk)
    with qtbot.waitSignal(desk.checked, timeout=20_000):
        Keeper(desk, desk).begin()
    assert "损坏" in failed[0]
    assert "备份与恢复" in failed[0]
    desk.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows 不让移走正打开的文件")
def test_a_stick_pulled_out_and_put_back(qtbot: QtBot, qapp, sample_path: Path, tmp_path: Path, show_window):
    """The entry is refused in words, a backup and a close in between do not crash, and work goes on."""
    stick = tmp_path / "U盘"
    stick.mkdir()
    desk = desk_at(Path(shutil.move(sample_path, stick / "台账.zonedesk")), tmp_path)
    window: MainWindow = show_window(desk)
    keeper = Keeper(desk, window)
    keeper.guard(window)
    stick.rename(tmp_path / "拔出")
    assert remark(desk, "未存下") is None
    assert "U盘" in window.notice.text.text()
    _, failed = told_by(desk)
    keep(qtbot, keeper)
    assert len(failed) == 1
    (tmp_path / "拔出").rename(stick)
    assert remark(desk, "插回以后")
    with qtbot.waitSignal(window.closed, timeout=20_000):
        window.close()
    with Session.open(stick / "台账.zonedesk", read_only=True) as session:
        assert session.reader.project(1)["remark"] == "插回以后"
        assert session.integrity() == []


def test_a_full_or_write_protected_disk_refuses_in_words_and_lets_go_on(desk: Desk):
    database = desk.session._ledger.file.connection
    before = desk.session.reader.project(1)["remark"]
    _, failed = told_by(desk)
    for spoil, mend, word in (
        ("query_only = ON", "query_only = OFF", "只读"),
        (
            f"max_page_count = {database.execute('PRAGMA page_count').fetchone()[0]}",
            "max_page_count = 1000000",
            "空间不足",
        ),
    ):
        database.execute(f"PRAGMA {spoil}")
        assert remark(desk, "很长的备注" * 3000) is None
        assert word in failed[-1]
        assert desk.session.reader.project(1)["remark"] == before
        database.execute(f"PRAGMA {mend}")
    assert remark(desk, "恢复以后")
    assert desk.session.integrity() == []
