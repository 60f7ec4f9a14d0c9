"""How long work tells how far it is and hears that it is to stop, without knowing of any screen."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by the work, heard by whoever shows it."""

    def report(self, done: int, total: int, text: str) -> None:
        """`done` of `total` units; `text` says in Chinese what is being done."""

    def check(self) -> None:
        """Raises `CancelledError` if the officer has cancelled."""


class NullProgress:
    """For work that nobody watches."""

    def report(self, done: int, total: int, text: str) -> None:
        """Nobody listens."""

    def check(self) -> None:
        """Nobody cancels."""
