"""议定事项: the deadlines of what meetings have decided."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.meetings import is_open
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item, spoken

_COLUMNS = ("id", "project_id", "content", "deadline", "status", "done_on", "owner_unit", "owner_person")


@morning_item(50)
def action_items(asked: Asked) -> Iterator[MorningItem]:
    """Also those that belong to no project."""
    for row in asked.reader.due_by("action_item", "deadline", asked.until, _COLUMNS):
        if is_open(row, asked.day) and asked.wants(row["project_id"]):
            duty = spoken(row["owner_unit"], row["owner_person"])
            yield MorningItem(
                "议定", row["content"], row["deadline"], row["project_id"], duty, "meetings", row["id"]
            )
