"""What looks wrong about a procedure on a day. Plain warnings: nothing is blocked, nothing is put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from zonedesk.domain.calendar import months_after
from zonedesk.domain.clock import Clock, in_order
from zonedesk.domain.columns import NOT_REQUIRED, PROCEDURE_STATES, REQUIRED, field_of
from zonedesk.domain.dates import chinese, days_between, reached, takes_effect
from zonedesk.domain.errors import Problem
from zonedesk.domain.messages import register
from zonedesk.domain.procedures import is_done
from zonedesk.domain.templates import Template, TemplateBook, cycles, unknown_predecessors

register(
    {
        "procedure.date_order": "{later}（{later_day}）早于{earlier}（{earlier_day}），请核对。",
        "procedure.step_order": "环节“{step}”（{day}）早于前一环节“{before}”（{before_day}），请核对。",
        "procedure.step_skipped": "环节“{step}”之前的“{missing}”没有登记完成时间。",
        "procedure.steps_open": "已办结，但还有 {count} 个环节没有登记完成时间。",
        "procedure.pause_order": "不计时“{reason}”的截止日（{to}）早于起始日（{start}），未扣除，请核对。",
        "procedure.pause_undated": "不计时“{reason}”没有起始日，未扣除。",
        "procedure.no_reason": "无需办理，没有写理由。",
        "procedure.early": "已经启动，但常见前置“{before}”尚未办结，请确认。",
        "procedure.expires": "批复有效期至{day}，{when}，项目尚未开工，请及时延期或开工。",
        "procedure.expired": "批复有效期至{day}，已过期 {days} 天，项目尚未开工，请核对是否延期。",
        "procedure.expires_before_start": "批复有效期至{day}，早于计划开工时间（{start}），请提前办理延期。",
        "procedure.valid_months": "模板的有效期 {months} 个月不合理，没有据此推算批复有效期，请核对。",
        "procedure.template_months": "手续模板“{name}”的有效期 {months} 个月不合理（应在 1 到 {most} 之间），不据此推算批复有效期。",
        "procedure.calendar": "节假日表没有 {years} 年的安排，这一段只扣除了周六、周日，天数供参考。",
        "procedure.cycle": "手续模板的常见前置首尾相接：{ring}。请在“设置 - 手续模板”中改正，相关的前置提醒不准。",
        "procedure.unknown_before": "手续模板“{name}”的常见前置 {codes} 不是现有模板的编号。",
    }
)

WARN_DAYS = 30
MOST_MONTHS = 1200  # no approval holds for more than a hundred years: a longer one is a slip
NOT_STARTED = PROCEDURE_STATES[0]
Row = Mapping[str, Any]
_ORDER = ("submitted_on", "accepted_on", "done_on")


def valid_to(row: Row, template: Template | None) -> str | None:
    """The day (ISO) until which what was granted holds: as written, else by the template's months."""
    if row["valid_to"]:
        return takes_effect(row["valid_to"])
    if template is None or not template.valid_months or not row["done_on"]:
        return None
    if not 1 <= template.valid_months <= MOST_MONTHS:
        return None
    return months_after(takes_effect(row["done_on"]), template.valid_months)


def warnings_of(
    row: Row,
    *,
    steps: Sequence[Row],
    pauses: Iterable[Row],
    template: Template | None,
    clock: Clock | None,
    project: Row,
    done_by: Mapping[str, Row],
    as_of: str,
) -> list[Problem]:
    """Everything to be looked at of one procedure. `done_by` are the project's procedures by the code of their template."""
    if row["required"] == NOT_REQUIRED:
        return [] if row["not_required_reason"] or row["waiting_reason"] else [Problem("procedure.no_reason")]
    found = [*_dates(row), *_steps(row, in_order(steps), as_of), *_pauses(pauses)]
    if template is not None:
        found += _early(row, template, done_by, as_of)
    found += _expiry(row, template, project, as_of)
    if clock is not None and clock.unknown:
        found.append(Problem("procedure.calendar", {"years": "、".join(map(str, clock.unknown))}))
    return found


def template_warnings(book: TemplateBook, as_of: str) -> list[Problem]:
    """Rings among the usual predecessors, and predecessors that are no templates."""
    current = book.current(as_of)
    names = {each.code: f"{each.code} {each.name}" for each in current}
    return _rings(current, names) + _strangers(current, names) + _odd_months(current, names)


def has_begun(row: Row) -> bool:
    """Whether anything was done about a procedure."""
    return row["status"] != NOT_STARTED or any(row[key] for key in _ORDER)


def _dates(row: Row) -> Iterator[Problem]:
    """申报 ≤ 受理 ≤ 办结, compared as far as both are known: “2024” may still lie after “2024-03-05”."""
    known = [(key, row[key]) for key in _ORDER if row[key]]
    for (first, before), (second, after) in pairwise(known):
        if _earlier(after, before):
            facts = {"earlier": field_of("procedure", first).label, "earlier_day": chinese(before)}
            facts |= {"later": field_of("procedure", second).label, "later_day": chinese(after)}
            yield Problem("procedure.date_order", facts)


def _steps(row: Row, steps: Sequence[Row], as_of: str) -> Iterator[Problem]:
    told = [(number, step) for number, step in enumerate(steps) if step["done_on"]]
    for (_, before), (_, step) in pairwise(told):
        if _earlier(step["done_on"], before["done_on"]):
            facts = {"step": step["name"], "day": chinese(step["done_on"])}
            yield Problem(
                "procedure.step_order",
                facts | {"before": before["name"], "before_day": chinese(before["done_on"])},
            )
    if told and is_done(row, as_of):
        missing = len(steps) - len(told)
        if missing:
            yield Problem("procedure.steps_open", {"count": missing})
    elif told:
        last, step = told[-1]
        passed = [each["name"] for each in steps[:last] if not each["done_on"]]
        if passed:
            yield Problem("procedure.step_skipped", {"step": step["name"], "missing": "、".join(passed)})


def _pauses(pauses: Iterable[Row]) -> Iterator[Problem]:
    for pause in pauses:
        facts = {"reason": pause["reason"] or ""}
        if not pause["from_on"]:
            yield Problem("procedure.pause_undated", facts)
        elif pause["to_on"] and takes_effect(pause["to_on"]) < takes_effect(pause["from_on"]):
            facts |= {"to": chinese(pause["to_on"]), "start": chinese(pause["from_on"])}
            yield Problem("procedure.pause_order", facts)


def _early(row: Row, template: Template, done_by: Mapping[str, Row], as_of: str) -> Iterator[Problem]:
    """Begun while its usual predecessor is not done; once that is done, nothing is left to look at."""
    if not has_begun(row):
        return
    before = [done_by[code] for code in template.predecessors if code in done_by and done_by[code] is not row]
    # One that the project has not, or need not have, says nothing.
    names = [each["name"] for each in before if each["required"] == REQUIRED and not is_done(each, as_of)]
    if names:
        yield Problem("procedure.early", {"before": "、".join(names)})


def _expiry(row: Row, template: Template | None, project: Row, as_of: str) -> Iterator[Problem]:
    """What was granted runs out before building has begun."""
    until = valid_to(row, template)
    if until is None and template is not None and template.valid_months and row["done_on"]:
        yield Problem("procedure.valid_months", {"months": template.valid_months})
    if until is None or not is_done(row, as_of) or reached(project["start_actual"], as_of):
        return
    left = days_between(as_of, until)
    if left < 0:
        yield Problem("procedure.expired", {"day": chinese(until), "days": -left})
    elif left <= WARN_DAYS:
        when = f"还有 {left} 天" if left else "今天到期"
        yield Problem("procedure.expires", {"day": chinese(until), "when": when})
    elif project["start_plan"] and takes_effect(project["start_plan"]) > until:
        facts = {"day": chinese(until), "start": chinese(project["start_plan"])}
        yield Problem("procedure.expires_before_start", facts)


def _earlier(day: str, than: str) -> bool:
    shared = min(len(day), len(than))
    return day[:shared] < than[:shared]


def _rings(current: list[Template], names: Mapping[str, str]) -> list[Problem]:
    return [
        Problem("procedure.cycle", {"ring": " → ".join(names[code] for code in (*ring, ring[0]))})
        for ring in cycles(current)
    ]


def _strangers(current: list[Template], names: Mapping[str, str]) -> list[Problem]:
    return [
        Problem("procedure.unknown_before", {"name": names[code], "codes": "、".join(codes)})
        for code, codes in unknown_predecessors(current).items()
    ]


def _odd_months(current: list[Template], names: Mapping[str, str]) -> list[Problem]:
    return [
        Problem(
            "procedure.template_months",
            {"name": names[each.code], "months": each.valid_months, "most": MOST_MONTHS},
        )
        for each in current
        if each.valid_months is not None and not 1 <= each.valid_months <= MOST_MONTHS
    ]
