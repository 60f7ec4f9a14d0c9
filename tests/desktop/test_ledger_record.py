"""The record panel's marks in words, listings, history of a field, and the record as it stood on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.ledger.child_tab import ChildTab
from zonedesk.desktop.ledger.editors import ChoiceBox
from zonedesk.desktop.ledger.history import HistoryTab
from zonedesk.desktop.ledger.listing_tab import ListingTab
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    qtbot.waitUntil(lambda: bool(found.panel.leaves) and found.panel.pid is not None)
    return found


@pytest.fixture
def put(page: LedgerPage) -> Callable[..., None]:
    """Writes a field of the project in view."""

    def write(key: str, text: str) -> None:
        page.desk.run(edit.set_field, table="project", row_id=page.panel.pid, key=key, text=text)

    return write


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the clock of the record to noon of a day."""

    def set_day(day: str) -> None:
        class Then(dt.datetime):
            @classmethod
            def now(cls, tz: object = None) -> dt.datetime:
                return dt.datetime.fromisoformat(day + "T12:00:00").astimezone()

        class Module:
            datetime = Then

        monkeypatch.setattr("zonedesk.store.record.dt", Module)

    return set_day


def turn_to(page: LedgerPage, key: str) -> ChildTab | HistoryTab:
    page.panel.tabs.setCurrentIndex(list(page.panel.leaves).index(key))
    return page.panel.leaves[key]


def lines(tab: HistoryTab) -> list[str]:
    return [tab.list.item(row).text() for row in range(tab.list.count())]


def shown(tab: HistoryTab) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}

    def walk(item: QTreeWidgetItem) -> None:
        found[item.text(0)] = (item.text(1), item.text(2))
        for number in range(item.childCount()):
            walk(item.child(number))

    for number in range(tab.snapshot.topLevelItemCount()):
        walk(tab.snapshot.topLevelItem(number))
    return found


def test_what_is_wrong_stands_under_its_field_and_goes_when_it_is_mended(
    page: LedgerPage, put: Callable[..., None], qtbot: QtBot
) -> None:
    put("sign_date", "2024-03-01")
    put("start_actual", "2024-02-01")
    row = page.panel.fields.fields["start_actual"]
    assert row.note.isVisibleTo(page.panel.fields)
    assert row.note.text().startswith("实际开工时间（2024年2月1日）早于签约时间")
    assert "需核对" in page.panel.standing.text()
    row.editor.setFocus()
    row.editor.selectAll()
    qtbot.keyClicks(row.editor, "2024-03-05")
    qtbot.keyClick(row.editor, K.Key_Return)
    assert not row.note.isVisibleTo(page.panel.fields)


def test_an_unfit_text_and_a_bad_code_are_told_in_words(page: LedgerPage, put: Callable[..., None]) -> None:
    put("start_plan", "年内")
    put("code", "12-34")
    fields = page.panel.fields.fields
    assert "“年内”" in fields["start_plan"].note.text()
    assert "格式" in fields["code"].note.text()


def test_a_leaf_with_something_wrong_is_marked(page: LedgerPage) -> None:
    pid = page.panel.pid
    page.desk.run(
        edit.add_row, table="problem", project_id=pid, values={"description": "某事", "deadline": "尽快"}
    )
    number = list(page.panel.leaves).index("problem")
    assert "“尽快”" in page.panel.tabs.tabToolTip(number)
    assert not page.panel.tabs.tabIcon(number).isNull()


def test_a_listing_is_filled_in_by_keys_and_written_at_the_end(page: LedgerPage, qtbot: QtBot) -> None:
    tab = turn_to(page, "listing")
    assert isinstance(tab, ListingTab)
    before, steps = len(tab.model.rows), len(page.desk.session.steps())
    qtbot.mouseClick(tab.add, Qt.MouseButton.LeftButton)
    form = tab.form
    qtbot.waitUntil(form.batch.line.hasFocus)
    assert form.amounts["investment"].text() == page.panel.fields.fields["total_investment"].editor.text()
    form.batch.line.selectAll()
    compose(form.batch.line, "2030年第九次")
    form.track.setFocus()
    while form.track.currentText() != "投产一批":
        before_track = form.track.currentIndex()
        qtbot.keyClick(form.track, K.Key_Down)
        assert form.track.currentIndex() > before_track
    form.amounts["investment"].setFocus()
    form.amounts["investment"].selectAll()
    qtbot.keyClicks(form.amounts["investment"], "7.5")
    assert len(page.desk.session.steps()) == steps, "nothing is written before the end"
    qtbot.keyClick(form.amounts["investment"], K.Key_Return)
    assert not form.isVisible()
    assert len(tab.model.rows) == before + 1
    reader = page.desk.session.reader
    batch = next(row for row in reader.rows("batch") if row["name"] == "2030年第九次")
    (listing,) = reader.rows("listing", batch_id=batch["id"])
    assert (listing["project_id"], listing["track"], listing["investment"]) == (
        page.panel.pid,
        "production",
        750_000_000,
    )


def test_a_listing_refused_stays_on_the_screen_and_escape_leaves_it(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    tab = turn_to(page, "listing")
    qtbot.mouseClick(tab.add, Qt.MouseButton.LeftButton)
    tab.form.batch.setText("")
    qtbot.mouseClick(tab.form.done, Qt.MouseButton.LeftButton)
    assert tab.form.isVisible()
    assert "不能为空" in window.notice.text.text()
    window.notice.hide()
    qtbot.keyClick(tab.form.amounts["output"], K.Key_Escape)
    assert not tab.form.isVisible()
    assert tab.table.hasFocus()


def test_a_listing_is_changed_and_deleted_in_the_table(page: LedgerPage, qtbot: QtBot) -> None:
    tab = turn_to(page, "listing")
    if not tab.model.rows:
        page.desk.run(
            edit.add_row, table="listing", project_id=page.panel.pid,
            values={"batch_id": "2030年第一次", "track": "签约一批"},
        )  # fmt: skip
    before = len(tab.model.rows)
    cell = tab.model.index(0, tab.view.keys.index("investment"))
    assert tab.model.setData(cell, "1.25")
    assert tab.model.rows[0]["investment"] == 125_000_000
    tab.table.setCurrentIndex(cell)
    qtbot.mouseClick(tab.remove, Qt.MouseButton.LeftButton)
    assert len(tab.model.rows) == before - 1


def test_months_and_procedures_are_added_one_after_another(page: LedgerPage, qtbot: QtBot) -> None:
    for key, column in (("monthly_progress", "month"), ("procedure", "name")):
        tab = turn_to(page, key)
        before = len(page.desk.session.reader.rows(key, project_id=page.panel.pid))
        for _ in range(2):
            qtbot.mouseClick(tab.add, Qt.MouseButton.LeftButton)
        rows = page.desk.session.reader.rows(key, project_id=page.panel.pid)
        assert len(rows) == before + 2
        assert len({row[column] for row in rows}) == len(rows)


def test_the_history_of_one_field_is_asked_for_by_key(
    page: LedgerPage, put: Callable[..., None], qtbot: QtBot
) -> None:
    put("location", "某路1号")
    put("remark", "别的事")
    put("location", "某路2号")
    box = page.panel.fields.fields["location"].editor
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, K.Key_H, CTRL | SHIFT)
    history = page.panel.history
    assert page.panel.tabs.currentWidget() is history
    assert "某路1号 → 某路2号" in lines(history)[0]
    assert "王某某" in lines(history)[0]
    assert not any("备注" in line for line in lines(history))
    qtbot.mouseClick(history.chip, Qt.MouseButton.LeftButton)
    assert any("备注" in line for line in lines(history))
    assert not history.chip.isVisible()


def test_the_history_of_a_field_stands_in_its_menu(page: LedgerPage, put: Callable[..., None]) -> None:
    put("phone", "13900000001")
    menu = page.panel.fields.fields["phone"].menu()
    action = next(action for action in menu.actions() if action.text().startswith("此项沿革"))
    action.trigger()
    assert page.panel.history.chip.text() == "联系电话"
    assert "13900000001" in lines(page.panel.history)[0]


def test_the_history_of_a_procedure_s_cell(page: LedgerPage, qtbot: QtBot) -> None:
    pid = page.panel.pid
    page.desk.run(edit.add_row, table="procedure", project_id=pid, values={"name": "某某许可"})
    tab = turn_to(page, "procedure")
    row = next(n for n, each in enumerate(tab.model.rows) if each["name"] == "某某许可")
    page.desk.run(
        edit.set_field, table="procedure", row_id=tab.model.rows[row]["id"], key="status", text="审查中"
    )
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab.model.index(row, tab.view.keys.index("status")))
    qtbot.keyClick(tab.table, K.Key_H, CTRL | SHIFT)
    assert "某某许可" in page.panel.history.chip.text()
    assert "未启动 → 审查中" in lines(page.panel.history)[0]


def test_the_record_as_it_stood_on_a_day(
    page: LedgerPage, put: Callable[..., None], on_day: Callable[[str], None], qtbot: QtBot
) -> None:
    pid = page.panel.pid
    on_day("2099-01-10")
    put("remark", "旧话")
    page.desk.run(edit.add_row, table="problem", project_id=pid, values={"description": "旧问题"})
    problem = page.desk.session.reader.rows("problem", description="旧问题")[0]["id"]
    on_day("2099-01-20")
    put("remark", "新话")
    page.desk.run(edit.delete_row, table="problem", row_id=problem)
    page.desk.run(edit.add_row, table="problem", project_id=pid, values={"description": "新问题"})
    history = turn_to(page, "history")
    assert isinstance(history, HistoryTab)
    history.date.setDate(QDate(2099, 1, 15))
    history.date.setFocus()
    qtbot.keyClick(history.date, K.Key_Return)
    assert history.stack.currentIndex() == 1
    found = shown(history)
    assert found["备注"] == ("旧话", "新话")
    assert found["项目名称"] == (page.rows.by_id[pid]["name"], "")
    assert found["旧问题"][1] == "现已删除"
    assert found["新问题"][1] == "当时尚无"
    assert "2099-01-15" in history.banner.text()
    assert "3 处不同" in history.banner.text()
    qtbot.keyClick(history.snapshot, K.Key_Escape)
    assert history.stack.currentIndex() == 0


def test_a_day_before_the_project_says_so_and_stays_while_going_on(page: LedgerPage, qtbot: QtBot) -> None:
    history = turn_to(page, "history")
    history.show_day("1999-12-31")
    assert "还没有这个项目" in history.banner.text()
    first = page.panel.pid
    qtbot.keyClick(history.snapshot, K.Key_PageDown)
    qtbot.waitUntil(lambda: page.panel.pid != first)
    assert history.stack.currentIndex() == 1
    assert history.pid == page.panel.pid


def focus_in(page: LedgerPage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    qtbot.waitUntil(page.grid.hasFocus)
    qtbot.keyClick(page.grid, K.Key_F6)
    qtbot.waitUntil(lambda: page.panel.isAncestorOf(QApplication.focusWidget()))


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
    """Press a key where the keyboard is; where it is then."""
    qtbot.keyClick(QApplication.focusWidget(), key, held)
    return QApplication.focusWidget()


def test_tab_goes_through_all_fields_then_the_buttons_and_round(page: LedgerPage, qtbot: QtBot) -> None:
    page.grid.go(2, 1)
    focus_in(page, qtbot)
    panel = page.panel
    editors = [line.editor for line in panel.fields.fields.values()]
    passed = [QApplication.focusWidget()]
    for _ in editors[1:]:
        passed.append(press(qtbot, K.Key_Tab))
    assert passed == editors
    rest = [press(qtbot, K.Key_Tab) for _ in range(3)]
    assert rest[-1] is panel.tabs.tabBar()
    assert all(isinstance(each, QToolButton) for each in rest[:2])
    assert press(qtbot, K.Key_Tab) is editors[0]
    for _ in rest:
        press(qtbot, K.Key_Backtab, SHIFT)
    assert press(qtbot, K.Key_Backtab, SHIFT) is editors[-1]
    assert press(qtbot, K.Key_Escape) is page.grid
    assert (page.grid.currentIndex().row(), page.grid.currentIndex().column()) == (2, 1)


def test_every_leaf_is_reached_and_left_by_key(page: LedgerPage, qtbot: QtBot) -> None:
    focus_in(page, qtbot)
    panel = page.panel
    for name in list(panel.leaves)[1:]:
        focus = press(qtbot, K.Key_Tab, CTRL)
        leaf = panel.leaves[name]
        assert panel.tabs.currentWidget() is leaf
        assert focus is (leaf.list if isinstance(leaf, HistoryTab) else leaf.table)
        assert focus.currentIndex().isValid() or not focus.model().rowCount()
    history = panel.history
    passed = {press(qtbot, K.Key_Tab) for _ in range(8)}  # three of them in the date
    assert {history.date, history.look} <= passed
    history.look.setFocus()
    assert press(qtbot, K.Key_Return) is history.snapshot
    assert press(qtbot, K.Key_Escape) is history.list
    press(qtbot, K.Key_PageUp, CTRL)
    assert panel.tabs.currentWidget() is panel.leaves["more"]
    assert press(qtbot, K.Key_Escape) is page.grid


def test_the_delete_key_in_the_panel_is_about_a_row_never_about_the_project(
    page: LedgerPage, qtbot: QtBot
) -> None:
    pid, count = page.panel.pid, page.model.rowCount()
    for text in ("某事", "又一事"):
        page.desk.run(edit.add_row, table="problem", project_id=pid, values={"description": text})
    told: list[str] = []
    page.desk.told.connect(told.append)
    tab = turn_to(page, "problem")
    before = len(tab.model.rows)
    tab.table.setFocus()
    tab.table.setCurrentIndex(tab.model.index(before - 1, 0))
    press(qtbot, K.Key_Minus, CTRL)
    assert len(tab.model.rows) == before - 1
    assert "又一事" in told[-1]
    assert tab.table.hasFocus()
    assert tab.table.currentIndex().row() == before - 2
    press(qtbot, K.Key_Z, CTRL)
    assert len(tab.model.rows) == before
    tab.table.edit(tab.model.index(0, 0))
    press(qtbot, K.Key_Minus, CTRL)
    assert len(tab.model.rows) == before
    turn_to(page, "fields")
    for key in ("name", "zone_id", "remark"):
        page.panel.fields.fields[key].editor.setFocus()
        press(qtbot, K.Key_Minus, CTRL)
    assert page.model.rowCount() == count
    assert pid in page.rows.by_id
    page.grid.setFocus()
    press(qtbot, K.Key_Minus, CTRL)
    assert page.model.rowCount() == count - 1


def test_alt_down_in_a_table_of_the_panel_opens_the_list(page: LedgerPage, qtbot: QtBot) -> None:
    pid = page.panel.pid
    for text in ("某许可", "另一许可"):
        page.desk.run(edit.add_row, table="procedure", project_id=pid, values={"name": text})
    tab = turn_to(page, "procedure")
    cell = tab.model.index(0, tab.view.keys.index("status"))
    tab.table.setFocus()
    tab.table.setCurrentIndex(cell)
    press(qtbot, K.Key_Down, Qt.KeyboardModifier.AltModifier)
    box = tab.table.indexWidget(cell)
    assert isinstance(box, ChoiceBox)
    assert box.view().isVisible()
    assert tab.table.currentIndex() == cell
    box.hidePopup()


def test_tab_leaves_a_table_behind_its_last_cell_and_insert_adds(page: LedgerPage, qtbot: QtBot) -> None:
    tab = turn_to(page, "problem")
    tab.table.setFocus()
    before = len(tab.model.rows)
    press(qtbot, K.Key_Insert)
    assert len(tab.model.rows) == before + 1
    press(qtbot, K.Key_Escape)
    tab.table.setCurrentIndex(tab.model.index(before, len(tab.view.keys) - 1))
    assert press(qtbot, K.Key_Tab) is tab.add
    assert press(qtbot, K.Key_Tab) is tab.remove
    press(qtbot, K.Key_Backtab, SHIFT)
    assert press(qtbot, K.Key_Backtab, SHIFT) is tab.table


def test_a_choice_typed_and_left_by_tab_is_saved(page: LedgerPage, qtbot: QtBot) -> None:
    box = page.panel.fields.fields["industry_field"].editor
    assert isinstance(box, ChoiceBox)
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    box.line.selectAll()
    qtbot.keyClicks(box, "abc")
    press(qtbot, K.Key_Tab)
    assert page.rows.by_id[page.panel.pid]["industry_field"] == "abc"
