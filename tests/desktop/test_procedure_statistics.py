"""Statistics of procedures: each list is read when it is looked at, follows changes, and opens the project."""

import pytest
from PySide6.QtCore import Qt

from zonedesk.desktop.procedures.statistics import ProcedureStatistics
from zonedesk.ops.procedure_moves import finish

LEFT = Qt.MouseButton.LeftButton
LISTS = ("procedure_stuck", "procedures_by_zone", "procedures_by_name", "packages", "commitment_coverage", "commitment_projects", "attachments")  # fmt: skip


@pytest.fixture
def view(qtbot, desk):
    made = ProcedureStatistics(desk)
    qtbot.addWidget(made)
    made.resize(1174, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_list_comes_into_view(qtbot, view, desk):
    pending = len(desk.figures().procedures.pending)
    assert len(view.books["procedure_stuck"].shown()) == pending
    assert set(view.books) == {"procedure_stuck"}, "the others are not read yet"
    assert tuple(view.buttons) == LISTS
    for name in LISTS:
        qtbot.mouseClick(view.buttons[name], LEFT)
        book = view.books[name]
        assert book.isVisible()
        assert book.rows.rows or name == "attachments"
        keys = {column.key for column in book.spec.columns}
        assert not book.rows.rows or keys <= book.rows.rows[0].keys()


def test_a_procedure_that_is_done_leaves_the_list_in_view(qtbot, view, desk):
    book = view.books["procedure_stuck"]
    row = book.shown()[0]
    desk.run(finish, procedure_id=row["id"], on=desk.as_of)
    assert row["id"] not in {each["id"] for each in book.shown()}
    desk.undo()
    assert row["id"] in {each["id"] for each in book.shown()}


def test_enter_on_the_project_opens_its_checklist(qtbot, view):
    book = view.books["procedure_stuck"]
    row = book.shown()[0]
    book.go_to(row["id"], "project")
    with qtbot.waitSignal(view.chosen) as told:
        qtbot.keyClick(book.table, Qt.Key.Key_Return)
    assert told.args == [row["project_id"], row["name"]]
