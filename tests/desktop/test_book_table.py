"""The generic book under real keys and clicks, on the problems of the invented ledger."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop import tokens
from zonedesk.desktop.books.book_table import BookTable
from zonedesk.desktop.books.spec import BookColumn, BookSpec, Chip
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.ledger.editors import ChoiceBox, LongText
from zonedesk.ops import edit

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier

SPEC = BookSpec(
    kind="problems",
    table="problem",
    columns=(
        BookColumn("project", 190, editable=False, link="project_id"),
        BookColumn("description", 220, stretch=True),
        BookColumn("category", 70),
        BookColumn("deadline", 90),
        BookColumn("duty_person", 70),
        BookColumn("overdue_days", 60, editable=False, right=True, label="逾期\n天数"),
    ),
    chips=(
        Chip("open", "未销号", lambda row: row["open"]),
        Chip("late", "逾期", lambda row: row["overdue_days"] > 0),
    ),
    new={"description": "新问题", "status": "待办"},
    new_values=lambda desk: {"raised_on": desk.as_of},
    needs_project=True,
    sort=lambda row: row["deadline"] or "9999",
    empty="没有问题。按 Insert 新增",
    warn=lambda row, key: "时限早于提出时间" if key == "deadline" and _early(row) else "",
)


def _early(row: dict) -> bool:
    return bool(row["deadline"] and row["raised_on"] and row["deadline"] < row["raised_on"])


@pytest.fixture
def book(qtbot: QtBot, desk: Desk) -> BookTable:
    made = BookTable(desk, SPEC)
    desk.changes_applied.connect(made.patch)
    qtbot.addWidget(made)
    made.resize(1100, 560)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.reload()
    return made


def column(book: BookTable, key: str) -> int:
    return [each.key for each in book.model.columns].index(key)


def at(book: BookTable, row: int, key: str) -> None:
    book.table.setFocus()
    book.table.put(row, column(book, key))


def editor(book: BookTable) -> QWidget:
    found = book.table.indexWidget(book.table.currentIndex())
    assert found is not None
    return found


def problem(desk: Desk, row_id: int) -> dict:
    return desk.session.reader.rows("problem", id=row_id)[0]


def test_rows_are_those_of_the_list_in_the_books_order_and_number(desk: Desk, book: BookTable) -> None:
    deadlines = [row["deadline"] or "9999" for row in book.shown()]
    assert deadlines == sorted(deadlines)
    assert book.model.index(2, 0).data() == "3"
    assert book.model.headerData(column(book, "deadline"), Qt.Orientation.Horizontal) == "完成时限"
    assert f"共 {len(book.shown())} 条" in book.status()


def test_typing_into_a_cell_writes_it_and_goes_down(qtbot: QtBot, desk: Desk, book: BookTable) -> None:
    first, second = book.shown()[:2]
    at(book, 0, "duty_person")
    compose(book.table, "赵某某")
    qtbot.keyClick(editor(book), K.Key_Return)
    assert problem(desk, first["id"])["duty_person"] == "赵某某"
    assert book.model.index(0, column(book, "duty_person")).data() == "赵某某"
    assert book.current_row()["id"] == second["id"]
    desk.undo()
    assert (book.model.index(0, column(book, "duty_person")).data() or None) == first["duty_person"]
    desk.redo()
    assert book.model.index(0, column(book, "duty_person")).data() == "赵某某"


def test_f2_opens_choices_and_long_text_as_in_the_ledger(qtbot: QtBot, desk: Desk, book: BookTable) -> None:
    at(book, 0, "category")
    qtbot.keyClick(book.table, K.Key_F2)
    box = editor(book)
    assert isinstance(box, ChoiceBox)
    assert [box.itemText(n) for n in range(3)] == ["用地", "手续", "资金"]
    qtbot.keyClick(box.line, K.Key_Escape)
    at(book, 0, "description")
    qtbot.keyClick(book.table, K.Key_F2)
    text = editor(book)
    assert isinstance(text, LongText)
    text.selectAll()
    compose(text, "缺蒸汽管网")
    qtbot.keyClick(text, K.Key_Return)
    assert book.shown()[0]["description"] == "缺蒸汽管网"
    assert book.table.hasFocus()


def test_tab_goes_to_the_next_cell_that_can_be_typed_into(qtbot: QtBot, book: BookTable) -> None:
    at(book, 0, "duty_person")
    qtbot.keyClick(book.table, K.Key_Tab)
    assert (book.table.currentIndex().row(), book.table.currentIndex().column()) == (
        1,
        column(book, "description"),
    )


def test_a_change_moves_no_row_until_it_is_sorted_anew(qtbot: QtBot, book: BookTable) -> None:
    order = [row["id"] for row in book.shown()]
    at(book, 0, "deadline")
    qtbot.keyClick(book.table, K.Key_F2)
    line = editor(book)
    line.selectAll()
    qtbot.keyClicks(line, "2031.5")
    qtbot.keyClick(line, K.Key_Return)
    assert [row["id"] for row in book.shown()] == order
    assert "F5" in book.status()
    at(book, 0, "deadline")
    qtbot.keyClick(book.table, K.Key_F5)
    assert book.shown()[0]["id"] != order[0]
    assert book.current_row()["id"] == order[0]


def test_a_date_that_is_none_is_kept_and_red_a_warned_one_has_a_corner(
    qtbot: QtBot, desk: Desk, book: BookTable
) -> None:
    row_id = book.shown()[0]["id"]
    desk.run(edit.set_field, table="problem", row_id=row_id, key="deadline", text="尽快")
    cell = book.model.cell(book.model.index(0, column(book, "deadline")))
    assert (cell.text, cell.typed) == ("尽快", "尽快")
    assert "待核" in cell.tip
    desk.run(edit.set_field, table="problem", row_id=row_id, key="deadline", text="2001-01-01")
    cell = book.model.cell(book.model.index(0, column(book, "deadline")))
    assert cell.mark
    assert "早于" in cell.tip


def test_chips_and_words_narrow(qtbot: QtBot, book: BookTable) -> None:
    everything = len(book.shown())
    qtbot.mouseClick(book.chips.buttons["open"], Qt.MouseButton.LeftButton)
    assert book.shown()
    assert all(row["open"] for row in book.shown())
    assert len(book.shown()) < everything
    book.show_everything()
    assert len(book.shown()) == everything
    name = book.shown()[0]["project"]
    at(book, 0, "category")
    qtbot.keyClick(book.table, K.Key_F, CTRL)
    assert book.find_box.hasFocus()
    compose(book.find_box, name)
    assert {row["project"] for row in book.shown()} == {name}


def test_a_click_on_a_head_sorts(qtbot: QtBot, book: BookTable) -> None:
    head = book.table.horizontalHeader()
    section = column(book, "overdue_days")
    x = head.sectionViewportPosition(section) + 10
    for backwards in (False, True):
        qtbot.mouseClick(
            head.viewport(), Qt.MouseButton.LeftButton, pos=head.viewport().rect().topLeft() + _at(x)
        )
        days = [row["overdue_days"] for row in book.shown()]
        assert days == sorted(days, reverse=backwards)


def _at(x: int):
    from PySide6.QtCore import QPoint

    return QPoint(x, 10)


def test_insert_asks_for_the_project_by_initials_and_adds(qtbot: QtBot, desk: Desk, book: BookTable) -> None:
    wanted = desk.session.reader.projects()[7]
    before = len(book.shown())
    at(book, 0, "description")
    qtbot.keyClick(book.table, K.Key_Insert)
    assert book.chooser.isVisible()
    first = book.chooser.list.item(0).text()
    assert first.startswith(book.shown()[0]["project"])
    qtbot.keyClicks(book.chooser.line, "zzzzzzzz")
    assert book.chooser.list.count() == 0
    book.chooser.line.clear()
    compose(book.chooser.line, wanted["name"])
    qtbot.keyClick(book.chooser.line, K.Key_Return)
    assert book.chooser.isHidden()
    assert len(book.shown()) == before + 1
    added = book.current_row()
    assert (added["project_id"], added["status"], added["raised_on"]) == (wanted["id"], "待办", desk.as_of)
    compose(editor(book), "缺水")
    qtbot.keyClick(editor(book), K.Key_Return)
    assert problem(desk, added["id"])["description"] == "缺水"
    desk.undo()
    desk.undo()
    assert len(book.shown()) == before


@pytest.mark.parametrize("deadline", ["", "1999-01-01"], ids=["last", "first"])
def test_a_new_row_of_a_long_book_is_in_sight_and_typed_into(
    qtbot: QtBot, desk: Desk, book: BookTable, deadline: str
) -> None:
    book.resize(1100, 300)
    front, bar = book.table.front.verticalScrollBar(), book.table.verticalScrollBar()
    qtbot.waitUntil(lambda: front.maximum() == bar.maximum() > tokens.ROW_HEIGHT * 5)
    at(book, len(book.shown()) - 3, "description")
    book.grab()  # both views have settled
    added = book.add_row(desk.session.reader.projects()[7]["id"], {"deadline": deadline})
    table, current = book.table, book.table.currentIndex()
    assert book.current_row()["id"] == added
    assert table.viewport().rect().contains(table.visualRect(current))
    compose(editor(book), "缺水")
    qtbot.keyClick(editor(book), K.Key_Return)
    assert problem(desk, added)["description"] == "缺水"
    qtbot.waitUntil(lambda: front.value() == bar.value() == bar.maximum())
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_escape_leaves_the_chooser(qtbot: QtBot, book: BookTable) -> None:
    at(book, 0, "description")
    qtbot.keyClick(book.table, K.Key_Insert)
    qtbot.keyClick(book.chooser.line, K.Key_Escape)
    assert book.chooser.isHidden()
    assert book.table.hasFocus()


def test_rows_are_deleted_in_one_step_and_the_cursor_stays(qtbot: QtBot, desk: Desk, book: BookTable) -> None:
    ids = [row["id"] for row in book.shown()]
    at(book, 1, "description")
    index = book.model.index(2, column(book, "description"))
    book.table.selectionModel().select(index, book.table.selectionModel().SelectionFlag.Select)
    qtbot.keyClick(book.table, K.Key_Minus, CTRL)
    assert [row["id"] for row in book.shown()] == [ids[0], *ids[3:]]
    assert book.current_row()["id"] == ids[3]
    desk.undo()
    assert sorted(row["id"] for row in book.shown()) == sorted(ids)


def test_delete_empties_a_cell_and_takes_the_row_where_nothing_is_typed(
    qtbot: QtBot, desk: Desk, book: BookTable
) -> None:
    row_id = next(row["id"] for row in book.shown() if row["category"])
    book.go_to(row_id, "category")
    book.table.setFocus()
    qtbot.keyClick(book.table, K.Key_Delete)
    assert problem(desk, row_id)["category"] is None
    qtbot.keyClick(book.table, K.Key_Delete)
    assert desk.session.reader.rows("problem", id=row_id)
    book.go_to(row_id, "project")
    qtbot.keyClick(book.table, K.Key_Delete)
    assert not desk.session.reader.rows("problem", id=row_id)


def test_a_block_is_pasted_past_what_cannot_be_typed_into_as_one_step(
    qtbot: QtBot, desk: Desk, book: BookTable
) -> None:
    first, second = book.shown()[:2]
    at(book, 0, "duty_person")
    QGuiApplication.clipboard().setText("赵某某\t9\r\n钱某某\t9\r\n")
    qtbot.keyClick(book.table, K.Key_V, CTRL)
    assert problem(desk, first["id"])["duty_person"] == "赵某某"
    assert problem(desk, second["id"])["duty_person"] == "钱某某"
    desk.undo()
    assert problem(desk, second["id"])["duty_person"] == second["duty_person"]
    at(book, 0, "category")
    down = book.model.index(1, column(book, "category"))
    book.table.selectionModel().select(down, book.table.selectionModel().SelectionFlag.Select)
    QGuiApplication.clipboard().setText("市场")
    qtbot.keyClick(book.table, K.Key_V, CTRL)
    assert [row["category"] for row in book.shown()[:2]] == ["市场", "市场"]


def test_today_begins_a_day(qtbot: QtBot, book: BookTable) -> None:
    at(book, 0, "deadline")
    qtbot.keyClick(book.table, K.Key_Semicolon, CTRL)
    today = dt.datetime.now().astimezone().date().isoformat()
    assert editor(book).text() == today
    qtbot.keyClick(editor(book), K.Key_Return)
    assert book.shown()[0]["deadline"] == today


def test_a_project_in_a_cell_is_chosen_by_its_initials(qtbot: QtBot, desk: Desk, qapp) -> None:
    spec = BookSpec(
        kind="supervisions",
        table="supervision",
        columns=(BookColumn("name", 200), BookColumn("project", 200, link="")),
        new={"name": "新督办"},
    )
    made = BookTable(desk, spec)
    desk.changes_applied.connect(made.patch)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.reload()
    added = made.add_row()
    qtbot.keyClick(editor(made), K.Key_Escape)
    made.go_to(added, "project")
    made.table.setFocus()
    qtbot.keyClick(made.table, K.Key_X)
    assert made.chooser.isVisible()
    assert made.chooser.line.text() == "x"
    wanted = desk.session.reader.projects()[3]
    made.chooser.line.setText(wanted["name"])
    qtbot.keyClick(made.chooser.line, K.Key_Return)
    assert desk.session.reader.rows("supervision", id=added)[0]["project_id"] == wanted["id"]
    assert made.current_row()["project"] == wanted["name"]
    qtbot.keyClick(made.table, K.Key_Delete)
    assert desk.session.reader.rows("supervision", id=added)[0]["project_id"] is None


def test_enter_on_the_project_opens_it(qtbot: QtBot, desk: Desk, book: BookTable) -> None:
    at(book, 0, "project")
    with qtbot.waitSignal(desk.rows_requested) as asked:
        qtbot.keyClick(book.table, K.Key_Return)
    assert asked.args[1] == [book.shown()[0]["project_id"]]


def test_the_current_row_is_told_when_it_says_something_else(
    qtbot: QtBot, desk: Desk, book: BookTable
) -> None:
    at(book, 1, "description")
    row_id = book.current_row()["id"]
    with qtbot.waitSignal(book.current_changed) as told:
        desk.run(edit.set_field, table="problem", row_id=row_id, key="duty_person", text="钱某某")
    assert told.args[0]["duty_person"] == "钱某某"
    desk.run(
        edit.set_field, table="project", row_id=book.current_row()["project_id"], key="name", text="改名项目"
    )
    assert book.current_row()["project"] == "改名项目"


def test_a_step_reads_only_what_it_touched(
    desk: Desk, book: BookTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    real = type(desk.session.reader).rows

    def counted(self, table, **how):
        found = real(self, table, **how)
        if table == "problem":
            read.append(len(found))
        return found

    monkeypatch.setattr(type(desk.session.reader), "rows", counted)
    row = book.shown()[0]
    desk.run(edit.set_field, table="problem", row_id=row["id"], key="duty_person", text="孙某某")
    assert book.shown()[0]["duty_person"] == "孙某某"
    assert max(read, default=0) < len(book.shown()) / 2


def test_a_read_only_ledger_is_not_typed_into(qtbot: QtBot, sample_path) -> None:
    from zonedesk.ops.session import Session

    desk = Desk(Session.open(sample_path, read_only=True))
    made = BookTable(desk, SPEC)
    qtbot.addWidget(made)
    made.reload()
    assert not made.add_button.isEnabled()
    assert all(made.model.cell(made.model.index(0, n)).typed is None for n in range(made.model.columnCount()))
    desk.close()


def test_ctrl_end_takes_the_selection_along(qtbot: QtBot, desk: Desk, book: BookTable) -> None:
    first, last = book.model.rows[0], book.model.rows[-1]
    at(book, 0, "description")
    qtbot.keyClick(book.table, K.Key_End, CTRL)
    assert [row["id"] for row in book.selected_rows()] == [last["id"]]
    at(book, len(book.model.rows) - 1, "duty_person")
    qtbot.keyClick(book.table, K.Key_Up, CTRL)
    QGuiApplication.clipboard().setText("钱某")
    current = book.current_row()
    qtbot.keyClick(book.table, K.Key_V, CTRL)
    assert problem(desk, current["id"])["duty_person"] == "钱某"
    assert problem(desk, first["id"])["description"] == first["description"]


def test_shift_extends_what_is_chosen(qtbot: QtBot, book: BookTable) -> None:
    at(book, 0, "description")
    qtbot.keyClick(book.table, K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(book.table, K.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(book.selected_rows()) == 3
