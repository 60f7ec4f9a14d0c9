"""The check of the office's settings: what cannot be read stands at its default, and the office should know."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zonedesk.domain import lights, staleness, stuck_rules
from zonedesk.domain.errors import Problem
from zonedesk.ops import attachments, milestones
from zonedesk.ops.quality_books import Books
from zonedesk.ops.quality_registry import rule

# What each setting is called, and how many of its entries cannot be read.
_SETTINGS: dict[str, tuple[str, Callable[[str], int]]] = {
    lights.SETTING: ("红黄绿灯规则", lambda text: len(lights.read_rules(text).faults)),
    stuck_rules.SETTING: ("三未口径", lambda text: len(stuck_rules.read_rules(text).faults)),
    staleness.SETTING: ("久未更新天数", lambda text: len(staleness.read_staleness(text).faults)),
    milestones.SETTING: ("倒排节点", lambda text: int(milestones.nodes_in(text) is None)),
    attachments.MOST_SETTING: ("单个附件上限", lambda text: int(attachments.megabytes_in(text) is None)),
}


@rule(
    "quality.settings",
    "R112",
    "设置无法识别",
    "设置“{setting}”有 {count} 处无法识别，这几处按默认值计算。请在“设置”中核对后重新保存。",
)
def settings(books: Books) -> Iterator[Problem]:
    """A setting that was written by other hands, or by a later zonedesk."""
    for key, (label, faults) in _SETTINGS.items():
        text = books.setting(key)
        if text and (count := faults(text)):
            yield Problem("quality.settings", {"setting": label, "count": count})
