"""手续: the promised days of required procedures."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import takes_effect
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item


@morning_item(30)
def procedures(asked: Asked) -> Iterator[MorningItem]:
    """The department that decides answers for it."""
    among, until = asked.among, asked.until
    for pid, row_id, name, due in asked.reader.promised_by(until, asked.day):
        if pid in among and takes_effect(due) <= until:
            yield MorningItem("手续", name, due, pid, "", "procedures", row_id, "procedure")
