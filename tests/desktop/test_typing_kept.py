"""What is being typed stays while the rows around it change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from tests.desktop.test_leaving import begin_typing, column_of
from zonedesk.desktop.widgets.simple_table import Cell, Column, SimpleTableModel
from zonedesk.desktop.widgets.table_view import SimpleTable
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.edit import add_row, set_field


def text_in(book):
    editor = book.table.indexWidget(book.table.currentIndex())
    return editor.text() if editor else None


def test_typing_in_a_book_outlasts_another_step(qtbot, window: MainWindow):
    row_id, _ = begin_typing(qtbot, window, "half written")
    book, desk = window.go("duties").tab.book, window.desk
    desk.run(set_field, table="problem", row_id=row_id, key="duty_person", text="张某")
    assert text_in(book) == "half written"
    desk.run(set_field, table="problem", row_id=row_id, key="description", text="别处改了")
    assert text_in(book) == "half written"


def test_typing_in_a_book_outlasts_another_day(qtbot, window: MainWindow):
    row_id, editor = begin_typing(qtbot, window, "half written")
    book, desk = window.go("duties").tab.book, window.desk
    desk.look_at(as_of="2024-03-30")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert next(row for row in book.rows.rows if row["id"] == row_id)["description"] == "half written"


def test_an_editor_that_was_not_typed_in_shows_the_new_text(qtbot, window: MainWindow):
    page = window.go("duties")
    page.setFocus()
    book = page.tab.book
    book.table.put(0, column_of(book, "description"))
    qtbot.keyClick(book.table, Qt.Key.Key_F2)
    row_id = book.current_row()["id"]
    window.desk.run(set_field, table="problem", row_id=row_id, key="description", text="别处改了")
    assert text_in(book) == "别处改了"


@pytest.mark.parametrize("choices", [(), ("甲", "乙")])
def test_typing_in_a_plain_table_outlasts_new_values(qtbot, choices):
    model = SimpleTableModel(
        [Column("a", "栏", choices=choices)], lambda row, _: Cell(row["a"], typed=row["a"])
    )
    table = SimpleTable(model)
    qtbot.addWidget(table)
    model.show([{"a": "旧"}])
    with qtbot.waitExposed(table):
        table.show()
    table.setCurrentIndex(model.index(0, 0))
    table.edit(model.index(0, 0))
    kind = QComboBox if choices else QLineEdit
    editor = next(each for each in table.viewport().findChildren(kind) if each.isVisible())
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    model.renew([{"a": "新"}])
    assert line.text() == "新"
    line.setText("typed")
    model.renew([{"a": "再新"}])
    assert line.text() == "typed"


def test_typing_is_written_when_another_list_comes_into_view(qtbot, window: MainWindow):
    row_id, _ = begin_typing(qtbot, window, "half written")
    page = window.go("duties")
    for name in ("duties", "supervisions", "problems"):
        page.show_list(name)
        assert page.tab.book.rows.rows
    assert next(r for r in page.tab.book.rows.rows if r["id"] == row_id)["description"] == "half written"


def test_typing_in_a_book_outlasts_a_row_that_is_added_above(qtbot, window: MainWindow):
    row_id, _ = begin_typing(qtbot, window, "half written")
    book, desk = window.go("duties").tab.book, window.desk
    desk.run(
        add_row, table="problem", project_id=1, values={"description": "新来的", "raised_on": "2024-03-30"}
    )
    desk.look_at(as_of="2024-03-30")
    assert book.current_row()["id"] == row_id
    assert text_in(book) == "half written"
    qtbot.keyClick(book.table.indexWidget(book.table.currentIndex()), Qt.Key.Key_Return)
    assert next(row for row in book.rows.rows if row["id"] == row_id)["description"] == "half written"


def test_what_brings_other_rows_is_written_once(qtbot):
    model = SimpleTableModel([Column("a", "栏")], lambda row, _: Cell(row["a"], typed=row["a"]))
    table = SimpleTable(model)
    qtbot.addWidget(table)
    model.show([{"a": "旧"}])
    written: list[str] = []

    def write(_row, _key, text):
        written.append(text)
        table.show_rows([{"a": "先"}, {"a": "旧"}], key=lambda row: row["a"])

    model.edited.connect(write)
    with qtbot.waitExposed(table):
        table.show()
    table.setCurrentIndex(model.index(0, 0))
    table.edit(model.index(0, 0))
    editor = table.indexWidget(model.index(0, 0))
    editor.setText("typed")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(model.rows) == 2)
    assert written == ["typed"]
