"""倒排节点 in 设置, under real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from zonedesk.desktop.settings.milestone_nodes import MilestoneNodes
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.milestones import USUAL_NODES
from zonedesk.ops.milestones import nodes_of

K = Qt.Key


@pytest.fixture
def nodes(window: MainWindow) -> MilestoneNodes:
    found = window.go("settings").show_section("milestone_nodes")
    assert isinstance(found, MilestoneNodes)
    found.setFocus()
    return found


def _closed(qtbot: QtBot, nodes: MilestoneNodes) -> None:
    """Qt takes what was typed once the key has been dealt with."""
    qtbot.waitUntil(lambda: nodes.table.state() is not nodes.table.State.EditingState)


def test_a_node_is_added_named_and_taken_away(
    qtbot: QtBot, window: MainWindow, nodes: MilestoneNodes
) -> None:
    reader = window.desk.session.reader
    qtbot.keyClick(nodes.table, K.Key_Insert)
    editor = window.focusWidget()
    qtbot.keyClick(editor, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    compose(editor, "环评批复")
    qtbot.keyClick(editor, K.Key_Return)
    _closed(qtbot, nodes)
    assert "环评批复" in [node.name for node in nodes_of(reader)]
    row = next(n for n, (_, node) in enumerate(nodes.model.rows) if node.name == "环评批复")
    nodes.table.setCurrentIndex(nodes.model.index(row, 0))
    qtbot.keyClick(nodes.table, K.Key_Delete)
    assert nodes_of(reader) == USUAL_NODES
    window.desk.undo()
    assert "环评批复" in [node.name for node in nodes_of(reader)]


@pytest.mark.parametrize(("typed", "days"), [("100", 100), ("近百", 120)])
def test_days_are_typed_in_place_and_nonsense_is_refused(
    qtbot: QtBot, window: MainWindow, nodes: MilestoneNodes, typed: str, days: int
) -> None:
    row = next(n for n, (_, node) in enumerate(nodes.model.rows) if node.name == "取得土地")
    nodes.table.setCurrentIndex(nodes.model.index(row, 2))
    qtbot.keyClick(nodes.table, K.Key_F2)
    editor = window.focusWidget()
    qtbot.keyClick(editor, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    compose(editor, typed)
    qtbot.keyClick(editor, K.Key_Return)
    _closed(qtbot, nodes)
    found = nodes_of(window.desk.session.reader)
    assert next(node.days_before for node in found if node.name == "取得土地") == days
    assert window.notice.isVisible() == (days == 120)
