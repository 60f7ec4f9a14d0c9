"""Taking documents in and handing them out, away from the screen's thread."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from zonedesk.desktop.desk import Desk
from zonedesk.desktop.jobs import Outcome
from zonedesk.domain.errors import ZonedeskError
from zonedesk.domain.messages import say
from zonedesk.ops.attachments import Owner, add_attachments, keep_files, most_bytes, save_as, to_look_at
from zonedesk.store.files import portable_name

Opener = Callable[[QUrl], bool]


class Documents(QObject):
    """The documents of what is looked at. `opener` gives a file to the desktop's own program."""

    def __init__(self, desk: Desk, over: QWidget, opener: Opener = QDesktopServices.openUrl) -> None:
        super().__init__(over)
        self._desk, self._over, self.opener = desk, over, opener
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def ask(self, owner: Owner) -> None:
        """Ask for a file and take it in."""
        path = self._desk.prompts.open_file(self._over, self.tr("存入附件"), self.tr("所有文件 (*)"))
        if path is not None:
            self.take_in(owner, [path])

    def take_in(self, owner: Owner, paths: list[Path]) -> bool:
        """Copy files beside the ledger, then name them in it; False if another job is running."""
        session = self._desk.session
        most, ledger = most_bytes(session.reader), session.path

        def done(outcome: Outcome) -> None:
            if outcome.error is not None:
                self._desk.tell_failure(outcome.error)
            elif outcome.value:
                day = self._desk.as_of
                self._desk.run(add_attachments, owner=owner, files=outcome.value, on=day)

        begun = self._desk.jobs.start(
            self.tr("存入附件"), lambda progress: keep_files(ledger, paths, most, progress), done
        )
        if not begun:
            self._desk.told.emit(self.tr("另一项工作正在进行，请稍后再存入附件"))
        return begun

    def open(self, row: dict[str, Any]) -> None:
        """Open a copy of a document in its own program."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="zonedesk-", ignore_cleanup_errors=True)
        try:
            copy = to_look_at(self._desk.session.path, row, Path(self._folder.name))
        except ZonedeskError as error:
            self._desk.failed.emit(say(error))
            return
        if not self.opener(QUrl.fromLocalFile(str(copy))):
            text = self.tr("没有能打开“{name}”的程序，可另存后再处理")
            self._desk.told.emit(text.format(name=row["name"]))

    def save(self, row: dict[str, Any]) -> None:
        """Save a copy of a document where the officer says."""
        target = self._desk.prompts.save_file(
            self._over, self.tr("附件另存为"), self.tr("所有文件 (*)"), portable_name(row["name"])
        )
        if target is None:
            return
        try:
            saved = save_as(self._desk.session.path, row, target)
        except ZonedeskError as error:
            self._desk.failed.emit(say(error))
        else:
            self._desk.told.emit(self.tr("附件已另存到 {path}").format(path=saved))
