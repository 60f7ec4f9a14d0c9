"""Closing the window loses nothing that was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from zonedesk.desktop.window import MainWindow
from zonedesk.ops.session import Session

CTRL = Qt.KeyboardModifier.ControlModifier


def column_of(book, key):
    return [column.key for column in book.model.columns].index(key)


def kept(path, table, row_id, key):
    with Session.open(path, "王某某", read_only=True) as session:
        return next(row for row in session.reader.rows(table) if row["id"] == row_id)[key]


def begin_typing(qtbot, window, text):
    """F2 in the first description of 问题, and type over it."""
    page = window.go("duties")
    page.setFocus()
    book = page.tab.book
    book.table.put(0, column_of(book, "description"))
    qtbot.keyClick(book.table, Qt.Key.Key_F2)
    editor = book.table.indexWidget(book.table.currentIndex())
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(editor, text)
    return book.current_row()["id"], editor


def test_an_open_editor_is_written_when_the_window_closes(qtbot, window: MainWindow):
    path = window.desk.session.path
    row_id, _ = begin_typing(qtbot, window, "half written")
    with qtbot.waitSignal(window.closed):
        window.close()
    assert kept(path, "problem", row_id, "description") == "half written"


@pytest.mark.parametrize("key", ["host", "minutes"])
def test_a_meeting_record_is_written_when_the_window_closes(qtbot, window: MainWindow, key):
    path = window.desk.session.path
    page = window.go("meetings")
    page.show_tab(page.meetings)
    view = page.meetings.record
    row_id = page.meetings.book.current_row()["id"]
    box = {**view.lines, **view.texts}[key]
    box.setFocus()
    qtbot.keyClicks(box, "Zz")
    with qtbot.waitSignal(window.closed):
        window.close()
    assert "Zz" in kept(path, "meeting", row_id, key)


def test_a_half_filled_form_keeps_the_window_once(qtbot, window: MainWindow):
    page = window.go("duties")
    page.setFocus()
    panel = page.tab.panel
    panel.do(next(key for key, button in panel.buttons.items() if button.isEnabled()))
    assert not panel.form.isHidden()
    line = next(edit for edit in panel.form.edits.values() if type(edit) is QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "x")
    window.go("history")
    assert not window.close()
    assert window.stack.currentWidget() is page
    assert panel.form.heading.text() in window.notice.text.text()
    assert line.text().endswith("x")
    assert window.close()


def test_an_untouched_form_holds_nothing_back(qtbot, window: MainWindow):
    page = window.go("duties")
    page.setFocus()
    panel = page.tab.panel
    panel.do(next(key for key, button in panel.buttons.items() if button.isEnabled()))
    assert QApplication.focusWidget() in panel.form.edits.values()
    assert window.close()
