"""作战图 under real keys: scheduled back, looked at by project and by zone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from zonedesk.desktop.pages.milestones import MilestonesPage
from zonedesk.desktop.widgets.war_map import MonthsHead, inner
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.milestones import MilestoneState
from zonedesk.ops import edit
from zonedesk.ops.war_map import axis_about

K = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> MilestonesPage:
    found = window.go("milestones")
    assert isinstance(found, MilestonesPage)
    found.setFocus()
    return found


def test_ctrl_b_schedules_the_chosen_project_and_undo_takes_it_back(
    qtbot: QtBot, page: MilestonesPage
) -> None:
    session = page.desk.session
    plan = next(plan for plan in page.plans if plan.next is not None)
    gone = next(each for each in plan.milestones if each.state is not MilestoneState.DONE)
    session.run(edit.delete_row, table="milestone", row_id=gone.id)
    count = session.reader.count("milestone")
    row = [each.project.id for each in page.shown()].index(plan.project.id)
    page.map.setFocus()
    # Not `selectRow`: where an earlier test ended with Ctrl down, that would add to what is chosen.
    alone = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    page.map.selectionModel().setCurrentIndex(page.map.model().index(row, 1), alone)
    qtbot.keyClick(page.map, K.Key_B, Qt.KeyboardModifier.ControlModifier)
    dialog = page.scheduling.dialog
    assert dialog is not None
    assert session.reader.count("milestone") == count, "looked at before it is written"
    (line,) = [item for item in dialog.items() if item.text(0) == gone.name]
    line.setCheckState(0, Qt.CheckState.Checked)
    qtbot.keyClick(dialog.tree, K.Key_Return)
    assert session.reader.count("milestone") > count
    again = next(each for each in page.plans if each.project.id == plan.project.id)
    assert gone.name in [each.name for each in again.milestones]
    page.desk.undo()
    assert session.reader.count("milestone") == count


def test_a_sign_tells_its_days(qtbot: QtBot, page: MilestonesPage) -> None:
    row, mark = next(
        (n, mark)
        for n, plan in enumerate(page.shown())
        for mark in page._line(plan).marks
        if isinstance(mark.kind, MilestoneState)
    )
    index = page.map.model().index(row, page.map.chart_column())
    page.map.scrollTo(index)
    area = inner(page.map.visualRect(index))
    place = QPoint(round(area.left() + mark.at * area.width()), round(area.center().y()))
    event = QHelpEvent(QEvent.Type.ToolTip, place, page.map.viewport().mapToGlobal(place))
    QApplication.sendEvent(page.map.viewport(), event)
    assert mark.name in QToolTip.text()
    QToolTip.hideText()


def test_a_chip_leaves_the_projects_that_have_such_a_milestone(qtbot: QtBot, page: MilestonesPage) -> None:
    having = {
        state: [plan for plan in page.plans if any(each.state is state for each in plan.milestones)]
        for state in MilestoneState
    }
    state, wanted = next((s, found) for s, found in having.items() if 0 < len(found) < len(page.plans))
    qtbot.mouseClick(page.chips.buttons[state], Qt.MouseButton.LeftButton)
    assert page.shown() == wanted
    assert page.map.model().rowCount() == len(wanted)


def test_zones_open_their_projects(qtbot: QtBot, page: MilestonesPage) -> None:
    page.tabs.setCurrentIndex(1)
    page.zones.setFocus()
    page.zones.setCurrentIndex(page.zones.model().index(0, 1))
    with qtbot.waitSignal(page.desk.rows_requested) as asked:
        qtbot.keyClick(page.zones, K.Key_Return)
    assert asked.args is not None
    assert len(asked.args[1]) == int(page.zones.model().index(0, 1).data())


def test_the_head_says_months(qtbot: QtBot, page: MilestonesPage) -> None:
    """A style sheet's head once left the painter without room: the months were painted nowhere."""
    head = page.map.horizontalHeader()
    left = head.sectionViewportPosition(page.map.chart_column())
    image = head.grab().toImage()
    row = [image.pixelColor(x, image.height() - 8).name() for x in range(left + 8, image.width() - 8)]
    assert len(set(row)) > 3


def test_all_months_of_the_head_are_written_alike(page: MilestonesPage) -> None:
    head = page.map.horizontalHeader()
    assert isinstance(head, MonthsHead)
    forms = []
    for axis in (axis_about(page.desk.as_of, months) for months in (6, 12, 24, 36, 120)):
        page.map.show_axis(axis, page.desk.as_of)
        texts = head.months()
        assert len(texts) == axis.months
        kinds = {("月" in text, bool(text)) for text in texts}
        assert len(kinds) == 1, texts
        forms += kinds
    assert forms[0] == (True, True)
    assert forms[-1] == (False, False)
    assert (False, True) in forms, "numbers alone where the word has no room"


def test_projects_without_milestones_are_offered_and_escape_leaves_them(
    qtbot: QtBot, page: MilestonesPage
) -> None:
    session, both = page.desk.session, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    count, shown = session.reader.count("milestone"), len(page.plans)
    having = {plan.project.id for plan in page.plans}
    page.map.setFocus()
    qtbot.keyClick(page.map, K.Key_B, both)
    dialog = page.scheduling.dialog
    assert dialog is not None
    assert dialog.items()
    assert not {item.data(0, Qt.ItemDataRole.UserRole)[0] for item in dialog.items()} & having
    assert all((item.checkState(0) == Qt.CheckState.Checked) == (not item.text(2)) for item in dialog.items())
    qtbot.keyClick(dialog, K.Key_Escape)
    assert page.scheduling.dialog is None
    assert session.reader.count("milestone") == count
    qtbot.keyClick(page.map, K.Key_B, both)
    dialog = page.scheduling.dialog
    assert dialog is not None
    chosen = dialog.chosen()
    qtbot.keyClick(dialog.tree, K.Key_Return)
    assert session.reader.count("milestone") == count + len(chosen)
    assert len(page.plans) == shown + len({project_id for project_id, _ in chosen})
