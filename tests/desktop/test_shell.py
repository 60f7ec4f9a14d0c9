"""Window, navigation, notice, top bar, scope bar."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.tokens import style_sheet
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.ops.edit import add_row, set_field, set_setting
from zonedesk.ops.session import Session

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def change_a_remark(desk: Desk, text: str = "已核") -> None:
    row_id = next(iter(desk.session.reader.names("project")))
    desk.run(set_field, table="project", row_id=row_id, key="remark", text=text)


def test_every_page_opens_by_its_key_combination(qtbot: QtBot, window: MainWindow):
    for number, spec in enumerate(window.specs[:9], start=1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert window.stack.currentWidget() is window.go(spec.key)
        assert window.stack.currentWidget().isVisible()


def test_pages_are_made_when_first_looked_at(qtbot: QtBot, window: MainWindow):
    assert window.stack.count() == 1
    window.go("history")
    assert window.stack.count() == 2


def test_going_by_key_lands_in_the_main_thing(qtbot: QtBot, window: MainWindow):
    window.go("history").setFocus()
    qtbot.waitUntil(window.go("history").table.hasFocus)


def test_undo_and_redo_name_their_step_and_do_it(qtbot: QtBot, window: MainWindow):
    change_a_remark(window.desk)
    bar = window.top_bar
    assert "已核" in bar.undo_action.toolTip()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "已核" in bar.redo_action.toolTip()
    assert window.desk.session.next_undo().label != bar.redo_action.toolTip()
    bar.redo_action.trigger()
    assert window.desk.session.next_redo() is None


def test_a_refusal_stays_until_it_is_read(qtbot: QtBot, window: MainWindow):
    window.desk.tell_failure(RefusedError("date.bad", text="某日"))
    assert window.notice.isVisible()
    assert "某日" in window.notice.text.text()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.notice.isHidden)


def test_what_nobody_foresaw_is_told_too(window: MainWindow):
    window.desk.tell_failure(ValueError("x"))
    assert "未预料" in window.notice.text.text()


def test_day_and_scope_are_looked_at_by_all_pages(qtbot: QtBot, window: MainWindow):
    from zonedesk.desktop.widgets.scope_bar import ScopeBar

    bar = next(bar for bar in window.findChildren(ScopeBar) if bar.isVisible())
    with qtbot.waitSignal(window.desk.looked_at_changed):
        bar.day.selectAll()
        qtbot.keyClicks(bar.day, "2024.2")
        qtbot.keyClick(bar.day, Qt.Key.Key_Return)
    assert window.desk.as_of == "2024-02-29"
    qtbot.keyClick(bar.day, Qt.Key.Key_Down)
    assert window.desk.as_of == "2024-02-29"
    bar.day.selectAll()
    qtbot.keyClicks(bar.day, "soon")
    qtbot.keyClick(bar.day, Qt.Key.Key_Return)
    assert "soon" in window.notice.text.text()
    assert bar.day.text() == "2024-02-29"
    bar.zone.setCurrentIndex(1)
    with qtbot.waitSignal(window.desk.looked_at_changed):
        bar.zone.activated.emit(1)
    assert window.desk.scope.zone_id == bar.zone.currentData()


def test_another_ledger_is_asked_for_in_the_menu(qtbot: QtBot, window: MainWindow):
    menu = window.top_bar.ledger_button.menu()
    with qtbot.waitSignal(window.left):
        menu.actions()[0].trigger()


def test_closing_while_a_job_runs_cancels_it_and_follows(qtbot: QtBot, window: MainWindow):
    begun = threading.Event()

    def work(progress):
        begun.set()
        while True:
            progress.check()
            threading.Event().wait(0.01)

    window.go("history")
    window.desk.jobs.cancel()
    window.desk.jobs.start("长活", work, lambda _: None)
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()
    assert not window.desk.jobs.busy


def test_a_closed_ledger_is_one_plain_file(qtbot: QtBot, window: MainWindow):
    path = window.desk.session.path
    change_a_remark(window.desk)
    for spec in window.specs:
        window.go(spec.key)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert [file.name for file in path.parent.iterdir() if file.name.endswith(("-wal", "-shm"))] == []


def test_who_holds_the_ledger_is_said(qtbot: QtBot, desk: Desk, show_window):
    with Session.open(desk.session.path, "李某某") as second:
        other = show_window(Desk(second))
        assert "王某某" in other.top_bar.standing.text()
        assert not other.top_bar.undo_action.isEnabled()


def test_pictures_that_the_style_sheet_names_are_there():
    named = [part.split('"')[0] for part in style_sheet().split('url("')[1:]]
    assert named
    assert all(Path(name).is_file() for name in named)


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, window: MainWindow):
    from PySide6.QtWidgets import QPushButton

    button = QPushButton("走", window)
    button.show()
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_number_leads_to_its_rows_with_the_keys_on_them_and_back(qtbot: QtBot, window: MainWindow):
    window.go("workbench")
    window.desk.show_rows("甲", [1, 2])
    page = window.go("ledger")
    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.stack.currentWidget() is window.go("workbench")


def test_ctrl_y_does_again_what_ctrl_z_took_back(qtbot: QtBot, window: MainWindow):
    desk = window.desk
    desk.run(set_setting, key="office_name", value="示例管委会")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.reader.setting("office_name") is None
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.reader.setting("office_name") == "示例管委会"


def test_what_was_done_is_told_whole_and_widens_nothing(qtbot: QtBot, window: MainWindow):
    page = window.go("workbench")
    page.set_status("状态" * 200)
    width, least = window.width(), window.minimumSizeHint().width()
    text = "填充 5 行 5 栏，其中 2 格不合规定，按原文保留待核；Ctrl+Z 撤销"
    window.desk.told.emit(text)
    qtbot.waitUntil(lambda: window.told.width() >= window.told.sizeHint().width())
    assert QLabel.text(window.told) == text
    assert (window.width(), window.minimumSizeHint().width()) == (width, least)
    assert QLabel.text(page.status).endswith("…"), "the page's own status gives way"
    window.desk.told.emit("很长" * 400)
    qtbot.waitUntil(lambda: QLabel.text(window.told).endswith("…"))
    assert window.width() == width


def test_the_search_is_closed_by_going_to_another_page(qtbot: QtBot, window: MainWindow):
    window.go("ledger")
    for key, modifier in (
        (Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        window.search.open()
        assert window.search.palette.isVisible()
        qtbot.keyClick(window, key, modifier)
        assert not window.search.palette.isVisible()
    assert window.stack.currentWidget() is window.go("ledger")


def test_going_back_to_the_workbench_lands_on_the_number_last_used(qtbot: QtBot, window: MainWindow):
    page = window.go("workbench")
    page.setFocus()
    assert window.focusWidget() is page.morning.first_place()
    number = page.batch_card.numbers()[0]
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.isVisible()
    assert window.focusWidget() is number


def test_a_batch_that_an_undo_takes_away_is_not_looked_at_any_longer(qtbot: QtBot, window: MainWindow):
    desk = window.desk
    values = {"batch_id": "2031年第一次", "track": "签约一批"}
    desk.run(add_row, table="listing", project_id=1, values=values)
    new = max(desk.session.reader.batches())
    window.go("three_not")
    desk.look_at(scope=Scope(from_batch=new))
    with qtbot.captureExceptions() as met, qtbot.waitSignal(desk.looked_at_changed):
        desk.undo()
    assert not met
    assert desk.scope == Scope()
    for spec in window.specs:
        window.go(spec.key)
    assert "改为全部" in window.told.text()


def test_a_key_leads_to_the_day_looked_at_from_wherever_the_keyboard_is(
    qtbot: QtBot, window: MainWindow, desk: Desk
):
    for start in (window.go("ledger"), window.go("three_not"), window.nav, window.go("workbench")):
        start.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, CTRL)
        box = window.stack.currentWidget().day_box
        assert box.hasFocus()
        assert box.selectedText() == desk.as_of
    qtbot.keyClicks(box, "2024.2")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.as_of == "2024-02-29"
    page = window.go("reports")
    qtbot.waitUntil(lambda: not page.settling(), timeout=20_000)
    page.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, CTRL)
    assert page.month.hasFocus()
    window.go("recycle").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, CTRL)
    assert "截至日期" in window.told.text()


def test_every_page_is_reached_by_key_from_the_one_beside_it(qtbot: QtBot, window: MainWindow):
    window.go("workbench").setFocus()
    seen = []
    for _ in window.specs:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, CTRL | SHIFT)
        page = window.stack.currentWidget()
        assert page.isAncestorOf(QApplication.focusWidget())
        qtbot.waitUntil(lambda page=page: not page.settling(), timeout=20_000)
        seen.append(window.nav.currentRow())
    assert seen == [*range(1, len(window.specs)), 0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CTRL | SHIFT)
    assert window.nav.currentRow() == len(window.specs) - 1
