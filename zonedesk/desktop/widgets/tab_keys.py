"""The keys that go from tab to tab on a page, as everywhere else on the desktop."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from zonedesk.desktop.keys import bind

NEXT_TAB, TAB_BEFORE = ("Ctrl+Tab", "Ctrl+PgDown"), ("Ctrl+Shift+Tab", "Ctrl+PgUp")


def bind_tab_keys(place: QWidget, bar: QTabBar) -> None:
    """Go round the tabs of `bar` while the keyboard is anywhere in `place`."""

    def go(step: int) -> None:
        focused = QApplication.focusWidget()
        bar.setCurrentIndex((bar.currentIndex() + step) % bar.count())
        if focused is not None and not focused.isVisible():
            # What had the keyboard went out of view with its tab: Qt would give it to whatever comes next.
            place.setFocus()

    for keys, step in ((NEXT_TAB, 1), (TAB_BEFORE, -1)):
        for key in keys:
            bind(place, key, partial(go, step))
