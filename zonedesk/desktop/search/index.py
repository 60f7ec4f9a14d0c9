"""The index behind Ctrl+K, read beside the screen when it is first asked for, and anew where something changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.jobs import JobRunner, Outcome
from zonedesk.domain.changes import Changes
from zonedesk.domain.progress import Progress
from zonedesk.ops.find_everywhere import Everywhere
from zonedesk.ops.found_parts import PARTS


class SearchKeeper(QObject):
    """`ready()` when an index was read. Until a newer one is there, the one before it answers."""

    ready = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        # A worker of its own: an import under way must not keep anyone from searching.
        self._jobs = JobRunner(self)
        self._changed: set[str] = set()
        self.index: Everywhere | None = None
        desk.changes_applied.connect(self._on_changes)
        desk.closing.connect(self._jobs.shutdown)

    def refresh(self) -> None:
        """Have the index read as far as it is missing or out of date; does nothing otherwise."""
        if self._jobs.busy or (self.index is not None and not self._changed):
            return
        known, changed = self.index, frozenset(self._changed)
        self._changed.clear()
        session = self._desk.session

        def work(progress: Progress) -> Everywhere:
            with session.second_reader() as reader:
                return Everywhere.read(reader, PARTS, known, changed, progress.check)

        self._jobs.start(self.tr("准备查找"), work, lambda outcome: self._on_read(outcome, changed))

    def _on_read(self, outcome: Outcome, changed: frozenset[str]) -> None:
        if outcome.error:
            self._changed |= changed
            self._desk.tell_failure(outcome.error)
        elif isinstance(outcome.value, Everywhere):
            self.index = outcome.value
            self.ready.emit()

    def _on_changes(self, changes: Changes) -> None:
        self._changed |= {change.table for change in changes.rows}
