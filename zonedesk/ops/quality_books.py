"""The ledger as the quality checks look at it: each part is read once, when a check first asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from zonedesk.domain.cohort import ListingFact
from zonedesk.domain.columns import FIELDS
from zonedesk.domain.errors import Problem
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import Stage, stage_of
from zonedesk.ops.attachments import faults
from zonedesk.ops.procedure_book import ProcedureBook
from zonedesk.store.reader import Reader


class Books:
    """The ledger as the rules look at it, each part read once.

    `as_of` is the day the ledger is looked at from; `today` the calendar day, after which nothing can
    have happened yet (both ISO).
    """

    def __init__(self, reader: Reader, as_of: str, today: str) -> None:
        self.as_of = as_of
        self.today = today
        self._reader = reader

    @cached_property
    def projects(self) -> dict[int, dict[str, Any]]:
        """Projects by id, as `Reader.projects` gives them."""
        return {project["id"]: project for project in self._reader.projects()}

    @cached_property
    def facts(self) -> dict[int, ProjectFact]:
        """Projects by id, as stages look at them."""
        names = ProjectFact._fields
        return {pid: ProjectFact._make(p[name] for name in names) for pid, p in self.projects.items()}

    @cached_property
    def stages(self) -> dict[int, Stage]:
        """The stage of each project on the as-of day."""
        return {pid: stage_of(fact, self.as_of) for pid, fact in self.facts.items()}

    @cached_property
    def running(self) -> dict[int, dict[str, Any]]:
        """The projects that have not been withdrawn."""
        return {pid: p for pid, p in self.projects.items() if self.stages[pid] is not Stage.WITHDRAWN}

    @cached_property
    def months(self) -> dict[int, list[dict[str, Any]]]:
        """Monthly reports by project, the oldest first."""
        return _by_project(self._reader.rows("monthly_progress", order="month"))

    @cached_property
    def listings(self) -> list[ListingFact]:
        """All listings in batches."""
        return self._reader.facts(self.as_of).listings

    @cached_property
    def ledger(self) -> Path:
        """The ledger's file: attachments lie beside it."""
        return self._reader.path()

    @cached_property
    def procedures(self) -> ProcedureBook:
        """All procedures with their steps, pauses and templates."""
        return ProcedureBook.read(self._reader, self.as_of)

    @cached_property
    def attachments(self) -> list[dict[str, Any]]:
        """All attachments."""
        return self._reader.rows("attachment")

    def attachment_faults(self) -> Iterator[tuple[dict[str, Any], Problem]]:
        """The attachments whose files are missing or were altered, with what is said of each; reads the files."""
        return faults(self.ledger, self.attachments)

    @cached_property
    def enterprises(self) -> list[dict[str, Any]]:
        """All companies."""
        return self._reader.rows("enterprise")

    @cached_property
    def batch_names(self) -> dict[int, str]:
        """Batches by id."""
        return self._reader.names("batch")

    def setting(self, key: str) -> str | None:
        """What is kept under a setting's key, or None."""
        return self._reader.setting(key)

    def unfit(self, table: str) -> Iterator[tuple[dict[str, Any], str, str]]:
        """(row, column, text as typed) of every value that did not fit its field."""
        coded = [field for field in FIELDS[table] if field.coded and field.table == table]
        rows = self.projects.values() if table == "project" else self._reader.rows(table)
        for row in rows:
            for column, text in row["unfit"].items():
                yield row, column, text
            for field in coded:
                if field.is_stray(row[field.stored_as]):
                    yield row, field.stored_as, str(row[field.stored_as])


def _by_project(rows: list[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["project_id"], []).append(row)
    return found
