"""The checks of procedures and of attachments (R58–R69, R109)."""

from __future__ import annotations

from collections.abc import Iterator

from zonedesk.domain.errors import Problem
from zonedesk.domain.messages import say
from zonedesk.domain.procedure_warnings import template_warnings
from zonedesk.domain.procedures import is_done
from zonedesk.ops.quality_books import Books
from zonedesk.ops.quality_registry import problem_of, rule

_ORDER = {"procedure.date_order", "procedure.step_order", "procedure.pause_order", "procedure.pause_undated"}
_VALIDITY = {"procedure.expires", "procedure.expired", "procedure.expires_before_start"}


def _bare(problem: Problem) -> str:
    """The sentence of a warning, to stand within another one."""
    return say(problem).removesuffix("。")


def _told(books: Books, code: str, wanted: set[str]) -> Iterator[Problem]:
    for each in books.procedures:
        if each.row["project_id"] not in books.running:
            continue
        for warning in each.warnings:
            if warning.code in wanted:
                yield problem_of(code, each.project, procedure=each.row["name"], what=_bare(warning))


@rule("quality.procedure_dates", "R109", "手续时间先后", "“{project}”的{procedure}：{what}。")
def procedure_dates(books: Books) -> Iterator[Problem]:
    """申报 ≤ 受理 ≤ 办结; steps in their order; pauses that begin before they end."""
    yield from _told(books, "quality.procedure_dates", _ORDER)


@rule("quality.procedure_validity", "R114", "批复有效期", "“{project}”的{procedure}：{what}。")
def procedure_validity(books: Books) -> Iterator[Problem]:
    """What was granted runs out before building has begun."""
    yield from _told(books, "quality.procedure_validity", _VALIDITY)


@rule("quality.procedure_reason", "R113", "无需办理的理由", "“{project}”的{procedure}：{what}。请补写。")
def procedure_reason(books: Books) -> Iterator[Problem]:
    """What leaves the base of 办结率 says why."""
    yield from _told(books, "quality.procedure_reason", {"procedure.no_reason"})


@rule(
    "quality.procedure_calendar",
    "R113",
    "节假日表",
    "{what}。涉及 {count} 件未办结手续，请在“设置 - 节假日”中补充。",
)
def procedure_calendar(books: Books) -> Iterator[Problem]:
    """A calendar that ends before the days that are counted."""
    counts: dict[str, int] = {}
    for each in books.procedures:
        if is_done(each.row, books.as_of):
            continue
        for warning in each.warnings:
            if warning.code == "procedure.calendar":
                told = _bare(warning)
                counts[told] = counts.get(told, 0) + 1
    for what, count in sorted(counts.items()):
        yield Problem("quality.procedure_calendar", {"what": what, "count": count})


@rule("quality.templates", "R112", "手续模板", "{what}。")
def templates(books: Books) -> Iterator[Problem]:
    """Rings among the usual predecessors, and predecessors that are no templates."""
    for warning in template_warnings(books.procedures.templates, books.today):
        yield Problem("quality.templates", {"what": _bare(warning)})


@rule("quality.attachments", "R113", "附件", "“{project}”：{what}。")
def attachments(books: Books) -> Iterator[Problem]:
    """Files that are missing or were altered since they were taken in."""
    for row, fault in books.attachment_faults():
        project = books.projects.get(row["project_id"])
        if project is not None:
            yield problem_of("quality.attachments", project, attachment=row["name"], what=_bare(fault))
