"""三未: groups, next step and last update, standing still and ending by key, who left, the months."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.desktop.keys import compose
from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop import tokens
from zonedesk.desktop.pages.three_not import LEFT, TREND, ThreeNotPage
from zonedesk.desktop.widgets.light import reasons_told
from zonedesk.desktop.widgets.simple_table import NOTED
from zonedesk.domain.course import Turn
from zonedesk.domain.stages import Due
from zonedesk.domain.stays import Exit
from zonedesk.domain.stuck_rules import DEFAULTS, Clock
from zonedesk.ops import edit
from zonedesk.ops.course import register_turn
from zonedesk.ops.stuck_groups import StuckGroup
from zonedesk.ops.stuck_rules import set_list_rule

MOUSE, ALT, CTRL = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def page(qtbot, desk):
    made = ThreeNotPage(desk)
    qtbot.addWidget(made)
    made.resize(1174, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_list("not_in_production")
    made.table.setFocus()
    qtbot.waitUntil(made.table.hasFocus)
    return made


def column(page, key):
    return [each.key for each in page.model.columns].index(key)


def go(page, row, key="name"):
    page.table.setCurrentIndex(page.model.index(row, column(page, key)))


def heads(page):
    return [line for line in page.model.rows if isinstance(line, StuckGroup)]


def project(desk, pid):
    return desk.session.reader.rows("project", id=pid)[0]


def test_a_project_is_said_to_stand_still_by_key_alone(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.due is Due.NOT_DUE)
    pid = page.shown()[row].project_id
    go(page, row)
    qtbot.keyClick(page.table, Qt.Key.Key_T, ALT)
    assert page.turn_bar.isVisible()
    assert page.turn_bar.day.hasFocus()
    qtbot.keyClicks(page.turn_bar.day, "2024-3-20")
    qtbot.keyClick(page.turn_bar.day, Qt.Key.Key_Tab)
    compose(page.turn_bar.reason, "资金未到位")
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(page.turn_bar.reason, Qt.Key.Key_Return)
    assert (project(desk, pid)["suspended_on"], project(desk, pid)["suspend_reason"]) == (
        "2024-03-20",
        "资金未到位",
    )
    assert not page.turn_bar.isVisible()
    assert page.table.hasFocus()
    moved = next(each for each in page.shown() if each.project_id == pid)
    assert moved.due is Due.SUSPENDED
    cell = page.model.cell(page.model.index(row, column(page, "due")))
    assert "资金未到位" in cell.tip
    desk.undo()
    assert project(desk, pid)["suspended_on"] is None


def test_days_out_of_order_are_said_and_block_nothing(qtbot, desk, page):
    pid = page.shown()[0].project_id
    desk.run(register_turn, project_ids=[pid], turn=Turn.SUSPEND, day="2024-03-10", reason="停电")
    row = next(n for n, each in enumerate(page.shown()) if each.project_id == pid)
    go(page, row)
    qtbot.keyClick(page.table, Qt.Key.Key_F, ALT)
    bar = page.turn_bar
    bar.day.clear()
    qtbot.keyClicks(bar.day, "xyz")
    assert "不是日期" in bar.warning.text()
    qtbot.keyClick(bar.day, Qt.Key.Key_Return)
    assert bar.isVisible(), "what is no date is refused, and the line stays"
    bar.day.clear()
    qtbot.keyClicks(bar.day, "2024-03-01")
    assert "早于停工时间" in bar.warning.text()
    compose(bar.reason, "电力恢复")
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert project(desk, pid)["resumed_on"] == "2024-03-01"
    assert project(desk, pid)["resume_reason"] == "电力恢复"
    row = next(n for n, each in enumerate(page.shown()) if each.project_id == pid)
    cell = page.model.cell(page.model.index(row, column(page, "due")))
    assert cell.mark == NOTED
    assert "早于停工时间" in cell.tip
    assert "2024-03-01 复工：电力恢复" in cell.tip


def test_several_end_at_once_and_are_shown_as_having_left(qtbot, desk, page):
    before = {row.project_id for row in page.shown()}
    go(page, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = [row.project_id for row in page.chosen()]
    assert len(chosen) == 2
    qtbot.keyClick(page.table, Qt.Key.Key_Z, ALT)
    bar = page.turn_bar
    assert "2 个项目" in bar.head.text()
    bar.kind.setCurrentText("调出")
    qtbot.keyClicks(bar.day, "2024-03-15")
    compose(bar.reason, "改列市级重点")
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    assert {project(desk, pid)["withdraw_kind"] for pid in chosen} == {"调出"}
    assert {row.project_id for row in page.shown()} == before - set(chosen)
    page.show_list(LEFT)
    gone = {row.project_id: row for row in page.left_view.shown() if row.how is Exit.WITHDRAWN}
    assert set(chosen) <= gone.keys()
    assert (gone[chosen[0]].told, gone[chosen[0]].reason) == ("调出", "改列市级重点")
    assert page.tabs.tabText(3).endswith(str(len(page.left_view.rows)))
    qtbot.mouseClick(page.left_view.chips.buttons[Exit.WITHDRAWN], MOUSE)
    assert {row.how for row in page.left_view.shown()} == {Exit.WITHDRAWN}
    table = page.left_view.table
    table.setCurrentIndex(page.left_view.model.index(0, 1))
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args[1] == [page.left_view.shown()[0].project_id]


def test_escape_closes_without_writing(qtbot, desk, page):
    steps = len(desk.session.steps())
    go(page, 0)
    qtbot.mouseClick(page.turn_buttons.of[Turn.SUSPEND], MOUSE)
    qtbot.keyClick(page.turn_bar.day, Qt.Key.Key_Escape)
    assert not page.turn_bar.isVisible()
    assert page.table.hasFocus()
    assert len(desk.session.steps()) == steps


def test_groups_have_counts_and_fold_by_key(qtbot, desk, page):
    qtbot.keyClick(page.table, Qt.Key.Key_G, ALT)
    page.group_box.hidePopup()
    page.group_box.setCurrentIndex(page.group_box.findData("sponsor"))
    page.group_box.activated.emit(page.group_box.currentIndex())
    rows = page.shown()
    assert sum(len(group.rows) for group in heads(page)) == len(rows)
    assert page.model.rowCount() == len(rows) + len(heads(page))
    first = heads(page)[0]
    cells = {key: page.model.cell(page.model.index(0, column(page, key))) for key in ("name", "zone", "due")}
    assert cells["name"].text == first.label
    assert cells["zone"].text == f"{len(first.rows)} 个"
    assert cells["name"].ground
    page.table.setFocus()
    go(page, 0, "number")
    count = page.model.rowCount()
    qtbot.keyClick(page.table, Qt.Key.Key_Left)
    assert page.model.rowCount() == count - len(first.rows)
    assert page.table.currentIndex().row() == 0
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.model.rowCount() == count
    with qtbot.waitSignal(desk.told):
        qtbot.keyClick(page.table, Qt.Key.Key_X)
    go(page, 0)
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args[1] == list(first.ids)


def test_a_row_stays_under_its_head_while_one_types(qtbot, desk, page):
    page.group_box.setCurrentIndex(page.group_box.findData("category"))
    page.group_box.activated.emit(page.group_box.currentIndex())
    place = next(n for n, line in enumerate(page.model.rows) if not isinstance(line, StuckGroup))
    before = [getattr(line, "project_id", None) for line in page.model.rows]
    desk.run(edit.set_field, table="project", row_id=before[place], key="sponsor", text="王某某")
    go(page, place, "category")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    line = next(each for each in page.table.viewport().findChildren(QLineEdit) if each.isVisible())
    line.selectAll()
    line.insert("其他")
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [getattr(each, "project_id", None) for each in page.model.rows] == before
    qtbot.keyClick(page.table, Qt.Key.Key_F5)
    found = next(group for group in heads(page) if group.label == "其他")
    assert before[place] in found.ids


def test_next_step_is_typed_or_comes_from_the_books_and_the_last_update_is_told(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if not each.project["next_step"])
    pid = page.shown()[row].project_id
    for table in ("milestone", "action_item", "procedure"):
        for each in desk.session.reader.rows(table, project_id=pid):
            desk.run(edit.delete_row, table=table, row_id=each["id"])
    desk.run(
        edit.add_row, table="milestone", project_id=pid, values={"name": "主体封顶", "plan_on": "2024-06-01"}
    )
    index = page.model.index(row, column(page, "next_step"))
    cell = page.model.cell(index)
    assert cell.text.startswith("主体封顶")
    assert (cell.colour, cell.typed) == (tokens.SECOND, "")
    page.table.setCurrentIndex(index)
    compose(page.table, "下周协调供电")
    line = next(each for each in page.table.viewport().findChildren(QLineEdit) if each.isVisible())
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert project(desk, pid)["next_step"] == "下周协调供电"
    assert page.model.cell(page.model.index(row, column(page, "next_step"))).text == "下周协调供电"
    updated = page.model.cell(page.model.index(row, column(page, "updated")))
    assert updated.text == dt.date.today().isoformat()  # noqa: DTZ011
    assert "下一步安排" in updated.tip
    assert page.model.cell(page.model.index(row, column(page, "updated_by"))).text == "王某某"


def test_the_months_open_their_projects_and_another_list_is_chosen_by_key(qtbot, desk, page):
    page.show_list(TREND)
    view = page.trend_view
    assert view.trend.name == "not_in_production"
    assert view.model.rowCount() == 12
    keys = [each.key for each in view.model.columns]
    standing = view.model.index(0, keys.index("standing"))
    assert standing.data() == str(len(desk.figures().three_not["not_in_production"].items))
    view.table.setCurrentIndex(standing)
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert set(told.args[1]) == set(desk.figures().three_not["not_in_production"].ids())
    assert not view.chart.grab().toImage().isNull()
    qtbot.keyClick(view.buttons["not_started"], Qt.Key.Key_Space)
    assert view.trend.name == "not_started"
    assert view.model.index(0, keys.index("standing")).data() == str(
        len(desk.figures().three_not["not_started"].items)
    )


def test_the_chart_is_drawn_on_white_not_on_black(qtbot, page):
    page.show_list(TREND)
    image = page.trend_view.chart.grab().toImage()
    assert image.pixelColor(image.width() // 2, 2).lightness() > 200


def test_an_own_definition_shows_in_the_list(qtbot, desk, page):
    rule = replace(DEFAULTS.not_in_production, clock=Clock.STEP, months=1)
    desk.run(set_list_rule, name="not_in_production", rule=rule)
    row = next(n for n, each in enumerate(page.shown()) if each.item.derived)
    cell = page.model.cell(page.model.index(row, column(page, "planned")))
    assert cell.text == page.shown()[row].item.planned
    assert "实际开工时间" in cell.tip
    assert "满1个月" in page.tabs.tabToolTip(1)
    later = replace(DEFAULTS.not_in_production, until="effect_actual")
    desk.run(set_list_rule, name="not_in_production", rule=later)
    assert "达效" in page.model.headerData(column(page, "planned"), Qt.Orientation.Horizontal)


def test_what_is_shown_goes_out_as_a_workbook(qtbot, desk, page, tmp_path: Path):
    from openpyxl import load_workbook

    desk.prompts = ReadyPrompts(saved=tmp_path / "清单.xlsx")
    qtbot.mouseClick(page.chips.buttons[Due.OVERDUE], MOUSE)
    page.table.setFocus()
    with qtbot.waitSignal(desk.told, timeout=10_000):
        qtbot.keyClick(page.table, Qt.Key.Key_E, CTRL)
    sheet = load_workbook(tmp_path / "清单.xlsx").active
    names = {cell.value for line in sheet.iter_rows() for cell in line}
    assert {row.name for row in page.shown()} <= names
    assert "下一步" in names
    page.show_list(LEFT)
    assert page.sheets.kind() == "stuck_left"
    assert len(page.sheets.rows()) == len(page.left_view.rows)
    page.show_list(TREND)
    assert len(page.sheets.rows()) == 12


def test_tabs_and_table_are_gone_round_by_key(qtbot, page):
    qtbot.keyClick(page.table, Qt.Key.Key_Tab, CTRL)
    assert page.tab == "not_on_target"
    qtbot.keyClick(page.table, Qt.Key.Key_PageUp, CTRL)
    assert page.tab == "not_in_production"
    qtbot.keyClick(page.table, Qt.Key.Key_F6)
    assert page.tabs.hasFocus()
    qtbot.keyClick(page.tabs, Qt.Key.Key_F6)
    assert page.table.hasFocus()


def test_after_a_project_has_left_the_next_one_is_at_hand(qtbot, desk, page):
    before = page.shown()
    go(page, 1)
    qtbot.keyClick(page.table, Qt.Key.Key_Z, ALT)
    compose(page.turn_bar.reason, "改投外地")
    qtbot.keyClick(page.turn_bar.reason, Qt.Key.Key_Return)
    page.refresh()
    left = [row.project_id for row in page.shown()]
    assert before[1].project_id not in left
    assert [row.project_id for row in page.chosen()] == [left[1]]
    assert page.turn_buttons.of[Turn.SUSPEND].isEnabled()


def test_the_keyboard_coming_to_the_table_chooses_its_row(qtbot, desk):
    made = ThreeNotPage(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.tabs.setFocus()
    made.show_list("not_in_production")
    qtbot.keyClick(made.tabs, Qt.Key.Key_F6)
    qtbot.waitUntil(made.table.hasFocus)
    assert made.chosen() == [made.shown()[0]]


def test_why_a_project_is_lit_is_told_to_those_who_work_by_key(qtbot, page):
    row = next(n for n, each in enumerate(page.shown()) if reasons_told(page.more.verdicts(each.project_id)))
    go(page, row)
    why = reasons_told(page.more.verdicts(page.shown()[row].project_id)).splitlines()
    assert page.status.text().startswith(why[0])


def test_a_chip_has_room_for_what_it_says(page):
    for chip in page.chips.buttons.values():
        told = chip.fontMetrics().horizontalAdvance(chip.text()) + chip.iconSize().width()
        assert chip.width() >= told + 2 * 10 + 2 + 4 + 4, chip.text()


def test_one_copied_text_is_pasted_and_a_block_is_told_about(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.problem)
    go(page, row, "measure")
    QGuiApplication.clipboard().setText("限期供电\n")
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(page.table, Qt.Key.Key_V, CTRL)
    assert page.shown()[row].problem["measure"] == "限期供电"
    QGuiApplication.clipboard().setText("甲\t乙\n丙\t丁\n")
    with qtbot.waitSignal(desk.told) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_V, CTRL)
    assert "一次粘贴一格" in told.args[0]
    go(page, row, "name")
    QGuiApplication.clipboard().setText("新名称")
    with qtbot.waitSignal(desk.told) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_V, CTRL)
    assert "不能修改" in told.args[0]


def test_a_measure_for_no_problem_yet_asks_for_the_problem(qtbot, desk, page):
    row = next(n for n, each in enumerate(page.shown()) if each.problem is None)
    told = []
    desk.told.connect(told.append)
    page.model.setData(page.model.index(row, column(page, "measure")), "限期供电")
    assert "请补写“存在问题”" in told[-1]
    page.model.setData(page.model.index(row, column(page, "description")), "供电容量不足")
    assert "请补写" not in told[-1]
    assert page.shown()[row].problem["measure"] == "限期供电"
