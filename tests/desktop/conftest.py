"""A main window on a small invented ledger, as an officer would have it open."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from zonedesk.app import make_application
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.sample import make_sample
from zonedesk.ops.session import Session

AS_OF = "2024-03-31"


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str]):
    """The application as the program dresses it."""
    app = make_application(["zonedesk"])
    yield app
    # Offscreen, what was copied outlives Python, and its end would call into it.
    app.clipboard().clear()


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented ledger of 40 projects to copy."""
    path = tmp_path_factory.mktemp("sample") / "示例.zonedesk"
    make_sample(path, projects=40, seed=7, as_of=AS_OF)
    return path


@pytest.fixture
def sample_path(sample_ledger: Path, tmp_path: Path) -> Path:
    """A fresh copy of the invented ledger."""
    return Path(shutil.copy(sample_ledger, tmp_path / "台账.zonedesk"))


@pytest.fixture
def desk(qapp, sample_path: Path) -> Iterator[Desk]:
    """A desk at the invented ledger; its ledger is closed at the end."""
    made = Desk(Session.open(sample_path, "王某某"))
    yield made
    made.close()


@pytest.fixture
def show_window(qtbot: QtBot) -> Iterator[Callable[[Desk], MainWindow]]:
    """Shows a main window for a desk; all are closed at the end, and their ledgers with them."""
    windows: list[MainWindow] = []

    def show(desk: Desk) -> MainWindow:
        window = MainWindow(desk)
        windows.append(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(desk: Desk, show_window: Callable[[Desk], MainWindow]) -> MainWindow:
    """The main window on the invented ledger."""
    return show_window(desk)


@pytest.fixture(autouse=True)
def no_key_is_held(qapp: QApplication) -> None:
    """Qt remembers Ctrl of the last key of an earlier test: rows would be added to those chosen."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(QWidget(), Qt.Key.Key_F24)
    assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
