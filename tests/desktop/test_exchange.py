"""数据交换: from a file to one step in the ledger, and out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.desktop.exchanging import read, settle
from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.exchange.changes_model import NEW, OLD, WHAT, ChangesModel
from zonedesk.desktop.exchange.plan_panel import CHANGES, DOUBTS
from zonedesk.desktop.exchange.recognised import RecognisedTab
from zonedesk.desktop.pages.exchange import ExchangePage
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.plan import ImportPlan
from zonedesk.exchange.export import export_projects
from zonedesk.exchange.importing import prepare
from zonedesk.ops.edit import set_field
from zonedesk.ops.keeping import Keeping
from zonedesk.ops.session import Session

AS_OF = "2024-03-31"


@pytest.fixture(scope="session")
def workbook(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented ledger of 40 projects as a workbook."""
    path = tmp_path_factory.mktemp("book") / "台账.xlsx"
    with Session.open(sample_ledger, read_only=True) as session:
        export_projects(session, path, as_of=AS_OF)
    return path


@pytest.fixture
def lone_workbook(tmp_path: Path) -> Path:
    """Another ledger's workbook, with a single project."""
    with Session.create(tmp_path / "另.zonedesk") as other:
        other.run(_add_one, name="孤立示例项目")
        export_projects(other, tmp_path / "另.xlsx", as_of=AS_OF)
    return tmp_path / "另.xlsx"


@pytest.fixture
def page(window: MainWindow, tmp_path: Path) -> ExchangePage:
    """The page on the ledger that the workbook came from."""
    window.desk.keeping = Keeping("台账", tmp_path / "本机")
    return window.go("exchange")


@pytest.fixture
def empty_page(session: Session, show_window: Callable[[Desk], MainWindow], tmp_path: Path) -> ExchangePage:
    """The page on an empty ledger."""
    return show_window(Desk(session, keeping=Keeping("台账", tmp_path / "本机"))).go("exchange")


@pytest.fixture
def plan(session: Session, workbook: Path) -> ImportPlan:
    """What the workbook would change in an empty ledger."""
    return prepare(session.reader, workbook)


def projects(page: ExchangePage) -> int:
    return page.desk.session.reader.count("project")


def investment(page: ExchangePage) -> int:
    return page.desk.session.reader.project(1)["total_investment"]


def edit_investment(page: ExchangePage, text: str = "77.7") -> None:
    page.desk.run(set_field, table="project", row_id=1, key="total_investment", text=text)


def test_a_file_is_read_looked_at_and_taken_in_as_one_step(
    qtbot: QtBot, empty_page: ExchangePage, workbook: Path
):
    page = empty_page
    page.desk.prompts = ReadyPrompts(opened=workbook)
    qtbot.mouseClick(page.start.import_button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert page.stack.currentWidget() is page.plan_panel
    assert projects(page) == 0, "nothing is written before the officer says so"
    assert page.plan_panel.primary.text().startswith("导入 40 个新项目等共")
    qtbot.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.start)
    assert projects(page) == 40
    assert [step.kind for step in page.desk.session.steps()] == ["import"]
    assert page.start.recent.item(0, 1).text() == "台账.xlsx"
    undo = page.done.buttons()[0]
    assert undo.text() == "撤销本次导入"
    undo.click()
    assert projects(page) == 0
    assert "恢复到导入之前" in page.done.text.text()
    assert page.start.recent.item(0, 3).text().startswith("已撤销"), "said where a long result is not cut"


def test_the_day_looked_at_follows_the_months_that_come_in(
    qtbot: QtBot, empty_page: ExchangePage, workbook: Path
):
    read(qtbot, empty_page, workbook)
    empty_page.plan_panel.taken.emit()
    assert empty_page.desk.as_of == AS_OF


def test_leaving_a_plan_changes_nothing(qtbot: QtBot, empty_page: ExchangePage, workbook: Path):
    read(qtbot, empty_page, workbook)
    empty_page.plan_panel.cancel.click()
    assert empty_page.stack.currentWidget() is empty_page.start
    assert empty_page.desk.session.steps() == []


def test_a_file_brought_back_untouched_changes_nothing(qtbot: QtBot, page: ExchangePage, workbook: Path):
    read(qtbot, page, workbook)
    assert page.plan_panel.primary.text() == "没有要导入的变化"
    assert not page.plan_panel.primary.isEnabled()


def test_what_was_typed_by_hand_is_a_conflict_to_decide(qtbot: QtBot, page: ExchangePage, workbook: Path):
    before = investment(page)
    edit_investment(page)
    read(qtbot, page, workbook)
    panel = page.plan_panel
    assert panel.tabs.currentIndex() == DOUBTS
    assert not panel.primary.isEnabled()
    button = next(b for b in panel.doubts.buttons() if "采用文件" in b.words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert "处更改" in panel.primary.text()
    panel.taken.emit()
    assert investment(page) == before


def test_the_rest_of_the_conflicts_is_decided_at_once(qtbot: QtBot, page: ExchangePage, workbook: Path):
    for row_id in (1, 2, 3):
        page.desk.run(set_field, table="project", row_id=row_id, key="total_investment", text="77.7")
    read(qtbot, page, workbook)
    doubts = page.plan_panel.doubts
    assert len(doubts.model.doubts) >= 3
    next(b for b in doubts.buttons() if b.words == "其余冲突全部保留台账").click()
    settle(qtbot, page)
    assert {doubt.answer for doubt in doubts.model.doubts} == {"ours"}
    assert page.plan_panel.tabs.tabText(DOUBTS) == "待确认（0）"
    next(b for b in doubts.buttons() if b.words == "撤回选择").click()
    settle(qtbot, page)
    assert page.plan_panel.tabs.tabText(DOUBTS) == "待确认（1）"


def test_a_ledger_that_changed_meanwhile_is_compared_anew(qtbot: QtBot, page: ExchangePage, workbook: Path):
    edit_investment(page)
    read(qtbot, page, workbook)
    next(b for b in page.plan_panel.doubts.buttons() if "采用文件" in b.words).click()
    settle(qtbot, page)
    page.desk.run(set_field, table="project", row_id=2, key="remark", text="刚改的")
    steps = len(page.desk.session.steps())
    page.plan_panel.taken.emit()
    settle(qtbot, page)
    assert len(page.desk.session.steps()) == steps
    assert "重新比对" in page.done.text.text()
    assert page.stack.currentWidget() is page.plan_panel
    first = next(doubt for doubt in page.plan_panel.doubts.model.doubts if doubt.answer)
    assert first.answer == "theirs", "what was answered stays answered"
    page.plan_panel.taken.emit()
    assert page.desk.session.steps()[0].kind == "import"


def test_the_same_file_again_says_when_it_came_in(qtbot: QtBot, empty_page: ExchangePage, workbook: Path):
    read(qtbot, empty_page, workbook)
    empty_page.plan_panel.taken.emit()
    read(qtbot, empty_page, workbook)
    assert "导入过" in empty_page.plan_panel.warnings.text()
    assert not empty_page.plan_panel.primary.isEnabled()


def test_blanks_clear_only_when_the_officer_says_so(qtbot: QtBot, page: ExchangePage, workbook: Path):
    empty = next(p["id"] for p in page.desk.session.reader.projects() if p["resumed_on"] is None)
    page.desk.run(set_field, table="project", row_id=empty, key="resumed_on", text="2024-02")
    read(qtbot, page, workbook)
    quiet = page.plan_panel.plan
    page.plan_panel.blank.setCurrentIndex(1)
    page.plan_panel.blank.activated.emit(1)
    settle(qtbot, page)
    loud = page.plan_panel.plan
    assert len(loud.actions) + len(loud.conflicts) > len(quiet.actions) + len(quiet.conflicts)


def test_a_file_is_dropped_on_the_page(qtbot: QtBot, empty_page: ExchangePage, workbook: Path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(workbook))])
    how = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), *how)
    QApplication.sendEvent(empty_page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(empty_page, QDropEvent(QPointF(20, 20), *how))
    settle(qtbot, empty_page)
    assert empty_page.stack.currentWidget() is empty_page.plan_panel


def test_reading_is_cancelled(qtbot: QtBot, empty_page: ExchangePage, workbook: Path):
    empty_page.read(workbook)
    assert empty_page.stack.currentWidget() is empty_page.reading
    empty_page.stop.click()
    settle(qtbot, empty_page)
    assert empty_page.stack.currentWidget() is empty_page.start
    assert "已取消" in empty_page.done.text.text()


def test_bad_files_are_told_in_the_page_which_stays_usable(
    qtbot: QtBot, empty_page: ExchangePage, shared: Path, workbook: Path
):
    page = empty_page
    bad = sorted((shared / "workbooks" / "坏文件").iterdir())
    assert bad
    for path in bad:
        page.desk.prompts = ReadyPrompts()
        read(qtbot, page, path)
        assert page.stack.currentWidget() is page.start, path.name
        assert page.done.isVisible()
        assert path.name in page.done.text.text()
        assert page.start.import_button.isEnabled()
    assert page.desk.session.steps() == []
    read(qtbot, page, workbook)
    assert page.done.isHidden()
    assert page.plan_panel.primary.isEnabled()


def test_a_password_is_asked_until_it_is_right(qtbot: QtBot, empty_page: ExchangePage, shared: Path):
    locked = shared / "workbooks" / "坏文件" / "加密台账（口令zone2024）.xlsx"
    empty_page.desk.prompts = prompts = ReadyPrompts(texts=("不对", "zone2024"))
    empty_page.read(locked)
    qtbot.waitUntil(lambda: empty_page.stack.currentWidget() is empty_page.plan_panel, timeout=30_000)
    assert "请输入口令" in prompts.asked[0]
    assert "口令不对" in prompts.asked[1]


def test_the_bureaus_ledger_shows_its_totals_checked(qtbot: QtBot, empty_page: ExchangePage, shared: Path):
    read(qtbot, empty_page, shared / "workbooks" / "大同市三个一批项目台账.xlsx")
    assert empty_page.plan_panel.primary.text().startswith("导入 253 个新项目等共")
    assert "全部相符" in empty_page.plan_panel.facts.text()


def test_a_read_only_ledger_may_be_compared_but_not_changed(
    qtbot: QtBot, ledger_path: Path, show_window: Callable[[Desk], MainWindow], workbook: Path
):
    desk = Desk(Session.open(ledger_path, read_only=True))
    page = show_window(desk).go("exchange")
    read(qtbot, page, workbook)
    assert not page.plan_panel.primary.isEnabled()
    assert "只读" in page.plan_panel.primary.toolTip()


def test_the_tree_keeps_qts_rules(qtmodeltester, session: Session, lone_workbook: Path):
    plan = prepare(session.reader, lone_workbook)
    model = ChangesModel()
    qtmodeltester.check(model)
    model.set_plan(plan)
    model.tick_all(False)
    model.setData(model.index(0, WHAT), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.narrow("new", "示例")
    assert model.rowCount() > 0


def test_ticks_decide_what_is_taken_in(qapp, plan: ImportPlan):
    model = ChangesModel()
    model.set_plan(plan)
    assert plan.amount().added["project"] == 40
    top = next(row for row in range(model.rowCount()) if "· 项目" in model.index(row, WHAT).data())
    row = model.index(top, WHAT)
    check = Qt.ItemDataRole.CheckStateRole
    cell = next(
        model.index(n, WHAT, row)
        for n in range(model.rowCount(row))
        if model.index(n, WHAT, row).data() == "包联领导"
    )
    assert model.setData(cell, Qt.CheckState.Unchecked, check)
    assert Qt.CheckState(row.data(check)) == Qt.CheckState.PartiallyChecked
    assert plan.amount().added["project"] == 40
    model.setData(row, Qt.CheckState.Unchecked, check)
    assert plan.amount().added["project"] == 39
    model.setData(cell, Qt.CheckState.Checked, check)
    assert plan.amount().added["project"] == 40, "one cell ticked brings its row back, with that cell alone"
    name = model.index(0, WHAT, row)
    assert name.data() == "项目名称"
    assert not name.flags() & Qt.ItemFlag.ItemIsUserCheckable
    model.tick_all(False)
    assert list(plan.taken()) == []
    model.tick_all(True)
    assert plan.amount().added["project"] == 40


def test_a_cell_unticked_is_not_written(qtbot: QtBot, empty_page: ExchangePage, workbook: Path):
    page = empty_page
    read(qtbot, page, workbook)
    tree, model = page.plan_panel.changes.tree, page.plan_panel.changes.model
    page.plan_panel.tabs.setCurrentIndex(CHANGES)
    top = next(row for row in range(model.rowCount()) if "· 项目" in model.index(row, WHAT).data())
    row = model.index(top, WHAT)
    name = row.data().removesuffix(" · 项目")
    tree.expand(row)
    cell = next(
        model.index(n, WHAT, row)
        for n in range(model.rowCount(row))
        if model.index(n, WHAT, row).data() == "包联领导"
    )
    tree.setCurrentIndex(cell)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    page.plan_panel.taken.emit()
    taken = next(p for p in page.desk.session.reader.projects() if p["name"] == name)
    assert taken["sponsor"] is None
    assert sum(p["sponsor"] is not None for p in page.desk.session.reader.projects()) > 30


def test_filters_and_search_narrow_what_is_shown(
    qtbot: QtBot, page: ExchangePage, tmp_path: Path, workbook: Path
):
    with Session.create(tmp_path / "另.zonedesk") as other:
        other.run(_add_one, name="孤立示例项目")
        export_projects(other, tmp_path / "另.xlsx", as_of=AS_OF)
    read(qtbot, page, tmp_path / "另.xlsx")
    changes = page.plan_panel.changes
    assert changes.model.rowCount() >= 1
    changes.search.setText("没有这个名字")
    assert changes.model.rowCount() == 0
    changes.search.clear()
    changes.chips["new"].click()
    assert all(changes.model.is_addition(row) for row in range(changes.model.rowCount()))
    assert not changes.chips["changed"].isEnabled()


def test_what_could_not_be_read_is_flagged(qtbot: QtBot, empty_page: ExchangePage, tmp_path: Path):
    with Session.create(tmp_path / "另.zonedesk") as other:
        other.run(_add_one, name="孤立示例项目")
        other.run(set_field, table="project", row_id=1, key="start_plan", text="土地手续办结后")
        export_projects(other, tmp_path / "另.xlsx", as_of=AS_OF)
    read(qtbot, empty_page, tmp_path / "另.xlsx")
    changes = empty_page.plan_panel.changes
    changes.chips["flagged"].click()
    top = changes.model.index(0, WHAT)
    shown = [changes.model.index(n, NEW, top).data() for n in range(changes.model.rowCount(top))]
    assert any("土地手续办结后" in text for text in shown)


def _add_one(w, *, name: str) -> None:
    """新增项目."""
    w.insert("project", {"name": name})


def test_old_and_new_stand_side_by_side(session: Session, workbook: Path):
    from zonedesk.ops.take_in import take_in

    older = prepare(session.reader, workbook)
    older.sha256 = "of another file"
    session.run(take_in, plan=older)
    row = next(r for r in session.reader.rows("project") if r["sponsor"])
    session.run(_overwrite, row_id=row["id"])
    model = ChangesModel()
    model.set_plan(prepare(session.reader, workbook))
    model.narrow("changed")
    top = model.index(0, WHAT)
    assert model.index(0, WHAT, top).data() == "包联领导"
    assert model.index(0, OLD, top).data() == "张某某（旧）"
    assert model.index(0, NEW, top).data() == row["sponsor"]
    assert model.index(0, OLD, top).data(Qt.ItemDataRole.FontRole).strikeOut()


def _overwrite(w, *, row_id: int) -> None:
    """导入旧数据."""
    w.update("project", row_id, {"sponsor": "张某某（旧）"})


_overwrite.step_kind = "import"


def test_what_was_recognised_is_listed_sheet_by_sheet(qapp, plan: ImportPlan):
    tab = RecognisedTab()
    tab.show_plan(plan, plan.taken())
    names = [tab.tree.topLevelItem(n).text(0) for n in range(tab.tree.topLevelItemCount())]
    assert names[: len(plan.sheets)] == [sheet.name for sheet in plan.sheets]
    assert any(name.startswith("将新增企业") for name in names)


def test_export_goes_where_it_was_asked_and_says_so(qtbot: QtBot, page: ExchangePage, tmp_path: Path):
    page.desk.prompts = ReadyPrompts(saved=tmp_path / "导出")
    page.start.export_button.click()
    qtbot.waitUntil(page.done.isVisible, timeout=30_000)
    assert str(tmp_path / "导出.xlsx") in page.done.text.text()
    assert page.done.buttons()[0].text() == "打开所在文件夹"
    plan = prepare(page.desk.session.reader, tmp_path / "导出.xlsx", ledger_id=page.desk.session.ledger_id)
    assert plan.counts()["added"] == plan.counts()["updated"] == 0


def test_an_export_that_cannot_be_written_is_told(qtbot: QtBot, page: ExchangePage, tmp_path: Path):
    page.desk.prompts = ReadyPrompts(saved=tmp_path / "没有" / "导出.xlsx")
    page.start.export_button.click()
    qtbot.waitUntil(page.done.isVisible, timeout=30_000)
    assert "没有" in page.done.text.text()
    assert page.done.buttons() == []


@pytest.fixture
def stuck_list(tmp_path: Path) -> Path:
    """A bureau's list of stuck projects: one of ours retyped with another amount and plan, and one we lack."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "签约未开工"
    sheet.append(["2024年3月签约未开工项目清单"])
    sheet.append(["序号", "项目名称", "建设单位", "总投资（亿元）", "计划开工时间", "存在问题"])
    sheet.append([1, "甲某某产业园建设", "示例甲某某有限公司", 1.5, "2024年6月底", "等待供电"])
    sheet.append([2, "丁某某新来项目", "示例丁某某有限公司", 1.2, "2024年7月", "用地指标未落实"])
    book.save(tmp_path / "三未清单.xlsx")
    return tmp_path / "三未清单.xlsx"


def _add_stuck(w) -> None:
    """新增项目."""
    company = w.insert("enterprise", {"name": "示例甲某某有限公司"})
    row = {"name": "甲某某产业园项目", "enterprise_id": company, "total_investment": 150_000_000}
    pid = w.insert("project", {**row, "start_plan": "2024-05"})
    batch = w.insert("batch", {"name": "2024年第一次", "year": 2024, "seq_no": 1})
    w.insert("listing", {"project_id": pid, "batch_id": batch, "track": "signing", "investment": 150_000_000})


_add_stuck.step_kind = "import"


def test_the_keyboard_is_in_the_changes_and_esc_leads_back(
    qtbot: QtBot, empty_page: ExchangePage, workbook: Path
):
    page = empty_page
    read(qtbot, page, workbook)
    tree = page.plan_panel.changes.tree
    assert tree.hasFocus()
    assert tree.currentIndex().isValid()
    assert page.status.text() == "空格勾选 · Ctrl+Enter 导入 · Esc 返回"
    before = page.plan_panel.plan.amount().added["project"]
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert page.plan_panel.plan.amount().added["project"] == before - 1
    qtbot.keyClick(tree, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.start
    assert page.desk.session.steps() == []
    assert page.status.text() == ""


def test_the_line_of_an_import_goes_with_the_next_step(
    qtbot: QtBot, empty_page: ExchangePage, workbook: Path
):
    page = empty_page
    for undo in (False, True):
        read(qtbot, page, workbook)
        qtbot.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(page.done.isVisible)
        assert "撤销只收回这次导入，之后的修改保留" in page.done.text.text()
        if undo:
            qtbot.keyClick(page.start.import_button, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            page.desk.run(set_field, table="project", row_id=1, key="remark", text="改")
        assert not page.done.isVisible()
        while page.desk.undo():
            pass
        page.window().notice.hide()


def test_tab_comes_to_the_line_of_an_import_first(qtbot: QtBot, empty_page: ExchangePage, workbook: Path):
    page = empty_page
    read(qtbot, page, workbook)
    page.plan_panel.taken.emit()
    undo, look = page.done.buttons()
    undo.setFocus()
    walked = [undo]
    while walked[-1] is not page.start.import_button and len(walked) < 6:
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(page.window().focusWidget())
    assert walked[1] is look
    assert walked[-1] is page.start.import_button


def test_the_dialog_opens_where_the_last_file_was(
    qtbot: QtBot, empty_page: ExchangePage, workbook: Path, ledger_path: Path
):
    page = empty_page
    folders: list[str] = []

    class Watching(ReadyPrompts):
        def open_file(self, parent, title, kinds, folder=""):
            folders.append(folder)
            return super().open_file(parent, title, kinds, folder)

    page.desk.prompts = Watching(opened=workbook)
    for _ in range(2):
        qtbot.mouseClick(page.start.import_button, Qt.MouseButton.LeftButton)
        settle(qtbot, page)
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    assert folders == [str(ledger_path.parent), str(workbook.parent)]


def test_additions_say_what_their_values_are(empty_page: ExchangePage, plan: ImportPlan):
    model = ChangesModel()
    model.set_plan(plan)
    lines = [model.index(row, NEW).data() for row in range(model.rowCount()) if model.is_addition(row)]
    assert any("总投资 " in line and " 亿元 · 预计年产值 " in line for line in lines)


def test_a_stuck_list_is_told_by_what_it_is(qtbot: QtBot, empty_page: ExchangePage, stuck_list: Path):
    page = empty_page
    page.desk.run(_add_stuck)
    read(qtbot, page, stuck_list)
    panel, model = page.plan_panel, page.plan_panel.changes.model
    lines = {model.index(row, WHAT).data(): model.index(row, NEW).data() for row in range(model.rowCount())}
    assert "名称近似匹配：来文为“甲某某产业园建设”" in lines["甲某某产业园项目 · 项目"]
    assert "新增 1 个项目未列入任何批次，不计入三率" in panel.warnings.text()
    assert not panel.doubts.model.doubts
    new = next(row for row in range(model.rowCount()) if model.index(row, WHAT).data().startswith("丁"))
    panel.changes.tree.setCurrentIndex(model.index(new, WHAT))
    qtbot.keyClick(panel.changes.tree, Qt.Key.Key_Space)
    assert "批次" not in panel.warnings.text(), "what is not taken in is not warned of"
    qtbot.keyClick(panel.changes.tree, Qt.Key.Key_Space)
    panel.taken.emit()
    assert "新增存在问题2条" in page.done.text.text()
    assert "新增 1 个项目未列入任何批次，不计入三率，请在项目台账中补列批次" in page.done.text.text()


def test_an_amount_in_a_stuck_list_is_decided_and_ours_by_default(
    qtbot: QtBot, empty_page: ExchangePage, stuck_list: Path
):
    page = empty_page
    page.desk.run(_add_stuck)
    book = openpyxl.load_workbook(stuck_list)
    book.active["B3"], book.active["D3"] = "甲某某产业园项目", 2.5
    book.save(stuck_list)
    read(qtbot, page, stuck_list)
    (doubt,) = page.plan_panel.doubts.model.doubts
    assert (doubt.is_conflict, doubt.answer) == (True, None)
    assert "总投资：台账为“1.5”，文件为“2.5”" in doubt.text
    page.plan_panel.taken.emit()
    kept = page.desk.session.reader.project(1)
    assert (kept["total_investment"], kept["start_plan"]) == (150_000_000, "2024-06")


def test_questions_that_offer_the_same_answers_are_answered_at_once(
    qtbot: QtBot, empty_page: ExchangePage, shared: Path
):
    page = empty_page
    read(qtbot, page, shared / "workbooks" / "领办代办台账.csv")
    doubts = page.plan_panel.doubts
    asked = len(doubts.model.doubts)
    assert asked > 20
    choice = doubts.model.doubts[0].choices[0]
    (button,) = (b for b in doubts.buttons() if "全部" in b.words and choice.label in b.words)
    assert f"其余 {asked - 1} 条" in button.words
    with qtbot.waitSignal(doubts.answered):
        qtbot.keyClick(page.window(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, page)
    assert {doubt.answer for doubt in doubts.model.doubts} == {choice.value}


def test_a_card_is_as_high_as_its_text(empty_page: ExchangePage):
    for label in empty_page.start.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
