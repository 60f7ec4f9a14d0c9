"""A bureau's files in the order in which an office gets them: what is said of them, and one of them again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.exchanging import read
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.exchange import ExchangePage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.keeping import Keeping
from zonedesk.ops.session import Session

LEDGER, FEEDBACK = "大同市三个一批项目台账.xlsx", "三未项目清单（市局反馈）.xlsx"


@pytest.fixture
def books(shared: Path) -> Path:
    return shared / "workbooks"


@pytest.fixture
def page(
    qtbot: QtBot,
    session: Session,
    show_window: Callable[[Desk], MainWindow],
    tmp_path: Path,
    books: Path,
) -> ExchangePage:
    """The page on a ledger that took the bureau's ledger in."""
    found = show_window(Desk(session, keeping=Keeping("台账", tmp_path / "本机"))).go("exchange")
    assert isinstance(found, ExchangePage)
    take_in(qtbot, found, books / LEDGER)
    return found


def take_in(qtbot: QtBot, page: ExchangePage, path: Path) -> None:
    read(qtbot, page, path)
    qtbot.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.start)


def test_button_chips_and_banner_count_the_same(qtbot: QtBot, page: ExchangePage, books: Path):
    read(qtbot, page, books / FEEDBACK)
    panel = page.plan_panel
    assert panel.primary.text() == "导入 1 个新项目、7 条新存在问题、1 个新建设单位、12 处更改"
    assert [panel.changes.chips[show].text() for show in ("new", "changed")] == ["新增 9 条", "更改 12 处"]
    assert panel.primary.width() >= panel.primary.sizeHint().width()
    panel.taken.emit()
    said = "新增项目1个、新增存在问题7条、新增建设单位1个、更改项目2处、更改存在问题10处"
    assert said in page.done.text.text()
    assert page.start.recent.item(0, 3).text() == said


def test_rows_of_the_file_that_bring_nothing_are_counted(qtbot: QtBot, page: ExchangePage, books: Path):
    read(qtbot, page, books / "领办代办台账.csv")
    assert page.plan_panel.primary.text() == "导入 31 条新领办代办"
    assert "没有新内容" not in page.plan_panel.facts.text()
    page.plan_panel.taken.emit()
    read(qtbot, page, books / "领办代办台账.csv")
    assert "31 行没有新内容" in page.plan_panel.facts.text()
