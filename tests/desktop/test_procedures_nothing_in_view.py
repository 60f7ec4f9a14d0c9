"""手续 with nothing of the matrix in view: every key is safe there too."""

import pytest
from PySide6.QtCore import Qt

from zonedesk.desktop.pages.procedures import ProceduresPage
from zonedesk.ops.session import Session

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot, desk):
    made = ProceduresPage(desk)
    qtbot.addWidget(made)
    made.resize(1174, 660)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.mark.parametrize(
    ("key", "how"),
    [
        (Qt.Key.Key_F2, PLAIN),
        (Qt.Key.Key_Return, PLAIN),
        (Qt.Key.Key_Down, ALT),
        (Qt.Key.Key_Semicolon, CTRL),
        (Qt.Key.Key_1, PLAIN),
    ],
)
def test_keys_do_nothing_where_no_row_is_in_view(qtbot, page, key, how):
    session: Session = page.desk.session
    page.view.filters.find_box.setText("没有这样的项目")
    qtbot.waitUntil(lambda: page.view.shown() == [])
    matrix = page.view.matrix
    matrix.setFocus()
    before = len(session.steps())
    qtbot.keyClick(matrix, key, how)
    assert len(session.steps()) == before
    assert matrix.hasFocus()


def test_f6_is_safe_among_the_statistics(qtbot, page):
    page.show_tab(1)
    qtbot.keyClick(page.statistics, Qt.Key.Key_F6)
    assert page.statistics.isVisible()
