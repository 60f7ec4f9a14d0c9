"""手续 by keys alone in a window of 1366×768: nothing grows, nothing is cut, the keyboard stays where the work is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics
from PySide6.QtWidgets import QApplication

from zonedesk.desktop import tokens
from zonedesk.desktop.place import Place
from zonedesk.desktop.widgets.project_menu import ProjectMenu
from zonedesk.domain.procedures import State

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot, window):
    made = window.go("procedures")
    made.view.matrix.setFocus()
    qtbot.waitUntil(lambda: made.view.pending.model().rowCount() > 1)
    return made


@pytest.fixture
def panel(qtbot, page):
    """The checklist beside the matrix, at an overdue procedure, with the keyboard in it."""
    item = page.found.pending[0]
    page.view.matrix.go_to(item.project_id, item.name)
    qtbot.keyClick(page.view.matrix, KEY.Key_F4)
    found = page.view.panel
    qtbot.waitUntil(lambda: found.current() is not None and found.current().row["name"] == item.name)
    qtbot.keyClick(page.view.matrix, KEY.Key_F6)
    assert found.table.hasFocus()
    return found


def _keyboard(page):
    return page.window().focusWidget()


def _whole(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_window_does_not_grow_and_documents_are_seen(qtbot, window, page, panel, tmp_path):
    details = page.view.details
    warned = next(each for each in page.found.pending if details.of(each.project_id, each.name).warnings)
    page.view.matrix.go_to(warned.project_id, warned.name)
    qtbot.waitUntil(lambda: panel.project_id == warned.project_id and panel.table.go_to(warned.name))
    assert panel.detail.warnings.text()
    sources = [tmp_path / "用地预审意见.pdf", tmp_path / "规划条件.docx"]
    for source in sources:
        source.write_bytes(b"invented")
    panel.detail.fold.setFocus()
    qtbot.keyClick(panel.detail.fold, KEY.Key_Space)
    files = panel.detail.attachments
    panel.detail.show_leaf(files)
    files.files_dropped.emit([str(source) for source in sources])
    qtbot.waitUntil(lambda: len(files.model.rows) == 2)
    qtbot.waitUntil(lambda: _whole(files.table.viewport()) and files.table.viewport().height() >= 56)
    assert (window.width(), window.height()) == (1366, 768)
    assert window.minimumSizeHint().height() <= 700
    assert window.statusBar().geometry().bottom() < 768
    assert _whole(panel.detail.title)
    assert panel.table.viewport().height() >= 56
    assert _whole(panel.table.viewport())


def test_however_much_is_told_the_window_keeps_its_height(qtbot, window, panel):
    panel.detail.fold.setFocus()
    qtbot.keyClick(panel.detail.fold, KEY.Key_Space)
    panel.detail.warnings.setText("\n".join("▲ 有疑问" for _ in range(30)))
    panel.detail.warnings.show()
    panel.detail.tabs.currentWidget().table.setFocus()
    qtbot.waitUntil(lambda: panel.detail.warnings.height() > 400)
    assert window.height() == 768
    assert window.minimumSizeHint().height() <= 700


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Down])
def test_words_to_search_are_left_for_the_rows_they_leave(qtbot, page, key):
    name = page.found.project_name(page.found.pending[0].project_id)
    filters, view = page.view.filters, page.view
    for box, words in ((filters.find_box, name), (filters.name_box, page.found.pending[0].name)):
        filters.clear()
        view.matrix.setFocus()
        qtbot.keyClick(view.matrix, KEY.Key_F, CTRL)
        assert filters.find_box.hasFocus()
        box.setFocus()
        box.setText(words)
        qtbot.keyClick(box, key)
        assert view.matrix.hasFocus()
        assert view.found.project_name(view.model.project_at(view.matrix.currentIndex().row()))
    assert len(view.model.columns) < len(page.found.columns), "what was typed is asked for at once"


def test_words_that_find_nothing_are_typed_again(qtbot, page):
    box = page.view.filters.find_box
    box.setFocus()
    box.setText("没有这样的项目")
    qtbot.keyClick(box, KEY.Key_Return)
    assert box.hasFocus()
    qtbot.keyClick(box, KEY.Key_Escape)
    assert page.view.matrix.hasFocus()
    assert page.view.shown()


def test_down_leaves_the_words_of_the_statistics_too(qtbot, page):
    page.show_tab(1)
    book = page.statistics.show_list("procedure_stuck")
    book.find_box.setFocus()
    qtbot.keyClick(book.find_box, KEY.Key_Down)
    assert book.table.hasFocus()


@pytest.mark.parametrize("what", ["finish", "not_required"])
def test_a_pressed_move_gives_the_keyboard_back_to_the_list(qtbot, page, panel, what, monkeypatch):
    monkeypatch.setattr(page.desk.prompts, "text", lambda *_, **__: "利用现有厂房")
    name, row = panel.current().row["name"], panel.table.currentIndex().row()
    button = panel.detail.buttons[what]
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Space)
    assert panel.current().state in (State.DONE, State.NOT_REQUIRED)
    assert not button.isEnabled()
    assert _keyboard(page) is panel.table
    assert (panel.current().row["name"], panel.table.currentIndex().row()) == (name, row)


def test_backing_out_of_a_move_leaves_the_keyboard_on_its_button(qtbot, page, panel, monkeypatch):
    monkeypatch.setattr(page.desk.prompts, "text", lambda *_, **__: None)
    button = panel.detail.buttons["not_required"]
    button.setFocus()
    qtbot.keyClick(button, KEY.Key_Space)
    assert _keyboard(page) is button


def test_the_last_row_deleted_leaves_the_keyboard_in_its_table(qtbot, page, panel):
    panel.detail.fold.click()
    steps = panel.detail.steps
    panel.detail.show_leaf(steps)
    steps.table.setFocus()
    while steps.model.rows:
        before = len(steps.model.rows)
        steps.remove.setFocus()
        qtbot.keyClick(steps.remove, KEY.Key_Space)
        assert len(steps.model.rows) == before - 1
    qtbot.keyClick(steps.table, KEY.Key_Insert)
    qtbot.keyClick(_keyboard(page), KEY.Key_Escape)
    steps.remove.setFocus()
    qtbot.keyClick(steps.remove, KEY.Key_Space)
    assert not steps.model.rows
    assert _keyboard(page) is steps.table


def test_names_and_where_it_is_stuck_are_read_whole(page, panel):
    table = panel.table
    columns = [column.key for column in table.checklist_model.columns]
    room = table.columnWidth(columns.index("name")) - 30
    assert QFontMetrics(table.font()).horizontalAdvance("建设工程规划许可证") <= room
    item = panel.current()
    assert item.state is State.OVERDUE
    index = table.checklist_model.index(table.currentIndex().row(), columns.index("step"))
    assert index.data() == item.stuck.step


def test_the_line_of_keys_is_never_cut(page, panel):
    legend = page.view.legend
    assert 0 < legend.sizeHint().width() <= legend.width()
    assert "无需办理" in legend.text()
    assert legend.text().endswith("全部按键")


def test_a_selected_pending_line_stays_red(qtbot, page):
    pending = page.view.pending
    column = next(n for n, each in enumerate(pending.cells.columns()) if each.key == "state")
    row = next(n for n, item in enumerate(page.found.pending) if item.overdue)
    pending.setFocus()
    pending.setCurrentIndex(pending.model().index(row, column))
    pending.scrollTo(pending.currentIndex())
    picture = pending.viewport().grab(pending.visualRect(pending.currentIndex())).toImage()
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    assert any(picture.pixelColor(x, y) == QColor(tokens.RED) for x, y in spots)


@pytest.mark.parametrize("name", ["matrix", "pending"])
def test_shift_f10_opens_the_menu_of_the_project(qtbot, page, name):
    table = getattr(page.view, name)
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, 2))
    row = table.currentIndex().row()
    project_id = page.found.pending[row].project_id if name == "pending" else page.view.model.project_at(row)
    menu = table.findChild(ProjectMenu)
    qtbot.keyClick(table, KEY.Key_F10, SHIFT)
    qtbot.waitUntil(lambda: menu.menu is not None)
    qtbot.keyClick(menu.menu, KEY.Key_Down)
    with qtbot.waitSignal(page.desk.page_requested) as asked:
        qtbot.keyClick(menu.menu, KEY.Key_Return)
    assert asked.args[0] == Place.of("procedure", project_id=project_id)


def test_a_right_click_opens_the_menu_of_its_row(qtbot, page):
    grid = page.view.matrix
    grid.go(0, 3)
    view = grid.frozen.viewport()
    spot = QPoint(20, grid.frozen.rowViewportPosition(2) + 8)
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=spot)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, view.mapToGlobal(spot))
    QApplication.sendEvent(view, event)
    menu = grid.findChild(ProjectMenu)
    qtbot.waitUntil(lambda: menu.menu is not None)
    assert grid.currentIndex().row() == 2
    menu.menu.close()
