"""例行: the office's own calendar of duties."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import reached
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item
from zonedesk.ops.routines import duties


@morning_item(5)
def routines(asked: Asked) -> Iterator[MorningItem]:
    """Every period that is owed and not done."""
    for duty in duties(asked.session.reader, asked.day):
        done = duty.done is not None and (not duty.done.done_on or reached(duty.done.done_on, asked.day))
        if not done and duty.due.isoformat() <= asked.until:
            what = f"{duty.name}（{duty.period.told}）"
            yield MorningItem("例行", what, duty.due.isoformat(), page="meetings", row_id=duty.routine_id)
