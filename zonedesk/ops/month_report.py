"""What a month's summary says, as plain data: figures by scope, the stuck lists, what is still to be checked.

Reads only. The result holds no connection, so that paper can be made of it on another thread.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from zonedesk.domain.agency import AgencyTotals, total
from zonedesk.domain.columns import FIELDS
from zonedesk.domain.dates import end_of_month_before
from zonedesk.domain.facts import Facts
from zonedesk.domain.figures.month import MONEY_COLUMNS, MonthSpent, Step, month_spent, steps_taken
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.figures.summary import Summary, summarise_view
from zonedesk.domain.reporting import last_whole_month, owing
from zonedesk.domain.settings import OFFICE_NAME
from zonedesk.domain.stages import Due
from zonedesk.ops.session import Session
from zonedesk.ops.stuck import Problems, StuckRow, open_problems, stuck_rows
from zonedesk.ops.touched import HANGING
from zonedesk.ops.working_day import report_day
from zonedesk.store.reader import Reader

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
    """The last batch in scope: its figures, its 产业领域 (most projects first), sums over its listings in 元.

    `listings` is more than `projects` where a project stands under two tracks.
    """

    name: str
    figures: Summary
    industry_fields: tuple[str, ...]
    projects: int
    listings: int
    investment: int
    output: int


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
    """All that the monthly summary prints. `before` is the same scope on the last day of the month before.

    `steps` were taken since that day. `spent` is of the last whole month, `owing` have not reported it.
    """

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
    steps: tuple[Step, ...]
    spent: MonthSpent
    owing: tuple[int, ...]
    agency: AgencyTotals
    checks: Checks


def collect_month(session: Session, month: str, scope: Scope | None = None) -> MonthData:
    """Read the month "YYYY-MM" as of its `report_day`. Raises RefusedError if `month` is not a month."""
    as_of = report_day(session.reader, month)
    before_as_of = end_of_month_before(as_of)
    scope = scope or Scope()
    before = session.figures(before_as_of, scope)
    now = session.figures(as_of, scope)
    facts = now.view.facts
    reader = session.reader
    problems = open_problems(reader, as_of)
    stuck = {name: tuple(_stuck_line(row) for row in stuck_rows(reader, now, name)) for name in now.three_not}
    return MonthData(
        month=as_of[:7],
        as_of=as_of,
        before_as_of=before_as_of,
        office=(reader.setting(OFFICE_NAME) or "").strip(),
        scope=scope,
        zone=facts.zones.get(scope.zone_id or 0, ""),
        batches=tuple(facts.batches[b].name for b in now.view.batch_ids),
        now=now,
        before=before,
        zones=tuple(_zone_lines(now)),
        batch=_last_batch(now),
        start_completed=sum(facts.completed.get(pid, 0) for pid in now.view.cohort("start")),
        stuck=stuck,
        causes=_cause_counts(now, problems),
        pending=tuple(_pending_lines(reader, now)),
        steps=steps_taken(before.view, now.view),
        spent=(spent := _month_spent(reader, now)),
        owing=tuple(owing(now.view, spent.month, set(spent.reported))),
        agency=_agency(reader, now),
        checks=_checks(reader, facts, now),
    )


def _zone_lines(now: Summary) -> list[ZoneLine]:
    """The zones in scope that have projects, the highest start rate first.

    Projects whose zone is not said have a line only if any figure counts them: the others are told in a footnote.
    """
    lines = [
        ZoneLine(zone_id, now.view.facts.zones.get(zone_id or 0, "（未填开发区）"), summarise_view(part))
        for zone_id, part in now.view.by_zone().items()
        if part.members
    ]
    counted = [line for line in lines if line.zone_id is not None or _counts_any(line.figures)]
    return sorted(counted, key=_by_start_rate, reverse=True)


def _counts_any(figures: Summary) -> bool:
    listed = any(totals.rows for totals in figures.tracks.values())
    stuck = any(found.items for found in figures.three_not.values())
    return listed or stuck or bool(figures.procedures.completion.denominator)


def _by_start_rate(line: ZoneLine) -> tuple[Fraction, Fraction, int]:
    rates = line.figures.rates["start_rate"]
    return (
        _share(rates["investment"].ratio),
        _share(rates["count"].ratio),
        rates["investment"].ratio.denominator,
    )


def _share(ratio: Ratio) -> Fraction:
    return Fraction(ratio.numerator, ratio.denominator) if ratio.denominator else Fraction(-1)


def _last_batch(now: Summary) -> BatchPart | None:
    alone = now.view.last_batch()
    if alone is None:
        return None
    facts, figures = alone.facts, summarise_view(alone)
    listed = figures.view.listed
    fields = Counter(f for pid in sorted(listed) if (f := facts.projects[pid].industry_field))
    names = tuple(name for name, _ in fields.most_common() if name != "其他")
    tracks = figures.tracks.values()
    return BatchPart(
        facts.batches[alone.batch_ids[0]].name,
        figures,
        names,
        len(listed),
        sum(len(totals.rows) for totals in tracks),
        sum(totals.investment for totals in tracks),
        sum(totals.output for totals in tracks),
    )


def _checks(reader: Reader, facts: Facts, now: Summary) -> Checks:
    in_scope = set(now.view.members)
    listed = facts.in_batches
    counts: Counter[str] = Counter()
    touched: set[int] = set()
    for table in ("project", *HANGING):
        labels = {field.stored_as: field.label for field in FIELDS[table] if field.table == table}
        for pid, texts in reader.unfit(table):
            if pid in in_scope:
                counts.update(labels.get(column, column) for column in texts)
                touched.add(pid)
    return Checks(
        tuple(counts.most_common()),
        len(touched),
        len(in_scope - listed),
        sum(1 for pid in in_scope if facts.projects[pid].zone_id is None),
    )


def _stuck_line(row: StuckRow) -> StuckLine:
    item, project = row.item, row.project
    return StuckLine(
        name=row.name,
        zone=row.zone,
        investment=item.investment,
        planned=row.planned,
        planned_unfit=item.planned is None and bool(row.planned),
        due=item.due,
        overdue_days=item.overdue_days,
        causes=tuple(p["description"] for p in row.problems if p["description"]),
        measures=tuple(p["measure"] for p in row.problems if p["measure"]),
        duty_unit=row.duty_unit,
        sponsor=project["sponsor"] or "",
        duty_person=row.duty_person,
        deadline=row.of_problem("deadline"),
    )


def _cause_counts(now: Summary, problems: Problems) -> tuple[tuple[str, int], ...]:
    """Stuck projects by the category of their open problems; one with two kinds counts under both."""
    counts: Counter[str] = Counter()
    for pid in {pid for found in now.three_not.values() for pid in found.ids()}:
        counts.update({p["category"] or _OTHER_CAUSE for p in problems.get(pid, [])} or {_UNSAID_CAUSE})
    last = (_OTHER_CAUSE, _UNSAID_CAUSE)
    # Equal counts in the order of their names, so that two runs print the same.
    said = sorted(((name, n) for name, n in counts.items() if name not in last), key=lambda c: (-c[1], c[0]))
    return (*said, *((name, counts[name]) for name in last if counts[name]))


def _month_spent(reader: Reader, now: Summary) -> MonthSpent:
    """What the reports of the last whole month say of money: those of a month that is not over are still coming in."""
    month, members = last_whole_month(now.as_of), now.view.members
    columns = ("project_id", *MONEY_COLUMNS, "image_progress")
    rows = reader.rows("monthly_progress", columns=columns, month=month)
    told = (*MONEY_COLUMNS[1:], "image_progress")
    given = [
        row for row in rows if row["project_id"] in members and any(row[name] is not None for name in told)
    ]
    return month_spent(given, month)


def _agency(reader: Reader, now: Summary) -> AgencyTotals:
    members = now.view.members
    return total((case for case in reader.rows("agency_case") if case["project_id"] in members), now.as_of)


def _pending_lines(reader: Reader, now: Summary) -> list[PendingLine]:
    """The procedures not done, zone by zone."""
    pending, facts = now.procedures.pending, now.view.facts
    rows = {row["id"]: row for row in reader.rows_in("procedure", "id", [item.id for item in pending])}
    lines = []
    for item in pending:
        project, row = facts.projects[item.project_id], rows[item.id]
        lines.append(
            PendingLine(
                zone=facts.zones.get(project.zone_id or 0, ""),
                project=project.name,
                procedure=item.name,
                status=item.status or "",
                dept=row["dept"] or "",
                promised=row["unfit"].get("promised_on") or row["promised_on"] or "",
                note=item.note or "",
            )
        )
    return sorted(lines, key=lambda line: (line.zone == "", line.zone))
