"""工作台: each number opens exactly the rows behind it; an empty ledger says what to do first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QSignalSpy

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.workbench import WorkbenchPage
from zonedesk.desktop.widgets.scope_bar import ScopeBar
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.stages import Due
from zonedesk.ops import edit
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


def test_enter_on_an_overdue_line_opens_its_project(qtbot, desk, page):
    table = page.overdue_table
    item = workbench(desk.session, desk.as_of).overdue[0]
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [item.project, [item.project_id]]


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
    assert page.overdue_table.viewport().height() > 6 * 28
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
    page.setFocus()
    walked = [window.focusWidget()]
    while walked[-1] not in (page.zone_table, window.nav):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        walked.append(window.focusWidget())
    first = page.rate_cards["start_rate"].numbers()
    assert walked[: len(first)] == first
    cards = [*page.rate_cards.values(), page.completion_card, *page.stuck_cards.values(), page.batch_card]
    numbers = [number for card in cards for number in card.numbers()]
    assert walked == [*numbers, *page.overdue_head.numbers(), page.overdue_table, page.zone_table]
    for _ in page.gaps.numbers():
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is page.gaps.numbers()[-1]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert page.findChild(ScopeBar).isAncestorOf(window.focusWidget())


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
