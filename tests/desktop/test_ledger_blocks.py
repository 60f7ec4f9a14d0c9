"""Blocks of cells between the grid and a spreadsheet, through the real clipboard and keys."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.block_text import from_html, from_text, read_block, to_html, to_text
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops import edit
from zonedesk.ops.session import Session
from zonedesk.store.schema import RECORDED_TABLES

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = st.text("甲乙,，;；\"'<>&= -+@1234567890\t\n", max_size=8)


@pytest.fixture
def page(window: MainWindow) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    found.grid.setFocus()
    return found


def at(page: LedgerPage, key: str, row: int = 0) -> None:
    page.grid.go(row, page.model.column_of(key))


def text(page: LedgerPage, key: str, row: int) -> str:
    return page.model.index(row, page.model.column_of(key)).data()


def press(page: LedgerPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(page.grid, key, modifiers)


def paste(page: LedgerPage, words: str, markup: str = "") -> None:
    data = QMimeData()
    data.setText(words)
    if markup:
        data.setHtml(markup)
    QGuiApplication.clipboard().setMimeData(data)
    press(page, K.Key_V)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(WORDS, min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_text_comes_back_as_it_went(block: list[list[str]]) -> None:
    assert from_text(to_text(block)) == block
    assert read_block(to_text(block), to_html(block, [False] * len(block[0]))) == block


def test_texts_of_other_spreadsheets() -> None:
    assert from_text('a\t"二\n行"\r\nb\t5" 管\r\n') == [["a", "二\n行"], ["b", '5" 管']]
    assert from_text('"说""好"""\t"未完') == [['说"好"', '"未完']]
    assert from_text("a\tb\nc") == [["a", "b"], ["c", ""]]
    assert from_text("a\t") == [["a", ""]]
    markup = (
        "<html><body><!--StartFragment--><table><tr><td rowspan=2>甲&nbsp;区</td><td>1<br>2</td></tr>"
        "<tr><td> 3\n  4 </td></tr></table><table><tr><td>x</td></tr></table></body></html>"
    )
    assert from_html(markup) == [["甲 区", "1\n2"], ["", "3 4"]]
    # The line break within a cell tore the text apart: the table knows better.
    assert read_block("甲 区\t1\n2\n\t3 4\n", markup) == [["甲 区", "1\n2"], ["", "3 4"]]
    assert read_block("只有文字", "<b>只有文字</b>") == [["只有文字"]]


def test_a_copy_is_text_and_table(page: LedgerPage) -> None:
    page.desk.run(
        edit.set_field, table="project", row_id=page.model.project_at(0), key="sponsor", text="=甲<某"
    )
    at(page, "sponsor")
    press(page, K.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "=甲<某\n"
    assert "mso-number-format" in data.html()
    assert "=甲&lt;某" in data.html()


def test_one_value_fills_a_larger_selection(page: LedgerPage, window: MainWindow) -> None:
    at(page, "sponsor")
    for _ in range(3):
        press(page, K.Key_Down, SHIFT)
    press(page, K.Key_Right, SHIFT)
    paste(page, "甲某\n")
    assert {text(page, key, row) for key in ("sponsor", "duty_unit") for row in range(4)} == {"甲某"}
    assert "粘贴 4 行 8 格" in window.told.text()
    page.desk.undo()
    assert text(page, "sponsor", 3) != "甲某"


def test_a_block_is_repeated_over_a_selection_of_its_multiple(page: LedgerPage) -> None:
    at(page, "sponsor")
    for _ in range(3):
        press(page, K.Key_Down, SHIFT)
    paste(page, "甲\n乙\n")
    assert [text(page, "sponsor", row) for row in range(5)][:4] == ["甲", "乙", "甲", "乙"]


def test_rows_grow_and_what_has_no_place_is_said(page: LedgerPage, window: MainWindow) -> None:
    before = page.model.rowCount()
    at(page, "name", row=before - 1)
    paste(page, "改名项目\tx\n某某甲项目\ty\n\t\n某某乙项目\t\n")
    assert page.model.rowCount() == before + 2
    assert [text(page, "name", row) for row in range(before - 1, before + 2)] == [
        "改名项目",
        "某某甲项目",
        "某某乙项目",
    ]
    assert "新增 2 个项目" in window.notice.text.text()
    assert "2 格由其他栏目推算" in window.notice.text.text()
    assert page.grid.moves.blocks()[0][0] == before - 1
    page.desk.undo()
    assert page.model.rowCount() == before
    last = page.model.columnCount() - 1
    page.grid.go(before - 1, last)
    paste(page, "甲\t乙\t丙\n丁\t戊\t己\n")
    assert "右边多出 2 栏" in window.notice.text.text()
    assert text(page, "name", before) == "新项目"


def test_an_empty_name_in_a_block_keeps_the_name(page: LedgerPage, window: MainWindow) -> None:
    name, stage = text(page, "name", 0), text(page, "stage", 0)
    page.grid.setColumnHidden(1, True)
    at(page, "name")
    paste(page, "\t\n")
    assert (text(page, "name", 0), text(page, "stage", 0)) == (name, stage)
    assert "项目名称不能为空" in window.notice.text.text()


def test_what_does_not_fit_is_kept_and_counted(page: LedgerPage, window: MainWindow) -> None:
    at(page, "sign_date")
    paste(page, "2024-03-05\n年底前\n待定\n")
    assert [text(page, "sign_date", row) for row in range(3)] == ["2024-03-05", "年底前", "待定"]
    assert "2 格不合规定，按原文保留待核" in window.told.text()


def test_only_rows_and_columns_in_view_are_touched(page: LedgerPage) -> None:
    page.filters.search.setText("")
    page.desk.show_rows("两个", [5, 9])
    before = page.rows.text(6, page.model.by_key["sponsor"])
    at(page, "sponsor")
    paste(page, "甲\n乙\n")
    column = page.model.by_key["sponsor"]
    assert [page.rows.text(pid, column) for pid in (5, 9)] == ["甲", "乙"]
    assert page.rows.text(6, column) == before


def test_one_step_for_the_whole_block(page: LedgerPage) -> None:
    steps = len(page.desk.session.steps())
    at(page, "sponsor")
    paste(page, "\n".join(f"{n}某\t{n}局" for n in range(60)) + "\n")
    assert len(page.desk.session.steps()) == steps + 1
    assert page.model.rowCount() == 60
    page.desk.undo()
    assert page.model.rowCount() == 40


CELLS = st.sampled_from(
    ["", "甲", "3.5", "约3亿", "2024-03", "待定", "是", "某某新公司", '有"引号"', "两\n行"]
)


@pytest.fixture(scope="module")
def kept(qapp, sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    copied = Path(shutil.copy(sample_ledger, tmp_path_factory.mktemp("blocks") / "台账.zonedesk"))
    window = MainWindow(Desk(Session.open(copied, "王某某")))
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, 39),
    st.integers(0, 36),
    st.integers(1, 5).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1, max_size=12)
    ),
)
def test_any_block_pasted_and_undone_leaves_the_ledger_as_it_was(
    kept: MainWindow, row: int, column: int, block: list[list[str]]
) -> None:
    page = kept.go("ledger")
    assert isinstance(page, LedgerPage)
    reader = page.desk.session.reader

    def everything() -> dict[str, list[dict[str, object]]]:
        return {table: reader.rows(table) for table in sorted(RECORDED_TABLES)}

    def shown() -> list[list[str]]:
        return [[page.rows.text(pid, column) for column in page.model.columns] for pid in page.model.shown()]

    stored, seen, steps = everything(), shown(), page.desk.session.next_undo()
    page.grid.go(row, column)
    paste(page, to_text(block))
    if page.desk.session.next_undo() != steps:
        pasted = everything()
        page.desk.undo()
        page.desk.redo()
        assert everything() == pasted
        page.desk.undo()
    assert everything() == stored
    assert shown() == seen
