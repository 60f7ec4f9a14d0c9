"""手续: states by key for all that is selected, one step each; the rate shown follows; beside it the checklist."""

import datetime as dt
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from tests.desktop.keys import compose
from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.matrix.model import FIXED
from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.domain.columns import NOT_REQUIRED
from zonedesk.domain.procedures import State
from zonedesk.ops.edit import set_field
from zonedesk.ops.session import Session

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


class Answers:
    """Answers the page's questions."""

    def __init__(self, desk, monkeypatch):
        self.text, self.asked = "", []
        monkeypatch.setattr(desk.prompts, "text", self._text)

    def _text(self, _parent, title, label, **_):
        self.asked.append((title, label))
        return self.text


@pytest.fixture
def page(qtbot, desk):
    made = ProceduresPage(desk)
    qtbot.addWidget(made)
    made.resize(1174, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.view.setFocus()
    return made


def _shown(page):
    numbers = [number.text() for number in page.sentence.numbers()]
    return int(numbers[0]), int(numbers[1]), numbers[2], int(numbers[3])


def _row(page, place):
    found = page.desk.session.reader.rows("procedure", project_id=place[0], name=place[1])
    return found[0] if found else None


def _here(page):
    place = page.view.matrix.place()
    return (place.project_id, place.name)


def _steps(page):
    return len(page.desk.session.steps())


def _spot(page, row, column):
    return page.view.matrix.visualRect(page.view.model.index(row, column)).center()


def _undated(page):
    """Go to a pending procedure; its place."""
    item = page.found.pending[0]
    assert page.view.matrix.go_to(item.project_id, item.name)
    return item.project_id, item.name


def _column_block(qtbot, page, rows):
    """Select the first cells of a column that has them, by keys; the selected places that are there."""
    column = max(
        range(len(page.view.model.columns)), key=lambda n: sum(page.view.model.columns[n].states.values())
    )
    page.view.matrix.go(0, FIXED + column)
    for _ in range(rows - 1):
        qtbot.keyClick(page.view.matrix, KEY.Key_Down, SHIFT)
    return page.view.writing.places()


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


def test_a_key_sets_the_state_and_undo_brings_it_back(qtbot, desk, page, monkeypatch):
    answers = Answers(desk, monkeypatch)
    before = _shown(page)
    place = _undated(page)
    qtbot.keyClick(page.view.matrix, KEY.Key_0)
    assert _row(page, place)["status"] == "已办结"
    assert _row(page, place)["done_on"] is None, "no day is invented"
    assert (_shown(page)[1], _shown(page)[3]) == (before[1] + 1, before[3] - 1)
    assert _here(page) == place
    answers.text = "年综合能耗低于1000吨标准煤"
    qtbot.keyClick(page.view.matrix, KEY.Key_Equal)
    row = _row(page, place)
    assert (row["required"], row["not_required_reason"]) == (NOT_REQUIRED, answers.text)
    assert _shown(page)[:2] == (before[0] - 1, before[1])
    desk.undo()
    desk.undo()
    assert _shown(page) == before


def test_a_state_whose_day_is_not_said_is_told_about(qtbot, desk, page):
    _undated(page)
    told = []
    desk.told.connect(told.append)
    qtbot.keyClick(page.view.matrix, KEY.Key_0)
    assert "未写办结时间" in told[-1]
    qtbot.keyClick(page.view.matrix, KEY.Key_4)
    assert "未写受理时间" in told[-1]


def test_backing_out_of_the_reason_writes_nothing(qtbot, desk, page, monkeypatch):
    Answers(desk, monkeypatch).text = None
    _undated(page)
    before = _steps(page)
    qtbot.keyClick(page.view.matrix, KEY.Key_Equal)
    assert _steps(page) == before


def test_a_block_drawn_with_shift_is_set_in_one_step(qtbot, page):
    places = _column_block(qtbot, page, 6)
    assert len(places) > 2
    before, steps = {place: _row(page, place)["status"] for place in places}, _steps(page)
    qtbot.keyClick(page.view.matrix, KEY.Key_5)
    assert {_row(page, place)["status"] for place in places} == {"补正"}
    assert _steps(page) == steps + 1
    assert page.view.writing.places() == places, "the selection stays"
    page.desk.undo()
    assert {place: _row(page, place)["status"] for place in places} == before


def test_empty_cells_among_others_stay_empty_and_alone_are_filled(qtbot, page):
    model = page.view.model
    row, column = next(
        (row, column)
        for row in range(model.rowCount())
        for column in range(FIXED, model.columnCount() - 1)
        if model.place(model.index(row, column)).code and not model.place(model.index(row, column + 1)).code
    )
    page.view.matrix.go(row, column)
    qtbot.keyClick(page.view.matrix, KEY.Key_Right, SHIFT)
    empty = model.place(model.index(row, column + 1))
    qtbot.keyClick(page.view.matrix, KEY.Key_4)
    assert _row(page, empty[:2]) is None
    page.view.matrix.go(row, column + 1)
    qtbot.keyClick(page.view.matrix, KEY.Key_4)
    assert _row(page, empty[:2])["status"] == "已受理"


def test_today_is_written_by_its_key(qtbot, page):
    place = _undated(page)
    qtbot.keyClick(page.view.matrix, KEY.Key_Semicolon, CTRL)
    today = str(dt.date.today())  # noqa: DTZ011 - the officer's own calendar
    assert (_row(page, place)["status"], _row(page, place)["done_on"]) == ("已办结", today)


def test_a_day_and_a_number_for_a_whole_block(qtbot, page):
    places = _column_block(qtbot, page, 5)
    steps = _steps(page)
    qtbot.keyClick(page.view.matrix, KEY.Key_E, CTRL | SHIFT)
    assert page.view.bar.isVisible()
    assert str(len(places)) in page.view.bar.agree.text()
    page.view.bar.day.selectAll()
    page.view.bar.day.insert("2024年3月5日")
    page.view.bar.number.insert("示审〔2024〕8号")
    qtbot.keyClick(page.view.bar.number, KEY.Key_Return)
    rows = [_row(page, place) for place in places]
    assert {(row["done_on"], row["doc_no"]) for row in rows} == {("2024-03-05", "示审〔2024〕8号")}
    assert _steps(page) == steps + 1
    assert not page.view.bar.isVisible()
    qtbot.waitUntil(page.view.matrix.hasFocus)


def test_what_is_no_day_is_told_and_the_bar_stays(qtbot, desk, page):
    _undated(page)
    steps = _steps(page)
    qtbot.keyClick(page.view.matrix, KEY.Key_E, CTRL | SHIFT)
    page.view.bar.day.selectAll()
    page.view.bar.day.insert("下周")
    with qtbot.waitSignal(desk.told) as told:
        qtbot.keyClick(page.view.bar.number, KEY.Key_Return)
    assert "下周" in told.args[0]
    assert page.view.bar.isVisible()
    assert _steps(page) == steps
    qtbot.keyClick(page.view.bar.number, KEY.Key_Escape)
    assert not page.view.bar.isVisible()


def test_delete_takes_out_of_the_list_and_undo_brings_all_back(qtbot, desk, page):
    place = _undated(page)
    before, shown = _row(page, place), _shown(page)
    qtbot.keyClick(page.view.matrix, KEY.Key_Delete)
    assert _row(page, place) is None
    assert _shown(page)[0] == shown[0] - 1
    assert page.view.matrix.place().code == 0
    desk.undo()
    assert _row(page, place) == before


def test_fill_down_gives_the_rows_below_the_state_of_the_first(qtbot, page):
    places = _column_block(qtbot, page, 4)
    top, below = places[0], places[1:]
    page.desk.run(set_field, table="procedure", row_id=_row(page, top)["id"], key="status", text="已办结")
    page.desk.run(
        set_field, table="procedure", row_id=_row(page, top)["id"], key="done_on", text="2024-02-06"
    )
    qtbot.keyClick(page.view.matrix, KEY.Key_D, CTRL)
    assert {(_row(page, each)["status"], _row(page, each)["done_on"]) for each in below} == {
        ("已办结", "2024-02-06")
    }


def test_a_block_is_copied_as_words(qtbot, page):
    row = next(
        n
        for n in range(page.view.model.rowCount())
        if page.view.model.place(page.view.model.index(n, FIXED)).code
    )
    page.view.matrix.go(row, 0)
    for _ in range(2):
        qtbot.keyClick(page.view.matrix, KEY.Key_Right, SHIFT)
    qtbot.keyClick(page.view.matrix, KEY.Key_C, CTRL)
    place = page.view.model.place(page.view.model.index(row, FIXED))
    name, rate, state = QGuiApplication.clipboard().text().split("\t")
    assert name == page.found.project_name(place.project_id)
    assert rate.count("/") == 1
    assert state in (_row(page, place[:2])["status"], _row(page, place[:2])["required"])


def test_enter_opens_the_states_and_a_key_chooses(qtbot, page):
    place = _undated(page)
    qtbot.keyClick(page.view.matrix, KEY.Key_Return)
    menu = page.view.writing.menu
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, KEY.Key_8)
    assert _row(page, place)["status"] == "暂停"
    qtbot.keyClick(page.view.matrix, KEY.Key_Return)
    qtbot.waitUntil(page.view.writing.menu.isVisible)
    steps = _steps(page)
    qtbot.keyClick(page.view.writing.menu, KEY.Key_Escape)
    assert _steps(page) == steps


def test_keys_move_as_in_a_spreadsheet(qtbot, page):
    page.view.matrix.go(2, FIXED + 1)
    qtbot.keyClick(page.view.matrix, KEY.Key_Right)
    qtbot.keyClick(page.view.matrix, KEY.Key_Down)
    assert (page.view.matrix.currentIndex().row(), page.view.matrix.currentIndex().column()) == (3, FIXED + 2)
    qtbot.keyClick(page.view.matrix, KEY.Key_Home, CTRL)
    assert (page.view.matrix.currentIndex().row(), page.view.matrix.currentIndex().column()) == (0, 0)
    qtbot.keyClick(page.view.matrix, KEY.Key_End, CTRL | SHIFT)
    whole = page.view.model.rowCount() * len(page.view.model.columns)
    assert len(page.view.matrix.places()) == whole


def test_the_panel_follows_when_it_is_unfolded_by_its_key(qtbot, page):
    place = _undated(page)
    page.view.fold.setChecked(False)
    qtbot.keyClick(page.view.matrix, KEY.Key_F4)
    assert page.view.panel.isVisible()
    qtbot.waitUntil(lambda: page.view.panel.project_id == place[0])
    qtbot.waitUntil(
        lambda: page.view.panel.current() is not None and page.view.panel.current().row["name"] == place[1]
    )
    page.view.matrix.setFocus()
    qtbot.keyClick(page.view.matrix, KEY.Key_F4)
    assert not page.view.panel.isVisible()


def test_the_stretch_of_a_drag_is_selected(qtbot, page):
    qtbot.mousePress(page.view.matrix.viewport(), LEFT, pos=_spot(page, 0, FIXED))
    qtbot.mouseMove(page.view.matrix.viewport(), _spot(page, 2, FIXED + 1))
    event_at = _spot(page, 2, FIXED + 1)
    qtbot.mouseRelease(page.view.matrix.viewport(), LEFT, pos=event_at)
    qtbot.mouseClick(page.view.matrix.viewport(), LEFT, SHIFT, event_at + QPoint(1, 1))
    assert len(page.view.matrix.places()) == 6


def test_a_procedure_is_added_to_a_project(qtbot, desk, page, monkeypatch):
    Answers(desk, monkeypatch).text = "开工前安全培训"
    before = _shown(page)
    page.view.matrix.go(0, FIXED)
    project_id = page.view.matrix.place().project_id
    qtbot.keyClick(page.view.matrix, KEY.Key_Insert)
    assert page.found.columns[-1].name == "开工前安全培训", "what is in no template comes last"
    assert _shown(page)[0] == before[0] + 1
    assert _here(page) == (project_id, "开工前安全培训")
    assert page.found.state(project_id, "开工前安全培训") is State.NOT_STARTED


def test_only_pending_leaves_those_projects(qtbot, page):
    qtbot.mouseClick(page.view.chips.buttons["pending"], LEFT)
    assert set(page.view.shown()) == {item.project_id for item in page.found.pending}
    assert page.view.model.rowCount() == len(page.view.shown())


def test_a_row_done_stays_for_its_day_to_be_written(qtbot, desk, page):
    qtbot.mouseClick(page.view.chips.buttons["pending"], LEFT)
    waiting = Counter(item.project_id for item in page.found.pending)
    item = next(item for item in page.found.pending if waiting[item.project_id] == 1)
    place = (item.project_id, item.name)
    assert page.view.matrix.go_to(*place)
    page.view.matrix.setFocus()
    qtbot.keyClick(page.view.matrix, KEY.Key_0)
    assert _here(page) == place
    qtbot.keyClick(page.view.matrix, KEY.Key_Semicolon, CTRL)
    assert _row(page, place)["done_on"] == str(dt.date.today())  # noqa: DTZ011
    desk.undo()
    desk.undo()
    assert _here(page) == place
    assert item in page.found.pending
    desk.redo()
    qtbot.mouseClick(page.view.chips.buttons["pending"], LEFT)
    qtbot.mouseClick(page.view.chips.buttons["pending"], LEFT)
    assert item.project_id not in page.view.shown(), "asked anew, it is gone"


def test_projects_without_procedures_are_found_and_given_a_checklist(qtbot, desk, page):
    bare = set(page.found.bare)
    assert bare
    qtbot.mouseClick(page.view.chips.buttons["bare"], LEFT)
    assert set(page.view.shown()) == bare
    page.view.matrix.setFocus()
    qtbot.keyClick(page.view.matrix, KEY.Key_A, CTRL)
    qtbot.keyClick(page.view.matrix, KEY.Key_G, CTRL | SHIFT)
    assert not page.found.bare
    assert desk.figures().procedures.completion.denominator == _shown(page)[0]


def test_words_stage_and_procedure_narrow(qtbot, page):
    name = page.found.project_name(page.found.ids[0])
    page.view.filters.find_box.setText(name)
    qtbot.keyClick(page.view.filters.find_box, KEY.Key_Return)
    assert page.view.shown() == [page.found.ids[0]]
    page.view.filters.clear()
    box = page.view.filters.stage_box
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert {column.stage for column in page.view.model.columns} == {box.itemData(1)}
    page.view.filters.clear()
    qtbot.keyClicks(page.view.filters.name_box, "sgxkz")
    qtbot.keyClick(page.view.filters.name_box, KEY.Key_Return)
    assert [column.name for column in page.view.model.columns] == ["施工许可证"]


def test_warnings_narrow_to_the_projects_that_have_them(qtbot, page):
    place = _undated(page)
    number = _row(page, place)["id"]
    for key, text in (("submitted_on", "2024-03-09"), ("accepted_on", "2024-03-01")):
        page.desk.run(set_field, table="procedure", row_id=number, key=key, text=text)
    qtbot.mouseClick(page.view.chips.buttons["warned"], LEFT)
    assert place[0] in page.view.shown()
    page.desk.run(set_field, table="procedure", row_id=number, key="required", text=NOT_REQUIRED)
    page.desk.run(set_field, table="procedure", row_id=number, key="not_required_reason", text="依据充分")
    warned = {pid for pid in page.view.shown() if pid != place[0]}
    assert set(page.view.shown()) - {place[0]} == warned


def test_zones_head_their_projects_with_their_rate_and_fold(qtbot, page):
    page.view.filters.group.setChecked(True)
    heads = [n for n in range(page.view.model.rowCount()) if page.view.model.is_head(n)]
    first = page.view.model.rows[heads[0]]
    assert page.view.model.look_at(heads[0], 1)[0] == first.completion.text(1)
    assert first.completion == page.found.completion(first.ids)
    rows = page.view.model.rowCount()
    page.view.matrix.go(heads[0], 0)
    qtbot.keyClick(page.view.matrix, KEY.Key_Return)
    assert page.view.model.rowCount() == rows - len(first.ids)


def test_a_click_on_a_head_sorts_by_what_needs_looking_at(qtbot, page):
    name = page.found.pending[0].name
    column = page.view.model.column_of(name)
    page.view.matrix.sort_asked.emit(column)
    states = [page.found.state(pid, name) for pid in page.view.shown()]
    assert states[0] is State.OVERDUE
    assert states[-1] is None or State.OVERDUE not in states[len(states) // 2 :]


def test_what_was_done_after_the_day_is_pending_and_says_so(qtbot, desk, page):
    item = page.found.pending[0]
    for key, text in (("status", "已办结"), ("done_on", "2024-04-10")):
        desk.run(set_field, table="procedure", row_id=item.id, key=key, text=text)
    number = next(n for n, each in enumerate(page.found.pending) if each.id == item.id)

    def texts():
        return [page.view.pending.model().index(number, column).data() or "" for column in range(9)]

    qtbot.waitUntil(lambda: any("办结于 2024-04-10，晚于截至日" in text for text in texts()))
    assert "已办结" not in texts()


def test_choosing_a_pending_line_goes_to_its_cell(qtbot, page):
    qtbot.waitUntil(lambda: page.view.pending.model().rowCount() > 1)
    item = page.found.pending[1]
    page.view.pending.setFocus()
    place = page.view.pending.visualRect(page.view.pending.model().index(1, 1)).center()
    qtbot.mouseClick(page.view.pending.viewport(), LEFT, pos=place)
    assert _here(page) == (item.project_id, item.name)


def test_pending_says_where_it_is_stuck(qtbot, page):
    qtbot.waitUntil(lambda: page.view.pending.model().rowCount() > 0)
    keys = [column.key for column in page.view.pending.model().columns]
    for row, item in enumerate(page.found.pending[:5]):
        found = page.view.details.of(item.project_id, item.name)
        told = {key: page.view.pending.model().index(row, n).data() for n, key in enumerate(keys)}
        assert told["step"] == found.stuck.step
        assert told["days"] == ("" if found.stuck.days is None else str(found.stuck.days))


def test_why_a_procedure_waits_is_typed_where_it_is_named(qtbot, desk, page):
    table = page.view.pending
    qtbot.waitUntil(lambda: table.model().rowCount() > 1)
    item = page.found.pending[1]
    keys = [column.key for column in table.model().columns]
    table.setFocus()
    table.setCurrentIndex(table.model().index(1, keys.index("waiting_reason")))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.indexWidget(table.currentIndex())
    editor.selectAll()
    compose(editor, "等待招拍挂")
    with qtbot.waitSignal(desk.changes_applied):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    (row,) = desk.session.reader.rows("procedure", id=item.id)
    assert row["waiting_reason"] == "等待招拍挂"
    assert page.view.details.of(item.project_id, item.name).row["waiting_reason"] == "等待招拍挂"


def test_rates_by_zone_and_by_procedure_add_up(qtbot, desk, page):
    page.show_tab(1)
    whole = desk.figures().procedures.completion
    for name in ("procedures_by_zone", "procedures_by_name"):
        rows = page.statistics.show_list(name).shown()
        assert sum(row["required"] for row in rows) == whole.denominator
        assert sum(row["done"] for row in rows) == whole.numerator
    assert not page.view.matrix.isVisible()
    item = page.found.pending[0]
    page.statistics.chosen.emit(item.project_id, item.name)
    assert _here(page) == (item.project_id, item.name)
    assert page.view.matrix.isVisible()


def test_twenty_procedures_fit_beside_the_name(page):
    page.resize(1174, 660)
    page.view.fold.setChecked(False)
    model = page.view.model
    room = page.view.matrix.viewport().width()
    assert page.view.matrix.columnWidth(0) >= 150
    assert room // 20 >= 26, "twenty columns of two characters"
    assert sum(page.view.matrix.columnWidth(n) for n in range(FIXED, model.columnCount())) <= room


def test_a_whole_window_goes_on_by_keys_alone(qtbot, window):
    page = window.go("procedures")
    page.view.matrix.setFocus()
    place = _undated(page)
    qtbot.keyClick(window.focusWidget(), KEY.Key_0)
    assert _row(page, place)["status"] == "已办结"
    qtbot.keyClick(window.focusWidget(), KEY.Key_Z, CTRL)
    assert _row(page, place)["status"] != "已办结"


@pytest.mark.parametrize("target", [("矩阵.xlsx", b"PK"), ("矩阵.pdf", b"%PDF")])
def test_ctrl_e_writes_the_matrix_that_is_shown(qtbot, desk, page, tmp_path, target):
    name, begins = target
    desk.prompts = ReadyPrompts(saved=tmp_path / name)
    with qtbot.waitSignal(desk.jobs.finished):
        qtbot.keyClick(page.view.matrix, KEY.Key_E, CTRL)
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_ctrl_p_shows_the_pages(qtbot, desk, page):
    with qtbot.waitSignal(desk.jobs.finished):
        qtbot.keyClick(page.view.matrix, KEY.Key_P, CTRL)
    qtbot.waitUntil(lambda: page.view.outgoing.preview is not None and page.view.outgoing.preview.isVisible())
    assert page.view.outgoing.preview.sheets.sizes
    page.view.outgoing.preview.close()


def test_a_ledger_for_looking_only_is_not_written_to(qtbot, sample_path):
    desk = Desk(Session.open(sample_path, "王某某", read_only=True))
    made = ProceduresPage(desk)
    qtbot.addWidget(made)
    made.resize(1174, 660)
    with qtbot.waitExposed(made):
        made.show()
    place = _undated(made)
    before = _row(made, place)
    for key in (KEY.Key_0, KEY.Key_Delete):
        qtbot.keyClick(made.view.matrix, key)
    qtbot.keyClick(made.view.matrix, KEY.Key_Semicolon, CTRL)
    assert _row(made, place) == before
    assert not made.view.add_button.isEnabled()
    desk.close()


def test_f6_goes_round_the_parts(qtbot, page):
    page.view.fold.setChecked(True)
    page.view.matrix.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(page.window().focusWidget(), KEY.Key_F6)
        seen.append(page.window().focusWidget())
    view = page.view
    assert seen == [view.panel.table, view.pending, view.filters.find_box, view.matrix]


def test_the_page_is_settled_once_what_is_pending_stands_beneath(qtbot, window):
    """Pictures once showed “未办结 0 件” while the list was still to come."""
    page = window.go("procedures")
    if page.settling():
        with qtbot.waitSignal(page.settled):
            pass
    assert page.view.pending.model().rowCount() > 0
