"""督办: the deadlines of matters under supervision."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.supervision import is_open
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item, spoken

_COLUMNS = (
    "id", "project_id", "no", "name", "deadline", "status", "issued_on", "closed_on", "lead_unit", "supervisor",
)  # fmt: skip


@morning_item(40)
def supervisions(asked: Asked) -> Iterator[MorningItem]:
    """Also those that belong to no project."""
    for row in asked.reader.due_by("supervision", "deadline", asked.until, _COLUMNS):
        if is_open(row, asked.day) and asked.wants(row["project_id"]):
            what = spoken(row["no"], row["name"])
            duty = spoken(row["lead_unit"], row["supervisor"])
            yield MorningItem("督办", what, row["deadline"], row["project_id"], duty, "duties", row["id"])
