"""Reading the ledger's facts on a thread of their own while the window is being made: both take as long."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from zonedesk.domain.facts import Facts
from zonedesk.store.reader import Reader


class ReadAhead:
    """The facts of one day (ISO), read with a connection of their own, and the step up to which they were read."""

    def __init__(self, open_reader: Callable[[], Reader], day: str) -> None:
        self.day = day
        self._open = open_reader
        worker = ThreadPoolExecutor(1, thread_name_prefix="read-ahead")
        self._found = worker.submit(self._read)
        worker.shutdown(wait=False)

    def taken(self) -> tuple[int, Facts] | None:
        """(number of the newest step, facts), as soon as they are there; None if the reading failed."""
        try:
            return self._found.result()
        except Exception:
            # Whoever asks reads for himself next, and is told at his place what is wrong.
            logging.getLogger(__name__).warning("not read ahead", exc_info=True)
            return None

    def _read(self) -> tuple[int, Facts]:
        with self._open() as reader:
            # Asked first: a step written in between is then followed once more, and never missed.
            newest = reader.last_change()
            return newest, reader.facts(self.day)
