"""Steps that write very much: taken by the worker while the window goes on, each still one step."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.exchanging import read, settle
from zonedesk.desktop import desk as desks
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.exchange import importer
from zonedesk.desktop.pages.exchange import ExchangePage
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.plan import ImportPlan
from zonedesk.exchange.export import export_projects
from zonedesk.ops.edit import add_project, set_field
from zonedesk.ops.keeping import Keeping
from zonedesk.ops.session import Session
from zonedesk.ops.take_in import take_in
from zonedesk.store.writer import Writer


class Gate:
    """Lets the writing of an import go on when it is opened; tells that it has begun, and where."""

    def __init__(self) -> None:
        self.begun, self.opened = threading.Event(), threading.Event()
        self.thread: QThread | None = None

    def take_in(self, w: Writer, *, plan: ImportPlan) -> None:
        """导入."""
        take_in(w, plan=plan)
        self.thread = QThread.currentThread()
        self.begun.set()
        assert self.opened.wait(30)


@pytest.fixture(autouse=True)
def every_step_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if these small ledgers were large."""
    monkeypatch.setattr(desks, "_AT_ONCE", 0)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch):
    """Holds imports just before they are committed."""
    made = Gate()

    def held(w: Writer, *, plan: ImportPlan) -> None:
        """导入."""
        made.take_in(w, plan=plan)

    held.step_kind = "import"  # type: ignore[attr-defined]
    monkeypatch.setattr(importer, "take_in", held)
    yield made
    made.opened.set()


@pytest.fixture
def page(
    qtbot: QtBot,
    session: Session,
    show_window: Callable[[Desk], MainWindow],
    sample_ledger: Path,
    tmp_path: Path,
) -> ExchangePage:
    """The page on an empty ledger, with a plan of 40 projects in view."""
    book = tmp_path / "台账.xlsx"
    with Session.open(sample_ledger, read_only=True) as other:
        export_projects(other, book, as_of="2024-03-31")
    shown = show_window(Desk(session, keeping=Keeping("台账", tmp_path / "本机"))).go("exchange")
    read(qtbot, shown, book)
    assert shown.stack.currentWidget() is shown.plan_panel
    return shown


def begin(qtbot: QtBot, page: ExchangePage, gate: Gate) -> None:
    """Take the plan in, as far as the gate."""
    qtbot.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(gate.begun.is_set)


def projects(desk: Desk) -> int:
    return desk.session.reader.count("project")


def test_an_import_is_written_by_the_worker_while_the_window_goes_on(
    qtbot: QtBot, page: ExchangePage, gate: Gate
):
    desk = page.desk
    begin(qtbot, page, gate)
    assert gate.thread is not QThread.currentThread()
    assert page.stack.currentWidget() is page.reading
    assert page.reading_text.text() == "正在导入“台账.xlsx”…"
    turned: list[bool] = []
    QTimer.singleShot(0, lambda: turned.append(True))
    qtbot.waitUntil(lambda: bool(turned))
    window = page.window()
    window.go("ledger")
    assert window.go("exchange") is page
    assert projects(desk) == 0, "what is not committed is seen nowhere"
    gate.opened.set()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.start)
    assert projects(desk) == 40
    assert [step.kind for step in desk.session.steps()] == ["import"]
    assert desk.as_of == "2024-03-31"
    assert page.start.recent.item(0, 1).text() == "台账.xlsx"
    page.done.buttons()[0].click()
    assert desk.jobs.busy
    qtbot.waitUntil(lambda: projects(desk) == 0)
    assert "恢复到导入之前" in page.done.text.text()
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: projects(desk) == 40)


def test_what_is_typed_while_an_import_is_written_waits_for_its_end(
    qtbot: QtBot, page: ExchangePage, gate: Gate
):
    desk, refused = page.desk, []
    desk.failed.connect(refused.append)
    begin(qtbot, page, gate)
    assert desk.undo() is None
    assert "稍候" in refused.pop(), "an undo is not typed: it is held back, and that is told"
    threading.Timer(0.2, gate.opened.set).start()
    assert desk.run(add_project, name="别的项目")
    assert projects(desk) == 41
    assert [step.kind for step in desk.session.steps()] == ["edit", "import"]
    assert page.stack.currentWidget() is page.start, "the import was told first"
    assert refused == []


def test_cancelled_while_it_is_written_the_ledger_is_as_it_was_and_the_plan_still_there(
    qtbot: QtBot, page: ExchangePage, gate: Gate
):
    told: list[str] = []
    page.desk.told.connect(told.append)
    begin(qtbot, page, gate)
    with qtbot.waitSignal(page.stop.clicked):
        qtbot.keyClick(page.stop, Qt.Key.Key_Escape)
    gate.opened.set()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.plan_panel)
    assert told == ["已取消，台账未改动。"]
    assert projects(page.desk) == 0
    assert page.desk.session.steps() == []
    assert page.plan_panel.primary.isEnabled()
    qtbot.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.start)
    assert projects(page.desk) == 40


def test_an_import_that_fails_brings_the_plan_back(
    qtbot: QtBot, page: ExchangePage, monkeypatch: pytest.MonkeyPatch
):
    failed: list[str] = []
    page.desk.failed.connect(failed.append)

    def broken(w: Writer, *, plan: ImportPlan) -> None:
        """导入."""
        take_in(w, plan=plan)
        raise ValueError("试")

    monkeypatch.setattr(importer, "take_in", broken)
    qtbot.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(failed))
    assert "未预料" in failed[0]
    assert page.stack.currentWidget() is page.plan_panel
    assert projects(page.desk) == 0
    assert page.desk.run(add_project, name="别的项目"), "the ledger can be written to again"


def test_a_plan_that_grew_old_while_it_waited_is_not_taken_in(
    qtbot: QtBot, page: ExchangePage, gate: Gate, monkeypatch: pytest.MonkeyPatch
):
    """Another step is under way when the import is confirmed: what it wrote was not there when the plan was made."""
    desk, noted = page.desk, []
    page.importer.noted.connect(noted.append)
    ended = threading.Event()

    def slow(w: Writer) -> None:
        """慢."""
        add_project(w, name="别的项目")
        assert ended.wait(30)

    desk.take("慢", lambda: desk.session.run_beside(slow))
    threading.Timer(1, ended.set).start()
    qtbot.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(noted))
    assert projects(desk) == 1
    settle(qtbot, page)
    assert page.stack.currentWidget() is page.plan_panel


def test_a_file_brought_while_an_import_is_written_is_refused_and_the_import_told(
    qtbot: QtBot, page: ExchangePage, gate: Gate, tmp_path: Path
):
    refused: list[str] = []
    page.desk.failed.connect(refused.append)
    begin(qtbot, page, gate)
    page.read(tmp_path / "另一个.xlsx")
    assert len(refused) == 1
    gate.opened.set()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.start)
    assert "撤销只收回这次导入" in page.done.text.text()
    assert projects(page.desk) == 40


def test_who_hears_of_an_import_and_stumbles_does_not_leave_the_page_waiting(
    qtbot: QtBot, page: ExchangePage, gate: Gate
):
    def stumble(_: object) -> None:
        raise ValueError("试")

    begin(qtbot, page, gate)
    page.desk.session.subscribe(stumble)
    with qtbot.captureExceptions() as met:
        gate.opened.set()
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.start)
    assert [type(each[1]) for each in met] == [ValueError]
    assert projects(page.desk) == 40


@pytest.fixture(params=[False, True], ids=["patched", "read anew"])
def undoing(
    request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> LedgerPage:
    """The ledger at the name in its third row, while a step on the sixth is being undone by the worker."""
    page = window.go("ledger")
    assert isinstance(page, LedgerPage)
    if request.param:
        monkeypatch.setattr(page.rows, "patch", lambda changes: None)
    other = page.model.project_at(5)
    window.desk.run(set_field, table="project", row_id=other, key="remark", text="改过")
    page.grid.setFocus()
    page.grid.go(2, next(n for n, column in enumerate(page.model.columns) if column.key == "name"))
    qtbot.waitUntil(lambda: page.panel.pid == page.model.project_at(2))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.session.step_under_way
    return page


def test_what_is_typed_in_the_grid_when_a_long_undo_is_told_stays(qtbot: QtBot, undoing: LedgerPage):
    desk, grid, model = undoing.desk, undoing.grid, undoing.model
    pid, other = model.project_at(2), model.project_at(5)
    grid.edit_current()
    qtbot.keyClicks(grid.editor(), "half a name")
    qtbot.waitUntil(lambda: not desk.session.step_under_way and not desk.jobs.busy)
    assert desk.session.reader.project(other)["remark"] is None
    assert model.project_at(grid.currentIndex().row()) == pid
    assert grid.editor().text() == "half a name"
    qtbot.keyClick(grid.editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session.reader.project(pid)["name"] == "half a name")


def test_what_is_typed_in_the_record_panel_when_a_long_undo_is_told_stays(qtbot: QtBot, undoing: LedgerPage):
    desk, pid = undoing.desk, undoing.model.project_at(2)
    undoing.panel.focus_first()
    line = QApplication.focusWidget()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "half a name")
    qtbot.waitUntil(lambda: not desk.session.step_under_way and not desk.jobs.busy)
    assert line.text() == "half a name"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session.reader.project(pid)["name"] == "half a name")


def test_a_window_closed_while_an_import_is_written_goes_when_it_is_told(
    qtbot: QtBot, page: ExchangePage, gate: Gate, ledger_path: Path
):
    begin(qtbot, page, gate)
    threading.Timer(0.2, gate.opened.set).start()
    with qtbot.waitSignal(page.window().closed, timeout=30_000):
        page.window().close()
    with Session.open(ledger_path, read_only=True) as again:
        assert [step.kind for step in again.steps()] == ["import"]
        assert again.reader.count("project") == 40


def test_going_back_to_a_step_takes_back_long_ones_one_after_another(qtbot: QtBot, window: MainWindow):
    desk, remarks = window.desk, ("甲", "乙", "丙", "丁")
    for remark in remarks:
        desk.run(set_field, table="project", row_id=1, key="remark", text=remark)
    page = window.go("history")
    page.table.selectRow(3)
    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session.reader.project(1)["remark"] == "甲")
    assert not desk.jobs.busy


def test_undo_while_the_worker_is_busy_is_taken_at_once(qtbot: QtBot, window: MainWindow):
    desk, ended = window.desk, threading.Event()
    before = projects(desk)
    desk.run(add_project, name="别的项目")
    desk.jobs.start("活", lambda _: ended.wait(30), lambda _: None)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert projects(desk) == before
    with qtbot.waitSignal(desk.jobs.finished):
        ended.set()
