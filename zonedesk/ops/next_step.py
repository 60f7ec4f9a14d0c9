"""What a project is to do next: said in its own words, else the soonest of what its books hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from zonedesk.domain.columns import NOT_REQUIRED
from zonedesk.domain.dates import reached, takes_effect
from zonedesk.domain.procedures import is_done
from zonedesk.domain.tracking_columns import ACTION_DONE
from zonedesk.store.reader import Reader


class NextStep(NamedTuple):
    """A next step. `source` is the table it comes from: “project” for the officer's own words; `day` when it is due."""

    text: str = ""
    source: str = ""
    day: str | None = None


NOTHING = NextStep()
_Row = Mapping[str, Any]


def _of_action(row: _Row, as_of: str) -> NextStep:
    if row["status"] == ACTION_DONE and (row["done_on"] is None or reached(row["done_on"], as_of)):
        return NOTHING
    return NextStep(row["content"], "action_item", row["deadline"])


def _of_procedure(row: _Row, as_of: str) -> NextStep:
    if not row["next_step"] or row["required"] == NOT_REQUIRED or is_done(row, as_of):
        return NOTHING
    return NextStep(
        f"{row['name']}：{row['next_step']}", "procedure", row["planned_on"] or row["promised_on"]
    )


def _of_milestone(row: _Row, as_of: str) -> NextStep:
    if reached(row["actual_on"], as_of):
        return NOTHING
    return NextStep(row["name"], "milestone", row["forecast_on"] or row["plan_on"])


# In the order in which steps of the same day, or of none, are named.
_SOURCES: dict[str, tuple[tuple[str, ...], Callable[[_Row, str], NextStep]]] = {
    "action_item": (("content", "deadline", "status", "done_on"), _of_action),
    "procedure": (
        ("name", "required", "status", "done_on", "next_step", "planned_on", "promised_on"),
        _of_procedure,
    ),
    "milestone": (("name", "seq", "plan_on", "forecast_on", "actual_on"), _of_milestone),
}
_RANK = {source: number for number, source in enumerate(_SOURCES)}


def next_steps(reader: Reader, ids: Collection[int], as_of: str) -> dict[int, NextStep]:
    """The soonest step of each project that its meetings, procedures and milestones hold; none where they hold none."""
    found: dict[int, list[NextStep]] = defaultdict(list)
    for table, (columns, step_of) in _SOURCES.items():
        for row in reader.rows_in(table, "project_id", ids, columns=("project_id", *columns)):
            step = step_of(row, as_of)
            if step.text:
                found[row["project_id"]].append(step)
    return {pid: soonest(steps) for pid, steps in found.items()}


def soonest(steps: Iterable[NextStep]) -> NextStep:
    """The first to come; those without a day come last, and of one day by where they stand."""
    return min(
        steps, key=lambda step: (takes_effect(step.day) if step.day else "9999", _RANK.get(step.source, -1))
    )
