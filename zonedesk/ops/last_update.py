"""When anything of a project was last written down, by whom, and up to when it was reported."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from zonedesk.store.reader import Reader
from zonedesk.store.record import Record


class LastUpdate(NamedTuple):
    """The newest standing step that wrote to a project: when (the PC's clock), by whom, what it was.

    `month` is the last month of its reports, `followed` the last day of its 办理记录; "" where there are none.
    """

    at: str
    who: str
    label: str
    month: str = ""
    followed: str = ""

    @property
    def day(self) -> str:
        """The day (ISO) of the step."""
        return self.at[:10]


def last_updates(reader: Reader, record: Record, ids: Collection[int]) -> dict[int, LastUpdate]:
    """The last update of each of these projects."""
    steps: dict[int, tuple[str, str, str]] = {}
    newest = record.newest_of_projects(ids)
    for set_id in set(newest.values()):
        step = record.step(set_id)
        if step is not None:
            steps[set_id] = (step.at, step.who, step.label)
    months = _latest(reader, "monthly_progress", "month", ids)
    followed = _latest(reader, "follow_up", "happened_on", ids)
    return {
        pid: LastUpdate(*steps[set_id], months.get(pid, ""), followed.get(pid, ""))
        for pid, set_id in newest.items()
        if set_id in steps
    }


def _latest(reader: Reader, table: str, column: str, ids: Collection[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for row in reader.rows_in(table, "project_id", ids, columns=("project_id", column)):
        if row[column] and row[column] > found.get(row["project_id"], ""):
            found[row["project_id"]] = row[column]
    return found
