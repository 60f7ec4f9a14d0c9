"""工作台: the day's work first; each number opens exactly the rows behind it; an empty ledger says what to do first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QSignalSpy

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.workbench import WorkbenchPage
from zonedesk.desktop.widgets.scope_bar import ScopeBar
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.lights import Light
from zonedesk.domain.stages import Due
from zonedesk.ops import edit
from zonedesk.ops.morning import Part, morning
from zonedesk.ops.session import Session
from zonedesk.ops.workbench import workbench

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(qtbot):
    """Shows a page of its own for a desk."""

    def show(desk):
        page = WorkbenchPage(desk)
        qtbot.addWidget(page)
        page.resize(1174, 660)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


@pytest.fixture
def page(desk, shown):
    return shown(desk)


def test_numbers_of_a_rate_open_its_rows_and_its_base(qtbot, desk, page):
    rates = desk.figures().rates["start_rate"]
    numbers = page.rate_cards["start_rate"].numbers()
    assert numbers[0].text() == rates["investment"].ratio.text()
    spy = QSignalSpy(desk.rows_requested)
    for number in numbers[:3]:
        qtbot.mouseClick(number, LEFT)
    assert [spy.at(n)[1] for n in range(3)] == [
        list(rates["investment"].rows),
        list(rates["investment"].rows),
        list(rates["investment"].base),
    ]
    count = rates["count"]
    assert [n.text() for n in numbers[3:]] == [
        count.ratio.text(),
        str(count.ratio.numerator),
        str(count.ratio.denominator),
    ]


def test_enter_opens_a_stuck_count_and_its_light(qtbot, desk, page):
    found = desk.figures().three_not["not_in_production"]
    card = page.stuck_cards["not_in_production"]
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(card.numbers()[0], Qt.Key.Key_Return)
    assert told.args == ["开工未投产", list(found.ids())]
    overdue = card.lights[Due.OVERDUE].numbers()[0]
    assert overdue.text() == str(len(found.ids(Due.OVERDUE)))
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(overdue, Qt.Key.Key_Enter)
    assert told.args[1] == list(found.ids(Due.OVERDUE))


def test_tooltip_says_basis_day_and_scope(desk, page):
    tip = page.rate_cards["production_rate"].numbers()[0].toolTip()
    assert desk.figures().rates["production_rate"]["investment"].note in tip
    assert "截至2024年3月31日" in tip
    assert "全部开发区" in tip


def test_zone_cell_opens_what_it_counts(qtbot, desk, page):
    table = page.zone_table
    line = workbench(desk.session, desk.as_of).zones[0]
    index = table.model().index(0, 2)
    assert index.data() == line.start["investment"].ratio.text()
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())
    assert told.args[1] == list(line.start["investment"].base)


def first_line(page, part=Part.OVERDUE):
    """Chooses a list and gives the row and line of its first project."""
    page.morning.choose(part)
    lines = page.morning.table.model().rows
    row = next(n for n, line in enumerate(lines) if line.project_id is not None)
    return row, lines[row]


def test_the_day_s_work_is_what_the_keyboard_comes_to_first(desk, page):
    found = morning(desk.session, desk.as_of)
    assert page.focusProxy() is page.morning.first_place()
    assert page.morning.tabs[Part.OVERDUE].text() == f"逾期 {len(found.lines[Part.OVERDUE])}"
    top = page.morning.mapTo(page, page.morning.rect().topLeft()).y()
    assert top < min(card.mapTo(page, card.rect().topLeft()).y() for card in page.rate_cards.values())


def test_enter_on_a_line_leads_to_the_page_that_keeps_it_and_ctrl_enter_to_its_project(qtbot, desk, page):
    table = page.morning.table
    row, line = first_line(page)
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, 3))
    with qtbot.waitSignal(table.page_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == [line.page]
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [line.project, [line.project_id]]


def test_a_line_of_the_whole_office_leads_to_its_page(qtbot, desk, page):
    desk.run(add_office_duty)
    page.morning.choose(Part.DUE)
    table = page.morning.table
    row = next(n for n, line in enumerate(table.model().rows) if line.project_id is None)
    table.setCurrentIndex(table.model().index(row, 0))
    with qtbot.waitSignal(table.page_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["meetings"]


def add_office_duty(w):
    """议定."""
    w.insert("action_item", {"content": "汇总下月拟开工项目", "deadline": "2024-03-31"})


def test_tabs_are_chosen_by_key_and_stay_chosen(qtbot, desk, page):
    tab = page.morning.tabs[Part.NOT_UPDATED]
    tab.setFocus()
    qtbot.keyClick(tab, Qt.Key.Key_Return)
    assert page.morning.part is Part.NOT_UPDATED
    assert page.morning.table.model().columns[0].label == "未更新"
    desk.run(edit.set_field, table="project", row_id=1, key="remark", text="备注")
    assert page.morning.part is Part.NOT_UPDATED
    assert tab.isChecked()


def test_an_empty_list_says_so(desk, page):
    empty = [part for part in Part if not morning(desk.session, desk.as_of).lines[part]]
    desk.run(empty_of_problems)
    for part in empty:
        page.morning.choose(part)
        assert page.morning.below.currentWidget() is page.morning.nothing
        assert page.morning.nothing.text()


def empty_of_problems(w):
    """一步."""
    w.update("project", 1, {"remark": "一"})


def test_lights_open_their_projects(qtbot, desk, page):
    found = morning(desk.session, desk.as_of).by_light
    numbers = page.morning.numbers()
    assert [int(number.text()) for number in numbers] == [len(found[light]) for light in Light]
    assert sum(map(len, found.values())) == len(desk.figures().view.projects)
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(numbers[2], Qt.Key.Key_Return)
    assert told.args == ["绿灯", list(found[Light.GREEN])]


def test_the_morning_is_that_of_the_day_looked_at(desk, page):
    desk.look_at(as_of="2024-02-29")
    assert page.morning.day.text() == "今日工作 2月29日 星期四"


def test_page_follows_scope_and_edits(desk, page):
    before = page.stuck_cards["not_started"].numbers()[0].text()
    zone = desk.session.reader.names("zone")
    desk.look_at(scope=Scope(zone_id=next(iter(zone))))
    scoped = desk.figures().three_not["not_started"]
    assert page.stuck_cards["not_started"].numbers()[0].text() == str(len(scoped.items))
    desk.look_at(scope=Scope())
    pid = desk.figures().three_not["not_started"].ids()[0]
    desk.run(edit.set_field, table="project", row_id=pid, key="start_actual", text="2024-03-01")
    assert int(page.stuck_cards["not_started"].numbers()[0].text()) == int(before) - 1
    desk.undo()
    assert page.stuck_cards["not_started"].numbers()[0].text() == before


def test_essentials_fit_without_scrolling(page):
    assert page.minimumSizeHint().width() <= 1174
    first_line(page)
    assert page.morning.table.viewport().height() > 6 * 28
    assert page.gaps.isVisible()


def test_empty_ledger_offers_the_first_steps(qtbot, qapp, ledger_path, shown):
    desk = Desk(Session.open(ledger_path, "王某"))
    page = shown(desk)
    asked = QSignalSpy(desk.page_requested)
    qtbot.mouseClick(page.import_button, LEFT)
    qtbot.mouseClick(page.add_button, LEFT)
    assert [asked.at(n)[0] for n in range(2)] == ["exchange", "ledger"]
    desk.run(edit.add_project, name="甲项目")
    assert not page.import_button.isVisible()
    desk.close()


def test_tab_goes_as_the_page_is_read(qtbot, window):
    page = window.go("workbench")
    first_line(page)
    page.morning.table.setFocus()
    walked = [window.focusWidget()]
    while walked[-1] not in (page.zone_table, window.nav):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        walked.append(window.focusWidget())
    assert walked == [page.morning.table, *page.morning.numbers(), page.zone_table]
    cards = [*page.rate_cards.values(), page.completion_card, *page.stuck_cards.values(), page.batch_card]
    numbers = [number for card in cards for number in card.numbers()]
    for number in [*numbers, *page.gaps.numbers()]:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is number
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert page.findChild(ScopeBar).isAncestorOf(window.focusWidget())
    page.morning.table.setFocus()
    qtbot.keyClick(page.morning.table, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.focusWidget() is list(page.morning.tabs.values())[-1]


def test_a_large_ledger_shows_the_day_s_work_before_the_figures(qtbot, desk, monkeypatch):
    monkeypatch.setattr("zonedesk.desktop.pages.workbench._AT_ONCE", 10)
    page = WorkbenchPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.settled):
        page.show()
        assert page.settling()
        assert page.morning.nothing.text() == "正在读取…"
        page._show_next()
        assert page.settling()
        assert page.morning.tabs[Part.OVERDUE].text() != "逾期 …"
        assert page.morning.tabs[Part.NOT_UPDATED].text() == "久未更新 …"
        assert not page.rate_cards["start_rate"].numbers()
    assert not page.settling()
    assert page.rate_cards["start_rate"].numbers()
    assert "…" not in page.morning.tabs[Part.NOT_UPDATED].text()
    known = {part: tab.text() for part, tab in page.morning.tabs.items()}
    due = page.morning.tabs[Part.DUE].text()
    with qtbot.waitSignal(page.settled):
        values = {"content": "核对用地边界", "deadline": morning(desk.session, desk.as_of).day}
        desk.run(edit.add_row, table="action_item", project_id=None, values=values)
        assert page.settling(), "the figures follow when no other change comes after it"
        assert page.morning.tabs[Part.DUE].text() != due
        assert page.morning.tabs[Part.NOT_UPDATED].text() == known[Part.NOT_UPDATED]
    with qtbot.waitSignal(page.settled):
        desk.look_at(as_of="2023-06-30")
        assert page.settling(), "another day is shown part by part as well"
        assert page.morning.tabs[Part.NOT_UPDATED].text() == "久未更新 …"
    assert "…" not in page.morning.tabs[Part.NOT_UPDATED].text()


def test_a_ledger_closed_while_its_figures_are_awaited_is_left_alone(qtbot, desk, monkeypatch):
    monkeypatch.setattr("zonedesk.desktop.pages.workbench._AT_ONCE", 10)
    page = WorkbenchPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.settled):
        page.show()
    desk.run(edit.set_field, table="project", row_id=1, key="remark", text="备注")
    desk.undo()
    assert page.settling()
    desk.close()
    assert not page.settling()


def test_zone_names_and_full_rates_are_not_cut(desk, page):
    desk.look_at(scope=Scope(zone_id=next(iter(desk.session.reader.names("zone")))))
    table = page.zone_table
    bold = QFont(table.font())
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    for n, column in enumerate(table.model().columns):
        widest = {"name": "平城现代农业产业示范区", "projects": "100"}.get(column.key, "100.00%")
        if column.key in ("investment", "count", "completion", "name", "projects"):
            assert metrics.horizontalAdvance(widest) + 8 <= table.columnWidth(n), column.key
