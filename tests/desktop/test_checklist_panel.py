"""手续清单 of one project by key and mouse: steps ticked, clock paused, list made from templates, documents kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.procedures.checklist_panel import ChecklistPanel
from zonedesk.domain.procedures import State
from zonedesk.ops import edit
from zonedesk.ops.session import Session
from zonedesk.store.documents import document_folder, document_path

LEFT = Qt.MouseButton.LeftButton
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
DAY = "2024-03-31"
LAND = "土地手续（招拍挂与出让）"


@pytest.fixture
def desk(tmp_path, qapp):
    path = tmp_path / "台账.zonedesk"
    with Session.create(path, "王某某") as session:
        session.run(edit.add_project, name="甲项目", zone="示例经济技术开发区")
    made = Desk(Session.open(path, "王某某"), ReadyPrompts())
    made.look_at(as_of=DAY)
    yield made
    made.close()


@pytest.fixture
def panel(qtbot, desk):
    made = ChecklistPanel(desk)
    qtbot.addWidget(made)
    made.resize(1174, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_project(1)
    return made


@pytest.fixture
def filled(qtbot, panel):
    _make(qtbot, panel)
    panel.table.go_to(LAND)
    return panel


def _make(qtbot, panel):
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_G, CTRL_SHIFT)
    qtbot.waitUntil(lambda: panel.dialog is not None and panel.dialog.isVisible())
    qtbot.keyClick(panel.dialog.tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.dialog is None)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)


def _rows(panel, table="procedure", **equal):
    return panel.desk.session.reader.rows(table, **equal)


def _land(panel):
    return next(item for item in panel.found.items if item.row["name"] == LAND)


def _press(qtbot, panel, what):
    button: QPushButton = panel.detail.buttons[what]
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def test_an_empty_project_says_what_to_do_and_the_list_is_made_by_keys(qtbot, panel):
    assert "按模板生成清单" in panel.summary.text()
    qtbot.keyClick(panel.table, Qt.Key.Key_G, CTRL_SHIFT)
    qtbot.waitUntil(lambda: panel.dialog is not None and panel.dialog.isVisible())
    dialog = panel.dialog
    ticked = len(dialog.chosen())
    assert ticked > 10
    assert dialog.agree.text() == f"生成 {ticked} 项"
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Space)
    assert len(dialog.chosen()) == ticked - 1, "the first, 备案, is left out"
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Return)
    assert len(_rows(panel)) == ticked - 1
    assert panel.found.completion.denominator == ticked - 1
    panel.desk.undo()
    assert not panel.found.items
    assert "按模板生成清单" in panel.summary.text()


def test_what_is_there_is_ticked_and_not_doubled(qtbot, filled):
    count = len(_rows(filled))
    filled.open_dialog()
    dialog = filled.dialog
    there = [item for item in dialog.items() if item.text(5)]
    assert len(there) == count
    assert dialog.agree.text() == "生成 0 项"
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Escape)
    assert len(_rows(filled)) == count


def test_steps_are_ticked_with_the_space_bar_on_the_day_shown(qtbot, filled):
    steps = filled.detail.steps
    steps.table.setFocus()
    assert steps.table.current()["name"] == "用地预审"
    for _ in range(2):
        qtbot.keyClick(steps.table, Qt.Key.Key_Space)
    done = [s["done_on"] for s in _rows(filled, "procedure_step", procedure_id=_land(filled).row["id"])]
    assert done[:3] == [DAY, DAY, None]
    assert steps.table.current()["name"] == "农转征批复", "the next one is ready to be ticked"
    assert _land(filled).row["status"] == "办理中"
    assert _land(filled).stuck.step == "农转征批复"
    qtbot.keyClick(steps.table, Qt.Key.Key_Up)
    qtbot.keyClick(steps.table, Qt.Key.Key_Space)
    assert _land(filled).stuck.step == "组卷报批", "ticked by mistake, taken back"


def test_a_step_s_day_is_typed(qtbot, filled):
    steps = filled.detail.steps
    steps.table.setFocus()
    steps.table.setCurrentIndex(steps.model.index(4, 2))
    qtbot.keyClick(steps.table, "2")
    editor = steps.table.indexWidget(steps.table.currentIndex())
    qtbot.keyClicks(editor, "024-3-10")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _land(filled).stuck.days is not None)
    land = _land(filled)
    assert (land.stuck.step, land.stuck.days) == ("待挂牌（招拍挂）", 21)
    assert "待挂牌（招拍挂）" in filled.detail.standing.text()
    assert "没有登记完成时间" in filled.detail.warnings.text()


def test_taken_in_paused_resumed_and_done(qtbot, filled):
    filled.table.go_to("建设用地规划许可证")
    item = filled.current
    assert not filled.detail.pause.isEnabled()
    filled.detail.day.setText("2024-3-1")
    qtbot.keyClick(filled.detail.day, Qt.Key.Key_Return)
    _press(qtbot, filled, "accept")
    assert (item().row["accepted_on"], item().due) == ("2024-03-01", "2024-03-29")
    assert item().state is State.OVERDUE
    filled.detail.day.setText("2024-3-5")
    qtbot.keyClick(filled.detail.day, Qt.Key.Key_Return)
    next(a for a in filled.detail.reasons.actions() if a.text() == "补正").trigger()
    assert (item().row["status"], item().state) == ("补正", State.DOING)
    assert filled.detail.pauses.model.rows[0]["reason"] == "补正"
    filled.detail.day.setText("2024-3-8")
    qtbot.keyClick(filled.detail.day, Qt.Key.Key_Return)
    _press(qtbot, filled, "resume")
    assert item().due == "2024-04-07"
    qtbot.keyClick(filled.table, Qt.Key.Key_D, CTRL_SHIFT)
    assert (item().state, item().row["done_on"]) == (State.DONE, "2024-03-08")
    assert "有效期至 2025-03-08" in filled.detail.standing.text()
    for _ in range(4):
        filled.desk.undo()
    assert item().row["accepted_on"] is None


def test_not_required_asks_why(qtbot, filled):
    filled.desk.prompts.texts = ["利用现有厂房", None, ""]
    filled.table.go_to("施工图审查")
    _press(qtbot, filled, "not_required")
    assert filled.current().row["not_required_reason"] == "利用现有厂房"
    filled.table.go_to("环境影响评价")
    _press(qtbot, filled, "not_required")
    assert filled.current().state is State.NOT_STARTED, "backed out"
    _press(qtbot, filled, "not_required")
    assert "没有写理由" in filled.detail.warnings.text()


def test_a_document_is_kept_opened_saved_and_its_name_undone(qtbot, filled, tmp_path):
    source = tmp_path / "出让合同.pdf"
    source.write_bytes(b"%PDF invented")
    filled.desk.prompts.opened = source
    filled.table.setFocus()
    qtbot.keyClick(filled.table, Qt.Key.Key_A, CTRL_SHIFT)
    qtbot.waitUntil(lambda: bool(_rows(filled, "attachment")))
    (row,) = _rows(filled, "attachment")
    assert (row["procedure_id"], row["name"], row["added_on"]) == (
        _land(filled).row["id"],
        "出让合同.pdf",
        DAY,
    )
    kept = document_path(document_folder(filled.desk.session.path), row["sha256"], row["name"])
    assert kept.read_bytes() == source.read_bytes()
    opened = []
    filled.documents.opener = lambda url: bool(opened.append(Path(url.toLocalFile()))) or True
    files = filled.detail.attachments
    assert filled.detail.tabs.currentWidget() is files
    files.table.setFocus()
    qtbot.keyClick(files.table, Qt.Key.Key_Return)
    assert opened[0].name == "出让合同.pdf"
    assert opened[0] != kept
    filled.desk.prompts.saved = tmp_path / "另存.pdf"
    qtbot.keyClick(files.table, Qt.Key.Key_S, CTRL_SHIFT)
    assert (tmp_path / "另存.pdf").read_bytes() == source.read_bytes()
    kept.chmod(0o600)
    kept.unlink()
    with qtbot.waitSignal(filled.desk.failed) as failed:
        qtbot.keyClick(files.table, Qt.Key.Key_Return)
    assert "出让合同.pdf" in failed.args[0]
    filled.desk.undo()
    assert not files.model.rows


def test_a_file_that_cannot_be_kept_is_said(qtbot, filled, tmp_path):
    filled.desk.prompts.opened = tmp_path / "没有.pdf"
    with qtbot.waitSignal(filled.desk.failed) as failed:
        qtbot.mouseClick(filled.detail.attachments.add, LEFT)
    assert "没有.pdf" in failed.args[0]
    assert not _rows(filled, "attachment")


def test_the_state_is_chosen_in_the_list_and_heads_are_passed_over(qtbot, filled):
    filled.table.go_to("环境影响评价")
    place = filled.table.currentIndex()
    qtbot.keyClick(filled.table, Qt.Key.Key_Up)
    assert filled.table.current() is not None
    assert filled.table.currentIndex().row() < place.row()
    filled.table.go_to("环境影响评价")
    model = filled.table.checklist_model
    assert model.setData(model.index(filled.table.currentIndex().row(), 1), "审查中")
    assert filled.current().row["status"] == "审查中"


def test_pauses_and_steps_are_added_and_deleted(qtbot, filled):
    steps = filled.detail.steps
    qtbot.mouseClick(steps.add, LEFT)
    assert len(steps.model.rows) == 13
    assert steps.table.state() == steps.table.State.EditingState
    qtbot.keyClick(steps.table.focusWidget(), Qt.Key.Key_Escape)
    steps.table.setFocus()
    qtbot.keyClick(steps.table, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert len(steps.model.rows) == 12
    _press(qtbot, filled, "accept")
    filled.detail.tabs.setCurrentWidget(filled.detail.pauses)
    filled.detail.pauses.table.setFocus()
    qtbot.keyClick(filled.detail.pauses.table, Qt.Key.Key_Insert)
    (pause,) = _rows(filled, "procedure_pause")
    assert (pause["from_on"], pause["to_on"]) == (DAY, None)


def test_narrow_it_stands_one_under_the_other(qtbot, filled):
    filled.resize(480, 640)
    qtbot.waitUntil(lambda: filled.split.orientation() == Qt.Orientation.Vertical)
    columns = filled.table.checklist_model.columns
    hidden = {column.key for n, column in enumerate(columns) if filled.table.isColumnHidden(n)}
    assert hidden == {"clock", "warning"}
    filled.resize(1174, 640)
    qtbot.waitUntil(lambda: not filled.table.isColumnHidden(len(columns) - 1))


def test_read_only_nothing_can_be_done(qtbot, filled):
    path = filled.desk.session.path
    other = Desk(Session.open(path, read_only=True), ReadyPrompts())
    other.look_at(as_of=DAY)
    panel = ChecklistPanel(other)
    qtbot.addWidget(panel)
    panel.show_project(1, LAND)
    assert panel.current().row["name"] == LAND
    enabled = [key for key, button in panel.detail.buttons.items() if button.isEnabled()]
    assert enabled == []
    assert not panel.make_button.isEnabled()
    other.close()


def test_the_standing_says_what_is_so_and_no_more(filled, desk):
    """What has not begun is stuck nowhere, and what is done without a day, or after the day, is told as that."""

    def told(name, **values):
        (row,) = desk.session.reader.rows("procedure", name=name)
        for key, text in values.items():
            desk.run(edit.set_field, table="procedure", row_id=row["id"], key=key, text=text)
        filled.table.go_to(name)
        return filled.detail.standing.text()

    assert told(LAND) == "尚未启动"
    assert told("环境影响评价") == "尚未启动"
    assert told("环境影响评价", status="已办结") == "已办结，未填办结时间"
    later = told("环境影响评价", done_on="2024-04-22")
    assert later.startswith("办结时间 2024-04-22 晚于截至日 2024-03-31，本期不计")
    assert "卡在" not in later + filled.summary.text()


def test_list_and_detail_say_the_same_of_where_it_is_stuck_and_when_it_was_done(filled, desk):
    columns = {column.key: number for number, column in enumerate(filled.table.checklist_model.columns)}

    def shown(name, key):
        filled.table.go_to(name)
        return filled.table.currentIndex().siblingAtColumn(columns[key]).data()

    name = "环境影响评价"
    (row,) = desk.session.reader.rows("procedure", name=name)
    for step in desk.session.reader.rows("procedure_step", procedure_id=row["id"]):
        desk.run(edit.delete_row, table="procedure_step", row_id=step["id"])
    assert shown(name, "step") == ""
    desk.run(edit.set_field, table="procedure", row_id=row["id"], key="status", text="审查中")
    assert shown(name, "step") == "审查中"
    assert "卡在“审查中”" in filled.detail.standing.text()
    for key, text in (("status", "已办结"), ("done_on", "2024-03-20")):
        desk.run(edit.set_field, table="procedure", row_id=row["id"], key=key, text=text)
    assert shown(name, "due") == "2024-03-20"
    heads = filled.table.checklist_model.columns
    assert heads[columns["due"]].label.replace("\n", "") == "应办结/办结"


def test_in_a_narrow_panel_the_list_comes_first_and_the_leaves_wait_folded(qtbot, filled):
    """Beside the matrix at 1366×768."""
    filled.resize(436, 541)
    table, detail = filled.table, filled.detail
    qtbot.waitUntil(lambda: not detail.fold.isHidden())
    qtbot.waitUntil(lambda: table.viewport().height() >= 6 * table.rowHeight(0))
    assert table.columnWidth(0) >= 120
    assert not detail.tabs.isVisible()
    qtbot.mouseClick(detail.fold, LEFT)
    assert detail.tabs.isVisible()
    qtbot.mouseClick(detail.fold, LEFT)
    assert not detail.tabs.isVisible()
    qtbot.waitUntil(lambda: table.viewport().height() >= 6 * table.rowHeight(0))
    filled.resize(1174, 640)
    assert detail.fold.isHidden()
    assert detail.tabs.isVisible()
