"""操作记录: reading as far as it is looked at, telling cells, taking back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.history.steps import StepsModel
from zonedesk.desktop.history.telling import Teller
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.edit import delete_row, set_field, set_setting
from zonedesk.ops.procedure_list import set_state


def edit(desk: Desk, row_id: int, key: str, text: str, table: str = "project") -> int:
    changes = desk.run(set_field, table=table, row_id=row_id, key=key, text=text)
    assert changes
    return changes.set_id


def texts(model, row: int) -> list[str]:
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def test_the_chosen_step_shows_its_cells_old_and_new(window: MainWindow):
    desk = window.desk
    project = desk.session.reader.project(1)
    edit(desk, 1, "total_investment", "3.25")
    page = window.go("history")
    page.table.selectRow(0)
    what, table, name, field, old, new = texts(page.cells, 0)
    assert (what, table, name) == ("修改", "项目", project["name"])
    assert (field, new) == ("总投资（亿元）", "3.25")
    assert old == f"{project['total_investment'] / 10**8:.10g}"


def test_references_unfit_texts_and_children_are_told_by_their_names(desk: Desk):
    session = desk.session
    edit(desk, 1, "enterprise_id", "示例新企业有限公司")
    edit(desk, 2, "start_plan", "待定")
    problem = session.reader.rows("problem")[0]
    edit(desk, problem["id"], "duty_person", "赵某某", table="problem")
    desk.run(delete_row, table="problem", row_id=problem["id"])
    desk.run(set_setting, key="office", value="某某管委会")
    told = [
        list(Teller(session, "亿元").lines(session.record.rows(step.set_id)))
        for step in reversed(session.steps(limit=5))
    ]
    assert told[0][-1].after == "示例新企业有限公司"
    assert ("计划开工时间（待核原文）", "待定") in {(line.field, line.after) for line in told[1]}
    project = session.reader.names("project")[problem["project_id"]]
    assert told[2][0].name.startswith(project), "the row is gone, yet its project is known"
    assert {line.what for line in told[3]} == {"removed"}
    assert told[4][-1].after == "某某管委会"


def test_all_rows_of_an_invented_ledger_are_told_in_words(desk: Desk):
    """Its first step writes rows of every table, with all that they refer to."""
    first = desk.session.steps()[-1]
    lines = list(Teller(desk.session, "亿元").lines(desk.session.record.rows(first.set_id)))
    assert {line.field for line in lines} >= {"手续模板", "问题", "手续"}
    assert not [line for line in lines if line.field.endswith("_id")]


def test_undoing_any_step_marks_it_and_keeps_the_choice(qtbot: QtBot, window: MainWindow):
    desk = window.desk
    first = edit(desk, 1, "remark", "甲")
    edit(desk, 2, "remark", "乙")
    page = window.go("history")
    row = page.steps.row_of(first)
    page.table.selectRow(row)
    qtbot.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    assert desk.session.record.step(first).state == "undone"
    assert desk.session.reader.project(1)["remark"] != "甲"
    now = page.steps.row_of(first)
    assert now == row + 1, "the undoing itself is a step"
    assert page.table.currentIndex().row() == now
    assert texts(page.steps, now)[5] == "已撤销，可重做"
    assert not page.undo_button.isEnabled()


def test_a_refused_undo_is_told(qtbot: QtBot, window: MainWindow):
    desk = window.desk
    first = edit(desk, 1, "remark", "甲")
    edit(desk, 1, "remark", "乙")
    page = window.go("history")
    page.table.selectRow(page.steps.row_of(first))
    page.undo_button.click()
    assert window.notice.isVisible()
    assert "又被修改" in window.notice.text.text()
    assert desk.session.reader.project(1)["remark"] == "乙"


def test_going_back_to_a_step_takes_back_what_came_after(window: MainWindow):
    desk = window.desk
    first = edit(desk, 1, "remark", "甲")
    for text in ("乙", "丙", "丁"):
        edit(desk, 1, "remark", text)
    page = window.go("history")
    page.table.selectRow(page.steps.row_of(first))
    assert "3" in page.back_button.text()
    page.back_button.click()
    assert desk.session.reader.project(1)["remark"] == "甲"
    assert page.back_button.isHidden()


def test_edits_elsewhere_come_on_top_while_the_page_is_shown(window: MainWindow):
    page = window.go("history")
    before = page.steps.rowCount()
    edit(window.desk, 1, "remark", "甲")
    assert page.steps.rowCount() == before + 1
    assert "甲" in texts(page.steps, 0)[3]


def test_the_record_is_read_page_by_page(desk: Desk):
    for number in range(250):
        edit(desk, 1, "remark", f"第{number}稿")
    model = StepsModel(desk.session)
    model.reload()
    assert model.rowCount() == 200
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == len(desk.session.steps())
    assert model.complete


def test_an_empty_record_says_so(qtbot: QtBot, session, show_window):
    page = show_window(Desk(session)).go("history")
    assert page.steps.rowCount() == 0
    assert "还没有" in page.chosen.text()
    assert not page.undo_button.isEnabled()


def test_a_name_of_any_length_leaves_the_window_as_wide_as_it_was(window: MainWindow, qtbot: QtBot):
    page = window.go("history")
    before = window.minimumSizeHint().width()
    edit(window.desk, 1, "name", "x" * 300)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: "x" * 300 in page.chosen.text())
    assert "x" * 300 in window.told.text()
    assert window.minimumSizeHint().width() == before
    assert window.width() == 1366


def test_a_step_is_told_the_same_page_by_page(desk: Desk):
    step = desk.session.steps()[-1]
    assert step.rows > 500
    assert tuple(desk.session.record.each_row(step.set_id)) == desk.session.record.rows(step.set_id)


def test_a_step_reads_as_a_sentence_and_promises_nothing(window: MainWindow):
    desk = window.desk
    row = desk.session.reader.rows("procedure")[0]
    project = desk.session.reader.project(row["project_id"])["name"]
    desk.run(set_state, project_id=row["project_id"], name=row["name"], state="暂停")
    page = window.go("history")
    told = texts(page.steps, 0)
    assert told[3] == f"修改“{project}”手续“{row['name']}”办理状态：暂停"
    assert told[5] == "有效", "whether it can be taken back is found by trying"
