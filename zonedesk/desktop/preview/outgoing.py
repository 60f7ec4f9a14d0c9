"""Printing and saving the pages that a preview shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

import zonedesk.desktop.sentences  # noqa: F401 - registers the sentence of a busy worker
from zonedesk.desktop.desk import Desk
from zonedesk.desktop.jobs import Outcome, Work
from zonedesk.desktop.preview.printing import print_sheets
from zonedesk.desktop.preview.saving import save_copy
from zonedesk.desktop.preview.sheets import Sheets
from zonedesk.domain.errors import RefusedError

Told = Callable[[str], object]


def begin(desk: Desk, words: str, work: Work, then: Callable[[Outcome], object]) -> bool:
    """Start work on the worker and tell its failure; `then` gets what did not fail. False, and told, if it is busy."""

    def finish(outcome: Outcome) -> None:
        if outcome.error:
            desk.tell_failure(outcome.error)
        else:
            then(outcome)

    if desk.jobs.start(words, work, finish):
        return True
    desk.tell_failure(RefusedError("job.busy"))
    return False


class Outgoing(QObject):
    """Asks where to, and has it done beside the screen. `parent` is the window that asks."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent

    def save(self, sheets: Sheets, proposal: str, saved: Callable[[Path], object]) -> None:
        """Save a copy where the officer says; `saved(path)` when it is there."""
        kinds = self.tr("PDF 文件 (*.pdf)")
        target = self._desk.prompts.save_file(self._parent, self.tr("另存为 PDF"), kinds, proposal)
        if target is None:
            return
        if target.suffix.lower() != ".pdf":
            target = target.with_name(target.name + ".pdf")
        chosen = target
        begin(
            self._desk,
            self.tr("正在保存…"),
            lambda _: save_copy(sheets.path, chosen),
            lambda outcome: None if outcome.cancelled else saved(chosen),
        )

    def print(self, sheets: Sheets, done: Told, given_up: Told) -> None:
        """Print what the officer asks for; `done` and `given_up` tell how it ended."""
        printer = self._desk.prompts.printer(self._parent, len(sheets.sizes))
        if printer is None:
            return

        def finish(outcome: Outcome) -> None:
            if outcome.cancelled:
                given_up(self.tr("已取消打印。"))
            else:
                done(self.tr("已送往打印机，共 {n} 页。").format(n=outcome.value))

        begin(self._desk, self.tr("正在打印…"), lambda p: print_sheets(sheets, printer, p), finish)
