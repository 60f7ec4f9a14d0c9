"""The composition root: builds the application, and is the only file that knows everyone."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from zonedesk.desktop.application import make_application
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.prompts import Prompts
from zonedesk.desktop.recent import RecentLedgers
from zonedesk.desktop.start import StartWindow
from zonedesk.desktop.window import MainWindow
from zonedesk.domain.errors import ZonedeskError
from zonedesk.domain.messages import say
from zonedesk.ops.session import Session

DESIGN_SIZE = (1366, 768)


class Application(QObject):
    """Start window or main window, one at a time."""

    def __init__(self, recent: RecentLedgers, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.recent, self.prompts = recent, prompts or Prompts()
        self.start: StartWindow | None = None
        self.window: MainWindow | None = None

    def show_start(self, ledger: Path | None = None) -> None:
        """Show the start window; with a ledger, go straight on into it."""
        self.start = StartWindow(self.recent, self.prompts)
        self.start.opened.connect(self.enter)
        if ledger:
            self.start.open(ledger)
        if self.window is None:
            self.start.show()

    def enter(self, session: Session) -> None:
        """Show the main window on an open ledger."""
        self.window = MainWindow(Desk(session, self.prompts))
        self.window.left.connect(self.leave)
        self.window.closed.connect(self._on_closed)
        self.window.resize(*DESIGN_SIZE)
        if QGuiApplication.platformName() == "offscreen":
            # Its screen is a made-up 800×800, to which maximizing would shrink the window.
            self.window.show()
        else:
            self.window.showMaximized()
        if self.start:
            self.start.close()
            self.start.deleteLater()
            self.start = None

    def leave(self) -> None:
        """Close the ledger and go back to the start window."""
        if self.window is None:
            return
        window = self.window
        # The last window to close ends the program: the next one has to be there first.
        window.closed.connect(window.deleteLater)
        self.window = None
        self.show_start()
        window.close()

    def tell_unforeseen(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What no code has foreseen: kept in the log, and told instead of being lost."""
        logging.getLogger(__name__).critical("unforeseen", exc_info=(kind, error, trace))
        shown = self.window or self.start
        if shown:
            shown.notice.say(say(error if isinstance(error, ZonedeskError) else ZonedeskError()))

    def _on_closed(self) -> None:
        if self.sender() is self.window:
            self.window = None


def main(ledger: Path | None = None) -> int:
    """Open the desktop app, on `ledger` if one is given; returns the exit code."""
    app = make_application(sys.argv[:1])
    application = Application(RecentLedgers())
    sys.excepthook = application.tell_unforeseen
    application.show_start(ledger)
    return app.exec()
