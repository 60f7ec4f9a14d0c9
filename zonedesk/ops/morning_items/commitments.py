"""承诺: the days by which companies are to keep what they have promised in place of an approval."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import reached
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item

_COLUMNS = ("id", "project_id", "matter", "deadline", "fulfilled_on")


@morning_item(70)
def commitments(asked: Asked) -> Iterator[MorningItem]:
    """The company itself answers for it."""
    for row in asked.reader.due_by(
        "commitment", "deadline", asked.until, _COLUMNS, ended="fulfilled_on", day=asked.day
    ):
        pid = row["project_id"]
        if pid in asked.among and not reached(row["fulfilled_on"], asked.day):
            yield MorningItem("承诺", row["matter"], row["deadline"], pid, "", "visits", row["id"])
