"""The start window and the way from it into a ledger and back."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.ready import ReadyPrompts
from zonedesk.app import Application
from zonedesk.desktop.recent import RecentLedgers
from zonedesk.desktop.start import StartWindow
from zonedesk.domain.facts import Facts
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader


@pytest.fixture
def recent(tmp_path: Path) -> RecentLedgers:
    return RecentLedgers(tmp_path / "设置")


def start(qtbot: QtBot, recent: RecentLedgers, prompts: ReadyPrompts | None = None) -> StartWindow:
    window = StartWindow(recent, prompts or ReadyPrompts())
    qtbot.addWidget(window)
    window.show()
    return window


def test_a_new_ledger_keeps_the_officers_name(qtbot: QtBot, recent: RecentLedgers, tmp_path: Path):
    window = start(qtbot, recent, ReadyPrompts(saved=tmp_path / "2024.03月台账"))
    qtbot.keyClicks(window.officer, "Wang")
    with qtbot.waitSignal(window.opened) as opened:
        qtbot.mouseClick(window.new_button, Qt.MouseButton.LeftButton)
    session = opened.args[0]
    with session:
        assert session.path.name == "2024.03月台账.zonedesk"
        assert session.who == "Wang"
    assert RecentLedgers(tmp_path / "设置").officer == "Wang"
    assert recent.paths() == [session.path]


def test_the_last_ledger_opens_by_enter(qtbot: QtBot, recent: RecentLedgers, ledger_path: Path):
    recent.add(ledger_path)
    window = start(qtbot, recent)
    with qtbot.waitSignal(window.opened) as opened:
        qtbot.keyClick(window.list, Qt.Key.Key_Return)
    opened.args[0].close()


def test_what_cannot_be_opened_is_told_and_the_window_stays(
    qtbot: QtBot, recent: RecentLedgers, tmp_path: Path
):
    foreign = tmp_path / "别的.zonedesk"
    foreign.write_text("不是台账")
    window = start(qtbot, recent, ReadyPrompts(opened=foreign))
    qtbot.mouseClick(window.open_button, Qt.MouseButton.LeftButton)
    assert window.notice.isVisible()
    assert "别的.zonedesk" in window.notice.text.text()
    assert window.isVisible()
    assert foreign.read_text() == "不是台账"
    assert recent.paths() == []


def test_an_existing_ledger_is_never_overwritten(qtbot: QtBot, recent: RecentLedgers, ledger_path: Path):
    before = ledger_path.read_bytes()
    window = start(qtbot, recent, ReadyPrompts(saved=ledger_path))
    window.new_button.click()
    assert window.notice.isVisible()
    assert ledger_path.read_bytes() == before


def test_the_invented_ledger_is_made_by_a_job(
    qtbot: QtBot, recent: RecentLedgers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    window = start(qtbot, recent)
    with qtbot.waitSignal(window.opened, timeout=60_000) as opened:
        window.sample_button.click()
        assert not window.choices.isEnabled()
    with opened.args[0] as session:
        assert session.reader.count("project") == 300
    assert window.choices.isEnabled()


def test_a_list_that_cannot_be_kept_hinders_nobody(qtbot: QtBot, tmp_path: Path, ledger_path: Path):
    (tmp_path / "挡路").write_text("")
    window = start(qtbot, RecentLedgers(tmp_path / "挡路"))
    with qtbot.waitSignal(window.opened) as opened:
        window.open(ledger_path)
    opened.args[0].close()


def test_into_a_ledger_and_back_to_the_start(qtbot: QtBot, recent: RecentLedgers, sample_path: Path):
    application = Application(recent, ReadyPrompts())
    application.show_start(sample_path)
    window = application.window
    assert window is not None
    assert window.isVisible()
    assert application.start is None
    with qtbot.waitSignal(window.closed):
        window.left.emit()
    assert application.window is None
    assert application.start is not None
    assert application.start.isVisible()
    # The ledger is free again.
    with Session.open(sample_path, "李某某") as session:
        assert session.writable
    application.start.close()


def test_while_the_window_is_made_the_figures_rows_are_read_beside_it(
    qtbot: QtBot, recent: RecentLedgers, sample_path: Path, monkeypatch: pytest.MonkeyPatch
):
    threads, facts = [], Reader.facts

    def noted(reader: Reader, as_of: str, ids: Iterable[int] | None = None) -> Facts:
        threads.append(threading.current_thread())
        return facts(reader, as_of, ids)

    monkeypatch.setattr(Reader, "facts", noted)
    application = Application(recent, ReadyPrompts())
    application.show_start(sample_path)
    window = application.window
    assert window is not None
    assert window.desk.session.figures(window.desk.as_of).rates
    assert threads
    assert threading.main_thread() not in threads
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_named_ledger_that_fails_leaves_the_start_window(
    qtbot: QtBot, recent: RecentLedgers, tmp_path: Path
):
    application = Application(recent)
    application.show_start(tmp_path / "没有.zonedesk")
    assert application.window is None
    assert application.start is not None
    assert application.start.isVisible()
    assert "没有.zonedesk" in application.start.notice.text.text()
    application.tell_unforeseen(ValueError, ValueError("x"), None)
    assert "未预料" in application.start.notice.text.text()
    application.start.close()


def test_what_another_thread_did_not_foresee_is_told_on_the_window_s_own(
    qtbot: QtBot, recent: RecentLedgers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    application = Application(recent)
    application.show_start(tmp_path / "没有.zonedesk")
    assert application.start is not None
    told: list[int] = []
    monkeypatch.setattr(application.start.notice, "say", lambda _: told.append(threading.get_ident()))
    worker = threading.Thread(target=application.tell_unforeseen, args=(ValueError, ValueError("x"), None))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.get_ident()]
    application.start.close()
