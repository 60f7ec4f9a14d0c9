"""What every figure's note says beside its basis: the day and the scope looked at; and money at a glance."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zonedesk.desktop.desk import Desk
from zonedesk.domain.dates import chinese
from zonedesk.domain.money import format_money


def scope_text(desk: Desk) -> str:
    """“截至2024年3月31日 · 2023年第一次至2024年第一次 · 全部开发区”."""
    translate = QCoreApplication.translate
    reader, scope = desk.session.reader, desk.scope
    batches, zones = reader.names("batch"), reader.names("zone")
    held = translate("looked_at", "全部批次")
    if scope.from_batch is not None or scope.to_batch is not None:
        first = batches.get(scope.from_batch or 0, translate("looked_at", "第一批"))
        last = batches.get(scope.to_batch or 0, translate("looked_at", "最近一批"))
        held = (
            first
            if first == last
            else translate("looked_at", "{first}至{last}").format(first=first, last=last)
        )
    zone = zones.get(scope.zone_id or 0, translate("looked_at", "全部开发区"))
    return translate("looked_at", "截至{day} · {held} · {zone}").format(
        day=chinese(desk.as_of), held=held, zone=zone
    )


def short_money(yuan: int, unit: str) -> str:
    """An amount rounded to two decimals of its unit, without trailing zeros: for cards and foot lines."""
    text = format_money(yuan, unit, 2)
    return text.rstrip("0").rstrip(".")
