"""设置: the sections, the office's name, and the books of zones, batches and enterprises."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.settings import SettingsPage
from zonedesk.desktop.settings.office import OfficeSection
from zonedesk.desktop.settings.registry import section, sections
from zonedesk.desktop.widgets.officer_line import OfficerLine
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.ops import edit

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SettingsPage:
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.resize(1174, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def book(page: SettingsPage, key: str) -> BookTable:
    found = page.show_section(key)
    assert isinstance(found, BookTable)
    found.table.setFocus()
    return found


def type_into(qtbot: QtBot, found: BookTable, text: str) -> None:
    editor = found.table.indexWidget(found.table.currentIndex())
    assert editor is not None
    compose(editor, text)
    qtbot.keyClick(editor, K.Key_Return)


def test_arrows_go_through_the_sections(qtbot: QtBot, page: SettingsPage) -> None:
    assert [spec.order for spec in page.specs] == sorted(spec.order for spec in page.specs)
    assert isinstance(page.section(page.specs[0].key), OfficeSection)
    page.setFocus()
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, K.Key_Down)
    assert page.section(page.specs[1].key).isVisible()
    assert not page.section(page.specs[0].key).isVisible()


def test_every_section_opens(qtbot: QtBot, page: SettingsPage) -> None:
    for spec in page.specs:
        assert page.show_section(spec.key).isVisible()


def test_the_offices_name_is_saved_when_it_is_left_and_undone(
    qtbot: QtBot, desk: Desk, page: SettingsPage
) -> None:
    office = page.show_section("office")
    assert isinstance(office, OfficeSection)
    before = office.office.text()
    office.office.setFocus()
    office.office.selectAll()
    compose(office.office, "某某开发区管委会")
    qtbot.keyClick(office.office, K.Key_Tab)
    assert desk.session.reader.setting(OFFICE_NAME) == "某某开发区管委会"
    desk.undo()
    assert office.office.text() == before


def test_the_officer_who_signs_is_known_to_the_whole_window(
    qtbot: QtBot, desk: Desk, page: SettingsPage
) -> None:
    line = OfficerLine(desk)
    qtbot.addWidget(line)
    office = page.show_section("office")
    assert isinstance(office, OfficeSection)
    office.officer.setFocus()
    office.officer.selectAll()
    with qtbot.waitSignal(line.signed) as signed:
        compose(office.officer, "赵某某")
        qtbot.keyClick(office.officer, K.Key_Return)
    assert signed.args == ["赵某某"]
    assert desk.session.who == "赵某某"
    assert "赵某某" in line.button.text()
    office.officer.clear()
    qtbot.keyClick(office.officer, K.Key_Return)
    assert office.officer.text() == "赵某某"


def test_a_zone_is_added_named_and_deleted_and_one_with_projects_is_not(
    qtbot: QtBot, desk: Desk, page: SettingsPage
) -> None:
    zones = book(page, "zones")
    qtbot.keyClick(zones.table, K.Key_Insert)
    type_into(qtbot, zones, "某某高新区")
    assert "某某高新区" in desk.session.reader.names("zone").values()
    added = next(row["id"] for row in zones.shown() if row["name"] == "某某高新区")
    zones.go_to(added, "level")
    qtbot.keyClick(zones.table, K.Key_F2)
    type_into(qtbot, zones, "省级")
    assert desk.session.reader.rows("zone", id=added)[0]["level"] == "省级"
    zones.go_to(added, "name")
    qtbot.keyClick(zones.table, K.Key_Minus, CTRL)
    assert added not in desk.session.reader.names("zone")
    full = next(row for row in zones.shown() if row["projects"])
    zones.go_to(full["id"], "name")
    with qtbot.waitSignal(desk.failed) as told:
        qtbot.keyClick(zones.table, K.Key_Minus, CTRL)
    assert f"还有 {full['projects']} 个项目" in told.args[0]


def test_a_name_that_is_taken_stays_in_its_editor(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    zones = book(page, "zones")
    first, second = zones.shown()[:2]
    zones.go_to(first["id"], "name")
    qtbot.keyClick(zones.table, K.Key_F2)
    editor = zones.table.indexWidget(zones.table.currentIndex())
    with qtbot.waitSignal(desk.failed):
        compose(editor, second["name"])
        qtbot.keyClick(editor, K.Key_Return)
    assert editor.isVisible()
    assert editor.text() == second["name"]
    qtbot.keyClick(editor, K.Key_Escape)
    assert zones.shown()[0]["name"] == first["name"]


def test_a_count_opens_its_projects(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    zones = book(page, "zones")
    row = next(row for row in zones.shown() if row["projects"])
    zones.go_to(row["id"], "projects")
    with qtbot.waitSignal(desk.rows_requested) as asked:
        qtbot.keyClick(zones.table, K.Key_Return)
    assert len(asked.args[1]) == row["projects"]


def test_the_next_batch_has_the_years_next_number(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    batches = book(page, "batches")
    known = [row["seq_no"] for row in batches.shown() if row["year"] == 2024]
    qtbot.keyClick(batches.table, K.Key_Insert)
    added = batches.current_row()
    assert (added["year"], added["seq_no"]) == (2024, max(known, default=0) + 1)
    desk.run(edit.set_field, table="batch", row_id=added["id"], key="year", text="2023")
    cell = batches.cells.cell(batches.current_row(), "year")
    assert "不一致" in cell.tip
    with qtbot.waitSignal(desk.failed) as told:
        listed = next(row for row in batches.shown() if row["signing"])
        batches.go_to(listed["id"], "name")
        qtbot.keyClick(batches.table, K.Key_Minus, CTRL)
    assert "条列入记录" in told.args[0]


def test_a_company_code_that_fails_its_check_is_marked(qtbot: QtBot, desk: Desk, page: SettingsPage) -> None:
    companies = book(page, "enterprises")
    row = companies.shown()[0]
    desk.run(edit.set_field, table="enterprise", row_id=row["id"], key="uscc", text="91110000000000000X")
    assert "校验码" in companies.cells.cell(companies.shown()[0], "uscc").tip
    qtbot.mouseClick(companies.chips.buttons["odd"], Qt.MouseButton.LeftButton)
    assert row["id"] in [each["id"] for each in companies.shown()]


def test_a_section_without_any_of_the_page_s_ways_is_shown_as_it_is() -> None:
    from zonedesk.desktop.settings import registry

    @section("plain", "无", 999)
    class Plain(QWidget):
        def __init__(self, desk: Desk) -> None:
            super().__init__()

    try:
        assert sections()[-1].key == "plain"
    finally:
        registry._SECTIONS.pop("plain")
