"""A day typed as people type it, or taken from a calendar. Arrow keys never change it by accident."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QWidgetAction

from zonedesk.desktop.icons import icon
from zonedesk.domain.dates import end_of_month_before, read_date, takes_effect

_WIDTH = 128


class DayBox(QLineEdit):
    """`day_changed(iso)` when another day was typed or chosen; `refused(text)` for what is no date.

    A month or year stands for its last day, as everywhere in the ledger.
    """

    day_changed = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._day = ""
        self.setFixedWidth(_WIDTH)
        self.setToolTip(self.tr("可写 2024-03-31、2024.3、2024年3月；Alt+↓ 打开日历"))
        self.menu = self._menu()
        self.addAction(
            icon("calendar"), QLineEdit.ActionPosition.TrailingPosition
        ).triggered.connect(self.open_menu)  # fmt: skip
        self.editingFinished.connect(self._take)

    @property
    def day(self) -> str:
        """The day (ISO)."""
        return self._day

    def set_day(self, iso: str) -> None:
        """Show a day without saying that it changed."""
        self._day = iso
        self.setText(iso)
        self.setCursorPosition(0)

    def open_menu(self) -> None:
        """Show the calendar and the days most asked for."""
        self.calendar.setSelectedDate(QDate.fromString(self._day, Qt.DateFormat.ISODate))
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_menu()
        elif event.key() == Qt.Key.Key_Escape and self.text() != self._day:
            self.setText(self._day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, pick in (
            (self.tr("今天"), lambda today: today),
            (self.tr("上月末"), end_of_month_before),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, pick=pick: self._choose(pick(_today())))
        menu.addSeparator()
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setGridVisible(False)
        self.calendar.activated.connect(self._on_calendar)
        self.calendar.clicked.connect(self._on_calendar)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(self.calendar)
        menu.addAction(holder)
        return menu

    def _on_calendar(self, date: QDate) -> None:
        self.menu.close()
        self._choose(date.toString(Qt.DateFormat.ISODate))

    def _take(self) -> None:
        text = self.text().strip()
        # Without a year it is of the year that stands there.
        reading = read_date(text, int(self._day[:4]) if self._day else None)
        if reading is None:
            if text != self._day:
                self.refused.emit(text)
            self.setText(self._day)
            return
        self._choose(takes_effect(reading.iso))

    def _choose(self, iso: str) -> None:
        changed = iso != self._day
        self.set_day(iso)
        if changed:
            self.day_changed.emit(iso)


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the officer's own calendar
