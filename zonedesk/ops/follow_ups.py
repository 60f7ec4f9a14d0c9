"""The record (办理记录) of problems and supervised matters, read for lists."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from zonedesk.domain.dates import reached
from zonedesk.store.reader import Reader

_COLUMNS = ("id", "happened_on", "kind", "content", "by_whom")
Lines = list[dict[str, Any]]


def lines_of(reader: Reader, owner: str, as_of: str) -> dict[int, Lines]:
    """The lines by the id in column `owner` (problem_id, supervision_id), in the order of days, up to the day.

    A line that names no day counts as past.
    """
    found: dict[int, Lines] = defaultdict(list)
    for row in reader.rows("follow_up", order="happened_on", columns=(*_COLUMNS, owner)):
        belongs = row.pop(owner)
        if belongs is not None and (row["happened_on"] is None or reached(row["happened_on"], as_of)):
            found[belongs].append(row)
    return found
