"""手续: states by key, fields at the side, adding; the rate shown follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.domain.procedures import State

LEFT = Qt.MouseButton.LeftButton


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
