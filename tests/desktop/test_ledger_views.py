"""Views, filters, groups and columns of the ledger under real keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.filter_popup import FilterPopup
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.view_definition import ColumnFilter, ViewDefinition
from zonedesk.ops import edit, views
from zonedesk.ops.session import Session

K = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    found.grid.setFocus()
    qtbot.waitUntil(lambda: bool(found.panel.leaves))
    return found


def at(page: LedgerPage, key: str, row: int = 0) -> int:
    page.grid.go(row, page.model.column_of(key))
    pid = page.model.project_at(row)
    assert pid is not None
    return pid


def filter_of(page: LedgerPage, key: str, qtbot: QtBot) -> FilterPopup:
    """Open a column's filter by key."""
    page.grid.setFocus()
    at(page, key)
    qtbot.keyClick(page.grid, K.Key_L, CONTROL | SHIFT)
    qtbot.waitUntil(page.filters.popup.isVisible)
    assert page.filters.popup.key == key
    return page.filters.popup


def pick(menu: QMenu, text: str, qtbot: QtBot) -> None:
    """Choose a line of an open menu with the arrow keys and Enter."""
    qtbot.waitUntil(menu.isVisible)
    for _ in range(len(menu.actions()) + 1):
        action = menu.activeAction()
        if action is not None and action.text().split("\t")[0] == text:
            qtbot.keyClick(menu, K.Key_Return)
            return
        qtbot.keyClick(menu, K.Key_Down)
    raise AssertionError(text)


def names(page: LedgerPage) -> list[str]:
    return [page.rows.by_id[pid]["name"] for pid in page.model.arrangement.ids()]


def raw(page: LedgerPage, key: str) -> list[object]:
    return [page.rows.by_id[pid][key] for pid in page.model.arrangement.ids()]


def step_label(page: LedgerPage) -> str:
    step = page.desk.session.next_undo()
    assert step is not None
    return step.label


# Filters


def test_an_amount_is_asked_in_the_unit_shown_and_keeps_its_meaning(page: LedgerPage, qtbot: QtBot) -> None:
    popup = filter_of(page, "total_investment", qtbot)
    assert "亿元" in popup.title.text()
    qtbot.keyClicks(popup.condition, ">=2")
    qtbot.keyClick(popup.condition, K.Key_Return)
    assert not popup.isVisible()
    amounts = raw(page, "total_investment")
    assert amounts
    assert all(isinstance(each, int) and each >= 200_000_000 for each in amounts)
    assert page.filters.chips["total_investment"].text() == "总投资：>=2 亿元"
    page.desk.look_at(money_unit="万元")
    assert raw(page, "total_investment") == amounts
    assert page.filters.chips["total_investment"].text() == "总投资：>=2 亿元"
    popup = filter_of(page, "total_investment", qtbot)
    assert "亿元" in popup.title.text()
    popup.close()


def test_a_condition_that_is_wrong_is_told_and_changes_nothing(page: LedgerPage, qtbot: QtBot) -> None:
    popup = filter_of(page, "total_investment", qtbot)
    qtbot.keyClicks(popup.condition, ">=x")
    assert "不是金额" in popup.wrong.text()
    assert popup.wrong.isVisible()
    assert page.model.rowCount() == 40
    qtbot.keyClick(popup.condition, K.Key_Escape)
    assert not page.filters.chips


def test_a_range_of_dates_by_two_boxes(page: LedgerPage, qtbot: QtBot) -> None:
    popup = filter_of(page, "start_plan", qtbot)
    qtbot.keyClicks(popup.low, "2024-01")
    qtbot.keyClicks(popup.high, "2024-03")
    assert popup.condition.text() == "2024-01~2024-03"
    popup.close()
    plans = [str(each)[:7] for each in raw(page, "start_plan")]
    assert plans
    assert set(plans) <= {"2024-01", "2024-02", "2024-03"}


def test_words_of_time_follow_the_as_of_day(page: LedgerPage, qtbot: QtBot) -> None:
    popup = filter_of(page, "start_plan", qtbot)
    qtbot.mouseClick(popup.words["本月"], LEFT)
    popup.close()
    assert {str(each)[:7] for each in raw(page, "start_plan")} <= {"2024-03"}
    page.desk.look_at(as_of="2024-02-29")
    assert {str(each)[:7] for each in raw(page, "start_plan")} <= {"2024-02"}


def test_overdue_leaves_out_what_was_done(page: LedgerPage, qtbot: QtBot) -> None:
    popup = filter_of(page, "start_plan", qtbot)
    qtbot.mouseClick(popup.words["逾期"], LEFT)
    popup.close()
    assert page.model.rowCount()
    for pid in page.model.shown():
        row = page.rows.by_id[pid]
        assert row["start_plan"] <= page.desk.as_of
        assert not (row["start_actual"] or "9999") <= page.desk.as_of


def test_several_filters_stand_as_chips_and_go_one_by_one(page: LedgerPage, qtbot: QtBot) -> None:
    popup = filter_of(page, "industry_field", qtbot)
    popup.condition.setFocus()
    compose(popup.condition, "!=其他")
    popup.close()
    some = page.model.rowCount()
    popup = filter_of(page, "total_investment", qtbot)
    qtbot.keyClicks(popup.condition, ">1")
    popup.close()
    assert 0 < page.model.rowCount() < some <= 40
    assert page.filters.chips.keys() == {"industry_field", "total_investment"}
    chip = page.filters.chips["total_investment"]
    qtbot.mouseClick(chip, LEFT, pos=QPoint(12, chip.height() // 2))
    assert popup.isVisible()
    assert popup.condition.text() == ">1"
    popup.close()
    qtbot.mouseClick(chip, LEFT, pos=chip.cross())
    assert page.model.rowCount() == some
    qtbot.keyClick(page.filters.chips["industry_field"], K.Key_Delete)
    assert page.model.rowCount() == 40
    assert not page.filters.chip_line.isVisible()


def test_values_are_searched_and_empty_can_be_ticked(page: LedgerPage, qtbot: QtBot) -> None:
    page.desk.run(edit.set_field, table="project", row_id=3, key="duty_unit", text="")
    popup = filter_of(page, "duty_unit", qtbot)
    assert any(popup.list.item(n).text() == "（空）　1" for n in range(popup.list.count()))
    wanted = popup.list.item(0).data(Qt.ItemDataRole.UserRole)
    popup.narrow.setText(wanted)
    qtbot.keyClick(popup.list, K.Key_Space)
    qtbot.keyClick(popup.list, K.Key_Return)
    assert not popup.isVisible()
    assert page.grid.hasFocus()
    assert set(raw(page, "duty_unit")) == {wanted}


def test_escape_gives_back_what_was_ticked_and_typed_before(page: LedgerPage, qtbot: QtBot) -> None:
    popup = filter_of(page, "duty_unit", qtbot)
    qtbot.keyClick(popup.list, K.Key_Space)
    qtbot.keyClick(popup.list, K.Key_Return)
    before, shown = dict(page.looking.filter.columns), names(page)
    assert before["duty_unit"].values
    popup = filter_of(page, "duty_unit", qtbot)
    qtbot.keyClick(popup.list, K.Key_Down)
    qtbot.keyClick(popup.list, K.Key_Space)
    assert len(page.looking.filter.columns["duty_unit"].values) == 2
    compose(popup.condition, "非空")
    qtbot.keyClick(popup.condition, K.Key_Escape)
    assert not popup.isVisible()
    assert page.looking.filter.columns == before
    assert names(page) == shown
    assert page.grid.hasFocus()


def test_text_kept_as_typed_can_be_asked_for(page: LedgerPage, qtbot: QtBot) -> None:
    page.desk.run(edit.set_field, table="project", row_id=5, key="start_plan", text="二季度前后")
    popup = filter_of(page, "start_plan", qtbot)
    compose(popup.condition, "待核")
    popup.close()
    assert page.model.shown() == [5]


# A row that no longer fits


def test_an_edited_row_stays_until_f5_and_says_so(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    popup = filter_of(page, "duty_unit", qtbot)
    qtbot.keyClicks(popup.condition, "*")
    popup.close()
    page.looking.put_filter("duty_unit", ColumnFilter(text="非空"))
    pid = at(page, "duty_unit", row=2)
    count = page.model.rowCount()
    qtbot.keyClick(page.grid, K.Key_Delete)
    assert page.model.row_of(pid) == 2
    head = page.model.headerData(2, Qt.Orientation.Vertical)
    assert head == "3 •"
    tip = page.model.headerData(2, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "F5" in tip
    assert "1 行已不符合" in page.status.text()
    qtbot.keyClick(window, K.Key_Z, CONTROL)
    assert page.model.headerData(2, Qt.Orientation.Vertical) == "3"
    qtbot.keyClick(page.grid, K.Key_Delete)
    qtbot.keyClick(page.grid, K.Key_F5)
    assert page.model.row_of(pid) is None
    assert page.model.rowCount() == count - 1
    assert "不符合" not in page.status.text()


def test_a_row_out_of_order_or_group_is_marked_too(page: LedgerPage) -> None:
    page.looking.sort(("total_investment", True))
    pid = page.model.project_at(0)
    page.desk.run(edit.set_field, table="project", row_id=pid, key="total_investment", text="0.0001")
    assert page.model.row_of(pid) == 0
    assert page.model.stray == {pid}
    page.looking.refresh()
    assert page.model.row_of(pid) != 0
    page.looking.sort(None)
    page.looking.group("duty_unit")
    other = page.model.project_at(1)
    page.desk.run(edit.set_field, table="project", row_id=other, key="duty_unit", text="别的单位")
    assert page.model.row_of(other) == 1
    assert page.model.stray == {other}


def test_a_row_that_leaves_a_built_in_view_is_marked(page: LedgerPage) -> None:
    page.looking.open_view("签约未开工")
    pid = page.model.project_at(0)
    page.desk.run(edit.set_field, table="project", row_id=pid, key="start_actual", text="2024-03-01")
    assert page.model.row_of(pid) == 0
    assert page.model.stray == {pid}


# Groups


def test_groups_have_counts_and_exact_sums_and_fold_by_key(page: LedgerPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, K.Key_G, ALT)
    pick(page.looking_tools.group_button.menu_, "阶段", qtbot)
    page.grid.setFocus()
    groups = page.model.arrangement.groups
    assert sum(len(group.ids) for group in groups) == 40
    assert page.model.rowCount() == 40 + len(groups)
    first = groups[0]
    investment = page.model.column_of("total_investment")
    total = sum(page.rows.by_id[pid]["total_investment"] or 0 for pid in first.ids)
    from zonedesk.domain.money import format_money

    assert page.model.index(0, investment).data() == format_money(total)
    assert f"{len(first.ids)} 个" in page.model.index(0, 0).data()
    page.grid.go(0, investment)
    qtbot.keyClick(page.grid, K.Key_Left)
    assert page.model.rowCount() == 40 + len(groups) - len(first.ids)
    assert page.grid.currentIndex().row() == 0
    qtbot.keyClick(page.grid, K.Key_Right)
    assert page.model.rowCount() == 40 + len(groups)
    where = page.grid.frozen.visualRect(page.model.index(0, 0)).center()
    qtbot.mouseClick(page.grid.frozen.viewport(), LEFT, pos=where)
    assert first.folded


def test_the_head_of_a_group_is_not_edited_nor_cleared_nor_copied(page: LedgerPage, qtbot: QtBot) -> None:
    page.looking.group("zone_id")
    investment = page.model.column_of("total_investment")
    before = page.desk.session.next_undo()
    page.grid.go(0, investment)
    qtbot.keyClicks(page.grid, "5")
    qtbot.keyClick(page.grid, K.Key_Delete)
    assert page.desk.session.next_undo() == before
    assert not page.model.flags(page.model.index(0, investment)) & Qt.ItemFlag.ItemIsEditable
    for _ in range(2):
        qtbot.keyClick(page.grid, K.Key_Down, SHIFT)
    qtbot.keyClick(page.grid, K.Key_C, CONTROL)
    copied = QApplication.clipboard().text().splitlines()
    shown = [page.model.index(row, investment).data() for row in (1, 2)]
    assert [line for line in copied if line] == [text for text in shown if text]


def test_only_projects_are_numbered_and_keep_their_numbers_when_groups_fold(
    page: LedgerPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.grid, K.Key_G, ALT)
    pick(page.looking_tools.group_button.menu_, "阶段", qtbot)

    def numbers() -> list[str]:
        rows = range(page.model.rowCount())
        return [page.model.headerData(row, Qt.Orientation.Vertical) for row in rows]

    heads = {row for row in range(page.model.rowCount()) if page.model.group_at(row)}
    assert len(heads) > 1
    assert {numbers()[row] for row in heads} == {""}
    assert [number for number in numbers() if number] == [str(n + 1) for n in range(40)]
    folded = len(page.model.arrangement.groups[0].ids)
    page.grid.go(0, 0)
    qtbot.keyClick(page.grid, K.Key_Left)
    assert [number for number in numbers() if number] == [str(n + 1) for n in range(folded, 40)]
    page.grid.go(2, 0)
    qtbot.keyClick(page.grid, K.Key_Minus, CONTROL)
    assert [number for number in numbers() if number] == [str(n + 1) for n in range(folded, 39)]


def test_edits_patch_within_groups_and_the_sum_follows(page: LedgerPage) -> None:
    page.looking.group("zone_id")
    investment = page.model.column_of("total_investment")
    pid = page.model.project_at(1)
    changed: list[int] = []
    page.model.dataChanged.connect(lambda top, end: changed.extend(range(top.row(), end.row() + 1)))
    before = page.model.index(0, investment).data()
    page.desk.run(edit.set_field, table="project", row_id=pid, key="total_investment", text="12345")
    assert changed == [0, 1]
    assert page.model.index(0, investment).data() != before
    page.desk.undo()
    assert page.model.index(0, investment).data() == before


def test_deleting_and_undoing_within_groups(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    page.looking.group("zone_id")
    before = list(page.model.shown())
    pid = at(page, "name", row=2)
    qtbot.keyClick(page.grid, K.Key_Minus, CONTROL)
    assert page.model.row_of(pid) is None
    qtbot.keyClick(window, K.Key_Z, CONTROL)
    assert page.model.shown() == before


# Views


def test_a_built_in_view_is_chosen_by_keyboard(page: LedgerPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, K.Key_V, ALT)
    pick(page.looking_tools.view_button.menu_, "签约未开工", qtbot)
    ids = page.desk.figures().three_not["not_started"].ids()
    assert ids
    assert set(page.model.shown()) == set(ids)
    assert page.looking_tools.view_button.text() == "签约未开工"


def test_a_view_is_saved_opened_renamed_deleted(page: LedgerPage, qtbot: QtBot) -> None:
    page.desk.prompts = ReadyPrompts(texts=("大项目", "重点项目"))
    popup = filter_of(page, "total_investment", qtbot)
    qtbot.keyClicks(popup.condition, ">1")
    popup.close()
    page.looking.sort(("total_investment", True))
    page.looking.columns.hide("stage")
    expected = page.model.shown().copy()
    assert page.looking_tools.view_button.text() == "全部项目 *"
    page.looking_tools.open_views()
    page.looking_tools.view_button.setFocus()
    pick(page.looking_tools.view_button.menu_, "另存为视图…", qtbot)
    assert page.looking_tools.view_button.text() == "大项目"
    assert page.grid.hasFocus()
    page.looking.open_view("全部项目")
    assert page.model.rowCount() == 40
    page.looking.open_view("大项目")
    assert page.model.shown() == expected
    assert "stage" not in page.looking.columns.shown()
    page.looking_tools.open_views()
    pick(page.looking_tools.view_button.menu_, "重命名…", qtbot)
    assert page.looking_tools.view_button.text() == "重点项目"
    page.looking_tools.open_views()
    pick(page.looking_tools.view_button.menu_, "删除此视图", qtbot)
    assert page.looking_tools.view_button.text() == "全部项目"
    assert page.model.rowCount() == 40
    page.desk.undo()
    assert [v.name for v in views.views(page.desk.session.reader) if not v.builtin] == ["重点项目"]


def test_a_name_that_is_taken_by_a_built_in_view_is_refused(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.desk.prompts = ReadyPrompts(texts=("逾期",))
    page.looking_tools.open_views()
    pick(page.looking_tools.view_button.menu_, "另存为视图…", qtbot)
    assert "内置视图" in window.notice.text.text()
    assert page.looking.view.name == "全部项目"


def test_rows_asked_for_elsewhere_leave_the_view(page: LedgerPage) -> None:
    page.looking.open_view("逾期")
    page.desk.show_rows("开工未投产", [9, 4])
    assert page.model.shown() == [9, 4]
    assert page.looking.view.name == "全部项目"


def test_views_stay_in_the_ledger(
    page: LedgerPage, window: MainWindow, sample_path: Path, show_window: Callable[[Desk], MainWindow]
) -> None:
    page.looking.group("stage")
    page.looking.save("按阶段")
    page.looking.columns.hide("due")
    window.close()
    again = show_window(Desk(Session.open(sample_path, "李某"))).go("ledger")
    assert isinstance(again, LedgerPage)
    again.looking.open_view("按阶段")
    assert again.model.arrangement.by == "stage"
    assert "due" not in again.looking.columns.shown()


def test_a_view_is_exported_as_it_is_looked_at(page: LedgerPage, qtbot: QtBot, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    target = tmp_path / "视图.xlsx"
    page.desk.prompts = ReadyPrompts(saved=target)
    page.looking.open_view("签约未开工")
    page.looking.columns.hide("due")
    page.looking_tools.open_views()
    told: list[str] = []
    page.desk.told.connect(told.append)
    with qtbot.waitSignal(page.desk.jobs.finished, timeout=20_000):
        pick(page.looking_tools.view_button.menu_, "导出此视图…", qtbot)
    rows, columns = page.model.rowCount(), len(page.looking.columns.shown())
    assert told[-1].startswith(f"已导出视图“签约未开工”：{rows} 行、{columns} 栏，存为“视图.xlsx”")
    assert str(tmp_path) in told[-1]
    sheet = load_workbook(target).active
    heads = [cell.value for cell in sheet[3]]
    assert heads[:4] == ["序号", "项目名称", "阶段", "三未"]
    assert "到期" not in heads
    assert [row[1].value for row in sheet.iter_rows(min_row=4, max_row=3 + page.model.rowCount())] == names(
        page
    )


# Columns


def test_a_column_is_hidden_and_frozen_from_its_head_and_undone(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    at(page, "due")
    qtbot.keyClick(page.grid, K.Key_Down, ALT | SHIFT)
    assert page.looking_tools.menu is not None
    pick(page.looking_tools.menu, "隐藏此栏", qtbot)
    assert "due" not in page.looking.columns.shown()
    assert step_label(page) == "调整视图“全部项目”的列：隐藏“到期”"
    at(page, "stuck")
    qtbot.keyClick(page.grid, K.Key_Down, ALT | SHIFT)
    pick(page.looking_tools.menu, "冻结到此栏", qtbot)
    assert [page.model.columns[n].key for n in page.grid.staying()] == ["name", "stage", "stuck"]
    qtbot.keyClick(window, K.Key_Z, CONTROL)
    assert len(page.grid.staying()) == 1
    qtbot.keyClick(window, K.Key_Z, CONTROL)
    assert "due" in page.looking.columns.shown()


def test_a_head_is_dragged_to_another_place(page: LedgerPage, qtbot: QtBot) -> None:
    head = page.grid.horizontalHeader()
    stage, due = page.model.column_of("stage"), page.model.column_of("due")
    y = head.height() // 2
    start = QPoint(head.sectionViewportPosition(stage) + 20, y)
    end = QPoint(head.sectionViewportPosition(due) + 50, y)
    qtbot.mousePress(head.viewport(), LEFT, pos=start)
    for x in range(start.x(), end.x() + 1, 6):
        qtbot.mouseMove(head.viewport(), QPoint(x, y))
    qtbot.mouseRelease(head.viewport(), LEFT, pos=end)
    assert page.looking.columns.shown()[:4] == ["name", "stuck", "due", "stage"]
    assert step_label(page) == "调整视图“全部项目”的列：移动“阶段”"


def test_widths_are_kept_once_when_the_page_is_left(page: LedgerPage, window: MainWindow) -> None:
    before = len(page.desk.session.steps())
    for width in (70, 80, 90):
        page.grid.horizontalHeader().resizeSection(page.model.column_of("due"), width)
    assert len(page.desk.session.steps()) == before
    window.go("workbench")
    assert len(page.desk.session.steps()) == before + 1
    assert step_label(page).endswith("列宽")
    window.go("ledger")
    window.go("workbench")
    assert len(page.desk.session.steps()) == before + 1
    view = views.view_named(page.desk.session.reader, "全部项目")
    assert view.definition.layout.widths == {"due": 90}


def test_the_dialog_of_columns_by_keyboard(page: LedgerPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, K.Key_C, ALT)
    dialog = page.looking_tools.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.list.hasFocus)
    qtbot.keyClick(dialog.list, K.Key_Down)
    qtbot.keyClick(dialog.list, K.Key_Down, CONTROL)
    qtbot.keyClick(dialog.list, K.Key_Down)
    qtbot.keyClick(dialog.list, K.Key_Space)
    dialog.width_box.setValue(88)
    dialog.frozen_box.setValue(2)
    qtbot.keyClick(dialog.list, K.Key_Return)
    assert not dialog.isVisible()
    layout = page.looking.columns.current()
    assert layout.columns[:4] == ("name", "stuck", "stage", "overdue_days")
    assert layout.frozen == 2
    assert page.window().focusWidget() is page.grid


def test_a_ledger_that_is_only_read_is_looked_at_all_the_same(
    sample_path: Path, show_window: Callable[[Desk], MainWindow]
) -> None:
    with Session.open(sample_path, "王某某") as session:
        session.run(views.save_view, name="冷链", definition=ViewDefinition(words="项目"))
    desk = Desk(Session.open(sample_path, "李某", read_only=True))
    window = show_window(desk)
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    page.looking.columns.hide("due")
    assert "due" not in page.looking.columns.shown()
    page.looking.open_view("冷链")
    page.looking_tools.view_button.fill()
    texts = [action.text() for action in page.looking_tools.view_button.menu_.actions()]
    assert "冷链" in texts
    assert "另存为视图…" not in texts
    assert not window.notice.isVisible()


# What is selected


def test_count_sum_and_average_are_exact(page: LedgerPage, qtbot: QtBot) -> None:
    for row, text in enumerate(("0.1", "0.2", "")):
        pid = page.model.project_at(row)
        page.desk.run(edit.set_field, table="project", row_id=pid, key="total_investment", text=text)
    at(page, "total_investment")
    for _ in range(2):
        qtbot.keyClick(page.grid, K.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: "计数 2 · 合计 0.3 亿元 · 平均 0.15 亿元" in page.status.text())
    at(page, "overdue_days")
    page.looking.put_filter("overdue_days", ColumnFilter(text=">0"))
    page.grid.go(0, page.model.column_of("overdue_days"))
    for _ in range(2):
        qtbot.keyClick(page.grid, K.Key_Down, SHIFT)
    column = page.model.columns[page.model.column_of("overdue_days")]
    days = [page.rows.derived(pid).overdue_days or 0 for pid in page.model.shown()[:3]]
    assert column.numeric
    qtbot.waitUntil(lambda: f"计数 3 · 合计 {sum(days)} 天" in page.status.text())
