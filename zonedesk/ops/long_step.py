"""A step that writes very much, taken on another thread while the window goes on."""

from __future__ import annotations

from collections.abc import Callable

from zonedesk.domain.changes import Changes
from zonedesk.domain.progress import Progress
from zonedesk.store.ledger import Ledger

Take = Callable[[Ledger], Changes]


class LongStep:
    """`work` on another thread, then `end` on the session's own, whatever came of the work.

    Until `end`, the session reads the ledger as it was and takes no other step. The step itself is like any other:
    one transaction, recorded whole or not at all.
    """

    def __init__(
        self, ledger: Ledger, take: Take, end: Callable[[Changes | None, Exception | None], Changes | None]
    ) -> None:
        self._ledger, self._take = ledger, take
        self.end = end

    def work(self, progress: Progress) -> Changes:
        """Take the step; CancelledError, and nothing was written, if `progress` is cancelled before it is committed."""
        with self._ledger.second_writer(progress) as writer:
            progress.check()
            return self._take(writer)
