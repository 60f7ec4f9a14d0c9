"""What the worker is doing, how far it is, and how to stop it. Appears after 600 ms of work."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from zonedesk.desktop.jobs import JobRunner

_APPEARS_AFTER_MS = 600


class JobLine(QWidget):
    """Follows a `JobRunner`."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._label, self._bar = QLabel(), QProgressBar()
        self._bar.setFixedSize(220, 16)
        self.stop = QPushButton(self.tr("取消"))
        self.stop.setStyleSheet("padding: 0 10px; min-height: 18px;")
        # It stands in a status bar, which would keep room for a taller line even while it is hidden.
        self.setFixedHeight(24)
        self.stop.clicked.connect(jobs.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._bar)
        row.addWidget(self.stop)
        self._appear = QTimer(self, singleShot=True, interval=_APPEARS_AFTER_MS)
        self._appear.timeout.connect(self.show)
        jobs.started.connect(self._on_started)
        jobs.progressed.connect(self._on_progressed)
        jobs.finished.connect(self._on_finished)
        self.hide()

    def _on_started(self, title: str) -> None:
        self._label.setText(title)
        self._bar.setRange(0, 0)
        self._appear.start()

    def _on_progressed(self, done: int, total: int, text: str) -> None:
        self._label.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _on_finished(self) -> None:
        self._appear.stop()
        self.hide()
