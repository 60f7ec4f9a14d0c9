"""The grid's keys and mouse, as in a spreadsheet."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.ledger.editors import ChoiceBox
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit
from zonedesk.ops.session import Session

K = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    found.grid.setFocus()
    qtbot.waitUntil(lambda: bool(found.panel.leaves))
    return found


def at(page: LedgerPage, key: str, row: int = 0) -> None:
    page.grid.go(row, page.model.column_of(key))


def here(page: LedgerPage) -> tuple[int, int]:
    index = page.grid.currentIndex()
    return index.row(), index.column()


def text(page: LedgerPage, key: str, row: int) -> str:
    return page.model.index(row, page.model.column_of(key)).data()


def put(page: LedgerPage, key: str, row: int, words: str) -> None:
    pid = page.model.project_at(row)
    page.desk.run(edit.set_field, table="project", row_id=pid, key=key, text=words)


def press(page: LedgerPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(page.grid, key, modifiers)


def editor(page: LedgerPage) -> QWidget:
    found = page.grid.editor()
    assert found is not None
    return found


def chosen(page: LedgerPage) -> list[tuple[int, int, int, int]]:
    return page.grid.moves.blocks()


def test_tabs_then_enter_goes_back_below_the_first(page: LedgerPage, qtbot: QtBot) -> None:
    at(page, "sponsor", row=3)
    start = here(page)
    press(page, K.Key_Tab, times=2)
    compose(page.grid, "某局")
    qtbot.keyClick(editor(page), K.Key_Tab)
    press(page, K.Key_Return)
    assert here(page) == (start[0] + 1, start[1])
    press(page, K.Key_Return, SHIFT)
    press(page, K.Key_Tab, SHIFT)
    assert here(page) == (start[0], start[1] - 1)


def test_enter_and_tab_go_round_in_a_selected_block(page: LedgerPage) -> None:
    at(page, "sponsor", row=2)
    row, column = here(page)
    press(page, K.Key_Down, SHIFT)
    press(page, K.Key_Right, SHIFT)
    walked = []
    for _ in range(4):
        press(page, K.Key_Return)
        walked.append(here(page))
    assert walked == [(row + 1, column), (row, column + 1), (row + 1, column + 1), (row, column)]
    press(page, K.Key_Tab)
    assert here(page) == (row, column + 1)
    assert chosen(page) == [(row, column, row + 1, column + 1)]


def test_arrows_home_and_end(page: LedgerPage) -> None:
    last = (page.model.rowCount() - 1, page.model.columnCount() - 1)
    press(page, K.Key_End, CONTROL)
    assert here(page) == last
    press(page, K.Key_Home)
    assert here(page) == (last[0], 0)
    press(page, K.Key_Home, CONTROL)
    assert here(page) == (0, 0)
    press(page, K.Key_Right, times=2)
    press(page, K.Key_Left, times=2)
    assert here(page) == (0, 0)
    press(page, K.Key_End)
    assert here(page) == (0, last[1])
    press(page, K.Key_PageDown)
    assert here(page)[0] == page.grid.rows_in_sight()
    press(page, K.Key_PageUp)
    assert here(page)[0] == 0


def test_control_arrow_stops_where_cells_end(page: LedgerPage) -> None:
    for row in range(12):
        put(page, "duty_person", row, "" if row in {5, 6} else "甲某")
    at(page, "duty_person")
    press(page, K.Key_Down, CONTROL)
    assert here(page)[0] == 4
    press(page, K.Key_Down, CONTROL)
    assert here(page)[0] == 7
    press(page, K.Key_Up, CONTROL | SHIFT)
    assert chosen(page)[0][::2] == (4, 7)
    assert here(page)[0] == 7


def test_selecting_with_shift_rows_columns_and_all(page: LedgerPage) -> None:
    rows, columns = page.model.rowCount(), page.model.columnCount()
    at(page, "stage", row=4)
    press(page, K.Key_Right, SHIFT, times=2)
    press(page, K.Key_Down, SHIFT)
    press(page, K.Key_Left, SHIFT)
    assert chosen(page) == [(4, 1, 5, 2)]
    press(page, K.Key_Space, SHIFT)
    assert chosen(page) == [(4, 0, 5, columns - 1)]
    at(page, "stage", row=4)
    press(page, K.Key_Space, CONTROL)
    assert chosen(page) == [(0, 1, rows - 1, 1)]
    press(page, K.Key_A, CONTROL)
    assert chosen(page) == [(0, 0, rows - 1, columns - 1)]
    assert here(page) == (4, 1)
    at(page, "stage", row=4)
    press(page, K.Key_End, CONTROL | SHIFT)
    assert chosen(page) == [(4, 1, rows - 1, columns - 1)]
    press(page, K.Key_Home, CONTROL | SHIFT)
    assert chosen(page) == [(0, 0, 4, 1)]


def test_the_mouse_draws_a_selection_and_shift_click_moves_its_corner(page: LedgerPage, qtbot: QtBot) -> None:
    def spot(row: int, column: int) -> QPoint:
        return page.grid.visualRect(page.model.index(row, column)).center()

    ground = page.grid.viewport()
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=spot(2, 2))
    qtbot.mouseMove(ground, spot(3, 3))
    qtbot.mouseMove(ground, spot(5, 4))
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=spot(5, 4))
    assert chosen(page) == [(2, 2, 5, 4)]
    assert here(page) == (2, 2)
    qtbot.mouseClick(ground, Qt.MouseButton.LeftButton, SHIFT, spot(3, 3))
    assert chosen(page) == [(2, 2, 3, 3)]
    beside = page.grid.frozen.viewport()
    qtbot.mouseClick(beside, Qt.MouseButton.LeftButton, SHIFT, QPoint(20, spot(4, 2).y()))
    assert chosen(page) == [(2, 0, 4, 2)]
    qtbot.mouseClick(ground, Qt.MouseButton.LeftButton, CONTROL, spot(9, 5))
    assert len(chosen(page)) == 2


def test_fill_down_and_right(page: LedgerPage) -> None:
    put(page, "sponsor", 0, "甲某")
    at(page, "sponsor")
    press(page, K.Key_Down, SHIFT, times=3)
    press(page, K.Key_D, CONTROL)
    assert [text(page, "sponsor", row) for row in range(4)] == ["甲某"] * 4
    assert page.desk.session.next_undo().label == "向下填充 3 格"
    at(page, "sponsor", row=4)
    press(page, K.Key_D, CONTROL)
    assert text(page, "sponsor", 4) == "甲某"
    at(page, "sponsor")
    press(page, K.Key_Right, SHIFT)
    press(page, K.Key_R, CONTROL)
    assert text(page, "duty_unit", 0) == "甲某"


def test_control_enter_fills_the_selection(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    at(page, "sponsor", row=1)
    press(page, K.Key_Down, SHIFT, times=2)
    compose(page.grid, "乙某")
    qtbot.keyClick(editor(page), K.Key_Return, CONTROL)
    assert [text(page, "sponsor", row) for row in (1, 2, 3)] == ["乙某"] * 3
    assert page.grid.editor() is None
    assert "3 行 3 格" in window.told.text()
    qtbot.keyClick(window, K.Key_Z, CONTROL)
    assert text(page, "sponsor", 2) != "乙某"


def test_today_and_the_value_above(page: LedgerPage, qtbot: QtBot) -> None:
    today = dt.datetime.now().astimezone().date().isoformat()
    at(page, "sign_date", row=1)
    press(page, K.Key_Semicolon, CONTROL)
    qtbot.keyClick(editor(page), K.Key_Return)
    assert text(page, "sign_date", 1) == today
    press(page, K.Key_Apostrophe, CONTROL)
    qtbot.keyClick(editor(page), K.Key_Return)
    assert text(page, "sign_date", 2) == today


def test_alt_down_opens_the_list(page: LedgerPage, qtbot: QtBot) -> None:
    at(page, "industry_field")
    press(page, K.Key_Down, ALT)
    box = editor(page)
    assert isinstance(box, ChoiceBox)
    qtbot.waitUntil(box.view().isVisible)
    box.hidePopup()


def test_alt_down_offers_the_words_of_the_column_where_the_field_has_none(
    page: LedgerPage, qtbot: QtBot
) -> None:
    for row in range(3):
        put(page, "duty_unit", row, "某某服务局")
    at(page, "duty_unit", row=5)
    press(page, K.Key_Down, ALT)
    box = editor(page)
    assert isinstance(box, QLineEdit)
    words = box.completer().popup()
    qtbot.waitUntil(words.isVisible)
    offered = [words.model().index(row, 0).data() for row in range(words.model().rowCount())]
    assert "某某服务局" in offered
    words.hide()


def popup_key(key: Qt.Key) -> None:
    """Presses a key where it goes while a list is open."""
    words = QApplication.activePopupWidget()
    assert words is not None
    QTest.keyClick(words.focusWidget() or words, key)


@pytest.mark.parametrize("key", ["zone_id", "industry_field", "project_kind", "enterprise_id", "sponsor"])
def test_one_enter_takes_a_word_from_the_list_and_closes(page: LedgerPage, qtbot: QtBot, key: str) -> None:
    at(page, key, row=2)
    before = text(page, key, 2)
    press(page, K.Key_Down, ALT)
    popup_key(K.Key_Down)
    if page.grid.editor().text() == before:  # type: ignore[union-attr]
        popup_key(K.Key_Down)
    words = QApplication.activePopupWidget()
    assert words is not None
    view = words if isinstance(words, QListView) else words.findChild(QListView)
    chosen = view.currentIndex().data()
    assert chosen != before
    popup_key(K.Key_Return)
    assert page.grid.editor() is None
    assert text(page, key, 2) == chosen
    assert here(page) == (2, page.model.column_of(key))
    qtbot.waitUntil(page.grid.hasFocus)


def test_one_enter_takes_what_was_typed_while_words_are_offered(page: LedgerPage, qtbot: QtBot) -> None:
    at(page, "enterprise_id", row=2)
    compose(page.grid, "某")
    popup_key(K.Key_Return)
    assert page.grid.editor() is None
    assert text(page, "enterprise_id", 2) == "某"
    assert here(page) == (3, page.model.column_of("enterprise_id"))


def test_what_is_being_typed_is_kept_when_the_page_or_the_window_is_left(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    at(page, "duty_person", row=1)
    compose(page.grid, "甲某")
    qtbot.keyClick(window, K.Key_2, CONTROL)
    qtbot.keyClick(window, K.Key_1, CONTROL)
    window.go("ledger")
    assert text(page, "duty_person", 1) == "甲某"
    pid, path, who = page.model.project_at(2), page.desk.session.path, page.desk.session.who
    page.grid.setFocus()
    at(page, "duty_person", row=2)
    compose(page.grid, "乙某")
    window.close()
    with Session.open(path, who) as session:
        assert session.reader.project(pid)["duty_person"] == "乙某"


def test_arrows_leave_a_cell_begun_by_typing_but_not_one_begun_by_f2(page: LedgerPage, qtbot: QtBot) -> None:
    at(page, "duty_person", row=2)
    column = here(page)[1]
    qtbot.keyClicks(page.grid, "A")
    qtbot.keyClick(editor(page), K.Key_Right)
    assert text(page, "duty_person", 2) == "A"
    assert here(page) == (2, column + 1)
    at(page, "duty_person", row=2)
    press(page, K.Key_F2)
    box = editor(page)
    assert isinstance(box, QLineEdit)
    qtbot.keyClick(box, K.Key_End)
    qtbot.keyClick(box, K.Key_Left)
    qtbot.keyClicks(box, "B")
    qtbot.keyClick(box, K.Key_Return)
    assert text(page, "duty_person", 2) == "BA"


def test_backspace_begins_with_nothing(page: LedgerPage, qtbot: QtBot) -> None:
    put(page, "duty_person", 0, "甲某")
    at(page, "duty_person")
    press(page, K.Key_Backspace)
    assert editor(page).text() == ""
    qtbot.keyClick(editor(page), K.Key_Escape)
    assert text(page, "duty_person", 0) == "甲某"


def test_what_is_cut_moves_when_it_is_pasted(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    for row in range(4):
        put(page, "duty_person", row, f"{row}某")
    at(page, "duty_person")
    press(page, K.Key_Down, SHIFT)
    press(page, K.Key_X, CONTROL)
    assert text(page, "duty_person", 0) == "0某"
    at(page, "duty_person", row=1)
    press(page, K.Key_V, CONTROL)
    assert [text(page, "duty_person", row) for row in range(4)] == ["", "0某", "1某", "3某"]
    qtbot.keyClick(window, K.Key_Z, CONTROL)
    assert [text(page, "duty_person", row) for row in range(4)] == ["0某", "1某", "2某", "3某"]
    at(page, "duty_person")
    press(page, K.Key_X, CONTROL)
    press(page, K.Key_Escape)
    assert not page.grid.cut


def test_what_is_refused_stays_in_its_editor(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    at(page, "name", row=1)
    before = text(page, "name", 1)
    press(page, K.Key_Backspace)
    box = editor(page)
    compose(box, " — ")
    qtbot.keyClick(box, K.Key_Return)
    assert page.grid.editor() is box
    assert box.text() == " — "
    assert "不能为空" in window.notice.text.text()
    # Also when the officer clicks elsewhere.
    spot = page.grid.visualRect(page.model.index(6, 4)).center()
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: here(page) == (1, 0))
    assert page.grid.editor() is box
    assert box.text() == " — "
    window.notice.hide()
    qtbot.keyClick(box, K.Key_Escape)
    assert page.grid.editor() is None
    assert text(page, "name", 1) == before


def test_a_cell_below_the_foot_comes_into_sight(page: LedgerPage) -> None:
    at(page, "name")
    press(page, K.Key_Down, times=30)
    row = page.grid.currentIndex()
    assert page.grid.frozen.viewport().rect().contains(page.grid.frozen.visualRect(row))
    assert page.grid.verticalScrollBar().value() == page.grid.frozen.verticalScrollBar().value()


def test_hidden_columns_are_passed_over(page: LedgerPage) -> None:
    page.grid.setColumnHidden(2, True)
    page.grid.go(0, 1)
    press(page, K.Key_Right)
    assert here(page) == (0, 3)
    press(page, K.Key_Left, SHIFT)
    press(page, K.Key_C, CONTROL)
    first, last = (page.model.index(0, column).data() for column in (1, 3))
    assert QGuiApplication.clipboard().text() == f"{first}\t{last}\n"


def test_a_new_project_given_up_before_it_has_a_name_is_gone_again(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = page.model.rowCount()
    press(page, K.Key_N, CONTROL)
    assert page.model.rowCount() == before + 1
    qtbot.keyClick(editor(page), K.Key_Escape)
    qtbot.waitUntil(lambda: page.model.rowCount() == before)
    assert "取消新增" in window.told.toolTip()
    assert page.grid.hasFocus()


@pytest.mark.parametrize("name", ["某某项目", ""])
def test_a_new_project_that_was_kept_stays_when_a_later_change_is_given_up(
    page: LedgerPage, qtbot: QtBot, name: str
) -> None:
    before = page.model.rowCount()
    press(page, K.Key_N, CONTROL)
    if name:
        compose(editor(page), name)
    qtbot.keyClick(editor(page), K.Key_Return)
    at(page, "name", before)
    press(page, K.Key_F2)
    qtbot.keyClick(editor(page), K.Key_Escape)
    turns: list[int] = []
    qtbot.waitUntil(lambda: len(turns) > 2 or turns.append(0))  # type: ignore[func-returns-value]
    assert page.model.rowCount() == before + 1
