"""A bureau's files in the order in which an office gets them: what is said of them, and one of them again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.exchanging import read, settle
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.exchange.changes_model import NEW, OLD, WHAT
from zonedesk.desktop.exchange.plan_panel import CHANGES, DOUBTS
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
    assert panel.primary.text() == "导入 1 个新项目、6 条新存在问题、1 个新建设单位、12 处更改"
    assert [panel.changes.chips[show].text() for show in ("new", "changed")] == ["新增 8 条", "更改 12 处"]
    assert panel.primary.width() >= panel.primary.sizeHint().width()
    panel.taken.emit()
    said = "新增项目1个、新增存在问题6条、新增建设单位1个、更改项目2处、更改存在问题10处"
    assert said in page.done.text.text()
    assert page.start.recent.item(0, 3).text() == said


def test_rows_of_the_file_that_bring_nothing_are_counted(qtbot: QtBot, page: ExchangePage, books: Path):
    read(qtbot, page, books / "领办代办台账.csv")
    assert page.plan_panel.primary.text() == "导入 31 条新领办代办"
    assert "没有新内容" not in page.plan_panel.facts.text()
    page.plan_panel.taken.emit()
    read(qtbot, page, books / "领办代办台账.csv")
    assert "31 行没有新内容" in page.plan_panel.facts.text()


def test_the_same_file_takes_no_later_correction_back_unless_ticked(
    qtbot: QtBot, page: ExchangePage, books: Path
):
    read(qtbot, page, books / FEEDBACK)
    page.plan_panel.taken.emit()
    read(qtbot, page, books / LEDGER)
    panel, model = page.plan_panel, page.plan_panel.changes.model
    assert panel.primary.text() == "没有要导入的变化"
    assert panel.tabs.currentIndex() == CHANGES
    row = next(row for row in range(model.rowCount()) if "· 项目" in model.index(row, WHAT).data())
    top = model.index(row, WHAT)
    told = model.index(row, NEW).data()
    assert "1 处更改，其中 1 处在导入同一文件后另有更正，默认不改回" in told
    cell = model.index(0, WHAT, top)
    assert cell.data() == "计划开工时间"
    assert model.index(0, OLD, top).data() == "2024-06-30"
    assert "（此后已改：" in model.index(0, NEW, top).data()
    assert FEEDBACK in model.index(0, NEW, top).data()
    panel.changes.tree.setCurrentIndex(cell)
    qtbot.keyClick(panel.changes.tree, Qt.Key.Key_Space)
    assert panel.primary.text() == "导入 1 处更改"


def test_an_answer_given_once_is_shown_again_and_can_be_changed(
    qtbot: QtBot, page: ExchangePage, books: Path
):
    read(qtbot, page, books / FEEDBACK)
    doubts = page.plan_panel.doubts
    assert page.plan_panel.tabs.currentIndex() == DOUBTS
    with qtbot.waitSignal(doubts.answered):
        qtbot.keyClick(page.window(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, page)
    page.plan_panel.taken.emit()
    read(qtbot, page, books / FEEDBACK)
    assert [doubt.answered for doubt in doubts.model.doubts] == ["保留台账：1.57"]
    assert page.plan_panel.tabs.tabText(DOUBTS) == "待确认（0）"
    page.plan_panel.tabs.setCurrentIndex(DOUBTS)
    next(button for button in doubts.buttons() if button.words == "撤回选择").click()
    settle(qtbot, page)
    assert page.plan_panel.tabs.tabText(DOUBTS) == "待确认（1）"
