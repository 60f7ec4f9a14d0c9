"""问题与责任 by keyboard: a problem from raising to closing, supervision, duties."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from zonedesk.domain.problems import Action
from zonedesk.ops import problem_book, supervision_book
from zonedesk.ops.edit import set_field

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot, window):
    made = window.go("duties")
    made.setFocus()
    return made


def press(qtbot, key, how=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, how)


def write(qtbot, text):
    """Write into the line that has the keyboard, as an input method would, and go on."""
    line = QApplication.focusWidget()
    line = line if isinstance(line, QLineEdit) else line.lineEdit()
    line.selectAll()
    line.insert(text)
    press(qtbot, ENTER)


def form_of(page):
    return page.tab.panel.form


def problem(page, row_id):
    return next(row for row in page.tabs["problems"].book.rows.rows if row["id"] == row_id)


def raise_one(qtbot, page, text="园区道路未通"):
    press(qtbot, Qt.Key.Key_Insert)
    press(qtbot, ENTER)  # the project of the current row
    for part in (text, "配套", "修路", "规划建设局", "王某", "2024-03-20", "走访", "企业"):
        write(qtbot, part)
    write(qtbot, "2024-03-01")
    return page.tab.book.current_row()["id"]


def test_a_problem_from_raising_to_closing_by_keys_alone(qtbot, page):
    row_id = raise_one(qtbot, page)
    row = problem(page, row_id)
    assert (row["description"], row["category"], row["source"]) == ("园区道路未通", "配套", "走访")
    assert (row["state"], row["raised_on"], row["overdue_days"]) == ("待办", "2024-03-01", 11)
    assert page.tab.book.table.hasFocus()
    steps = (
        (Qt.Key.Key_Y, "已接手", "办理中"),
        (Qt.Key.Key_J, "已进场施工", "办理中"),
        (Qt.Key.Key_S, "资金不足", "办理中"),
        (Qt.Key.Key_T, "已通车", "待核验"),
        (Qt.Key.Key_H, "现场看过", "已核验，待销号"),
        (Qt.Key.Key_X, "道路已通", "已销号"),
    )
    for key, text, state in steps:
        if key == Qt.Key.Key_H:
            assert "尚未核验" in page.tab.panel.buttons["Alt+X"].toolTip()
        press(qtbot, key, ALT)
        assert form_of(page).isVisible()
        if key == Qt.Key.Key_S:
            assert form_of(page).edits["level"].currentText() == "县"
            write(qtbot, "市")
        write(qtbot, text)
        write(qtbot, "李某")
        write(qtbot, "2024-03-25")
        assert not form_of(page).isVisible()
        assert page.tab.book.table.hasFocus()
        assert problem(page, row_id)["state"] == state
    row = problem(page, row_id)
    assert (row["level"], row["verified_by"], row["result"]) == ("市", "李某", "道路已通")
    assert [line["kind"] for line in row["follow_ups"]] == ["响应", "进展", "升级", "进展", "核验", "销号"]
    assert "道路已通" in page.tab.panel.foot.text.text()
    assert page.tab.panel.state.text().startswith("■ 已销号")
    for _ in steps:
        page.desk.undo()
    assert problem(page, row_id)["state"] == "待办"


def test_the_kind_of_obstacle_is_proposed_from_the_text_and_can_be_changed(qtbot, page):
    press(qtbot, Qt.Key.Key_Insert)
    press(qtbot, ENTER)
    write(qtbot, "变电站未建成")
    kind = form_of(page).edits["category"]
    assert kind.currentText() == "配套"
    kind.setEditText("")
    form_of(page).edits["description"].setFocus()
    write(qtbot, "变电站未建成，土地未收储")
    assert kind.currentText() == "", "what was cleared by hand stays so"
    write(qtbot, "手续")
    form_of(page).edits["description"].setFocus()
    write(qtbot, "资金不到位")
    assert kind.currentText() == "手续", "what was chosen by hand stays"


def test_closing_without_a_result_is_asked_for_at_the_place_and_writes_nothing(qtbot, page):
    row_id = raise_one(qtbot, page)
    page.desk.run(problem_book.act, problem_id=row_id, action=Action.SUBMIT, on="2024-03-20")
    page.desk.run(problem_book.act, problem_id=row_id, action=Action.VERIFY, on="2024-03-20")
    before = page.desk.session.steps()
    press(qtbot, Qt.Key.Key_X, ALT)
    for _ in range(3):
        press(qtbot, ENTER)
    form = form_of(page)
    assert form.isVisible()
    assert "办理结果" in form.doubt.text()
    assert form.edits["text"].hasFocus()
    assert page.desk.session.steps() == before
    press(qtbot, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert page.tab.book.table.hasFocus()


def test_what_cannot_be_done_has_a_pale_button_and_a_dead_key(qtbot, page):
    raise_one(qtbot, page)
    panel = page.tab.panel
    assert not panel.buttons["Alt+X"].isEnabled()
    assert panel.buttons["Alt+Y"].isEnabled()
    press(qtbot, Qt.Key.Key_X, ALT)
    assert not form_of(page).isVisible()


def test_a_button_names_its_key_as_windows_does_and_alt_presses_it(qtbot, page):
    raise_one(qtbot, page)
    button = page.tab.panel.buttons["Alt+Y"]
    assert (button.text(), button.toolTip()[-7:]) == ("响应(&Y)", "（Alt+Y）")
    # The page hears the key: had the button it too, neither would.
    assert button.shortcut().isEmpty()
    press(qtbot, Qt.Key.Key_Y, ALT)
    assert form_of(page).isVisible()


def test_what_is_half_written_is_kept_when_one_goes_elsewhere(qtbot, page):
    book, panel = page.tab.book, page.tab.panel
    first, other = (row["id"] for row in [row for row in book.shown() if row["open"]][:2])
    book.go_to(first)
    press(qtbot, Qt.Key.Key_D, ALT)
    line = form_of(page).edits["content"]
    line.setFocus()
    line.insert("本周内办结，")
    written = line.text()
    book.go_to(other)
    assert (form_of(page).isVisible(), panel.row()["id"]) == (True, first)
    assert "还没有办" in form_of(page).doubt.text()
    book.table.setFocus()
    press(qtbot, Qt.Key.Key_J, ALT)  # would be a note on the row of the form, not on the chosen one
    assert "text" not in form_of(page).edits
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Tab, CTRL)
    assert (page.list_name, form_of(page).isVisible(), line.text()) == ("problems", True, written)
    press(qtbot, Qt.Key.Key_Insert)
    assert form_of(page).isVisible()
    assert line.text() == written
    if page.tab.book.chooser.isVisible():
        press(qtbot, Qt.Key.Key_Escape)
    line.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert not form_of(page).isVisible()
    assert panel.row()["id"] == other


def test_chips_narrow_and_the_sentence_counts(qtbot, page):
    book = page.tab.book
    open_ones = [row for row in book.rows.rows if row["open"]]
    assert f"未销号 {len(open_ones)}" in page.sum_line.text()
    book.choose_chips(["overdue"])
    assert book.shown()
    assert all(row["overdue_days"] for row in book.shown())
    assert book.shown()[0]["overdue_days"] == max(row["overdue_days"] for row in book.rows.rows)


def test_supervision_from_a_problem_is_urged_and_closed(qtbot, page):
    raise_one(qtbot, page)
    press(qtbot, Qt.Key.Key_D, ALT)
    number = form_of(page).edits["no"].text()
    assert form_of(page).edits["name"].text() == "园区道路未通"
    for _ in range(4):
        press(qtbot, ENTER)
    write(qtbot, "2024-03-28")
    for _ in range(4):
        press(qtbot, ENTER)
    assert not form_of(page).isVisible()
    assert page.tab.book.current_row()["supervisions"] == 1
    for _ in range(2):
        press(qtbot, Qt.Key.Key_Tab, CTRL)
    assert page.list_name == "supervisions"
    book = page.tab.book
    row = next(each for each in book.rows.rows if each["no"] == number)
    assert (row["state"], row["overdue_days"], row["lead_unit"]) == ("已派", 3, "规划建设局")
    book.go_to(row["id"])
    for key, text in (
        (Qt.Key.Key_C, "请抓紧"),
        (Qt.Key.Key_F, "本周完成"),
        (Qt.Key.Key_T, ""),
        (Qt.Key.Key_X, "已办结"),
    ):
        press(qtbot, key, ALT)
        write(qtbot, text)
        press(qtbot, ENTER)
        press(qtbot, ENTER)
    row = book.current_row()
    assert (row["state"], row["urge_count"], row["last_feedback"], row["result"]) == (
        "已销号", 1, "本周完成", "已办结",
    )  # fmt: skip
    # What was urged stays counted once the matter is closed.
    assert f"累计催办 {sum(row['urge_count'] for row in book.rows.rows)} 次" in page.sum_line.text()


def test_insert_issues_a_matter_of_no_project(qtbot, page):
    page.show_list("supervisions")
    press(qtbot, Qt.Key.Key_Insert)
    write(qtbot, "全区安全生产大检查")
    for _ in range(8):
        press(qtbot, ENTER)
    row = page.tab.book.current_row()
    assert (row["name"], row["project"], row["state"]) == ("全区安全生产大检查", None, "已派")
    assert page.tab.book.table.hasFocus()


def test_a_missing_sponsor_stands_out_and_is_named_by_typing_or_by_term(qtbot, page):
    project = page.desk.session.reader.rows("project")[0]["id"]
    page.desk.session.run(lambda w: w.update("project", project, {"sponsor": None}))
    page.show_list("duties")
    book = page.tab.book
    book.choose_chips(["包联领导"])
    assert project in {row["id"] for row in book.shown()}
    book.go_to(project)
    assert "未落实" in book.table.currentIndex().data()
    press(qtbot, Qt.Key.Key_Z, ALT)
    write(qtbot, "钱某某")
    write(qtbot, "管委会主任")
    press(qtbot, ENTER)
    write(qtbot, "2024-03-01")
    write(qtbot, "2024-12-31")
    row = next(each for each in book.rows.rows if each["id"] == project)
    assert (row["sponsor"], row["gaps"]) == ("钱某某", [])
    assert page.desk.session.reader.rows("project", id=project)[0]["sponsor"] == "钱某某（管委会主任）"
    book.go_to(project)
    press(qtbot, Qt.Key.Key_G, ALT)
    write(qtbot, "孙某某")
    for _ in range(2):
        press(qtbot, ENTER)
    write(qtbot, "2024-03-20")
    press(qtbot, ENTER)
    assert next(each for each in book.rows.rows if each["id"] == project)["sponsor"] == "孙某某"
    terms = page.desk.session.reader.rows("assignment", project_id=project)
    assert [(t["name"], t["to_on"]) for t in terms if t["name"] in {"钱某某", "孙某某"}] == [
        ("钱某某", "2024-03-19"),
        ("孙某某", None),
    ]


def test_the_list_of_duties_deletes_no_project(qtbot, page):
    page.show_list("duties")
    before = page.desk.session.reader.count("project")
    press(qtbot, Qt.Key.Key_Minus, CTRL)
    assert page.desk.session.reader.count("project") == before


def test_load_opens_the_projects_of_a_person(qtbot, page):
    page.show_list("duty_load")
    book = page.tab.book
    row = book.shown()[0]
    book.go_to(row["id"], "projects")
    with qtbot.waitSignal(page.desk.rows_requested) as told:
        press(qtbot, ENTER)
    assert told.args[1] == row["project_ids"]


def test_what_another_list_wrote_is_there_when_one_comes_back(qtbot, page):
    row_id = page.tab.book.shown()[0]["id"]
    page.show_list("supervisions")
    page.desk.run(
        supervision_book.issue_supervision,
        on="2024-03-02",
        problem_id=row_id,
        values={"deadline": "2024-03-09"},
    )
    page.show_list("problems")
    assert problem(page, row_id)["supervisions"] >= 1


def test_names_stand_beside_their_own_rows_when_a_far_one_is_gone_to(qtbot, page):
    page.show_list("duties")
    book = page.tab.book
    book.choose_chips(["doubtful"])
    qtbot.wait(0)
    book.show_everything()
    last = book.shown()[-1]
    book.go_to(last["id"])
    table, row = book.table, len(book.shown()) - 1
    qtbot.waitUntil(lambda: table.verticalScrollBar().value() > 0)
    qtbot.waitUntil(lambda: table.rowViewportPosition(row) == table.front.rowViewportPosition(row))


def test_what_does_not_fit_together_is_said_in_the_panel_and_blocks_nothing(qtbot, page):
    row_id = raise_one(qtbot, page)
    page.desk.run(set_field, table="problem", row_id=row_id, key="deadline", text="2024-02-01")
    assert "早于提出时间2024-03-01" in page.tab.panel.warnings.text()
    assert page.tab.panel.warnings.isVisible()
    press(qtbot, Qt.Key.Key_Y, ALT)
    for _ in range(3):
        press(qtbot, ENTER)
    assert problem(page, row_id)["state"] == "办理中"


def test_a_day_that_is_none_is_said_at_the_place(qtbot, page):
    raise_one(qtbot, page)
    press(qtbot, Qt.Key.Key_J, ALT)
    write(qtbot, "进场")
    press(qtbot, ENTER)
    write(qtbot, "下周三")
    assert form_of(page).isVisible()
    assert "不是日期" in form_of(page).doubt.text()
    assert form_of(page).edits["on"].hasFocus()


def test_the_letter_of_a_matter_is_shown_ready_to_print(qtbot, page):
    page.show_list("supervisions")
    row = page.tab.book.shown()[0]
    press(qtbot, Qt.Key.Key_P, ALT)
    cases = page.tab.cases
    qtbot.waitUntil(lambda: cases.preview is not None and cases.preview.sheets is not None)
    assert row["no"] in cases.preview.windowTitle()
    cases.preview.close()


def test_a_choice_made_from_its_list_goes_on_to_the_next_line(qtbot, page):
    press(qtbot, Qt.Key.Key_Insert)
    press(qtbot, ENTER)  # the project of the current row
    write(qtbot, "电力容量不足")
    form = form_of(page)
    box = form.edits["category"]
    assert box.hasFocus()
    press(qtbot, Qt.Key.Key_Down)
    qtbot.waitUntil(box.view().isVisible)
    qtbot.keyClick(box.view(), Qt.Key.Key_Down)
    qtbot.keyClick(box.view(), ENTER)
    qtbot.waitUntil(form.edits["measure"].hasFocus)
    chosen = box.currentText()
    assert chosen
    qtbot.keyClicks(QApplication.focusWidget(), "abc")
    assert (form.texts()["category"], form.texts()["measure"]) == (chosen, "abc")
    press(qtbot, Qt.Key.Key_Escape)


def test_a_date_in_the_place_of_a_name_is_doubted_and_not_refused(qtbot, page):
    press(qtbot, Qt.Key.Key_Insert)
    press(qtbot, ENTER)
    for part in ("电力容量不足", "手续", "增容", "供电公司", "2026-11-27"):
        write(qtbot, part)
    form = form_of(page)
    assert form.note.isVisible()
    assert "“2026-11-27”像是日期，请核对责任人" in form.note.text()
    assert form.edits["deadline"].hasFocus()
    form.edits["duty_person"].setFocus()
    write(qtbot, "王某某")
    assert not form.note.isVisible()
    press(qtbot, Qt.Key.Key_Escape)


def test_closing_a_problem_says_that_its_supervision_is_left_open(qtbot, page):
    row_id = raise_one(qtbot, page)
    act = problem_book.act
    issue = supervision_book.issue_supervision
    page.desk.run(issue, on="2024-03-10", values={"name": "抓紧修路"}, problem_id=row_id)
    page.desk.run(act, problem_id=row_id, action=Action.SUBMIT, on="2024-03-20")
    page.desk.run(act, problem_id=row_id, action=Action.VERIFY, on="2024-03-20")
    press(qtbot, Qt.Key.Key_X, ALT)
    form = form_of(page)
    assert form.note.isVisible()
    assert "由此下发的督办还有 1 件未销号" in form.note.text()
    for text in ("道路已通", "李某", "2024-03-25"):
        write(qtbot, text)
    assert problem(page, row_id)["state"] == "已销号"
    assert "督办还有 1 件未销号" in page.tab.panel.warnings.text()
    press(qtbot, Qt.Key.Key_Insert)
    press(qtbot, ENTER)
    assert not form.note.isVisible()
    press(qtbot, Qt.Key.Key_Escape)


def test_the_coverage_says_which_projects_it_leaves_out(page):
    page.show_list("duties")
    rows = page.tab.book.rows.rows
    page.desk.run(set_field, table="project", row_id=rows[0]["id"], key="sign_date", text="")
    for key in ("start_actual", "prod_actual", "effect_actual"):
        page.desk.run(set_field, table="project", row_id=rows[0]["id"], key=key, text="")
    rows = page.tab.book.rows.rows
    left_out = sum(row["stage"] == "reserve" for row in rows)
    assert left_out
    assert f"/{len(rows) - left_out}）" in page.sum_line.text()
    assert f"共 {len(rows)} 条，其中储备 {left_out} 个不计入覆盖率" in page.tab.book.status()
