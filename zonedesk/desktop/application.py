"""The QApplication in our dress, made the same way for the app, the pictures and the tests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from zonedesk.desktop.tokens import dress

_DRESSED = "zonedesk_dressed"


def make_application(arguments: list[str]) -> QApplication:
    """The process's QApplication, dressed once, speaking Chinese in Qt's own dialogs too."""
    app = QApplication.instance() or QApplication(arguments)
    assert isinstance(app, QApplication)
    if app.property(_DRESSED):
        return app
    app.setProperty(_DRESSED, True)
    app.setApplicationName("zonedesk")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    dress(app)
    enter = EnterPresses(app)
    app.focusChanged.connect(enter.follow)
    return app


class EnterPresses(QObject):
    """Enter presses the button that has the focus; Qt by itself does so only in dialogs.

    It listens to the one focused button, not to every event of the program.
    """

    def follow(self, old: QWidget | None, now: QWidget | None) -> None:
        """Move on with the focus."""
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(now, QAbstractButton):
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
