"""承诺制覆盖率: by matter and by project, two bases that are never mixed (R61)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from zonedesk.domain.columns import REQUIRED
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.figures.scope import Scope
from zonedesk.domain.templates import COMMITTED
from zonedesk.ops.lists.registry import Rows, kind
from zonedesk.ops.session import Session
from zonedesk.ops.templates import template_book


@dataclass(frozen=True, slots=True)
class _Case:
    """One required procedure that is, or by its template should be, handled by commitment."""

    project_id: int
    zone_id: int | None
    matter: str
    handled: bool


def _cases(session: Session, as_of: str, scope: Scope) -> Iterator[_Case]:
    view = session.figures(as_of, scope).view
    book, projects = template_book(session.reader), view.facts.projects
    columns = ("project_id", "name", "required", "mode", "template_id")
    for values in session.reader.values("procedure", *columns):
        row = dict(zip(columns, values, strict=True))
        if row["required"] != REQUIRED or row["project_id"] not in view.members:
            continue
        template, handled = book.of_procedure(row), row["mode"] in COMMITTED
        if handled or (template is not None and template.mode in COMMITTED):
            matter = template.name if template else row["name"]
            yield _Case(row["project_id"], projects[row["project_id"]].zone_id, matter, handled)


@kind(
    "commitment_coverage",
    "承诺制覆盖率",
    basis="口径",
    zone="开发区",
    due="应实行",
    handled="已实行",
    percent="覆盖率",
)
def coverage(session: Session, as_of: str, scope: Scope) -> Rows:
    """By matter (件) and by project (个): 应实行 and 已实行, in all and by zone."""
    cases = list(_cases(session, as_of, scope))
    names = session.figures(as_of, scope).view.facts.zones
    rows: Rows = []
    for basis, counted in (("按事项", _by_matter), ("按项目", _by_project)):
        rows.append({"basis": basis, "zone": "合计", **counted(cases)})
        for zone in sorted({case.zone_id or 0 for case in cases}):
            of = [case for case in cases if (case.zone_id or 0) == zone]
            rows.append({"basis": basis, "zone": names.get(zone), **counted(of)})
    return [{"id": number, **row} for number, row in enumerate(rows, start=1)]


@kind(
    "commitment_matters",
    "承诺制事项",
    matter="事项",
    due="应实行（件）",
    handled="已实行（件）",
    percent="覆盖率",
    projects="涉及项目",
)
def matters(session: Session, as_of: str, scope: Scope) -> Rows:
    """Each matter with how many of its cases are handled by commitment."""
    found: dict[str, list[_Case]] = {}
    for case in _cases(session, as_of, scope):
        found.setdefault(case.matter, []).append(case)
    return [
        {"id": number, "matter": matter, **_by_matter(cases), "projects": len({c.project_id for c in cases})}
        for number, (matter, cases) in enumerate(found.items(), start=1)
    ]


@kind(
    "commitment_projects",
    "承诺制项目",
    project="项目名称",
    zone="开发区",
    due="应实行（件）",
    handled="已实行（件）",
    percent="覆盖率",
    lacking="未实行的事项",
)
def projects(session: Session, as_of: str, scope: Scope) -> Rows:
    """Each project that has matters to be handled by commitment."""
    facts = session.figures(as_of, scope).view.facts
    found: dict[int, list[_Case]] = {}
    for case in _cases(session, as_of, scope):
        found.setdefault(case.project_id, []).append(case)
    return [
        {
            "id": project_id,
            "project_id": project_id,
            "project": facts.projects[project_id].name,
            "zone": facts.zones.get(cases[0].zone_id or 0),
            **_by_matter(cases),
            "lacking": "、".join(case.matter for case in cases if not case.handled) or None,
        }
        for project_id, cases in found.items()
    ]


def _by_matter(cases: Iterable[_Case]) -> dict[str, Any]:
    every = list(cases)
    return _told(sum(case.handled for case in every), len(every))


def _by_project(cases: Iterable[_Case]) -> dict[str, Any]:
    """A project counts as handled by commitment when any of its matters is."""
    every = list(cases)
    handled = {case.project_id for case in every if case.handled}
    return _told(len(handled), len({case.project_id for case in every}))


def _told(handled: int, due: int) -> dict[str, Any]:
    return {"due": due, "handled": handled, "percent": Ratio(handled, due).text()}
