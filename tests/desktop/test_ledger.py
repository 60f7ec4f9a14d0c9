"""The ledger page under real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.editors import ChoiceBox
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit
from zonedesk.ops.session import Session

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    found.grid.setFocus()
    qtbot.waitUntil(lambda: bool(found.panel.leaves))
    return found


def stored(page: LedgerPage, pid: int, key: str) -> object:
    project = page.desk.session.reader.project(pid)
    assert project is not None
    return project[key]


def at(page: LedgerPage, key: str, row: int = 0) -> int:
    """Make a cell current; gives its project."""
    page.grid.go(row, page.model.column_of(key))
    pid = page.model.project_at(row)
    assert pid is not None
    return pid


def editor(page: LedgerPage, qtbot: QtBot) -> QLineEdit | ChoiceBox:
    def found() -> list[QLineEdit | ChoiceBox]:
        view = page.grid.frozen if page.grid.currentIndex().column() == 0 else page.grid
        return [
            w for kind in (ChoiceBox, QLineEdit) for w in view.viewport().findChildren(kind) if w.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_it_shows_every_project(page: LedgerPage) -> None:
    assert page.model.rowCount() == 40
    assert page.status.text().startswith("共 40 个项目，显示 40 个")
    assert "王某某" in page.status.text()


def test_room_for_sixteen_rows_and_nine_columns_beside_the_record(page: LedgerPage) -> None:
    view = page.grid.viewport().rect()
    assert page.panel.width() >= 370
    last = page.grid.visualRect(page.model.index(15, 8))
    assert view.contains(QRect(last.topLeft(), last.bottomRight()))


def test_typing_replaces_and_enter_goes_down(page: LedgerPage, qtbot: QtBot) -> None:
    pid = at(page, "total_investment")
    qtbot.keyClicks(page.grid, "1")
    qtbot.keyClicks(editor(page, qtbot), "2.5")
    qtbot.keyClick(editor(page, qtbot), K.Key_Return)
    assert stored(page, pid, "total_investment") == 1_250_000_000
    assert page.grid.currentIndex().row() == 1
    assert page.model.index(0, page.model.column_of("total_investment")).data() == "12.5"
    assert page.desk.session.next_undo().label.endswith("12.5亿元")


def test_f2_keeps_the_text_and_tab_goes_right(page: LedgerPage, qtbot: QtBot) -> None:
    pid = at(page, "duty_person")
    before = stored(page, pid, "duty_person")
    qtbot.keyClick(page.grid, K.Key_F2)
    box = editor(page, qtbot)
    qtbot.keyClick(box, K.Key_End)
    compose(box, "二")
    qtbot.keyClick(box, K.Key_Tab)
    assert stored(page, pid, "duty_person") == f"{before}二"
    assert page.grid.currentIndex().column() == page.model.column_of("duty_person") + 1


def test_escape_leaves_everything_as_it_was(page: LedgerPage, qtbot: QtBot) -> None:
    pid = at(page, "duty_person")
    before, step = stored(page, pid, "duty_person"), page.desk.session.next_undo()
    qtbot.keyClicks(page.grid, "x")
    qtbot.keyClick(editor(page, qtbot), K.Key_Escape)
    assert stored(page, pid, "duty_person") == before
    assert page.desk.session.next_undo() == step


def test_the_name_is_edited_in_the_column_that_stays(page: LedgerPage, qtbot: QtBot) -> None:
    pid = at(page, "name")
    page.grid.horizontalScrollBar().setValue(400)
    qtbot.keyClick(page.grid, K.Key_F2)
    box = editor(page, qtbot)
    assert isinstance(box, QLineEdit)
    box.selectAll()
    compose(box, "某某二期项目")
    qtbot.keyClick(box, K.Key_Return)
    assert stored(page, pid, "name") == "某某二期项目"
    assert page.grid.hasFocus()


def test_chinese_typed_on_a_name_replaces_it(page: LedgerPage, qtbot: QtBot) -> None:
    pid = at(page, "name")
    compose(page.grid, "某某三期")
    compose(editor(page, qtbot), "项目")
    qtbot.keyClick(editor(page, qtbot), K.Key_Return)
    assert stored(page, pid, "name") == "某某三期项目"


def test_a_choice_takes_other_words_too(page: LedgerPage, qtbot: QtBot) -> None:
    pid = at(page, "industry_field")
    qtbot.keyClick(page.grid, K.Key_F2)
    box = editor(page, qtbot)
    assert isinstance(box, ChoiceBox)
    box.line.selectAll()
    compose(box.line, "低空经济")
    qtbot.keyClick(box, K.Key_Return)
    assert stored(page, pid, "industry_field") == "低空经济"


def test_what_is_no_date_is_kept_in_red(page: LedgerPage, qtbot: QtBot) -> None:
    pid = at(page, "start_plan")
    compose(page.grid, "待定")
    qtbot.keyClick(editor(page, qtbot), K.Key_Return)
    index = page.model.index(0, page.model.column_of("start_plan"))
    assert index.data() == "待定"
    assert "待定" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "不是日期" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.ForegroundRole).red() > 150
    assert stored(page, pid, "unfit") == {"start_plan": "待定"}


def test_undo_and_redo_patch_the_cell_without_a_reset_and_lead_to_it(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    resets = []
    page.model.modelReset.connect(lambda: resets.append(1))
    pid = at(page, "duty_person", row=12)
    before = stored(page, pid, "duty_person")
    compose(page.grid, "李")
    qtbot.keyClick(editor(page, qtbot), K.Key_Return)
    page.grid.go(20, 3)
    qtbot.keyClick(window, K.Key_Z, CONTROL)
    index = page.model.index(12, page.model.column_of("duty_person"))
    assert index.data() == (before or "")
    qtbot.keyClick(window, K.Key_Y, CONTROL)
    assert index.data() == "李"
    assert page.grid.currentIndex() == index
    assert not resets


def test_delete_clears_the_selected_cells_as_one_step(page: LedgerPage, qtbot: QtBot) -> None:
    column = page.model.column_of("duty_person")
    for row in range(3):
        page.desk.run(
            edit.set_field, table="project", row_id=page.model.project_at(row), key="duty_person", text="甲某"
        )
    page.grid.go(0, column)
    for _ in range(2):
        qtbot.keyClick(page.grid, K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.grid, K.Key_Delete)
    assert [page.model.index(row, column).data() for row in range(3)] == ["", "", ""]
    page.desk.undo()
    assert [page.model.index(row, column).data() for row in range(3)] == ["甲某"] * 3


def test_the_name_cannot_be_emptied(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    pid = at(page, "name")
    before = stored(page, pid, "name")
    qtbot.keyClick(page.grid, K.Key_Delete)
    assert stored(page, pid, "name") == before
    assert "不能为空" in window.notice.text.text()


def test_derived_cells_say_why_they_refuse(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    at(page, "stage")
    qtbot.keyClicks(page.grid, "x")
    assert "推算" in window.told.text()


def test_a_read_only_ledger_refuses_and_says_so(
    sample_path: Path, show_window: Callable[[Desk], MainWindow], qtbot: QtBot
) -> None:
    desk = Desk(Session.open(sample_path, "李某", read_only=True))
    window = show_window(desk)
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    pid = at(page, "duty_person")
    before = stored(page, pid, "duty_person")
    qtbot.keyClicks(page.grid, "x")
    assert "只读" in window.notice.text.text()
    qtbot.keyClick(page.grid, K.Key_Delete)
    assert stored(page, pid, "duty_person") == before
    assert not page.new_button.isEnabled()


def test_a_new_project_begins_with_its_name(page: LedgerPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, K.Key_N, CONTROL)
    box = editor(page, qtbot)
    assert isinstance(box, QLineEdit)
    assert box.selectedText() == "新项目"
    compose(box, "某某新材料项目")
    qtbot.keyClick(box, K.Key_Return)
    assert page.model.rowCount() == 41
    assert page.model.index(40, 0).data() == "某某新材料项目"


def test_a_deleted_project_comes_back_where_it_stood(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    pid = at(page, "name", row=7)
    qtbot.mouseClick(page.delete_button, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 39
    assert page.model.row_of(pid) is None
    assert "Ctrl+Z" in window.told.text()
    qtbot.keyClick(window, K.Key_Z, CONTROL)
    assert page.model.row_of(pid) == 7


def test_a_head_sorts_up_down_and_back(page: LedgerPage, qtbot: QtBot) -> None:
    column = page.model.column_of("total_investment")
    natural = list(page.model.shown())

    def click() -> None:
        head = page.grid.horizontalHeader()
        spot = QPoint(head.sectionViewportPosition(column) + 30, head.height() // 2)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def amounts() -> list[int]:
        values = [page.rows.amount(pid, page.model.columns[column]) for pid in page.model.shown()]
        return [value for value in values if value is not None]

    click()
    assert amounts() == sorted(amounts())
    click()
    assert amounts() == sorted(amounts(), reverse=True)
    click()
    assert page.model.shown() == natural


def test_an_edited_row_does_not_jump(page: LedgerPage, qtbot: QtBot) -> None:
    page.model.sort(page.model.column_of("total_investment"))
    pid = at(page, "total_investment", row=0)
    qtbot.keyClicks(page.grid, "9")
    qtbot.keyClicks(editor(page, qtbot), "99")
    qtbot.keyClick(editor(page, qtbot), K.Key_Return)
    assert page.model.row_of(pid) == 0


def test_search_finds_by_initials_as_one_types(page: LedgerPage, qtbot: QtBot) -> None:
    page.desk.run(edit.set_field, table="project", row_id=3, key="name", text="百胜中国供应链项目")
    qtbot.keyClick(page.grid, K.Key_F, CONTROL)
    assert page.filters.search.hasFocus()
    qtbot.keyClicks(page.filters.search, "bszg")
    assert [index.data() for index in (page.model.index(0, 0),)] == ["百胜中国供应链项目"]
    assert page.model.rowCount() == 1
    assert "显示 1 个" in page.status.text()
    qtbot.keyClick(page.filters.search, K.Key_Escape)
    assert page.model.rowCount() == 40
    assert page.grid.hasFocus()


def test_a_value_list_filters_and_its_chip_takes_it_back(page: LedgerPage, qtbot: QtBot) -> None:
    button = page.filters.facets["stage"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    items = [button.popup.list.item(n) for n in range(button.popup.list.count())]
    item = next(item for item in items if item.text().startswith("开工"))
    count = int(item.text().split("　")[1])
    button.popup.list.setCurrentItem(item)
    qtbot.keyClick(button.popup.list, K.Key_Space)
    button.popup.close()
    assert 0 < page.model.rowCount() == count < 40
    assert page.filters.chips["stage"].text() == "阶段：开工"
    chip = page.filters.chips["stage"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.cross())
    assert page.model.rowCount() == 40


def test_rows_asked_for_stand_in_their_order_under_a_chip(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.go("workbench")
    page.desk.show_rows("开工未投产", [9, 4, 17])
    assert window.stack.currentWidget() is page
    assert page.model.shown() == [9, 4, 17]
    assert page.filters.chips["rows"].text() == "开工未投产 3 个"
    qtbot.mouseClick(page.filters.chips["rows"], Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 40


def test_nothing_found_offers_to_take_the_filters_off(page: LedgerPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.filters.search, "qqqqqq")
    assert page.hint.isVisible()
    assert "没有符合条件" in page.hint.text()
    page.hint.linkActivated.emit("all")
    assert page.model.rowCount() == 40
    assert not page.hint.isVisible()
    assert page.filters.search.text() == ""


def test_what_other_filters_hide_is_found_by_enter(page: LedgerPage, qtbot: QtBot) -> None:
    code = page.rows.by_id[7]["code"]
    page.desk.show_rows("开工未投产", [9, 4, 17])
    qtbot.keyClicks(page.filters.search, code)
    assert page.model.rowCount() == 0
    assert "在全部项目中找到 1 个" in page.hint.text()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert page.model.shown() == [7]
    assert page.filters.search.text() == code
    assert not page.filters.chips


def test_an_empty_ledger_says_what_to_do_first(
    ledger_path: Path, show_window: Callable[[Desk], MainWindow], qtbot: QtBot
) -> None:
    window = show_window(Desk(Session.open(ledger_path, "王某某")))
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    assert "还没有项目" in page.hint.text()
    page.hint.linkActivated.emit("new")
    assert page.model.rowCount() == 1
    assert not page.hint.isVisible()


def test_money_is_shown_and_typed_in_the_unit_chosen(page: LedgerPage, qtbot: QtBot) -> None:
    pid = at(page, "total_investment")
    qtbot.keyClick(page.units, K.Key_Down)
    assert page.desk.money_unit == "万元"
    assert (
        page.model.headerData(page.model.column_of("total_investment"), Qt.Orientation.Horizontal)
        == "总投资\n(万元)"
    )
    qtbot.keyClicks(page.grid, "3")
    qtbot.keyClicks(editor(page, qtbot), "00")
    qtbot.keyClick(editor(page, qtbot), K.Key_Return)
    assert stored(page, pid, "total_investment") == 3_000_000


def test_selected_amounts_are_summed_exactly(page: LedgerPage, qtbot: QtBot) -> None:
    for row, text in enumerate(("0.1", "0.2")):
        pid = page.model.project_at(row)
        page.desk.run(edit.set_field, table="project", row_id=pid, key="total_investment", text=text)
    at(page, "total_investment")
    qtbot.keyClick(page.grid, K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "计数 2 · 合计 0.3 亿元 · 平均 0.15 亿元" in page.status.text())


def test_a_block_is_copied_and_pasted_as_one_step(page: LedgerPage, qtbot: QtBot) -> None:
    at(page, "sponsor")
    QGuiApplication.clipboard().setText("张某某\t发改局\n李某某\t住建局\n")
    qtbot.keyClick(page.grid, K.Key_V, CONTROL)
    sponsor, unit = page.model.column_of("sponsor"), page.model.column_of("duty_unit")
    assert unit == sponsor + 1
    assert page.model.index(1, unit).data() == "住建局"
    qtbot.keyClick(page.grid, K.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "张某某\t发改局\n李某某\t住建局\n"
    assert page.desk.session.next_undo().label == "粘贴 4 格"


def test_what_was_written_while_elsewhere_is_taken_in(page: LedgerPage, window: MainWindow) -> None:
    resets = []
    page.model.modelReset.connect(lambda: resets.append(1))
    window.go("workbench")
    page.desk.run(edit.set_field, table="project", row_id=5, key="name", text="另处改名项目")
    page.desk.run(edit.delete_row, table="project", row_id=6)
    window.go("ledger")
    assert page.model.index(page.model.row_of(5), 0).data() == "另处改名项目"
    assert page.model.rowCount() == 39
    assert not resets


def test_stage_follows_an_edited_date(page: LedgerPage) -> None:
    pid = page.model.project_at(0)
    page.desk.run(edit.set_field, table="project", row_id=pid, key="withdrawn_on", text="2024-01")
    assert page.model.index(0, page.model.column_of("stage")).data() == "终止"
    page.desk.look_at(as_of="2023-12-31")
    assert page.model.index(0, page.model.column_of("stage")).data() != "终止"


def test_derived_cells_are_the_same_one_by_one_and_all_at_once(page: LedgerPage) -> None:
    page.rows.forget_derived()
    singly = {pid: page.rows.derived(pid) for pid in page.rows.by_id}
    page.rows.forget_derived()
    page.rows.derive_everything()
    assert {pid: page.rows.derived(pid) for pid in page.rows.by_id} == singly
    assert any(each.stuck for each in singly.values())


def test_the_model_keeps_qts_rules(page: LedgerPage) -> None:
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.desk.run(edit.add_project, name="某某项目")
    page.desk.run(edit.delete_row, table="project", row_id=2)
    page.model.sort(3, Qt.SortOrder.DescendingOrder)
    page.desk.undo()
    page.filters.search.setText("项目")
    page.desk.undo()
    assert tester.model() is page.model


def test_the_page_is_settled_when_the_panel_shows_its_project(qtbot: QtBot, window: MainWindow):
    page = window.go("ledger")
    page.grid.go(3, 0)
    assert page.settling()
    with qtbot.waitSignal(page.settled):
        pass
    assert not page.settling()
