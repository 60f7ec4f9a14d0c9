"""填报: nothing was reported for the month, or the same words as the month before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from zonedesk.domain.dates import chinese
from zonedesk.domain.lights.facts import Held, LightDay, Report, Watched, month_number, month_of
from zonedesk.domain.lights.registry import FINE, Light, Limits, Verdict, light_rule
from zonedesk.domain.reporting import was_begun
from zonedesk.domain.stages import Stage, is_suspended

NAME = "reports"


@dataclass(frozen=True, slots=True)
class ReportLimits(Limits):
    """There is nothing to set but whether the rule is asked."""


def _of_all(held: Held, ids: Collection[int], day: LightDay, _: ReportLimits) -> dict[int, Verdict | None]:
    facts, rows, month = held["fact"], held["reports"], day.month
    found: dict[int, Verdict | None] = {}
    for pid in ids:
        fact = facts[pid]
        start = fact.start_actual
        if start is None or not was_begun(start, month):
            continue
        still = fact.suspended_on is not None and is_suspended(fact, day.as_of)
        found[pid] = FINE if still else _told(start, rows.get(pid, ()), day)
    return found


@light_rule(
    NAME,
    "填报",
    60,
    ReportLimits(),
    stages=(Stage.STARTED,),
    of_all=_of_all,
    note="在建项目上一个整月没有月度进展亮红灯；形象进度与上次相同且没有新完成投资亮黄灯；停工的不亮",
)
def reports(watched: Watched, day: LightDay, limits: ReportLimits) -> Verdict | None:
    """The month is the last one that is over; a report of the month under way counts too."""
    pid = watched.fact.id
    return _of_all(watched.held(), (pid,), day, limits).get(pid)


def _told(start: str, found: tuple[Report, ...], day: LightDay) -> Verdict:
    """Of a project that is being built."""
    told = day.reports(found)
    if not told or told[0].month < day.month:
        # Only the reports of the last few months are at hand: the day then is that of the earliest missing one.
        missing = month_number(told[0].month) + 1 if told else month_number(start)
        last = told[0].month if told else ""
        return Verdict(NAME, Light.RED, _missing, (day.month, last), month_of(missing))
    if len(told) > 1 and _same(told[0], told[1]):
        now, before = told[:2]
        facts = (now.month, before.month, now.image_progress)
        return Verdict(NAME, Light.YELLOW, _repeated, facts, now.month)
    return FINE


def _missing(month: str, last: str) -> str:
    known = f"最近一次为{chinese(last)}" if last else "开工以来从未填报"
    return f"{chinese(month)}没有填报进展（{known}）"


def _repeated(month: str, before: str, text: str) -> str:
    return f"{chinese(month)}形象进度与{chinese(before)}相同（“{text}”），没有新完成投资"


def _same(now: Report, before: Report) -> bool:
    if _new_money(now, before):
        return False
    text = (now.image_progress or "").strip()
    return bool(text) and text == (before.image_progress or "").strip()


def _new_money(now: Report, before: Report) -> bool:
    if now.invest_month is not None:
        return now.invest_month != 0
    return (now.invest_total or 0) != (before.invest_total or 0)
