"""The stuck lists (三未) over months, and the projects that went out of them in the last one: each with how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from zonedesk.domain.columns import INDUSTRIAL, TRACKS
from zonedesk.domain.dates import days_between, end_of_month_before, reached
from zonedesk.domain.figures.scope import Scope, View
from zonedesk.domain.figures.three_not import DEFINITIONS, candidates
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stays import Exit, Stay, TrendMonth, ended, stays, trend
from zonedesk.domain.stuck_rules import DEFAULTS, PAIRS, STEP_WORDS
from zonedesk.ops.known_then import known_then
from zonedesk.ops.session import Session
from zonedesk.ops.stuck_rules import with_rules

MONTHS = 12
_LATER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Trend:
    """One list month by month. `corrected` left it in the last month by correction alone (see `departures`)."""

    name: str
    label: str
    basis: str
    months: tuple[TrendMonth, ...]
    corrected: tuple[int, ...]


class Departure(NamedTuple):
    """A project that went out of the list `name`: on which day (partial ISO as written, "" if none), how, and why.

    `late` is by how many days its planned date had passed; None where it had not, or there was none.
    """

    name: str
    project_id: int
    project: str
    zone: str
    sponsor: str
    how: Exit
    told: str
    day: str
    reason: str
    planned: str
    late: int | None
    investment: int

    @property
    def label(self) -> str:
        """What the list is called."""
        return DEFINITIONS[self.name].label


def stuck_trend(session: Session, as_of: str, name: str, scope: Scope | None = None) -> Trend:
    """The list `name` over the last twelve months."""
    summary = session.figures(as_of, scope)
    gone = _corrected(_both(session, summary.view), name)
    return Trend(
        name,
        DEFINITIONS[name].label,
        summary.three_not[name].basis,
        tuple(trend(summary.view, name, MONTHS)),
        tuple(gone),
    )


def departures(session: Session, as_of: str, scope: Scope | None = None) -> list[Departure]:
    """Who went out of each list in the month up to `as_of`, in the order of lists and days; corrections come last.

    A correction is a project that the ledger counted at the end of the month before, and by what is written now
    would not have been counted: it was written down late, or put right.
    """
    view = session.figures(as_of, scope).view
    both = _both(session, view)
    found: list[Departure] = []
    for name in DEFINITIONS:
        gone = [stay for stay in ended(view, name) if stay.exit is not None]
        told = _told(session, [stay.project_id for stay in gone])
        gone.sort(key=lambda stay: (stay.until or "", stay.project_id))
        found += [_departure(view, name, stay, told[stay.project_id]) for stay in gone]
        found += _corrections(session, both, view, name)
    return found


def _told(session: Session, ids: list[int]) -> dict[int, dict[str, Any]]:
    columns = ("id", "sponsor", "withdraw_kind", "withdraw_reason", "suspend_reason")
    return {row["id"]: row for row in session.reader.rows_in("project", "id", ids, columns=columns)}


def _departure(view: View, name: str, stay: Stay, row: dict[str, Any]) -> Departure:
    pid, planned = stay.project_id, stay.planned
    project = view.facts.projects[pid]
    until = (view.scope.stuck or DEFAULTS).of(name).until
    how = stay.exit or Exit.TAKEN
    day, told, reason = {
        Exit.TAKEN: (getattr(project, until), f"已{STEP_WORDS[until]}", ""),
        Exit.WITHDRAWN: (
            project.withdrawn_on,
            row.get("withdraw_kind") or "终止或调出",
            row.get("withdraw_reason"),
        ),
        Exit.SUSPENDED: (project.suspended_on, "停工（不计入）", row.get("suspend_reason")),
    }[how]
    late = days_between(planned, day) if planned and day else 0
    return Departure(
        name,
        pid,
        project.name,
        view.facts.zones.get(project.zone_id or 0, ""),
        row.get("sponsor") or "",
        how,
        told,
        day or "",
        reason or "",
        planned or "",
        late if late > 0 else None,
        _investment(view, name, pid),
    )


def _investment(view: View, name: str, pid: int) -> int:
    listed = view.cohort(PAIRS[name].track).investments
    return listed.get(pid, view.facts.projects[pid].total_investment) or 0


def _corrections(session: Session, both: _Both | None, view: View, name: str) -> Iterator[Departure]:
    gone = _corrected(both, name)
    rows = _told(session, list(gone))
    for pid in gone:
        project, reason = gone[pid]
        known = pid in view.facts.projects
        yield Departure(
            name,
            pid,
            project.name,
            view.facts.zones.get(project.zone_id or 0, ""),
            rows[pid]["sponsor"] or "" if known else "",
            Exit.CORRECTED,
            "更正",
            "",
            reason,
            "",
            None,
            _investment(view, name, pid) if known else project.total_investment or 0,
        )


class _Both(NamedTuple):
    """The end of the month before as the ledger stands now, and as it stood then."""

    now: View
    then: View


def _both(session: Session, view: View) -> _Both | None:
    """None if the ledger did not know anything then, or nothing was written since."""
    before = end_of_month_before(view.as_of)
    first = session.record.step(1)
    if first is None or first.at[:10] > before:
        return None
    facts = session.facts(before)
    known = known_then(session.reader, session.record, facts, _LATER)
    scope = with_rules(session.reader, view.scope)
    return _Both(View(facts, scope), View(known.facts, scope)) if known.touched else None


def _corrected(both: _Both | None, name: str) -> dict[int, tuple[ProjectFact, str]]:
    """Who was counted then and is not as the ledger stands now, as it was then, with how that came about."""
    if both is None:
        return {}
    now, then = both
    standing = {stay.project_id for stay in stays(now, name) if stay.covers(now.as_of)}
    counted = [stay.project_id for stay in stays(then, name) if stay.covers(now.as_of)]
    return {pid: (then.facts.projects[pid], _why(now, name, pid)) for pid in counted if pid not in standing}


def _why(now: View, name: str, pid: int) -> str:
    """How a project that was counted on the day of `now` is not counted any more, as the ledger tells it now."""
    project, day = now.facts.projects.get(pid), now.as_of
    if project is None:
        return "已从台账删除"
    rule = (now.scope.stuck or DEFAULTS).of(name)
    taken: str | None = getattr(project, rule.until)
    if reached(taken, day):
        return f"补记{STEP_WORDS[rule.until]}（{taken}）"
    if reached(project.withdrawn_on, day):
        return f"补记终止或调出（{project.withdrawn_on}）"
    if pid not in now.projects:
        return "改列其他开发区或产业领域"
    if rule.industrial_only and project.project_kind != INDUSTRIAL:
        return f"改为{project.project_kind or '未填类别的'}项目"
    if pid not in set(candidates(now, name)):
        return f"不再列入{TRACKS[PAIRS[name].track]}"
    since = PAIRS[name].since
    if not reached(getattr(project, since), day):
        return f"{STEP_WORDS[since]}时间改为{getattr(project, since) or '空'}"
    return f"补记停工（{project.suspended_on}）"
