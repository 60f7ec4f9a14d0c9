"""手续: the promised days of required procedures."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import reached, takes_effect
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item


@morning_item(30)
def procedures(asked: Asked) -> Iterator[MorningItem]:
    """The department that decides answers for it."""
    due = [
        (pid, promise)
        for pid, promises in asked.rows.promises.items()
        if pid in asked.among
        for promise in promises
        if takes_effect(promise.promised_on) <= asked.until
        and not (promise.done_on and reached(promise.done_on, asked.day))
    ]
    ids = [promise.id for _, promise in due]
    rows = asked.session.reader.rows_in("procedure", "id", ids, columns=("id", "dept"))
    depts = {row["id"]: row["dept"] for row in rows}
    for pid, promise in due:
        yield MorningItem(
            "手续",
            promise.name,
            promise.promised_on,
            pid,
            depts.get(promise.id) or "",
            "procedures",
            promise.id,
        )
