"""调度 by key and mouse: duties, meetings, action items, campaigns."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.desktop.keys import compose
from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.editors import LongText
from zonedesk.desktop.pages.meetings import MeetingsPage
from zonedesk.desktop.settings.routines import RoutinesSection
from zonedesk.domain import since as parts
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.routines import DEFAULTS
from zonedesk.ops import edit
from zonedesk.ops.campaigns import candidates
from zonedesk.ops.session import Session

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
AS_OF = "2024-03-31"


def shown(qtbot, desk):
    page = MeetingsPage(desk)
    qtbot.addWidget(page)
    page.resize(1198, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def page(qtbot, desk):
    return shown(qtbot, desk)


def type_into(qtbot, book, row, key, text):
    """Go to a cell, press F2, replace its text, press Enter."""
    column = [column.key for column in book.model.columns].index(key)
    book.table.setFocus()
    book.table.setCurrentIndex(book.model.index(row, column))
    qtbot.keyClick(book.table, Qt.Key.Key_F2)
    line = next(each for each in book.table.viewport().findChildren(QLineEdit) if each.isVisible())
    line.selectAll()
    line.insert(text)
    with qtbot.waitSignal(book.desk.changes_applied):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def fill_form(qtbot, form, **texts):
    for key, text in texts.items():
        edit_line = form.edits[key]
        line = edit_line if isinstance(edit_line, QLineEdit) else edit_line.lineEdit()
        line.setFocus()
        line.selectAll()
        line.insert(text)
    with qtbot.waitSignal(form.submitted):
        qtbot.mouseClick(form.done, LEFT)


def test_enter_marks_a_duty_done_and_del_takes_it_back(qtbot, desk, page):
    book = page.due.book
    row = next(n for n, each in enumerate(book.shown()) if each["when"] == "overdue")
    chosen = book.shown()[row]
    before = int(page.bar.tabText(0).split()[-1])
    book.table.setFocus()
    book.table.setCurrentIndex(book.model.index(row, 2))
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(book.table, Qt.Key.Key_Return)
    (done,) = desk.session.reader.rows(
        "routine_done", routine_id=chosen["routine_id"], period=chosen["period_name"]
    )
    assert done["done_on"] == AS_OF
    assert int(page.bar.tabText(0).split()[-1]) == before - 1
    # It stays in its place until the list is arranged anew, and can be taken back there.
    assert book.current_row()["id"] == chosen["id"]
    assert book.current_row()["when"] == "done"
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(book.table, Qt.Key.Key_Delete)
    assert not desk.session.reader.rows("routine_done", id=done["id"])
    assert int(page.bar.tabText(0).split()[-1]) == before


def test_several_duties_are_marked_in_one_step_and_undone_in_one(qtbot, desk, page):
    book = page.due.book
    late = [n for n, each in enumerate(book.shown()) if each["when"] == "overdue"]
    assert len(late) > 1
    book.table.setFocus()
    book.table.setCurrentIndex(book.model.index(late[0], 1))
    for _ in late[1:]:
        qtbot.keyClick(book.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(book.table, Qt.Key.Key_X, ALT)
    assert not [each for each in book.rows.rows if each["when"] == "overdue"]
    desk.undo()
    assert len([each for each in book.rows.rows if each["when"] == "overdue"]) == len(late)


def test_a_duty_is_noted_with_its_day_and_why(qtbot, desk, page):
    book = page.due.book
    row = next(n for n, each in enumerate(book.shown()) if each["when"] == "overdue")
    book.table.setFocus()
    book.table.setCurrentIndex(book.model.index(row, 2))
    qtbot.keyClick(book.table, Qt.Key.Key_J, ALT)
    fill_form(qtbot, page.due.panel.form, done_on="2024-03-20", note="因雪延期")
    assert (book.current_row()["done_on"], book.current_row()["note"]) == ("2024-03-20", "因雪延期")


def test_a_meeting_counts_as_the_duty_done_and_says_so(qtbot, desk, page):
    book = page.due.book
    book.show_everything()
    row = next(n for n, each in enumerate(book.shown()) if each["meeting"])
    book.table.setFocus()
    book.table.setCurrentIndex(book.model.index(row, 1))
    with qtbot.waitSignal(desk.failed) as told:
        qtbot.keyClick(book.table, Qt.Key.Key_Delete)
    assert "因召开“" in told.args[0]


def test_without_duties_the_usual_ones_are_offered(qtbot, ledger_path):
    desk = Desk(Session.open(ledger_path, "王某"))
    page = shown(qtbot, desk)
    assert page.due.seed_button.isVisible()
    qtbot.mouseClick(page.due.seed_button, LEFT)
    assert desk.session.reader.count("routine") == len(DEFAULTS)
    assert not page.due.seed_button.isVisible()
    starts = {row["starts_on"] for row in desk.session.reader.rows("routine")}
    assert starts == {dt.date.today().replace(day=1).isoformat()}  # noqa: DTZ011
    desk.close()


def test_changes_since_the_last_meeting_open_their_projects(qtbot, desk, page):
    page.bar.setCurrentIndex(1)
    view = page.meetings.changes
    qtbot.waitUntil(lambda: view.found is not None)
    row = page.meetings.book.current_row()
    assert (row["held_on"], view.found.until) == ("2024-03-29", "2024-03-29")
    assert view.found.since == "2024-03-22"
    numbers = [each for line in (view.stuck, view.counts, view.zones) for each in line.numbers()]
    wanted = {part: view.found.ids(part) for part in parts.PART_LABELS if view.found.changes[part]}
    assert wanted
    opened = []
    desk.rows_requested.connect(lambda title, ids: opened.append(tuple(ids)))
    for number in numbers:
        qtbot.mouseClick(number, LEFT)
    assert set(wanted.values()) <= set(opened)
    assert len(view.shown()) == sum(len(own) for own in view.found.changes.values())


def test_the_numbers_have_their_place_once_they_are_shown(page):
    page.bar.setCurrentIndex(1)
    view = page.meetings.changes
    page.meetings.compare()
    numbers = [each for line in (view.stuck, view.counts, view.zones) for each in line.numbers()]
    assert numbers
    assert all(each.height() >= 12 and each.width() >= 6 for each in numbers)


def test_another_day_and_another_meeting_are_compared(qtbot, desk, page):
    page.bar.setCurrentIndex(1)
    view, tab = page.meetings.changes, page.meetings
    qtbot.waitUntil(lambda: view.found is not None)
    view.since_box.setFocus()
    view.since_box.selectAll()
    qtbot.keyClicks(view.since_box, "2024-01-31")
    qtbot.keyClick(view.since_box, Qt.Key.Key_Return)
    assert view.found.since == "2024-01-31"
    assert view.found.changes[parts.MONEY]
    tab.book.table.setFocus()
    qtbot.keyClick(tab.book.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.found.until == tab.book.current_row()["held_on"])
    assert view.found.since < view.found.until < "2024-03-29"


def test_a_new_meeting_and_its_action_item_by_keys(qtbot, desk, page):
    page.bar.setCurrentIndex(1)
    tab = page.meetings
    tab.book.table.setFocus()
    qtbot.keyClick(tab.book.table, Qt.Key.Key_Insert)
    qtbot.keyClick(tab.book.table.viewport().findChild(QLineEdit), Qt.Key.Key_Escape)
    row = tab.book.current_row()
    assert (row["held_on"], row["kind"], row["name"]) == (AS_OF, "周例会", "2024年第13周例会")
    assert not tab.changes.isVisible()
    qtbot.waitUntil(tab.changes.isVisible)
    assert tab.changes.found.until == AS_OF
    qtbot.keyClick(tab, Qt.Key.Key_3, ALT)
    qtbot.waitUntil(tab.items.table.hasFocus)
    qtbot.keyClick(tab.items.table, Qt.Key.Key_Insert)
    # What is typed takes the place of what a new item begins with.
    compose(tab.items.table.viewport().findChild(LongText), "供电线路增容")
    qtbot.keyClick(tab.items.table.viewport().findChild(LongText), Qt.Key.Key_Return)
    (item,) = desk.session.reader.rows("action_item", meeting_id=row["id"])
    assert item["content"] == "供电线路增容"
    assert not tab.changes.isVisible()
    assert tab.parts.tabText(2) == "议定事项  1"
    type_into(qtbot, tab.items, 0, "deadline", "2024.3.20")
    cell = tab.items.model.cell(tab.items.model.index(0, 3))
    assert (cell.text, cell.mark) == ("2024-03-20", "noted")
    assert "早于会议日期" in cell.tip


def test_decisions_are_saved_when_the_box_is_left(qtbot, desk, page):
    page.bar.setCurrentIndex(1)
    tab = page.meetings
    tab.book.table.setFocus()
    row = tab.book.current_row()
    qtbot.keyClick(tab, Qt.Key.Key_2, ALT)
    box = tab.record.texts["decisions"]
    qtbot.waitUntil(box.hasFocus)
    box.selectAll()
    box.insertPlainText("议定三条")
    with qtbot.waitSignal(desk.changes_applied):
        tab.book.table.setFocus()
    assert desk.session.reader.rows("meeting", id=row["id"])[0]["decisions"] == "议定三条"
    tab.record.lines["host"].setFocus()
    tab.record.lines["host"].setText("李某某")
    # Going to another meeting before the line is left saves it to the right one.
    tab.book.go_to(tab.book.shown()[1]["id"], "name")
    assert desk.session.reader.rows("meeting", id=row["id"])[0]["host"] == "李某某"
    assert tab.record.lines["host"].text() != "李某某"


def test_the_paper_of_a_meeting_is_previewed(qtbot, desk, page):
    desk.prompts = ReadyPrompts()
    page.bar.setCurrentIndex(1)
    page.meetings.book.table.setFocus()
    qtbot.keyClick(page.meetings.book.table, Qt.Key.Key_P, ALT)
    qtbot.waitUntil(
        lambda: page.meetings.preview is not None and page.meetings.preview.sheets is not None, timeout=20_000
    )
    assert len(page.meetings.preview.sheets.sizes) >= 1
    page.meetings.preview.close()


def test_an_action_item_is_followed_closed_and_opened_again(qtbot, desk, page):
    page.bar.setCurrentIndex(2)
    tab = page.items
    first = tab.book.shown()[0]
    assert first["open"]
    tab.book.go_to(first["id"], "content")
    tab.book.table.setFocus()
    qtbot.keyClick(tab.book.table, Qt.Key.Key_J, ALT)
    fill_form(qtbot, tab.panel.form, text="已现场踏勘")
    row = tab.book.current_row()
    assert row["last_note"] == f"{AS_OF} 已现场踏勘"
    assert "已现场踏勘" in tab.panel.foot.text.text()
    qtbot.keyClick(tab.book.table, Qt.Key.Key_X, ALT)
    # What was noted last stands ready as the result.
    assert tab.panel.form.edits["text"].text() == "已现场踏勘"
    with qtbot.waitSignal(tab.panel.form.submitted):
        qtbot.mouseClick(tab.panel.form.done, LEFT)
    row = tab.book.current_row()
    assert (row["open"], row["done_on"], row["result"]) == (False, AS_OF, "已现场踏勘")
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(tab.book.table, Qt.Key.Key_B, ALT)
    assert tab.book.current_row()["status"] == "办理中"


def test_a_campaign_takes_all_that_have_not_started(qtbot, desk, page):
    page.bar.setCurrentIndex(3)
    tab = page.campaigns
    desk.look_at(scope=Scope(zone_id=1))
    tab.book.table.setFocus()
    qtbot.keyClick(tab.book.table, Qt.Key.Key_Insert)
    fill_form(qtbot, tab.panel.form, name="春季行动", goal_on="2024-06-30")
    row = tab.book.current_row()
    assert (row["name"], row["days_left"]) == ("春季行动", 91)
    wanted = set(candidates(desk.session, "开工", AS_OF, Scope(zone_id=1)))
    assert {each["project_id"] for each in tab.members.rows.rows} == wanted
    assert "还有 91 天" in tab.panel.state.text()
    desk.look_at(scope=Scope())
    assert tab.book.current_row()["name"] == "春季行动"
    tab.book.table.setFocus()
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(tab.book.table, Qt.Key.Key_L, ALT)
    everyone = set(candidates(desk.session, "开工", AS_OF))
    assert {each["project_id"] for each in tab.members.rows.rows} == everyone
    tab.members.table.setFocus()
    tab.members.table.setCurrentIndex(tab.members.model.index(0, 1))
    gone = tab.members.current_row()["project_id"]
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(tab.members.table, Qt.Key.Key_O, ALT)
    assert {each["project_id"] for each in tab.members.rows.rows} == everyone - {gone}


def test_enter_leaves_the_tick_as_it_is_and_the_space_bar_takes_it_off(qtbot, page):
    page.bar.setCurrentIndex(3)
    tab = page.campaigns
    tab.ask_new()
    tick = tab.panel.form.edits["all"]
    assert tick.isChecked()
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Return)
    assert tick.isChecked()
    assert "名称" in tab.panel.form.doubt.text()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_an_edit_elsewhere_reaches_the_board_and_the_changes(qtbot, desk, page):
    page.bar.setCurrentIndex(3)
    tab = page.campaigns
    member = next(each for each in tab.members.rows.rows if each["course"] == "behind")
    desk.run(
        edit.set_field, table="project", row_id=member["project_id"], key="start_actual", text="2024-03-28"
    )
    now = next(each for each in tab.members.rows.rows if each["id"] == member["id"])
    assert now["course"] == "reached"
    page.bar.setCurrentIndex(1)
    view = page.meetings.changes
    qtbot.waitUntil(lambda: view.found is not None)
    assert member["project_id"] in view.found.ids(parts.STAGE)


def test_nothing_is_written_in_a_read_only_ledger(qtbot, sample_path):
    desk = Desk(Session.open(sample_path, "王某", read_only=True))
    page = shown(qtbot, desk)
    page.due.book.table.setFocus()
    page.due.book.table.setCurrentIndex(page.due.book.model.index(0, 1))
    qtbot.keyClick(page.due.book.table, Qt.Key.Key_Return)
    page.bar.setCurrentIndex(3)
    qtbot.keyClick(page.campaigns.book.table, Qt.Key.Key_Insert)
    assert not page.campaigns.panel.form.isVisible()
    assert not any(button.isEnabled() for button in page.due.panel.buttons.values())
    assert desk.session.reader.last_change() == desk.session.steps()[0].set_id
    desk.close()


def test_the_settings_keep_the_calendar(qtbot, desk):
    section = RoutinesSection(desk)
    qtbot.addWidget(section)
    section.resize(980, 600)
    with qtbot.waitExposed(section):
        section.show()
    section.reload()
    desk.changes_applied.connect(section.patch)
    assert not section.seed_button.isEnabled()
    type_into(qtbot, section.book, 0, "day", "9")
    column = [each.key for each in section.book.model.columns].index("day")
    assert "超出一周的天数" in section.book.model.cell(section.book.model.index(0, column)).tip
    section.book.table.setCurrentIndex(section.book.model.index(0, 1))
    qtbot.keyClick(section.book.table, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert len(section.book.rows.rows) == len(DEFAULTS) - 1
    qtbot.mouseClick(section.seed_button, LEFT)
    assert len(section.book.rows.rows) == len(DEFAULTS)
    section.book.add()
    section.book.add()
    assert {"新例行工作", "新例行工作2"} <= {row["name"] for row in section.book.rows.rows}
