"""The QApplication in our dress, made the same way for the app, the pictures and the tests."""

from __future__ import annotations

import gc
import logging
import os

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget

from zonedesk.desktop.tokens import dress
from zonedesk.paths import translations

LANGUAGE = "ZONEDESK_LANG"
COLLECTOR = (50_000, 20, 20)
_DRESSED = "zonedesk_dressed"


def make_application(arguments: list[str]) -> QApplication:
    """The process's QApplication, dressed once, speaking Chinese in Qt's own dialogs too."""
    app = QApplication.instance() or QApplication(arguments)
    assert isinstance(app, QApplication)
    if app.property(_DRESSED):
        return app
    app.setProperty(_DRESSED, True)
    # A large ledger is hundreds of thousands of rows that stay: looking through them for rubbish at every
    # few hundred new objects costs a third of each page's time.
    gc.set_threshold(*COLLECTOR)
    app.setApplicationName("zonedesk")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    _translate(app)
    dress(app)
    enter = EnterPresses(app)
    app.focusChanged.connect(enter.follow)
    return app


def _translate(app: QApplication) -> None:
    """The program speaks Chinese, and Qt's own dialogs with it; English where the environment asks for it."""
    name, folder = "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if os.environ.get(LANGUAGE) == "en":
        name, folder = "zonedesk_en", str(translations())
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
    else:
        logging.getLogger(__name__).warning("no translation %s in %s: run make translations", name, folder)


class EnterPresses(QObject):
    """Enter presses the button that has the focus; Qt by itself does so only in dialogs. A box is ticked by the space
    bar alone: in a form Enter goes on, and changes nothing.

    It listens to the one focused button, not to every event of the program.
    """

    def follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Move on with the focus."""
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(now, QAbstractButton) and not isinstance(now, QCheckBox):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            and isinstance(watched, QAbstractButton)
        ):
            watched.click()
            return True
        return super().eventFilter(watched, event)
