"""手续: states by key, fields at the side, adding; the rate shown follows."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.domain.procedures import State
from zonedesk.ops.edit import set_field

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, desk):
    made = ProceduresPage(desk)
    qtbot.addWidget(made)
    made.resize(1174, 660)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _shown(page):
    numbers = [number.text() for number in page.sentence.numbers()]
    return int(numbers[0]), int(numbers[1]), numbers[2], int(numbers[3])


def _choose(qtbot, page, state):
    page.matrix.setFocus()
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    box = next(each for each in page.matrix.viewport().findChildren(QComboBox) if each.isVisible())
    box.hidePopup()
    box.setCurrentIndex(box.findText(state))
    box.activated.emit(box.currentIndex())


def test_sentence_says_what_the_figures_say(qtbot, desk, page):
    totals = desk.figures().procedures
    assert _shown(page) == (
        totals.completion.denominator,
        totals.completion.numerator,
        totals.completion.text(),
        len(totals.pending),
    )
    with qtbot.waitSignal(desk.rows_requested) as told:
        qtbot.mouseClick(page.sentence.numbers()[3], LEFT)
    assert set(told.args[1]) == {item.project_id for item in totals.pending}


def test_state_by_the_list_changes_the_rate_and_undo_brings_it_back(qtbot, desk, page):
    before = _shown(page)
    item = page.found.pending[0]
    name = item.cell.row["name"]
    page.matrix.go_to(item.project_id, name)
    _choose(qtbot, page, "已办结")
    assert _shown(page)[1] == before[1] + 1
    assert _shown(page)[3] == before[3] - 1
    assert page.matrix.place()[0].project_id == item.project_id
    _choose(qtbot, page, "无需办理")
    assert _shown(page)[:2] == (before[0] - 1, before[1])
    desk.undo()
    desk.undo()
    assert _shown(page) == before


def test_arrows_move_and_the_panel_follows(qtbot, page):
    page.matrix.setFocus()
    page.matrix.go_to(page.found.lines[0].project_id, page.found.names[0])
    qtbot.keyClick(page.matrix, Qt.Key.Key_Right)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Down)
    line, name = page.matrix.place()
    assert (line, name) == (page.found.lines[1], page.found.names[1])
    assert (page.panel.project.text(), page.panel.procedure.text()) == (line.project, name)


def test_a_field_of_the_panel_is_saved_when_left(qtbot, desk, page):
    item = page.found.pending[0]
    page.matrix.go_to(item.project_id, item.cell.row["name"])
    editor = page.panel.edits["promised_on"]
    editor.selectAll()
    editor.insert("2030年5月")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    row = desk.session.reader.rows("procedure", id=item.cell.row["id"])[0]
    assert row["promised_on"] == "2030-05"
    assert editor.text() == "2030-05"
    reason = page.panel.edits["waiting_reason"]
    reason.setFocus()
    reason.selectAll()
    reason.insertPlainText("等待招拍挂")
    page.matrix.setFocus()
    qtbot.waitUntil(
        lambda: desk.session.reader.rows("procedure", id=row["id"])[0]["waiting_reason"] == "等待招拍挂"
    )


def test_reason_typed_is_kept_for_its_own_cell_when_another_is_clicked(qtbot, desk, page):
    first, second = page.found.pending[:2]
    page.matrix.go_to(first.project_id, first.cell.row["name"])
    reason = page.panel.edits["waiting_reason"]
    reason.setFocus()
    reason.selectAll()
    reason.insertPlainText("只属于第一格")
    page.matrix.setFocus()
    page.matrix.go_to(second.project_id, second.cell.row["name"])
    found = {row["id"]: row["waiting_reason"] for row in desk.session.reader.rows("procedure")}
    assert found[first.cell.row["id"]] == "只属于第一格"
    assert found[second.cell.row["id"]] == second.cell.row["waiting_reason"]


def test_a_procedure_is_added_to_a_project(qtbot, desk, page):
    before = _shown(page)
    line = page.found.lines[0]
    page.matrix.go_to(line.project_id, page.found.names[0])
    qtbot.keyClick(page, Qt.Key.Key_Insert)
    page.panel.name_box.setEditText("水土保持方案")
    qtbot.mouseClick(page.panel.add_button, LEFT)
    assert page.found.names[-1] == "水土保持方案"
    assert _shown(page)[0] == before[0] + 1
    assert page.matrix.place()[1] == "水土保持方案"
    assert page.matrix.place()[0].cells["水土保持方案"].state is State.NOT_STARTED


def _cell(page):
    line, name = page.matrix.place()
    return line.cells[name]


def _open_list(qtbot, page):
    """Enter on the matrix; the list of states that opens."""
    page.matrix.setFocus()
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    box = next(each for each in page.matrix.viewport().findChildren(QComboBox) if each.isVisible())
    qtbot.waitUntil(box.view().isVisible)
    return box


def _pick(qtbot, page, state):
    """Choose from the open list by keys."""
    box = _open_list(qtbot, page)
    view = box.view()
    while view.currentIndex().row() > 0:
        qtbot.keyClick(view, Qt.Key.Key_Up)
    while view.currentIndex().data() != state:
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)


def _focused(qtbot, widget):
    """Wait until a widget has its window's focus; without a screen a list that closes leaves no window active."""
    qtbot.waitUntil(lambda: widget.window().focusWidget() is widget)
    widget.window().activateWindow()
    qtbot.waitUntil(widget.hasFocus)


def _undated(page):
    """Go to a pending procedure without a day of completion."""
    item = next(each for each in page.found.pending if not each.cell.text("done_on"))
    page.matrix.go_to(item.project_id, item.cell.row["name"])
    return item


def test_after_a_choice_from_the_list_the_arrows_and_enter_go_on(qtbot, window):
    page = window.go("procedures")
    _undated(page)
    _pick(qtbot, page, "暂停")
    assert _cell(page).row["status"] == "暂停"
    _focused(qtbot, page.matrix)
    before = page.matrix.currentIndex().column()
    back = Qt.Key.Key_Left if before > 2 else Qt.Key.Key_Right
    qtbot.keyClick(window.focusWidget(), back)
    assert page.matrix.currentIndex().column() != before
    box = _open_list(qtbot, page)
    qtbot.keyClick(box.view(), Qt.Key.Key_Escape)
    _focused(qtbot, page.matrix)
    qtbot.waitUntil(lambda: not page.matrix.viewport().findChildren(QComboBox))


def test_done_asks_for_its_day_and_enter_goes_back_to_the_matrix(qtbot, window):
    page = window.go("procedures")
    item = _undated(page)
    _pick(qtbot, page, "已办结")
    day = page.panel.edits["done_on"]
    _focused(qtbot, day)
    assert day.text() == "", "no day is invented"
    qtbot.keyClicks(day, "2024-3-15")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    (row,) = page.desk.session.reader.rows("procedure", id=item.cell.row["id"])
    assert (row["status"], row["done_on"]) == ("已办结", "2024-03-15")
    assert page.matrix.hasFocus()


def test_undo_in_a_saved_field_takes_back_the_last_step_in_the_ledger(qtbot, window):
    page = window.go("procedures")
    item = _undated(page)
    number = page.panel.edits["doc_no"]
    before, newest = number.text(), page.desk.session.steps()[0]
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, "A-17")
    qtbot.keyClick(number, Qt.Key.Key_Z, CTRL)
    assert number.text() == before, "what is being typed is undone where it is typed"
    assert page.desk.session.steps()[0] == newest
    number.selectAll()
    qtbot.keyClicks(number, "A-17")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert number.hasFocus()
    qtbot.keyClick(number, Qt.Key.Key_Z, CTRL)
    (row,) = page.desk.session.reader.rows("procedure", id=item.cell.row["id"])
    assert (row["doc_no"] or "") == before
    assert number.text() == before
    qtbot.keyClicks(number, "B")
    qtbot.keyClick(number, Qt.Key.Key_Escape)
    assert number.text() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
@pytest.mark.parametrize("how", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_a_closed_box_keeps_its_value(qtbot, page, key, how):
    _undated(page)
    box = page.panel.state
    before, steps = box.currentText(), page.desk.session.steps()
    box.setFocus()
    qtbot.keyClick(box, key, how)
    spot = QPointF(box.rect().center())
    wheel = QWheelEvent(
        spot,
        box.mapToGlobal(spot),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentText() == before
    assert page.desk.session.steps() == steps


def test_what_was_done_after_the_day_is_pending_and_says_so(desk, page):
    item = page.found.pending[0]
    for key, text in (("status", "已办结"), ("done_on", "2024-04-10")):
        desk.run(set_field, table="procedure", row_id=item.cell.row["id"], key=key, text=text)
    row = next(n for n, each in enumerate(page.found.pending) if each.cell.row["id"] == item.cell.row["id"])
    texts = [page.pending.model().index(row, column).data() for column in range(8)]
    assert any("办结于 2024-04-10，晚于截至日" in text for text in texts)
    assert "已办结" not in texts


def test_only_pending_leaves_those_projects(qtbot, page):
    qtbot.mouseClick(page.chips.buttons["pending"], LEFT)
    assert page.shown()
    assert all(line.pending for line in page.shown())
    assert page.matrix.model().rowCount() == len({item.project_id for item in page.found.pending})


def test_choosing_a_pending_line_goes_to_its_cell(qtbot, page):
    item = page.found.pending[1]
    page.pending.setFocus()
    place = page.pending.visualRect(page.pending.model().index(1, 1)).center()
    qtbot.mouseClick(page.pending.viewport(), LEFT, pos=place)
    line, name = page.matrix.place()
    assert (line.project_id, name) == (item.project_id, item.cell.row["name"])
