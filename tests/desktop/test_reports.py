"""报表: the preview made by a job, its keys, saving and printing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QThread
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop.jobs import Outcome
from zonedesk.desktop.pages.reports import ReportsPage, months_before
from zonedesk.desktop.preview.printing import print_sheets
from zonedesk.desktop.preview.saving import save_copy
from zonedesk.desktop.preview.sheets import read_sheets
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.errors import CancelledError, RefusedError
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.progress import NullProgress
from zonedesk.ops.edit import add_row, set_field
from zonedesk.ops.session import Session
from zonedesk.reports.build import build_report
from zonedesk.reports.preview import page_count, page_image
from zonedesk.reports.registry import Report

_ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Iterator[ReportsPage]:
    """The page with its preview there."""
    shown = window.go("reports")
    settle(qtbot, shown)
    return shown


def settle(qtbot: QtBot, page: ReportsPage) -> None:
    if page.settling():
        with qtbot.waitSignal(page.settled, timeout=60_000):
            pass


@pytest.fixture(scope="session")
def pdf(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished report."""
    path = tmp_path_factory.mktemp("pdf") / "通报.pdf"
    with Session.open(sample_ledger, read_only=True) as session:
        build_report(session, "monthly", "2024-03", path)
    return path


def test_the_preview_comes_by_itself_for_the_month_looked_at(page: ReportsPage):
    assert page.month.currentData() == "2024-03"
    assert page.view.pages == page_count(page.sheets.path)
    assert page.place.text() == f"第 1 / {page.view.pages} 页"
    assert page.save_button.isEnabled()
    assert page.print_button.isEnabled()


def test_another_month_makes_another_preview(qtbot: QtBot, page: ReportsPage):
    before = page.sheets.path
    page.month.setCurrentIndex(page.month.findData("2024-02"))
    assert page.settling()
    settle(qtbot, page)
    assert page._made.month == "2024-02"
    assert page.sheets.path != before
    assert not before.exists(), "the old preview's file is gone"


def test_the_last_of_many_quick_choices_wins(qtbot: QtBot, page: ReportsPage):
    for month in ("2024-02", "2024-01", "2023-12"):
        page.month.setCurrentIndex(page.month.findData(month))
    settle(qtbot, page)
    assert page._made.month == "2023-12"


def test_the_ledger_is_read_by_the_worker_and_another_choice_breaks_it_off(
    qtbot: QtBot, page: ReportsPage, monkeypatch: pytest.MonkeyPatch
):
    collected: list[tuple[str, QThread]] = []
    collect = Report.collect

    def slowly(self: Report, session: Session, month: str, scope: Scope | None = None) -> Any:
        collected.append((month, QThread.currentThread()))
        if month == "2024-02":
            session.reader.connection.execute(_ENDLESS).fetchone()
        return collect(self, session, month, scope)

    monkeypatch.setattr(Report, "collect", slowly)
    page.month.setCurrentIndex(page.month.findData("2024-02"))
    qtbot.waitUntil(lambda: bool(collected))
    page.month.setCurrentIndex(page.month.findData("2024-01"))
    settle(qtbot, page)
    assert page._made.month == "2024-01"
    assert [month for month, _ in collected] == ["2024-02", "2024-01"]
    assert QThread.currentThread() not in {thread for _, thread in collected}


def test_what_cannot_be_read_is_told_in_place_of_the_preview(
    qtbot: QtBot, page: ReportsPage, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise RefusedError("refused", reason="试")

    monkeypatch.setattr(Report, "collect", refuse)
    page.month.setCurrentIndex(page.month.findData("2024-02"))
    qtbot.waitUntil(lambda: not page.settling())
    assert page.view.pages == 0
    assert not page.save_button.isEnabled()


def test_of_a_long_report_small_pictures_are_made_of_the_first_pages_only(
    qtbot: QtBot, page: ReportsPage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("zonedesk.desktop.preview.sheets.MOST_SMALL", 1)
    page.month.setCurrentIndex(page.month.findData("2024-02"))
    settle(qtbot, page)
    assert page.view.pages == page_count(page.sheets.path) > 1
    assert len(page.sheets.small) == 1
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    page.view.viewport().grab()
    settle(qtbot, page)
    assert page.view._drawn[page.view.pages - 1][1].width() > 100, "the last page is drawn when it is in view"


def test_an_edit_is_in_the_preview(qtbot: QtBot, page: ReportsPage):
    before = page.sheets.path
    page.desk.run(set_field, table="project", row_id=1, key="total_investment", text="9.99")
    settle(qtbot, page)
    assert page.sheets.path != before


def test_a_month_first_reported_is_the_one_to_report(qtbot: QtBot, page: ReportsPage):
    page.desk.look_at(as_of="2024-04-20")
    settle(qtbot, page)
    assert page._made.month == "2024-03", "nothing of April is reported yet"
    page.desk.run(add_row, table="monthly_progress", project_id=1, values={"month": "2024-04"})
    settle(qtbot, page)
    assert page._made.month == "2024-04"


def test_an_edit_while_another_page_is_shown_waits(qtbot: QtBot, window: MainWindow, page: ReportsPage):
    before = page.sheets.path
    window.go("history")
    page.desk.run(set_field, table="project", row_id=1, key="remark", text="改")
    assert not page.desk.jobs.busy
    window.go("reports")
    settle(qtbot, page)
    assert page.sheets.path != before


def test_keys_turn_pages_and_zoom(qtbot: QtBot, page: ReportsPage):
    view = page.view
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.pages
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 1
    fitted = page.zoom.text()
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.zoom.text() != fitted
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.zoom.text() == fitted


def test_the_wheel_zooms_with_control_and_draws_sharp_again(qtbot: QtBot, page: ReportsPage):
    view = page.view
    before = page.zoom.text()
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    assert page.zoom.text() != before
    with qtbot.waitSignal(view.sharp, timeout=30_000):
        pass
    assert not view.drawing


def test_saving_is_a_copy_of_what_is_seen(qtbot: QtBot, page: ReportsPage, tmp_path: Path):
    page.desk.prompts = prompts = ReadyPrompts(saved=tmp_path / "三月通报")
    with qtbot.waitSignal(page.desk.jobs.finished):
        page.save_button.click()
    qtbot.waitUntil(page.done.isVisible)
    saved = tmp_path / "三月通报.pdf"
    assert saved.read_bytes() == page.sheets.path.read_bytes()
    assert str(saved) in page.done.text.text()
    assert "2024年3月" in prompts.asked[0]


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, window: MainWindow, page: ReportsPage, tmp_path: Path
):
    page.desk.prompts = ReadyPrompts(saved=tmp_path / "没有" / "通报.pdf")
    with qtbot.waitSignal(page.desk.failed) as failed:
        page.save_button.click()
    assert "没有" in failed.args[0]
    assert window.notice.isVisible()


def test_backing_out_of_a_dialog_does_nothing(page: ReportsPage):
    page.desk.prompts = ReadyPrompts()
    page.save_button.click()
    page.print_button.click()
    assert not page.desk.jobs.busy
    assert page.done.isHidden()


def test_printing_from_the_page(qtbot: QtBot, page: ReportsPage, tmp_path: Path):
    page.desk.prompts = ReadyPrompts(printer=to_file(tmp_path / "纸.pdf"))
    with qtbot.waitSignal(page.desk.jobs.finished, timeout=60_000):
        page.print_button.click()
    qtbot.waitUntil(page.done.isVisible)
    assert page_count(tmp_path / "纸.pdf") == page.view.pages


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_paper_has_the_pages_size_and_ink(qapp, pdf: Path, tmp_path: Path):
    sheets = read_sheets(pdf, NullProgress())
    printer = to_file(tmp_path / "纸.pdf")
    printer.setFromTo(1, 2)
    assert print_sheets(sheets, printer, NullProgress()) == 2
    printed = page_image(tmp_path / "纸.pdf", 0)
    width, height = sheets.sizes[0]
    assert abs(printed.width - width) <= 2
    assert abs(printed.height - height) <= 2
    assert min(printed.data) < 80, "something dark is on the paper"


def test_a_sheet_across_is_printed_across(qapp, pdf: Path, tmp_path: Path):
    sheets = read_sheets(pdf, NullProgress())
    across = next(n for n, (width, height) in enumerate(sheets.sizes, start=1) if width > height)
    printer = to_file(tmp_path / "纸.pdf")
    printer.setFromTo(across - 1, across)
    print_sheets(sheets, printer, NullProgress())
    upright, turned = (page_image(tmp_path / "纸.pdf", n) for n in (0, 1))
    assert upright.width < upright.height
    assert turned.width > turned.height


def test_printing_can_be_cancelled(qapp, pdf: Path, tmp_path: Path):
    class Stopped(NullProgress):
        def check(self) -> None:
            raise CancelledError

    with pytest.raises(CancelledError):
        print_sheets(read_sheets(pdf, NullProgress()), to_file(tmp_path / "纸.pdf"), Stopped())


def test_a_failed_copy_leaves_what_was_there(tmp_path: Path):
    target = tmp_path / "旧.pdf"
    target.write_text("旧")
    with pytest.raises(RefusedError):
        save_copy(tmp_path / "没有.pdf", target)
    assert target.read_text() == "旧"
    assert [path.name for path in tmp_path.iterdir()] == ["旧.pdf"]


def test_the_month_looked_at_is_always_among_the_months():
    assert months_before("2024-02", "2024-01", 1) == ["2024-02", "2024-01", "2023-12"]
    assert months_before("2026-12", "2024-03", 36)[-1] == "2021-03", "as far back however late today is"


def test_preview_files_go_with_the_window(qtbot: QtBot, window: MainWindow, page: ReportsPage):
    folder = page.sheets.path.parent
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not folder.exists()


def test_a_job_that_ends_once_the_ledger_is_closed_asks_nothing_of_it(page: ReportsPage, qapp: QApplication):
    page.desk.close()
    page.desk.jobs.finished.emit(Outcome())
    qapp.processEvents()
    assert not page.settling()
