"""走访代办 under real keys: a visit is written down, its appeal becomes a problem."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.pages.visits import VisitsPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.edit import delete_row

K = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> VisitsPage:
    found = window.go("visits")
    assert isinstance(found, VisitsPage)
    found.setFocus()
    return found


def test_an_appeal_typed_in_becomes_a_problem_by_key(qtbot: QtBot, page: VisitsPage) -> None:
    book = page.book
    reader = page.desk.session.reader
    row = next(r for r in book.shown() if not r["appeal"] and r["project_id"] is not None)
    before = reader.count("problem")
    book.go_to(row["id"], "appeal")
    book.table.setFocus()
    assert not page.raise_button.isEnabled()
    qtbot.keyClick(book.table, K.Key_F2)
    compose(page.window().focusWidget(), "供水压力不足")
    qtbot.keyClick(page.window().focusWidget(), K.Key_Return)
    assert reader.rows("visit", id=row["id"])[0]["appeal"] == "供水压力不足"
    book.go_to(row["id"])
    assert page.raise_button.isEnabled()
    # Offscreen, no window manager gives the keyboard back when the editor has gone.
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.keyClick(
        book.table, K.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert reader.count("problem") == before + 1
    assert not page.raise_button.isEnabled(), "once is enough"
    assert next(r for r in book.shown() if r["id"] == row["id"])["raised"]


def test_the_three_counts_stand_in_one_sentence(page: VisitsPage) -> None:
    cases = page.desk.session.reader.rows("agency_case")
    text = page.sentence.text()
    assert f"{len(cases)} 项" in text
    assert f"{sum(row['cases'] for row in cases)} 件" in text


def test_a_day_out_of_order_is_marked_and_kept(qtbot: QtBot, page: VisitsPage) -> None:
    page.show_book("agency_cases")
    book = page.book
    row = next(r for r in book.shown() if r["done_on"])
    book.go_to(row["id"], "done_on")
    book.table.setFocus()
    qtbot.keyClick(book.table, K.Key_F2)
    editor = page.window().focusWidget()
    qtbot.keyClick(editor, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "2020-01-01")
    qtbot.keyClick(editor, K.Key_Return)
    place = next(n for n, r in enumerate(book.shown()) if r["id"] == row["id"])
    column = [c.key for c in book.model.columns].index("done_on")
    assert "办结日期早于受理日期" in book.model.cell(book.model.index(place, column)).tip
    assert page.desk.session.reader.rows("agency_case", id=row["id"])[0]["done_on"] == "2020-01-01"


def test_insert_asks_for_the_project_and_begins_a_visit(qtbot: QtBot, page: VisitsPage) -> None:
    before = page.desk.session.reader.count("visit")
    page.book.table.setFocus()
    qtbot.keyClick(page.book.table, K.Key_Insert)
    qtbot.waitUntil(page.book.chooser.isVisible)
    qtbot.keyClick(page.window().focusWidget() or page.book.chooser, K.Key_Return)
    assert page.desk.session.reader.count("visit") == before + 1
    row = page.desk.session.reader.rows("visit")[-1]
    assert (row["visited_on"], row["project_id"] is not None) == (page.desk.as_of, True)


def test_in_a_large_ledger_the_book_in_view_comes_first_and_the_others_follow(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zonedesk.desktop.pages.visits._AT_ONCE", 0)
    page = window.go("visits")
    assert isinstance(page, VisitsPage)
    assert page.book.shown()
    assert page.settling()
    assert [page.tabs.tabText(n).endswith("…") for n in range(5)] == [False, True, True, True, True]
    with qtbot.waitSignal(page.settled):
        pass
    reader = page.desk.session.reader
    assert page.tabs.tabText(2).endswith(f"  {reader.count('agency_case')}")
    assert f"{reader.count('agency_case')} 项" in page.sentence.text()
    row = page.books["agency_cases"].shown()[0]
    page.desk.run(delete_row, table="agency_case", row_id=row["id"])
    assert page.tabs.tabText(2).endswith("…")
    qtbot.mouseClick(page.tabs, Qt.MouseButton.LeftButton, pos=page.tabs.tabRect(2).center())
    assert page.book is page.books["agency_cases"]
    assert row["id"] not in {each["id"] for each in page.book.shown()}, "what is looked at is never behind"
    qtbot.waitUntil(lambda: not page.settling())
    assert page.tabs.tabText(2).endswith(f"  {reader.count('agency_case')}")
