"""Pictures of every page: for the demo and the README, taken as an officer would see them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QCursor

from zonedesk.desktop.application import make_application
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.page import Page
from zonedesk.desktop.window import MainWindow
from zonedesk.ops.session import Session

SIZES = ((1366, 768), (1920, 1080))
_LONGEST_WAIT_MS = 60_000


def grab_pages(ledger: Path, folder: Path, sizes: Sequence[tuple[int, int]] = SIZES) -> list[Path]:
    """Save “页名-1366x768.png” of every page at every size into `folder`; returns the files.

    The ledger is not changed. Raises LedgerError if it cannot be opened, OSError if a picture
    cannot be written.
    """
    make_application(["zonedesk"])
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    pictures: list[Path] = []
    for width, height in sizes:
        window = MainWindow(Desk(Session.open(Path(ledger), "王某某")))
        try:
            window.resize(width, height)
            window.show()
            # Nothing is to look pointed at.
            QCursor.setPos(window.mapToGlobal(window.rect().bottomRight()))
            for spec in window.specs:
                page = window.go(spec.key)
                page.setFocus()
                _settle(page)
                picture = folder / f"{spec.title}-{width}x{height}.png"
                if not window.grab().save(str(picture)):
                    raise OSError(f"cannot write {picture}")
                pictures.append(picture)
        finally:
            window.desk.jobs.shutdown()
            window.close()
            window.deleteLater()
    return pictures


def _settle(page: Page) -> None:
    """Let events run until the page has its content, and all that was posted for it is done."""
    loop = QEventLoop()
    if page.settling():
        page.settled.connect(loop.quit)
        QTimer.singleShot(_LONGEST_WAIT_MS, loop, loop.quit)
        loop.exec()
    # A timer of no time fires after the events posted before it: layouts and paints are then done.
    QTimer.singleShot(0, loop, loop.quit)
    loop.exec()
