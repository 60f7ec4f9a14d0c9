"""The composition root: builds the application, and is the only file that knows everyone."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from zonedesk.desktop.application import make_application
from zonedesk.desktop.day_watch import DayWatch
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.keeper import Keeper
from zonedesk.desktop.pages.backups import BackupsPage
from zonedesk.desktop.pages.ledger import LedgerPage
from zonedesk.desktop.prompts import Prompts
from zonedesk.desktop.recent import RecentLedgers
from zonedesk.desktop.start import StartWindow
from zonedesk.desktop.window import LEDGER_PAGE, MainWindow
from zonedesk.domain.errors import ZonedeskError
from zonedesk.domain.messages import say
from zonedesk.domain.view_definition import ViewDefinition
from zonedesk.ops.keeping import Keeping
from zonedesk.ops.session import Session
from zonedesk.store.restore import Restored

DESIGN_SIZE = (1366, 768)
BACKUPS_PAGE = "backups"


class Application(QObject):
    """Start window or main window, one at a time."""

    _unforeseen = Signal(str)

    def __init__(self, recent: RecentLedgers, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.recent, self.prompts = recent, prompts or Prompts()
        self.start: StartWindow | None = None
        self.window: MainWindow | None = None
        self.keeper: Keeper | None = None
        self._leaving = False
        # Ledger, view and what was looked at in the grid when a restore was asked for.
        self._looked: tuple[Path, str, ViewDefinition] | None = None
        self._unforeseen.connect(self._on_unforeseen)

    def show_start(self, ledger: Path | None = None) -> None:
        """Show the start window; with a ledger, go straight on into it."""
        self.start = StartWindow(self.recent, self.prompts)
        self.start.opened.connect(self.enter)
        self.start.restored.connect(self._on_restored)
        if ledger:
            self.start.open(ledger)
        if self.window is None:
            self.start.show()

    def enter(self, session: Session) -> None:
        """Show the main window on an open ledger."""
        desk = Desk(session, self.prompts, keeping=Keeping(session.ledger_id, self.recent.folder))
        session.read_ahead(desk.as_of)
        self.window = MainWindow(desk)
        self.keeper = Keeper(desk, self.window)
        DayWatch(desk, self.window)
        self.keeper.guard(self.window, self.window.may_close)
        desk.restore_requested.connect(self.restore)
        self.window.top_bar.officer.signed.connect(self._keep_officer)
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
        self.keeper.begin()

    def leave(self) -> None:
        """Close the ledger, as soon as its closing backup is there, and go back to the start window."""
        self._close_window(lambda start: None)

    def restore(self, backup: Path) -> None:
        """Close the ledger, put the backup in its place beside the start window, and open it again."""
        if self.window is None or self.keeper is None or not self.window.may_close():
            return
        ledger = self.window.desk.session.path
        page = self.window.findChild(LedgerPage)
        self._looked = (ledger, page.looking.view.name, page.looking.definition()) if page else None
        self.keeper.let_close()
        self._close_window(lambda start: start.restore(ledger, backup))

    def _close_window(self, then: Callable[[StartWindow], None]) -> None:
        """Have the main window closed; `then` goes on with the start window once the ledger is free."""
        window = self.window
        if window is None or self._leaving or not window.may_close():
            return
        self._leaving = True

        def go_on() -> None:
            self.window, self.keeper, self._leaving = None, None, False
            window.deleteLater()
            # The last window to close ends the program: the next one is shown before this one is gone.
            self.show_start()
            if self.start:
                then(self.start)

        window.closed.connect(go_on)
        window.close()

    def _on_restored(self, done: Restored) -> None:
        """Tell in the restored ledger's own window how it went; its grid is sorted and filtered as it was before."""
        looked, self._looked = self._looked, None
        if looked and self.window and self.window.desk.session.path == looked[0]:
            ledger = self.window.go(LEDGER_PAGE)
            assert isinstance(ledger, LedgerPage)
            ledger.looking.look_again(*looked[1:])
        page = self.window.go(BACKUPS_PAGE) if self.window else None
        if isinstance(page, BackupsPage):
            page.tell_restored(done)

    def tell_unforeseen(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What no code has foreseen: kept in the log, and told instead of being lost; on whatever thread it was met."""
        logging.getLogger(__name__).critical("unforeseen", exc_info=(kind, error, trace))
        self._unforeseen.emit(say(error if isinstance(error, ZonedeskError) else ZonedeskError()))

    def _on_unforeseen(self, sentence: str) -> None:
        shown = self.window or self.start
        if shown:
            shown.notice.say(sentence)

    def _keep_officer(self, name: str) -> None:
        """Keep a name given in the window as this PC's."""
        try:
            self.recent.set_officer(name)
        except OSError:
            # A PC that keeps no settings asks again the next time.
            logging.getLogger(__name__).warning("officer not kept", exc_info=True)

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
