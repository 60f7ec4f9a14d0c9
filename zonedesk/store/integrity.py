"""Whether a ledger file is whole: SQLite's own findings, values that cannot be, and a check that can be cancelled."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from zonedesk.domain.errors import CancelledError, LedgerError, Problem
from zonedesk.domain.messages import register, say
from zonedesk.domain.progress import NullProgress, Progress
from zonedesk.store.connect import second_connection
from zonedesk.store.damage import wrong_values
from zonedesk.store.guarded import GuardedConnection, guard

register({"damage.file": "文件结构损坏（{reason}）。"})

_QUESTIONS = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")
_OF_VALUES = re.compile(
    r"(NULL|BLOB|REAL|TEXT|INT|INTEGER|NUMERIC|non-\w+) value in |CHECK constraint failed in "
)
_STEPS_BETWEEN_CHECKS = 50_000


def findings(connection: GuardedConnection) -> list[str]:
    """What SQLite finds wrong with the file, in its own words; [] if nothing."""
    return [text for question in _QUESTIONS for text in _ask(connection, question) if text != "ok"]


def every_finding(connection: GuardedConnection) -> list[str]:
    """Everything wrong with the file and its values, a Chinese line without full stop each; [] if nothing.

    More than `findings`: a ledger in which one value cannot be is still one to back up and to bring up to date.
    """
    found: list[str] = []
    broken = [text for text in _ask(connection, _QUESTIONS[0]) if text != "ok"]
    try:
        with guard(connection.path):
            found.extend(wrong_values(connection))
    except LedgerError as error:
        if error.code != "ledger.damaged":
            raise
        # Pages are broken so that a table cannot be read: SQLite's findings name them.
        broken = broken or [say(error)]
    # Of single values it says less than what was found of them, and of those it finds broken it names no row.
    structure = [text for text in broken if not found or not _OF_VALUES.match(text)]
    lost = [] if found else _ask(connection, _QUESTIONS[1])
    found += [say(Problem("damage.file", {"reason": text})) for text in (*structure, *lost)]
    # They stand in lists, and in brackets within a sentence.
    return [line.removesuffix("。") for line in found]


def check_file(path: Path, progress: Progress | None = None) -> list[str]:
    """The findings on a ledger, open elsewhere or not, by a connection of its own. Usable on any thread.

    Raises LedgerError if the file cannot be read, CancelledError.
    """
    with (
        guard(path),
        contextlib.closing(second_connection(path)) as connection,
        interruptible(connection, progress or NullProgress()),
    ):
        return every_finding(connection)


@contextlib.contextmanager
def interruptible(connection: GuardedConnection, progress: Progress) -> Iterator[None]:
    """Let cancelling break off what the connection is doing: CancelledError."""
    cancelled: list[CancelledError] = []

    def ask() -> int:
        try:
            progress.check()
        except CancelledError as error:
            cancelled.append(error)
        return len(cancelled)

    connection.set_progress_handler(ask, _STEPS_BETWEEN_CHECKS)
    try:
        yield
    except (sqlite3.OperationalError, LedgerError):
        if cancelled:
            raise cancelled[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _ask(connection: GuardedConnection, question: str) -> list[str]:
    try:
        with guard(connection.path):
            rows = connection.execute(question).fetchall()
    except LedgerError as error:
        # Damage can be such that the check itself breaks off: that is a finding too.
        if error.code == "ledger.damaged":
            return [say(error)]
        raise
    return [" ".join(str(part) for part in row[:3]) for row in rows]
