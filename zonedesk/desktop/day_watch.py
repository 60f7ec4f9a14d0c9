"""Midnight: an office leaves its PC on, and what is due in the morning is not what was due the evening before."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from zonedesk.desktop.desk import Desk

_EVERY = 60_000  # ms


class DayWatch(QObject):
    """Has the desk follow the calendar until its ledger is closed."""

    def __init__(self, desk: Desk, parent: QObject, every: int = _EVERY) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(desk.follow_day)
        desk.closing.connect(self._timer.stop)
        self._timer.start(every)
