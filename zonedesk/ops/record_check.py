"""What is wrong with one project, field by field, in words: the checks of data quality asked of it alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from zonedesk.domain.cohort import ListingFact
from zonedesk.domain.columns import PROJECT_FIELDS, TABLE_LABELS
from zonedesk.domain.errors import Problem
from zonedesk.domain.messages import say
from zonedesk.ops import quality_rules  # noqa: F401 - its rules are registered by loading it
from zonedesk.ops.as_it_stood import CHILDREN
from zonedesk.ops.attachments import faults_seen
from zonedesk.ops.quality_books import Books
from zonedesk.ops.quality_registry import registered
from zonedesk.store.reader import Reader

# An empty field that must be filled has its own mark beside its label.
_MARKED = frozenset({"quality.missing", "quality.no_duty"})
_CERTAIN = frozenset({"quality.date_order", "quality.future_date", "quality.unfit", "quality.skipped_stage"})
_PLACES = {
    "quality.project_code": "code",
    "quality.repeated_code": "code",
    "quality.company_code": "enterprise_id",
    "quality.falling": "completed_investment",
    "quality.over_total": "completed_investment",
    "quality.stale": "image_progress",
    "quality.same_words": "image_progress",
    "quality.unlisted": "listing",
    "quality.listing_investment": "listing",
}
_KEYS = {field.label: field.key for field in PROJECT_FIELDS}
_TABLES = {label: table for table, label in TABLE_LABELS.items()}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A finding: `place` is a project field's key, or the table of rows that hang on the project.

    `certain` are those that cannot be right; the others are to be looked at.
    """

    place: str
    text: str
    certain: bool


def wrong_with(reader: Reader, project_id: int, as_of: str, today: str | None = None) -> list[Wrong]:
    """What the checks find of one project as of a day (ISO); fields that are merely empty are left out."""
    books = _ProjectBooks(reader, as_of, today or dt.date.today().isoformat(), project_id)  # noqa: DTZ011
    own = books.projects.get(project_id)
    if own is None:
        return []
    return [
        Wrong(_place(problem), _said(problem, own["name"]), each.code in _CERTAIN)
        for each in registered()
        if each.code not in _MARKED
        for problem in each.function(books)
        if problem.facts.get("project_id", project_id) == project_id
    ]


class _ProjectBooks(Books):
    """The ledger as far as one project's checks look at it: itself, and those with the same code."""

    def __init__(self, reader: Reader, as_of: str, today: str, project_id: int) -> None:
        super().__init__(reader, as_of, today)
        self._project_id = project_id

    @cached_property
    def projects(self) -> dict[int, dict[str, Any]]:
        own = self._reader.project(self._project_id)
        if own is None:
            return {}
        same = [row["id"] for row in self._reader.rows("project", code=own["code"])] if own["code"] else []
        others = self._reader.projects([pid for pid in same if pid != self._project_id])
        return {project["id"]: project for project in (own, *others)}

    @cached_property
    def months(self) -> dict[int, list[dict[str, Any]]]:
        rows = self._reader.rows("monthly_progress", order="month", project_id=self._project_id)
        return {self._project_id: rows}

    @cached_property
    def listings(self) -> list[ListingFact]:
        return self._reader.facts(self.as_of, [self._project_id]).listings

    @cached_property
    def attachments(self) -> list[dict[str, Any]]:
        return self._reader.rows("attachment", project_id=self._project_id)

    def attachment_faults(self) -> Iterator[tuple[dict[str, Any], Problem]]:
        # Asked at every step through the ledger: hundreds of megabytes are not read for that.
        return faults_seen(self.ledger, self.attachments)

    @cached_property
    def enterprises(self) -> list[dict[str, Any]]:
        company = self.projects[self._project_id]["enterprise_id"]
        return self._reader.rows("enterprise", id=company) if company is not None else []

    def unfit(self, table: str) -> Iterator[tuple[dict[str, Any], str, str]]:
        rows: list[dict[str, Any]] = []
        if table == "project":
            rows = [self.projects[self._project_id]]
        elif table in CHILDREN:
            rows = self._reader.rows(table, project_id=self._project_id)
        for row in rows:
            for column, text in row["unfit"].items():
                yield row, column, text


def _place(problem: Problem) -> str:
    facts = problem.facts
    if problem.code in _PLACES:
        return _PLACES[problem.code]
    if problem.code == "quality.unfit" and facts["table"] != TABLE_LABELS["project"]:
        return _TABLES[facts["table"]]
    label = (
        facts["earlier"]
        if problem.code == "quality.skipped_stage"
        else facts.get("later", facts.get("field"))
    )
    return _KEYS.get(str(label), "name")


def _said(problem: Problem, name: str) -> str:
    """The sentence without the project's name, which stands above it."""
    return say(problem).removeprefix(f"“{name}”").removeprefix("项目").removeprefix("的")
