"""导出 and 打印 of whatever list a page shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.ready import ReadyPrompts
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.preview.list_preview import ListPreview
from zonedesk.desktop.widgets.list_tools import ListTools
from zonedesk.reports.preview import page_count

CTRL = Qt.KeyboardModifier.ControlModifier


class Place(QWidget):
    """A page with a list of its own."""

    def __init__(self, tools: ListTools) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(QLabel("清单"))
        column.addWidget(tools)
        tools.bind_keys(self)


def shown(qtbot: QtBot, tools: ListTools) -> Place:
    place = Place(tools)
    qtbot.addWidget(place)
    with qtbot.waitExposed(place):
        place.show()
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    place.setFocus()
    return place


@pytest.mark.parametrize(("name", "begins"), [("三未.xlsx", b"PK"), ("三未.pdf", b"%PDF"), ("三未", b"PK")])
def test_ctrl_e_writes_what_is_shown(
    qtbot: QtBot, desk: Desk, tmp_path: Path, name: str, begins: bytes
) -> None:
    desk.prompts = ReadyPrompts(saved=tmp_path / name)
    place = shown(qtbot, ListTools(desk, lambda: "not_started"))
    with qtbot.waitSignal(desk.jobs.finished):
        qtbot.keyClick(place, Qt.Key.Key_E, CTRL)
    target = tmp_path / (name if "." in name else f"{name}.xlsx")
    assert target.read_bytes().startswith(begins)
    assert desk.prompts.asked == [f"签约未开工{desk.as_of}.xlsx"]


def test_rows_columns_and_title_are_those_of_the_page(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.prompts = ReadyPrompts(saved=tmp_path / "一行.xlsx")
    tools = ListTools(
        desk,
        "duties",
        rows=lambda: [{"id": 1, "project": "某某项目", "sponsor": None}],
        columns=lambda: {"project": "项目"},
        title=lambda: "一个项目",
    )
    qtbot.addWidget(tools)
    with qtbot.waitSignals([desk.jobs.finished, desk.told]):
        tools.export()
    page = load_workbook(tmp_path / "一行.xlsx").worksheets[0]
    assert (page["A1"].value, page["B3"].value, page["B4"].value) == ("一个项目", "项目", "某某项目")


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.prompts = ReadyPrompts(saved=tmp_path / "无此文件夹" / "责任.xlsx")
    tools = ListTools(desk, "duties")
    qtbot.addWidget(tools)
    with qtbot.waitSignal(desk.failed) as told:
        tools.export()
    assert "无此文件夹" in told.args[0]


def test_ctrl_p_shows_the_pages_then_prints_and_saves_them(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "打印.pdf"))
    desk.prompts = ReadyPrompts(saved=tmp_path / "另存.pdf", printer=printer)
    tools = ListTools(desk, "duties")
    place = shown(qtbot, tools)
    qtbot.keyClick(place, Qt.Key.Key_P, CTRL)
    preview = tools.preview
    assert isinstance(preview, ListPreview)
    qtbot.waitUntil(preview.isVisible)
    assert "责任" in preview.windowTitle()
    pages = preview.view.pages
    assert preview.place.text() == f"第 1 / {pages} 页"
    with qtbot.waitSignal(desk.jobs.finished):
        qtbot.mouseClick(preview.save_button, Qt.MouseButton.LeftButton)
    assert page_count(tmp_path / "另存.pdf") == pages
    with qtbot.waitSignal(desk.jobs.finished):
        qtbot.mouseClick(preview.print_button, Qt.MouseButton.LeftButton)
    assert page_count(tmp_path / "打印.pdf") == pages
    assert f"共 {pages} 页" in preview.told.text()
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not preview.isVisible())


def test_escape_while_a_page_is_drawn_stops_the_drawing_first(qtbot: QtBot, desk: Desk) -> None:
    tools = ListTools(desk, "projects")
    place = shown(qtbot, tools)
    qtbot.keyClick(place, Qt.Key.Key_P, CTRL)
    preview = tools.preview
    assert preview is not None
    qtbot.waitUntil(preview.isVisible)
    drawing, folder = preview.view._drawing, Path(preview._folder.name)
    qtbot.waitUntil(lambda: drawing.busy)
    with qtbot.waitSignal(preview.destroyed), qtbot.captureExceptions() as met:
        qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not met
    assert not folder.exists()


def test_a_preview_that_is_on_its_way_when_the_ledger_closes_does_no_harm(qtbot: QtBot, desk: Desk) -> None:
    tools = ListTools(desk, "duties")
    qtbot.addWidget(tools)
    tools.print()
    desk.close()
    assert not desk.jobs.busy or tools.preview is not None
