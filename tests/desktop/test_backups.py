"""备份与恢复: the list, making one, looking inside, the second folder, checking, going back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.ready import ReadyPrompts
from zonedesk.app import Application
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.backups import BackupsPage
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.recent import RecentLedgers
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.backup import back_up
from zonedesk.ops.edit import set_field
from zonedesk.ops.keeping import Keeping
from zonedesk.ops.session import Session
from zonedesk.store.places import backup_folder


def remark(desk: Desk, text: str, row_id: int = 1) -> None:
    assert desk.run(set_field, table="project", row_id=row_id, key="remark", text=text)


@pytest.fixture
def prompts() -> ReadyPrompts:
    return ReadyPrompts()


@pytest.fixture
def desk(qapp, sample_path: Path, tmp_path: Path, prompts: ReadyPrompts):
    session = Session.open(sample_path, "王某某")
    made = Desk(session, prompts, keeping=Keeping(session.ledger_id, tmp_path / "设置"))
    yield made
    made.close()


def page_of(qtbot: QtBot, window: MainWindow) -> BackupsPage:
    page = window.go("backups")
    assert isinstance(page, BackupsPage)
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: BackupsPage) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.busy and not page.settling(), timeout=20_000)


def texts(page: BackupsPage, key: str) -> list[str]:
    column = [c.key for c in page.model.columns].index(key)
    return [page.model.index(n, column).data() for n in range(page.model.rowCount())]


def test_a_backup_by_button_is_listed_as_verified(qtbot: QtBot, window: MainWindow):
    page = page_of(qtbot, window)
    assert page.model.rowCount() == 0
    qtbot.mouseClick(page.backup_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=20_000)
    assert "核验通过" in page.done.text.text()
    assert texts(page, "reason") == ["手动"]
    assert "已核验" in texts(page, "state")[0]
    assert texts(page, "projects") == ["40"]
    assert "1 份" in page.status.text()


def test_enter_looks_inside_and_tells_the_difference(qtbot: QtBot, window: MainWindow):
    desk = window.desk
    back_up(desk.session.path)
    remark(desk, "备份以后")
    page = page_of(qtbot, window)
    page.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.inside.restore_button.isEnabled, timeout=20_000)
    assert "…" not in page.inside.restore_button.text(), "no dialog comes: it acts at once"
    assert "修改 1 个" in page.inside.head.text()
    assert [d.table for d in page.inside.differences.rows] == ["project"]
    assert "备份以后" in page.inside.since.rows[0].label
    qtbot.waitUntil(page.inside.close_button.hasFocus)
    with qtbot.assertNotEmitted(desk.restore_requested):
        qtbot.keyClick(page.inside.close_button, Qt.Key.Key_Return)
    assert page.table.hasFocus(), "one Enter too many only goes back to the list"
    assert not page.inside.restore_button.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(page.inside.close_button.hasFocus, timeout=20_000)
    with qtbot.waitSignal(desk.restore_requested) as asked:
        qtbot.keyClick(page.inside.close_button, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert asked.args[0].parent == backup_folder(desk.session.path)


def test_a_damaged_backup_is_marked_and_cannot_be_restored(qtbot: QtBot, window: MainWindow):
    made = back_up(window.desk.session.path).made
    assert made
    made.path.write_bytes(made.path.read_bytes()[:20_000])
    page = page_of(qtbot, window)
    assert "已损坏" in texts(page, "state")[0]
    page.look_button.click()
    settle(qtbot, page)
    assert page.done.isVisible()
    assert "不能用于恢复" in page.done.text.text()
    assert not page.inside.restore_button.isEnabled()


def test_the_second_folder_is_kept_filled_and_told_when_it_is_away(
    qtbot: QtBot, window: MainWindow, prompts: ReadyPrompts, tmp_path: Path
):
    stick = tmp_path / "U盘"
    stick.mkdir()
    prompts.opened = stick
    page = page_of(qtbot, window)
    page.second_button.click()
    qtbot.waitUntil(lambda: texts(page, "place") == ["台账旁、第二文件夹"], timeout=20_000)
    assert str(stick) in page.second_text.text()
    stick.rename(tmp_path / "拔出")
    page.backup_button.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=20_000)
    assert "未连接" in page.done.text.text()
    assert not window.notice.isVisible(), "a line, not an alarm"
    assert "未连接" in page.second_text.text()
    page.no_second_button.click()
    settle(qtbot, page)
    assert window.desk.keeping.second is None


def test_a_check_is_dated_in_the_status_line(qtbot: QtBot, window: MainWindow):
    page = page_of(qtbot, window)
    assert "尚未检查" in page.status.text()
    with qtbot.waitSignal(window.desk.checked):
        page.check_button.click()
    assert "完好" in page.status.text()
    window.desk.take_check(["row 7 missing from index change_of_row"])
    assert "1 处损坏" in page.status.text()
    assert "从" in window.notice.text.text() or "恢复" in window.notice.text.text()


def test_a_reader_looks_but_neither_backs_up_nor_restores(qtbot: QtBot, desk: Desk, show_window):
    back_up(desk.session.path)
    with Session.open(desk.session.path, "李某某") as second:
        window = show_window(Desk(second, keeping=desk.keeping))
        page = page_of(qtbot, window)
        assert not page.backup_button.isEnabled()
        page.look_button.click()
        settle(qtbot, page)
        assert "核验完好" in page.inside.head.text()
        assert not page.inside.restore_button.isEnabled()


# --- through the whole application ---------------------------------------------------------------------


@pytest.fixture
def application(qtbot: QtBot, sample_path: Path, tmp_path: Path, prompts: ReadyPrompts):
    made = Application(RecentLedgers(tmp_path / "设置"), prompts)
    made.show_start(sample_path)
    yield made
    for shown in (made.window, made.start):
        if shown:
            shown.close()
    qtbot.waitUntil(lambda: made.window is None, timeout=20_000)


def test_going_back_to_a_backup_opens_the_ledger_of_then(qtbot: QtBot, application: Application):
    assert application.window
    desk = application.window.desk
    made = back_up(desk.session.path, reason="manual").made
    assert made
    remark(desk, "备份以后")
    desk.restore_requested.emit(made.path)
    qtbot.waitUntil(
        lambda: application.window is not None and application.window.desk is not desk, timeout=20_000
    )
    session = application.window.desk.session
    assert session.writable
    assert session.reader.project(1)["remark"] != "备份以后"
    page = page_of(qtbot, application.window)
    assert "恢复前的台账已存为备份" in page.done.text.text()
    assert sorted(texts(page, "reason")) == ["恢复前", "手动"], (
        "no closing backup beside the one before restoring"
    )


def test_the_grid_is_sorted_grouped_and_filtered_after_a_restore_as_before(
    qtbot: QtBot, application: Application
):
    assert application.window
    desk = application.window.desk
    made = back_up(desk.session.path, reason="manual").made
    assert made
    before = application.window.go("ledger")
    assert isinstance(before, LedgerPage)
    before.looking.open_view("签约未开工")
    before.looking.sort(("total_investment", True))
    before.looking.group("zone_id")
    before.looking.set_filter(replace(before.looking.filter, words="项目"))
    looked, rows = before.looking.definition(), before.model.shown()
    assert rows
    desk.restore_requested.emit(made.path)
    qtbot.waitUntil(
        lambda: application.window is not None and application.window.desk is not desk, timeout=20_000
    )
    page_of(qtbot, application.window)
    after = application.window.findChild(LedgerPage)
    assert after
    assert after is not before
    assert after.looking.view.name == "签约未开工"
    assert after.looking.definition() == looked
    assert after.model.shown() == rows
    header = after.grid.horizontalHeader()
    assert header.sortIndicatorSection() == after.model.column_of("total_investment")


def test_a_restore_that_fails_is_told_and_the_ledger_is_as_it_was(
    qtbot: QtBot, application: Application, tmp_path: Path
):
    assert application.window
    path = application.window.desk.session.path
    remark(application.window.desk, "仍在")
    bad = tmp_path / "坏.zonedesk"
    bad.write_bytes(path.read_bytes()[:5000])
    application.window.desk.restore_requested.emit(bad)
    qtbot.waitUntil(
        lambda: application.start is not None and application.start.notice.isVisible(), timeout=20_000
    )
    assert "不能用于恢复" in application.start.notice.text.text()
    with Session.open(path, "王某某") as session:
        assert session.writable
        assert session.reader.project(1)["remark"] == "仍在"


def test_a_damaged_ledger_is_restored_from_the_start_window(
    qtbot: QtBot, sample_path: Path, tmp_path: Path, prompts: ReadyPrompts
):
    made = back_up(sample_path, reason="manual").made
    assert made
    sample_path.write_bytes(sample_path.read_bytes()[:8192])
    application = Application(RecentLedgers(tmp_path / "设置"), prompts)
    application.show_start(sample_path)
    assert application.start
    assert "从备份恢复" in application.start.notice.text.text()
    prompts.opened = made.path
    application.start.restore_button.click()
    qtbot.waitUntil(lambda: application.window is not None, timeout=20_000)
    assert application.window
    assert application.window.desk.session.reader.count("project") == 40
    application.window.close()
    qtbot.waitUntil(lambda: application.window is None, timeout=20_000)
