"""The lists of lights, and of the morning: what turned red, what falls due, what is not updated, what is incomplete."""

from __future__ import annotations

from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.lights import LIGHT_SIGNS, LIGHT_WORDS, Light, Verdict, rules
from zonedesk.ops.lights import LightBoard, Lights
from zonedesk.ops.lists.registry import Rows, kind, note, words
from zonedesk.ops.morning import Line, Part, morning
from zonedesk.ops.session import Session

words("light", {light.value: f"{LIGHT_SIGNS[light]} {word}" for light, word in LIGHT_WORDS.items()})
words("rule", {rule.name: rule.label for rule in rules()})


@kind(
    "lights",
    "亮灯清单",
    project="项目名称",
    zone="开发区",
    light="亮灯",
    rule="规则",
    why="原因",
    since="起始日期",
)
def lights(session: Session, as_of: str, scope: Scope) -> Rows:
    """Every red and yellow light of the projects in scope, those of a red project first."""
    found = session.kept(LightBoard).read(as_of)
    among = session.figures(as_of, scope).view.members
    lit = sorted((pid for pid in among if found.lit(pid)), key=lambda pid: (found.light(pid).rank, pid))
    return [_row(session, as_of, pid, verdict) for pid in lit for verdict in found.lit(pid)]


@kind(
    "turned_red",
    "新亮红灯",
    project="项目名称",
    zone="开发区",
    light="亮灯",
    rule="规则",
    why="原因",
    since="起始日期",
)
def turned_red(session: Session, as_of: str, scope: Scope) -> Rows:
    """The red lights of projects that were not red by the working day before."""
    found: Lights = session.kept(LightBoard).read(as_of)
    among = session.figures(as_of, scope).view.members
    return [
        _row(session, as_of, pid, verdict) | {"before": found.before}
        for pid in sorted(found.turned_red)
        if pid in among
        for verdict in found.lit(pid)
        if verdict.light is Light.RED
    ]


def _row(session: Session, as_of: str, pid: int, verdict: Verdict) -> dict[str, str | int | None]:
    facts = session.facts(as_of)
    project = facts.projects[pid]
    return {
        "id": pid,
        "project": project.name,
        "zone": facts.zones.get(project.zone_id or 0),
        "light": verdict.light.value,
        "rule": verdict.rule,
        "why": verdict.why,
        "since": verdict.since,
    }


def _line(line: Line) -> dict[str, str | int | None]:
    return {
        "id": line.project_id,
        "project": line.project or None,
        "zone": line.zone or None,
        "sort": line.kind,
        "what": line.what,
        "day": line.day,
        "days": line.days,
        "duty": line.duty or None,
    }


_COLUMNS = {"sort": "类别", "project": "项目名称", "zone": "开发区", "what": "事项"}


@kind("due", "到期事项", **_COLUMNS, day="应于", days="逾期天数", duty="责任")
def due(session: Session, as_of: str, scope: Scope) -> Rows:
    """Everything open that is due this week, or overdue; `days` is negative while the day lies ahead."""
    found = morning(session, as_of, scope).lines
    return [_line(line) for part in (Part.OVERDUE, Part.DUE) for line in found[part]]


@kind("not_updated", "久未更新", **_COLUMNS, day="最近更新", days="距今天数", duty="责任")
def not_updated(session: Session, as_of: str, scope: Scope) -> Rows:
    """The projects that nobody has updated for too long."""
    return [_line(line) for line in morning(session, as_of, scope).lines[Part.NOT_UPDATED]]


@kind("incomplete", "应填未填", **_COLUMNS, duty="责任")
def lacking(session: Session, as_of: str, scope: Scope) -> Rows:
    """The projects that lack what must be filled at their stage."""
    return [_line(line) for line in morning(session, as_of, scope).lines[Part.INCOMPLETE]]


note("lights", "；".join(f"{rule.label}：{rule.note}" for rule in rules()))
note("turned_red", "与上一个工作日相比，按截至日台账所记推算")
note("due", "截至日所在周（到周日）内应完成的和已逾期的未办结事项")
note("not_updated", "签约项目和其他项目分别按设置的天数；导入等成批写入不算逐项更新")
