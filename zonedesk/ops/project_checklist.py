"""One project's 手续清单 as a person looks at it: by stage, with its packages and documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from zonedesk.domain.errors import Problem
from zonedesk.domain.figures.procedures import completion_of
from zonedesk.domain.figures.ratio import Ratio
from zonedesk.domain.packages import PackageStanding, package_standing
from zonedesk.domain.procedure_warnings import template_warnings
from zonedesk.domain.procedures import PENDING_STATES, State
from zonedesk.domain.templates import split
from zonedesk.domain.tracking_columns import PROCEDURE_STAGES
from zonedesk.ops.procedure_book import Followed, ProcedureBook
from zonedesk.store.reader import Reader

_OTHER = PROCEDURE_STAGES[-1]


@dataclass(frozen=True)
class StageGroup:
    """The procedures of one stage."""

    stage: str
    items: tuple[Followed, ...]

    @property
    def completion(self) -> Ratio:
        """Done over required."""
        return _completion(self.items)


@dataclass(frozen=True)
class ProjectChecklist:
    """Everything that the checklist of a project shows on a day."""

    project_id: int
    name: str
    groups: tuple[StageGroup, ...]
    packages: tuple[tuple[str, PackageStanding], ...]
    attachments: tuple[dict[str, Any], ...]
    problems: tuple[Problem, ...]
    has_templates: bool

    @cached_property
    def items(self) -> tuple[Followed, ...]:
        """All procedures in the order shown."""
        return tuple(item for group in self.groups for item in group.items)

    @property
    def completion(self) -> Ratio:
        """Done over required, of all of them."""
        return _completion(self.items)

    @property
    def stuck(self) -> Followed | None:
        """The procedure that has been stuck the longest."""
        waiting = [
            item
            for item in self.items
            if item.state in PENDING_STATES and item.is_stuck and item.stuck and item.stuck.days
        ]
        return max(waiting, key=lambda item: (item.overdue_days, item.stuck.days or 0), default=None)  # type: ignore[union-attr]


def read_checklist(reader: Reader, project_id: int, as_of: str) -> ProjectChecklist | None:
    """Read a project's checklist; None if the project is gone."""
    book = ProcedureBook.read(reader, as_of, [project_id])
    project = book.projects.get(project_id)
    if project is None:
        return None
    items = book.of_project.get(project_id, [])
    return ProjectChecklist(
        project_id,
        project["name"],
        _groups(items),
        _packages(reader, book, project_id, items),
        tuple(reader.rows("attachment", project_id=project_id)),
        # Whose order goes round in a ring matters only to those who have a checklist.
        tuple(template_warnings(book.templates, book.as_of)) if items else (),
        bool(book.templates.by_id),
    )


def _groups(items: Sequence[Followed]) -> tuple[StageGroup, ...]:
    by_stage: dict[str, list[Followed]] = {}
    for item in items:
        by_stage.setdefault(item.template.stage if item.template else _OTHER, []).append(item)
    order = {stage: number for number, stage in enumerate(PROCEDURE_STAGES)}
    stages = sorted(by_stage, key=lambda stage: order.get(stage, len(order)))
    return tuple(StageGroup(stage, tuple(sorted(by_stage[stage], key=_place))) for stage in stages)


def _place(item: Followed) -> tuple[bool, int, str, int]:
    code = item.template.code if item.template else ""
    return item.template is None, len(code), code, item.row["id"]


def _packages(
    reader: Reader, book: ProcedureBook, project_id: int, items: Sequence[Followed]
) -> tuple[tuple[str, PackageStanding], ...]:
    codes = book.by_code(project_id)
    names = {each.code: each.name for each in book.templates.current(book.as_of)}
    steps = [step for item in items for step in item.steps]
    found = []
    for row in reader.rows("permit_package"):
        members = [(code, names.get(code, code)) for code in split(row["members"])]
        if any(code in codes for code, _ in members):
            standing = package_standing(members, codes, steps, book.projects[project_id], book.as_of)
            found.append((row["name"], standing))
    return tuple(found)


def _completion(items: Sequence[Followed]) -> Ratio:
    counts: dict[State, int] = {}
    for item in items:
        counts[item.state] = counts.get(item.state, 0) + 1
    return completion_of(counts)
