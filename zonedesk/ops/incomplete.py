"""应填未填: the fields that a project must have at its stage and lacks (R113), of all projects at once.

The same as the checks of data quality find, read so that a page can open with it.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from zonedesk.domain.columns import PROJECT_FIELDS
from zonedesk.domain.facts import Facts
from zonedesk.domain.fields import Field
from zonedesk.domain.projects import ProjectFact
from zonedesk.domain.stages import STAGE_ORDER, Stage
from zonedesk.ops.lights import Stages, stages_on
from zonedesk.store.morning_reader import MorningReader
from zonedesk.store.reader import Reader

_NEEDED = tuple(field for field in PROJECT_FIELDS if field.required_from)
_COMPLETED = "completed_investment"
_KNOWN = frozenset(ProjectFact._fields)


class Incomplete(NamedTuple):
    """A project at its stage, and the fields that it lacks."""

    project_id: int
    stage: Stage
    fields: tuple[Field, ...]


def incomplete(
    reader: Reader, facts: Facts, as_of: str, among: Collection[int], stages: Stages | None = None
) -> list[Incomplete]:
    """The projects of `among` that lack anything at the stage they have come to on a day, in the order of their ids."""
    stages = stages or stages_on(facts, as_of)
    stored = [field.stored_as for field in _NEEDED if field.table == "project" and field.key not in _KNOWN]
    unfit: dict[int, dict[str, str]] = {}
    empty: dict[str, set[int]] = {column: set() for column in stored}
    asker = MorningReader(reader)
    for pid, texts, columns in asker.empty_fields(stored):
        unfit[pid] = texts
        for column in columns:
            empty[column].add(pid)
    lacking: dict[int, list[Field]] = {}
    for field in _NEEDED:
        come = _come_to(Stage(field.required_from), stages)
        lack = _lacking(field, come, facts, empty)
        if field.key == _COMPLETED:
            # The month under way may have told it already.
            lack = set(lack) - asker.reported(lack)
        for pid in lack:
            if pid in among and field.stored_as not in unfit.get(pid, ()):
                lacking.setdefault(pid, []).append(field)
    at = {pid: stage for stage, ids in stages.items() for pid in ids if pid in lacking}
    return [Incomplete(pid, at[pid], tuple(lacking[pid])) for pid in sorted(lacking)]


def _come_to(first: Stage, stages: Stages) -> frozenset[int]:
    """The projects that have come to a stage, or further."""
    further = STAGE_ORDER[STAGE_ORDER.index(first) :]
    return frozenset().union(*(stages.get(stage, frozenset()) for stage in further))


def _lacking(field: Field, come: frozenset[int], facts: Facts, empty: dict[str, set[int]]) -> Collection[int]:
    if field.key == _COMPLETED:
        return come - facts.completed.keys()
    if field.key in _KNOWN:
        place, projects = ProjectFact._fields.index(field.key), facts.projects
        return [pid for pid in come if projects[pid][place] is None]
    return come & empty[field.stored_as]
