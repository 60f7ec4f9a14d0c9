"""From one page to the row on another: requests with a place, the project's menu, the light's column, 更多."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.duties import PROBLEMS, SUPERVISIONS, DutiesPage
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.pages.meetings import MeetingsPage
from zonedesk.desktop.pages.milestones import MilestonesPage
from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.desktop.pages.settings import SettingsPage
from zonedesk.desktop.pages.three_not import ThreeNotPage
from zonedesk.desktop.pages.visits import VisitsPage
from zonedesk.desktop.place import PAGE_OF, Place
from zonedesk.desktop.widgets.light import colour_of, light_text
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.lights import LIGHT_WORDS, Light
from zonedesk.domain.view_definition import ColumnFilter
from zonedesk.ops import edit
from zonedesk.ops.lights import LightBoard
from zonedesk.ops.lists import rows_of
from zonedesk.ops.morning import Part

K = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def ask(desk: Desk, place: Place) -> None:
    desk.page_requested.emit(place)


def shown(window: MainWindow) -> object:
    return window.stack.currentWidget()


def first_of(desk: Desk, table: str) -> dict:
    members = desk.figures().view.members
    return next(row for row in desk.session.reader.rows(table) if row["project_id"] in members)


def test_a_page_s_key_alone_goes_there_as_before(window: MainWindow) -> None:
    window.desk.page_requested.emit("exchange")
    assert shown(window) is window.go("exchange")


def test_the_calendar_s_settings_open_at_their_section(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("meetings")
    assert isinstance(page, MeetingsPage)
    qtbot.mouseClick(page.due.settings_button, Qt.MouseButton.LeftButton)
    settings = shown(window)
    assert isinstance(settings, SettingsPage)
    assert settings.specs[settings.list.currentRow()].key == "routines"


@pytest.mark.parametrize("table", ["problem", "supervision"])
def test_one_lands_on_the_row_of_a_case(window: MainWindow, table: str) -> None:
    row = first_of(window.desk, table)
    ask(window.desk, Place.of(table, row["id"]))
    page = shown(window)
    assert isinstance(page, DutiesPage)
    assert page.list_name == {"problem": PROBLEMS, "supervision": SUPERVISIONS}[table]
    assert page.tab.book.current_row()["id"] == row["id"]
    assert page.tab.book.table.hasFocus()


def test_one_lands_on_milestones_visits_and_action_items(window: MainWindow) -> None:
    desk = window.desk
    row = first_of(desk, "milestone")
    ask(desk, Place.of("milestone", row["id"]))
    page = shown(window)
    assert isinstance(page, MilestonesPage)
    assert page.book.current_row()["id"] == row["id"]
    ask(desk, Place.of("milestone", project_id=row["project_id"]))
    assert page.map.selected_rows()[0].project.id == row["project_id"]
    case = first_of(desk, "agency_case")
    ask(desk, Place.of("agency_case", case["id"]))
    visits = shown(window)
    assert isinstance(visits, VisitsPage)
    assert visits.book.spec.table == "agency_case"
    assert visits.book.current_row()["id"] == case["id"]
    item = first_of(desk, "action_item")
    ask(desk, Place.of("action_item", item["id"]))
    meetings = shown(window)
    assert isinstance(meetings, MeetingsPage)
    assert meetings.items.book.current_row()["id"] == item["id"]


def test_one_lands_on_a_procedure_s_cell(window: MainWindow) -> None:
    row = first_of(window.desk, "procedure")
    ask(window.desk, Place.of("procedure", row["id"]))
    page = shown(window)
    assert isinstance(page, ProceduresPage)
    place = page.view.matrix.place()
    assert (place.project_id, place.name) == (row["project_id"], row["name"])


def test_what_is_not_there_is_told(window: MainWindow) -> None:
    told: list[str] = []
    window.desk.told.connect(told.append)
    ask(window.desk, Place.of("problem", 999_999))
    assert "不在现在的截至日期和范围内" in told[-1]
    name = window.desk.session.reader.names("project")[1]
    for row in window.desk.session.reader.rows("milestone", project_id=1):
        window.desk.run(edit.delete_row, table="milestone", row_id=row["id"])
    ask(window.desk, Place.of("milestone", project_id=1))
    assert told[-1] == f"“{name}”在现在的截至日期和范围内没有节点"


def test_a_morning_line_opens_its_page_on_its_row(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("workbench")
    qtbot.waitUntil(lambda: not page.settling())
    table = page.morning.table
    wanted = {"duties", "milestones", "visits", "meetings"}
    for button in page.morning.tabs.values():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        found = next((n for n, line in enumerate(table.model().rows) if line.page in wanted), None)
        if found is not None:
            break
    assert found is not None
    line = table.model().rows[found]
    table.setFocus()
    table.setCurrentIndex(table.model().index(found, 0))
    qtbot.keyClick(table, K.Key_Return)
    there = shown(window)
    assert window.specs[window.nav.currentRow()].key == line.page
    book = {"duties": lambda: there.tab.book, "meetings": lambda: there.tab.book}.get(
        line.page, lambda: there.book
    )()
    row = book.current_row()
    assert line.row_id in (row["id"], row.get("routine_id"))


def test_a_line_of_what_is_missing_opens_the_cell_to_fill(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("workbench")
    qtbot.waitUntil(lambda: not page.settling())
    table = page.morning.table
    qtbot.mouseClick(page.morning.tabs[Part.INCOMPLETE], Qt.MouseButton.LeftButton)
    grid = window.go("ledger").grid
    seen = {window.go("ledger").model.columns[n].key for n in grid.columns()}
    window.go("workbench")
    found = next(n for n, line in enumerate(table.model().rows) if line.field in seen)
    line = table.model().rows[found]
    table.setFocus()
    table.setCurrentIndex(table.model().index(found, 0))
    qtbot.keyClick(table, K.Key_Return)
    there = shown(window)
    current = there.grid.currentIndex()
    assert there.model.columns[current.column()].key == line.field
    assert there.model.project_at(current.row()) == line.project_id


def menu_of(table: QTableView) -> list[str]:
    popup = QApplication.activePopupWidget()
    return [action.text() for action in popup.actions()] if popup is not None else []


def test_the_menu_key_leads_from_a_stuck_project_to_its_problems(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("three_not")
    assert isinstance(page, ThreeNotPage)
    problems = {row["project_id"] for row in rows_of(window.desk.session, "problem")}
    name, row = next(
        (name, n) for name, rows in page.lists.items() for n, r in enumerate(rows) if r.project_id in problems
    )
    page.show_list(name)
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row, 1))
    project = page.model.rows[row].project_id
    qtbot.keyClick(page.table, K.Key_F10, SHIFT)
    assert menu_of(page.table) == ["在台账中打开", "手续清单", "问题", "责任", "节点", "走访代办"]
    popup = QApplication.activePopupWidget()
    for _ in range(2):
        qtbot.keyClick(popup, K.Key_Down)
    qtbot.keyClick(popup, K.Key_Return)
    there = shown(window)
    assert isinstance(there, DutiesPage)
    assert {row["project_id"] for row in there.tab.book.shown()} == {project}
    assert there.tab.book.current_row()["project_id"] == project


def test_a_right_click_opens_the_menu_in_a_book(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("duties")
    assert isinstance(page, DutiesPage)
    table = page.tab.book.table
    table.setCurrentIndex(table.model().index(0, 3))
    at = table.visualRect(table.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(QPoint(at)))
    QApplication.sendEvent(table.viewport(), event)
    assert menu_of(table)[0] == "在台账中打开"
    popup = QApplication.activePopupWidget()
    project = page.tab.book.current_row()["project_id"]
    qtbot.keyClick(popup, K.Key_Return)
    ledger = shown(window)
    assert isinstance(ledger, LedgerPage)
    assert ledger.current_project() == project


def test_a_light_in_the_grid_has_its_colour_and_its_reasons(window: MainWindow, qtbot: QtBot) -> None:
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    lights = window.desk.session.kept(LightBoard).read(window.desk.as_of)
    column = page.model.column_of("light")
    seen = set()
    for row, pid in enumerate(page.model.shown()):
        light = lights.light(pid)
        seen.add(light)
        text, colour, _ = page.model.look_at(row, column)
        tip = page.model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
        if light is not Light.NONE:
            assert text == light_text(light.value, LIGHT_WORDS[light])
            assert colour.name().upper() == colour_of(light.value).upper()
        assert bool(tip) == bool(lights.lit(pid))
        for verdict in lights.lit(pid):
            assert verdict.why in tip
    assert {Light.RED, Light.GREEN} <= seen
    page.looking.put_filter("light", ColumnFilter(values=frozenset({"● 红"})))
    assert {lights.light(pid) for pid in page.model.shown()} == {Light.RED}


def test_a_stuck_row_has_its_light(window: MainWindow) -> None:
    page = window.go("three_not")
    assert isinstance(page, ThreeNotPage)
    lights = window.desk.session.kept(LightBoard).read(window.desk.as_of)
    column = [each.key for each in page.model.columns].index("light")
    assert page.model.rows
    for number, row in enumerate(page.model.rows):
        cell = page.model.cell(page.model.index(number, column))
        light = lights.light(row.project_id)
        assert cell.text == light_text(light.value, LIGHT_WORDS[light])
        assert all(verdict.why in cell.tip for verdict in lights.lit(row.project_id))


def test_the_record_keeps_more_tables_in_one_leaf(window: MainWindow, qtbot: QtBot) -> None:
    desk, page = window.desk, window.go("ledger")
    assert isinstance(page, LedgerPage)
    qtbot.waitUntil(lambda: bool(page.panel.leaves) and page.panel.pid is not None)
    panel, pid = page.panel, page.panel.pid
    panel.show_child("commitment")
    tab = panel.more.tabs["commitment"]
    assert tab.isVisible()
    before = len(tab.model.rows)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, K.Key_Insert)
    assert len(tab.model.rows) == before + 1
    new = max(desk.session.reader.rows("commitment", project_id=pid), key=lambda row: row["id"])
    assert new["signed_on"] == desk.as_of
    assert panel.more.buttons["commitment"].text() == f"承诺 {before + 1}"
    desk.undo()
    assert len(tab.model.rows) == before
    qtbot.mouseClick(panel.more.buttons["assignment"], Qt.MouseButton.LeftButton)
    duties = panel.more.tab
    assert not duties.model.writable
    qtbot.mouseClick(duties.open_page, Qt.MouseButton.LeftButton)
    there = shown(window)
    assert isinstance(there, DutiesPage)
    assert there.tab.book.current_row()["project_id"] == pid


def test_every_table_s_page_is_there(window: MainWindow) -> None:
    assert set(PAGE_OF.values()) <= {spec.key for spec in window.specs}
