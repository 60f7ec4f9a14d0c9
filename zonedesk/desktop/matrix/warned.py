"""Which projects have procedures that look wrong: found when asked for, beside the screen where there are many."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.jobs import Outcome
from zonedesk.desktop.preview.outgoing import begin
from zonedesk.domain.progress import Progress
from zonedesk.ops.matrix import Matrix
from zonedesk.ops.matrix_details import with_warnings
from zonedesk.store.connect import second_connection
from zonedesk.store.reader import Reader

_AT_ONCE = 600  # projects: beyond that it takes longer than a key press may


class Warned(QObject):
    """`known` are the projects, None while nobody knows; `found()` when a search beside the screen is over."""

    found = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._searching = False
        self.known: frozenset[int] | None = None

    def forget(self) -> None:
        """Anything may have changed."""
        self.known = None

    def take(self, as_of: str, touched: Collection[int]) -> None:
        """Look at those again that were written to."""
        if self.known is not None:
            again = with_warnings(self._desk.session.reader, as_of, touched)
            self.known = (self.known - frozenset(touched)) | again

    def find(self, matrix: Matrix) -> None:
        """Have the projects found, at once if they are few."""
        if self.known is not None or self._searching:
            return
        if len(matrix.ids) <= _AT_ONCE:
            self.known = with_warnings(self._desk.session.reader, matrix.as_of, matrix.ids)
            return
        path, as_of, ids = self._desk.session.path, matrix.as_of, list(matrix.ids)

        def work(progress: Progress) -> frozenset[int]:
            with Reader(second_connection(path)) as reader:
                return with_warnings(reader, as_of, ids, progress)

        self._searching = begin(self._desk, self.tr("正在核对手续…"), work, self._on_found)

    def _on_found(self, outcome: Outcome) -> None:
        self._searching = False
        self.known = outcome.value if outcome.value is not None else frozenset()
        self.found.emit()
