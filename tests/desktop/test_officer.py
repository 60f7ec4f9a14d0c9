"""Who writes: asked once, without stopping work; changed later in the top bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.app import Application
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.recent import RecentLedgers
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit
from zonedesk.ops.session import Session

K = Qt.Key


@pytest.fixture
def unsigned(qapp, sample_path: Path, show_window) -> MainWindow:
    """A window on a ledger that was opened without anyone's name."""
    return show_window(Desk(Session.open(sample_path)))


def change(window: MainWindow, text: str) -> str:
    """Makes a change; gives the name recorded with it."""
    window.desk.run(edit.set_field, table="project", row_id=1, key="remark", text=text)
    return window.desk.session.steps(limit=1)[0].who


def test_a_known_name_is_not_asked_for(window: MainWindow) -> None:
    officer = window.top_bar.officer
    assert officer.button.text() == "经办人：王某某"
    assert not officer.line.isVisible()


def test_without_a_name_work_goes_on_and_a_line_asks(unsigned: MainWindow, qtbot: QtBot) -> None:
    officer = unsigned.top_bar.officer
    assert "未署名，点此填写" in officer.button.text()
    before = change(unsigned, "甲")
    assert before, "a change is written all the same"
    qtbot.mouseClick(officer.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(officer.line.hasFocus)
    compose(officer.line, "赵某某")
    with qtbot.waitSignal(officer.signed) as signed:
        qtbot.keyClick(officer.line, K.Key_Return)
    assert signed.args == ["赵某某"]
    assert officer.button.text() == "经办人：赵某某"
    assert change(unsigned, "乙") == "赵某某"
    assert [step.who for step in unsigned.desk.session.steps(limit=2)] == ["赵某某", before]


def test_the_foot_of_the_ledger_says_that_nobody_signed_until_someone_does(
    unsigned: MainWindow, qtbot: QtBot
) -> None:
    page = unsigned.go("ledger")
    who = unsigned.desk.session.who
    assert page.status.text().endswith(f"{who}（未署名）")
    officer = unsigned.top_bar.officer
    qtbot.mouseClick(officer.button, Qt.MouseButton.LeftButton)
    compose(officer.line, "赵某某")
    qtbot.keyClick(officer.line, K.Key_Return)
    qtbot.waitUntil(lambda: page.status.text().endswith(" · 赵某某"))


def test_a_new_name_signs_what_follows_and_escape_keeps_the_old_one(window: MainWindow, qtbot: QtBot) -> None:
    officer = window.top_bar.officer
    qtbot.mouseClick(officer.button, Qt.MouseButton.LeftButton)
    assert officer.line.text() == "王某某"
    compose(officer.line, "钱某某")
    qtbot.keyClick(officer.line, K.Key_Escape)
    assert officer.button.text() == "经办人：王某某"
    assert change(window, "甲") == "王某某"
    qtbot.mouseClick(officer.button, Qt.MouseButton.LeftButton)
    officer.line.selectAll()
    compose(officer.line, "钱某某")
    qtbot.keyClick(officer.line, K.Key_Return)
    assert change(window, "乙") == "钱某某"
    window.desk.undo()
    assert window.desk.session.steps(limit=1)[0].who == "钱某某"


def test_an_empty_name_changes_nothing(unsigned: MainWindow, qtbot: QtBot) -> None:
    officer = unsigned.top_bar.officer
    qtbot.mouseClick(officer.button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(officer.signed):
        qtbot.keyClick(officer.line, K.Key_Return)
    assert "未署名" in officer.button.text()


def test_the_name_is_kept_for_this_pc(qapp, sample_path: Path, tmp_path: Path, qtbot: QtBot) -> None:
    recent = RecentLedgers(tmp_path / "settings")
    for asked in (True, False):
        application = Application(recent)
        application.show_start(sample_path)
        officer = application.window.top_bar.officer
        assert ("未署名" in officer.button.text()) is asked
        if asked:
            qtbot.mouseClick(officer.button, Qt.MouseButton.LeftButton)
            compose(officer.line, "孙某某")
            qtbot.keyClick(officer.line, K.Key_Return)
            assert recent.officer == "孙某某"
        else:
            assert officer.button.text() == "经办人：孙某某"
        window = application.window
        window.close()
        qtbot.waitUntil(lambda window=window: not window.isVisible(), timeout=20000)
        window.deleteLater()
