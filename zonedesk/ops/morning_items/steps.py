"""项目: stuck projects whose planned start, production or target is due."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.dates import takes_effect
from zonedesk.domain.stages import Due
from zonedesk.ops.morning_items.registry import Asked, MorningItem, morning_item

_STEPS = {"start_actual": "开工", "prod_actual": "投产", "effect_actual": "达效"}


@morning_item(10)
def steps(asked: Asked) -> Iterator[MorningItem]:
    """By the office's definition of the three stuck lists; what stands still is not asked for."""
    for found in asked.summary.three_not.values():
        word = _STEPS.get(found.definition.actual, found.definition.label)
        for item in found.items:
            if item.due not in (Due.OVERDUE, Due.NOT_DUE) or item.planned is None:
                continue
            day = takes_effect(item.planned)
            # Within its tolerance a passed day does not count as overdue.
            if day <= asked.until and (day >= asked.day or item.due is Due.OVERDUE):
                yield MorningItem("项目", f"计划{word}", item.planned, item.project_id, page="three_not")
