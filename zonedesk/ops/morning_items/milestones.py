"""节点: the planned days of milestones that were not reached."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import chinese, reached
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item

_COLUMNS = ("id", "project_id", "name", "plan_on", "forecast_on", "actual_on", "owner")


@morning_item(60)
def milestones(asked: Asked) -> Iterator[MorningItem]:
    """A later forecast is told beside it: the plan stands until it is changed."""
    for row in asked.reader.due_by(
        "milestone", "plan_on", asked.until, _COLUMNS, ended="actual_on", day=asked.day
    ):
        pid = row["project_id"]
        if pid not in asked.among or reached(row["actual_on"], asked.day):
            continue
        later = row["forecast_on"] and row["forecast_on"] > row["plan_on"]
        what = f"{row['name']}（预计{chinese(row['forecast_on'])}）" if later else row["name"]
        yield MorningItem("节点", what, row["plan_on"], pid, row["owner"] or "", "milestones", row["id"])
