"""The names that stay and the columns that scroll show the same rows at the same height, whatever changes the rows."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keys import compose
from tests.desktop.test_ledger_views import pick
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

K = Qt.Key
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def long_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "示例.zonedesk"
    make_sample(path, projects=260, seed=11, as_of="2024-03-31")
    return path


@pytest.fixture
def desk(qapp, long_ledger: Path, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Session.open(Path(shutil.copy(long_ledger, tmp_path / "台账.zonedesk")), "王某某"))
    yield made
    made.close()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> LedgerPage:
    found = window.go("ledger")
    assert isinstance(found, LedgerPage)
    found.grid.setFocus()
    qtbot.waitUntil(lambda: bool(found.panel.leaves))
    return found


def far_down(page: LedgerPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.grid, K.Key_End, CONTROL)
    assert page.grid.verticalScrollBar().value() > 0


def level(page: LedgerPage, qtbot: QtBot) -> None:
    """Whether both views agree now, and still do when all that is due has been laid out and painted."""
    grid, frozen = page.grid, page.grid.frozen
    turns: list[int] = []
    for _ in range(2):
        shown = range(max(grid.rowAt(0), 0), min(grid.rowAt(0) + 40, page.model.rowCount()))
        assert [grid.rowViewportPosition(row) for row in shown] == [
            frozen.rowViewportPosition(row) for row in shown
        ]
        assert grid.viewport().height() == frozen.viewport().height()
        assert grid.verticalScrollBar().maximum() == frozen.verticalScrollBar().maximum()
        assert grid.viewport().mapToGlobal(QPoint()).y() == frozen.viewport().mapToGlobal(QPoint()).y()
        qtbot.waitUntil(lambda: len(turns) > 2 or turns.append(0))  # type: ignore[func-returns-value]


def search_then_find(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    name = page.model.index(250, 0).data()
    compose(page.filters.search, page.model.index(0, 0).data()[-6:-2])
    assert 0 < page.model.rowCount() < 260
    qtbot.keyClick(page.filters.search, K.Key_Return)
    qtbot.keyClick(window, K.Key_K, CONTROL)
    palette = window.search.palette
    qtbot.waitUntil(lambda: palette.keeper.index is not None)
    compose(palette.line, name)
    qtbot.keyClick(palette.line, K.Key_Return)
    assert page.model.index(page.grid.currentIndex().row(), 0).data() == name


def view_then_all(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    for name in ("签约未开工", "全部项目"):
        page.grid.setFocus()
        qtbot.keyClick(page.grid, K.Key_V, ALT)
        pick(page.looking_tools.view_button.menu_, name, qtbot)
        level(page, qtbot)
        far_down(page, qtbot)


def rows_of_a_number(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    window.go("workbench")
    window.desk.show_rows("推进迟缓", [pid for pid in page.rows.by_id if pid % 3])
    assert page.isVisible()
    level(page, qtbot)
    far_down(page, qtbot)
    page.show_all()


def group_and_back(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    for name in ("开发区", "不分组"):
        far_down(page, qtbot)
        qtbot.keyClick(page.grid, K.Key_G, ALT)
        pick(page.looking_tools.group_button.menu_, name, qtbot)
        level(page, qtbot)


def new_project(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(2):
        qtbot.keyClick(page.grid, K.Key_N, CONTROL)
        editor = page.grid.editor()
        assert editor is not None
        compose(editor, "某项目")
        qtbot.keyClick(editor, K.Key_Return)
        level(page, qtbot)


def delete_and_undo(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    far_down(page, qtbot)
    qtbot.keyClick(page.grid, K.Key_Minus, CONTROL)
    level(page, qtbot)
    qtbot.keyClick(page.grid, K.Key_Z, CONTROL)


def sort_and_refresh(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    far_down(page, qtbot)
    page.grid.sort_asked.emit(page.model.column_of("total_investment"))
    level(page, qtbot)
    qtbot.keyClick(page.grid, K.Key_F5)


def narrow_window(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    far_down(page, qtbot)
    qtbot.keyClick(page.grid, K.Key_F4)
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.height() == 1080)
    level(page, qtbot)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: window.height() == 768)


def wheel_over_the_names(page: LedgerPage, window: MainWindow, qtbot: QtBot) -> None:
    target = page.grid.frozen.viewport()
    spot = QPointF(target.rect().center())
    turned = QWheelEvent(
        spot,
        QPointF(target.mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, turned)
    assert page.grid.verticalScrollBar().value() > 0


@pytest.mark.parametrize(
    "route",
    [
        search_then_find,
        view_then_all,
        rows_of_a_number,
        group_and_back,
        new_project,
        delete_and_undo,
        sort_and_refresh,
        narrow_window,
        wheel_over_the_names,
    ],
)
def test_names_stand_beside_their_own_numbers(
    page: LedgerPage,
    window: MainWindow,
    qtbot: QtBot,
    route: Callable[[LedgerPage, MainWindow, QtBot], None],
) -> None:
    route(page, window, qtbot)
    level(page, qtbot)
    page.grid.setFocus()
    for key, modifiers in ((K.Key_End, CONTROL), (K.Key_PageUp, NONE), (K.Key_Home, CONTROL)):
        qtbot.keyClick(page.grid, key, modifiers)
        level(page, qtbot)


def test_the_columns_that_stay_cannot_be_scrolled_away(page: LedgerPage, qtbot: QtBot) -> None:
    far_down(page, qtbot)
    page.grid.frozen.verticalScrollBar().setValue(26)
    level(page, qtbot)
    page.grid.frozen.verticalScrollBar().setRange(0, 52)
    level(page, qtbot)


def test_home_shows_the_left_end(page: LedgerPage, qtbot: QtBot) -> None:
    bar = page.grid.horizontalScrollBar()
    for modifiers in (CONTROL, NONE):
        far_down(page, qtbot)
        assert bar.value() > 0
        qtbot.keyClick(page.grid, K.Key_Home, modifiers)
        assert bar.value() == 0
        assert page.grid.currentIndex().column() == page.grid.columns()[0]
    qtbot.keyClick(page.grid, K.Key_Home, CONTROL)
    assert page.grid.currentIndex().row() == 0
    assert page.grid.verticalScrollBar().value() == 0


def test_the_marked_row_number_follows_the_current_row(page: LedgerPage, qtbot: QtBot) -> None:
    numbers = page.grid.frozen.numbers

    def marked(row: int) -> bool:
        picture = numbers.viewport().grab().toImage()
        spot = numbers.sectionViewportPosition(row) + 3
        return picture.pixelColor(4, spot) == numbers.here_colour

    qtbot.keyClick(page.grid, K.Key_Down)
    assert marked(1)
    page.grid.sort_asked.emit(page.model.column_of("total_investment"))
    row = page.grid.currentIndex().row()
    page.grid.show_cell(row, 0)
    assert row != 1
    assert marked(row)


class Painted(QObject):
    """Collects what is painted anew of the widgets it watches."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.heights: dict[QObject, int] = {}
        for each in watched:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.heights[watched] = self.heights.get(watched, 0) + event.rect().height()
        return False


def test_scrolling_paints_only_the_rows_that_come_into_sight(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    grid, frozen = page.grid, page.grid.frozen
    parts = (grid.viewport(), frozen.viewport(), frozen.numbers.viewport())
    level(page, qtbot)
    painted = Painted(window, *parts)
    for _ in range(3):
        painted.heights.clear()
        wheel_over_the_names(page, window, qtbot)
        qtbot.waitUntil(lambda: all(part in painted.heights for part in parts))
        assert {painted.heights[part] for part in parts} == {grid.verticalScrollBar().value()}
        painted.heights.clear()
        grid.verticalScrollBar().setValue(0)
        qtbot.waitUntil(lambda: all(part in painted.heights for part in parts))


def test_what_was_scrolled_looks_as_if_painted_anew(
    page: LedgerPage, window: MainWindow, qtbot: QtBot
) -> None:
    grid = page.grid
    level(page, qtbot)
    for turn in (1, -1, 1):
        bar = grid.verticalScrollBar()
        bar.setValue(bar.value() + turn * 84)
        qtbot.wait(20)
        on_screen = window.screen().grabWindow(window.winId()).toImage()
        top = grid.mapTo(window, QPoint())
        seen = on_screen.copy(QRect(top, grid.size()))
        assert seen == grid.grab().toImage().convertToFormat(seen.format())
