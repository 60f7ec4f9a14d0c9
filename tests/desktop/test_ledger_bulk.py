"""Bulk edit, find and replace: looked at first, then one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.ledger.bulk_edit import BulkEdit
from zonedesk.desktop.ledger.editors import ChoiceBox
from zonedesk.desktop.ledger.find_replace import FindReplace
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: MainWindow) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    found.grid.setFocus()
    return found


def put(page: LedgerPage, key: str, row: int, words: str) -> None:
    pid = page.model.project_at(row)
    page.desk.run(edit.set_field, table="project", row_id=pid, key=key, text=words)


def text(page: LedgerPage, key: str, row: int) -> str:
    return page.model.index(row, page.model.column_of(key)).data()


def select(page: LedgerPage, key: str, first: int, last: int, qtbot: QtBot) -> None:
    page.grid.go(first, page.model.column_of(key))
    for _ in range(last - first):
        qtbot.keyClick(page.grid, K.Key_Down, SHIFT)


def bulk(page: LedgerPage, qtbot: QtBot) -> BulkEdit:
    qtbot.keyClick(page.grid, K.Key_E, CONTROL | SHIFT)
    dialog = page.commands.bulk.dialog
    assert isinstance(dialog, BulkEdit)
    qtbot.waitExposed(dialog)
    return dialog


def replace(page: LedgerPage, qtbot: QtBot) -> FindReplace:
    qtbot.keyClick(page.grid, K.Key_H, CONTROL)
    dialog = page.commands.bulk.dialog
    assert isinstance(dialog, FindReplace)
    qtbot.waitExposed(dialog)
    return dialog


def untick(dialog: BulkEdit | FindReplace, row: int, qtbot: QtBot) -> None:
    table = dialog.preview
    spot = table.visualRect(table.proposals.index(row, 3)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.keyClick(table, K.Key_Space)


def test_one_value_for_the_selected_projects(page: LedgerPage, qtbot: QtBot) -> None:
    put(page, "duty_person", 0, "旧人")
    put(page, "duty_person", 1, "新人")
    select(page, "duty_person", 0, 3, qtbot)
    dialog = bulk(page, qtbot)
    assert dialog.column.key == "duty_person"
    assert not dialog.agree.isEnabled()
    compose(dialog.editor, "新人")
    qtbot.waitUntil(dialog.agree.isEnabled)
    assert dialog.agree.text() == "修改 3 个项目"
    first = [dialog.preview.proposals.index(0, n).data() for n in range(4)]
    assert first == [text(page, "name", 0), "责任人", "旧人", "新人"]
    qtbot.keyClick(dialog, K.Key_Return)
    assert [text(page, "duty_person", row) for row in range(4)] == ["新人"] * 4
    assert page.desk.session.next_undo().label == "批量修改 3 格"


def test_a_cell_unticked_is_left_alone(page: LedgerPage, qtbot: QtBot) -> None:
    put(page, "duty_person", 0, "旧人")
    select(page, "duty_person", 0, 1, qtbot)
    dialog = bulk(page, qtbot)
    compose(dialog.editor, "新人")
    qtbot.waitUntil(dialog.agree.isEnabled)
    untick(dialog, 0, qtbot)
    assert dialog.agree.text() == "修改 1 个项目"
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert text(page, "duty_person", 0) == "旧人"
    assert text(page, "duty_person", 1) == "新人"


def test_all_in_view_cleared_and_brought_back(page: LedgerPage, qtbot: QtBot) -> None:
    page.desk.show_rows("三个", [3, 5, 8])
    for row in range(3):
        put(page, "industry_field", row, "低空经济")
    page.grid.go(0, page.model.column_of("industry_field"))
    dialog = bulk(page, qtbot)
    assert isinstance(dialog.editor, ChoiceBox)
    dialog.of_shown.click()
    dialog.clear.click()
    assert dialog.agree.text() == "修改 3 个项目"
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert [text(page, "industry_field", row) for row in range(3)] == [""] * 3
    page.desk.undo()
    assert text(page, "industry_field", 2) == "低空经济"


def test_a_value_that_does_not_fit_is_said_before_it_is_written(page: LedgerPage, qtbot: QtBot) -> None:
    select(page, "sign_date", 0, 1, qtbot)
    dialog = bulk(page, qtbot)
    compose(dialog.editor, "年底前")
    qtbot.waitUntil(dialog.agree.isEnabled)
    assert "按原文保留" in dialog.summary.text()


def test_found_and_replaced_where_ticked(page: LedgerPage, qtbot: QtBot) -> None:
    for row, words in enumerate(("甲局Abc", "乙局abc", "丙局")):
        put(page, "duty_unit", row, words)
    select(page, "duty_unit", 0, 2, qtbot)
    dialog = replace(page, qtbot)
    assert dialog.range_box.currentText() == "选中的 3 格"
    qtbot.keyClicks(dialog.wanted, "ABC")
    qtbot.keyClicks(dialog.instead, "X")
    qtbot.waitUntil(lambda: dialog.agree.text() == "替换 2 处")
    dialog.match_case.click()
    assert dialog.agree.text() == "替换 0 处"
    dialog.match_case.click()
    untick(dialog, 1, qtbot)
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    assert [text(page, "duty_unit", row) for row in range(3)] == ["甲局X", "乙局abc", "丙局"]
    name = page.desk.session.reader.project(page.model.project_at(0))["name"]
    assert page.desk.session.next_undo().label == f"替换“{name}”责任单位"
    assert dialog.isVisible()
    qtbot.keyClick(dialog, K.Key_Escape)


def test_groups_of_a_pattern_and_a_bad_pattern(page: LedgerPage, qtbot: QtBot) -> None:
    put(page, "duty_unit", 0, "A-12 局")
    page.grid.go(0, page.model.column_of("duty_unit"))
    dialog = replace(page, qtbot)
    assert dialog.range_box.currentText() == "当前栏：责任单位"
    dialog.pattern.click()
    qtbot.keyClicks(dialog.wanted, "A-([0-9]+)")
    qtbot.keyClicks(dialog.instead, "$1#")
    qtbot.waitUntil(lambda: dialog.agree.text() == "替换 1 处")
    assert dialog.preview.proposals.index(0, 3).data() == "12# 局"
    qtbot.keyClicks(dialog.wanted, "(")
    qtbot.waitUntil(lambda: "正则表达式" in dialog.summary.text())
    assert not dialog.agree.isEnabled()
    qtbot.keyClick(dialog, K.Key_Escape)


def test_whole_cells_only(page: LedgerPage, qtbot: QtBot) -> None:
    for row, words in enumerate(("住建局", "市住建局")):
        put(page, "duty_unit", row, words)
    page.grid.go(0, page.model.column_of("duty_unit"))
    dialog = replace(page, qtbot)
    dialog.whole.click()
    compose(dialog.wanted, "住建局")
    compose(dialog.instead, "住建委")
    qtbot.waitUntil(dialog.agree.isEnabled)
    befores = {each.before for each in dialog.preview.proposals.lines}
    assert befores == {"住建局"}
    qtbot.keyClick(dialog, K.Key_Escape)


def test_tab_goes_through_bulk_edit_as_it_is_read(page: LedgerPage, qtbot: QtBot) -> None:
    select(page, "duty_person", 0, 1, qtbot)
    dialog = bulk(page, qtbot)
    qtbot.waitUntil(dialog.field_box.hasFocus)
    passed = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed == [dialog.editor, dialog.clear, dialog.preview, dialog.cancel]
    dialog.editor.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "a b")
    assert dialog.text() == "a b"
    dialog.clear.setFocus()
    qtbot.keyClick(dialog.clear, K.Key_Return)
    assert dialog.isVisible()
    assert not dialog.clear.isChecked()
    qtbot.keyClick(dialog.clear, K.Key_Space)
    assert dialog.clear.isChecked()
    qtbot.keyClick(dialog, K.Key_Escape)


def test_tab_goes_through_find_and_replace_as_it_is_read(page: LedgerPage, qtbot: QtBot) -> None:
    dialog = replace(page, qtbot)
    qtbot.waitUntil(dialog.wanted.hasFocus)
    dialog.wanted.setText("项目")
    dialog.look()
    ticks = (dialog.match_case, dialog.whole, dialog.pattern)
    for part in (dialog.instead, dialog.range_box, *ticks, dialog.preview, dialog.cancel, dialog.agree):
        qtbot.keyClick(QApplication.focusWidget(), K.Key_Tab)
        assert part.hasFocus()
