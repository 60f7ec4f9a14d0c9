"""The QApplication in our dress, made the same way for the app, the pictures and the tests."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

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
    return app
