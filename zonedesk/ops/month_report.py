"""What a month's summary says, as plain data: figures by scope, the stuck lists, what is still to be checked.

Reads only. The result holds no connection, so that paper can be made of it on another thread.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from zonedesk.domain.columns import CLOSED, FIELDS
from zonedesk.domain.dates import last_day_of_month, reached
from zonedesk.domain.errors import RefusedError
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import Summary, summarise
from zonedesk.domain.figures.three_not import Stuck, StuckList
from zonedesk.domain.stages import Due
from zonedesk.ops.session import Session
from zonedesk.store.reader import Reader

# More ids than this in one question are slower than reading all projects.
_MANY = 5000
_UNSAID_CAUSE = "未登记问题"
_OTHER_CAUSE = "未分类"


@dataclass(frozen=True, slots=True)
class ZoneLine:
    """One zone's figures; `zone_id` None gathers the projects whose zone is not said."""

    zone_id: int | None
    name: str
    figures: Summary


@dataclass(frozen=True, slots=True)
class StuckLine:
    """A stuck project as it stands in the list. Texts are "" where the ledger says nothing.

    `investment` is 元 at listing; `planned` is a partial ISO date, or the text as typed if that is no date
    (`planned_unfit`). Causes and measures are those of problems open on the as-of day.
    """

    name: str
    zone: str
    enterprise: str
    investment: int
    planned: str
    planned_unfit: bool
    due: Due
    overdue_days: int
    causes: tuple[str, ...]
    measures: tuple[str, ...]
    duty_unit: str
    sponsor: str
    duty_person: str
    deadline: str


@dataclass(frozen=True, slots=True)
class PendingLine:
    """A required procedure that is not done on the as-of day."""

    zone: str
    project: str
    procedure: str
    status: str
    dept: str
    promised: str
    note: str


@dataclass(frozen=True, slots=True)
class BatchPart:
    """The last batch in scope: its figures, its 产业领域 (most projects first), how many projects it moves."""

    name: str
    figures: Summary
    industry_fields: tuple[str, ...]
    projects: int


@dataclass(frozen=True, slots=True)
class Checks:
    """What an officer should know about the rows behind the figures: counts of projects and values.

    `unfit` counts values kept as typed (待核) by column label.
    """

    unfit: tuple[tuple[str, int], ...]
    unfit_projects: int
    unlisted: int
    zoneless: int


@dataclass(frozen=True, slots=True)
class MonthData:
    """All that the monthly summary prints. `before` is the same scope on the last day of the month before."""

    month: str
    as_of: str
    before_as_of: str
    office: str
    scope: Scope
    zone: str
    batches: tuple[str, ...]
    now: Summary
    before: Summary
    zones: tuple[ZoneLine, ...]
    batch: BatchPart | None
    start_completed: int
    stuck: dict[str, tuple[StuckLine, ...]]
    causes: tuple[tuple[str, int], ...]
    pending: tuple[PendingLine, ...]
    checks: Checks


def collect_month(session: Session, month: str, scope: Scope | None = None) -> MonthData:
    """Read the month "YYYY-MM" as of its last day. Raises RefusedError if `month` is not a month."""
    as_of, before_as_of = _last_days(month)
    scope = scope or Scope()
    before = session.figures(before_as_of, scope)
    facts = session.facts(as_of)
    now = summarise(facts, scope)
    reader = session.reader
    rows = _Rows(reader, facts, now)
    stuck = {name: tuple(rows.stuck_lines(found)) for name, found in now.three_not.items()}
    return MonthData(
        month=as_of[:7],
        as_of=as_of,
        before_as_of=before_as_of,
        office=(reader.setting("office_name") or "").strip(),
        scope=scope,
        zone=facts.zones.get(scope.zone_id or 0, ""),
        batches=tuple(facts.batches[b].name for b in now.view.batch_ids),
        now=now,
        before=before,
        zones=tuple(_zone_lines(facts, scope, now)),
        batch=_last_batch(facts, scope, now),
        start_completed=sum(facts.completed.get(pid, 0) for pid in now.view.cohort("start")),
        stuck=stuck,
        causes=rows.cause_counts(),
        pending=rows.pending_lines(),
        checks=_checks(reader, facts, now),
    )


def _last_days(month: str) -> tuple[str, str]:
    try:
        as_of = last_day_of_month(month)
        year, number = int(as_of[:4]), int(as_of[5:7])
        before = f"{year - (number == 1):04d}-{(number - 2) % 12 + 1:02d}"
        return as_of, last_day_of_month(before)
    except ValueError as error:
        raise RefusedError("report.bad_month", text=month) from error


def _zone_lines(facts: Facts, scope: Scope, now: Summary) -> list[ZoneLine]:
    """The zones in scope that have projects, the highest start rate first."""
    present = {project.zone_id for project in now.view.projects.values()}
    lines = []
    for zone_id, name in facts.zones.items():
        if zone_id in present:
            lines.append(ZoneLine(zone_id, name, summarise(facts, replace(scope, zone_id=zone_id))))
    if None in present and scope.zone_id is None:
        # A scope cannot ask for “no zone”, so the facts are narrowed instead.
        rest = {pid: p for pid, p in facts.projects.items() if p.zone_id is None}
        lines.append(ZoneLine(None, "（未填开发区）", summarise(replace(facts, projects=rest), scope)))
    return sorted(lines, key=_by_start_rate, reverse=True)


def _by_start_rate(line: ZoneLine) -> tuple[Fraction, Fraction, int]:
    rates = line.figures.rates["start_rate"]
    return (
        _share(rates["investment"].ratio),
        _share(rates["count"].ratio),
        rates["investment"].ratio.denominator,
    )


def _share(ratio: Ratio) -> Fraction:
    return Fraction(ratio.numerator, ratio.denominator) if ratio.denominator else Fraction(-1)


def _last_batch(facts: Facts, scope: Scope, now: Summary) -> BatchPart | None:
    if not now.view.batch_ids:
        return None
    last = now.view.batch_ids[-1]
    figures = summarise(facts, replace(scope, from_batch=last, to_batch=last))
    listed = figures.view.listed
    fields = Counter(f for pid in sorted(listed) if (f := facts.projects[pid].industry_field))
    names = tuple(name for name, _ in fields.most_common())
    return BatchPart(facts.batches[last].name, figures, names, len(listed))


def _checks(reader: Reader, facts: Facts, now: Summary) -> Checks:
    in_scope = now.view.projects
    listed = {listing.project_id for listing in facts.listings}
    counts: Counter[str] = Counter()
    touched: set[int] = set()
    for table in ("project", "listing", "procedure", "monthly_progress", "problem"):
        labels = {field.stored_as: field.label for field in FIELDS[table]}
        for pid, columns in _unfit(reader, table):
            if pid in in_scope:
                counts.update(labels.get(column, column) for column in columns)
                touched.add(pid)
    return Checks(
        tuple(counts.most_common()),
        len(touched),
        len(in_scope.keys() - listed),
        sum(1 for project in in_scope.values() if project.zone_id is None),
    )


def _unfit(reader: Reader, table: str) -> Iterable[tuple[int, list[str]]]:
    rows = reader.projects() if table == "project" else reader.rows(table)
    return [(row.get("project_id", row["id"]), list(row["unfit"])) for row in rows if row["unfit"]]


class _Rows:
    """The rows that the lists show, read once for all of them."""

    def __init__(self, reader: Reader, facts: Facts, now: Summary) -> None:
        self._facts, self._now = facts, now
        pending = now.procedures.pending
        ids = {pid for found in now.three_not.values() for pid in found.ids()}
        ids |= {item.project_id for item in pending}
        wanted = sorted(ids) if len(ids) <= _MANY else None
        self._projects = {row["id"]: row for row in reader.projects(wanted)} if ids else {}
        self._enterprises = reader.names("enterprise")
        self._procedures = {row["id"]: row for row in reader.rows("procedure")} if pending else {}
        self._problems: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for problem in reader.rows("problem"):
            if _open(problem, facts.as_of):
                self._problems[problem["project_id"]].append(problem)

    def stuck_lines(self, found: StuckList) -> list[StuckLine]:
        """One of the three lists, in its own order."""
        return [self._stuck_line(found, item) for item in found.items]

    def _stuck_line(self, found: StuckList, item: Stuck) -> StuckLine:
        project, problems = self._projects[item.project_id], self._problems.get(item.project_id, [])
        typed = project["unfit"].get(found.definition.planned, "")
        deadlines = sorted(p["deadline"] for p in problems if p["deadline"])
        return StuckLine(
            name=project["name"],
            zone=self._facts.zones.get(project["zone_id"], ""),
            enterprise=self._enterprises.get(project["enterprise_id"], ""),
            investment=item.investment,
            planned=item.planned or typed,
            planned_unfit=item.planned is None and bool(typed),
            due=item.due,
            overdue_days=item.overdue_days,
            causes=tuple(p["description"] for p in problems),
            measures=tuple(p["measure"] for p in problems if p["measure"]),
            duty_unit=project["duty_unit"] or _first(problems, "duty_unit"),
            sponsor=project["sponsor"] or "",
            duty_person=project["duty_person"] or _first(problems, "duty_person"),
            deadline=deadlines[0] if deadlines else "",
        )

    def cause_counts(self) -> tuple[tuple[str, int], ...]:
        """Stuck projects by the category of their open problems; one with two kinds counts under both."""
        stuck = {pid for found in self._now.three_not.values() for pid in found.ids()}
        counts: Counter[str] = Counter()
        for pid in stuck:
            kinds = {p["category"] or _OTHER_CAUSE for p in self._problems.get(pid, [])}
            counts.update(kinds or {_UNSAID_CAUSE})
        said = [(name, n) for name, n in counts.most_common() if name not in (_UNSAID_CAUSE, _OTHER_CAUSE)]
        return (*said, *((name, counts[name]) for name in (_OTHER_CAUSE, _UNSAID_CAUSE) if counts[name]))

    def pending_lines(self) -> tuple[PendingLine, ...]:
        """The procedures not done, zone by zone."""
        lines = []
        for item in self._now.procedures.pending:
            project, row = self._projects[item.project_id], self._procedures[item.id]
            lines.append(
                PendingLine(
                    zone=self._facts.zones.get(project["zone_id"], ""),
                    project=project["name"],
                    procedure=item.name,
                    status=item.status or "",
                    dept=row["dept"] or "",
                    promised=row["promised_on"] or row["unfit"].get("promised_on", ""),
                    note=item.note or "",
                )
            )
        return tuple(sorted(lines, key=lambda line: (line.zone == "", line.zone)))


def _open(problem: dict[str, Any], as_of: str) -> bool:
    if problem["raised_on"] and not reached(problem["raised_on"], as_of):
        return False
    closed_on = problem["closed_on"]
    return not (problem["status"] == CLOSED and (closed_on is None or reached(closed_on, as_of)))


def _first(rows: list[dict[str, Any]], column: str) -> str:
    return next((row[column] for row in rows if row[column]), "")
