"""The composition root: builds the application, and is the only file that knows everyone."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.recent import RecentLedgers
from zonedesk.desktop.start import StartWindow
from zonedesk.desktop.tokens import dress
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.session import Session


class Application(QObject):
    """Start window or main window, one at a time."""

    def __init__(self, recent: RecentLedgers) -> None:
        super().__init__()
        self.recent = recent
        self.start: StartWindow | None = None
        self.window: MainWindow | None = None

    def show_start(self, ledger: Path | None = None) -> None:
        """Show the start window; with a ledger, go straight on into it."""
        self.start = StartWindow(self.recent)
        self.start.opened.connect(self.enter)
        if ledger:
            self.start.open(ledger)
        if self.window is None:
            self.start.show()

    def enter(self, session: Session) -> None:
        """Show the main window on an open ledger."""
        self.window = MainWindow(Desk(session))
        self.window.resize(1366, 728)
        self.window.showMaximized()
        if self.start:
            self.start.close()


def make_application(arguments: list[str]) -> QApplication:
    """A dressed QApplication that speaks Chinese in Qt's own dialogs too."""
    app = QApplication.instance() or QApplication(arguments)
    assert isinstance(app, QApplication)
    app.setApplicationName("zonedesk")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    dress(app)
    return app


def main(ledger: Path | None = None) -> int:
    """Open the desktop app, on `ledger` if one is given; returns the exit code."""
    app = make_application(sys.argv[:1])
    application = Application(RecentLedgers())
    application.show_start(ledger)
    return app.exec()
