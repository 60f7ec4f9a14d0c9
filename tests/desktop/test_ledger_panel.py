"""The record panel under real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop import tokens
from zonedesk.desktop.ledger.child_tab import ChildTab
from zonedesk.desktop.ledger.editors import ChoiceBox
from zonedesk.desktop.ledger.history import HistoryTab
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit

K = Qt.Key


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    qtbot.waitUntil(lambda: bool(found.panel.leaves) and found.panel.pid is not None)
    return found


def line(page: LedgerPage, key: str) -> QLineEdit:
    box = page.panel.fields.fields[key].editor
    assert isinstance(box, QLineEdit)
    return box


def leaf(page: LedgerPage, key: str) -> ChildTab:
    page.panel.tabs.setCurrentIndex(list(page.panel.leaves).index(key))
    found = page.panel.leaves[key]
    assert isinstance(found, ChildTab)
    return found


def test_it_follows_the_current_row(page: LedgerPage, qtbot: QtBot) -> None:
    page.grid.go(5, 0)
    qtbot.waitUntil(lambda: page.panel.pid == page.model.project_at(5))
    assert line(page, "name").text() == page.model.index(5, 0).data()


def test_a_field_is_saved_when_it_is_left(page: LedgerPage, qtbot: QtBot) -> None:
    box = line(page, "duty_person")
    box.setFocus()
    box.selectAll()
    compose(box, "赵某")
    qtbot.keyClick(box, K.Key_Tab)
    assert page.model.index(0, page.model.column_of("duty_person")).data() == "赵某"


def test_enter_saves_and_escape_takes_back(page: LedgerPage, qtbot: QtBot) -> None:
    box = line(page, "location")
    box.setFocus()
    box.selectAll()
    compose(box, "某路1号")
    qtbot.keyClick(box, K.Key_Return)
    pid = page.panel.pid
    assert page.rows.by_id[pid]["location"] == "某路1号"
    compose(box, "改")
    qtbot.keyClick(box, K.Key_Escape)
    assert box.text() == "某路1号"


def test_undo_in_a_saved_field_is_the_ledgers(page: LedgerPage, qtbot: QtBot) -> None:
    box = line(page, "location")
    before = box.text()
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "abc")
    qtbot.keyClick(box, K.Key_Return)
    assert page.rows.by_id[page.panel.pid]["location"] == "abc"
    qtbot.keyClick(box, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (page.rows.by_id[page.panel.pid]["location"] or "") == before
    assert box.text() == before


def test_a_zone_added_by_typing_it_is_offered_from_then_on(page: LedgerPage, qtbot: QtBot) -> None:
    box = page.panel.fields.fields["zone_id"].editor
    assert isinstance(box, ChoiceBox)
    before = box.count()
    box.line.setFocus()
    box.line.selectAll()
    compose(box, "某某新开发区")
    qtbot.keyClick(box.line, K.Key_Return)
    assert box.text() == "某某新开发区"
    assert box.count() == before + 1
    assert page.model.index(0, page.model.column_of("zone_id")).data() == "某某新开发区"


def test_page_down_saves_and_goes_on(page: LedgerPage, qtbot: QtBot) -> None:
    first = page.panel.pid
    box = line(page, "duty_person")
    box.setFocus()
    box.selectAll()
    compose(box, "钱某")
    qtbot.keyClick(box, K.Key_PageDown)
    qtbot.waitUntil(lambda: page.panel.pid == page.model.project_at(1))
    assert page.rows.by_id[first]["duty_person"] == "钱某"
    qtbot.keyClick(box, K.Key_PageUp)
    qtbot.waitUntil(lambda: page.panel.pid == first)


def test_marks_say_what_is_missing_and_what_must_be_checked(page: LedgerPage, qtbot: QtBot) -> None:
    pid = page.panel.pid
    page.desk.run(edit.set_field, table="project", row_id=pid, key="sign_date", text="2024-01-05")
    page.desk.run(edit.set_field, table="project", row_id=pid, key="sponsor", text="")
    page.desk.run(edit.set_field, table="project", row_id=pid, key="start_plan", text="年内")
    fields = page.panel.fields.fields
    assert "应填" in fields["sponsor"].label.text()
    assert "待核" in fields["start_plan"].label.text()
    assert "应填" not in fields["sign_date"].label.text()
    assert "待核 1 项" in page.panel.standing.text()


def test_undo_of_what_did_not_fit_is_black_again(page: LedgerPage, qtbot: QtBot) -> None:
    box = line(page, "total_investment")
    before, colour = box.text(), box.palette().text().color()
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "about")
    qtbot.keyClick(box, K.Key_Return)
    assert box.palette().text().color().name().upper() == tokens.RED
    qtbot.keyClick(box, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == before
    assert box.palette().text().color() == colour


def test_the_panel_says_why_the_project_is_lit(page: LedgerPage, qtbot: QtBot) -> None:
    pid, line = page.panel.pid, page.panel.lights
    for key, text in (("start_actual", ""), ("prod_actual", ""), ("effect_actual", ""), ("delay_reason", "")):
        page.desk.run(edit.set_field, table="project", row_id=pid, key=key, text=text)
    for key, text in (("sign_date", "2023-01-05"), ("suspended_on", ""), ("start_plan", "2023-02")):
        page.desk.run(edit.set_field, table="project", row_id=pid, key=key, text=text)
    assert line.isVisible()
    assert "● 开工：计划2023年2月开工" in line.text()
    page.desk.run(edit.set_field, table="project", row_id=pid, key="withdrawn_on", text="2023-03")
    assert not line.isVisible()


def test_a_procedure_is_finished_in_the_panel(page: LedgerPage, qtbot: QtBot) -> None:
    pid = page.panel.pid
    page.desk.run(edit.add_row, table="procedure", project_id=pid, values={"name": "某某许可"})
    tab = leaf(page, "procedure")
    row = next(n for n, each in enumerate(tab.model.rows) if each["name"] == "某某许可")
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab.model.index(row, tab.view.keys.index("done_on")))
    qtbot.keyClicks(tab.table, "2")
    box = next(w for w in tab.table.viewport().findChildren(QLineEdit) if w.isVisible())
    qtbot.keyClicks(box, "024-02-01")
    qtbot.keyClick(box, K.Key_Return)
    found = page.desk.session.reader.rows("procedure", project_id=pid, name="某某许可")
    assert found[0]["done_on"] == "2024-02-01"
    assert tab.model.index(row, tab.view.keys.index("done_on")).data() == "2024-02-01"


def test_a_procedure_sent_back_in_the_panel_loses_its_day_and_undo_brings_both_back(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    done = {"name": "某某许可", "status": "已办结", "done_on": "2024-02-01"}
    page.desk.run(edit.add_row, table="procedure", project_id=page.panel.pid, values=done)
    tab = leaf(page, "procedure")
    row = next(n for n, each in enumerate(tab.model.rows) if each["name"] == "某某许可")
    state, day = (tab.model.index(row, tab.view.keys.index(key)) for key in ("status", "done_on"))
    tab.table.setFocus()
    tab.table.setCurrentIndex(state)
    qtbot.keyClick(tab.table, K.Key_F2)
    box = next(w for w in tab.table.viewport().findChildren(ChoiceBox) if w.isVisible())
    box.line.selectAll()
    compose(box.line, "退回")
    qtbot.keyClick(box.line, K.Key_Tab)
    assert (state.data(), day.data()) == ("退回", "")
    qtbot.keyClick(window, K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (state.data(), day.data()) == ("已办结", "2024-02-01")


def test_a_problem_is_added_and_deleted(page: LedgerPage, qtbot: QtBot) -> None:
    tab = leaf(page, "problem")
    before = len(tab.model.rows)
    qtbot.mouseClick(tab.add, Qt.MouseButton.LeftButton)
    assert len(tab.model.rows) == before + 1
    tab.table.setCurrentIndex(tab.model.index(before, 1))
    qtbot.mouseClick(tab.remove, Qt.MouseButton.LeftButton)
    assert len(tab.model.rows) == before


def test_the_history_tells_who_changed_what_from_what(page: LedgerPage, qtbot: QtBot) -> None:
    pid = page.panel.pid
    page.desk.run(edit.set_field, table="project", row_id=pid, key="total_investment", text="3")
    page.desk.run(edit.set_field, table="project", row_id=pid, key="total_investment", text="5")
    page.panel.tabs.setCurrentIndex(len(page.panel.leaves) - 1)
    history = page.panel.leaves["history"]
    assert isinstance(history, HistoryTab)
    newest = history.list.item(0).text()
    assert "王某某" in newest
    assert "总投资：3 → 5亿元" in newest


def test_f4_folds_the_panel_and_the_grid_takes_the_room(page: LedgerPage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    before = page.grid.width()
    qtbot.keyClick(page.grid, K.Key_F4)
    qtbot.waitUntil(lambda: page.grid.width() > before + 300)
    assert not page.panel.isVisible()
    qtbot.keyClick(page.grid, K.Key_F4)
    assert page.panel.isVisible()


def test_everything_editable_has_a_name_for_screen_readers(page: LedgerPage) -> None:
    for row in page.panel.fields.fields.values():
        assert row.editor.accessibleName() == row.field.label
    assert page.grid.accessibleName()
    assert page.filters.search.accessibleName()


def test_a_refused_text_stays_on_the_screen(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    box = line(page, "name")
    box.setFocus()
    box.clear()
    qtbot.keyClick(box, K.Key_Return)
    assert box.text() == ""
    assert "不能为空" in window.notice.text.text()
    qtbot.keyClick(box, K.Key_Escape)
    qtbot.waitUntil(lambda: not window.notice.isVisible())
    qtbot.keyClick(box, K.Key_Escape)
    assert box.text() == page.model.index(0, 0).data()
