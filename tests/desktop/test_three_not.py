"""三未: chips and counts, typing into a row, opening a project."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from tests.desktop.keys import compose
from zonedesk.desktop import tokens
from zonedesk.desktop.pages.three_not import ThreeNotPage
from zonedesk.desktop.widgets.simple_table import NOTED
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.lights import Light, light_of
from zonedesk.domain.money import format_money
from zonedesk.domain.stages import Due
from zonedesk.ops import edit
from zonedesk.ops.stuck_trend import departures

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, desk):
    made = ThreeNotPage(desk)
    qtbot.addWidget(made)
    made.resize(1174, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.show_list("not_in_production")
    return made


def _column(page, key):
    return [column.key for column in page.model.columns].index(key)


def _type(qtbot, page, row, key, text):
    """Go to a cell, press F2, replace its text, press Enter."""
    index = page.model.index(row, _column(page, key))
    page.table.setFocus()
    page.table.setCurrentIndex(index)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    line = next(each for each in page.table.viewport().findChildren(QLineEdit) if each.isVisible())
    line.selectAll()
    # Qt's test keys are ASCII only; an input method inserts Chinese in this way too.
    line.insert(text)
    with qtbot.waitSignal(page.desk.changes_applied):
        qtbot.keyClick(line, Qt.Key.Key_Return)


def test_tabs_and_chips_count_as_the_figures_do(qtbot, desk, page):
    found = desk.figures().three_not["not_in_production"]
    assert page.tabs.tabText(1) == f"开工未投产  {len(found.items)}"
    assert page.model.rowCount() == len(found.items)
    overdue = found.ids(Due.OVERDUE)
    qtbot.mouseClick(page.chips.buttons[Due.OVERDUE], LEFT)
    assert [row.project_id for row in page.shown()] == list(overdue)
    assert f"显示 {len(overdue)} 个" in page.status.text()
    qtbot.mouseClick(page.clear_button, LEFT)
    assert page.model.rowCount() == len(found.items)


def test_typing_where_there_is_no_problem_adds_one_and_undo_takes_it_back(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.problem is None)
    project_id = page.shown()[row].project_id
    _type(qtbot, page, row, "description", "缺蒸汽管网")
    (problem,) = desk.session.reader.rows("problem", project_id=project_id)
    assert problem["description"] == "缺蒸汽管网"
    assert page.model.index(row, _column(page, "description")).data() == "缺蒸汽管网"
    qtbot.waitUntil(lambda: page.table.currentIndex().row() == row + 1)
    assert problem["category"] == "配套", "the kind that the text names is proposed in the same step"
    _type(qtbot, page, row, "category", "手续")
    _type(qtbot, page, row, "description", "土地未收储")
    assert desk.session.reader.rows("problem", project_id=project_id)[0]["category"] == "手续", (
        "chosen by hand"
    )
    for _ in range(3):
        desk.undo()
    assert not desk.session.reader.rows("problem", project_id=project_id)
    assert not page.model.index(row, _column(page, "description")).data()


def test_planned_date_moves_the_project_to_another_class(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.due is Due.OVERDUE)
    project_id = page.shown()[row].project_id
    _type(qtbot, page, row, "planned", "2030.6")
    moved = next(each for each in page.shown() if each.project_id == project_id)
    assert (moved.due, moved.planned) == (Due.NOT_DUE, "2030-06")
    assert desk.session.reader.project(project_id)["prod_plan"] == "2030-06"


def test_enter_and_double_click_on_the_name_open_the_project(qtbot, desk, page):
    row = page.shown()[0]
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 1))
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [row.name, [row.project_id]]
    front = page.table.front
    place = front.visualRect(page.model.index(0, 1)).center()
    with qtbot.waitSignal(desk.rows_requested):
        qtbot.mouseClick(front.viewport(), LEFT, pos=place)
        qtbot.mouseDClick(front.viewport(), LEFT, pos=place)


def test_category_filter_leaves_those_projects(page):
    box = page.category_box
    category = box.itemData(1)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert page.shown()
    assert {row.of_problem("category") or "unsaid" for row in page.shown()} == {category}


def test_money_follows_the_unit(desk, page):
    desk.look_at(money_unit="万元")
    column = _column(page, "investment")
    assert "万元" in page.model.headerData(column, Qt.Orientation.Horizontal)
    assert page.model.index(0, column).data() == str(page.shown()[0].item.investment // 10_000)
    assert "万元" in page.status.text()


def test_nothing_can_be_typed_into_a_read_only_ledger(qtbot, sample_path):
    from zonedesk.desktop.desk import Desk
    from zonedesk.ops.session import Session

    desk = Desk(Session.open(sample_path, "王某", read_only=True))
    page = ThreeNotPage(desk)
    qtbot.addWidget(page)
    page.show()
    index = page.model.index(0, _column(page, "measure"))
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    desk.close()


def _editor(page):
    return next((each for each in page.table.viewport().findChildren(QLineEdit) if each.isVisible()), None)


def test_tab_goes_from_one_cell_that_can_be_typed_into_to_the_next(qtbot, desk, page):
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 1))
    typed = [
        n for n in range(len(page.model.columns)) if page.model.cell(page.model.index(0, n)).typed is not None
    ]
    seen = []
    for _ in range(len(typed) + 1):
        qtbot.keyClick(page.table, Qt.Key.Key_Tab)
        assert page.table.hasFocus()
        seen.append((page.table.currentIndex().row(), page.table.currentIndex().column()))
    assert seen == [*((0, column) for column in typed), (1, typed[0])]
    qtbot.keyClick(page.table, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.table.currentIndex().column() == typed[-1]
    last = page.model.index(page.model.rowCount() - 1, typed[-1])
    page.table.setCurrentIndex(last)
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert page.table.currentIndex() == last
    assert page.table.hasFocus(), "the end of the table does not throw the keyboard out of it"
    qtbot.keyClick(page.table, Qt.Key.Key_F6)
    assert not page.table.hasFocus()


def test_a_row_is_typed_along_with_tab_alone(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.problem is None)
    project_id = page.shown()[row].project_id
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row, _column(page, "category")))
    for words in ("要素", "缺蒸汽管网", "市政接入", "赵副县长", "规划建设局", "李某某"):
        compose(page.table, words)
        line = _editor(page)
        assert line is not None
        assert line.text() == words
        # A list with a line to write in takes the keys itself.
        qtbot.keyClick(line.focusProxy() or line, Qt.Key.Key_Tab)
        assert _editor(page) is None
        assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_2)
    qtbot.keyClicks(_editor(page), "024-6-30")
    qtbot.keyClick(_editor(page), Qt.Key.Key_Tab)
    assert page.table.hasFocus()
    (problem,) = desk.session.reader.rows("problem", project_id=project_id)
    keys = ("category", "description", "measure", "duty_unit", "duty_person", "deadline")
    told = [problem[key] for key in keys]
    assert told == ["要素", "缺蒸汽管网", "市政接入", "规划建设局", "李某某", "2024-06-30"]
    assert desk.session.reader.project(project_id)["sponsor"] == "赵副县长"


def test_the_keyboard_stays_when_what_is_typed_moves_the_row(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.due is Due.OVERDUE)
    project_id = page.shown()[row].project_id
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row, _column(page, "planned")))
    qtbot.keyClick(page.table, Qt.Key.Key_2)
    qtbot.keyClicks(_editor(page), "030.6")
    qtbot.keyClick(_editor(page), Qt.Key.Key_Tab)
    assert desk.session.reader.project(project_id)["prod_plan"] == "2030-06"
    assert page.table.hasFocus()
    index = page.table.currentIndex()
    assert page.shown()[index.row()].project_id == project_id
    assert index.column() == _column(page, "category")


def test_amounts_are_those_of_the_listing_and_say_where_the_ledger_differs(desk, page):
    column = _column(page, "investment")
    assert page.model.headerData(column, Qt.Orientation.Horizontal).startswith("列入时总投资")
    row = page.shown()[0]
    index = page.model.index(0, column)
    listed = index.data()
    total = row.item.investment + 38_000_000
    desk.run(
        edit.set_field, table="project", row_id=row.project_id, key="total_investment", text=f"{total}元"
    )
    index = page.model.index(0, column)
    assert index.data() == listed, "what was listed does not move"
    assert page.model.cell(index).mark == NOTED
    assert f"≠ 台账 {format_money(total)}" in index.data(Qt.ItemDataRole.ToolTipRole)
    again = f"{row.item.investment}元"
    desk.run(edit.set_field, table="project", row_id=row.project_id, key="total_investment", text=again)
    assert page.model.cell(page.model.index(0, column)).mark == ""


def test_typing_where_nothing_can_be_typed_says_where_it_can_and_moves_nothing(qtbot, desk, page):
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 1))
    with qtbot.waitSignal(desk.told) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_X)
    assert "项目名称" in told.args[0]
    assert "堵点类别" in told.args[0]
    assert page.table.currentIndex() == page.model.index(0, 1)
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert page.table.currentIndex() == page.model.index(0, _column(page, "planned"))


def _ids(page):
    return [row.project_id for row in page.shown()]


def test_rows_stay_while_one_types_until_they_are_arranged_anew(qtbot, desk, page):
    qtbot.mouseClick(page.chips.buttons[Due.OVERDUE], LEFT)
    before = _ids(page)
    _type(qtbot, page, 0, "planned", "2030.6")
    assert _ids(page) == before
    assert page.shown()[0].due is Due.NOT_DUE
    assert "F5" in page.status.text()
    qtbot.keyClick(page.table, Qt.Key.Key_F5)
    assert _ids(page) == before[1:]
    assert "F5" not in page.status.text()
    _type(qtbot, page, 0, "planned", "2030.6")
    page.hide()
    page.show()
    assert _ids(page) == before[2:]


def test_what_does_not_fit_is_red_as_in_the_ledger(qtbot, desk, page):
    _type(qtbot, page, 0, "planned", "年底")
    _type(qtbot, page, 0, "deadline", "尽快")
    for key, text in (("planned", "年底"), ("deadline", "尽快")):
        cell = page.model.cell(page.model.index(0, _column(page, key)))
        assert (cell.text, cell.colour) == (text, tokens.RED)


def test_the_current_cell_has_a_strong_frame_while_the_keyboard_is_there(qtbot, page):
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    for table, column in ((page.table, _column(page, "planned")), (page.table.front, 1)):
        index = page.model.index(0, column)
        page.table.setCurrentIndex(index)
        at = table.visualRect(index).topLeft() + QPoint(20, 1)
        assert table.viewport().grab().toImage().pixelColor(at).name().upper() == tokens.ACCENT
        page.clear_button.show()
        page.clear_button.setFocus()
        assert table.viewport().grab().toImage().pixelColor(at).name().upper() != tokens.ACCENT
        page.table.setFocus()


@pytest.mark.parametrize("at_once", [2_000, 0], ids=["small ledger", "large ledger"])
def test_how_many_left_this_month_is_told_on_the_tab_and_follows_the_day_and_the_scope(
    qtbot, desk, page, monkeypatch, at_once
):
    monkeypatch.setattr("zonedesk.desktop.stuck.departed._AT_ONCE", at_once)

    def told(day, scope=None):
        desk.look_at(as_of=day, scope=scope)
        count = len(departures(desk.session, desk.as_of, desk.scope))
        qtbot.waitUntil(lambda: page.tabs.tabText(3) == f"本月退出  {count}")
        return count

    qtbot.waitUntil(lambda: page.tabs.tabText(3) != "本月退出")
    numbers = [told("2024-03-31"), told("2024-02-29"), told("2023-12-31")]
    assert len(set(numbers)) > 1
    told("2024-03-31", Scope(zone_id=desk.session.reader.rows("zone")[0]["id"]))
    assert page.tab == "not_in_production", "nobody had to look at who left"


def test_duty_taken_from_the_project_is_what_typing_begins_with(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.problem is None)
    project_id = page.shown()[row].project_id
    desk.run(edit.set_field, table="project", row_id=project_id, key="duty_unit", text="规划建设局")
    index = page.model.index(row, _column(page, "duty_unit"))
    cell = page.model.cell(index)
    assert (cell.text, cell.colour) == ("规划建设局", tokens.SECOND)
    assert "取自项目" in cell.tip
    page.table.setFocus()
    page.table.setCurrentIndex(index)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert _editor(page).text() == "规划建设局"
    qtbot.keyClick(_editor(page), Qt.Key.Key_Return)
    assert not desk.session.reader.rows("problem", project_id=project_id), (
        "left as it was, nothing is written"
    )


def test_a_light_told_in_the_status_line_has_its_colour(qtbot, page):
    row = next(
        n for n, each in enumerate(page.shown()) if light_of(page.more.verdicts(each.project_id)) is Light.RED
    )
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(row, 1))
    assert page.status.text().startswith("● ")
    page.status.setParent(None)
    qtbot.addWidget(page.status)
    page.status.resize(900, 24)
    image = page.status.grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(20) for y in range(image.height())}
    assert tokens.RED in colours


def test_ctrl_and_arrows_go_to_the_edge_of_the_data_as_in_the_ledger(qtbot, page):
    last = page.model.rowCount() - 1
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    name, column = _column(page, "name"), _column(page, "description")
    filled = [bool(page.model.index(n, column).data()) for n in range(last + 1)]
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, name))
    qtbot.keyClick(page.table, Qt.Key.Key_Down, ctrl)
    assert page.table.currentIndex() == page.model.index(last, name)
    assert page.table.selectedIndexes() == [page.model.index(last, name)]
    qtbot.keyClick(page.table, Qt.Key.Key_Up, ctrl | shift)
    assert page.table.currentIndex() == page.model.index(0, name)
    assert len(page.table.selectedIndexes()) == last + 1
    assert False in filled
    begun = filled.index(False)
    page.table.setCurrentIndex(page.model.index(begun, column))
    qtbot.keyClick(page.table, Qt.Key.Key_Down, ctrl)
    assert page.table.currentIndex().row() == next((n for n in range(begun + 1, last + 1) if filled[n]), last)
    qtbot.keyClick(page.table, Qt.Key.Key_Right, ctrl)
    assert page.table.currentIndex().column() > column


def test_a_day_typed_without_its_year_is_of_the_year_looked_at_and_told(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.problem)
    problem_id = page.shown()[row].problem["id"]
    said = []
    desk.told.connect(said.append)
    _type(qtbot, page, row, "deadline", "4月15日")
    (problem,) = desk.session.reader.rows("problem", id=problem_id)
    assert (problem["deadline"], problem["unfit"]) == ("2024-04-15", {})
    assert "4月15日" in said[-1]
    assert "2024-04-15" in said[-1]
