"""手续: the promised days of required procedures."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import reached, takes_effect
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item


@morning_item(30)
def procedures(asked: Asked) -> Iterator[MorningItem]:
    """The department that decides answers for it."""
    among, until, day = asked.among, asked.until, asked.day
    for pid, promises in asked.rows.promises.items():
        if pid not in among:
            continue
        for each in promises:
            due = each.promised_on
            if takes_effect(due) <= until and not (each.done_on and reached(each.done_on, day)):
                yield MorningItem("手续", each.name, due, pid, "", "procedures", each.id, "procedure")
