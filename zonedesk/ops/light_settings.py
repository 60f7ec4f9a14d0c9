"""Saving what an office has set for its lights and for 久未更新."""

from __future__ import annotations

from zonedesk.domain import lights, staleness
from zonedesk.domain.lights import LightRules, write_rules
from zonedesk.domain.staleness import Staleness, write_staleness
from zonedesk.ops.edit import set_setting
from zonedesk.store.writer import Writer


def save_light_settings(w: Writer, *, rules: LightRules, days: Staleness | None = None) -> None:
    """修改亮灯规则: the rules, and the days of 久未更新 if given, as one step."""
    set_setting(w, key=lights.SETTING, value=write_rules(rules))
    if days is not None:
        set_setting(w, key=staleness.SETTING, value=write_staleness(days))
    w.label = "修改亮灯规则"
