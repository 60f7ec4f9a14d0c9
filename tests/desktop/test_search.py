"""Ctrl+K under real keys: from anywhere, to the place of what was found."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.pages.duties import DutiesPage
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.desktop.search.palette import Palette
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    qtbot.keyClick(window, K.Key_K, CTRL)
    found = window.search.palette
    qtbot.waitUntil(found.line.hasFocus)
    qtbot.waitUntil(lambda: found.keeper.index is not None)
    return found


def look_for(palette: Palette, words: str) -> None:
    palette.line.clear()
    compose(palette.line, words)


def shown(palette: Palette) -> list[str]:
    return [palette.model.index(row).data() for row in range(palette.model.rowCount())]


def go_to_kind(palette: Palette, qtbot: QtBot, kind: str) -> None:
    for _ in range(palette.model.rowCount()):
        if palette.model.lines[palette.list.currentIndex().row()].kind == kind:
            return
        qtbot.keyClick(palette.line, K.Key_Down)
    raise AssertionError(f"no {kind} in {shown(palette)}")


def test_it_opens_over_every_page_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    for spec in window.specs[:9]:
        window.go(spec.key).setFocus()
        before = QApplication.focusWidget()
        qtbot.keyClick(before or window, K.Key_K, CTRL)
        palette = window.search.palette
        assert palette.isVisible()
        assert palette.line.hasFocus()
        qtbot.keyClick(palette.line, K.Key_Escape)
        assert not palette.isVisible()
        assert QApplication.focusWidget() is before


def test_it_opens_from_a_field_being_typed_in(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("ledger")
    qtbot.waitUntil(lambda: page.panel.pid is not None)
    box = page.panel.fields.fields["location"].editor
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    text = box.text()
    box.setCursorPosition(0)
    qtbot.keyClick(box, K.Key_K, CTRL)
    assert window.search.palette.isVisible()
    assert box.text() == text, "no key of the field itself"


def test_finds_stand_in_groups_with_counts_and_heads_are_stepped_over(palette: Palette, qtbot: QtBot) -> None:
    look_for(palette, "项目")
    lines = palette.model.lines
    heads = [line.title for line in lines if line.entry is None]
    assert heads[0].startswith("项目　")
    assert palette.list.currentIndex().row() == 1
    seen = set()
    for _ in lines:
        qtbot.keyClick(palette.line, K.Key_Down)
        seen.add(palette.list.currentIndex().row())
    assert seen == {row for row, line in enumerate(lines) if line.entry is not None}
    qtbot.keyClick(palette.line, K.Key_Up)
    assert lines[palette.list.currentIndex().row()].entry is not None


def test_enter_goes_to_the_project_s_row(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    window.desk.run(edit.set_field, table="project", row_id=17, key="name", text="长风风电装备项目")
    palette.shut()
    qtbot.keyClick(window, K.Key_K, CTRL)
    qtbot.waitUntil(lambda: bool(palette.keeper.index.find("cffdzb")))
    qtbot.keyClicks(palette.line, "cffdzb")
    assert "长风风电装备项目" in shown(palette)[1]
    qtbot.keyClick(palette.line, K.Key_Return)
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    assert page.isVisible()
    assert not palette.isVisible()
    assert page.current_project() == 17
    qtbot.waitUntil(lambda: page.panel.pid == 17)
    assert page.model.rowCount() == 40, "no filter is laid over the ledger"


def test_a_procedure_s_cell_is_made_current(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    reader = window.desk.session.reader
    row = next(row for row in reader.rows("procedure") if row["doc_no"])
    look_for(palette, row["doc_no"])
    go_to_kind(palette, qtbot, "procedure")
    qtbot.keyClick(palette.line, K.Key_Return)
    page = window.go("procedures")
    assert isinstance(page, ProceduresPage)
    place = page.view.matrix.place()
    assert (place.project_id, place.name) == (row["project_id"], row["name"])


def test_a_problem_is_shown_in_its_project_s_record(
    palette: Palette, window: MainWindow, qtbot: QtBot
) -> None:
    desk = window.desk
    problem = desk.session.reader.rows("problem")[2]
    desk.run(
        edit.set_field, table="problem", row_id=problem["id"], key="description", text="甲乙丙丁之事未决"
    )
    palette.keeper.refresh()
    qtbot.waitUntil(lambda: bool(palette.keeper.index.find("丙丁之事")))
    look_for(palette, "丙丁之事")
    qtbot.keyClick(palette.line, K.Key_Return)
    page = window.go("ledger")
    assert page.panel.pid == problem["project_id"]
    tab = page.panel.leaves["problem"]
    assert page.panel.tabs.currentWidget() is tab
    assert tab.model.rows[tab.table.currentIndex().row()]["id"] == problem["id"]


def test_a_person_s_projects_are_shown_as_rows(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    projects = window.desk.session.reader.projects()
    person = projects[0]["service_officer"]
    own = [p["id"] for p in projects if person in {p["service_officer"], p["sponsor"], p["duty_person"]}]
    look_for(palette, person)
    go_to_kind(palette, qtbot, "person")
    qtbot.keyClick(palette.line, K.Key_Return)
    page = window.go("ledger")
    ids = {page.model.project_at(row) for row in range(page.model.rowCount())}
    assert set(own) <= ids


def test_nothing_found_says_what_to_do(palette: Palette, qtbot: QtBot) -> None:
    look_for(palette, "查无此项")
    assert "没有找到" in palette.note.text()
    qtbot.keyClick(palette.line, K.Key_Return)
    assert palette.isVisible()


def test_the_mouse_chooses_too_and_a_click_beside_it_closes_it(
    palette: Palette, window: MainWindow, qtbot: QtBot
) -> None:
    look_for(palette, "项目")
    window.desk.look_at(money_unit="万元")
    rect = palette.list.visualRect(palette.model.index(2))
    name = palette.model.lines[2].entry.text
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    page = window.go("ledger")
    assert page.rows.by_id[page.current_project()]["name"] == name
    qtbot.mouseClick(window.top_bar.search_button, Qt.MouseButton.LeftButton)
    assert palette.isVisible()
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton)
    page.grid.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not palette.isVisible()


def test_closing_while_the_index_is_read_is_harmless(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, K.Key_K, CTRL)
    window.close()
    assert not window.isVisible()


def test_a_matter_under_supervision_opens_on_its_page(
    palette: Palette, window: MainWindow, qtbot: QtBot
) -> None:
    window.desk.run(edit.add_row, table="supervision", values={"name": "加快长风路收储"}, project_id=None)
    palette.shut()
    qtbot.keyClick(window, K.Key_K, CTRL)
    qtbot.waitUntil(lambda: bool(palette.keeper.index.find("加快长风路收储")))
    look_for(palette, "加快长风路收储")
    go_to_kind(palette, qtbot, "supervision")
    qtbot.keyClick(palette.line, K.Key_Return)
    page = window.stack.currentWidget()
    assert isinstance(page, DutiesPage)
    assert page.tab.book.current_row()["name"] == "加快长风路收储"


@pytest.mark.parametrize(("words", "page"), [("sjjh", "exchange"), ("备份", "backups")])
def test_a_page_is_found_and_gone_to(
    palette: Palette, window: MainWindow, qtbot: QtBot, words: str, page: str
) -> None:
    look_for(palette, words)
    go_to_kind(palette, qtbot, "place")
    qtbot.keyClick(palette.line, K.Key_Return)
    assert window.specs[window.nav.currentRow()].key == page
    assert window.go(page).isAncestorOf(QApplication.focusWidget())


def test_a_section_of_the_settings_is_found(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    look_for(palette, "节假日")
    go_to_kind(palette, qtbot, "place")
    assert "节假日 · 设置" in shown(palette)
    qtbot.keyClick(palette.line, K.Key_Return)
    page = window.go("settings")
    assert page.specs[page.list.currentRow()].key == "holidays"
